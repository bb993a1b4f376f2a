//! The words of mentions as results give them.

use std::borrow::Cow;

use crate::analysis::Analysis;
use crate::analysis::mention::Mention;
use crate::ids::TokenId;
use crate::span::Span;

/// The words of a mention, without the ending of a possessive.
pub(crate) fn span(analysis: &Analysis<'_>, mention: &Mention) -> Span {
    let start = analysis.tokens[mention.first.index()].span().start();
    let end = mention.end_with_head();
    let last = end.previous().unwrap_or(mention.first);
    let token = analysis.tokens[last.index()].span();
    let end = token.start() + analysis.word(last).base as usize;
    Span::new(start, end).unwrap_or(token)
}

/// The text of tokens, without the ending of a possessive.
pub(super) fn text_of<'t>(analysis: &Analysis<'t>, first: TokenId, end: TokenId) -> &'t str {
    let last = end.previous().unwrap_or(first);
    let [start, last_start] = [first, last].map(|at| analysis.tokens[at.index()].span().start());
    &analysis.text[start..last_start + analysis.word(last).base as usize]
}

/// A name as it is shown, without what stands in brackets: "Ruth Vale" of "Ruth (Ruthie) Vale".
pub(super) fn shown_name(text: &str) -> Cow<'_, str> {
    let brackets = || {
        let (before, rest) = text.split_once(" (")?;
        Some((before, rest.split_once(") ")?.1))
    };
    match text.contains('(').then(brackets).flatten() {
        Some((before, after)) => Cow::Owned(format!(
            "{} {}",
            single_spaced(before),
            single_spaced(after)
        )),
        None => single_spaced(text),
    }
}

/// Whether a name is written in capitals, as in a heading or a signature.
pub(super) fn is_shouted(name: &str) -> bool {
    !name.contains(char::is_lowercase)
}

/// A word in lower case.
pub(super) fn lowercase(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Cow::Borrowed(word)
    } else if word.is_ascii() {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// A text with its white space made single.
pub(super) fn single_spaced(text: &str) -> Cow<'_, str> {
    let single = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
    if is_single_spaced_ascii(text.as_bytes()) || text.split(' ').all(single) {
        return Cow::Borrowed(text);
    }
    let mut name = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    Cow::Owned(name)
}

/// Most names are: told without decoding characters.
fn is_single_spaced_ascii(text: &[u8]) -> bool {
    let mut before = b' ';
    text.iter().all(|&byte| {
        let single = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        single
    }) && before != b' '
}
