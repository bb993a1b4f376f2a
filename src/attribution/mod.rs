//! Candidates, evidence, choice.

mod evidence;

pub use evidence::{Evidence, EvidenceKind};
