//! Proper names: whether they name a person, an organisation or a place.

use super::data::{COMMON, Mention, Nature, ORGANISED, PERSONAL};
use super::name_end::{before_honours, before_party};
use super::name_start::{after_positional, before_common, before_demonyms, is_owed, run};
use super::title::{after_titles, ends_title, is_of_members, is_role, is_title};
use crate::analysis::{Analysis, Shape, Tag};
use crate::ids::TokenId;
use crate::kinds::{Gender, MentionKind};
use crate::language::rules::rules;
use crate::language::{Class, Classes};

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

/// The fewest words of an organisation's name that begins with its members: "Friends of Norbright".
const FEWEST_OF_MEMBERS: usize = 3;

/// How many words a given name and a family name are.
const GIVEN_AND_FAMILY: usize = 2;

/// How many words a greeting has: "Merry Christmas".
const GREETING: usize = 2;

rules! {
    /// What a name names, by its words and those before it; anything if no rule applies.
    fn nature(name: &PhraseName<'_, '_>) -> Nature;

    landmark: "She left the Old Pier of [Norbright] at noon." if name.is_landmark() => Nature::Place;
    title_or_role: "She met Mr. [Okoro] there." if name.is_titled || name.has_role => Nature::Person;
    distinguished_by_age: "She met the younger [Norbright] there." if name.is_distinguished_by_age() => Nature::Person;
    family_name: "She met Helen [Church] there." if name.is_of_family() => Nature::Person;
    bare_family_name: "She met [Church] there."
        if name.last.has(Class::Surname) && name.last.any(ORGANISED) && name.is_one_word()
            && !name.has_determiner
        => Nature::Open;
    organisation: "She left the Norbright [Ministry] at noon."
        if name.last.any(ORGANISED) || name.has_field() => Nature::Organisation;
    organisation_within: "She left Bank [Norbright] at noon."
        if name.given.is_none() && name.has_organisation() => Nature::Organisation;
    members: "She joined Friends of [Norbright] there."
        if is_of_members(name.analysis, name.first) && name.words() >= FEWEST_OF_MEMBERS => Nature::Organisation;
    greeting: "She heard Merry [Christmas] there." if name.is_greeting() => Nature::Thing;
    given_name_and_more: "She met Ada [Norbright] there."
        if name.given.is_some() && name.has_several_words() => Nature::Person;
    place_or_family: "She left Norbright [Ireland] at noon."
        if name.last.has(Class::Place) && name.last.has(Class::Surname) && name.has_several_words()
            && name.given.is_none()
        => Nature::Open;
    place: "She left [Germany] at noon."
        if name.last.has(Class::Place) && !name.last.has(Class::Surname) => Nature::Place;
    name_of_persons: "She met [Ada] there."
        if name.last.any(PERSONAL) && !name.has_determiner => Nature::Person;
    capitals: "She left [NRBT] at noon." if name.is_capitals() => Nature::Organisation;
    determiner: "She left the [Norbright] at noon." if name.has_determiner => Nature::Organisation;
    common_noun: "She left Norbright [Logistics] at noon."
        if name.has_several_words() && name.given.is_none() && name.last.any(COMMON)
        => Nature::Organisation;
    adjective: "She left Norbright [Residential] at noon."
        if name.has_several_words() && name.given.is_none() && name.last.has(Class::Adjective)
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
            Some(before) if before >= mention.first && is_owed(analysis, before, head) => core,
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

    fn is_one_word(&self) -> bool {
        self.words() == 1
    }

    fn has_several_words(&self) -> bool {
        self.words() > 1
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
            && self.words() == GIVEN_AND_FAMILY
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
        self.is_one_word()
            && word.shape.has(Shape::POSITIONAL)
            && !word.shape.has(Shape::PROPER)
            && ends_as_people(self.analysis, self.first)
    }

    /// Whether an adjective leads to a holiday: "Merry Christmas", but "Noel Easter".
    fn is_greeting(&self) -> bool {
        self.last.has(Class::Time)
            && !self.last.any(PERSONAL)
            && self.words() == GREETING
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
            .find_map(|word| word.facts.gender())
            .or_else(|| {
                let given = self.given.filter(|&at| !self.is_family_name(at))?;
                self.analysis.word(given).facts.gender()
            })
    }

    /// A family name tells no gender: "Scott" of "Rakel Scott" and of "Dr. Scott".
    fn is_family_name(&self, at: TokenId) -> bool {
        match self.first == at {
            true => {
                let word = self.analysis.word(at);
                self.is_titled && self.is_one_word() && word.is(Class::Surname)
            }
            false => at.next() == self.end,
        }
    }
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

/// Whether a word ends as nouns for several who do or are something: "hauliers".
pub(super) fn ends_as_people(analysis: &Analysis<'_>, noun: TokenId) -> bool {
    let endings = analysis.language.names.endings_of_people;
    let text = analysis.token_text(noun);
    endings.iter().any(|ending| text.ends_with(ending))
}

/// The token of a given name before the last word of a name, or the name itself if it is one word.
pub(crate) fn given_name(analysis: &Analysis<'_>, first: TokenId, end: TokenId) -> Option<TokenId> {
    first
        .up_to(end.min(first.plus(2)))
        .find(|&at| analysis.word(at).is(Class::GivenName))
}

#[cfg(test)]
pub(in crate::analysis) use nature::EXAMPLES;
