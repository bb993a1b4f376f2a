//! Who could speak each line.

use super::super::Scene;
use super::super::evidence::{EvidenceKind, EvidenceSet};
use super::cue_counts::CueCounts;
use super::described::standing;
use super::first_guess::FirstGuess;
use super::line::{Line, Told, Who};
use super::scene_cast::{Beats, SceneCast};
use super::shortlist::Shortlist;
use super::turn::{Places, ROOM, Turn, places};
use crate::analysis::{Analysis, Shape};
use crate::entity::novel::Persons;
use crate::ids::{ChunkId, EntityId, ParagraphId};

/// How many of those on the stage are candidates, and how many in all.
const ON_STAGE: usize = 8;
const CANDIDATES: usize = 14;
const _: () = assert!(CANDIDATES < ROOM);
/// The guessed speakers of so many lines before are candidates.
const HEARD: usize = 6;
/// How many lines ahead a named speaker is a candidate, and how many paragraphs.
const LINES_AHEAD: usize = 6;
const PARAGRAPHS_AHEAD: usize = 12;
/// Over so many paragraphs of narration no conversation goes on.
const SILENCE: usize = 30;

/// Few words and many, their marks among them.
const FEW_WORDS: usize = 4;
const MANY_WORDS: usize = 45;

/// The turns of all lines.
pub(super) fn turns(scene: &Scene<'_>, persons: &Persons, lines: &[Line]) -> Vec<Turn> {
    let cue_counts = CueCounts::of(persons, lines);
    let standing = standing(persons, &cue_counts);
    let mut stage = SceneCast::new(scene, persons);
    let mut shortlist = Shortlist::new(persons.all.len());
    let mut turns = Vec::with_capacity(lines.len());
    let mut first_guess = FirstGuess::default();
    for at in 0..lines.len() {
        stage.read_to(lines[at].opening);
        let around = Around {
            analysis: scene.analysis,
            persons,
            lines,
            at,
            beats: stage.beats(
                &lines[at],
                at.checked_sub(1)
                    .map_or(ChunkId::FIRST, |before| lines[before].closing),
                lines.get(at + 1),
            ),
            stage: &stage,
            cue_counts: &cue_counts,
            standing: &standing,
            first_guess: &first_guess,
        };
        around.gather(&mut shortlist);
        let before = turns.last().map_or(&[][..], |turn: &Turn| &turn.candidates);
        let places = places(before, &shortlist);
        let turn = around.turn(&shortlist, places);
        let speaker = around.guess(turn.starts);
        first_guess.add(speaker);
        turns.push(turn);
    }
    turns
}

/// A line with all that tells who speaks it.
pub(super) struct Around<'a> {
    pub(super) analysis: &'a Analysis<'a>,
    pub(super) persons: &'a Persons,
    pub(super) lines: &'a [Line],
    /// The number of the line.
    pub(super) at: usize,
    pub(super) beats: Beats,
    pub(super) stage: &'a SceneCast<'a>,
    pub(super) cue_counts: &'a CueCounts,
    /// Beside the persons: what is true of them at every line.
    pub(super) standing: &'a [EvidenceSet],
    pub(super) first_guess: &'a FirstGuess,
}

impl Around<'_> {
    pub(super) fn line(&self) -> &Line {
        &self.lines[self.at]
    }

    pub(super) fn before(&self, steps: usize) -> Option<&Line> {
        self.at.checked_sub(steps).map(|at| &self.lines[at])
    }

    fn next(&self) -> Option<&Line> {
        self.lines.get(self.at + 1)
    }

    fn turn(&self, shortlist: &Shortlist, places: Places) -> Turn {
        let candidates = match self.named_surely() {
            Some(told) => self.beside_name(shortlist, told),
            None => self.alternatives(shortlist),
        };
        let (context, starts) = self.context();
        Turn {
            candidates,
            places,
            context,
            starts,
        }
    }

    /// Who could speak the line.
    fn gather(&self, list: &mut Shortlist) {
        list.clear();
        let line = self.line();
        // "her mother" is somebody with a name or the one whom the text calls so, not "a woman".
        let by_tie = line.told.is_some_and(|told| match told.who {
            Who::Person(person) => told.share > 0.5 && self.persons.get(person).is_kin,
            _ => false,
        });
        let mut add = |person: EntityId, sure: bool| {
            let who = self.persons.get(person);
            if list.persons.len() < CANDIDATES
                && !list.has(person)
                && (sure || who.is_person && (who.is_named || !by_tie))
            {
                list.push(person);
            }
        };
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
        for &person in self.first_guess.speakers.iter().rev().take(HEARD).flatten() {
            add(person, false);
        }
        for mention in self.stage.mentions.iter().rev().take(ON_STAGE) {
            add(mention.person, false);
        }
        for ahead in self.lines[self.at + 1..].iter().take(LINES_AHEAD) {
            if ahead.first_paragraph.since(line.last_paragraph) > PARAGRAPHS_AHEAD {
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

    /// What bears on whether the turn changes, and whether a conversation starts.
    fn context(&self) -> (EvidenceSet, bool) {
        use EvidenceKind::*;
        let mut set = EvidenceSet::default();
        let line = self.line();
        let Some(before) = self.before(1) else {
            return (set, true);
        };
        let gap = line.first_paragraph.since(before.last_paragraph);
        let opens = self.analysis.previous_sibling(line.opening).is_none();
        set.add(match gap {
            0 if before.last_sentence == line.first_sentence => GapSentence,
            0 => GapParagraph,
            1 if opens => GapNone,
            1 => GapNarrated,
            2 => GapOne,
            3..=5 => GapFew,
            _ => GapMany,
        });
        let trail = self.analysis.next_sibling(before.closing).is_some();
        set.add_if(gap > 0 && trail, TrailBefore);
        set.add_if(before.asks, AskedBefore);
        set.add_if(line.asks, Asks);

        set.add_if(line.answers, Answers);
        set.add_if(before.breaks_off, BrokenOffBefore);
        set.add_if(line.words <= FEW_WORDS, FewWords);
        set.add_if(before.words <= FEW_WORDS, FewWordsBefore);
        set.add_if(line.words >= MANY_WORDS, ManyWords);
        set.add_if(before.words >= MANY_WORDS, ManyWordsBefore);
        set.add(match line.told {
            Some(told) if told.share > 0.3 => match told.who {
                Who::Person(_) => LineNamed,
                Who::Agreeing(_) => LinePronoun,
                Who::Other => LineOther,
                Who::Nobody => LineUncued,
            },
            _ => LineUncued,
        });
        let unclosed = !self.analysis.quotes[before.quote.index()].is_closed();
        set.add_if(unclosed, BeforeUnclosed);
        let breaks = gap > SILENCE
            || before
                .last_paragraph
                .next()
                .up_to(line.first_paragraph)
                .any(|paragraph| self.is_break(paragraph));
        (set, breaks)
    }

    /// Whether a paragraph is a row of stars or the heading of a chapter.
    fn is_break(&self, paragraph: ParagraphId) -> bool {
        let tokens = self.analysis.paragraphs[paragraph.index()].range();
        if tokens.len() > 12 {
            return false;
        }
        let mut words = self.analysis.words[tokens]
            .iter()
            .filter(|word| word.base > 1);
        words.all(|word| word.shape.has(Shape::ALL_CAPITALS))
    }
}
