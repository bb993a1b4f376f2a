//! Working memory that goes from text to text.

use crate::analysis::Analysis;
use crate::analysis::cue::CueCandidate;
use crate::analysis::mention::Mentions;
use crate::token::{Structure, Token};

/// Memory that a detector works in, to be used again for the next text.
///
/// [`QuoteDetector::detect_with`](super::QuoteDetector::detect_with) takes one. It holds nothing
/// that changes a result and may go from one detector to another. It keeps as much memory as the longest
/// text took, about twenty times its length; what a text of more than 1 MiB took, it gives back.
///
/// ```
/// use quotation::{QuoteDetector, Scratch};
///
/// let mut scratch = Scratch::default();
/// let document = QuoteDetector::new().detect_with(&mut scratch, "“It holds,” said Ines Okoro.");
/// assert_eq!(document.speakers().len(), 1);
/// ```
#[derive(Debug, Default)]
pub struct Scratch {
    pub(super) tokens: Vec<Token>,
    pub(super) structure: Structure,
    pub(super) analysis: Analysis<'static>,
    pub(super) mentions: Mentions,
    pub(super) cues: Vec<CueCandidate>,
}

impl Scratch {
    /// The longest text whose memory is kept, in bytes: longer than nearly all articles and most books, and
    /// still small beside what a machine has for each of its cores.
    const KEPT: usize = 1 << 20;

    /// Gives back the memory that a text of `bytes` bytes took, if it is much.
    pub(super) fn shrink_after(&mut self, bytes: usize) {
        if bytes > Scratch::KEPT {
            *self = Scratch::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detector::QuoteDetector;

    #[test]
    fn the_memory_of_a_long_text_is_given_back() {
        let (detector, mut scratch) = (QuoteDetector::new(), Scratch::default());
        let sentence = "“It holds,” said Ines Okoro. ";
        let detect = |scratch: &mut Scratch, bytes: usize| {
            let text = sentence.repeat(bytes / sentence.len());
            let _ = detector.detect_with(scratch, &text);
            scratch.tokens.capacity()
        };
        assert!(detect(&mut scratch, 10_000) > 1_000);
        assert_eq!(detect(&mut scratch, Scratch::KEPT + 1_000), 0);
    }
}
