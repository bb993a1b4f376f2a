//! SSML: the text to be read aloud, a voice a speaker.
//!
//! Narration has the default voice. Each speaker of direct speech has a `<voice>` by gender, where the
//! text tells it, and `variant`, so that no two have one; a comment at the top says who has which. The
//! text of the paragraphs is the text that was read, to the byte.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quotation::{AttributionKind, Gender, Speaker};

use crate::facts::escape;
use crate::item::Item;
use crate::nest::{Range, Tags, write_paragraphs};

/// Writes a document as one SSML file.
///
/// # Errors
///
/// Whatever error the output gives.
pub fn write(item: &Item<'_>, output: &mut impl Write) -> io::Result<()> {
    let mut voices = Voices::default();
    let mut ranges = Vec::new();
    for attribution in item
        .attributions()
        .filter(|one| one.kind() == AttributionKind::Direct)
    {
        let Some(speaker) = attribution.speaker() else {
            continue;
        };
        let mark = voices.of(speaker);
        ranges.extend(attribution.spans().iter().map(|&span| Range { span, mark }));
    }
    let ranges = outermost(ranges);
    writeln!(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    for (name, voice) in voices.names.iter().zip(&voices.voices) {
        // Two hyphens would end the comment.
        let name = escape(name).replace('-', "\u{2010}");
        writeln!(output, "<!-- {name}: {} -->", voice.replace('"', ""))?;
    }
    write!(
        output,
        "<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"en\">"
    )?;
    write_paragraphs(item.document.text(), &ranges, &voices, output)?;
    writeln!(output, "</speak>")?;
    output.flush()
}

/// What is spoken within speech belongs to the speech around it.
fn outermost(mut ranges: Vec<Range>) -> Vec<Range> {
    ranges.sort_by_key(|range| (range.span.start(), std::cmp::Reverse(range.span.end())));
    let mut end = 0;
    ranges.retain(|range| {
        let is_outer = range.span.start() >= end;
        if is_outer {
            end = range.span.end();
        }
        is_outer
    });
    ranges
}

#[derive(Default)]
struct Voices {
    numbers: BTreeMap<usize, usize>,
    names: Vec<String>,
    /// The attributes of each.
    voices: Vec<String>,
    /// How many there are of each gender.
    variants: BTreeMap<Option<Gender>, usize>,
}

impl Voices {
    fn of(&mut self, speaker: &Speaker) -> usize {
        let id = speaker.id().index();
        if let Some(&number) = self.numbers.get(&id) {
            return number;
        }
        let variant = self.variants.entry(speaker.gender()).or_default();
        *variant += 1;
        let gender = match speaker.gender() {
            None => String::new(),
            Some(gender) => format!("gender=\"{gender}\" "),
        };
        let number = self.names.len();
        self.numbers.insert(id, number);
        self.names.push(speaker.name().to_owned());
        self.voices.push(format!("{gender}variant=\"{variant}\""));
        number
    }
}

impl Tags for Voices {
    fn open(&self, mark: usize, _: usize, _: usize) -> String {
        format!("<voice {}>", self.voices[mark])
    }

    fn close(&self, _: usize) -> &'static str {
        "voice"
    }
}
