//! Names as a text writes them: the one reading of title, words and gender.

use super::name;
use super::text::{lowercase, text_of};
use super::title::Title;
use crate::analysis::mention::Mention;
use crate::analysis::{Analysis, Shape};
use crate::ids::TokenId;
use crate::kinds::Gender;
use crate::language::{Class, Classes, Facts, Language};

/// A name with its title, without full stops after its words: "Mr. Bennet", "Lady Catherine de Bourgh".
#[derive(Clone, Debug)]
pub(super) struct WrittenName<'t> {
    pub(super) title: Title,
    /// Spelt out; empty if there is none.
    pub(super) title_word: &'t str,
    pub(super) words: Vec<&'t str>,
    /// What stands between marks within it.
    pub(super) nickname: Option<&'t str>,
    /// All of it as it stands in the text.
    pub(super) text: &'t str,
    /// What the given name suggests.
    pub(super) gender: Option<Gender>,
    /// Whether it begins with what it is the name of: "Hotel Quill".
    pub(super) is_of_thing: bool,
}

impl<'t> WrittenName<'t> {
    /// The name of a mention, which has one.
    pub(super) fn of(analysis: &Analysis<'t>, mention: &Mention) -> WrittenName<'t> {
        let title_token = title(analysis, mention);
        let (mut title, mut title_word) = (Title::None, "");
        if let Some(token) = title_token {
            let facts = analysis.word(token).facts;
            (title, title_word) = titled(analysis.token_text(token), facts, analysis.language);
        }
        let words: Vec<&'t str> = words(analysis, mention).collect();
        let given = analysis.word(mention.name.0).facts;
        let has_several = words.len() > 1;
        // In "Sergeant Leslie" that is the family name.
        let tells = has_several || title != Title::Office && given.is(Class::GivenName);
        let is_of_thing = has_several
            && title == Title::None
            && given.is(Class::OrganisationNoun)
            && !given.is_any(Classes::of(&[Class::GivenName, Class::Surname]));
        let gender = given.gender().filter(|_| tells);
        let first = title_token.unwrap_or(mention.name.0);
        WrittenName {
            title,
            title_word,
            words,
            nickname: name::nickname(analysis, mention),
            text: text_of(analysis, first, mention.name.1),
            gender,
            is_of_thing,
        }
    }

    /// The name in lower case with its title.
    pub(super) fn key(&self) -> String {
        key(self.title_word, &self.words)
    }

    /// The name in lower case without its title, if it has one.
    pub(super) fn bare_key(&self) -> Option<String> {
        (self.title != Title::None).then(|| key("", &self.words))
    }
}

/// The title before a name or within it. The last one tells most: "Professor Sir".
fn title(analysis: &Analysis<'_>, mention: &Mention) -> Option<TokenId> {
    let (first, end) = mention.name;
    let is_title = |&at: &TokenId| {
        let word = analysis.word(at);
        word.shape.has(Shape::CAPITAL) && word.is(Class::Title)
    };
    let before = mention.first.up_to(first).rfind(is_title);
    // "Justice Department" is no Department with a title.
    let may_have_title = !analysis.word(mention.head).is(Class::OrganisationNoun);
    before.or_else(|| {
        let several = may_have_title && first.next() < end && has_several_words(analysis, mention);
        // "Dean Berg" may bear the name Dean.
        let word = analysis.word(first);
        (several && word.is(Class::Title) && !word.is(Class::GivenName)).then_some(first)
    })
}

fn has_several_words(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    name::words(analysis, mention).nth(1).is_some()
}

/// The words of a name without its title, as they are compared.
pub(super) fn words<'t>(
    analysis: &Analysis<'t>,
    mention: &Mention,
) -> impl Iterator<Item = &'t str> {
    let is_title_within = title(analysis, mention) == Some(mention.name.0);
    let words = name::words(analysis, mention).skip(usize::from(is_title_within));
    words.map(without_stop)
}

/// The first token of a name with its title.
pub(super) fn first_token(analysis: &Analysis<'_>, mention: &Mention) -> TokenId {
    title(analysis, mention).unwrap_or(mention.name.0)
}

/// A word of a name as it is compared: "J" of "J."
pub(super) fn without_stop(word: &str) -> &str {
    match word.trim_end_matches('.') {
        "" => word,
        word => word,
    }
}

/// What a word tells as a title, and that word spelt out.
pub(super) fn titled<'t>(
    text: &'t str,
    facts: Facts,
    language: &'static Language,
) -> (Title, &'t str) {
    let word = without_stop(text);
    let title = Title::of(word, facts, &language.titles);
    let spelt_out = language.names.spelt_out(&lowercase(word));
    (title, spelt_out.unwrap_or(word))
}

/// A name in lower case with its title.
pub(super) fn key<W: AsRef<str>>(title: &str, words: &[W]) -> String {
    let mut key = title.to_lowercase();
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&word.as_ref().to_lowercase());
    }
    key
}
