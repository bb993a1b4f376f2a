//! Room in lists that grow.

/// The least room that is made.
const LEAST: usize = 16;

/// Makes room for one item more where there is none: for as many as are left to come if the rest of a text, of which
/// `done` of `all` is read, has as many as the beginning. Twice the room that there was would be too much for most.
pub(crate) fn make_room<T>(list: &mut Vec<T>, done: usize, all: usize) {
    if list.len() == list.capacity() {
        let expected = list.len() * all.saturating_sub(done) / (done + 1);
        list.reserve_exact(LEAST + expected.max(list.len() / 4));
    }
}

/// Adds an item to a list of large ones of which nobody knows how many come, for which twice the room would be too much.
pub(crate) fn push<T>(list: &mut Vec<T>, item: T) {
    make_room(list, 0, 0);
    list.push(item);
}
