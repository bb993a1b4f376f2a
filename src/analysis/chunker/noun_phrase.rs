//! Noun phrases, word by word, by an ordered list of named rules.

use super::tagged::TaggedTokens;
use crate::analysis::chunk::{Chunk, ChunkKind};
use crate::language::rules::rules;
use crate::language::{Class, Classes, Shape, Tag, Tags};
use crate::token::{MarkSide, TokenKind};

/// How many words after "for" the name of an office's holder begins at most.
const LONGEST_FIELD: usize = 6;

/// The nouns whose names go on with "of": "Department of Justice", "Secretary of State".
const OF_NAMES: Classes = Classes::of(&[
    Class::OrganisationNoun,
    Class::Organisation,
    Class::Title,
    Class::Person,
    Class::Group,
    Class::Noun,
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
const DETERMINERS: Tags = Tags::of(&[Tag::Determiner, Tag::Possessive]);
const QUANTITIES: Tags = Tags::of(&[Tag::Quantifier, Tag::Number]);
/// What an adverb within a phrase belongs to.
const GRADED: Tags = Tags::of(&[
    Tag::Adjective,
    Tag::Participle,
    Tag::Number,
    Tag::Quantifier,
]);
const NAMES: Tags = Tags::of(&[Tag::Name, Tag::Title]);
const NOUNS: Tags = Tags::of(&[Tag::Noun, Tag::Name]);
const ADJECTIVES: Tags = Tags::of(&[Tag::Adjective, Tag::Title]);
const VERBAL_ADJECTIVES: Tags = Tags::of(&[Tag::Participle, Tag::Ing]);
const DESCRIBED: Tags = Tags::of(&[Tag::Adjective]).with(NOUNS);
const SMALL_WORDS: Tags = Tags::of(&[
    Tag::Preposition,
    Tag::Coordinator,
    Tag::Other,
    Tag::Subordinator,
]);
/// What an owner is named before: "the city's old bridge".
const OWNED: Tags = Tags::of(&[
    Tag::Noun,
    Tag::Name,
    Tag::Adjective,
    Tag::Number,
    Tag::Participle,
    Tag::Ing,
    Tag::Title,
    Tag::Time,
]);
const LAST: Tags = Tags::of(&[
    Tag::Noun,
    Tag::Name,
    Tag::Number,
    Tag::Time,
    Tag::Quantifier,
    Tag::Title,
]);

/// How many digits a year has.
const DIGITS_OF_YEAR: usize = 4;

/// What a word is for the phrase that is read.
enum PhraseStep {
    /// Its head, so far.
    Head,
    /// What can stand for a noun where none follows: "many", "two", "some of".
    StandIn,
    /// It belongs to the phrase and leads to a noun, or goes on with a name.
    Lead,
    /// What stands before it owns what follows.
    Owner,
    /// It and the word after it go on with a name.
    LeadSuffix,
    /// It stands after the phrase.
    End,
}

/// A word of a phrase that is read from left to right.
struct PhraseState<'p, 'a> {
    phrases: &'p TaggedTokens<'a>,
    first: usize,
    at: usize,
    tag: Tag,
    head: Option<usize>,
    stand_in: Option<usize>,
}

/// The noun phrase that starts at a token.
pub(super) fn noun_phrase(phrases: &TaggedTokens<'_>, first: usize) -> Option<Chunk> {
    let mut state = PhraseState {
        phrases,
        first,
        at: first,
        tag: Tag::Other,
        head: None,
        stand_in: None,
    };
    while let Some(tag) = phrases.tag(state.at) {
        if NEVER_IN_NOUN_PHRASES.has(tag) && !state.is_before_number() {
            break;
        }
        state.tag = tag;
        match step(&state).unwrap_or(PhraseStep::End) {
            PhraseStep::Head if state.is_owner() => {
                (state.head, state.stand_in) = (None, Some(state.at));
            }
            PhraseStep::Head => state.head = Some(state.at),
            PhraseStep::StandIn => state.stand_in = Some(state.at),
            PhraseStep::Owner => state.head = None,
            PhraseStep::LeadSuffix => state.at += 1,
            PhraseStep::Lead => {}
            PhraseStep::End => break,
        }
        state.at += 1;
    }
    // A phrase does not end with what only leads to a noun.
    let head = state.head.or(state.stand_in)?;
    let mut end = state.at;
    while end > head + 1 && !phrases.may_end_phrase(end - 1) {
        end -= 1;
    }
    end += usize::from(phrases.is_other(head, end));
    Some(Chunk::new(ChunkKind::NounPhrase, first, end, head))
}

rules! {
    /// What the word at a position is for the phrase; its end if no rule applies.
    fn step(state: &PhraseState<'_, '_>) -> PhraseStep;

    determiner: "She saw [the] bridge." if state.is(DETERMINERS) && state.may_have_determiner()
        => PhraseStep::Lead;
    number_sign: "She asked Juror [No.] 4 there."
        if state.is_before_number() && state.head.is_some() => PhraseStep::LeadSuffix;
    quantity: "She saw [two] bridges." if state.is(QUANTITIES) && state.head.is_none()
        => PhraseStep::StandIn;
    year_of_citation: "“It holds” (Berg [2014])." if state.is_year_of_citation() => PhraseStep::End;
    adjective_before_of: "The [taller] of them left."
        if state.tag == Tag::Adjective && state.head.is_none() && state.stands_for_noun()
        => PhraseStep::StandIn;
    number_of_name: "She saw Apollo [11] there."
        if state.tag == Tag::Number && state.phrases.tag(state.at - 1) == Some(Tag::Name)
            && state.is_number_of_name()
        => PhraseStep::Lead;
    adverb: "She saw an [almost] empty bridge."
        if state.tag == Tag::Adverb && state.head.is_none() && state.next_is(GRADED)
        => PhraseStep::Lead;
    name_after_other_noun: "In the interview [Berg] said so."
        if state.is(NAMES) && state.head.is_some_and(|head| state.phrases.ends_before_name(head))
        => PhraseStep::End;
    name_after_day: "On Monday [Mr.] Berg left, but the Sunday Times stayed."
        if state.is(NAMES) && state.is_after_day() => PhraseStep::End;
    person_after_span_of_time: "For years [researchers] doubted it."
        if state.names_people() && state.head.is_some_and(|head| state.phrases.is_span_of_time(head))
        => PhraseStep::End;
    noun: "She saw the [bridge]." if state.tag == Tag::Noun => PhraseStep::Head;
    adjective: "She saw the [old] bridge." if state.is(ADJECTIVES) && state.describes()
        => PhraseStep::Lead;
    title: "Dam Victim [Mother] ‘Absolutely Wrong’ on Ferry." if state.tag == Tag::Title => PhraseStep::Head;
    verbal_adjective: "She met his seemingly [shell-shocked] gaze."
        if state.is(VERBAL_ADJECTIVES) && state.at > state.first && state.head.is_none()
            && state.next_is(DESCRIBED)
        => PhraseStep::Lead;
    day_after_name: "She told Berg [Monday] that it fell."
        if state.tag == Tag::Time && state.head_tag() == Some(Tag::Name) => PhraseStep::End;
    name: "She saw [Berg]." if matches!(state.tag, Tag::Name | Tag::Time) => PhraseStep::Head;
    owner_in_plural: "She read the officials[’] new plans."
        if state.tag == Tag::Mark && state.head.is_some()
            && state.phrases.is_possessive_mark(state.at)
        => PhraseStep::Owner;
    comma_of_adjectives: "She was a tough[,] brilliant opponent."
        if state.tag == Tag::Comma && state.head.is_none()
            && state.phrases.joins_adjectives(state.at)
        => PhraseStep::Lead;
    suffix: "She saw Ada King[,] Jr. there."
        if state.tag == Tag::Comma && state.head.is_some() && state.phrases.is_suffix(state.at + 1)
        => PhraseStep::LeadSuffix;
    small_word_of_name: "She saw the Department [of] Justice."
        if state.is(SMALL_WORDS) && state.phrases.joins_names(state.at, state.first)
        => PhraseStep::Lead;
    of_after_quantity: "Some [of] the bridges fell."
        if state.tag == Tag::Preposition && state.head.is_none() && state.stand_in.is_some()
            && state.phrases.is_whole(state.at, Class::Genitive)
        => PhraseStep::Lead;
}

impl PhraseState<'_, '_> {
    /// Whether a year stands after the name that brackets begin with.
    fn is_year_of_citation(&self) -> bool {
        let before = self.first.checked_sub(1);
        self.tag == Tag::Number
            && self.phrases.bytes(self.at).len() == DIGITS_OF_YEAR
            && before.is_some_and(|before| self.phrases.tag(before) == Some(Tag::Open))
    }

    /// Whether a word written short leads to a number: "No. 4".
    fn is_before_number(&self) -> bool {
        self.phrases.tokens[self.at].kind() == TokenKind::Abbreviation
            && self.has_capital()
            && self.at > self.first
            && self.phrases.capital(self.at - 1)
            && self.phrases.tag(self.at + 1) == Some(Tag::Number)
    }

    /// Whether a word after "the" tells which of several it is: "the taller of the twins".
    fn stands_for_noun(&self) -> bool {
        self.at == self.first + 1
            && self.phrases.is_whole(self.first, Class::Definite)
            && self.phrases.is_whole(self.at + 1, Class::Genitive)
    }

    /// Whether a number after a name belongs to it: not "two" of "Berg two days later", "10" of "Berg 10 years
    /// ago", nor the scores of "Berg 6-4 6-2" and the money of "They fined Berg £2.1m".
    fn is_number_of_name(&self) -> bool {
        let bytes = self.phrases.bytes(self.at);
        bytes.iter().all(u8::is_ascii_digit) && self.phrases.tag(self.at + 1) != Some(Tag::Time)
    }

    #[cfg(test)]
    fn position(&self) -> usize {
        self.at
    }

    fn is(&self, tags: Tags) -> bool {
        tags.has(self.tag)
    }

    fn next_is(&self, tags: Tags) -> bool {
        let next = self.phrases.tag(self.at + 1);
        next.is_some_and(|tag| tags.has(tag))
    }

    fn has_capital(&self) -> bool {
        self.phrases.words[self.at].shape.has(Shape::CAPITAL)
    }

    fn head_tag(&self) -> Option<Tag> {
        self.phrases.tag(self.head?)
    }

    /// A determiner starts a phrase or follows "two of".
    fn may_have_determiner(&self) -> bool {
        self.at == self.first
            || self.head.is_none()
                && (self.stand_in.is_some() || self.phrases.is_whole(self.at - 1, Class::Genitive))
    }

    /// Whether the phrase so far is a day or the like after a preposition.
    fn is_after_day(&self) -> bool {
        self.head == Some(self.first)
            && self.phrases.tag(self.first) == Some(Tag::Time)
            && self.first > 0
            && self.phrases.tag(self.first - 1) == Some(Tag::Preposition)
    }

    /// Whether a word names or describes people: "Berg", "researchers".
    fn names_people(&self) -> bool {
        let word = &self.phrases.words[self.at];
        self.is(NAMES)
            || self.tag == Tag::Noun
                && word.is(Class::NounPlural)
                && word.is_any(Classes::of(&[Class::Person, Class::Group]))
    }

    /// Whether an adjective or a title leads to a noun or a name.
    fn describes(&self) -> bool {
        self.head.is_none()
            || match self.phrases.tag(self.at + 1) {
                Some(Tag::Noun) => true,
                Some(Tag::Name) => self.tag == Tag::Title || self.has_capital(),
                Some(Tag::Title) => self.has_capital(),
                _ => false,
            }
    }

    /// Whether a word in the genitive has what it owns after it.
    fn is_owner(&self) -> bool {
        self.phrases.words[self.at].shape.has(Shape::POSSESSIVE) && self.next_is(OWNED)
    }
}

impl TaggedTokens<'_> {
    fn may_end_phrase(&self, at: usize) -> bool {
        LAST.has(self.words[at].tag) || self.is_suffix(at)
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
    pub(super) fn joins_adjectives(&self, at: usize) -> bool {
        at > 0
            && self.words[at - 1].tag == Tag::Adjective
            && self.tag(at + 1) == Some(Tag::Adjective)
            && matches!(
                self.tag(at + 2),
                Some(Tag::Noun | Tag::Name | Tag::Adjective)
            )
    }

    /// "years", "weeks", which own nothing: not "years'".
    fn is_span_of_time(&self, head: usize) -> bool {
        let word = &self.words[head];
        word.is(Class::Time) && word.is(Class::NounPlural) && !word.shape.has(Shape::POSSESSIVE)
    }

    /// Whether a noun does not describe the name after it: "interview" in "In the interview Ms. Berg
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

    /// Whether "else" stands after "someone".
    fn is_other(&self, head: usize, end: usize) -> bool {
        end == head + 1
            && self.is_class(head, Class::Person)
            && self.words[head].tag == Tag::Quantifier
            && self
                .words
                .get(end)
                .is_some_and(|word| word.is_one_of(self.other))
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
            && self.words[at - 1].is_any(OF_NAMES.with(Classes::of(&[Class::NounPlural])))
            && self.words[at - 1].tag != Tag::Adjective
            && !person
            // "the charity Drops of Mercy", but not "Residents of Lyon"
            && (!self.words[at - 1].is(Class::NounPlural)
                || self.words[at - 1].is_any(OF_NAMES)
                || !self.words[at - 1].shape.has(Shape::POSITIONAL));
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
        (of || field || self.joins_office(at) || sign() || self.joins_fields(at, first))
            && self.capital(next)
            || particle && (self.capital(at + 1) || self.is_class(at + 1, Class::Particle))
    }

    /// Whether "for" joins an office and its field before a name: "Minister for Foreign Affairs Ann Moss".
    fn joins_office(&self, at: usize) -> bool {
        let is_field = |at: &usize| {
            const NAMES: Classes = Classes::of(&[Class::GivenName, Class::Place]);
            const FIELD: Classes = Classes::of(&[Class::Noun, Class::NounPlural, Class::Adjective]);
            self.words.get(*at).is_some_and(|word| {
                word.shape.has(Shape::CAPITAL) && word.is_any(FIELD) && !word.is_any(NAMES)
                    || word.is_whole(Class::Additive)
            })
        };
        let is_office = || {
            let office = &self.words[at - 1];
            let of = at
                .checked_sub(2)
                .filter(|&of| self.is_whole(of, Class::Genitive));
            // "Minister of State for Trade"
            let is_of_state = || {
                of.and_then(|of| of.checked_sub(1))
                    .is_some_and(|office| self.is_class(office, Class::Title))
            };
            office.is(Class::Title) || office.is(Class::Noun) && is_of_state()
        };
        let is_for = self.words[at].is_one_of(self.before_field);
        if !is_for || !is_office() {
            return false;
        }
        let mut after = at + 1..self.words.len().min(at + LONGEST_FIELD);
        let name = after.find(|at| !is_field(at));
        name.is_some_and(|name| {
            let word = &self.words[name];
            let is_name = word.is(Class::GivenName) || !word.facts.is_known();
            name > at + 1
                && word.shape.has(Shape::CAPITAL)
                && is_name
                && self.tag(name) == Some(Tag::Name)
        })
    }

    /// Whether "and" joins two fields of one organisation: "the Department of Fish and Wildlife".
    fn joins_fields(&self, at: usize, first: usize) -> bool {
        const OTHERS: Classes = Classes::of(&[
            Class::GivenName,
            Class::Surname,
            Class::Title,
            Class::Place,
            Class::Demonym,
            Class::Organisation,
            Class::OrganisationNoun,
            Class::Person,
        ]);
        const FIELDS: Classes = Classes::of(&[Class::Noun, Class::NounPlural, Class::Adjective]);
        let is_field = |at: usize| {
            let word = &self.words[at];
            word.shape.has(Shape::CAPITAL) && word.is_any(FIELDS) && !word.is_any(OTHERS)
        };
        let is_of_organisation = || {
            let mut before = (first + 1..at).rev();
            let of = before.find(|&at| {
                self.is_whole(at, Class::Genitive) || self.words[at].is_one_of(self.joining_field)
            });
            of.is_some_and(|of| {
                self.is_class(of - 1, Class::OrganisationNoun) && self.capital(of - 1)
            })
        };
        self.is_whole(at, Class::Additive)
            && at + 1 < self.words.len()
            && self.capital(at - 1)
            && is_field(at + 1)
            && is_of_organisation()
    }
}

#[cfg(test)]
pub(in crate::analysis) use step::EXAMPLES;
