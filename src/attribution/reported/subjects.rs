//! The subject of each verb of a sentence: across appositions, relative clauses, phrases, and verbs that
//! share one.
//!
//! One pass over the chunks of narration keeps the clauses that are open, the main clause below those
//! within it. A noun that nothing governs opens or completes a clause, a verb takes the subject of the
//! innermost clause that waits for one.

use smallvec::SmallVec;

use super::category::Category;
use super::chunk_table::ChunkTable;
use crate::ids::ChunkId;
use crate::language::Class;

/// How many open clauses are looked at for one that waits for its verb. This bounds the work.
const INNERMOST: usize = 4;
/// How many phrases between a noun and its verb are looked over: "the head of the union in Kiel said".
const PHRASES: usize = 3;

/// The subjects of the verbs of one sentence after another.
#[derive(Debug, Default)]
pub(super) struct Subjects {
    /// The first chunk of the sentence.
    first: Option<ChunkId>,
    /// The next chunk to read.
    next: usize,
    clauses: Clauses,
}

/// The clauses that are open, the main clause first.
type Clauses = SmallVec<[OpenClause; 8]>;

/// A clause up to the chunk that is read.
#[derive(Clone, Copy, Debug, Default)]
struct OpenClause {
    subject: Option<ChunkId>,
    has_verb: bool,
}

impl OpenClause {
    fn of(subject: Option<ChunkId>) -> OpenClause {
        OpenClause {
            subject,
            has_verb: false,
        }
    }

    fn waits(&self) -> bool {
        self.subject.is_some() && !self.has_verb
    }
}

impl Subjects {
    /// The subject of a verb; verbs are asked about in text order, each once.
    pub(super) fn of(&mut self, table: &ChunkTable<'_>, verb: ChunkId) -> Option<ChunkId> {
        let analysis = table.analysis();
        let sentence = analysis.sentence_of[verb.index()];
        let first = analysis.sentence_chunks[sentence.index()];
        let mut reader = SubjectReader {
            table,
            clauses: &mut self.clauses,
        };
        if self.first != Some(first) {
            self.first = Some(first);
            self.next = first.index();
            reader.begin(None);
        }
        let mut subject = None;
        for number in self.next..=verb.index() {
            let is_narration = analysis.enclosing[number].is_none();
            subject = match is_narration {
                true => reader.read(ChunkId::new(number)),
                false => None,
            };
        }
        self.next = verb.next().index();
        subject
    }
}

struct SubjectReader<'r, 'a> {
    table: &'r ChunkTable<'a>,
    clauses: &'r mut Clauses,
}

impl SubjectReader<'_, '_> {
    /// Reads the next chunk; of a verb, returns its subject.
    fn read(&mut self, chunk: ChunkId) -> Option<ChunkId> {
        use Category::*;
        match self.table.category(chunk) {
            Pronoun | Name | Noun | Quantity | Speaker | ReportNoun => self.noun(chunk),
            Wh | Complementizer => {
                let is_subject = self.is_finite(self.after_adverb(chunk));
                self.clauses
                    .push(OpenClause::of(is_subject.then_some(chunk)));
            }
            Subordinator => self.clauses.push(OpenClause::default()),
            Stop | Semicolon | Colon => self.begin(None),
            Finite | Be | Modal | Report => return self.finite(chunk),
            Ing | Participle => return self.participle(chunk),
            Infinitive => return self.last().subject,
            _ => {}
        }
        None
    }

    /// The subject of a main clause that begins, if it is known.
    fn begin(&mut self, subject: Option<ChunkId>) {
        self.clauses.clear();
        self.clauses.push(OpenClause::of(subject));
    }

    fn last(&self) -> OpenClause {
        self.clauses.last().copied().unwrap_or_default()
    }

    fn main(&self) -> OpenClause {
        self.clauses.first().copied().unwrap_or_default()
    }

    fn noun(&mut self, noun: ChunkId) {
        use Category::*;
        let before = self.category(self.table.previous(noun));
        let last = self.last();
        if matches!(before, Preposition | Genitive | Dative | Agent) {
            let is_free = last.subject.is_none() || last.has_verb;
            if before == Preposition && is_free && self.is_subject_after_preposition(noun) {
                self.clauses.push(OpenClause::of(Some(noun)));
            }
            return;
        }
        if !last.has_verb {
            if last.subject.is_none() || self.is_alternative(before, noun) {
                self.clauses.pop();
                self.clauses.push(OpenClause::of(Some(noun)));
            } else if self.is_clause_within(before, noun) {
                self.clauses.push(OpenClause::of(Some(noun)));
            }
            return;
        }
        let joins = matches!(before, Comma | Coordinator | Quote | Dash | Edge);
        let main = self.main();
        if joins && main.subject.is_none() && !main.has_verb {
            // When she left, the head of the union, …
            return self.begin(Some(noun));
        }
        if !self.has_verb_after(noun) {
            return;
        }
        if joins {
            self.begin(Some(noun));
        } else if before == Report || self.waiting().is_none() {
            // She said he left.
            self.clauses.push(OpenClause::of(Some(noun)));
        }
    }

    /// Whether a noun after a preposition is the subject of a clause: "After she left, …", "After Okoro, a pilot, left, …",
    /// "with Okoro, a pilot, calling it a farce".
    fn is_subject_after_preposition(&self, noun: ChunkId) -> bool {
        if self.is_finite(self.after_adverb(noun)) {
            return true;
        }
        let analysis = self.table.analysis();
        let preposition = analysis.chunk(self.table.previous(noun)).first;
        let preposition = analysis.word(preposition);
        let verb = || self.after_apposition(noun).map(|verb| self.category(verb));
        if preposition.is(Class::Subordinator) {
            verb().is_some_and(Category::is_finite)
        } else {
            preposition.is_one_of(analysis.language.cues.accompanying)
                && verb() == Some(Category::Ing)
        }
    }

    /// The chunk after a noun and what stands between commas after it: "left" of "Okoro, a pilot from Kiel, left".
    fn after_apposition(&self, noun: ChunkId) -> Option<ChunkId> {
        let is_comma = |chunk: &ChunkId| self.category(*chunk) == Category::Comma;
        let first = Some(self.table.next(noun)).filter(is_comma)?;
        let apposition = self.table.next(first);
        let is_apposition = is_noun(self.category(apposition));
        let last =
            Some(self.after_phrases(apposition)).filter(|last| is_apposition && is_comma(last))?;
        Some(self.table.next(last))
    }

    /// Whether "or" or "nor" stands before a noun: of those that it parts, the last agrees with the verb.
    fn is_alternative(&self, before: Category, noun: ChunkId) -> bool {
        before == Category::Coordinator && {
            let analysis = self.table.analysis();
            let first = analysis.chunk(self.table.previous(noun)).first;
            !analysis.word(first).is_whole(Class::Additive)
        }
    }

    /// Whether a noun and its verb stand between another noun and its verb: "The dam, critics say, is old", "The
    /// man she met left".
    fn is_clause_within(&self, before: Category, noun: ChunkId) -> bool {
        use Category::*;
        let is_apart = matches!(before, Comma | Dash | Quote);
        let is_relative = is_noun(before) && matches!(self.category(noun), Pronoun | Name);
        (is_apart || is_relative) && self.is_finite(self.after_adverb(noun))
    }

    /// The innermost clause that waits for its verb, by its number.
    fn waiting(&self) -> Option<usize> {
        let innermost = self.clauses.iter().enumerate().rev().take(INNERMOST);
        innermost
            .filter(|(_, clause)| clause.waits())
            .map(|(number, _)| number)
            .next()
    }

    fn finite(&mut self, verb: ChunkId) -> Option<ChunkId> {
        let last = self.last();
        if last.has_verb
            && self.category(self.before_adverb(verb)) != Category::Coordinator
            && let Some(number) = self.waiting()
        {
            self.clauses.truncate(number + 1);
        }
        let last = self.clauses.last_mut()?;
        last.has_verb = true;
        last.subject
    }

    fn participle(&self, verb: ChunkId) -> Option<ChunkId> {
        let before = self.before_adverb(verb);
        match self.category(before) {
            // She left, with Okoro, a pilot, calling it a farce.
            Category::Comma if self.clauses.len() > 1 && self.last().waits() => self.last().subject,
            // She left, saying it was late.
            Category::Comma | Category::Dash if self.main().has_verb => self.main().subject,
            // A letter calling for an inquiry
            category if is_noun(category) => Some(before),
            _ => self.last().subject,
        }
    }

    /// Whether a finite verb stands after a noun, with phrases that belong to the noun between.
    fn has_verb_after(&self, noun: ChunkId) -> bool {
        self.is_finite(self.after_phrases(noun))
    }

    /// The chunk after a noun, an adverb and the phrases that belong to the noun.
    fn after_phrases(&self, noun: ChunkId) -> ChunkId {
        let mut chunk = self.after_adverb(noun);
        for _ in 0..PHRASES {
            let after = self.table.next(chunk);
            let is_phrase = matches!(
                self.category(chunk),
                Category::Preposition | Category::Genitive
            );
            if !is_phrase || !is_noun(self.category(after)) {
                break;
            }
            chunk = self.after_adverb(after);
        }
        chunk
    }

    fn category(&self, chunk: ChunkId) -> Category {
        self.table.category(chunk)
    }

    fn is_finite(&self, chunk: ChunkId) -> bool {
        self.category(chunk).is_finite()
    }

    /// The chunk after another, and after one adverb there.
    fn after_adverb(&self, chunk: ChunkId) -> ChunkId {
        let next = self.table.next(chunk);
        match self.table.is_adverbial(next) {
            true => self.table.next(next),
            false => next,
        }
    }

    /// The chunk before another, and before one adverb there.
    fn before_adverb(&self, chunk: ChunkId) -> ChunkId {
        let previous = self.table.previous(chunk);
        match self.table.is_adverbial(previous) {
            true => self.table.previous(previous),
            false => previous,
        }
    }
}

fn is_noun(category: Category) -> bool {
    use Category::*;
    matches!(
        category,
        Pronoun | Name | Noun | Quantity | Speaker | ReportNoun
    )
}
