//! Who speaks each line of a novel.
//!
//! What news says beside a quotation, a novel says beside every fourth line. So the question is not
//! which of the words beside a line names its speaker, but who of those on the stage speaks it: a
//! name beside the line is strong evidence, a pronoun some, and so is whose turn it is.

mod candidates;
mod cue_counts;
mod described;
mod first_guess;
mod line;
mod scene_cast;
mod shortlist;
mod turn;

use super::evidence::{EvidenceKind, EvidenceSet};
#[cfg(feature = "fit")]
use super::quoted::Gatherer;
use super::{Scene, Weights};
use crate::analysis::mention::Mentions;
use crate::entity::novel::Persons;
use crate::ids::{ChunkId, CueId, EntityId, MentionId};
use crate::kinds::Gender;
use crate::quote::QuoteId;
use line::Who;

#[cfg(feature = "fit")]
pub(crate) use super::weights::TURNS;
#[cfg(feature = "fit")]
pub(crate) use turn::Turn;
#[cfg(feature = "fit")]
pub(crate) use turn::{Odds, Row, chain, relations};

/// A speaker less probable than this is none.
const LEAST_SURE: f32 = 0.2;

/// A line with its speaker.
#[derive(Clone, Debug)]
pub(super) struct Spoken {
    pub(super) quote: QuoteId,
    pub(super) cue: Option<CueId>,
    pub(super) mention: Option<MentionId>,
    pub(super) person: Option<EntityId>,
    /// To whom it is spoken.
    pub(super) addressee: Option<EntityId>,
    /// Whether it goes on with what the line before began.
    pub(super) goes_on: bool,
    pub(super) evidence: EvidenceSet,
    pub(super) confidence: f32,
}

/// The lines of a text with their turns, for the program that fits the weights.
#[cfg(feature = "fit")]
pub(crate) fn turns(scene: &Scene<'_>, persons: &Persons) -> (Vec<QuoteId>, Vec<Turn>) {
    let lines = line::find(scene, persons, Weights::cues());
    let turns = candidates::turns(scene, persons, &lines);
    (lines.into_iter().map(|line| line.quote).collect(), turns)
}

/// What stands beside each quote of narration that could name its speaker, likewise.
#[cfg(feature = "fit")]
pub(crate) fn beside(scene: &Scene<'_>) -> Vec<(QuoteId, Vec<super::Candidate>)> {
    let mut gatherer = Gatherer::default();
    let quotes = scene.analysis.quotes.iter().enumerate();
    quotes
        .filter(|(_, quote)| quote.depth() == 0)
        .map(|(number, _)| QuoteId::new(number))
        .map(|quote| (quote, gatherer.candidates(scene, quote, None).to_vec()))
        .collect()
}

/// Who speaks each line, in text order. The pronouns beside the lines are given to their persons.
pub(super) fn speak(scene: &Scene<'_>, persons: &mut Persons) -> Vec<Spoken> {
    let lines = line::find(scene, persons, Weights::cues());
    let turns = candidates::turns(scene, persons, &lines);
    let shares = turn::solve(&turns, Weights::novel());
    let mut spoken: Vec<Spoken> = Vec::with_capacity(lines.len());
    let mut last_mention = LastMention::new(persons.all.len());
    for ((line, turn), shares) in lines.iter().zip(&turns).zip(&shares) {
        let best = (0..turn.candidates.len()).fold(None, |best: Option<usize>, at| match best {
            Some(known) if shares[known] >= shares[at] => Some(known),
            _ => Some(at),
        });
        let best = best.filter(|&best| shares[best] >= LEAST_SURE);
        let person = best.map(|best| turn.candidates[best].person);
        let before = spoken.last();
        let mut evidence =
            best.map_or_else(EvidenceSet::default, |best| turn.candidates[best].evidence);
        let same = before.is_some_and(|before| before.person.is_some() && before.person == person);
        evidence.add_if(same && !turn.starts, EvidenceKind::TurnKept);
        last_mention.read_to(scene.mentions, persons, line.opening);
        let told = line.told.filter(|told| match told.who {
            Who::Person(named) => {
                Some(named) == person
                    || told.share > 0.3
                        && person.is_some_and(|person| persons.may_be(named, person))
            }
            Who::Agreeing(gender) => {
                told.share > 0.3
                    && person.is_some_and(|person| {
                        Gender::agree(persons.get(person).gender, Some(gender))
                    })
            }
            Who::Other => told.share > 0.3,
            Who::Nobody => false,
        });
        if let (Some(told), Some(person)) = (told, person) {
            persons.of_mention[told.mention.index()] = Some(person);
        }
        let near = || person.and_then(|person| last_mention.of(person));
        let mention = told.map(|told| told.mention).or_else(near);
        let cue = told.and_then(|told| told.cue);
        let goes_on = same
            && before.is_some_and(|before| {
                let last = &lines[spoken.len() - 1];
                last.last_paragraph == line.first_paragraph && (cue.is_none() || before.cue == cue)
            });
        spoken.push(Spoken {
            quote: line.quote,
            cue,
            mention,
            person,
            addressee: line
                .addressee
                .or_else(|| line.called.first().copied())
                .filter(|&other| Some(other) != person),
            goes_on,
            evidence,
            confidence: best.map_or(0.0, |best| shares[best].clamp(0.0, 1.0)),
        });
    }
    spoken
}

/// The last mention of each person, as the text is read.
struct LastMention {
    of_person: Vec<Option<MentionId>>,
    next: usize,
}

impl LastMention {
    fn new(persons: usize) -> LastMention {
        LastMention {
            of_person: vec![None; persons],
            next: 0,
        }
    }

    fn read_to(&mut self, mentions: &Mentions, persons: &Persons, chunk: ChunkId) {
        while let Some(mention) = mentions.all.get(self.next)
            && mention.chunk < chunk
        {
            if let Some(person) = persons.of_mention[self.next] {
                self.of_person[person.index()] = Some(MentionId::new(self.next));
            }
            self.next += 1;
        }
    }

    fn of(&self, person: EntityId) -> Option<MentionId> {
        self.of_person[person.index()]
    }
}
