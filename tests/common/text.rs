//! The annotated texts of `tests/data/texts`: their attributions, and all names of those who speak.

use std::ops::Range;

use crate::notation::{Block, Part, Person, Role};

pub(crate) struct Text {
    /// What sort of text it is: the name of its file up to the first hyphen.
    pub(crate) sort: String,
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) attributions: Vec<Expected>,
    /// Contents that may be found or not.
    pub(crate) optional: Vec<Range<usize>>,
    pub(crate) people: Vec<Person>,
}

/// An attribution as it is annotated.
#[derive(Default)]
pub(crate) struct Expected {
    pub(crate) contents: Vec<Range<usize>>,
    pub(crate) cue: Vec<Range<usize>>,
    pub(crate) source: Vec<Range<usize>>,
    /// The names that denote the speaker, the fullest first; none if the text does not tell.
    pub(crate) names: Vec<String>,
}

const OPENING: [char; 5] = ['“', '"', '«', '‘', '\''];
const CLOSING: [char; 5] = ['”', '"', '»', '’', '\''];

impl Text {
    pub(crate) fn new(sort: &str, block: Block<'_>) -> Result<Text, String> {
        let annotated = block.annotated;
        let people: Vec<_> = block
            .answer
            .lines()
            .filter_map(|line| line.strip_prefix("@ "))
            .map(Person::parse)
            .collect();
        let count = annotated.parts.iter().map(|part| part.attribution).max();
        let mut attributions = Vec::new();
        for number in 1..=count.unwrap_or(0) {
            let spans = |role| {
                let parts = annotated.parts.iter();
                let own = move |part: &&Part| part.attribution == number && part.role == role;
                parts
                    .filter(own)
                    .map(|part| part.start..part.end)
                    .collect::<Vec<_>>()
            };
            let contents = spans(Role::Content);
            let Some(first) = contents.first() else {
                let cue = spans(Role::Cue).into_iter().chain(spans(Role::Source));
                let words: Vec<_> = cue.map(|span| &annotated.text[span]).collect();
                return Err(format!("no content for {words:?}"));
            };
            let Some(speaker) = annotated.speakers.get(&number) else {
                return Err(format!(
                    "no speaker of {:?}",
                    &annotated.text[first.clone()]
                ));
            };
            attributions.push(Expected {
                cue: spans(Role::Cue),
                source: spans(Role::Source),
                names: names_of(speaker, &people),
                contents,
            });
        }
        Ok(Text {
            sort: sort.to_owned(),
            name: block.name.to_owned(),
            text: annotated.text,
            attributions,
            optional: annotated.optional,
            people,
        })
    }

    /// Stories are annotated with their lines alone.
    pub(crate) fn is_story(&self) -> bool {
        self.sort == "fiction"
    }
}

/// All names of the one whom this name means; none for `?`.
fn names_of(speaker: &str, people: &[Person]) -> Vec<String> {
    let person = people.iter().find(|person| {
        person.name == speaker || person.aliases.iter().any(|alias| alias == speaker)
    });
    match person {
        _ if speaker == "?" => Vec::new(),
        Some(person) => std::iter::once(&person.name)
            .chain(&person.aliases)
            .cloned()
            .collect(),
        None => vec![speaker.to_owned()],
    }
}

impl Expected {
    /// Whether all its words stand in marks, or after a dash or a label.
    pub(crate) fn is_wholly_quoted(&self, text: &str) -> bool {
        let is_wholly = |content: &Range<usize>| {
            let content = &text[content.clone()];
            content.starts_with(OPENING) && content.ends_with(CLOSING)
        };
        let is_after_dash = text[self.contents[0].start..].starts_with(['—', '–']);
        is_after_dash || self.cue.is_empty() || self.contents.iter().all(is_wholly)
    }

    /// Whether any of its words stand so.
    pub(crate) fn is_quoted(&self, text: &str) -> bool {
        let has_marks = |content: &Range<usize>| {
            let content = &text[content.clone()];
            content.contains(['“', '”', '"', '«', '»', '„'])
                || content.contains(" ‘")
                || content.contains(" '")
        };
        self.is_wholly_quoted(text) || self.contents.iter().any(has_marks)
    }
}

/// How the text tells who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Told {
    ByName,
    ByPronoun,
    ByDescription,
    /// No words name the speaker beside the content.
    NotBeside,
}

const PRONOUNS: &[&str] = &["he", "she", "it", "they", "i", "we", "you", "who", "one"];

impl Expected {
    pub(crate) fn told(&self, text: &str) -> Told {
        let Some(source) = self.source.first() else {
            return Told::NotBeside;
        };
        let source = folded(&text[source.clone()]);
        let proper = self.names.iter().filter(|name| is_proper(name));
        let words: Vec<String> = proper.flat_map(|name| folded(name)).collect();
        if source.len() == 1 && PRONOUNS.contains(&source[0].as_str()) {
            Told::ByPronoun
        } else if source.iter().any(|word| words.contains(word)) {
            Told::ByName
        } else {
            Told::ByDescription
        }
    }
}

/// Whether it is a name and not a description.
pub(crate) fn is_proper(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}

/// The words in lower case, without articles and without signs.
pub(crate) fn folded(name: &str) -> Vec<String> {
    let is_sign = |c: char| !c.is_alphanumeric();
    name.split_whitespace()
        .map(|word| word.to_lowercase().replace(is_sign, ""))
        .filter(|word| !["", "the", "a", "an"].contains(&word.as_str()))
        .collect()
}
