//! Words in marks to which something is done.

use super::{CueCandidate, begins_with_capital, is_marking, is_one_name};
use crate::analysis::{Analysis, Chunk, ChunkKind, Shape, Tag, VerbForm};
use crate::ids::ChunkId;
use crate::kinds::CueKind;
use crate::language::{Class, Classes, Frame, Frames};
use crate::quote::{QuoteId, QuoteKind};

/// How many chunks before a verb are searched for a noun that parts it from the verb that it depends on.
const LONGEST_DETOUR: usize = 4;

impl CueCandidate {
    /// Whether the words of a quote stand on something, which may be what the cue tells of: "pressed the button marked
    /// “Up”".
    pub(crate) fn tells_of_marked(&self, analysis: &Analysis<'_>, quote: QuoteId) -> bool {
        let (opening, _) = analysis.quote_chunks[quote.index()];
        let marking = analysis.previous_sibling(opening);
        self.head_chunk < opening && marking.is_some_and(|marking| is_marking(analysis, marking))
    }

    /// Whether it tells what is done to the words of a quote, which nobody says: She pressed “Send” and left.
    pub(crate) fn acts_on_marked(&self, analysis: &Analysis<'_>, quote: QuoteId) -> bool {
        const NO_ACTION: Classes = Classes::of(&[Class::Report, Class::Be, Class::Have]);
        let (opening, _) = analysis.quote_chunks[quote.index()];
        if self.kind != CueKind::Verb || analysis.quotes[quote.index()].kind() == QuoteKind::Speech
        {
            return false;
        }
        let acts = !self.facts.is_any(NO_ACTION) || self.handles(analysis, quote);
        acts && analysis.next_sibling(self.last_chunk) == Some(opening)
            || self.is_parted_by_action(analysis, opening)
            || self.is_parted_by_named(analysis, opening)
    }

    /// Whether it tells what is done to a name in a quote: Press “Yes”.
    pub(crate) fn acts_on_name(&self, analysis: &Analysis<'_>, quote: QuoteId) -> bool {
        let (opening, _) = analysis.quote_chunks[quote.index()];
        begins_with_capital(analysis, opening) && self.acts_on_marked(analysis, quote)
    }

    /// Whether it tells what somebody is like, which a quote names: She was like “a sister” to me.
    pub(crate) fn resembles(&self, analysis: &Analysis<'_>, quote: QuoteId) -> bool {
        let (opening, _) = analysis.quote_chunks[quote.index()];
        let imitating = analysis.language.sources.before_imitation;
        self.facts.is(Class::Be)
            && analysis.previous_sibling(opening).is_some_and(|like| {
                let word = analysis.first_word(like);
                self.last_chunk <= like && word.is_one_of(imitating) && word.tag == Tag::Preposition
            })
            && begins_as_thing(analysis, analysis.chunk(opening))
    }

    /// Whether it is a verb that can report, but mostly does something to its object, and the quote is a name: He hit
    /// “Enter”. But: She pressed him.
    fn handles(&self, analysis: &Analysis<'_>, quote: QuoteId) -> bool {
        let (opening, _) = analysis.quote_chunks[quote.index()];
        const TAKING_OBJECTS: [Frame; 3] = [Frame::Object, Frame::ObjectTo, Frame::Addressee];
        // "ordered “Soup”", but "ordered “Fire!”"
        let orders = self.facts.takes(Frame::ObjectTo) && self.facts.takes(Frame::Object);
        (self.facts.takes(Frame::Weak) || orders && is_one_name(analysis, quote))
            && !self.passive
            && TAKING_OBJECTS.iter().any(|&frame| self.facts.takes(frame))
            && begins_with_capital(analysis, opening)
            && !analysis.word(self.head).shape.has(Shape::CAPITAL)
    }

    /// Whether another verb, which reports nothing, or a preposition of aim stands right before a quote: He went out to
    /// buy “The Lamp”. They shouted at “Rover”.
    fn is_parted_by_action(&self, analysis: &Analysis<'_>, opening: ChunkId) -> bool {
        let Some(last) = analysis.previous_sibling(opening) else {
            return false;
        };
        let chunk = analysis.chunk(last);
        let acts = match chunk.kind {
            ChunkKind::VerbGroup(VerbForm::Infinitive) => {
                const REPORTING: Classes = Classes::of(&[Class::Report, Class::Be]);
                let verb = analysis.word(chunk.head);
                // "to see “The Lamp”", but "to see “great need”"
                let perceives =
                    || verb.facts.takes(Frame::Thought) && begins_with_capital(analysis, opening);
                let mut between = analysis.siblings_before(last).take(LONGEST_DETOUR);
                let is_of_cue = between
                    .find(|&chunk| analysis.chunk(chunk).kind == ChunkKind::NounPhrase)
                    .is_none_or(|noun| noun < self.first_chunk);
                is_of_cue && (!verb.is_any(REPORTING) || perceives())
            }
            ChunkKind::Preposition => {
                let verb = analysis.previous_sibling(last);
                let is_of_verb = verb.is_some_and(|verb| self.last_chunk >= verb);
                let aims = analysis.language.cues.of_aim;
                is_of_verb && analysis.word(chunk.first).is_one_of(aims)
            }
            _ => false,
        };
        // "plans to release “The Lamp”" reports what is planned.
        const REPORTS: Frames = Frames::of(&[Frame::Strong, Frame::To]);
        acts && !self.facts.frames.any(REPORTS) && self.head_chunk <= last
    }

    /// Whether a quote is the name of the thing that the verb before is about: She is painting a mural called “Low
    /// Tide”. But: She heard critics called “Low Tide” a bore.
    fn is_parted_by_named(&self, analysis: &Analysis<'_>, opening: ChunkId) -> bool {
        let mut before = analysis.siblings_before(opening);
        let (Some(naming), Some(thing), Some(verb)) = (before.next(), before.next(), before.next())
        else {
            return false;
        };
        let [naming_chunk, thing, verb_chunk] =
            [naming, thing, verb].map(|chunk| analysis.chunk(chunk));
        let participle = analysis.word(naming_chunk.head);
        let [leading, head] = [thing.first, thing.head].map(|at| analysis.word(at));
        let is_indefinite = leading.tag == Tag::Determiner && !leading.is_whole(Class::Definite);
        const MAKING: Frames = Frames::of(&[Frame::Writing, Frame::Work]);
        // "announced a plan called “Low Tide”" reports what is planned.
        let makes = !self.facts.takes(Frame::Strong) || self.facts.frames.any(MAKING);
        participle.is(Class::Naming)
            && participle.is(Class::VerbParticiple)
            && naming_chunk.first == naming_chunk.head
            && thing.kind == ChunkKind::NounPhrase
            && is_indefinite
            // A memo titled “Low Tide” tells what its writer thinks.
            && (!head.is(Class::ReportNoun) || head.is(Class::Work))
            && matches!(verb_chunk.kind, ChunkKind::VerbGroup(_))
            && (self.last_chunk == verb && makes || self.head_chunk == naming)
            && begins_with_capital(analysis, opening)
    }
}

/// Whether the words in marks begin as what names a thing does: She was like “a sister” to me.
fn begins_as_thing(analysis: &Analysis<'_>, opening: Chunk) -> bool {
    let first = analysis.words.get(opening.end.index());
    first.is_some_and(|word| {
        word.is_any(Classes::of(&[Class::Determiner, Class::Possessive])) && !word.is(Class::Answer)
    })
}
