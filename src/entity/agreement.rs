//! How well pronouns and descriptions fit somebody.

use super::record::Entity;
use crate::analysis::mention::Nature;
use crate::kinds::Gender;

/// How well "it", as somebody who speaks, fits an entity.
pub(super) fn body(entity: &Entity) -> f32 {
    match entity.nature {
        _ if entity.is_plural => 0.0,
        Nature::Organisation => 1.0,
        Nature::Group => 0.6,
        Nature::Place => 0.3,
        _ => 0.0,
    }
}

/// How well "they" fits an entity.
pub(super) fn many(entity: &Entity) -> f32 {
    if entity.is_plural || entity.nature == Nature::Group {
        1.0
    } else {
        0.0
    }
}

/// How well "he" or "she" fits an entity, or a description without a gender.
pub(super) fn agreement(entity: &Entity, asked: Option<Gender>) -> f32 {
    let named = entity.is_named;
    let nature = match entity.nature {
        Nature::Person if entity.is_plural => 0.0,
        Nature::Person if named => 1.0,
        Nature::Person if entity.gender.is_some() => 0.4,
        Nature::Person => 0.15,
        Nature::Open if named => 0.7,
        _ => 0.0,
    };
    let gender = match (entity.gender, asked) {
        (None, _) | (_, None) => 0.85,
        (own, asked) if own == asked => 1.0,
        _ => 0.0,
    };
    nature * gender
}
