//! The words of an attribution, and the text around them.

use std::borrow::Cow;
use std::iter::FusedIterator;
use std::slice;

use super::attribution::Attribution;
use crate::span::Span;

impl<'d> Attribution<'d> {
    /// The content with its quotation marks: borrowed where it is one piece, else its pieces with a
    /// space between.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“The dam,” said Ines Okoro, “will hold.”");
    /// assert_eq!(document.attributions().next().unwrap().text(), "“The dam,” “will hold.”");
    /// ```
    #[must_use]
    pub fn text(self) -> Cow<'d, str> {
        joined(self.pieces().map(|piece| Cow::Borrowed(piece.text())))
    }

    /// The content without the marks of its quotes: those that open and close them, and those that open
    /// a paragraph anew. Marks within a quotation are words of it.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“The dam,” said Ines Okoro, “is no ‘riddle’.”");
    /// assert_eq!(document.attributions().next().unwrap().inner_text(), "The dam, is no ‘riddle’.");
    ///
    /// let document = detector.detect("Ines Okoro said that the dam was “no riddle” to her.");
    /// assert_eq!(document.attributions().next().unwrap().inner_text(), "that the dam was no riddle to her");
    /// ```
    #[must_use]
    pub fn inner_text(self) -> Cow<'d, str> {
        joined(self.pieces().map(Piece::inner_text))
    }

    /// The pieces of the content in text order, one for each of its [spans](Attribution::spans).
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“The dam,” said Ines Okoro, “will hold.”");
    /// let pieces: Vec<_> = document.attributions().next().unwrap().pieces().collect();
    /// assert_eq!((pieces[0].text(), pieces[1].text()), ("“The dam,”", "“will hold.”"));
    /// ```
    #[must_use]
    pub fn pieces(self) -> Pieces<'d> {
        Pieces {
            attribution: self,
            spans: self.spans().iter(),
        }
    }

    /// The words of the [cue](Attribution::cue), those of several spans with a space between.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// assert_eq!(document.attributions().next().unwrap().cue_text().unwrap(), "said");
    /// ```
    #[must_use]
    pub fn cue_text(self) -> Option<Cow<'d, str>> {
        let text = self.document.text();
        let spans = self.cue()?.spans().iter();
        Some(joined(spans.map(|&span| Cow::Borrowed(&text[span]))))
    }

    /// The words of the [source](Attribution::source).
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro. “I know,” she added.");
    /// assert_eq!(document.attributions().nth(1).unwrap().source_text(), Some("she"));
    /// ```
    #[must_use]
    pub fn source_text(self) -> Option<&'d str> {
        Some(&self.document.text()[self.source()?.span()])
    }

    /// From the first word to the last of content, cue and source, whatever stands between them.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let text = "Then: “The dam,” said Ines Okoro, “will hold.” It did.";
    /// let document = detector.detect(text);
    /// let whole = document.attributions().next().unwrap().enclosing_span();
    /// assert_eq!(&text[whole], "“The dam,” said Ines Okoro, “will hold.”");
    /// ```
    #[must_use]
    pub fn enclosing_span(self) -> Span {
        let cue = self.cue().map_or(&[][..], |cue| cue.spans());
        let source = self.source().map(|source| source.span());
        let spans = self.spans().iter().chain(cue).copied().chain(source);
        spans.reduce(Span::join).unwrap_or_default()
    }

    /// The sentence that it stands in, from the first to the last if the
    /// [enclosing span](Attribution::enclosing_span) has parts of several.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let text = "It rained. “It holds,” said Ines Okoro in Lyon. It did.";
    /// let document = detector.detect(text);
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(&text[attribution.sentence()], "“It holds,” said Ines Okoro in Lyon.");
    /// assert_eq!(&text[attribution.sentence_before().unwrap()], "It rained.");
    /// assert_eq!(&text[attribution.sentence_after().unwrap()], "It did.");
    /// ```
    #[must_use]
    pub fn sentence(self) -> Span {
        around(self.document.sentences(), self.enclosing_span()).0
    }

    /// The sentence before its [sentence](Attribution::sentence), if there is one.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// assert_eq!(document.attributions().next().unwrap().sentence_before(), None);
    /// ```
    #[must_use]
    pub fn sentence_before(self) -> Option<Span> {
        around(self.document.sentences(), self.enclosing_span()).1
    }

    /// The sentence after its [sentence](Attribution::sentence), if there is one.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// assert_eq!(document.attributions().next().unwrap().sentence_after(), None);
    /// ```
    #[must_use]
    pub fn sentence_after(self) -> Option<Span> {
        around(self.document.sentences(), self.enclosing_span()).2
    }

    /// The paragraph that it stands in, from the first to the last if it has parts of several.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let text = "It rained.\n\n“It holds,” said Ines Okoro. It did.";
    /// let document = detector.detect(text);
    /// let paragraph = document.attributions().next().unwrap().paragraph();
    /// assert_eq!(&text[paragraph], "“It holds,” said Ines Okoro. It did.");
    /// ```
    #[must_use]
    pub fn paragraph(self) -> Span {
        around(self.document.paragraphs(), self.enclosing_span()).0
    }
}

/// Of stretches that do not overlap: those that a span has parts of, the one before and the one after.
fn around(stretches: &[Span], span: Span) -> (Span, Option<Span>, Option<Span>) {
    let (first, end) = positions(stretches, span);
    let inside = stretches.get(first..end).unwrap_or_default();
    let whole = inside.iter().copied().reduce(Span::join);
    let before = first.checked_sub(1).map(|before| stretches[before]);
    (whole.unwrap_or(span), before, stretches.get(end).copied())
}

/// Of stretches that do not overlap, the positions of those that a span has parts of: the first and the end.
pub(super) fn positions(stretches: &[Span], span: Span) -> (usize, usize) {
    let first = stretches.partition_point(|stretch| stretch.end() <= span.start());
    let end = stretches.partition_point(|stretch| stretch.start() < span.end());
    (first, end)
}

fn joined<'d>(mut pieces: impl Iterator<Item = Cow<'d, str>>) -> Cow<'d, str> {
    let mut text = pieces.next().unwrap_or_default();
    for piece in pieces {
        let text = text.to_mut();
        text.push(' ');
        text.push_str(&piece);
    }
    text
}

/// A piece of an attribution's content, from [`Attribution::pieces`].
///
/// ```
/// # let detector = quotation::QuoteDetector::new();
/// let document = detector.detect("“The dam,” said Ines Okoro, “will hold.”");
/// let last = document.attributions().next().unwrap().pieces().last().unwrap();
/// assert_eq!(last.inner_text(), "will hold.");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece<'d> {
    attribution: Attribution<'d>,
    span: Span,
}

impl<'d> Piece<'d> {
    /// Where it stands, with its marks if it is quoted.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("\"It holds,\" said Ines Okoro.");
    /// let piece = document.attributions().next().unwrap().pieces().next().unwrap();
    /// assert_eq!(piece.span().range(), 0..11);
    /// ```
    #[must_use]
    pub fn span(self) -> Span {
        self.span
    }

    /// Its words with its marks.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("\"It holds,\" said Ines Okoro.");
    /// let piece = document.attributions().next().unwrap().pieces().next().unwrap();
    /// assert_eq!(piece.text(), "\"It holds,\"");
    /// ```
    #[must_use]
    pub fn text(self) -> &'d str {
        &self.attribution.document.text()[self.span]
    }

    /// Its words without the marks of the attribution's quotes.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("\"It holds,\" said Ines Okoro.");
    /// let piece = document.attributions().next().unwrap().pieces().next().unwrap();
    /// assert_eq!(piece.inner_text(), "It holds,");
    /// ```
    #[must_use]
    pub fn inner_text(self) -> Cow<'d, str> {
        let text = self.attribution.document.text();
        let quotes = self.attribution.quotes();
        let marks = quotes.flat_map(|quote| {
            let pieces = quote.pieces().iter().zip(quote.inner_pieces(text));
            pieces
                .flat_map(|(outer, inner)| [outer.start()..inner.start(), inner.end()..outer.end()])
        });
        let mut words: Cow<'d, str> = Cow::Borrowed("");
        let mut at = self.span.start();
        let end = self.span.end();
        for mark in marks.filter(|mark| !mark.is_empty()) {
            if at <= mark.start && mark.end <= end {
                words += &text[at..mark.start];
                at = mark.end;
            }
        }
        words += &text[at..end];
        words
    }
}

/// The pieces of an attribution in text order, from [`Attribution::pieces`].
///
/// ```
/// # let detector = quotation::QuoteDetector::new();
/// let document = detector.detect("“The dam,” said Ines Okoro, “will hold.”");
/// assert_eq!(document.attributions().next().unwrap().pieces().len(), 2);
/// ```
#[derive(Clone, Debug)]
pub struct Pieces<'d> {
    attribution: Attribution<'d>,
    spans: slice::Iter<'d, Span>,
}

impl<'d> Iterator for Pieces<'d> {
    type Item = Piece<'d>;

    fn next(&mut self) -> Option<Piece<'d>> {
        let attribution = self.attribution;
        let piece = |&span| Piece { attribution, span };
        self.spans.next().map(piece)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.spans.size_hint()
    }
}

impl ExactSizeIterator for Pieces<'_> {}
impl FusedIterator for Pieces<'_> {}
