//! The words by which parts of a text and kin are known.

/// The first words of lines that are no part of the text itself, and nouns for kin, in lower case.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// Of the line that names the author: "by".
    pub bylines: &'static [&'static str],
    /// Of the words to a picture, before a colon: "photo".
    pub captions: &'static [&'static str],
    /// Nouns for kin, in lower case: "mother".
    pub kin: &'static [&'static str],
}

impl Parts {
    /// No line is told by its words.
    pub const NONE: Parts = Parts {
        bylines: &[],
        captions: &[],
        kin: &[],
    };
}
