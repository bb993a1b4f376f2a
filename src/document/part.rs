//! Headlines, bylines and captions, told by the look and the first words of a paragraph.

use super::Attribution;
use crate::kinds::TextPart;
use crate::language::ENGLISH;
use crate::span::Span;

/// A headline stands among the first paragraphs, and has no more words than this.
const HEADLINES: usize = 3;
const LONGEST: usize = 24;

impl<'d> Attribution<'d> {
    /// Where in the text it stands, as far as the look of its paragraph tells: a headline is short, has no full
    /// stop, and stands above a text that has; a byline begins with "By", a caption with "Photo:" or the like.
    ///
    /// ```
    /// use quotation::{QuoteDetector, TextPart};
    ///
    /// let text = "Okoro: The dam will hold\n\nThe dam is safe. “It holds,” said Ines Okoro on Monday.\n\n\
    ///             Photo: Ines Okoro said the wall was dry.";
    /// let document = QuoteDetector::new().detect(text);
    /// let parts: Vec<TextPart> = document.attributions().map(|one| one.part()).collect();
    /// assert_eq!(parts, [TextPart::Headline, TextPart::Body, TextPart::Caption]);
    /// ```
    #[must_use]
    pub fn part(self) -> TextPart {
        let text = self.document.text();
        let own = self.paragraph();
        let words = &text[own];
        if begins(words, ENGLISH.parts.captions, ":") {
            return TextPart::Caption;
        }
        if begins(words, ENGLISH.parts.bylines, " ") && is_short(words) && !is_ended(words) {
            return TextPart::Byline;
        }
        let paragraphs = self.document.paragraphs();
        let place = paragraphs.partition_point(|paragraph: &Span| paragraph.end() <= own.start());
        let mut rest = paragraphs[place..].iter().skip(1).take(2);
        let has_text_below = rest.any(|&below| is_ended(&text[below]));
        if place < HEADLINES && has_text_below && is_short(words) && !is_ended(words) {
            TextPart::Headline
        } else {
            TextPart::Body
        }
    }
}

/// Whether a paragraph begins with one of these words, in whatever case, and then `behind`.
fn begins(paragraph: &str, words: &[&str], behind: &str) -> bool {
    words.iter().any(|word| {
        paragraph
            .get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
            && paragraph[word.len()..].starts_with(behind)
    })
}

fn is_short(paragraph: &str) -> bool {
    paragraph.split_whitespace().nth(LONGEST).is_none()
}

/// Whether a paragraph ends as a sentence does.
fn is_ended(paragraph: &str) -> bool {
    let end = paragraph.trim_end_matches(['”', '’', '"', '\'', ')', '»']);
    end.ends_with(['.', '!', '?', '…'])
}
