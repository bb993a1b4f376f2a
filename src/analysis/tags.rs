//! The part of speech of each token, by what its word can be and by the words beside it.

use super::Analysis;
use crate::language::{Tag, TaggingContext};
use crate::token::{Token, TokenKind};

/// Tags the words whose tags depend on their context, from left to right. All others have theirs.
pub(super) fn tag(analysis: &mut Analysis<'_>) {
    let Analysis {
        text,
        tokens,
        words,
        sentences,
        ..
    } = analysis;
    let by_context = analysis.language.tagging.by_context;
    let mut open = analysis.open.iter().map(|at| at.index()).peekable();
    for sentence in *sentences {
        let sentence = sentence.range();
        while let Some(at) = open.next_if(|&at| at < sentence.end) {
            let context = TaggingContext::of(text, tokens, words, sentence.clone(), at);
            words[at].tag = by_context(&context);
        }
    }
}

/// The tag of a token that is no word.
#[inline]
pub(super) fn of_sign(text: &str, token: Token) -> Tag {
    match token.kind() {
        TokenKind::Punctuation => PUNCTUATION[usize::from(text.as_bytes()[token.span().start()])],
        TokenKind::Mark(_) => Tag::Mark,
        kind => of_rare_sign(kind),
    }
}

#[inline(never)]
fn of_rare_sign(kind: TokenKind) -> Tag {
    match kind {
        TokenKind::Number => Tag::Number,
        TokenKind::Url | TokenKind::Email | TokenKind::Handle | TokenKind::Hashtag => Tag::Name,
        TokenKind::Dash => Tag::Dash,
        TokenKind::Ellipsis => Tag::Stop,
        _ => Tag::Other,
    }
}

/// The tag of a mark of punctuation by its first byte, which is all of it if it is one of these.
static PUNCTUATION: [Tag; 256] = {
    let mut tags = [Tag::Other; 256];
    let signs: &[(&[u8], Tag)] = &[
        (b",", Tag::Comma),
        (b":", Tag::Colon),
        (b";", Tag::Semicolon),
        (b"([", Tag::Open),
        (b")]", Tag::Close),
        (b".!?", Tag::Stop),
        (b"&", Tag::Coordinator),
    ];
    let mut group = 0;
    while group < signs.len() {
        let (bytes, tag) = signs[group];
        let mut at = 0;
        while at < bytes.len() {
            tags[bytes[at] as usize] = tag;
            at += 1;
        }
        group += 1;
    }
    tags
};
