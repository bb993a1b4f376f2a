//! What speaks for each of those who could speak a line.

use super::super::evidence::{EvidenceKind, EvidenceSet};
use super::candidates::Around;
use super::cue_counts::CueCounts;
use super::line::{Line, Told, Who};
use super::shortlist::Shortlist;
use super::turn::Alternative;
use crate::entity::novel::Persons;
use crate::ids::EntityId;
use crate::kinds::Gender;

/// So many lines before and behind tell who is in the conversation.
const TELLING: usize = 8;
/// How many of the persons, by how often the text names them, are frequent.
const FREQUENT: usize = 6;

/// Beside the persons: what is true of them at every line.
pub(super) fn standing(persons: &Persons, cue_counts: &CueCounts) -> Vec<EvidenceSet> {
    use EvidenceKind::*;
    let mut by_frequency: Vec<EntityId> = EntityId::all(persons.all.len()).collect();
    by_frequency.sort_by_key(|&person| (std::cmp::Reverse(persons.get(person).mentions), person));
    let mut standing = vec![EvidenceSet::default(); persons.all.len()];
    for (rank, person) in by_frequency.into_iter().enumerate() {
        let set = &mut standing[person.index()];
        let who = persons.get(person);
        let narrates = persons.narrator == Some(person);
        set.add(match rank {
            0 => MostFrequent,
            1..FREQUENT => Frequent,
            _ => Seldom,
        });
        match cue_counts.counts[person.index()] {
            0 => set.add(NeverTold),
            1 => set.add(ToldOnce),
            2..=9 => {}
            _ => set.add(ToldOften),
        }
        set.add_if(!who.is_named && !narrates, Unnamed);
        set.add_if(who.is_plural, Several);
        set.add_if(narrates, Narrator);
    }
    standing
}

/// Those on a list with their evidence.
struct Described<'a> {
    shortlist: &'a Shortlist,
    /// In the order of the list.
    candidates: Vec<Alternative>,
}

impl Described<'_> {
    /// Adds to the evidence of some persons, if they are on the list.
    fn add<'p>(&mut self, persons: impl IntoIterator<Item = &'p EntityId>, kind: EvidenceKind) {
        for &person in persons {
            if let Some(place) = self.shortlist.place(person) {
                self.candidates[place].evidence.add(kind);
            }
        }
    }
}

fn listed(shortlist: &Shortlist, evidence: impl Fn(EntityId) -> EvidenceSet) -> Vec<Alternative> {
    let persons = shortlist.persons.iter();
    persons
        .map(|&person| Alternative {
            person,
            evidence: evidence(person),
        })
        .collect()
}

impl Around<'_> {
    /// Those on the list with their evidence, beside a line whose cue names the speaker.
    pub(super) fn beside_name(&self, shortlist: &Shortlist, told: Told) -> Vec<Alternative> {
        use EvidenceKind::*;
        const TELLS: EvidenceSet = EvidenceSet::of(&[NeverTold, ToldOnce, ToldOften]);
        let evidence = |person: EntityId| {
            if told.who != Who::Person(person) {
                return EvidenceSet::of(&[LineNamed]);
            }
            let mut set = self.standing[person.index()].both(TELLS);
            set.add(if told.share > 0.97 {
                LineNamesCertainly
            } else {
                LineNamesSurely
            });
            set.add_if(self.line().called.contains(&person), CalledHere);
            set
        };
        listed(shortlist, evidence)
    }

    /// Those on the list with their evidence.
    pub(super) fn alternatives(&self, shortlist: &Shortlist) -> Vec<Alternative> {
        let evidence = |person: EntityId| {
            let mut set = self.standing[person.index()];
            self.told(person, &mut set);
            self.beats(person, &mut set);
            set
        };
        let mut described = Described {
            shortlist,
            candidates: listed(shortlist, evidence),
        };
        self.meant(&mut described);
        self.named(&mut described);
        self.spoken(&mut described);
        self.telling(&mut described);
        described.candidates
    }

    /// What the cue tells.
    fn told(&self, person: EntityId, set: &mut EvidenceSet) {
        use EvidenceKind::*;
        let narrates = self.persons.narrator == Some(person);
        let Some(told) = self.line().told else {
            set.add(LineUncued);
            return;
        };
        match told.who {
            Who::Person(named) if self.persons.narrator == Some(named) && told.share > 0.3 => {
                set.add(if narrates {
                    LineNarrates
                } else {
                    LineNotNarrator
                });
            }
            Who::Person(named) => {
                set.add(if told.share > 0.3 {
                    LineNamed
                } else {
                    LineUncued
                });
                if named == person {
                    set.add(match told.share {
                        share if share > 0.97 => LineNamesCertainly,
                        share if share > 0.8 => LineNamesSurely,
                        share if share > 0.4 => LineNames,
                        _ => LineNamesPerhaps,
                    });
                }
                set.add_if(narrates && told.share > 0.3, LineNarratorElse);
                if !self.persons.get(named).is_named && told.share > 0.3 {
                    self.described(person, named, set);
                }
            }
            Who::Agreeing(gender) if told.share > 0.3 => {
                set.add(LinePronoun);
                set.add_if(narrates, LineNarratorElse);
                set.add(match self.persons.get(person).gender {
                    None => LinePronounOpen,
                    Some(own) if own == gender => LinePronounAgrees,
                    Some(_) => LinePronounDisagrees,
                });
            }
            Who::Other if told.share > 0.3 => set.add(LineOther),
            _ => set.add(LineUncued),
        }
    }

    /// What a description in the cue tells: it may mean somebody who has a name.
    fn described(&self, person: EntityId, described: EntityId, set: &mut EvidenceSet) {
        use EvidenceKind::*;
        let by = self.persons.get(described);
        if described == person {
            set.add_if(by.is_kin, LineKin);
            return;
        }
        set.add(match (by.gender, self.persons.get(person).gender) {
            _ if by.owner == Some(person) => LineDescribesDisagrees,
            (Some(asked), Some(own)) if asked != own => LineDescribesDisagrees,
            (Some(_), Some(_)) if by.is_kin => LineKinAgrees,
            (Some(_), Some(_)) => LineDescribesAgrees,
            _ => LineDescribesOpen,
        });
    }

    /// Whom the pronoun in the cue or beside the line may mean.
    fn meant(&self, described: &mut Described<'_>) {
        use EvidenceKind::*;
        let here = self.line().first_paragraph;
        let [first, second] = self.stage.salient(described.shortlist, here);
        described.add(&first, Salient);
        described.add(&second, SalientSecond);
        if let Some(gender) = self.pronoun() {
            let meant = self.stage.meant(gender, described.shortlist, here);
            described.add(&meant.nearest, LinePronounNearest);
            described.add(&meant.subject, LinePronounSubject);
            described.add(&meant.salient, LinePronounSalient);
            described.add(&meant.only, LinePronounOnly);
        }
    }

    /// The gender of the pronoun in the cue or, without a cue, of the one that is a subject beside the line.
    fn pronoun(&self) -> Option<Gender> {
        let of = |who: Who| match who {
            Who::Agreeing(gender) => Some(gender),
            _ => None,
        };
        match self.line().told.filter(|told| told.share > 0.3) {
            Some(told) => of(told.who),
            None => of(self.beats.before).or_else(|| of(self.beats.behind)),
        }
    }

    /// What narration beside the line tells.
    fn beats(&self, person: EntityId, set: &mut EvidenceSet) {
        use EvidenceKind::*;
        let gender = self.persons.get(person).gender;
        let mut add = |who: Who,
                       own: EvidenceKind,
                       agrees: EvidenceKind,
                       disagrees: EvidenceKind| match who {
            Who::Person(named) => set.add(if named == person { own } else { BeatOfOther }),
            Who::Agreeing(asked) => match gender {
                Some(known) if known == asked => set.add(agrees),
                Some(_) => set.add(disagrees),
                None => {}
            },
            Who::Other | Who::Nobody => {}
        };
        add(
            self.beats.before,
            BeatBefore,
            BeatBeforeAgrees,
            BeatBeforeDisagrees,
        );
        add(
            self.beats.behind,
            BeatBehind,
            BeatBehindAgrees,
            BeatBehindDisagrees,
        );
        let is = |who: Who| who == Who::Person(person);
        set.add_if(is(self.beats.narrated_before), SubjectBefore);
        set.add_if(is(self.beats.narrated_behind), SubjectBehind);
    }

    /// When narration named them.
    fn named(&self, described: &mut Described<'_>) {
        use EvidenceKind::*;
        const NAMED: EvidenceSet =
            EvidenceSet::of(&[NamedLast, NamedSecondLast, NamedThirdLast, NamedEarlier]);
        let mut rank = 0;
        for mention in self.stage.mentions.iter().rev() {
            let Some(place) = described.shortlist.place(mention.person) else {
                continue;
            };
            let set = &mut described.candidates[place].evidence;
            let ago = self.line().first_paragraph.since(mention.paragraph);
            set.add_if(ago == 0, NamedBeside);
            set.add(match ago {
                0..=1 => NamedNow,
                2..=5 => NamedNear,
                6..=20 => NamedFar,
                _ => NamedLongAgo,
            });
            set.add(match rank {
                0 => NamedLast,
                1 => NamedSecondLast,
                2 => NamedThirdLast,
                _ => NamedEarlier,
            });
            rank += 1;
        }
        for Alternative { evidence, .. } in &mut described.candidates {
            evidence.add_if(!evidence.has_any(NAMED), NamedLater);
        }
    }

    /// What the lines around say of them.
    fn spoken(&self, described: &mut Described<'_>) {
        use EvidenceKind::*;
        let line = self.line();
        described.add(&line.called, CalledHere);
        described.add(&line.named, NamedHere);
        described.add(&line.addressee, AddressedHere);
        if let Some(before) = self.before_turn() {
            described.add(&before.called, CalledBefore);
            described.add(&before.named, NamedInLineBefore);
            described.add(&before.addressee, AddressedBefore);
        }
        if let Some(before) = self.before(2) {
            described.add(&before.called, CalledTwoBefore);
        }
        if let Some(next) = self.next_turn() {
            described.add(&next.called, CalledNext);
            described.add(&next.named, NamedInNextLine);
        }
        let mut calls = |line: Option<&Line>, own: EvidenceKind, other: EvidenceKind| {
            let Some(called) = line.and_then(|line| line.calls) else {
                return;
            };
            for one in &mut described.candidates {
                if let Some(gender) = self.persons.get(one.person).gender {
                    one.evidence.add(if gender == called { own } else { other });
                }
            }
        };
        calls(Some(line), CallsOwnGender, CallsOtherGender);
        calls(
            self.before_turn(),
            GenderCalledBefore,
            OtherGenderCalledBefore,
        );
        calls(self.next_turn(), GenderCalledNext, OtherGenderCalledNext);
    }

    /// Whom the cues beside the lines around name.
    fn telling(&self, described: &mut Described<'_>) {
        let of_line = &self.cue_counts.of_line;
        let before = &of_line[self.at.saturating_sub(TELLING)..self.at];
        described.add(before.iter().flatten(), EvidenceKind::ToldBefore);
        let first_guess = &self.first_guess.speakers[self.at.saturating_sub(TELLING)..];
        described.add(first_guess.iter().flatten(), EvidenceKind::HeardBefore);
        let end = of_line.len().min(self.at + 1 + TELLING);
        let behind = &of_line[self.at + 1..end];
        described.add(behind.iter().flatten(), EvidenceKind::ToldBehind);
    }

    /// The last line of another paragraph before.
    fn before_turn(&self) -> Option<&Line> {
        let line = self.line();
        self.lines[..self.at]
            .iter()
            .rev()
            .take(4)
            .find(|before| before.last_paragraph < line.first_paragraph)
    }

    /// The next line of another paragraph.
    fn next_turn(&self) -> Option<&Line> {
        let line = self.line();
        self.lines[self.at + 1..]
            .iter()
            .take(4)
            .find(|next| next.first_paragraph > line.last_paragraph)
    }
}
