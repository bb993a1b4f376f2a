//! Reads the mentions in order and finds out who each is.

use std::mem;

use smallvec::SmallVec;

use super::age::{self, Ages};
use super::antecedent::AntecedentChooser;
use super::apposition;
use super::attention::Attention;
use super::cast::{KnownNames, Present};
use super::entities::Entities;
use super::index::{Name, NameIndex, NameWord};
use super::kin::Kin;
use super::likeness::{self, Likeness};
use super::name;
use super::record::Entity;
use super::resolution::Resolution;
use super::role::{self, Roles};
use super::salience;
use super::text::{shown_name, text_of};
use super::trade::Trades;
use super::usage;
use super::written;
use crate::analysis::mention::{Mention, Mentions, Nature};
use crate::analysis::{Analysis, Tag};
use crate::hash::WordMap;
use crate::ids::{EntityId, MentionId, TokenId};
use crate::kinds::MentionKind;
use crate::language::{Class, Facts, Shape};

/// So many descriptions wait for a name: one of the headline, one of the first sentence, one more.
pub(super) const WAITING: usize = 3;

/// So many relatives at most take over the mentions of a namesake, each of which is looked for in the whole text.
const MOST_JOINED: usize = 8;

/// Organisations of fewer words have no acronym: two letters stand for too much else.
const SHORTEST_ACRONYM: usize = 3;

/// No office has more initials.
const LONGEST_INITIALS: usize = 5;

/// Reads the mentions of a text in order, after its full names.
pub(super) struct Resolver<'r, 't> {
    pub(super) analysis: &'r Analysis<'t>,
    pub(super) mentions: &'r Mentions,
    pub(super) known: &'t KnownNames,
    pub(super) cast: Present<'t>,
    pub(super) entities: Entities<'t>,
    pub(super) index: NameIndex<'t>,
    /// Organisations by the initials of their names.
    pub(super) acronyms: WordMap<String, EntityId>,
    pub(super) roles: Roles<'t>,
    pub(super) trades: Trades,
    pub(super) ages: Ages,
    pub(super) kin: Kin,
    /// Descriptions of whom the text may name later.
    pub(super) expected: SmallVec<[(MentionId, EntityId); WAITING]>,
    /// How many entities were found to be another one by what the text told of them.
    joined: usize,
    pub(super) attention: Attention,
    pub(super) antecedents: &'r mut dyn AntecedentChooser,
    /// Whom "his" means in the phrase that is read.
    pub(super) owner: Option<EntityId>,
    /// Room for the words of a name.
    pub(super) words: Vec<NameWord<'t>>,
    /// Room for those whom a name fits.
    pub(super) fitting: Vec<EntityId>,
}

impl<'r, 't> Resolver<'r, 't> {
    pub(super) fn new(
        analysis: &'r Analysis<'t>,
        mentions: &'r Mentions,
        known: &'t KnownNames,
        antecedents: &'r mut dyn AntecedentChooser,
    ) -> Resolver<'r, 't> {
        let mut resolver = Resolver {
            analysis,
            mentions,
            known,
            cast: Present::of(known, analysis, mentions),
            entities: Entities::of_mentions(mentions.all.len()),
            index: NameIndex::new(&analysis.language.names),
            acronyms: WordMap::default(),
            roles: Roles::new(),
            trades: Trades::new(),
            ages: Ages::default(),
            kin: Kin::default(),
            expected: SmallVec::new(),
            joined: 0,
            attention: Attention::new(),
            antecedents,
            owner: None,
            words: Vec::new(),
            fitting: Vec::new(),
        };
        resolver.enter_cast();
        resolver
    }

    fn enter_cast(&mut self) {
        for (id, member) in self.cast.members() {
            for (position, alias) in member.aliases.iter().enumerate() {
                let words = alias.words.iter().map(|word| self.index.word(word));
                let words: Vec<NameWord<'t>> = words.collect();
                let name = self.index.name(&words);
                if position == 0 {
                    self.entities.add_member(&member.facts, name);
                }
                self.index.enter(id, name);
            }
        }
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
            let mention = &mentions.all[number.index()];
            if !self.is_shared_by_title(mention) {
                self.name(number, mention);
            }
        }
    }

    /// Whether a title fits several namesakes, of whom only the text before tells who is meant.
    fn is_shared_by_title(&mut self, mention: &Mention) -> bool {
        let words: Vec<NameWord<'t>> = written::words(self.analysis, mention)
            .map(|word| self.index.word(word))
            .collect();
        let name = self.index.name(&words);
        let mut bearers = Vec::new();
        self.find_bearers(mention, name, &mut bearers);
        bearers.len() > 1
    }

    /// Reads the text from its start and resolves what is left.
    pub(super) fn resolve(&mut self) {
        let (analysis, mentions) = (self.analysis, self.mentions);
        for (mention, number) in mentions.all.iter().zip(MentionId::all(mentions.all.len())) {
            let before = self.entities.len();
            self.attention
                .salience
                .advance(analysis.sentence_of[mention.chunk.index()]);
            let owner = self.owner_by_pronoun(number, mention);
            self.owner = owner.map(|(owner, _)| owner);
            let office = self.office(mention);
            if self.entities.of_mention(number).is_none() {
                if mention.kind == MentionKind::Pronoun {
                    self.pronoun(number, mention);
                } else if let Some(office) = &office {
                    self.description(number, office);
                } else if mention.is_named() {
                    self.name(number, mention);
                } else if !self.own_words(number, mention, owner) {
                    self.description(number, mention);
                }
            }
            if let Some(id) = self.entities.of_mention(number) {
                if mention.is_named() && office.is_none() {
                    self.learn_description(number, mention, id);
                    self.meet_expected(number, mention, id);
                } else if id.index() >= before {
                    self.expect_name(number, mention, id);
                }
                self.attend(number, mention, id, id.index() >= before);
                if let Some(owner) = self.owner.filter(|&owner| owner != id) {
                    self.attention.history.note_owner(id, owner);
                }
            }
        }
    }

    /// Takes over what stands beside a name and within it: role, trade, and whose kin it is.
    fn learn_description(&mut self, number: MentionId, mention: &Mention, id: EntityId) {
        let (analysis, mentions) = (self.analysis, self.mentions);
        let tokens = apposition::beside_name(analysis, mentions, mention)
            .chain(apposition::within_name(analysis, mention));
        let before = mention.first..mention.name.0;
        for token in tokens {
            self.roles.learn(analysis, token, id);
            if !before.contains(&token) || token.next() == before.end {
                self.learn_gender_of_kin(token, id);
            }
            if !before.contains(&token) {
                self.learn_trade(token, id);
            }
        }
        self.recall_owners(mention);
        if let Some(age) = age::stated(analysis, mention) {
            self.ages.learn(id, age);
        }
        for token in before.start.up_to(before.end) {
            self.trades.learn_group(analysis.word(token), id);
            self.learn_trade(token, id);
        }
        self.learn_kin(number, mention, id);
    }

    /// Puts an organisation on the reader's mind that stands before somebody's role: "Berg Energy chief executive Ada Moss".
    fn recall_owners(&mut self, mention: &Mention) {
        for token in mention.first.up_to(mention.name.0) {
            if self.analysis.word(token).tag != Tag::Name {
                continue;
            }
            let word = self.index.find(self.analysis.token_text(token));
            let is_organisation =
                |&id: &EntityId| self.entities.get(id).nature == Nature::Organisation;
            let owner = word.and_then(|word| {
                let mut bearers = self.index.with_given(word).iter();
                let mut named = self.index.with_family(word).iter();
                bearers
                    .find(is_organisation)
                    .or_else(|| named.find(is_organisation))
            });
            if let Some(owner) = owner {
                self.attention.salience.mention(owner, salience::OWNER);
                return;
            }
        }
    }

    pub(super) fn learn_trade(&mut self, token: TokenId, id: EntityId) {
        if let Some(trade) = self.trades.of(self.analysis, token) {
            self.trades.learn(trade, id);
        }
    }

    /// Lets "Mr. Berg" be the relative whom the text names by the given name alone: Carl of "Mrs. Berg's son Carl".
    pub(super) fn join_namesake(&mut self, owner: EntityId, relative: EntityId) {
        let is_single = |id: EntityId| {
            let name = self.entities.by_words(id);
            name.is_some_and(|name| name.words.len() == 1)
        };
        let family = self.entities.by_words(owner).and_then(|name| name.family);
        let Some(family) = family.filter(|_| is_single(relative) && self.joined < MOST_JOINED)
        else {
            return;
        };
        let gender = self.entities.get(relative).gender;
        let is_namesake = |&id: &EntityId| {
            let entity = self.entities.get(id);
            id != owner
                && id != relative
                && is_single(id)
                && entity.gender_is_sure
                && !entity.is_member
                && gender.is_some()
                && entity.gender == gender
        };
        let mut namesakes = self.index.with_family(family).iter().filter(is_namesake);
        if let (Some(namesake), None) = (namesakes.next(), namesakes.next()) {
            self.entities
                .merge(namesake, relative, Resolution::PartOfName);
            self.joined += 1;
        }
    }

    /// Counts a mention of an entity and puts that on the reader's mind.
    fn attend(&mut self, number: MentionId, mention: &Mention, id: EntityId, is_new: bool) {
        self.attention
            .history
            .note(self.analysis, number, mention, id);
        let is_first = self.entities.get(id).mention == Some(number);
        let is_no_person = self.names_no_person(mention, id);
        let is_dateline = salience::is_dateline(self.analysis, mention);
        let entity = self.entities.get_mut(id);
        entity.mentions += 1;
        entity.is_place |= is_no_person || is_dateline;
        let again = self.analysis.word(mention.head).is_whole(Class::Relative)
            && !salience::has_strong_verb_beside(self.analysis, mention);
        if again || is_dateline {
            return;
        }
        let weight = salience::weight(self.analysis, mention, is_first);
        if is_new {
            self.attention.salience.enter(id, weight);
        } else {
            self.attention.salience.mention(id, weight);
        }
    }

    /// What the first word of somebody's name can be, and how many words the name has.
    pub(super) fn first_of_name(&self, id: EntityId) -> Option<(Facts, usize)> {
        let name = self.entities.by_words(id)?;
        let first = name.words.first()?;
        Some((self.analysis.lexicon.look_up(first.text), name.words.len()))
    }

    /// Whether a name that may be a person's stands where that of a place or a thing does.
    fn names_no_person(&self, mention: &Mention, id: EntityId) -> bool {
        let entity = self.entities.get(id);
        let name = self.entities.by_words(id);
        let is_open =
            entity.nature == Nature::Open || name.is_some_and(|name| name.words.len() == 1);
        is_open
            && mention.is_named()
            && mention.kind != MentionKind::TitledName
            && (usage::stands_as_place(self.analysis, mention)
                || apposition::names_thing(self.analysis, self.mentions, mention))
    }

    /// The description that a name is, unless the caller names somebody so.
    #[inline]
    fn office(&self, mention: &Mention) -> Option<Mention> {
        if !mention.is_named() {
            return None;
        }
        let office = role::office(self.analysis, mention)?;
        let member = self.cast.called(self.analysis, mention);
        member.is_none().then_some(office)
    }

    /// Gives a named mention to the entity of that name, or makes one. A name that two could bear
    /// alike is left open, one to be ignored left out.
    pub(super) fn name(&mut self, number: MentionId, mention: &Mention) {
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
        let texts = written::words(self.analysis, mention).chain(shared);
        words.extend(texts.map(|word| self.index.word(word)));
        let name = self.index.name(&words);
        let mut bearers = mem::take(&mut self.fitting);
        bearers.clear();
        let mut likeness = self.find_bearers(mention, name, &mut bearers);
        if bearers.is_empty()
            && let Some(officer) = self.officer(mention)
        {
            bearers.push(officer);
            likeness = Some(Likeness::Variant);
        }
        let (known, how) = self.bearer(mention, name, &bearers, likeness);
        if how != Resolution::Unresolved {
            let id = known.unwrap_or_else(|| self.new_bearer(number, mention, name));
            self.learn_person(id, mention, name, known.is_none());
            self.learn_name(id, mention, name, shared.is_some());
            if let Some(nickname) = name::nickname(self.analysis, mention) {
                let nickname = self.index.word(nickname).number;
                self.index.enter_nickname(id, nickname);
            }
            self.entities.resolve(number, id, how);
        }
        self.words = words;
        self.fitting = bearers;
    }

    /// Whose office the initials name that stand after "the": "the SP" of "Superintendent of Police Nina Rao".
    fn officer(&self, mention: &Mention) -> Option<EntityId> {
        let analysis = self.analysis;
        let word = analysis.word(mention.head);
        let initials = analysis.token_text(mention.head);
        let is_office = mention.first.next() == mention.head
            && analysis.word(mention.first).is_whole(Class::Definite)
            && word.shape.has(Shape::ALL_CAPITALS)
            && (2..=LONGEST_INITIALS).contains(&initials.len());
        if !is_office {
            return None;
        }
        let salient = self.attention.salience.iter().map(|(id, _)| id);
        let mut known = salient.chain(self.attention.history.prominent());
        known.find(|&id| {
            let entity = self.entities.get(id);
            let first = entity
                .mention
                .map(|first| &self.mentions.all[first.index()]);
            entity.nature == Nature::Person
                && first.is_some_and(|first| self.has_initials(first, initials))
        })
    }

    /// Whether the office before a name has these initials; small words do not count.
    fn has_initials(&self, mention: &Mention, initials: &str) -> bool {
        let office = mention.first.up_to(mention.name.0);
        let words = office.map(|at| self.analysis.token_text(at));
        let first = words.filter_map(|word| word.chars().next());
        first.filter(|c| c.is_uppercase()).eq(initials.chars())
    }

    fn new_bearer(&mut self, number: MentionId, mention: &Mention, name: Name<'_, 't>) -> EntityId {
        let id = self.entities.add(Entity::new(number, mention));
        self.index.enter(id, name);
        if mention.nature == Nature::Organisation && name.words.len() >= SHORTEST_ACRONYM {
            let acronym = likeness::acronym(name.words);
            self.acronyms.entry(acronym).or_insert(id);
        }
        id
    }

    /// Takes over what a mention by name tells of its bearer's nature and gender, who is new or was known
    /// before.
    fn learn_person(&mut self, id: EntityId, mention: &Mention, name: Name<'_, 't>, is_new: bool) {
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
        if words.len() > 1 {
            entity.mentions += 1;
        }
    }

    /// Takes over the name of a mention. One that two share ("Ines and Tom Okoro") stands nowhere as a whole.
    fn learn_name(&mut self, id: EntityId, mention: &Mention, name: Name<'_, 't>, is_shared: bool) {
        let words = name.words;
        let titled = mention.kind == MentionKind::TitledName;
        let title = mention.name.0.previous();
        let title = title.filter(|&title| titled && words.len() == 1 && title >= mention.first);
        let first = title.unwrap_or(mention.name.0);
        if is_shared {
            let words: Vec<&str> = words.iter().map(|word| word.text).collect();
            self.entities.learn_name(id, words.join(" ").into(), name);
            return;
        }
        let text = text_of(self.analysis, first, mention.name.1);
        if !self.entities.knows(id, text, words.len()) {
            self.entities.learn_name(id, shown_name(text), name);
        }
    }
}
