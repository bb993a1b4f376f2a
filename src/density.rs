//! Where a text has more of something than any text has.

use crate::gallop::count_leading;

/// What a text has for so many bytes tells whether it is text there.
pub(crate) const STRETCH: usize = 4096;
/// Where it is not, it is told for so many bytes what is passed over.
pub(crate) const PIECE: usize = 256;

/// The numbers of the pieces that have `most` of some items or more, in stretches of such pieces on the whole. The items
/// are in order; `start` tells where one begins.
pub(crate) fn crowded<T>(items: &[T], most: usize, start: impl Fn(&T) -> usize) -> Vec<usize> {
    let stretches = dense(items, STRETCH, most * (STRETCH / PIECE), &start);
    if stretches.is_empty() {
        return stretches;
    }
    let mut pieces = dense(items, PIECE, most, start);
    pieces.retain(|piece| stretches.binary_search(&(piece * PIECE / STRETCH)).is_ok());
    pieces
}

/// The parts of a text, each of so many bytes, in which `most` items begin or more.
fn dense<T>(items: &[T], size: usize, most: usize, start: impl Fn(&T) -> usize) -> Vec<usize> {
    let mut dense = Vec::new();
    let mut rest = items;
    while let Some(last) = rest.get(most - 1) {
        let number = start(&rest[0]) / size;
        if start(last) / size == number {
            dense.push(number);
        }
        let end = (number + 1) * size;
        rest = &rest[count_leading(rest, |item| start(item) < end)..];
    }
    dense
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_crowd_that_fills_a_stretch_counts() {
        let positions =
            |first: usize, end: usize| -> Vec<usize> { (first..end).step_by(4).collect() };
        let found = |positions: &[usize]| crowded(positions, PIECE / 8, |&position| position);
        assert_eq!(found(&positions(0, STRETCH / 4)), []);
        let pieces = STRETCH / PIECE;
        let second: Vec<usize> = (pieces..2 * pieces).collect();
        assert_eq!(found(&positions(STRETCH, 2 * STRETCH)), second);
        // What is sparse within it is left.
        let mut mixed = positions(0, STRETCH - PIECE);
        mixed.push(STRETCH - 1);
        assert_eq!(found(&mixed).len(), pieces - 1);
    }
}
