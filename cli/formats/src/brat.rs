//! brat standoff: a text and its annotations beside it.
//!
//! Quotations are text-bounds of the types `Direct`, `Mixed` and `Indirect`, cues and sources of the
//! types `Cue` and `Source`, each once, whatever they stand for; relations `Cue` and `Source` join them. A
//! note has the speaker and how sure that is. Offsets count characters; what runs over lines is in pieces,
//! as brat asks for.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::{self, Write};

use quotation::{AttributionKind, Offsets, Span};

use crate::facts::rounded;
use crate::item::Item;

/// What brat has to know of the types, for the file `annotation.conf`.
pub const CONFIGURATION: &str = "[entities]\nDirect\nMixed\nIndirect\nSource\nCue\n\n\
    [relations]\nSource\tArg1:Direct|Mixed|Indirect, Arg2:Source\n\
    Cue\tArg1:Direct|Mixed|Indirect, Arg2:Cue\n\
    <OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n";

/// Writes the annotations of a document, for a file beside that with its text.
///
/// # Errors
///
/// Whatever error the output gives.
pub fn write(item: &Item<'_>, output: &mut impl Write) -> io::Result<()> {
    let mut writer = Writer {
        text: item.document.text(),
        offsets: Offsets::new(item.document.text()),
        texts: HashMap::new(),
        relations: 0,
        output,
    };
    for (number, attribution) in item.attributions().enumerate() {
        let quotation = match attribution.kind() {
            AttributionKind::Direct => "Direct",
            AttributionKind::Mixed => "Mixed",
            _ => "Indirect",
        };
        let Some(quotation) = writer.text_bound(quotation, attribution.spans())? else {
            continue;
        };
        let source = attribution.source().map(|source| source.span());
        writer.related("Source", quotation, source.as_slice())?;
        let cue = attribution.cue().map_or(&[][..], |cue| cue.spans());
        writer.related("Cue", quotation, cue)?;
        let speaker = attribution
            .speaker()
            .map_or("(unknown)", |speaker| speaker.name());
        let speaker: Vec<&str> = speaker.split_whitespace().collect();
        let sure = rounded(attribution.confidence());
        let (number, speaker) = (number + 1, speaker.join(" "));
        writeln!(
            writer.output,
            "#{number}\tAnnotatorNotes T{quotation}\t{speaker} · {sure}"
        )?;
    }
    output.flush()
}

struct Writer<'w, W> {
    text: &'w str,
    offsets: Offsets<'w>,
    /// The numbers of the text-bounds.
    texts: HashMap<(&'static str, Vec<Span>), usize>,
    relations: usize,
    output: &'w mut W,
}

impl<W: Write> Writer<'_, W> {
    /// Writes a text-bound annotation, whose number it gives; there is none of nothing but lines' ends.
    fn text_bound(&mut self, kind: &'static str, spans: &[Span]) -> io::Result<Option<usize>> {
        let pieces: Vec<Span> = spans
            .iter()
            .flat_map(|&span| lines(self.text, span))
            .collect();
        if pieces.is_empty() {
            return Ok(None);
        }
        let number = self.texts.len() + 1;
        match self.texts.entry((kind, pieces.clone())) {
            Entry::Occupied(known) => return Ok(Some(*known.get())),
            Entry::Vacant(new) => new.insert(number),
        };
        let ranges: Vec<String> = pieces
            .iter()
            .filter_map(|&piece| self.offsets.chars(piece).ok())
            .map(|range| format!("{} {}", range.start, range.end))
            .collect();
        let words: Vec<&str> = pieces.iter().map(|&piece| &self.text[piece]).collect();
        let (ranges, words) = (ranges.join(";"), words.join(" "));
        writeln!(self.output, "T{number}\t{kind} {ranges}\t{words}")?;
        Ok(Some(number))
    }

    fn related(&mut self, kind: &'static str, quotation: usize, spans: &[Span]) -> io::Result<()> {
        let Some(number) = self.text_bound(kind, spans)? else {
            return Ok(());
        };
        self.relations += 1;
        let relation = self.relations;
        writeln!(
            self.output,
            "R{relation}\t{kind} Arg1:T{quotation} Arg2:T{number}"
        )
    }
}

/// The part of a span on each line, without what is white at its ends.
fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    text[span].split(['\n', '\r']).filter_map(move |line| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        let start = start + line.len() - line.trim_start().len();
        Span::new(start, start + line.trim().len()).filter(|piece| !piece.is_empty())
    })
}
