//! How far a content may reach at most, where the syntax around it tells.
//!
//! Where a content ends is a question to the model; some answers it must not give. Each [`Limit`] is
//! one of them, with a sentence in its description: a content ends before `|`.

use super::category::Category;
use super::chunk_table::{ChunkTable, LONGEST_SENTENCE};
use super::clauses::{is_clause, is_noun, is_reporting_verb, verb};
use super::cues::CueFeatures;
use crate::analysis::{ChunkKind, VerbForm};
use crate::ids::ChunkId;
use crate::kinds::CueKind;
use crate::language::Class;
use crate::quote::QuoteKind;

/// How many chunks a subject may have, its appositions counted: "her deputy, Piet Vos, described".
const LONGEST_SUBJECT: usize = 8;

/// How many chunks after a verb its object in marks may begin: “a disgrace” of "called it “a disgrace”".
const FARTHEST_OBJECT: usize = 2;

/// A rule: whether the content of the cue ends before a chunk.
type Limit = fn(&CueClause<'_, '_>, ChunkId) -> bool;

/// All rules. The first chunk for which one of them holds is the limit.
const LIMITS: &[Limit] = &[
    after_relative_clause,
    after_restrictive_clause,
    after_leading_clause,
    before_other_report,
    before_opinion_of_another,
    before_saying,
    before_joined_report,
    before_joined_verb,
    before_contrast,
    before_gap,
    before_imitation,
    before_clause_of_quotation,
    before_line,
];

/// The chunk before which the content after a cue ends; the edge where nothing limits it. The content
/// begins with the chunk `start`.
pub(super) fn limit(table: &ChunkTable<'_>, cue: &CueFeatures<'_>, start: ChunkId) -> ChunkId {
    if cue.candidate.kind != CueKind::Verb {
        return table.edge();
    }
    let clause = CueClause::of(table, cue, start);
    // Every rule asks for one of these first.
    let is_possible = |chunk: ChunkId| {
        table.category(chunk).is_separator()
            || table.category(chunk) == Category::Subordinator
            || clause.is_restrictive && table.category(chunk).is_finite()
            || table.category(table.previous(chunk)) == Category::Quote
    };
    let after = table.onwards(table.next(start));
    let mut after = after.take(LONGEST_SENTENCE);
    after
        .find(|&chunk| is_possible(chunk) && LIMITS.iter().any(|limit| limit(&clause, chunk)))
        .unwrap_or(table.edge())
}

/// The first chunk that the content before a cue may begin with, which ends with the chunk `last`: it does
/// not reach into the reporting clause of another quotation: “It floats,” said Greta; |“It does not,” said Peter. Nor:
/// Ivo said, “It is late,” and |“It is early,” said Greta.
pub(super) fn first_before(table: &ChunkTable<'_>, last: ChunkId) -> Option<ChunkId> {
    let is_quote = |chunk: ChunkId| table.category(chunk) == Category::Quote;
    let mut separator = None;
    for chunk in table.backwards(last).take(LONGEST_SENTENCE) {
        match table.category(chunk) {
            Category::Semicolon | Category::Coordinator | Category::Dash => separator = Some(chunk),
            Category::Comma if is_quote(last) && after_then(table, chunk) == last => {
                separator = Some(chunk);
            }
            _ if is_reporting_verb(table, chunk, VerbForm::Finite) => {
                let before = table.previous(chunk);
                let after = table.next(chunk);
                let beside = [before, table.previous(before), after, table.next(after)];
                let is_clause = beside
                    .into_iter()
                    .any(|chunk| chunk < last && is_quote(chunk));
                if let Some(separator) = separator.filter(|_| is_clause) {
                    let first = after_then(table, separator);
                    return Some(if is_quote(first) {
                        first
                    } else {
                        table.next(separator)
                    });
                }
            }
            _ => {}
        }
    }
    None
}

/// The chunk after another, and after adverbs there, some of which look like adjectives: “It is early” after "and then".
fn after_then(table: &ChunkTable<'_>, chunk: ChunkId) -> ChunkId {
    table.skip(table.next(chunk), |chunk| {
        table.is_adverbial(chunk) || table.category(chunk) == Category::Adjective
    })
}

/// The clause of a cue.
struct CueClause<'c, 't> {
    table: &'c ChunkTable<'t>,
    is_finite: bool,
    /// Whether the cue's subject is a relative pronoun after a comma: "The mayor, who said".
    is_relative: bool,
    /// Whether the cue's subject is a relative pronoun right after its noun: "The man who said".
    is_restrictive: bool,
    /// Whether the clause leads in the sentence: "When the mayor said".
    is_leading: bool,
    /// Whether the content has a subject that cannot speak: "the work was", "it was".
    has_thing_as_subject: bool,
    /// The first chunk of the content.
    start: ChunkId,
}

impl<'c, 't> CueClause<'c, 't> {
    fn of(table: &'c ChunkTable<'t>, cue: &CueFeatures<'_>, start: ChunkId) -> CueClause<'c, 't> {
        let before = table.previous(cue.candidate.first_chunk);
        let is_wh = table.category(before) == Category::Wh;
        let ahead = table.category(table.previous(before));
        let is_relative = is_wh && ahead == Category::Comma;
        let is_restrictive = is_wh && matches!(ahead, Category::Noun | Category::Speaker);
        let mut clause = table.backwards(before).take(LONGEST_SENTENCE);
        let first = clause.find(|&chunk| {
            let ahead = table.previous(chunk);
            ahead == table.edge()
                || table.category(chunk).is_separator()
                || table.category(ahead) == Category::Complementizer
        });
        let is_leading = first.is_some_and(|first| {
            let leads = match table.category(first) {
                Category::Subordinator | Category::Wh => true,
                // "After the mayor said"
                Category::Preposition => {
                    table.next(table.next(first)) == cue.candidate.first_chunk
                        && cue.candidate.form == VerbForm::Finite
                }
                _ => false,
            };
            let ahead = table.previous(first);
            // "He thought that if she said"
            leads && (ahead == table.edge() || table.category(ahead) == Category::Complementizer)
        });
        let subject = match table.category(start) {
            Category::Complementizer => table.next(start),
            _ => start,
        };
        CueClause {
            table,
            is_finite: cue.candidate.form == VerbForm::Finite,
            is_relative,
            is_restrictive,
            is_leading,
            has_thing_as_subject: table.category(subject) == Category::Noun
                && table.category(table.next(subject)).is_finite(),
            start,
        }
    }

    fn category(&self, chunk: ChunkId) -> Category {
        self.table.category(chunk)
    }

    /// Whether the content has a finite verb before a chunk.
    fn has_verb_before(&self, chunk: ChunkId) -> bool {
        let mut before = self
            .table
            .onwards(self.start)
            .take_while(|&other| other < chunk);
        before.any(|chunk| self.category(chunk).is_finite())
    }

    /// Whether a subject and a verb that reports a clause after it begin with a chunk, in a sentence that no
    /// subordinate clause begins.
    fn begins_spliced(&self, subject: ChunkId) -> bool {
        let verb = self.table.next(subject);
        let after = self.table.next(verb);
        is_reporting_verb(self.table, verb, VerbForm::Finite)
            && is_clause(self.table, after)
            && !matches!(
                self.category(self.start),
                Category::Subordinator | Category::Complementizer | Category::Wh
            )
    }

    /// Whether nothing that is reported stands after a verb: "she added.", but not “she said, “No.””
    fn ends_after(&self, verb: ChunkId) -> bool {
        let after = self.table.next(verb);
        match self.category(after) {
            Category::Comma => self.category(self.table.next(after)) != Category::Quote,
            category => matches!(category, Category::Edge | Category::Stop | Category::Time),
        }
    }
}

/// The mayor, who said the mill was insolvent|, left.
fn after_relative_clause(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    clause.is_relative && clause.category(chunk) == Category::Comma && {
        let verb = clause.table.skip_adverbs(clause.table.next(chunk));
        clause.category(verb).is_finite()
    }
}

/// The man who said the bank was closed| was wrong.
fn after_restrictive_clause(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let before = clause.table.previous(chunk);
    clause.is_restrictive
        && clause.category(chunk).is_finite()
        && clause.has_verb_before(chunk)
        && matches!(
            clause.category(before),
            Category::Participle | Category::Adjective | Category::Adverb | Category::Finite
        )
}

/// When the mayor said the dam would break|, nobody moved. If she had said “stop,”| he would have.
fn after_leading_clause(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let after = match clause.category(chunk) {
        _ if !clause.is_leading => return false,
        Category::Comma => clause.table.next(chunk),
        _ if clause.category(clause.table.previous(chunk)) == Category::Quote => chunk,
        _ => return false,
    };
    is_clause(clause.table, after)
}

/// The minister said the tax was fair|, but critics called it “a raid”. Ms. Vale said it was safe|; her
/// deputy, Piet Vos, called it “a heap of rust”.
fn before_other_report(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let table = clause.table;
    let mut next = table.next(chunk);
    let joins = matches!(
        clause.category(next),
        Category::Coordinator | Category::Subordinator
    );
    let mut is_spliced = false;
    match clause.category(chunk) {
        Category::Comma if joins => {}
        // The doctor said it was nothing|, the nurse said it was a virus.
        Category::Comma => is_spliced = true,
        Category::Semicolon | Category::Dash => {}
        // Clara said “Yes”| and Jonas said “No”.
        Category::Coordinator if clause.category(table.previous(chunk)) == Category::Quote => {}
        _ => return false,
    }
    if joins {
        next = table.next(next);
    }
    if !is_noun(clause.table, next) || clause.category(next) == Category::Time {
        return false;
    }
    if is_spliced {
        return clause.begins_spliced(next) && clause.has_verb_before(chunk);
    }
    verb_of_report(clause, next).is_some_and(|verb| !clause.ends_after(verb))
}

/// The verb after a subject with its appositions, if it reports.
fn verb_of_report(clause: &CueClause<'_, '_>, subject: ChunkId) -> Option<ChunkId> {
    let table = clause.table;
    let mut ahead = table.onwards(table.next(subject)).take(LONGEST_SUBJECT);
    let verb = ahead.find(|&chunk| {
        let category = clause.category(chunk);
        category.is_finite() || !is_part_of_subject(category)
    });
    verb.filter(|&verb| is_reporting_verb(table, verb, VerbForm::Finite))
}

/// The minister said the figures were sound|, a view the chief engineer described as “fanciful”.
fn before_opinion_of_another(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let table = clause.table;
    let analysis = table.analysis();
    let noun = table.next(chunk);
    if clause.category(chunk) != Category::Comma || !is_noun(table, noun) {
        return false;
    }
    let after = table.next(noun);
    let subject = match clause.category(after) {
        Category::Wh | Category::Complementizer => table.next(after),
        _ => after,
    };
    let article = analysis.word(analysis.chunk(noun).first);
    article.is_one_of(analysis.language.descriptions.indefinite)
        && is_noun(table, subject)
        && verb_of_report(clause, subject).is_some()
}

/// The teacher said the trip was off| while parents called it “a disgrace”.
fn before_contrast(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let table = clause.table;
    let analysis = table.analysis();
    let subject = table.next(chunk);
    let verb = table.skip_adverbs(table.next(subject));
    let object = || table.onwards(table.next(verb)).take(FARTHEST_OBJECT);
    clause.category(chunk) == Category::Subordinator
        && analysis
            .word(analysis.chunk(chunk).first)
            .is_one_of(analysis.language.cues.contrasting)
        && is_noun(clause.table, subject)
        && is_reporting_verb(table, verb, VerbForm::Finite)
        && object().any(|chunk| clause.category(chunk) == Category::Quote)
}

/// Berg called it “a gift”| and Moss “a curse”.
fn before_gap(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let table = clause.table;
    let subject = table.next(chunk);
    let mut after = table.onwards(table.next(subject)).take(2);
    clause.category(chunk) == Category::Coordinator
        && clause.category(table.previous(chunk)) == Category::Quote
        && matches!(
            clause.category(subject),
            Category::Name | Category::Speaker | Category::Pronoun
        )
        && after
            .find(|&chunk| clause.category(chunk) != Category::Preposition)
            .is_some_and(|chunk| clause.category(chunk) == Category::Quote)
}

/// I asked if there was a lift| and he was like “nope”.
fn before_imitation(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let table = clause.table;
    let analysis = table.analysis();
    let like = table.onwards(table.next(table.next(table.next(chunk))));
    let mut like = like.take(2);
    let imitating = analysis.language.sources.before_imitation;
    clause.category(chunk) == Category::Coordinator
        && is_clause(table, table.next(chunk))
        && like.next().is_some_and(|like| {
            let first = analysis.word(analysis.chunk(like).first);
            first.is_one_of(imitating)
        })
        && like.any(|after| clause.category(after) == Category::Quote)
}

fn is_part_of_subject(category: Category) -> bool {
    matches!(
        category,
        Category::Comma
            | Category::Adverb
            | Category::Aside
            | Category::Name
            | Category::Noun
            | Category::Speaker
            | Category::Quantity
            | Category::Preposition
            | Category::Genitive
    )
}

/// She denied that she had lied|, saying “I was asleep”.
fn before_saying(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let verb = || clause.table.skip_adverbs(clause.table.next(chunk));
    clause.is_finite
        && clause.category(chunk) == Category::Comma
        && is_reporting_verb(clause.table, verb(), VerbForm::Ing)
}

/// The firm said the work was “essential”| and apologised for any inconvenience. She said the oven was old| and
/// closed the door.
fn before_joined_report(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let next = || clause.table.skip_adverbs(clause.table.next(chunk));
    clause.is_finite
        && clause.has_thing_as_subject
        && clause.category(chunk) == Category::Coordinator
        && (verb(clause.table, next(), VerbForm::Finite).is_some()
            || is_done_by_somebody(clause, next()))
}

/// Whether what a verb tells is done by somebody, to something or somebody: "closed the door", "handed each
/// passenger a voucher".
fn is_done_by_somebody(clause: &CueClause<'_, '_>, verb: ChunkId) -> bool {
    let table = clause.table;
    let object = table.next(verb);
    if !clause.category(verb).is_finite() || !is_noun(clause.table, object) {
        return false;
    }
    let word = table.analysis().word(table.analysis().chunk(object).head);
    let is_somebody = word.is(Class::Person) || clause.category(object) == Category::Pronoun;
    let second = table.next(object);
    let has_more = is_noun(clause.table, second) || clause.category(second) == Category::Adverb;
    word.is(Class::Thing) || is_somebody && has_more
}

/// He called the flood “a warning”| and ordered sandbags: no verb before to which this one could be joined.
fn before_joined_verb(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let table = clause.table;
    let next = || table.skip_adverbs(table.next(chunk));
    clause.is_finite
        && clause.category(chunk) == Category::Coordinator
        && clause.category(table.previous(chunk)) == Category::Quote
        && clause.category(next()).is_finite()
        && !clause.has_verb_before(chunk)
}

/// She said: “It holds. “We shall see,”| she added.
fn before_clause_of_quotation(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let table = clause.table;
    let is_report = |chunk: ChunkId| is_reporting_verb(table, chunk, VerbForm::Finite);
    let is_clause = || {
        let next = table.next(chunk);
        is_noun(clause.table, chunk) && is_report(next)
            || is_report(chunk) && is_noun(clause.table, next)
    };
    calls_for_clause(table, table.previous(chunk)) && is_clause()
}

/// He criticised the referee|: “He was asleep.”
fn before_line(clause: &CueClause<'_, '_>, chunk: ChunkId) -> bool {
    let analysis = clause.table.analysis();
    let quote = clause.table.next(chunk);
    clause.category(chunk) == Category::Colon
        && !clause.has_verb_before(chunk)
        && clause.category(quote) == Category::Quote
        && matches!(analysis.chunk(quote).kind, ChunkKind::Opening(quote)
            if analysis.quotes[quote.index()].kind() == QuoteKind::Speech)
}

/// Whether a quote ends as a line does that goes on in its reporting clause: “It holds,” “Does it?”
fn calls_for_clause(table: &ChunkTable<'_>, quote: ChunkId) -> bool {
    if quote == table.edge() {
        return false;
    }
    let analysis = table.analysis();
    let ChunkKind::Opening(quote) = analysis.chunk(quote).kind else {
        return false;
    };
    let (_, closing) = analysis.quote_chunks[quote.index()];
    let last = analysis.chunk(closing).first.previous();
    last.is_some_and(|last| matches!(analysis.token_text(last), "," | "?" | "!"))
}
