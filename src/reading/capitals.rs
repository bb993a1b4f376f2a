//! Which capital letters mean a name: those that their place does not ask for.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, DefaultHasher};

use super::{Shape, Word};
use crate::token::{MarkSide, Token, TokenKind, TokenRange};

type Words<'t> = HashSet<&'t str, BuildHasherDefault<DefaultHasher>>;

/// Tells of each word with a capital whether its place asks for one, and whether the text writes
/// it with or without one where no place does.
pub(super) fn settle(text: &str, tokens: &[Token], words: &mut [Word], sentences: &[TokenRange]) {
    let mut proper = Words::default();
    for &sentence in sentences {
        let range = sentence.range();
        let headline = is_headline(&tokens[range.clone()], &words[range.clone()]);
        let mut starts = true;
        for at in range {
            match tokens[at].kind() {
                TokenKind::Word | TokenKind::Abbreviation => {
                    let shape = &mut words[at].shape;
                    if shape.has(Shape::CAPITAL) {
                        if starts || headline {
                            shape.set(Shape::PLACED);
                        } else {
                            proper.insert(base(text, tokens[at], &words[at]));
                        }
                    }
                    starts = false;
                }
                TokenKind::Mark(side) => {
                    starts |= side != MarkSide::Closing && side != MarkSide::Apostrophe
                }
                TokenKind::Dash | TokenKind::Ellipsis => starts = true,
                TokenKind::Number => starts = false,
                TokenKind::Punctuation => starts |= &text[tokens[at].span()] == ":",
                _ => {}
            }
        }
    }
    let mut common = Words::default();
    for (token, word) in tokens.iter().zip(words.iter()) {
        if token.kind() == TokenKind::Word && !word.shape.has(Shape::CAPITAL) {
            common.insert(base(text, *token, word));
        }
    }
    let mut lower = String::new();
    for (token, word) in tokens.iter().zip(words.iter_mut()) {
        if !word.shape.has(Shape::CAPITAL) {
            continue;
        }
        let base = base(text, *token, word);
        if proper.contains(base) {
            word.shape.set(Shape::PROPER);
        }
        if word.shape.has(Shape::PLACED) {
            lower.clear();
            lower.extend(base.chars().flat_map(char::to_lowercase));
            if common.contains(lower.as_str()) {
                word.shape.set(Shape::COMMON);
            }
        }
    }
}

fn base<'t>(text: &'t str, token: Token, word: &Word) -> &'t str {
    let start = token.span().start();
    &text[start..start + word.base as usize]
}

/// Whether a sentence is written in Title Case or in capitals: of its words of four letters and
/// more, which no style of title case leaves small, hardly one is.
fn is_headline(tokens: &[Token], words: &[Word]) -> bool {
    let (mut large, mut small) = (0, 0);
    for (token, word) in tokens.iter().zip(words) {
        if token.kind() == TokenKind::Word && word.base >= 4 {
            if word.shape.has(Shape::CAPITAL) {
                large += 1;
            } else {
                small += 1;
            }
        }
    }
    large >= 3 && large >= 5 * small
}
