//! Words in marks to which something is done.

use super::{CueCandidate, is_marking};
use crate::analysis::Analysis;
use crate::kinds::CueKind;
use crate::language::{Class, Classes};
use crate::quote::{QuoteId, QuoteKind};

impl CueCandidate {
    /// Whether the words of a quote stand on something, which may be what the cue tells of: "pressed the button marked
    /// “Up”".
    pub(crate) fn tells_of_marked(&self, analysis: &Analysis<'_>, quote: QuoteId) -> bool {
        let (opening, _) = analysis.quote_chunks[quote.index()];
        let marking = analysis.previous_sibling(opening);
        self.head_chunk < opening && marking.is_some_and(|marking| is_marking(analysis, marking))
    }

    /// Whether it tells what is done to the words of a quote, which nobody says: She pressed “Send” and left.
    pub(crate) fn acts_on_marked(&self, analysis: &Analysis<'_>, quote: QuoteId) -> bool {
        const NO_ACTION: Classes = Classes::of(&[Class::Report, Class::Be, Class::Have]);
        let (opening, _) = analysis.quote_chunks[quote.index()];
        self.kind == CueKind::Verb
            && !self.facts.is_any(NO_ACTION)
            && analysis.next_sibling(self.last_chunk) == Some(opening)
            && analysis.quotes[quote.index()].kind() != QuoteKind::Speech
    }
}
