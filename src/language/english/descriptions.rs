//! The words of English descriptions.

use super::named;
use crate::language::supply::Descriptions;

pub(super) const DESCRIPTIONS: Descriptions = Descriptions {
    indefinite: &[named::A, named::AN],
    pointing: &[named::THIS, named::THAT],
    becoming: &[named::BECAME, named::BECOMES, named::BECOME],
    naming: &[named::CALLED, named::NAMED],
    belonging: &[named::OF, named::FOR, named::AT, named::FROM, named::WITH],
    by_age: &[named::ELDER, named::OLDER, named::YOUNGER],
    changing: &[named::OTHER, named::LATTER, named::FORMER],
    things: &[
        "arm-chair",
        "armchair",
        "chair",
        "fan",
        "figure",
        "head",
        "page",
    ],
};
