//! Who could speak each line.

use std::cell::OnceCell;

use enumset::EnumSet;
use smallvec::SmallVec;

use super::beats::Neighbours;
use super::candidate_features::{at_every_line, beside_name, describe, style};
use super::chain::{LineNode, ROOM, align};
use super::context::LineContext;
use super::feature::LineFeature;
use super::first_guess::FirstGuess;
use super::introductions::Introductions;
use super::line::{CuedSource, DialogueLine, is_newcomer, is_of_several};
use super::named_trades::NamedTrades;
use super::referent::Referent;
use super::scene_cast::SceneCast;
use super::shortlist::Shortlist;
use super::transition::transition;
use crate::analysis::Analysis;
use crate::analysis::mention::{Mention, Nature};
use crate::attribution::input::AttributionInput;
use crate::attribution::revealed::SPEECH;
use crate::entity::{Entities, is_own_parent, possessive};
use crate::ids::EntityId;
use crate::kinds::Gender;
use crate::language::Class;

/// How many candidates a line has at most, and how many of them narration named last. More of them
/// cost time and found no speaker in the novels of `weights/MODEL.md`.
const CANDIDATES: usize = 14;
const NAMED_LAST: usize = 8;
const _: () = assert!(CANDIDATES < ROOM);
/// Of how many lines before the guessed speakers are candidates.
const GUESSED: usize = 6;
/// The fewest candidates of whom one can answer another.
const FEWEST: usize = 2;
/// How many lines and paragraphs ahead a speaker may be named to be a candidate.
const LINES_AHEAD: usize = 6;
const PARAGRAPHS_AHEAD: usize = 12;
/// How many of those whom a line calls are candidates of the lines beside it.
const CALLED: usize = 2;

/// The lines as the chain sees them, made one after the other.
pub(super) struct Nodes<'a> {
    input: &'a AttributionInput<'a>,
    entities: &'a Entities<'a>,
    lines: &'a [DialogueLine],
    /// Whom the cue of each probably names.
    cued: Vec<Option<EntityId>>,
    /// The position of the next line.
    at: usize,
    scene_cast: SceneCast<'a>,
    introductions: Introductions,
    named_trades: NamedTrades,
    at_every_line: Vec<EnumSet<LineFeature>>,
    style: EnumSet<LineFeature>,
    first_guess: FirstGuess,
    shortlist: Shortlist,
    /// The candidates of the line before.
    before: Vec<EntityId>,
    /// Whom its reporting clause names.
    named_before: Option<EntityId>,
}

impl<'a> Nodes<'a> {
    pub(super) fn of(
        input: &'a AttributionInput<'a>,
        entities: &'a Entities<'a>,
        lines: &'a [DialogueLine],
    ) -> Self {
        let introductions = Introductions::of(input, entities);
        let cued: Vec<Option<EntityId>> = lines.iter().map(DialogueLine::named_by_cue).collect();
        Nodes {
            input,
            entities,
            lines,
            at: 0,
            scene_cast: SceneCast::new(input, entities),
            at_every_line: at_every_line(entities, &cued, &introductions),
            cued,
            style: style(lines),
            introductions,
            named_trades: NamedTrades::of(input),
            first_guess: FirstGuess::default(),
            shortlist: Shortlist::new(entities.len()),
            before: Vec::with_capacity(CANDIDATES),
            named_before: None,
        }
    }
}

impl Iterator for Nodes<'_> {
    type Item = LineNode;

    fn next(&mut self) -> Option<LineNode> {
        let line = self.lines.get(self.at)?;
        self.scene_cast.read_to(line.opening);
        let (before, after) = (&self.lines[..self.at], &self.lines[self.at + 1..]);
        let context = LineContext {
            input: self.input,
            entities: self.entities,
            line,
            before,
            after,
            cued_before: &self.cued[..self.at],
            cued_after: &self.cued[self.at + 1..],
            beats: self.scene_cast.beats(Neighbours {
                before: before.last(),
                line,
                next: after.first(),
            }),
            scene_cast: &self.scene_cast,
            first_guess: &self.first_guess,
            at_every_line: &self.at_every_line,
            style: self.style,
            likely: OnceCell::new(),
        };
        let (shortlist, introductions) = (&mut self.shortlist, &self.introductions);
        gather(&context, shortlist);
        look_ahead(&context, introductions, shortlist);
        let (transition, starts) = transition(&context);
        let surely = named_surely(&context, (introductions, &self.named_trades), shortlist);
        let node = LineNode {
            alignment: align(&self.before, shortlist),
            named_by_clause: named_by_clause(&context, surely.is_some(), shortlist)
                .or_else(|| named_by_clause_before(&context, self.named_before, shortlist)),
            candidates: match surely {
                Some(source) => beside_name(&context, shortlist, source),
                None => describe(&context, shortlist),
            },
            transition,
            // After a line that nobody could speak nothing tells whose turn it is.
            starts: starts || self.before.is_empty() || shortlist.len() == 0,
        };
        let speaker = guess(&context, introductions, starts);
        self.before.clear();
        self.before.extend(shortlist.iter());
        self.named_before = node
            .named_by_clause
            .map(|named| node.candidates[named].person);
        if let Some(speaker) = speaker {
            self.scene_cast.note_speaker(speaker);
        }
        self.first_guess.add(speaker);
        self.at += 1;
        Some(node)
    }
}

/// Puts those who could speak a line on the list.
fn gather(context: &LineContext<'_>, list: &mut Shortlist) {
    list.clear();
    let LineContext { entities, line, .. } = *context;
    // "her mother" is somebody with a name or the one whom the text calls so, not "a woman".
    let by_kin = line
        .named_by_cue()
        .is_some_and(|person| entities.get(person).is_kin);
    let owners = owners(context);
    let mut add = |id: EntityId, is_sure: bool| {
        let person = entities.get(id);
        if list.len() < CANDIDATES
            && !list.has(id)
            && !owners.contains(&Some(id))
            && (is_sure || person.is_person() && (person.is_named || !by_kin))
        {
            list.push(id);
        }
    };
    let source = line.source.and_then(|source| source.referent.entity());
    source.into_iter().for_each(|person| add(person, true));
    for subject in [context.beats.before, context.beats.after] {
        let person = subject.entity();
        person.into_iter().for_each(|person| add(person, false));
    }
    let narrator = entities.narrator;
    narrator.into_iter().for_each(|person| add(person, true));
    let beside = [context.before(1), context.after.first(), context.before(2)];
    for near in beside.into_iter().flatten() {
        let called = near.called.iter().take(CALLED);
        called.for_each(|&person| add(person, false));
        let named = near.named_by_cue();
        named.into_iter().for_each(|person| add(person, true));
        let addressee = near.addressee;
        addressee.into_iter().for_each(|person| add(person, false));
    }
    let guessed = context.first_guess.speakers.iter().rev().take(GUESSED);
    guessed.flatten().for_each(|&person| add(person, false));
    let named = context.scene_cast.latest_first().take(NAMED_LAST);
    named.for_each(|participant| add(participant.person, false));
    let ahead = context.after.iter().zip(context.cued_after);
    ahead
        .take(LINES_AHEAD)
        .take_while(|(ahead, _)| {
            ahead.first_paragraph.since(line.last_paragraph) <= PARAGRAPHS_AHEAD
        })
        .filter_map(|(_, cued)| *cued)
        .for_each(|person| add(person, false));
}

/// A scene may begin before it names anybody: “…,” she said. Then those named next could speak: where
/// the list has nobody whom the pronoun may mean, or hardly anybody at all.
fn look_ahead(context: &LineContext<'_>, introductions: &Introductions, list: &mut Shortlist) {
    let LineContext { entities, line, .. } = *context;
    let gender = context.pronoun();
    let agrees =
        |person: EntityId| gender.is_none_or(|gender| entities.get(person).gender == Some(gender));
    let is_in_narration = |person| introductions.is_narrated(person) || context.narrates(person);
    let known = list
        .iter()
        .filter(|&person| agrees(person) && is_in_narration(person));
    let known = known.count();
    let wanted = match gender {
        Some(_) => usize::from(known == 0),
        None => FEWEST.saturating_sub(known),
    };
    let next = introductions
        .after(line.closing, agrees)
        .filter(|&person| !list.has(person));
    let next: SmallVec<[EntityId; FEWEST]> = next.take(wanted).collect();
    for person in next {
        if list.len() < CANDIDATES {
            list.push(person);
        }
    }
}

/// Those whose kin the source is, who are others: of "their mother" the two who spoke last, of "her mother" the
/// only woman who was named of late.
fn owners(context: &LineContext<'_>) -> [Option<EntityId>; 2] {
    let Some(source) = context.line.source.filter(CuedSource::is_probable) else {
        return [None; 2];
    };
    let mention = context.input.mention(source.mention);
    if is_of_several(context.input, mention) {
        return context.first_guess.in_turn(false);
    }
    let is_kin = |person| context.entities.get(person).is_kin;
    let gender = possessive(context.input.analysis, mention.first);
    let gender = gender.filter(|_| source.referent.entity().is_some_and(is_kin));
    [
        gender.and_then(|gender| context.scene_cast.only(gender)),
        None,
    ]
}

/// The source that the cue beside the line names, if there is hardly any evidence against it: a name,
/// several, somebody who has just come in or whom the text calls so once and plainly, "his uncle", by a trade that nobody
/// with a name has, "the vicar", what is no person, "the dragon", a parent of the narrator, "my mother", or the only one of
/// a gender; not "the old man" of many lines, who may have a name, nor an epithet, "the worthy woman", "her host", or a
/// voice, which in novels mostly are those of somebody known.
fn named_surely(
    context: &LineContext<'_>,
    (introductions, named_trades): (&Introductions, &NamedTrades),
    list: &Shortlist,
) -> Option<CuedSource> {
    let source = context.line.source.filter(CuedSource::is_sure)?;
    let id = source.referent.entity()?;
    let person = context.entities.get(id);
    let (analysis, mention) = (
        context.input.analysis,
        context.input.mention(source.mention),
    );
    let is_itself = person.is_named
        || person.is_plural
        || is_newcomer(context.input, mention)
        || introductions.is_newcomer(id, context.line.first_paragraph)
        || person.mentions == 1 && is_plain(analysis, mention)
        || named_trades.lacks(analysis, mention)
        || mention.nature == Nature::Thing && !analysis.word(mention.head).is_any(SPEECH)
        || is_own_parent(analysis, mention)
        || is_only(context, introductions, (id, list));
    (is_itself && !context.narrates(id)).then_some(source)
}

/// Whether a description has but a noun of kin or of a man or woman, and at most an age: "his father", "the old lady".
fn is_plain(analysis: &Analysis<'_>, mention: &Mention) -> bool {
    let ages = analysis.language.descriptions.generations;
    let mut before = mention.first.next().up_to(mention.head);
    mention.gender.is_some()
        && analysis.word(mention.head).is(Class::Person)
        && before.all(|at| analysis.word(at).is_one_of(ages))
}

/// Whether nobody on the list who has a name can be somebody of whom the text tells the gender.
fn is_only(
    context: &LineContext<'_>,
    introductions: &Introductions,
    (described, list): (EntityId, &Shortlist),
) -> bool {
    let entities = context.entities;
    let Some(gender) = entities.get(described).gender else {
        return false;
    };
    let may_be = |person: EntityId| {
        let entity = entities.get(person);
        person != described
            && entity.is_named
            && Gender::agree(entity.gender, Some(gender))
            && introductions.is_narrated(person)
    };
    !list.iter().any(may_be)
}

/// The position of the candidate whom a certain reporting clause calls by name, “…,” Anne said, or by a description of
/// somebody who surely is nobody else.
fn named_by_clause(context: &LineContext<'_>, is_itself: bool, list: &Shortlist) -> Option<usize> {
    let source = context.line.source.filter(CuedSource::is_certain)?;
    let named = source.referent.entity()?;
    let is_called = context.input.mention(source.mention).is_named();
    let is_described = is_itself && !context.entities.get(named).is_named;
    list.position(named).filter(|_| is_called || is_described)
}

/// The position of whom the reporting clause of the line before calls, where that is this line's reporting clause too:
/// “No,” Anne said. “Not yet.”
fn named_by_clause_before(
    context: &LineContext<'_>,
    speaker: Option<EntityId>,
    list: &Shortlist,
) -> Option<usize> {
    let (speaker, before) = (speaker?, context.before(1)?);
    let shares_clause = context.line.first_paragraph == before.last_paragraph
        && context.line.source?.mention == before.source?.mention;
    list.position(speaker).filter(|_| shares_clause)
}

/// Who must be so probable to be taken for whom a pronoun means. At 0.9, 3 fewer lines in a hundred with a pronoun in their cue
/// are guessed right in the novels of `weights/MODEL.md`, at 0.4 as many.
const LIKELY: f32 = 0.6;

/// Whom the cue of a line names or, by a pronoun, probably means, else whose turn it is.
fn guess(
    context: &LineContext<'_>,
    introductions: &Introductions,
    starts: bool,
) -> Option<EntityId> {
    let LineContext { entities, line, .. } = *context;
    let goes_on = |before: &DialogueLine| before.last_paragraph == line.first_paragraph;
    let in_turn = if starts {
        [None; 2]
    } else {
        let same_paragraph = context.before(1).is_some_and(goes_on);
        context.first_guess.in_turn(same_paragraph)
    };
    let source = line.source.filter(CuedSource::is_probable);
    let meant = || {
        let best = context.likely().first();
        let best = best.filter(|(_, probability)| *probability >= LIKELY);
        best.map(|&(person, _)| person)
    };
    match (source.map(|source| source.referent), context.beats.before) {
        (Some(Referent::Entity(person)), _) => Some(person),
        (Some(Referent::Pronoun(gender)), _) => {
            let agrees = |person: EntityId| entities.get(person).gender == Some(gender);
            let in_turn = in_turn.into_iter().flatten().find(|&one| agrees(one));
            let ahead = || introductions.after(line.closing, agrees).next();
            let nearest = || context.scene_cast.nearest(gender);
            meant().or(in_turn).or_else(nearest).or_else(ahead)
        }
        (Some(Referent::Other), _) => context.first_guess.other().filter(|_| !starts),
        (_, Referent::Entity(person)) => Some(person),
        _ => in_turn[0],
    }
}
