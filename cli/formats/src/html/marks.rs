//! A text with its quotations, cues and sources marked; nothing of it is left out.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::Write;

use quotation::{AttributionKind, Span};

use crate::facts::escape;
use crate::item::Item;

/// What a stretch of text is to a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Content,
    Source,
    Cue,
}

/// Where something starts or ends, by its position; an end comes before a start at the same position.
type Edge = (usize, bool, Mark);

/// A stretch that is marked: what starts last is innermost, of those the shortest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    start: usize,
    end: Reverse<usize>,
    role: Role,
    quotation: usize,
}

/// Marks the text of an item, whose quotations are numbered from the first one on and have these
/// speakers.
pub(super) fn mark(item: &Item<'_>, first: usize, speakers: &[Option<usize>]) -> String {
    let text = item.document.text();
    let kinds: Vec<AttributionKind> = item.attributions().map(|one| one.kind()).collect();
    let mut edges: Vec<Edge> = Vec::new();
    for (quotation, attribution) in item.attributions().enumerate() {
        let mut add = |span: Span, role| {
            let mark = Mark {
                start: span.start(),
                end: Reverse(span.end()),
                role,
                quotation,
            };
            if !span.is_empty() {
                edges.push((span.start(), true, mark));
                edges.push((span.end(), false, mark));
            }
        };
        attribution
            .spans()
            .iter()
            .for_each(|&span| add(span, Role::Content));
        if let Some(source) = attribution.source() {
            add(source.span(), Role::Source);
        }
        if let Some(cue) = attribution.cue() {
            cue.spans().iter().for_each(|&span| add(span, Role::Cue));
        }
    }
    edges.sort_unstable();
    let mut marked = Marked {
        html: "<p>".to_owned(),
        first,
        speakers,
        kinds: &kinds,
        seen: vec![false; kinds.len()],
    };
    let mut active: BTreeSet<Mark> = BTreeSet::new();
    let mut at = 0;
    for (position, is_start, mark) in edges {
        marked.add(&text[at..position], &active);
        at = position;
        if is_start {
            active.insert(mark);
        } else {
            active.remove(&mark);
        }
    }
    marked.add(&text[at..], &active);
    marked.html + "</p>"
}

struct Marked<'m> {
    html: String,
    first: usize,
    speakers: &'m [Option<usize>],
    kinds: &'m [AttributionKind],
    /// Of which quotations a piece was written.
    seen: Vec<bool>,
}

impl Marked<'_> {
    /// Adds a piece of text, a paragraph for each that it has.
    fn add(&mut self, piece: &str, active: &BTreeSet<Mark>) {
        let mut rest = piece;
        while let Some(end) = rest.find("\n\n") {
            let after = rest[end..].trim_start_matches('\n');
            let len = rest.len() - after.len();
            self.add_within(&rest[..len], active);
            self.html.push_str("</p><p>");
            rest = after;
        }
        self.add_within(rest, active);
    }

    fn add_within(&mut self, piece: &str, active: &BTreeSet<Mark>) {
        if piece.is_empty() {
            return;
        }
        let innermost = |role| active.iter().rev().find(|mark| mark.role == role);
        let content = innermost(Role::Content);
        let beside = innermost(Role::Cue).or(innermost(Role::Source));
        if content.is_none() && beside.is_none() {
            self.html.push_str(&escape(piece));
            return;
        }
        let mut classes = Vec::new();
        let mut attributes = String::new();
        if let Some(&Mark { quotation, .. }) = content {
            let number = self.first + quotation;
            classes.push("q".to_owned());
            classes.push(self.kinds[quotation].to_string());
            classes.push(match self.speakers[quotation] {
                Some(speaker) => format!("s{speaker}"),
                None => "nobody".to_owned(),
            });
            // Writing to a string does not fail.
            let _ = write!(attributes, " data-q=\"{number}\"");
            if !std::mem::replace(&mut self.seen[quotation], true) {
                let _ = write!(attributes, " id=\"q{number}\" tabindex=\"-1\"");
            }
        }
        if let Some(mark) = beside {
            classes.push(
                if mark.role == Role::Cue {
                    "cue"
                } else {
                    "source"
                }
                .to_owned(),
            );
            let _ = write!(attributes, " data-of=\"{}\"", self.first + mark.quotation);
        }
        let classes = classes.join(" ");
        let _ = write!(
            self.html,
            "<span class=\"{classes}\"{attributes}>{}</span>",
            escape(piece)
        );
    }
}
