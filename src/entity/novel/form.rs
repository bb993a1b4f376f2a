//! The names that a novel uses, each with how often and for what.

use super::super::cast::KnownNames;
use super::super::entities::{single_spaced, text_of};
use super::super::name;
use super::super::resolution::Resolution;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, ChunkKind, Shape, Tag};
use crate::hash::WordMap;
use crate::ids::{ChunkId, EntityId, TokenId, id};
use crate::kinds::Gender;
use crate::language::{Class, Facts, Language, Titles};

/// What a title tells of its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Title {
    None,
    /// Mr., Sir, Uncle
    Man,
    /// Mrs., Madame
    Wife,
    /// Miss, Mademoiselle
    Maid,
    /// Lady, Aunt
    Woman,
    /// Dr., Captain
    Office,
}

impl Title {
    /// What a word in lower case tells before a name; [`Title::None`] for what is no title.
    pub(super) fn of(word: &str, facts: Facts, titles: &Titles) -> Title {
        if titles.of_wives.contains(&word) {
            Title::Wife
        } else if titles.of_unmarried.contains(&word) {
            Title::Maid
        } else if !facts.is(Class::Title) {
            Title::None
        } else if facts.is(Class::Male) {
            Title::Man
        } else if facts.is(Class::Female) {
            Title::Woman
        } else {
            Title::Office
        }
    }

    pub(in super::super) fn gender(self) -> Option<Gender> {
        match self {
            Title::Man => Some(Gender::Male),
            Title::Wife | Title::Maid | Title::Woman => Some(Gender::Female),
            Title::None | Title::Office => None,
        }
    }
}

id! {
    /// One way to name somebody, by its place among all.
    pub(super) struct FormId
}

/// One way to name somebody: "Mr. Bennet", "Elizabeth", "Lady Catherine de Bourgh".
#[derive(Clone, Debug)]
pub(in super::super) struct Form {
    pub(in super::super) title: Title,
    /// The title in lower case, spelt out; empty if there is none.
    pub(in super::super) title_word: String,
    /// The words of the name in lower case.
    pub(in super::super) words: Vec<String>,
    /// As the text writes it first, with its title.
    pub(super) text: String,
    /// What the given name suggests.
    pub(super) gender: Option<Gender>,
    pub(super) count: u32,
    /// How often it looks like a person's name or stands beside a reporting verb.
    pub(super) as_person: u32,
    /// How often it stands behind a preposition, and how often behind one that goes with places.
    behind_preposition: u32,
    as_place: u32,
    /// How often "the" stands before it: "the Quills".
    behind_the: u32,
    pub(super) person: Option<EntityId>,
    /// How it was found who that is.
    pub(super) resolution: Resolution,
}

impl Form {
    pub(in super::super) fn key(&self) -> String {
        key(&self.title_word, &self.words)
    }

    /// The first word of several, where it is no more than a title.
    pub(super) fn given(&self) -> Option<&str> {
        (self.words.len() > 1).then(|| self.words[0].as_str())
    }

    pub(super) fn family(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Whether "the" stands before it most of the time, as before the name of a family.
    pub(super) fn has_article(&self) -> bool {
        2 * self.behind_the >= self.count
    }

    /// Whether the text goes to it and stays in it as one does with a house or a town.
    pub(super) fn is_place(&self) -> bool {
        self.title == Title::None
            && 2 * self.behind_preposition >= self.count
            && 8 * self.as_place >= self.count
    }
}

/// A name in lower case with its title.
pub(in super::super) fn key(title: &str, words: &[String]) -> String {
    let mut key = title.to_owned();
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// All forms by first use, and which one each mention is.
#[derive(Debug, Default)]
pub(super) struct Forms {
    pub(super) all: Vec<Form>,
    pub(super) of_mention: Vec<Option<FormId>>,
}

impl Forms {
    pub(super) fn of(analysis: &Analysis<'_>, mentions: &Mentions, known: &KnownNames) -> Forms {
        let mut forms = Forms {
            all: Vec::new(),
            of_mention: Vec::with_capacity(mentions.all.len()),
        };
        let mut by_key: WordMap<String, FormId> = WordMap::default();
        // Most names stand in a text more than once, written in the same way.
        let mut written: WordMap<(&str, usize), FormId> = WordMap::default();
        for mention in &mentions.all {
            if !mention.is_named() || known.ignores(analysis, mention) {
                forms.of_mention.push(None);
                continue;
            }
            let first = title_before(analysis, mention).unwrap_or(mention.name.0);
            let text = text_of(analysis, first, mention.name.1);
            let number = *written
                .entry((text, mention.name.0.index() - first.index()))
                .or_insert_with(|| {
                    let form = form(analysis, mention, first);
                    *by_key.entry(form.key()).or_insert_with(|| {
                        forms.all.push(form);
                        FormId::new(forms.all.len() - 1)
                    })
                });
            let form = &mut forms.all[number.index()];
            form.count += 1;
            let person = matches!(mention.nature, Nature::Person | Nature::Open);
            form.as_person += u32::from(person) + 4 * u32::from(speaks(analysis, mention));
            let article = first.min(mention.first);
            form.behind_the +=
                u32::from(article < first && analysis.word(article).is_whole(Class::Definite));
            if let Some(preposition) = preposition_before(analysis, mention) {
                form.behind_preposition += 1;
                form.as_place += u32::from(goes_with_places(analysis, preposition));
            }
            forms.of_mention.push(Some(number));
        }
        forms
    }
}

/// The form in which a mention names somebody.
pub(in super::super) fn read(analysis: &Analysis<'_>, mention: &Mention) -> Form {
    let first = title_before(analysis, mention).unwrap_or(mention.name.0);
    form(analysis, mention, first)
}

/// A word of a name as it is compared.
pub(in super::super) fn lower(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}

/// The form of a mention that begins with the token `first`.
fn form(analysis: &Analysis<'_>, mention: &Mention, first: TokenId) -> Form {
    let mut words: Vec<String> = name::words(analysis, mention).map(lower).collect();
    let (mut title, mut title_word) = (Title::None, String::new());
    let within = first == mention.name.0;
    if !within || words.len() > 1 && analysis.word(first).is(Class::Title) {
        (title, title_word) = titled(
            analysis.token_text(first),
            analysis.word(first).facts,
            analysis.language,
        );
        if within {
            words.remove(0);
        }
    }
    let given = analysis.word(mention.name.0).facts;
    Form {
        title,
        title_word,
        text: single_spaced(text_of(analysis, first, mention.name.1)).into_owned(),
        gender: match (given.is(Class::Male), given.is(Class::Female)) {
            (true, false) if words.len() > 1 || given.is(Class::GivenName) => Some(Gender::Male),
            (false, true) if words.len() > 1 || given.is(Class::GivenName) => Some(Gender::Female),
            _ => None,
        },
        words,
        count: 0,
        as_person: 0,
        behind_preposition: 0,
        as_place: 0,
        behind_the: 0,
        person: None,
        resolution: Resolution::Unresolved,
    }
}

/// The title before a name. The last one tells most: "Professor Sir".
fn title_before(analysis: &Analysis<'_>, mention: &Mention) -> Option<TokenId> {
    mention.first.up_to(mention.name.0).rfind(|&at| {
        analysis.word(at).shape.has(Shape::CAPITAL) && analysis.word(at).is(Class::Title)
    })
}

/// A title and its word in lower case, spelt out.
pub(in super::super) fn titled(text: &str, facts: Facts, language: &Language) -> (Title, String) {
    let word = lower(text);
    let title = Title::of(&word, facts, &language.titles);
    let whole = language.names.spelt_out(&word);
    (title, whole.map_or(word, str::to_owned))
}

/// Writes the words of a description in lower case, without its article, into `key`.
pub(in super::super) fn describe(analysis: &Analysis<'_>, mention: &Mention, key: &mut String) {
    let end = mention.end.max(mention.head.next());
    key.clear();
    for at in mention.first.up_to(end) {
        if at == mention.first && at < mention.head && analysis.word(at).tag == Tag::Determiner {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        let word = analysis.token_text(at);
        if word.is_ascii() {
            let first = key.len();
            key.push_str(word);
            key[first..].make_ascii_lowercase();
        } else {
            key.push_str(&word.to_lowercase());
        }
    }
}

/// The preposition right before an mention.
fn preposition_before(analysis: &Analysis<'_>, mention: &Mention) -> Option<ChunkId> {
    let before = analysis.previous_sibling(mention.chunk)?;
    (!mention.possessor && analysis.chunk(before).kind == ChunkKind::Preposition).then_some(before)
}

/// "in Quillby", "a house at Quillby", not "looked at Marta"
fn goes_with_places(analysis: &Analysis<'_>, preposition: ChunkId) -> bool {
    let word = analysis.word(analysis.chunk(preposition).first);
    let behind_verb = || {
        let before = analysis.previous_sibling(preposition);
        before.is_some_and(|chunk| matches!(analysis.chunk(chunk).kind, ChunkKind::VerbGroup(_)))
    };
    let names = &analysis.language.names;
    word.is_one_of(names.before_places)
        || word.is_one_of(names.before_places_without_verb) && !behind_verb()
}

/// Whether a reporting verb stands beside an mention, and a quote beside that.
pub(super) fn speaks(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    if analysis.enclosing[mention.chunk.index()].is_some() {
        return false;
    }
    let reports = |chunk: ChunkId| {
        let chunk = analysis.chunk(chunk);
        matches!(chunk.kind, ChunkKind::VerbGroup(_)) && analysis.word(chunk.head).is(Class::Report)
    };
    let opens = |chunk: ChunkId| matches!(analysis.chunk(chunk).kind, ChunkKind::Opening(_));
    let before = analysis.previous_sibling(mention.chunk);
    let behind = analysis.next_sibling(mention.chunk);
    let inverted = before
        .filter(|&chunk| reports(chunk))
        .and_then(|chunk| analysis.previous_sibling(chunk));
    let quote_before_subject = behind.is_some_and(reports) && before.is_some_and(opens);
    inverted.is_some_and(opens) || quote_before_subject
}
