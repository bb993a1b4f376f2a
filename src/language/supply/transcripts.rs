//! Interviews and transcripts.

/// What stands for speakers where lines begin with who speaks.
#[derive(Clone, Copy, Debug)]
pub struct Transcripts {
    /// The letters that stand for a question and for an answer, alone or with a number: Q12.
    pub questions_and_answers: &'static [char],
    /// Words that stand before a colon and are no speakers, in capitals: NOTE, WARNING.
    pub no_speakers: &'static [&'static str],
    /// What the heading of a scene begins with, as screenplays write it: INT.
    pub scene_headings: &'static [&'static str],
    /// What stands before an account whose words somebody passes on: RT.
    pub reposts: &'static [&'static str],
    /// What stands between words and the account that they were passed on by: via @.
    pub credits: &'static [&'static str],
    /// What stands after a time and tells which half of the day is meant: PM.
    pub halves_of_day: &'static [&'static str],
    /// What stands before a time and tells which day is meant: Today at.
    pub days_before_time: &'static [&'static str],
}

impl Transcripts {
    /// Nothing but names.
    pub const NONE: Transcripts = Transcripts {
        questions_and_answers: &[],
        no_speakers: &[],
        scene_headings: &[],
        reposts: &[],
        credits: &[],
        halves_of_day: &[],
        days_before_time: &[],
    };
}
