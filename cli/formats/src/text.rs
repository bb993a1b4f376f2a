//! What a person reads in a terminal: who, in which words named, the cue, how sure, and what.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use quotation::Attribution;
use unicode_width::UnicodeWidthStr;

use crate::facts::{joined, printable, reasons, rounded};
use crate::item::Item;

const INDENT: &str = "    ";
const PLAIN: Style = Style::new();
const SPEAKER: Style = AnsiColor::Cyan.on_default().bold();
const CUE: Style = AnsiColor::Yellow.on_default();
const ASIDE: Style = Style::new().dimmed();
const FILE: Style = Style::new().bold().underline();

/// How [`write()`] lays out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The longest line, in columns.
    pub width: usize,
    /// Whether the reasons are written below each quotation.
    pub explain: bool,
    /// Whether the item's name stands above its quotations.
    pub names: bool,
}

impl Default for Layout {
    fn default() -> Layout {
        Layout {
            width: 88,
            explain: false,
            names: false,
        }
    }
}

/// Writes the quotations of an item with ANSI colours, which the caller takes out where none are
/// wanted.
///
/// # Errors
///
/// Whatever error the output gives.
pub fn write(item: &Item<'_>, layout: Layout, output: &mut impl Write) -> io::Result<()> {
    if layout.names {
        writeln!(output, "{FILE}{}{FILE:#}\n", printable(item.name))?;
    }
    for (i, attribution) in item.attributions().enumerate() {
        if i > 0 {
            writeln!(output)?;
        }
        let text = item.document.text();
        wrap(&heading(text, attribution), "", layout.width, output)?;
        let words = joined(text, attribution.spans());
        wrap(&[(PLAIN, words)], INDENT, layout.width, output)?;
        if layout.explain {
            let reasons = explanation(attribution);
            wrap(&[(ASIDE, reasons)], INDENT, layout.width, output)?;
        }
    }
    Ok(())
}

/// Words that are written in one style.
type Styled = (Style, String);

/// Such as `Ines Okoro (as “she”) · said · 0.97`.
fn heading(text: &str, attribution: Attribution<'_>) -> Vec<Styled> {
    let name = attribution.speaker().map(|speaker| speaker.name());
    let name = name.unwrap_or("(unknown)");
    let mut heading = vec![(SPEAKER, name.to_owned())];
    if let Some(source) = attribution.source() {
        let source = joined(text, &[source.span()]);
        if source != name {
            heading.push((ASIDE, format!("(as “{source}”)")));
        }
    }
    if let Some(cue) = attribution.cue() {
        heading.push((PLAIN, "·".to_owned()));
        heading.push((CUE, joined(text, cue.spans())));
    }
    heading.push((PLAIN, format!("· {:.2}", attribution.confidence())));
    heading
}

/// Such as `because: before-colon +2.13, is-person-name +0.80; although: pronoun -0.31`.
fn explanation(attribution: Attribution<'_>) -> String {
    let reasons = reasons(attribution);
    let told = |speaks: &dyn Fn(f32) -> bool| -> Vec<String> {
        let told = reasons.iter().filter(|(_, weight)| speaks(*weight));
        told.map(|(reason, weight)| format!("{reason} {weight:+.2}"))
            .collect()
    };
    let mut parts = Vec::new();
    // A reason of less weight would be shown as zero.
    for (term, reasons) in [
        ("because", told(&|weight| weight >= 0.005)),
        ("although", told(&|weight| weight <= -0.005)),
    ] {
        if !reasons.is_empty() {
            parts.push(format!("{term}: {}", reasons.join(", ")));
        }
    }
    if parts.is_empty() {
        parts.push("because: no words beside it tell".to_owned());
    }
    if let Some(confidence) = attribution.speaker_confidence()
        && rounded(confidence) != rounded(attribution.confidence())
    {
        parts.push(format!("that it means this speaker: {confidence:.2}"));
    }
    if let Some(addressee) = attribution.addressee() {
        parts.push(format!("said to: {}", addressee.name()));
    }
    parts.join("; ")
}

/// Writes words with spaces between; lines after the first one are set in.
fn wrap(pieces: &[Styled], indent: &str, width: usize, output: &mut impl Write) -> io::Result<()> {
    write!(output, "{indent}")?;
    let mut columns = indent.len();
    let mut is_first = true;
    for (style, words) in pieces {
        for word in printable(words).split(' ') {
            let wide = word.width();
            if !is_first && columns + 1 + wide > width {
                write!(output, "\n{INDENT}")?;
                columns = INDENT.len();
            } else if !is_first {
                write!(output, " ")?;
                columns += 1;
            }
            write!(output, "{style}{word}{style:#}")?;
            columns += wide;
            is_first = false;
        }
    }
    writeln!(output)
}

#[cfg(test)]
mod tests {
    use quotation::QuoteDetector;

    use super::*;

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let text =
            "“The dam will hold through the winter,” said Ines Okoro, the board's chief engineer.";
        let document = QuoteDetector::new().detect(text);
        let layout = Layout {
            width: 30,
            explain: true,
            names: true,
        };
        let mut written = Vec::new();
        write(&Item::new("a.txt", &document), layout, &mut written).unwrap();
        let written = anstream::adapter::strip_bytes(&written).into_vec();
        let written = String::from_utf8(written).unwrap();
        assert!(written.lines().all(|line| line.width() <= 30), "{written}");
        let heading =
            "Ines Okoro (as “Ines Okoro,\n    the board's chief\n    engineer”) · said · ";
        assert!(written.contains(heading), "{written}");
    }
}
