//! Files as plain text, with the way back from a span of the text to the file.

mod decode;
mod epub;
mod extract;
mod feed;
mod html;
mod markdown;
mod origin;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::{fs, io};

use clap::ValueEnum;

use crate::failure::Failure;
pub(crate) use decode::decoded_stream;
use origin::Origin;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Markup {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page; menus and the like are left out.
    Html,
    /// An e-book.
    Epub,
    /// RSS or Atom: the articles, without what is around them.
    Feed,
}

/// How files are read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// What the files hold; by their names if nothing is said.
    pub(crate) markup: Option<Markup>,
    /// In which encoding; told from the bytes if nothing is said.
    pub(crate) encoding: Option<String>,
    /// Whether all of a page is read.
    pub(crate) whole_page: bool,
}

/// A text that was read.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) origin: Origin,
    /// What the reader should know, such as the encoding that was guessed.
    pub(crate) note: Option<String>,
}

/// Endings of names that tell what a file holds.
const ENDINGS: &[(&str, Markup)] = &[
    ("txt", Markup::Text),
    ("text", Markup::Text),
    ("md", Markup::Markdown),
    ("markdown", Markup::Markdown),
    ("html", Markup::Html),
    ("htm", Markup::Html),
    ("xhtml", Markup::Html),
    ("epub", Markup::Epub),
    ("rss", Markup::Feed),
    ("atom", Markup::Feed),
];

impl Markup {
    /// What the name of a file says that it holds.
    pub(crate) fn of_name(path: &Path) -> Option<Markup> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        ENDINGS
            .iter()
            .find(|(known, _)| *known == ending)
            .map(|&(_, markup)| markup)
    }

    /// What the first bytes of a file without a telling name say.
    fn of_bytes(bytes: &[u8]) -> Markup {
        if bytes.starts_with(b"PK\x03\x04") {
            return Markup::Epub;
        }
        let head = &bytes[..bytes.len().min(HEAD)];
        let head = String::from_utf8_lossy(head).to_ascii_lowercase();
        if !head
            .trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with('<')
        {
            return Markup::Text;
        }
        let has = |tags: &[&str]| tags.iter().any(|tag| head.contains(tag));
        if has(&["<!doctype html", "<html"]) {
            Markup::Html
        } else if has(&["<rss", "<feed", "<rdf:rdf"]) {
            Markup::Feed
        } else {
            Markup::Text
        }
    }
}

/// How many bytes tell what a file without a telling name holds.
const HEAD: usize = 1024;

/// Reads a file, or standard input if the path is `-`.
pub(crate) fn read(path: &Path, options: &Options) -> Result<Text, Failure> {
    let is_standard = path == Path::new("-");
    let name = match is_standard {
        true => "standard input".to_owned(),
        false => path.display().to_string(),
    };
    let bytes = match is_standard {
        true => {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map(|_| bytes)
        }
        false => fs::read(path),
    };
    let bytes = bytes.map_err(|error| Failure::reading(&name, &error))?;
    let markup = options.markup.or_else(|| Markup::of_name(path));
    let markup = markup.unwrap_or_else(|| Markup::of_bytes(&bytes));
    text_of(name, bytes, markup, options)
}

/// Whether two names are those of one file.
pub(crate) fn is_same_file(one: &Path, other: &Path) -> bool {
    let canonical = |path: &Path| fs::canonicalize(path).ok();
    canonical(one).is_some_and(|found| canonical(other) == Some(found))
}

/// Refuses to write to a file that is still to be read: it would be gone.
pub(crate) fn refuse_output_among(inputs: &[PathBuf], output: &Path) -> Result<(), Failure> {
    match inputs.iter().any(|input| is_same_file(input, output)) {
        true => Err(Failure::new(format!(
            "{} is read, and would be lost if it were written; give the output another name",
            output.display()
        ))),
        false => Ok(()),
    }
}

/// Makes a text of what a file holds.
pub(crate) fn text_of(
    name: String,
    bytes: Vec<u8>,
    markup: Markup,
    options: &Options,
) -> Result<Text, Failure> {
    let packed = match markup {
        Markup::Epub => Some(epub::read(&bytes).map_err(|what| ("e-book", what))),
        Markup::Feed => Some(feed::read(&bytes).map_err(|what| ("feed", what))),
        _ => None,
    };
    if let Some(read) = packed {
        let (text, origin) = read.map_err(|(sort, what)| {
            let what = what.to_string();
            // What stands in brackets only programs need.
            let what = what.split_once("]: ").map_or(&*what, |(_, what)| what);
            Failure::new(format!(
                "{name}: no {sort} that can be read: {what}; is it whole?"
            ))
        })?;
        return Ok(Text {
            name,
            text,
            origin,
            note: None,
        });
    }
    let label = match (&options.encoding, markup) {
        (Some(label), _) => Some(label.clone()),
        (None, Markup::Html) => html::declared_encoding(&bytes).map(str::to_owned),
        (None, _) => None,
    };
    let decoded = decode::decode(bytes, label.as_deref())
        .map_err(|problem| Failure::new(format!("{name}: {problem}")))?;
    let (text, origin) = match markup {
        Markup::Markdown => markdown::read(&decoded.text),
        Markup::Html => html::read(&decoded.text, options.whole_page),
        Markup::Text | Markup::Epub | Markup::Feed => plain(decoded.text),
    };
    Ok(Text {
        note: decoded.note.map(|note| format!("{name}: {note}")),
        name,
        text,
        origin: origin.decoded_by(decoded.units),
    })
}

/// A text that is its file, or a value in one, but for what nobody sees of it.
pub(crate) fn plain(text: String) -> (String, Origin) {
    if !text.contains(extract::is_invisible) {
        return (text, Origin::plain());
    }
    let mut extract = extract::Extract::default();
    extract.push_verbatim(&text);
    extract.finish(Vec::new())
}

/// What is no text but has texts in it, from its bytes.
pub(crate) fn decoded(bytes: Vec<u8>) -> Result<String, String> {
    Ok(decode::decode(bytes, None)?.text)
}
