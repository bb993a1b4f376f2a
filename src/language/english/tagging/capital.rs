//! Words with a capital: names and titles, unless the capital is owed to the position.

use super::sets::{AFTER_SUBJECT, CLOSED, DATES, NAMES, NOUNS, OPEN, PAST, SMALL};
use crate::language::class::{Class, Classes};
use crate::language::rules::rules;
use crate::language::supply::TaggingContext;
use crate::language::tag::{Tag, Tags};
use crate::language::word::Shape;
use crate::token::TokenKind;

/// The tag of a word with a capital, unless the capital is owed to its position.
pub(super) fn tag(context: &TaggingContext<'_>) -> Option<Tag> {
    if let Some(tag) = beside_names(context) {
        return Some(tag);
    }
    if is_function_word(context) {
        return None;
    }
    if context.word.shape.has(Shape::POSITIONAL) {
        return positional(context);
    }
    Some(name(context))
}

/// The names of persons.
const PERSONS: Classes = Classes::of(&[Class::GivenName, Class::Surname]);

/// The most letters of a day written short, which is also a family name: "Ada Sun said".
const LONGEST_SHORT_DAY: u32 = 3;

rules! {
    /// Words with a capital that are no name by themselves.
    pub(super) fn beside_names(context: &TaggingContext<'_>) -> Tag;

    name_before_report: "[Frank] said no."
        if is_subject_of_report(context)
        => Tag::Name;
    modal_in_name: "[Will] Berg said no."
        if context.can(Class::Modal)
            && context.can(Class::GivenName)
            && context.word.shape.has(Shape::POSITIONAL)
            && context.next_is_surname()
            && context.next_but_one_is_past_or_comma()
        => Tag::Name;
    // "Skip the queue", but nothing after an order and its object reports.
    verb_in_name_of_reporter: "[Skip] Berg said no."
        if context.word.shape.has(Shape::POSITIONAL)
            && is_name_by_report(context)
            && context.next_is_surname()
            && context.next_but_one_reports_speech()
        => Tag::Name;
    name_before_age: "[Hope], 43, slept."
        if context.word.is_any(PERSONS)
            && context.word.shape.has(Shape::POSITIONAL)
            && !context.word.is_any(CLOSED.without(Classes::of(&[Class::Modal])))
            && context.next_is_age()
        => Tag::Name;
    listed_with_given: "[Mark] and Anna slept."
        if context.can(Class::GivenName)
            && context.word.shape.has(Shape::POSITIONAL)
            && !context.word.is_any(CLOSED.without(Classes::of(&[Class::Modal])).with(DATES))
            && context.next_is_listed_given_name()
        => Tag::Name;
    day_before_family_name: "[Sunday] Okoro said no."
        if context.word.is_any(DATES)
            && context.word.shape.has(Shape::POSITIONAL)
            && context.next_is_family_name()
        => Tag::Name;
    day_after_report: "“No,” said [June]."
        if context.word.is_any(DATES)
            && context.is_after_report_of_quotation()
        => Tag::Name;
    title_before_name: "They asked [Mayor] Okoro."
        if context.can(Class::Title)
            && !context.next_is_verb_of_headline()
            && (is_abbreviated(context) || !context.can(Class::GivenName))
            && context.next_is_capital()
        => Tag::Title;
    half_of_day: "At 9 [AM] Ruth Berg left."
        if context.before == Tag::Number
            && context.word.shape.has(Shape::ALL_CAPITALS)
            && context.is_half_of_day()
        => Tag::Time;
    initial: "They asked Julia [A.] Berg."
        if is_initial(context)
        => Tag::Name;
    weekday: "It rained on [Monday]."
        if context.can(Class::Weekday)
            && !(context.before == Tag::Name
                && context.ends_with_name()
                && (context.word.base <= LONGEST_SHORT_DAY || context.next_reports_speech()))
        => Tag::Time;
    // "in May", but "May I?"
    month: "It rained in [May]."
        if context.can(Class::Month)
            && (!context.can(Class::Modal)
                || context.before == Tag::Preposition && !context.next_is_capital())
            && !(context.can(Class::GivenName) && context.next_is_surname())
            && !(context.before == Tag::Name && context.ends_with_name())
        => Tag::Time;
}

rules! {
    /// Words that have a capital at a position that asks for one, and are names all the same.
    pub(super) fn positional(context: &TaggingContext<'_>) -> Tag;

    given_before_apposition: "[Hope], a baker, slept."
        if context.can(Class::GivenName)
            && context.next_is_apposition()
        => Tag::Name;
    name_before_who: "[Brown], who keeps bees, slept."
        if context.word.is_any(NAMES)
            && context.next_is_relative()
        => Tag::Name;
    given_before_past: "[Ruby] shut the lid."
        if is_common(context)
            && context.can(Class::GivenName)
            && !context.word.is_any(CLOSED.with(PAST))
            && !context.word.shape.has(Shape::COMMON)
            && !is_uncounted(context)
            && context.next_is_past_of_clause()
        => Tag::Name;
    in_capitals: "[BERG] slept."
        if context.word.shape.has(Shape::ALL_CAPITALS)
            && context.word.base > 1
            && (!context.word.is_any(OPEN) || context.labels_quote())
        => Tag::Name;
    name_before_colon: "[Brown]: ‘We will win’"
        if context.word.is_any(NAMES)
            && context.before == Tag::Stop
            && context.leads_in_quote()
        => Tag::Name;
    family_after_given: "THE DAM LEAKS, SAYS BEN [RAY]."
        if context.can(Class::Surname)
            && !context.word.is_any(Classes::of(&[Class::VerbS, Class::VerbPast]))
            && context.before == Tag::Name
            && context.ends_with_name()
        => Tag::Name;
    proper_elsewhere: "[Dawn] slept. They saw Dawn."
        if is_common(context)
            && !context.word.shape.has(Shape::COMMON)
            && context.word.shape.has(Shape::PROPER)
        => name(context);
    listed_before_capital: "[Green] Berg slept."
        if is_common(context)
            && context.word.is_any(NAMES)
            && context.next_is_capital()
            && !context.can(Class::Report)
        => name(context);
    // "Hope Berg", but "Said Berg".
    given_before_surname: "[Hope] Berg slept."
        if is_common(context)
            && context.can(Class::GivenName)
            && !context.can(Class::VerbPast)
            && context.next_is_surname()
        => name(context);
    organisation_before_verb: "[Shell] has no mill."
        if is_common(context)
            && context.can(Class::Organisation)
            && context.next_any(AFTER_SUBJECT)
        => name(context);
    uncommon: "[Okoro] slept."
        if !is_common(context)
            && !context.has_ending_of_verb_or_adverb()
        => name(context);
}

/// The tag of a name, or of what names adherents.
fn name(context: &TaggingContext<'_>) -> Tag {
    let adheres = context.can(Class::Demonym) || context.can(Class::Adherent);
    let is_full_name = context.before == Tag::Name
        && context.ends_with_name()
        && (!context.next_is_nominal()
            || [Class::VerbPast, Class::VerbS]
                .into_iter()
                .any(|form| context.next_is_in_clause(form)));
    // “…,” said French: a people has an article.
    let is_family =
        context.can(Class::Surname) && (is_full_name || context.is_after_report_of_quotation());
    if !adheres || is_family || context.can(Class::GivenName) && context.next_is_capital() {
        return Tag::Name;
    }
    adherent(context).unwrap_or(Tag::Noun)
}

rules! {
    /// Words such as "French" and "Republican".
    pub(super) fn adherent(context: &TaggingContext<'_>) -> Tag;

    adherents: "They saw the [Republicans]."
        if context.can(Class::NounPlural)
        => Tag::Noun;
    describes: "They saw the [Republican] mayor."
        if context.next_is_nominal()
        => Tag::Adjective;
}

/// Whether nothing but a name can have a capital here, stand without an article and report: "Frank", "May",
/// "Sunday", but not "French" of "the French said" nor "Monday" of "officials Monday said".
fn is_subject_of_report(context: &TaggingContext<'_>) -> bool {
    const BEGINS: Tags = Tags::of(&[
        Tag::Stop,
        Tag::Comma,
        Tag::Colon,
        Tag::Close,
        Tag::Coordinator,
        Tag::Subordinator,
    ]);
    const NO_NAME: Classes = CLOSED
        .without(Classes::of(&[Class::Modal]))
        .with(Classes::of(&[Class::NounPlural]));
    let word = context.word;
    // "Said Berg said", but "Carol said"; "Rivers said", but "Miles said".
    let is_verb = context.can(Class::Report) && context.can(Class::VerbPast);
    let is_given = context.can(Class::GivenName) && !word.shape.has(Shape::COMMON);
    // "Frisk said"
    let is_base = is_base_verb(context);
    // "French said": a people has an article.
    let is_family = context.can(Class::Surname) && context.can(Class::Demonym);
    (word.is_any(NAMES.with(DATES)) || is_base)
        && !is_verb
        && (!word.is_any(NO_NAME) || (is_given || is_family) && !word.is_any(CLOSED))
        && (!context.can(Class::Adverb) || context.can(Class::GivenName))
        && BEGINS.has(context.before)
        && context.next_reports_speech()
}

/// Whether a word is nothing but a verb in its base form.
fn is_base_verb(context: &TaggingContext<'_>) -> bool {
    const ELSE: Classes = Classes::of(&[
        Class::Adjective,
        Class::Adverb,
        Class::VerbParticiple,
        Class::VerbPast,
    ]);
    context.can(Class::Verb) && !context.word.is_any(NOUNS.with(ELSE))
}

/// Whether a word can be the name before a family name whose bearer reports: "Skip", "Drew", but not "Coach" nor "Say".
fn is_name_by_report(context: &TaggingContext<'_>) -> bool {
    const NO_NAME: Classes = CLOSED.with(Classes::of(&[Class::Person, Class::Title]));
    let is_verb = is_base_verb(context) && !context.can(Class::Report);
    (is_verb || context.can(Class::GivenName)) && !context.word.is_any(NO_NAME)
}

fn is_abbreviated(context: &TaggingContext<'_>) -> bool {
    context.tokens[context.at].kind() == TokenKind::Abbreviation
}

/// Whether a capital letter stands within a name: "A." in "Julia A. Berg", "N" in "Ada N Berg".
fn is_initial(context: &TaggingContext<'_>) -> bool {
    let stop = is_abbreviated(context);
    let beside = |before: usize| context.tokens[before].kind() == TokenKind::Word;
    // "A. Berg", which is no article
    let begins_name = || stop && context.can(Class::Determiner) && context.next_is_surname();
    let follows_name =
        || context.before == Tag::Name && context.at.checked_sub(1).is_some_and(beside);
    context.word.base == 1 + u32::from(stop)
        && (stop || !context.can(Class::Determiner) && !context.can(Class::SubjectPronoun))
        && (follows_name() && context.next_is_capital() || begins_name())
}

/// Whether a word is a function word that has its capital from its position or from a title: "The Time of
/// Our Lives".
fn is_function_word(context: &TaggingContext<'_>) -> bool {
    /// The most letters of a preposition that keeps its small letter in a title.
    const SHORT: u32 = 3;
    let word = context.word;
    let function = if word.shape.has(Shape::POSITIONAL) {
        word.is_any(CLOSED)
    } else {
        word.is_any(SMALL) || context.can(Class::Preposition) && word.base <= SHORT
    };
    function && !(word.shape.has(Shape::ALL_CAPITALS) && word.shape.has(Shape::PROPER))
}

/// Given names that are also nouns and adjectives which need no article: "Hope faded."
const UNCOUNTED: &[&str] = &[
    "Art",
    "Autumn",
    "Brandy",
    "Cash",
    "Chance",
    "Charity",
    "Clay",
    "Comfort",
    "Coral",
    "Crystal",
    "Dawn",
    "Destiny",
    "Faith",
    "Ginger",
    "Glory",
    "Goodwill",
    "Grace",
    "Gray",
    "Harmony",
    "Honey",
    "Honor",
    "Hope",
    "Ivory",
    "Ivy",
    "Joy",
    "Mercy",
    "Patience",
    "Peace",
    "Prudence",
    "Red",
    "Royal",
    "Sage",
    "Serenity",
    "Sherry",
    "Summer",
    "Temperance",
    "Virtue",
    "Wit",
];

#[test]
fn names_without_article_are_sorted() {
    assert!(UNCOUNTED.is_sorted());
}

fn is_uncounted(context: &TaggingContext<'_>) -> bool {
    let text = &context.text[context.tokens[context.at].span()];
    UNCOUNTED.binary_search(&text).is_ok()
}

/// Whether a word is written without a capital too, here or in general.
fn is_common(context: &TaggingContext<'_>) -> bool {
    context.word.is_any(OPEN) || context.word.shape.has(Shape::COMMON)
}
