//! English words by which something is not said, or not yet.

use super::named;
use crate::language::supply::Assertion;

pub(super) const ASSERTION: Assertion = Assertion {
    possible: &[
        named::COULD,
        named::MAY,
        named::MIGHT,
        named::OUGHT,
        named::SHOULD,
        named::WOULDVE,
    ],
    counterfactual: &[named::WOULD],
    future: &[named::SHALL, named::WILL],
    conditional: &[named::IF, named::UNLESS],
    asking: &[named::WHETHER],
    declining: &[named::DECLINE, named::FAIL, named::FORGET, named::REFUSE],
    limiting: &[named::ONLY],
};
