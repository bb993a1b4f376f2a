//! Which capital letters mean a name: those that their position does not ask for.

use super::Analysis;
use crate::hash::WordSet;
use crate::ids::TokenId;
use crate::language::{Shape, Word, WordId};
use crate::token::{MarkSide, Token, TokenKind};

/// The most words of a sentence that have a capital since their position asks for one, if it is no headline.
const MOST_POSITIONAL: usize = 3;

/// Tells of each word with a capital whether its position asks for one, and whether the text writes
/// it with or without one where no position does. Tells of each sentence whether it is a headline.
pub(super) fn settle(analysis: &mut Analysis<'_>, common: &Common<'_>) {
    let &mut Analysis {
        text,
        tokens,
        ref mut words,
        sentences,
        ref open,
        ref mut headlines,
        ..
    } = analysis;
    let base = |at: TokenId, words: &[Word]| base(text, tokens[at.index()], &words[at.index()]);
    let room = || Vec::with_capacity(open.len());
    let (mut positional, mut proper) = (room(), room());
    let mut asked = Filter::default();
    headlines.clear();
    let mut open = open.iter().peekable();
    // How many words in capitals stand on the line, up to the sentence, and none without.
    let (mut shouted, mut last_end) = (0, None);
    for &sentence in sentences {
        let mut is_title_case = None;
        let start = tokens
            .get(sentence.start.index())
            .map_or(text.len(), |token| token.span().start());
        if last_end
            .is_none_or(|end: usize| text.get(end..start).is_none_or(|gap| gap.contains('\n')))
        {
            shouted = 0;
        }
        let known = positional.len();
        while let Some(&at) = open.next_if(|&&at| at < sentence.end) {
            if !words[at.index()].shape.has(Shape::CAPITAL) {
                continue;
            }
            let before = &tokens[sentence.start.index()..at.index()];
            if starts_sentence(text, before)
                || *is_title_case
                    .get_or_insert_with(|| is_headline(&words[sentence.range()], shouted))
            {
                words[at.index()].shape.set(Shape::POSITIONAL);
                asked.enter(base(at, words));
                positional.push(at);
            } else {
                words[at.index()].shape.set(Shape::PROPER);
                proper.push(at);
            }
        }
        headlines.push(positional.len() - known > MOST_POSITIONAL);
        let range = sentence.range();
        shouted = capitals(&words[range.clone()]).map_or(0, |capitals| shouted + capitals);
        last_end = range.last().map(|last| tokens[last].span().end());
    }
    let proper: WordSet<&str> = (proper.into_iter())
        .map(|at| base(at, words))
        .filter(|word| asked.may_have(word))
        .collect();
    let mut kept = Filter::default();
    proper.iter().for_each(|word| kept.enter(word));
    for at in positional {
        let word = base(at, words);
        if kept.may_have(word) && proper.contains(word) {
            words[at.index()].shape.set(Shape::PROPER);
        }
        let (token, word) = (tokens[at.index()], &mut words[at.index()]);
        if word.shape.has(Shape::WORD) && common.has(text, token, word) {
            word.shape.set(Shape::COMMON);
        }
    }
}

/// Whether a word after these tokens of its sentence is the first, or the first after a mark that
/// asks for a capital as the start of a sentence does.
///
/// What is looked past holds no word, so it stands before one word only.
fn starts_sentence(text: &str, before: &[Token]) -> bool {
    let mut rest = before;
    while let [before @ .., token] = rest {
        match token.kind() {
            TokenKind::Word | TokenKind::Abbreviation | TokenKind::Number => return false,
            TokenKind::Mark(MarkSide::Opening) => return true,
            // "the Farmers' Union"
            TokenKind::Mark(MarkSide::Either) if !is_after_word(before, *token) => return true,
            TokenKind::Dash | TokenKind::Ellipsis => return true,
            TokenKind::Punctuation if text.as_bytes()[token.span().start()] == b':' => return true,
            _ => rest = before,
        }
    }
    true
}

/// Whether a token stands right after a word.
fn is_after_word(before: &[Token], token: Token) -> bool {
    before.last().is_some_and(|word| {
        word.kind() == TokenKind::Word && word.span().end() == token.span().start()
    })
}

/// Tells most words from those that were entered, by their length and their ends.
#[derive(Default)]
struct Filter([u64; 16]);

impl Filter {
    fn position(word: &str) -> usize {
        let letter = |byte: Option<&u8>| byte.map_or(0, |&byte| usize::from(byte));
        let bytes = word.as_bytes();
        letter(bytes.first()) + 32 * letter(bytes.last()) + 5 * bytes.len()
    }

    fn enter(&mut self, word: &str) {
        let position = Filter::position(word);
        self.0[position / 64 % 16] |= 1 << (position % 64);
    }

    fn may_have(&self, word: &str) -> bool {
        let position = Filter::position(word);
        self.0[position / 64 % 16] >> (position % 64) & 1 != 0
    }
}

/// The words that a text writes without a capital.
pub(super) struct Common<'t> {
    /// A bit for each listed word.
    listed: [u64; WordId::COUNT / 64],
    unlisted: WordSet<&'t str>,
}

impl<'t> Common<'t> {
    pub(super) fn new() -> Common<'t> {
        Common {
            listed: [0; WordId::COUNT / 64],
            unlisted: WordSet::default(),
        }
    }

    /// Enters a word that has a number.
    #[inline]
    pub(super) fn enter_listed(&mut self, word: WordId) {
        self.listed[word.index() / 64] |= 1 << (word.index() % 64);
    }

    pub(super) fn enter(&mut self, word: WordId, base: &'t str) {
        match word {
            WordId::UNKNOWN => {
                self.unlisted.insert(base);
            }
            known => self.enter_listed(known),
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

/// So many words in capitals one after the other are no acronyms.
const SHOUTED: usize = 4;

/// How many words a sentence has that is written in capitals; nothing if one is not.
fn capitals(words: &[Word]) -> Option<usize> {
    let mut capitals = 0;
    for word in words.iter().filter(|word| word.shape.has(Shape::WORD)) {
        if !word.shape.has(Shape::ALL_CAPITALS) && word.base != 1 {
            return None;
        }
        capitals += 1;
    }
    Some(capitals)
}

/// From so many letters on, no style of title case leaves a word small.
const LONG_WORD: u32 = 4;
/// A headline has so many long words with a capital at least, and so many times as many as without one. By choice.
const LARGE_WORDS: usize = 3;
const LARGE_FOR_A_SMALL: usize = 5;

/// Whether a sentence is written in Title Case or in capitals: of its words of four letters and
/// more, which no style of title case leaves small, hardly one is; or all of its words are in capitals, and so many
/// right before it.
fn is_headline(words: &[Word], shouted_before: usize) -> bool {
    let (mut large, mut small) = (0, 0);
    for word in words {
        if word.base >= LONG_WORD && word.shape.has(Shape::WORD) {
            if word.shape.has(Shape::CAPITAL) {
                large += 1;
            } else {
                small += 1;
                if LARGE_FOR_A_SMALL * small > words.len() {
                    return false;
                }
            }
        }
    }
    large >= LARGE_WORDS && large >= LARGE_FOR_A_SMALL * small
        || capitals(words).is_some_and(|capitals| shouted_before + capitals >= SHOUTED)
}
