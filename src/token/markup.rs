//! What marks a text up for a browser. A reader sees none of it, so it is read as white space.

use std::borrow::Cow;
use std::ops::Range;

/// The elements of HTML that stand in articles, and how many line ends each is to a reader.
const ELEMENTS: &[(&str, usize)] = &[
    ("a", 0),
    ("abbr", 0),
    ("article", 2),
    ("aside", 2),
    ("b", 0),
    ("blockquote", 2),
    ("body", 2),
    ("br", 1),
    ("cite", 0),
    ("dd", 1),
    ("div", 2),
    ("dl", 2),
    ("dt", 1),
    ("em", 0),
    ("figcaption", 2),
    ("figure", 2),
    ("font", 0),
    ("footer", 2),
    ("h1", 2),
    ("h2", 2),
    ("h3", 2),
    ("h4", 2),
    ("h5", 2),
    ("h6", 2),
    ("header", 2),
    ("hr", 2),
    ("html", 2),
    ("i", 0),
    ("img", 0),
    ("li", 2),
    ("main", 2),
    ("ol", 2),
    ("p", 2),
    ("section", 2),
    ("small", 0),
    ("span", 0),
    ("strong", 0),
    ("sub", 0),
    ("sup", 0),
    ("table", 2),
    ("tbody", 2),
    ("td", 2),
    ("th", 2),
    ("thead", 2),
    ("time", 0),
    ("tr", 2),
    ("u", 0),
    ("ul", 2),
];

/// Character references that are no quotation marks, without their ampersand, and what they stand for.
const ENTITIES: &[(&str, &str)] = &[
    ("nbsp;", " "),
    ("#160;", " "),
    ("mdash;", "—"),
    ("#8212;", "—"),
    ("ndash;", "–"),
    ("#8211;", "–"),
    ("hellip;", "…"),
    ("#8230;", "…"),
];

/// The most bytes of a tag and of each half of a link. This bounds the work.
const LONGEST: usize = 1000;

/// A part of a text that is marking, and what a reader sees of it, as long as that or shorter.
struct Marking {
    range: Range<usize>,
    shown: &'static str,
}

/// A tag of HTML.
struct Element {
    range: Range<usize>,
    name: &'static str,
    closes: bool,
    line_ends: usize,
}

/// The text with as many bytes, in which tags of HTML and the addresses of Markdown's links are white space.
/// An element that begins a line of its own ends the line before. What `<blockquote>` holds stands after `>`, as in
/// Markdown, and `<cite>` at its end is a signature.
pub(crate) fn without_markup(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut shown: Option<Vec<u8>> = None;
    let mut end = 0;
    let mut blocks = Blocks::default();
    for at in memchr::memchr3_iter(b'<', b'[', b'&', bytes) {
        if at < end {
            continue;
        }
        let [first, second] = match bytes[at] {
            b'<' => [tag(text, at).map(|tag| blocks.marking(text, tag)), None],
            b'&' => [entity(text, at), None],
            _ => match quoting(bytes, at) {
                Some(tag) => [Some(tag), None],
                None => link(bytes, at),
            },
        };
        for marking in [first, second].into_iter().flatten() {
            let shown = shown.get_or_insert_with(|| bytes.to_vec());
            let stretch = &mut shown[marking.range.clone()];
            stretch.fill(b' ');
            let (start, length) = (stretch.len() - marking.shown.len(), marking.shown.len());
            // A line end stands after the blanks, so that they indent no line; a sign stands before them.
            let start = if marking.shown.starts_with('\n') {
                start
            } else {
                0
            };
            stretch[start..start + length].copy_from_slice(marking.shown.as_bytes());
            end = marking.range.end.max(end);
            if bytes[at] == b'[' {
                end = at + 1;
            }
        }
        if let Some((shown, lines)) = shown.as_mut().zip(blocks.opened.take()) {
            let is_line_end = |byte: &&mut u8| matches!(**byte, b'\n' | b'\r');
            let line_ends = shown[lines].iter_mut().filter(is_line_end);
            line_ends.for_each(|byte| *byte = b' ');
        }
    }
    match shown.map(String::from_utf8) {
        Some(Ok(shown)) => Cow::Owned(shown),
        _ => Cow::Borrowed(text),
    }
}

/// The longest block of another's words, in bytes.
const LONGEST_BLOCK: usize = 4_000;
/// The longest signature, in bytes.
const LONGEST_SIGNATURE: usize = 200;

/// What is known of the blocks of others' words while a text is read.
#[derive(Default)]
struct Blocks {
    /// The bytes of a block that was opened just now.
    opened: Option<Range<usize>>,
    /// Where the open block ends.
    end: usize,
    /// Where the last tag ends that closed one.
    after: Option<usize>,
    /// Up to where no end of a block stands.
    searched: usize,
    is_signed: bool,
}

impl Blocks {
    /// A tag with what a reader sees of it.
    fn marking(&mut self, text: &str, tag: Element) -> Marking {
        let Element { range, .. } = &tag;
        let is_within = range.start < self.end;
        let shown = match (tag.name, tag.closes) {
            ("blockquote", false) => match self.end_of_block(text, range.end) {
                Some(end) => {
                    self.end = end;
                    self.opened = Some(range.end..end);
                    "\n\n> "
                }
                None => "\n\n",
            },
            ("blockquote", true) => {
                self.end = 0;
                self.after = Some(range.end);
                "\n\n"
            }
            ("cite", false) => {
                self.is_signed = self.is_signature(text, range);
                match (self.is_signed, is_within) {
                    (false, _) => "",
                    (true, true) => "\n> —",
                    (true, false) => "—",
                }
            }
            ("cite", true) if self.is_signed && !is_within => "\n\n",
            _ if is_within && tag.line_ends > 0 => "\n> ",
            _ => &"\n\n"[..tag.line_ends],
        };
        Marking {
            range: tag.range,
            shown,
        }
    }

    /// Where the block ends that begins after its tag.
    fn end_of_block(&mut self, text: &str, start: usize) -> Option<usize> {
        let limit = text.len().min(start + LONGEST_BLOCK);
        let from = start.max(self.searched).min(limit);
        let found = memchr::memmem::find(&text.as_bytes()[from..limit], b"</blockquote>");
        if found.is_none() {
            self.searched = limit.saturating_sub("</blockquote>".len());
        }
        found.map(|length| from + length)
    }

    /// Whether a name after `<cite>` signs the block that ends after it, or ended before it.
    fn is_signature(&self, text: &str, cite: &Range<usize>) -> bool {
        let before = text[..cite.start].trim_end();
        if before.ends_with(['—', '–', '-']) {
            return false;
        }
        if cite.start >= self.end {
            return self
                .after
                .is_some_and(|after| is_marking_alone(&text[after..cite.start]));
        }
        let name = &text.as_bytes()[cite.end..self.end];
        let name = &name[..name.len().min(LONGEST_SIGNATURE)];
        memchr::memmem::find(name, b"</cite>")
            .is_some_and(|length| is_marking_alone(&text[cite.end + length..self.end]))
    }
}

/// How many tags stand around a signature.
const MOST_TAGS: usize = 8;

/// Whether a text has nothing but a few tags.
fn is_marking_alone(text: &str) -> bool {
    let mut rest = text.trim_start();
    for _ in 0..MOST_TAGS {
        let after = rest.strip_prefix('<').and_then(|tag| tag.split_once('>'));
        match after {
            Some((_, after)) => rest = after.trim_start(),
            None => break,
        }
    }
    rest.is_empty()
}

/// The tag that begins here.
fn tag(text: &str, at: usize) -> Option<Element> {
    let rest = &text.as_bytes()[at + 1..];
    let closes = rest.starts_with(b"/");
    let rest = rest.strip_prefix(b"/").unwrap_or(rest);
    let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
    let (name, after) = rest.split_at(length.count());
    let known = ELEMENTS
        .iter()
        .find(|(known, _)| known.as_bytes().eq_ignore_ascii_case(name))?;
    let close = after
        .iter()
        .take(LONGEST)
        .position(|byte| matches!(byte, b'<' | b'>'))?;
    let attributes = &after[..close];
    let is_tag = match attributes {
        [] | [b'/'] => true,
        [b' ' | b'\n' | b'\t', ..] => {
            attributes.contains(&b'=')
                || attributes.trim_ascii() == b"/"
                || attributes.trim_ascii().is_empty()
        }
        _ => false,
    };
    let end = text.len() - after.len() + close + 1;
    (is_tag && after[close] == b'>').then_some(Element {
        range: at..end,
        name: known.0,
        closes,
        line_ends: known.1,
    })
}

/// The character reference that begins here.
fn entity(text: &str, at: usize) -> Option<Marking> {
    let rest = &text.as_bytes()[at + 1..];
    let (name, shown) = ENTITIES.iter().find(|(name, _)| {
        let start = rest.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
    })?;
    Some(Marking {
        range: at..at + 1 + name.len(),
        shown,
    })
}

/// How a forum opens the words of somebody whom it names, and how that is read, so that the name stands by itself
/// and in no brackets.
const QUOTING: &[u8] = b"[quote=";
pub(crate) const QUOTING_SHOWN: &str = "==     ";
/// What closes them.
pub(crate) const QUOTING_END: &str = "[/quote]";

/// The tag that opens the words of somebody else here: `[quote=ben]`.
fn quoting(bytes: &[u8], at: usize) -> Option<Marking> {
    let range = at..at + QUOTING.len();
    let start = bytes.get(range.clone())?;
    let shown = QUOTING_SHOWN;
    start
        .eq_ignore_ascii_case(QUOTING)
        .then_some(Marking { range, shown })
}

/// The bracket that opens a link here, and all after its words: "[" and "](https://…)".
fn link(bytes: &[u8], at: usize) -> [Option<Marking>; 2] {
    let blank = |range| Marking { range, shown: "" };
    let none = [None, None];
    let ends = |byte: &u8| matches!(byte, b'[' | b']' | b'\n');
    let words = bytes[at + 1..].iter().take(LONGEST).position(ends);
    let Some(close) = words.map(|length| at + 1 + length) else {
        return none;
    };
    if !bytes[close..].starts_with(b"](") {
        return none;
    }
    let target = &bytes[close + 2..];
    let ends = |byte: &u8| matches!(byte, b')' | b'\n');
    let Some(length) = target.iter().take(LONGEST).position(ends) else {
        return none;
    };
    let is_address = |byte: &u8| matches!(byte, b'/' | b'#' | b'.');
    let address = target[..length].split(|&byte| byte == b' ').next();
    let address = address.unwrap_or_default();
    let has_title = target[..length].trim_ascii().len() > address.len();
    if target[length] != b')'
        || !address.iter().any(is_address)
        || has_title && !target[..length].ends_with(b"\"")
    {
        return none;
    }
    let end = close + 3 + length;
    // Nobody says what a picture is called.
    let is_picture = at > 0 && bytes[at - 1] == b'!';
    match is_picture {
        true => [Some(blank(at - 1..end)), None],
        false => [Some(blank(at..at + 1)), Some(blank(close..end))],
    }
}

#[cfg(test)]
mod tests {
    use super::without_markup;

    #[test]
    fn markup_is_white_space_as_long_as_it_was() {
        for (text, shown) in [
            ("<p>No.</p>", " \n\nNo.  \n\n"),
            ("No,<br/>he", "No,    \nhe"),
            ("<a href=\"é\">No</a>", "             No    "),
            ("<marta> No <b", "<marta> No <b"),
            ("a < b and b > a", "a < b and b > a"),
            ("no&nbsp;&mdash;yes", "no      —    yes"),
            ("AT&amp;T", "AT&amp;T"),
            ("[Ann](https://a.b/c) No", " Ann                 No"),
            ("![Ann](a.png) No", "              No"),
            ("[sic](he says)", "[sic](he says)"),
            ("[a](/b \"c\") d", " a          d"),
            ("[Quote=é]No[/quote]", "==     é]No[/quote]"),
            (
                "<blockquote>No.\n<br>He</blockquote> <cite>Ann</cite>",
                "        \n\n> No.  \n> He           \n\n —   Ann     \n\n",
            ),
            (
                "<blockquote>No. <cite>Ann</cite></blockquote>",
                "        \n\n> No. \n> —Ann                  \n\n",
            ),
        ] {
            assert_eq!(without_markup(text), shown, "{text}");
            assert_eq!(without_markup(text).len(), text.len(), "{text}");
        }
    }
}
