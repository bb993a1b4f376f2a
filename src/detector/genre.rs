//! News or novel, told from the text itself.

use crate::analysis::{Analysis, ChunkKind, Shape, Tag, Word, steps};
use crate::exponential::exp;
use crate::ids::ChunkId;
use crate::kinds::Genre;
use crate::language::{Class, Classes, Frame, GenreSigns, Sign};
use crate::quote::{Quote, QuoteKind, QuoteStyle};
use crate::span::Span;
use crate::token::{TokenKind, TokenRange};

/// Of a text shorter than this many words nothing is told: it is read as news, unless it is a dialogue.
const FEWEST: i64 = 100;
/// How many words of a text are looked at.
const MOST: i64 = 40_000;
/// What the signs of stories must outweigh, in thousandths of the words.
const THRESHOLD: i64 = -640;

/// How much a thousandth more of the words' signs adds to the log-odds that the text is a novel.
const LOG_ODDS: f32 = 0.0028;

/// The most tokens of a paragraph that is one turn of a conversation.
const TURN: usize = 40;

/// How much each sign is evidence for a story: a pronoun of a person, a question or exclamation, the past tense, a turn
/// that answers another. And how much for news: the present tense, a capital, a day or month, a word of reports, a
/// number.
///
/// `train genre` fits these, the threshold and the log-odds, in tenths of what a pronoun weighs, to PolNeAR's training
/// part, LitBank's development part and 22 novels, whole and in pieces of 100 to 2000 words; four in five texts are
/// taken to be news. 97.1 % of them are told so.
const PERSON: i64 = 10;
const OUTCRY: i64 = 42;
const PAST: i64 = 25;
const ANSWER: i64 = 93;
const PRESENT: i64 = 11;
const CAPITAL: i64 = 13;
const DAY: i64 = 37;
const REPORT: i64 = 96;
const NUMBER: i64 = 89;

const DAYS: Classes = Classes::of(&[Class::Weekday, Class::Month]);

/// How often each sign of a genre stands in a text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct GenreCounts {
    persons: i64,
    outcries: i64,
    past: i64,
    present: i64,
    capitals: i64,
    days: i64,
    reports: i64,
    numbers: i64,
    answers: i64,
    /// How many words were looked at.
    pub(crate) words: i64,
}

impl GenreCounts {
    pub(crate) fn of(analysis: &Analysis<'_>) -> GenreCounts {
        let signs = &analysis.language.genre;
        let mut counts = GenreCounts::default();
        let mut words = analysis.tokens.iter().zip(&analysis.words);
        while counts.words < MOST
            && let Some((token, word)) = words.next()
        {
            if word.shape.has(Shape::WORD) {
                counts.add(signs, word);
            } else {
                match token.kind() {
                    TokenKind::Number => counts.numbers += 1,
                    TokenKind::Abbreviation => {}
                    TokenKind::Punctuation => {
                        let byte = analysis.text.as_bytes()[token.span().start()];
                        counts.outcries += i64::from(matches!(byte, b'?' | b'!'));
                        continue;
                    }
                    _ => continue,
                }
            }
            counts.capitals += i64::from(word.shape.has(Shape::CAPITAL));
            counts.words += 1;
        }
        let end = analysis.tokens.len() - words.len() - usize::from(counts.words == MOST);
        counts.answers = answers(analysis, end);
        counts
    }

    /// Whether somebody who is called by the given name alone, or "he", does something right after a line of speech in a
    /// text without signs of news: “Come here.” Ada waved.
    fn is_scene(&self, analysis: &Analysis<'_>) -> bool {
        let is_story = [self.days, self.reports, self.numbers] == [0; 3];
        is_story
            && analysis
                .quotes
                .iter()
                .zip(&analysis.quote_chunks)
                .any(|(quote, &(_, closing))| {
                    let ends = analysis.next_sibling(closing).is_none();
                    quote.depth() == 0
                        && quote.style().has_marks()
                        && quote.kind() == QuoteKind::Speech
                        && ends
                        && begins_beat(analysis, closing.next())
                })
    }

    #[inline]
    fn add(&mut self, signs: &GenreSigns, word: &Word) {
        match signs.get(word.whole().index()) {
            Sign::None => {
                let is_day = word.shape.has(Shape::CAPITAL) && word.is_any(DAYS);
                self.days += i64::from(is_day);
            }
            Sign::Person => {
                self.persons += i64::from(matches!(word.tag, Tag::Pronoun | Tag::Possessive));
            }
            Sign::Past => self.past += 1,
            Sign::Present => self.present += 1,
            Sign::Report => self.reports += i64::from(word.tag != Tag::Verb),
        }
    }

    /// How much evidence the signs are for a story, in thousandths of the words, beyond what they must.
    pub(crate) fn above_threshold(&self) -> f32 {
        let stories = PERSON * self.persons
            + OUTCRY * self.outcries
            + PAST * self.past
            + ANSWER * self.answers;
        let news = PRESENT * self.present
            + CAPITAL * self.capitals
            + DAY * self.days
            + REPORT * self.reports
            + NUMBER * self.numbers;
        (1000 * (stories - news) - THRESHOLD * self.words) as f32 / self.words as f32
    }

    /// How often each sign stands there: pronouns, outcries, the past, answers; the present, capitals, days, words of
    /// reports, numbers.
    #[cfg(feature = "fit")]
    pub(crate) fn signs(&self) -> [i64; 9] {
        [
            self.persons,
            self.outcries,
            self.past,
            self.answers,
            self.present,
            self.capitals,
            self.days,
            self.reports,
            self.numbers,
        ]
    }
}

/// Stories speak of "he" and "she" in the past, news of names and numbers in the present. The
/// signs of the one are counted against those of the other. In stories people answer each other.
///
/// With the genre comes how probable it is; nothing where the text is too short to tell.
pub(super) fn of(analysis: &Analysis<'_>) -> (Genre, Option<f32>) {
    let counts = GenreCounts::of(analysis);
    if counts.words < FEWEST {
        let genre = match is_dialogue(analysis) || counts.is_scene(analysis) {
            true => Genre::Novel,
            false => Genre::News,
        };
        return (genre, None);
    }
    let above = counts.above_threshold();
    let probability = 1.0 / (1.0 + exp(-LOG_ODDS * above.abs()));
    let genre = if above > 0.0 {
        Genre::Novel
    } else {
        Genre::News
    };
    (genre, Some(probability))
}

/// Whether a sentence begins with whoever does something, in the paragraph of the chunk before: "Ada waved."
fn begins_beat(analysis: &Analysis<'_>, first: ChunkId) -> bool {
    let Some(subject) = analysis.chunks.get(first.index()) else {
        return false;
    };
    let is_beside = first
        .previous()
        .is_some_and(|before| analysis.paragraph(before) == analysis.paragraph(first));
    let head = analysis.word(subject.head);
    let is_alone = subject.first.next() == subject.end;
    let is_somebody = subject.kind == ChunkKind::NounPhrase
        && is_alone
        && match head.tag {
            Tag::Name => head.is(Class::GivenName) && !head.is_any(OTHER_NAMES),
            Tag::Pronoun => head.is(Class::Male) || head.is(Class::Female),
            _ => false,
        };
    is_beside
        && is_somebody
        && analysis
            .chunks
            .get(first.next().index())
            .is_some_and(|verb| {
                let word = analysis.word(verb.head);
                matches!(verb.kind, ChunkKind::VerbGroup(_))
                    && word.is(Class::VerbPast)
                    && (!word.facts.takes(Frame::After) || word.facts.takes(Frame::Weak))
            })
}

/// Names that organisations and places bear too.
const OTHER_NAMES: Classes = Classes::of(&[Class::Organisation, Class::Place]);

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
    let is_marked =
        quotes().all(|quote| quote.style().has_marks() || quote.style() == QuoteStyle::Dash);
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
    let answers_by_name = || {
        let is_bare = |paragraph: &TokenRange| {
            let (start, end, length) = offsets(paragraph);
            length <= TURN && has_edge(Span::start, start) && has_edge(Span::end, end)
        };
        let mut pairs = analysis.paragraphs.windows(2);
        pairs.any(|pair| pair.iter().all(is_bare)) && quotes().any(|quote| calls(analysis, quote))
    };
    if is_marked && answers_by_name() {
        return true;
    }
    let fewest = if is_lively {
        LIVELY_DIALOGUE
    } else {
        CALM_DIALOGUE
    };
    let paragraphs = analysis.paragraphs;
    is_marked && paragraphs.len() >= fewest && paragraphs.iter().all(&mut is_turn) && has_bare_turn
}

/// Whether a quote begins or ends with a name that it calls: “Ada, come here.” “Come here, Ada.”
fn calls(analysis: &Analysis<'_>, quote: &Quote) -> bool {
    let position = |offset: usize| {
        let tokens = analysis.tokens;
        tokens.partition_point(|token| token.span().start() < offset)
    };
    let tag = |at: usize| analysis.words.get(at).map(|word| word.tag);
    let opening = position(quote.span().start());
    let end = position(quote.span().end());
    let begins = tag(opening + 1) == Some(Tag::Name) && tag(opening + 2) == Some(Tag::Comma);
    // After the name stand a stop and the mark.
    let ends = end >= opening + 5
        && [end - 4, end - 3, end - 2].map(tag) == [Tag::Comma, Tag::Name, Tag::Stop].map(Some);
    begins || ends
}
