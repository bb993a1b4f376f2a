//! What the shape of a quote and the text beside it show.

use once_cell::unsync::OnceCell;

use super::chars::is_alphanumeric;
use super::data::{Quote, QuoteStyle};
use crate::share::Share;
use crate::span::{Span, floor};
use crate::token::mark;

/// How many bytes beside a quote are looked at, and of its end: a few words.
pub(super) const REACH: usize = 64;

/// How many words of a quote are looked at: more than most titles and names have. Set by hand, as are the lengths of
/// names, titles, acronyms and small words below, with the quotes of `tests/data/quotes/kinds.txt` in view.
const MOST_WORDS: usize = 12;

/// How many bytes these words have at most, but for very long ones.
const MOST_BYTES: usize = 16 * MOST_WORDS;

/// A quote and the text beside it, as the rules of kinds see it. No more than a few words of each are
/// read.
pub(super) struct QuoteShape<'t> {
    text: &'t str,
    span: Span,
    style: QuoteStyle,
    pub(super) lead: Lead,
    pub(super) follow: Follow,
    /// Whether a capitalised word stands on both sides with nothing but a space between.
    pub(super) is_within_name: bool,
    /// Its first words.
    head: &'t str,
    pub(super) starts_upper: bool,
    pub(super) ending: Ending,
    /// Whether it has the form of speech: a cry, or a sentence where one can stand.
    pub(super) is_speech: bool,
    spelling: OnceCell<Spelling>,
}

/// What stands before a quote.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// The start of a paragraph.
    Paragraph,
    /// The end of a sentence.
    Sentence,
    Comma,
    /// A colon or a dash.
    Colon,
    /// A word of the same sentence.
    Word,
}

/// What stands after a quote.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Follow {
    Comma,
    /// A word that begins with a small letter, with a space before it.
    Word,
    Other,
}

/// How the words between the marks end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// With `?`, `!`, an ellipsis or a dash.
    Cry,
    Stop,
    Comma,
    Word,
}

impl<'t> QuoteShape<'t> {
    pub(super) fn of(text: &'t str, quote: &Quote) -> QuoteShape<'t> {
        let span = quote.span;
        let before = &text[floor(text, span.start().saturating_sub(REACH))..span.start()];
        let after = &text[span.end()..floor(text, span.end() + REACH)];
        let before = before.trim_end_matches(['_', '*']);
        let head_end = floor(text, span.end().min(span.start() + MOST_BYTES));
        let head = text[span.start()..head_end].trim_start_matches(is_meaningless);
        let tail_start = span.end().saturating_sub(REACH).max(span.start());
        let first = head.chars().find(|&c| is_alphanumeric(c));
        let mut shape = QuoteShape {
            text,
            span,
            style: quote.style,
            lead: lead(before),
            follow: follow(after),
            is_within_name: starts_with_name(after) && ends_with_name(before),
            head,
            starts_upper: first.is_some_and(char::is_uppercase),
            ending: ending(&text[floor(text, tail_start)..span.end()]),
            is_speech: false,
            spelling: OnceCell::new(),
        };
        shape.is_speech = shape.has_form_of_speech();
        shape
    }

    fn has_form_of_speech(&self) -> bool {
        // Japanese has no spaces to count words by.
        let has_corners = matches!(self.style, QuoteStyle::Corners | QuoteStyle::WhiteCorners);
        let is_led_in = matches!(self.lead, Lead::Comma | Lead::Colon);
        self.ending == Ending::Cry
            || is_led_in && (self.starts_upper || self.ends_sentence())
            || self.starts_sentence()
                && (has_corners || self.ends_sentence() || self.follow == Follow::Comma)
    }

    /// Where the quote starts.
    #[cfg(test)]
    pub(super) fn position(&self) -> usize {
        self.span.start()
    }

    /// Whether it starts a paragraph or a sentence.
    pub(super) fn starts_sentence(&self) -> bool {
        matches!(self.lead, Lead::Paragraph | Lead::Sentence)
    }

    /// Whether it ends as a sentence does that stands in marks.
    pub(super) fn ends_sentence(&self) -> bool {
        matches!(self.ending, Ending::Stop | Ending::Comma)
    }

    /// Whether its mark is one of these.
    pub(super) fn opens_with(&self, marks: [char; 2]) -> bool {
        self.text[self.span].starts_with(marks)
    }

    pub(super) fn has_words(&self) -> bool {
        first_words(self.head).any(|word| word.contains(is_alphanumeric))
    }

    /// How its first words are spelled.
    pub(super) fn spelling(&self) -> &Spelling {
        self.spelling.get_or_init(|| Spelling::of(self.head))
    }

    /// Whether its first words have capitals only, more than a short acronym has.
    pub(super) fn is_capitals(&self) -> bool {
        const LONGEST_ACRONYM: usize = 3;
        let letters = || {
            let words = first_words(self.head);
            words.flat_map(|word| word.chars().filter(|c| c.is_alphabetic()))
        };
        letters().all(char::is_uppercase) && letters().nth(LONGEST_ACRONYM).is_some()
    }
}

fn lead(before: &str) -> Lead {
    let words = before.trim_end();
    if before[words.len()..].matches('\n').count() > 1 {
        return Lead::Paragraph;
    }
    match words.chars().next_back() {
        None => Lead::Paragraph,
        Some('.' | '?' | '!' | '…') => Lead::Sentence,
        Some(',' | ';') => Lead::Comma,
        Some(':' | '—' | '–' | '―' | '-') => Lead::Colon,
        Some(c) if mark::is_apostrophe(c) && ends_with_apostrophe(words) => Lead::Word,
        // After another quote: a new sentence, or the same one's next words.
        Some(c) if mark::can_close_in_some_language(c) => Lead::Sentence,
        _ => Lead::Word,
    }
}

fn follow(after: &str) -> Follow {
    let mut rest = after.chars();
    match rest.next() {
        Some(',') => Follow::Comma,
        Some(' ') if rest.next().is_some_and(char::is_lowercase) => Follow::Word,
        _ => Follow::Other,
    }
}

/// Whether a text starts with a space and a capitalised word.
fn starts_with_name(text: &str) -> bool {
    text.strip_prefix(' ')
        .is_some_and(|text| text.starts_with(char::is_uppercase))
}

/// Whether a text ends with a capitalised word and a space.
fn ends_with_name(text: &str) -> bool {
    let Some(text) = text.strip_suffix(' ') else {
        return false;
    };
    let last_word = text.rsplit([' ', '\n']).next().unwrap_or_default();
    last_word.starts_with(char::is_uppercase)
        && last_word.ends_with(|c: char| c.is_alphabetic() || c == '.')
}

/// Whether a text ends with a mark that follows a letter, as a possessive's does.
fn ends_with_apostrophe(text: &str) -> bool {
    text.chars().nth_back(1).is_some_and(char::is_alphabetic)
}

fn ending(tail: &str) -> Ending {
    let is_dash = |c: char| matches!(c, '-' | '—' | '–');
    let inner = tail.trim_end_matches(|c| is_meaningless(c) && !is_dash(c));
    let whole = tail.trim_end_matches(|c: char| is_meaningless(c) && !c.is_whitespace());
    match inner.chars().next_back() {
        Some('?' | '!' | '…' | '-' | '—' | '–') => Ending::Cry,
        // Before the mark, white space stands where a dash was lost.
        _ if whole.ends_with(' ') && inner.len() > 1 => Ending::Cry,
        Some('.') if inner.ends_with("..") => Ending::Cry,
        Some('.') => Ending::Stop,
        Some(',' | ';') => Ending::Comma,
        _ => Ending::Word,
    }
}

/// Whether a character stands between words and marks without a meaning for the kind.
fn is_meaningless(c: char) -> bool {
    !is_alphanumeric(c) && !matches!(c, '.' | ',' | '!' | '?' | '…' | ';')
}

/// How the first [`MOST_WORDS`] words are spelled.
#[derive(Default)]
pub(super) struct Spelling {
    /// How many words there are.
    pub(super) words: usize,
    upper: usize,
    ends_upper: bool,
    /// How many words begin with a small letter and are no small words such as "of" or "from".
    long_lower: usize,
}

impl Spelling {
    fn of(head: &str) -> Spelling {
        const SMALL_WORD: usize = 4;
        let mut spelling = Spelling::default();
        for word in first_words(head) {
            let word = word.trim_matches(|c: char| !is_alphanumeric(c));
            let Some(first) = word.chars().next() else {
                continue;
            };
            let is_long = word.chars().nth(SMALL_WORD).is_some();
            spelling.words += 1;
            spelling.ends_upper = !first.is_lowercase();
            spelling.upper += usize::from(first.is_uppercase());
            spelling.long_lower += usize::from(first.is_lowercase() && is_long);
        }
        spelling
    }

    /// Whether there may be more words than were looked at.
    pub(super) fn is_cut(&self) -> bool {
        self.words >= MOST_WORDS
    }

    /// Whether the words could be a name or a part of one.
    pub(super) fn is_name(&self) -> bool {
        const LONGEST_NAME: usize = 3;
        self.words <= LONGEST_NAME && self.upper > 0 && self.long_lower == 0
    }

    /// Whether the words are spelled as a title is: all but the small ones with a capital.
    pub(super) fn is_title(&self) -> bool {
        /// One word with a capital is a name or begins a sentence.
        const FEWEST_WORDS: usize = 2;
        self.words >= FEWEST_WORDS
            && !self.is_cut()
            && self.long_lower == 0
            && self.ends_upper
            && Share::HALF.is_reached(self.upper, self.words)
    }
}

fn first_words(head: &str) -> impl Iterator<Item = &str> {
    head.split_whitespace().take(MOST_WORDS)
}
