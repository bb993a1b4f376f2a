//! The words by which bylines and captions are known.

/// The first words of lines that are no part of the text itself, in lower case.
#[derive(Clone, Copy, Debug)]
pub struct LineOpeners {
    /// Of the line that names the author: "by".
    pub bylines: &'static [&'static str],
    /// Of the words to a picture, before a colon: "photo".
    pub captions: &'static [&'static str],
}

impl LineOpeners {
    /// No line is told by its words.
    pub const NONE: LineOpeners = LineOpeners {
        bylines: &[],
        captions: &[],
    };
}
