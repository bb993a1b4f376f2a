//! What is no text: stretches of signs, marks or names so close to each other that nobody writes or reads them. They
//! are passed over, which bounds the memory that a byte of any text takes.

use std::iter;

use crate::analysis::Analysis;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::density::{PIECE, STRETCH, crowded};
use crate::kinds::MentionKind;
use crate::quote::{Quote, QuoteId};
use crate::span::floor;
use crate::token::Token;

// How many of something a piece has at least that is no text, or has none of that. In some 1,400 articles and novels
// no four kilobytes have more than 74 tokens, 6 quotations and 10 mentions of speakers for each 256 bytes.
const TOKENS: usize = PIECE * 5 / 12;
const QUOTES: usize = PIECE / 28;
const NAMES: usize = PIECE / 23;

/// The text with white space, and the end of a paragraph, in place of what is no text by its tokens; nothing if all
/// of it is text.
pub(super) fn without_noise(text: &str, tokens: &[Token]) -> Option<String> {
    let crowded = crowded(tokens, TOKENS, |token| token.span().start());
    if crowded.is_empty() {
        return None;
    }
    let mut legible = String::with_capacity(text.len());
    for piece in crowded {
        let [start, end] = [piece, piece + 1].map(|piece| floor(text, piece * PIECE));
        legible.push_str(&text[legible.len()..start]);
        legible.extend(iter::repeat_n(' ', end - start - 2));
        legible.push_str("\n\n");
    }
    legible.push_str(&text[legible.len()..]);
    Some(legible)
}

/// Leaves out the quotes where there are too many; what stands within one of them stands in the one around it.
pub(super) fn without_crowded(quotes: Vec<Quote>) -> Vec<Quote> {
    let start = |quote: &Quote| quote.span().start();
    let crowded = crowded(&quotes, QUOTES, start);
    if crowded.is_empty() {
        return quotes;
    }
    let mut kept: Vec<Quote> = Vec::new();
    // Beside the quotes: the position of each, or of the one around it, among those kept.
    let mut positions: Vec<Option<QuoteId>> = Vec::with_capacity(quotes.len());
    for mut quote in quotes {
        let parent = quote.parent.and_then(|parent| positions[parent.index()]);
        if crowded.binary_search(&(start(&quote) / PIECE)).is_ok() {
            positions.push(parent);
            continue;
        }
        quote.parent = parent;
        quote.depth = parent.map_or(0, |parent| kept[parent.index()].depth + 1);
        positions.push(Some(QuoteId::new(kept.len())));
        kept.push(quote);
    }
    kept
}

/// Takes the names for words where there are too many.
pub(super) fn forget_crowded(analysis: &Analysis<'_>, mentions: &mut Mentions) {
    let start = |mention: &Mention| {
        let first = analysis.chunk(mention.chunk).first;
        analysis.tokens[first.index()].span().start()
    };
    let named = || mentions.all.iter().filter(|mention| mention.is_named());
    let count = named().count();
    if count < NAMES * (STRETCH / PIECE) {
        return;
    }
    let mut list: Vec<&Mention> = Vec::with_capacity(count);
    list.extend(named());
    let crowded = crowded(&list, NAMES, |mention| start(mention));
    if crowded.is_empty() {
        return;
    }
    for mention in mentions.all.iter_mut().filter(|mention| mention.is_named()) {
        if crowded.binary_search(&(start(mention) / PIECE)).is_ok() {
            mention.name = (mention.first, mention.first);
            mention.kind = MentionKind::NounPhrase;
            mention.nature = Nature::Thing;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detector::QuoteDetector;

    const ARTICLE: &str = "“It holds,” said Ines Okoro.\n\n";
    const NARRATION: &str =
        "The rain went on all night, and in the morning the river had left its bed. ";

    /// How many quotes are found in `noise` between two articles, and how many attributions to the speaker of these.
    fn found(noise: &str) -> (usize, usize) {
        let noise = noise.repeat(4 * STRETCH / noise.len());
        let narration = NARRATION.repeat(4);
        let text = format!("{ARTICLE}{narration}\n\n{noise}\n\n{narration}\n\n{ARTICLE}");
        let document = QuoteDetector::new().detect(&text);
        let speakers = document.attributions().filter_map(|one| one.speaker());
        let spoken = speakers.filter(|speaker| speaker.name() == "Ines Okoro");
        (document.quotes().len(), spoken.count())
    }

    #[test]
    fn noise_between_two_texts_is_passed_over() {
        for noise in [",'", "\"", "“a”", "1,", "a b ", "(a)", "\"Yes.\" "] {
            let (quotes, spoken) = found(noise);
            assert!(spoken >= 2, "{noise}: {spoken}");
            // Its beginning and its end fill no stretch.
            assert!(quotes < STRETCH, "{noise}: {quotes}");
        }
    }

    #[test]
    fn short_lines_of_dialogue_are_text() {
        let line = "“Yes, I am,” she said to us.\n\n";
        assert_eq!(found(line).0, 4 * STRETCH / line.len() + 2);
    }

    #[test]
    fn a_quote_stands_in_the_one_that_is_left_around_it() {
        let span = |start: usize, end: usize| crate::span::Span::new(start, end).unwrap();
        let quote = |span, parent: Option<usize>, depth| Quote {
            span,
            pieces: Vec::new(),
            parent: parent.map(QuoteId::new),
            depth,
            opened: true,
            closed: true,
            kind: crate::quote::QuoteKind::Speech,
            style: crate::quote::QuoteStyle::Double,
        };
        let (end, count) = (3 * STRETCH, STRETCH / PIECE * QUOTES);
        let inner = |at: usize| quote(span(STRETCH + at, end - at - 1), Some(at), at as u32 + 1);
        let mut quotes = vec![quote(span(0, end), None, 0)];
        quotes.extend((0..count).map(inner));
        let last = span(2 * STRETCH, 2 * STRETCH + 9);
        quotes.push(quote(last, Some(count), count as u32 + 1));
        let kept = without_crowded(quotes);
        let shape: Vec<_> = kept
            .iter()
            .map(|quote| (quote.parent().map(QuoteId::index), quote.depth()))
            .collect();
        assert_eq!(shape, [(None, 0), (Some(0), 1)]);
    }
}
