//! What the pronouns beside a line tell of each candidate: whom they mean, by what the text has told of all.

use super::candidate_features::GatheredCandidates;
use super::context::LineContext;
use super::feature::LineFeature;
use crate::entity::Likely;
use crate::ids::{EntityId, MentionId};
use crate::kinds::Gender;
use crate::model::FeatureSet;

/// How probable somebody is, at least, whom a pronoun surely and probably means, and who may be meant beside another. By choice:
/// the fit decides what each is worth.
const SURELY: f32 = 0.9;
const PROBABLY: f32 = 0.6;
const POSSIBLY: f32 = 0.1;

impl LineContext<'_> {
    /// Whom the pronouns in the cue and beside the line mean.
    pub(super) fn describe_anaphors(&self, described: &mut GatheredCandidates<'_>) {
        use LineFeature::*;
        self.describe_anaphor(described);
        let anaphors = self.beats.anaphors;
        if let Some(meant) = self.meant(anaphors.before) {
            for candidate in &mut described.candidates {
                candidate.features.add(match candidate.person == meant {
                    true => BeatBeforeMeans,
                    false => BeatBeforeMeansOther,
                });
            }
        }
        described.add(self.meant(anaphors.first), BeatFirstMeans);
        described.add(self.meant(anaphors.narrated_before), SubjectBeforeMeans);
        for gender in [Gender::Male, Gender::Female] {
            described.add(self.scene_cast.last_pronoun(gender), PronounLast);
        }
    }

    /// Whom the pronoun in the cue or beside the line may mean, each with its probability, the likeliest first.
    pub(super) fn likely(&self) -> &Likely {
        self.likely.get_or_init(|| {
            let anaphor = self.anaphor();
            anaphor.map_or_else(Likely::new, |anaphor| self.scene_cast.likely(anaphor))
        })
    }

    /// The pronoun in the cue or, without a cue, the one that is a subject beside the line.
    fn anaphor(&self) -> Option<MentionId> {
        let anaphors = self.beats.anaphors;
        match self.line.possible_source() {
            Some(source) => source.referent.gender().map(|_| source.mention),
            None => anaphors.before.or(anaphors.after),
        }
    }

    /// How probably the pronoun in the cue or beside the line means each candidate.
    fn describe_anaphor(&self, described: &mut GatheredCandidates<'_>) {
        use LineFeature::*;
        let likely = self.likely();
        if likely.is_empty() {
            return;
        }
        for candidate in &mut described.candidates {
            let rank = likely
                .iter()
                .position(|&(person, _)| person == candidate.person);
            let found = rank.map(|rank| (rank, likely[rank].1));
            candidate.features.add(match found {
                Some((0, SURELY..)) => LineMeansSurely,
                Some((0, PROBABLY..)) => LineMeans,
                Some((0, _)) => LineMeansPerhaps,
                Some((_, POSSIBLY..)) => LineMeansSecond,
                Some(_) => LineMeansHardly,
                None => LineMeansOther,
            });
        }
    }

    /// Whom a pronoun most probably means.
    fn meant(&self, anaphor: Option<MentionId>) -> Option<EntityId> {
        let likely = self.scene_cast.likely(anaphor?);
        likely.first().map(|&(person, _)| person)
    }
}
