//! What tells that a quote quotes nobody: titles of works, terms, nicknames, irony.

use super::Scene;
use enumset::EnumSet;

use super::features::{FeatureSet, QuotationFeature};
use super::place::Place;
use super::word_feature::{WordFeature, WordSlot};
use crate::analysis::{ChunkKind, Shape, Tag};
use crate::ids::{SentenceId, TokenId};
use crate::language::{Class, Classes};
use crate::quote::{QuoteId, QuoteStyle};

/// What tells that a quote quotes nobody, or that it quotes somebody.
pub(super) fn features(
    scene: &Scene<'_>,
    quote: QuoteId,
    place: &Place,
) -> EnumSet<QuotationFeature> {
    use QuotationFeature::*;
    let analysis = scene.analysis;
    let first = analysis.chunk(place.opening).end;
    let end = analysis.chunk(place.closing).first;
    let mut features = EnumSet::new();
    features.add(Nobody);
    let (mut words, mut large, mut small, mut you, mut verb) = (0, 0, 0, false, false);
    // Long quotes are speech whatever else is in them: forty tokens tell enough.
    for at in first.up_to(end.min(first.plus(40))) {
        let word = analysis.word(at);
        let tag = word.tag;
        if matches!(
            tag,
            Tag::Comma | Tag::Stop | Tag::Mark | Tag::Dash | Tag::Other
        ) {
            continue;
        }
        words += 1;
        if word.shape.has(Shape::CAPITAL) {
            large += 1;
        } else if word.base >= 4 {
            small += 1;
        }
        verb |= matches!(tag, Tag::Verb | Tag::Be | Tag::Have | Tag::Do | Tag::Modal);
        you |= tag == Tag::Pronoun || tag == Tag::Possessive;
    }
    match words {
        0 | 1 => features.add(NobodyOneWord),
        2 | 3 => features.add(NobodyFewWords),
        10.. => features.add(NobodyManyWords),
        _ => {}
    }
    let title_case = large >= 2 && small == 0 && words <= 10;
    features.add_if(title_case, NobodyTitleCase);
    features.add_if(
        first < end && !analysis.word(first).shape.has(Shape::CAPITAL),
        NobodySmallStart,
    );
    let last = end.previous().filter(|&last| last >= first);
    let stop = last.is_some_and(|last| matches!(analysis.word(last).tag, Tag::Comma | Tag::Stop));
    features.add_if(stop, NobodyStopInside);
    let before = analysis.previous_sibling(place.opening);
    let starts = before.is_none_or(|chunk| analysis.chunk(chunk).kind == ChunkKind::Colon);
    let capital = first < end && analysis.word(first).shape.has(Shape::CAPITAL);
    let style = analysis.quotes[quote.index()].style();
    // What a dash or a label sets off is speech, however short.
    let unmarked = matches!(style, QuoteStyle::Dash | QuoteStyle::Script);
    let sentence = starts && capital && stop;
    features.add_if(unmarked || sentence, NobodySentence);
    features.add_if(you, NobodyFirstPerson);
    features.add_if(verb, NobodyVerb);
    features.add_if(place.is_alone(scene), NobodyAlone);
    let naming = Classes::of(&[Class::Naming]);
    let work = Classes::of(&[Class::Work]);
    if let Some(before) = analysis.chunk(place.opening).first.previous()
        && analysis.previous_sibling(place.opening).is_some()
    {
        let word = analysis.word(before);
        features.add_if(word.is_any(naming), NobodyNamed);
        features.add_if(word.is_any(work), NobodyWork);
        features.add_if(
            matches!(word.tag, Tag::Determiner | Tag::Adjective),
            NobodyArticle,
        );
        let owned = word.shape.has(Shape::POSSESSIVE);
        features.add_if(owned, NobodyOwned);
        let named = match before.previous() {
            Some(before) if word.tag == Tag::Comma => analysis.word(before),
            _ => word,
        };
        features.add_if(title_case && (owned || named.is_any(work)), NobodyTitled);
        features.add_if(word.tag == Tag::Preposition, NobodyPreposition);
        let name = word.tag == Tag::Name;
        let behind = analysis.chunk(place.closing).end;
        let nickname = name
            && analysis
                .words
                .get(behind.index())
                .is_some_and(|word| word.tag == Tag::Name);
        features.add_if(nickname && words <= 3, NobodyNickname);
    }
    if let Some(behind) = analysis.next_sibling(place.closing) {
        let chunk = analysis.chunk(behind);
        let word = analysis.word(chunk.first);
        features.add_if(matches!(word.tag, Tag::Noun | Tag::Name), NobodyNounBehind);
        features.add_if(word.is_any(work), NobodyWork);
    }
    let sentence = place.first_sentence;
    let headline = sentence == SentenceId::FIRST || analysis.headlines[sentence.index()];
    features.add_if(headline, NobodyHeadline);
    features
}

/// The words right before and behind a quote in its sentence.
pub(super) fn words(scene: &Scene<'_>, place: &Place) -> [Option<WordFeature>; 2] {
    let analysis = scene.analysis;
    let before = analysis
        .previous_sibling(place.opening)
        .and_then(|_| analysis.chunk(place.opening).first.previous());
    let behind = analysis
        .next_sibling(place.closing)
        .map(|chunk| analysis.chunk(chunk).first);
    let word = |slot, token: Option<TokenId>| {
        let word = token.map(|token| analysis.word(token));
        word.filter(|word| !word.shape.has(Shape::CAPITAL))
            .and_then(|word| WordFeature::of(slot, word.facts))
    };
    [
        word(WordSlot::Before, before),
        word(WordSlot::Behind, behind),
    ]
}
