//! Speech without marks around it, set among the quotes that have them.

use super::data::{Quote, QuoteId, QuoteKind, QuoteStyle};
use super::reporting_clause::ReportingClauses;
use super::turns::Turns;
use super::{bbcode, block, dash, script};
use crate::span::Span;

/// Adds the speech that a dash or a label begins, where the document has that convention, and that after `>`.
pub(super) fn add(
    clauses: ReportingClauses<'_>,
    turns: Turns<'_>,
    marked: Vec<Quote>,
) -> Vec<Quote> {
    let speeches = marked
        .iter()
        .filter(|quote| quote.depth == 0 && quote.kind == QuoteKind::Speech)
        .count();
    let mut found: Vec<Speech> = Vec::new();
    found.extend(
        dash::speeches(clauses, &turns.dashes, speeches)
            .into_iter()
            .map(|span| (vec![span], QuoteStyle::Dash)),
    );
    found.extend(
        script::speeches(clauses, &turns)
            .into_iter()
            .map(|pieces| (pieces, QuoteStyle::Script)),
    );
    found.extend(
        block::speeches(clauses, turns.blocks)
            .into_iter()
            .map(|pieces| (pieces, QuoteStyle::Block)),
    );
    found.extend(
        bbcode::speeches(clauses.text)
            .into_iter()
            .map(|pieces| (pieces, QuoteStyle::Script)),
    );
    found.sort_by_key(|(pieces, _)| pieces[0].start());
    let found = without_conflicts(found, &marked);
    merge(marked, found)
}

type Speech = (Vec<Span>, QuoteStyle);

fn whole(pieces: &[Span]) -> Span {
    pieces[0].join(pieces[pieces.len() - 1])
}

/// Drops what crosses a quote with marks, lies in one or starts with one.
fn without_conflicts(found: Vec<Speech>, marked: &[Quote]) -> Vec<Speech> {
    let outermost: Vec<&Quote> = marked.iter().filter(|quote| quote.depth == 0).collect();
    let mut kept: Vec<Speech> = Vec::with_capacity(found.len());
    let mut free_from = 0;
    for (pieces, style) in found {
        let span = whole(&pieces);
        let first = outermost.partition_point(|quote| quote.span.end() <= span.start());
        let mut within = outermost[first..]
            .iter()
            .take_while(|quote| quote.span.start() < span.end());
        let fits = span.start() >= free_from
            && within
                .all(|quote| span.start() < quote.span.start() && quote.span.end() <= span.end());
        if fits {
            free_from = span.end();
            kept.push((pieces, style));
        }
    }
    kept
}

/// Sets speech without marks among quotes with them; it becomes the parent of those in it.
fn merge(marked: Vec<Quote>, found: Vec<Speech>) -> Vec<Quote> {
    if found.is_empty() {
        return marked;
    }
    let mut quotes: Vec<Quote> = Vec::with_capacity(marked.len() + found.len());
    // Where each quote with marks has come to stand.
    let mut positions: Vec<QuoteId> = Vec::with_capacity(marked.len());
    let mut found = found.into_iter().peekable();
    let mut around: Option<(QuoteId, usize)> = None;
    for mut quote in marked {
        while let Some(speech) = found.next_if(|(pieces, _)| pieces[0].start() < quote.span.start())
        {
            around = Some((QuoteId::new(quotes.len()), whole(&speech.0).end()));
            quotes.push(unmarked(speech));
        }
        let outer = around.filter(|&(_, end)| quote.span.start() < end);
        quote.depth += u32::from(outer.is_some());
        quote.parent = match quote.parent {
            Some(parent) => Some(positions[parent.index()]),
            None => outer.map(|(id, _)| id),
        };
        positions.push(QuoteId::new(quotes.len()));
        quotes.push(quote);
    }
    quotes.extend(found.map(unmarked));
    quotes
}

fn unmarked((pieces, style): Speech) -> Quote {
    Quote {
        span: whole(&pieces),
        pieces: if pieces.len() > 1 { pieces } else { Vec::new() },
        parent: None,
        depth: 0,
        opened: true,
        closed: true,
        kind: QuoteKind::Speech,
        style,
    }
}
