//! Speech that narration between dashes interrupts: “It will be our”—she leaned closer—“secret.”

use super::scene::Scene;
use crate::analysis::ChunkKind;
use crate::ids::{ChunkId, MentionId};

/// Narration between dashes that interrupts a line has so many chunks at most.
const LONGEST: usize = 16;

/// How probable it is that who acts in the interruption speaks.
pub(super) const CONFIDENCE: f32 = 0.9;

/// The opening mark behind narration between dashes, which begins right behind a closing mark.
pub(super) fn resumption(scene: &Scene<'_>, closing: ChunkId) -> Option<ChunkId> {
    let analysis = scene.analysis;
    let is_dash = |chunk: ChunkId| analysis.chunk(chunk).kind == ChunkKind::Dash;
    let dash = analysis
        .next_sibling(closing)
        .filter(|&dash| is_dash(dash))?;
    let mut last = analysis.next_sibling(dash)?;
    for _ in 0..LONGEST {
        let next = analysis.next_sibling(last)?;
        if matches!(analysis.chunk(next).kind, ChunkKind::Opening(_)) {
            return is_dash(last).then_some(next);
        }
        last = next;
    }
    None
}

/// Who acts in the narration between dashes behind a closing mark: it is hardly ever anybody else than
/// who speaks.
pub(super) fn interrupter(scene: &Scene<'_>, closing: ChunkId) -> Option<MentionId> {
    let dash = scene.analysis.next_sibling(closing)?;
    let subject = scene.analysis.next_sibling(dash)?;
    scene.mentions.of_chunk(subject)
}
