//! The neighbours of each chunk on its own level, over whole quotes at a step.

/// The chunk before and the chunk behind another on the same level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Links {
    previous: u32,
    next: u32,
}

/// Stands for no chunk.
const NONE: u32 = u32::MAX;

impl Links {
    /// Puts the links of `count` chunks in place of those in `links`. The first chunk of each sentence
    /// is given, and the marks of each quote.
    pub(super) fn read(
        count: usize,
        sentence_chunks: &[u32],
        quote_chunks: &[(u32, u32)],
        links: &mut Vec<Links>,
    ) {
        links.clear();
        links.extend((0..count as u32).map(|chunk| Links {
            previous: chunk.wrapping_sub(1),
            next: chunk + 1,
        }));
        for &first in sentence_chunks {
            cut(links, first);
        }
        for &(opening, closing) in quote_chunks {
            if let Some(behind) = links.get_mut(closing as usize + 1)
                && behind.previous != NONE
            {
                behind.previous = opening;
            }
        }
        for &(opening, closing) in quote_chunks {
            if let Some(inner) = links.get_mut(opening as usize + 1) {
                inner.previous = NONE;
            }
            if let Some(before) = (closing as usize).checked_sub(1) {
                links[before].next = NONE;
            }
        }
        for &(opening, closing) in quote_chunks {
            links[opening as usize].next = links[closing as usize].next;
        }
    }

    #[inline]
    pub(super) fn next(self) -> Option<u32> {
        (self.next != NONE).then_some(self.next)
    }

    #[inline]
    pub(super) fn previous(self) -> Option<u32> {
        (self.previous != NONE).then_some(self.previous)
    }
}

/// Parts a chunk from the one before.
fn cut(links: &mut [Links], chunk: u32) {
    if let Some(behind) = links.get_mut(chunk as usize) {
        behind.previous = NONE;
    }
    if let Some(before) = (chunk as usize).checked_sub(1) {
        links[before].next = NONE;
    }
}
