//! The words of English, in the table that the build script makes of their lists.

use super::inflect::INFLECTION;
use crate::language::supply::Words;
use crate::language::table::Table;

pub(super) const WORDS: Words = Words {
    table: Table {
        pilots: include_bytes!(concat!(env!("OUT_DIR"), "/pilots"))
            .as_chunks()
            .0
            .first_chunk()
            .expect("a pilot a group"),
        entries: ENTRIES.0.as_chunks().0,
    },
    inflection: INFLECTION,
};

static ENTRIES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/entries")));

/// Keeps each entry within a line of the cache.
#[repr(align(64))]
struct Aligned<B: ?Sized>(B);
