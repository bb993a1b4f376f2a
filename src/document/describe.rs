//! Finds what a text calls somebody besides their names: titles, roles, kin, age, party.

use std::collections::BTreeSet;

use super::data::Document;
use super::description::{Description, DescriptionKind};
use crate::kinds::MentionKind;
use crate::language::{Class, Classes, Lexicon};
use crate::parts::{Speaker, SpeakerId};
use crate::span::{Span, beginning};
use crate::token::mark::{can_open, is_apostrophe};
use crate::token::{Token, TokenKind, Tokenizer};

/// The most words of a description that are looked at.
const LONGEST: usize = 16;
/// How many bytes before a name a description is looked for.
const REACH: usize = 100;
/// Nobody is older than this.
const OLDEST: u32 = 120;
/// The most letters of a party in short: "Ind-Vt."
const LONGEST_PARTY: usize = 3;

/// What can stand before a name as its role: "board chairman", "French minister".
const ROLE_PARTS: Classes = Classes::of(&[
    Class::Title,
    Class::Person,
    Class::Organisation,
    Class::OrganisationNoun,
    Class::Demonym,
    Class::Adherent,
    Class::Noun,
    Class::Adjective,
    Class::Place,
]);
/// What cannot, whatever else it may be.
const NO_ROLE: Classes = Classes::of(&[
    Class::Report,
    Class::Be,
    Class::Have,
    Class::Preposition,
    Class::Subordinator,
    Class::Time,
    Class::Adverb,
]);
/// The head of a role.
const ROLE: Classes = Classes::of(&[Class::Person, Class::Title]);

impl Document<'_> {
    /// Titles, roles, kin, age and affiliation, as the text gives them beside a speaker's names or in place
    /// of one, in text order. Nothing for a number of another document.
    ///
    /// They are read from the text by the words and marks beside each mention, when they are first asked for, and
    /// kept. What the text tells in other sentences ("Okoro runs the board") is not among them.
    ///
    /// ```
    /// use quotation::{DescriptionKind, QuoteDetector};
    ///
    /// let text = "“It holds,” said Ines Okoro, the board's chief engineer, on Monday.";
    /// let document = QuoteDetector::new().detect(text);
    /// let found = document.descriptions(document.speakers()[0].id());
    /// assert_eq!(found[0].kind(), DescriptionKind::Role);
    /// assert_eq!(&text[found[0].span()], "the board's chief engineer");
    /// ```
    #[must_use]
    pub fn descriptions(&self, speaker: SpeakerId) -> &[Description] {
        let found = self.descriptions_of_all().get(speaker.index());
        found.map_or(&[], Vec::as_slice)
    }

    /// What each speaker is called besides a name, indexed by `SpeakerId`.
    pub(super) fn descriptions_of_all(&self) -> &[Vec<Description>] {
        self.views.descriptions.get_or_init(|| {
            let sources = self.attributions.iter().filter_map(|one| one.source);
            let titled = sources.filter(|source| source.kind() == MentionKind::TitledName);
            let titled: BTreeSet<usize> = titled.map(|source| source.span().start()).collect();
            let describer = Describer {
                text: &self.text,
                lexicon: self.lexicon(),
            };
            let speakers = self.speakers.iter();
            let described = speakers.map(|speaker| describer.describe(speaker, &titled));
            described.collect()
        })
    }
}

/// Reads what stands beside names in a text.
#[derive(Clone, Copy)]
struct Describer<'d> {
    text: &'d str,
    lexicon: &'d Lexicon,
}

impl Describer<'_> {
    /// What the text calls a speaker. `titled` has the positions of sources that begin with a title.
    fn describe(self, speaker: &Speaker, titled: &BTreeSet<usize>) -> Vec<Description> {
        let mut found = Vec::new();
        for &mention in speaker.mentions() {
            match self.name(speaker, mention) {
                Some(name) => {
                    let own = || {
                        let is_titled = titled.contains(&mention.start());
                        self.own_title(mention, name).filter(|_| is_titled)
                    };
                    found.extend(self.before_name(name).or_else(own));
                    found.extend(self.after_name(name.end()));
                }
                None => found.extend(self.in_place_of_name(mention)),
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The longest name of a speaker in a mention, without the titles that it begins with.
    fn name(self, speaker: &Speaker, mention: Span) -> Option<Span> {
        let aliases = speaker.aliases().iter().map(String::as_str);
        let names = std::iter::once(speaker.name()).chain(aliases);
        let found = names
            .filter(|name| name.starts_with(char::is_uppercase))
            .filter_map(|name| {
                let within = self.text[mention].find(name)?;
                Some((name.len(), mention.start() + within))
            });
        let (len, mut start) = found.max()?;
        let end = start + len;
        while let Some((word, _)) = self.text[start..end].split_once(' ')
            && self.is_title(word)
        {
            start += word.len() + 1;
        }
        Span::new(start, end)
    }

    fn is_title(self, word: &str) -> bool {
        self.is_any(word, Classes::of(&[Class::Title]))
    }

    fn is_any(self, word: &str, classes: Classes) -> bool {
        let word = word.trim_end_matches('.');
        let owner = self.owner(word);
        self.lexicon.look_up(owner.unwrap_or(word)).is_any(classes)
    }

    /// A word that owns something, without its ending.
    fn owner(self, word: &str) -> Option<&str> {
        self.lexicon.language.names.without_possessive(word)
    }

    /// The titles, or the role with its titles, right before a name.
    fn before_name(self, name: Span) -> Option<Description> {
        let mut from = name.start().saturating_sub(REACH);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let before = self.text[from..name.start()].strip_suffix(' ')?;
        let before = before.rsplit(begins_anew).next().unwrap_or_default();
        let is_part = |word: &&str| {
            self.is_any(word, ROLE) || self.is_any(word, ROLE_PARTS) && !self.is_any(word, NO_ROLE)
        };
        let words: Vec<&str> = before
            .rsplit(' ')
            .take(LONGEST)
            .take_while(is_part)
            .collect();
        let (first, last) = (words.last()?, words.first()?);
        let is_titles =
            words.iter().all(|word| self.is_title(word)) && first.starts_with(char::is_uppercase);
        let kind = match is_titles {
            true => DescriptionKind::Title,
            false if self.is_any(last, ROLE) => DescriptionKind::Role,
            false => return None,
        };
        let len = words.iter().map(|word| word.len() + 1).sum::<usize>() - 1;
        let end = name.start() - 1;
        let span = Span::new(end - len, end)?;
        Some(Description::new(kind, span))
    }

    /// Words with capitals that a mention with a title has before the name: one that the language does not list
    /// and the caller added.
    fn own_title(self, mention: Span, name: Span) -> Option<Description> {
        let words = self.text.get(mention.start()..name.start())?.trim_end();
        let mut each = words.split_whitespace();
        let is_title = each.all(|word| word.starts_with(char::is_uppercase));
        let span = Span::new(mention.start(), mention.start() + words.len())?;
        let title = Description::new(DescriptionKind::Title, span);
        Some(title).filter(|_| is_title && !span.is_empty())
    }

    /// Words in apposition after a name, in commas or brackets, one after the other.
    fn after_name(self, end: usize) -> Vec<Description> {
        let rest = beginning(&self.text[end..], 4 * REACH);
        let tokenizer = Tokenizer::of(self.lexicon.language.orthography);
        let mut tokens = tokenizer.tokens(rest).peekable();
        let mut found = Vec::new();
        while let Some(mark) = tokens.next() {
            if !matches!(mark.text(rest), "," | "(") {
                break;
            }
            let words: Vec<Token> = std::iter::from_fn(|| tokens.next_if(|token| is_word(*token)))
                .take(LONGEST)
                .collect();
            let (Some(first), Some(last)) = (words.first(), words.last()) else {
                break;
            };
            // The full stop after an abbreviation belongs to that.
            let is_closed = last.kind() == TokenKind::Abbreviation
                || tokens.peek().is_none_or(|token| {
                    matches!(token.text(rest), "," | "." | ";" | ")")
                        || token.kind() == TokenKind::ParagraphBreak
                });
            let span = first.span().join(last.span());
            let Some(kind) = self.apposition(rest, &words).filter(|_| is_closed) else {
                break;
            };
            let shifted = Span::try_from(span.start() + end..span.end() + end);
            found.extend(shifted.ok().map(|span| Description::new(kind, span)));
            // After a bracket the next comma may open another.
            tokens.next_if(|token| token.text(rest) == ")");
        }
        found
    }

    /// What words between commas after a name tell.
    fn apposition(self, text: &str, words: &[Token]) -> Option<DescriptionKind> {
        let word = |token: &Token| token.text(text);
        let first = word(&words[0]);
        if words.len() == 1 && is_age(first) {
            return Some(DescriptionKind::Age);
        }
        if words.len() == 1 && is_affiliation(first) {
            return Some(DescriptionKind::Affiliation);
        }
        let head: Vec<&str> = words
            .iter()
            .map(word)
            .take_while(|word| !self.is_preposition(word))
            .collect();
        let begins_so = first.starts_with(char::is_lowercase) || self.owner(first).is_some();
        self.head_kind(&head).filter(|_| begins_so)
    }

    /// What words in place of a name tell: "her mother", "the engineer".
    fn in_place_of_name(self, span: Span) -> Option<Description> {
        let words: Vec<&str> = self.text[span].split_whitespace().collect();
        let head: Vec<&str> = words
            .iter()
            .copied()
            .take_while(|word| !self.is_preposition(word))
            .collect();
        let kind = self.head_kind(&head).filter(|_| words.len() > 1)?;
        Some(Description::new(kind, span))
    }

    fn is_preposition(self, word: &str) -> bool {
        self.is_any(word, Classes::of(&[Class::Preposition]))
    }

    /// What the last of some words, which others describe, tells of a person.
    fn head_kind(self, words: &[&str]) -> Option<DescriptionKind> {
        let head = words.last()?;
        let kin = self.lexicon.language.descriptions.kin;
        let is_owner = |word: &&str| {
            self.owner(word).is_some() || self.is_any(word, Classes::of(&[Class::Possessive]))
        };
        let is_owned = || words.iter().any(is_owner);
        if kin.get(&head.to_lowercase()).is_some() && is_owned() {
            Some(DescriptionKind::Kin)
        } else if self.is_any(head, ROLE) {
            Some(DescriptionKind::Role)
        } else {
            None
        }
    }
}

/// Whether what stands after a mark has nothing to do with what stands before.
fn begins_anew(mark: char) -> bool {
    matches!(mark, '\n' | '(' | '[' | '—' | '–') || can_open(mark) && !is_apostrophe(mark)
}

fn is_word(token: Token) -> bool {
    matches!(
        token.kind(),
        TokenKind::Word | TokenKind::Abbreviation | TokenKind::Number
    )
}

fn is_age(word: &str) -> bool {
    word.parse()
        .is_ok_and(|age: u32| (1..=OLDEST).contains(&age))
}

/// "D-Ill.", "R-Texas"
fn is_affiliation(word: &str) -> bool {
    word.split_once('-').is_some_and(|(party, place)| {
        party.len() <= LONGEST_PARTY
            && party.bytes().all(|byte| byte.is_ascii_uppercase())
            && place.starts_with(|c: char| c.is_ascii_uppercase())
    })
}
