//! The tokens of a document, in their sentences and paragraphs.

use quotation::{Span, TokenKind, Tokenizer};

/// A word or mark with the sentence and paragraph that it stands in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TokenInText {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    pub(crate) sentence: usize,
    pub(crate) paragraph: usize,
}

/// Tokens, ends of lines aside, in text order.
pub(crate) fn tokens(text: &str) -> Vec<TokenInText> {
    let tokenizer = Tokenizer::new();
    let sentences: Vec<Span> = tokenizer.sentences(text).collect();
    let paragraphs: Vec<Span> = tokenizer.paragraphs(text).collect();
    let (mut sentence, mut paragraph) = (0, 0);
    let advance = |spans: &[Span], mut at: usize, start: usize| {
        while at + 1 < spans.len() && spans[at + 1].start() <= start {
            at += 1;
        }
        at
    };
    tokenizer
        .tokens(text)
        .filter(|token| {
            !matches!(
                token.kind(),
                TokenKind::LineBreak | TokenKind::ParagraphBreak
            )
        })
        .map(|token| {
            let span = token.span();
            sentence = advance(&sentences, sentence, span.start());
            paragraph = advance(&paragraphs, paragraph, span.start());
            TokenInText {
                span,
                kind: token.kind(),
                sentence,
                paragraph,
            }
        })
        .collect()
}

/// The first token of a span and the one after its last.
pub(crate) fn range_of(tokens: &[TokenInText], span: Span) -> std::ops::Range<usize> {
    let first = tokens.partition_point(|token| token.span.end() <= span.start());
    let after = tokens.partition_point(|token| token.span.start() < span.end());
    first..after.max(first)
}
