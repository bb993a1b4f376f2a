//! From where to where: the features of the edges that contents, sources and cues may have.

use super::features::{Features, Template as T};
use super::view::{View, code};
use super::who::{form, frames};
use crate::cue::CueGroup;
use crate::reading::UnitKind;

/// Adds what stands at an edge, between two units.
pub(super) fn describe_edge(
    view: &View<'_>,
    last: Option<u32>,
    first: Option<u32>,
    features: &mut Features,
) {
    let (inner, outer) = (view.code(last), view.code(first));
    let second = view.next(first);
    let third = view.next(second);
    let earlier = view.before(last);
    let (o2, o3) = (view.code(second), view.code(third));
    features.add(T::Inside, inner, 0);
    features.add(T::Outside, outer, 0);
    features.add(T::Edge, inner, outer);
    features.add(T::OutsideWord, view.first(first), outer);
    features.add(T::InsideWord, view.first(last), inner);
    features.add(T::InsideHead, view.head(last), inner);
    features.add(T::OutsideHead, view.head(first), outer);
    features.add(T::OutsideTwo, outer, o2);
    features.add(T::OutsideThree, outer << 6 | o2, o3);
    features.add(T::OutsideWordTwo, view.first(first), 64 + o2);
    features.add(T::OutsideWordTwo, view.first(second), outer << 12 | inner);
    features.add(T::InsideTwo, view.code(earlier) << 6 | inner, outer);
    features.add(T::EdgeWord, view.first(last), view.first(first));
}

/// What lies between the two ends of a content so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) units: u32,
    pub(super) verbs: u32,
    pub(super) commas: u32,
    pub(super) quotes: u32,
}

impl Tally {
    pub(super) fn add(&mut self, view: &View<'_>, unit: u32) {
        self.units += 1;
        match view.code(Some(unit)) {
            code::FINITE | code::BE | code::MODAL | code::REPORT => self.verbs += 1,
            code::COMMA => self.commas += 1,
            code::QUOTE => self.quotes += 1,
            _ => {}
        }
    }

    fn size(self) -> u32 {
        match self.units {
            0..=3 => self.units,
            4..=6 => 4,
            7..=10 => 5,
            11..=16 => 6,
            17..=26 => 7,
            _ => 8,
        }
    }
}

/// Adds what tells where the content of a cue ends, or begins before it: `first` is the unit with
/// which it begins behind the cue.
pub(super) fn describe_extent(
    view: &View<'_>,
    cue: &CueGroup,
    first: Option<u32>,
    edge: (Option<u32>, Option<u32>),
    tally: Tally,
    features: &mut Features,
) {
    let (last, outside) = edge;
    let lemma = view.head(Some(cue.head_unit));
    let outer = view.code(outside);
    let second = view.next(outside);
    let verbs = tally.verbs.min(2);
    let start = view.code(first);
    features.add(T::Steps, tally.size(), outer.min(1));
    features.add(T::StepsLemma, lemma, tally.size());
    features.add(T::StepsKind, start, tally.size() << 1 | outer.min(1));
    features.add(T::KindOutside, start << 6 | outer, verbs);
    features.add(T::KindVerbs, start << 6 | form(cue), verbs);
    features.add(T::KindWord, start << 2 | verbs, view.first(outside));
    features.add(T::LemmaOutside, lemma, outer << 2 | verbs);
    features.add(T::LemmaOutsideWord, lemma, view.first(outside));
    features.add(T::VerbsOutside, verbs, outer << 6 | view.code(second));
    features.add(T::VerbsWord, verbs << 6 | outer, view.first(second));
    features.add(T::Commas, tally.commas.min(3), outer);
    features.add(T::Verbs, verbs, view.code(last));
    features.add(T::Quotes, tally.quotes.min(2), outer << 6 | view.code(last));
    features.add(T::PassedFrame, frames(cue), outer << 2 | verbs);
    // "…, he said", "… and added": another cue, or the same one's next verb.
    let third = view.next(second);
    let report = [outside, second, third]
        .iter()
        .position(|&unit| view.code(unit) == code::REPORT);
    let report = report.map_or(0, |place| place as u32 + 1);
    features.add(T::Report, report, outer << 6 | verbs);
}

/// Adds what tells where the content behind a cue begins.
pub(super) fn describe_start(
    view: &View<'_>,
    cue: &CueGroup,
    passed: &Passed,
    start: u32,
    features: &mut Features,
) {
    let lemma = view.head(Some(cue.head_unit));
    let kind = view.code(Some(start));
    let next = view.next(Some(start));
    let passed = passed.number();
    features.add(T::Steps, passed, kind);
    features.add(T::Passed, passed, form(cue));
    features.add(T::PassedLemma, lemma, passed);
    features.add(T::PassedFrame, frames(cue), passed << 6 | kind);
    features.add(T::LemmaOutside, lemma, kind);
    features.add(T::LemmaOutsideWord, lemma, view.first(Some(start)));
    features.add(T::KindOutside, kind << 6 | view.code(next), form(cue));
    features.add(T::FrameNext, frames(cue), kind << 6 | view.code(next));
}

/// What stands between a cue and where its content may begin.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Passed {
    units: u32,
    noun: bool,
    time: bool,
    preposition: bool,
    comma: bool,
    source: bool,
    clause: bool,
}

impl Passed {
    pub(super) fn add(&mut self, view: &View<'_>, unit: u32, source: Option<u32>) {
        self.units += 1;
        match view.code(Some(unit)) {
            _ if source == Some(unit) => self.source = true,
            code::TIME => self.time = true,
            code::COMMA | code::COLON => self.comma = true,
            code::PREPOSITION | code::TO | code::OF | code::BY => self.preposition = true,
            code::THAT | code::WH | code::SUBORDINATOR => self.clause = true,
            _ if view.reading().unit(unit).kind == UnitKind::NounPhrase => self.noun = true,
            _ => {}
        }
    }

    fn number(&self) -> u32 {
        let flags = [
            self.noun,
            self.time,
            self.preposition,
            self.comma,
            self.source,
            self.clause,
        ];
        let bits = flags
            .iter()
            .enumerate()
            .map(|(bit, &flag)| u32::from(flag) << bit)
            .sum::<u32>();
        self.units.min(6) << 6 | bits
    }
}

/// The most times and places that stand in a row behind a cue.
const ADVERBIALS: usize = 3;

/// The first unit behind times and places: "although" of "said on Tuesday in Geneva, although".
pub(super) fn behind_adverbials(view: &View<'_>, mut unit: Option<u32>) -> Option<u32> {
    for _ in 0..ADVERBIALS {
        unit = match view.code(unit) {
            code::TIME | code::ADVERB | code::ASIDE => view.next(unit),
            code::PREPOSITION | code::TO => view.next(view.next(unit)),
            _ => break,
        };
    }
    unit
}

/// Adds what tells on which side of the cue its content lies.
pub(super) fn describe_side(
    view: &View<'_>,
    cue: &CueGroup,
    source: Option<u32>,
    side: u32,
    features: &mut Features,
) {
    let lemma = view.head(Some(cue.head_unit));
    let at = Some(cue.last_unit);
    let next = view.next(at);
    let second = view.next(next);
    let first = match source {
        Some(unit) if unit < cue.first_unit => unit,
        _ => cue.first_unit,
    };
    let behind = source.filter(|&unit| unit > cue.first_unit);
    let beyond = view.next(behind);
    let before = view.before(Some(first));
    let earlier = view.before(before);
    let (n1, n2) = (view.code(next), view.code(second));
    let (b1, b2) = (view.code(before), view.code(earlier));
    let place = match source {
        None => 0,
        Some(unit) if unit > cue.first_unit => 1,
        Some(unit) if view.next(Some(unit)) == Some(cue.first_unit) => 2,
        Some(_) => 3,
    };
    let tag = |value: u32| value << 3 | side;
    features.add(T::Side, side, 0);
    features.add(T::SideLemma, lemma, tag(0));
    features.add(T::SideLemma, lemma, tag(1 + n1));
    features.add(T::SideLemma, lemma, tag(64 + b1));
    features.add(T::SideNext, n1, tag(n2));
    features.add(T::SideNext, view.first(next), tag(64));
    features.add(T::SideNext, view.first(next), tag(65 + n2));
    features.add(T::SideBefore, b1, tag(b2));
    features.add(T::SideBefore, b1 << 6 | b2, tag(64 + n1));
    features.add(T::SideBefore, view.first(before), tag(1 << 8 | place));
    features.add(T::SideSource, place, tag(n1));
    features.add(T::SideSource, place, tag(64 + b1));
    features.add(T::SideSource, place << 6 | b1, tag(128 + n1));
    features.add(T::SideSource, 1 << 12 | b1, tag(view.code(beyond)));
    features.add(T::SideSource, 2 << 12 | place, tag(view.code(beyond)));
    features.add(T::SideSource, 3 << 12 | n1, tag(view.code(beyond)));
    let rest = view.code(behind_adverbials(
        view,
        if behind.is_some() { beyond } else { next },
    ));
    features.add(T::SideSource, 4 << 12 | b1, tag(rest));
    features.add(T::SideSource, 5 << 12 | b1 << 6 | place, tag(rest));
    features.add(T::SideFrame, frames(cue), tag(n1));
    features.add(T::SideFrame, form(cue), tag(1 << 10));
    features.add(T::SideFrame, form(cue), tag(1 << 11 | n1));
    features.add(T::SideFrame, form(cue), tag(1 << 12 | b1));
}
