//! The words of names.

use crate::analysis::mention::{Mention, Mentions, NICKNAME_MARKS};
use crate::analysis::{Analysis, Tag};
use crate::ids::TokenId;
use crate::kinds::MentionKind;
use crate::language::{Class, Names};

/// The words of a mention's name, without suffixes' commas, endings of possessives and nicknames in marks.
pub(super) fn words<'t>(
    analysis: &Analysis<'t>,
    mention: &Mention,
) -> impl DoubleEndedIterator<Item = &'t str> + Clone {
    mention.name.0.up_to(mention.name.1).filter_map(|at| {
        let word = analysis.word(at);
        let is_mark = matches!(word.tag, Tag::Comma | Tag::Mark | Tag::Open | Tag::Close);
        let belongs = !is_mark && !is_between_marks(analysis, mention, at);
        belongs.then(|| &analysis.token_text(at)[..word.base as usize])
    })
}

/// The last word of a nickname within a name: "Ruthie" of "Ruth (Ruthie) Vale".
pub(super) fn nickname<'t>(analysis: &Analysis<'t>, mention: &Mention) -> Option<&'t str> {
    let mut words = mention.name.0.up_to(mention.name.1).rev();
    let at = words.find(|&at| {
        analysis.word(at).tag != Tag::Comma
            && !NICKNAME_MARKS.has(analysis.word(at).tag)
            && is_between_marks(analysis, mention, at)
    })?;
    Some(analysis.token_text(at))
}

/// The fewest tokens of a name if another stands between marks in it and belongs to it.
const SHORTEST_WITH_NICKNAME: usize = 4;

/// Whether a word of a name stands between marks, alone or with another: Ruth (Ruthie) Vale.
fn is_between_marks(analysis: &Analysis<'_>, mention: &Mention, at: TokenId) -> bool {
    let (first, end) = mention.name;
    if first.plus(SHORTEST_WITH_NICKNAME) > end {
        return false;
    }
    let is_mark = |at: TokenId| NICKNAME_MARKS.has(analysis.word(at).tag);
    let before = |count| {
        at.minus(count)
            .is_some_and(|at| at > mention.name.0 && is_mark(at))
    };
    let after = |count| at.plus(count) < mention.name.1 && is_mark(at.plus(count));
    before(1) && (after(1) || after(2)) || before(2) && after(1)
}

/// The family name that a given name shares with the one after "and": "Adeyemi" for Daniel in
/// "Daniel and Ruth Adeyemi".
#[inline]
pub(super) fn shared_family<'t>(
    analysis: &Analysis<'t>,
    mentions: &Mentions,
    mention: &Mention,
) -> Option<&'t str> {
    let alone = mention.first.next() == mention.end && mention.kind != MentionKind::Pronoun;
    if !alone || !analysis.word(mention.head).is(Class::GivenName) {
        return None;
    }
    family_after(analysis, mentions, mention)
}

/// The family name of the name that "and" joins to a mention.
fn family_after<'t>(
    analysis: &Analysis<'t>,
    mentions: &Mentions,
    mention: &Mention,
) -> Option<&'t str> {
    let and = analysis.next_sibling(mention.chunk)?;
    let joined = analysis.first_word(and).is_whole(Class::Additive);
    let after = mentions
        .of_chunk(analysis.next_sibling(and)?)
        .filter(|_| joined)?;
    let after = &mentions.all[after.index()];
    let given = analysis.word(after.name.0).is(Class::GivenName);
    let words = words(analysis, after);
    let last = words.clone().next_back().unwrap_or_default();
    let has_suffix = analysis.language.names.suffix(last).is_some();
    (given && words.clone().nth(1).is_some())
        .then(|| family(&analysis.language.names, has_suffix, words.rev()))
}

/// The family name of a name whose words come from the last one on: the last one, or the one before a
/// suffix, without the article of "al-Masri".
pub(super) fn family<'t>(
    names: &Names,
    has_suffix: bool,
    mut backwards: impl Iterator<Item = &'t str>,
) -> &'t str {
    let Some(mut last) = backwards.next() else {
        return "";
    };
    if has_suffix {
        last = backwards.next().unwrap_or(last);
    }
    // Byte by byte, which for a word takes less time than a search.
    let Some(hyphen) = last.bytes().position(|byte| byte == b'-') else {
        return last;
    };
    match names.is_article(&last[..hyphen]) {
        true => &last[hyphen + 1..],
        false => last,
    }
}

/// "J." and "John".
pub(super) fn is_initial(initial: &str, name: &str) -> bool {
    let mut letters = initial.trim_end_matches('.').chars();
    let is_same = |(one, other): (char, char)| one.to_lowercase().eq(other.to_lowercase());
    letters.next().zip(name.chars().next()).is_some_and(is_same) && letters.next().is_none()
}
