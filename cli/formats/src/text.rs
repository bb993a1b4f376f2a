//! What a person reads in a terminal: who, in which words named, the cue, how sure, and what.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use quotation::Attribution;
use unicode_width::UnicodeWidthStr;

use crate::facts::{joined, reasons, rounded};
use crate::item::Item;

const INDENT: &str = "    ";
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
        writeln!(output, "{FILE}{}{FILE:#}\n", item.name)?;
    }
    for (i, attribution) in item.attributions().enumerate() {
        if i > 0 {
            writeln!(output)?;
        }
        let text = item.document.text();
        writeln!(output, "{}", heading(text, attribution))?;
        wrap(&joined(text, attribution.spans()), layout.width, output)?;
        if layout.explain {
            write!(output, "{ASIDE}")?;
            wrap(&explanation(attribution), layout.width, output)?;
            write!(output, "{ASIDE:#}")?;
        }
    }
    Ok(())
}

/// Such as `Ines Okoro (as “she”) · said · 0.97`.
fn heading(text: &str, attribution: Attribution<'_>) -> String {
    let name = attribution.speaker().map(|speaker| speaker.name());
    let name = name.unwrap_or("(unknown)");
    let mut heading = format!("{SPEAKER}{name}{SPEAKER:#}");
    if let Some(source) = attribution.source() {
        let source = joined(text, &[source.span()]);
        if source != name {
            heading += &format!(" {ASIDE}(as “{source}”){ASIDE:#}");
        }
    }
    if let Some(cue) = attribution.cue() {
        heading += &format!(" · {CUE}{}{CUE:#}", joined(text, cue.spans()));
    }
    heading + &format!(" · {:.2}", attribution.confidence())
}

/// Such as `because: before-colon +2.13, is-person-name +0.80`.
fn explanation(attribution: Attribution<'_>) -> String {
    let mut lines: Vec<String> = reasons(attribution)
        .into_iter()
        .map(|(reason, weight)| format!("{reason} {weight:+.2}"))
        .collect();
    if lines.is_empty() {
        lines.push("no words beside it tell".to_owned());
    }
    if let Some(confidence) = attribution.speaker_confidence()
        && rounded(confidence) != rounded(attribution.confidence())
    {
        lines.push(format!("that it is this speaker {confidence:.2}"));
    }
    if let Some(addressee) = attribution.addressee() {
        lines.push(format!("said to {}", addressee.name()));
    }
    format!("because: {}", lines.join(", "))
}

fn wrap(words: &str, width: usize, output: &mut impl Write) -> io::Result<()> {
    let mut line = INDENT.to_owned();
    let mut columns = INDENT.len();
    for word in words.split(' ') {
        let is_first = line.len() == INDENT.len();
        let wide = word.width();
        if !is_first && columns + 1 + wide > width {
            writeln!(output, "{line}")?;
            line.truncate(INDENT.len());
            columns = INDENT.len();
        } else if !is_first {
            line.push(' ');
            columns += 1;
        }
        line.push_str(word);
        columns += wide;
    }
    writeln!(output, "{line}")
}
