//! English words between sources, cues and quotations.

use super::named;
use crate::language::supply::Sources;

pub(super) const SOURCES: Sources = Sources {
    before_source: &[named::OF, named::BY, named::FROM],
    before_newcomer: &[
        named::A,
        named::AN,
        named::ANOTHER,
        named::SECOND,
        named::THIRD,
    ],
    before_description: &[named::AS],
    imitating: &[named::GO, named::GOES, named::WENT],
    before_imitation: &[named::ENTIRELY, named::LIKE],
    singular_auxiliaries: &[named::IS, named::WAS, named::HAS, named::DOES],
    plural_auxiliaries: &[named::ARE, named::WERE, named::HAVE, named::DO],
};
