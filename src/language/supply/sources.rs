//! Words that tell how sources, cues and quotations hang together.

use crate::language::facts::WordId;

/// The words between a source, its cue and a quotation, and the verbs whose form tells the number of their
/// subject.
#[derive(Clone, Copy, Debug)]
pub struct Sources {
    /// What stands between a noun that reports and its source: "a statement from Rutte".
    pub before_source: &'static [WordId],
    /// What stands before somebody whom the text brings in: "a" sailor, "another", the "second" man.
    pub before_newcomer: &'static [WordId],
    /// What stands before the words by which somebody is described: “described him as a “…””.
    pub before_description: &'static [WordId],
    /// Verbs that lead in what somebody says or does: “She goes, “No!””
    pub imitating: &'static [WordId],
    /// What stands after a form of "be" and before what somebody says or does: “She was like, “No!””
    pub before_imitation: &'static [WordId],
    /// Auxiliaries whose subject is one, besides the verbs of the third person: "is".
    pub singular_auxiliaries: &'static [WordId],
    /// Auxiliaries whose subject are several, besides the plain forms of verbs: "are".
    pub plural_auxiliaries: &'static [WordId],
}

impl Sources {
    /// Nothing is told.
    pub const NONE: Sources = Sources {
        before_source: &[],
        before_newcomer: &[],
        before_description: &[],
        imitating: &[],
        before_imitation: &[],
        singular_auxiliaries: &[],
        plural_auxiliaries: &[],
    };
}
