//! What the library finds in annotated documents.

use anyhow::Result;
use quotation::{Attribution, CastMember, Gender, QuoteDetector, Speaker};

use crate::fit::{Reading, in_parallel};
use crate::gold::{Character, Document, Extent, Kind};
use crate::score::{Predicted, Prediction};

/// Reads documents with their weights, in the form that scores take.
pub(crate) fn predictions(readings: &[Reading<'_>], with_cast: bool) -> Result<Vec<Prediction>> {
    let predict = |document: &Document| {
        let cast = if with_cast { &document.cast[..] } else { &[] };
        let detector = QuoteDetector::builder().cast(members(cast)).build()?;
        let found = detector.detect(&document.text);
        Ok(Prediction {
            id: document.id.clone(),
            quotations: Some(found.attributions().map(predicted).collect()),
        })
    };
    in_parallel(readings, predict).into_iter().collect()
}

/// Characters as the library takes them.
pub(crate) fn members(cast: &[Character]) -> impl Iterator<Item = CastMember> {
    cast.iter().map(|one| {
        let aliases = one.aliases.iter().cloned();
        let member = aliases.fold(CastMember::new(&one.name), CastMember::alias);
        match &*one.gender {
            "F" => member.gender(Gender::Female),
            "M" => member.gender(Gender::Male),
            _ => member,
        }
    })
}

fn predicted(attribution: Attribution<'_>) -> Predicted {
    let extents = |spans: &[quotation::Span]| -> Vec<Extent> {
        let spans = spans.iter();
        spans
            .map(|span| Extent::new(span.start(), span.end()))
            .collect()
    };
    Predicted {
        spans: extents(attribution.spans()),
        kind: Some(match attribution.kind() {
            quotation::AttributionKind::Mixed => Kind::Mixed,
            quotation::AttributionKind::Indirect => Kind::Indirect,
            _ => Kind::Direct,
        }),
        cue: attribution.cue().map(|cue| extents(cue.spans())),
        source: attribution.source().map(|source| extents(&[source.span()])),
        speaker: attribution.speaker().map(Speaker::name).map(str::to_owned),
    }
}
