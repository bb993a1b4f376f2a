//! Stacks of open quotations that share what is below.

use std::num::NonZeroU32;

use crate::ids::id;
use crate::quote::cost::Cost;
use crate::quote::events::Event;
use crate::token::mark::MarkStyle;

/// How many open quotations a paragraph's first marks can take up again.
const RESUMED: usize = 4;

/// A hash of the styles in a stack: equal stacks have equal keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct StackKey(u64);

impl StackKey {
    pub(super) const EMPTY: StackKey = StackKey(0);

    /// The key of a stack with one more quotation on it.
    pub(super) fn with(self, style: MarkStyle) -> StackKey {
        StackKey((self.0 ^ (style as u64 + 1)).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }
}

/// A stack of open quotations, as its top and what is below.
#[derive(Clone, Copy)]
pub(super) struct OpenQuote {
    pub(super) below: StackId,
    pub(super) depth: u32,
    /// What it costs to close none of the stack.
    pub(super) unclosed: Cost,
    pub(super) key: StackKey,
    pub(super) style: MarkStyle,
    pub(super) is_ascii: bool,
    /// Whether the mark that opened it could as well have closed something.
    pub(super) is_doubtful: bool,
    /// Where the quotation began.
    pub(super) start: u32,
    /// Where the sentence ends that the quotation began in the middle of.
    pub(super) sentence_end: Option<NonZeroU32>,
}

id! {
    /// A stack, known by the position of its top among all frames.
    pub(super) struct StackId(Plain)
}

/// The empty stack, and the start of all paths.
pub(super) const EMPTY: StackId = StackId::FIRST;

/// All stacks that paths have come to.
pub(super) struct Stacks {
    frames: Vec<OpenQuote>,
}

impl Stacks {
    pub(super) fn new() -> Stacks {
        let bottom = OpenQuote {
            below: EMPTY,
            depth: 0,
            unclosed: 0,
            key: StackKey::EMPTY,
            style: MarkStyle::Double,
            is_ascii: true,
            is_doubtful: false,
            start: 0,
            sentence_end: None,
        };
        Stacks {
            frames: vec![bottom],
        }
    }

    pub(super) fn top(&self, stack: StackId) -> OpenQuote {
        self.frames[stack.index()]
    }

    /// The stack with a quotation on it that a mark opens.
    pub(super) fn push(&mut self, below: StackId, event: &Event, unclosed: Cost) -> StackId {
        let under = self.top(below);
        let frame = OpenQuote {
            below,
            depth: under.depth + 1,
            unclosed: under.unclosed + unclosed,
            key: under.key.with(event.style),
            style: event.style,
            is_ascii: event.is_ascii,
            is_doubtful: event.costs.open > 1,
            start: event.start,
            sentence_end: event.sentence_end,
        };
        self.frames.push(frame);
        StackId::new(self.frames.len() - 1)
    }

    /// The part of a stack up to `level`, the outermost being 0; `None` if the stack is too deep
    /// to be looked through.
    pub(super) fn level(&self, stack: StackId, level: usize) -> Option<StackId> {
        let depth = self.top(stack).depth as usize;
        if depth > RESUMED || level >= depth {
            return None;
        }
        Some((level + 1..depth).fold(stack, |stack, _| self.top(stack).below))
    }

    /// Forgets all stacks but one, and gives its new position.
    pub(super) fn keep_only(&mut self, stack: StackId) -> StackId {
        let mut kept = Vec::new();
        let mut at = stack;
        while at != EMPTY {
            kept.push(self.top(at));
            at = self.top(at).below;
        }
        self.frames.truncate(1);
        for (below, frame) in kept.into_iter().rev().enumerate() {
            self.frames.push(OpenQuote {
                below: StackId::new(below),
                ..frame
            });
        }
        StackId::new(self.frames.len() - 1)
    }
}
