//! How a text uses the forms of its names: a name that it goes to and stays in is no person's.

use super::form::NameFormId;
use super::salience;
use super::written;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, ChunkKind, Tag};
use crate::ids::ChunkId;
use crate::language::Class;
use crate::share::Share;

/// How often a form stands somewhere, and where.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Usage {
    pub(super) count: u32,
    /// How often it looks like a person's name or stands beside a reporting verb, which counts more.
    pub(super) as_person: u32,
    /// How often it stands after a preposition, and how often after one that goes with places.
    after_preposition: u32,
    as_place: u32,
    /// How often "the" stands before it: "the Quills".
    after_the: u32,
    /// How often "old" or "young" does: "old Mr. Quill".
    after_age: u32,
}

/// Of a place's name, this share of the uses or more stands after "in" or the like. Set by hand, as are the halves below.
const AFTER_IN: Share = Share::of(1, 8);

/// How much more a reporting verb beside a name tells of a person than the name's look. Halving it loses 0.4 % of the
/// speakers in the novels of `weights/MODEL.md`; doubling it changes none.
const REPORTING: u32 = 4;

impl Usage {
    fn count(&mut self, analysis: &Analysis<'_>, mention: &Mention) {
        self.count += 1;
        let looks_so = matches!(mention.nature, Nature::Person | Nature::Open);
        let reports = is_beside_quotation(analysis, mention);
        self.as_person += u32::from(looks_so) + REPORTING * u32::from(reports);
        let first = written::first_token(analysis, mention);
        let is_after_the =
            mention.first < first && analysis.word(mention.first).is_whole(Class::Definite);
        self.after_the += u32::from(is_after_the);
        let before = first.minus(1);
        let is_after_age = before.is_some_and(|before| {
            analysis
                .word(before)
                .is_one_of(analysis.language.descriptions.generations)
        });
        self.after_age += u32::from(is_after_age);
        if let Some(preposition) = preposition_before(analysis, mention) {
            self.after_preposition += 1;
            self.as_place += u32::from(goes_with_places(analysis, preposition));
        }
    }

    /// Whether "the" stands before it most of the time, as before the name of a family.
    pub(super) fn has_article(self) -> bool {
        Share::HALF.is_reached(self.after_the as usize, self.count as usize)
    }

    /// Whether the text tells its bearer from father or son.
    pub(super) fn is_told_by_age(self) -> bool {
        self.after_age > 0
    }

    /// Whether the text goes to it and stays in it as one does with a house or a town.
    pub(super) fn is_place(self) -> bool {
        let count = self.count as usize;
        Share::HALF.is_reached(self.after_preposition as usize, count)
            && AFTER_IN.is_reached(self.as_place as usize, count)
    }
}

/// Counts the uses of all forms, indexed by `NameFormId`. `forms` has the form of each mention.
pub(super) fn count(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    forms: &[Option<NameFormId>],
    count: usize,
) -> Vec<Usage> {
    let mut usages = vec![Usage::default(); count];
    for (mention, form) in mentions.all.iter().zip(forms) {
        if let Some(form) = form {
            usages[form.index()].count(analysis, mention);
        }
    }
    usages
}

/// The preposition right before a mention.
fn preposition_before(analysis: &Analysis<'_>, mention: &Mention) -> Option<ChunkId> {
    let before = analysis.previous_sibling(mention.chunk)?;
    (!mention.possessor && analysis.chunk(before).kind == ChunkKind::Preposition).then_some(before)
}

/// Whether a name stands where that of a place does: "in Quillby", "the bells at Quillby".
pub(super) fn stands_as_place(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let preposition = preposition_before(analysis, mention);
    preposition.is_some_and(|preposition| goes_with_places(analysis, preposition))
}

/// "in Quillby", "a house at Quillby", not "looked at Marta"
fn goes_with_places(analysis: &Analysis<'_>, preposition: ChunkId) -> bool {
    let word = analysis.first_word(preposition);
    let after_verb = || {
        let before = analysis.previous_sibling(preposition);
        before.is_some_and(|chunk| matches!(analysis.chunk(chunk).kind, ChunkKind::VerbGroup(_)))
    };
    let names = &analysis.language.names;
    word.is_one_of(names.before_places)
        || word.is_one_of(names.before_places_without_verb) && !after_verb()
}

/// Whether a reporting verb stands beside a mention, and a quote beside that.
pub(super) fn is_beside_quotation(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    if analysis.enclosing[mention.chunk.index()].is_some() {
        return false;
    }
    let reports = |chunk: ChunkId| salience::is_report(analysis, chunk);
    let opens = |chunk: ChunkId| matches!(analysis.chunk(chunk).kind, ChunkKind::Opening(_));
    let before = analysis.previous_sibling(mention.chunk);
    let after = analysis.next_sibling(mention.chunk);
    let inverted = before
        .filter(|&chunk| reports(chunk))
        .and_then(|chunk| analysis.previous_sibling(chunk));
    let quote_before_subject = after.is_some_and(reports) && before.is_some_and(opens);
    inverted.is_some_and(opens) || quote_before_subject
}

/// The phrase of which a mention tells the name: "my teacher's name" of "My teacher's name is Ada Moss".
pub(super) fn name_told(analysis: &Analysis<'_>, mention: &Mention) -> Option<ChunkId> {
    let verb = analysis.previous_sibling(mention.chunk)?;
    let noun = analysis.previous_sibling(verb)?;
    let is = analysis.head_word(verb).tag == Tag::Be;
    let is_name = analysis
        .head_word(noun)
        .is_one_of(analysis.language.names.noun);
    (is && is_name).then_some(noun)
}
