//! Dialogue that a dash opens, as in Joyce and in Spanish, French, Polish and Russian prose.
//!
//! A line with a dash is no speech by itself: it may be an item of a list or a signature. The
//! document must have the convention: lines that ask, exclaim or are interrupted, and hardly any
//! speech in quotation marks. The narration inside a line is told from the speech by the dashes
//! around it, as each language sets them, or by the reporting clause.

use super::reporting_clause::{ReportingClause, ReportingClauses};
use super::turns::TurnLine;
use crate::share::Share;
use crate::span::Span;
use crate::token::mark::can_close;

/// The turns there are at least for each speech in quotation marks, where dashes are the convention.
const TURNS_A_SPEECH: usize = 2;

/// The most characters of a dash: more are a rule between sections.
const LONGEST_DASH: usize = 2;

/// The share of lines that end as sentences do. One line in five may have been cut, or set otherwise.
const FINISHED: Share = Share::of(4, 5);

/// Those who speak ask, exclaim, are interrupted or are reported; the items of a list hardly ever.
const LIVELY: Share = Share::of(1, 5);

/// The lines that must do so where the dash is a hyphen, as lists have it, and elsewhere.
const LIVELY_WITH_HYPHEN: usize = 2;
const LIVELY_WITH_DASH: usize = 1;

/// The speeches of a document's dash dialogue, given how much speech it has in quotation marks.
pub(super) fn speeches(
    clauses: ReportingClauses<'_>,
    lines: &[TurnLine],
    marked: usize,
) -> Vec<Span> {
    let turns: Vec<DashTurn<'_>> = lines
        .iter()
        .filter_map(|&line| DashTurn::of(clauses, line))
        .collect();
    if turns.len() < TURNS_A_SPEECH * marked || !is_convention(&turns) {
        return Vec::new();
    }
    let habits = Habits::of(&turns);
    let mut speeches = Vec::new();
    for turn in &turns {
        turn.split(habits, &mut speeches);
    }
    speeches
}

/// A line that a dash opens.
struct DashTurn<'t> {
    clauses: ReportingClauses<'t>,
    text: &'t str,
    /// The dash, as it stands in the text.
    dash: &'t str,
    /// Where the line starts, its dash included.
    start: usize,
    /// Where the words after the dash start and end.
    words: usize,
    end: usize,
}

impl<'t> DashTurn<'t> {
    /// The turn of a line; `None` if what follows the dash is no speech.
    fn of(clauses: ReportingClauses<'t>, line: TurnLine) -> Option<DashTurn<'t>> {
        let text = clauses.text;
        let whole = &text[line.start..line.end];
        let rest = whole.trim_start_matches(['-', '–', '—', '―']);
        let dash = &whole[..whole.len() - rest.len()];
        let words = rest.trim_start();
        let is_one_hyphen = dash == "-";
        let first = words
            .chars()
            .find(|c| !matches!(c, '¿' | '¡' | '…' | '.' | '_' | '*'))?;
        let is_speech = first.is_alphabetic()
            && dash.chars().count() <= LONGEST_DASH
            // A heading between dashes.
            && !words.ends_with(['-', '–', '―'])
            && (!is_one_hyphen || first.is_uppercase() || words.len() < rest.len());
        is_speech.then_some(DashTurn {
            clauses,
            text,
            dash,
            start: line.start,
            words: line.end - words.len(),
            end: line.end,
        })
    }

    fn content(&self) -> &'t str {
        &self.text[self.words..self.end]
    }

    /// The dashes inside that are like the first: of more than one hyphen, or a hyphen between
    /// spaces.
    fn dashes(&self) -> impl Iterator<Item = Dash> {
        let (content, dash) = (self.content(), self.dash);
        content.match_indices(dash).filter_map(move |(at, dash)| {
            let (left, right) = (&content[..at], &content[at + dash.len()..]);
            let before = left.trim_end().chars().next_back()?;
            let after = right.trim_start().chars().next();
            let found = Dash {
                at,
                end: at + dash.len(),
                before,
                after,
                space_before: left.ends_with(char::is_whitespace),
                space_after: right.is_empty() || right.starts_with(char::is_whitespace),
            };
            let joins_words = before.is_alphanumeric() && after.is_some_and(char::is_alphanumeric);
            let is_hyphen =
                dash == "-" && !(found.space_before || found.space_after) && joins_words;
            (!is_hyphen && before != '-').then_some(found)
        })
    }

    /// Adds the parts of the line that are spoken.
    fn split(&self, habits: Habits, speeches: &mut Vec<Span>) {
        let mut from = Some(self.start);
        for dash in self.dashes() {
            let at = self.words + dash.at;
            match from {
                Some(start) if dash.begins_narration(habits) => {
                    self.add(start, at, speeches);
                    from = None;
                }
                None if dash.ends_narration() => from = Some(self.resumed(&dash)),
                _ => {}
            }
        }
        if let Some(start) = from {
            self.add(start, self.end, speeches);
        }
    }

    /// Where speech goes on after narration: at the dash if it stands before the words, and after
    /// it and its full stop or comma if it clings to the narration.
    fn resumed(&self, dash: &Dash) -> usize {
        if dash.space_before {
            return self.words + dash.at;
        }
        let rest = &self.content()[dash.end..];
        let speech = rest.trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '…' | '!' | '?')
        });
        self.end - speech.len()
    }

    /// Adds speech without dashes inside, and without the reporting clauses in it.
    fn add(&self, start: usize, end: usize, speeches: &mut Vec<Span>) {
        let mut start = start;
        while let Some(ReportingClause { from, to }) = self.clauses.first(start, end) {
            self.push(start, from, speeches);
            start = to;
        }
        self.push(start, end, speeches);
    }

    fn push(&self, start: usize, end: usize, speeches: &mut Vec<Span>) {
        let content = &self.text[start..end];
        let end = start + content.trim_end().len();
        let start = end - self.text[start..end].trim_start().len();
        if self.text[start..end].contains(char::is_alphanumeric) {
            speeches.push(Span::between(start as u32, end as u32));
        }
    }
}

/// A dash inside a turn.
struct Dash {
    at: usize,
    end: usize,
    /// The nearest character on each side that is no white space.
    before: char,
    after: Option<char>,
    space_before: bool,
    space_after: bool,
}

impl Dash {
    /// Whether speech ends here.
    fn begins_narration(&self, habits: Habits) -> bool {
        let Some(after) = self.after else {
            return false;
        };
        let ends_phrase = !self.before.is_alphanumeric();
        match (self.space_before, self.space_after) {
            // Spanish: —Ven —dijo.
            (true, false) => after.is_alphabetic(),
            // Russian: — Иди, — сказал он. Polish: — Idź — powiedział.
            (true, true) => after.is_lowercase() && (ends_phrase || habits.leaves_out_commas),
            (false, _) => false,
        }
    }

    /// Whether narration ends here.
    fn ends_narration(&self) -> bool {
        let Some(after) = self.after else {
            return false;
        };
        match (self.space_before, self.space_after) {
            // Spanish: —dijo él—. Ven.
            (false, true) => true,
            (false, false) => !after.is_alphanumeric(),
            // Russian: сказал он. — Иди.
            (true, true) => !self.before.is_alphanumeric() || after.is_lowercase(),
            (true, false) => true,
        }
    }
}

/// How a document sets narration off.
#[derive(Clone, Copy)]
struct Habits {
    /// The dash that begins narration needs no comma before it, as in Polish.
    leaves_out_commas: bool,
}

impl Habits {
    fn of(turns: &[DashTurn<'_>]) -> Habits {
        let (mut commas, mut narrates) = (false, false);
        for dash in turns.iter().flat_map(DashTurn::dashes) {
            let is_spaced = dash.space_before && dash.space_after;
            let Some(after) = dash.after.filter(|_| is_spaced) else {
                continue;
            };
            // Narration begins: Nie! — odparła. It ends: powiedział on. — Wsiadaj.
            commas |= after.is_lowercase() && dash.before == ',';
            narrates |= after.is_lowercase() && matches!(dash.before, '?' | '!' | '…');
            narrates |= after.is_uppercase() && dash.before == '.';
        }
        Habits {
            leaves_out_commas: narrates && !commas,
        }
    }
}

/// Whether the lines are a dialogue.
fn is_convention(turns: &[DashTurn<'_>]) -> bool {
    let (mut finished, mut lively) = (0, 0);
    for turn in turns {
        let content = turn
            .content()
            .trim_end_matches(|c| matches!(c, '_' | '*' | ')') || can_close(c));
        let is_finished = content.ends_with(['.', '?', '!', '…', '—', '–', ':']);
        let is_interrupted = turn
            .dashes()
            .any(|dash| dash.space_before && dash.after.is_some_and(char::is_lowercase));
        finished += usize::from(is_finished);
        lively += usize::from(
            content.contains(['?', '!', '¿', '¡'])
                || is_interrupted
                || turn.clauses.first(turn.words, turn.end).is_some(),
        );
    }
    let Some(first) = turns.first() else {
        return false;
    };
    let enough = match first.dash {
        "-" => LIVELY_WITH_HYPHEN,
        _ => LIVELY_WITH_DASH,
    };
    FINISHED.is_reached(finished, turns.len())
        && lively >= enough
        && LIVELY.is_reached(lively, turns.len())
}
