//! How well pronouns and descriptions fit somebody.

use super::record::Entity;
use super::trade::Trade;
use crate::analysis::Analysis;
use crate::analysis::mention::{Mention, Nature};
use crate::ids::EntityId;
use crate::kinds::Gender;
use crate::language::Class;

// In PolNeAR's development part, halving any of these numbers, doubling those up to 0.6, or moving the others half the
// way to 1, changes at most 0.1 % of the names, except that halving `UNKNOWN_GENDER` loses 0.5 %.

/// How well a description of an organisation fits a name of which the text has not told what it names.
const OPEN_ORGANISATION: f32 = 0.7;

/// What a description can describe, by its noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DescribedKind {
    Person,
    Organisation,
    /// "the retailer", "the operator"
    Either,
}

impl DescribedKind {
    pub(super) fn by(
        analysis: &Analysis<'_>,
        mention: &Mention,
        trade: Option<Trade>,
    ) -> DescribedKind {
        let word = analysis.word(mention.head);
        let [of_people, of_organisations] =
            [Trade::is_of_people, Trade::is_of_organisations].map(|tells| trade.is_some_and(tells));
        if mention.nature.is_organisation() && !of_people {
            DescribedKind::Organisation
        } else if mention.nature.is_organisation()
            || word.is(Class::OrganisationNoun)
            || of_organisations
        {
            DescribedKind::Either
        } else {
            DescribedKind::Person
        }
    }

    pub(super) fn can_be(self, entity: &Entity) -> bool {
        match self {
            DescribedKind::Person => !entity.nature.is_organisation(),
            DescribedKind::Organisation => entity.nature.is_organisation(),
            DescribedKind::Either => true,
        }
    }

    /// How well a description fits somebody.
    pub(super) fn fit(self, entity: &Entity, gender: Option<Gender>) -> f32 {
        let as_organisation = match entity.nature {
            _ if entity.is_plural => 0.0,
            Nature::Organisation | Nature::Group => 1.0,
            Nature::Open if entity.gender.is_none() => OPEN_ORGANISATION,
            _ => 0.0,
        };
        match self {
            DescribedKind::Person => agreement(entity, gender),
            DescribedKind::Organisation => as_organisation,
            DescribedKind::Either => as_organisation.max(agreement(entity, gender)),
        }
    }
}

/// How well a group, a place and a document fit "it", beside an organisation.
const GROUP_AS_ORGANISATION: f32 = 0.6;
const PLACE_AS_ORGANISATION: f32 = 0.3;
const DOCUMENT_AS_ORGANISATION: f32 = 0.3;
/// How well those fit "he" and "she" who are described and not named, with a gender and without, and a name that may be
/// a person's, beside one that is.
const DESCRIBED: f32 = 0.4;
const DESCRIBED_WITHOUT_GENDER: f32 = 0.15;
const MAYBE_PERSON: f32 = 0.7;
/// How much less "he" and "she" mean a name that the text uses as that of a place or of a thing.
const TOWN: f32 = 0.05;
/// How well an unknown gender fits any, beside the same one.
const UNKNOWN_GENDER: f32 = 0.85;

/// How well "it", as somebody who speaks, fits an entity.
pub(super) fn organisation(entity: &Entity) -> f32 {
    match entity.nature {
        _ if entity.is_plural => 0.0,
        Nature::Organisation => 1.0,
        Nature::Group => GROUP_AS_ORGANISATION,
        Nature::Place => PLACE_AS_ORGANISATION,
        Nature::Document => DOCUMENT_AS_ORGANISATION,
        Nature::Open if entity.is_named && entity.gender.is_none() => PLACE_AS_ORGANISATION,
        _ => 0.0,
    }
}

/// How well "they" fits one person whose gender nothing tells, beside several.
pub(super) const SINGULAR: f32 = 0.7;

/// How well "they" fits an entity.
pub(super) fn many(entity: &Entity) -> f32 {
    match entity.nature {
        Nature::Document => 0.0,
        Nature::Group => 1.0,
        _ if entity.is_plural => 1.0,
        _ => 0.0,
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
    let place = match entity.is_place && !entity.gender_is_sure {
        true => TOWN,
        false => 1.0,
    };
    nature * gender * place
}

/// How much less a pronoun means somebody whose gender nothing else tells and of whom the text spoke by the other one last.
const OTHER_PRONOUN: f32 = 0.1;

/// Which pronoun the text has spoken of each entity by last, as far as that was understood.
#[derive(Debug)]
pub(super) struct SpokenAs {
    /// By the position of the entity.
    last: Vec<Option<Gender>>,
}

/// For how many entities there is room from the start.
const INITIAL_CAPACITY: usize = 64;

impl SpokenAs {
    pub(super) fn new() -> SpokenAs {
        SpokenAs {
            last: Vec::with_capacity(INITIAL_CAPACITY),
        }
    }

    pub(super) fn record(&mut self, entity: EntityId, gender: Option<Gender>) {
        if gender.is_none() {
            return;
        }
        if self.last.len() <= entity.index() {
            self.last.resize(entity.index() + 1, None);
        }
        self.last[entity.index()] = gender;
    }

    /// By which pronoun the text has spoken of somebody last.
    pub(super) fn last(&self, entity: EntityId) -> Option<Gender> {
        self.last.get(entity.index()).copied().flatten()
    }

    /// How well a pronoun fits somebody whose gender nothing else tells.
    pub(super) fn fit(&self, entity: EntityId, gender: Option<Gender>) -> f32 {
        match self.last(entity) {
            None => 1.0,
            last if last == gender => 1.0 / UNKNOWN_GENDER,
            Some(_) => OTHER_PRONOUN,
        }
    }
}
