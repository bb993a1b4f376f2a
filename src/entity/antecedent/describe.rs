//! The features of each of those whom a pronoun or a description may mean.

use enumset::EnumSet;
use smallvec::SmallVec;

use super::candidate::{AntecedentCandidate, Candidates, USUAL};
use super::feature::AntecedentFeature as F;
use super::history::{Form, History, Location, Track};
use super::role::{Role, subject_of_verb_before};
use crate::analysis::mention::{Mention, Nature};
use crate::analysis::{Analysis, ChunkKind};
use crate::entity::record::Entity;
use crate::entity::salience;
use crate::ids::{ChunkId, EntityId, MentionId, SentenceId};
use crate::kinds::Gender;
use crate::model::FeatureSet;

/// Of the salience of all candidates, one has nearly all, about half, or some of it from these shares on. By choice: the fit
/// decides what each is worth.
const NEARLY_ALL: f32 = 0.7;
const HALF: f32 = 0.45;
const SOME: f32 = 0.2;
/// Up to how many mentions somebody was mentioned few and several times.
const FEW: u32 = 3;
const SEVERAL: u32 = 7;
/// Up to which sentence, counted from zero, a mention is an early one.
const EARLY: usize = 2;
/// How many chunks stand between two words that are looked at.
const MOST_BETWEEN: usize = 40;
/// How many sentences back a name was given long ago.
const LONG_AGO: usize = 4;

/// Words that mean somebody mentioned: a pronoun, a possessive within a phrase, or a definite description.
#[derive(Clone, Copy)]
pub(in crate::entity) struct Anaphor<'a, 't> {
    pub(in crate::entity) analysis: &'a Analysis<'t>,
    pub(in crate::entity) number: MentionId,
    pub(in crate::entity) mention: &'a Mention,
    pub(in crate::entity) gender: Option<Gender>,
    pub(in crate::entity) is_possessive: bool,
}

/// One whom an anaphor may mean, as far as agreement and salience tell.
#[derive(Clone, Copy)]
pub(in crate::entity) struct Rival<'e> {
    pub(in crate::entity) id: EntityId,
    pub(in crate::entity) entity: &'e Entity,
    /// How salient it is, times how well it agrees.
    pub(in crate::entity) salience: f32,
    /// By which gender a pronoun meant it last.
    pub(in crate::entity) spoken_as: Option<Gender>,
}

/// What all candidates are compared by.
struct Comparison {
    total: f32,
    /// How salient the first two are.
    most_salient: [f32; 2],
    /// The last mentions of the nearest two.
    nearest: [Option<MentionId>; 2],
    most_mentioned: u32,
}

impl Comparison {
    fn of(rivals: &[Rival<'_>], history: &History) -> Comparison {
        let mut comparison = Comparison {
            total: 0.0,
            most_salient: [0.0; 2],
            nearest: [None; 2],
            most_mentioned: 0,
        };
        for rival in rivals {
            comparison.total += rival.salience;
            enter(&mut comparison.most_salient, rival.salience);
            if let Some(track) = history.of(rival.id) {
                enter(&mut comparison.nearest, Some(track.last.mention));
                comparison.most_mentioned = comparison.most_mentioned.max(track.count);
            }
        }
        comparison
    }
}

/// Keeps the greatest two.
fn enter<T: PartialOrd + Copy>([first, second]: &mut [T; 2], one: T) {
    if one > *first {
        (*second, *first) = (*first, one);
    } else if one > *second {
        *second = one;
    }
}

/// The candidates of an anaphor with their features. `of_chunk` tells whom a phrase mentions.
pub(in crate::entity) fn candidates(
    anaphor: Anaphor<'_, '_>,
    rivals: &[Rival<'_>],
    history: &History,
    of_chunk: impl Fn(ChunkId) -> Option<EntityId>,
) -> Candidates {
    let comparison = Comparison::of(rivals, history);
    let location = location_of(anaphor);
    let own = of_anaphor(anaphor, location, rivals.len());
    let is_object = !own.contains(F::IsSubject) && !anaphor.is_possessive;
    let subject = is_object
        .then(|| subject_of_verb_before(anaphor.analysis, anaphor.mention.chunk))
        .flatten()
        .and_then(of_chunk);
    let owner_of_last = history.last_subject.and_then(|last| history.of(last));
    let describe = |rival: &Rival<'_>| {
        let mut features = own;
        of_agreement(rival, anaphor.gender, &mut features);
        of_salience(rival, &comparison, &mut features);
        features.add_if(subject == Some(rival.id), F::SubjectOfItsVerb);
        if let Some(last) = owner_of_last.filter(|last| last.owner == Some(rival.id)) {
            features.add(F::OwnsLastSubject);
            features.add_if(
                last.subject_in == Some(location.sentence),
                F::OwnsSubjectHere,
            );
        }
        features.add_if(history.last_subject == Some(rival.id), F::LastSubject);
        features.add_if(history.last_speaker == Some(rival.id), F::LastSpeaker);
        features.add_if(history.last_addressee == Some(rival.id), F::LastAddressee);
        if let Some(feature) = of_last_pronoun(rival, anaphor, history, location.sentence) {
            features.add(feature);
        }
        if let Some(track) = history.of(rival.id) {
            of_last_mention(track, &location, &mut features);
            of_acts(track, &location, &mut features);
            of_counts(track, &location, &mut features);
            features.add_if(track.count == comparison.most_mentioned, F::MostMentioned);
            features.add_if(track.count >= history.most, F::MostMentionedOfAll);
            features.add_if(
                comparison.nearest[0] == Some(track.last.mention),
                F::Nearest,
            );
            features.add_if(
                comparison.nearest[1] == Some(track.last.mention),
                F::SecondNearest,
            );
            features.add_if(track.owner.is_some(), F::Owned);
            let is_rival = |owner| rivals.iter().any(|other| other.id == owner);
            features.add_if(track.owner.is_some_and(is_rival), F::OwnedByRival);
            if let Some(feature) = between(anaphor.analysis, track, &location) {
                features.add(feature);
            }
        }
        AntecedentCandidate {
            entity: Some(rival.id),
            features,
        }
    };
    rivals.iter().map(describe).collect()
}

/// Where an anaphor stands; after a quotation, where that begins: what was told before it was told just now, however much is said.
pub(super) fn location_of(anaphor: Anaphor<'_, '_>) -> Location {
    let Anaphor {
        analysis,
        number,
        mention,
        ..
    } = anaphor;
    let chunk = quotation_before(anaphor).unwrap_or(mention.chunk);
    Location {
        chunk: mention.chunk,
        ..Location::of(analysis, number, chunk)
    }
}

/// The opening of the quotation right before an anaphor, or before that and its verb: “…,” she said; “…,” said he.
fn quotation_before(anaphor: Anaphor<'_, '_>) -> Option<ChunkId> {
    let Anaphor {
        analysis, mention, ..
    } = anaphor;
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let before = analysis.previous_sibling(mention.chunk)?;
    let beside = match kind(before) {
        ChunkKind::VerbGroup(_) => analysis.previous_sibling(before)?,
        _ => before,
    };
    match kind(beside) {
        ChunkKind::Opening(quote) if !anaphor.is_possessive => {
            Some(analysis.quote_chunks[quote.index()].0)
        }
        _ => None,
    }
}

/// What is true of the anaphor, whoever is meant.
pub(super) fn of_anaphor(
    anaphor: Anaphor<'_, '_>,
    location: Location,
    rivals: usize,
) -> EnumSet<F> {
    let Anaphor {
        analysis, mention, ..
    } = anaphor;
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let before = analysis.previous_sibling(mention.chunk);
    let begins = before.is_none_or(|before| {
        kind(before) == ChunkKind::Coordinator && analysis.previous_sibling(before).is_none()
    });
    let mut features = EnumSet::new();
    features.add_if(begins, F::BeginsSentence);
    let begins_paragraph = begins && location.is_in_first_sentence(analysis);
    features.add_if(begins_paragraph, F::BeginsParagraph);
    if anaphor.is_possessive {
        features.add(F::IsPossessive);
    } else {
        features.add(match Role::of(analysis, mention) {
            Role::Subject => F::IsSubject,
            Role::Object => F::IsObject,
            Role::AfterPreposition => F::IsAfterPreposition,
            Role::Owner | Role::Other => F::IsOther,
        });
        features.add_if(quotation_before(anaphor).is_some(), F::AfterQuotation);
        let speaks = salience::has_strong_verb_beside(analysis, mention);
        features.add_if(speaks, F::Speaks);
    }
    let is_led_in = before
        .is_some_and(|before| matches!(kind(before), ChunkKind::Subordinator | ChunkKind::Wh));
    features.add_if(is_led_in, F::AfterConjunction);
    let is_quoted = analysis.enclosing[mention.chunk.index()].is_some();
    features.add_if(is_quoted, F::IsQuoted);
    features.add(match rivals {
        ..=2 => F::OfTwo,
        _ => F::OfMany,
    });
    features
}

/// Whether they agree with the anaphor.
fn of_agreement(rival: &Rival<'_>, gender: Option<Gender>, features: &mut EnumSet<F>) {
    let entity = rival.entity;
    features.add(match entity.gender {
        None => F::GenderUnknown,
        Some(_) if entity.gender_is_sure => F::GenderSure,
        Some(_) => F::GenderGuessed,
    });
    features.add(match rival.spoken_as {
        None => F::NeverSpokenOf,
        last if last == gender => F::SpokenOfSo,
        Some(_) => F::SpokenOfOtherwise,
    });
    features.add(match entity.nature {
        Nature::Person if entity.is_named => F::NamedPerson,
        _ if entity.is_named => F::NamedPerhaps,
        _ if entity.gender.is_some() => F::DescribedWithGender,
        _ => F::DescribedWithoutGender,
    });
    features.add_if(entity.is_place, F::UsedAsPlace);
}

/// How much they are on the reader's mind beside the others.
fn of_salience(rival: &Rival<'_>, comparison: &Comparison, features: &mut EnumSet<F>) {
    let [first, second] = comparison.most_salient;
    features.add(if rival.salience >= first {
        F::MostSalient
    } else if rival.salience >= second {
        F::SecondSalient
    } else {
        F::LessSalient
    });
    let share = match comparison.total > 0.0 {
        true => rival.salience / comparison.total,
        false => 0.0,
    };
    features.add(if share >= NEARLY_ALL {
        F::SalienceNearlyAll
    } else if share >= HALF {
        F::SalienceHalf
    } else if share >= SOME {
        F::SalienceSome
    } else {
        F::SalienceLittle
    });
    features.add_if(rival.salience <= 0.0, F::Forgotten);
}

/// Whether the last pronoun of the same gender meant them.
fn of_last_pronoun(
    rival: &Rival<'_>,
    anaphor: Anaphor<'_, '_>,
    history: &History,
    here: SentenceId,
) -> Option<F> {
    let (_, there) = history
        .last_pronoun(anaphor.gender)
        .filter(|&(meant, _)| meant == rival.id)?;
    Some(match back(there, here) {
        0 => F::PronounHere,
        1 => F::PronounBefore,
        _ => F::PronounFar,
    })
}

/// Whether a sentence is one of the first of the text.
pub(in crate::entity) fn is_early(sentence: SentenceId) -> bool {
    sentence.index() <= EARLY
}

/// How many sentences one stands before another.
fn back(there: SentenceId, here: SentenceId) -> usize {
    here.index().saturating_sub(there.index())
}

/// Where and how they were mentioned last.
fn of_last_mention(track: &Track, here: &Location, features: &mut EnumSet<F>) {
    features.add(match back(track.last.sentence, here.sentence) {
        0 => F::SentenceSame,
        1 => F::SentenceBefore,
        2 => F::SentenceSecond,
        3 => F::SentenceThird,
        4..=5 => F::SentenceFourth,
        _ => F::SentenceFar,
    });
    let paragraphs =
        here.paragraph.index() - track.last.paragraph.index().min(here.paragraph.index());
    features.add(match paragraphs {
        0 => F::ParagraphSame,
        1 => F::ParagraphBefore,
        _ => F::ParagraphFar,
    });
    features.add(match track.role {
        Role::Subject => F::WasSubject,
        Role::Object => F::WasObject,
        Role::AfterPreposition => F::WasAfterPreposition,
        Role::Owner => F::WasOwner,
        Role::Other => F::WasOther,
    });
    features.add(match track.form {
        Form::FullName => F::ByFullName,
        Form::PartOfName => F::ByPartOfName,
        Form::Description => F::ByDescription,
        Form::Pronoun => F::ByPronoun,
    });
    features.add_if(track.is_quoted, F::WithinQuotation);
}

/// What they did in the sentences before.
fn of_acts(track: &Track, here: &Location, features: &mut EnumSet<F>) {
    let since = |sentence: Option<SentenceId>| sentence.map(|there| back(there, here.sentence));
    match since(track.subject_in) {
        Some(0) => features.add(F::SubjectHere),
        Some(1) => features.add(F::SubjectBefore),
        Some(2) => features.add(F::SubjectSecond),
        _ => {}
    }
    match since(track.spoke_in) {
        Some(0) => features.add(F::SpokeHere),
        Some(1) => features.add(F::SpokeBefore),
        Some(2) => features.add(F::SpokeSecond),
        _ => {}
    }
    match since(track.addressed_in) {
        Some(0) => features.add(F::AddressedHere),
        Some(1) => features.add(F::AddressedBefore),
        _ => {}
    }
    features.add_if(track.leads == Some(here.paragraph), F::LeadsParagraph);
}

/// How often they were mentioned, and since when.
fn of_counts(track: &Track, here: &Location, features: &mut EnumSet<F>) {
    features.add(match track.count {
        0..=1 => F::CountOne,
        2..=FEW => F::CountFew,
        count if count <= SEVERAL => F::CountSeveral,
        _ => F::CountMany,
    });
    let distance = back(track.last.sentence, here.sentence);
    features.add_if(track.count == 1 && distance <= 1, F::Newcomer);
    features.add_if(is_early(track.first), F::Early);
    if track.last.paragraph == here.paragraph {
        features.add(match track.count_in_paragraph {
            ..=1 => F::OnceInParagraph,
            _ => F::OftenInParagraph,
        });
    }
    let named = track.named_in.map(|there| back(there, here.sentence));
    features.add_if(named.is_some_and(|named| named > LONG_AGO), F::NamedLongAgo);
}

/// What stands between the last mention and an anaphor of the same sentence.
fn between(analysis: &Analysis<'_>, track: &Track, here: &Location) -> Option<F> {
    if track.last.sentence != here.sentence || track.last.chunk >= here.chunk {
        return None;
    }
    let level = analysis.enclosing[here.chunk.index()];
    let (mut verbs, mut is_parted) = (0, false);
    let chunks = track.last.chunk.next().up_to(here.chunk);
    if chunks.len() > MOST_BETWEEN {
        return Some(F::VerbsBetween);
    }
    for chunk in chunks {
        match analysis.chunk(chunk).kind {
            ChunkKind::VerbGroup(_) => {
                verbs += usize::from(analysis.enclosing[chunk.index()] == level);
            }
            ChunkKind::Comma
            | ChunkKind::Coordinator
            | ChunkKind::Subordinator
            | ChunkKind::Wh
            | ChunkKind::Opening(_) => is_parted = true,
            _ => {}
        }
    }
    Some(match verbs {
        ..=1 if !is_parted => F::OneClause,
        ..=1 => F::OneVerbBetween,
        _ => F::VerbsBetween,
    })
}

/// Room for those whom an anaphor may mean, most often.
pub(in crate::entity) type Rivals<'e> = SmallVec<[Rival<'e>; USUAL]>;
