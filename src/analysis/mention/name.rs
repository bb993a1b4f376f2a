//! Proper names: where they begin, and whether they name a person, an organisation or a place.

use super::{Mention, Nature, gender};
use crate::analysis::{Analysis, Shape, Tag};
use crate::ids::TokenId;
use crate::kinds::MentionKind;
use crate::language::{Class, Classes};

/// What the last word of a body's name can be, such as "Norbright Logistics", and of a person's hardly is.
const COMMON: Classes = Classes::of(&[Class::Noun, Class::NounPlural]);

/// Fills in an mention whose head is a proper name.
pub(super) fn read(analysis: &Analysis<'_>, mention: &mut Mention) {
    let run = run(analysis, mention);
    let first = after_titles(analysis, run, mention.head);
    let first = after_placed(analysis, first, mention.head);
    let first = before_common(analysis, mention, first);
    // Of the headline "Mother Corners Obama", nothing before the name tells of him.
    let described = match first.previous() {
        Some(before) if before >= mention.first && is_owed(analysis, before) => first,
        _ => mention.first,
    };
    // "Paul Ryan, R-Wis.": the party is no part of the name.
    let end = first
        .up_to(mention.end)
        .find(|&at| {
            analysis.word(at).tag == Tag::Comma && !analysis.word(at.next()).is(Class::Suffix)
        })
        .unwrap_or(mention.end)
        .max(mention.head.next());
    let end = before_honours(analysis, first, end);
    mention.name = (first, end);
    let last = analysis.word(end.previous().unwrap_or(first)).facts.classes;
    let given = given_name(analysis, first, end);
    let organised = Classes::of(&[Class::Organisation, Class::OrganisationNoun, Class::Company]);
    let names = Classes::of(&[Class::Surname, Class::GivenName]);
    let body = last.any(organised) && !last.any(names) && first == mention.head;
    let titled = !body && described.up_to(first).any(|at| is_title(analysis, at));
    let role = !body
        && first > described
        && first
            .previous()
            .is_some_and(|before| is_role(analysis, before));
    let inner = first
        .up_to(end)
        .any(|at| analysis.word(at).is_any(organised));
    // "the Ada Berg Center for Bridges"
    let has_field = first.up_to(mention.head).any(|at| {
        analysis.word(at).is(Class::OrganisationNoun)
            && analysis.word(at.next()).tag == Tag::Preposition
    });
    let first = if titled || role || !last.any(organised) {
        first
    } else {
        before_demonyms(analysis, mention.first, if body { run } else { first })
    };
    mention.name.0 = first;
    let words = first.up_to(end).len();
    let the = mention
        .first
        .up_to(first)
        .any(|at| analysis.word(at).tag == Tag::Determiner);
    // "the Association of Flight Attendants" is one.
    mention.plural = last.has(Class::NounPlural) && !last.any(names) && the && !inner;
    mention.nature = if titled || role {
        Nature::Person
    } else if last.any(organised) || has_field || inner && given.is_none() {
        Nature::Organisation
    } else if given.is_some_and(|_| words >= 2) {
        Nature::Person
    } else if last.has(Class::Place)
        && !last.has(Class::Surname)
        && !(words >= 2 && given.is_some())
    {
        Nature::Place
    } else if last.any(names) && !the {
        Nature::Person
    } else if analysis.word(mention.head).shape.has(Shape::ALL_CAPITALS)
        || the
        || words >= 2 && given.is_none() && last.any(COMMON)
    {
        Nature::Organisation
    } else {
        Nature::Open
    };
    mention.kind = match mention.nature {
        Nature::Organisation => MentionKind::Organisation,
        _ if titled => MentionKind::TitledName,
        _ => MentionKind::Name,
    };
    // "Ms.", "actress", but not another's name: "Berg" of "Berg aide Anna Okoro".
    mention.gender = described
        .up_to(first)
        .rev()
        .map(|at| analysis.word(at))
        .filter(|word| word.tag != Tag::Name)
        .find_map(|word| gender(word.facts.classes))
        .or_else(|| {
            // A family name tells nothing: "Scott" of "Rakel Scott" and of "Dr. Scott".
            let family = |at: TokenId| match first == at {
                true => titled && words == 1 && analysis.word(at).is(Class::Surname),
                false => at.next() == end,
            };
            let given = given.filter(|&at| !family(at))?;
            gender(analysis.word(given).facts.classes)
        });
    if !matches!(mention.nature, Nature::Person | Nature::Open) {
        mention.gender = None;
    }
}

/// The end of a name without degrees and honours, which are no part of it: "Anna Holt" of "Anna Holt QC" and of
/// "Anna Holt, Ph.D.", but all of "Tom Reed Jr."
fn before_honours(analysis: &Analysis<'_>, first: TokenId, end: TokenId) -> TokenId {
    let is_honour = |at: TokenId| {
        let word = analysis.word(at);
        let text = analysis.token_text(at).trim_end_matches('.');
        word.is(Class::Suffix)
            && !word.is_any(Classes::of(&[Class::GivenName, Class::Surname]))
            && (!word.is(Class::Title) || word.shape.has(Shape::ALL_CAPITALS))
            && analysis.language.names.suffix(text).is_none()
    };
    let mut last = end;
    while let Some(at) = last.previous().filter(|&at| at > first) {
        if !is_honour(at) && analysis.word(at).tag != Tag::Comma {
            break;
        }
        last = at;
    }
    last
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
                    && (!word.shape.has(Shape::PLACED)
                        || word.is(Class::Title)
                            && analysis.word(at.next()).is_whole(Class::Genitive))
                    && !word.is_any(Classes::of(&[Class::Demonym, Class::Adherent])) =>
            {
                first = at
            }
            Tag::Preposition
            | Tag::Determiner
            | Tag::Other
            | Tag::Coordinator
            | Tag::Comma
            | Tag::Mark => {}
            _ if word.is(Class::Particle) => {}
            _ => break,
        }
    }
    first
}

/// The first token after the last title or role in a run: "Mark" of "NATO Secretary General Mark
/// Rutte", "Rutte" of "Mr. Rutte".
fn after_titles(analysis: &Analysis<'_>, first: TokenId, head: TokenId) -> TokenId {
    let last = first.up_to(head).rev().find(|&at| {
        let leads = is_title(analysis, at)
            || is_role(analysis, at) && !analysis.word(at).is(Class::GivenName);
        // "King" of "Ada King Jr." is a name.
        leads && !(at.next() == head && analysis.word(head).is(Class::Suffix))
    });
    match last {
        // "Secretary of State": what follows "of" belongs to the title, so the name starts behind.
        Some(at) if at.plus(2) <= head && analysis.word(at.next()).is_whole(Class::Genitive) => {
            let behind = at.plus(3);
            if behind <= head { behind } else { first }
        }
        Some(at) => at.next(),
        None => first,
    }
}

/// The first of the demonyms and the like that begin an organisation's name: "European" of "the
/// European Commission".
fn before_demonyms(analysis: &Analysis<'_>, start: TokenId, first: TokenId) -> TokenId {
    let begins = |at: &TokenId| {
        let word = analysis.word(*at);
        word.shape.has(Shape::CAPITAL)
            && word.is_any(Classes::of(&[Class::Demonym, Class::Adherent]))
    };
    start
        .up_to(first)
        .rev()
        .take_while(begins)
        .last()
        .unwrap_or(first)
}

/// The first token whose capital is not owed to its place alone: "Obama" of the headline "Mother
/// Corners Obama".
fn after_placed(analysis: &Analysis<'_>, first: TokenId, head: TokenId) -> TokenId {
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
    let belongs = modifies && word.shape.has(Shape::PLACED) && !head.shape.has(Shape::PLACED);
    if belongs { before } else { first }
}

/// Whether a token has its capital from its place alone, and neither names nor describes anybody.
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
    let word = analysis.word(at);
    word.shape.has(Shape::PLACED)
        && !word.shape.has(Shape::PROPER)
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
