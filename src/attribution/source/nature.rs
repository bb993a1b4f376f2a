//! What a source is, as far as that matters to whether it speaks.

use enumset::{EnumSet, enum_set};

use crate::analysis::mention::{Mention, Nature};
use crate::analysis::{Analysis, Tag};
use crate::attribution::features::QuotationFeature;
use crate::kinds::MentionKind;
use crate::language::{Class, Word};

/// What the source is, as far as that matters to whether it speaks.
pub(in crate::attribution) fn nature(
    analysis: &Analysis<'_>,
    mention: &Mention,
) -> QuotationFeature {
    let word = analysis.word(mention.head);
    if mention.kind == MentionKind::Pronoun {
        return match mention.nature {
            Nature::Person if mention.gender.is_some() => QuotationFeature::IsPersonPronoun,
            Nature::Person if word.is_whole(Class::Relative) => QuotationFeature::IsRelative,
            Nature::Person => QuotationFeature::IsFirstPerson,
            Nature::Group if is_they(word) => QuotationFeature::IsThey,
            Nature::Group => QuotationFeature::IsFirstPerson,
            _ => QuotationFeature::IsIt,
        };
    }
    let named = mention.is_named();
    match mention.nature {
        Nature::Person if named => QuotationFeature::IsPersonName,
        Nature::Person => QuotationFeature::IsPerson,
        Nature::Group => QuotationFeature::IsGroup,
        Nature::Organisation if named => QuotationFeature::IsOrganisation,
        Nature::Organisation => QuotationFeature::IsOrganisationNoun,
        Nature::Place => QuotationFeature::IsPlace,
        Nature::Document => QuotationFeature::IsDocument,
        Nature::Open if named => QuotationFeature::IsOpenName,
        Nature::Open => QuotationFeature::IsQuantity,
        Nature::Thing if word.tag == Tag::Time => QuotationFeature::IsTime,
        Nature::Thing => QuotationFeature::IsThing,
    }
}

/// Whether a source is somebody rather than something.
pub(in crate::attribution) fn is_person(source: EnumSet<QuotationFeature>) -> bool {
    use QuotationFeature::*;
    const PERSONS: EnumSet<QuotationFeature> =
        enum_set!(IsPersonName | IsPersonPronoun | IsPerson | IsOpenName);
    !source.is_disjoint(PERSONS)
}

/// Whether a source is somebody or several rather than something.
pub(in crate::attribution) fn is_somebody(source: EnumSet<QuotationFeature>) -> bool {
    use QuotationFeature::*;
    const GROUPS: EnumSet<QuotationFeature> =
        enum_set!(IsGroup | IsThey | IsFirstPerson | IsOrganisation | IsOrganisationNoun);
    is_person(source) || !source.is_disjoint(GROUPS)
}

fn is_they(word: &Word) -> bool {
    word.is_subject_form(Class::Plural) && !word.is(Class::FirstPerson)
}
