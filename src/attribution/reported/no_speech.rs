//! Verbs of speech that here say nothing. Each rule is a function with an example.

use super::category::Category;
use super::chunk_table::ChunkTable;
use super::cues::CueFeatures;
use super::surroundings::{introduces_after, is_clause_of_quotation};
use crate::analysis::{ChunkKind, Tag, VerbForm};
use crate::ids::ChunkId;
use crate::language::{Class, Frame, Frames};

/// How many chunks stand between "if" and the verb of its clause, as far as one looks.
const LONGEST_CONDITION: usize = 6;

pub(super) const RULES: &[fn(&ChunkTable<'_>, &CueFeatures<'_>) -> bool] = &[
    supposes,
    shows,
    is_silent,
    puts_somewhere,
    answers_thing,
    goes_without_saying,
    acts_on_marked,
    resembles,
    has_done,
    acts_in_headline,
    is_heading,
];

/// If the doctor says that you are ill, stay in bed. But somebody is named: If Ada says that it leaks, we leave.
fn supposes(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let analysis = table.analysis();
    let begins = |chunk: ChunkId| {
        let word = analysis.first_word(chunk);
        word.is_one_of(analysis.language.cues.supposing)
    };
    let mut clause = table
        .backwards(table.previous(cue.candidate.first_chunk))
        .take(LONGEST_CONDITION)
        .take_while(|&chunk| {
            let category = table.category(chunk);
            !category.is_separator() && !category.is_finite() && category != Category::Name
        });
    let facts = cue.candidate.facts;
    facts.takes(Frame::Strong)
        && facts.takes(Frame::That)
        && cue.candidate.form == VerbForm::Finite
        && !analysis.word(cue.candidate.head).is(Class::VerbPast)
        && clause.any(begins)
}

/// The screen showed “Error 404”.
fn shows(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    table.category(table.next(cue.candidate.last_chunk)) == Category::Quote
        && table.category(table.previous(cue.candidate.first_chunk)) == Category::Noun
        && !cue.candidate.facts.leads_in_speech()
}

/// How many chunks stand between a verb and the words in marks that the verb after it acts on: "out to buy".
const LONGEST_ACTION: usize = 3;

/// She watched “The Ferry”. He went out to buy “Low Tide”.
fn acts_on_marked(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let analysis = table.analysis();
    let after = table.onwards(table.next(cue.candidate.last_chunk));
    let quote = after
        .take(LONGEST_ACTION)
        .find_map(|chunk| match analysis.chunk(chunk).kind {
            ChunkKind::Opening(quote) => Some(quote),
            _ => None,
        });
    quote.is_some_and(|quote| cue.candidate.acts_on_marked(analysis, quote))
}

/// She was like “a sister” to me.
fn resembles(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let analysis = table.analysis();
    let quote = table.next(table.next(cue.candidate.last_chunk));
    quote != table.edge()
        && matches!(analysis.chunk(quote).kind, ChunkKind::Opening(quote)
            if cue.candidate.resembles(analysis, quote))
}

/// Moss has coached the side since May. But: Moss has hinted the side will win.
fn has_done(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let analysis = table.analysis();
    let first = analysis.chunk(cue.candidate.first_chunk).first;
    let next = table.next(cue.candidate.last_chunk);
    !cue.candidate.facts.is(Class::Report)
        && analysis.word(first).tag == Tag::Have
        && next != table.edge()
        && analysis.chunk(next).kind == ChunkKind::NounPhrase
        && !introduces_after(table, cue)
        && !is_clause_of_quotation(table, cue)
}

/// ‘It holds’: engineer defends dam
fn acts_in_headline(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let subject = table.previous(cue.candidate.first_chunk);
    let colon = table.previous(subject);
    let quote = table.previous(colon);
    table.category(colon) == Category::Colon
        && table.category(quote) == Category::Quote
        && table.previous(quote) == table.edge()
        && !introduces_after(table, cue)
}

/// He said little about it. But: He said nothing would change.
fn is_silent(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let analysis = table.analysis();
    let object = table.next(cue.candidate.last_chunk);
    let is_silence = |object: ChunkId| {
        let head = analysis.head_word(object);
        head.is_one_of(analysis.language.cues.nothing)
    };
    cue.candidate.facts.takes(Frame::Strong)
        && object != table.edge()
        && is_silence(object)
        && !table.category(table.next(object)).is_finite()
        && !introduces_after(table, cue)
}

/// He put it down. But: She put it to him that it was late.
fn puts_somewhere(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    const OF_PERSONS: Frames = Frames::of(&[
        Frame::That,
        Frame::Question,
        Frame::ObjectTo,
        Frame::Object,
        Frame::Of,
        Frame::For,
        Frame::About,
        Frame::As,
        Frame::Strong,
    ]);
    let object = table.next(cue.candidate.last_chunk);
    let ends = |chunk: ChunkId| {
        matches!(
            table.category(chunk),
            Category::Stop | Category::Edge | Category::Coordinator
        )
    };
    let after = table.next(object);
    cue.candidate.form == VerbForm::Finite
        && !cue.candidate.facts.frames.any(OF_PERSONS)
        && table.category(object) == Category::Pronoun
        && matches!(
            table.category(after),
            Category::Preposition | Category::Adverb
        )
        && ends(table.next(after))
        && !is_clause_of_quotation(table, cue)
}

/// She replied to messages on Friday. But: She replied to a question about the dam.
fn answers_thing(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let to = table.next(cue.candidate.last_chunk);
    let object = table.next(to);
    let is_when = |chunk: &ChunkId| {
        matches!(
            table.category(*chunk),
            Category::Preposition | Category::Adverb | Category::Time
        )
    };
    let mut after = table.onwards(table.next(object)).skip_while(is_when);
    cue.candidate.facts.takes(Frame::ToAddressee)
        && cue.candidate.facts.takes(Frame::After)
        && table.category(to) == Category::Dative
        && matches!(
            table.category(object),
            Category::Noun | Category::ReportNoun
        )
        && after
            .next()
            .is_none_or(|chunk| table.category(chunk).is_separator())
        && !is_clause_of_quotation(table, cue)
}

/// It goes without saying that the lake is cold.
fn goes_without_saying(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let analysis = table.analysis();
    let before = table.previous(cue.candidate.first_chunk);
    cue.candidate.form == VerbForm::Ing
        && before != table.edge()
        && analysis
            .first_word(before)
            .is_one_of(analysis.language.cues.denying)
}

/// What our readers say
fn is_heading(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> bool {
    let question = table.previous(table.previous(cue.candidate.first_chunk));
    let begins = matches!(
        table.category(table.previous(question)),
        Category::Edge | Category::Other
    );
    table.next(cue.candidate.last_chunk) == table.edge()
        && table.category(question) == Category::Wh
        && begins
}
