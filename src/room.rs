//! Room in lists that grow.

/// The least room that is made.
const LEAST: usize = 16;

/// A book has more tokens, chunks and mentions than this, not an article: room that none of them needs is given back.
pub(crate) const MANY: usize = 1 << 16;

/// Gives back the room that a list of many items does not need, or that has grown beyond what was `expected`, which all
/// later stages would pay for.
pub(crate) fn give_back<T>(list: &mut Vec<T>, expected: usize) {
    if list.len() > expected.min(MANY) {
        list.shrink_to_fit();
    }
}

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
