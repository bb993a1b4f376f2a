//! A first guess who spoke the lines before, so that those who take part are remembered.

use crate::ids::EntityId;

/// Who spoke the lines before, as far as a first guess tells.
#[derive(Debug, Default)]
pub(super) struct FirstGuess {
    /// One per line, in their order.
    pub(super) speakers: Vec<Option<EntityId>>,
    /// The last speaker.
    last: Option<EntityId>,
    /// The last speaker who is another.
    other: Option<EntityId>,
}

impl FirstGuess {
    pub(super) fn add(&mut self, speaker: Option<EntityId>) {
        self.speakers.push(speaker);
        if speaker != self.last {
            self.other = self.last.or(self.other);
            self.last = speaker;
        }
    }

    /// The last speaker but the one who spoke last.
    pub(super) fn other(&self) -> Option<EntityId> {
        self.other
    }

    /// Whose turn it is: first whoever goes on, if the line stands in the paragraph of the one before,
    /// else whoever answers.
    pub(super) fn in_turn(&self, same_paragraph: bool) -> [Option<EntityId>; 2] {
        if same_paragraph {
            [self.last, self.other]
        } else {
            [self.other, self.last]
        }
    }
}
