//! Words that tell whether a report is asserted.

use crate::language::facts::WordId;

/// The words by which something is not said, or not yet.
#[derive(Clone, Copy, Debug)]
pub struct Assertion {
    /// Auxiliaries of what may be or could have been: "might".
    pub possible: &'static [WordId],
    /// Auxiliaries that are such before a perfect alone: "would" of "would have said".
    pub counterfactual: &'static [WordId],
    /// Auxiliaries of what is to come: "will".
    pub future: &'static [WordId],
    /// What opens a condition: "if".
    pub conditional: &'static [WordId],
    /// What opens a question that is reported: "whether".
    pub asking: &'static [WordId],
    /// Verbs of which the infinitive after them does not come about, in the base form: "refuse".
    pub declining: &'static [WordId],
    /// What takes a negation back: "only" of "not only said".
    pub limiting: &'static [WordId],
}

impl Assertion {
    /// All that is reported is asserted.
    pub const NONE: Assertion = Assertion {
        possible: &[],
        counterfactual: &[],
        future: &[],
        conditional: &[],
        asking: &[],
        declining: &[],
        limiting: &[],
    };
}
