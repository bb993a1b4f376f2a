//! Names and titles.

use crate::language::pairs::Pairs;

/// Other forms of the words of names.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// Titles written short, each with its full word: "sen" and "senator".
    pub abbreviated_titles: Pairs,
    /// Short and pet forms of given names, each with the names that it stands for, parted by spaces:
    /// "lizzy" and "elizabeth".
    pub nicknames: Pairs,
}

impl Names {
    /// Every name has one form.
    pub const NONE: Names = Names {
        abbreviated_titles: Pairs(&[]),
        nicknames: Pairs(&[]),
    };
}
