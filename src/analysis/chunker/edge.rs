//! Where quotes start and end among the tokens.

use crate::gallop::count_leading;
use crate::ids::TokenId;
use crate::quote::{Quote, QuoteId};
use crate::token::{Token, TokenKind};

/// Where a quote starts or ends among the tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// The first token of the quote, or its closing mark; without a mark the token after it.
    pub(super) token: TokenId,
    pub(super) quote: QuoteId,
    pub(super) closes: bool,
    /// Whether that token is the quotation mark itself.
    pub(super) mark: bool,
}

/// The edges of all quotes in text order, each quote's inside those of its parent.
pub(super) fn edges(tokens: &[Token], quotes: &[Quote]) -> Vec<Edge> {
    let mut edges = Vec::with_capacity(2 * quotes.len());
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    let close = |at: &mut usize, quote: usize, edges: &mut Vec<Edge>| {
        let end = quotes[quote].span().end();
        *at += count_leading(&tokens[*at..], |token| token.span().end() < end);
        let mark = *at < tokens.len()
            && matches!(tokens[*at].kind(), TokenKind::Mark(_))
            && tokens[*at].span().end() == end
            && quotes[quote].is_closed();
        if !mark && *at < tokens.len() && tokens[*at].span().start() < end {
            *at += 1;
        }
        edges.push(Edge {
            token: TokenId::new(*at),
            quote: QuoteId::new(quote),
            closes: true,
            mark,
        });
        if mark {
            *at += 1;
        }
    };
    for (number, quote) in quotes.iter().enumerate() {
        let start = quote.span().start();
        while let Some(&last) = open.last()
            && quotes[last].span().end() <= start
        {
            open.pop();
            close(&mut at, last, &mut edges);
        }
        at += count_leading(&tokens[at..], |token| token.span().start() < start);
        let mark = at < tokens.len()
            && matches!(tokens[at].kind(), TokenKind::Mark(_))
            && tokens[at].span().start() == start;
        edges.push(Edge {
            token: TokenId::new(at),
            quote: QuoteId::new(number),
            closes: false,
            mark,
        });
        if mark {
            at += 1;
        }
        open.push(number);
    }
    while let Some(last) = open.pop() {
        close(&mut at, last, &mut edges);
    }
    edges
}
