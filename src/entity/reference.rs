//! Whom pronouns of a text mean, as it is read.

use super::agreement::{SINGULAR, many, organisation};
use super::antecedent::{self, Anaphor, AntecedentQuestion, Rivals};
use super::gender::possessive;
use super::record::Entity;
use super::resolution::{Margin, Resolution};
use super::resolver::Resolver;
use super::salience;
use crate::analysis::mention::{Mention, Nature};
use crate::analysis::{ChunkKind, Tag};
use crate::ids::{ChunkId, EntityId, MentionId};
use crate::kinds::MentionKind;
use crate::language::Class;

/// By what factor somebody must be more salient than all others. Halving or doubling it changes at most one name in a
/// thousand in PolNeAR's development part.
const MIN_LEAD: f32 = 2.0;

/// Of those whom a quotation names, how many are no antecedent of the pronoun for its speaker.
const SPOKEN_OF: usize = 4;

/// The head of a relative clause is among the last two nouns before "who".
const HEADS: usize = 2;
/// Among how many mentions it is looked for, owners and ages among them.
const LOOKED_AT: usize = 8;

impl Resolver<'_, '_> {
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
            if self.analysis.enclosing[mention.chunk.index()].is_none() {
                let sentence = self.analysis.sentence_of[mention.chunk.index()];
                self.attention.note_pronoun(id, mention.gender, sentence);
            }
        }
    }

    /// Whose words a noun names by a pronoun, and whether it does: hers of “…,” was her answer, of "in her words".
    /// `owner` is whom the pronoun means.
    pub(super) fn own_words(
        &mut self,
        number: MentionId,
        mention: &Mention,
        owner: Option<(EntityId, Margin)>,
    ) -> bool {
        let analysis = self.analysis;
        let noun = analysis.word(mention.head);
        let is_said = noun.is(Class::ReportNoun) && !noun.is(Class::Document);
        if !is_said || analysis.word(mention.first).tag != Tag::Possessive {
            return false;
        }
        if let Some((id, margin)) = owner {
            self.entities
                .resolve(number, id, Resolution::Pronoun(margin));
        }
        owner.is_some()
    }

    /// Whom "who" refers to: the nearest noun before it that can be a person, at most two back.
    fn head_of_relative(&self, number: MentionId) -> Option<EntityId> {
        let sentence = |mention: &Mention| self.analysis.sentence_of[mention.chunk.index()];
        let here = sentence(&self.mentions.all[number.index()]);
        MentionId::FIRST
            .up_to(number)
            .rev()
            .take(LOOKED_AT)
            .map(|before| (before, &self.mentions.all[before.index()]))
            .filter(|(_, mention)| {
                !mention.possessor && self.analysis.word(mention.head).tag != Tag::Number
            })
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

    /// Whom a pronoun of the third person means: "he" and "she" by what speaks for each of those who agree, others the most
    /// salient.
    fn antecedent(&mut self, number: MentionId, mention: &Mention) -> Option<(EntityId, Margin)> {
        let word = self.analysis.word(mention.head);
        if mention.gender.is_some() {
            let spoken_of = self.spoken_of(number, mention);
            let anaphor = Anaphor {
                analysis: self.analysis,
                number,
                mention,
                gender: mention.gender,
                is_possessive: false,
            };
            self.ranked_antecedent(anaphor, &spoken_of)
        } else if word.is_whole(Class::Plural) && !word.is(Class::FirstPerson) {
            let speaks = salience::has_strong_verb_beside(self.analysis, mention);
            self.most_salient(|id, entity| match speaks && self.may_be_they(id, entity) {
                true => SINGULAR,
                false => many(entity),
            })
        } else if word.is_whole(Class::Neuter)
            && word.is(Class::SubjectPronoun)
            && salience::has_reporting_verb_beside(self.analysis, mention, mention.chunk)
        {
            // What a letter quotes is its writer's.
            let is_quoted = self.leads_to_quotation(mention);
            self.most_salient(|_, entity| match entity.nature {
                Nature::Document if is_quoted => 0.0,
                _ => organisation(entity),
            })
        } else {
            None
        }
    }

    /// Whom "he", "she" or "his" means, of those who agree, by what speaks for each. Those to be left out are not meant.
    fn ranked_antecedent(
        &mut self,
        anaphor: Anaphor<'_, '_>,
        left_out: &[Option<EntityId>],
    ) -> Option<(EntityId, Margin)> {
        let candidates = match self.agreeing(anaphor, left_out)[..] {
            [] => return None,
            [only] => return Some((only.id, Margin::ALONE)),
            ref rivals => {
                let of_chunk = |chunk| self.entities.of_mention(self.mentions.of_chunk(chunk)?);
                antecedent::candidates(anaphor, rivals, &self.attention.history, of_chunk)
            }
        };
        let Mention { first, head, .. } = *anaphor.mention;
        let last = if anaphor.is_possessive { first } else { head };
        let (best, margin) = self.antecedents.choose(&AntecedentQuestion {
            analysis: self.analysis,
            mentions: self.mentions,
            entities: &self.entities,
            words: self.analysis.span(first, last),
            is_description: false,
            candidates: &candidates,
        });
        Some((candidates[best].entity?, margin))
    }

    /// Those who agree with "he", "she" or "his", some left out.
    fn agreeing(&self, anaphor: Anaphor<'_, '_>, left_out: &[Option<EntityId>]) -> Rivals<'_> {
        let mut rivals = Rivals::new();
        self.attention
            .add_rivals(&self.entities, &mut rivals, |id, entity| {
                match left_out.contains(&Some(id)) {
                    true => 0.0,
                    false => self.attention.fit(id, entity, anaphor.gender),
                }
            });
        rivals
    }

    /// Whom "his" means within a phrase.
    pub(super) fn owner_by_pronoun(
        &mut self,
        number: MentionId,
        mention: &Mention,
    ) -> Option<(EntityId, Margin)> {
        let analysis = self.analysis;
        if mention.kind == MentionKind::Pronoun {
            return None;
        }
        let mut within = mention.first.up_to(mention.head);
        let possessive_at = within.find(|&at| analysis.word(at).tag == Tag::Possessive)?;
        let gender = possessive(analysis, possessive_at)?;
        let anaphor = Anaphor {
            analysis,
            number,
            mention,
            gender: Some(gender),
            is_possessive: true,
        };
        let (owner, margin) = self.ranked_antecedent(anaphor, &[])?;
        if analysis.enclosing[mention.chunk.index()].is_none() {
            self.attention
                .note_possessive(analysis, (number, mention), (owner, gender));
        }
        Some((owner, margin))
    }

    /// Whether a colon or a quotation stands right after a pronoun and its verb: “It read: “Dear Lucy””.
    fn leads_to_quotation(&self, mention: &Mention) -> bool {
        let verb = self.analysis.next_sibling(mention.chunk);
        let after = verb.and_then(|verb| self.analysis.next_sibling(verb));
        after.is_some_and(|after| {
            matches!(
                self.analysis.chunk(after).kind,
                ChunkKind::Colon | ChunkKind::Opening(_)
            )
        })
    }

    /// Whether neither a name nor a pronoun told somebody's gender, who has a given name: singular "they".
    fn may_be_they(&self, id: EntityId, entity: &Entity) -> bool {
        entity.nature == Nature::Person
            && entity.gender.is_none()
            && self.attention.spoken_as.last(id).is_none()
            && self
                .first_of_name(id)
                .is_some_and(|(first, words)| words > 1 && first.is(Class::GivenName))
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
        let Some(ChunkKind::Opening(quote)) =
            quote.filter(|_| salience::has_strong_verb_beside(analysis, mention))
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
        for (position, (number, _)) in spoken_of.iter_mut().zip(within) {
            *position = self.entities.of_mention(number);
        }
        spoken_of
    }

    pub(super) fn most_salient(
        &self,
        fit: impl Fn(EntityId, &Entity) -> f32,
    ) -> Option<(EntityId, Margin)> {
        let best = self.ranked(fit);
        Some((best.id?, best.margin()))
    }

    /// The most salient one, unless another is nearly as salient or it is hardly remembered.
    pub(super) fn most_salient_by_far(
        &self,
        vivid: f32,
        fit: impl Fn(EntityId, &Entity) -> f32,
    ) -> Option<(EntityId, Margin)> {
        let best = self.ranked(fit);
        let by_far = best.score >= vivid && best.score >= MIN_LEAD * best.second;
        Some((best.id.filter(|_| by_far)?, best.margin()))
    }

    fn ranked(&self, fit: impl Fn(EntityId, &Entity) -> f32) -> Ranked {
        let mut ranked = Ranked::default();
        for (id, weight) in self.attention.salience.iter() {
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
