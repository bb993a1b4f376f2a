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
    let mut common = Common::new();
    let (mut placed, mut proper) = (Vec::new(), Vec::new());
    headlines.clear();
    for &sentence in sentences {
        let range = sentence.range();
        let headline = is_headline(&words[range.clone()]);
        let mut starts = true;
        let known = placed.len();
        for at in range {
            let (token, word) = (tokens[at], &mut words[at]);
            let written_out = word.shape.has(Shape::WORD);
            if written_out || matches!(token.kind(), TokenKind::Abbreviation) {
                if !word.shape.has(Shape::CAPITAL) {
                    if written_out {
                        common.enter(text, token, word);
                    }
                } else if starts || headline {
                    word.shape.set(Shape::PLACED);
                    placed.push(at as u32);
                } else {
                    word.shape.set(Shape::PROPER);
                    proper.push(at as u32);
                }
                starts = false;
                continue;
            }
            match token.kind() {
                TokenKind::Mark(side) => {
                    starts |= side != MarkSide::Closing && side != MarkSide::Apostrophe
                }
                TokenKind::Dash | TokenKind::Ellipsis => starts = true,
                TokenKind::Number => starts = false,
                TokenKind::Punctuation => starts |= text.as_bytes()[token.span().start()] == b':',
                _ => {}
            }
        }
        headlines.push(placed.len() - known > 3);
    }
    let base = |at: u32, words: &[Word]| base(text, tokens[at as usize], &words[at as usize]);
    let mut asked = Filter::default();
    for &at in &placed {
        asked.enter(base(at, words));
    }
    let proper: WordSet<&str> = (proper.into_iter())
        .map(|at| base(at, words))
        .filter(|word| asked.may_have(word))
        .collect();
    for at in placed {
        if proper.contains(base(at, words)) {
            words[at as usize].shape.set(Shape::PROPER);
        }
        let (token, word) = (tokens[at as usize], &mut words[at as usize]);
        if word.shape.has(Shape::WORD) && common.has(text, token, word) {
            word.shape.set(Shape::COMMON);
        }
    }
}

/// Tells most words from those that were entered, by their length and their ends.
#[derive(Default)]
struct Filter([u64; 16]);

impl Filter {
    fn place(word: &str) -> usize {
        let letter = |byte: Option<&u8>| byte.map_or(0, |&byte| usize::from(byte));
        let bytes = word.as_bytes();
        letter(bytes.first()) + 32 * letter(bytes.last()) + 5 * bytes.len()
    }

    fn enter(&mut self, word: &str) {
        let place = Filter::place(word);
        self.0[place / 64 % 16] |= 1 << (place % 64);
    }

    fn may_have(&self, word: &str) -> bool {
        let place = Filter::place(word);
        self.0[place / 64 % 16] >> (place % 64) & 1 != 0
    }
}

/// The words that a text writes without a capital.
struct Common<'t> {
    /// A bit for each listed word.
    listed: Vec<u64>,
    unlisted: WordSet<&'t str>,
}

impl<'t> Common<'t> {
    fn new() -> Common<'t> {
        Common {
            listed: vec![0; WordId::COUNT / 64],
            unlisted: WordSet::default(),
        }
    }

    #[inline]
    fn enter(&mut self, text: &'t str, token: Token, word: &Word) {
        match word.facts.word {
            WordId::UNKNOWN => {
                self.unlisted.insert(base(text, token, word));
            }
            known => self.listed[known.index() / 64] |= 1 << (known.index() % 64),
        }
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
fn is_headline(words: &[Word]) -> bool {
    let (mut large, mut small) = (0, 0);
    for word in words {
        if word.base >= 4 && word.shape.has(Shape::WORD) {
            if word.shape.has(Shape::CAPITAL) {
                large += 1;
            } else {
                small += 1;
                if 5 * small > words.len() {
                    return false;
                }
            }
        }
    }
    large >= 3 && large >= 5 * small
}
