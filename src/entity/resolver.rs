//! Reads the mentions in order and finds out who each is.

use std::mem;

use super::agreement::{agreement, body, many};
use super::cast::{KnownNames, Present};
use super::entities::{Entities, Entity, single_spaced, text_of};
use super::index::{Name, NameIndex, NameWord};
use super::name;
use super::resolution::{Margin, Resolution};
use super::role::{self, Roles};
use super::salience::{self, Salience};
use crate::analysis::Analysis;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::hash::WordMap;
use crate::ids::{EntityId, MentionId};
use crate::kinds::{Gender, MentionKind};
use crate::language::{Class, Classes};

/// By what factor one owner of a shared name must be more prominent than the next to be meant.
const PROMINENCE: f32 = 1.5;

/// How salient somebody must be to be meant by words that were not said of anybody before, a body more
/// so since names of places and things are taken for theirs, and by what factor more salient than all
/// others.
const VIVID: f32 = 0.5;
const VIVID_BODY: f32 = 1.0;
const FAR: f32 = 2.0;

pub(super) struct Resolver<'r, 't> {
    analysis: &'r Analysis<'t>,
    mentions: &'r Mentions,
    known: &'t KnownNames,
    cast: Present<'t>,
    pub(super) entities: Entities<'t>,
    index: NameIndex<'t>,
    /// Organisations by the initials of their names.
    acronyms: WordMap<String, EntityId>,
    roles: Roles<'t>,
    salience: Salience,
    /// Room for the words of a name.
    words: Vec<NameWord<'t>>,
    /// Room for those whom a name fits.
    fitting: Vec<EntityId>,
}

impl<'r, 't> Resolver<'r, 't> {
    pub(super) fn new(
        analysis: &'r Analysis<'t>,
        mentions: &'r Mentions,
        known: &'t KnownNames,
    ) -> Resolver<'r, 't> {
        let mut follower = Resolver {
            analysis,
            mentions,
            known,
            cast: Present::of(known, analysis, mentions),
            entities: Entities::of_mentions(mentions.all.len()),
            index: NameIndex::new(&analysis.language.names),
            acronyms: WordMap::default(),
            roles: Roles::new(),
            salience: Salience::new(),
            words: Vec::new(),
            fitting: Vec::new(),
        };
        follower.enter_cast();
        follower
    }

    fn enter_cast(&mut self) {
        for (_, member) in self.cast.clone().members() {
            let member = &member.facts;
            let words = self.words_of(&member.name);
            let id = self.entities.add_member(member, self.index.name(&words));
            for name in std::iter::once(&member.name).chain(&member.aliases) {
                let words = self.words_of(name);
                let name = self.index.name(&words);
                self.index.enter(id, name);
            }
        }
    }

    fn words_of(&mut self, name: &'t str) -> Vec<NameWord<'t>> {
        let words = name.split_whitespace();
        words.map(|word| self.index.word(word)).collect()
    }

    /// Gives every name of several words its entity, wherever it stands; then those with a title
    /// whose gender is not that of any namesake, such as "Mr. Berg" beside Anna Berg.
    pub(super) fn enter_full_names(&mut self) {
        let (analysis, mentions) = (self.analysis, self.mentions);
        let mut titled = Vec::new();
        for (mention, number) in mentions.all.iter().zip(MentionId::all(mentions.all.len())) {
            if self.office(mention).is_some() {
                continue;
            }
            let several = mention.name.0.next() < mention.name.1
                || name::shared_family(analysis, mentions, mention).is_some();
            if several {
                self.name(number, mention);
            } else if mention.kind == MentionKind::TitledName && mention.gender.is_some() {
                titled.push(number);
            }
        }
        for number in titled {
            self.name(number, &mentions.all[number.index()]);
        }
    }

    /// Reads the text from its start and resolves what is left.
    pub(super) fn follow(&mut self) {
        let (analysis, mentions) = (self.analysis, self.mentions);
        for (mention, number) in mentions.all.iter().zip(MentionId::all(mentions.all.len())) {
            let before = self.entities.all.len();
            self.salience
                .advance(analysis.sentence_of[mention.chunk.index()]);
            let office = self.office(mention);
            if self.entities.of_mention[number.index()].is_none() {
                if mention.kind == MentionKind::Pronoun {
                    self.pronoun(number, mention);
                } else if let Some(office) = &office {
                    self.description(number, office);
                } else if mention.is_named() {
                    self.name(number, mention);
                } else {
                    self.description(number, mention);
                }
            }
            if let Some(id) = self.entities.of_mention[number.index()] {
                if mention.is_named() && office.is_none() {
                    for token in role::beside_name(analysis, mentions, mention)
                        .chain(role::within_name(analysis, mention))
                    {
                        self.roles.learn(analysis, token, id);
                    }
                }
                let entity = self.entities.get_mut(id);
                entity.mentions += 1;
                let again = analysis.word(mention.head).is_whole(Class::Relative)
                    && !salience::speaks(analysis, mention);
                if entity.nature != Nature::Document && !again {
                    let weight = salience::weight(analysis, mention);
                    if id.index() >= before {
                        self.salience.enter(id, weight);
                    } else {
                        self.salience.mention(id, weight);
                    }
                }
            }
        }
    }

    /// The description that a name is, unless the caller names somebody so.
    fn office(&self, mention: &Mention) -> Option<Mention> {
        let office = role::office(self.analysis, mention)?;
        let member = self.cast.called(self.analysis, mention);
        member.is_none().then_some(office)
    }

    /// Gives a named mention to the entity of that name, or makes one. A name that two could bear
    /// alike is left open, one to be ignored left out.
    fn name(&mut self, number: MentionId, mention: &Mention) {
        if self.known.ignores(self.analysis, mention) {
            return;
        }
        if let Some(member) = self.cast.called(self.analysis, mention) {
            self.entities.resolve(number, member, Resolution::Cast);
            return;
        }
        let shared = name::shared_family(self.analysis, self.mentions, mention);
        let mut words = mem::take(&mut self.words);
        words.clear();
        let texts = name::words(self.analysis, mention).chain(shared);
        words.extend(texts.map(|word| self.index.word(word)));
        let name = self.index.name(&words);
        let mut owners = mem::take(&mut self.fitting);
        owners.clear();
        let likeness = self.find_owners(mention, name, &mut owners);
        let (known, how) = self.bearer(mention, name, &owners, likeness);
        if how != Resolution::Unresolved {
            let id = known.unwrap_or_else(|| self.new_bearer(number, mention, name));
            self.learn(id, mention, name, known.is_none(), shared.is_some());
            self.entities.resolve(number, id, how);
        }
        self.words = words;
        self.fitting = owners;
    }

    /// Whom a name means of the `owners` whom it fits so well, and how that is told: nobody yet if
    /// there are none, and nobody at all if it could be several.
    fn bearer(
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
            [_] if several && likeness == name::SAME => Resolution::FullName,
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

    fn new_bearer(&mut self, number: MentionId, mention: &Mention, name: Name<'_, 't>) -> EntityId {
        let id = self.entities.add(Entity::new(number, mention));
        self.index.enter(id, name);
        if mention.nature == Nature::Organisation && name.words.len() > 2 {
            let acronym = name::acronym(name.words);
            self.acronyms.entry(acronym).or_insert(id);
        }
        id
    }

    /// Takes over what a mention by name tells of its bearer, who is new or was known before.
    fn learn(
        &mut self,
        id: EntityId,
        mention: &Mention,
        name: Name<'_, 't>,
        is_new: bool,
        shared: bool,
    ) {
        let words = name.words;
        let titled = mention.kind == MentionKind::TitledName;
        let family = words.len() == 1 && self.analysis.word(mention.head).is(Class::Surname);
        let alone = is_new && !family || words.len() > 1;
        let entity = self.entities.get_mut(id);
        if entity.nature == Nature::Open
            || mention.nature == Nature::Person && entity.nature == Nature::Place
        {
            entity.nature = mention.nature;
        }
        if titled || alone {
            entity.learn_gender(mention.gender, titled);
        }
        let title = mention.name.0.previous();
        let title = title.filter(|&title| titled && words.len() == 1 && title >= mention.first);
        let first = title.unwrap_or(mention.name.0);
        if words.len() > 1 {
            entity.mentions += 1;
        }
        if shared {
            let words: Vec<&str> = words.iter().map(|word| word.text).collect();
            self.entities.learn_name(id, words.join(" ").into(), name);
            return;
        }
        let text = text_of(self.analysis, first, mention.name.1);
        if !self.entities.knows(id, text, words.len()) {
            self.entities.learn_name(id, single_spaced(text), name);
        }
    }

    /// Whether several have a name as their family name or their given name.
    fn is_shared(&self, name: Name<'_, 't>) -> bool {
        let owners = name.family.map(|family| self.index.owners(family));
        owners.is_some_and(|owners| owners.count() > 1)
    }

    /// Adds the entities that a name fits best to `best`, which is empty, and tells how well.
    fn find_owners(&self, mention: &Mention, name: Name<'_, 't>, best: &mut Vec<EntityId>) -> u32 {
        let words = name.words;
        let Some(first) = words.first() else {
            return 0;
        };
        // An acronym is all capitals.
        if let [NameWord { text, .. }] = words
            && text.ends_with(char::is_uppercase)
            && let Some(&id) = self.acronyms.get(*text)
        {
            best.push(id);
            return name::PART;
        }
        let titled = mention.kind == MentionKind::TitledName;
        let title = (titled && mention.name.0 > mention.first)
            .then(|| mention.name.0.previous())
            .flatten();
        let called = title.and_then(|title| self.roles.owners(self.analysis, title));
        let mut rank = 0;
        let by_family = name.family.map(|family| self.index.owners(family));
        let other = (Some(first.number) != name.family).then(|| self.index.owners(first.number));
        for id in by_family.into_iter().chain(other).flatten() {
            let entity = self.entities.get(id);
            let against = !Gender::agree(entity.gender, mention.gender);
            let sure = titled && entity.gender_is_sure;
            if best.contains(&id)
                || against && (sure || words.len() == 1 && titled)
                || !natures_agree(entity.nature, mention.nature)
            {
                continue;
            }
            let alias = || {
                let aliases = self.entities.aliases(id).iter();
                aliases.map(AsRef::as_ref).any(|alias: &str| {
                    let title = title.map(|title| self.analysis.token_text(title));
                    let bare = title.and_then(|title| alias.strip_prefix(title)?.strip_prefix(' '));
                    let bare = bare.unwrap_or(alias);
                    bare.split_whitespace()
                        .eq(words.iter().map(|word| word.text))
                })
            };
            let known = self.entities.by_words(id);
            let likeness = known.map_or(0, |known| name::likeness(known, name, mention.nature));
            let likeness = match likeness {
                0 if entity.cast && alias() => name::PART,
                likeness => likeness,
            };
            let known_by_title = called.is_some_and(|called| called.iter().any(|one| one == id));
            let this = 4 * likeness + 2 * u32::from(titled && !against) + u32::from(known_by_title);
            if likeness > 0 && this > rank {
                rank = this;
                best.clear();
            }
            if likeness > 0 && this == rank {
                best.push(id);
            }
        }
        rank / 4
    }

    /// The one among owners of a shared name whom the text speaks of far more than of the others.
    fn prominent(&self, owners: &[EntityId]) -> Option<(EntityId, Margin)> {
        let score =
            |id: EntityId| self.entities.get(id).mentions as f32 + 2.0 * self.salience.of(id);
        let mut scored: Vec<(f32, EntityId)> = owners.iter().map(|&id| (score(id), id)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        match scored[..] {
            [(first, id), (second, _), ..] if first >= PROMINENCE * second => {
                Some((id, Margin::over(owners.len() - 1, first, second)))
            }
            _ => None,
        }
    }

    /// Gives a description of a person to the one whom the text called that, or makes an entity of
    /// its own for the unnamed speaker.
    fn description(&mut self, number: MentionId, mention: &Mention) {
        if !mention.nature.speaks() && !matches!(mention.nature, Nature::Document | Nature::Open) {
            return;
        }
        if let Some(member) = self.cast.called(self.analysis, mention) {
            self.entities.resolve(number, member, Resolution::Cast);
            return;
        }
        let person = mention.nature == Nature::Person && !mention.possessor;
        if person {
            let subject = role::subject_of(self.analysis, self.mentions, mention);
            if let Some(id) = subject.and_then(|subject| self.entities.of_mention[subject.index()])
            {
                self.entities.resolve(number, id, Resolution::BesideName);
                return;
            }
            // "its new chief, Mark Rutte,": a name of several words is known already.
            if let Some(place) = role::named_behind(self.analysis, self.mentions, mention) {
                let named = &self.mentions.all[place.index()];
                let enclosed = role::is_enclosed(self.analysis, named);
                if enclosed && self.entities.of_mention[place.index()].is_none() {
                    self.name(place, named);
                }
                if let Some(id) = self.entities.of_mention[place.index()] {
                    self.roles.learn(self.analysis, mention.head, id);
                    self.entities.resolve(number, id, Resolution::BesideName);
                    return;
                }
            }
        }
        let several = self.analysis.word(mention.head).is(Class::NounPlural);
        let body = is_body(mention.nature) && !several && !mention.possessor;
        let known = if (person || body) && self.is_definite(mention) {
            self.called_so(mention, body)
                .or_else(|| self.told_otherwise(mention, body))
        } else {
            None
        };
        let (id, how) = known.unwrap_or_else(|| {
            let mut entity = Entity::new(number, mention);
            entity.learn_gender(mention.gender, true);
            (self.entities.add(entity), Resolution::Described)
        });
        if person || body {
            self.roles.learn(self.analysis, mention.head, id);
        }
        self.entities.resolve(number, id, how);
    }

    /// The last one whom the text called what a description says, a body if it describes one.
    fn called_so(&self, mention: &Mention, body: bool) -> Option<(EntityId, Resolution)> {
        let owners = self.roles.owners(self.analysis, mention.head)?;
        let mut fitting = owners.iter().rev().filter(|&id| {
            let entity = self.entities.get(id);
            body == is_body(entity.nature) && Gender::agree(entity.gender, mention.gender)
        });
        let last = fitting.next()?;
        let others = fitting.map(|id| self.salience.of(id));
        let (rivals, next) = others.fold((0, 0.0), |(rivals, next), other| {
            (rivals + 1, f32::max(next, other))
        });
        let margin = Margin::over(rivals, self.salience.of(last), next);
        Some((last, Resolution::Role(margin)))
    }

    /// Whom "the Democrat", "the 31-year-old", "the striker" or "the company" means: news tells so, for
    /// variety, of the one named before whom it speaks of.
    fn told_otherwise(&self, mention: &Mention, body: bool) -> Option<(EntityId, Resolution)> {
        let word = self.analysis.word(mention.head);
        let named = |entity: &Entity| match entity.is_named {
            true if !body => agreement(entity, mention.gender),
            true if is_body(entity.nature) && !entity.plural => 1.0,
            _ => 0.0,
        };
        let varies = word.is_any(Classes::of(&[Class::Demonym, Class::Adherent]))
            || word.is(Class::Adjective) && self.analysis.token_text(mention.head).contains('-');
        let as_variation =
            |(id, margin): (EntityId, Margin)| (id, Resolution::VariedDescription(margin));
        if varies && !body {
            return self.most_salient(named).map(as_variation);
        }
        let new = self.roles.owners(self.analysis, mention.head).is_none();
        let alone = role::of_place(self.analysis, mention).is_none() && !word.is(Class::Apart);
        if new && alone && salience::speaks(self.analysis, mention) {
            let vivid = if body { VIVID_BODY } else { VIVID };
            self.most_salient_by_far(vivid, named).map(as_variation)
        } else {
            None
        }
    }

    fn is_definite(&self, mention: &Mention) -> bool {
        let pointing = self.analysis.language.descriptions.pointing;
        mention.first.up_to(mention.head).any(|at| {
            let word = self.analysis.word(at);
            word.is_whole(Class::Definite) || word.is_one_of(pointing)
        })
    }

    fn pronoun(&mut self, number: MentionId, mention: &Mention) {
        let found = if self.analysis.word(mention.head).is_whole(Class::Relative) {
            let head = self.head_of_relative(number);
            head.map(|id| (id, Resolution::RelativePronoun))
        } else {
            let antecedent = self.antecedent(mention);
            antecedent.map(|(id, margin)| (id, Resolution::Pronoun(margin)))
        };
        if let Some((id, how)) = found {
            self.entities.resolve(number, id, how);
        }
    }

    /// Whom "who" refers to: the nearest noun before it that can be a person, at most two back.
    fn head_of_relative(&self, number: MentionId) -> Option<EntityId> {
        let sentence = |mention: &Mention| self.analysis.sentence_of[mention.chunk.index()];
        let here = sentence(&self.mentions.all[number.index()]);
        MentionId::FIRST
            .up_to(number)
            .rev()
            .map(|before| (before, &self.mentions.all[before.index()]))
            .filter(|(_, mention)| !mention.possessor)
            .take(2)
            .filter(|(_, mention)| {
                sentence(mention) == here
                    && matches!(
                        mention.nature,
                        Nature::Person | Nature::Group | Nature::Open
                    )
            })
            .find_map(|(before, _)| self.entities.of_mention[before.index()])
    }

    /// Whom a pronoun of the third person means: the most salient one that agrees with it.
    fn antecedent(&self, mention: &Mention) -> Option<(EntityId, Margin)> {
        let word = self.analysis.word(mention.head);
        if mention.gender.is_some() {
            self.most_salient(|entity| agreement(entity, mention.gender))
        } else if word.is_whole(Class::Plural) && !word.is(Class::FirstPerson) {
            self.most_salient(many)
        } else if word.is_whole(Class::Neuter)
            && word.is(Class::SubjectPronoun)
            && salience::speaks(self.analysis, mention)
        {
            self.most_salient(body)
        } else {
            None
        }
    }

    fn most_salient(&self, fit: impl Fn(&Entity) -> f32) -> Option<(EntityId, Margin)> {
        let best = self.ranked(fit);
        Some((best.id?, best.margin()))
    }

    /// The most salient one, unless another is nearly as salient or it is hardly remembered.
    fn most_salient_by_far(
        &self,
        vivid: f32,
        fit: impl Fn(&Entity) -> f32,
    ) -> Option<(EntityId, Margin)> {
        let best = self.ranked(fit);
        let by_far = best.score >= vivid && best.score >= FAR * best.second;
        Some((best.id.filter(|_| by_far)?, best.margin()))
    }

    fn ranked(&self, fit: impl Fn(&Entity) -> f32) -> Ranked {
        let mut ranked = Ranked::default();
        for (id, weight) in self.salience.iter() {
            let score = weight * fit(self.entities.get(id));
            if score > 0.0 {
                ranked.count += 1;
            }
            if score > ranked.score {
                ranked.second = ranked.score;
                ranked.score = score;
                ranked.id = Some(id);
            } else if score > ranked.second {
                ranked.second = score;
            }
        }
        ranked
    }
}

/// The one that fits best, if any does, with its score and that of the next.
#[derive(Clone, Copy, Debug, Default)]
struct Ranked {
    id: Option<EntityId>,
    score: f32,
    second: f32,
    /// How many fit at all.
    count: usize,
}

impl Ranked {
    fn margin(self) -> Margin {
        Margin::over(self.count.saturating_sub(1), self.score, self.second)
    }
}

fn is_body(nature: Nature) -> bool {
    matches!(nature, Nature::Organisation | Nature::Group)
}

fn natures_agree(a: Nature, b: Nature) -> bool {
    use Nature::{Open, Person, Place};
    a == b || a == Open || b == Open || matches!((a, b), (Person, Place) | (Place, Person))
}
