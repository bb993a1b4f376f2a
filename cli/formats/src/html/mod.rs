//! One page without network: the text with every quotation marked, its speakers, who answers whom.
//!
//! The page holds all that it needs; opened from a disk it works as from a server. Without scripts it
//! shows the text with its marks and the table of who answers whom.

mod marks;
mod matrix;
mod people;
mod wrapped;

use std::io::{self, Write};

use serde::Serialize;

use crate::facts::{counted, escape, joined, reasons, rounded};
use crate::item::Item;
use matrix::Matrix;
use people::People;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// How many reasons are shown of each quotation.
const MOST_REASONS: usize = 6;

/// A reason of less weight would be shown as zero.
const LEAST_REASON: f32 = 0.05;

/// A page of one document or several.
#[derive(Debug, Default)]
pub struct Page {
    people: People,
    matrix: Matrix,
    quotations: Vec<Quotation>,
    texts: Vec<Text>,
}

/// A document's text as it is shown.
#[derive(Debug)]
struct Text {
    name: String,
    marked: String,
    is_wrapped: bool,
}

/// What is shown of a quotation when somebody points at it.
#[derive(Debug, Serialize)]
struct Quotation {
    speaker: Option<usize>,
    kind: &'static str,
    confidence: f64,
    #[serde(rename = "speakerConfidence")]
    speaker_confidence: Option<f64>,
    source: Option<String>,
    cue: Option<String>,
    to: Option<String>,
    reasons: Vec<(String, f64)>,
}

impl Page {
    /// A page without a document.
    #[must_use]
    pub fn new() -> Page {
        Page::default()
    }

    /// Adds a document with those of its attributions that are wanted.
    pub fn add(&mut self, item: &Item<'_>) {
        let first = self.quotations.len();
        let text = item.document.text();
        for attribution in item.attributions() {
            let speaker = self.people.count(attribution, text);
            self.quotations.push(Quotation {
                speaker,
                kind: attribution.kind().as_str(),
                confidence: rounded(attribution.confidence()),
                speaker_confidence: attribution.speaker_confidence().map(rounded),
                source: attribution
                    .source()
                    .map(|source| joined(text, &[source.span()])),
                cue: attribution.cue().map(|cue| joined(text, cue.spans())),
                to: attribution.addressee().map(|one| one.name().to_owned()),
                reasons: reasons(attribution)
                    .into_iter()
                    .take(MOST_REASONS)
                    .filter(|(_, weight)| weight.abs() >= LEAST_REASON)
                    .map(|(reason, weight)| (reason, rounded(weight)))
                    .collect(),
            });
        }
        self.matrix.add(item, &mut self.people);
        let speakers: Vec<Option<usize>> = self.quotations[first..]
            .iter()
            .map(|one| one.speaker)
            .collect();
        let marked = marks::mark(item, first, &speakers);
        self.texts.push(Text {
            name: item.name.to_owned(),
            marked,
            is_wrapped: wrapped::is_wrapped(text),
        });
    }

    /// Writes the page.
    ///
    /// # Errors
    ///
    /// Whatever error the output gives.
    pub fn write(&self, output: &mut impl Write) -> io::Result<()> {
        let title = match &self.texts[..] {
            [Text { name, .. }] => {
                let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
                format!("Who said what: {name}")
            }
            texts => format!("Who said what in {} texts", texts.len()),
        };
        let title = escape(&title);
        write!(
            output,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
             <style>\n{STYLE}{}</style>\n</head>\n<body>\n",
            self.people.colors()
        )?;
        writeln!(output, "<header><h1>{title}</h1></header>")?;
        self.write_side(output)?;
        writeln!(output, "<main>")?;
        for text in &self.texts {
            write!(output, "<article>")?;
            if self.texts.len() > 1 {
                write!(output, "<h2>{}</h2>", escape(&text.name))?;
            }
            let (class, marked) = match text.is_wrapped {
                true => ("text wrapped", &text.marked),
                false => ("text", &text.marked),
            };
            writeln!(output, "<div class=\"{class}\">{marked}</div></article>")?;
        }
        let data = serde_json::to_string(&self.quotations)?;
        // No text can end the script that holds it.
        let data = data.replace('<', "\\u003c");
        write!(
            output,
            "</main>\n<aside id=\"card\" aria-live=\"polite\" hidden></aside>\n\
             <script type=\"application/json\" id=\"quotations\">{data}</script>\n\
             <script>\n{SCRIPT}</script>\n</body>\n</html>\n"
        )?;
        output.flush()
    }

    /// Filters, the list of speakers and who answers whom.
    fn write_side(&self, output: &mut impl Write) -> io::Result<()> {
        write!(
            output,
            "<nav aria-label=\"Speakers and filters\">\n<details open><summary>Speakers and \
             filters</summary>\n<p id=\"shown\" role=\"status\">{}</p>\n\
             <fieldset><legend>Kind</legend>",
            counted(self.quotations.len(), "quotation")
        )?;
        for kind in ["direct", "mixed", "indirect"] {
            write!(
                output,
                "<label><input type=\"checkbox\" name=\"kind\" value=\"{kind}\" checked> {kind}</label> "
            )?;
        }
        write!(
            output,
            "</fieldset>\n<label class=\"range\">Sure at least <output id=\"least\">0 %</output>\
             <input type=\"range\" id=\"confidence\" min=\"0\" max=\"100\" value=\"0\"></label>\n\
             <div class=\"buttons\"><button type=\"button\" id=\"before\">← Before</button> \
             <button type=\"button\" id=\"next\">Next →</button> \
             <button type=\"button\" id=\"all\">Show all</button></div>\n"
        )?;
        self.people.write_list(output)?;
        self.matrix.write(&self.people, output)?;
        writeln!(
            output,
            "<p class=\"keys\">Keys: <kbd>n</kbd> next, <kbd>p</kbd> before, <kbd>Esc</kbd> close</p>\n\
             </details>\n</nav>"
        )
    }
}
