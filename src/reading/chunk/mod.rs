//! Tagged tokens to units: noun phrases, verb groups, asides, and the words and marks between them.
//!
//! One pass from left to right; a phrase never crosses a quotation mark or the end of a sentence.

mod edge;
mod phrase;

use super::Reading;
use super::links::Links;
use phrase::Phrases;

/// A phrase, or a token that belongs to none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub(crate) kind: UnitKind,
    /// The first token and the one after the last; equal at the edge of a quote without a mark.
    pub(crate) first: u32,
    pub(crate) end: u32,
    /// The token that the phrase is about: of a noun phrase its noun, of a verb group its verb.
    pub(crate) head: u32,
}

impl Unit {
    fn new(kind: UnitKind, first: usize, end: usize, head: usize) -> Unit {
        Unit {
            kind,
            first: first as u32,
            end: end as u32,
            head: head as u32,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    NounPhrase,
    VerbGroup(VerbForm),
    Preposition,
    /// who, which, what, where
    Wh,
    Subordinator,
    Coordinator,
    Adverb,
    /// An adjective that belongs to no noun phrase.
    Adjective,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Stop,
    /// Words in brackets.
    Aside,
    /// The edge of the quote of this number.
    Opening(u32),
    Closing(u32),
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    Finite,
    Infinitive,
    Ing,
    Participle,
}

/// Lays the tokens out in units.
pub(super) fn read(reading: &mut Reading<'_>) {
    let Reading {
        text,
        tokens,
        words,
        quotes,
        quote_units,
        units,
        level,
        sentence_of,
        sentence_units,
        ..
    } = reading;
    // A unit has 1.3 tokens and more, if few of them are marks.
    let expected = tokens.len() * 4 / 5 + 8;
    units.clear();
    units.reserve(expected);
    level.clear();
    level.reserve(expected);
    sentence_of.clear();
    sentence_of.reserve(expected);
    sentence_units.clear();
    sentence_units.reserve(reading.sentences.len() + 1);
    quote_units.clear();
    quote_units.resize(quotes.len(), (0, 0));
    let mut open = vec![0u32];
    let mut edges = edge::edges(tokens, quotes).into_iter().peekable();
    let mut at = 0;
    for (sentence, range) in reading.sentences.iter().enumerate() {
        sentence_units.push(units.len() as u32);
        let range = range.range();
        at = range.start.max(at);
        loop {
            while let Some(edge) =
                edges.next_if(|edge| edge.token as usize <= at && (edge.closes || at < range.end))
            {
                let number = units.len();
                let end = if edge.mark { at + 1 } else { at };
                level.resize(number, *open.last().unwrap_or(&0));
                let kind = if edge.closes {
                    open.pop();
                    quote_units[edge.quote as usize].1 = number as u32;
                    UnitKind::Closing(edge.quote)
                } else {
                    quote_units[edge.quote as usize].0 = number as u32;
                    UnitKind::Opening(edge.quote)
                };
                // The marks of a quote stand on the level around it.
                level.push(*open.last().unwrap_or(&0));
                if !edge.closes {
                    open.push(edge.quote + 1);
                }
                units.push(Unit::new(kind, at, end, at));
                at = end;
            }
            if at >= range.end {
                break;
            }
            let limit = edges
                .peek()
                .map_or(range.end, |edge| range.end.min(edge.token as usize));
            let phrases = Phrases::of(text, &tokens[..limit], &words[..limit]);
            while at < limit {
                let unit = phrases.unit(at);
                at = unit.end as usize;
                units.push(unit);
            }
        }
        sentence_of.resize(units.len(), sentence as u32);
    }
    level.resize(units.len(), *open.last().unwrap_or(&0));
    sentence_units.push(units.len() as u32);
    Links::read(units.len(), sentence_units, quote_units, &mut reading.links);
    reading.paragraph_of.clear();
    let mut paragraph = 0;
    for sentence in reading.sentences {
        while paragraph + 1 < reading.paragraphs.len()
            && reading.paragraphs[paragraph].range().end <= sentence.range().start
        {
            paragraph += 1;
        }
        reading.paragraph_of.push(paragraph as u32);
    }
}
