//! Whose a name is, of those who have names already.

use super::index::{Name, NameWord};
use super::likeness::{self, Likeness};
use super::name_bearers::NameBearers;
use super::resolution::{Margin, Resolution};
use super::resolver::Resolver;
use crate::analysis::mention::{Mention, Nature};
use crate::ids::{EntityId, TokenId};
use crate::kinds::{Gender, MentionKind};
use crate::language::Class;

/// By what factor one owner of a shared name must be more prominent than the next to be meant. With 3, 0.7 fewer names
/// in a hundred are right in PolNeAR's development part.
const PROMINENCE: f32 = 1.2;
/// How much being on the reader's mind counts beside each mention. Half is the same there, double 0.3 more.
const ON_MIND: f32 = 2.0;

/// How salient somebody must be at least to be meant before others who are forgotten. By choice: a subject is so in the
/// sentence after.
const VIVID: f32 = 1.0;

/// How well a name fits somebody, likeness first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    likeness: Likeness,
    title_agrees: bool,
    /// Whether the text has called somebody by the title.
    is_called_so: bool,
}

/// A name whose bearer is asked for.
struct Asked<'q, 't> {
    mention: &'q Mention,
    name: Name<'q, 't>,
    is_titled: bool,
    /// Those whom the text has called by the title.
    called_so: Option<&'q NameBearers>,
}

impl<'t> Resolver<'_, 't> {
    /// Whom a name means of the `bearers` whom it fits so well, and how that is told: nobody yet if
    /// there are none, and nobody at all if it could be several.
    pub(super) fn bearer(
        &self,
        mention: &Mention,
        name: Name<'_, 't>,
        bearers: &[EntityId],
        likeness: Option<Likeness>,
    ) -> (Option<EntityId>, Resolution) {
        let several = name.words.len() > 1;
        let is_single = |id| {
            let known = self.entities.by_words(id);
            known.is_some_and(|known| known.words.len() == 1)
        };
        let how = match *bearers {
            [] if several => Resolution::FullName,
            [] => Resolution::SingleName,
            [_] if several && likeness == Some(Likeness::Same) => Resolution::FullName,
            [_] if several => Resolution::NameVariant,
            [one] if is_single(one) => Resolution::SingleName,
            [_] if mention.kind == MentionKind::TitledName && self.is_shared(name) => {
                Resolution::TitleAndGender
            }
            [_] => Resolution::PartOfName,
            _ => {
                return match self.prominent(bearers) {
                    Some((id, margin)) => (Some(id), Resolution::SharedName(margin)),
                    None => (None, Resolution::Unresolved),
                };
            }
        };
        (bearers.first().copied(), how)
    }

    /// Whether several have a name as their family name or their given name.
    fn is_shared(&self, name: Name<'_, 't>) -> bool {
        let bearers = name.family.map(|family| self.index.with_family(family));
        bearers.is_some_and(|bearers| bearers.len() > 1)
    }

    /// Adds the entities that a name fits best to `best`, which is empty, and tells how alike the names
    /// are.
    pub(super) fn find_bearers(
        &self,
        mention: &Mention,
        name: Name<'_, 't>,
        best: &mut Vec<EntityId>,
    ) -> Option<Likeness> {
        let first = name.words.first()?;
        // An acronym is all capitals.
        if let [NameWord { text, .. }] = name.words
            && text.ends_with(char::is_uppercase)
            && let Some(&id) = self.acronyms.get(*text)
        {
            best.push(id);
            return Some(Likeness::Variant);
        }
        let is_titled = mention.kind == MentionKind::TitledName;
        let title = mention.name.0.previous();
        let title = title.filter(|&title| is_titled && title >= mention.first);
        let asked = Asked {
            mention,
            name,
            is_titled,
            called_so: title.and_then(|title: TokenId| self.roles.bearers(self.analysis, title)),
        };
        let mut fit = None;
        let index = &self.index;
        let is_other = Some(first.number) != name.family;
        let by_first = is_other.then(|| index.with_family(first.number));
        let by_family = name.family.map(|family| index.with_family(family));
        let nicknamed = Some(index.with_nickname(first.number));
        let given = Some(index.with_given(first.number));
        for bearers in [by_family, given, by_first, nicknamed] {
            for id in bearers.into_iter().flat_map(NameBearers::iter) {
                let this = self.fit(&asked, id);
                if this.is_none() || this < fit || best.contains(&id) {
                    continue;
                }
                if this > fit {
                    fit = this;
                    best.clear();
                }
                best.push(id);
            }
        }
        if let [word] = name.words
            && best.is_empty()
            && let Some(id) = self.index.of_short_form(word.number, |id| {
                let entity = self.entities.get(id);
                natures_agree(entity.nature, mention.nature)
                    && Gender::agree(entity.gender, mention.gender)
            })
        {
            best.push(id);
            return Some(Likeness::Variant);
        }
        if best.is_empty()
            && !is_titled
            && name.words.len() == 1
            && mention.nature == Nature::Person
        {
            best.extend(self.organisation_of_first_word(mention, name));
            return (!best.is_empty()).then_some(Likeness::Variant);
        }
        fit.map(|fit| fit.likeness)
    }

    /// The only organisation whose name begins with a word that is taken for a person's: "Berg" of "Berg Energy".
    fn organisation_of_first_word(
        &self,
        mention: &Mention,
        name: Name<'_, 't>,
    ) -> Option<EntityId> {
        let first = name.words.first()?;
        let is_place = self.analysis.word(mention.head).is(Class::Place);
        let is_organisation = |&id: &EntityId| self.entities.get(id).nature == Nature::Organisation;
        let mut bearers = self
            .index
            .with_given(first.number)
            .iter()
            .filter(is_organisation);
        let owner = bearers.next().filter(|_| !is_place)?;
        bearers.next().is_none().then_some(owner)
    }

    /// How well a name fits an entity.
    fn fit(&self, asked: &Asked<'_, 't>, id: EntityId) -> Option<Fit> {
        let &Asked {
            mention,
            name,
            is_titled,
            called_so,
        } = asked;
        let entity = self.entities.get(id);
        let of_title = mention.gender.filter(|_| is_titled);
        if !likeness::suits(entity, of_title, name.words.len() > 1) {
            return None;
        }
        // "The Hammer" looks like an organisation's name.
        let is_nicknamed = self.is_nicknamed(id, name);
        if !is_nicknamed && !natures_agree(entity.nature, mention.nature) {
            return None;
        }
        let names = &self.analysis.language.names;
        let known = self.entities.by_words(id);
        let likeness = known
            .and_then(|known| likeness::likeness(names, known, name, mention.nature))
            .or_else(|| {
                let is_alias = || entity.is_member && self.cast.has_name(id, name.words);
                let is_short = || {
                    let organisations = [entity.nature, mention.nature];
                    organisations
                        .iter()
                        .all(|&nature| matches!(nature, Nature::Organisation | Nature::Open))
                        && known.is_some_and(|known| begins_alike(known, name))
                };
                (is_nicknamed || is_alias() || is_short()).then_some(Likeness::Variant)
            })?;
        Some(Fit {
            likeness,
            title_agrees: is_titled && Gender::agree(entity.gender, mention.gender),
            is_called_so: called_so.is_some_and(|called| called.iter().any(|one| one == id)),
        })
    }

    /// Whether the text gave somebody the first word of a name as a nickname, and no other family name.
    fn is_nicknamed(&self, id: EntityId, name: Name<'_, 't>) -> bool {
        let known = self.entities.by_words(id);
        let is_of_family =
            || known.is_some_and(|known| known.family.is_some() && known.family == name.family);
        let mut bearers = name.words.first().into_iter();
        bearers.any(|word| {
            self.index
                .with_nickname(word.number)
                .iter()
                .any(|one| one == id)
        }) && (name.words.len() == 1 || is_of_family())
    }

    /// The one among bearers of a shared name whom the text speaks of while all others are forgotten, else far more than of
    /// the others.
    fn prominent(&self, bearers: &[EntityId]) -> Option<(EntityId, Margin)> {
        let mut on_mind = bearers
            .iter()
            .filter(|&&id| self.attention.salience.of(id) > 0.0);
        if let (Some(&only), None) = (on_mind.next(), on_mind.next())
            && self.attention.salience.of(only) >= VIVID
        {
            return Some((only, Margin::over(bearers.len() - 1, 1.0, 0.0)));
        }
        let score = |id: EntityId| {
            self.entities.get(id).mentions as f32 + ON_MIND * self.attention.salience.of(id)
        };
        let mut scored: Vec<(f32, EntityId)> = bearers.iter().map(|&id| (score(id), id)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        match scored[..] {
            [(first, id), (second, _), ..] if first >= PROMINENCE * second => {
                Some((id, Margin::over(bearers.len() - 1, first, second)))
            }
            _ => None,
        }
    }
}

/// Whether one of two names of several words begins with the other: "Northern Gas" and "Northern Gas Networks".
fn begins_alike(one: Name<'_, '_>, other: Name<'_, '_>) -> bool {
    let shared = one.words.len().min(other.words.len());
    shared > 1 && (0..shared).all(|at| one.words[at].number == other.words[at].number)
}

fn natures_agree(a: Nature, b: Nature) -> bool {
    use Nature::{Open, Person, Place};
    a == b || a == Open || b == Open || matches!((a, b), (Person, Place) | (Place, Person))
}
