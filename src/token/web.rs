//! Web addresses, e-mail addresses, handles and hashtags.

use super::byte_class;
use super::cursor::{is_word_at, run_end};

/// The longest local part and the longest domain that an e-mail address can have (RFC 5321).
const LONGEST_LOCAL_PART: usize = 64;
const LONGEST_DOMAIN: usize = 255;

/// The end of the e-mail address whose local part has been read up to `at`.
///
/// At most [`LONGEST_LOCAL_PART`] and [`LONGEST_DOMAIN`] bytes are read.
pub(super) fn email_end(text: &str, at: usize) -> Option<usize> {
    let rest = &text.as_bytes()[at..];
    let local = rest
        .iter()
        .take(LONGEST_LOCAL_PART)
        .position(|&b| !b.is_ascii_alphanumeric() && !b"._%+-".contains(&b))?;
    if rest[local] != b'@' {
        return None;
    }
    let domain = &rest[local + 1..];
    let length = domain
        .iter()
        .take(LONGEST_DOMAIN)
        .take_while(|&&b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-')
        .count();
    // A full stop or hyphen after it belongs to the sentence.
    let last = domain[..length]
        .iter()
        .rposition(u8::is_ascii_alphanumeric)?;
    let domain = &domain[..=last];
    let dot = domain.iter().rposition(|&b| b == b'.')?;
    let top = &domain[dot + 1..];
    (dot > 0 && top.len() >= 2 && top.iter().all(u8::is_ascii_alphabetic))
        .then_some(at + local + 1 + domain.len())
}

/// The end of the web address whose scheme and `://`, or whose `www.`, has been read up to `from`.
///
/// It reaches to white space, a quotation mark or an angle bracket, without the punctuation of the
/// sentence around it. What is read beyond its end is punctuation only and so cannot be read as a
/// web address again.
pub(super) fn url_end(text: &str, from: usize) -> Option<usize> {
    if !is_word_at(text, from) {
        return None;
    }
    let mut open = 0;
    let mut last = from;
    for (at, c) in text[from..].char_indices().map(|(i, c)| (from + i, c)) {
        if c.is_whitespace()
            || matches!(c, '<' | '>' | '"' | '`')
            || c > '\x7f' && !byte_class::is_word(c)
        {
            break;
        }
        let end = at + c.len_utf8();
        match c {
            '(' => open += 1,
            // A bracket that the address opened is its own: …/wiki/Rust_(language).
            ')' if open > 0 => {
                open -= 1;
                last = end;
            }
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | ')' | ']' | '}' | '*' | '_' => {}
            _ => last = end,
        }
    }
    Some(last)
}

/// The end of the handle that the `@` at `at` starts.
pub(super) fn handle_end(bytes: &[u8], at: usize) -> Option<usize> {
    let is_inner = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    let name = &bytes[at + 1..];
    let is_after_word = at > 0 && is_inner(bytes[at - 1]);
    let length = (0..name.len()).take_while(|&i| {
        // A full stop stands within some: "@ada.berg".
        let goes_on = || name.get(i + 1).is_some_and(u8::is_ascii_lowercase);
        is_inner(name[i]) || i > 0 && name[i] == b'.' && !is_after_word && goes_on()
    });
    let length = length.count();
    (length > 0).then_some(at + 1 + length)
}

/// The end of the hashtag that the `#` at `at` starts; one has a letter, which a rank has not.
pub(super) fn hashtag_end(text: &str, at: usize) -> Option<usize> {
    let end = run_end(text, at + 1);
    let digits = text.as_bytes()[at + 1..end].iter().all(u8::is_ascii_digit);
    (!digits).then_some(end)
}
