//! Which forms of names are one person.

use super::super::cast::Present;
use super::super::resolution::{Margin, Resolution};
use super::form::{self, Form, FormId, Forms, Title};
use super::{Person, Persons};
use crate::hash::{WordMap, WordSet};
use crate::ids::EntityId;
use crate::kinds::Gender;
use crate::language::Language;

/// How many bearers of one name are told apart; further ones are not looked at.
const NAMESAKES: usize = 24;

/// How many forms of a person, the frequent ones first, are counted.
const MOST_FORMS: usize = 64;

/// What a person's names have in common.
#[derive(Clone, Debug)]
struct Known {
    given: Vec<String>,
    family: Option<String>,
    titles: Vec<(Title, String)>,
    gender: Option<Gender>,
    gender_is_sure: bool,
    count: u32,
    forms: Vec<FormId>,
}

/// Whose a form is, nobody's whom other forms name if it is new, and how that is told.
#[derive(Clone, Copy, Debug)]
struct Bearer {
    person: Option<EntityId>,
    how: Resolution,
}

impl Bearer {
    fn known(person: EntityId, how: Resolution) -> Bearer {
        Bearer {
            person: Some(person),
            how,
        }
    }

    fn new(how: Resolution) -> Bearer {
        Bearer { person: None, how }
    }
}

struct Linker<'f> {
    language: &'static Language,
    cast: &'f Present<'f>,
    forms: &'f mut Forms,
    all: Vec<Known>,
    by_given: WordMap<String, Vec<EntityId>>,
    by_family: WordMap<String, Vec<EntityId>>,
    by_title: Titles,
    /// How often each form stands in the text, by its key.
    counts: WordMap<String, u32>,
}

/// Everybody who bears a title, by the title in lower case.
pub(super) type Titles = WordMap<String, Vec<EntityId>>;

/// Makes persons of the cast and of the forms, and tells each form its person.
pub(super) fn link(
    language: &'static Language,
    cast: &Present<'_>,
    forms: &mut Forms,
) -> (Persons, Titles) {
    let counts = forms.all.iter().map(|form| (form.key(), form.count));
    let mut linker = Linker {
        language,
        counts: counts.collect(),
        by_title: WordMap::default(),
        cast,
        forms,
        all: Vec::new(),
        by_given: WordMap::default(),
        by_family: WordMap::default(),
    };
    linker.enter_cast();
    let mut order: Vec<FormId> = FormId::all(linker.forms.all.len()).collect();
    order.sort_by_key(|&form| std::cmp::Reverse(linker.forms.all[form.index()].count));
    linker.exact(&order);
    for rank in 0..3 {
        for &id in &order {
            let form = &linker.forms.all[id.index()];
            let own = match (form.words.len() > 1, form.title) {
                (true, _) => 0,
                (false, Title::None) => 2,
                (false, _) => 1,
            };
            if own == rank && form.person.is_none() {
                let form = form.clone();
                let bearer = match rank {
                    0 => linker.full(&form),
                    1 => linker.titled(&form),
                    _ => linker.bare(&form),
                };
                linker.join(id, &form, bearer);
            }
        }
    }
    linker.into_persons()
}

impl Linker<'_> {
    fn enter_cast(&mut self) {
        let cast = self.cast;
        for (id, member) in cast.members() {
            let aliases = &member.aliases;
            let mut known = Known {
                given: Vec::new(),
                family: None,
                titles: Vec::new(),
                gender: member.facts.gender,
                gender_is_sure: member.facts.gender.is_some(),
                count: 1,
                forms: Vec::new(),
            };
            for alias in aliases {
                if known.gender.is_none() {
                    known.gender = alias.title.gender();
                    known.gender_is_sure = known.gender.is_some();
                }
                if alias.title != Title::None {
                    known.titles.push((alias.title, alias.title_word.clone()));
                }
            }
            self.all.push(known);
            for alias in aliases {
                self.enter(id, &alias.words, alias.title);
            }
        }
    }

    fn enter(&mut self, person: EntityId, words: &[String], title: Title) {
        let known = &mut self.all[person.index()];
        if let [first, .., last] = words {
            if known.given.len() < NAMESAKES && !known.given.contains(first) {
                known.given.push(first.clone());
            }
            known.family = Some(last.clone());
            push(self.by_given.entry(first.clone()).or_default(), person);
            push(self.by_family.entry(last.clone()).or_default(), person);
        } else if let [word] = words {
            if title != Title::None && known.family.is_none() {
                known.family = Some(word.clone());
            }
            push(self.by_family.entry(word.clone()).or_default(), person);
        }
    }

    /// Gives forms to the cast member who goes by exactly that name, with its title or without.
    fn exact(&mut self, order: &[FormId]) {
        for &id in order {
            let form = self.forms.all[id.index()].clone();
            let mut owners = self.cast.named(&form.key()).collect::<Vec<EntityId>>();
            if owners.is_empty() && form.title != Title::None {
                owners = self.cast.named(&form::key("", &form.words)).collect();
            }
            owners.retain(|&owner| self.agrees(owner, &form));
            if let [one] = owners[..] {
                self.join(id, &form, Bearer::known(one, Resolution::Cast));
            }
        }
    }

    /// Whether nothing that a form tells speaks against a person.
    fn agrees(&self, person: EntityId, form: &Form) -> bool {
        Gender::agree(self.all[person.index()].gender, form.title.gender())
    }

    fn under<'m>(map: &'m WordMap<String, Vec<EntityId>>, word: &str) -> &'m [EntityId] {
        map.get(word).map_or(&[], Vec::as_slice)
    }

    /// A name of several words.
    fn full(&self, form: &Form) -> Bearer {
        match self.of_full_name(form) {
            Some(person) => Bearer::known(person, Resolution::NameVariant),
            None => Bearer::new(Resolution::FullName),
        }
    }

    fn of_full_name(&self, form: &Form) -> Option<EntityId> {
        let (given, family) = (form.given()?, form.family());
        let fits = |&&person: &&EntityId| {
            let known = &self.all[person.index()];
            self.agrees(person, form)
                && known.given.iter().any(|other| {
                    other == given
                        || is_initial(other, given)
                        || is_initial(given, other)
                        || self.is_nickname(other, given)
                        || self.is_nickname(given, other)
                })
        };
        let of_family = Self::under(&self.by_family, family).iter().find(fits);
        of_family.copied().or_else(|| {
            // A part of a name of the cast: "Reggie St" of "Reggie St Cloud".
            let members = Self::under(&self.by_given, given).iter().copied();
            members
                .filter(|&person| self.agrees(person, form))
                .find(|&person| {
                    let member = self.cast.member(person);
                    let mut aliases = member.into_iter().flat_map(|member| &member.aliases);
                    aliases.any(|alias| alias.words.starts_with(&form.words))
                })
        })
    }

    /// Whether two names of their own only stand side by side here: "Syme Bull".
    fn is_chance(&self, form: &Form) -> bool {
        let count = |word: &str| self.counts.get(word).copied().unwrap_or_default();
        form.title == Title::None
            && form.given().is_some_and(|given| {
                let least = count(given).min(count(form.family()));
                form.count <= 3 && least >= 8 * form.count
            })
    }

    /// A title and one word: the one person of that family name whom the title suits, or of that
    /// given name where the title goes with given names.
    fn titled(&self, form: &Form) -> Bearer {
        let word = form.family();
        // Beside "Miss Berg", "Mrs. Berg" is hardly ever the Anna Berg of the text.
        let titles = &self.language.titles;
        let daughters = || {
            titles
                .of_unmarried
                .iter()
                .any(|maid| self.counts.contains_key(&format!("{maid} {word}")))
        };
        let title = form.title_word.as_str();
        let mother = titles.of_mothers.contains(&title) && daughters();
        let is_mother = |person: EntityId| mother && person.index() >= self.cast.len();
        let suits = |&&person: &&EntityId| {
            let known = &self.all[person.index()];
            let is_brother = known
                .titles
                .iter()
                .any(|(title, own)| *title == form.title && *own == form.title_word)
                && person.index() >= self.cast.len();
            let other = known
                .titles
                .iter()
                .any(|(title, own)| match (*title, form.title) {
                    (Title::Wife, Title::Maid | Title::Office)
                    | (Title::Maid | Title::Office, Title::Wife) => true,
                    (Title::Man | Title::Office, Title::Man | Title::Office) => {
                        *own != form.title_word
                    }
                    _ => false,
                });
            self.agrees(person, form) && !other && !is_brother && !is_mother(person)
        };
        let of_family: Vec<EntityId> = Self::under(&self.by_family, word)
            .iter()
            .filter(suits)
            .copied()
            .collect();
        if let [one] = of_family[..] {
            let how = match Self::under(&self.by_family, word) {
                [_] => Resolution::PartOfName,
                _ => Resolution::TitleAndGender,
            };
            return Bearer::known(one, how);
        }
        let with_given = !titles.before_family_names.contains(&title);
        let of_given: Vec<EntityId> = Self::under(&self.by_given, word)
            .iter()
            .filter(|person| with_given && self.agrees(**person, form))
            .copied()
            .collect();
        match of_given[..] {
            [one] if of_family.is_empty() => Bearer::known(one, Resolution::PartOfName),
            _ => Bearer::new(Resolution::SingleName),
        }
    }

    /// One word alone: whoever bears it and is spoken of most. Men go by their family name, women
    /// by their given name.
    fn bare(&self, form: &Form) -> Bearer {
        let word = form.family();
        let mut best: Option<(EntityId, f32)> = None;
        let (mut bearers, mut second) = (0, 0.0);
        let mut consider = |person: EntityId, factor: f32| {
            let member = person.index() < self.cast.len();
            let score = factor * if member { 4.0 } else { 1.0 };
            bearers += 1;
            let ahead = best.is_none_or(|(_, known)| score > known);
            let behind = match best {
                Some((_, known)) if ahead => known,
                _ if ahead => 0.0,
                _ => score,
            };
            second = f32::max(second, behind);
            if ahead {
                best = Some((person, score));
            }
        };
        let count = |person: EntityId| self.all[person.index()].count as f32;
        for &person in Self::under(&self.by_given, word) {
            // Who has a name of his own beside it is not called by this one.
            let full = self.used(person, |form| form.words.len() > 1 && form.words[0] == word);
            let own = self.used(person, |form| {
                form.words.len() == 1 && form.words[0] != word
            });
            consider(person, 2.0 * (1.0 + full as f32) / (1.0 + own as f32 / 8.0));
        }
        for &person in Self::under(&self.by_family, word) {
            let known = &self.all[person.index()];
            let titles = || known.titles.iter().map(|(title, _)| *title);
            let factor = match known.gender {
                Some(Gender::Female) => 0.2,
                _ if titles().any(|title| matches!(title, Title::Man | Title::Office)) => 3.0,
                _ => 1.0,
            };
            consider(person, factor * count(person));
        }
        // "Mademoiselle" alone is the one whom the text calls so by name.
        for &person in Self::under(&self.by_title, word) {
            consider(person, 0.001 * count(person));
        }
        match best {
            Some((person, _)) if bearers == 1 => Bearer::known(person, Resolution::PartOfName),
            Some((person, score)) => {
                let margin = Margin::over(bearers - 1, score, second);
                Bearer::known(person, Resolution::SharedName(margin))
            }
            None => match self.nicknamed(form) {
                Some(person) => Bearer::known(person, Resolution::PartOfName),
                None => Bearer::new(Resolution::SingleName),
            },
        }
    }

    /// The one person of the text, and spoken of more often, of a given name for which a word
    /// stands: Elizabeth Berg of "Lizzy". A cast has its nicknames among its aliases.
    fn nicknamed(&self, form: &Form) -> Option<EntityId> {
        let mut found = self
            .language
            .names
            .given_names_of(form.family())
            .flat_map(|name| Self::under(&self.by_given, name))
            .copied()
            .filter(|&person| {
                let known = &self.all[person.index()];
                person.index() >= self.cast.len()
                    && known.count > 2 * form.count
                    && form.gender.is_none_or(|own| known.gender == Some(own))
            });
        found.next().filter(|_| found.next().is_none())
    }

    /// "Lizzy" and "Elizabeth".
    fn is_nickname(&self, nickname: &str, name: &str) -> bool {
        let mut names = self.language.names.given_names_of(nickname);
        names.any(|full| full == name)
    }

    /// How often the text uses a person's forms of a sort.
    fn used(&self, person: EntityId, sort: impl Fn(&Form) -> bool) -> u32 {
        let forms = self.all[person.index()].forms.iter().take(MOST_FORMS);
        let forms = forms.map(|&form| &self.forms.all[form.index()]);
        forms.filter(|form| sort(form)).map(|form| form.count).sum()
    }

    fn join(&mut self, id: FormId, form: &Form, bearer: Bearer) {
        let person = bearer.person.unwrap_or_else(|| {
            self.all.push(Known {
                given: Vec::new(),
                family: None,
                titles: Vec::new(),
                gender: None,
                gender_is_sure: false,
                count: 0,
                forms: Vec::new(),
            });
            EntityId::new(self.all.len() - 1)
        });
        if !self.is_chance(form) {
            self.enter(person, &form.words, form.title);
        }
        let known = &mut self.all[person.index()];
        if form.title != Title::None {
            push(
                self.by_title.entry(form.title_word.clone()).or_default(),
                person,
            );
            let title = (form.title, form.title_word.clone());
            if !known.titles.contains(&title) {
                known.titles.push(title);
            }
        }
        if let Some(gender) = form.title.gender()
            && !known.gender_is_sure
        {
            known.gender = Some(gender);
            known.gender_is_sure = true;
        }
        if known.gender.is_none() {
            known.gender = form.gender;
        }
        known.count += form.count;
        known.forms.push(id);
        let form = &mut self.forms.all[id.index()];
        form.person = Some(person);
        form.resolution = bearer.how;
    }

    /// Whether forms are the plural of a name: "the Miss Quills", "the Peels".
    fn is_family(&self, own: &[FormId]) -> bool {
        let mut own = own.iter().map(|&form| &self.forms.all[form.index()]);
        own.all(|form| {
            let single = (self.language.names.singular)(form.family());
            form.has_article() && single.is_some_and(|single| self.by_family.contains_key(single))
        })
    }

    fn into_persons(self) -> (Persons, Titles) {
        let forms = &self.forms.all;
        let families = self.all.iter().map(|known| self.is_family(&known.forms));
        let families: Vec<bool> = families.collect();
        let person = |(number, mut known): (usize, Known)| {
            known
                .forms
                .sort_by_key(|&form| std::cmp::Reverse(forms[form.index()].count));
            let member = self
                .cast
                .member(EntityId::new(number))
                .map(|member| &member.facts);
            let texts = known
                .forms
                .iter()
                .map(|&form| forms[form.index()].text.clone());
            let mut names: Vec<String> = match member {
                Some(member) => std::iter::once(member.name.clone())
                    .chain(member.aliases.iter().cloned())
                    .chain(texts)
                    .collect(),
                None => texts.collect(),
            };
            let mut seen: WordSet<String> = WordSet::default();
            names.retain(|name| seen.insert(name.clone()));
            if member.is_none() {
                prefer_full(&mut names, &known.forms, forms);
            }
            let name = if names.is_empty() {
                String::new()
            } else {
                names.remove(0)
            };
            let used = |of: fn(&Form) -> u32| {
                known
                    .forms
                    .iter()
                    .map(|&form| of(&forms[form.index()]))
                    .sum::<u32>()
            };
            let count = used(|form| form.count);
            let is_family = member.is_none() && families[number];
            Person {
                name,
                aliases: names,
                gender: known.gender,
                is_named: true,
                is_kin: false,
                owner: None,
                is_plural: is_family,
                is_person: member.is_some()
                    || !is_family
                        && (!known.titles.is_empty()
                            || 2 * used(|form| form.as_person) >= count
                                && 2 * used(|form| u32::from(form.is_place()) * form.count)
                                    < count),
                mentions: count,
            }
        };
        let persons = Persons {
            all: self.all.into_iter().enumerate().map(person).collect(),
            ..Persons::default()
        };
        (persons, self.by_title)
    }
}

/// Puts a name with a given name or a title before a family name that stands alone: "Mark Berg" or
/// "Mr. Berg" before "Berg".
fn prefer_full(names: &mut [String], own: &[FormId], forms: &[Form]) {
    let Some(first) = own.first().map(|&form| &forms[form.index()]) else {
        return;
    };
    if first.words.len() > 1 || first.title != Title::None {
        return;
    }
    let others = || {
        let others = own.iter().map(|&form| &forms[form.index()]);
        others.filter(|form| form.family() == first.family())
    };
    let titled = |form: &&Form| {
        let usual = 8 * form.count >= first.count;
        usual && first.gender.is_none() && matches!(form.title, Title::Man | Title::Office)
    };
    // A name that the text uses once in twenty times is hardly one that its readers know.
    let whole = own.iter().map(|&form| &forms[form.index()]);
    let mut whole = whole.filter(|form| form.given() == Some(first.family()));
    // Nobody but a signature or a heading writes it in capitals.
    let is_shouted = |form: &&Form| form.text.chars().all(|one| !one.is_lowercase());
    let full = others().find(|form| form.words.len() > 1 && form.count > 1 && !is_shouted(form));
    let full = full
        .or_else(|| others().find(titled))
        .or_else(|| whole.find(|form| 20 * form.count > first.count));
    if let Some(place) = full.and_then(|full| names.iter().position(|name| *name == full.text)) {
        names[..=place].rotate_right(1);
    }
}

fn push(list: &mut Vec<EntityId>, person: EntityId) {
    if list.len() < NAMESAKES && !list.contains(&person) {
        list.push(person);
    }
}

/// "J." and "John".
fn is_initial(initial: &str, name: &str) -> bool {
    let mut letters = initial.trim_end_matches('.').chars();
    letters.next() == name.chars().next() && letters.next().is_none()
}
