//! The content of attributions whose quotes are known.

use super::data::{FewQuotes, FewSpans};
use super::input::AttributionInput;
use super::reported::AttributionSpans;
use crate::analysis::Analysis;
use crate::kinds::AttributionKind;
use crate::language::{Class, Classes};
use crate::quote::{QuoteId, QuoteKind, QuoteStyle};
use crate::span::Span;

/// The quotes; for words in marks within a reported clause, the clause.
pub(super) fn of_quotes(
    input: &AttributionInput<'_>,
    quotes: &[QuoteId],
    cue_spans: Option<&AttributionSpans>,
) -> (AttributionKind, FewSpans) {
    let analysis = input.analysis;
    let mut spans = spans(analysis, quotes);
    let mut kind = AttributionKind::Direct;
    let is_labelled =
        |quote: &QuoteId| analysis.quotes[quote.index()].style() == QuoteStyle::Script;
    if quotes.iter().any(is_labelled) {
        return (kind, spans);
    }
    for &content in cue_spans.map_or(&[][..], |spans| &spans.contents) {
        let marked = &spans[..quotes.len()];
        let quoted = marked.iter().any(|quote| quote.overlaps(content));
        if quoted
            && !is_marked(analysis, content, marked)
            && !begins_with_addressee(analysis, content, quotes)
        {
            kind = AttributionKind::Mixed;
            spans.push(content);
        }
    }
    spans.sort_unstable();
    spans.dedup_by(|next, last| {
        let shared = last.overlaps(*next);
        if shared {
            *last = last.join(*next);
        }
        shared
    });
    (kind, spans)
}

/// The most words of whoever is spoken to.
const LONGEST_ADDRESSEE: usize = 3;
/// With what they begin: "him", "his mother".
const ADDRESSEES: Classes = Classes::of(&[Class::ObjectPronoun, Class::Possessive]);

/// Whether nothing but whoever is spoken to stands before the words in marks of a content: him, “Where are you?”
fn begins_with_addressee(analysis: &Analysis<'_>, content: Span, quotes: &[QuoteId]) -> bool {
    let first = quotes.first().map(|first| &analysis.quotes[first.index()]);
    first.is_some_and(|first| {
        let (start, end) = (first.span().start(), first.span().end());
        let before = analysis.text.get(content.start()..start);
        let before = before.unwrap_or_default().trim_end();
        let mut words = before.trim_end_matches([',', ':']).split_whitespace();
        let begins = |word| analysis.lexicon.look_up(word).is_any(ADDRESSEES);
        first.kind() == QuoteKind::Speech
            && end >= content.end()
            && before.ends_with([',', ':'])
            && words.next().is_some_and(begins)
            && words.count() < LONGEST_ADDRESSEE
    })
}

/// The kind of a content with these quotes in it.
pub(super) fn kind(
    analysis: &Analysis<'_>,
    contents: &[Span],
    quotes: &[QuoteId],
) -> AttributionKind {
    if quotes.is_empty() {
        return AttributionKind::Indirect;
    }
    let quotes = spans(analysis, quotes);
    let marked = |&content: &Span| is_marked(analysis, content, &quotes);
    if contents.iter().all(marked) {
        AttributionKind::Direct
    } else {
        AttributionKind::Mixed
    }
}

/// The quotes with their marks.
pub(super) fn spans(analysis: &Analysis<'_>, quotes: &[QuoteId]) -> FewSpans {
    let span = |quote: &QuoteId| analysis.quotes[quote.index()].span();
    quotes.iter().map(span).collect()
}

/// Whether all words of a content stand in these quotes.
fn is_marked(analysis: &Analysis<'_>, content: Span, quotes: &[Span]) -> bool {
    let mut at = content.start();
    let plain = |from: usize, to: usize| {
        let gap = analysis.text.get(from..to).unwrap_or_default();
        !gap.contains(char::is_alphanumeric)
    };
    for quote in quotes.iter().filter(|quote| quote.overlaps(content)) {
        if quote.start() > at && !plain(at, quote.start()) {
            return false;
        }
        at = at.max(quote.end());
    }
    at >= content.end() || plain(at, content.end())
}

/// The outermost quotes in a content.
pub(super) fn quotes_within(analysis: &Analysis<'_>, contents: &[Span]) -> FewQuotes {
    let mut ids = FewQuotes::new();
    for content in contents {
        let first = analysis
            .quotes
            .partition_point(|quote| quote.span().start() < content.start());
        let within = (first..analysis.quotes.len())
            .take_while(|&quote| analysis.quotes[quote].span().end() <= content.end())
            .filter(|&quote| analysis.quotes[quote].depth() == 0);
        ids.extend(within.map(QuoteId::new));
    }
    ids
}
