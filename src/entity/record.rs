//! Somebody whom a text mentions.

use crate::analysis::mention::{Mention, Nature};
use crate::ids::{EntityId, MentionId, id};
use crate::kinds::{Gender, SpeakerKind};
use crate::span::Span;

id! {
    /// The position of somebody's names among all names.
    pub(super) struct NamesId
}

/// A person, an organisation or a thing, as far as the text has told of it.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    /// The mention that describes it, if it has no name; none of a cast's member.
    pub(super) mention: Option<MentionId>,
    /// Its names; in news most entities have none.
    pub(super) names: Option<NamesId>,
    /// How often the text has mentioned it so far; full names count from the start.
    pub(crate) mentions: u32,
    /// Whose kin, friend or part it is by its description: Anna of "Anna's mother".
    pub(crate) owner: Option<EntityId>,
    pub(crate) nature: Nature,
    pub(crate) gender: Option<Gender>,
    /// Whether the gender is more than what the given name suggests.
    pub(super) gender_is_sure: bool,
    pub(crate) is_plural: bool,
    /// Whether it has a name of its own.
    pub(crate) is_named: bool,
    /// Whether the description says that it is somebody's: "her mother".
    pub(crate) is_kin: bool,
    /// Whether its name may be a person's, but stands where those of places and things do.
    pub(super) is_place: bool,
    /// Whether the caller gave it.
    pub(super) is_member: bool,
}

const _: () = assert!(size_of::<Entity>() <= 24);

impl Entity {
    /// Whom a mention is the first to mention.
    pub(super) fn new(id: MentionId, mention: &Mention) -> Entity {
        Entity {
            mention: Some(id),
            is_plural: mention.plural,
            ..Entity::of_nature(mention.nature)
        }
    }

    /// One of whom nothing else is known.
    pub(super) fn of_nature(nature: Nature) -> Entity {
        Entity {
            mention: None,
            names: None,
            mentions: 0,
            owner: None,
            nature,
            gender: None,
            gender_is_sure: false,
            is_plural: false,
            is_named: false,
            is_kin: false,
            is_place: false,
            is_member: false,
        }
    }

    /// Whether it talks as people do, going by its names and by what it does.
    pub(crate) fn is_person(&self) -> bool {
        self.nature == Nature::Person
    }

    /// Takes over a gender unless a surer one is known.
    pub(super) fn learn_gender(&mut self, gender: Option<Gender>, sure: bool) {
        if gender.is_some() && (self.gender.is_none() || sure && !self.gender_is_sure) {
            self.gender = gender;
            self.gender_is_sure = sure;
        }
    }

    pub(super) fn kind(&self) -> SpeakerKind {
        match self.nature {
            _ if !self.is_named && self.nature != Nature::Organisation => {
                if self.is_plural || self.nature == Nature::Group {
                    SpeakerKind::Group
                } else {
                    SpeakerKind::Unnamed
                }
            }
            Nature::Organisation | Nature::Place => SpeakerKind::Organisation,
            Nature::Group => SpeakerKind::Group,
            _ => SpeakerKind::Person,
        }
    }
}

/// Persons with "and" between, as one entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joint {
    /// The mention that comes first.
    pub(super) mention: MentionId,
    pub(super) span: Span,
    /// How many they are.
    pub(super) count: usize,
    pub(super) entity: EntityId,
}
