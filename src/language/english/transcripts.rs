//! How English interviews name their speakers.

use crate::language::supply::Transcripts;

pub(super) const TRANSCRIPTS: Transcripts = Transcripts {
    questions_and_answers: &['Q', 'A'],
    no_speakers: &[
        "BREAKING",
        "CAUTION",
        "CC",
        "CONS",
        "CORRECTION",
        "DATE",
        "FROM",
        "IMPORTANT",
        "NOTE",
        "NOTES",
        "PHOTO",
        "PROS",
        "PS",
        "RE",
        "SOURCE",
        "SUBJECT",
        "TEL",
        "TIME",
        "TO",
        "UPDATE",
        "VIDEO",
        "WARNING",
    ],
    scene_headings: &["INT.", "EXT.", "INT/EXT."],
    reposts: &["RT "],
    credits: &[" via @"],
    halves_of_day: &["AM", "PM", "am", "pm", "a.m.", "p.m."],
};
