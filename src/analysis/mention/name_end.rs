//! What stands after a name and is no part of it: parties, degrees and honours.

use super::data::{Mention, PERSONAL};
use crate::analysis::{Analysis, Shape, Tag};
use crate::ids::TokenId;
use crate::language::Class;

/// The end of a name, its party left out: "Paul Ryan, R-Wis."
pub(super) fn before_party(analysis: &Analysis<'_>, first: TokenId, mention: &Mention) -> TokenId {
    let parts = |at: &TokenId| {
        analysis.word(*at).tag == Tag::Comma && !analysis.word(at.next()).is(Class::Suffix)
    };
    let end = first.up_to(mention.end).find(parts);
    end.unwrap_or(mention.end).max(mention.head.next())
}

/// The end of a name without degrees and honours, which are no part of it: "Anna Holt" of "Anna Holt QC" and of
/// "Anna Holt, Ph.D.", but all of "Tom Reed Jr."
pub(super) fn before_honours(analysis: &Analysis<'_>, first: TokenId, end: TokenId) -> TokenId {
    let is_honour = |at: TokenId| {
        let word = analysis.word(at);
        let text = analysis.token_text(at).trim_end_matches('.');
        // "Ao" is a name, "AO" after names in small letters an honour.
        let stands_out = word.shape.has(Shape::ALL_CAPITALS)
            && at
                .previous()
                .is_some_and(|before| !analysis.word(before).shape.has(Shape::ALL_CAPITALS));
        word.is(Class::Suffix)
            && (stands_out || !word.is_any(PERSONAL))
            && (!word.is(Class::Title) || word.shape.has(Shape::ALL_CAPITALS))
            && analysis.language.names.suffix(text).is_none()
    };
    let mut last = end;
    while let Some(at) = last.previous().filter(|&at| at > first) {
        if !is_honour(at) && analysis.word(at).tag != Tag::Comma {
            break;
        }
        last = at;
    }
    last
}
