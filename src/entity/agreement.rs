//! How well pronouns and descriptions fit somebody.

use super::record::Entity;
use crate::analysis::Analysis;
use crate::analysis::mention::{Mention, Nature};
use crate::kinds::Gender;
use crate::language::Class;

/// How well a description of a body fits a name of which the text has not told what it names.
const OPEN_BODY: f32 = 0.7;

/// What a description can describe, by its noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Described {
    Person,
    Body,
    /// "the retailer", "the operator"
    Either,
}

impl Described {
    pub(super) fn by(analysis: &Analysis<'_>, mention: &Mention) -> Described {
        let word = analysis.word(mention.head);
        if mention.nature.is_body() {
            Described::Body
        } else if word.is(Class::OrganisationNoun) {
            Described::Either
        } else {
            Described::Person
        }
    }

    pub(super) fn can_be(self, entity: &Entity) -> bool {
        match self {
            Described::Person => !entity.nature.is_body(),
            Described::Body => entity.nature.is_body(),
            Described::Either => true,
        }
    }

    /// How well a description fits somebody.
    pub(super) fn fit(self, entity: &Entity, gender: Option<Gender>) -> f32 {
        let as_body = match entity.nature {
            _ if entity.is_plural => 0.0,
            Nature::Organisation | Nature::Group => 1.0,
            Nature::Open if entity.gender.is_none() => OPEN_BODY,
            _ => 0.0,
        };
        match self {
            Described::Person => agreement(entity, gender),
            Described::Body => as_body,
            Described::Either => as_body.max(agreement(entity, gender)),
        }
    }
}

/// How well a group and a place fit "it", beside an organisation.
const GROUP_AS_BODY: f32 = 0.6;
const PLACE_AS_BODY: f32 = 0.3;
/// How well those fit "he" and "she" who are described and not named, with a gender and without, and a name that may be
/// a person's, beside one that is.
const DESCRIBED: f32 = 0.4;
const DESCRIBED_WITHOUT_GENDER: f32 = 0.15;
const MAYBE_PERSON: f32 = 0.7;
/// How well an unknown gender fits any, beside the same one.
const UNKNOWN_GENDER: f32 = 0.85;

/// How well "it", as somebody who speaks, fits an entity.
pub(super) fn body(entity: &Entity) -> f32 {
    match entity.nature {
        _ if entity.is_plural => 0.0,
        Nature::Organisation => 1.0,
        Nature::Group => GROUP_AS_BODY,
        Nature::Place => PLACE_AS_BODY,
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
        Nature::Person if entity.gender.is_some() => DESCRIBED,
        Nature::Person => DESCRIBED_WITHOUT_GENDER,
        Nature::Open if named => MAYBE_PERSON,
        _ => 0.0,
    };
    let gender = match (entity.gender, asked) {
        (None, _) | (_, None) => UNKNOWN_GENDER,
        (own, asked) if own == asked => 1.0,
        _ => 0.0,
    };
    nature * gender
}
