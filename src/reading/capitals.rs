//! Which capital letters mean a name: those that their place does not ask for.

use super::{Shape, Word};
use crate::hash::WordSet;
use crate::lexicon::WordId;
use crate::token::{MarkSide, Token, TokenKind, TokenRange};

/// Tells of each word with a capital whether its place asks for one, and whether the text writes
/// it with or without one where no place does. Puts into `headlines` for each sentence whether more
/// than three words have a capital that their place asks for.
pub(super) fn settle(
    text: &str,
    tokens: &[Token],
    words: &mut [Word],
    sentences: &[TokenRange],
    headlines: &mut Vec<bool>,
) {
    let mut proper: WordSet<&str> = WordSet::default();
    let mut placed = Vec::new();
    headlines.clear();
    for &sentence in sentences {
        let range = sentence.range();
        let headline = is_headline(&tokens[range.clone()], &words[range.clone()]);
        let mut starts = true;
        let known = placed.len();
        for at in range {
            match tokens[at].kind() {
                TokenKind::Word | TokenKind::Abbreviation => {
                    let word = &mut words[at];
                    if word.shape.has(Shape::CAPITAL) {
                        if starts || headline {
                            word.shape.set(Shape::PLACED);
                            placed.push(at);
                        } else {
                            word.shape.set(Shape::PROPER);
                            proper.insert(base(text, tokens[at], word));
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
        headlines.push(placed.len() - known > 3);
    }
    let common = Common::of(text, tokens, words);
    for at in placed {
        let (token, word) = (tokens[at], &mut words[at]);
        if proper.contains(base(text, token, word)) {
            word.shape.set(Shape::PROPER);
        }
        if token.kind() == TokenKind::Word && common.has(text, token, word) {
            word.shape.set(Shape::COMMON);
        }
    }
}

/// The words that a text writes without a capital.
struct Common<'t> {
    /// A bit for each listed word.
    listed: Vec<u64>,
    unlisted: WordSet<&'t str>,
}

impl<'t> Common<'t> {
    fn of(text: &'t str, tokens: &[Token], words: &[Word]) -> Common<'t> {
        let mut common = Common {
            listed: vec![0; WordId::COUNT / 64],
            unlisted: WordSet::default(),
        };
        for (&token, word) in tokens.iter().zip(words) {
            if token.kind() == TokenKind::Word && !word.shape.has(Shape::CAPITAL) {
                match word.facts.word {
                    WordId::UNKNOWN => {
                        common.unlisted.insert(base(text, token, word));
                    }
                    known => common.listed[known.index() / 64] |= 1 << (known.index() % 64),
                }
            }
        }
        common
    }

    /// Whether a word with a capital is one of them.
    fn has(&self, text: &str, token: Token, word: &Word) -> bool {
        match word.facts.word {
            WordId::UNKNOWN if self.unlisted.is_empty() => false,
            WordId::UNKNOWN => {
                let lower = base(text, token, word).to_lowercase();
                self.unlisted.contains(lower.as_str())
            }
            known => self.listed[known.index() / 64] >> (known.index() % 64) & 1 != 0,
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
                if 5 * small > tokens.len() {
                    return false;
                }
            }
        }
    }
    large >= 3 && large >= 5 * small
}
