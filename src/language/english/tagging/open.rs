//! Nouns, verbs, adjectives and adverbs.

use super::sets::{AFTER_SUBJECT, AFTER_VERB, FINITE, NOUNS, PAST, SUBJECT_ENDS};
use crate::language::class::{Class, Classes, Frame};
use crate::language::english::named;
use crate::language::rules::rules;
use crate::language::supply::TaggingContext;
use crate::language::tag::{Tag, Tags};
use crate::language::word::{Shape, Word};
use crate::token::TokenKind;

/// A word with what several rules ask of its context.
pub(super) struct OpenWord<'a> {
    context: &'a TaggingContext<'a>,
    /// Whether it can be a noun.
    noun: bool,
    /// Whether a noun phrase goes on after the word before.
    noun_due: bool,
}

/// The tag of a noun, verb, adjective or adverb.
pub(super) fn tag(context: &TaggingContext<'_>) -> Tag {
    let word = OpenWord {
        context,
        noun: context.word.is_any(NOUNS),
        noun_due: context.follows_noun_leader() || context.after_possessive(),
    };
    if word.can(Class::Time) && !word.can(Class::Adverb) {
        return Tag::Time;
    }
    if word.can(Class::VerbIng)
        && let Some(tag) = ing(&word)
    {
        return tag;
    }
    if context.word.is_any(PAST)
        && let Some(tag) = past(&word)
    {
        return tag;
    }
    if context.word.is_any(FINITE)
        && let Some(tag) = finite(&word)
    {
        return tag;
    }
    nominal(&word).unwrap_or(Tag::Noun)
}

rules! {
    /// Forms such as "saying".
    pub(super) fn ing(word: &OpenWord<'_>) -> Tag;

    reports_as: "They cited Berg as [telling] reporters no."
        if word.context.is_after(named::AS)
            && word.context.word.facts.takes(Frame::Strong)
        => Tag::Ing;
    describes: "They saw [growing] towns."
        if word.can(Class::Adjective)
            && word.before() != Tag::Be
            && word.context.next_is_nominal()
        => Tag::Adjective;
    describes_in_phrase: "They saw the [whistling] men."
        if !word.is_noun_and_due()
            && word.noun_due
            && word.context.next_is_nominal()
        => Tag::Adjective;
    participle: "They left, [saying] no."
        if !word.is_noun_and_due()
        => Tag::Ing;
}

rules! {
    /// Forms such as "said" and "spoken".
    pub(super) fn past(word: &OpenWord<'_>) -> Tag;

    noun: "They saw the [left]."
        if word.is_due_in_phrase()
            && word.noun
            && !word.context.next_is_nominal()
        => Tag::Noun;
    describes: "They saw the [broken] mill."
        if word.is_due_in_phrase()
        => Tag::Adjective;
    after_auxiliary: "They have [spoken]."
        if word.can(Class::VerbParticiple)
            && matches!(word.before(), Tag::Be | Tag::Have)
        => Tag::Participle;
    // Whoever speaks stands after.
    with_agent: "They saw a plan [praised] by critics."
        if word.can(Class::VerbParticiple)
            && word.can(Class::Report)
            && BEFORE_AGENT.has(word.before())
            && word.context.next_is(named::BY)
        => Tag::Participle;
    naming: "They saw a man [called] Berg."
        if is_naming(word.context.word)
            && matches!(word.before(), Tag::Noun | Tag::Name)
            && word.context.next_is_capital()
            && word.context.is_in_singular_phrase(word.context.at)
        => Tag::Participle;
    before_title: "The chair, [retired] Judge Berg, left."
        if word.can(Class::Adjective)
            && !word.can(Class::Report)
            && word.before() == Tag::Comma
            && word.context.next_is_capital()
            && word.context.next_any(Classes::of(&[Class::Title]))
            && !word.context.next_any(Classes::of(&[Class::Male, Class::Female]))
        => Tag::Adjective;
    finite: "They [left]."
        if word.can(Class::VerbPast)
        => Tag::Verb;
    participle: "They left, [gone] for good."
        if word.can(Class::VerbParticiple)
            && !word.noun
        => Tag::Participle;
}

rules! {
    /// Forms such as "say" and "says".
    pub(super) fn finite(word: &OpenWord<'_>) -> Tag;

    beside_quotation: "“It rains,” [claims] Berg."
        if word.noun
            && word.context.reports_beside_quotation(word.context.at)
        => Tag::Verb;
    after_bare_role: "Mayor [calls] storm a farce."
        if word.is_after_bare_role()
            && word.can(Class::VerbS)
            && !word.context.word.shape.has(Shape::CAPITAL)
            && word.context.word.facts.takes(Frame::Speech)
            && word.context.next_is_nominal()
            && !word.context.next_any(AFTER_SUBJECT)
        => Tag::Verb;
    due: "They will [report] it."
        if word.context.follows_verb_leader()
            && !(word.before() == Tag::Wh && !word.context.next_any(AFTER_VERB) && word.noun)
        => Tag::Verb;
    no_other_class: "The men [agree]."
        if !word.noun
            && !word.can(Class::Adjective)
            && !word.can(Class::Adverb)
        => Tag::Verb;
    after_adverb: "The mayor often [claims] that it rains."
        if word.before() == Tag::Adverb
            && word.noun
            && word.context.next_any(AFTER_VERB)
        => Tag::Verb;
    after_subject: "The mayor [claims] that it rains."
        if word.follows_subject()
            && word.agrees()
            && !word.is_noun_after_owner()
            && verb_follows(word.context)
            && !word.context.is_after_according()
        => Tag::Verb;
    inverted: "It rains, [claims] the ministry."
        if word.before() == Tag::Comma
            && word.can(Class::VerbS)
            && word.context.word.facts.takes(Frame::After)
            && (word.context.next_any(LEADERS) || word.context.next_is_capital())
        => Tag::Verb;
}

rules! {
    /// What is no verb in its context.
    pub(super) fn nominal(word: &OpenWord<'_>) -> Tag;

    adverb: "They left [quickly]."
        if word.may_be_adverb()
            && !word.noun
            && !word.can(Class::Adjective)
        => Tag::Adverb;
    adverb_before_no_noun: "They left [early]."
        if word.may_be_adverb()
            && (!word.noun_due || word.before() == Tag::Be)
            && !word.context.next_is_nominal()
        => Tag::Adverb;
    adverb_before_report: "Both of the two [just] said no."
        if word.can(Class::Adverb)
            && !word.can(Class::Noun)
            && word.before() != Tag::Determiner
            && word.context.next_reports_speech()
        => Tag::Adverb;
    person_before_name: "They saw the [chief] Berg."
        if word.noun
            && word.can(Class::Adjective)
            && word.can(Class::Person)
            && word.context.next_is_capital()
        => Tag::Noun;
    noun_before_noun: "They saw the [official] report."
        if word.noun
            && word.can(Class::Adjective)
            && word.context.next_is_nominal()
            && !word.context.next_is_complement()
        => Tag::Adjective;
    noun_or_adjective: "They saw an [official]."
        if word.noun
            && word.can(Class::Adjective)
        => Tag::Noun;
    adjective: "They saw the [muddy] mill."
        if word.can(Class::Adjective)
        => Tag::Adjective;
}

/// What a subject after its verb begins with.
const LEADERS: Classes = Classes::of(&[Class::Determiner, Class::Possessive]);

const SINGULAR: Classes = Classes::of(&[Class::Noun, Class::Person]);

/// What stands before a participle whose agent stands after it.
const BEFORE_AGENT: Tags = Tags::of(&[Tag::Comma, Tag::Noun, Tag::Name, Tag::Adverb]);

impl OpenWord<'_> {
    fn can(&self, class: Class) -> bool {
        self.context.can(class)
    }

    fn before(&self) -> Tag {
        self.context.before
    }

    /// Whether a form in -ing is a noun in its context, and no gerund.
    fn is_noun_and_due(&self) -> bool {
        const PREPOSITION: Classes = Classes::of(&[Class::Preposition]);
        let gerund = self.before() == Tag::Preposition && !self.context.next_any(PREPOSITION);
        self.noun && self.noun_due && !gerund
    }

    /// Whether a past form belongs to the noun phrase before it. But a quantity alone can be a
    /// subject: "one told reporters", "both noted that".
    fn is_due_in_phrase(&self) -> bool {
        let quantity = matches!(self.before(), Tag::Number | Tag::Quantifier);
        // "another noted botanist"
        let describes = || self.can(Class::Adjective) && self.context.next_any(SINGULAR);
        let reports = || {
            quantity
                && !self.noun
                && !describes()
                && self.can(Class::VerbPast)
                && self.context.word.facts.takes(Frame::Strong)
        };
        self.noun_due
            && !reports()
            && (self.noun || self.can(Class::Adjective) || self.context.next_is_nominal())
    }

    fn follows_subject(&self) -> bool {
        SUBJECT_ENDS.has(self.before())
            || self.can(Class::VerbS)
                && self.before() == Tag::Adjective
                && self.context.is_in_singular_phrase(self.context.at)
    }

    /// Whether a noun for one person that needs an article stands right before it without one, as in a headline.
    fn is_after_bare_role(&self) -> bool {
        let at = self.context.at;
        let before = at.checked_sub(1).map(|before| &self.context.words[before]);
        before.is_some_and(|before| {
            before.shape.has(Shape::POSITIONAL)
                && before.shape.has(Shape::CAPITAL)
                && before.is(Class::Person)
                && before.is(Class::Noun)
                && !before.is(Class::NounPlural)
                && !before.is(Class::GivenName)
        })
    }

    /// Whether it can be what somebody has: "words" of "in Anna's words".
    fn is_noun_after_owner(&self) -> bool {
        self.noun && self.context.after_possessive()
    }

    fn agrees(&self) -> bool {
        self.can(Class::VerbS) || self.can(Class::Verb) && subject_is_plural(self.context)
    }

    fn may_be_adverb(&self) -> bool {
        let in_phrase = self.noun_due && (self.can(Class::Adjective) || self.noun);
        self.can(Class::Adverb) && !(in_phrase && self.before() != Tag::Preposition)
    }

    #[cfg(test)]
    fn position(&self) -> usize {
        self.context.at
    }
}

/// "called", "named"
fn is_naming(word: &Word) -> bool {
    word.is_one_of(&[named::CALLED, named::NAMED])
}

/// Whether the noun right before is a plural, or several are joined, so that a base form can be its
/// verb.
fn subject_is_plural(context: &TaggingContext<'_>) -> bool {
    /// How many words before the verb are looked through for the "and" between names, which have
    /// few words.
    const NAMES: usize = 4;
    let Some(before) = context.at.checked_sub(1).map(|at| &context.words[at]) else {
        return false;
    };
    let names = context.words[..context.at].iter().rev().take(NAMES);
    let joined = names
        .map(|word| word.tag)
        .find(|&tag| tag != Tag::Name)
        .is_some_and(|tag| tag == Tag::Coordinator && before.tag == Tag::Name);
    before.is(Class::NounPlural) || before.is(Class::Group) || before.tag == Tag::Pronoun || joined
}

/// Whether what follows fits a verb better than a noun.
fn verb_follows(context: &TaggingContext<'_>) -> bool {
    context.next().is_none_or(|next| {
        let word = &context.words[next];
        let kind = context.tokens[next].kind();
        word.is_any(AFTER_VERB)
            || word.shape.has(Shape::CAPITAL)
            || matches!(kind, TokenKind::Punctuation | TokenKind::Number)
            || next > context.at + 1
    })
}
