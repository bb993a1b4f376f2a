//! Counts how often later stages look at a text, so that a test can hold their work to its length.

/// Counts one look. Nothing is counted outside tests.
#[inline]
pub(crate) fn step() {
    #[cfg(test)]
    counter::STEPS.set(counter::STEPS.get() + 1);
}

#[cfg(test)]
pub(crate) use counter::taken_by;

#[cfg(test)]
mod counter {
    use std::cell::Cell;

    thread_local! {
        pub(super) static STEPS: Cell<u64> = const { Cell::new(0) };
    }

    /// How many looks some work takes in this thread.
    pub(crate) fn taken_by(work: impl FnOnce()) -> u64 {
        let before = STEPS.get();
        work();
        STEPS.get() - before
    }
}
