//! Verbs that report elsewhere and here do something else. Each rule is a function with an example.

use super::category::Category;
use super::chunk_table::ChunkTable;
use super::clauses::end_of_subject_clause;
use super::cues::CueFeatures;
use super::no_speech;
use super::surroundings::{
    FARTHEST_CLAUSE, LONGEST_REPORT, follows_marking, introduces, introduces_after,
    is_beside_quotation, is_clause_of_quotation,
};
use crate::analysis::cue;
use crate::analysis::mention::Nature;
use crate::analysis::{ChunkKind, Tag, VerbForm};
use crate::ids::ChunkId;
use crate::kinds::{CueKind, MentionKind};
use crate::language::{Class, Frame, Frames, Tags, WordId};

/// How many chunks an interruption of speech has on each side of its verb.
const LONGEST_INTERRUPTION: usize = 8;

/// What a verb takes that reports by a noun: "promised a break".
const OF_NOUNS: Frames = Frames::of(&[
    Frame::Object,
    Frame::ObjectComplement,
    Frame::As,
    Frame::Of,
    Frame::For,
    Frame::About,
    Frame::Strong,
]);

type Rule = fn(&ChunkTable<'_>, &CueFeatures<'_>) -> bool;

const RULES: &[Rule] = &[
    makes_work,
    names_object,
    lacks_content,
    tells_of_motion,
    aims_at_something,
    tells_when,
    addresses,
    acts_on_object,
    handles_thing,
    interrupts,
    quotes_another,
    judges_clause,
    describes_label,
    leans_on_pronoun,
    is_bare,
    wants_thing,
];

/// Whether a cue surely reports nothing.
pub(super) fn is_no_report(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    cue.candidate.kind == CueKind::Verb
        && RULES
            .iter()
            .chain(no_speech::RULES)
            .any(|rule| rule(table, cue))
}

/// He wrote “Low Tide” in a month. She directed “The Glass Ferry”.
fn makes_work(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let next = table.next(cue.candidate.last_chunk);
    // “The sign read “No Entry”” is about the words, not about a work.
    let has_maker = matches!(
        table.category(table.previous(cue.candidate.first_chunk)),
        Category::Pronoun | Category::Name | Category::Speaker | Category::Coordinator
    );
    let analysis = table.analysis();
    // She wrote the play. But: She wrote a letter saying that it was late.
    let is_noun_of_work = || {
        let facts = cue.candidate.facts;
        let may_make = facts.takes(Frame::Writing) || facts.takes(Frame::Work);
        may_make && analysis.head_word(next).is(Class::Work) && !introduces_after(table, cue)
    };
    has_maker
        && next != table.edge()
        && match analysis.chunk(next).kind {
            ChunkKind::Opening(quote) => cue.candidate.makes_work(analysis, quote),
            ChunkKind::NounPhrase => is_noun_of_work(),
            _ => false,
        }
}

/// He titled it “Low Tide”. She called the boat “Marigold”.
fn names_object(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let object = table.next(cue.candidate.last_chunk);
    let quote = table.next(object);
    match table
        .analysis()
        .chunks
        .get(quote.index())
        .map(|chunk| chunk.kind)
    {
        Some(ChunkKind::Opening(quote)) => cue.candidate.names_object(table.analysis(), quote),
        _ => false,
    }
}

/// Lena went out to buy lamps. But: She went on to say that it was late.
fn lacks_content(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let facts = cue.candidate.facts;
    let is_bare = facts.takes(Frame::Weak)
        && facts.takes(Frame::Phrasal)
        && cue.candidate.form == VerbForm::Finite;
    let mut after = table
        .onwards(table.next(cue.candidate.last_chunk))
        .take(FARTHEST_CLAUSE);
    let before = table.previous(cue.candidate.first_chunk);
    let joins = table.category(before) == Category::Coordinator;
    let is_comma = |chunk| table.category(chunk) == Category::Comma && !joins;
    is_bare
        && !after.any(|chunk| introduces(table.category(chunk)))
        && ![before, table.previous(before)].into_iter().any(is_comma)
        && !is_beside_quotation(table, cue)
}

/// She felt along the wall. He threw the rope onto the deck.
fn tells_of_motion(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let ways = table.analysis().language.cues.of_way;
    let next = table.next(cue.candidate.last_chunk);
    let is_way = |chunk| is_preposition(table, chunk, ways);
    let facts = cue.candidate.facts;
    // "called into question"
    let calls = facts.takes(Frame::ObjectComplement) && facts.takes(Frame::Speech);
    !calls
        && !facts.takes(Frame::Strong)
        && (is_way(cue.candidate.last_chunk)
            || is_way(next)
            || !facts.is(Class::Report) && is_way(table.next(next)))
        && !introduces_after(table, cue)
        && !is_beside_quotation(table, cue)
}

/// The boy shouted at the gulls. She pointed at the boat. But: They railed at the tax.
fn aims_at_something(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    const SHOWS: Frames = Frames::of(&[Frame::Weak, Frame::Phrasal]);
    let facts = cue.candidate.facts;
    let analysis = table.analysis();
    let next = table.next(cue.candidate.last_chunk);
    let is_aim = |chunk| is_preposition(table, chunk, analysis.language.cues.of_aim);
    // "spoke at length"
    let is_definite = |chunk: ChunkId| {
        chunk != table.edge() && {
            let chunk = analysis.chunk(chunk);
            const DEFINITE: Tags =
                Tags::of(&[Tag::Determiner, Tag::Possessive, Tag::Name, Tag::Pronoun]);
            DEFINITE.has(analysis.word(chunk.first).tag)
        }
    };
    let is_call = facts.takes(Frame::ToAddressee) && facts.takes(Frame::After);
    !facts.takes(Frame::Strong)
        && (is_call || facts.frames.any(SHOWS))
        && (is_aim(cue.candidate.last_chunk) && is_definite(next)
            || is_aim(next) && is_definite(table.next(next)))
        && !introduces_after(table, cue)
        && !is_beside_quotation(table, cue)
}

/// The mayor spoke on Monday. They voted again on Friday. Drivers were told on Monday.
fn tells_when(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let mut after = table
        .onwards(table.next(cue.candidate.last_chunk))
        .skip_while(|&chunk| {
            matches!(
                table.category(chunk),
                Category::Preposition | Category::Adverb
            )
        });
    let has_time = after
        .next()
        .is_some_and(|chunk| table.category(chunk) == Category::Time);
    let is_passive_addressee = cue.candidate.passive && cue.candidate.facts.takes(Frame::Addressee);
    has_time
        && (is_passive_addressee || !cue.candidate.facts.takes(Frame::Strong))
        && after
            .next()
            .is_none_or(|chunk| table.category(chunk) == Category::Stop)
        && !is_clause_of_quotation(table, cue)
}

/// He asked the boy on Monday. She wrote to him. They told nobody.
fn addresses(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let facts = cue.candidate.facts;
    let next = table.next(cue.candidate.last_chunk);
    let person = match table.category(next) {
        Category::Dative if facts.takes(Frame::ToAddressee) => table.next(next),
        _ if facts.takes(Frame::Addressee) => next,
        _ => return false,
    };
    let is_person = |id| {
        let mention = table.input.mention(id);
        matches!(mention.nature, Nature::Person | Nature::Group)
            || mention.kind == MentionKind::Pronoun
    };
    let mention = match person == table.edge() {
        true => None,
        false => table.input.mentions.of_chunk(person),
    };
    let is_when = |chunk: &ChunkId| {
        matches!(
            table.category(*chunk),
            Category::Preposition | Category::Adverb | Category::Time
        )
    };
    let mut after = table.onwards(table.next(person)).skip_while(is_when);
    // "coached the under-nines"
    let takes_no_content = || !facts.takes(Frame::That) && !facts.frames.any(OF_NOUNS);
    !cue.candidate.passive
        && mention.is_some_and(|id| is_person(id) || takes_no_content())
        && after.next().is_none_or(|chunk| {
            matches!(
                table.category(chunk),
                Category::Stop | Category::Coordinator
            )
        })
        && !is_clause_of_quotation(table, cue)
}

fn is_preposition(table: &ChunkTable<'_>, chunk: ChunkId, words: &[WordId]) -> bool {
    let analysis = table.analysis();
    chunk != table.edge() && {
        let chunk = analysis.chunk(chunk);
        matches!(chunk.kind, ChunkKind::Preposition | ChunkKind::Adverb)
            && analysis.word(chunk.first).is_one_of(words)
    }
}

/// She watched him go. He pressed Enter. He shouted at the dog.
fn acts_on_object(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let facts = cue.candidate.facts;
    let analysis = table.analysis();
    let next = table.next(cue.candidate.last_chunk);
    if cue.candidate.form != VerbForm::Finite || cue.candidate.passive || next == table.edge() {
        return false;
    }
    let word = analysis.head_word(next);
    let ends = |chunk: ChunkId| {
        matches!(
            table.category(chunk),
            Category::Stop | Category::Edge | Category::Coordinator
        )
    };
    let on_somebody = !facts.is(Class::Report)
        && table.category(next) == Category::Pronoun
        && word.is(Class::ObjectPronoun)
        && !matches!(
            table.category(table.next(next)),
            Category::Preposition | Category::Dative
        );
    // "Nobody knew him."
    let thinks_of_somebody = facts.takes(Frame::Thought)
        && !facts.takes(Frame::Strong)
        && table.category(next) == Category::Pronoun
        && word.is(Class::ObjectPronoun)
        && !word.is(Class::Neuter)
        && ends(table.next(next));
    let on_thing = facts.takes(Frame::Weak)
        && !facts.takes(Frame::Object)
        && analysis.chunk(next).kind == ChunkKind::NounPhrase
        && ends(table.next(next));
    on_somebody || thinks_of_somebody || on_thing
}

/// They shared the bread. He pointed at the boat. I found Tomas in the yard. But: She noticed the boat was gone.
fn handles_thing(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let analysis = table.analysis();
    let mut object = table.next(cue.candidate.last_chunk);
    if table.category(object) == Category::Preposition && !cue.candidate.passive {
        object = table.next(object);
    }
    if cue.candidate.facts.takes(Frame::Strong) || object == table.edge() {
        return false;
    }
    let chunk = analysis.chunk(object);
    let mut after = table
        .onwards(table.next(object))
        .take(FARTHEST_CLAUSE)
        .take_while(|&chunk| !table.category(chunk).is_separator());
    let word = analysis.word(chunk.head);
    let is_somebody = || {
        let mention = table.input.mentions.of_chunk(object);
        let is_person = |id| table.input.mention(id).nature == Nature::Person;
        let positions = matches!(
            table.category(table.next(object)),
            Category::Preposition | Category::Adverb
        );
        cue.candidate.facts.takes(Frame::Thought)
            && word.tag == Tag::Name
            && positions
            && mention.is_some_and(is_person)
    };
    chunk.kind == ChunkKind::NounPhrase
        && (word.is(Class::Thing) || is_somebody())
        && !after.any(|chunk| introduces(table.category(chunk)) && !follows_marking(table, chunk))
}

/// “We could” — Brown looked at the clock — “call it off.”
fn interrupts(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let is_dash = |chunk: &ChunkId| table.category(*chunk) == Category::Dash;
    let is_quote = |chunk: ChunkId| table.category(chunk) == Category::Quote;
    let mut before = table
        .backwards(cue.candidate.first_chunk)
        .take(LONGEST_INTERRUPTION);
    let mut after = table
        .onwards(cue.candidate.last_chunk)
        .take(LONGEST_INTERRUPTION);
    !cue.candidate.facts.takes(Frame::Strong)
        && before
            .find(is_dash)
            .is_some_and(|dash| is_quote(table.previous(dash)))
        && after
            .find(is_dash)
            .is_some_and(|dash| is_quote(table.next(dash)))
}

/// Brown was quoted by the Gazette as saying it was shut: what Brown says, not the Gazette.
fn quotes_another(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    cue.candidate.quotes_another(table.analysis())
}

/// The claim that the votes were counted twice was rejected by the court.
fn judges_clause(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    if !cue.candidate.passive {
        return false;
    }
    let last = table.previous(cue.candidate.first_chunk);
    let mut before = table.backwards(last).take(LONGEST_REPORT);
    let start = before.find(|&chunk| table.category(chunk) == Category::Complementizer);
    start.is_some_and(|start| end_of_subject_clause(table, start) == Some(last))
}

/// The article, titled “Low Tide”, was shared.
fn describes_label(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let next = table.next(cue.candidate.last_chunk);
    table.category(next) == Category::Quote
        && cue::is_marking(table.analysis(), cue.candidate.head_chunk)
}

/// They would vote against it.
fn leans_on_pronoun(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let link = table.next(cue.candidate.last_chunk);
    let pronoun = table.next(link);
    !cue.candidate.facts.takes(Frame::Strong)
        && table.category(link) == Category::Preposition
        && table.category(pronoun) == Category::Pronoun
        && matches!(
            table.category(table.next(pronoun)),
            Category::Stop | Category::Edge | Category::Comma
        )
}

/// She was clear about the cause: “…” in the next paragraph.
fn is_bare(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let mut after = table
        .onwards(table.next(cue.candidate.last_chunk))
        .take(FARTHEST_CLAUSE);
    cue.candidate.facts.is(Class::Be)
        && after
            .find(|&chunk| introduces(table.category(chunk)))
            .is_some_and(|chunk| table.category(chunk) == Category::Colon)
}

/// The farmer expects rain. They wanted a break. But: She expects Ben to win.
fn wants_thing(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let object = table.next(cue.candidate.last_chunk);
    let after = table.next(object);
    let ends = matches!(
        table.category(after),
        Category::Stop | Category::Edge | Category::Coordinator
    );
    !(cue.candidate.facts.frames.any(OF_NOUNS) || cue.candidate.facts.takes(Frame::After))
        && matches!(
            table.category(object),
            Category::Noun | Category::Pronoun | Category::Time
        )
        && ends
        && !is_clause_of_quotation(table, cue)
}
