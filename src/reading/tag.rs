//! The part of speech of each token, by what its word can be and by the words beside it.
//!
//! One pass from left to right over each sentence. A form that can be several things ("claims",
//! "that", "her") is what its left neighbour and the classes of its right one call for.

use super::{Shape, Word};
use crate::lexicon::{Class, Classes};
use crate::token::{Token, TokenKind, TokenRange};

/// The part of speech of a token in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Determiner,
    Possessive,
    Pronoun,
    Preposition,
    /// "to" before an infinitive.
    To,
    Coordinator,
    Subordinator,
    Wh,
    Be,
    Have,
    Do,
    Modal,
    Negation,
    Adverb,
    Number,
    Quantifier,
    Time,
    Noun,
    Name,
    Title,
    Adjective,
    /// A finite form, present or past, or a base form.
    Verb,
    Participle,
    Ing,
    Comma,
    Colon,
    Semicolon,
    Open,
    Close,
    Stop,
    Dash,
    Mark,
    Break,
    Other,
}

impl Tag {
    /// Whether a noun phrase may go on with a noun after it.
    fn leads_noun(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Determiner | Possessive | Preposition | Number | Quantifier | Adjective | Title
        )
    }

    /// Whether a verb is due after it.
    fn leads_verb(self) -> bool {
        matches!(
            self,
            Tag::Pronoun | Tag::Modal | Tag::To | Tag::Do | Tag::Wh
        )
    }

    /// Whether it can end a subject.
    fn ends_subject(self) -> bool {
        matches!(
            self,
            Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Close | Tag::Time | Tag::Quantifier
        )
    }
}

const NOMINAL: Classes = Classes::of(&[
    Class::Noun,
    Class::NounPlural,
    Class::Adjective,
    Class::Numeral,
    Class::Person,
    Class::Group,
    Class::Demonym,
    Class::GivenName,
    Class::Surname,
    Class::Place,
    Class::Organisation,
]);
const NOUNS: Classes = Classes::of(&[
    Class::Noun,
    Class::NounPlural,
    Class::Person,
    Class::Group,
    Class::Time,
]);
const NAMES: Classes = Classes::of(&[
    Class::GivenName,
    Class::Surname,
    Class::Place,
    Class::Organisation,
]);
const FINITE: Classes = Classes::of(&[Class::Verb, Class::VerbS, Class::VerbPast]);
const CLOSED: Classes = Classes::of(&[
    Class::Determiner,
    Class::Possessive,
    Class::SubjectPronoun,
    Class::ObjectPronoun,
    Class::Preposition,
    Class::Coordinator,
    Class::Subordinator,
    Class::Wh,
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Modal,
    Class::Negation,
    Class::Numeral,
    Class::Quantifier,
]);
/// Function words that have a capital in the middle of a sentence only at the start of a name or of
/// a quotation, and are no names by themselves.
const SMALL: Classes = Classes::of(&[
    Class::Determiner,
    Class::Possessive,
    Class::SubjectPronoun,
    Class::ObjectPronoun,
    Class::Coordinator,
    Class::Be,
    Class::Have,
    Class::Do,
]);
const OPEN: Classes = Classes::of(&[
    Class::Noun,
    Class::NounPlural,
    Class::Adjective,
    Class::Adverb,
    Class::Verb,
    Class::VerbS,
    Class::VerbPast,
    Class::VerbParticiple,
    Class::VerbIng,
]);
/// What may follow a verb with an object, a clause or an adverbial.
const AFTER_VERB: Classes = Classes::of(&[
    Class::Determiner,
    Class::Possessive,
    Class::SubjectPronoun,
    Class::ObjectPronoun,
    Class::Preposition,
    Class::Subordinator,
    Class::Wh,
    Class::Adverb,
    Class::Quantifier,
    Class::Negation,
]);

/// Tags every word of the text.
pub(super) fn tag(text: &str, tokens: &[Token], words: &mut [Word], sentences: &[TokenRange]) {
    for sentence in sentences {
        let mut before = Tag::Stop;
        for at in sentence.range() {
            let tag = match tokens[at].kind() {
                TokenKind::Word | TokenKind::Abbreviation => {
                    let next = following(tokens, at, sentence.range().end);
                    word_tag(Place {
                        text,
                        tokens,
                        words,
                        at,
                        next,
                        before,
                    })
                }
                TokenKind::Number => Tag::Number,
                TokenKind::Url | TokenKind::Email | TokenKind::Handle | TokenKind::Hashtag => {
                    Tag::Name
                }
                TokenKind::Mark(_) => Tag::Mark,
                TokenKind::Dash => Tag::Dash,
                TokenKind::Ellipsis => Tag::Stop,
                TokenKind::Punctuation => match &text[tokens[at].span()] {
                    "," => Tag::Comma,
                    ":" => Tag::Colon,
                    ";" => Tag::Semicolon,
                    "(" | "[" => Tag::Open,
                    ")" | "]" => Tag::Close,
                    "." | "!" | "?" => Tag::Stop,
                    "&" => Tag::Coordinator,
                    _ => Tag::Other,
                },
                TokenKind::LineBreak | TokenKind::ParagraphBreak => Tag::Break,
                _ => Tag::Other,
            };
            words[at].tag = tag;
            if !matches!(tag, Tag::Mark | Tag::Break) {
                before = tag;
            }
        }
    }
}

/// The token after `at` that is neither a mark nor a line break, within the sentence.
fn following(tokens: &[Token], at: usize, end: usize) -> Option<usize> {
    (at + 1..end.min(at + 4))
        .find(|&i| !matches!(tokens[i].kind(), TokenKind::Mark(_) | TokenKind::LineBreak))
}

struct Place<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a [Word],
    at: usize,
    next: Option<usize>,
    /// The tag before, marks and line breaks aside.
    before: Tag,
}

impl Place<'_> {
    fn word(&self) -> &Word {
        &self.words[self.at]
    }

    fn can(&self, class: Class) -> bool {
        self.word().is(class)
    }

    fn is(&self, word: &str) -> bool {
        self.text[self.tokens[self.at].span()].eq_ignore_ascii_case(word)
    }

    /// Whether an unlisted word ends as participles and adverbs do: "Injecting", "Stunningly".
    fn has_ending_of_verb_or_adverb(&self) -> bool {
        let text = &self.text[self.tokens[self.at].span()];
        self.word().facts.classes.is_empty()
            && text.len() > 5
            && ["ing", "ly"].iter().any(|ending| text.ends_with(ending))
    }

    /// Whether the word before has the ending of a possessive.
    fn behind_possessive(&self) -> bool {
        self.at > 0 && self.words[self.at - 1].shape.has(Shape::POSSESSIVE)
    }

    fn next_any(&self, classes: Classes) -> bool {
        self.next
            .is_some_and(|next| self.words[next].is_any(classes))
    }

    fn next_is_capital(&self) -> bool {
        self.next
            .is_some_and(|next| self.words[next].shape.has(Shape::CAPITAL))
    }

    fn next_is_word(&self) -> bool {
        self.next.is_some_and(|next| {
            matches!(
                self.tokens[next].kind(),
                TokenKind::Word | TokenKind::Abbreviation
            )
        })
    }

    /// Whether a noun, or what leads to one, comes next and nothing that must follow a whole phrase.
    fn next_is_nominal(&self) -> bool {
        self.next.is_some_and(|next| {
            let word = &self.words[next];
            self.tokens[next].kind() == TokenKind::Number
                || word.is_any(NOMINAL) && !word.is_any(CLOSED)
                || word.facts.classes.is_empty() && self.next_is_word()
        })
    }
}

fn word_tag(place: Place<'_>) -> Tag {
    if joins_name(&place) {
        return Tag::Other;
    }
    // "van der Berg", "bin Salman": small words that begin a name.
    if place.can(Class::Particle)
        && !place.word().is_any(CLOSED)
        && (place.next_is_capital() || place.next_any(Classes::of(&[Class::Particle])))
        && !place.before.leads_noun()
        && place.before != Tag::Pronoun
    {
        return Tag::Name;
    }
    if place.word().shape.has(Shape::CAPITAL)
        && let Some(tag) = capital(&place)
    {
        return tag;
    }
    closed(&place).unwrap_or_else(|| open(&place))
}

/// Whether a word is a small one within a name: "van" and "der" in "Mr. van der Berg".
fn joins_name(place: &Place<'_>) -> bool {
    place.can(Class::Particle)
        && !place.word().shape.has(Shape::CAPITAL)
        && matches!(place.before, Tag::Title | Tag::Name | Tag::Other)
        && (place.next_is_capital() || place.next_any(Classes::of(&[Class::Particle])))
        && place.at > 0
        && (place.words[place.at - 1].shape.has(Shape::CAPITAL)
            || place.words[place.at - 1].is(Class::Particle))
}

/// The tag of a word with a capital, unless the capital is due to its place.
fn capital(place: &Place<'_>) -> Option<Tag> {
    let word = place.word();
    let abbreviated = place.tokens[place.at].kind() == TokenKind::Abbreviation;
    if place.can(Class::Title)
        && (abbreviated || !place.can(Class::GivenName))
        && place.next_is_capital()
    {
        return Some(Tag::Title);
    }
    if place.can(Class::Weekday) || place.can(Class::Month) && !place.can(Class::Modal) {
        return Some(Tag::Time);
    }
    let small = word.is_any(SMALL) || place.can(Class::Preposition) && word.base <= 3;
    let function = if word.shape.has(Shape::PLACED) {
        word.is_any(CLOSED)
    } else {
        small
    };
    if function && !(word.shape.has(Shape::ALL_CAPITALS) && word.shape.has(Shape::PROPER)) {
        return None;
    }
    let listed = word.is_any(NAMES);
    if word.shape.has(Shape::PLACED) {
        if word.shape.has(Shape::ALL_CAPITALS) && word.base > 1 && !word.is_any(OPEN) {
            return Some(Tag::Name);
        }
        let common = word.is_any(OPEN) || word.shape.has(Shape::COMMON);
        let named = if common {
            !word.shape.has(Shape::COMMON) && word.shape.has(Shape::PROPER)
                || listed && place.next_is_capital() && !place.can(Class::Report)
        } else {
            !place.has_ending_of_verb_or_adverb()
        };
        if !named {
            return None;
        }
    }
    let adherent = place.can(Class::Demonym) || place.can(Class::Adherent);
    if adherent && !(place.can(Class::GivenName) && place.next_is_capital()) {
        return Some(if place.can(Class::NounPlural) {
            Tag::Noun
        } else if place.next_is_nominal() {
            Tag::Adjective
        } else {
            Tag::Noun
        });
    }
    Some(Tag::Name)
}

/// The tag of a function word.
fn closed(place: &Place<'_>) -> Option<Tag> {
    use Class::*;
    let word = place.word();
    if !word.is_any(CLOSED) {
        return None;
    }
    if place.is("to") {
        let verb = place.next_any(Classes::of(&[Verb, Be, Have, Do, Adverb, Negation]))
            && !place.next_any(Classes::of(&[Determiner, Possessive, ObjectPronoun]));
        return Some(if verb { Tag::To } else { Tag::Preposition });
    }
    if place.is("that") {
        let object = matches!(place.before, Tag::Preposition | Tag::Stop);
        return Some(if object && place.next_is_nominal() {
            Tag::Determiner
        } else {
            Tag::Subordinator
        });
    }
    if place.is("like") && place.before.leads_verb() {
        return Some(Tag::Verb);
    }
    if place.can(Possessive) && place.can(ObjectPronoun) {
        return Some(if place.next_is_nominal() {
            Tag::Possessive
        } else {
            Tag::Pronoun
        });
    }
    if place.can(Be) {
        return Some(Tag::Be);
    }
    if place.can(Have) {
        return Some(Tag::Have);
    }
    if place.can(Do) {
        return Some(Tag::Do);
    }
    if place.can(Negation) && !place.can(Determiner) {
        return Some(if place.can(Modal) {
            Tag::Modal
        } else {
            Tag::Negation
        });
    }
    if place.can(Modal) && !(place.before.leads_noun() && word.is_any(NOUNS)) {
        return Some(Tag::Modal);
    }
    if place.can(Possessive) {
        return Some(Tag::Possessive);
    }
    if place.can(Wh) {
        return Some(Tag::Wh);
    }
    if place.can(Quantifier) {
        return Some(Tag::Quantifier);
    }
    if place.can(Determiner) {
        return Some(Tag::Determiner);
    }
    if place.can(SubjectPronoun) || place.can(ObjectPronoun) {
        return Some(Tag::Pronoun);
    }
    if place.can(Coordinator) {
        return Some(Tag::Coordinator);
    }
    if place.can(Numeral) {
        return Some(Tag::Number);
    }
    if place.can(Preposition) {
        // "told reporters past noon" and "the past week", "near" and "nears"
        if place.before.leads_noun()
            && word.is_any(Classes::of(&[Noun, Adjective]))
            && place.before != Tag::Preposition
        {
            return None;
        }
        return Some(Tag::Preposition);
    }
    if place.can(Subordinator) {
        return Some(Tag::Subordinator);
    }
    None
}

/// The tag of a noun, verb, adjective or adverb.
fn open(place: &Place<'_>) -> Tag {
    use Class::*;
    let word = place.word();
    let noun = word.is_any(NOUNS);
    let noun_due = place.before.leads_noun() || place.behind_possessive();
    let verb_due = place.before.leads_verb();
    if place.can(Time) && !place.can(Adverb) {
        return Tag::Time;
    }
    if place.can(VerbIng)
        && place.can(Adjective)
        && place.before != Tag::Be
        && place.next_is_nominal()
    {
        return Tag::Adjective;
    }
    let gerund = place.before == Tag::Preposition && !place.next_any(Classes::of(&[Preposition]));
    if place.can(VerbIng) && !(noun && noun_due && !gerund) {
        return if noun_due && place.next_is_nominal() {
            Tag::Adjective
        } else {
            Tag::Ing
        };
    }
    if place.can(VerbPast) || place.can(VerbParticiple) {
        if noun_due && (noun || place.can(Adjective) || place.next_is_nominal()) {
            return if noun && !place.next_is_nominal() {
                Tag::Noun
            } else {
                Tag::Adjective
            };
        }
        if matches!(place.before, Tag::Be | Tag::Have) && place.can(VerbParticiple) {
            return Tag::Participle;
        }
        if place.can(VerbPast) {
            return Tag::Verb;
        }
        if place.can(VerbParticiple) && !noun {
            return Tag::Participle;
        }
    }
    if word.is_any(FINITE) {
        if verb_due && !(place.before == Tag::Wh && !place.next_any(AFTER_VERB) && noun) {
            return Tag::Verb;
        }
        if !noun && !place.can(Adjective) && !place.can(Adverb) {
            return Tag::Verb;
        }
        if place.before == Tag::Adverb && noun && place.next_any(AFTER_VERB) {
            return Tag::Verb;
        }
        let agrees = place.can(VerbS) || place.can(Verb) && subject_is_plural(place);
        if place.before.ends_subject() && agrees && verb_follows(place) {
            return Tag::Verb;
        }
    }
    if place.can(Adverb)
        && !(noun_due && (place.can(Adjective) || noun) && place.before != Tag::Preposition)
    {
        if !noun && !place.can(Adjective) {
            return Tag::Adverb;
        }
        if !noun_due && !place.next_is_nominal()
            || place.before == Tag::Be && !place.next_is_nominal()
        {
            return Tag::Adverb;
        }
    }
    if noun && place.can(Adjective) && place.can(Person) && place.next_is_capital() {
        return Tag::Noun;
    }
    if noun && place.can(Adjective) {
        return if place.next_is_nominal() {
            Tag::Adjective
        } else {
            Tag::Noun
        };
    }
    if place.can(Adjective) {
        return Tag::Adjective;
    }
    if place.can(Adverb) && !noun {
        return Tag::Adverb;
    }
    Tag::Noun
}

/// Whether the noun right before is a plural, or several are joined, so that a base form can be its
/// verb.
fn subject_is_plural(place: &Place<'_>) -> bool {
    let Some(before) = place.at.checked_sub(1).map(|at| &place.words[at]) else {
        return false;
    };
    // Names have few words: no more than four are looked through for the "and" before them.
    let names = place.words[..place.at].iter().rev().take(4);
    let joined = names
        .map(|word| word.tag)
        .find(|&tag| tag != Tag::Name)
        .is_some_and(|tag| tag == Tag::Coordinator && before.tag == Tag::Name);
    before.is(Class::NounPlural) || before.is(Class::Group) || before.tag == Tag::Pronoun || joined
}

/// Whether what follows fits a verb better than a noun.
fn verb_follows(place: &Place<'_>) -> bool {
    match place.next {
        None => true,
        Some(next) => {
            let word = &place.words[next];
            word.is_any(AFTER_VERB)
                || word.shape.has(Shape::CAPITAL)
                || place.tokens[next].kind() == TokenKind::Punctuation
                || place.tokens[next].kind() == TokenKind::Number
                || next > place.at + 1
        }
    }
}
