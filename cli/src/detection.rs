//! A detector of what the command line says is known, and what of its results is wanted.

use quotation::{Attribution, AttributionKind, Genre, QuoteDetector, QuoteDetectorBuilder};
use quotation_formats::Item;

use crate::arguments::{self, Detection, KindName};
use crate::cast;
use crate::failure::Failure;

/// Makes the detector; a wrong entry of the cast is named with its line.
pub(crate) fn detector(known: &Detection) -> Result<QuoteDetector, Failure> {
    let mut builder = builder(known);
    builder.clone().build()?;
    if let Some(file) = &known.cast {
        builder = builder.cast(cast::read(file)?);
    }
    Ok(builder.build()?)
}

fn builder(known: &Detection) -> QuoteDetectorBuilder {
    let mut builder = QuoteDetector::builder();
    match known.genre {
        Some(arguments::Genre::News) => builder = builder.genre(Genre::News),
        Some(arguments::Genre::Novel) => builder = builder.genre(Genre::Novel),
        None => {}
    }
    if !known.kind.is_empty() {
        builder = builder.kinds(known.kind.iter().map(|kind| match kind {
            KindName::Direct => AttributionKind::Direct,
            KindName::Mixed => AttributionKind::Mixed,
            KindName::Indirect => AttributionKind::Indirect,
        }));
    }
    for formula in &known.formula {
        builder = builder.formula(formula);
    }
    if let Some(minimum) = known.minimum_confidence {
        builder = builder.minimum_confidence(minimum);
    }
    builder
}

/// An item with those attributions that one of these speakers says.
pub(crate) fn selected<'d>(item: Item<'d>, speakers: &[String]) -> Item<'d> {
    item.keeping(|one| is_wanted(one, speakers))
}

/// Whether somebody of these names speaks; anybody does if there are none.
fn is_wanted(attribution: Attribution<'_>, names: &[String]) -> bool {
    names.is_empty()
        || attribution.speaker().is_some_and(|speaker| {
            let mut aliases = speaker.aliases().iter();
            let is_one = |known: &str| names.iter().any(|name| is_name_of(name, known));
            is_one(speaker.name()) || aliases.any(|alias| is_one(alias))
        })
}

/// Whether all words of a name are in a longer one: `okoro` in `Ines Okoro`.
fn is_name_of(name: &str, known: &str) -> bool {
    let known = known.to_lowercase();
    let name = name.to_lowercase();
    let mut words = name.split_whitespace();
    !name.trim().is_empty() && words.all(|word| known.split_whitespace().any(|one| one == word))
}
