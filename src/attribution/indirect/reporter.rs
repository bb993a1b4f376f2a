//! Asks the questions about a cue, in their order.

use super::cues;
use super::extent::{
    Passed, Tally, behind_adverbials, describe_edge, describe_extent, describe_side, describe_start,
};
use super::features::{Features, Template as T};
use super::model::Vocabulary;
use super::view::{View, code};
use super::who::{describe_cue, describe_nobody, describe_source, form, subject_ahead};
use super::{Choice, Decider, Stage};
use crate::attribution::Scene;
use crate::attribution::evidence::EvidenceSet;
use crate::attribution::source::{self, Source};
use crate::cue::CueGroup;
use crate::kind::CueKind;
use crate::lexicon::Class;
use crate::reading::UnitKind;
use crate::span::Span;
use crate::speaker;

/// How many units a content may have on one side of its cue. Sentences are hardly ever longer, and
/// this bounds the work for each cue.
const LONGEST_CONTENT: usize = 70;
/// How many units behind a cue its content may begin.
const FARTHEST_START: usize = 12;
/// How many units of a source may stand behind its noun, and before it.
const SOURCE_BEHIND: usize = 16;
const SOURCE_BEFORE: usize = 4;
/// How many units behind a cue's verb may belong to the cue, and before it.
const CUE_BEHIND: usize = 7;
const CUE_BEFORE: usize = 2;

/// A cue that reports.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    pub(crate) cue: CueGroup,
    /// The number of the source among the actors.
    pub(crate) actor: Option<u32>,
    pub(crate) evidence: EvidenceSet,
    pub(crate) confidence: f32,
    pub(crate) extent: Extent,
}

/// From where to where the parts of an attribution reach.
#[derive(Clone, Debug)]
pub(crate) struct Extent {
    pub(crate) source: Option<Span>,
    pub(crate) cue: Span,
    /// In text order; at most one on each side of the cue.
    pub(crate) contents: Vec<Span>,
}

/// Units from the first to the last.
#[derive(Clone, Copy, Debug)]
struct Range {
    first: u32,
    last: u32,
}

/// Asks about one cue after another of a text.
pub(crate) struct Reporter<'a, D> {
    view: View<'a>,
    decider: D,
    // Used again for each question.
    features: Features,
    spans: Vec<Option<Span>>,
    units: Vec<u32>,
    sources: Vec<Source>,
}

impl<'a, D: Decider> Reporter<'a, D> {
    pub(crate) fn new(scene: &'a Scene<'a>, vocabulary: &'a Vocabulary, decider: D) -> Self {
        Reporter {
            view: View::new(scene, vocabulary),
            decider,
            features: Features::default(),
            spans: Vec::new(),
            units: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// The cues that report among those whose head is not in a `taken` unit.
    pub(crate) fn reports(&mut self, taken: &[bool]) -> Vec<Report> {
        let mut reports: Vec<Report> = Vec::new();
        let mut sentence = u32::MAX;
        let mut cued = false;
        for (unit, taken) in taken.iter().enumerate() {
            let own = self.view.reading().sentence_of[unit];
            if own != sentence {
                (sentence, cued) = (own, false);
            }
            if *taken {
                cued = true;
                continue;
            }
            let Some(cue) = cues::cue(self.view.scene, unit as u32) else {
                continue;
            };
            let Some((actor, evidence, confidence)) = self.source(&cue, cued) else {
                continue;
            };
            cued = true;
            let extent = self.extent(&cue, actor);
            if !extent.contents.is_empty() {
                reports.push(Report {
                    cue,
                    actor,
                    evidence,
                    confidence,
                    extent,
                });
            }
        }
        reports
    }

    /// How far the parts of an attribution reach whose cue and source are known.
    pub(crate) fn extent(&mut self, cue: &CueGroup, actor: Option<u32>) -> Extent {
        let source = actor.map(|actor| self.source_range(cue, actor));
        let unit = actor.map(|actor| self.view.scene.actors.all[actor as usize].unit);
        let side = if self.is_preposed(cue, unit) {
            BEFORE
        } else {
            self.side(cue, unit)
        };
        let mut contents = Vec::with_capacity(2);
        if side != AFTER {
            contents.extend(self.before(cue, source.map(|source| source.0)));
        }
        let mut start = None;
        if side != BEFORE
            && let Some((first, span)) = self.behind(cue, source.map(|source| source.0))
        {
            start = Some(first);
            contents.push(span);
        }
        let cue = self.cue_span(cue, source.map(|source| source.0), start);
        Extent {
            source: source.map(|source| source.1),
            cue,
            contents,
        }
    }

    fn ask(&mut self, stage: Stage, cue: &CueGroup) -> (usize, f32) {
        self.decider.decide(&Choice {
            stage,
            cue: self.view.reading().span(cue.head, cue.head),
            candidates: &self.spans,
            features: &self.features,
        })
    }

    /// Whether the cue reports, and by which source if it has one.
    fn source(&mut self, cue: &CueGroup, cued: bool) -> Option<(Option<u32>, EvidenceSet, f32)> {
        let scene = self.view.scene;
        if !may_report(&self.view, cue) {
            return None;
        }
        self.features.begin(Stage::Source);
        self.spans.clear();
        self.spans.push(None);
        self.features.close();
        describe_cue(&self.view, cue, cued, &mut self.features);
        self.features.share();
        if self.decider.is_hopeless(self.features.shared()) {
            return None;
        }
        self.sources.clear();
        source::candidates(scene.reading, scene.actors, cue, &mut self.sources);
        self.sources.extend(subject_ahead(&self.view, cue));
        self.spans.push(None);
        describe_nobody(&self.view, cue, &mut self.features);
        self.features.close();
        for source in &self.sources {
            let actor = &scene.actors.all[source.actor as usize];
            self.spans.push(Some(speaker::span(scene.reading, actor)));
            describe_source(&self.view, cue, source, &mut self.features);
            self.features.close();
        }
        match self.ask(Stage::Source, cue) {
            (0, _) => None,
            (1, confidence) => Some((None, EvidenceSet::default(), confidence)),
            (number, confidence) => {
                let source = self.sources[number - 2];
                Some((Some(source.actor), source.evidence, confidence))
            }
        }
    }

    fn side(&mut self, cue: &CueGroup, source: Option<u32>) -> usize {
        self.features.begin(Stage::Side);
        self.spans.clear();
        for side in 0..3 {
            self.spans.push(None);
            describe_side(&self.view, cue, source, side, &mut self.features);
            self.features.close();
        }
        self.ask(Stage::Side, cue).0
    }

    /// The units and the words of a source, with what describes it.
    fn source_range(&mut self, cue: &CueGroup, actor: u32) -> (Range, Span) {
        let reading = self.view.reading();
        let actor = self.view.scene.actors.all[actor as usize];
        let own = reading.span(actor.first, actor.end.max(actor.head + 1) - 1);
        let mut range = Range {
            first: actor.unit,
            last: actor.unit,
        };
        if actor.possessor {
            return (range, own);
        }
        self.begin(Stage::SourceStart);
        let mut unit = Some(actor.unit);
        for step in 0..=SOURCE_BEFORE as u32 {
            let Some(first) = unit.filter(|&unit| step == 0 || self.may_be_source(cue, unit))
            else {
                break;
            };
            let before = self.view.before(unit);
            let span = self.span(first, actor.unit);
            let beside = before == Some(cue.last_unit);
            self.features.add(T::Steps, step, u32::from(beside));
            self.features.add(
                T::StepsKind,
                step.min(1),
                self.view.code(Some(actor.unit)) << 6 | self.view.code(unit),
            );
            describe_edge(&self.view, before, unit, &mut self.features);
            self.close(first, span);
            unit = before;
        }
        range.first = self.pick(Stage::SourceStart, cue).unwrap_or(range.first);
        self.begin(Stage::SourceEnd);
        let mut unit = actor.unit;
        let mut tally = Tally::default();
        for step in 0..SOURCE_BEHIND as u32 {
            let next = self.view.next(Some(unit));
            if !is_mark(self.view.code(Some(unit))) {
                let span = self.span(range.first, unit);
                let beside = next == Some(cue.first_unit);
                let behind = actor.unit > cue.head_unit;
                let place = u32::from(beside) << 1 | u32::from(behind);
                self.features.add(T::Steps, step.min(8), place);
                self.features
                    .add(T::StepsKind, place, self.view.code(Some(unit)));
                self.features.add(
                    T::KindOutside,
                    place,
                    self.view.code(Some(unit)) << 6 | self.view.code(next),
                );
                self.features.add(
                    T::Nature,
                    self.view.code(Some(actor.unit)) << 2 | place,
                    self.view.code(next),
                );
                self.features.add(T::Commas, tally.commas.min(3), place);
                self.features.add(
                    T::Verbs,
                    tally.verbs.min(3) << 6 | self.view.code(next),
                    place,
                );
                self.features.add(
                    T::NatureOutside,
                    self.view.head(Some(actor.unit)),
                    self.view.code(next) << 1 | step.min(1),
                );
                describe_edge(&self.view, Some(unit), next, &mut self.features);
                self.close(unit, span);
            }
            let Some(next) = next.filter(|&next| self.may_be_source(cue, next)) else {
                break;
            };
            unit = next;
            tally.add(&self.view, unit);
        }
        range.last = self.pick(Stage::SourceEnd, cue).unwrap_or(range.last);
        (range, self.span(range.first, range.last))
    }

    fn may_be_source(&self, cue: &CueGroup, unit: u32) -> bool {
        let cue = (cue.first_unit..=cue.last_unit).contains(&unit);
        let kind = self.view.code(Some(unit));
        !cue && !matches!(
            kind,
            code::STOP | code::BREAK | code::SEMICOLON | code::COLON
        )
    }

    /// The content before a cue and its source.
    fn before(&mut self, cue: &CueGroup, source: Option<Range>) -> Option<Span> {
        let pivot = match source {
            Some(source) if source.first < cue.first_unit => source.first,
            _ => cue.first_unit,
        };
        self.begin(Stage::BeforeEnd);
        let mut unit = self.view.before(Some(pivot));
        for step in 0..5 {
            let Some(last) = unit else { break };
            let next = self.view.next(unit);
            let span = self.span(last, last);
            self.features.add(T::Steps, step, self.view.code(unit));
            self.features
                .add(T::StepsKind, form(cue), self.view.code(unit) << 3 | step);
            describe_edge(&self.view, unit, next, &mut self.features);
            self.close(last, span);
            unit = self.view.before(unit);
        }
        let last = self.pick(Stage::BeforeEnd, cue)?;
        self.begin(Stage::BeforeStart);
        let mut unit = last;
        let mut tally = Tally::default();
        for _ in 0..LONGEST_CONTENT {
            tally.add(&self.view, unit);
            let before = self.view.before(Some(unit));
            if !is_mark(self.view.code(Some(unit))) {
                let span = self.span(unit, last);
                let edge = (Some(unit), before);
                describe_edge(&self.view, before, Some(unit), &mut self.features);
                describe_extent(&self.view, cue, Some(last), edge, tally, &mut self.features);
                self.close(unit, span);
            }
            match before {
                Some(before) => unit = before,
                None => break,
            }
        }
        let first = self.pick(Stage::BeforeStart, cue)?;
        Some(self.span(first, last))
    }

    /// Whether the content certainly stands before its source: a clause and a comma do, and behind
    /// the cue nothing but times, places and another clause: "It rains, he said on Monday."
    fn is_preposed(&self, cue: &CueGroup, source: Option<u32>) -> bool {
        let view = &self.view;
        let Some(source) = source.filter(|&source| source < cue.first_unit) else {
            return false;
        };
        let comma = view.before(Some(source));
        let rest = behind_adverbials(view, view.next(Some(cue.last_unit)));
        let ends = match view.code(rest) {
            code::STOP | code::BREAK | code::EDGE => true,
            code::COMMA => matches!(
                view.code(view.next(rest)),
                code::SUBORDINATOR | code::COORDINATOR | code::WH | code::ING
            ),
            _ => false,
        };
        let clause = || {
            std::iter::successors(view.before(comma), |&unit| view.before(Some(unit)))
                .take(LONGEST_CONTENT)
                .any(|unit| {
                    matches!(
                        view.code(Some(unit)),
                        code::FINITE | code::BE | code::MODAL | code::REPORT
                    )
                })
        };
        ends && view.code(comma) == code::COMMA && clause()
    }

    /// Whether a unit is a "that" or the like with no clause behind it: "They asked for that."
    fn introduces_nothing(&self, unit: u32) -> bool {
        let next = self.view.next(Some(unit));
        self.view.reading().unit(unit).kind == UnitKind::Subordinator
            && (next.is_none() || is_mark(self.view.code(next)))
    }

    /// The content behind a cue, with the unit where it begins.
    fn behind(&mut self, cue: &CueGroup, source: Option<Range>) -> Option<(u32, Span)> {
        let source = source.filter(|source| source.first > cue.head_unit);
        self.begin(Stage::Start);
        let mut unit = self.view.next(Some(cue.last_unit));
        let mut passed = Passed::default();
        for _ in 0..FARTHEST_START {
            let Some(start) = unit else { break };
            let within = source.is_some_and(|source| (source.first..=source.last).contains(&start));
            if !within && !is_mark(self.view.code(unit)) && !self.introduces_nothing(start) {
                let span = self.span(start, start);
                describe_start(&self.view, cue, &passed, start, &mut self.features);
                describe_edge(&self.view, self.view.before(unit), unit, &mut self.features);
                self.close(start, span);
            }
            passed.add(&self.view, start, source.map(|source| source.first));
            unit = self.view.next(unit);
        }
        let first = self.pick(Stage::Start, cue)?;
        self.begin(Stage::End);
        let mut unit = first;
        let mut tally = Tally::default();
        for _ in 0..LONGEST_CONTENT {
            if source.is_some_and(|source| unit == source.first) {
                break;
            }
            tally.add(&self.view, unit);
            let next = self.view.next(Some(unit));
            if unit == first || !is_mark(self.view.code(Some(unit))) {
                let span = self.span(first, unit);
                let edge = (Some(unit), next);
                describe_edge(&self.view, Some(unit), next, &mut self.features);
                describe_extent(
                    &self.view,
                    cue,
                    Some(first),
                    edge,
                    tally,
                    &mut self.features,
                );
                self.close(unit, span);
            }
            match next {
                Some(next) => unit = next,
                None => break,
            }
        }
        let last = self.pick(Stage::End, cue)?;
        Some((first, self.span(first, last)))
    }

    /// The words of the cue: its verb with auxiliaries, adverbs, and what belongs to it behind.
    fn cue_span(&mut self, cue: &CueGroup, source: Option<Range>, content: Option<u32>) -> Span {
        let reading = self.view.reading();
        if cue.kind == CueKind::Colon {
            return reading.span(cue.head, cue.head);
        }
        let unit = reading.unit(cue.head_unit);
        let lemma = self.view.head(Some(cue.head_unit));
        self.begin(Stage::CueStart);
        let mut starts = unit.first..=cue.head;
        let mut before = self.view.before(Some(cue.head_unit));
        let mut earlier: Vec<u32> = Vec::with_capacity(CUE_BEFORE);
        for _ in 0..CUE_BEFORE {
            let within = |unit: u32| {
                source.is_some_and(|source| (source.first..=source.last).contains(&unit))
            };
            match before {
                Some(unit) if !within(unit) && !is_mark(self.view.code(before)) => {
                    earlier.push(reading.unit(unit).first);
                    before = self.view.before(before);
                }
                _ => break,
            }
        }
        for (step, first) in starts.by_ref().chain(earlier).enumerate() {
            let tag = |token: u32| {
                reading
                    .words
                    .get(token as usize)
                    .map_or(63, |word| word.tag as u32)
            };
            let last = first.checked_sub(1);
            let outer = last.map_or(63, tag);
            let head = u32::from(first == cue.head) << 1 | u32::from(first == unit.first);
            let beyond = u32::from(first < unit.first);
            self.features.add(T::Inside, tag(first), outer);
            self.features
                .add(T::Edge, tag(first) << 6 | outer, head << 1 | beyond);
            self.features
                .add(T::InsideWord, self.view.word(first), head << 1 | beyond);
            self.features
                .add(T::Steps, step.min(6) as u32, head << 1 | beyond);
            self.features
                .add(T::StepsKind, form(cue), head << 1 | beyond);
            self.features.add(T::Lemma, lemma, head << 1 | beyond);
            self.features
                .add(T::LemmaBefore, lemma, tag(first) << 1 | beyond);
            self.features.add(
                T::OutsideWord,
                last.map_or(0, |last| self.view.word(last)),
                head << 1 | beyond,
            );
            self.close(first, Some(reading.span(first, cue.head)));
        }
        let first = self.pick(Stage::CueStart, cue).unwrap_or(cue.head);
        self.begin(Stage::CueEnd);
        let mut unit = cue.head_unit;
        for step in 0..=CUE_BEHIND as u32 {
            let next = self.view.next(Some(unit));
            {
                let last = if step == 0 {
                    cue.head
                } else {
                    reading.unit(unit).end - 1
                };
                let reaches = next.is_some()
                    && (next == content || next == source.map(|source| source.first));
                let place = u32::from(reaches) << 1 | u32::from(step == 0);
                let side = u32::from(content.is_some());
                self.features.add(T::Steps, step, place);
                self.features
                    .add(T::StepsLemma, lemma, step.min(1) << 2 | place);
                self.features.add(
                    T::StepsKind,
                    form(cue) << 2 | place,
                    self.view.code(Some(unit)),
                );
                self.features.add(
                    T::LemmaOutside,
                    lemma,
                    self.view.code(next) << 3 | place << 1 | side,
                );
                self.features
                    .add(T::LemmaOutsideWord, lemma, self.view.first(next));
                self.features.add(
                    T::KindOutside,
                    place << 1 | side,
                    self.view.code(Some(unit)) << 6 | self.view.code(next),
                );
                self.features
                    .add(T::KindWord, place << 1 | side, self.view.first(next));
                self.features
                    .add(T::KindVerbs, place << 1 | side, self.view.first(Some(unit)));
                describe_edge(&self.view, Some(unit), next, &mut self.features);
                self.close(last, Some(reading.span(first, last.max(first))));
            }
            match next {
                Some(next)
                    if Some(next) != content
                        && source.is_none_or(|source| next != source.first)
                        && !is_mark(self.view.code(Some(next))) =>
                {
                    unit = next;
                }
                _ => break,
            }
        }
        let last = self.pick(Stage::CueEnd, cue).unwrap_or(cue.head);
        if cue.first_unit == cue.head_unit {
            return reading.span(first, last.max(first));
        }
        // "was quoted as saying", "went on to add": the verb before belongs to it whatever its form.
        let governor = reading.unit(cue.first_unit).first;
        reading.span(first.min(governor), last.max(first))
    }

    fn begin(&mut self, stage: Stage) {
        self.features.begin(stage);
        self.spans.clear();
        self.units.clear();
    }

    /// Ends the description of a candidate, which stands for a unit or a token.
    fn close(&mut self, unit: u32, span: impl Into<Option<Span>>) {
        self.features.close();
        self.units.push(unit);
        self.spans.push(span.into());
    }

    /// The unit or token of the candidate that is decided for.
    fn pick(&mut self, stage: Stage, cue: &CueGroup) -> Option<u32> {
        match self.units.as_slice() {
            [] => None,
            _ => {
                let number = self.ask(stage, cue).0;
                self.units.get(number).copied()
            }
        }
    }

    /// The words from one unit to the end of another, quotes whole.
    fn span(&self, first: u32, last: u32) -> Span {
        let reading = self.view.reading();
        let last = match reading.unit(last).kind {
            UnitKind::Opening(quote) => reading.quote_units[quote as usize].1,
            _ => last,
        };
        let start = reading.unit(first).first;
        let tokens = reading.tokens.len() as u32;
        let end = reading
            .unit(last)
            .end
            .clamp(start + 1, tokens.max(start + 1));
        reading.span(start.min(tokens - 1), (end - 1).min(tokens - 1))
    }
}

const BEFORE: usize = 0;
const AFTER: usize = 1;

fn is_mark(code: u32) -> bool {
    matches!(
        code,
        code::COMMA
            | code::COLON
            | code::SEMICOLON
            | code::DASH
            | code::STOP
            | code::BREAK
            | code::COORDINATOR
    )
}

/// Whether it is worth asking: of verbs, those that are known to report or stand before a clause.
fn may_report(view: &View<'_>, cue: &CueGroup) -> bool {
    let next = view.code(view.next(Some(cue.last_unit)));
    cue.kind != CueKind::Verb
        || cue.facts.is(Class::Report)
        || view.head(Some(cue.head_unit)) != 0
        || matches!(next, code::THAT | code::QUOTE)
}
