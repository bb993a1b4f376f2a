//! What a quote is used for, as far as its form and the text beside it tell.
//!
//! No word is known here: a capital letter, a comma, a colon and the position in the paragraph decide.
//! What needs the words (`said`, `called`, `a film`) is left to a later stage, which may set the
//! kind anew.

use super::chars::is_alphanumeric;
use super::data::{Quote, QuoteKind};
use super::shape::{Ending, Follow, Lead, QuoteShape, REACH};
use crate::language::rules::rules;
use crate::span::floor;

/// Sets the kind of each quote. Constant time a quote.
pub(super) fn classify(text: &str, quotes: &mut [Quote]) {
    let mut last = None;
    for quote in quotes {
        let takes_up = last.is_some_and(|end| takes_up(text, end, quote));
        quote.kind = if takes_up || !quote.pieces.is_empty() {
            // What goes on is speech, whatever its form.
            QuoteKind::Speech
        } else {
            kind(&QuoteShape::of(text, quote)).unwrap_or(QuoteKind::Fragment)
        };
        if quote.depth == 0 {
            last = (quote.kind == QuoteKind::Speech).then_some(quote.span.end());
        }
    }
}

/// How far speech can be interrupted by a few words of narration.
const INTERRUPTION: usize = 160;

/// Whether a quote takes up speech that ended at `end` with a comma or a dash in the same sentence.
fn takes_up(text: &str, end: usize, quote: &Quote) -> bool {
    let start = quote.span.start();
    if quote.depth > 0 || end > start || start - end > INTERRUPTION {
        return false;
    }
    let is_mark = |c: char| !is_alphanumeric(c) && !matches!(c, ',' | ';' | '-' | '—' | '–' | '.');
    let spoken = &text[floor(text, end.saturating_sub(REACH))..end];
    let spoken = spoken.trim_end_matches(is_mark);
    let narration = text[end..start].trim_end();
    spoken.ends_with([',', ';', '-', '—', '–'])
        && narration.ends_with([',', ';', ':', '-', '—', '–'])
}

/// The fewest words of a sentence that stands alone or within another.
const SENTENCE_ALONE: usize = 3;
const SENTENCE_WITHIN: usize = 4;

rules! {
    /// The kind that the first rule gives that applies; a fragment if none does. Brackets stand around
    /// the quote of each example.
    fn kind(shape: &QuoteShape<'_>) -> QuoteKind;

    marks_of_titles: "她读了⟦《渡船》⟧"
        if shape.opens_with(['《', '〈']) => QuoteKind::Title;
    sentence: "⟦“It floats,”⟧ said Ada."
        if shape.is_speech && !shape.is_within_name && !is_led_in_closely(shape) => QuoteKind::Speech;
    no_words: "She wrote ⟦“…, …”⟧ in it."
        if !shape.has_words() => QuoteKind::Unknown;
    nickname: "Captain Robert ⟦“Bobby”⟧ Scott rose."
        if shape.is_within_name && shape.spelling().is_name() && shape.ending == Ending::Word
        => QuoteKind::Nickname;
    sign: "The board read ⟦“NO BATHING”⟧ in red."
        if is_led_in_closely(shape) && shape.is_capitals() && shape.ending != Ending::Cry
        => QuoteKind::Sign;
    sentence_led_in_closely: "Ada said: ⟦“It floats.”⟧"
        if shape.is_speech => QuoteKind::Speech;
    title: "She read ⟦“The Old Man of the River”⟧ aloud."
        if shape.lead == Lead::Word && shape.starts_upper && shape.spelling().is_title()
        => QuoteKind::Title;
    heading: "It sank. ⟦“The Ferry”⟧ is its story."
        if shape.starts_sentence() && shape.starts_upper && shape.spelling().is_title()
        => QuoteKind::Fragment;
    // A sentence that goes on after the mark needs a comma before it, if it reports speech.
    subject: "It sank. ⟦“Old but very good”⟧ was the verdict."
        if shape.lead == Lead::Sentence && shape.follow == Follow::Word && !shape.spelling().is_cut()
        => QuoteKind::Fragment;
    words_alone: "⟦“Old but very good”⟧"
        if shape.starts_sentence() && shape.spelling().words >= SENTENCE_ALONE => QuoteKind::Speech;
    sentence_within: "She said ⟦“We will all swim now.”⟧"
        if shape.lead == Lead::Word && shape.starts_upper
            && shape.spelling().words >= SENTENCE_WITHIN && shape.ends_sentence()
        => QuoteKind::Speech;
}

/// Whether a quote is led in by a word of its sentence, a colon or a dash, so that it need not be one.
fn is_led_in_closely(shape: &QuoteShape<'_>) -> bool {
    matches!(shape.lead, Lead::Word | Lead::Colon)
}

#[cfg(test)]
mod tests {
    use super::kind;
    use crate::language::rules::trace;
    use crate::quote::QuoteFinder;

    #[test]
    fn each_rule_applies_to_its_example() {
        for (rule, example) in kind::EXAMPLES {
            let start = example.find('⟦').expect("a bracket");
            let text = example.replace(['⟦', '⟧'], "");
            let applied = trace::of(|| drop(QuoteFinder::new().quotes(&text)));
            assert!(applied.contains(&(*rule, start)), "{rule}: {applied:?}");
        }
    }
}
