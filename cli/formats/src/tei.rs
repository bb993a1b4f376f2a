//! TEI P5: the whole text with `<said who="#…">`, and a list of persons.
//!
//! Paragraphs are `<p>`. A quotation is a `<said>` with `direct`, the speaker in `who`, the addressee in
//! `toWhom`, how sure it is in `cert`, and its kind in `ana`; in several pieces, these are joined by
//! `next` and `prev`. The words that name the speaker are an `<rs>`, the cue is a `<seg>`. The text of
//! the `<body>` is the text that was read, to the byte.

use std::io::{self, Write};

use quotation::{Attribution, AttributionKind, Gender, SpeakerKind};

use crate::facts::{escape, rounded};
use crate::item::Item;
use crate::nest::{Range, Tags, write_paragraphs};

/// The kinds of marks, which `ana` points to.
const CATEGORIES: [(&str, &str); 4] = [
    ("direct", "whole sentences in quotation marks"),
    ("mixed", "words in quotation marks within a sentence"),
    ("indirect", "reported without quotation marks"),
    ("cue", "words that tell that something is quoted"),
];

/// Writes a document as one TEI file.
///
/// # Errors
///
/// Whatever error the output gives.
pub fn write(item: &Item<'_>, output: &mut impl Write) -> io::Result<()> {
    let title = escape(item.name);
    write!(
        output,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n<fileDesc>\n\
         <titleStmt><title>{title}</title></titleStmt>\n\
         <publicationStmt><p>Not published.</p></publicationStmt>\n\
         <sourceDesc><p>{title}</p></sourceDesc>\n</fileDesc>\n<encodingDesc>\n\
         <appInfo><application ident=\"quotation\" version=\"{}\">\
         <desc>Quotations and their speakers were found by a program.</desc></application></appInfo>\n\
         <classDecl><taxonomy>\n",
        env!("CARGO_PKG_VERSION")
    )?;
    for (name, description) in CATEGORIES {
        writeln!(
            output,
            "<category xml:id=\"{name}\"><catDesc>{description}</catDesc></category>"
        )?;
    }
    write!(output, "</taxonomy></classDecl>\n</encodingDesc>\n")?;
    write_people(item, output)?;
    write!(output, "</teiHeader>\n<text><body>")?;
    let mut marks = Marks::default();
    for (quotation, attribution) in item.attributions().enumerate() {
        marks.add(quotation, attribution);
    }
    if item.document.text().trim().is_empty() {
        write!(output, "<p>{}</p>", escape(item.document.text()))?;
    } else {
        write_paragraphs(item.document.text(), &marks.ranges, &marks, output)?;
    }
    write!(output, "</body></text>\n</TEI>\n")?;
    output.flush()
}

fn write_people(item: &Item<'_>, output: &mut impl Write) -> io::Result<()> {
    let speakers = item.document.speakers();
    if speakers.is_empty() {
        return Ok(());
    }
    writeln!(output, "<profileDesc><particDesc>")?;
    for (list, element, name, is_organisations) in [
        ("listPerson", "person", "persName", false),
        ("listOrg", "org", "orgName", true),
    ] {
        let mut speakers = speakers
            .iter()
            .filter(|speaker| (speaker.kind() == SpeakerKind::Organisation) == is_organisations)
            .peekable();
        if speakers.peek().is_none() {
            continue;
        }
        writeln!(output, "<{list}>")?;
        for speaker in speakers {
            let id = speaker.id().index();
            let sex = match speaker.gender() {
                Some(Gender::Female) if !is_organisations => " sex=\"F\"",
                Some(Gender::Male) if !is_organisations => " sex=\"M\"",
                _ => "",
            };
            write!(
                output,
                "<{element} xml:id=\"s{id}\"{sex}><{name}>{}</{name}>",
                escape(speaker.name())
            )?;
            for alias in speaker.aliases() {
                write!(output, "<{name} type=\"alias\">{}</{name}>", escape(alias))?;
            }
            writeln!(output, "</{element}>")?;
        }
        writeln!(output, "</{list}>")?;
    }
    writeln!(output, "</particDesc></profileDesc>")
}

/// The elements of a text.
#[derive(Default)]
struct Marks {
    ranges: Vec<Range>,
    elements: Vec<Element>,
}

enum Element {
    Said { number: usize, attributes: String },
    Source { speaker: Option<usize> },
    Cue,
}

impl Marks {
    fn add(&mut self, number: usize, attribution: Attribution<'_>) {
        let kind = attribution.kind();
        let mut attributes = String::new();
        if let Some(speaker) = attribution.speaker() {
            attributes += &format!(" who=\"#s{}\"", speaker.id().index());
        }
        if let Some(addressee) = attribution.addressee() {
            attributes += &format!(" toWhom=\"#s{}\"", addressee.id().index());
        }
        let (is_direct, sure) = (
            kind == AttributionKind::Direct,
            rounded(attribution.confidence()),
        );
        attributes += &format!(" direct=\"{is_direct}\" ana=\"#{kind}\" cert=\"{sure}\"");
        let speaker = attribution.speaker().map(|speaker| speaker.id().index());
        let source = attribution.source().map(|source| source.span());
        let cue = attribution.cue().map_or(&[][..], |cue| cue.spans());
        for (element, spans) in [
            (Element::Said { number, attributes }, attribution.spans()),
            (Element::Source { speaker }, source.as_slice()),
            (Element::Cue, cue),
        ] {
            let mark = self.elements.len();
            self.ranges
                .extend(spans.iter().map(|&span| Range { span, mark }));
            self.elements.push(element);
        }
    }
}

impl Tags for Marks {
    fn open(&self, mark: usize, part: usize, parts: usize) -> String {
        match &self.elements[mark] {
            Element::Said { number, attributes } => {
                let id = |part: usize| match parts {
                    1 => format!("q{number}"),
                    _ => format!("q{number}.{part}"),
                };
                let mut links = String::new();
                if part < parts {
                    links += &format!(" next=\"#{}\"", id(part + 1));
                }
                if part > 1 {
                    links += &format!(" prev=\"#{}\"", id(part - 1));
                }
                format!("<said xml:id=\"{}\"{attributes}{links}>", id(part))
            }
            Element::Source {
                speaker: Some(speaker),
            } => format!("<rs ref=\"#s{speaker}\">"),
            Element::Source { speaker: None } => "<rs>".to_owned(),
            Element::Cue => "<seg ana=\"#cue\">".to_owned(),
        }
    }

    fn close(&self, mark: usize) -> &'static str {
        match self.elements[mark] {
            Element::Said { .. } => "said",
            Element::Source { .. } => "rs",
            Element::Cue => "seg",
        }
    }
}
