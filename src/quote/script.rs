//! Scripts, transcripts and interviews: `Q:` and `A:`, `NAME: …`, `Name (aside): …`, `NAME. …`.
//!
//! A label is none by itself: a document must use labels as scripts do, the same ones again and
//! again. Then the text after a label is speech.

use std::collections::HashMap;

use super::label::{LONGEST_DIRECTION, LabelLayout};
use super::reporting_clause::ReportingClauses;
use super::turns::{LabelledLine, TurnLine, Turns};
use crate::language::{Class, Classes, Lexicon};
use crate::share::Share;
use crate::span::Span;
use crate::token::mark::can_close;

/// The share of the paragraphs of a script that have labels; the others are further paragraphs of
/// speeches, directions and headings. Set by hand, as are the numbers that follow, so that the scripts of
/// `tests/data/quotes/scripts.txt` are told from its lists, forms and notes.
const LABELLED: Share = Share::of(2, 5);

/// The share of those of a document that is nothing but a script.
const WHOLE: Share = Share::of(4, 5);

/// The share of the lines of a form that end as speech does, and of those whose labels come again.
const MOST_LINES: Share = Share::HALF;

/// How often labels come again that no question or exclamation shows to be those of speakers.
const REPEATED: usize = 3;

/// The same in a document that is nothing but a chat.
const REPEATED_IN_CHAT: usize = 2;

/// The fewest answers of an interview: one may be a note after a question.
const FEWEST_ANSWERS: usize = 2;

/// The speeches of a script, each with its pieces.
pub(super) fn speeches(clauses: ReportingClauses<'_>, turns: &Turns<'_>) -> Vec<Vec<Span>> {
    let ReportingClauses { text, lexicon } = clauses;
    let transcripts = lexicon.language.transcripts;
    let labelled = &turns.labels;
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for LabelledLine { label, .. } in labelled {
        *counts.entry(label.name).or_default() += 1;
    }
    let mut accepted = LabelLayout::ALL.to_vec();
    let has_scenes = labelled
        .iter()
        .any(|one| one.label.layout == LabelLayout::Above)
        && transcripts
            .scene_headings
            .iter()
            .any(|heading| text.contains(heading));
    let mut answers = Vec::new();
    accepted.retain(|&layout| {
        let labelling = Labelling::of(layout, clauses, turns, &counts);
        if labelling.answers_questions(layout) {
            answers.push(layout);
        }
        labelling.is_convention(layout, has_scenes) || answers.contains(&layout)
    });
    let kept: Vec<&LabelledLine<'_>> = labelled
        .iter()
        .filter(|labelled| accepted.contains(&labelled.label.layout))
        .collect();
    let is_script = LABELLED.is_reached(kept.len(), turns.paragraphs);
    let mut speeches = Vec::with_capacity(kept.len());
    for (i, labelled) in kept.iter().enumerate() {
        let layout = labelled.label.layout;
        let limit = match kept.get(i + 1) {
            _ if answers.contains(&layout) => end_of_line(text, labelled),
            _ if layout.is_above() => labelled.line.end,
            Some(next) if is_script => next.line.start,
            None if is_script => last_end(text, labelled, &turns.breaks),
            _ => labelled.line.end,
        };
        let credits = transcripts.credits;
        speeches.extend(speech(text, labelled, limit, &turns.breaks, credits));
    }
    speeches
}

/// How a document uses the labels of one form.
#[derive(Default)]
struct Labelling<'t> {
    lines: usize,
    /// The breaks of paragraphs within the lines, as in a screenplay.
    inner_breaks: usize,
    /// The lines that end as speech does.
    finished: usize,
    /// The lines whose label comes again.
    repeated: usize,
    first: Option<&'t str>,
    first_repeated: Option<&'t str>,
    has_two_names: bool,
    has_two_repeated: bool,
    /// Whether some line asks or exclaims. Notes and warnings have labels, too, but do not.
    is_lively: bool,
    /// Whether the document is nothing but such lines.
    is_whole: bool,
    /// The lines after a question that has no label.
    asked: usize,
    /// The lines whose label stands further in than what it says, as in the middle of a page.
    centred: usize,
    /// The lines whose label has the time before it.
    timed: usize,
    /// The lines whose label names a person.
    named: usize,
    /// The lines whose label is a common noun that names nobody.
    common: usize,
    /// The lines whose label is a day or a month.
    dated: usize,
    /// The lines that begin as sentences do not.
    small: usize,
}

impl<'t> Labelling<'t> {
    fn of(
        layout: LabelLayout,
        ReportingClauses { text, lexicon }: ReportingClauses<'_>,
        turns: &Turns<'t>,
        counts: &HashMap<&str, usize>,
    ) -> Labelling<'t> {
        let mut labelling = Labelling::default();
        let labelled = turns.labels.iter();
        for LabelledLine { line, label } in labelled.filter(|one| one.label.layout == layout) {
            let content = &text[line.start..line.end];
            labelling.lines += 1;
            let breaks_before = |at: usize| turns.breaks.partition_point(|gap| gap.start() < at);
            labelling.inner_breaks += breaks_before(line.end) - breaks_before(line.start);
            labelling.asked += usize::from(is_asked(&text[..line.start]));
            labelling.centred +=
                usize::from(is_centred(text, line.start, line.start + label.speech));
            labelling.finished += usize::from(is_finished(content));
            labelling.timed += usize::from(label.has_time);
            labelling.named += usize::from(names_person(lexicon, label.name));
            labelling.common += usize::from(names_thing(lexicon, label.name));
            labelling.dated += usize::from(names_date(lexicon, label.name));
            let speech = text[(line.start + label.speech).min(line.end)..line.end].trim_start();
            labelling.small += usize::from(speech.starts_with(char::is_lowercase));
            labelling.is_lively |= content.contains(['?', '!']);
            labelling.has_two_names |= *labelling.first.get_or_insert(label.name) != label.name;
            if counts[label.name] > 1 {
                labelling.repeated += 1;
                labelling.has_two_repeated |=
                    *labelling.first_repeated.get_or_insert(label.name) != label.name;
            }
        }
        let paragraphs = turns.paragraphs - labelling.inner_breaks.min(turns.paragraphs);
        labelling.is_whole = WHOLE.is_reached(labelling.lines, paragraphs);
        labelling
    }

    /// Whether one speaker alone has a label, and answers questions that have none, as papers print interviews.
    fn answers_questions(&self, layout: LabelLayout) -> bool {
        matches!(layout, LabelLayout::Name | LabelLayout::Capitals)
            && !self.has_two_names
            && self.lines >= FEWEST_ANSWERS
            && self.asked == self.lines
    }

    /// Whether each line has the time before its label, as a chat is kept. A programme has times, too, but no sentences.
    fn is_log(&self, layout: LabelLayout) -> bool {
        let is_spoken = self.finished == self.lines || self.named == self.lines && self.is_lively;
        let is_of_chats = matches!(layout, LabelLayout::Handle | LabelLayout::BesideTime);
        self.timed == self.lines && (is_of_chats || is_spoken)
    }

    /// Whether the labels are those of a form, a recipe or a plan, of which none names anybody: "Name:", "Monday:". But
    /// fox and crow take turns.
    fn is_form(&self) -> bool {
        let take_turns = self.has_two_repeated && self.is_lively;
        self.dated == self.lines || self.common == self.lines && !take_turns
    }

    /// Whether labels of this form are used as a script uses them: by more than one speaker, before
    /// what can be speech, again and again.
    fn is_convention(&self, layout: LabelLayout, has_scenes: bool) -> bool {
        // Who chats seldom ends with a full stop.
        let is_chat = self.is_whole
            && (self.repeated >= REPEATED_IN_CHAT
                || self.is_log(layout)
                || layout == LabelLayout::Nick
                || self.named == self.lines && self.small == self.lines);
        let is_finished = MOST_LINES.is_reached(self.finished, self.lines);
        if layout != LabelLayout::Account && !(self.has_two_names && (is_finished || is_chat)) {
            return false;
        }
        if self.is_form() {
            return false;
        }
        let all_finished = self.finished == self.lines;
        // Each speaks once.
        let is_exchange =
            self.is_whole && all_finished && (self.is_lively || self.named == self.lines);
        let mostly_repeated = MOST_LINES.is_reached(self.repeated, self.lines);
        match layout {
            LabelLayout::QuestionAndAnswer => true,
            LabelLayout::Capitals => {
                self.repeated >= REPEATED && mostly_repeated
                    || self.repeated > 0 && (self.is_lively || self.is_whole)
                    || self.is_lively && self.is_whole
                    || self.is_whole && self.lines >= REPEATED && all_finished
                    || is_exchange
            }
            // Nothing else begins with an account and a colon.
            LabelLayout::Account => true,
            LabelLayout::Handle | LabelLayout::Nick | LabelLayout::BesideTime => {
                self.is_whole && (is_chat || self.is_lively)
            }
            LabelLayout::Above => {
                let is_dialogue = self.is_whole && self.is_lively && self.repeated > 0;
                has_scenes
                    || self.repeated >= REPEATED
                    || self.centred == self.lines
                    || is_dialogue
                    || self.is_whole && all_finished && self.named == self.lines
            }
            // So are parts of recipes and letters headed.
            LabelLayout::EmphasisedAbove => {
                self.is_whole && all_finished && self.named == self.lines
            }
            // So are notes, recipes and forms labelled.
            LabelLayout::Name => self.has_two_repeated && mostly_repeated || is_exchange || is_chat,
            // So do headings end.
            LabelLayout::CapitalsAndStop | LabelLayout::TitleAndStop => {
                self.has_two_repeated && mostly_repeated
                    || self.is_whole && self.repeated > 0
                    || is_exchange
            }
        }
    }
}

/// Whether a label is a given name, a title or a noun for a person, or has an article, as no heading of a form has.
fn names_person(lexicon: &Lexicon, label: &str) -> bool {
    const PERSONS: Classes = Classes::of(&[Class::Person, Class::Title]);
    let look_up = |word: &str| lexicon.look_up(word.trim_end_matches('.'));
    let first = look_up(label.split(' ').next().unwrap_or_default());
    first.is_any(Classes::of(&[Class::GivenName, Class::Determiner]))
        || label.split(' ').any(|word| look_up(word).is_any(PERSONS))
        // "Me", "Also me", but not "ABOUT US"
        || label.contains(char::is_lowercase)
            && label.split(' ').any(|word| look_up(word).is(Class::FirstPerson))
}

/// Whether a label is a common word that names nobody, or a day or a month: "Method", "Monday".
fn names_thing(lexicon: &Lexicon, label: &str) -> bool {
    const SOMEBODY: Classes = Classes::of(&[
        Class::Person,
        Class::Group,
        Class::Title,
        Class::GivenName,
        Class::OrganisationNoun,
        Class::Organisation,
        Class::Place,
        Class::Demonym,
        Class::Quantifier,
    ]);
    let facts = lexicon.look_up(label);
    names_date(lexicon, label) || facts.is_known() && !facts.is_any(SOMEBODY)
}

fn names_date(lexicon: &Lexicon, label: &str) -> bool {
    let dates = Classes::of(&[Class::Weekday, Class::Month]);
    lexicon.look_up(label).is_any(dates)
}

/// Where the line of a label ends.
fn end_of_line(text: &str, labelled: &LabelledLine<'_>) -> usize {
    let start = (labelled.line.start + labelled.label.speech).min(text.len());
    text[start..]
        .find('\n')
        .map_or(text.len(), |end| start + end)
}

/// Whether a text ends with a question.
fn is_asked(before: &str) -> bool {
    before.trim_end().ends_with('?')
}

/// Whether a label stands further in on its line than what it says does on the next.
fn is_centred(text: &str, label: usize, speech: usize) -> bool {
    let indent = |at: usize| {
        let line = &text[..at.min(text.len())];
        line.len() - line.trim_end_matches([' ', '\t']).len()
    };
    indent(label) > indent(speech)
}

/// Whether a line's paragraph ends as speech does.
fn is_finished(line: &str) -> bool {
    let end = line.trim_end_matches(|c| matches!(c, '*' | '_' | ' ' | ')' | ']') || can_close(c));
    end.ends_with(['.', '?', '!', '…', '—', '–', '-', ','])
}

/// Where the last speech of a script ends: with its paragraph, or, if its label stands alone there, with
/// the next one.
fn last_end(text: &str, labelled: &LabelledLine<'_>, breaks: &[Span]) -> usize {
    let TurnLine { start, end } = labelled.line;
    let label_end = (start + labelled.label.speech).min(end);
    if !text[label_end..end].trim().is_empty() {
        return end;
    }
    let after = breaks.partition_point(|gap| gap.start() < end);
    breaks.get(after + 1).map_or(text.len(), |gap| gap.start())
}

/// The pieces of the speech after a label: the rest of its paragraph and, up to `limit`, the
/// paragraphs after it, which part at `breaks`; none if there is nothing.
fn speech(
    text: &str,
    labelled: &LabelledLine<'_>,
    limit: usize,
    breaks: &[Span],
    credits: &[&str],
) -> Option<Vec<Span>> {
    let line = labelled.line;
    let mut pieces = Vec::new();
    let label_end = (line.start + labelled.label.speech).min(line.end);
    let mut start = line.end - text[label_end..line.end].trim_start().len();
    let first = breaks.partition_point(|gap| gap.start() < start);
    let limit = limit.max(line.end);
    let breaks = breaks[first..].iter().map(|gap| (gap.start(), gap.end()));
    let breaks = breaks.take_while(|&(end, _)| end < limit);
    for (end, next) in breaks.chain([(limit, limit)]) {
        let end = start + without_credit(text[start..end.max(start)].trim_end(), credits).len();
        let paragraph = &text[start..end];
        let is_direction = paragraph.starts_with(['(', '[']) && paragraph.ends_with([')', ']']);
        if is_direction || is_heading(paragraph) && !pieces.is_empty() {
            break;
        }
        if !paragraph.is_empty() {
            pieces.push(Span::between(start as u32, end as u32));
        }
        start = next;
    }
    (!pieces.is_empty()).then_some(pieces)
}

/// What somebody wrote, without the account that it was passed on by: `The dam holds. via @ada`.
fn without_credit<'t>(text: &'t str, credits: &[&str]) -> &'t str {
    let credited = credits.iter().find_map(|&credit| {
        let (words, account) = text.rsplit_once(credit)?;
        (!account.contains(char::is_whitespace)).then_some(words)
    });
    credited.unwrap_or(text)
}

/// Whether a paragraph has no small letter, as `ACT II` has not.
fn is_heading(paragraph: &str) -> bool {
    paragraph.len() <= LONGEST_DIRECTION && !paragraph.contains(char::is_lowercase)
}
