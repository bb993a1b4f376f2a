//! Who of a novel is whose mother, husband or sister: by the titles of a family name, "Mr. Berg" beside "Mrs. Berg", and by what
//! the text tells, "her brother Tom". So "his wife" and "her mother" mean somebody with a name.

use super::entities::Entities;
use super::form::{NameFormId, NameForms};
use super::gender::possessive;
use super::index::{NAMESAKES, NameIndex, NameWordId};
use super::kin::{Kin, Relation};
use super::name_bearers::NameBearers;
use super::title::{Title, is_among};
use super::usage::Usage;
use crate::analysis::Analysis;
use crate::analysis::mention::{Mention, Mentions};
use crate::hash::WordMap;
use crate::ids::{EntityId, MentionId, ParagraphId};
use crate::kinds::Gender;
use crate::language::Language;

/// How many of those whom narration named last "his" and "her" can mean, and for how many paragraphs.
const OWNERS: usize = 8;
/// How many of them can be the owners of somebody whom narration did not name lately.
const NEAREST: usize = 2;
const LATELY: usize = 30;

/// Somebody of a family.
#[derive(Clone, Copy, Debug)]
struct FamilyMember {
    family: NameWordId,
    /// How often the text names them as the heads of a family are named, "Mrs. Berg", and as others are.
    as_head: u32,
    as_other: u32,
    /// Whether the text gives them a title that neither heads nor daughters have: "Captain Berg".
    has_rank: bool,
}

impl FamilyMember {
    fn is_head(self) -> bool {
        self.as_head > self.as_other
    }
}

/// The families of a text, and the relations that it has told so far.
pub(super) struct Families {
    members: WordMap<EntityId, FamilyMember>,
    /// Those of a family name who have a gender, in no order.
    families: WordMap<NameWordId, NameBearers>,
    told: Kin,
    /// Those whom narration named last, the last one last.
    owners: Vec<(EntityId, ParagraphId)>,
}

impl Families {
    pub(super) fn of(
        (forms, usages): (&NameForms<'_>, &[Usage]),
        index: &NameIndex<'_>,
        language: &Language,
        entities: &Entities<'_>,
    ) -> Families {
        let mut members: WordMap<EntityId, FamilyMember> = WordMap::default();
        let mut families: WordMap<NameWordId, NameBearers> = WordMap::default();
        let all = || NameFormId::all(forms.all.len()).zip(&forms.all);
        for (id, form) in all() {
            let (Some(person), Some(family)) = (form.entity, forms.name(id).family) else {
                continue;
            };
            let has_family = forms.name(id).words.len() > 1 || form.title != Title::None;
            if has_family && entities.get(person).is_person() && !entities.get(person).is_plural {
                let member = FamilyMember {
                    family,
                    as_head: 0,
                    as_other: 0,
                    has_rank: false,
                };
                members.entry(person).or_insert(member);
                families.entry(family).or_default().add(person, NAMESAKES);
            }
        }
        for (id, form) in all() {
            let Some(member) = form.entity.and_then(|person| members.get_mut(&person)) else {
                continue;
            };
            let count = usages[id.index()].count;
            let is_of_heads =
                |title| is_among(language.titles.before_family_names, index.text(title));
            let is_of_heads = form.title_word.is_some_and(is_of_heads);
            member.has_rank |= !is_of_heads && !matches!(form.title, Title::None | Title::Maid);
            match forms.name(id).words {
                [word] if form.title == Title::None && word.number == member.family => {}
                [_] if is_of_heads => member.as_head += count,
                _ => member.as_other += count,
            }
        }
        Families {
            members,
            families,
            told: Kin::default(),
            owners: Vec::with_capacity(OWNERS),
        }
    }

    /// Reads a name of narration, who can be the owner of what follows, and what the name tells of kin: "her brother Tom".
    pub(super) fn read_name(
        &mut self,
        (analysis, mentions): (&Analysis<'_>, &Mentions),
        entities: &Entities<'_>,
        id: MentionId,
        person: EntityId,
    ) {
        let mention = &mentions.all[id.index()];
        if let Some(noun) = mention.first.up_to(mention.name.0).last()
            && let Some(relation) = Relation::of(analysis, noun)
            && let Some(owner) = self.owner(
                (analysis, mentions),
                entities,
                mention,
                (OWNERS, |owner| owner != person),
            )
        {
            self.told.learn(owner, relation, person);
        }
        if analysis.enclosing[mention.chunk.index()].is_none() && entities.get(person).is_person() {
            self.owners.retain(|&(known, _)| known != person);
            if self.owners.len() == OWNERS {
                self.owners.remove(0);
            }
            let paragraph = analysis.paragraph(mention.chunk);
            self.owners.push((person, paragraph));
        }
    }

    /// Learns whose kin somebody is who is told by name beside a description: Mary of "his wife, Mary,".
    pub(super) fn learn(
        &mut self,
        (analysis, mentions): (&Analysis<'_>, &Mentions),
        entities: &Entities<'_>,
        mention: &Mention,
        named: EntityId,
    ) {
        let owner = self.owner(
            (analysis, mentions),
            entities,
            mention,
            (OWNERS, |owner| owner != named),
        );
        if let (Some(relation), Some(owner)) = (relation(analysis, mention), owner) {
            self.told.learn(owner, relation, named);
        }
    }

    /// Somebody with a name whom a description of kin means: "his wife", "Anna's mother".
    pub(super) fn meant(
        &self,
        (analysis, mentions): (&Analysis<'_>, &Mentions),
        entities: &Entities<'_>,
        mention: &Mention,
    ) -> Option<EntityId> {
        let relation = relation(analysis, mention)?;
        // Of two sisters who are named, either can be "her sister".
        let is_owner_named = mentions.possessor_of(mention.chunk).is_some();
        let is_open = |owner: EntityId| {
            !is_owner_named && relation.is_mutual() && entities.get(owner).gender == mention.gender
        };
        let relative = |owner: EntityId| {
            let relative = self.relative((analysis, entities), owner, (relation, mention.gender));
            relative.filter(|_| !is_open(owner))
        };
        let is_there = |owner| relative(owner).is_some_and(|one| self.is_present(one));
        let owner = self
            .owner((analysis, mentions), entities, mention, (OWNERS, is_there))
            .or_else(|| {
                let is_known = |owner| relative(owner).is_some();
                self.owner((analysis, mentions), entities, mention, (NEAREST, is_known))
            });
        relative(owner?)
    }

    /// The relative whom somebody has of a sort and a gender.
    fn relative(
        &self,
        (analysis, entities): (&Analysis<'_>, &Entities<'_>),
        owner: EntityId,
        (relation, gender): (Relation, Option<Gender>),
    ) -> Option<EntityId> {
        let suits = |one: EntityId| one != owner && Gender::agree(entities.get(one).gender, gender);
        let told = self.told.find(owner, relation, suits);
        told.or_else(|| self.by_title((analysis, entities), owner, (relation, gender?)))
    }

    /// The relative whom the titles of the family tell, if there is one alone.
    fn by_title(
        &self,
        (analysis, entities): (&Analysis<'_>, &Entities<'_>),
        owner: EntityId,
        (relation, gender): (Relation, Gender),
    ) -> Option<EntityId> {
        let member = *self.members.get(&owner)?;
        let is_head = relation.is_between_heads(analysis, member.is_head())?;
        let can_be = |one: &EntityId| {
            let is_of_family = self.members[one].family == member.family;
            is_of_family && *one != owner && entities.get(*one).gender == Some(gender)
        };
        let family = self.families.get(&member.family)?.iter().filter(can_be);
        let mut family = family.filter(|one| {
            let member = self.members[one];
            match is_head {
                true => member.is_head() || member.has_rank,
                false => !member.is_head() && !member.has_rank,
            }
        });
        let one = family.next().filter(|_| family.next().is_none())?;
        let is_such = self.members[&one].is_head() == is_head;
        (is_such && (is_head || self.is_present(one))).then_some(one)
    }

    fn is_present(&self, person: EntityId) -> bool {
        self.owners.iter().any(|&(owner, _)| owner == person)
    }

    /// The last of those whom the possessive of a description may mean and who fits.
    fn owner(
        &self,
        (analysis, mentions): (&Analysis<'_>, &Mentions),
        entities: &Entities<'_>,
        mention: &Mention,
        (most, fits): (usize, impl Fn(EntityId) -> bool),
    ) -> Option<EntityId> {
        if let Some(owner) = mentions.possessor_of(mention.chunk) {
            return entities.of_mention(owner).filter(|&owner| fits(owner));
        }
        let gender = possessive(analysis, mention.first)?;
        let here = analysis.paragraph(mention.chunk);
        let owners = self.owners.iter().rev().filter(|&&(owner, paragraph)| {
            entities.get(owner).gender == Some(gender) && here.since(paragraph) <= LATELY
        });
        let mut owners = owners.map(|&(owner, _)| owner).take(most);
        owners.find(|&owner| fits(owner))
    }
}

/// What a description says that somebody is to another: "his wife", not "the wife".
fn relation(analysis: &Analysis<'_>, mention: &Mention) -> Option<Relation> {
    let is_one = !mention.plural
        && !mention.possessor
        && analysis.enclosing[mention.chunk.index()].is_none();
    let is_owned = is_one && analysis.is_owned(mention.first, mention.head);
    Relation::of(analysis, mention.head).filter(|_| is_owned)
}
