//! Which answers to the questions about cues are right, by the annotation.

use quotation::Span;
use quotation::fit::Question;

use super::news::extent;
use crate::gold::{Document, Extent, Quotation, overlap};

/// How many bytes an annotated edge may lie off the nearest candidate.
const TOLERANCE: usize = 12;
/// Content that is farther from its cue belongs to another sentence.
const FAR: usize = 200;

/// The annotated attributions of a document, as the questions about it come.
pub(super) struct Answers<'d> {
    text: &'d str,
    quotations: &'d [Quotation],
    /// Where the head of the cue of each begins, once it was found.
    heads: Vec<Option<usize>>,
}

impl<'d> Answers<'d> {
    pub(super) fn new(document: &'d Document) -> Answers<'d> {
        Answers {
            text: &document.text,
            quotations: &document.quotations,
            heads: vec![None; document.quotations.len()],
        }
    }

    /// How many annotated cues were not asked about.
    pub(super) fn missed(&self) -> usize {
        self.heads.iter().filter(|head| head.is_none()).count()
    }

    /// Which answers are right; none if the annotation does not tell.
    pub(super) fn right(&mut self, question: &Question) -> Vec<bool> {
        let all = question.candidates.len();
        let only = |right: usize| (0..all).map(|number| number == right).collect();
        let cue = extent(question.cue);
        let Some(own) = self.quotation(cue) else {
            // What is not annotated is no cue; of the words of one cue the first is asked about.
            return match question.stage {
                "source" => only(0),
                _ => vec![false; all],
            };
        };
        let before = own.spans.iter().rev().find(|span| span.end <= cue.start);
        let after = own.spans.iter().find(|span| span.start >= cue.end);
        let before = before.copied().filter(|&piece| self.is_beside(piece, cue));
        let after = after.copied().filter(|&piece| self.is_beside(piece, cue));
        match question.stage {
            "source" => right_source(question, own),
            "side" => only(match (before, after) {
                (Some(_), None) => 0,
                (None, Some(_)) => 1,
                (Some(_), Some(_)) => 2,
                (None, None) => 3,
            }),
            "source-start" => self.nearest(question, among(&own.source, question), Side::Start),
            "source-end" => self.nearest(question, among(&own.source, question), Side::End),
            "start" => self.nearest(question, after, Side::Start),
            "end" => self.nearest(question, after, Side::End),
            "before-start" => self.nearest(question, before, Side::Start),
            "before-end" => self.nearest(question, before, Side::End),
            "cue-start" => self.nearest(question, among(&own.cue, question), Side::Start),
            "cue-end" => self.nearest(question, among(&own.cue, question), Side::End),
            stage => unreachable!("{stage}"),
        }
    }

    /// The attribution of a cue: the one that it was found to be the head of, or else the first whose
    /// cue has it and has no head.
    fn quotation(&mut self, cue: Extent) -> Option<&'d Quotation> {
        let known = self.heads.iter().position(|head| *head == Some(cue.start));
        let found = known.or_else(|| {
            let mut all = self.quotations.iter().zip(&self.heads);
            all.position(|(one, head)| head.is_none() && overlap(&one.cue, &[cue]) > 0)
        })?;
        self.heads[found] = Some(cue.start);
        Some(&self.quotations[found])
    }

    /// Whether a piece of content lies in the sentence of its cue.
    fn is_beside(&self, piece: Extent, cue: Extent) -> bool {
        let gap = if piece.end <= cue.start {
            piece.end..cue.start
        } else {
            cue.end..piece.start
        };
        let gap = &self.text.as_bytes()[gap];
        let mut pairs = gap.windows(2);
        let ends = pairs.any(|pair| pair[0] == b'.' && pair[1].is_ascii_whitespace());
        gap.len() < FAR && !ends && !gap.contains(&b'\n')
    }

    /// The first of those candidates whose edge is the nearest to that of a span.
    fn nearest(&self, question: &Question, target: Option<Extent>, side: Side) -> Vec<bool> {
        let distance = |span: &Option<Span>| {
            let edge = self.edge(extent((*span)?), side);
            Some(edge.abs_diff(self.edge(target?, side)))
        };
        let distances = question.candidates.iter().map(distance).enumerate();
        let known = distances.filter_map(|(number, distance)| Some((distance?, number)));
        let nearest = known.min().filter(|(distance, _)| *distance <= TOLERANCE);
        (0..question.candidates.len())
            .map(|number| nearest.is_some_and(|(_, nearest)| nearest == number))
            .collect()
    }

    /// Where the words of a span begin or end.
    fn edge(&self, span: Extent, side: Side) -> usize {
        let words = without_marks(self.text, span);
        match side {
            Side::Start => words.start,
            Side::End => words.end,
        }
    }
}

/// From where to where the words of a span reach.
pub(super) fn without_marks(text: &str, span: Extent) -> Extent {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '%' | '$' | '£' | '€' | ')' | '(');
    let text = text.get(span.start..span.end).unwrap_or_default();
    let start = text.find(is_word).unwrap_or(0);
    let end = text.rfind(is_word).map_or(text.len(), |at| at + 1);
    Extent::new(span.start + start, span.start + end)
}

#[derive(Clone, Copy)]
enum Side {
    Start,
    End,
}

/// The first of some spans that overlaps the stretch from the first candidate to the last.
fn among(spans: &[Extent], question: &Question) -> Option<Extent> {
    let own = || question.candidates.iter().flatten();
    let first = own().map(|span| span.start()).min()?;
    let last = own().map(|span| span.end()).max()?;
    let stretch = Extent::new(first, last);
    spans.iter().copied().find(|span| span.shared(stretch) > 0)
}

/// The first mention within the annotated source, the longest of several that begin there; any but that
/// nothing is reported if there is none.
fn right_source(question: &Question, own: &Quotation) -> Vec<bool> {
    /// The answers that nothing is reported, and that the text names no source.
    const NOTHING: usize = 0;
    const NOBODY: usize = 1;
    let all = question.candidates.iter().enumerate();
    if own.source.is_empty() {
        return all.map(|(number, _)| number == NOBODY).collect();
    }
    let mentions = question.candidates.iter().skip(NOBODY + 1).flatten();
    let within = mentions.filter(|&&span| overlap(&own.source, &[extent(span)]) > 0);
    let first = within.min_by_key(|span| (span.start(), usize::MAX - span.end()));
    all.map(|(number, candidate)| match first {
        Some(first) => number > NOBODY && candidate.as_ref() == Some(first),
        None => number > NOTHING,
    })
    .collect()
}
