//! Interviews and transcripts.

/// What stands for speakers where lines begin with who speaks.
#[derive(Clone, Copy, Debug)]
pub struct Transcripts {
    /// The letters that stand for a question and for an answer, alone or with a number: Q12.
    pub questions_and_answers: &'static [char],
}

impl Transcripts {
    /// Nothing but names.
    pub const NONE: Transcripts = Transcripts {
        questions_and_answers: &[],
    };
}
