//! Quotes in texts that show the answer: `tests/data/quotes/*.txt`.
//!
//! A case is a line `=== what it shows` and the text after it, up to the next such line. In the
//! text, ⟦ and ⟧ stand around each quote, nested ones included. ⟪ in place of ⟦ says that the quote
//! has no opening mark, ⟫ in place of ⟧ that it has no closing one. `⟦title|` gives the quote's
//! kind, and then the case is about kinds; elsewhere they are left open. ␍, ␌, ⇥ and ⍽ stand for a
//! carriage return, a form feed, a tab and a no-break space. A case whose name starts with `~`
//! documents a limit: what comes out there is not what a reader would say.

#[path = "common/data.rs"]
mod data;

use quotation::{Quote, QuoteFinder, QuoteKind};

/// A quote as the notation writes it.
#[derive(Debug, PartialEq)]
struct Expected {
    start: usize,
    end: usize,
    depth: usize,
    opened: bool,
    closed: bool,
    kind: Option<String>,
}

struct Case {
    name: String,
    text: String,
    quotes: Vec<Expected>,
}

fn cases(file: &str) -> Vec<Case> {
    let file = file
        .strip_prefix("=== ")
        .expect("a file starts with a case");
    file.split("\n=== ").map(case).collect()
}

fn case(source: &str) -> Case {
    let (name, body) = source.split_once('\n').unwrap();
    let mut case = Case {
        name: name.to_owned(),
        text: String::new(),
        quotes: Vec::new(),
    };
    let mut open = Vec::new();
    let mut rest = body.trim_end_matches('\n');
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '⟦' | '⟪' => {
                let kind = rest
                    .split_once('|')
                    .filter(|(kind, _)| kind.bytes().all(|b| b.is_ascii_lowercase()))
                    .map(|(kind, after)| {
                        rest = after;
                        kind.to_owned()
                    });
                open.push(case.quotes.len());
                case.quotes.push(Expected {
                    start: case.text.len(),
                    end: 0,
                    depth: open.len() - 1,
                    opened: c == '⟦',
                    closed: false,
                    kind,
                });
            }
            '⟧' | '⟫' => {
                let quote = &mut case.quotes[open.pop().expect("an opening bracket")];
                quote.end = case.text.len();
                quote.closed = c == '⟧';
            }
            '␍' => case.text.push('\r'),
            '␌' => case.text.push('\u{c}'),
            '⇥' => case.text.push('\t'),
            '⍽' => case.text.push('\u{a0}'),
            c => case.text.push(c),
        }
    }
    assert!(open.is_empty(), "{name}: a bracket is not closed");
    case
}

/// What was found, in the notation.
fn written(text: &str, quotes: &[Quote], kinds: bool) -> String {
    let mut brackets: Vec<(usize, bool, usize, String)> = Vec::new();
    for (i, quote) in quotes.iter().enumerate() {
        let mut left = if quote.is_opened() { "⟦" } else { "⟪" }.to_owned();
        if kinds {
            left += &format!("{}|", kind(quote.kind()));
        }
        let right = if quote.is_closed() { "⟧" } else { "⟫" };
        brackets.push((quote.span().start(), true, i, left));
        brackets.push((
            quote.span().end(),
            false,
            quotes.len() - i,
            right.to_owned(),
        ));
    }
    brackets.sort();
    let mut out = String::new();
    let mut at = 0;
    for (offset, _, _, bracket) in brackets {
        out += &text[at..offset];
        out += &bracket;
        at = offset;
    }
    out + &text[at..]
}

fn kind(kind: QuoteKind) -> String {
    format!("{kind:?}").to_lowercase()
}

fn found(quotes: &[Quote], kinds: bool) -> Vec<Expected> {
    let expected = |quote: &Quote| Expected {
        start: quote.span().start(),
        end: quote.span().end(),
        depth: quote.depth(),
        opened: quote.is_opened(),
        closed: quote.is_closed(),
        kind: kinds.then(|| kind(quote.kind())),
    };
    quotes.iter().map(expected).collect()
}

/// The tables of the documentation, each row a case.
fn rows() -> Vec<Case> {
    let tables = include_str!("../src/quote/cases.md");
    let rows = tables.lines().filter(|line| line.starts_with("| "));
    rows.filter(|line| !line.contains("| text |"))
        .map(|line| {
            let [_, name, text, kinds, _] = line.split('|').collect::<Vec<_>>()[..] else {
                panic!("a row has three columns: {line}");
            };
            let text = text.trim().replace('¶', "\n\n").replace('↵', "\n");
            let mut case = case(&format!("{}\n{text}", name.trim()));
            let kinds: Vec<&str> = kinds
                .trim()
                .split(", ")
                .filter(|kind| !kind.is_empty())
                .collect();
            assert_eq!(kinds.len(), case.quotes.len(), "{line}");
            for (quote, kind) in case.quotes.iter_mut().zip(kinds) {
                quote.kind = Some(kind.to_owned());
            }
            case
        })
        .collect()
}

#[test]
fn each_case_comes_out_as_written() {
    let finder = QuoteFinder::new();
    let mut failures = Vec::new();
    let mut total = 0;
    let files = data::data_files("quotes");
    let files = files.iter().map(|(topic, file)| (&**topic, cases(file)));
    for (topic, cases) in files.chain([("documentation", rows())]) {
        for case in cases {
            total += 1;
            let quotes = finder.quotes(&case.text);
            let kinds = case.quotes.iter().any(|quote| quote.kind.is_some());
            if found(&quotes, kinds) != case.quotes {
                let text = written(&case.text, &quotes, kinds);
                failures.push(format!("{topic}: {}\n{text}\n", case.name));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {total} cases come out otherwise:\n\n{}",
        failures.len(),
        failures.join("\n")
    );
}
