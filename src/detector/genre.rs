//! News or novel, told from the text itself.

use crate::analysis::{Analysis, Shape, Tag, Word, steps};
use crate::exponential::exp;
use crate::kinds::Genre;
use crate::language::{Class, Classes, GenreSigns, Sign};
use crate::quote::Quote;
use crate::span::Span;
use crate::token::{TokenKind, TokenRange};

/// Of a text shorter than this many words nothing is told: it is read as news, unless it is a dialogue.
const FEWEST: i64 = 100;
/// How many words of a text are looked at.
const MOST: i64 = 40_000;
/// What the signs of stories must outweigh, in thousandths of the words.
const THRESHOLD: i64 = -58;

/// How much a thousandth more of the words' signs adds to the log-odds that the text is a novel. Fitted, with
/// the threshold held, on PolNeAR's training part, LitBank's development part and 22 novels, whole and in pieces
/// of 100 to 2000 words; four in five texts are taken to be news.
const LOG_ODDS: f32 = 0.048;

/// The most tokens of a paragraph that is one turn of a conversation.
const TURN: usize = 40;
/// How much each turn that answers another speaks for a story.
const ANSWER: i64 = 4;

/// How much each sign speaks for a story: a pronoun of a person, a question or exclamation, the past tense. And
/// how much for news: the present tense, a capital, a day or month, a word of reports, a number.
const PERSON: i64 = 1;
const OUTCRY: i64 = 2;
const TENSE: i64 = 1;
const CAPITAL: i64 = 1;
const DAY: i64 = 2;
const REPORT: i64 = 2;
const NUMBER: i64 = 3;

const DAYS: Classes = Classes::of(&[Class::Weekday, Class::Month]);

/// Stories speak of "he" and "she" in the past, news of names and numbers in the present. The
/// signs of the one are counted against those of the other. In stories people answer each other.
///
/// With the genre comes how probable it is; nothing where the text is too short to tell.
pub(super) fn of(analysis: &Analysis<'_>) -> (Genre, Option<f32>) {
    let signs = &analysis.language.genre;
    let (mut words, mut score) = (0, 0);
    let mut end = analysis.tokens.len();
    for (at, (token, word)) in analysis.tokens.iter().zip(&analysis.words).enumerate() {
        if word.shape.has(Shape::WORD) {
            score += sign(signs, word);
        } else {
            match token.kind() {
                TokenKind::Number => score -= NUMBER,
                TokenKind::Abbreviation => {}
                TokenKind::Punctuation => {
                    let byte = analysis.text.as_bytes()[token.span().start()];
                    score += OUTCRY * i64::from(matches!(byte, b'?' | b'!'));
                    continue;
                }
                _ => continue,
            }
        }
        score -= CAPITAL * i64::from(word.shape.has(Shape::CAPITAL));
        words += 1;
        if words == MOST {
            end = at;
            break;
        }
    }
    score += ANSWER * answers(analysis, end);
    if words < FEWEST {
        let genre = match is_dialogue(analysis) {
            true => Genre::Novel,
            false => Genre::News,
        };
        return (genre, None);
    }
    let above = (1000 * score - THRESHOLD * words) as f32 / words as f32;
    let probability = 1.0 / (1.0 + exp(-LOG_ODDS * above.abs()));
    let genre = if above > 0.0 {
        Genre::Novel
    } else {
        Genre::News
    };
    (genre, Some(probability))
}

/// How many short paragraphs before a token begin with a quotation, as the one before does.
fn answers(analysis: &Analysis<'_>, end: usize) -> i64 {
    let is_turn = |paragraph: &TokenRange| {
        let range = paragraph.range();
        let start = analysis.tokens[range.start].span().start();
        let starts = |quote: &Quote| quote.span().start();
        range.len() <= TURN && analysis.quotes.binary_search_by_key(&start, starts).is_ok()
    };
    let pairs = analysis.paragraphs.windows(2);
    pairs
        .take_while(|pair| pair[1].range().end <= end)
        .filter(|pair| pair.iter().all(is_turn))
        .count() as i64
}

/// So many paragraphs of quotations are a dialogue, fewer if somebody asks or exclaims.
const CALM_DIALOGUE: usize = 3;
const LIVELY_DIALOGUE: usize = 2;

/// Whether all paragraphs of a text begin or end with a quotation, and one has no reporting clause: there people
/// answer each other.
fn is_dialogue(analysis: &Analysis<'_>) -> bool {
    let quotes = || analysis.quotes.iter().filter(|quote| quote.depth() == 0);
    let is_marked = quotes().all(|quote| quote.style().has_marks());
    // None reaches into another, so that their ends are in order too.
    let spans: Vec<Span> = quotes().map(Quote::span).collect();
    let has_edge = |edge: fn(Span) -> usize, at: usize| {
        let compare = |&span: &Span| {
            steps::step();
            edge(span)
        };
        spans.binary_search_by_key(&at, compare).is_ok()
    };
    let offsets = |paragraph: &TokenRange| {
        let range = paragraph.range();
        let start = analysis.tokens[range.start].span().start();
        let end = analysis.tokens[range.end - 1].span().end();
        (start, end, range.len())
    };
    let mut has_bare_turn = false;
    let mut is_turn = |paragraph: &TokenRange| {
        let (start, end, length) = offsets(paragraph);
        let ends = has_edge(Span::end, end);
        has_bare_turn |= ends;
        length <= TURN && (ends || has_edge(Span::start, start))
    };
    let is_lively = quotes()
        .any(|quote| analysis.text[quote.span()].contains(['?', '!']) || calls(analysis, quote));
    let fewest = if is_lively {
        LIVELY_DIALOGUE
    } else {
        CALM_DIALOGUE
    };
    let paragraphs = analysis.paragraphs;
    is_marked && paragraphs.len() >= fewest && paragraphs.iter().all(&mut is_turn) && has_bare_turn
}

/// Whether a quote begins with a name that it calls: “Ada, come here.”
fn calls(analysis: &Analysis<'_>, quote: &Quote) -> bool {
    let start = quote.span().start();
    let opening = analysis
        .tokens
        .partition_point(|token| token.span().start() < start);
    let tag = |at: usize| analysis.words.get(at).map(|word| word.tag);
    tag(opening + 1) == Some(Tag::Name) && tag(opening + 2) == Some(Tag::Comma)
}

/// How much a word speaks for a story.
#[inline]
fn sign(signs: &GenreSigns, word: &Word) -> i64 {
    match signs.get(word.whole().index()) {
        Sign::None if word.shape.has(Shape::CAPITAL) && word.is_any(DAYS) => -DAY,
        Sign::None => 0,
        Sign::Person => PERSON * i64::from(matches!(word.tag, Tag::Pronoun | Tag::Possessive)),
        Sign::Past => TENSE,
        Sign::Present => -TENSE,
        Sign::Report => -REPORT * i64::from(word.tag != Tag::Verb),
    }
}
