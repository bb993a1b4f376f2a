//! How English interviews name their speakers.

use crate::language::supply::Transcripts;

pub(super) const TRANSCRIPTS: Transcripts = Transcripts {
    questions_and_answers: &['Q', 'A'],
};
