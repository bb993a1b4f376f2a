//! A line with all that tells who speaks it.

use std::cell::OnceCell;

use enumset::EnumSet;

use super::beats::Beats;
use super::feature::LineFeature;
use super::first_guess::FirstGuess;
use super::line::DialogueLine;
use super::scene_cast::SceneCast;
use crate::attribution::input::AttributionInput;
use crate::entity::{Entities, Likely};
use crate::ids::EntityId;
use crate::kinds::Gender;

/// How many lines before and after tell who is in the conversation. Chosen, as the number that follows, with
/// the novels of `weights/MODEL.md` in view.
pub(super) const CONVERSATION: usize = 8;
/// Among how many lines the next turn is looked for, and the one before. Several may stand in one paragraph.
const FARTHEST_TURN: usize = 4;

/// A line with all that tells who speaks it.
pub(super) struct LineContext<'a> {
    pub(super) input: &'a AttributionInput<'a>,
    pub(super) entities: &'a Entities<'a>,
    pub(super) line: &'a DialogueLine,
    /// The lines before it, and those after.
    pub(super) before: &'a [DialogueLine],
    pub(super) after: &'a [DialogueLine],
    /// Whom the cues of these probably name.
    pub(super) cued_before: &'a [Option<EntityId>],
    pub(super) cued_after: &'a [Option<EntityId>],
    pub(super) beats: Beats,
    pub(super) scene_cast: &'a SceneCast<'a>,
    pub(super) first_guess: &'a FirstGuess,
    /// What is true of each person at every line: one set per person, indexed by `EntityId`.
    pub(super) at_every_line: &'a [EnumSet<LineFeature>],
    /// How the text is told.
    pub(super) style: EnumSet<LineFeature>,
    /// Whom the pronoun in the cue or beside the line may mean, once that is asked.
    pub(super) likely: OnceCell<Likely>,
}

impl LineContext<'_> {
    /// The line `steps` lines before.
    pub(super) fn before(&self, steps: usize) -> Option<&DialogueLine> {
        self.before.iter().nth_back(steps - 1)
    }

    /// The last line of another paragraph before.
    pub(super) fn turn_before(&self) -> Option<&DialogueLine> {
        self.before
            .iter()
            .rev()
            .take(FARTHEST_TURN)
            .find(|before| before.last_paragraph < self.line.first_paragraph)
    }

    /// The next line of another paragraph.
    pub(super) fn turn_after(&self) -> Option<&DialogueLine> {
        self.after
            .iter()
            .take(FARTHEST_TURN)
            .find(|next| next.first_paragraph > self.line.last_paragraph)
    }

    /// The gender of the pronoun in the cue or, without a cue, of the one that is a subject beside the line.
    pub(super) fn pronoun(&self) -> Option<Gender> {
        let of_beat = || {
            let before = self.beats.before.gender();
            before.or_else(|| self.beats.after.gender())
        };
        self.line
            .possible_source()
            .map_or_else(of_beat, |source| source.referent.gender())
    }

    pub(super) fn narrates(&self, person: EntityId) -> bool {
        self.entities.narrator == Some(person)
    }
}
