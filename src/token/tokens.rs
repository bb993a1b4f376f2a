//! The tokens of a text, one after the other.

use std::iter::FusedIterator;

use super::byte_class::{self, ByteClass};
use super::cursor::{byte, character, extension_end, white_space};
use super::kind::{Token, TokenKind};
use super::mark;
use super::orthography::Orthography;
use super::window::Window;
use super::{plain, web, word};

/// The tokens of a text, in its order. [`Tokenizer::tokens`](crate::Tokenizer::tokens) makes it.
///
/// ```
/// let tokens = quotation::Tokenizer::new().tokens("It holds.");
/// assert_eq!(tokens.count(), 3);
/// ```
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    /// The text without the white space at its end, so that a token follows wherever a break does.
    text: &'t str,
    orthography: &'static Orthography,
    window: Window,
}

impl<'t> Tokens<'t> {
    /// The tokens from byte `at` on, where the text has no white space.
    pub(super) fn new(text: &'t str, orthography: &'static Orthography, at: usize) -> Tokens<'t> {
        Tokens {
            text,
            orthography,
            window: Window::new(text.as_bytes(), at),
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    // A call for each token would keep the window in memory: a fifth of the time.
    #[inline(always)]
    fn next(&mut self) -> Option<Token> {
        let bytes = self.text.as_bytes();
        loop {
            while self.window.is_done() {
                self.window = self.window.following(bytes)?;
            }
            let (start, end) = self.window.visit();
            let first = bytes[start];
            if plain::is_token(first, byte(bytes, end)) {
                return Some(Token::new(start, end, plain::kind(first)));
            }
            let (end, kind) = at(self.text, self.orthography, start, end);
            self.window.skip_to(end);
            if let Some(kind) = kind {
                return Some(Token::new(start, end, kind));
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let rest = self.text.len() - self.window.at();
        (usize::from(rest > 0), Some(rest))
    }
}

impl FusedIterator for Tokens<'_> {}

/// The end and kind of what starts at `start`; white space that is no break has no kind. Of a word,
/// the letters up to `letters` are known.
#[inline(never)]
fn at(
    text: &str,
    orthography: &Orthography,
    start: usize,
    letters: usize,
) -> (usize, Option<TokenKind>) {
    let bytes = text.as_bytes();
    let next = start + 1;
    let (end, kind) = match ByteClass::of(bytes[start]) {
        ByteClass::Letter => word::word_of_letters(text, orthography, start, letters),
        ByteClass::Dot => full_stop(text, orthography, start),
        ByteClass::NonAscii => return beyond_ascii(text, orthography, start),
        ByteClass::Space => return (next, None),
        ByteClass::LineEnd => line_end(text, start),
        ByteClass::Digit => word::word(text, orthography, start, next),
        ByteClass::Quote => mark_or(text, orthography, start, TokenKind::Symbol),
        ByteClass::Comma => mark_or(text, orthography, start, TokenKind::Punctuation),
        ByteClass::Escape => mark_or(text, orthography, start, TokenKind::Punctuation),
        ByteClass::Hyphen => (dash_end(text, start), TokenKind::Dash),
        ByteClass::At => match web::handle_end(bytes, start) {
            Some(end) => (end, TokenKind::Handle),
            None => (next, TokenKind::Symbol),
        },
        ByteClass::Hash => match web::hashtag_end(text, start) {
            Some(end) => (end, TokenKind::Hashtag),
            None => (next, TokenKind::Symbol),
        },
        ByteClass::Currency => currency(text, orthography, start, '$'),
        ByteClass::Colon | ByteClass::Underscore | ByteClass::Punctuation => {
            (next, TokenKind::Punctuation)
        }
        ByteClass::Symbol => (extension_end(text, next), TokenKind::Symbol),
    };
    (end, Some(kind))
}

fn beyond_ascii(text: &str, orthography: &Orthography, start: usize) -> (usize, Option<TokenKind>) {
    if let Some(mark) = mark::mark_at(text, &orthography.apostrophes, start) {
        return (mark.end(), Some(TokenKind::Mark(mark.side)));
    }
    let c = character(text, start);
    let next = start + c.len_utf8();
    let (end, kind) = match c {
        _ if byte_class::is_dash(c) => (dash_end(text, start), TokenKind::Dash),
        '…' => (dots_end(text, start), TokenKind::Ellipsis),
        _ if byte_class::is_word(c) => word::word(text, orthography, start, next),
        _ if byte_class::is_line_end(c) => line_end(text, start),
        _ if c.is_whitespace() => return (next, None),
        _ if byte_class::is_currency(c) => currency(text, orthography, start, c),
        _ if byte_class::is_punctuation(c) => (next, TokenKind::Punctuation),
        _ => (extension_end(text, next), TokenKind::Symbol),
    };
    (end, Some(kind))
}

/// The quotation mark at `start`, or one character of another kind.
fn mark_or(
    text: &str,
    orthography: &Orthography,
    start: usize,
    kind: TokenKind,
) -> (usize, TokenKind) {
    match mark::mark_at(text, &orthography.apostrophes, start) {
        Some(mark) => (mark.end(), TokenKind::Mark(mark.side)),
        None => (start + 1, kind),
    }
}

/// A number with a sign of currency before it, or the sign alone.
fn currency(text: &str, orthography: &Orthography, start: usize, sign: char) -> (usize, TokenKind) {
    let next = start + sign.len_utf8();
    match text.as_bytes()[next..] {
        [b'0'..=b'9', ..] => word::word(text, orthography, start, next),
        [b'.', b'0'..=b'9', ..] => word::word(text, orthography, start, next + 1),
        _ => (next, TokenKind::Symbol),
    }
}

/// A full stop, the decimals of a number, or an ellipsis of full stops together or apart.
fn full_stop(text: &str, orthography: &Orthography, start: usize) -> (usize, TokenKind) {
    let bytes = text.as_bytes();
    match bytes[start + 1..] {
        [b' ' | b'\n', b'A'..=b'Z' | b'\n', ..] => (start + 1, TokenKind::Punctuation),
        [b'.', ..] => (dots_end(text, start), TokenKind::Ellipsis),
        [b'0'..=b'9', ..] if start == 0 || bytes[start - 1].is_ascii_whitespace() => {
            word::word(text, orthography, start, start + 1)
        }
        [b' ', b'.', b' ', b'.', ..] => {
            let mut end = start + 5;
            while bytes[end..].starts_with(b" .") {
                end += 2;
            }
            (end, TokenKind::Ellipsis)
        }
        _ => (start + 1, TokenKind::Punctuation),
    }
}

fn dots_end(text: &str, start: usize) -> usize {
    let dots = text[start..].trim_start_matches(['.', '…']);
    text.len() - dots.len()
}

fn dash_end(text: &str, start: usize) -> usize {
    let dashes = text[start..].trim_start_matches(|c| c == '-' || byte_class::is_dash(c));
    text.len() - dashes.len()
}

/// The break that the line end at `start` begins.
fn line_end(text: &str, start: usize) -> (usize, TokenKind) {
    let found = white_space(text, start);
    match found.line_ends {
        1 => (found.first_line_end, TokenKind::LineBreak),
        _ => (found.last_line_end, TokenKind::ParagraphBreak),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::{MarkSide, Tokenizer};

    /// The tokens with a bar between them; a break is shown as `/` or `//`.
    fn split(text: &str) -> String {
        let tokens = Tokenizer::new()
            .tokens(text)
            .map(|token| match token.kind() {
                TokenKind::LineBreak => "/",
                TokenKind::ParagraphBreak => "//",
                _ => token.text(text),
            });
        tokens.collect::<Vec<_>>().join("|")
    }

    fn kinds(text: &str) -> Vec<TokenKind> {
        Tokenizer::new().tokens(text).map(Token::kind).collect()
    }

    /// Each text is one token of the kind.
    fn assert_kind(kind: TokenKind, texts: &[&str]) {
        for text in texts {
            assert_eq!(kinds(text), [kind], "{text}: {}", split(text));
        }
    }

    #[test]
    fn words() {
        assert_kind(
            TokenKind::Word,
            &[
                "a",
                "word",
                "don't",
                "don’t",
                "O'Brien",
                "32-member",
                "Rutte's",
                "mid-1990s",
                "rock'n'roll",
                "AT&T",
                "naïve",
                "Müller-Thurgau",
                "Ελλάδα",
                "हिन्दी",
                "e\u{301}te\u{301}",
                "COVID-19",
                "U.S.-led",
                "U.S.'s",
                "Lt.-Gov",
                "snake_case",
                "coöperate’s",
                "Jean‐Luc",
                "well-to-do",
                "10-year-old",
                "donaudampfschifffahrtsgesellschaft",
            ],
        );
        assert_eq!(split("the girls' room"), "the|girls|'|room");
        assert_eq!(split("rock 'n' roll"), "rock|'|n|'|roll");
        assert_eq!(split("’Tis"), "’|Tis");
        assert_eq!(
            split("and/or pre- and _very_ good"),
            "and|/|or|pre|-|and|_|very|_|good"
        );
        assert_eq!(split("a\u{a0}b\u{3000}c\u{200b}d"), "a|b|c|\u{200b}|d");
    }

    #[test]
    fn numbers() {
        assert_kind(
            TokenKind::Number,
            &[
                "1",
                "2018",
                "1,000.50",
                "3rd",
                "$5m",
                "10%",
                "£3.2bn",
                "9/11",
                "4-4",
                "1990s",
                "10:30",
                "½",
                "20°C",
                "US$5",
                "€.50",
                "1980's",
                "555-1234",
                "12.5",
                ".5",
                "5€",
                "1,000,000",
            ],
        );
        assert_eq!(split("9/11? In 2016,2017."), "9/11|?|In|2016|,|2017|.");
        assert_eq!(split("2–1, 3 % #1"), "2|–|1|,|3|%|#|1");
        assert_eq!(split("$ 5 and 1,2345"), "$|5|and|1|,|2345");
    }

    #[test]
    fn abbreviations() {
        assert_kind(
            TokenKind::Abbreviation,
            &[
                "Mr.", "U.S.", "U.S.A.", "a.m.", "J.", "J.K.", "D-Ill.", "D-N.Y.", "Ph.D.", "e.g.",
                "Lt.-Gov.", "Inc.", "Jan.", "É.",
            ],
        );
        assert_eq!(split("J. K. Rowling"), "J.|K.|Rowling");
        assert_eq!(split("No. 10 said “No.”"), "No.|10|said|“|No|.|”");
        assert_eq!(split("(R-Fla.), a Capt.,"), "(|R-Fla.|)|,|a|Capt.|,");
        assert_eq!(split("Bob Casey, D-Pa., won."), "Bob|Casey|,|D-Pa.|,|won|.");
        assert_eq!(split("So do I. The end.The"), "So|do|I|.|The|end|.|The");
        assert_eq!(split("etc... U.S Mr.Smith"), "etc|...|U.S|Mr.|Smith");
    }

    #[test]
    fn addresses() {
        assert_kind(
            TokenKind::Url,
            &[
                "http://example.com",
                "https://example.com/a_(b)?c=d,e#f",
                "www.example.com",
                "ftp://a.b/",
                "WWW.example.org/x'y",
            ],
        );
        assert_kind(
            TokenKind::Email,
            &[
                "ann@example.com",
                "a.b-c+d_e@mail.example.co.uk",
                "x1@y2.org",
            ],
        );
        assert_kind(TokenKind::Handle, &["@quotation", "@a_1", "@a.b"]);
        assert_kind(TokenKind::Hashtag, &["#rust", "#2020vision", "#größe"]);
        assert_eq!(split("(see www.example.com)."), "(|see|www.example.com|)|.");
        assert_eq!(
            split("“http://a.b/c”, a@b, a@b.c."),
            "“|http://a.b/c|”|,|a|@b|,|a|@b|.|c|."
        );
        assert_eq!(split("http:// @ # x@"), "http|:|/|/|@|#|x|@");
        assert_eq!(
            split("Write to ann@example.com."),
            "Write|to|ann@example.com|."
        );
    }

    #[test]
    fn dashes_and_ellipses() {
        assert_kind(
            TokenKind::Dash,
            &["-", "--", "---", "–", "—", "――", "−", "⸺"],
        );
        assert_kind(
            TokenKind::Ellipsis,
            &["…", "..", "...", "....", ". . .", ". . . .", "……", "...…"],
        );
        assert_eq!(split("a - b--c — d—e"), "a|-|b|--|c|—|d|—|e");
        assert_eq!(
            split("Well ... no. . . . Yes. . No"),
            "Well|...|no|. . . .|Yes|.|.|No"
        );
    }

    #[test]
    fn marks() {
        use MarkSide::{Apostrophe, Closing, Opening};
        use TokenKind::{Mark, Punctuation, Word};
        assert_eq!(
            kinds("``Yes,''"),
            [Mark(Opening), Word, Punctuation, Mark(Closing)]
        );
        assert_eq!(
            kinds("“’tis”"),
            [Mark(Opening), Mark(Apostrophe), Word, Mark(Closing)]
        );
        assert_eq!(split("«a» ‹b› „c“ 「d」"), "«|a|»|‹|b|›|„|c|“|「|d|」");
    }

    #[test]
    fn breaks() {
        assert_eq!(
            split("\n\n a\nb\r\nc \n d\r\n\r\ne\n \t\nf\u{2029}g\x0ch\ri \n\n"),
            "a|/|b|/|c|/|d|//|e|//|f|//|g|//|h|/|i"
        );
        let text = "a \r\n \r\n b";
        let tokens: Vec<Token> = Tokenizer::new().tokens(text).collect();
        assert_eq!(tokens[1].text(text), "\r\n \r\n");
        assert_eq!(split(" \n "), "");
        assert_eq!(split(""), "");
    }

    #[test]
    fn signs() {
        assert_eq!(
            split("a + b = c; 👍🏽 ©x (y) [z]!?"),
            "a|+|b|=|c|;|👍🏽|©|x|(|y|)|[|z|]|!|?"
        );
        assert_eq!(kinds("+ 👍🏽 ©"), [TokenKind::Symbol; 3]);
        assert_eq!(kinds("; § ¿"), [TokenKind::Punctuation; 3]);
    }

    #[test]
    fn the_iterator_is_fused() {
        let mut tokens = Tokenizer::new().tokens("a");
        assert!(tokens.next().is_some());
        assert_eq!((tokens.next(), tokens.next()), (None, None));
    }
}
