//! Search for what stands near.

/// How many items at the start hold to what none after them does. Where few do, a search from the
/// start in growing steps stays near it.
pub(crate) fn count_leading<T>(items: &[T], holds: impl Fn(&T) -> bool) -> usize {
    let mut end = 8;
    while items.get(end).is_some_and(&holds) {
        end *= 2;
    }
    items[..end.min(items.len())].partition_point(holds)
}
