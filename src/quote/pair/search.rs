//! The beam search for the cheapest actions.
//!
//! As in Viterbi's algorithm, from mark to mark the cheapest way to each stack of open quotations
//! is kept. No more than [`BEAM`] stacks are, each expanded in a bounded number of ways, so the
//! work is linear in the number of marks; paths are settled at the latest every [`SETTLE`] nodes,
//! so the memory is too.

use super::decision::{Across, Action, MarkDecision};
use super::path::{Node, NodeId, Path, ROOT, Step};
use super::plain;
use super::stack::{EMPTY, StackId, StackKey, Stacks};
use crate::quote::convention::Convention;
use crate::quote::cost::{self, Cost, Costs, WINDOW};
use crate::quote::events::Event;
use crate::quote::reporting_clause::ReportingClauses;
use crate::token::mark::{Look, MarkStyle};

/// How many stacks of open quotations are kept from mark to mark.
const BEAM: usize = 8;

/// How many nodes of paths are kept before the cheapest is settled.
const SETTLE: usize = 1 << 16;

/// How many nodes there is room for from the start: more than most documents take.
const INITIAL_CAPACITY: usize = 64;

/// How many quotations can be open at once.
const DEEPEST: u32 = 1000;

/// What it may cost at most to open a quotation with a mark that repeats one; one that faces as opening marks do may
/// cost more, since some texts turn their marks round.
const MOST_TO_RESUME: u8 = 8;

/// How many paragraphs a quotation can go on through without a mark.
const UNMARKED_BREAKS: u32 = 12;

/// How many bytes a quotation and its reporting clause have at most, if its closing mark was lost.
const SHORT: u32 = 160;

pub(super) struct PairSearch<'t> {
    clauses: ReportingClauses<'t>,
    convention: &'t Convention,
    stacks: Stacks,
    nodes: Vec<Node>,
    paths: Vec<Path>,
    /// Paths that have come over the paragraph breaks before the mark.
    crossed: Vec<Path>,
    /// Paths that have read the mark.
    next: Vec<Path>,
    /// The cheapest of those.
    cheapest: Cost,
    /// Whether a reporting clause ends the paragraph before the mark, once somebody has asked.
    after_clause: Option<bool>,
    settled: Vec<MarkDecision>,
    steps: u64,
}

impl<'t> PairSearch<'t> {
    pub(super) fn new(
        clauses: ReportingClauses<'t>,
        convention: &'t Convention,
        marks: usize,
    ) -> PairSearch<'t> {
        let start = Node {
            previous: ROOT,
            decision: MarkDecision {
                across: Across::Nothing,
                action: Action::None,
            },
        };
        let mut nodes = Vec::with_capacity(INITIAL_CAPACITY);
        nodes.push(start);
        PairSearch {
            clauses,
            convention,
            stacks: Stacks::new(),
            nodes,
            paths: vec![Path {
                cost: 0,
                stack: EMPTY,
                key: StackKey::EMPTY,
                node: ROOT,
                across: Across::Nothing,
                resumed: 0,
                unmarked: false,
            }],
            crossed: Vec::with_capacity(2 * BEAM),
            next: Vec::with_capacity(2 * BEAM),
            cheapest: Cost::MAX,
            after_clause: None,
            settled: Vec::with_capacity(marks),
            steps: 0,
        }
    }

    /// Whether all that is left to decide before a plain paragraph is decided now: nothing is open
    /// on the cheapest path, and the paragraph will be the end of all others.
    pub(super) fn settles_before(&mut self, style: MarkStyle) -> bool {
        let (first, others) = self.paths.split_first().expect("a path is always kept");
        let is_pruned = |path: &Path| {
            let top = self.stacks.top(path.stack);
            let is_plain = top.depth == 1 && top.style == style;
            top.depth == 0 || path.cost >= if is_plain { plain::COSTLY } else { plain::LOST }
        };
        let settles = first.stack == EMPTY && others.iter().all(is_pruned);
        if settles && first.node != ROOT {
            self.settle();
        }
        settles
    }

    /// Goes past marks at which the actions are certain, once all before them is settled.
    pub(super) fn pass(&mut self, actions: impl Iterator<Item = Action>) {
        let across = Across::Nothing;
        let passed = self.settled.len();
        self.settled
            .extend(actions.map(|action| MarkDecision { across, action }));
        self.steps += (self.settled.len() - passed) as u64;
    }

    /// Reads a mark on every path.
    pub(super) fn read(&mut self, event: &Event) {
        self.cheapest = Cost::MAX;
        self.after_clause = None;
        let mut paths = std::mem::take(&mut self.paths);
        if event.breaks > 0 {
            for path in paths.drain(..) {
                self.cross(path, event);
            }
            std::mem::swap(&mut paths, &mut self.crossed);
        }
        for path in paths.drain(..) {
            self.expand(path, event);
        }
        self.paths = std::mem::replace(&mut self.next, paths);
        self.prune();
    }

    /// Takes a path over the paragraph breaks before a mark, and past the mark if it repeats one of
    /// the path's.
    fn cross(&mut self, path: Path, event: &Event) {
        let path = Path {
            resumed: 0,
            across: Across::Nothing,
            ..path
        };
        if path.stack == EMPTY {
            self.crossed.push(path);
            return;
        }
        let frame = self.stacks.top(path.stack);
        self.crossed.push(Path {
            cost: path.cost + frame.unclosed,
            stack: EMPTY,
            key: StackKey::EMPTY,
            across: Across::Ended,
            ..path
        });
        let breaks = Cost::from(event.breaks);
        if breaks > UNMARKED_BREAKS {
            return;
        }
        let unmarked = |breaks: Cost| match breaks {
            0 => 0,
            more => cost::UNMARKED + (more - 1) * cost::UNMARKED_AGAIN,
        };
        // So deep that it cannot be looked through, nothing goes on: each that did would have a piece of its own in
        // each paragraph.
        let Some(outermost) = self.stacks.level(path.stack, 0) else {
            return;
        };
        let start = self.stacks.top(outermost).start;
        // Told at length, a story has reporting clauses of its own.
        let is_short = event.last_end.saturating_sub(start) < SHORT;
        let clause = if is_short && self.is_after_clause(event) {
            cost::CONTINUED_AFTER_CLAUSE
        } else {
            0
        };
        self.crossed.push(Path {
            cost: path.cost + clause + unmarked(breaks),
            unmarked: true,
            across: Across::Continued,
            ..path
        });
        if event.starts_paragraph
            && (event.costs.open <= MOST_TO_RESUME || event.look == Look::Right)
        {
            self.resume(path, event, clause + unmarked(breaks - 1));
        }
    }

    /// Takes a path past a mark that repeats the one that opened its outermost quotation.
    /// `breaks` is what the paragraph breaks before it cost.
    fn resume(&mut self, path: Path, event: &Event, breaks: Cost) {
        let Some(outermost) = self.stacks.level(path.stack, 0) else {
            return;
        };
        let bottom = self.stacks.top(outermost);
        if bottom.style != event.style {
            return;
        }
        let fragment = if bottom.sentence_end.is_some() || bottom.is_doubtful {
            cost::FRAGMENT_CONTINUED
        } else {
            0
        };
        let prose = if event.after_prose || path.unmarked {
            cost::CONTINUED_AFTER_PROSE
        } else {
            0
        };
        let cost = path.cost + cost::CONTINUED + fragment + prose + breaks;
        let repeat = |cost| Step {
            action: Action::Repeat,
            cost,
            resumed: 1,
        };
        let resumed = Path {
            cost,
            resumed: 1,
            across: Across::Continued,
            ..path
        };
        self.step(resumed, path.stack, repeat(cost));
        if outermost != path.stack {
            let resumed = Path {
                across: Across::OutermostContinued,
                ..resumed
            };
            let inner = self.stacks.top(path.stack).unclosed - bottom.unclosed;
            self.step(resumed, outermost, repeat(cost + inner));
        }
    }

    fn is_after_clause(&mut self, event: &Event) -> bool {
        let ends = || self.clauses.is_at_end(event.last_end as usize);
        *self.after_clause.get_or_insert_with(ends)
    }

    /// Offers every action at the mark after a path.
    fn expand(&mut self, path: Path, event: &Event) {
        let Costs { open, close, none } = event.costs;
        let (open, close, none) = (Cost::from(open), Cost::from(close), Cost::from(none));
        let top = self.stacks.top(path.stack);
        let mut path = path;
        if path.resumed > 0
            && event.starts_paragraph
            && let Some(frame) = self.stacks.level(path.stack, path.resumed.into())
            && self.stacks.top(frame).style == event.style
        {
            let repeat = Step {
                action: Action::Repeat,
                cost: path.cost,
                resumed: path.resumed + 1,
            };
            self.step(path, path.stack, repeat);
        }
        if path.resumed > 0 {
            let left_out = top.depth.saturating_sub(path.resumed.into());
            path.cost += left_out * cost::NOT_REPEATED;
        }
        self.step(path, path.stack, Step::new(Action::None, path.cost + none));
        self.open(path, event, path.cost + open);
        if top.depth == 0 {
            let unopened = match event.style {
                MarkStyle::Single => cost::UNOPENED_SINGLE,
                _ => cost::UNOPENED,
            };
            let cost = path.cost + close + unopened;
            self.step(path, EMPTY, Step::new(Action::CloseUnopened, cost));
            return;
        }
        if event.starts_line && top.style == event.style {
            let cost = path.cost + open + cost::LINE_REPEATED;
            self.step(path, path.stack, Step::new(Action::Repeat, cost));
        }
        self.close(path, event, path.cost + close);
    }

    fn open(&mut self, path: Path, event: &Event, cost: Cost) {
        let top = self.stacks.top(path.stack);
        let nesting = match top.depth {
            0 => cost::outermost(event.style, self.convention),
            _ if top.style == event.style => cost::SAME_STYLE,
            1 => 0,
            _ => cost::DEEP,
        };
        if top.depth < DEEPEST {
            self.step_onto(
                path,
                path.stack,
                event,
                Step::new(Action::Open, cost + nesting),
            );
        }
        if top.depth > 0 && top.style == event.style {
            let unclosed = top.unclosed - self.stacks.top(top.below).unclosed;
            self.step_onto(
                path,
                top.below,
                event,
                Step::new(Action::Reopen, cost + unclosed),
            );
        }
    }

    fn close(&mut self, path: Path, event: &Event, cost: Cost) {
        let top = self.stacks.top(path.stack);
        let below = self.stacks.top(top.below);
        let cost = match top.sentence_end {
            Some(end) if event.start > end.get() => cost + cost::FRAGMENT_OF_SENTENCES,
            _ => cost,
        };
        if top.style == event.style {
            let wrong = top.is_ascii != event.is_ascii;
            let cost = cost + if wrong { cost::WRONG_GLYPH } else { 0 };
            self.step(
                path,
                top.below,
                Step::new(Action::Close { skipped: 0 }, cost),
            );
            return;
        }
        if below.depth > 0 && below.style == event.style {
            let unclosed = top.unclosed - below.unclosed;
            let action = Action::Close { skipped: 1 };
            self.step(path, below.below, Step::new(action, cost + unclosed));
        }
        if event.is_pair && top.style == MarkStyle::Single {
            let split = cost + cost::split_pair(self.convention);
            self.step(
                path,
                top.below,
                Step::new(Action::Close { skipped: 0 }, split),
            );
            if below.depth > 0 && below.style == MarkStyle::Single {
                self.step(path, below.below, Step::new(Action::CloseTwo, split));
            }
        } else if event.after_stop {
            let cost = cost + cost::WRONG_STYLE;
            self.step(
                path,
                top.below,
                Step::new(Action::Close { skipped: 0 }, cost),
            );
        }
    }

    /// Offers a path that goes on with a step that opens a quotation.
    fn step_onto(&mut self, from: Path, below: StackId, event: &Event, step: Step) {
        let key = self.stacks.top(below).key.with(event.style);
        let Some(slot) = self.slot(key, step) else {
            return;
        };
        let unclosed = cost::unclosed(event.style, self.convention);
        let stack = self.stacks.push(below, event, unclosed);
        self.keep(slot, from, stack, step);
    }

    /// Offers a path that goes on with a step that opens none.
    fn step(&mut self, from: Path, stack: StackId, step: Step) {
        let key = self.stacks.top(stack).key;
        if let Some(slot) = self.slot(key, step) {
            self.keep(slot, from, stack, step);
        }
    }

    /// Where a path goes among those kept: in place of a costlier one to the same stack, or after
    /// all; `None` if it is the costlier one itself or too costly to be kept.
    fn slot(&mut self, key: StackKey, step: Step) -> Option<usize> {
        let Step { cost, resumed, .. } = step;
        self.steps += 1;
        let is_costly = cost > self.cheapest.saturating_add(WINDOW);
        self.cheapest = self.cheapest.min(cost);
        let mut kept = self.next.iter();
        match kept.position(|other| other.key == key && other.resumed == resumed) {
            Some(slot) => (cost < self.next[slot].cost && !is_costly).then_some(slot),
            None if is_costly => {
                // It only keeps the position of a cheaper one.
                self.next.push(Path {
                    cost,
                    stack: EMPTY,
                    key,
                    node: ROOT,
                    across: Across::Nothing,
                    resumed,
                    unmarked: false,
                });
                None
            }
            None => Some(self.next.len()),
        }
    }

    fn keep(&mut self, slot: usize, from: Path, stack: StackId, step: Step) {
        let path = Path {
            cost: step.cost,
            stack,
            key: self.stacks.top(stack).key,
            resumed: step.resumed,
            unmarked: from.unmarked && stack != EMPTY,
            across: Across::Nothing,
            node: NodeId::new(self.nodes.len()),
        };
        self.nodes.push(Node {
            previous: from.node,
            decision: MarkDecision {
                across: from.across,
                action: step.action,
            },
        });
        match self.next.get_mut(slot) {
            Some(kept) => *kept = path,
            None => self.next.push(path),
        }
    }

    /// Keeps the cheapest paths, and settles what all of them share.
    fn prune(&mut self) {
        self.paths.sort_by_key(|path| path.cost);
        let cheapest = self.paths[0].cost;
        self.paths.truncate(BEAM);
        self.paths.retain(|path| path.cost <= cheapest + WINDOW);
        for path in &mut self.paths {
            path.cost -= cheapest;
        }
        let is_only = self.paths.len() == 1;
        if is_only && self.paths[0].stack == EMPTY || self.nodes.len() > SETTLE {
            self.settle();
        }
    }

    /// Decides for the cheapest path, and forgets all others.
    fn settle(&mut self) {
        let path = self.paths[0];
        let from = self.settled.len();
        let mut node = path.node;
        while node != ROOT {
            let Node { previous, decision } = self.nodes[node.index()];
            self.settled.push(decision);
            node = previous;
            self.steps += 1;
        }
        self.settled[from..].reverse();
        self.nodes.truncate(1);

        let stack = self.stacks.keep_only(path.stack);
        self.steps += u64::from(self.stacks.top(stack).depth);
        self.paths.clear();
        self.paths.push(Path {
            cost: 0,
            node: ROOT,
            stack,
            ..path
        });
    }

    pub(super) fn finish(mut self) -> (Vec<MarkDecision>, u64) {
        for path in &mut self.paths {
            path.cost += self.stacks.top(path.stack).unclosed;
        }
        self.paths.sort_by_key(|path| path.cost);
        self.settle();
        (self.settled, self.steps)
    }
}
