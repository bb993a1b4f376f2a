//! Where a name begins within its phrase.

use super::data::{COMMON, Mention};
use super::title::{BeforeHead, is_of_title, is_title};
use crate::analysis::{Analysis, Shape, Tag};
use crate::ids::TokenId;
use crate::language::rules::rules;
use crate::language::{Class, Classes};

/// What a token before the head of a name is to the run that ends in the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The run can begin there.
    Beginning,
    /// It is of the run if something before it is.
    Between,
    /// It is none, nor is anything before it.
    Outside,
}

rules! {
    /// What a token is to the run of a name; if no rule applies, it is outside.
    fn part(token: &BeforeHead<'_, '_>) -> Part;

    owner: "She met [Berg's] Anna Okoro's lawyer there."
        if token.word().tag == Tag::Name && token.word().shape.has(Shape::POSSESSIVE) => Part::Outside;
    name: "She met [Anna] Berg there."
        if matches!(token.word().tag, Tag::Name | Tag::Title) => Part::Beginning;
    member: "She joined the [Norwegian] Berg Commission there."
        if can_be_capital(token) && token.word().is_any(Classes::MEMBERS) => Part::Outside;
    word_with_capital: "It was the [Bar] Milano."
        if can_be_capital(token) && token.word().shape.has(Shape::CAPITAL)
            && !token.word().shape.has(Shape::POSITIONAL)
        => Part::Beginning;
    first_word_of_title: "[Secretary] of State Moss slept."
        if can_be_capital(token) && token.word().shape.has(Shape::CAPITAL)
            && token.word().is(Class::Title)
            && is_of_title(token.analysis, token.at.next())
        => Part::Beginning;
    small_word: "She left the Old Pier [of] Norbright at noon." if is_small(token) => Part::Between;
    // As in "ten Brink".
    particle: "At half-past [ten] Ada slept."
        if token.word().is(Class::Particle) => Part::Between;
}

/// Whether a word may be of a name if it has a capital.
fn can_be_capital(token: &BeforeHead<'_, '_>) -> bool {
    matches!(token.word().tag, Tag::Adjective | Tag::Noun | Tag::Number)
}

/// Whether a token can stand between the words of a name.
fn is_small(token: &BeforeHead<'_, '_>) -> bool {
    matches!(
        token.word().tag,
        Tag::Preposition
            | Tag::Determiner
            | Tag::Other
            | Tag::Coordinator
            | Tag::Comma
            | Tag::Mark
            | Tag::Open
            | Tag::Close
    )
}

/// The first token of the run of names, titles and small words between them that ends in the head.
pub(super) fn run(analysis: &Analysis<'_>, mention: &Mention) -> TokenId {
    let head = mention.head;
    let mut first = head;
    for at in mention.first.up_to(head).rev() {
        let token = BeforeHead { analysis, at, head };
        match part(&token).unwrap_or(Part::Outside) {
            Part::Beginning => first = at,
            Part::Between => {}
            Part::Outside => break,
        }
    }
    first
}

rules! {
    /// Whether a word begins the name of the organisation after it; if no rule applies, it does not.
    fn begins_organisation(token: &BeforeHead<'_, '_>) -> bool;

    small_letter: "She left the [old] Baltic Ministry at noon."
        if !token.word().shape.has(Shape::CAPITAL) => false;
    member: "She left the South [Baltic] Ministry at noon."
        if token.word().is_any(Classes::MEMBERS) => true;
    first_word_or_title: "[New] Baltic Ministry slept."
        if token.word().shape.has(Shape::POSITIONAL) || is_title(token.analysis, token.at) => false;
    description: "She left the [South] Baltic Ministry at noon."
        if matches!(token.word().tag, Tag::Adjective | Tag::Name) => true;
}

/// The first of the words that begin an organisation's name: "South Baltic" of "the South Baltic Ministry", "Women's" of
/// "the Women's Guild".
pub(super) fn before_demonyms(analysis: &Analysis<'_>, start: TokenId, first: TokenId) -> TokenId {
    let begins = |&at: &TokenId| {
        let token = BeforeHead {
            analysis,
            at,
            head: first,
        };
        begins_organisation(&token).unwrap_or(false)
    };
    start
        .up_to(first)
        .rev()
        .take_while(begins)
        .last()
        .unwrap_or(first)
}

/// The first token whose capital is not owed to its position alone: "Obama" of the headline "Mother
/// Corners Obama".
pub(super) fn after_positional(analysis: &Analysis<'_>, first: TokenId, head: TokenId) -> TokenId {
    let person = analysis
        .word(head)
        .is_any(Classes::of(&[Class::GivenName, Class::Surname]));
    first
        .up_to(head)
        .find(|&at| !person || !is_owed(analysis, at, head))
        .unwrap_or(head)
}

/// The first token of a name, with the noun that begins its sentence: a common noun or a place has its
/// capital from a name that the noun belongs to, "Rail" from "Network Rail".
pub(super) fn before_common(analysis: &Analysis<'_>, mention: &Mention, first: TokenId) -> TokenId {
    const DESCRIBES: Classes = Classes::of(&[
        Class::NounPlural,
        Class::Person,
        Class::Title,
        Class::Time,
        Class::Weekday,
        Class::Month,
    ]);
    let head = analysis.word(mention.head);
    let place = head.is(Class::Place);
    let names = Classes::of(&[Class::GivenName, Class::Surname, Class::Organisation]);
    let common = place || head.is_any(COMMON) && !head.is_any(names);
    let Some(before) = first.previous().filter(|&at| at >= mention.first && common) else {
        return first;
    };
    let word = analysis.word(before);
    let modifies =
        !place && word.is(Class::Demonym) || word.is(Class::Noun) && !word.is_any(DESCRIBES);
    let belongs =
        modifies && word.shape.has(Shape::POSITIONAL) && !head.shape.has(Shape::POSITIONAL);
    if belongs { before } else { first }
}

/// What names or describes somebody, or begins a name.
const NAMES: Classes = Classes::of(&[
    Class::GivenName,
    Class::Surname,
    Class::Organisation,
    Class::OrganisationNoun,
    Class::Place,
    Class::Demonym,
    Class::Adherent,
    Class::Title,
    Class::Person,
]);

/// The names of days and months.
const DATES: Classes = Classes::of(&[Class::Weekday, Class::Month]);

rules! {
    /// Whether a word whose position asks for a capital has it from that alone, and neither names nor describes
    /// anybody.
    fn owes_capital(token: &BeforeHead<'_, '_>) -> bool;

    name_of_date: "[Sunday] Okoro said no."
        if token.word().tag == Tag::Name && token.word().is_any(DATES) => false;
    name_of_verb: "[Skip] Okoro said no."
        if token.word().tag == Tag::Name && token.word().is(Class::Verb)
            && !token.word().is(Class::Noun)
        => false;
    initial: "[A.] Okoro said no."
        if token.word().tag == Tag::Name && token.word().is(Class::Determiner) => false;
    unknown: "[Norbright] Okoro said no." if !token.word().facts.is_known() => false;
    name: "[Anna] Okoro said no." if token.word().is_any(NAMES) => false;
    headline: "Mother [Corners] Obama Over Dam" if token.word().shape.has(Shape::POSITIONAL) => true;
}

/// Whether a token before a name has its capital from its position alone, and neither names nor describes anybody.
pub(super) fn is_owed(analysis: &Analysis<'_>, at: TokenId, head: TokenId) -> bool {
    let shape = analysis.word(at).shape;
    shape.has(Shape::POSITIONAL)
        && !shape.has(Shape::PROPER)
        && owes_capital(&BeforeHead { analysis, at, head }).unwrap_or(true)
}

#[cfg(test)]
pub(in crate::analysis) const EXAMPLES: [&[(&str, &str)]; 3] = [
    part::EXAMPLES,
    begins_organisation::EXAMPLES,
    owes_capital::EXAMPLES,
];
