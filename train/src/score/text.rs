//! What a scorer asks of a text: which bytes are no white space, which stretch is left without outer
//! punctuation.

use crate::gold::Extent;

/// Marks and white space that do not matter at the edges of a span.
const EDGE: &str = "\"'`.,;:!?- \n\r\t“”‘’«»„—–";

/// A text, with what counts of it.
pub(super) struct Text<'t> {
    bytes: &'t [u8],
    /// How many bytes before each are no white space.
    solid: Vec<u32>,
}

impl<'t> Text<'t> {
    pub(super) fn new(text: &'t str) -> Text<'t> {
        let bytes = text.as_bytes();
        let mut solid = Vec::with_capacity(bytes.len() + 1);
        let mut count = 0;
        solid.push(0);
        for byte in bytes {
            // Of one byte: what is wider counts as letters do.
            count += u32::from(!matches!(byte, b' ' | b'\t'..=b'\r'));
            solid.push(count);
        }
        Text { bytes, solid }
    }

    /// How many bytes within are no white space.
    pub(super) fn solid(&self, spans: &[Extent]) -> usize {
        let before = |at: usize| self.solid[at.min(self.bytes.len())];
        let of = |span: &Extent| before(span.end).saturating_sub(before(span.start)) as usize;
        spans.iter().map(of).sum()
    }

    pub(super) fn slice(&self, span: Extent) -> String {
        let end = span.end.min(self.bytes.len());
        String::from_utf8_lossy(&self.bytes[span.start.min(end)..end]).into_owned()
    }

    /// The span without outer punctuation and white space.
    pub(super) fn trimmed(&self, span: Extent) -> Extent {
        let text = self.slice(span);
        let is_edge = |c: char| EDGE.contains(c);
        let left = text.len() - text.trim_start_matches(is_edge).len();
        let right = text.trim_end_matches(is_edge).len().max(left);
        Extent::new(span.start + left, span.start + right)
    }
}

/// What two lists of extents have in common, each of which is in order and without overlap.
pub(super) fn common(some: &[Extent], others: &[Extent]) -> Vec<Extent> {
    let mut shared = Vec::new();
    let (mut one, mut other) = (0, 0);
    while let (Some(a), Some(b)) = (some.get(one), others.get(other)) {
        if a.shared(*b) > 0 {
            shared.push(Extent::new(a.start.max(b.start), a.end.min(b.end)));
        }
        if a.end < b.end {
            one += 1;
        } else {
            other += 1;
        }
    }
    shared
}
