//! Tagged tokens to units: noun phrases, verb groups, asides, and the words and marks between them.
//!
//! One pass from left to right; a phrase never crosses a quotation mark or the end of a sentence.

use super::links::Links;
use super::{Reading, Shape, Tag, Word};
use crate::lexicon::{Class, Classes};
use crate::quote::Quote;
use crate::token::{MarkSide, Token, TokenKind};

/// The longest stretch in brackets, in tokens, that is read over as one unit.
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

/// A phrase, or a token that belongs to none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub(crate) kind: UnitKind,
    /// The first token and the one after the last; equal at the edge of a quote without a mark.
    pub(crate) first: u32,
    pub(crate) end: u32,
    /// The token that the phrase is about: of a noun phrase its noun, of a verb group its verb.
    pub(crate) head: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    NounPhrase,
    VerbGroup(VerbForm),
    Preposition,
    /// who, which, what, where
    Wh,
    Subordinator,
    Coordinator,
    Adverb,
    /// An adjective that belongs to no noun phrase.
    Adjective,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Stop,
    /// Words in brackets.
    Aside,
    /// The edge of the quote of this number.
    Opening(u32),
    Closing(u32),
    Break,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    Finite,
    Infinitive,
    Ing,
    Participle,
}

/// Lays the tokens out in units.
pub(super) fn read(reading: &mut Reading<'_>) {
    let Reading {
        text,
        tokens,
        words,
        quotes,
        quote_units,
        units,
        level,
        sentence_of,
        sentence_units,
        ..
    } = reading;
    let expected = tokens.len() / 2 + 2 * quotes.len();
    units.clear();
    units.reserve(expected);
    level.clear();
    level.reserve(expected);
    sentence_of.clear();
    sentence_of.reserve(expected);
    sentence_units.clear();
    sentence_units.reserve(reading.sentences.len() + 1);
    quote_units.clear();
    quote_units.resize(quotes.len(), (0, 0));
    let mut open = vec![0u32];
    let mut edges = edges(tokens, quotes).into_iter().peekable();
    let mut at = 0;
    for (sentence, range) in reading.sentences.iter().enumerate() {
        sentence_units.push(units.len() as u32);
        let range = range.range();
        at = range.start.max(at);
        loop {
            while let Some(&edge) = edges.peek()
                && edge.token as usize <= at
                && (edge.closes || at < range.end)
            {
                edges.next();
                let number = units.len() as u32;
                let end = if edge.mark { at + 1 } else { at };
                if edge.closes {
                    open.pop();
                    quote_units[edge.quote as usize].1 = number;
                } else {
                    quote_units[edge.quote as usize].0 = number;
                }
                level.push(*open.last().unwrap_or(&0));
                if !edge.closes {
                    open.push(edge.quote + 1);
                }
                let kind = if edge.closes {
                    UnitKind::Closing(edge.quote)
                } else {
                    UnitKind::Opening(edge.quote)
                };
                units.push(Unit {
                    kind,
                    first: at as u32,
                    end: end as u32,
                    head: at as u32,
                });
                at = end;
            }
            if at >= range.end {
                break;
            }
            let limit = edges
                .peek()
                .map_or(range.end, |edge| range.end.min(edge.token as usize));
            if limit <= at {
                continue;
            }
            let unit = Phrases {
                text,
                tokens: &tokens[..limit],
                words: &words[..limit],
            }
            .unit(at);
            at = unit.end as usize;
            units.push(unit);
            level.push(*open.last().unwrap_or(&0));
        }
        sentence_of.resize(units.len(), sentence as u32);
    }
    sentence_units.push(units.len() as u32);
    Links::read(units, sentence_of, quote_units, &mut reading.links);
    reading.paragraph_of.clear();
    let mut paragraph = 0;
    for sentence in reading.sentences {
        while paragraph + 1 < reading.paragraphs.len()
            && reading.paragraphs[paragraph].range().end <= sentence.range().start
        {
            paragraph += 1;
        }
        reading.paragraph_of.push(paragraph as u32);
    }
}

/// Where a quote starts or ends among the tokens.
#[derive(Clone, Copy, Debug)]
struct Edge {
    /// The first token of the quote, or its closing mark; without a mark the token after it.
    token: u32,
    quote: u32,
    closes: bool,
    /// Whether that token is the quotation mark itself.
    mark: bool,
}

/// The edges of all quotes in text order, each quote's inside those of its parent.
fn edges(tokens: &[Token], quotes: &[Quote]) -> Vec<Edge> {
    let mut edges = Vec::with_capacity(2 * quotes.len());
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    let close = |at: &mut usize, quote: usize, edges: &mut Vec<Edge>| {
        let end = quotes[quote].span().end();
        while *at < tokens.len() && tokens[*at].span().end() < end {
            *at += 1;
        }
        let mark = *at < tokens.len()
            && matches!(tokens[*at].kind(), TokenKind::Mark(_))
            && tokens[*at].span().end() == end
            && quotes[quote].is_closed();
        if !mark && *at < tokens.len() && tokens[*at].span().start() < end {
            *at += 1;
        }
        edges.push(Edge {
            token: *at as u32,
            quote: quote as u32,
            closes: true,
            mark,
        });
        if mark {
            *at += 1;
        }
    };
    for (number, quote) in quotes.iter().enumerate() {
        let start = quote.span().start();
        while let Some(&last) = open.last()
            && quotes[last].span().end() <= start
        {
            open.pop();
            close(&mut at, last, &mut edges);
        }
        while at < tokens.len() && tokens[at].span().start() < start {
            at += 1;
        }
        let mark = at < tokens.len()
            && matches!(tokens[at].kind(), TokenKind::Mark(_))
            && tokens[at].span().start() == start;
        edges.push(Edge {
            token: at as u32,
            quote: number as u32,
            closes: false,
            mark,
        });
        if mark {
            at += 1;
        }
        open.push(number);
    }
    while let Some(last) = open.pop() {
        close(&mut at, last, &mut edges);
    }
    edges
}

/// The tokens of a sentence up to the next quotation mark, as phrases.
struct Phrases<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a [Word],
}

impl Phrases<'_> {
    fn tag(&self, at: usize) -> Option<Tag> {
        self.words.get(at).map(|word| word.tag)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| self.text[token.span()].eq_ignore_ascii_case(word))
    }

    fn capital(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.shape.has(Shape::CAPITAL))
    }

    /// The unit that starts at a token.
    fn unit(&self, at: usize) -> Unit {
        let phrase = self
            .noun_phrase(at)
            .or_else(|| self.verb_group(at))
            .or_else(|| self.aside(at));
        phrase.unwrap_or_else(|| {
            let kind = match self.words[at].tag {
                Tag::Preposition | Tag::To => UnitKind::Preposition,
                Tag::Wh => UnitKind::Wh,
                Tag::Subordinator => UnitKind::Subordinator,
                Tag::Coordinator => UnitKind::Coordinator,
                Tag::Adverb | Tag::Negation => UnitKind::Adverb,
                Tag::Adjective => UnitKind::Adjective,
                Tag::Comma => UnitKind::Comma,
                Tag::Colon => UnitKind::Colon,
                Tag::Semicolon => UnitKind::Semicolon,
                Tag::Dash => UnitKind::Dash,
                Tag::Stop => UnitKind::Stop,
                Tag::Break => UnitKind::Break,
                _ => UnitKind::Other,
            };
            Unit {
                kind,
                first: at as u32,
                end: at as u32 + 1,
                head: at as u32,
            }
        })
    }

    /// Words in brackets, unless they are many.
    fn aside(&self, at: usize) -> Option<Unit> {
        if self.tag(at) != Some(Tag::Open) {
            return None;
        }
        let end = (at + 1..self.tokens.len().min(at + LONGEST_ASIDE))
            .find(|&i| self.words[i].tag == Tag::Close)?;
        Some(Unit {
            kind: UnitKind::Aside,
            first: at as u32,
            end: end as u32 + 1,
            head: at as u32,
        })
    }

    fn verb_group(&self, first: usize) -> Option<Unit> {
        let form = match self.tag(first)? {
            Tag::To => VerbForm::Infinitive,
            Tag::Modal | Tag::Have | Tag::Be | Tag::Do | Tag::Verb => VerbForm::Finite,
            Tag::Participle => VerbForm::Participle,
            Tag::Ing => VerbForm::Ing,
            _ => return None,
        };
        let form = match form {
            VerbForm::Finite if self.words[first].is(Class::VerbIng) => VerbForm::Ing,
            form => form,
        };
        let (mut at, mut head) = (first, None);
        while let Some(tag) = self.tag(at) {
            match tag {
                Tag::To if at == first => {}
                Tag::Modal | Tag::Have | Tag::Be | Tag::Do => head = Some(at),
                Tag::Adverb | Tag::Negation if at > first => {
                    // At most three words between an auxiliary and its verb ("has not yet publicly
                    // said"), so this look ahead is bounded.
                    let verb = (at + 1..at + 4)
                        .find(|&i| !matches!(self.tag(i), Some(Tag::Adverb | Tag::Negation)));
                    let goes_on = verb.and_then(|i| self.tag(i)).is_some_and(|tag| {
                        matches!(
                            tag,
                            Tag::Verb | Tag::Participle | Tag::Ing | Tag::Be | Tag::Have
                        )
                    });
                    if !goes_on {
                        break;
                    }
                }
                Tag::Verb | Tag::Participle | Tag::Ing => {
                    head = Some(at);
                    at += 1;
                    break;
                }
                _ => break,
            }
            at += 1;
        }
        let head = head?;
        Some(Unit {
            kind: UnitKind::VerbGroup(form),
            first: first as u32,
            end: at as u32,
            head: head as u32,
        })
    }

    fn noun_phrase(&self, first: usize) -> Option<Unit> {
        let unit = |end: usize, head: usize| {
            let kind = UnitKind::NounPhrase;
            Some(Unit {
                kind,
                first: first as u32,
                end: end as u32,
                head: head as u32,
            })
        };
        if self.tag(first)? == Tag::Pronoun {
            return unit(first + 1, first);
        }
        let mut head: Option<usize> = None;
        // What can stand for a noun where none follows: "many", "two", "some of".
        let mut stand_in: Option<usize> = None;
        let mut at = first;
        while let Some(tag) = self.tag(at) {
            let next = self.tag(at + 1);
            match tag {
                Tag::Determiner | Tag::Possessive => {
                    let first_or_partitive = at == first
                        || head.is_none() && stand_in.is_some()
                        || head.is_none() && self.is(at - 1, "of");
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
                Tag::Noun | Tag::Name | Tag::Time => head = Some(at),
                Tag::Mark if head.is_some() && self.is_possessive_mark(at) => head = None,
                Tag::Comma if head.is_none() && self.joins_adjectives(at) => {}
                Tag::Comma if head.is_some() && self.is_suffix(at + 1) => at += 1,
                Tag::Preposition | Tag::Coordinator | Tag::Other | Tag::Subordinator
                    if self.joins_names(at, first) => {}
                Tag::Preposition if head.is_none() && stand_in.is_some() && self.is(at, "of") => {}
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
        match head.or(stand_in) {
            Some(head) if head >= first => {
                let mut end = at;
                while end > head + 1 && !self.may_end_phrase(end - 1) {
                    end -= 1;
                }
                unit(end, head)
            }
            _ => None,
        }
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
            && self.text[self.tokens[at - 1].span()].ends_with(['s', 'S'])
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
        let Some(word) = self.words.get(at) else {
            return false;
        };
        let party = matches!(self.text[self.tokens[at].span()].as_bytes(), [party, b'-', state, ..]
            if party.is_ascii_uppercase() && state.is_ascii_uppercase());
        (word.is(Class::Suffix) || party) && word.shape.has(Shape::CAPITAL)
    }

    /// A small word within a name: "Department of Justice", "Ursula von der Leyen", "Ernst & Young".
    fn joins_names(&self, at: usize, first: usize) -> bool {
        if at == first || !self.capital(at - 1) && !self.words[at - 1].is(Class::Particle) {
            return false;
        }
        let next = if self.is(at + 1, "the") {
            at + 2
        } else {
            at + 1
        };
        // Persons are not "of" a place by name: "Charles Rangel of New York" is a name and a phrase.
        let person = at >= first + 2
            && self.words[at - 2].is(Class::GivenName)
            && self.words[at - 1].is(Class::Surname);
        let of = self.is(at, "of")
            && self.words[at - 1].is_any(OF_NAMES)
            && self.words[at - 1].tag != Tag::Adjective
            && !person;
        let particle = self.words[at].is(Class::Particle)
            && matches!(
                self.words[at - 1].tag,
                Tag::Name | Tag::Title | Tag::Preposition | Tag::Other
            );
        let sign = matches!(&self.text[self.tokens[at].span()], "&" | "/");
        (of || sign) && self.capital(next)
            || particle
                && (self.capital(at + 1)
                    || self
                        .words
                        .get(at + 1)
                        .is_some_and(|word| word.is(Class::Particle)))
    }
}
