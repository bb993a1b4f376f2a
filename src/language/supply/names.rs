//! Names and titles.

use crate::language::facts::WordId;
use crate::language::pairs::Pairs;

/// Other forms of the words of names.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// Titles written short, each with its full word: "sen" and "senator".
    pub abbreviated_titles: Pairs,
    /// Short and pet forms of given names, each with the names that it stands for, parted by spaces:
    /// "lizzy" and "elizabeth".
    pub nicknames: Pairs,
    /// Words besides "of" that join an organisation's noun to its field: "Department for Transport".
    pub joining_field: &'static [WordId],
}

impl Names {
    /// Every name has one form.
    pub const NONE: Names = Names {
        abbreviated_titles: Pairs(&[]),
        nicknames: Pairs(&[]),
        joining_field: &[],
    };
}
