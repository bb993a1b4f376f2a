//! Titles and roles before a name, which are no part of it.

use super::data::{COMMON, ORGANISED, PERSONAL};
use crate::analysis::{Analysis, Shape, Tag};
use crate::ids::TokenId;
use crate::language::rules::rules;
use crate::language::{Class, Classes, Word};
use crate::token::TokenKind;

/// What describes an organisation in its name: "the Equal Access Commission", "the Farmers' Union".
const DESCRIBES: Classes = Classes::of(&[Class::Adjective, Class::NounPlural]);

/// What names a person.
const PERSON_NAMES: Classes = Classes::of(&[Class::GivenName, Class::Surname]);

/// A token before the head of a name.
pub(super) struct BeforeHead<'n, 'a> {
    pub(super) analysis: &'n Analysis<'a>,
    pub(super) at: TokenId,
    pub(super) head: TokenId,
}

impl BeforeHead<'_, '_> {
    #[cfg(test)]
    pub(super) fn position(&self) -> usize {
        self.at.index()
    }

    pub(super) fn word(&self) -> &Word {
        self.analysis.word(self.at)
    }

    pub(super) fn head(&self) -> &Word {
        self.analysis.word(self.head)
    }

    fn is_last(&self) -> bool {
        self.at.next() == self.head
    }
}

rules! {
    /// Whether a title or a role ends there, so that the name starts after it; if no rule applies, none does.
    fn leads(token: &BeforeHead<'_, '_>) -> bool;

    name_before_suffix: "She met Ada [King] Jr. there."
        if token.is_last() && token.head().is(Class::Suffix) => false;
    place: "She joined [DC] Water there."
        if token.word().is(Class::Place) && token.head().is_any(COMMON)
            && !token.head().is_any(PERSON_NAMES)
        => false;
    title: "She met [Mr.] Okoro there." if is_title(token.analysis, token.at) => true;
    end_of_title: "She met Leader of the [Opposition] Ann Moss there."
        if ends_title(token.analysis, token.at, token.head) => true;
    part_of_role: "“No,” said the [Old] Woman."
        if is_role(token.analysis, token.head) && !token.head().is_any(PERSONAL) => false;
    given_name: "She met [Ada] Berg there." if token.word().is(Class::GivenName) => false;
    description_of_organisation: "She joined the [Farmers'] Union there."
        if token.head().is_any(ORGANISED) && token.word().is_any(DESCRIBES) => false;
    members: "She joined [Friends] of Norbright there."
        if is_of_members(token.analysis, token.at) => false;
    role: "She met [Engineer] Okoro there." if is_role(token.analysis, token.at) => true;
}

/// The first token after the last title or role in a run that starts at `first`: "Mark" of "NATO Secretary General
/// Mark Rutte", "Rutte" of "Mr. Rutte".
pub(super) fn after_titles(analysis: &Analysis<'_>, first: TokenId, head: TokenId) -> TokenId {
    // "GUEST 1:"
    if analysis.tokens[head.index()].kind() == TokenKind::Number {
        return first;
    }
    let last = first.up_to(head).rev().find(|&at| {
        let token = BeforeHead { analysis, at, head };
        leads(&token).unwrap_or(false)
    });
    let Some(title) = last else {
        return first;
    };
    match after_genitive(analysis, title, head) {
        Some(after) if after <= head => after,
        Some(_) => first,
        None => title.next(),
    }
}

/// What follows a title and the phrase with "of" or "for" that belongs to it: "Moss" of "Secretary of State Moss", of
/// "Leader of the House Moss", of "Minister for Foreign Affairs Moss".
fn after_genitive(analysis: &Analysis<'_>, title: TokenId, head: TokenId) -> Option<TokenId> {
    let (noun, end) = field_of(analysis, title, head)?;
    // "Minister of State for Trade Moss"
    let again = field_of(analysis, noun, head).filter(|_| end == noun.next());
    Some(again.map_or(end, |(_, end)| end))
}

/// The first noun of what a title is of, and what follows all of that.
fn field_of(analysis: &Analysis<'_>, title: TokenId, head: TokenId) -> Option<(TokenId, TokenId)> {
    let of = title.next();
    let after = of.next();
    if after > head || !is_of_title(analysis, of) {
        return None;
    }
    let is_definite = analysis.word(after).is_whole(Class::Definite);
    let noun = if is_definite { after.next() } else { after };
    if noun >= head || !is_of_field(analysis.word(noun)) {
        return Some((noun, noun.next()));
    }
    let mut rest = noun.next().up_to(head);
    let end = rest.find(|&at| !is_of_field(analysis.word(at)));
    Some((noun, end.unwrap_or(head)))
}

/// Whether a word leads in what a title is of: "of", "for".
pub(super) fn is_of_title(analysis: &Analysis<'_>, at: TokenId) -> bool {
    let word = analysis.word(at);
    word.is_whole(Class::Genitive) || word.is_one_of(analysis.language.names.before_field)
}

/// Whether a word is no name but of the field of an office: "Foreign", "Affairs".
fn is_of_field(word: &Word) -> bool {
    const FIELD: Classes = Classes::of(&[Class::Noun, Class::NounPlural, Class::Adjective]);
    word.facts.is_known()
        && !word.is_any(PERSON_NAMES)
        && (word.is_any(FIELD) || word.is_whole(Class::Additive))
}

/// Whether those who stand there are an organisation's members: "Friends of Norbright".
pub(super) fn is_of_members(analysis: &Analysis<'_>, at: TokenId) -> bool {
    let word = analysis.word(at);
    word.is(Class::NounPlural)
        && word.is(Class::Person)
        && word.shape.has(Shape::CAPITAL)
        && analysis.word(at.next()).is_whole(Class::Genitive)
}

/// Whether a title ends in an organisation after which the name stands: "Opposition" of "Leader of the Opposition Ann Moss".
pub(super) fn ends_title(analysis: &Analysis<'_>, organisation: TokenId, head: TokenId) -> bool {
    let is = |at: Option<TokenId>, class| at.is_some_and(|at| analysis.word(at).is_whole(class));
    let the = organisation.previous();
    organisation.next() < head
        && analysis.word(organisation).is_any(Classes::BODIES)
        && !analysis.word(head).is_any(ORGANISED)
        && is(the, Class::Definite)
        && is(the.and_then(TokenId::previous), Class::Genitive)
        && organisation
            .next()
            .up_to(head.next())
            .all(|at| analysis.word(at).tag == Tag::Name)
}

/// Whether a word is a title there: "Mr.", "President", but no word with a capital that is a given name too.
pub(super) fn is_title(analysis: &Analysis<'_>, at: TokenId) -> bool {
    let word = analysis.word(at);
    word.tag == Tag::Title
        || word.is(Class::Title) && word.shape.has(Shape::CAPITAL) && !word.is(Class::GivenName)
}

/// Whether a word says what a person is: "engineer".
pub(super) fn is_role(analysis: &Analysis<'_>, at: TokenId) -> bool {
    analysis.word(at).is(Class::Person)
}

#[cfg(test)]
pub(in crate::analysis) use leads::EXAMPLES;
