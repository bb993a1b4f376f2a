//! Proper names: where they begin, and whether they name a person, an organisation or a place.

use super::data::{Mention, Nature, PERSONAL};
use super::tail::{before_honours, before_party};
use crate::analysis::{Analysis, Shape, Tag};
use crate::ids::TokenId;
use crate::kinds::{Gender, MentionKind};
use crate::language::rules::rules;
use crate::language::{Class, Classes};
use crate::token::TokenKind;

/// What the last word of an organisation's name can be, such as "Norbright Logistics", and of a person's hardly is.
const COMMON: Classes = Classes::of(&[Class::Noun, Class::NounPlural]);

/// What names organisations by itself or as a part.
const ORGANISED: Classes =
    Classes::of(&[Class::Organisation, Class::OrganisationNoun, Class::Company]);

/// Fills in a mention whose head is a proper name.
pub(super) fn read(analysis: &Analysis<'_>, mention: &mut Mention) {
    let name = PhraseName::of(analysis, mention);
    mention.name = (name.first, name.end);
    // "the Association of Flight Attendants" is one.
    mention.plural = name.last.has(Class::NounPlural)
        && !name.last.any(PERSONAL)
        && name.has_determiner
        && !name.has_organisation();
    mention.nature = nature(&name).unwrap_or(Nature::Open);
    mention.kind = match mention.nature {
        Nature::Organisation => MentionKind::Organisation,
        _ if name.is_titled => MentionKind::TitledName,
        _ => MentionKind::Name,
    };
    mention.gender = match mention.nature {
        Nature::Person | Nature::Open => name.gender(),
        _ => None,
    };
}

rules! {
    /// What a name names, by its words and those before it; anything if no rule applies.
    fn nature(name: &PhraseName<'_, '_>) -> Nature;

    landmark: "She left the Old Pier of [Norbright] at noon." if name.is_landmark() => Nature::Place;
    title_or_role: "She met Mr. [Okoro] there." if name.is_titled || name.has_role => Nature::Person;
    distinguished_by_age: "She met the younger [Norbright] there." if name.is_distinguished_by_age() => Nature::Person;
    family_name: "She met Helen [Church] there." if name.is_of_family() => Nature::Person;
    bare_family_name: "She met [Church] there."
        if name.last.has(Class::Surname) && name.last.any(ORGANISED) && name.words() == 1
            && !name.has_determiner
        => Nature::Open;
    organisation: "She left the Norbright [Ministry] at noon."
        if name.last.any(ORGANISED) || name.has_field() => Nature::Organisation;
    organisation_within: "She left Bank [Norbright] at noon."
        if name.given.is_none() && name.has_organisation() => Nature::Organisation;
    members: "She joined Friends of [Norbright] there."
        if is_of_members(name.analysis, name.first) && name.words() > 2 => Nature::Organisation;
    greeting: "She heard Merry [Christmas] there." if name.is_greeting() => Nature::Thing;
    given_name_and_more: "She met Ada [Norbright] there."
        if name.given.is_some() && name.words() >= 2 => Nature::Person;
    place_or_family: "She left Norbright [Ireland] at noon."
        if name.last.has(Class::Place) && name.last.has(Class::Surname) && name.words() >= 2
            && name.given.is_none()
        => Nature::Open;
    place: "She left [Germany] at noon."
        if name.last.has(Class::Place) && !name.last.has(Class::Surname) => Nature::Place;
    name_of_persons: "She met [Ada] there."
        if name.last.any(PERSONAL) && !name.has_determiner => Nature::Person;
    capitals: "She left [NRBT] at noon." if name.is_capitals() => Nature::Organisation;
    determiner: "She left the [Norbright] at noon." if name.has_determiner => Nature::Organisation;
    common_noun: "She left Norbright [Logistics] at noon."
        if name.words() >= 2 && name.given.is_none() && name.last.any(COMMON)
        => Nature::Organisation;
    adjective: "She left Norbright [Residential] at noon."
        if name.words() >= 2 && name.given.is_none() && name.last.has(Class::Adjective)
        => Nature::Organisation;
    people: "[Herders] left at noon." if name.is_people() => Nature::Group;
    number: "She read [Sections] 302 at noon." if name.has_number() => Nature::Thing;
}

/// A name within a phrase, with what several rules ask.
struct PhraseName<'n, 'a> {
    analysis: &'n Analysis<'a>,
    /// The first token of the phrase that belongs to whom the name names.
    described: TokenId,
    /// The first token of the name, titles left out, and the one after its last.
    first: TokenId,
    end: TokenId,
    head: TokenId,
    /// Where the name starts for the words within it, demonyms of an organisation left out.
    core: TokenId,
    /// What its last word can be.
    last: Classes,
    given: Option<TokenId>,
    is_titled: bool,
    /// Whether a noun such as "actress" leads the name in.
    has_role: bool,
    has_determiner: bool,
}

impl<'n, 'a> PhraseName<'n, 'a> {
    fn of(analysis: &'n Analysis<'a>, mention: &Mention) -> PhraseName<'n, 'a> {
        let head = mention.head;
        let run = run(analysis, mention);
        let core = after_titles(analysis, run, head);
        let core = after_positional(analysis, core, head);
        let core = before_common(analysis, mention, core);
        // Of the headline "Mother Corners Obama", nothing before the name tells of him.
        let described = match core.previous() {
            Some(before) if before >= mention.first && is_owed(analysis, before) => core,
            _ => mention.first,
        };
        let end = before_party(analysis, core, mention);
        let end = before_honours(analysis, core, end);
        let last = analysis.word(end.previous().unwrap_or(core)).facts.classes;
        let is_organisation = last.any(ORGANISED) && !last.any(PERSONAL) && core == head;
        let is_titled = !is_organisation && described.up_to(core).any(|at| is_title(analysis, at));
        let given = given_name(analysis, core, end);
        // "rival Norbright Securities"
        let is_of_things =
            core < head && given.is_none() && last.any(COMMON) && !last.any(PERSONAL);
        let has_role = !is_organisation
            && !is_of_things
            && core > described
            && core.previous().is_some_and(|before| {
                let word = analysis.word(before);
                let is_of_organisation = word.is(Class::OrganisationNoun) && given.is_none();
                is_role(analysis, before)
                    && !is_of_organisation
                    && !word.shape.has(Shape::POSSESSIVE)
                    || ends_title(analysis, before, head)
            });
        let first = if is_titled || has_role || !last.any(ORGANISED) {
            core
        } else {
            before_demonyms(
                analysis,
                mention.first,
                if is_organisation { run } else { core },
            )
        };
        let mut before = mention.first.up_to(first);
        PhraseName {
            analysis,
            described,
            first,
            end,
            head,
            core,
            last,
            given,
            is_titled,
            has_role,
            has_determiner: before.any(|at| analysis.word(at).tag == Tag::Determiner),
        }
    }

    #[cfg(test)]
    fn position(&self) -> usize {
        self.head.index()
    }

    fn words(&self) -> usize {
        self.first.up_to(self.end).len()
    }

    fn is_capitals(&self) -> bool {
        self.analysis.word(self.head).shape.has(Shape::ALL_CAPITALS)
    }

    /// Whether a word of the name names organisations.
    fn has_organisation(&self) -> bool {
        let mut words = self.core.up_to(self.end);
        words.any(|at| self.analysis.word(at).is_any(ORGANISED))
    }

    /// Whether a family name that is an organisation's noun too stands after a given name that is nothing else:
    /// "Helen Church", but not "Grace Church".
    fn is_of_family(&self) -> bool {
        const NAMES: Classes =
            Classes::of(&[Class::GivenName, Class::Surname, Class::Male, Class::Female]);
        let is_only_name = |at: TokenId| {
            let classes = self.analysis.word(at).facts.classes;
            classes.without(NAMES).is_empty() && self.core == at
        };
        self.last.has(Class::Surname)
            && self.words() == 2
            && !self.has_determiner
            && self.given.is_some_and(is_only_name)
    }

    /// Whether an organisation's noun stands before its field: "the Ada Berg Center for Bridges".
    fn has_field(&self) -> bool {
        self.has_before_preposition(Class::OrganisationNoun)
    }

    /// Whether a thing stands before where it is: "the Old Pier of Kilmore".
    fn is_landmark(&self) -> bool {
        self.has_determiner && self.has_before_preposition(Class::Thing)
    }

    fn has_before_preposition(&self, class: Class) -> bool {
        let mut words = self.core.up_to(self.head);
        words.any(|at| {
            self.analysis.word(at).is(class)
                && self.analysis.word(at.next()).tag == Tag::Preposition
        })
    }

    /// Whether the words before tell one of two who share the name from the other.
    fn is_distinguished_by_age(&self) -> bool {
        let by_age = self.analysis.language.descriptions.by_age;
        let before = self.first.previous();
        before.is_some_and(|before| self.analysis.word(before).is_one_of(by_age))
    }

    /// Whether a word that begins a sentence ends as nouns for several people do, and has a capital nowhere else.
    fn is_people(&self) -> bool {
        let word = self.analysis.word(self.first);
        let text = self.analysis.token_text(self.first);
        let mut endings = self.analysis.language.names.endings_of_people.iter();
        self.words() == 1
            && word.shape.has(Shape::POSITIONAL)
            && !word.shape.has(Shape::PROPER)
            && endings.any(|ending| text.ends_with(ending))
    }

    /// Whether an adjective leads to a holiday: "Merry Christmas", but "Noel Easter".
    fn is_greeting(&self) -> bool {
        self.last.has(Class::Time)
            && !self.last.any(PERSONAL)
            && self.words() == 2
            && self.analysis.word(self.first).is(Class::Adjective)
    }

    fn has_number(&self) -> bool {
        let mut words = self.first.up_to(self.end);
        words.any(|at| {
            self.analysis
                .token_text(at)
                .contains(|c: char| c.is_ascii_digit())
        })
    }

    /// By "Ms.", "actress", but not another's name, "Berg" of "Berg aide Anna Okoro", nor "her" of "her colleague
    /// Alan Berg"; else by the given name.
    fn gender(&self) -> Option<Gender> {
        let before = self.described.up_to(self.first).rev();
        before
            .map(|at| self.analysis.word(at))
            .filter(|word| !matches!(word.tag, Tag::Name | Tag::Possessive))
            .find_map(|word| gender(word.facts.classes))
            .or_else(|| {
                let given = self.given.filter(|&at| !self.is_family_name(at))?;
                gender(self.analysis.word(given).facts.classes)
            })
    }

    /// A family name tells no gender: "Scott" of "Rakel Scott" and of "Dr. Scott".
    fn is_family_name(&self, at: TokenId) -> bool {
        match self.first == at {
            true => {
                let word = self.analysis.word(at);
                self.is_titled && self.words() == 1 && word.is(Class::Surname)
            }
            false => at.next() == self.end,
        }
    }
}

/// The gender that the classes of a word tell.
pub(super) fn gender(classes: Classes) -> Option<Gender> {
    match (classes.has(Class::Male), classes.has(Class::Female)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

/// The first token of the run of names, titles and small words between them that ends in the head.
fn run(analysis: &Analysis<'_>, mention: &Mention) -> TokenId {
    let mut first = mention.head;
    for at in mention.first.up_to(mention.head).rev() {
        let word = analysis.word(at);
        match word.tag {
            Tag::Name if word.shape.has(Shape::POSSESSIVE) => break,
            Tag::Name | Tag::Title => first = at,
            Tag::Adjective | Tag::Noun | Tag::Number
                if word.shape.has(Shape::CAPITAL)
                    && (!word.shape.has(Shape::POSITIONAL)
                        || word.is(Class::Title)
                            && analysis.word(at.next()).is_whole(Class::Genitive))
                    && !word.is_any(Classes::MEMBERS) =>
            {
                first = at
            }
            Tag::Preposition
            | Tag::Determiner
            | Tag::Other
            | Tag::Coordinator
            | Tag::Comma
            | Tag::Mark
            | Tag::Open
            | Tag::Close => {}
            _ if word.is(Class::Particle) => {}
            _ => break,
        }
    }
    first
}

/// The first token after the last title or role in a run: "Mark" of "NATO Secretary General Mark
/// Rutte", "Rutte" of "Mr. Rutte".
fn after_titles(analysis: &Analysis<'_>, first: TokenId, head: TokenId) -> TokenId {
    // "OLD WOMAN:"
    let is_role_alone = is_role(analysis, head) && !analysis.word(head).is_any(PERSONAL);
    // "the Equal Access Commission"
    let is_organised = analysis.word(head).is_any(ORGANISED);
    // "the Farmers' Union"
    let describes = |at: TokenId| {
        is_organised
            && analysis
                .word(at)
                .is_any(Classes::of(&[Class::Adjective, Class::NounPlural]))
    };
    // "GUEST 1:"
    if analysis.tokens[head.index()].kind() == TokenKind::Number {
        return first;
    }
    let last = first.up_to(head).rev().find(|&at| {
        let leads = is_title(analysis, at)
            || is_role(analysis, at)
                && !is_role_alone
                && !analysis.word(at).is(Class::GivenName)
                && !describes(at)
                && !is_of_members(analysis, at)
            || ends_title(analysis, at, head);
        // "King" of "Ada King Jr." is a name.
        leads && !(at.next() == head && analysis.word(head).is(Class::Suffix))
    });
    match last {
        // "Secretary of State", "Leader of the House": what follows "of" belongs to the title, so the name starts after.
        Some(at) if at.plus(2) <= head && analysis.word(at.next()).is_whole(Class::Genitive) => {
            let is_definite = analysis.word(at.plus(2)).is_whole(Class::Definite);
            let after = at.plus(if is_definite { 4 } else { 3 });
            if after <= head { after } else { first }
        }
        Some(at) => at.next(),
        None => first,
    }
}

/// Whether those who stand there are an organisation's members: "Friends of Norbright".
fn is_of_members(analysis: &Analysis<'_>, at: TokenId) -> bool {
    let word = analysis.word(at);
    word.is(Class::NounPlural)
        && word.is(Class::Person)
        && word.shape.has(Shape::CAPITAL)
        && analysis.word(at.next()).is_whole(Class::Genitive)
}

/// Whether a title ends in an organisation after which the name stands: "Opposition" of "Leader of the Opposition Ann Moss".
fn ends_title(analysis: &Analysis<'_>, organisation: TokenId, head: TokenId) -> bool {
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

/// The first of the words that begin an organisation's name: "South Baltic" of "the South Baltic Ministry", "Women's" of
/// "the Women's Guild".
fn before_demonyms(analysis: &Analysis<'_>, start: TokenId, first: TokenId) -> TokenId {
    let begins = |at: &TokenId| {
        let word = analysis.word(*at);
        let is_demonym = word.is_any(Classes::MEMBERS);
        let describes = matches!(word.tag, Tag::Adjective | Tag::Name);
        word.shape.has(Shape::CAPITAL)
            && (is_demonym
                || describes && !word.shape.has(Shape::POSITIONAL) && !is_title(analysis, *at))
    };
    start
        .up_to(first)
        .rev()
        .take_while(begins)
        .last()
        .unwrap_or(first)
}

/// Whether a plural noun belongs to the name of the organisation after it: "Women's" of "the Women's Guild".
pub(super) fn is_part_of_organisation(
    analysis: &Analysis<'_>,
    owner: TokenId,
    head: TokenId,
) -> bool {
    let [owner, head] = [owner, head].map(|at| analysis.word(at));
    owner.shape.has(Shape::CAPITAL)
        && !owner.shape.has(Shape::POSITIONAL)
        && owner.is(Class::NounPlural)
        && head.shape.has(Shape::CAPITAL)
        && head.is_any(ORGANISED)
}

/// The first token whose capital is not owed to its position alone: "Obama" of the headline "Mother
/// Corners Obama".
fn after_positional(analysis: &Analysis<'_>, first: TokenId, head: TokenId) -> TokenId {
    let person = analysis
        .word(head)
        .is_any(Classes::of(&[Class::GivenName, Class::Surname]));
    first
        .up_to(head)
        .find(|&at| !person || !is_owed(analysis, at))
        .unwrap_or(head)
}

/// The first token of a name, with the noun that begins its sentence: a common noun or a place has its
/// capital from a name that the noun belongs to, "Rail" from "Network Rail".
fn before_common(analysis: &Analysis<'_>, mention: &Mention, first: TokenId) -> TokenId {
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

/// Whether a token has its capital from its position alone, and neither names nor describes anybody.
fn is_owed(analysis: &Analysis<'_>, at: TokenId) -> bool {
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
    const DATES: Classes = Classes::of(&[Class::Weekday, Class::Month]);
    let word = analysis.word(at);
    // "Sunday Okoro said"
    let is_named_after_date = word.tag == Tag::Name && word.is_any(DATES);
    // "Skip Okoro said", "A. Okoro said"
    let is_no_name_elsewhere = word.tag == Tag::Name
        && (word.is(Class::Verb) && !word.is(Class::Noun) || word.is(Class::Determiner));
    word.shape.has(Shape::POSITIONAL)
        && !word.shape.has(Shape::PROPER)
        && !is_named_after_date
        && !is_no_name_elsewhere
        && word.facts.is_known()
        && !word.is_any(NAMES)
}

fn is_title(analysis: &Analysis<'_>, at: TokenId) -> bool {
    let word = analysis.word(at);
    word.tag == Tag::Title
        || word.is(Class::Title) && word.shape.has(Shape::CAPITAL) && !word.is(Class::GivenName)
}

fn is_role(analysis: &Analysis<'_>, at: TokenId) -> bool {
    analysis.word(at).is(Class::Person)
}

/// The token of a given name before the last word of a name, or the name itself if it is one word.
pub(crate) fn given_name(analysis: &Analysis<'_>, first: TokenId, end: TokenId) -> Option<TokenId> {
    first
        .up_to(end.min(first.plus(2)))
        .find(|&at| analysis.word(at).is(Class::GivenName))
}

#[cfg(test)]
pub(in crate::analysis) use nature::EXAMPLES;
