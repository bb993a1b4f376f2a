//! The features of each candidate speaker of a line.

use enumset::{EnumSet, enum_set};

use super::chain::LineCandidate;
use super::context::{CONVERSATION, LineContext};
use super::feature::LineFeature;
use super::introductions::Introductions;
use super::line::{CuedSource, DialogueLine};
use super::line_position::LinePosition;
use super::referent::Referent;
use super::shortlist::Shortlist;
use crate::entity::Entities;
use crate::ids::EntityId;
use crate::kinds::Gender;
use crate::model::FeatureSet;
use crate::share::Share;

/// How many of the persons, by how often the text names them, are frequent. Chosen, as the number that follows,
/// with the novels of `weights/MODEL.md` in view.
const FREQUENT: usize = 6;
/// The fewest cues of somebody whom cues name often.
const OFTEN: u32 = 10;

/// What is true of each person at every line: one set per person, indexed by `EntityId`. `cued` are those whom the cues of
/// the lines probably name.
pub(super) fn at_every_line(
    entities: &Entities<'_>,
    cued: &[Option<EntityId>],
    introductions: &Introductions,
) -> Vec<EnumSet<LineFeature>> {
    use LineFeature::*;
    let count = entities.len();
    let mut cues = vec![0; count];
    for person in cued.iter().flatten() {
        cues[person.index()] += 1;
    }
    let mut by_frequency: Vec<EntityId> = EntityId::all(count).collect();
    by_frequency.sort_by_key(|&person| (std::cmp::Reverse(entities.get(person).mentions), person));
    let mut features = vec![EnumSet::empty(); count];
    for (rank, id) in by_frequency.into_iter().enumerate() {
        let set = &mut features[id.index()];
        let person = entities.get(id);
        let narrates = entities.narrator == Some(id);
        set.add(match rank {
            0 => MostFrequent,
            1..FREQUENT => Frequent,
            _ => Seldom,
        });
        match cues[id.index()] {
            0 => set.add(NeverCued),
            1 => set.add(CuedOnce),
            2..OFTEN => {}
            _ => set.add(CuedOften),
        }
        set.add_if(!person.is_named && !narrates, Unnamed);
        set.add_if(person.is_plural, Several);
        set.add_if(!introductions.is_narrated(id) && !narrates, OnlyInSpeech);
        set.add_if(narrates, Narrator);
    }
    features
}

/// The most tokens of a short line, its stops counted. Chosen, as the two shares that follow, with the novels of
/// `weights/MODEL.md` in view.
const SHORT: u32 = 9;
/// The share of lines that are short beyond which a text has short lines.
const SHORT_LINES: Share = Share::HALF;
/// The share of lines with a cue below which a text has few.
const FEW_CUES: Share = Share::of(2, 5);

/// How the text is told: how long its lines are, and how often it says who speaks.
pub(super) fn style(lines: &[DialogueLine]) -> EnumSet<LineFeature> {
    let short = lines.iter().filter(|line| line.length <= SHORT).count();
    let cued = lines
        .iter()
        .filter(|line| line.possible_source().is_some())
        .count();
    let mut set = EnumSet::empty();
    set.add_if(
        SHORT_LINES.is_exceeded(short, lines.len()),
        LineFeature::ShortLines,
    );
    set.add_if(
        !FEW_CUES.is_reached(cued, lines.len()),
        LineFeature::FewCues,
    );
    set
}

/// The candidates on the list with their features, beside a line whose cue surely names its speaker.
pub(super) fn beside_name(
    context: &LineContext<'_>,
    shortlist: &Shortlist,
    source: CuedSource,
) -> Vec<LineCandidate> {
    use LineFeature::*;
    const CUED: EnumSet<LineFeature> = enum_set!(NeverCued | CuedOnce | CuedOften);
    with_features(shortlist, |person| {
        if source.referent != Referent::Entity(person) {
            return enum_set!(LineNamed);
        }
        let mut set = context.at_every_line[person.index()] & CUED;
        set.add(if source.is_certain() {
            LineNamesCertainly
        } else {
            LineNamesSurely
        });
        let is_name = context.input.mention(source.mention).is_named();
        set.add_if(source.is_certain() && is_name, LineNamesProperly);
        set.add_if(context.line.called.contains(&person), CalledHere);
        set
    })
}

/// The candidates on the list with their features.
pub(super) fn describe(context: &LineContext<'_>, shortlist: &Shortlist) -> Vec<LineCandidate> {
    let position = context.position();
    let candidates = with_features(shortlist, |person| {
        let mut set = context.at_every_line[person.index()] | context.style | position;
        context.describe_source(person, &mut set);
        context.describe_beats(person, &mut set);
        set
    });
    let mut described = GatheredCandidates {
        shortlist,
        candidates,
    };
    context.describe_antecedents(&mut described);
    context.describe_anaphors(&mut described);
    context.describe_mentions(&mut described);
    context.describe_calls(&mut described);
    context.describe_conversation(&mut described);
    described.candidates
}

fn with_features(
    shortlist: &Shortlist,
    features: impl Fn(EntityId) -> EnumSet<LineFeature>,
) -> Vec<LineCandidate> {
    let candidates = shortlist.iter().map(|person| LineCandidate {
        person,
        features: features(person),
    });
    candidates.collect()
}

/// The candidates of a line while their features are gathered.
pub(super) struct GatheredCandidates<'a> {
    shortlist: &'a Shortlist,
    /// In the order of the list.
    pub(super) candidates: Vec<LineCandidate>,
}

impl GatheredCandidates<'_> {
    /// Adds a feature of some persons, those of them who are candidates.
    pub(super) fn add(
        &mut self,
        persons: impl IntoIterator<Item = EntityId>,
        feature: LineFeature,
    ) {
        for person in persons {
            if let Some(position) = self.shortlist.position(person) {
                self.candidates[position].features.add(feature);
            }
        }
    }
}

/// How many paragraphs ago narration named somebody, at most, who is named now, recently, far off. Chosen with the novels
/// of `weights/MODEL.md` in view.
const NOW: usize = 1;
const RECENTLY: usize = 5;
const FAR: usize = 20;

/// The features that a subject of narration beside a line gives to a candidate.
struct BeatFeatures {
    own: LineFeature,
    agrees: LineFeature,
    disagrees: LineFeature,
}

impl LineContext<'_> {
    /// Where the line stands, which bears on how much all else tells.
    fn position(&self) -> EnumSet<LineFeature> {
        use LineFeature::*;
        let line = self.line;
        let position = LinePosition::of(self.input, line);
        let end_before = self.before(1).map(|before| before.last_paragraph);
        let goes_on = end_before == Some(line.first_paragraph);
        let is_next = end_before.is_some_and(|end| end.next() == line.first_paragraph);
        let mut set = EnumSet::empty();
        set.add_if(!position.led && !position.trailed, LineAlone);
        set.add_if(position.led && !goes_on, LineLed);
        set.add_if(
            position.trailed && line.possible_source().is_none(),
            LineTrailed,
        );
        set.add_if(goes_on, LineGoesOn);
        set.add(if is_next {
            LineAfterLine
        } else {
            LineAfterNarration
        });
        set
    }

    /// What the source of the cue tells of a person.
    fn describe_source(&self, person: EntityId, set: &mut EnumSet<LineFeature>) {
        use LineFeature::*;
        let narrates = self.narrates(person);
        let Some(source) = self.line.source else {
            set.add(LineUncued);
            return;
        };
        match source.referent {
            Referent::Entity(named) if self.narrates(named) && source.is_possible() => {
                set.add(if narrates {
                    LineNarrates
                } else {
                    LineNotNarrator
                });
            }
            Referent::Entity(named) => {
                set.add(if source.is_possible() {
                    LineNamed
                } else {
                    LineUncued
                });
                if named == person {
                    set.add(match source {
                        source if source.is_certain() => LineNamesCertainly,
                        source if source.is_sure() => LineNamesSurely,
                        source if source.is_fair() => LineNames,
                        _ => LineNamesPerhaps,
                    });
                }
                set.add_if(narrates && source.is_possible(), LineNarratorElse);
                if !self.entities.get(named).is_named && source.is_possible() {
                    self.describe_description(person, named, set);
                }
            }
            Referent::Pronoun(gender) if source.is_possible() => {
                set.add(LinePronoun);
                set.add_if(narrates, LineNarratorElse);
                set.add(match self.entities.get(person).gender {
                    None => LinePronounOpen,
                    Some(own) if own == gender => LinePronounAgrees,
                    Some(_) => LinePronounDisagrees,
                });
            }
            Referent::Other if source.is_possible() => set.add(LineOther),
            _ => set.add(LineUncued),
        }
    }

    /// What a description in the cue tells of a person: it may mean somebody who has a name.
    fn describe_description(
        &self,
        person: EntityId,
        described: EntityId,
        set: &mut EnumSet<LineFeature>,
    ) {
        use LineFeature::*;
        let description = self.entities.get(described);
        if described == person {
            set.add_if(description.is_kin, LineKin);
            return;
        }
        set.add(
            match (description.gender, self.entities.get(person).gender) {
                _ if description.owner == Some(person) => LineDescribesDisagrees,
                (Some(asked), Some(own)) if asked != own => LineDescribesDisagrees,
                (Some(_), Some(_)) if description.is_kin => LineKinAgrees,
                (Some(_), Some(_)) => LineDescribesAgrees,
                _ => LineDescribesOpen,
            },
        );
    }

    /// What narration beside the line tells of a person.
    fn describe_beats(&self, person: EntityId, set: &mut EnumSet<LineFeature>) {
        use LineFeature::*;
        let beats = &self.beats;
        let before = BeatFeatures {
            own: BeatBefore,
            agrees: BeatBeforeAgrees,
            disagrees: BeatBeforeDisagrees,
        };
        let after = BeatFeatures {
            own: BeatAfter,
            agrees: BeatAfterAgrees,
            disagrees: BeatAfterDisagrees,
        };
        self.describe_beat(person, beats.before, before, set);
        self.describe_beat(person, beats.after, after, set);
        let own = Referent::Entity(person);
        set.add_if(beats.narrated_before == own, SubjectBefore);
        set.add_if(beats.narrated_after == own, SubjectAfter);
        set.add_if(beats.first == own, BeatFirst);
        match beats.only {
            Some(only) if only == person => set.add(BeatOnly),
            Some(_) => set.add(BeatOnlyOther),
            None => {}
        }
        set.add_if(beats.narrated_only == Some(person), NarratedOnly);
    }

    fn describe_beat(
        &self,
        person: EntityId,
        subject: Referent,
        features: BeatFeatures,
        set: &mut EnumSet<LineFeature>,
    ) {
        match subject {
            Referent::Entity(named) if named == person => set.add(features.own),
            Referent::Entity(_) => set.add(LineFeature::BeatOfOther),
            Referent::Pronoun(asked) => match self.entities.get(person).gender {
                Some(own) if own == asked => set.add(features.agrees),
                Some(_) => set.add(features.disagrees),
                None => {}
            },
            Referent::Other | Referent::Unknown => {}
        }
    }

    /// Whom the pronoun in the cue or beside the line may mean.
    fn describe_antecedents(&self, described: &mut GatheredCandidates<'_>) {
        use LineFeature::*;
        let here = self.line.first_paragraph;
        let [first, second] = self.scene_cast.salient(described.shortlist, here);
        described.add(first, Salient);
        described.add(second, SalientSecond);
        if let Some(gender) = self.pronoun() {
            let antecedents = self
                .scene_cast
                .antecedents(gender, described.shortlist, here);
            described.add(antecedents.nearest, LinePronounNearest);
            described.add(antecedents.subject, LinePronounSubject);
            described.add(antecedents.salient, LinePronounSalient);
            described.add(antecedents.only, LinePronounOnly);
        }
    }

    /// When narration named them.
    fn describe_mentions(&self, described: &mut GatheredCandidates<'_>) {
        use LineFeature::*;
        const NAMED: EnumSet<LineFeature> =
            enum_set!(NamedLast | NamedSecondLast | NamedThirdLast | NamedEarlier);
        let mut ranks = [NamedLast, NamedSecondLast, NamedThirdLast].into_iter();
        for participant in self.scene_cast.latest_first() {
            let Some(position) = described.shortlist.position(participant.person) else {
                continue;
            };
            let set = &mut described.candidates[position].features;
            let ago = self.line.first_paragraph.since(participant.paragraph);
            set.add_if(ago == 0, NamedBeside);
            let since = |line: &DialogueLine| participant.entered >= line.closing;
            set.add_if(self.before.last().is_none_or(since), CameIn);
            set.add(match ago {
                _ if ago <= NOW => NamedNow,
                _ if ago <= RECENTLY => NamedRecently,
                _ if ago <= FAR => NamedFar,
                _ => NamedLongAgo,
            });
            set.add(ranks.next().unwrap_or(NamedEarlier));
        }
        for LineCandidate { features, .. } in &mut described.candidates {
            features.add_if(features.is_disjoint(NAMED), NamedLater);
        }
    }

    /// Whom the line and those around it call, and of whom they speak.
    fn describe_calls(&self, described: &mut GatheredCandidates<'_>) {
        use LineFeature::*;
        let line = self.line;
        described.add(line.called.iter().copied(), CalledHere);
        described.add(line.mentioned.iter().copied(), NamedHere);
        described.add(line.addressee, AddressedHere);
        if let Some(before) = self.turn_before() {
            described.add(before.called.iter().copied(), CalledBefore);
            described.add(before.mentioned.iter().copied(), NamedInLineBefore);
            described.add(before.addressee, AddressedBefore);
        }
        if let Some(before) = self.before(2) {
            described.add(before.called.iter().copied(), CalledTwoBefore);
        }
        if let Some(next) = self.turn_after() {
            described.add(next.called.iter().copied(), CalledNext);
            described.add(next.mentioned.iter().copied(), NamedInNextLine);
        }
        let calls = [
            (Some(line), CallsOwnGender, CallsOtherGender),
            (
                self.turn_before(),
                GenderCalledBefore,
                OtherGenderCalledBefore,
            ),
            (self.turn_after(), GenderCalledNext, OtherGenderCalledNext),
        ];
        for (line, own, other) in calls {
            if let Some(called) = line.and_then(|line| line.called_gender) {
                self.describe_called_gender(called, [own, other], described);
            }
        }
    }

    /// Gives each candidate of known gender the first feature if a line calls somebody of it, else the
    /// second.
    fn describe_called_gender(
        &self,
        called: Gender,
        [own, other]: [LineFeature; 2],
        described: &mut GatheredCandidates<'_>,
    ) {
        for candidate in &mut described.candidates {
            if let Some(gender) = self.entities.get(candidate.person).gender {
                let feature = if gender == called { own } else { other };
                candidate.features.add(feature);
            }
        }
    }

    /// Whom the cues beside the lines around name, and who probably spoke those before.
    fn describe_conversation(&self, described: &mut GatheredCandidates<'_>) {
        use LineFeature::*;
        let before = self.cued_before.iter().rev().take(CONVERSATION);
        described.add(before.copied().flatten(), CuedBefore);
        let guessed = self.first_guess.speakers.iter().rev().take(CONVERSATION);
        described.add(guessed.copied().flatten(), SpokeBefore);
        let after = self.cued_after.iter().take(CONVERSATION);
        described.add(after.copied().flatten(), CuedAfter);
    }
}
