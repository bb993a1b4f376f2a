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
        // The end of a line without a full stop is a token.
        let begins_line = |at: usize| {
            let before = at
                .checked_sub(1)
                .map(|before| tokens[before].span().start());
            before.is_none_or(|before| text[before..tokens[at].span().start()].contains('\n'))
        };
        // "ada.berg:"
        let joins = |at: usize| {
            let is_beside = |at: usize| tokens[at - 1].span().end() == tokens[at].span().start();
            at > 0
                && tokens[at].text(text) == "."
                && is_beside(at)
                && tokens
                    .get(at + 1)
                    .is_some_and(|next| next.kind() == TokenKind::Word)
                && is_beside(at + 1)
        };
        let is_word = |at: usize| {
            // Not the time in "annika  10:42 AM".
            let is_number =
                tokens[at].kind() == TokenKind::Number && !tokens[at].text(text).contains(':');
            words[at].shape.has(Shape::WORD) || is_number || joins(at)
        };
        let mut first = speech;
        for _ in 0..LONGEST {
            if first == 0 || first < speech && begins_line(first) {
                break;
            }
            first -= 1;
        }
        let mut label = first..speech;
        // [quote=ben]
        let equals = label
            .clone()
            .rev()
            .find(|&at| tokens[at].text(text).starts_with('='));
        label.start = equals.map_or(first, |equals| equals + 1);
        // A time may stand before it: `00:12 Host:`.
        let is_letters = |at: usize| words[at].shape.has(Shape::WORD);
        label.start += label.clone().take_while(|&at| !is_letters(at)).count();
        label.end = label.start + label.clone().take_while(|&at| is_word(at)).count();
        // Of "RT @ada:" only the account names somebody.
        let mut within = first..speech;
        let account = within.find(|&at| tokens[at].text(text).starts_with('@'));
        if let Some(account) = account.filter(|&account| account == label.end) {
            for word in &mut words[label.start..account] {
                word.tag = Tag::Other;
            }
            label = account..account + 1;
        }
        // "Pupil A" is a name.
        let is_phrase = |at: usize| match words[at].tag {
            Tag::Determiner => at + 1 < label.end,
            tag => tag == Tag::Title,
        };
        // `Q:` and `A:` name nobody.
        let is_letter = label.len() == 1 && tokens[label.start].span().len() == 1;
        let is_numbered = label
            .clone()
            .any(|at| tokens[at].kind() == TokenKind::Number);
        if begins_line(first) && !is_letter && (is_numbered || !label.clone().any(is_phrase)) {
            for at in label {
                words[at].tag = Tag::Name;
                words[at].shape.set(Shape::PROPER);
                // "SARAH'S BROTHER" is one name.
                words[at].shape.unset(Shape::POSSESSIVE);
                words[at].base = tokens[at].span().len() as u32;
            }
        }
    }
}
