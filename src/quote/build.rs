//! Decisions about marks to quotes.

use super::data::{Quote, QuoteId, QuoteKind, QuoteStyle};
use super::events::Event;
use super::label::LONGEST_LABEL;
use super::pair::{Across, Action, MarkDecision};
use super::reporting_clause::ReportingClauses;
use crate::span::{Span, floor};
use crate::token::mark::Mark;

/// The quotes that the decisions about the marks make, sorted by start, parents before children.
/// Paragraphs part at `breaks`.
pub(crate) fn build(
    clauses: ReportingClauses<'_>,
    marks: &[Mark],
    events: &[Event],
    decisions: &[MarkDecision],
    breaks: &[Span],
) -> Vec<Quote> {
    let text = clauses.text;
    let mut builder = Builder {
        text,
        clauses,
        breaks,
        quotes: Vec::with_capacity(marks.len() / 2 + 1),
        open: Vec::new(),
        free_from: 0,
    };
    for ((mark, event), decision) in marks.iter().zip(events).zip(decisions) {
        builder.cross(mark.start(), decision.across);
        builder.read(mark, event, decision.action);
    }
    builder.cross(text.len(), Across::Ended);
    builder.end_all(text.len());
    builder.quotes
}

/// A quotation whose end is not known yet.
struct Open {
    quote: QuoteId,
    /// Where its current piece began.
    piece: usize,
}

struct Builder<'t> {
    text: &'t str,
    clauses: ReportingClauses<'t>,
    /// The paragraph breaks that are not passed yet.
    breaks: &'t [Span],
    quotes: Vec<Quote>,
    open: Vec<Open>,
    /// The end of the last quotation.
    free_from: usize,
}

impl Builder<'_> {
    /// Goes on to a mark, over the paragraph breaks before it.
    fn cross(&mut self, to: usize, across: Across) {
        while let Some((gap, rest)) = self.breaks.split_first()
            && gap.start() < to
        {
            self.breaks = rest;
            match across {
                Across::Ended => self.end_all(gap.start()),
                Across::OutermostContinued => {
                    while self.open.len() > 1 {
                        self.end_innermost(gap.start());
                    }
                }
                Across::Continued | Across::Nothing => {}
            }
            for open in &mut self.open {
                let piece = span(open.piece, gap.start());
                self.quotes[open.quote.index()].pieces.push(piece);
                open.piece = gap.end();
            }
        }
    }

    fn read(&mut self, mark: &Mark, event: &Event, action: Action) {
        match action {
            Action::Repeat if names_a_speaker(&self.text[mark.end()..]) => self.take_turns(mark),
            Action::None | Action::Repeat => {}
            Action::Open => self.start(mark),
            Action::Reopen => {
                self.end_innermost(mark.start());
                self.start(mark);
            }
            Action::Close { skipped } => {
                for _ in 0..skipped {
                    self.end_innermost(mark.start());
                }
                self.close(mark.end());
            }
            Action::CloseTwo => {
                self.close(mark.start() + mark.len() / 2);
                self.close(mark.end());
            }
            Action::CloseUnopened => self.close_unopened(mark, event.paragraph as usize),
        }
    }

    fn start(&mut self, mark: &Mark) {
        let parent = self.open.last().map(|open| open.quote);
        self.open.push(Open {
            quote: QuoteId::new(self.quotes.len()),
            piece: mark.start(),
        });
        self.quotes.push(Quote {
            span: span(mark.start(), mark.end()),
            pieces: Vec::new(),
            parent,
            depth: self.open.len() as u32 - 1,
            opened: true,
            closed: false,
            kind: QuoteKind::Unknown,
            style: QuoteStyle::of(mark.style),
        });
    }

    /// Ends what was open with the paragraph before: somebody else begins. A transcript within marks
    /// opens every paragraph anew and closes only the last.
    fn take_turns(&mut self, mark: &Mark) {
        self.end_all(mark.start());
        self.start(mark);
    }

    fn close(&mut self, end: usize) {
        if let Some(quote) = self.end_innermost_at(end) {
            quote.closed = true;
        }
    }

    /// Ends the innermost quotation, which nothing closed, before `limit`.
    fn end_innermost(&mut self, limit: usize) {
        let Some(open) = self.open.last() else {
            return;
        };
        let start = open.piece;
        let mut end = limit;
        // A reporting clause tells where the lost mark stood: “It floats, said Ada.
        let window = floor(self.text, limit.min(start + CLAUSE));
        if self.open.len() == 1
            && let Some(clause) = self.clauses.first(start, window)
            && clause.from >= self.free_from
        {
            end = clause.from;
        }
        // No further back than its own mark: that is no white space.
        let content = &self.text[start..end];
        self.end_innermost_at(start + content.trim_end().len());
    }

    fn end_innermost_at(&mut self, end: usize) -> Option<&mut Quote> {
        let open = self.open.pop()?;
        let quote = &mut self.quotes[open.quote.index()];
        let mut end = end;
        if end > open.piece && !quote.pieces.is_empty() {
            quote.pieces.push(span(open.piece, end));
        } else if let Some(last) = quote.pieces.last() {
            // Nothing of it stands in the last paragraph.
            end = last.end();
        }
        if quote.pieces.len() == 1 {
            quote.pieces.clear();
        }
        quote.span = span(quote.span.start(), end);
        self.free_from = end;
        Some(quote)
    }

    fn end_all(&mut self, limit: usize) {
        while !self.open.is_empty() {
            self.end_innermost(limit);
        }
    }

    /// Makes a quotation that no mark opened: from the start of its paragraph, or from the first
    /// sentence after the last quotation.
    fn close_unopened(&mut self, mark: &Mark, paragraph: usize) {
        let mut start = paragraph.max(self.free_from);
        if self.free_from > paragraph {
            start += after_sentence(&self.text[start..mark.start()]);
        }
        let window = floor(self.text, mark.start().min(start + CLAUSE));
        start = self.clauses.lead_in(start, window).unwrap_or(start);
        let content = &self.text[start..mark.start()];
        start = mark.start() - content.trim_start().len();
        self.free_from = mark.end();
        self.quotes.push(Quote {
            span: span(start, mark.end()),
            pieces: Vec::new(),
            parent: None,
            depth: 0,
            opened: false,
            closed: true,
            kind: QuoteKind::Unknown,
            style: QuoteStyle::of(mark.style),
        });
    }
}

/// The fewest capitals of a name before a colon: one is a heading's letter.
const FEWEST_CAPITALS: usize = 2;

/// Whether a text starts with a name in capitals and a colon: "BERG: I am not sure."
fn names_a_speaker(text: &str) -> bool {
    let bytes = text.as_bytes();
    let end = bytes
        .iter()
        .take(LONGEST_LABEL)
        .position(|&byte| byte == b':');
    end.is_some_and(|end| {
        let name = &bytes[..end];
        name.iter().filter(|byte| byte.is_ascii_uppercase()).count() >= FEWEST_CAPITALS
            && name
                .iter()
                .all(|byte| byte.is_ascii_uppercase() || b" .-'".contains(byte))
            && bytes.get(end + 1).is_some_and(u8::is_ascii_whitespace)
    })
}

/// How far a reporting clause is looked for that tells where a mark was lost.
const CLAUSE: usize = 400;

/// How far the end of the first sentence is looked for.
const SENTENCE: usize = 200;

/// The offset after the first sentence of a text; 0 if no sentence ends in it.
fn after_sentence(text: &str) -> usize {
    let bytes = text.as_bytes();
    let end = bytes
        .windows(2)
        .take(SENTENCE)
        .position(|pair| matches!(pair[0], b'.' | b'?' | b'!') && pair[1].is_ascii_whitespace());
    end.map_or(0, |at| at + 1)
}

fn span(start: usize, end: usize) -> Span {
    Span::between(start as u32, end as u32)
}
