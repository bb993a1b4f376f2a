//! Whose a name is, of those who have names already.

use super::index::{Name, NameWord, NameWordId};
use super::likeness;
use super::owners::Owners;
use super::resolution::{Margin, Resolution};
use super::resolver::Resolver;
use crate::analysis::mention::{Mention, Nature};
use crate::ids::{EntityId, TokenId};
use crate::kinds::{Gender, MentionKind};

/// By what factor one owner of a shared name must be more prominent than the next to be meant.
const PROMINENCE: f32 = 1.5;
/// How much being on the reader's mind counts beside each mention.
const ON_MIND: f32 = 2.0;

/// What tells more than likeness, which comes first: a title that agrees, and that the text has called
/// somebody by this title.
const LIKENESS: u32 = 4;
const TITLE_AGREES: u32 = 2;
const CALLED_SO: u32 = 1;

/// A name whose bearer is asked for.
struct Asked<'q, 't> {
    mention: &'q Mention,
    name: Name<'q, 't>,
    is_titled: bool,
    /// Those whom the text has called by the title.
    called_so: Option<&'q Owners>,
}

impl<'t> Resolver<'_, 't> {
    /// Whom a name means of the `owners` whom it fits so well, and how that is told: nobody yet if
    /// there are none, and nobody at all if it could be several.
    pub(super) fn bearer(
        &self,
        mention: &Mention,
        name: Name<'_, 't>,
        owners: &[EntityId],
        likeness: u32,
    ) -> (Option<EntityId>, Resolution) {
        let several = name.words.len() > 1;
        let is_single = |id| {
            let known = self.entities.by_words(id);
            known.is_some_and(|known| known.words.len() == 1)
        };
        let how = match *owners {
            [] if several => Resolution::FullName,
            [] => Resolution::SingleName,
            [_] if several && likeness == likeness::SAME => Resolution::FullName,
            [_] if several => Resolution::NameVariant,
            [one] if is_single(one) => Resolution::SingleName,
            [_] if mention.kind == MentionKind::TitledName && self.is_shared(name) => {
                Resolution::TitleAndGender
            }
            [_] => Resolution::PartOfName,
            _ => {
                return match self.prominent(owners) {
                    Some((id, margin)) => (Some(id), Resolution::SharedName(margin)),
                    None => (None, Resolution::Unresolved),
                };
            }
        };
        (owners.first().copied(), how)
    }

    /// Whether several have a name as their family name or their given name.
    fn is_shared(&self, name: Name<'_, 't>) -> bool {
        let owners = name.family.map(|family| self.index.with_family(family));
        owners.is_some_and(|owners| owners.len() > 1)
    }

    /// Adds the entities that a name fits best to `best`, which is empty, and tells how alike the names
    /// are.
    pub(super) fn find_bearers(
        &self,
        mention: &Mention,
        name: Name<'_, 't>,
        best: &mut Vec<EntityId>,
    ) -> u32 {
        let Some(first) = name.words.first() else {
            return 0;
        };
        // An acronym is all capitals.
        if let [NameWord { text, .. }] = name.words
            && text.ends_with(char::is_uppercase)
            && let Some(&id) = self.acronyms.get(*text)
        {
            best.push(id);
            return likeness::PART;
        }
        let is_titled = mention.kind == MentionKind::TitledName;
        let title = mention.name.0.previous();
        let title = title.filter(|&title| is_titled && title >= mention.first);
        let asked = Asked {
            mention,
            name,
            is_titled,
            called_so: title.and_then(|title: TokenId| self.roles.owners(self.analysis, title)),
        };
        let mut rank = 0;
        let index = &self.index;
        let is_other = Some(first.number) != name.family;
        let by_first = is_other.then(|| index.with_family(first.number));
        let by_family = name.family.map(|family| index.with_family(family));
        let nicknamed = Some(index.with_nickname(first.number));
        let given = Some(index.with_given(first.number));
        for owners in [by_family, given, by_first, nicknamed] {
            for id in owners.into_iter().flat_map(Owners::iter) {
                let this = self.rank(&asked, id);
                if this == 0 || this < rank || best.contains(&id) {
                    continue;
                }
                if this > rank {
                    rank = this;
                    best.clear();
                }
                best.push(id);
            }
        }
        if let [word] = name.words
            && best.is_empty()
            && let Some(id) = self.of_full_form(mention, word.number)
        {
            best.push(id);
            return likeness::PART;
        }
        rank / LIKENESS
    }

    /// The one person with a given name for which a word alone is a short or pet form: Ruth Vale of "Ruthie".
    fn of_full_form(&self, mention: &Mention, word: NameWordId) -> Option<EntityId> {
        let mut found = self.index.with_full_form(word).filter(|&id| {
            let entity = self.entities.get(id);
            natures_agree(entity.nature, mention.nature)
                && Gender::agree(entity.gender, mention.gender)
        });
        found.next().filter(|_| found.next().is_none())
    }

    /// How well a name fits an entity, by likeness first; not at all if that is 0.
    fn rank(&self, asked: &Asked<'_, 't>, id: EntityId) -> u32 {
        let &Asked {
            mention,
            name,
            is_titled,
            called_so,
        } = asked;
        let entity = self.entities.get(id);
        let agrees = Gender::agree(entity.gender, mention.gender);
        let must_agree = is_titled && (entity.gender_is_sure || name.words.len() == 1);
        if !agrees && must_agree {
            return 0;
        }
        // "The Hammer" looks like a body's name.
        let is_nicknamed = self.is_nicknamed(id, name);
        if !is_nicknamed && !natures_agree(entity.nature, mention.nature) {
            return 0;
        }
        let names = &self.analysis.language.names;
        let known = self.entities.by_words(id);
        let likeness = known.map_or(0, |known| {
            likeness::likeness(names, known, name, mention.nature)
        });
        let likeness = match likeness {
            0 if entity.is_member && self.cast.has_name(id, name.words) => likeness::PART,
            0 if is_nicknamed => likeness::PART,
            0 => return 0,
            likeness => likeness,
        };
        let called_so = called_so.is_some_and(|called| called.iter().any(|one| one == id));
        LIKENESS * likeness
            + TITLE_AGREES * u32::from(is_titled && agrees)
            + CALLED_SO * u32::from(called_so)
    }

    /// Whether the text gave somebody the first word of a name as a nickname, and no other family name.
    fn is_nicknamed(&self, id: EntityId, name: Name<'_, 't>) -> bool {
        let known = self.entities.by_words(id);
        let is_of_family =
            || known.is_some_and(|known| known.family.is_some() && known.family == name.family);
        let mut owners = name.words.first().into_iter();
        owners.any(|word| {
            self.index
                .with_nickname(word.number)
                .iter()
                .any(|one| one == id)
        }) && (name.words.len() == 1 || is_of_family())
    }

    /// The one among owners of a shared name whom the text speaks of far more than of the others.
    fn prominent(&self, owners: &[EntityId]) -> Option<(EntityId, Margin)> {
        let score =
            |id: EntityId| self.entities.get(id).mentions as f32 + ON_MIND * self.salience.of(id);
        let mut scored: Vec<(f32, EntityId)> = owners.iter().map(|&id| (score(id), id)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        match scored[..] {
            [(first, id), (second, _), ..] if first >= PROMINENCE * second => {
                Some((id, Margin::over(owners.len() - 1, first, second)))
            }
            _ => None,
        }
    }
}

fn natures_agree(a: Nature, b: Nature) -> bool {
    use Nature::{Open, Person, Place};
    a == b || a == Open || b == Open || matches!((a, b), (Person, Place) | (Place, Person))
}
