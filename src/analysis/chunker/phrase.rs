//! The phrases of a sentence.

use crate::analysis::chunk::{Chunk, ChunkKind, VerbForm};
use crate::language::{Class, Classes, Names, Shape, Tag, Tags, Word, WordId};
use crate::token::{MarkSide, Token, TokenKind};

/// The longest stretch in brackets, in tokens, that is read over as one chunk.
const LONGEST_ASIDE: usize = 24;

/// The nouns whose names go on with "of": "Department of Justice", "Secretary of State".
const OF_NAMES: Classes = Classes::of(&[
    Class::OrganisationNoun,
    Class::Organisation,
    Class::Title,
    Class::Person,
    Class::Group,
    Class::Noun,
]);

const NOUN_PHRASE_STARTS: Tags = Tags::of(&[
    Tag::Determiner,
    Tag::Possessive,
    Tag::Quantifier,
    Tag::Number,
    Tag::Adverb,
    Tag::Name,
    Tag::Title,
    Tag::Adjective,
    Tag::Time,
    Tag::Noun,
]);
const NEVER_IN_NOUN_PHRASES: Tags = Tags::of(&[
    Tag::Pronoun,
    Tag::To,
    Tag::Wh,
    Tag::Be,
    Tag::Have,
    Tag::Do,
    Tag::Modal,
    Tag::Negation,
    Tag::Verb,
    Tag::Colon,
    Tag::Semicolon,
    Tag::Open,
    Tag::Close,
    Tag::Stop,
    Tag::Dash,
]);
const AUXILIARIES: Tags = Tags::of(&[Tag::Modal, Tag::Have, Tag::Be, Tag::Do]);
const MAIN_VERBS: Tags = Tags::of(&[Tag::Verb, Tag::Participle, Tag::Ing]);
const VERB_GROUP_STARTS: Tags = Tags::of(&[Tag::To]).with(AUXILIARIES).with(MAIN_VERBS);
const VERBS_BEHIND_ADVERBS: Tags = Tags::of(&[Tag::Be, Tag::Have]).with(MAIN_VERBS);
const ADVERBS: Tags = Tags::of(&[Tag::Adverb, Tag::Negation]);

/// The tokens of a sentence up to the next quotation mark, as phrases.
pub(super) struct Phrases<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a [Word],
    /// Words besides "of" that join an organisation's noun to its field.
    joining_field: &'static [WordId],
}

impl<'a> Phrases<'a> {
    pub(super) fn of(
        names: &Names,
        text: &'a str,
        tokens: &'a [Token],
        words: &'a [Word],
    ) -> Phrases<'a> {
        Phrases {
            text,
            tokens,
            words,
            joining_field: names.joining_field,
        }
    }

    fn tag(&self, at: usize) -> Option<Tag> {
        self.words.get(at).map(|word| word.tag)
    }

    fn is_whole(&self, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| word.is_whole(class))
    }

    fn is_class(&self, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| word.is(class))
    }

    fn capital(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.shape.has(Shape::CAPITAL))
    }

    fn bytes(&self, at: usize) -> &[u8] {
        &self.text.as_bytes()[self.tokens[at].span().range()]
    }

    /// The chunk that starts at a token.
    pub(super) fn chunk(&self, at: usize) -> Chunk {
        let tag = self.words[at].tag;
        let phrase = if NOUN_PHRASE_STARTS.has(tag) {
            self.noun_phrase(at)
        } else if VERB_GROUP_STARTS.has(tag) {
            self.verb_group(at)
        } else if tag == Tag::Comma && self.joins_adjectives(at) {
            self.noun_phrase(at)
        } else if tag == Tag::Open {
            self.aside(at)
        } else {
            None
        };
        phrase.unwrap_or_else(|| Chunk::new(ALONE[tag as usize], at, at + 1, at))
    }

    /// Words in brackets, unless they are many, or a name that signs a quotation: “…” (Owen Park).
    fn aside(&self, at: usize) -> Option<Chunk> {
        let end = (at + 1..self.tokens.len().min(at + LONGEST_ASIDE))
            .find(|&i| self.words[i].tag == Tag::Close)?;
        let is_name = |word: &Word| matches!(word.tag, Tag::Name | Tag::Title);
        if self.is_behind_quotation(at) && self.words[at + 1..end].iter().all(is_name) {
            return None;
        }
        Some(Chunk::new(ChunkKind::Aside, at, end + 1, at))
    }

    fn is_behind_quotation(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.tokens[before].kind());
        matches!(
            before,
            Some(TokenKind::Mark(MarkSide::Closing | MarkSide::Either))
        )
    }

    fn verb_group(&self, first: usize) -> Option<Chunk> {
        let form = match self.tag(first)? {
            Tag::To => VerbForm::Infinitive,
            Tag::Participle => VerbForm::Participle,
            Tag::Ing => VerbForm::Ing,
            _ if self.words[first].is(Class::VerbIng) => VerbForm::Ing,
            _ => VerbForm::Finite,
        };
        let (mut at, mut head) = (first, None);
        while let Some(tag) = self.tag(at) {
            if MAIN_VERBS.has(tag) {
                head = Some(at);
                at += 1;
                break;
            }
            if AUXILIARIES.has(tag) {
                head = Some(at);
            } else if ADVERBS.has(tag) && at > first {
                // At most three words between an auxiliary and its verb ("has not yet publicly
                // said"), so this look ahead is bounded.
                let verb = (at + 1..at + 4)
                    .map(|at| self.tag(at))
                    .find(|tag| !tag.is_some_and(|tag| ADVERBS.has(tag)));
                if !verb
                    .flatten()
                    .is_some_and(|tag| VERBS_BEHIND_ADVERBS.has(tag))
                {
                    break;
                }
            } else if !(tag == Tag::To && at == first) {
                break;
            }
            at += 1;
        }
        Some(Chunk::new(ChunkKind::VerbGroup(form), first, at, head?))
    }

    fn noun_phrase(&self, first: usize) -> Option<Chunk> {
        let mut head: Option<usize> = None;
        // What can stand for a noun where none follows: "many", "two", "some of".
        let mut stand_in: Option<usize> = None;
        let mut at = first;
        while let Some(tag) = self.tag(at) {
            if NEVER_IN_NOUN_PHRASES.has(tag) {
                break;
            }
            let next = self.tag(at + 1);
            match tag {
                Tag::Noun => head = Some(at),
                Tag::Determiner | Tag::Possessive => {
                    let first_or_partitive = at == first
                        || head.is_none() && stand_in.is_some()
                        || head.is_none() && self.is_whole(at - 1, Class::Genitive);
                    if !first_or_partitive {
                        break;
                    }
                }
                Tag::Quantifier | Tag::Number if head.is_none() => stand_in = Some(at),
                Tag::Number if self.tag(at - 1) == Some(Tag::Name) => {}
                Tag::Adverb
                    if head.is_none()
                        && matches!(
                            next,
                            Some(Tag::Adjective | Tag::Participle | Tag::Number | Tag::Quantifier)
                        ) => {}
                Tag::Name | Tag::Title if head.is_some_and(|head| self.ends_before_name(head)) => {
                    break;
                }
                // "On Monday Mr. Berg", but "the Sunday Times".
                Tag::Name | Tag::Title
                    if head == Some(first)
                        && self.tag(first) == Some(Tag::Time)
                        && first > 0
                        && self.tag(first - 1) == Some(Tag::Preposition) =>
                {
                    break;
                }
                Tag::Adjective | Tag::Title
                    if head.is_none()
                        || matches!(next, Some(Tag::Noun | Tag::Name))
                            && (tag == Tag::Title || self.words[at].shape.has(Shape::CAPITAL))
                        || matches!(next, Some(Tag::Title))
                            && self.words[at].shape.has(Shape::CAPITAL)
                        || next == Some(Tag::Noun) => {}
                Tag::Title => head = Some(at),
                Tag::Participle | Tag::Ing
                    if at > first
                        && head.is_none()
                        && matches!(next, Some(Tag::Adjective | Tag::Noun | Tag::Name)) => {}
                Tag::Time if head.is_some_and(|head| self.words[head].tag == Tag::Name) => break,
                Tag::Name | Tag::Time => head = Some(at),
                Tag::Mark if head.is_some() && self.is_possessive_mark(at) => head = None,
                Tag::Comma if head.is_none() && self.joins_adjectives(at) => {}
                Tag::Comma if head.is_some() && self.is_suffix(at + 1) => at += 1,
                Tag::Preposition | Tag::Coordinator | Tag::Other | Tag::Subordinator
                    if self.joins_names(at, first) => {}
                Tag::Preposition
                    if head.is_none()
                        && stand_in.is_some()
                        && self.is_whole(at, Class::Genitive) => {}
                _ => break,
            }
            if head == Some(at)
                && self.words[at].shape.has(Shape::POSSESSIVE)
                && next.is_some_and(|tag| {
                    use Tag::*;
                    matches!(
                        tag,
                        Noun | Name | Adjective | Number | Participle | Ing | Title | Time
                    )
                })
            {
                (head, stand_in) = (None, Some(at));
            }
            at += 1;
        }
        // A phrase does not end with what only leads to a noun.
        let head = head.or(stand_in)?;
        let mut end = at;
        while end > head + 1 && !self.may_end_phrase(end - 1) {
            end -= 1;
        }
        Some(Chunk::new(ChunkKind::NounPhrase, first, end, head))
    }

    fn may_end_phrase(&self, at: usize) -> bool {
        use Tag::*;
        matches!(
            self.words[at].tag,
            Noun | Name | Number | Time | Quantifier | Title
        ) || self.is_suffix(at)
    }

    /// The mark after "officials" in "the officials' plans".
    fn is_possessive_mark(&self, at: usize) -> bool {
        let side = self.tokens[at].kind();
        matches!(
            side,
            TokenKind::Mark(MarkSide::Apostrophe | MarkSide::Either | MarkSide::Closing)
        ) && at > 0
            && self.tokens[at].span().start() == self.tokens[at - 1].span().end()
            && matches!(self.bytes(at - 1), [.., b's' | b'S'])
            && matches!(
                self.tag(at + 1),
                Some(Tag::Noun | Tag::Name | Tag::Adjective)
            )
    }

    /// The comma in "a tough, brilliant opponent".
    fn joins_adjectives(&self, at: usize) -> bool {
        at > 0
            && self.words[at - 1].tag == Tag::Adjective
            && self.tag(at + 1) == Some(Tag::Adjective)
            && matches!(
                self.tag(at + 2),
                Some(Tag::Noun | Tag::Name | Tag::Adjective)
            )
    }

    /// Whether a noun does not describe the name behind it: "interview" in "In the interview Ms. Berg
    /// said", but "chief" in "NATO chief Mark Rutte".
    fn ends_before_name(&self, head: usize) -> bool {
        let word = &self.words[head];
        let describes = Classes::of(&[
            Class::Person,
            Class::Group,
            Class::OrganisationNoun,
            Class::Demonym,
            Class::Adherent,
            Class::Title,
            Class::Work,
        ]);
        word.tag == Tag::Noun
            && !word.shape.has(Shape::CAPITAL)
            && word.facts.is_known()
            && !word.is_any(describes)
    }

    /// "Jr.", "III", "R-Ky." after a name, with or without a comma.
    fn is_suffix(&self, at: usize) -> bool {
        let party = || {
            matches!(self.bytes(at), [party, b'-', state, ..]
                if party.is_ascii_uppercase() && state.is_ascii_uppercase())
        };
        self.capital(at) && (self.is_class(at, Class::Suffix) || party())
    }

    /// A small word within a name: "Department of Justice", "Office for National Statistics", "Ursula
    /// von der Leyen", "Ernst & Young".
    fn joins_names(&self, at: usize, first: usize) -> bool {
        if at == first || !self.capital(at - 1) && !self.words[at - 1].is(Class::Particle) {
            return false;
        }
        let next = if self.is_whole(at + 1, Class::Definite) {
            at + 2
        } else {
            at + 1
        };
        // Persons are not "of" a place by name: "Charles Rangel of New York" is a name and a phrase.
        let person = at >= first + 2
            && self.words[at - 2].is(Class::GivenName)
            && self.words[at - 1].is(Class::Surname);
        let of = self.is_whole(at, Class::Genitive)
            && self.words[at - 1].is_any(OF_NAMES)
            && self.words[at - 1].tag != Tag::Adjective
            && !person;
        let particle = self.words[at].is(Class::Particle)
            && matches!(
                self.words[at - 1].tag,
                Tag::Name | Tag::Title | Tag::Preposition | Tag::Other
            );
        // "Department for Transport", "Commission on Presidential Debates", but not "on Monday".
        let field = self.words[at].is_one_of(self.joining_field)
            && self.is_class(at - 1, Class::OrganisationNoun)
            && matches!(self.tag(next), Some(Tag::Name | Tag::Noun | Tag::Adjective));
        let sign = || matches!(self.bytes(at), b"&" | b"/");
        (of || field || sign()) && self.capital(next)
            || particle && (self.capital(at + 1) || self.is_class(at + 1, Class::Particle))
    }
}

/// What a token is that belongs to no phrase, by its tag.
static ALONE: [ChunkKind; Tag::COUNT] = {
    let mut kinds = [ChunkKind::Other; Tag::COUNT];
    let known = [
        (Tag::Pronoun, ChunkKind::NounPhrase),
        (Tag::Preposition, ChunkKind::Preposition),
        (Tag::To, ChunkKind::Preposition),
        (Tag::Wh, ChunkKind::Wh),
        (Tag::Subordinator, ChunkKind::Subordinator),
        (Tag::Coordinator, ChunkKind::Coordinator),
        (Tag::Adverb, ChunkKind::Adverb),
        (Tag::Negation, ChunkKind::Adverb),
        (Tag::Adjective, ChunkKind::Adjective),
        (Tag::Comma, ChunkKind::Comma),
        (Tag::Colon, ChunkKind::Colon),
        (Tag::Semicolon, ChunkKind::Semicolon),
        (Tag::Dash, ChunkKind::Dash),
        (Tag::Stop, ChunkKind::Stop),
    ];
    let mut i = 0;
    while i < known.len() {
        let (tag, kind) = known[i];
        kinds[tag as usize] = kind;
        i += 1;
    }
    kinds
};
