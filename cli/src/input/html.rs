//! Web pages to text: what a reader sees, without menus and the like.

use std::collections::HashSet;
use std::convert::Infallible;

use dom_smoothie::{Config, Readability};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::extract::Extract;
use super::origin::Origin;

/// Elements that stand apart from the text around them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Elements whose text nobody sees.
const HIDDEN: &[&str] = &[
    "head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title",
];
/// Elements without an end.
const EMPTY: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// How many bytes of a page are looked at for its encoding, as browsers do.
const HEAD: usize = 1024;
/// The attribute that tells which elements the article kept.
const MARK: &str = "data-quotation-at";

/// Reads a page, all of it or its article alone.
pub(crate) fn read(source: &str, whole: bool) -> (String, Origin) {
    let kept = match whole {
        true => None,
        false => article(source),
    };
    let mut extract = Extract::default();
    add(source, kept.as_ref(), &mut extract);
    extract.finish(Vec::new())
}

/// Adds the text of a page or chapter.
pub(crate) fn add(source: &str, kept: Option<&HashSet<usize>>, extract: &mut Extract) {
    let mut reader = Reader {
        source,
        kept,
        open: Vec::new(),
        extract,
    };
    walk(source, |event| reader.take(event));
}

/// What the tokenizer finds.
enum Found {
    Start {
        name: String,
        at: usize,
        self_closing: bool,
    },
    End {
        name: String,
    },
    Words {
        words: String,
        from: usize,
        to: usize,
    },
}

fn walk(source: &str, mut take: impl FnMut(Found)) {
    let mut opened: Option<(String, usize)> = None;
    let callback = |event: CallbackEvent<'_>, span: Span<usize>| -> Option<()> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match event {
            CallbackEvent::OpenStartTag { name } => opened = Some((text(name), span.start)),
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some((name, at)) = opened.take() {
                    take(Found::Start {
                        name,
                        at,
                        self_closing,
                    });
                }
            }
            CallbackEvent::EndTag { name } => take(Found::End { name: text(name) }),
            CallbackEvent::String { value } => take(Found::Words {
                words: text(value),
                from: span.start,
                to: span.end,
            }),
            _ => {}
        }
        None
    };
    let mut emitter = CallbackEmitter::new(callback);
    emitter.naively_switch_states(true);
    let tokens: Result<Vec<()>, Infallible> =
        Tokenizer::new_with_emitter(source, emitter).collect();
    debug_assert!(tokens.is_ok());
}

struct Reader<'r> {
    source: &'r str,
    /// Where the elements of the article start; all are its if there is none.
    kept: Option<&'r HashSet<usize>>,
    /// The elements around, with whether their text is wanted.
    open: Vec<(String, bool)>,
    extract: &'r mut Extract,
}

impl Reader<'_> {
    fn take(&mut self, found: Found) {
        match found {
            Found::Start {
                name,
                at,
                self_closing,
            } => {
                if name == "br" {
                    self.extract.end_line();
                }
                if is_block(&name) {
                    self.extract.end_paragraph();
                }
                if EMPTY.contains(&name.as_str()) || self_closing {
                    return;
                }
                let is_wanted = self.is_wanted(&name, at);
                self.open.push((name, is_wanted));
            }
            Found::End { name } => {
                if is_block(&name) {
                    self.extract.end_paragraph();
                }
                if let Some(place) = self.open.iter().rposition(|(open, _)| *open == name) {
                    self.open.truncate(place);
                }
            }
            Found::Words { words, from, to } => {
                let is_wanted = self.open.last().is_none_or(|&(_, is_wanted)| is_wanted);
                if is_wanted && (self.kept.is_none() || !self.open.is_empty()) {
                    align(&words, &self.source[from..to], from, self.extract);
                }
            }
        }
    }

    fn is_wanted(&self, name: &str, at: usize) -> bool {
        let around = self.open.last().map(|&(_, is_wanted)| is_wanted);
        if HIDDEN.contains(&name) {
            return false;
        }
        // What is hidden stays so for all within.
        if self
            .open
            .iter()
            .any(|(open, _)| HIDDEN.contains(&open.as_str()))
        {
            return false;
        }
        match self.kept {
            Some(kept) if is_block(name) => kept.contains(&at),
            Some(_) => around.unwrap_or(false),
            None => around.unwrap_or(true),
        }
    }
}

fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
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
            .map_or(decoded.len().min(left.len()), |((place, _), _)| place);
        if same > 0 {
            extract.push(&decoded[..same], at, same);
            (decoded, left) = (&decoded[same..], &left[same..]);
            continue;
        }
        let reference = reference_len(left);
        // A reference stands for one character or, a few, for two; what follows tells.
        let behind = left[reference..].chars().next();
        let mut chars = decoded.char_indices();
        chars.next();
        let one = chars.next().map_or(decoded.len(), |(place, _)| place);
        let two = chars.next().map_or(decoded.len(), |(place, _)| place);
        let fits = |len: usize| decoded[len..].chars().next() == behind || behind == Some('&');
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

/// Where the elements of a page's article start, if the page has one.
fn article(source: &str) -> Option<HashSet<usize>> {
    // Each element says where it stands, so that those which are kept can be told.
    let mut marked = String::with_capacity(source.len() * 5 / 4);
    let mut copied = 0;
    let mut headings: Vec<(usize, String)> = Vec::new();
    let mut is_heading = false;
    walk(source, |found| match found {
        Found::Start { name, at, .. } if is_block(&name) => {
            let behind = at + 1 + name.len();
            marked.push_str(&source[copied..behind]);
            marked.push_str(&format!(" {MARK}=\"{at}\""));
            copied = behind;
            is_heading = name == "h1";
            if is_heading {
                headings.push((at, String::new()));
            }
        }
        Found::End { name } if name == "h1" => is_heading = false,
        Found::Words { words, .. } if is_heading => {
            if let Some((_, heading)) = headings.last_mut() {
                heading.push_str(&words);
            }
        }
        _ => {}
    });
    marked.push_str(&source[copied..]);
    let config = Config {
        disable_json_ld: true,
        ..Config::default()
    };
    let article = Readability::new(marked, None, Some(config))
        .ok()?
        .parse()
        .ok()?;
    let mut kept = HashSet::new();
    for piece in article.content.split(MARK).skip(1) {
        let number = piece.trim_start_matches("=\"").split('"').next();
        kept.extend(number.and_then(|number| number.parse::<usize>().ok()));
    }
    if kept.is_empty() {
        return None;
    }
    // The headline, which the article has as its title.
    let title = squeezed(&article.title);
    let is_title = |heading: &str| !title.is_empty() && squeezed(heading) == title;
    kept.extend(
        headings
            .iter()
            .filter(|(_, heading)| is_title(heading))
            .map(|&(at, _)| at),
    );
    Some(kept)
}

fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The encoding that a page says it is in.
pub(crate) fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.contains(&0) {
        return None;
    }
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let behind = &head[head.find("charset=")? + "charset=".len()..];
    let label: String = behind
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    (!label.is_empty()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::super::origin::Units;
    use super::*;

    fn places(source: &str, whole: bool, words: &[&str]) -> Vec<String> {
        let (text, origin) = read(source, whole);
        let origin = origin.behind(Units::Utf8 { mark: 0 });
        let place = |words: &&str| {
            let at = text
                .find(words)
                .unwrap_or_else(|| panic!("{words} in {text}"));
            let span = quotation::Span::new(at, at + words.len()).unwrap();
            let place = origin.place(span).unwrap();
            source[place.start..place.end].to_owned()
        };
        words.iter().map(place).collect()
    }

    #[test]
    fn blocks_and_sorted_names() {
        assert!(BLOCKS.is_sorted());
        let (text, _) = read("<p>One\n  two<p>three<br>four<div>a<b>b</b></div>", true);
        assert_eq!(text, "One two\n\nthree\nfour\n\nab");
    }

    #[test]
    fn places_lead_back_through_references_and_tags() {
        let source = "<p>&ldquo;It <i>will</i>  hold,&rdquo; said &#73;nes&nbsp;Okoro &amp; others";
        let found = places(source, true, &["“It will hold,”", "Ines", "Okoro", "&"]);
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
        assert_eq!(places(&page, false, &["Ines Okoro"]), ["Ines Okoro"]);
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
