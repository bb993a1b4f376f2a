//! The siblings of each chunk: its neighbours within the same quote, over whole quotes at a step.

use crate::ids::ChunkId;

/// The chunk before and the chunk after another within the same quote.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Links {
    pub(crate) previous: Option<ChunkId>,
    pub(crate) next: Option<ChunkId>,
}

impl Links {
    /// Puts the links of `count` chunks in place of those in `links`, and after them one without a
    /// neighbour. The first chunk of each sentence is given, and the marks of each quote.
    pub(super) fn read(
        count: usize,
        sentence_chunks: &[ChunkId],
        quote_chunks: &[(ChunkId, ChunkId)],
        links: &mut Vec<Links>,
    ) {
        links.clear();
        links.reserve(count + 1);
        links.extend((0..count).map(|chunk| Links {
            previous: ChunkId::last_of(chunk),
            next: ChunkId::last_of(chunk + 2),
        }));
        for &first in sentence_chunks {
            cut(links, first);
        }
        for &(opening, closing) in quote_chunks {
            if let Some(after) = links.get_mut(closing.index() + 1)
                && after.previous.is_some()
            {
                after.previous = Some(opening);
            }
        }
        for &(opening, closing) in quote_chunks {
            if let Some(inner) = links.get_mut(opening.index() + 1) {
                inner.previous = None;
            }
            if let Some(before) = closing.previous() {
                links[before.index()].next = None;
            }
        }
        for &(opening, closing) in quote_chunks {
            links[opening.index()].next = links[closing.index()].next;
        }
        links.push(Links {
            previous: None,
            next: None,
        });
    }
}

/// Links what stands before a chunk with what stands after it, as if it were not there.
pub(super) fn pass_over(links: &mut [Links], chunk: ChunkId) {
    let Links { previous, next } = links[chunk.index()];
    if let Some(previous) = previous {
        links[previous.index()].next = next;
    }
    if let Some(next) = next {
        links[next.index()].previous = previous;
    }
}

/// Parts a chunk from the one before.
fn cut(links: &mut [Links], chunk: ChunkId) {
    if let Some(after) = links.get_mut(chunk.index()) {
        after.previous = None;
    }
    if let Some(before) = chunk.previous() {
        links[before.index()].next = None;
    }
}
