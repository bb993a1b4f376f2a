//! Whom descriptions and pronouns of a text mean, as it is read.

use super::agreement::{Described, agreement, body, many};
use super::record::Entity;
use super::resolution::{Margin, Resolution};
use super::resolver::Resolver;
use super::role;
use super::salience;
use crate::analysis::ChunkKind;
use crate::analysis::mention::{Mention, Nature};
use crate::ids::{ChunkId, EntityId, MentionId};
use crate::kinds::Gender;
use crate::language::{Class, Classes, Shape};

/// How salient somebody must be to be meant by words that were not said of anybody before, a body more so since
/// names of places and things are taken for theirs, but one in business less so, since hardly anything else is
/// called "the company"; and by what factor more salient than all others.
/// Half and double of each change one name in a thousand at most in PolNeAR's development part.
const VIVID: f32 = 0.5;
const VIVID_BODY: f32 = 1.0;
const VIVID_COMPANY: f32 = 0.2;
const FAR: f32 = 2.0;

/// Of those whom a quotation names, how many are no antecedent of the pronoun for its speaker.
const SPOKEN_OF: usize = 4;

/// Of so many nouns before "who" one is the head of its clause.
const HEADS: usize = 2;

impl Resolver<'_, '_> {
    /// Gives a description of a person to the one whom the text called that, or makes an entity of
    /// its own for the unnamed speaker.
    pub(super) fn description(&mut self, number: MentionId, mention: &Mention) {
        if !mention.nature.speaks() && !matches!(mention.nature, Nature::Document | Nature::Open) {
            return;
        }
        if let Some(member) = self.cast.called(self.analysis, mention) {
            self.entities.resolve(number, member, Resolution::Cast);
            return;
        }
        let word = self.analysis.word(mention.head);
        let person = mention.nature == Nature::Person && !mention.possessor;
        let body = mention.nature.is_body() && !word.is(Class::NounPlural) && !mention.possessor;
        // "executive" can be a body as well.
        let may_be_person = word.is(Class::Person) && !mention.possessor;
        if (person || body || may_be_person)
            && let Some(id) = self.named_beside(mention)
        {
            self.entities.resolve(number, id, Resolution::BesideName);
            return;
        }
        let described = Described::by(self.analysis, mention);
        let known = if (person || body) && self.is_definite(mention) {
            self.called_so(mention, described)
                .or_else(|| self.told_otherwise(mention, described))
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

    /// Who is named right beside a description.
    fn named_beside(&mut self, mention: &Mention) -> Option<EntityId> {
        let subject = role::subject_of(self.analysis, self.mentions, mention);
        let before = || role::named_before(self.analysis, self.mentions, mention);
        let known = |named: MentionId| self.entities.of_mention(named);
        let named = subject.and_then(known).or_else(|| before().and_then(known));
        if named.is_some() {
            return named;
        }
        // "its new chief, Mark Rutte,": a name of several words is known already.
        let place = role::named_behind(self.analysis, self.mentions, mention)?;
        let named = &self.mentions.all[place.index()];
        if role::is_enclosed(self.analysis, named.chunk)
            && self.entities.of_mention(place).is_none()
        {
            self.name(place, named);
        }
        let id = self.entities.of_mention(place)?;
        self.roles.learn(self.analysis, mention.head, id);
        Some(id)
    }

    /// The last one whom the text called what a description says.
    fn called_so(&self, mention: &Mention, described: Described) -> Option<(EntityId, Resolution)> {
        let owners = self.roles.owners(self.analysis, mention.head)?;
        let mut fitting = owners.iter().rev().filter(|&id| {
            let entity = self.entities.get(id);
            described.can_be(entity) && Gender::agree(entity.gender, mention.gender)
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
    fn told_otherwise(
        &mut self,
        mention: &Mention,
        described: Described,
    ) -> Option<(EntityId, Resolution)> {
        let word = self.analysis.word(mention.head);
        let fit = |_, entity: &Entity| match entity.is_named {
            true => described.fit(entity, mention.gender),
            false => 0.0,
        };
        let varies = word.is_any(Classes::of(&[Class::Demonym, Class::Adherent]))
            || word.is(Class::Adjective) && self.analysis.token_text(mention.head).contains('-');
        let new = self.roles.owners(self.analysis, mention.head).is_none();
        let alone = !role::is_of_somebody(self.analysis, mention)
            && !word.is(Class::Apart)
            && !word.shape.has(Shape::CAPITAL);
        let (id, margin) = if varies && described == Described::Person {
            self.most_salient(fit)?
        } else if new && alone && salience::reports(self.analysis, mention) {
            let vivid = match described {
                Described::Person => VIVID,
                _ if word.is(Class::Company) => VIVID_COMPANY,
                _ => VIVID_BODY,
            };
            self.most_salient_by_far(vivid, fit)?
        } else {
            return None;
        };
        let entity = self.entities.get_mut(id);
        if described == Described::Body && entity.nature == Nature::Open {
            entity.nature = Nature::Organisation;
        }
        Some((id, Resolution::VariedDescription(margin)))
    }

    fn is_definite(&self, mention: &Mention) -> bool {
        let pointing = self.analysis.language.descriptions.pointing;
        mention.first.up_to(mention.head).any(|at| {
            let word = self.analysis.word(at);
            word.is_whole(Class::Definite) || word.is_one_of(pointing)
        })
    }

    pub(super) fn pronoun(&mut self, number: MentionId, mention: &Mention) {
        let found = if self.analysis.word(mention.head).is_whole(Class::Relative) {
            let head = self.head_of_relative(number);
            head.map(|id| (id, Resolution::RelativePronoun))
        } else {
            let antecedent = self.antecedent(number, mention);
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
            .take(HEADS)
            .filter(|(_, mention)| {
                sentence(mention) == here
                    && matches!(
                        mention.nature,
                        Nature::Person | Nature::Group | Nature::Open
                    )
            })
            .find_map(|(before, _)| self.entities.of_mention(before))
    }

    /// Whom a pronoun of the third person means: the most salient one that agrees with it.
    fn antecedent(&self, number: MentionId, mention: &Mention) -> Option<(EntityId, Margin)> {
        let word = self.analysis.word(mention.head);
        if mention.gender.is_some() {
            let spoken_of = self.spoken_of(number, mention);
            self.most_salient(|id, entity| match spoken_of.contains(&Some(id)) {
                true => 0.0,
                false => agreement(entity, mention.gender),
            })
        } else if word.is_whole(Class::Plural) && !word.is(Class::FirstPerson) {
            self.most_salient(|_, entity| many(entity))
        } else if word.is_whole(Class::Neuter)
            && word.is(Class::SubjectPronoun)
            && salience::speaks(self.analysis, mention)
        {
            self.most_salient(|_, entity| body(entity))
        } else {
            None
        }
    }

    /// Those whom the quotation names that a pronoun tells the speaker of: hardly anybody speaks of themselves by name.
    fn spoken_of(&self, number: MentionId, mention: &Mention) -> [Option<EntityId>; SPOKEN_OF] {
        let mut spoken_of = [None; SPOKEN_OF];
        let analysis = self.analysis;
        let is_verb =
            |chunk: &ChunkId| matches!(analysis.chunk(*chunk).kind, ChunkKind::VerbGroup(_));
        let mut before = analysis.siblings_before(mention.chunk);
        let beside = before.next();
        let beside = match beside.filter(is_verb) {
            Some(_) => before.next(),
            None => beside,
        };
        let quote = beside.map(|chunk| analysis.chunk(chunk).kind);
        let Some(ChunkKind::Opening(quote)) = quote.filter(|_| salience::speaks(analysis, mention))
        else {
            return spoken_of;
        };
        let (opening, closing) = analysis.quote_chunks[quote.index()];
        let mentions = MentionId::FIRST.up_to(number).rev();
        let within = mentions
            .map(|number| (number, &self.mentions.all[number.index()]))
            .skip_while(|(_, mention)| mention.chunk > closing)
            .take_while(|(_, mention)| mention.chunk > opening)
            .filter(|(_, mention)| mention.is_named());
        for (place, (number, _)) in spoken_of.iter_mut().zip(within) {
            *place = self.entities.of_mention(number);
        }
        spoken_of
    }

    fn most_salient(&self, fit: impl Fn(EntityId, &Entity) -> f32) -> Option<(EntityId, Margin)> {
        let best = self.ranked(fit);
        Some((best.id?, best.margin()))
    }

    /// The most salient one, unless another is nearly as salient or it is hardly remembered.
    fn most_salient_by_far(
        &self,
        vivid: f32,
        fit: impl Fn(EntityId, &Entity) -> f32,
    ) -> Option<(EntityId, Margin)> {
        let best = self.ranked(fit);
        let by_far = best.score >= vivid && best.score >= FAR * best.second;
        Some((best.id.filter(|_| by_far)?, best.margin()))
    }

    fn ranked(&self, fit: impl Fn(EntityId, &Entity) -> f32) -> Ranked {
        let mut ranked = Ranked::default();
        for (id, weight) in self.salience.iter() {
            let score = weight * fit(id, self.entities.get(id));
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
