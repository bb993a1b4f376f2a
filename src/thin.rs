//! Lists that are nearly always empty.

use std::ops::Deref;

use smallvec::SmallVec;

/// A list as large as a pointer, which takes no memory while it is empty.
#[derive(Clone, Debug)]
pub(crate) struct ThinVec<T>(Option<Box<Few<T>>>);

/// Most lists that are not empty have one item.
type Few<T> = SmallVec<[T; 1]>;

impl<T> ThinVec<T> {
    pub(crate) const fn new() -> ThinVec<T> {
        ThinVec(None)
    }

    pub(crate) fn push(&mut self, item: T) {
        self.0.get_or_insert_default().push(item);
    }

    /// Takes out the item at a position, where there is one.
    pub(crate) fn remove(&mut self, position: usize) -> Option<T> {
        let items = self.0.as_mut()?;
        (position < items.len()).then(|| items.remove(position))
    }
}

impl<T> Default for ThinVec<T> {
    fn default() -> ThinVec<T> {
        ThinVec::new()
    }
}

impl<T> Deref for ThinVec<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_deref().map_or(&[], SmallVec::as_slice)
    }
}
