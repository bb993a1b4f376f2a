//! Line ends that only wrap a paragraph: a phrase goes on over them, so no stage sees them.

use crate::token::{Structure, Token, TokenKind, TokenRange};

/// Takes the line breaks within paragraphs out of the tokens, and moves the ranges of the structure
/// to where their tokens stand then.
pub(super) fn unwrap(tokens: &mut Vec<Token>, structure: &mut Structure) {
    let mut wraps: Vec<u32> = Vec::new();
    for paragraph in &structure.paragraphs {
        let breaks = paragraph.range().filter(|&at| is_break(&tokens[at]));
        wraps.extend(breaks.map(|at| at as u32));
    }
    if wraps.is_empty() {
        return;
    }
    shift(&mut structure.sentences, &wraps);
    shift(&mut structure.paragraphs, &wraps);
    let mut next = wraps.into_iter().peekable();
    let mut at = 0;
    tokens.retain(|_| {
        let wraps = next.next_if_eq(&at).is_some();
        at += 1;
        !wraps
    });
}

fn is_break(token: &Token) -> bool {
    token.kind() == TokenKind::LineBreak
}

/// Moves ranges, which are in order, by the tokens taken out before their ends.
fn shift(ranges: &mut [TokenRange], gone: &[u32]) {
    let mut before = 0;
    let mut moved = |end: u32| {
        while gone.get(before as usize).is_some_and(|&at| at < end) {
            before += 1;
        }
        end - before
    };
    for range in ranges {
        range.start = moved(range.start);
        range.end = moved(range.end);
    }
}
