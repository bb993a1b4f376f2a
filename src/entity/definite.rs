//! Whom a definite description means: "the minister", "the 61-year-old", "the company".

use enumset::EnumSet;
use smallvec::SmallVec;

use super::agreement::DescribedKind;
use super::antecedent::{
    self, Anaphor, AntecedentFeature as F, AntecedentQuestion, Candidates, DescriptionEvidence,
    Rival, Rivals,
};
use super::apposition;
use super::detail;
use super::record::Entity;
use super::resolution::Resolution;
use super::resolver::Resolver;
use super::salience;
use super::stated_name;
use super::trade::Trade;
use crate::analysis::ChunkKind;
use crate::analysis::mention::{Mention, Nature};
use crate::ids::{ChunkId, EntityId, MentionId};
use crate::kinds::Gender;
use crate::language::{Class, Classes, Shape};
use crate::model::FeatureSet;

/// From how far ahead of the next on one of those mentioned is clearly meant. With 0.3 and 0.7, names in PolNeAR's development
/// part are as right within 0.2 %.
const CLEAR_LEAD: f32 = 0.5;
/// How many were called so, at most.
const CALLED: usize = 8;

/// What the words of a description tell of whom they mean.
#[derive(Clone, Copy)]
pub(super) struct DescriptionFacts {
    pub(super) described: DescribedKind,
    pub(super) trade: Option<Trade>,
    pub(super) age: Option<u8>,
    /// The chunk that its phrase ends with.
    pub(super) last: ChunkId,
}

impl Resolver<'_, '_> {
    /// Whom a definite description means of those whom the text named or described before, if it means one of them: who is
    /// clearly meant by what speaks for each, else whom the rules tell.
    pub(super) fn described_before(
        &mut self,
        number: MentionId,
        mention: &Mention,
        facts: DescriptionFacts,
    ) -> Option<(EntityId, Resolution)> {
        let called_so = self.called_so(mention, facts);
        let candidates = self.described_candidates(number, mention, facts, &called_so);
        let chosen = (candidates.len() > 1).then(|| {
            self.antecedents.choose(&AntecedentQuestion {
                analysis: self.analysis,
                mentions: self.mentions,
                entities: &self.entities,
                words: self.analysis.span(mention.first, mention.head),
                is_description: true,
                candidates: &candidates,
            })
        });
        let chosen = chosen.filter(|(_, margin)| margin.lead >= CLEAR_LEAD);
        let known = chosen.and_then(|(best, margin)| Some((candidates[best].entity?, margin)));
        let found = match known {
            Some((id, margin)) if called_so.contains(&id) => (id, Resolution::Role(margin)),
            Some((id, margin)) => (id, Resolution::VariedDescription(margin)),
            None => self.described_by_rules(number, mention, facts, &called_so)?,
        };
        let entity = self.entities.get_mut(found.0);
        if matches!(found.1, Resolution::VariedDescription(_))
            && facts.described == DescribedKind::Organisation
            && entity.nature == Nature::Open
        {
            entity.nature = Nature::Organisation;
        }
        Some(found)
    }

    /// Those whom the text called what a description says, the last one first.
    fn called_so(
        &self,
        mention: &Mention,
        DescriptionFacts { described, age, .. }: DescriptionFacts,
    ) -> SmallVec<[EntityId; CALLED]> {
        let Some(bearers) = self.roles.bearers(self.analysis, mention.head) else {
            return SmallVec::new();
        };
        let fits = |id: &EntityId| {
            let entity = self.entities.get(*id);
            described.can_be(entity)
                && Gender::agree(entity.gender, mention.gender)
                && age.is_none_or(|age| self.ages.fit(age, *id) > 0.0)
                && !self.roles.tells_apart(self.analysis, mention.head, *id)
        };
        bearers.iter().rev().filter(fits).collect()
    }

    /// Those whom a description may mean, with their features: somebody new, and the rivals.
    fn described_candidates(
        &self,
        number: MentionId,
        mention: &Mention,
        facts: DescriptionFacts,
        called_so: &[EntityId],
    ) -> Candidates {
        let (entities, mentions) = (&self.entities, self.mentions);
        let rivals = self.described_rivals(mention, facts, called_so);
        if rivals.is_empty() {
            return Candidates::new();
        }
        let description = Anaphor {
            analysis: self.analysis,
            number,
            mention,
            gender: mention.gender,
            is_possessive: false,
        };
        let evidence = DescriptionEvidence {
            own: self.of_description(mention, facts),
            history: &self.attention.history,
            called_so,
        };
        let told = |rival: &Rival<'_>| self.told_of(rival, mention, facts);
        let of_chunk = |chunk| entities.of_mention(mentions.of_chunk(chunk)?);
        antecedent::description_candidates(description, &rivals, &evidence, told, of_chunk)
    }

    /// Those whom a description may mean: whom the text called so, who are salient, and who were mentioned most.
    fn described_rivals(
        &self,
        mention: &Mention,
        DescriptionFacts {
            described,
            trade,
            age,
            last,
        }: DescriptionFacts,
        called_so: &[EntityId],
    ) -> Rivals<'_> {
        let word = self.analysis.word(mention.head);
        let is_withheld = stated_name::withholds_name(self.analysis, last);
        let fit = |id: EntityId, entity: &Entity| {
            let of_age = age.map_or(1.0, |age| self.ages.fit(age, id));
            match self.trades.is_of_other_group(word, id) {
                true => 0.0,
                false => described.fit(entity, mention.gender) * of_age.min(1.0),
            }
        };
        let mut rivals = Rivals::new();
        for &id in called_so {
            let entity = self.entities.get(id);
            if !is_withheld || !entity.is_named {
                let weight = self.attention.salience.of(id);
                rivals.push(
                    self.attention
                        .rival(&self.entities, id, (weight, fit(id, entity))),
                );
            }
        }
        if is_withheld || mention.plural {
            return rivals;
        }
        let is_apart = word.is(Class::Apart) && !detail::tells_more(self.analysis, mention);
        let is_of_field =
            |id| trade.is_some_and(|trade| self.trades.shares(trade, id) == Some(true));
        self.attention
            .add_rivals(&self.entities, &mut rivals, |id, entity| {
                match fit(id, entity) {
                    fit if fit > 0.0 && is_apart && !is_of_field(id) => 0.0,
                    fit => fit,
                }
            });
        rivals
    }

    /// What is true of a description, whoever is meant.
    fn of_description(
        &self,
        mention: &Mention,
        DescriptionFacts {
            described,
            trade,
            last,
            ..
        }: DescriptionFacts,
    ) -> EnumSet<F> {
        let analysis = self.analysis;
        let word = analysis.word(mention.head);
        let follows = |kind: ChunkKind| {
            let after = analysis.next_sibling(mention.chunk);
            after.is_some_and(|after| analysis.chunk(after).kind == kind)
        };
        let company = analysis.language.descriptions.company;
        let sentence = analysis.sentence_of[mention.chunk.index()];
        let mut own = EnumSet::new();
        own.add(match described {
            DescribedKind::Person => F::OfPerson,
            DescribedKind::Organisation => F::OfOrganisation,
            DescribedKind::Either => F::OfEither,
        });
        own.add_if(mention.plural, F::OfSeveral);
        own.add_if(detail::tells_age(analysis, mention), F::TellsAge);
        own.add_if(detail::tells_past(analysis, mention), F::TellsPast);
        own.add_if(detail::tells_group(analysis, mention), F::TellsGroup);
        own.add_if(detail::tells_origin(analysis, mention), F::TellsOrigin);
        own.add_if(mention.gender.is_some(), F::TellsGender);
        own.add_if(trade.is_some(), F::TellsField);
        own.add_if(word.is_any(Classes::MEMBERS), F::IsMember);
        let is_hyphenated =
            word.is(Class::Adjective) && analysis.token_text(mention.head).contains('-');
        own.add_if(is_hyphenated, F::IsHyphenated);
        own.add_if(word.is(Class::Company), F::IsCompany);
        let is_of_business = trade.is_some_and(|trade| trade.is_only_of(company));
        own.add_if(is_of_business, F::IsOfBusiness);
        own.add_if(word.is(Class::Apart), F::IsApart);
        let is_capital = word.shape.has(Shape::CAPITAL) && !word.shape.has(Shape::ALL_CAPITALS);
        own.add_if(is_capital, F::IsCapital);
        own.add_if(mention.first.next() < mention.head, F::IsModified);
        let reports = salience::has_reporting_verb_beside(analysis, mention, last);
        own.add_if(reports, F::Reports);
        let is_of_somebody = apposition::is_of_somebody(analysis, mention);
        own.add_if(is_of_somebody, F::IsOfSomebody);
        own.add_if(follows(ChunkKind::Preposition), F::HasPhrase);
        own.add_if(follows(ChunkKind::Wh), F::HasClause);
        own.add_if(antecedent::is_early(sentence), F::IsEarly);
        own
    }

    /// What the text has told of somebody whom a description may mean.
    fn told_of(
        &self,
        rival: &Rival<'_>,
        mention: &Mention,
        DescriptionFacts { trade, age, .. }: DescriptionFacts,
    ) -> EnumSet<F> {
        let entity: &Entity = rival.entity;
        let mut told = EnumSet::new();
        if let Some(trade) = trade {
            told.add(match self.trades.shares(trade, rival.id) {
                Some(true) => F::FieldSame,
                Some(false) => F::FieldOther,
                None => F::FieldUntold,
            });
        }
        if let Some(age) = age {
            told.add(match self.ages.fit(age, rival.id) > 1.0 {
                true => F::AgeSame,
                false => F::AgeUntold,
            });
        }
        let is_of_gender = mention.gender.is_some() && entity.gender == mention.gender;
        told.add_if(is_of_gender, F::GenderSame);
        told.add_if(self.is_given_name(rival.id), F::GivenNameAlone);
        match entity.nature {
            Nature::Organisation => told.add(F::Organisation),
            Nature::Group => told.add(F::Group),
            _ => {}
        }
        told
    }

    /// Whether the text calls somebody by a given name alone, as stories do and reports seldom.
    pub(super) fn is_given_name(&self, id: EntityId) -> bool {
        self.first_of_name(id).is_some_and(|(first, words)| {
            words == 1 && first.is(Class::GivenName) && !first.is(Class::Surname)
        })
    }
}
