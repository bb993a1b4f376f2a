//! Singular and plural of a cue's verb.

use crate::analysis::cue::CueCandidate;
use crate::analysis::mention::{Mention, Nature};
use crate::analysis::{Analysis, Tag, VerbForm};
use crate::kinds::{CueKind, MentionKind};
use crate::language::Class;

/// Which number the first verb of a cue asks of its subject, if its form tells.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct VerbNumber {
    singular: bool,
    plural: bool,
}

impl VerbNumber {
    pub(super) fn of(analysis: &Analysis<'_>, cue: &CueCandidate) -> VerbNumber {
        if cue.kind != CueKind::Verb || cue.form != VerbForm::Finite {
            return VerbNumber::default();
        }
        let chunk = analysis.chunk(cue.first_chunk);
        let verb = chunk
            .first
            .up_to(chunk.end)
            .find(|&at| !matches!(analysis.word(at).tag, Tag::Adverb | Tag::Negation))
            .unwrap_or(chunk.head);
        let word = analysis.word(verb);
        let sources = &analysis.language.sources;
        VerbNumber {
            singular: word.is(Class::VerbS) && !word.is(Class::Verb)
                || word.is_one_of(sources.singular_auxiliaries),
            plural: word.is(Class::Verb) && word.tag == Tag::Verb && !word.is(Class::VerbPast)
                || word.is_one_of(sources.plural_auxiliaries),
        }
    }

    /// Whether a subject has the other number: "the officials says", "he say".
    pub(super) fn disagrees(self, analysis: &Analysis<'_>, mention: &Mention) -> bool {
        let word = analysis.word(mention.head);
        let pronoun = mention.kind == MentionKind::Pronoun;
        let many = || {
            mention.plural || pronoun && (word.is_i() || word.is_subject_form(Class::SecondPerson))
        };
        let one = || pronoun && (mention.gender.is_some() || word.is_subject_form(Class::Neuter));
        self.singular && mention.nature != Nature::Organisation && many() || self.plural && one()
    }
}
