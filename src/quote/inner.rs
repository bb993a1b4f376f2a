//! The words of a quote without its marks.

use std::borrow::Cow;

use super::data::{Quote, QuoteStyle};
use crate::span::Span;
use crate::token::mark::glyph_at;

/// The longest mark in bytes: a character reference such as `&lsaquo;`.
const LONGEST_MARK: usize = 9;

impl Quote {
    /// The quote as it stands in the text that it was found in, with its marks.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert_eq!(quotes[0].text(text), "“It holds,”");
    /// ```
    ///
    /// # Panics
    ///
    /// As slicing does, if the quote was found in another text that is shorter.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.span]
    }

    /// The quote without its marks: without those that open and close it, and without those that
    /// open a paragraph of it anew. Marks of quotes within it are words of it.
    ///
    /// Borrowed where it is of one piece. Between two paragraphs stands what stands there in the text.
    ///
    /// ```
    /// let text = "“It holds.\n\n“It was built for ‘worse’,” she said.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// assert_eq!(quotes[0].inner_text(text), "It holds.\n\nIt was built for ‘worse’,");
    /// ```
    ///
    /// # Panics
    ///
    /// As slicing does, if the quote was found in another text that is shorter.
    #[must_use]
    pub fn inner_text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut pieces = self.inner_pieces(text).zip(self.pieces());
        let Some((first, mut before)) = pieces.next() else {
            return Cow::Borrowed("");
        };
        let mut words = Cow::Borrowed(&text[first]);
        for (inner, piece) in pieces {
            let words = words.to_mut();
            words.push_str(&text[before.end()..piece.start()]);
            words.push_str(&text[inner]);
            before = piece;
        }
        words
    }

    /// The [pieces](Quote::pieces) without their marks, in text order; one can be empty.
    ///
    /// ```
    /// let text = "“It holds.\n\n“It was built for worse,” she said.";
    /// let quotes = quotation::QuoteFinder::new().quotes(text);
    /// let pieces: Vec<&str> = quotes[0].inner_pieces(text).map(|span| &text[span]).collect();
    /// assert_eq!(pieces, ["It holds.", "It was built for worse,"]);
    /// ```
    ///
    /// # Panics
    ///
    /// As slicing does, if the quote was found in another text that is shorter.
    pub fn inner_pieces(&self, text: &str) -> impl ExactSizeIterator<Item = Span> {
        let last = self.pieces().len() - 1;
        let pieces = self.pieces().iter().enumerate();
        pieces.map(move |(at, &piece)| {
            let words = &text[piece];
            let opens = self.opening(words, at > 0);
            let closes = match at == last && self.closed {
                true => self.closing(&words[opens..]),
                false => 0,
            };
            Span::new(piece.start() + opens, piece.end() - closes).unwrap_or(piece)
        })
    }

    /// How many bytes the mark takes at the start of a piece.
    fn opening(&self, piece: &str, continues: bool) -> usize {
        match self.style {
            QuoteStyle::Script | QuoteStyle::Block => 0,
            QuoteStyle::Dash => {
                let is_dash = |c: char| matches!(c, '-' | '–' | '—' | '―') || c.is_whitespace();
                piece.len() - piece.trim_start_matches(is_dash).len()
            }
            _ if !self.opened && !continues => 0,
            _ => self.mark(piece.as_bytes()).unwrap_or(0),
        }
    }

    /// How many bytes the mark takes at the end of a piece.
    fn closing(&self, piece: &str) -> usize {
        let piece = piece.as_bytes();
        let longest = LONGEST_MARK.min(piece.len());
        let mut lengths = (1..=longest).rev();
        let is_mark = |&len: &usize| self.mark(&piece[piece.len() - len..]) == Some(len);
        lengths.find(is_mark).unwrap_or(0)
    }

    /// The length of the mark of this quote's style at the start of a text.
    fn mark(&self, text: &[u8]) -> Option<usize> {
        let (len, style) = glyph_at(text)?;
        (QuoteStyle::of(style) == self.style).then_some(len)
    }
}

#[cfg(test)]
mod tests {
    use crate::quote::QuoteFinder;

    #[test]
    fn marks_of_all_sorts_are_left_out() {
        for (text, inner) in [
            ("``It holds,'' she said.", "It holds,"),
            ("&ldquo;It holds,&rdquo; she said.", "It holds,"),
            ("«It holds», she said.", "It holds"),
            ("“‘No’ is no answer,” she said.", "‘No’ is no answer,"),
            ("“She said ‘no’” is how he put it.", "She said ‘no’"),
            ("“It holds", "It holds"),
            ("It holds,” she said.", "It holds,"),
            ("“”", ""),
        ] {
            let quotes = QuoteFinder::new().quotes(text);
            assert_eq!(quotes[0].inner_text(text), inner, "{text}");
        }
    }
}
