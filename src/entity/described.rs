//! Whom descriptions of a text mean, as it is read: "the minister", "her brother", "the company".

use smallvec::SmallVec;

use super::age;
use super::agreement::DescribedKind;
use super::apposition;
use super::definite::DescriptionFacts;
use super::detail;
use super::kin::Relation;
use super::record::Entity;
use super::resolution::{Margin, Resolution};
use super::resolver::Resolver;
use super::salience;
use super::stated_name;
use super::trade::Trade;
use crate::analysis::mention::{Mention, Nature};
use crate::analysis::{ChunkKind, Tag};
use crate::ids::{EntityId, MentionId, TokenId};
use crate::kinds::Gender;
use crate::language::{Class, Classes, Shape};

/// How salient somebody must be to be meant by words that were not said of anybody before, an organisation more so since
/// names of places and things are taken for theirs, but one in business less so, since hardly anything else is
/// called "the company". Halving or doubling each changes at most one name in a thousand in PolNeAR's development part.
const MIN_SALIENCE: f32 = 0.5;
const MIN_SALIENCE_OF_ORGANISATION: f32 = 1.0;
const MIN_SALIENCE_OF_COMPANY: f32 = 0.2;
/// How salient somebody must be to be meant by a noun of the same field.
const FAINT: f32 = 0.1;

/// In how many sentences after the first name of somebody news tells more of them by another description, and how much
/// likelier that then means them.
const NEW: usize = 2;
const NEWCOMER: f32 = 2.0;
/// How much likelier a description of a person means somebody of whom its own paragraph has told.
const NEAR: f32 = 2.0;
/// How many mentions back that is looked for.
const PARAGRAPH: usize = 12;

impl Resolver<'_, '_> {
    /// Gives a description of a person to the one whom the text called that, or makes an entity of
    /// its own for the unnamed speaker.
    pub(super) fn description(&mut self, number: MentionId, mention: &Mention) {
        if !mention.nature.can_speak() && mention.nature != Nature::Document {
            // "his opposite number, Carlo Moss,"
            let is_owned = self.analysis.word(mention.first).tag == Tag::Possessive;
            let may_be_called = is_owned || self.is_named_speaker(mention);
            if let Some(id) = may_be_called.then(|| self.named_beside(mention)).flatten() {
                self.entities.resolve(number, id, Resolution::BesideName);
                return;
            }
            if mention.nature != Nature::Open {
                return;
            }
        }
        if let Some(member) = self.cast.called(self.analysis, mention) {
            self.entities.resolve(number, member, Resolution::Cast);
            return;
        }
        let word = self.analysis.word(mention.head);
        let person = mention.nature == Nature::Person && !mention.possessor;
        let organisation =
            mention.nature.is_organisation() && !word.is(Class::NounPlural) && !mention.possessor;
        // "executive" can be an organisation as well.
        let may_be_person = word.is(Class::Person) && !mention.possessor;
        if (person || organisation || may_be_person)
            && let Some(id) = self.named_beside(mention)
        {
            self.learn_gender_of_kin(mention.head, id);
            self.learn_kin(number, mention, id);
            self.learn_trade(mention.head, id);
            self.entities.resolve(number, id, Resolution::BesideName);
            return;
        }
        let kin = self.relation(number, mention);
        let age = age::stated(self.analysis, mention);
        let is_compatriot = self.is_one_of_nation(mention);
        let known = if let Some((owner, relation)) = kin {
            self.relative(owner, relation, mention)
        } else if (person || organisation || is_compatriot) && self.is_definite(mention) {
            let trade = self.trades.of(self.analysis, mention.head);
            let described = match is_compatriot {
                true => DescribedKind::Person,
                false => DescribedKind::by(self.analysis, mention, trade),
            };
            let facts = DescriptionFacts {
                described,
                trade,
                age,
                last: apposition::last_of_description(self.analysis, mention),
            };
            self.described_before(number, mention, facts)
        } else {
            None
        };
        let (id, how) = known.unwrap_or_else(|| {
            let mut entity = Entity::new(number, mention);
            entity.learn_gender(mention.gender, true);
            (self.entities.add(entity), Resolution::Described)
        });
        if person || organisation {
            self.roles.learn(self.analysis, mention.head, id);
            self.trades
                .learn_group(self.analysis.word(mention.head), id);
        }
        if let Some((owner, relation)) = kin {
            self.kin.learn(owner, relation, id);
        }
        if let Some(age) = age {
            self.ages.learn(id, age);
        }
        self.entities.resolve(number, id, how);
    }

    /// Whether a person is named after "the" and a noun, and reports: "the opposite number, Carlo Moss, said".
    fn is_named_speaker(&self, mention: &Mention) -> bool {
        const NOBODY: Classes = Classes::of(&[Class::Work, Class::Thing, Class::Place]);
        let analysis = self.analysis;
        let named = apposition::named_after(analysis, self.mentions, mention)
            .map(|named| &self.mentions.all[named.index()])
            .filter(|named| named.nature == Nature::Person);
        let verb = named
            .filter(|named| apposition::is_enclosed(analysis, named.chunk))
            .and_then(|named| analysis.siblings_after(named.chunk).nth(1));
        analysis.word(mention.first).is_whole(Class::Definite)
            && mention.nature == Nature::Thing
            && !analysis.word(mention.head).is_any(NOBODY)
            && verb.is_some_and(|verb| {
                let verb = analysis.chunk(verb);
                matches!(verb.kind, ChunkKind::VerbGroup(_))
                    && analysis.word(verb.head).is(Class::Report)
            })
    }

    /// Whether the text named somebody for the first time shortly before a mention.
    fn is_newcomer(&self, number: MentionId, entity: &Entity) -> bool {
        let sentence = |number: MentionId| {
            let chunk = self.mentions.all[number.index()].chunk;
            self.analysis.sentence_of[chunk.index()].index()
        };
        entity
            .mention
            .is_some_and(|first| first < number && sentence(number) - sentence(first) <= NEW)
    }

    /// Whom the paragraph of a mention has mentioned before it.
    fn mentioned_in_paragraph(&self, number: MentionId) -> SmallVec<[EntityId; PARAGRAPH]> {
        let paragraph = |number: MentionId| {
            let mention = &self.mentions.all[number.index()];
            self.analysis.paragraph(mention.chunk)
        };
        let own = paragraph(number);
        let before = std::iter::successors(number.previous(), |number| number.previous());
        before
            .take(PARAGRAPH)
            .take_while(|&number| paragraph(number) == own)
            .filter_map(|number| self.entities.of_mention(number))
            .collect()
    }

    /// Whether the name of a nation that can be one person's stands right after a quotation: “…,” the Portuguese said.
    fn is_one_of_nation(&self, mention: &Mention) -> bool {
        const BOTH: [Class; 3] = [Class::Demonym, Class::Noun, Class::NounPlural];
        let word = self.analysis.word(mention.head);
        let before = self.analysis.previous_sibling(mention.chunk);
        BOTH.into_iter().all(|class| word.is(class))
            && mention.first.next() == mention.head
            && before.is_some_and(|before| {
                matches!(self.analysis.chunk(before).kind, ChunkKind::Opening(_))
            })
            && self.reports(mention)
    }

    /// Takes over whose kin a phrase tells somebody to be.
    pub(super) fn learn_kin(&mut self, number: MentionId, mention: &Mention, id: EntityId) {
        if let Some((owner, relation)) = self.relation(number, mention) {
            self.kin.learn(owner, relation, id);
            self.join_namesake(owner, id);
        }
    }

    /// Takes over the gender that a noun for kin tells, whatever the given name suggests: "his brother Christy".
    pub(super) fn learn_gender_of_kin(&mut self, noun: TokenId, id: EntityId) {
        let gender = self.analysis.word(noun).facts.gender();
        if gender.is_some() && Relation::of(self.analysis, noun).is_some() {
            self.entities.get_mut(id).learn_gender(gender, true);
        }
    }

    /// Whose kin a phrase names or describes, and what: Keith of "her son Keith".
    fn relation(&self, number: MentionId, mention: &Mention) -> Option<(EntityId, Relation)> {
        let analysis = self.analysis;
        let noun = match mention.is_named() {
            true => {
                let before = mention.name.0.previous();
                before.filter(|&noun| noun >= mention.first)?
            }
            false => mention.head,
        };
        if !analysis.word(noun).is(Class::Person) {
            return None;
        }
        let owner = number.previous().filter(|&owner| {
            let owner = &self.mentions.all[owner.index()];
            owner.possessor && owner.chunk == mention.chunk
        });
        let pronoun = mention
            .first
            .up_to(noun)
            .find(|&at| analysis.word(at).tag == Tag::Possessive);
        if owner.is_none() && pronoun.is_none() {
            return None;
        }
        let relation = Relation::of(analysis, noun)?;
        let owner = match owner {
            Some(owner) => self.entities.of_mention(owner)?,
            None => self.owner?,
        };
        Some((owner, relation))
    }

    /// The one whom the text told to be the owner's relative, or the owner to be theirs in turn.
    fn relative(
        &self,
        owner: EntityId,
        relation: Relation,
        mention: &Mention,
    ) -> Option<(EntityId, Resolution)> {
        let suits = |id: EntityId| {
            let entity = self.entities.get(id);
            !entity.is_plural && Gender::agree(entity.gender, mention.gender)
        };
        let told = self.kin.find(owner, relation, suits);
        let id = told.or_else(|| self.only_namesake(owner, suits))?;
        Some((id, Resolution::Role(Margin::ALONE)))
    }

    /// The only other person who bears somebody's family name, and with a given name.
    fn only_namesake(&self, one: EntityId, suits: impl Fn(EntityId) -> bool) -> Option<EntityId> {
        let family = self.entities.by_words(one)?.family?;
        let is_other = |&id: &EntityId| {
            let words = self
                .entities
                .by_words(id)
                .map_or(0, |name| name.words.len());
            id != one && words > 1 && self.entities.get(id).nature == Nature::Person && suits(id)
        };
        let mut others = self.index.with_family(family).iter().filter(is_other);
        others.next().filter(|_| others.next().is_none())
    }

    /// Who is named right beside a description.
    fn named_beside(&mut self, mention: &Mention) -> Option<EntityId> {
        let subject = apposition::subject_of(self.analysis, self.mentions, mention);
        let before = || {
            let alone = apposition::named_before(self.analysis, self.mentions, mention);
            alone.or_else(|| apposition::named_before_joined(self.analysis, self.mentions, mention))
        };
        let known = |named: MentionId| self.entities.of_mention(named);
        let named = subject.and_then(known).or_else(|| before().and_then(known));
        let described = named.filter(|&id| !self.entities.get(id).is_named);
        if named.is_some() && described.is_none() {
            return named;
        }
        // "its new chief, Mark Rutte,": a name of several words is known already.
        let position = apposition::named_after(self.analysis, self.mentions, mention);
        let Some(position) = position else {
            return described;
        };
        let named = &self.mentions.all[position.index()];
        if apposition::is_enclosed(self.analysis, named.chunk)
            && self.entities.of_mention(position).is_none()
        {
            self.name(position, named);
        }
        let Some(id) = self.entities.of_mention(position) else {
            return described;
        };
        self.roles.learn(self.analysis, mention.head, id);
        // "The man is her husband, Mark Rutte."
        if let Some(described) = described {
            self.entities.merge(described, id, Resolution::BesideName);
        }
        Some(id)
    }

    /// Whom a definite description means by the rules of news, those whom the text called so being given, the last one first.
    pub(super) fn described_by_rules(
        &mut self,
        number: MentionId,
        mention: &Mention,
        facts: DescriptionFacts,
        called_so: &[EntityId],
    ) -> Option<(EntityId, Resolution)> {
        let called_so = self.last_called_so(called_so);
        if stated_name::withholds_name(self.analysis, facts.last) {
            return called_so.filter(|&(id, _)| !self.entities.get(id).is_named);
        }
        // Words for somebody without a name who is forgotten tell of whom the text speaks now.
        let is_kept = |&(id, _): &(EntityId, Resolution)| {
            self.entities.get(id).is_named || self.attention.salience.of(id) > 0.0
        };
        let kept = called_so.filter(is_kept);
        kept.or_else(|| self.varied_description(number, mention, facts))
            .or(called_so)
    }

    /// The last one whom the text called what a description says.
    fn last_called_so(&self, called_so: &[EntityId]) -> Option<(EntityId, Resolution)> {
        let (&last, others) = called_so.split_first()?;
        let others = others.iter().map(|&id| self.attention.salience.of(id));
        let (rivals, next) = others.fold((0, 0.0), |(rivals, next), other| {
            (rivals + 1, f32::max(next, other))
        });
        let margin = Margin::over(rivals, self.attention.salience.of(last), next);
        Some((last, Resolution::Role(margin)))
    }

    /// Whom "the Democrat", "the 31-year-old", "the striker" or "the company" means: news tells so, for
    /// variety, of the one named before whom it speaks of.
    fn varied_description(
        &mut self,
        number: MentionId,
        mention: &Mention,
        facts: DescriptionFacts,
    ) -> Option<(EntityId, Resolution)> {
        let DescriptionFacts {
            described,
            trade,
            age,
            ..
        } = facts;
        let word = self.analysis.word(mention.head);
        let tells_age = detail::tells_age(self.analysis, mention);
        let tells_change = tells_age || detail::tells_past(self.analysis, mention);
        let is_of_any_trade = tells_change || detail::tells_group(self.analysis, mention);
        let tells_more = is_of_any_trade || detail::tells_origin(self.analysis, mention);
        let varies = tells_age
            || word.is_any(Classes::MEMBERS)
            || word.is(Class::Adjective) && self.analysis.token_text(mention.head).contains('-');
        let company = self.analysis.language.descriptions.company;
        let is_company = trade.is_some_and(|trade| trade.is_only_of(company));
        let in_paragraph = match described {
            DescribedKind::Person => self.mentioned_in_paragraph(number),
            _ => SmallVec::new(),
        };
        let fit = |id, entity: &Entity| {
            let likelihood = self.trades.likelihood(trade, id);
            let is_of_other_trade = likelihood < 1.0;
            let of_age = age.map_or(1.0, |age| self.ages.fit(age, id));
            let newcomer = match varies && self.is_newcomer(number, entity) {
                true => NEWCOMER,
                false => 1.0,
            };
            let near = match in_paragraph.contains(&id) {
                true => NEAR,
                false => 1.0,
            };
            of_age
                * newcomer
                * near
                * match entity.is_named {
                    true if self.trades.is_of_other_group(word, id) => 0.0,
                    true if is_company && is_of_other_trade => 0.0,
                    true if is_of_any_trade && is_of_other_trade => {
                        described.fit(entity, mention.gender)
                    }
                    true => described.fit(entity, mention.gender) * likelihood,
                    false => 0.0,
                }
        };
        let alone = !apposition::is_of_somebody(self.analysis, mention)
            && (!word.shape.has(Shape::CAPITAL) || word.shape.has(Shape::ALL_CAPITALS));
        let (id, margin) = if varies && described == DescribedKind::Person {
            self.most_salient(fit)?
        } else if !alone {
            return None;
        } else if let Some(known) = trade.and_then(|trade| self.of_trade(mention, described, trade))
        {
            known
        } else {
            if word.is(Class::Apart) && !tells_more {
                return None;
            }
            let is_called_so = self.roles.bearers(self.analysis, mention.head).is_some();
            if is_called_so && !tells_more || !self.reports(mention) {
                return None;
            }
            let vivid = match described {
                DescribedKind::Person if tells_more => FAINT,
                DescribedKind::Person => MIN_SALIENCE,
                _ if word.is(Class::Company) => MIN_SALIENCE_OF_COMPANY,
                _ => MIN_SALIENCE_OF_ORGANISATION,
            };
            // “No,” said Nellie. “Yes,” said the cook.
            let vivid_fit = |id, entity: &Entity| match self.is_given_name(id) {
                true => 0.0,
                false => fit(id, entity),
            };
            self.most_salient_by_far(vivid, vivid_fit)?
        };
        Some((id, Resolution::VariedDescription(margin)))
    }

    /// Whom a description means that reports or begins its clause, by the field that both belong to.
    fn of_trade(
        &self,
        mention: &Mention,
        described: DescribedKind,
        trade: Trade,
    ) -> Option<(EntityId, Margin)> {
        let begins = self.analysis.previous_sibling(mention.chunk).is_none();
        if !begins && !self.reports(mention) {
            return None;
        }
        self.most_salient_by_far(FAINT, |id, entity| {
            match entity.is_named && self.trades.shares(trade, id) == Some(true) {
                true => described.fit(entity, mention.gender),
                false => 0.0,
            }
        })
    }

    fn reports(&self, mention: &Mention) -> bool {
        let last = apposition::last_of_description(self.analysis, mention);
        salience::has_reporting_verb_beside(self.analysis, mention, last)
    }

    fn is_definite(&self, mention: &Mention) -> bool {
        let pointing = self.analysis.language.descriptions.pointing;
        mention.first.up_to(mention.head).any(|at| {
            let word = self.analysis.word(at);
            word.is_whole(Class::Definite) || word.is_one_of(pointing)
        })
    }
}
