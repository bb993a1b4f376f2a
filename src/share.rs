//! Parts of a whole that thresholds name.

/// A least part of a whole, such as two in five.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Share {
    part: usize,
    whole: usize,
}

impl Share {
    pub(crate) const HALF: Share = Share::of(1, 2);

    /// `part` in every `whole`.
    pub(crate) const fn of(part: usize, whole: usize) -> Share {
        Share { part, whole }
    }

    /// Whether `count` of `all` are at least this part.
    pub(crate) const fn is_reached(self, count: usize, all: usize) -> bool {
        count * self.whole >= all * self.part
    }

    /// Whether `count` of `all` are more than this part.
    pub(crate) const fn is_exceeded(self, count: usize, all: usize) -> bool {
        count * self.whole > all * self.part
    }
}
