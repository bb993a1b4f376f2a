//! The nouns that could be the source of a cue, with what their position in the sentence says.

use std::mem;

use enumset::{EnumSet, enum_set};

mod nature;
mod path;
mod teller;
mod verb_number;

use super::features::QuotationFeature;
use crate::analysis::cue::{CueCandidate, is_passive};
use crate::analysis::mention::{Mentions, Nature};
use crate::analysis::{Analysis, ChunkKind, Tag, VerbForm};
use crate::ids::{ChunkId, MentionId};
use crate::kinds::{CueKind, MentionKind};
use crate::language::{Class, Frame, Frames};
use crate::model::FeatureSet;
use path::{SourcePath, is_after_pronoun};
use verb_number::VerbNumber;

pub(super) use nature::{is_person, is_somebody, nature};
pub(super) use teller::{it_tells, told_by};

/// How many nouns before a cue are looked at, and over how many chunks: a subject farther off is
/// rarer than a wrong guess. This bounds the work for each cue.
const NOUNS_BEFORE: usize = 5;
const CHUNKS_BEFORE: usize = 40;
/// The same before a participle, which hangs on the verb before its object: "Moss attacked …, saying".
const NOUNS_BEFORE_PARTICIPLE: usize = 8;
/// The same before a cue that is a noun.
const NOUNS_BEFORE_NOUN: usize = 2;
/// The same after a cue.
const NOUNS_AFTER: usize = 2;
const CHUNKS_AFTER: usize = 12;
/// The same after a passive, whose agent may stand after an object: "called a liar by critics".
const AGENT_AFTER: usize = 4;

/// How many chunks before "as saying" the verb that it belongs to is looked for.
const QUOTED_BEFORE: usize = 6;

/// A noun that could be the source of a cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source {
    /// Its number among the mentions.
    pub(crate) mention: MentionId,
    pub(crate) features: EnumSet<QuotationFeature>,
    /// Whether it stands after the cue.
    pub(crate) after: bool,
}

/// Adds the possible sources of `cue` to `sources`.
pub(super) fn candidates(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    cue: &CueCandidate,
    sources: &mut Vec<Source>,
) {
    let mut search = SourceSearch {
        analysis,
        mentions,
        cue,
        number: VerbNumber::of(analysis, cue),
        sources,
    };
    match cue.kind {
        CueKind::Verb => {
            if let Some(mention) = quoted_by_others(analysis, mentions, cue) {
                search.add(mention, enum_set!(QuotationFeature::SubjectBeside), false);
                return;
            }
            if let Some(mention) = quoted_from(analysis, mentions, cue) {
                search.add(mention, enum_set!(QuotationFeature::SubjectBeside), true);
                return;
            }
            // "she's said"; verbs of thought mostly have no source then: "we've seen worse".
            if let Some(mention) = mentions.of_chunk(cue.first_chunk)
                && !cue.passive
                && cue
                    .facts
                    .frames
                    .any(Frames::of(&[Frame::Speech, Frame::Writing]))
            {
                search.add(mention, enum_set!(QuotationFeature::SubjectBeside), false);
                return;
            }
            search.before();
            search.after_verb();
        }
        CueKind::Phrase => search.after_phrase(),
        CueKind::Noun => search.of_noun(),
        CueKind::Colon => {
            if let Some(chunk) = nouns_before(analysis, cue.first_chunk, 1).next() {
                if let Some(owner) = search.owner_of_voice(chunk) {
                    search.add(owner, enum_set!(QuotationFeature::BeforeColon), false);
                    // Who owns the voice speaks, as the subject of a clause does.
                    if let Some(source) = search.sources.last_mut() {
                        source.features.remove(QuotationFeature::IsOwner);
                        source.features.insert(QuotationFeature::StartsClause);
                    }
                    return;
                }
                let person = search.person_at(chunk);
                search.add_noun(
                    person.unwrap_or(chunk),
                    QuotationFeature::BeforeColon,
                    false,
                );
            }
        }
    }
}

/// Whoever says what others quote: Moss of "The paper quoted Moss as saying", and of "Moss was quoted by the
/// paper as saying".
pub(super) fn quoted_by_others(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    cue: &CueCandidate,
) -> Option<MentionId> {
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    if cue.form != VerbForm::Ing || !cue.facts.takes(Frame::Strong) {
        return None;
    }
    let link = analysis.previous_sibling(cue.first_chunk)?;
    let first = analysis.first_word(link);
    if !first.is_one_of(analysis.language.cues.before_gerund) {
        return None;
    }
    let before = analysis.siblings_before(link);
    let verb = before
        .take(QUOTED_BEFORE)
        .find(|&chunk| matches!(kind(chunk), ChunkKind::VerbGroup(_)))?;
    let group = analysis.chunk(verb);
    let takes_link = analysis.word(group.head).facts.takes(Frame::As);
    let noun = match is_passive(analysis, group) {
        true => nouns_before(analysis, verb, 1).next(),
        false => analysis.next_sibling(verb),
    };
    mentions.of_chunk(noun.filter(|_| takes_link)?)
}

/// Whoever is quoted by somebody else right before the words in marks: Ray of "Holt quoted Ray: “…”".
fn quoted_from(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    cue: &CueCandidate,
) -> Option<MentionId> {
    let kind = |chunk: Option<ChunkId>| chunk.map(|chunk| analysis.chunk(chunk).kind);
    let verb = analysis.word(cue.head);
    if cue.passive || !verb.is_one_of(analysis.language.cues.quoting_others) {
        return None;
    }
    let object = analysis.next_sibling(cue.last_chunk)?;
    let after = analysis.next_sibling(object)?;
    let leads = matches!(kind(Some(after)), Some(ChunkKind::Colon | ChunkKind::Comma))
        && matches!(
            kind(analysis.next_sibling(after)),
            Some(ChunkKind::Opening(_))
        );
    let has_subject =
        kind(analysis.previous_sibling(cue.first_chunk)) == Some(ChunkKind::NounPhrase);
    let mention = mentions.of_chunk(object)?;
    let is_somebody = mentions.all[mention.index()].nature == Nature::Person;
    (leads && has_subject && is_somebody).then_some(mention)
}

/// Whoever owns what a phrase names: Ms. Berg of "in Ms. Berg's words"; of "in her words" the phrase stands for her.
pub(super) fn owner_within(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    cue: &CueCandidate,
) -> Option<MentionId> {
    let noun = cue.last_chunk;
    let names = cue.kind == CueKind::Phrase && analysis.chunk(noun).kind == ChunkKind::NounPhrase;
    let owner = || mentions.possessor_of(noun).or(mentions.of_chunk(noun));
    names.then(owner)?
}

/// The search for the sources of a cue.
struct SourceSearch<'a, 't> {
    analysis: &'a Analysis<'t>,
    mentions: &'a Mentions,
    cue: &'a CueCandidate,
    number: VerbNumber,
    sources: &'a mut Vec<Source>,
}

impl SourceSearch<'_, '_> {
    fn before(&mut self) {
        // Who "was asked" does not ask.
        if self.cue.passive
            && self.cue.facts.takes(Frame::Question)
            && self.cue.facts.takes(Frame::Addressee)
        {
            return;
        }
        let most = match self.cue.form {
            VerbForm::Ing => NOUNS_BEFORE_PARTICIPLE,
            _ => NOUNS_BEFORE,
        };
        let mut path = SourcePath::default();
        let mut nouns = 0;
        let mut chunk = self.cue.first_chunk;
        for _ in 0..CHUNKS_BEFORE {
            let Some(before) = self.analysis.previous_sibling(chunk) else {
                break;
            };
            chunk = before;
            let is_beside = path.chunks == 0
                || path.is_apposition() && is_after_description(self.analysis, self.cue);
            if is_beside {
                chunk = first_of_joined(self.analysis, chunk);
            }
            let kind = self.analysis.chunk(chunk).kind;
            if matches!(kind, ChunkKind::NounPhrase | ChunkKind::Wh)
                && !is_after_pronoun(self.analysis, chunk)
                && let Some(mention) = self.mentions.of_chunk(chunk)
            {
                let mut features = EnumSet::new();
                features.add(path.relation(self.cue));
                features.add_if(path.quotes > 0, QuotationFeature::SubjectAcrossQuote);
                features.add_if(nouns == 1, QuotationFeature::OneNounBetween);
                features.add_if(nouns >= 2, QuotationFeature::NounsBetween);
                if let Some(owner) = self.mentions.possessor_of(chunk) {
                    self.add(owner, features, false);
                }
                self.add(mention, features, false);
                nouns += 1;
                if nouns == most {
                    break;
                }
            }
            path.step(self.analysis, chunk);
        }
    }

    /// Whose voice or answer a verb brings: "From below came Moss's voice: “…”".
    fn owner_of_voice(&self, noun: ChunkId) -> Option<MentionId> {
        let analysis = self.analysis;
        let verb = analysis.chunk(analysis.previous_sibling(noun)?);
        let brings = matches!(verb.kind, ChunkKind::VerbGroup(VerbForm::Finite))
            && analysis
                .word(verb.head)
                .is_one_of(analysis.language.cues.bringing);
        let tells = |class| analysis.head_word(noun).is(class);
        let is_voice = tells(Class::ReportNoun) || tells(Class::Beat);
        self.mentions
            .possessor_of(noun)
            .filter(|_| brings && is_voice)
    }

    /// The person who begins the sentence, of whom a noun before a colon tells the place or the outlet: Moss of
    /// "Ann Moss on Kiel Radio: “…”".
    fn person_at(&self, outlet: ChunkId) -> Option<ChunkId> {
        let analysis = self.analysis;
        let link = analysis.previous_sibling(outlet)?;
        let person = analysis.previous_sibling(link)?;
        let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
        let mention = &self.mentions.all[self.mentions.of_chunk(person)?.index()];
        let is_after_source_word = |before: ChunkId| {
            let word = analysis.first_word(before);
            word.is_one_of(analysis.language.sources.before_source)
        };
        let begins = analysis.previous_sibling(person).is_none_or(|before| {
            matches!(kind(before), ChunkKind::Stop | ChunkKind::Coordinator)
                || is_after_source_word(before)
        });
        let is_person =
            mention.is_named() && matches!(mention.nature, Nature::Person | Nature::Open);
        let joins = matches!(kind(link), ChunkKind::Preposition | ChunkKind::Comma);
        (joins && is_person && begins).then_some(person)
    }

    fn after_verb(&mut self) {
        let (analysis, cue) = (self.analysis, self.cue);
        let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
        let before = analysis.previous_sibling(cue.first_chunk).map(kind);
        let subject = before == Some(ChunkKind::NounPhrase);
        let after_mark = matches!(
            before,
            None | Some(ChunkKind::Opening(_) | ChunkKind::Comma | ChunkKind::Dash)
        );
        let nouns = if cue.passive {
            AGENT_AFTER
        } else {
            NOUNS_AFTER
        };
        let mut has_agent = false;
        for (nth, chunk) in nouns_after(analysis, cue.last_chunk, nouns).enumerate() {
            let beside = analysis.previous_sibling(chunk);
            let by =
                beside.is_some_and(|before| analysis.first_word(before).is_whole(Class::Agent));
            // "were told by Ada that it would rise by a tenth"
            let by = by && !mem::replace(&mut has_agent, true);
            let mut features = EnumSet::new();
            features.add(match nth {
                _ if by && (cue.passive || cue.form != VerbForm::Finite) => QuotationFeature::Agent,
                0 if beside != Some(cue.last_chunk) => QuotationFeature::InvertedSecond,
                0 if subject => QuotationFeature::InvertedAfterSubject,
                0 if after_mark => QuotationFeature::InvertedAfterMark,
                0 => QuotationFeature::Inverted,
                _ => QuotationFeature::InvertedSecond,
            });
            features.add_if(
                cue.facts.takes(Frame::Addressee),
                QuotationFeature::InvertedAddressee,
            );
            let clause = matches!(
                analysis.next_sibling(chunk).map(kind),
                Some(ChunkKind::VerbGroup(VerbForm::Finite) | ChunkKind::Opening(_))
            );
            features.add_if(clause, QuotationFeature::InvertedBeforeClause);
            if let Some(mention) = self.mentions.of_chunk(chunk) {
                self.add(mention, features, true);
            }
        }
    }

    /// Whether a chunk stands right after the particle of a verb.
    fn is_after_particle(&self, chunk: ChunkId) -> bool {
        self.cue.kind == CueKind::Verb
            && self.cue.last_chunk > self.cue.head_chunk
            && self.analysis.next_sibling(self.cue.last_chunk) == Some(chunk)
    }

    fn after_phrase(&mut self) {
        if let Some(owner) = owner_within(self.analysis, self.mentions, self.cue) {
            self.add(owner, enum_set!(QuotationFeature::AccordingTo), true);
            return;
        }
        let nouns = nouns_after(self.analysis, self.cue.last_chunk, NOUNS_AFTER);
        for (nth, chunk) in nouns.enumerate() {
            let kind = if nth == 0 {
                QuotationFeature::AccordingTo
            } else {
                QuotationFeature::AccordingToSecond
            };
            self.add_noun(chunk, kind, true);
        }
    }

    fn of_noun(&mut self) {
        let (analysis, cue) = (self.analysis, self.cue);
        let owner = self.mentions.possessor_of(cue.head_chunk);
        if let Some(owner) = owner {
            self.add(owner, enum_set!(QuotationFeature::OwnerOfNoun), false);
        } else if cue.first_chunk < cue.head_chunk {
            // “…,” was her answer
            self.add_noun(cue.head_chunk, QuotationFeature::OwnerOfNoun, false);
        }
        for chunk in nouns_before(analysis, cue.first_chunk, NOUNS_BEFORE_NOUN) {
            self.add_noun(chunk, QuotationFeature::NounBeforeNoun, false);
        }
        // “…,” came her voice from the cellar.
        if owner.is_none()
            && let Some(of) = analysis.next_sibling(cue.last_chunk)
            && analysis
                .first_word(of)
                .is_one_of(analysis.language.sources.before_source)
            && let Some(chunk) = analysis.next_sibling(of)
        {
            self.add_noun(chunk, QuotationFeature::NounPhraseOfNoun, true);
        }
    }

    fn add_noun(&mut self, chunk: ChunkId, kind: QuotationFeature, after: bool) {
        if let Some(mention) = self.mentions.of_chunk(chunk) {
            self.add(mention, enum_set!(kind), after);
        }
    }

    /// Adds a source with what it is, besides where it stands.
    fn add(&mut self, id: MentionId, mut features: EnumSet<QuotationFeature>, after: bool) {
        let analysis = self.analysis;
        let mention = &self.mentions.all[id.index()];
        let before = analysis.previous_sibling(mention.chunk);
        let before = before.map(|chunk| (chunk, analysis.chunk(chunk).kind));
        let appositive = !mention.is_named()
            && before.is_some_and(|(chunk, kind)| {
                kind == ChunkKind::Comma && is_name(analysis, self.mentions, chunk)
            });
        features.add(nature(analysis, mention));
        features.add_if(mention.possessor, QuotationFeature::IsOwner);
        features.add_if(appositive, QuotationFeature::IsAppositive);
        match before.map(|(_, kind)| kind) {
            Some(ChunkKind::VerbGroup(_)) => features.add_if(!after, QuotationFeature::AfterVerb),
            Some(ChunkKind::Preposition) if !self.is_after_particle(mention.chunk) => {
                features.add(QuotationFeature::AfterPreposition);
            }
            Some(ChunkKind::NounPhrase | ChunkKind::Adjective | ChunkKind::Preposition) => {}
            _ => features.add(QuotationFeature::StartsClause),
        }
        if self.cue.kind == CueKind::Verb && !after {
            let disagrees = self.number.disagrees(analysis, mention);
            features.add_if(disagrees, QuotationFeature::NumberDisagrees);
            let word = analysis.word(mention.head);
            let object = mention.kind == MentionKind::Pronoun
                && word.is(Class::ObjectPronoun)
                && !word.is(Class::SubjectPronoun);
            features.add_if(object, QuotationFeature::ObjectForm);
        }
        self.sources.push(Source {
            mention: id,
            features,
            after,
        });
    }
}

/// Whether a description between commas stands right before a cue: "60" of "Moss, 60, said", but not "Ida" of "his wife,
/// Ida, said".
fn is_after_description(analysis: &Analysis<'_>, cue: &CueCandidate) -> bool {
    let comma = analysis.previous_sibling(cue.first_chunk);
    let noun = comma.and_then(|comma| analysis.previous_sibling(comma));
    noun.is_some_and(|noun| analysis.head_word(noun).tag != Tag::Name)
}

/// Of subjects joined by "and", the first, which stands for all: "Ines" of "Ines and Tomas said".
fn first_of_joined(analysis: &Analysis<'_>, noun: ChunkId) -> ChunkId {
    if let Some(first) = analysis.first_name_joined_to(noun) {
        return first;
    }
    let before = |chunk: ChunkId| analysis.previous_sibling(chunk);
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let and = before(noun)
        .filter(|&and| kind(noun) == ChunkKind::NounPhrase && kind(and) == ChunkKind::Coordinator);
    let first = and.and_then(before).filter(|&first| {
        let starts = matches!(
            before(first).map(kind),
            None | Some(ChunkKind::Comma | ChunkKind::Opening(_) | ChunkKind::Subordinator)
        );
        kind(first) == ChunkKind::NounPhrase && starts
    });
    let Some(first) = first else {
        return noun;
    };
    // "A shop, a tailor and a smith"
    let item = before(first)
        .filter(|&comma| kind(comma) == ChunkKind::Comma)
        .and_then(before)
        .filter(|&item| kind(item) == ChunkKind::NounPhrase && before(item).is_none());
    let is_time = |item| analysis.head_word(item).tag == Tag::Time;
    item.filter(|&item| !is_time(item)).unwrap_or(first)
}

/// Whether a name stands right before a chunk.
fn is_name(analysis: &Analysis<'_>, mentions: &Mentions, after: ChunkId) -> bool {
    let before = analysis.previous_sibling(after);
    let noun = before.and_then(|chunk| mentions.of_chunk(chunk));
    noun.is_some_and(|noun| mentions.all[noun.index()].is_named())
}

/// The noun phrases before a chunk in its sentence, the nearest first.
fn nouns_before<'r>(
    analysis: &'r Analysis<'_>,
    chunk: ChunkId,
    limit: usize,
) -> impl Iterator<Item = ChunkId> + 'r {
    analysis
        .siblings_before(chunk)
        .take(CHUNKS_BEFORE)
        .filter(|&chunk| analysis.chunk(chunk).kind == ChunkKind::NounPhrase)
        .take(limit)
}

fn nouns_after<'r>(
    analysis: &'r Analysis<'_>,
    chunk: ChunkId,
    limit: usize,
) -> impl Iterator<Item = ChunkId> + 'r {
    analysis
        .siblings_after(chunk)
        .take(CHUNKS_AFTER)
        .filter(|&chunk| analysis.chunk(chunk).kind == ChunkKind::NounPhrase)
        .take(limit)
}
