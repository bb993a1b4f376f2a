//! A document as narration and speech in turn.

use std::iter::{FusedIterator, Peekable};
use std::vec;

use super::attribution::Attribution;
use super::data::Document;
use crate::kinds::AttributionKind;
use crate::parts::Speaker;
use crate::span::{Span, within_reach};

/// A stretch of narration, or of words that somebody speaks.
///
/// ```
/// # let detector = quotation::QuoteDetector::new();
/// let document = detector.detect("“It holds,” said Ines Okoro.");
/// let passages: Vec<_> = document.passages().collect();
/// assert_eq!((passages[0].text(), passages[1].text()), ("“It holds,”", " said Ines Okoro."));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passage<'d> {
    text: &'d str,
    span: Span,
    attribution: Option<Attribution<'d>>,
}

impl<'d> Passage<'d> {
    /// Where it stands. It is never empty.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let passages: Vec<_> = document.passages().collect();
    /// assert_eq!(passages[0].span().end(), passages[1].span().start());
    /// ```
    #[must_use]
    pub fn span(self) -> Span {
        self.span
    }

    /// Its words, with their quotation marks if they are spoken.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let passages: Vec<_> = document.passages().collect();
    /// assert_eq!(passages[0].text(), "“It holds,”");
    /// ```
    #[must_use]
    pub fn text(self) -> &'d str {
        &self.text[self.span]
    }

    /// The quotation that it is a piece of; `None` for narration.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let passages: Vec<_> = document.passages().collect();
    /// assert_eq!(passages[0].attribution(), document.attributions().next());
    /// ```
    #[must_use]
    pub fn attribution(self) -> Option<Attribution<'d>> {
        self.attribution
    }

    /// Whether somebody speaks it, known or not.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let passages: Vec<_> = document.passages().collect();
    /// assert!(passages[0].is_speech() && !passages[1].is_speech());
    /// ```
    #[must_use]
    pub fn is_speech(self) -> bool {
        self.attribution.is_some()
    }

    /// Who speaks it; `None` for narration, and where the text does not tell.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let passages: Vec<_> = document.passages().collect();
    /// assert_eq!(passages[0].speaker().unwrap().name(), "Ines Okoro");
    /// ```
    #[must_use]
    pub fn speaker(self) -> Option<&'d Speaker> {
        self.attribution.and_then(Attribution::speaker)
    }
}

impl Document<'_> {
    /// The text as narration and speech, in order: what an audiobook gives to its voices.
    ///
    /// Nothing is left out and nothing comes twice: the texts of the passages join to the
    /// [`text`](Document::text).
    ///
    /// ```
    /// let text = "“It leaks,” said Ines Okoro. “It always has.”";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let script: Vec<(&str, &str)> = document
    ///     .passages()
    ///     .map(|passage| (passage.speaker().map_or("-", |who| who.name()), passage.text()))
    ///     .collect();
    /// assert_eq!(
    ///     script,
    ///     [
    ///         ("Ines Okoro", "“It leaks,”"),
    ///         ("-", " said Ines Okoro. "),
    ///         ("Ines Okoro", "“It always has.”"),
    ///     ]
    /// );
    /// ```
    ///
    /// Of a text beyond 4 GiB, they hold the first 4 GiB.
    pub fn passages(&self) -> Passages<'_> {
        Passages::new(self)
    }
}

/// The passages of a document in text order, from [`Document::passages`].
///
/// ```
/// # let detector = quotation::QuoteDetector::new();
/// let document = detector.detect("“It holds,” said Ines Okoro.");
/// let passages: Vec<_> = document.passages().collect();
/// assert_eq!(passages.len(), 2);
/// ```
#[derive(Clone, Debug)]
pub struct Passages<'d> {
    text: &'d str,
    at: usize,
    /// Speech by its start, the outer before the inner.
    speech: Peekable<vec::IntoIter<(Span, Attribution<'d>)>>,
}

impl<'d> Passages<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Passages<'d> {
        let direct = document
            .attributions()
            .filter(|attribution| attribution.kind() == AttributionKind::Direct);
        let mut speech: Vec<(Span, Attribution<'d>)> = direct
            .flat_map(|one| one.spans().iter().map(move |&span| (span, one)))
            .collect();
        speech.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
        Passages {
            text: within_reach(document.text()),
            at: 0,
            speech: speech.into_iter().peekable(),
        }
    }
}

impl<'d> Iterator for Passages<'d> {
    type Item = Passage<'d>;

    fn next(&mut self) -> Option<Passage<'d>> {
        // What is spoken within speech belongs to the speech around it.
        while self
            .speech
            .next_if(|(span, _)| span.start() < self.at)
            .is_some()
        {}
        let spoken = self.speech.next_if(|(span, _)| span.start() == self.at);
        let end = match (spoken, self.speech.peek()) {
            (Some((span, _)), _) => span.end(),
            (None, Some((span, _))) => span.start(),
            (None, None) => self.text.len(),
        };
        let span = Span::new(self.at, end).filter(|span| !span.is_empty())?;
        self.at = end;
        Some(Passage {
            text: self.text,
            span,
            attribution: spoken.map(|(_, attribution)| attribution),
        })
    }
}

impl FusedIterator for Passages<'_> {}
