//! What a quote is used for, as far as its form and the text beside it tell.
//!
//! No word is known here: a capital letter, a comma, a colon and the place in the paragraph decide.
//! What needs the words (`said`, `called`, `a film`) is left to a later stage, which may set the
//! kind anew.

use std::cell::LazyCell;

use super::chars::{floor, is_alphanumeric};
use super::{Quote, QuoteKind, QuoteStyle};
use crate::span::Span;

/// How many bytes beside a quote are looked at.
const REACH: usize = 64;

/// How many words of a quote are looked at.
const WORDS: usize = 12;

/// Sets the kind of each quote. Constant time a quote.
pub(super) fn classify(text: &str, quotes: &mut [Quote]) {
    let mut last = None;
    for quote in quotes {
        let goes_on = last.is_some_and(|end| goes_on(text, end, quote));
        quote.kind = of(text, quote, goes_on);
        if quote.depth == 0 {
            last = (quote.kind == QuoteKind::Speech).then_some(quote.span.end());
        }
    }
}

/// How far speech can be interrupted by a few words of narration.
const INTERRUPTION: usize = 160;

/// Whether a quote takes up speech that ended at `end` with a comma or a dash in the same sentence:
/// “…,” he said, “…”.
fn goes_on(text: &str, end: usize, quote: &Quote) -> bool {
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

fn of(text: &str, quote: &Quote, goes_on: bool) -> QuoteKind {
    let is_unmarked = matches!(quote.style, QuoteStyle::Dash | QuoteStyle::Script);
    if goes_on || is_unmarked || !quote.pieces.is_empty() {
        return QuoteKind::Speech;
    }
    // These marks stand around titles only.
    if text[quote.span].starts_with(['《', '〈']) {
        return QuoteKind::Title;
    }
    let ends = Ends::of(text, quote.span);
    let place = Place::of(text, quote.span);
    let starts = matches!(place.lead, Lead::Paragraph | Lead::Sentence);
    let is_sentence = ends.last == Last::Stop || ends.last == Last::Comma;
    let is_led_in = place.lead == Lead::Comma || place.lead == Lead::Colon;
    // Japanese has no spaces to count words by.
    let is_corner = matches!(quote.style, QuoteStyle::Corners | QuoteStyle::WhiteCorners);
    let is_speech = ends.last == Last::Cry
        || is_corner && starts
        || is_led_in && (ends.starts_upper || is_sentence)
        || starts && (is_sentence || place.follow == Follow::Comma);
    if is_speech && !place.within_name && place.lead != Lead::Word && place.lead != Lead::Colon {
        return QuoteKind::Speech;
    }
    if !has_words(ends.head) {
        return QuoteKind::Unknown;
    }
    let words = LazyCell::new(|| Words::of(ends.head));
    match place.lead {
        _ if place.within_name && words.is_name() && ends.last == Last::Word => QuoteKind::Nickname,
        Lead::Word | Lead::Colon if is_capitals(ends.head) && ends.last != Last::Cry => {
            QuoteKind::Sign
        }
        _ if is_speech => QuoteKind::Speech,
        Lead::Word if ends.starts_upper && words.is_title() => QuoteKind::Title,
        _ if starts && ends.starts_upper && words.is_title() => QuoteKind::Fragment,
        // A sentence that goes on after the mark needs a comma before it, if it reports speech.
        Lead::Sentence if place.follow == Follow::Word && words.count < WORDS => {
            QuoteKind::Fragment
        }
        _ if starts && words.count > 2 => QuoteKind::Speech,
        Lead::Word if ends.starts_upper && words.count > 3 && is_sentence => QuoteKind::Speech,
        _ => QuoteKind::Fragment,
    }
}

/// What stands before a quote.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
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
enum Follow {
    Comma,
    /// A word that begins with a small letter, with a space before it.
    Word,
    Other,
}

struct Place {
    lead: Lead,
    follow: Follow,
    /// Whether a capitalised word stands on both sides with nothing but a space between.
    within_name: bool,
}

impl Place {
    fn of(text: &str, span: Span) -> Place {
        let before = &text[floor(text, span.start().saturating_sub(REACH))..span.start()];
        let after = &text[span.end()..floor(text, span.end() + REACH)];
        let before = before.trim_end_matches(['_', '*']);
        let words = before.trim_end();
        let paragraph = before[words.len()..].matches('\n').count() > 1;
        let lead = match words.chars().next_back() {
            None => Lead::Paragraph,
            _ if paragraph => Lead::Paragraph,
            Some('.' | '?' | '!' | '…') => Lead::Sentence,
            Some(',' | ';') => Lead::Comma,
            Some(':' | '—' | '–' | '―' | '-') => Lead::Colon,
            Some('’' | '\'') if ends_in_apostrophe(words) => Lead::Word,
            // After another quote: a new sentence, or the same one's next words.
            Some('"' | '”' | '’' | '\'' | '»' | '“') => Lead::Sentence,
            _ => Lead::Word,
        };
        let mut rest = after.chars();
        let (first, second) = (rest.next(), rest.next());
        let follow = match first {
            Some(',') => Follow::Comma,
            Some(' ') if second.is_some_and(char::is_lowercase) => Follow::Word,
            _ => Follow::Other,
        };
        let before_name = first == Some(' ') && second.is_some_and(char::is_uppercase);
        Place {
            lead,
            follow,
            within_name: before_name && ends_in_name(before),
        }
    }
}

/// Whether a text ends with a capitalised word and a space.
fn ends_in_name(text: &str) -> bool {
    let Some(text) = text.strip_suffix(' ') else {
        return false;
    };
    let last_word = text.rsplit([' ', '\n']).next().unwrap_or_default();
    last_word.starts_with(char::is_uppercase)
        && last_word.ends_with(|c: char| c.is_alphabetic() || c == '.')
}

/// Whether a text ends with a mark that follows a letter, as a possessive's does.
fn ends_in_apostrophe(text: &str) -> bool {
    text.chars().nth_back(1).is_some_and(char::is_alphabetic)
}

/// How the words between the marks end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// `?`, `!`, an ellipsis or a dash.
    Cry,
    Stop,
    Comma,
    Word,
}

/// The two ends of what stands between the marks. No more than these are read.
struct Ends<'t> {
    /// The first words.
    head: &'t str,
    starts_upper: bool,
    last: Last,
}

impl<'t> Ends<'t> {
    fn of(text: &'t str, span: Span) -> Ends<'t> {
        let is_mark =
            |c: char| !is_alphanumeric(c) && !matches!(c, '.' | ',' | '!' | '?' | '…' | ';');
        let is_dash = |c: char| matches!(c, '-' | '—' | '–');
        let head_end = floor(text, span.end().min(span.start() + WORDS * 16));
        let head = text[span.start()..head_end].trim_start_matches(is_mark);
        let tail_start = span.end().saturating_sub(REACH).max(span.start());
        let tail = &text[floor(text, tail_start)..span.end()];
        let inner = tail.trim_end_matches(|c| is_mark(c) && !is_dash(c));
        let whole = tail.trim_end_matches(|c: char| is_mark(c) && !c.is_whitespace());
        let last = match inner.chars().next_back() {
            Some('?' | '!' | '…' | '-' | '—' | '–') => Last::Cry,
            // Before the mark, white space stands where a dash was lost.
            _ if whole.ends_with(' ') && inner.len() > 1 => Last::Cry,
            Some('.') if inner.ends_with("..") => Last::Cry,
            Some('.') => Last::Stop,
            Some(',' | ';') => Last::Comma,
            _ => Last::Word,
        };
        let first = head.chars().find(|&c| is_alphanumeric(c));
        Ends {
            head,
            starts_upper: first.is_some_and(char::is_uppercase),
            last,
        }
    }
}

/// How the first [`WORDS`] words are spelled.
#[derive(Default)]
struct Words {
    count: usize,
    upper: usize,
    ends_upper: bool,
    /// Words of five letters or more that begin with a small letter.
    long_lower: usize,
}

impl Words {
    fn of(head: &str) -> Words {
        let mut words = Words::default();
        for word in first_words(head) {
            let word = word.trim_matches(|c: char| !is_alphanumeric(c));
            let Some(first) = word.chars().next() else {
                continue;
            };
            words.count += 1;
            words.ends_upper = !first.is_lowercase();
            words.upper += usize::from(first.is_uppercase());
            words.long_lower += usize::from(first.is_lowercase() && word.chars().nth(4).is_some());
        }
        words
    }

    /// Whether the words could be a name or a part of one.
    fn is_name(&self) -> bool {
        self.count <= 3 && self.upper > 0 && self.long_lower == 0
    }

    /// Whether the words are spelled as a title is: all but the small ones with a capital.
    fn is_title(&self) -> bool {
        (2..WORDS).contains(&self.count)
            && self.long_lower == 0
            && self.ends_upper
            && self.upper * 2 > self.count
    }
}

fn first_words(head: &str) -> impl Iterator<Item = &str> {
    head.split_whitespace().take(WORDS)
}

fn has_words(head: &str) -> bool {
    first_words(head).any(|word| word.contains(is_alphanumeric))
}

/// Whether the first words have capitals only, more than three.
fn is_capitals(head: &str) -> bool {
    let mut capitals = 0;
    for word in first_words(head) {
        for letter in word.chars().filter(|c| c.is_alphabetic()) {
            if !letter.is_uppercase() {
                return false;
            }
            capitals += 1;
        }
    }
    capitals > 3
}
