//! Who speaks each line of a novel.
//!
//! What news says beside a quotation, a novel says beside every fourth line. So the question is not
//! which of the words beside a line names its speaker, but who of those in the scene speaks it: a
//! name beside the line is strong evidence, a pronoun some, and so is whose turn it is.
//!
//! ```text
//! referent      whom a mention means by itself
//! line          the lines, each with the source that a cue beside it has
//! beats, scene_cast    what narration does beside a line, and whom it named of late
//! first_guess   who spoke the lines before, at a first guess
//! introductions where each person is named first
//! named_trades  which trades somebody with a name has
//! line_position where each stands in its paragraph
//! context       a line with all of these
//! candidates, shortlist    who could speak it
//! candidate_features, antecedents, transition    the features of each, and of a change of turn
//! chain         the probabilities of all lines of a conversation together
//! choice        the speaker of each line
//! ```

mod antecedents;
mod beats;
mod candidate_features;
mod candidates;
mod chain;
mod choice;
mod context;
pub(super) mod feature;
mod first_guess;
mod introductions;
mod line;
mod line_position;
mod named_trades;
mod referent;
mod scene_cast;
mod shortlist;
mod transition;
pub(super) mod weights;

use enumset::{EnumSet, enum_set};

use super::input::AttributionInput;
use super::models;
#[cfg(feature = "fit")]
use super::quoted::CandidateFinder;
use crate::analysis::mention::Mentions;
use crate::entity::{Entities, Resolution, novel};
use crate::ids::{ChunkId, CueId, EntityId, MentionId};
use crate::kinds::{Gender, MentionKind};
use crate::model::FeatureSet;
use crate::quote::QuoteId;
use candidates::Nodes;
use choice::Choice;
pub(crate) use feature::LineFeature;
use line::{CuedSource, DialogueLine};
use referent::Referent;

pub(crate) use chain::LineNode;
#[cfg(feature = "fit")]
pub(crate) use chain::{PerCandidate, Potentials, forward_backward};
#[cfg(feature = "fit")]
pub(crate) use feature::TURNS;

/// A line with its speaker.
#[derive(Clone, Debug)]
pub(super) struct SpokenLine {
    pub(super) quote: QuoteId,
    pub(super) cue: Option<CueId>,
    pub(super) mention: Option<MentionId>,
    pub(super) person: Option<EntityId>,
    /// To whom it is spoken.
    pub(super) addressee: Option<EntityId>,
    /// Whether it goes on with what the line before began.
    pub(super) goes_on: bool,
    pub(super) features: EnumSet<LineFeature>,
    pub(super) confidence: f32,
}

/// The lines of a text as the chain sees them, for the program that fits the weights.
#[cfg(feature = "fit")]
pub(crate) fn nodes(
    input: &AttributionInput<'_>,
    entities: &Entities<'_>,
) -> (Vec<QuoteId>, Vec<LineNode>) {
    let lines = line::find(input, entities, models::cues());
    let nodes = Nodes::of(input, entities, &lines).collect();
    (lines.into_iter().map(|line| line.quote).collect(), nodes)
}

/// What stands beside each quote of narration that could name its speaker, likewise.
#[cfg(feature = "fit")]
pub(crate) fn cued_candidates(
    input: &AttributionInput<'_>,
) -> Vec<(QuoteId, Vec<super::Candidate>)> {
    let mut finder = CandidateFinder::default();
    let quotes = &input.analysis.quotes;
    QuoteId::all(quotes.len())
        .zip(*quotes)
        .filter(|(_, quote)| quote.depth() == 0)
        .map(|(id, _)| (id, finder.candidates(input, id, None).to_vec()))
        .collect()
}

/// Who speaks each line, in text order; nobody who is less probable than `minimum`. The pronouns beside
/// the lines are given to their persons.
pub(super) fn attribute<'t>(
    input: &AttributionInput<'t>,
    entities: &mut Entities<'t>,
    minimum: f32,
) -> Vec<SpokenLine> {
    let lines = line::find(input, entities, models::cues());
    let nodes = Nodes::of(input, entities, &lines);
    let is_unknown = |at: usize, node: &LineNode| {
        is_answer_of_unknown(node)
            || is_answered_by_only(node, &lines[at..])
            || is_only_narrator(node, &lines[at], entities)
    };
    let chosen = choice::choose(nodes, lines.len(), models::lines(), is_unknown);
    let mut spoken: Vec<SpokenLine> = Vec::with_capacity(lines.len());
    let mut last_mention = LastMention::new(entities.len());
    let mut line_before: Option<&DialogueLine> = None;
    for (line, chosen) in lines.iter().zip(chosen) {
        last_mention.read_to(input.mentions, entities, line.opening);
        let stranger = line.source.filter(|source| source.is_stranger(input));
        let best = chosen
            .best
            .filter(|_| stranger.is_none() && chosen.probability >= minimum);
        let described = stranger.map(|stranger| stranger.mention);
        let described = described
            .filter(|&mention| input.mention(mention).kind == MentionKind::NounPhrase)
            .map(|mention| {
                let id = novel::add_described(input.analysis, input.mentions, mention, entities);
                entities.resolve(mention, id, Resolution::Described);
                id
            });
        let person = best.map(|best| best.person).or(described);
        let before = spoken.last();
        let is_same = person.is_some() && before.is_some_and(|before| before.person == person);
        let mut features = best.map_or_else(EnumSet::empty, |best| best.features);
        features.add_if(is_same && !chosen.starts, LineFeature::TurnKept);
        let source = line
            .source
            .filter(|source| stranger.is_some() || means(source, person, entities));
        if let (Some(source), Some(person)) = (source, person)
            && entities.of_mention(source.mention) != Some(person)
        {
            entities.resolve(source.mention, person, Resolution::Turn);
        }
        let last = || person.and_then(|person| last_mention.of(person));
        let cue = source.and_then(|source| source.cue);
        let is_in_same_paragraph =
            line_before.is_some_and(|before| before.last_paragraph == line.first_paragraph);
        let is_cue_new = cue.is_some() && before.is_some_and(|before| before.cue != cue);
        let called = || line.called.first().copied();
        spoken.push(SpokenLine {
            quote: line.quote,
            cue,
            mention: source.map(|source| source.mention).or_else(last),
            person,
            addressee: line
                .addressee
                .or_else(called)
                .filter(|&addressee| Some(addressee) != person),
            goes_on: is_same && is_in_same_paragraph && !is_cue_new,
            features,
            confidence: match (best, stranger) {
                (Some(_), _) => chosen
                    .probability
                    .clamp(0.0, most_sure(line, chosen, before)),
                (None, Some(stranger)) => stranger.probability,
                (None, None) => 0.0,
            },
        });
        for &quote in line.more.iter() {
            spoken.extend(spoken.last().cloned().map(|first| SpokenLine {
                quote,
                goes_on: first.person.is_some(),
                ..first
            }));
        }
        line_before = Some(line);
    }
    spoken
}

/// How sure a line's speaker can be: no surer than the reporting clause that decided it, its own or that of the line
/// before.
fn most_sure(line: &DialogueLine, chosen: Choice, before: Option<&SpokenLine>) -> f32 {
    match line.source.filter(|_| chosen.is_named_by_clause) {
        Some(source) if source.is_certain() => source.probability,
        Some(_) => before.map_or(1.0, |before| before.confidence),
        None => 1.0,
    }
}

/// Whether a line answers the only one who is known, with nothing beside it that tells who speaks: “Is it far?” Anna asked. “An
/// hour.” in the next paragraph.
fn is_answer_of_unknown(node: &LineNode) -> bool {
    const ANSWER: EnumSet<LineFeature> =
        enum_set!(LineFeature::LineUncued | LineFeature::LineAlone | LineFeature::LineAfterLine);
    let [only] = node.candidates[..] else {
        return false;
    };
    only.features.is_superset(ANSWER) && !node.transition.contains(LineFeature::BeforeUnclosed)
}

/// Whether the only one who is known answers the first of some lines, with nothing beside it that tells who speaks: “Is
/// it far?” before “An hour,” Anna said, in the next paragraph.
fn is_answered_by_only(node: &LineNode, lines: &[DialogueLine]) -> bool {
    const BARE: EnumSet<LineFeature> = enum_set!(LineFeature::LineUncued | LineFeature::LineAlone);
    let ([only], [line, next, ..]) = (&node.candidates[..], lines) else {
        return false;
    };
    only.features.is_superset(BARE)
        && next.first_paragraph == line.last_paragraph.next()
        && next.named_by_cue() == Some(only.person)
}

/// Whether "he" or "she" says a line and only the narrator is known.
fn is_only_narrator(node: &LineNode, line: &DialogueLine, entities: &Entities<'_>) -> bool {
    let is_pronoun = |source: CuedSource| source.referent.gender().is_some();
    matches!(node.candidates[..], [only] if entities.narrator == Some(only.person))
        && line.source.is_some_and(is_pronoun)
}

/// Whether the source of the cue may mean the speaker who was found. Where none was, it stands for itself.
fn means(source: &CuedSource, speaker: Option<EntityId>, entities: &Entities<'_>) -> bool {
    if speaker.is_none() {
        return source.is_probable();
    }
    match source.referent {
        Referent::Entity(named) => {
            let may_be = |speaker| entities.may_be(named, speaker);
            Some(named) == speaker || source.is_possible() && speaker.is_some_and(may_be)
        }
        Referent::Pronoun(gender) => {
            let agrees = |speaker| Gender::agree(entities.get(speaker).gender, Some(gender));
            source.is_possible() && speaker.is_some_and(agrees)
        }
        Referent::Other => source.is_possible(),
        Referent::Unknown => false,
    }
}

/// The last mention of each person, as the text is read.
struct LastMention {
    of_person: Vec<Option<MentionId>>,
    next: usize,
}

impl LastMention {
    fn new(entities: usize) -> LastMention {
        LastMention {
            of_person: vec![None; entities],
            next: 0,
        }
    }

    fn read_to(&mut self, mentions: &Mentions, entities: &Entities<'_>, chunk: ChunkId) {
        while let Some(mention) = mentions.all.get(self.next)
            && mention.chunk < chunk
        {
            if let Some(person) = entities.of_mention(MentionId::new(self.next)) {
                // Strangers are added as lines are read.
                if self.of_person.len() <= person.index() {
                    self.of_person.resize(person.index() + 1, None);
                }
                self.of_person[person.index()] = Some(MentionId::new(self.next));
            }
            self.next += 1;
        }
    }

    fn of(&self, person: EntityId) -> Option<MentionId> {
        self.of_person.get(person.index()).copied().flatten()
    }
}
