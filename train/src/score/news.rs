//! Scores of news, whose annotation has sources.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use super::ratio::{Ratio, percent};
use super::strings::quoted_strings;
use super::text::{Text, common};
use super::{Predicted, merged};
use crate::gold::{Document, Extent, Kind, Quotation, overlap, size};
use crate::names::is_same;

/// What is predicted, annotated, and right.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    predicted: usize,
    gold: usize,
    right: usize,
}

impl Counts {
    fn ratio(self) -> Ratio {
        Ratio::new(self.right, self.predicted, self.gold)
    }
}

/// Annotated attributions of one kind: all, those whose content is found, those with the source too.
#[derive(Clone, Copy, Debug, Default)]
struct OfKind {
    gold: usize,
    content: usize,
    source: usize,
}

/// Counts over articles.
#[derive(Clone, Debug, Default)]
pub(crate) struct News {
    /// Strings between quotation marks, right with their source.
    strings: Counts,
    /// How many of them are found, whoever is said to say them.
    found: usize,
    /// Strings of persons and organisations that were named by hand.
    names: usize,
    names_right: usize,
    /// Attributions: content found, with its source, with source and cue.
    content: Counts,
    source: usize,
    cue: usize,
    kinds: [OfKind; 3],
    /// Bytes of content.
    bytes: Counts,
    /// Spans of source, cue and content.
    exact: [Counts; 3],
}

/// A quotation with the bytes of its content.
struct Sized<'q, Q> {
    one: &'q Q,
    content: Vec<Extent>,
    solid: usize,
}

impl News {
    pub(crate) fn add(&mut self, gold: &Document, predicted: &[Predicted]) {
        let text = Text::new(&gold.text);
        let strings = quoted_strings(&gold.text);
        for &string in &strings {
            self.add_string(string, &strings, gold, predicted);
        }
        self.add_attributions(&text, &gold.quotations, predicted);
        self.add_spans(&text, &gold.quotations, predicted);
    }

    fn add_string(
        &mut self,
        string: Extent,
        all: &[Extent],
        gold: &Document,
        predicted: &[Predicted],
    ) {
        let covers = |spans: &[Extent]| overlap(&[string], spans);
        let is_half = |covered: usize| 2 * covered >= string.len();
        // The first of those that cover most; the smallest, where a program says one within another.
        let own = gold
            .quotations
            .iter()
            .rev()
            .max_by_key(|one| covers(&one.spans));
        let own = own.filter(|one| is_half(covers(&one.spans)));
        let is_quoted = |one: &&Predicted| match one.kind {
            Some(kind) => kind != Kind::Indirect,
            None => overlap(&one.spans, all) > 0,
        };
        let said = predicted
            .iter()
            .filter(is_quoted)
            .filter(|one| is_half(covers(&one.spans)))
            .rev();
        let said = said.max_by_key(|one| (covers(&one.spans), usize::MAX - size(&one.spans)));
        if own.is_some_and(|own| own.source.is_empty()) {
            // Without an annotated source, nobody can be right or wrong.
            return;
        }
        self.strings.gold += usize::from(own.is_some());
        self.strings.predicted += usize::from(said.is_some());
        let Some(own) = own else { return };
        self.found += usize::from(said.is_some());
        let is_right = said.is_some_and(|said| overlap(said.source(), &own.source) > 0);
        self.strings.right += usize::from(is_right);
        if matches!(own.speaker_sort.as_deref(), Some("person" | "organisation")) {
            self.names += 1;
            let named = said
                .and_then(|said| said.speaker.as_deref())
                .unwrap_or_default();
            self.names_right += usize::from(own.speaker.iter().any(|name| is_same(named, name)));
        }
    }

    fn add_attributions(&mut self, text: &Text<'_>, gold: &[Quotation], predicted: &[Predicted]) {
        let own: Vec<_> = gold
            .iter()
            .map(|one| Sized::new(text, one, &one.spans))
            .collect();
        let said: Vec<_> = predicted
            .iter()
            .map(|one| Sized::new(text, one, &one.spans))
            .collect();
        for one in gold {
            self.kinds[one.kind as usize].gold += 1;
        }
        self.content.gold += gold.len();
        self.content.predicted += predicted.len();
        for (number, other) in matches(text, &own, &said) {
            let (own, said) = (own[number].one, said[other].one);
            let of_kind = &mut self.kinds[own.kind as usize];
            self.content.right += 1;
            of_kind.content += 1;
            let is_source = overlap(&own.source, said.source()) > 0
                || own.source.is_empty() && said.source().is_empty();
            self.source += usize::from(is_source);
            of_kind.source += usize::from(is_source);
            self.cue += usize::from(is_source && overlap(&own.cue, said.cue()) > 0);
        }
        let own = merged(own.into_iter().flat_map(|one| one.content));
        let said = merged(said.into_iter().flat_map(|one| one.content));
        self.bytes.gold += text.solid(&own);
        self.bytes.predicted += text.solid(&said);
        self.bytes.right += text.solid(&common(&own, &said));
    }

    fn add_spans(&mut self, text: &Text<'_>, gold: &[Quotation], predicted: &[Predicted]) {
        let own: [fn(&Quotation) -> &[Extent]; 3] =
            [|one| &one.source, |one| &one.cue, |one| &one.spans];
        let said: [fn(&Predicted) -> &[Extent]; 3] =
            [Predicted::source, Predicted::cue, |one| &one.spans];
        for (role, counts) in self.exact.iter_mut().enumerate() {
            let own: BTreeSet<Extent> = gold
                .iter()
                .flat_map(own[role])
                .map(|span| text.trimmed(*span))
                .collect();
            let said: BTreeSet<Extent> = predicted
                .iter()
                .flat_map(said[role])
                .map(|span| text.trimmed(*span))
                .collect();
            counts.gold += own.len();
            counts.predicted += said.len();
            counts.right += own.intersection(&said).count();
        }
    }

    pub(crate) fn report(&self) -> NewsReport {
        let all = |right: usize| Ratio::new(right, self.content.predicted, self.content.gold);
        let found = Ratio::new(self.found, self.strings.predicted, self.strings.gold);
        let recall = |kind: Kind| {
            let of_kind = self.kinds[kind as usize];
            Some(RecallOfKind {
                content: percent(of_kind.content, of_kind.gold)?,
                source: percent(of_kind.source, of_kind.gold)?,
                gold: of_kind.gold,
            })
        };
        let [source, cue, content] = self.exact.map(Counts::ratio);
        NewsReport {
            quoted: Quoted {
                strings: self.strings.ratio(),
                found,
                speaker: percent(self.names_right, self.names).map(|right| Names {
                    right,
                    gold: self.names,
                }),
            },
            all: All {
                content: all(self.content.right),
                source: all(self.source),
                cue: all(self.cue),
                bytes: self.bytes.ratio(),
                direct: recall(Kind::Direct),
                mixed: recall(Kind::Mixed),
                indirect: recall(Kind::Indirect),
            },
            exact: Exact {
                source,
                cue,
                content,
            },
        }
    }
}

impl<'q, Q> Sized<'q, Q> {
    fn new(text: &Text<'_>, one: &'q Q, spans: &[Extent]) -> Sized<'q, Q> {
        let content = merged(spans.iter().copied());
        Sized {
            one,
            solid: text.solid(&content),
            content,
        }
    }
}

/// Which annotated contents are predicted, one to one, the most alike first: those whose bytes beside
/// white space have a Dice overlap of a half or more.
fn matches<A, B>(
    text: &Text<'_>,
    own: &[Sized<'_, A>],
    said: &[Sized<'_, B>],
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (number, one) in own.iter().enumerate() {
        for (other, two) in said.iter().enumerate() {
            let shared = text.solid(&common(&one.content, &two.content));
            let both = one.solid + two.solid;
            if shared > 0 && 4 * shared >= both {
                pairs.push(((2 * shared) as f64 / both as f64, number, other));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
    let (mut of_own, mut of_said) = (BTreeSet::new(), BTreeSet::new());
    let free = pairs.into_iter().filter(|&(_, number, other)| {
        let is_free = !of_own.contains(&number) && !of_said.contains(&other);
        is_free && of_own.insert(number) && of_said.insert(other)
    });
    free.map(|(_, number, other)| (number, other)).collect()
}

/// The figures of news.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NewsReport {
    pub(crate) quoted: Quoted,
    pub(crate) all: All,
    pub(crate) exact: Exact,
}

impl fmt::Display for NewsReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ratio { p, r, f1, .. } = self.quoted.strings;
        write!(f, "quoted P {p:.1} R {r:.1} F1 {f1:.1}, speaker ")?;
        match &self.quoted.speaker {
            Some(speaker) => write!(f, "{:.1}", speaker.right)?,
            None => f.write_str("-")?,
        }
        let (content, source) = (self.all.content.f1, self.all.source.f1);
        write!(
            f,
            " | all: content F1 {content:.1}, with source {source:.1}"
        )?;
        let Exact {
            source,
            cue,
            content,
        } = &self.exact;
        let exact = [source.f1, cue.f1, content.f1];
        write!(
            f,
            " | exact F1: source {:.1}, cue {:.1}, content {:.1}",
            exact[0], exact[1], exact[2]
        )
    }
}

/// Of strings between quotation marks: a predicted quotation covers half of one or more, and its source
/// overlaps the annotated one.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Quoted {
    pub(crate) strings: Ratio,
    found: Ratio,
    /// Where speakers were named by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) speaker: Option<Names>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Names {
    pub(crate) right: f64,
    gold: usize,
}

/// Of all attributions.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct All {
    pub(crate) content: Ratio,
    #[serde(rename = "content+source")]
    pub(crate) source: Ratio,
    #[serde(rename = "content+source+cue")]
    cue: Ratio,
    #[serde(rename = "content bytes")]
    bytes: Ratio,
    #[serde(rename = "recall direct", skip_serializing_if = "Option::is_none")]
    direct: Option<RecallOfKind>,
    #[serde(rename = "recall mixed", skip_serializing_if = "Option::is_none")]
    mixed: Option<RecallOfKind>,
    #[serde(rename = "recall indirect", skip_serializing_if = "Option::is_none")]
    indirect: Option<RecallOfKind>,
}

#[derive(Clone, Debug, Serialize)]
struct RecallOfKind {
    content: f64,
    #[serde(rename = "content+source")]
    source: f64,
    gold: usize,
}

/// Of spans that are the same but for outer punctuation and white space.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Exact {
    pub(crate) source: Ratio,
    pub(crate) cue: Ratio,
    pub(crate) content: Ratio,
}
