//! The annotated texts of `tests/data/texts`, and what the detector finds in them, in one form.

use std::ops::Range;

use quotation::{Attribution, AttributionKind, Document, Speaker};

use crate::annotated::Text;
use crate::{common, notation};

/// An attribution as the detector gives it.
pub(crate) struct Found {
    pub(crate) contents: Vec<Range<usize>>,
    pub(crate) cue: Vec<Range<usize>>,
    pub(crate) source: Vec<Range<usize>>,
    pub(crate) speaker: Option<String>,
    pub(crate) is_quoted: bool,
}

/// The texts of one half, `learn` or `held`.
pub(crate) fn texts(half: &str) -> Vec<Text> {
    let mut texts = Vec::new();
    for (file, content) in common::data_files(&format!("texts/{half}")) {
        let sort = file.split(['-', '.']).next().unwrap();
        for block in notation::blocks(&file, &content) {
            let name = block.name.to_owned();
            let text = Text::new(sort, block);
            texts.push(text.unwrap_or_else(|problem| panic!("{file}: {name}: {problem}")));
        }
    }
    texts
}

/// What the detector finds.
pub(crate) fn found(document: &Document<'_>) -> Vec<Found> {
    let found = |attribution: Attribution<'_>| Found {
        contents: ranges(attribution.spans()),
        cue: attribution
            .cue()
            .map_or(Vec::new(), |cue| ranges(cue.spans())),
        source: attribution
            .source()
            .map_or(Vec::new(), |source| ranges(&[source.span()])),
        speaker: attribution.speaker().map(Speaker::name).map(str::to_owned),
        is_quoted: attribution.kind() != AttributionKind::Indirect,
    };
    document.attributions().map(found).collect()
}

fn ranges(spans: &[quotation::Span]) -> Vec<Range<usize>> {
    spans.iter().map(|span| span.start()..span.end()).collect()
}
