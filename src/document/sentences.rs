//! The sentences and paragraphs of a document.

use super::data::Document;
use crate::span::Span;
use crate::token::Tokenizer;

impl Document<'_> {
    /// The sentences of the text, in its order, as the [`Tokenizer`] finds them.
    ///
    /// They are found when they are first asked for, here or through an attribution, and kept.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let text = "It rained. “It holds,” said Ines Okoro.";
    /// let document = detector.detect(text);
    /// assert_eq!(&text[document.sentences()[0]], "It rained.");
    /// ```
    #[must_use]
    pub fn sentences(&self) -> &[Span] {
        let find = || self.tokenizer().sentences(&self.text).collect();
        self.views.sentences.get_or_init(find)
    }

    /// The paragraphs of the text, in its order, found and kept as the [sentences](Document::sentences) are.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let text = "It rained.\n\n“It holds,” said Ines Okoro.";
    /// let document = detector.detect(text);
    /// assert_eq!(&text[document.paragraphs()[0]], "It rained.");
    /// ```
    #[must_use]
    pub fn paragraphs(&self) -> &[Span] {
        let find = || self.tokenizer().paragraphs(&self.text).collect();
        self.views.paragraphs.get_or_init(find)
    }

    fn tokenizer(&self) -> Tokenizer {
        Tokenizer::of(self.lexicon().language.orthography)
    }
}
