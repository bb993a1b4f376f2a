//! How well what is found agrees with what is annotated.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::{AddAssign, Range};

use crate::annotated::{Expected, Text, Told, folded, is_proper};
use crate::text::Found;

/// Of so many, so many are right.
#[derive(Clone, Copy, Default)]
pub(crate) struct Share {
    right: usize,
    of: usize,
}

impl Share {
    fn count(&mut self, is_right: bool) {
        self.right += usize::from(is_right);
        self.of += 1;
    }

    pub(crate) fn percent(self) -> f64 {
        if self.of == 0 {
            return 100.0;
        }
        100.0 * self.right as f64 / self.of as f64
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Share) {
        self.right += other.right;
        self.of += other.of;
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:5.1} ({}/{})", self.percent(), self.right, self.of)
    }
}

/// What is counted. Every figure but precision is of the annotated pieces of content, so that a
/// piece that is not found is wrong in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    /// Annotated pieces of content that were found.
    Found,
    /// Pieces found that are annotated.
    Precision,
    Cue,
    Source,
    Speaker,
}

impl Figure {
    pub(crate) const ALL: [Figure; 5] = [
        Figure::Found,
        Figure::Precision,
        Figure::Cue,
        Figure::Source,
        Figure::Speaker,
    ];

    pub(crate) fn label(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

/// The figures of some texts.
#[derive(Default)]
pub(crate) struct Scores {
    /// By sort of text and whether the words stand in marks.
    pub(crate) figures: BTreeMap<(String, bool), [Share; Figure::ALL.len()]>,
    pub(crate) speakers: BTreeMap<(String, Told), Share>,
    /// What went wrong, a line each.
    pub(crate) misses: Vec<String>,
}

impl Scores {
    pub(crate) fn add(&mut self, text: &Text, found: &[Found]) {
        for expected in &text.attributions {
            for content in &expected.contents {
                self.add_expected(text, expected, content, found);
            }
        }
        for one in found {
            if text.is_story() && !one.is_quoted {
                continue;
            }
            for content in &one.contents {
                self.add_found(text, one, content);
            }
        }
    }

    fn count(&mut self, text: &Text, is_quoted: bool, figure: Figure, is_right: bool) {
        let key = (text.sort.clone(), is_quoted);
        self.figures.entry(key).or_default()[figure as usize].count(is_right);
    }

    /// Looks for a piece of annotated content among what was found.
    fn add_expected(
        &mut self,
        text: &Text,
        expected: &Expected,
        content: &Range<usize>,
        found: &[Found],
    ) {
        let is_quoted = expected.is_quoted(&text.text);
        let best = found
            .iter()
            .flat_map(|one| one.contents.iter().map(move |piece| (one, piece)))
            .map(|(one, piece)| (one, dice(content, piece)))
            .filter(|(_, dice)| *dice >= ENOUGH)
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(one, _)| one);
        let meets = |annotated: &[Range<usize>], found: fn(&Found) -> &Vec<Range<usize>>| {
            best.is_some_and(|one| overlap(annotated, found(one)) > 0)
        };
        let is_speaker = best.is_some_and(|one| is_named(one.speaker.as_deref(), &expected.names));
        let mut verdicts = vec![(Figure::Found, best.is_some())];
        if !expected.cue.is_empty() {
            verdicts.push((Figure::Cue, meets(&expected.cue, |one| &one.cue)));
        }
        if !expected.source.is_empty() {
            verdicts.push((Figure::Source, meets(&expected.source, |one| &one.source)));
        }
        verdicts.push((Figure::Speaker, is_speaker));
        for &(figure, is_right) in &verdicts {
            self.count(text, is_quoted, figure, is_right);
        }
        let told = expected.told(&text.text);
        let key = (text.sort.clone(), told);
        self.speakers.entry(key).or_default().count(is_speaker);

        verdicts.retain(|&(_, is_right)| !is_right);
        if verdicts.is_empty() {
            return;
        }
        let (wrong, instead) = match best {
            None => ("found".to_owned(), String::new()),
            Some(one) => {
                let labels: Vec<_> = verdicts.iter().map(|(figure, _)| figure.label()).collect();
                let instead = format!(" | in place of it {}", one.shown(&text.text));
                (labels.join(", "), instead)
            }
        };
        self.misses.push(format!(
            "{} / {}: not {wrong} ({told:?}) | {}{instead}",
            text.sort,
            text.name,
            expected.shown(&text.text, content),
        ));
    }

    /// Looks for a piece that was found among what is annotated.
    fn add_found(&mut self, text: &Text, one: &Found, content: &Range<usize>) {
        let pieces = || {
            text.attributions
                .iter()
                .flat_map(|expected| &expected.contents)
        };
        let is_like = |piece: &Range<usize>| dice(piece, content) >= ENOUGH;
        let is_right = pieces().any(is_like);
        // What is reported within somebody's words, or optional ones, is not annotated.
        let is_within = || {
            let cue = one.cue.first().unwrap_or(content);
            let mut all = pieces().chain(&text.optional);
            all.any(|piece| piece.start <= cue.start && cue.end <= piece.end)
        };
        if !is_right && (text.optional.iter().any(is_like) || is_within()) {
            return;
        }
        self.count(text, one.is_quoted, Figure::Precision, is_right);
        if !is_right {
            self.misses.push(format!(
                "{} / {}: not annotated | {}",
                text.sort,
                text.name,
                one.shown(&text.text)
            ));
        }
    }
}

impl Expected {
    fn shown(&self, text: &str, content: &Range<usize>) -> String {
        let name = self.names.first().map_or("?", String::as_str);
        shown(
            text,
            name,
            &self.source,
            &self.cue,
            std::slice::from_ref(content),
        )
    }
}

impl Found {
    fn shown(&self, text: &str) -> String {
        let name = self.speaker.as_deref().unwrap_or("?");
        shown(text, name, &self.source, &self.cue, &self.contents)
    }
}

fn shown(
    text: &str,
    name: &str,
    source: &[Range<usize>],
    cue: &[Range<usize>],
    contents: &[Range<usize>],
) -> String {
    let words = |spans: &[Range<usize>]| {
        let pieces: Vec<_> = spans.iter().map(|span| &text[span.clone()]).collect();
        let words: Vec<_> = pieces
            .join(" … ")
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        words.join(" ")
    };
    format!(
        "{name} <{}> {{{}}} ⟦{}⟧",
        words(source),
        words(cue),
        words(contents)
    )
}

/// Two pieces are the same if they share so much, as twice what both hold over the sum of what
/// each holds: the measure that the PolNeAR corpus is scored with.
const ENOUGH: f64 = 0.5;

fn dice(a: &Range<usize>, b: &Range<usize>) -> f64 {
    let both = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    2.0 * both as f64 / (a.len() + b.len()) as f64
}

fn overlap(a: &[Range<usize>], b: &[Range<usize>]) -> usize {
    let both = |a: &Range<usize>| -> usize {
        b.iter()
            .map(|b| a.end.min(b.end).saturating_sub(a.start.max(b.start)))
            .sum()
    };
    a.iter().map(both).sum()
}

/// Whether the detector's name is one of these, titles and articles aside. Where the text names
/// nobody, any words for the speaker do that share all they say with the annotated ones.
fn is_named(said: Option<&str>, names: &[String]) -> bool {
    let Some(said) = said else {
        return names.is_empty() || names.iter().any(|name| name == "?");
    };
    let said_words = bare(said);
    names.iter().any(|name| {
        let words = bare(name);
        let within = |a: &[String], b: &[String]| a.iter().all(|word| b.contains(word));
        words == said_words
            || !is_proper(name) && !said_words.is_empty() && within(&said_words, &words)
    })
}

const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "justice",
    "judge",
    "president",
    "senator",
    "sen",
    "rep",
    "governor",
    "gov",
    "mayor",
    "captain",
    "capt",
    "sergeant",
    "sgt",
    "inspector",
    "detective",
    "constable",
    "councillor",
    "cllr",
    "rev",
    "father",
    "sister",
    "minister",
    "general",
    "colonel",
    "chief",
];

/// The words of a name without the titles before it, where two words or more remain.
fn bare(name: &str) -> Vec<String> {
    let words = folded(name);
    let titles = words
        .iter()
        .take_while(|word| TITLES.contains(&word.as_str()))
        .count();
    if words.len() >= titles + 2 {
        words[titles..].to_vec()
    } else {
        words
    }
}
