//! Where a line stands: alone in its paragraph, after narration, after another line.

use super::line::DialogueLine;
use crate::attribution::input::AttributionInput;

/// Where a line stands in its paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct LinePosition {
    /// Whether something stands before it.
    pub(super) led: bool,
    /// Whether something stands after it.
    pub(super) trailed: bool,
}

impl LinePosition {
    pub(super) fn of(input: &AttributionInput<'_>, line: &DialogueLine) -> LinePosition {
        let analysis = input.analysis;
        let first = analysis.paragraphs[line.first_paragraph.index()].start;
        let last = analysis.paragraphs[line.last_paragraph.index()].end;
        LinePosition {
            led: analysis.chunk(line.opening).first > first,
            trailed: analysis.chunk(line.closing).end < last,
        }
    }
}
