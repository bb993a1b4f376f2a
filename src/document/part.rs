//! Headlines, bylines and captions, told by the look and the first words of a paragraph.

use super::attribution::Attribution;
use super::data::Document;
use super::words::positions;
use crate::kinds::TextPart;
use crate::token::mark::can_close;

/// A headline stands among the first paragraphs, and has no more words than this.
const HEADLINES: usize = 3;
const LONGEST: usize = 24;
/// How many paragraphs below it may be the first of the text: a byline may stand between. All three were set by hand.
const BELOW: usize = 2;

impl<'d> Attribution<'d> {
    /// Where in the text it stands, as far as the look of its paragraph tells: a headline is short, has no full
    /// stop, and stands above a text that has; a byline begins with "By", a caption with "Photo:" or the like. All
    /// are told when the first is asked for, and kept.
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
        self.document.parts()[self.id.index()]
    }
}

impl Document<'_> {
    /// Where in the text each attribution stands.
    pub(super) fn parts(&self) -> &[TextPart] {
        self.views.parts.get_or_init(|| self.find_parts())
    }

    /// Each paragraph is looked at once.
    fn find_parts(&self) -> Vec<TextPart> {
        let mut of_paragraphs = vec![None; self.paragraphs().len()];
        let mut part = |attribution: Attribution<'_>| {
            let (first, end) = positions(self.paragraphs(), attribution.enclosing_span());
            let known = of_paragraphs.get_mut(first)?;
            let part = *known.get_or_insert_with(|| self.part_of_paragraph(first));
            // What goes on in the next paragraph is no line by itself.
            let is_line = end == first + 1;
            Some(part).filter(|part| is_line || *part == TextPart::Caption)
        };
        let parts = self
            .attributions()
            .map(|one| part(one).unwrap_or(TextPart::Body));
        parts.collect()
    }

    fn part_of_paragraph(&self, position: usize) -> TextPart {
        let paragraphs = self.paragraphs();
        let words = &self.text()[paragraphs[position]];
        let signs = &self.lexicon().language.line_openers;
        if begins(words, signs.captions, ":") {
            return TextPart::Caption;
        }
        let is_line = || is_short(words) && !is_ended(words);
        if begins(words, signs.bylines, " ") && is_line() {
            return TextPart::Byline;
        }
        let mut below = paragraphs[position..].iter().skip(1).take(BELOW);
        let mut has_text_below = || below.any(|&below| is_ended(&self.text()[below]));
        match position < HEADLINES && is_line() && has_text_below() {
            true => TextPart::Headline,
            false => TextPart::Body,
        }
    }
}

/// Whether a paragraph begins with one of these words, in whatever case, and then `after`.
fn begins(paragraph: &str, words: &[&str], after: &str) -> bool {
    words.iter().any(|word| {
        paragraph
            .get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
            && paragraph[word.len()..].starts_with(after)
    })
}

fn is_short(paragraph: &str) -> bool {
    paragraph.split_whitespace().nth(LONGEST).is_none()
}

/// Whether a paragraph ends as a sentence does.
fn is_ended(paragraph: &str) -> bool {
    let end = paragraph.trim_end_matches(|c| can_close(c) || c == ')');
    end.ends_with(['.', '!', '?', '…'])
}
