//! Whose a family name with a title is: "Mr. Berg", "Captain Berg", "Lady Berg".

use super::form::NameFormId;
use super::index::NameWordId;
use super::linker::{APART, Bearer, Linker, NICKNAME};
use super::resolution::Resolution;
use super::title::{Title, is_among};
use crate::ids::EntityId;
use crate::kinds::Gender;

// Halving or doubling each number changes less than 0.1 % of the speakers in the novels of `weights/MODEL.md`.

/// Who is called so often by the given name alone is hardly "Mr. Berg" where others of the family can be.
const BY_GIVEN: u32 = 5;
/// Who is named less than once for so many times of another of the family is hardly meant by a title with its name.
const RARE: u32 = 8;
/// A title that stands so often before the whole name tells its bearer from who has it before the family name.
const WITH_GIVEN: u32 = 8;

impl Linker<'_, '_> {
    /// A title and one word: the one person of that family name whom the title suits, or of that
    /// given name where the title goes with given names.
    pub(super) fn titled(&self, form: NameFormId) -> Bearer {
        let name = self.forms.name(form);
        let named = self.forms.get(form);
        let (Some(word), Some(family), Some(title)) =
            (name.words.last(), name.family, named.title_word)
        else {
            return Bearer::new(Resolution::SingleName);
        };
        let titles = &self.language.titles;
        // Beside "Miss Berg", "Mrs. Berg" is hardly ever the Anna Berg of the text.
        let is_daughter_named = || {
            let mut of_unmarried = titles.of_unmarried.iter();
            of_unmarried.any(|title| {
                let title = self.index.find(title);
                title.is_some_and(|title| self.forms.of_word(Some(title), word.number).is_some())
            })
        };
        let title_text = self.index.text(title);
        let is_mother = is_among(titles.of_mothers, title_text) && is_daughter_named();
        let agrees = |&id: &EntityId| self.agrees(id, form) && (!is_mother || self.is_member(id));
        let bearers = self.index.with_family(family);
        let agreeing: Vec<EntityId> = bearers.iter().filter(agrees).collect();
        let usual = self.usual(&agreeing, family);
        let mut suited = usual.iter().copied().filter(|&id| {
            self.title_suits(id, form) && (self.is_member(id) || !self.has_title(id, form))
        });
        let told = usual
            .first()
            .copied()
            .filter(|&one| usual.len() == 1 && self.is_told_without_given(one, form));
        match (suited.next(), suited.next(), told) {
            (Some(one), None, _) if agreeing.len() > 1 && self.goes_by_given(one, form) => {
                Bearer::new(Resolution::SingleName)
            }
            (Some(one), None, _) if bearers.len() == 1 => {
                Bearer::known(one, Resolution::PartOfName)
            }
            (Some(one), None, _) => Bearer::known(one, Resolution::TitleAndGender),
            (Some(_), Some(_), _) => Bearer::new(Resolution::SingleName),
            (None, _, Some(one)) => Bearer::known(one, Resolution::TitleAndGender),
            _ if is_among(titles.before_family_names, title_text)
                && (named.title != Title::Man || bearers.len() > 0) =>
            {
                Bearer::new(Resolution::SingleName)
            }
            _ => self.titled_by_given(form),
        }
    }

    /// Those of a family who can be meant where the text names others hardly ever: all of them, unless the one whom it names
    /// most goes by the family name.
    fn usual(&self, bearers: &[EntityId], family: NameWordId) -> Vec<EntityId> {
        let mentions = |id: EntityId| self.entities.get(id).mentions;
        let most = bearers.iter().copied().max_by_key(|&id| mentions(id));
        let least = most
            .filter(|&one| self.count_given(one) < self.count_alone(family))
            .map_or(0, mentions);
        let is_usual = |&id: &EntityId| self.is_member(id) || RARE * mentions(id) >= least;
        bearers.iter().copied().filter(is_usual).collect()
    }

    /// A title and a given name: the one who bears it, or for whose given name it is short.
    fn titled_by_given(&self, form: NameFormId) -> Bearer {
        let Some(word) = self.forms.name(form).words.last() else {
            return Bearer::new(Resolution::SingleName);
        };
        let bearers = self.index.with_given(word.number).iter();
        let mut bearers = bearers.filter(|&id| self.agrees(id, form) && self.title_suits(id, form));
        let one = match (bearers.next(), bearers.next()) {
            (None, _) => self.of_short_form(form, word.number, |id| {
                self.count_given(id) > NICKNAME * self.count(form)
            }),
            (one, None) => one,
            _ => None,
        };
        one.map_or(Bearer::new(Resolution::SingleName), |one| {
            Bearer::known(one, Resolution::PartOfName)
        })
    }

    /// How often the text calls somebody by the given name alone.
    fn count_given(&self, id: EntityId) -> u32 {
        let full = self.called[id.index()].full.iter();
        let alone = full.map(|name| self.count_alone(name.words[0].number));
        alone.sum()
    }

    /// Whether the text calls somebody by the given name alone, but less often than by a form.
    fn goes_by_given(&self, id: EntityId, form: NameFormId) -> bool {
        let alone = self.count_given(id);
        alone >= BY_GIVEN && alone < self.count(form)
    }

    /// Whether somebody has the title of a form, with the given name up to now.
    fn has_title(&self, id: EntityId, form: NameFormId) -> bool {
        let own = self.forms.get(form).title_word;
        let mut titles = self.called[id.index()].titles.iter();
        titles.any(|&(_, word)| word == own)
    }

    /// Whether a title with the family name means the only one of the family, to whom the text gives it with the
    /// given name now and then: "Miss Berg" for Miss Anna Berg. Often, that tells a brother from the one who bears
    /// it with the family name alone, as "old" tells a father.
    fn is_told_without_given(&self, id: EntityId, form: NameFormId) -> bool {
        let own = self.forms.get(form).title_word;
        let forms = self.called[id.index()].forms.iter();
        let with_given = forms.filter(|&&one| self.forms.get(one).title_word == own);
        let with_given: u32 = with_given.map(|&one| self.count(one)).sum();
        let is_alone = APART * self.count_given(id) >= with_given;
        (with_given <= WITH_GIVEN || !is_alone)
            && self.title_suits(id, form)
            && !self.usages[form.index()].is_told_by_age()
    }

    /// Whether a name is that of the bearer's husband: "Mrs. John Berg".
    pub(super) fn is_husbands(&self, form: NameFormId) -> bool {
        let named = self.forms.get(form);
        if named.title != Title::Wife || self.forms.name(form).words.len() < 2 {
            return false;
        }
        let untitled = self.forms.untitled(form);
        let by_pronouns = || untitled.and_then(|untitled| self.forms.get(untitled).gender);
        named.gender.or_else(by_pronouns) == Some(Gender::Male)
    }

    /// Whether somebody may bear a title beside those that the text gives already.
    fn title_suits(&self, id: EntityId, form: NameFormId) -> bool {
        let form = self.forms.get(form);
        let gender = self.entities.get(id).gender;
        let mut titles = self.called[id.index()].titles.iter();
        titles.all(|&(title, word)| {
            let are_courtesies = || {
                [word, form.title_word]
                    .into_iter()
                    .flatten()
                    .all(|word| is_among(self.language.titles.of_gentlemen, self.index.text(word)))
            };
            // Lady Berg is the wife of Captain Berg, unless the text calls the captain "she".
            let may_be_both = match (title, form.title) {
                (Title::Office, of_form) => !of_form.is_womans() || gender == Some(Gender::Female),
                (own, Title::Office) => !own.is_womans() || form.gender == Some(Gender::Female),
                _ => true,
            };
            word == form.title_word
                || may_be_both && (!title.excludes(form.title) || are_courtesies())
        })
    }
}
