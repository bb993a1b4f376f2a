//! Parts of a whole that thresholds name.

/// A least part of a whole, such as two in five.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    part: usize,
    whole: usize,
}

impl Share {
    pub(super) const HALF: Share = Share::of(1, 2);

    /// `part` in every `whole`.
    pub(super) const fn of(part: usize, whole: usize) -> Share {
        Share { part, whole }
    }

    /// Whether `count` of `all` are at least this part.
    pub(super) const fn is_reached(self, count: usize, all: usize) -> bool {
        count * self.whole >= all * self.part
    }
}
