//! The words by which parts of a text are known.

/// The first words of lines that are no part of the text itself, in lower case.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// Of the line that names the author: "by".
    pub bylines: &'static [&'static str],
    /// Of the words to a picture, before a colon: "photo".
    pub captions: &'static [&'static str],
}

impl Parts {
    /// No line is told by its words.
    pub const NONE: Parts = Parts {
        bylines: &[],
        captions: &[],
    };
}
