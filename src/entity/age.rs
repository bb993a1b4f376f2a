//! How old the text says that people are: Rosa Beck of "Rosa Beck, 61," can be "the 61-year-old", and nobody whose age is
//! another.

use std::collections::VecDeque;

use super::apposition;
use crate::analysis::Analysis;
use crate::analysis::mention::Mention;
use crate::ids::{EntityId, TokenId};

/// How many ages are remembered.
const REMEMBERED: usize = 32;

/// How much likelier an age means somebody of whom it was told.
const SAME_AGE: f32 = 8.0;

/// The ages that were told.
#[derive(Debug, Default)]
pub(super) struct Ages {
    /// The last ones last.
    known: VecDeque<(EntityId, u8)>,
}

impl Ages {
    pub(super) fn learn(&mut self, entity: EntityId, age: u8) {
        if self.known.len() == REMEMBERED {
            self.known.pop_front();
        }
        self.known.push_back((entity, age));
    }

    /// How well an age fits somebody, beside somebody whose age nothing tells.
    pub(super) fn fit(&self, age: u8, entity: EntityId) -> f32 {
        let mut known = self.known.iter().rev();
        match known.find(|(one, _)| *one == entity) {
            None => 1.0,
            Some((_, own)) if *own == age => SAME_AGE,
            Some(_) => 0.0,
        }
    }
}

/// The age that a phrase or what stands after it tells: 61 of "the 61-year-old", and of "Rosa Beck, 61,".
pub(super) fn stated(analysis: &Analysis<'_>, mention: &Mention) -> Option<u8> {
    within(analysis, mention).or_else(|| {
        let number = apposition::age_after(analysis, mention.chunk)?;
        analysis.token_text(number).parse().ok()
    })
}

/// The age that a word of a phrase tells.
fn within(analysis: &Analysis<'_>, mention: &Mention) -> Option<u8> {
    let ending = analysis.language.descriptions.age;
    let is_number = |at: &TokenId| {
        analysis
            .token_text(*at)
            .starts_with(|c: char| c.is_ascii_digit())
    };
    let mut words = mention.first.up_to(mention.head.next()).filter(is_number);
    let age = |at: TokenId| analysis.token_text(at).strip_suffix(ending)?.parse().ok();
    words.find_map(age).filter(|_| !ending.is_empty())
}
