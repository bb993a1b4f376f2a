//! Line ends that only wrap a paragraph: a phrase goes on over them, so no stage sees them.

use crate::ids::TokenId;
use crate::token::{Structure, Token, TokenRange};

/// Takes the line breaks within paragraphs out of the tokens, and moves the ranges of the structure
/// to where their tokens stand then.
pub(super) fn unwrap(tokens: &mut Vec<Token>, structure: &mut Structure) {
    let Structure {
        sentences,
        paragraphs,
        wraps,
        ..
    } = structure;
    if wraps.is_empty() {
        return;
    }
    shift(sentences, wraps);
    shift(paragraphs, wraps);
    let mut end = wraps[0].index();
    let after = wraps[1..].iter().map(|at| at.index());
    for (wrap, next) in wraps.iter().zip(after.chain([tokens.len()])) {
        let line = wrap.index() + 1..next;
        tokens.copy_within(line.clone(), end);
        end += line.len();
    }
    tokens.truncate(end);
    wraps.clear();
}

/// Moves ranges, which are in order, by the tokens taken out before their ends.
fn shift(ranges: &mut [TokenRange], gone: &[TokenId]) {
    let mut before = 0;
    let mut moved = |end: TokenId| {
        while gone.get(before).is_some_and(|&at| at < end) {
            before += 1;
        }
        TokenId::new(end.index() - before)
    };
    for range in ranges {
        range.start = moved(range.start);
        range.end = moved(range.end);
    }
}
