//! Articles of our own, in which it is marked whom pronouns and descriptions mean.
//!
//! A line with `===` and a title begins an article. In its text stands `{she=Ines Okoro}` where "she" means Ines
//! Okoro, by the fullest name that the article gives, or by the words that describe somebody without a name first; two are
//! joined by a plus, `?` is nobody in particular. `{=Ines Okoro}` after a quotation tells who says it.

use std::path::Path;

use anyhow::{Result, bail, ensure};

use crate::files::Tree;
use crate::gold::Extent;

/// An article without its marks.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    pub(crate) text: String,
    /// In the order of the text.
    pub(crate) meant: Vec<Meant>,
}

/// Words with whom they mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Meant {
    pub(crate) words: Extent,
    pub(crate) name: String,
}

/// Reads all articles of a folder.
pub(crate) fn read(folder: &Path) -> Result<Vec<Article>> {
    let tree = Tree::open(folder, |path| path.ends_with(".txt"))?;
    let mut articles = Vec::new();
    for path in tree.paths() {
        let mut blocks = tree.text(path)?.split("=== ");
        ensure!(
            blocks.next().is_some_and(|before| before.trim().is_empty()),
            "{path} does not begin with a title"
        );
        for block in blocks {
            let (title, body) = block.split_once('\n').unwrap_or((block, ""));
            let article = parse(body);
            articles.push(article.map_err(|why| why.context(format!("{path}: {title}")))?);
        }
    }
    Ok(articles)
}

fn parse(body: &str) -> Result<Article> {
    let mut article = Article {
        text: String::with_capacity(body.len()),
        meant: Vec::new(),
    };
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('{') {
        article.text.push_str(before);
        let Some((mark, after)) = after.split_once('}') else {
            bail!("nothing closes {{ before {:?}", excerpt(after));
        };
        let Some((words, name)) = mark.split_once('=') else {
            bail!("no = in {{{}}}", excerpt(mark));
        };
        let start = article.text.len();
        article.text.push_str(words);
        article.meant.push(Meant {
            words: Extent::new(start, article.text.len()),
            name: name.trim().to_owned(),
        });
        rest = after;
    }
    article.text.push_str(rest);
    Ok(article)
}

/// How many characters of a text an error shows.
const SHOWN: usize = 40;

fn excerpt(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_of_the_text() {
        let article = parse("Ines Okoro sighed. {She=Ines Okoro} left. “No.”{=Tom}\n").unwrap();
        assert_eq!(article.text, "Ines Okoro sighed. She left. “No.”\n");
        let meant: Vec<(&str, &str)> = article
            .meant
            .iter()
            .map(|one| (&article.text[one.words.start..one.words.end], &*one.name))
            .collect();
        assert_eq!(meant, [("She", "Ines Okoro"), ("", "Tom")]);
    }

    #[test]
    fn a_mark_without_an_end_or_a_name_is_an_error() {
        assert!(parse("{She=Ines Okoro left.").is_err());
        assert!(parse("{She} left.").is_err());
    }
}
