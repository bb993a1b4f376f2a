//! The article of a page, without menus and the like.

use std::collections::HashSet;

use dom_smoothie::{Config, Readability};

use super::elements::{Depth, is_block};
use super::{Found, Syntax, walk};

/// The attribute that tells which elements the article kept.
const MARK: &str = "data-quotation-at";

/// How deep the elements of a page may nest, as in browsers. Of those that nest deeper no article is found: that takes
/// time by the square of the depth, and the stack.
const DEEPEST: usize = 512;

/// Where the elements of a page's article start, if the page has one.
pub(super) fn article(source: &str, syntax: Syntax) -> Option<HashSet<usize>> {
    // Each element says where it stands, so that those which are kept can be told.
    let mut marked = String::with_capacity(source.len() * 5 / 4);
    let mut copied = 0;
    let mut headings: Vec<(usize, String)> = Vec::new();
    let mut is_heading = false;
    let mut depth = Depth::default();
    walk(source, 0..source.len(), syntax, |found| {
        match &found {
            Found::Start {
                name, self_closing, ..
            } => depth.start(name, *self_closing),
            Found::End { name, .. } => depth.end(name),
            Found::Words { .. } => {}
        }
        match found {
            Found::Start { name, tag, .. } if is_block(&name) => {
                let at = tag.start;
                let after = at + 1 + name.len();
                marked.push_str(&source[copied..after]);
                marked.push_str(&format!(" {MARK}=\"{at}\""));
                copied = after;
                is_heading = name == "h1";
                if is_heading {
                    headings.push((at, String::new()));
                }
            }
            Found::End { name, .. } if name == "h1" => is_heading = false,
            Found::Words { words, .. } if is_heading => {
                if let Some((_, heading)) = headings.last_mut() {
                    heading.push_str(&words);
                }
            }
            _ => {}
        }
    });
    if depth.deepest > DEEPEST {
        return None;
    }
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
