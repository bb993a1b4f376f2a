//! What tells that a quote quotes nobody: titles of works, terms, nicknames, irony.

use enumset::EnumSet;

use super::AttributionInput;
use super::features::QuotationFeature;
use super::quote_position::QuotePosition;
use super::word_feature::{WordFeature, WordSlot};
use crate::analysis::{ChunkKind, Shape, Tag};
use crate::ids::{SentenceId, TokenId};
use crate::language::Class;
use crate::model::FeatureSet;
use crate::quote::QuoteId;

/// No more tokens of a quote are looked at. Titles, terms and nicknames have fewer.
const MOST_TOKENS: usize = 40;

/// The most words of a quote of few, and the fewest of one of many. Set by hand; features are made of these steps, so that
/// the weights must be fitted anew when one changes.
const FEW_WORDS: usize = 3;
const MANY_WORDS: usize = 10;

/// The most words of a title in capitals.
const LONGEST_TITLE: usize = 10;

/// The fewest words with a capital of a title: one alone may begin a sentence.
const FEWEST_CAPITALS: usize = 2;

/// The most words of a nickname.
const LONGEST_NICKNAME: usize = 3;

/// A small word of fewer letters says nothing against a title in capitals: "of", "and".
const SHORTEST_SMALL_WORD: u32 = 4;

/// What tells that a quote quotes nobody, or that it quotes somebody.
pub(super) fn features(
    input: &AttributionInput<'_>,
    quote: QuoteId,
    position: &QuotePosition,
) -> EnumSet<QuotationFeature> {
    use QuotationFeature::*;
    let analysis = input.analysis;
    let within = Within::of(input, position);
    let mut features = EnumSet::new();
    features.add(NonQuotation);
    features |= within.features();
    let before = analysis.previous_sibling(position.opening);
    let starts = before.is_none_or(|chunk| analysis.chunk(chunk).kind == ChunkKind::Colon);
    // What a dash or a label sets off is speech, however short.
    let unmarked = !analysis.quotes[quote.index()].style().has_marks();
    let sentence = starts && within.starts_upper && within.has_stop;
    features.add_if(unmarked || sentence, NonQuotationSentence);
    features.add_if(position.is_alone(input), NonQuotationAlone);
    if let Some(before) = analysis.chunk(position.opening).first.previous()
        && analysis.previous_sibling(position.opening).is_some()
    {
        features |= features_before(input, position, &within, before);
    }
    if let Some(after) = analysis.next_sibling(position.closing) {
        let word = analysis.first_word(after);
        features.add_if(
            matches!(word.tag, Tag::Noun | Tag::Name),
            NonQuotationNounAfter,
        );
        features.add_if(word.is(Class::Work), NonQuotationWork);
    }
    let sentence = position.first_sentence;
    let headline = sentence == SentenceId::FIRST || analysis.headlines[sentence.index()];
    features.add_if(headline, NonQuotationHeadline);
    features
}

/// What the words within a quote tell.
struct Within {
    words: usize,
    is_title: bool,
    starts_upper: bool,
    starts_lower: bool,
    has_stop: bool,
    has_pronoun: bool,
    has_verb: bool,
}

impl Within {
    fn of(input: &AttributionInput<'_>, position: &QuotePosition) -> Within {
        let analysis = input.analysis;
        let first = analysis.chunk(position.opening).end;
        let end = analysis.chunk(position.closing).first;
        let is_capital = |at| analysis.word(at).shape.has(Shape::CAPITAL);
        let last = analysis.last_within(position.quote);
        let is_stop = |last| matches!(analysis.word(last).tag, Tag::Comma | Tag::Stop);
        let mut within = Within {
            words: 0,
            is_title: false,
            starts_upper: first < end && is_capital(first),
            starts_lower: first < end && !is_capital(first),
            has_stop: last.is_some_and(is_stop),
            has_pronoun: false,
            has_verb: false,
        };
        let (mut large, mut small) = (0, 0);
        for at in first.up_to(end.min(first.plus(MOST_TOKENS))) {
            let word = analysis.word(at);
            match word.tag {
                Tag::Comma | Tag::Stop | Tag::Mark | Tag::Dash | Tag::Other => continue,
                Tag::Verb | Tag::Be | Tag::Have | Tag::Do | Tag::Modal => within.has_verb = true,
                Tag::Pronoun | Tag::Possessive => within.has_pronoun = true,
                _ => {}
            }
            within.words += 1;
            if word.shape.has(Shape::CAPITAL) {
                large += 1;
            } else if word.base >= SHORTEST_SMALL_WORD {
                small += 1;
            }
        }
        within.is_title = large >= FEWEST_CAPITALS && small == 0 && within.words <= LONGEST_TITLE;
        within
    }

    fn features(&self) -> EnumSet<QuotationFeature> {
        use QuotationFeature::*;
        let mut features = EnumSet::new();
        match self.words {
            0 | 1 => features.add(NonQuotationOneWord),
            ..=FEW_WORDS => features.add(NonQuotationFewWords),
            MANY_WORDS.. => features.add(NonQuotationManyWords),
            _ => {}
        }
        features.add_if(self.is_title, NonQuotationTitleCase);
        features.add_if(self.starts_lower, NonQuotationSmallStart);
        features.add_if(self.has_stop, NonQuotationStopInside);
        features.add_if(self.has_pronoun, NonQuotationPronoun);
        features.add_if(self.has_verb, NonQuotationVerb);
        features
    }
}

/// What the word before a quote tells, in the same sentence.
fn features_before(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
    within: &Within,
    before: TokenId,
) -> EnumSet<QuotationFeature> {
    use QuotationFeature::*;
    let analysis = input.analysis;
    let word = analysis.word(before);
    let mut features = EnumSet::new();
    features.add_if(word.is(Class::Naming), NonQuotationNamed);
    features.add_if(word.is(Class::Work), NonQuotationWork);
    let leads_noun = matches!(word.tag, Tag::Determiner | Tag::Adjective);
    features.add_if(leads_noun, NonQuotationArticle);
    let owned = word.shape.has(Shape::POSSESSIVE);
    features.add_if(owned, NonQuotationOwned);
    let named = match before.previous() {
        Some(before) if word.tag == Tag::Comma => analysis.word(before),
        _ => word,
    };
    let titled = within.is_title && (owned || named.is(Class::Work));
    features.add_if(titled, NonQuotationTitled);
    features.add_if(word.tag == Tag::Preposition, NonQuotationPreposition);
    let after = analysis.chunk(position.closing).end;
    let after = analysis.words.get(after.index());
    let within_name = word.tag == Tag::Name && after.is_some_and(|word| word.tag == Tag::Name);
    let nickname = within_name && within.words <= LONGEST_NICKNAME;
    features.add_if(nickname, NonQuotationNickname);
    features
}

/// The words right before and after a quote in its sentence.
pub(super) fn words(
    input: &AttributionInput<'_>,
    position: &QuotePosition,
) -> [Option<WordFeature>; 2] {
    let analysis = input.analysis;
    let before = analysis
        .previous_sibling(position.opening)
        .and_then(|_| analysis.chunk(position.opening).first.previous());
    let after = analysis
        .next_sibling(position.closing)
        .map(|chunk| analysis.chunk(chunk).first);
    let word = |slot, token: Option<TokenId>| {
        let word = token.map(|token| analysis.word(token));
        word.filter(|word| !word.shape.has(Shape::CAPITAL))
            .and_then(|word| WordFeature::of(slot, word.facts))
    };
    [word(WordSlot::Before, before), word(WordSlot::After, after)]
}
