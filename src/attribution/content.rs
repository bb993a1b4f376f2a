//! The spans of contents and sources: where what is reported begins and ends.

use super::Scene;
use crate::cue::CueGroup;
use crate::kind::{CueKind, Kind};
use crate::lexicon::Frame;
use crate::mention::Actor;
use crate::reading::{Reading, Tag, UnitKind, VerbForm};
use crate::span::Span;

/// How many units a content or a source may reach over; sentences are hardly ever longer.
const REACH: usize = 200;

/// The content of an attribution whose quotes are known: the quotes, or for words in marks within a
/// clause the clause.
pub(super) fn of_quotes(
    scene: &Scene<'_>,
    quotes: &[u32],
    report: Option<(&CueGroup, &Actor)>,
) -> (Kind, Vec<Span>) {
    let reading = scene.reading;
    let plain = || -> Vec<Span> {
        quotes
            .iter()
            .map(|&quote| reading.quotes[quote as usize].span())
            .collect()
    };
    let Some((cue, actor)) = report else {
        return (Kind::Direct, plain());
    };
    let sentence = reading.sentence_of[cue.head_unit as usize];
    let mut mixed = false;
    let mut spans: Vec<Span> = Vec::new();
    for &quote in quotes {
        let (opening, closing) = reading.quote_units[quote as usize];
        let own = reading.quotes[quote as usize].span();
        if spans.last().is_some_and(|span| span.contains(own)) {
            continue;
        }
        let near = reading.sentence_of[opening as usize] == sentence
            || reading.sentence_of[closing as usize] == sentence;
        let clause = near
            .then(|| clause(scene, cue, actor, opening, closing))
            .flatten();
        match clause {
            Some((span, whole)) => {
                mixed |= !whole;
                spans.push(if whole { own } else { span.join(own) });
            }
            None => spans.push(own),
        }
    }
    spans.sort_unstable();
    spans.dedup_by(|next, last| {
        let shared = last.overlaps(*next);
        if shared {
            *last = last.join(*next);
        }
        shared
    });
    (if mixed { Kind::Mixed } else { Kind::Direct }, spans)
}

/// The reported clause around a quote, and whether it consists of quotes alone.
fn clause(
    scene: &Scene<'_>,
    cue: &CueGroup,
    actor: &Actor,
    opening: u32,
    closing: u32,
) -> Option<(Span, bool)> {
    let reading = scene.reading;
    let (first, last) = if cue.head_unit < opening {
        let start = content_start(scene, cue, actor)?;
        if start > opening {
            return None;
        }
        (start, content_end(scene, cue, closing))
    } else {
        let first = sentence_start(reading, opening);
        let subject = if actor.unit > closing {
            actor.unit.min(cue.first_unit)
        } else {
            cue.first_unit
        };
        (first, before(reading, subject).unwrap_or(closing))
    };
    let mut whole = true;
    let mut unit = first;
    for _ in 0..REACH {
        let kind = reading.unit(unit).kind;
        whole &= matches!(
            kind,
            UnitKind::Opening(_)
                | UnitKind::Closing(_)
                | UnitKind::Comma
                | UnitKind::Colon
                | UnitKind::Stop
                | UnitKind::Dash
                | UnitKind::Coordinator
                | UnitKind::Break
        );
        match reading.next_on_level(unit) {
            Some(next) if next <= last => unit = next,
            _ => break,
        }
    }
    let first = reading.unit(first).first;
    let last = reading.unit(last);
    Some((reading.span(first, last.end.max(first + 1) - 1), whole))
}

fn before(reading: &Reading<'_>, unit: u32) -> Option<u32> {
    let mut unit = reading.previous_on_level(unit)?;
    while matches!(
        reading.unit(unit).kind,
        UnitKind::Comma | UnitKind::Dash | UnitKind::Break | UnitKind::Adverb
    ) {
        unit = reading.previous_on_level(unit)?;
    }
    Some(match reading.unit(unit).kind {
        UnitKind::Opening(quote) => reading.quote_units[quote as usize].1,
        _ => unit,
    })
}

/// The first unit of a sentence on the level of a quote.
fn sentence_start(reading: &Reading<'_>, mut unit: u32) -> u32 {
    for _ in 0..REACH {
        match reading.previous_on_level(unit) {
            Some(before)
                if !matches!(
                    reading.unit(before).kind,
                    UnitKind::Colon | UnitKind::Semicolon
                ) =>
            {
                unit = before
            }
            _ => break,
        }
    }
    unit
}

/// The unit where what a cue introduces begins: behind its source, its addressee and its adverbials.
fn content_start(scene: &Scene<'_>, cue: &CueGroup, actor: &Actor) -> Option<u32> {
    let reading = scene.reading;
    let from = if actor.unit > cue.last_unit {
        actor.unit
    } else {
        cue.last_unit
    };
    let mut unit = reading.next_on_level(from)?;
    let kind = |unit: u32| reading.unit(unit).kind;
    if cue.facts.takes(Frame::Addressee) && !cue.passive && kind(unit) == UnitKind::NounPhrase {
        unit = reading.next_on_level(unit)?;
    }
    for _ in 0..6 {
        match kind(unit) {
            UnitKind::Comma | UnitKind::Colon | UnitKind::Adverb | UnitKind::Aside => {
                unit = reading.next_on_level(unit)?
            }
            UnitKind::NounPhrase if reading.word(reading.unit(unit).head).tag == Tag::Time => {
                unit = reading.next_on_level(unit)?;
            }
            UnitKind::Preposition if is_adverbial(reading, cue, unit) => {
                let noun = reading.next_on_level(unit)?;
                unit = reading.next_on_level(noun)?;
            }
            _ => break,
        }
    }
    Some(unit)
}

/// Whether a preposition behind a cue begins an adverbial, not the content: "said in a statement",
/// "wrote on Twitter"; but "accused him of", "spoke about".
fn is_adverbial(reading: &Reading<'_>, cue: &CueGroup, unit: u32) -> bool {
    let is = |word| reading.is(reading.unit(unit).first, word);
    let taken = (is("of") && cue.facts.takes(Frame::Of))
        || (is("for") && cue.facts.takes(Frame::For))
        || (is("as") && cue.facts.takes(Frame::As))
        || cue.facts.takes(Frame::About) && (is("about") || is("of") || is("against") || is("on"));
    let noun = reading.next_on_level(unit);
    !taken && noun.is_some_and(|noun| reading.unit(noun).kind == UnitKind::NounPhrase)
}

/// The last unit of what a cue introduces: the end of the sentence, or the unit before the next cue
/// that is joined to this one.
fn content_end(scene: &Scene<'_>, cue: &CueGroup, closing: u32) -> u32 {
    let reading = scene.reading;
    let mut last = closing;
    let mut unit = closing;
    for _ in 0..REACH {
        let Some(next) = reading.next_on_level(unit) else {
            break;
        };
        unit = next;
        match reading.unit(unit).kind {
            UnitKind::Stop | UnitKind::Break | UnitKind::Semicolon => {}
            UnitKind::Comma | UnitKind::Coordinator => {
                let Some(after) = reading.next_on_level(unit) else {
                    break;
                };
                if joined_cue(scene, cue, after) {
                    break;
                }
            }
            UnitKind::Opening(quote) => last = reading.quote_units[quote as usize].1,
            _ => last = unit,
        }
    }
    last
}

/// Whether a unit behind a comma or "and" goes on with what the source of `cue` does.
fn joined_cue(scene: &Scene<'_>, cue: &CueGroup, unit: u32) -> bool {
    let reading = scene.reading;
    let verb = match reading.unit(unit).kind {
        UnitKind::Coordinator | UnitKind::Adverb => reading.next_on_level(unit),
        _ => Some(unit),
    };
    verb.is_some_and(|verb| {
        let kind = reading.unit(verb).kind;
        let ing = kind == UnitKind::VerbGroup(VerbForm::Ing);
        let finite = kind == UnitKind::VerbGroup(VerbForm::Finite) && cue.kind == CueKind::Verb;
        (ing || finite) && scene.reports(verb)
    })
}

/// The source with what describes it behind its name, as far as the cue allows.
pub(super) fn source_span(scene: &Scene<'_>, actor: &Actor, cue: Option<&CueGroup>) -> Span {
    let reading = scene.reading;
    let own = crate::speaker::span(reading, actor);
    if actor.possessor {
        return own;
    }
    let Some(cue) = cue else { return own };
    if cue.first_unit > actor.unit {
        let mut unit = actor.unit;
        let mut last = actor.unit;
        let mut verbs = 0;
        for _ in 0..REACH {
            match reading.next_on_level(unit) {
                Some(next) if next < cue.first_unit => unit = next,
                _ => break,
            }
            match reading.unit(unit).kind {
                UnitKind::Comma
                | UnitKind::Adverb
                | UnitKind::Break
                | UnitKind::Coordinator
                | UnitKind::Dash => {}
                UnitKind::Wh => verbs -= 1,
                UnitKind::VerbGroup(VerbForm::Finite) => {
                    verbs += 1;
                    last = unit;
                }
                UnitKind::Opening(_) => return own,
                _ => last = unit,
            }
        }
        if verbs > 0 || last == actor.unit {
            return own;
        }
        return own.join(reading.span(reading.unit(last).first, reading.unit(last).end - 1));
    }
    own
}
