//! The names of speakers in the labels of a script, whatever they look like: `annika:`, `<marta>`,
//! `SPEAKER 1:`.

use super::Analysis;
use crate::language::{Shape, Tag};
use crate::quote::QuoteStyle;
use crate::token::TokenKind;

/// The most tokens of a label, its marks counted.
const LONGEST: usize = 8;

/// Tags the words of each label as names, unless one of them is a title or an article.
pub(super) fn tag(analysis: &mut Analysis<'_>) {
    let Analysis {
        text,
        tokens,
        words,
        quotes,
        ..
    } = analysis;
    for quote in quotes.iter() {
        if quote.style() != QuoteStyle::Script {
            continue;
        }
        let start = quote.span().start();
        let speech = tokens.partition_point(|token| token.span().start() < start);
        let begins_line = |at: usize| {
            let before = at
                .checked_sub(1)
                .map_or(0, |before| tokens[before].span().end());
            at == 0 || text[before..tokens[at].span().start()].contains('\n')
        };
        let is_word =
            |at: usize| words[at].shape.has(Shape::WORD) || tokens[at].kind() == TokenKind::Number;
        let mut first = speech;
        for _ in 0..LONGEST {
            if first == 0 || first < speech && begins_line(first) {
                break;
            }
            first -= 1;
        }
        let mut label = first..speech;
        label.start += label.clone().take_while(|&at| !is_word(at)).count();
        label.end = label.start + label.clone().take_while(|&at| is_word(at)).count();
        let is_phrase = |at: usize| matches!(words[at].tag, Tag::Title | Tag::Determiner);
        // `Q:` and `A:` name nobody.
        let is_letter = label.len() == 1 && tokens[label.start].span().len() == 1;
        if begins_line(first) && !is_letter && !label.clone().any(is_phrase) {
            for at in label {
                words[at].tag = Tag::Name;
                words[at].shape.set(Shape::PROPER);
            }
        }
    }
}
