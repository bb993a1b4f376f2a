//! What may report speech: verbs, phrases, nouns and colons that introduce or follow a content.
//!
//! Any verb may: what is a cue and what is not shows only beside a content.

mod colon;
mod handled;

pub(crate) use colon::labels_nobody;
use colon::leads_in;

use crate::analysis::{Analysis, Chunk, ChunkKind, Shape, Tag, VerbForm};
use crate::ids::{ChunkId, TokenId};
use crate::kinds::CueKind;
use crate::language::{Class, Classes, CuePhrase, CuePosition, Facts, Frame};
use crate::quote::{QuoteId, QuoteKind};
use crate::room::make_room;

/// Words that may report what somebody says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueCandidate {
    pub(crate) kind: CueKind,
    /// The first and last chunk, and the one that holds the head.
    pub(crate) first_chunk: ChunkId,
    pub(crate) last_chunk: ChunkId,
    pub(crate) head_chunk: ChunkId,
    /// The token that tells what is reported: the verb, the noun, "according", the colon.
    pub(crate) head: TokenId,
    pub(crate) facts: Facts,
    /// The form of the first verb, finite for what is no verb.
    pub(crate) form: VerbForm,
    pub(crate) passive: bool,
    /// Whether a particle that goes with the verb stands after it: "shot back", "went on".
    pub(crate) has_particle: bool,
}

impl CueCandidate {
    /// A cue of one chunk that is no verb.
    pub(crate) fn without_verb(
        kind: CueKind,
        chunk: ChunkId,
        head: TokenId,
        facts: Facts,
    ) -> CueCandidate {
        CueCandidate {
            kind,
            first_chunk: chunk,
            last_chunk: chunk,
            head_chunk: chunk,
            head,
            facts,
            form: VerbForm::Finite,
            passive: false,
            has_particle: false,
        }
    }

    /// Whether it is a verb that makes or performs the work of which a quote is the title rather than say something:
    /// "sang", "directed". In a headline all quotations look like titles.
    pub(crate) fn makes_work(&self, analysis: &Analysis<'_>, quote: QuoteId) -> bool {
        let is_title = analysis.quotes[quote.index()].kind() == QuoteKind::Title
            || self.facts.takes(Frame::Work) && is_one_name(analysis, quote);
        is_title
            && self.kind == CueKind::Verb
            && !analysis.word(self.head).shape.has(Shape::CAPITAL)
            && (!self.facts.takes(Frame::Strong) || self.facts.takes(Frame::Writing))
            && !self.facts.takes(Frame::ObjectComplement)
    }

    /// Whether it tells that somebody is silent: "said nothing".
    pub(crate) fn is_silence(&self, analysis: &Analysis<'_>) -> bool {
        let object = analysis.next_sibling(self.last_chunk);
        self.facts.is(Class::Report)
            && object.is_some_and(|object| {
                let head = analysis.head_word(object);
                let after = analysis.next_sibling(object);
                let ends =
                    after.is_none_or(|after| matches!(analysis.chunk(after).kind, ChunkKind::Stop));
                head.is_one_of(analysis.language.cues.nothing) && ends
            })
    }

    /// Whether somebody else says what follows: "quoted her as saying".
    pub(crate) fn quotes_another(&self, analysis: &Analysis<'_>) -> bool {
        if self.kind != CueKind::Verb || !self.facts.takes(Frame::As) {
            return false;
        }
        let links = analysis.language.cues.before_gerund;
        let mut after = analysis.siblings_after(self.last_chunk).take(FARTHEST_LINK);
        let link = after.find(|&chunk| {
            let first = analysis.first_word(chunk);
            first.is_one_of(links)
        });
        link.and_then(|link| analysis.next_sibling(link))
            .is_some_and(|saying| {
                let saying = analysis.chunk(saying);
                saying.kind == ChunkKind::VerbGroup(VerbForm::Ing)
                    && analysis.word(saying.head).facts.takes(Frame::Strong)
            })
    }

    /// Whether it is a verb that gives the name in a quote: He named the dog “Biscuit”. But: He called the plan “a
    /// farce”. In a headline all words look like names.
    pub(crate) fn names_object(&self, analysis: &Analysis<'_>, quote: QuoteId) -> bool {
        let (opening, _) = analysis.quote_chunks[quote.index()];
        let object = analysis.previous_sibling(opening);
        let Some(object) = object.filter(|_| self.facts.takes(Frame::ObjectComplement)) else {
            return false;
        };
        let is_object = analysis.previous_sibling(object) == Some(self.last_chunk)
            && analysis.chunk(object).kind == ChunkKind::NounPhrase;
        let noun = analysis.head_word(object);
        let is_headline = analysis.word(self.head).shape.has(Shape::CAPITAL);
        is_object
            && !is_headline
            && begins_with_capital(analysis, opening)
            && (self.facts.is(Class::Naming)
                || noun.is_any(Classes::of(&[Class::Thing, Class::Work])))
    }
}

/// Whether a chunk tells that the words after it stand on something: "marked".
pub(crate) fn is_marking(analysis: &Analysis<'_>, chunk: ChunkId) -> bool {
    let word = analysis.head_word(chunk);
    // "The article, titled “Low Tide”, was shared."
    let is_apart = || {
        let before = analysis.previous_sibling(chunk);
        before.is_some_and(|before| analysis.chunk(before).kind == ChunkKind::Comma)
    };
    let gives_name = || word.is_one_of(analysis.language.cues.giving_names) && is_apart();
    word.is(Class::Naming)
        && word.is(Class::VerbParticiple)
        && (!word.is(Class::Report) || gives_name())
}

/// Whether a quote is one word with a capital, and nothing else: “Middlemarch”.
fn is_one_name(analysis: &Analysis<'_>, quote: QuoteId) -> bool {
    let (opening, closing) = analysis.quote_chunks[quote.index()];
    let word = analysis.chunk(opening).end;
    begins_with_capital(analysis, opening) && word.next() == analysis.chunk(closing).first
}

/// Whether the words in marks begin with a capital.
fn begins_with_capital(analysis: &Analysis<'_>, opening: ChunkId) -> bool {
    let first = analysis.words.get(analysis.chunk(opening).end.index());
    first.is_some_and(|word| word.shape.has(Shape::CAPITAL))
}

/// How many chunks after "quoted" its "as saying" may begin.
const FARTHEST_LINK: usize = 5;

/// How many cues there is room for from the start, as an article of 200 KB takes.
const INITIAL_CUES_CAPACITY: usize = 1 << 13;

/// Puts the cues of a text, in order of their heads, in place of those in `candidates`.
pub(crate) fn find(analysis: &Analysis<'_>, candidates: &mut Vec<CueCandidate>) {
    candidates.clear();
    // A sixth of the chunks of prose are verb groups, and few others are cues.
    candidates.reserve((analysis.chunks.len() / 5).min(INITIAL_CUES_CAPACITY));
    for (number, chunk) in analysis.chunks.iter().enumerate() {
        let id = || ChunkId::new(number);
        let found = match chunk.kind {
            ChunkKind::VerbGroup(form) => {
                quoting_phrase(analysis, id(), form).or_else(|| verb(analysis, id(), form))
            }
            ChunkKind::Preposition | ChunkKind::Subordinator => phrase(analysis, id()),
            ChunkKind::NounPhrase => noun(analysis, id()),
            ChunkKind::Colon => colon(analysis, id()),
            _ => None,
        };
        if let Some(candidate) = found {
            // "was quoted as saying" is one cue, not two.
            while candidates
                .last()
                .is_some_and(|last| last.last_chunk >= candidate.first_chunk)
            {
                candidates.pop();
            }
            make_room(candidates, number, analysis.chunks.len());
            candidates.push(candidate);
        }
    }
}

fn verb(analysis: &Analysis<'_>, number: ChunkId, form: VerbForm) -> Option<CueCandidate> {
    let chunk = analysis.chunk(number);
    let word = analysis.word(chunk.head);
    let mut candidate = CueCandidate {
        kind: CueKind::Verb,
        first_chunk: number,
        last_chunk: number,
        head_chunk: number,
        head: chunk.head,
        facts: word.facts,
        form,
        passive: is_passive(analysis, chunk),
        has_particle: false,
    };
    // "declined to say", "went on to add", "was quoted as saying"
    if form != VerbForm::Finite
        && let Some((before, form)) = governor(analysis, number, form)
    {
        candidate.first_chunk = before;
        candidate.form = form;
    }
    while let Some(before) = analysis.previous_sibling(candidate.first_chunk)
        && analysis.chunk(before).kind == ChunkKind::Adverb
    {
        candidate.first_chunk = before;
    }
    if candidate.facts.takes(Frame::Phrasal)
        && let Some(particle) = particle(analysis, number)
    {
        candidate.has_particle = true;
        if parts_subject(analysis, &candidate, particle) {
            candidate.last_chunk = particle;
        }
    }
    Some(candidate)
}

/// The chunk of the particle after a verb: "in" of "chimed in".
fn particle(analysis: &Analysis<'_>, verb: ChunkId) -> Option<ChunkId> {
    let after = analysis.next_sibling(verb)?;
    let first = analysis.first_word(after);
    first.is(Class::VerbParticle).then_some(after)
}

/// Whether the particle of a verb after a quote stands before its subject: “…,” chimed in her brother.
fn parts_subject(analysis: &Analysis<'_>, verb: &CueCandidate, particle: ChunkId) -> bool {
    let kind = |chunk: Option<ChunkId>| chunk.map(|chunk| analysis.chunk(chunk).kind);
    matches!(
        kind(analysis.previous_sibling(verb.first_chunk)),
        Some(ChunkKind::Opening(_) | ChunkKind::Comma)
    ) && kind(analysis.next_sibling(particle)) == Some(ChunkKind::NounPhrase)
}

/// Whether "be" stands with a participle: "is accused", "was told".
pub(crate) fn is_passive(analysis: &Analysis<'_>, chunk: Chunk) -> bool {
    let be = chunk
        .first
        .up_to(chunk.head)
        .any(|at| analysis.word(at).tag == Tag::Be);
    be && !analysis.word(chunk.head).is(Class::VerbIng)
        || chunk.first == chunk.head && analysis.word(chunk.head).tag == Tag::Participle
}

/// The verb group on which an infinitive or a gerund directly depends.
fn governor(
    analysis: &Analysis<'_>,
    chunk: ChunkId,
    form: VerbForm,
) -> Option<(ChunkId, VerbForm)> {
    let before = analysis.previous_sibling(chunk)?;
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let verb = match kind(before) {
        ChunkKind::VerbGroup(_) if form == VerbForm::Infinitive => before,
        ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Subordinator => {
            let link = analysis.first_word(before);
            let cues = &analysis.language.cues;
            let links = match form {
                VerbForm::Infinitive => link.is_one_of(cues.before_infinitive),
                VerbForm::Ing => link.is_one_of(cues.before_gerund),
                _ => false,
            };
            analysis.previous_sibling(before).filter(|_| links)?
        }
        _ => return None,
    };
    match kind(verb) {
        ChunkKind::VerbGroup(form) => Some((verb, form)),
        _ => None,
    }
}

/// How many chunks after "For Ms. Berg," are looked at for words in marks.
const FARTHEST_MARKS: usize = 12;

/// "according to", "per", "in the words of"
fn phrase(analysis: &Analysis<'_>, number: ChunkId) -> Option<CueCandidate> {
    let chunk = analysis.chunk(number);
    let word = analysis.word(chunk.first);
    let phrases = analysis.language.cues.phrases.iter();
    let last = phrases
        .filter(|phrase| phrase.words.first() == Some(&word.whole()))
        .find_map(|phrase| end_of_phrase(analysis, number, phrase))?;
    Some(CueCandidate {
        last_chunk: last,
        ..CueCandidate::without_verb(CueKind::Phrase, number, chunk.first, word.facts)
    })
}

/// "To quote my teacher, “…”", "To borrow a phrase from Ms. Berg, “…”"
fn quoting_phrase(analysis: &Analysis<'_>, verb: ChunkId, form: VerbForm) -> Option<CueCandidate> {
    let chunk = analysis.chunk(verb);
    let word = analysis.word(chunk.head);
    let leads = form == VerbForm::Infinitive && analysis.previous_sibling(verb).is_none();
    if !leads || !word.is_one_of(analysis.language.cues.quoting) {
        return None;
    }
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let is_noun = |chunk: &ChunkId| kind(*chunk) == ChunkKind::NounPhrase;
    let noun = analysis.next_sibling(verb).filter(is_noun)?;
    let before_source = |chunk: &ChunkId| {
        let first = analysis.first_word(*chunk);
        first.is_one_of(analysis.language.sources.before_source)
    };
    let from = analysis.next_sibling(noun).filter(before_source);
    let from = from.filter(|_| !analysis.head_word(noun).is(Class::Person));
    let (last_chunk, source) = match from {
        Some(from) => (from, analysis.next_sibling(from).filter(is_noun)?),
        None => (verb, noun),
    };
    let mut after = analysis.siblings_after(source).take(FARTHEST_MARKS);
    let is_before_marks = after.any(|chunk| kind(chunk) == ChunkKind::Comma)
        && after.any(|chunk| matches!(kind(chunk), ChunkKind::Opening(_)));
    is_before_marks.then(|| CueCandidate {
        last_chunk,
        ..CueCandidate::without_verb(CueKind::Phrase, verb, chunk.head, word.facts)
    })
}

/// The last chunk of a phrase whose first word a chunk begins with.
fn end_of_phrase(analysis: &Analysis<'_>, first: ChunkId, phrase: &CuePhrase) -> Option<ChunkId> {
    let last = phrase.words[1..].iter().try_fold(first, |last, &word| {
        let next = analysis.next_sibling(last)?;
        let chunk = analysis.chunk(next);
        let token = match chunk.kind {
            ChunkKind::NounPhrase => chunk.head,
            _ => chunk.first,
        };
        analysis.word(token).is_word(word).then_some(next)
    })?;
    let is_in_position = match phrase.position {
        CuePosition::Anywhere => true,
        CuePosition::Apart => is_apart(analysis, first, last),
        CuePosition::Owned => {
            let noun = analysis.chunk(last);
            analysis.is_owned(noun.first, noun.head)
        }
        CuePosition::LeadingToMarks => leads_to_marks(analysis, first, last),
    };
    is_in_position.then_some(last)
}

/// Whether a phrase stands after a comma or a quote, or leads in its sentence.
fn is_apart(analysis: &Analysis<'_>, first: ChunkId, last: ChunkId) -> bool {
    match analysis.previous_sibling(first) {
        Some(before) => matches!(
            analysis.chunk(before).kind,
            ChunkKind::Comma | ChunkKind::Opening(_)
        ),
        None => name_after(analysis, last).is_some() || is_before_document(analysis, last),
    }
}

/// Whether what stands after a phrase up to a comma is written or speaks: "Per the manual,".
fn is_before_document(analysis: &Analysis<'_>, last: ChunkId) -> bool {
    const SPEAKING: Classes = Classes::of(&[
        Class::Document,
        Class::ReportNoun,
        Class::Work,
        Class::Person,
        Class::OrganisationNoun,
    ]);
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let noun = analysis.next_sibling(last);
    let noun = noun.filter(|&noun| kind(noun) == ChunkKind::NounPhrase);
    noun.is_some_and(|noun| {
        let phrase = analysis.chunk(noun);
        let after = analysis.next_sibling(noun).map(kind);
        phrase.first < phrase.head
            && analysis.word(phrase.head).is_any(SPEAKING)
            && after == Some(ChunkKind::Comma)
    })
}

/// Whether a phrase leads in its sentence, names somebody, and words in marks follow the comma.
fn leads_to_marks(analysis: &Analysis<'_>, first: ChunkId, last: ChunkId) -> bool {
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let mut after = name_after(analysis, last)
        .into_iter()
        .flat_map(|name| analysis.siblings_after(name));
    analysis.previous_sibling(first).is_none()
        && after
            .next()
            .is_some_and(|comma| kind(comma) == ChunkKind::Comma)
        && after
            .take(FARTHEST_MARKS)
            .any(|chunk| matches!(kind(chunk), ChunkKind::Opening(_)))
}

/// The name right after a phrase, of somebody and not of a place or a day.
fn name_after(analysis: &Analysis<'_>, last: ChunkId) -> Option<ChunkId> {
    const ELSE: Classes = Classes::of(&[Class::Place, Class::Month, Class::Weekday, Class::Time]);
    let name = analysis.next_sibling(last)?;
    let chunk = analysis.chunk(name);
    let head = analysis.word(chunk.head);
    let has_given_name =
        chunk.first < chunk.head && analysis.word(chunk.first).is(Class::GivenName);
    (head.tag == Tag::Name && (has_given_name || !head.is_any(ELSE))).then_some(name)
}

/// "his message: …", "the claim that …", “…” was her answer
fn noun(analysis: &Analysis<'_>, number: ChunkId) -> Option<CueCandidate> {
    let chunk = analysis.chunk(number);
    let word = analysis.word(chunk.head);
    if !word.is_any(Classes::of(&[Class::ReportNoun, Class::Beat])) || word.tag != Tag::Noun {
        return None;
    }
    let next = analysis
        .next_sibling(number)
        .map(|next| analysis.chunk(next));
    let introduces = next.is_some_and(|next| match next.kind {
        ChunkKind::Colon | ChunkKind::Opening(_) => true,
        ChunkKind::Subordinator => analysis.word(next.first).is_whole(Class::Complementizer),
        ChunkKind::VerbGroup(VerbForm::Finite) => analysis.word(next.head).tag == Tag::Be,
        _ => false,
    });
    let cue = CueCandidate::without_verb(CueKind::Noun, number, chunk.head, word.facts);
    if let Some(first_chunk) = verb_after_quote(analysis, number) {
        return Some(CueCandidate { first_chunk, ..cue });
    }
    (introduces && word.is(Class::ReportNoun)).then_some(cue)
}

/// The verb between a noun and the quote that it names: “…,” was Ms. Berg's answer; “…,” came her
/// voice.
fn verb_after_quote(analysis: &Analysis<'_>, noun: ChunkId) -> Option<ChunkId> {
    let verb = analysis.previous_sibling(noun)?;
    let chunk = analysis.chunk(verb);
    let verb_word = analysis.word(chunk.head);
    let links = chunk.kind == ChunkKind::VerbGroup(VerbForm::Finite)
        && (verb_word.tag == Tag::Be || verb_word.is_one_of(analysis.language.cues.bringing));
    let quote = analysis.chunk(analysis.previous_sibling(verb)?);
    (links && matches!(quote.kind, ChunkKind::Opening(_))).then_some(verb)
}

/// The colon of "Ms. Berg: …", but not of "Ms. Berg's verdict: …", whose cue is the noun.
fn colon(analysis: &Analysis<'_>, number: ChunkId) -> Option<CueCandidate> {
    let before = analysis.previous_sibling(number)?;
    if !matches!(
        analysis.chunk(before).kind,
        ChunkKind::NounPhrase | ChunkKind::Aside
    ) {
        return None;
    }
    let noun = analysis.chunk(before);
    if labels_nobody(analysis, before) {
        return None;
    }
    if analysis.is_owned(noun.first, noun.head) && analysis.word(noun.head).is(Class::ReportNoun) {
        return None;
    }
    let starts = analysis.previous_sibling(before).is_none();
    let next = analysis.next_sibling(number);
    let quote = match next {
        Some(next) => matches!(analysis.chunk(next).kind, ChunkKind::Opening(_)),
        None => leads_in(analysis, number, before),
    };
    let head = analysis.chunk(number).first;
    let cue = CueCandidate::without_verb(CueKind::Colon, number, head, Facts::default());
    (starts && next.is_some() || quote).then_some(cue)
}
