//! What the choice of a speaker looks at.

use crate::cue::CueGroup;
use crate::lexicon::Class;
use crate::mention::Actors;
use crate::reading::Reading;

/// A text with everybody who could speak and everything that could report it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scene<'a> {
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) actors: &'a Actors,
    /// In order of their heads.
    pub(crate) cues: &'a [CueGroup],
}

impl Scene<'_> {
    /// Whether the unit is the head of a verb that is known to report.
    pub(super) fn reports(&self, unit: u32) -> bool {
        let unit = self.reading.unit(unit);
        self.reading.word(unit.head).is(Class::Report)
    }
}
