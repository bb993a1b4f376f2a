//! RSS and Atom to text, article by article; offsets are counted within an article.

use std::error::Error;

use atom_syndication::Feed;
use rss::Channel;

use super::extract::Extract;
use super::html::{self, Syntax};
use super::origin::Origin;

/// An article as a feed has it.
struct Article {
    name: String,
    title: String,
    content: String,
}

pub(crate) fn read(bytes: &[u8]) -> Result<(String, Origin), Box<dyn Error>> {
    let articles = match Channel::read_from(bytes) {
        Ok(channel) => channel.items().iter().map(of_rss).collect(),
        Err(problem) => match Feed::read_from(bytes) {
            Ok(feed) => feed.entries().iter().map(of_atom).collect::<Vec<_>>(),
            Err(_) => return Err(problem.into()),
        },
    };
    let mut extract = Extract::default();
    let mut parts = Vec::new();
    for article in articles {
        extract.begin_part(parts.len());
        parts.push(format!("{} (title)", article.name));
        add(&article.title, &mut extract);
        extract.begin_part(parts.len());
        parts.push(article.name);
        add(&article.content, &mut extract);
    }
    Ok(extract.finish(parts))
}

fn add(content: &str, extract: &mut Extract) {
    html::add(content, 0..content.len(), Syntax::Html, extract);
}

fn of_rss(item: &rss::Item) -> Article {
    let title = item.title().unwrap_or_default().to_owned();
    let name = item.link().or(item.guid().map(rss::Guid::value));
    Article {
        name: name.unwrap_or(&title).to_owned(),
        content: item
            .content()
            .or(item.description())
            .unwrap_or_default()
            .to_owned(),
        title,
    }
}

fn of_atom(entry: &atom_syndication::Entry) -> Article {
    let content = entry.content().and_then(|content| content.value());
    let content = content.or(entry.summary().map(|summary| summary.as_str()));
    Article {
        name: entry
            .links()
            .first()
            .map_or(entry.id(), |link| link.href())
            .to_owned(),
        title: entry.title().as_str().to_owned(),
        content: content.unwrap_or_default().to_owned(),
    }
}
