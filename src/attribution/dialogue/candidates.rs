//! Who could speak each line, and what speaks for it.

use super::super::Scene;
use super::super::evidence::{EvidenceKind, EvidenceSet};
use super::line::{Line, Told, Who};
use super::stage::{Beats, Meant, Stage};
use super::tellers::Tellers;
use super::turn::{ROOM, Turn};
use crate::reading::{Reading, Shape};
use crate::speaker::novel::Persons;

/// How many of those on the stage are candidates, and how many in all.
const ON_STAGE: usize = 8;
const CANDIDATES: usize = 14;
const _: () = assert!(CANDIDATES < ROOM);
/// How many lines ahead a named speaker is a candidate, and how many paragraphs.
const LINES_AHEAD: usize = 6;
const PARAGRAPHS_AHEAD: u32 = 12;
/// Over so many paragraphs of narration no conversation goes on.
const SILENCE: u32 = 30;
/// So many lines before and behind tell who is in the conversation.
const TELLING: usize = 8;
/// How many of the persons, by how often the text names them, are frequent.
const FREQUENT: usize = 6;

/// The turns of all lines.
pub(super) fn turns(scene: &Scene<'_>, persons: &Persons, lines: &[Line]) -> Vec<Turn> {
    let frequent = frequent(persons);
    let tellers = Tellers::of(persons, lines);
    let mut stage = Stage::new(scene, persons);
    let mut turns = Vec::with_capacity(lines.len());
    for at in 0..lines.len() {
        stage.read_to(lines[at].opening);
        let around = Around {
            reading: scene.reading,
            persons,
            lines,
            at,
            beats: stage.beats(
                &lines[at],
                at.checked_sub(1).map_or(0, |before| lines[before].closing),
                lines.get(at + 1),
            ),
            stage: &stage,
            frequent: &frequent,
            tellers: &tellers,
        };
        turns.push(around.turn());
    }
    turns
}

/// The persons whom the text names most often.
fn frequent(persons: &Persons) -> Vec<u32> {
    let mut all: Vec<u32> = (0..persons.all.len() as u32).collect();
    all.sort_by_key(|&person| (std::cmp::Reverse(persons.get(person).mentions), person));
    all.truncate(FREQUENT);
    all
}

struct Around<'a> {
    reading: &'a Reading<'a>,
    persons: &'a Persons,
    lines: &'a [Line],
    at: usize,
    beats: Beats,
    stage: &'a Stage<'a>,
    frequent: &'a [u32],
    tellers: &'a Tellers,
}

impl Around<'_> {
    fn line(&self) -> &Line {
        &self.lines[self.at]
    }

    fn before(&self, steps: usize) -> Option<&Line> {
        self.at.checked_sub(steps).map(|at| &self.lines[at])
    }

    fn next(&self) -> Option<&Line> {
        self.lines.get(self.at + 1)
    }

    fn turn(&self) -> Turn {
        let persons = self.candidates();
        let evidence = match self.named_surely() {
            Some(told) => persons
                .iter()
                .map(|&person| self.beside_name(person, told))
                .collect(),
            None => {
                let here = self.line().first_paragraph;
                let salient = self.stage.salient(&persons, here);
                let meant = match self.line().told.map(|told| told.who) {
                    Some(Who::Agreeing(gender)) => self.stage.meant(gender, &persons, here),
                    _ => Meant::default(),
                };
                persons
                    .iter()
                    .map(|&person| self.evidence(person, &persons, salient, meant))
                    .collect()
            }
        };
        let (context, starts) = self.context();
        Turn {
            persons,
            evidence,
            context,
            starts,
        }
    }

    fn candidates(&self) -> Vec<u32> {
        let mut list: Vec<u32> = Vec::with_capacity(CANDIDATES);
        let mut add = |person: u32, sure: bool| {
            if list.len() < CANDIDATES
                && !list.contains(&person)
                && (sure || self.persons.get(person).is_person)
            {
                list.push(person);
            }
        };
        let line = self.line();
        if let Some(Who::Person(person)) = line.told.map(|told| told.who) {
            add(person, true);
        }
        for who in [self.beats.before, self.beats.behind] {
            if let Who::Person(person) = who {
                add(person, false);
            }
        }
        if let Some(narrator) = self.persons.narrator {
            add(narrator, true);
        }
        for near in [self.before(1), self.next(), self.before(2)]
            .into_iter()
            .flatten()
        {
            near.called
                .iter()
                .take(2)
                .for_each(|&person| add(person, false));
            if let Some(Who::Person(person)) = near
                .told
                .filter(|told| told.share > 0.5)
                .map(|told| told.who)
            {
                add(person, true);
            }
            if let Some(person) = near.addressee {
                add(person, false);
            }
        }
        for actor in self.stage.actors.iter().rev().take(ON_STAGE) {
            add(actor.person, false);
        }
        for ahead in self.lines[self.at + 1..].iter().take(LINES_AHEAD) {
            if ahead.first_paragraph > line.last_paragraph + PARAGRAPHS_AHEAD {
                break;
            }
            if let Some(Who::Person(person)) = ahead
                .told
                .filter(|told| told.share > 0.5)
                .map(|told| told.who)
            {
                add(person, false);
            }
        }
        list
    }

    /// The name that the cue beside the line tells, if hardly anything could speak against it.
    fn named_surely(&self) -> Option<Told> {
        self.line().told.filter(|told| match told.who {
            Who::Person(person) => {
                let who = self.persons.get(person);
                told.share > 0.8 && who.is_named && self.persons.narrator != Some(person)
            }
            _ => false,
        })
    }

    /// The evidence beside such a name.
    fn beside_name(&self, person: u32, told: Told) -> EvidenceSet {
        use EvidenceKind::*;
        let mut set = EvidenceSet::default();
        if told.who == Who::Person(person) {
            set.add(if told.share > 0.97 {
                LineNamesCertainly
            } else {
                LineNamesSurely
            });
            set.add_if(self.line().called.contains(&person), CalledHere);
            self.tells(person, &mut set);
        } else {
            set.add(LineNamed);
        }
        set
    }

    fn evidence(
        &self,
        person: u32,
        all: &[u32],
        salient: [Option<u32>; 2],
        meant: Meant,
    ) -> EvidenceSet {
        let mut set = EvidenceSet::default();
        set.add_if(salient[0] == Some(person), EvidenceKind::Salient);
        set.add_if(salient[1] == Some(person), EvidenceKind::SalientSecond);
        self.told(person, meant, &mut set);
        self.beats(person, &mut set);
        self.named(person, all, &mut set);
        self.spoken(person, &mut set);
        use EvidenceKind::*;
        let who = self.persons.get(person);
        let rank = self.frequent.iter().position(|&other| other == person);
        set.add(match rank {
            Some(0) => MostFrequent,
            Some(_) => Frequent,
            None => Seldom,
        });
        set.add_if(
            !who.is_named && self.persons.narrator != Some(person),
            Unnamed,
        );
        set.add_if(who.is_plural, Several);
        self.tells(person, &mut set);
        let near = |lines: std::ops::Range<usize>| {
            lines
                .clone()
                .any(|line| self.tellers.of_line[line] == Some(person))
        };
        set.add_if(near(self.at.saturating_sub(TELLING)..self.at), ToldBefore);
        let end = self.lines.len().min(self.at + 1 + TELLING);
        set.add_if(near(self.at + 1..end), ToldBehind);
        set.add_if(self.persons.narrator == Some(person), Narrator);
        set
    }

    /// How often cues name them.
    fn tells(&self, person: u32, set: &mut EvidenceSet) {
        match self.tellers.counts[person as usize] {
            0 => set.add(EvidenceKind::NeverTold),
            1 => set.add(EvidenceKind::ToldOnce),
            2..=9 => {}
            _ => set.add(EvidenceKind::ToldOften),
        }
    }

    /// What the cue tells.
    fn told(&self, person: u32, meant: Meant, set: &mut EvidenceSet) {
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
                let is = |meant: Option<u32>| meant == Some(person);
                set.add_if(is(meant.nearest), LinePronounNearest);
                set.add_if(is(meant.subject), LinePronounSubject);
                set.add_if(is(meant.salient), LinePronounSalient);
                set.add_if(is(meant.only), LinePronounOnly);
            }
            Who::Other if told.share > 0.3 => set.add(LineOther),
            _ => set.add(LineUncued),
        }
    }

    /// What a description in the cue tells: it may mean somebody who has a name.
    fn described(&self, person: u32, described: u32, set: &mut EvidenceSet) {
        use EvidenceKind::*;
        let by = self.persons.get(described);
        if described == person {
            set.add_if(by.is_kin, LineKin);
            return;
        }
        set.add(match (by.gender, self.persons.get(person).gender) {
            (Some(asked), Some(own)) if asked != own => LineDescribesDisagrees,
            (Some(_), Some(_)) if by.is_kin => LineKinAgrees,
            (Some(_), Some(_)) => LineDescribesAgrees,
            _ => LineDescribesOpen,
        });
    }

    /// What narration beside the line tells.
    fn beats(&self, person: u32, set: &mut EvidenceSet) {
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
    fn named(&self, person: u32, all: &[u32], set: &mut EvidenceSet) {
        use EvidenceKind::*;
        let mut rank = 0;
        for actor in self.stage.actors.iter().rev() {
            if actor.person == person {
                let ago = self.line().first_paragraph.saturating_sub(actor.paragraph);
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
                return;
            }
            rank += usize::from(all.contains(&actor.person));
        }
        set.add(NamedLater);
    }

    /// What the lines around say of them.
    fn spoken(&self, person: u32, set: &mut EvidenceSet) {
        use EvidenceKind::*;
        let called = |line: Option<&Line>| line.is_some_and(|line| line.called.contains(&person));
        let named = |line: Option<&Line>| line.is_some_and(|line| line.named.contains(&person));
        let line = self.line();
        let turn_before = self.before_turn();
        let turn_next = self.lines[self.at + 1..]
            .iter()
            .take(4)
            .find(|next| next.first_paragraph > line.last_paragraph);
        set.add_if(called(Some(line)), CalledHere);
        set.add_if(named(Some(line)), NamedHere);
        set.add_if(called(turn_before), CalledBefore);
        set.add_if(named(turn_before), NamedInLineBefore);
        set.add_if(called(self.before(2)), CalledTwoBefore);
        set.add_if(called(turn_next), CalledNext);
        set.add_if(named(turn_next), NamedInNextLine);
        set.add_if(line.addressee == Some(person), AddressedHere);
        set.add_if(
            turn_before.is_some_and(|line| line.addressee == Some(person)),
            AddressedBefore,
        );
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

    /// What bears on whether the turn changes, and whether a conversation starts.
    fn context(&self) -> (EvidenceSet, bool) {
        use EvidenceKind::*;
        let mut set = EvidenceSet::default();
        let line = self.line();
        let Some(before) = self.before(1) else {
            return (set, true);
        };
        let gap = line.first_paragraph.saturating_sub(before.last_paragraph);
        let opens = self.reading.previous_on_level(line.opening).is_none();
        set.add(match gap {
            0 if before.last_sentence == line.first_sentence => GapSentence,
            0 => GapParagraph,
            1 if opens => GapNone,
            1 => GapNarrated,
            2 => GapOne,
            3..=5 => GapFew,
            _ => GapMany,
        });
        let trail = self.reading.next_on_level(before.closing).is_some();
        set.add_if(gap > 0 && trail, TrailBefore);
        set.add_if(before.asks, AskedBefore);
        set.add_if(line.asks, Asks);
        set.add(match line.told {
            Some(told) if told.share > 0.3 => match told.who {
                Who::Person(_) => LineNamed,
                Who::Agreeing(_) => LinePronoun,
                Who::Other => LineOther,
                Who::Nobody => LineUncued,
            },
            _ => LineUncued,
        });
        let unclosed = !self.reading.quotes[before.quote as usize].is_closed();
        set.add_if(unclosed, BeforeUnclosed);
        let breaks = gap > SILENCE
            || (before.last_paragraph + 1..line.first_paragraph)
                .any(|paragraph| self.is_break(paragraph));
        (set, breaks)
    }

    /// Whether a paragraph is a row of stars or the heading of a chapter.
    fn is_break(&self, paragraph: u32) -> bool {
        let tokens = self.reading.paragraphs[paragraph as usize].range();
        if tokens.len() > 12 {
            return false;
        }
        let mut words = self.reading.words[tokens]
            .iter()
            .filter(|word| word.base > 1);
        words.all(|word| word.shape.has(Shape::ALL_CAPITALS))
    }
}
