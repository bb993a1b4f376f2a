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
#[derive(Debug)]
pub(super) struct Edges<'t> {
    tokens: &'t [Token],
    quotes: &'t [Quote],
    /// The next quote to open.
    next: usize,
    /// The quotes that are open, the innermost last.
    open: Vec<usize>,
    /// The token that is reached.
    at: usize,
}

impl<'t> Edges<'t> {
    pub(super) fn of(tokens: &'t [Token], quotes: &'t [Quote]) -> Edges<'t> {
        Edges {
            tokens,
            quotes,
            next: 0,
            open: Vec::new(),
            at: 0,
        }
    }

    fn open(&mut self, number: usize, start: usize) -> Edge {
        let tokens = self.tokens;
        self.at += count_leading(&tokens[self.at..], |token| token.span().start() < start);
        let here = tokens.get(self.at);
        let mark = here.is_some_and(|here| is_mark(*here) && here.span().start() == start);
        let token = TokenId::new(self.at);
        self.at += usize::from(mark);
        Edge {
            token,
            quote: QuoteId::new(number),
            closes: false,
            mark,
        }
    }

    fn close(&mut self, number: usize) -> Edge {
        let (tokens, quote) = (self.tokens, &self.quotes[number]);
        let end = quote.span().end();
        self.at += count_leading(&tokens[self.at..], |token| token.span().end() < end);
        let here = tokens.get(self.at);
        let mark = quote.is_closed()
            && here.is_some_and(|here| is_mark(*here) && here.span().end() == end);
        if !mark && here.is_some_and(|here| here.span().start() < end) {
            self.at += 1;
        }
        let token = TokenId::new(self.at);
        self.at += usize::from(mark);
        Edge {
            token,
            quote: QuoteId::new(number),
            closes: true,
            mark,
        }
    }
}

impl Iterator for Edges<'_> {
    type Item = Edge;

    fn next(&mut self) -> Option<Edge> {
        let next = self.quotes.get(self.next).map(|quote| quote.span().start());
        if let Some(&last) = self.open.last()
            && next.is_none_or(|next| self.quotes[last].span().end() <= next)
        {
            self.open.pop();
            return Some(self.close(last));
        }
        let number = self.next;
        let edge = self.open(number, next?);
        self.open.push(number);
        self.next += 1;
        Some(edge)
    }
}

fn is_mark(token: Token) -> bool {
    matches!(token.kind(), TokenKind::Mark(_))
}
