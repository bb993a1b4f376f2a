//! Who answers whom, as a drawing: a row for each who speaks, a column for each spoken to.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quotation::{Attribution, AttributionKind, Genre, Speaker};

use super::people::People;
use crate::facts::{escape, hull};
use crate::item::Item;

/// How many bytes may stand between a line and the one that answers it: a short paragraph.
const MOST_BETWEEN: usize = 300;
/// How many people are drawn.
const MOST_PEOPLE: usize = 12;

/// How often somebody answers somebody.
#[derive(Debug, Default)]
pub(super) struct Matrix {
    answers: BTreeMap<(usize, usize), usize>,
}

impl Matrix {
    /// Counts the lines of a novel that have an addressee, or that follow a line of another. An article
    /// quotes one after the other, who do not hear each other.
    pub(super) fn add(&mut self, item: &Item<'_>, people: &mut People) {
        if item.document.genre() != Genre::Novel {
            return;
        }
        let mut before: Option<(usize, usize)> = None;
        for attribution in item.attributions().filter(|one| is_line(*one)) {
            let span = hull(attribution.spans());
            let Some(speaker) = attribution.speaker().map(Speaker::name) else {
                before = None;
                continue;
            };
            let speaker = people.number(speaker);
            let spoken_to = attribution.addressee().map(|one| people.number(one.name()));
            let answered = before
                .filter(|&(_, end)| span.start().saturating_sub(end) <= MOST_BETWEEN)
                .map(|(other, _)| other);
            if let Some(other) = spoken_to.or(answered).filter(|&other| other != speaker) {
                *self.answers.entry((speaker, other)).or_default() += 1;
            }
            before = Some((speaker, span.end()));
        }
    }

    pub(super) fn write(&self, people: &People, output: &mut impl Write) -> io::Result<()> {
        if self.answers.is_empty() {
            return Ok(());
        }
        let mut sums: BTreeMap<usize, usize> = BTreeMap::new();
        for (&(from, to), count) in &self.answers {
            *sums.entry(from).or_default() += count;
            *sums.entry(to).or_default() += count;
        }
        let mut order: Vec<usize> = sums.keys().copied().collect();
        order.sort_by_key(|number| std::cmp::Reverse(sums[number]));
        order.truncate(MOST_PEOPLE);
        let most = self.answers.values().max().copied().unwrap_or(1) as f64;
        let (cell, labels) = (22, 100);
        let (height, slanted) = (labels + order.len() * cell, 50);
        let width = height + slanted;
        writeln!(
            output,
            "<figure><figcaption>Who answers whom</figcaption>\n<svg class=\"matrix\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"Who answers whom: rows speak, \
             columns are answered\">"
        )?;
        for (row, &from) in order.iter().enumerate() {
            let name = escape(&shortened(&people.get(from).name));
            let middle = labels + row * cell + cell / 2 + 4;
            let edge = labels - 6;
            writeln!(
                output,
                "<text x=\"{edge}\" y=\"{middle}\" text-anchor=\"end\">{name}</text>\
                 <text transform=\"translate({middle} {edge}) rotate(-60)\">{name}</text>"
            )?;
            for (column, &to) in order.iter().enumerate() {
                let count = self.answers.get(&(from, to)).copied().unwrap_or(0);
                let (x, y, size) = (labels + column * cell, labels + row * cell, cell - 2);
                let strength = (count as f64 / most).sqrt();
                let title = escape(&format!(
                    "{} answers {}: {count}",
                    people.get(from).name,
                    people.get(to).name
                ));
                write!(
                    output,
                    "<rect class=\"cell s{from}\" x=\"{x}\" y=\"{y}\" width=\"{size}\" height=\"{size}\" \
                     style=\"--strength:{strength:.2}\"><title>{title}</title></rect>"
                )?;
                if count > 0 {
                    let (x, y) = (x + size / 2, y + size / 2 + 4);
                    writeln!(
                        output,
                        "<text class=\"number\" x=\"{x}\" y=\"{y}\">{count}</text>"
                    )?;
                }
            }
        }
        writeln!(output, "</svg></figure>")
    }
}

/// Speech in whole sentences, as in dialogue.
fn is_line(attribution: Attribution<'_>) -> bool {
    attribution.kind() == AttributionKind::Direct
}

/// A name that fits beside the drawing.
fn shortened(name: &str) -> String {
    const MOST: usize = 18;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}
