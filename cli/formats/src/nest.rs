//! Stretches of a text as elements that nest, paragraph by paragraph.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::io::{self, Write};

use quotation::{Span, Tokenizer};

use crate::facts::escape;

/// A stretch that is marked, and which mark it is; the parts of one mark have one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) span: Span,
    pub(crate) mark: usize,
}

/// What stands around the parts of a mark.
pub(crate) trait Tags {
    /// The start tag of a mark's part, counted from 1, of so many.
    fn open(&self, mark: usize, part: usize, parts: usize) -> String;
    /// The name of the end tag.
    fn close(&self, mark: usize) -> &'static str;
}

/// Writes a text as paragraphs. A stretch that runs over paragraphs, or out of another, is parted, so
/// that all elements nest. The text within and between the elements is the text, to the byte.
pub(crate) fn write_paragraphs(
    text: &str,
    ranges: &[Range],
    tags: &impl Tags,
    output: &mut impl Write,
) -> io::Result<()> {
    let paragraphs: Vec<Span> = Tokenizer::new().paragraphs(text).collect();
    let mut sorted = ranges.to_vec();
    sorted.sort_by_key(|range| (range.span.start(), Reverse(range.span.end())));
    let parts = fragments(&paragraphs, &sorted);
    let marks = ranges.iter().map(|range| range.mark + 1).max().unwrap_or(0);
    let mut totals = vec![0; marks];
    for part in parts.iter().flatten() {
        totals[part.mark] += 1;
    }
    let mut written = vec![0; marks];
    let mut at = 0;
    for (paragraph, parts) in paragraphs.iter().zip(&parts) {
        write!(output, "{}<p>", escape(&text[at..paragraph.start()]))?;
        at = paragraph.start();
        let mut open: Vec<Range> = Vec::new();
        for part in parts {
            while let Some(inner) = open.pop_if(|inner| inner.span.end() <= part.span.start()) {
                let (words, name) = (escape(&text[at..inner.span.end()]), tags.close(inner.mark));
                write!(output, "{words}</{name}>")?;
                at = inner.span.end();
            }
            write!(output, "{}", escape(&text[at..part.span.start()]))?;
            at = part.span.start();
            written[part.mark] += 1;
            let tag = tags.open(part.mark, written[part.mark], totals[part.mark]);
            write!(output, "{tag}")?;
            open.push(*part);
        }
        while let Some(inner) = open.pop() {
            let (words, name) = (escape(&text[at..inner.span.end()]), tags.close(inner.mark));
            write!(output, "{words}</{name}>")?;
            at = inner.span.end();
        }
        write!(output, "{}</p>", escape(&text[at..paragraph.end()]))?;
        at = paragraph.end();
    }
    write!(output, "{}", escape(&text[at..]))
}

/// The parts of the stretches in each paragraph, by their start, the outer before the inner.
fn fragments(paragraphs: &[Span], sorted: &[Range]) -> Vec<Vec<Range>> {
    let mut next = 0;
    // What began in a paragraph before and is not over.
    let mut running: Vec<Range> = Vec::new();
    let mut all = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        while let Some(range) = sorted
            .get(next)
            .filter(|one| one.span.start() < paragraph.end())
        {
            running.push(*range);
            next += 1;
        }
        running.retain(|range| range.span.end() > paragraph.start());
        let clipped = running.iter().filter_map(|range| {
            let start = range.span.start().max(paragraph.start());
            let end = range.span.end().min(paragraph.end());
            let span = Span::new(start, end).filter(|span| !span.is_empty())?;
            Some((start, Reverse(end), range.mark, span))
        });
        all.push(nested(clipped.collect()));
    }
    all
}

/// Parts what runs out of another.
fn nested(mut waiting: BTreeSet<(usize, Reverse<usize>, usize, Span)>) -> Vec<Range> {
    let mut parts = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    while let Some((start, Reverse(end), mark, span)) = waiting.pop_first() {
        while ends.pop_if(|outer| *outer <= start).is_some() {}
        match ends.last() {
            Some(&outer) if outer < end => {
                let first = Span::new(start, outer).unwrap_or(span);
                waiting.insert((start, Reverse(outer), mark, first));
                let rest = Span::new(outer, end).unwrap_or(span);
                waiting.insert((outer, Reverse(end), mark, rest));
            }
            _ => {
                ends.push(end);
                parts.push(Range { span, mark });
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Letters;

    impl Tags for Letters {
        fn open(&self, mark: usize, part: usize, parts: usize) -> String {
            format!("<m n=\"{mark}.{part}/{parts}\">")
        }
        fn close(&self, _: usize) -> &'static str {
            "m"
        }
    }

    fn written(text: &str, ranges: &[(usize, usize, usize)]) -> String {
        let ranges: Vec<Range> = ranges
            .iter()
            .map(|&(start, end, mark)| Range {
                span: Span::new(start, end).unwrap(),
                mark,
            })
            .collect();
        let mut output = Vec::new();
        write_paragraphs(text, &ranges, &Letters, &mut output).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn what_crosses_is_parted() {
        assert_eq!(
            written("abcdef", &[(0, 4, 0), (2, 6, 1)]),
            "<p><m n=\"0.1/1\">ab<m n=\"1.1/2\">cd</m></m><m n=\"1.2/2\">ef</m></p>"
        );
        assert_eq!(
            written("One.\n\nTwo.", &[(0, 10, 0)]),
            "<p><m n=\"0.1/2\">One.</m></p>\n\n<p><m n=\"0.2/2\">Two.</m></p>"
        );
        assert_eq!(
            written("abc", &[(0, 3, 0), (0, 3, 1), (1, 2, 2)]),
            "<p><m n=\"0.1/1\"><m n=\"1.1/1\">a<m n=\"2.1/1\">b</m>c</m></m></p>"
        );
    }
}
