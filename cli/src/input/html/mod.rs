//! Web pages to text: what a reader sees, without menus and the like.

mod article;
mod elements;

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;
use std::ops::Range;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::extract::Extract;
use super::origin::Origin;
use elements::{EMPTY, HIDDEN, is_block};

/// How many bytes of a page are looked at for its encoding, as browsers do.
const HEAD: usize = 1024;

/// How tags are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// As browsers read pages: a script runs to its end tag, whatever it holds.
    Html,
    /// As e-books have it: any element may end in its start tag.
    Xhtml,
}

impl Syntax {
    fn of(source: &str) -> Syntax {
        match source.trim_start().starts_with("<?xml") {
            true => Syntax::Xhtml,
            false => Syntax::Html,
        }
    }
}

/// Reads a page, all of it or its article alone.
pub(crate) fn read(source: &str, whole: bool) -> (String, Origin) {
    let syntax = Syntax::of(source);
    let kept = match whole {
        true => None,
        false => article::article(source, syntax),
    };
    let mut extract = Extract::default();
    Reader::new(source, kept.as_ref(), &mut extract).read(0..source.len(), syntax);
    extract.finish(Vec::new())
}

/// Adds the text of a chapter, an article, or a stretch of HTML within another file.
pub(crate) fn add(source: &str, range: Range<usize>, syntax: Syntax, extract: &mut Extract) {
    Reader::new(source, None, extract).read(range, syntax);
}

/// What the tokenizer finds.
enum Found {
    Start {
        name: String,
        tag: Range<usize>,
        self_closing: bool,
    },
    End {
        name: String,
        tag: Range<usize>,
    },
    Words {
        words: String,
        range: Range<usize>,
    },
}

/// Gives what stands in a stretch of the source, with the ranges where it stands, to a function.
fn walk(source: &str, range: Range<usize>, syntax: Syntax, mut take: impl FnMut(Found)) {
    let mut opened: Option<(String, usize)> = None;
    let (base, source) = (range.start, &source[range]);
    let callback = |event: CallbackEvent<'_>, span: Span<usize>| -> Option<()> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (start, end) = (base + span.start, base + span.end);
        match event {
            CallbackEvent::OpenStartTag { name } => opened = Some((text(name), start)),
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some((name, start)) = opened.take() {
                    take(Found::Start {
                        name,
                        tag: start..end,
                        self_closing,
                    });
                }
            }
            CallbackEvent::EndTag { name } => take(Found::End {
                name: text(name),
                tag: start..end,
            }),
            CallbackEvent::String { value } => take(Found::Words {
                words: text(value),
                range: start..end,
            }),
            _ => {}
        }
        None
    };
    let mut emitter = CallbackEmitter::new(callback);
    emitter.naively_switch_states(syntax == Syntax::Html);
    let tokens: Result<Vec<()>, Infallible> =
        Tokenizer::new_with_emitter(source, emitter).collect();
    debug_assert!(tokens.is_ok());
}

struct Reader<'r> {
    source: &'r str,
    /// Where the elements of the article start; all are its if there is none.
    kept: Option<&'r HashSet<usize>>,
    /// The elements around.
    open: Vec<Element>,
    /// How many of each name are open.
    counts: HashMap<String, usize>,
    extract: &'r mut Extract,
}

struct Element {
    name: String,
    /// Whether its text is wanted.
    is_wanted: bool,
    /// Whether nobody sees it.
    is_hidden: bool,
    /// What stands after its text.
    mark: Option<&'static str>,
}

impl<'r> Reader<'r> {
    fn new(
        source: &'r str,
        kept: Option<&'r HashSet<usize>>,
        extract: &'r mut Extract,
    ) -> Reader<'r> {
        Reader {
            source,
            kept,
            open: Vec::new(),
            counts: HashMap::new(),
            extract,
        }
    }

    fn read(mut self, range: Range<usize>, syntax: Syntax) {
        walk(self.source, range, syntax, |found| self.take(found));
    }

    fn take(&mut self, found: Found) {
        match found {
            Found::Start {
                name,
                tag,
                self_closing,
            } => {
                if name == "br" {
                    self.extract.end_line();
                }
                if is_block(&name) {
                    self.extract.end_paragraph();
                }
                if !EMPTY.contains(&name.as_str()) && !self_closing {
                    self.start(name, tag);
                }
            }
            Found::End { name, tag } => {
                if is_block(&name) {
                    self.extract.end_paragraph();
                }
                self.end(&name, tag);
            }
            Found::Words { words, range } => {
                let is_wanted = match self.open.last() {
                    Some(around) => around.is_wanted,
                    None => self.kept.is_none(),
                };
                if is_wanted {
                    align(
                        &words,
                        &self.source[range.clone()],
                        range.start,
                        self.extract,
                    );
                }
            }
        }
    }

    fn start(&mut self, name: String, tag: Range<usize>) {
        let around = self.open.last();
        // What is hidden stays so for all within.
        let is_hidden =
            HIDDEN.contains(&name.as_str()) || around.is_some_and(|around| around.is_hidden);
        let is_wanted = !is_hidden
            && match self.kept {
                Some(kept) if is_block(&name) => kept.contains(&tag.start),
                Some(_) => around.is_some_and(|around| around.is_wanted),
                None => true,
            };
        let mut mark = None;
        if name == "q" && is_wanted && !starts_with_mark(&self.source[tag.end..]) {
            // A browser writes these marks.
            let depth = self.counts.get("q").copied().unwrap_or(0);
            let (opening, closing) = [("“", "”"), ("‘", "’")][depth % 2];
            self.extract.push_reference(opening, tag.start, tag.len());
            mark = Some(closing);
        }
        *self.counts.entry(name.clone()).or_default() += 1;
        self.open.push(Element {
            name,
            is_wanted,
            is_hidden,
            mark,
        });
    }

    /// Ends the innermost element of this name and all within; there may be none.
    fn end(&mut self, name: &str, tag: Range<usize>) {
        if self.counts.get(name).is_none_or(|&count| count == 0) {
            return;
        }
        while let Some(element) = self.open.pop() {
            if let Some(mark) = element.mark {
                self.extract.push_closing(mark, tag.start, tag.len());
            }
            if let Some(count) = self.counts.get_mut(&element.name) {
                *count -= 1;
            }
            if element.name == name {
                break;
            }
        }
    }
}

/// Whether words have quotation marks of their own.
fn starts_with_mark(words: &str) -> bool {
    let marks = [
        "\"", "“", "‘", "'", "«", "&quot;", "&ldquo;", "&lsquo;", "&laquo;",
    ];
    let words = words.trim_start();
    marks.iter().any(|mark| words.starts_with(mark))
}

/// Adds decoded words, piece by piece where the source has character references between them.
fn align(words: &str, raw: &str, from: usize, extract: &mut Extract) {
    if words == raw {
        return extract.push(words, from, raw.len());
    }
    let (mut decoded, mut left) = (words, raw);
    while !decoded.is_empty() {
        let at = from + raw.len() - left.len();
        let same = decoded
            .char_indices()
            .zip(left.chars())
            .find(|((_, one), other)| one != other || *other == '&')
            .map_or(decoded.len().min(left.len()), |((at, _), _)| at);
        if same > 0 {
            extract.push(&decoded[..same], at, same);
            (decoded, left) = (&decoded[same..], &left[same..]);
            continue;
        }
        let reference = reference_len(left);
        // A reference stands for one character or, a few, for two; what follows tells.
        let after = left[reference..].chars().next();
        let mut chars = decoded.char_indices();
        chars.next();
        let one = chars.next().map_or(decoded.len(), |(at, _)| at);
        let two = chars.next().map_or(decoded.len(), |(at, _)| at);
        let fits = |len: usize| decoded[len..].chars().next() == after || after == Some('&');
        let len = if fits(one) || !fits(two) { one } else { two };
        extract.push_reference(&decoded[..len], at, reference);
        (decoded, left) = (&decoded[len..], &left[reference..]);
    }
}

/// How many bytes a character reference has, or a line break that was read as another.
fn reference_len(raw: &str) -> usize {
    let first = raw.chars().next().map_or(0, char::len_utf8);
    if !raw.starts_with('&') {
        return if raw.starts_with("\r\n") { 2 } else { first };
    }
    let name = raw[1..]
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '#')
        .map_or(raw.len(), |end| end + 1);
    match raw[name..].starts_with(';') {
        true => name + 1,
        false => name,
    }
}

/// The encoding that a page says it is in. What no browser would believe is not believed: a page whose
/// bytes can be read so far is not in UTF-16, and names of no encoding say nothing.
pub(crate) fn declared_encoding(bytes: &[u8]) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.contains(&0) {
        return None;
    }
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let after = &head[head.find("charset=")? + "charset=".len()..];
    let label: String = after
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    let encoding = Encoding::for_label(label.as_bytes())?;
    (encoding != UTF_16LE && encoding != UTF_16BE).then(|| encoding.name())
}

#[cfg(test)]
mod tests {
    use super::super::origin::Units;
    use super::*;

    fn sources_of(source: &str, whole: bool, words: &[&str]) -> Vec<String> {
        let (text, origin) = read(source, whole);
        let origin = origin.decoded_by(Units::Utf8 { mark: 0 });
        let source_of = |words: &&str| {
            let at = text
                .find(words)
                .unwrap_or_else(|| panic!("{words} in {text}"));
            let span = quotation::Span::new(at, at + words.len()).unwrap();
            let location = origin.location(span).unwrap();
            source[location.start..location.end].to_owned()
        };
        words.iter().map(source_of).collect()
    }

    #[test]
    fn blocks_stand_apart() {
        let (text, _) = read("<p>One\n  two<p>three<br>four<div>a<b>b</b></div>", true);
        assert_eq!(text, "One two\n\nthree\nfour\n\nab");
    }

    #[test]
    fn locations_lead_back_through_references_and_tags() {
        let source = "<p>&ldquo;It <i>will</i>  hold,&rdquo; said &#73;nes&nbsp;Okoro &amp; others";
        let found = sources_of(source, true, &["“It will hold,”", "Ines", "Okoro", "&"]);
        assert_eq!(
            found,
            [
                "&ldquo;It <i>will</i>  hold,&rdquo;",
                "&#73;nes",
                "Okoro",
                "&amp;"
            ]
        );
    }

    #[test]
    fn menus_are_left_out() {
        let story = "<p>“The dam will hold,” said Ines Okoro, the chief engineer, at a crowded \
            meeting in the town hall, where many had come to hear her, and more stood outside.</p>";
        let page = format!(
            "<html><head><title>A dam</title></head><body><nav><ul><li><a href=/>Home</a><li>\
            <a href=/s>Sports</a></ul></nav><article><h1>A dam</h1>{}</article>\
            <footer><p>All rights reserved</p></footer></body></html>",
            story.repeat(6)
        );
        let (text, _) = read(&page, false);
        assert!(text.starts_with("A dam\n\n“The dam will hold,”"), "{text}");
        assert!(
            !text.contains("Sports") && !text.contains("rights"),
            "{text}"
        );
        let (text, _) = read(&page, true);
        assert!(text.contains("Sports") && text.contains("rights"), "{text}");
        assert_eq!(sources_of(&page, false, &["Ines Okoro"]), ["Ines Okoro"]);
    }

    #[test]
    fn elements_of_chapters_end_in_their_start_tags() {
        let source = "<?xml version=\"1.0\"?><html><head><title/><style/><script src=\"a\"/></head>\
            <body><p>“It holds.”</p></body></html>";
        assert_eq!(read(source, true).0, "“It holds.”");
    }

    #[test]
    fn marks_of_elements_are_written() {
        let source = "<p>It starts <q>in <q>early</q> spring </q>, she said, <q>“at last”</q>.";
        let (text, _) = read(source, true);
        assert_eq!(text, "It starts “in ‘early’ spring” , she said, “at last”.");
        let found = sources_of(source, true, &["“in", "spring” "]);
        assert_eq!(found, ["<q>in", "spring </q>"]);
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        let source = "<p>sa&shy;id the chief engi\u{ad}neer To\u{200b}mas Lindqvist";
        let (text, _) = read(source, true);
        assert_eq!(text, "said the chief engineer Tomas Lindqvist");
        let found = sources_of(source, true, &["said", "engineer", "Tomas"]);
        assert_eq!(found, ["sa&shy;id", "engi\u{ad}neer", "To\u{200b}mas"]);
    }

    #[test]
    fn only_encodings_that_can_be_are_believed() {
        let declared = |name| declared_encoding(format!("<meta charset=\"{name}\">").as_bytes());
        assert_eq!(declared("iso-8859-1"), Some("windows-1252"));
        assert_eq!(declared("utf-16"), None);
        assert_eq!(declared("klingon"), None);
    }

    #[test]
    fn pages_that_nest_without_end_are_read() {
        for (start, depth) in [
            ("<div>", 20_000),
            ("<b><i>", 10_000),
            ("<table><tr><td>", 5_000),
            ("<div/>", 10_000),
        ] {
            let page = start.repeat(depth) + "<p>“It holds.”</p>";
            assert!(read(&page, false).0.ends_with("“It holds.”"), "{start}");
        }
        let nested = "<div>".repeat(500) + "<p>“It holds.”</p>" + &"</div>".repeat(500);
        assert!(read(&nested.repeat(3), false).0.ends_with("“It holds.”"));
    }

    #[test]
    fn articles_are_found_in_pages_without_end_tags() {
        let story = "<p>“The dam will hold,” said Ines Okoro, the chief engineer, at a crowded \
            meeting in the town hall, where many had come to hear her, and more stood outside.";
        let page = format!(
            "<body><nav><ul><li>Home<li>Sports</ul></nav><article>{}</article>",
            story.repeat(700)
        );
        let (text, _) = read(&page, false);
        assert!(text.starts_with("“The dam") && text.ends_with("outside."));
    }

    #[test]
    fn any_page_is_read() {
        for page in [
            "",
            "<",
            "&",
            "&#",
            "<p",
            "</",
            "&amp",
            "a&notit;b",
            "<svg><p>x",
            "\r\n&\r",
        ] {
            let _ = read(page, true);
            let _ = read(page, false);
        }
    }
}
