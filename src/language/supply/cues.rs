//! Words that report beside verbs.

use crate::language::facts::WordId;

/// A phrase that reports what somebody says.
#[derive(Clone, Copy, Debug)]
pub struct CuePhrase {
    /// Its words, each the first of its chunk, or the head of its noun phrase: "in", "words", "of".
    pub words: &'static [WordId],
    pub position: CuePosition,
}

/// Where a phrase reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CuePosition {
    Anywhere,
    /// At the start or end of a clause: after a comma or a quote, or first in its sentence and before a name:
    /// "per Ms. Berg".
    Apart,
    /// With an owner before its last word: "in Ms. Berg's words", "in her words".
    Owned,
    /// First in its sentence and before a name, with words in marks after the comma: "For Ms. Berg, it is “a farce”."
    LeadingToMarks,
}

/// The words that link verbs to reports, and the phrases that report.
#[derive(Clone, Copy, Debug)]
pub struct Cues {
    /// "according to", "in the words of"
    pub phrases: &'static [CuePhrase],
    /// Verbs that lead in what somebody said, in the infinitive: “To quote Rutte, “…””
    pub quoting: &'static [WordId],
    /// Their finite forms, after which whoever is quoted stands: “Holt quoted Rutte: “…””
    pub quoting_others: &'static [WordId],
    /// What somebody says who is silent: “said nothing”
    pub nothing: &'static [WordId],
    /// What begins a clause that sets another's words against those before: "while critics called it"
    pub contrasting: &'static [WordId],
    /// What may stand between a verb and the infinitive that depends on it: "went on to add".
    pub before_infinitive: &'static [WordId],
    /// What may stand between a verb and the gerund that depends on it: "was quoted as saying".
    pub before_gerund: &'static [WordId],
    /// Prepositions after which a subject stands with a gerund: "with critics calling it a farce".
    pub accompanying: &'static [WordId],
    /// What a condition begins with, in which nobody says anything yet: "if the doctor says so".
    pub supposing: &'static [WordId],
    /// What stands before a gerund that reports nothing: "it goes without saying".
    pub denying: &'static [WordId],
    /// The prepositions after which the way stands that somebody or something goes: "felt along the wall".
    pub of_way: &'static [WordId],
    /// The prepositions after which those stand at whom something is called, or what is looked at: "shouted at
    /// the dog".
    pub of_aim: &'static [WordId],
    /// Verbs that bring a quotation to the noun that names it, besides "be": “…,” came her answer.
    pub bringing: &'static [WordId],
    /// Forms of verbs that give a name to whatever their object is: “He titled it “Low Tide”.”
    pub giving_names: &'static [WordId],
    /// What stands before whom something is said to: "said to reporters".
    pub before_addressee: &'static [WordId],
    /// Forms of verbs that put a question, and take a clause that is none as well: "asked".
    pub questioning: &'static [WordId],
}

impl Cues {
    /// Only verbs, nouns and colons report.
    pub const NONE: Cues = Cues {
        phrases: &[],
        quoting: &[],
        quoting_others: &[],
        nothing: &[],
        contrasting: &[],
        before_infinitive: &[],
        before_gerund: &[],
        accompanying: &[],
        supposing: &[],
        denying: &[],
        of_way: &[],
        of_aim: &[],
        bringing: &[],
        giving_names: &[],
        before_addressee: &[],
        questioning: &[],
    };
}
