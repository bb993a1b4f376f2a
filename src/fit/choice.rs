//! The choices who says a quote.

use super::features::numbers;
use crate::attribution::{AttributionInput, Candidate, Chooser, Deciders, WordSlot, models};
use crate::config::MinimumConfidence;
use crate::detector::{QuoteDetector, Scratch};
use crate::entity::{self, Entities};
use crate::ids::CueId;
use crate::quote::QuoteId;
use crate::span::Span;

/// A choice among candidates, the first of which is that nobody is quoted.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The quote that somebody may have said.
    pub quote: Span,
    /// Whether the quote stands within another.
    pub nested: bool,
    /// What can be chosen.
    pub candidates: Vec<Alternative>,
}

/// A candidate of a [`Choice`].
#[derive(Clone, Debug)]
pub struct Alternative {
    /// The mention that would be the source; `None` if nobody is quoted.
    pub source: Option<Span>,
    /// The head of the cue.
    pub cue: Option<Span>,
    /// Whether it is only the owner of something, as in “Rutte's plan”.
    pub owner: bool,
    /// Whether it goes on with the source of the quote before.
    pub goes_on: bool,
    /// Its features, by their positions in [`quotation_features`].
    pub features: Vec<u16>,
    /// The words that are features: the slot of each, its number, and the form that stands there.
    pub words: Vec<(&'static str, u16, String)>,
}

/// Reads a text and lets `choose` make every choice, by the number of the candidate. Reports are found
/// by the weights.
pub fn choices(detector: &QuoteDetector, text: &str, choose: impl FnMut(&Choice) -> usize) {
    let scratch = &mut Scratch::default();
    let scorer = models::reports().scorer(MinimumConfidence::default().of_report());
    let deciders = Deciders {
        quotes: &mut Given(choose),
        reports: scorer,
    };
    detector.read(text, scratch, deciders, &mut ());
}

/// Chooses as it is told.
pub(super) struct Given<F>(pub(super) F);

impl<F: FnMut(&Choice) -> usize> Chooser for Given<F> {
    fn choose(
        &mut self,
        input: &AttributionInput<'_>,
        _: &Entities<'_>,
        quote: QuoteId,
        candidates: &[Candidate],
    ) -> (usize, f32) {
        let choice = choice(input, quote, candidates);
        ((self.0)(&choice), 1.0)
    }
}

pub(super) fn choice(
    input: &AttributionInput<'_>,
    quote: QuoteId,
    candidates: &[Candidate],
) -> Choice {
    let candidate = |one: &Candidate| {
        let mention = one
            .mention
            .map(|mention| &input.mentions.all[mention.index()]);
        Alternative {
            source: mention.map(|mention| entity::span(input.analysis, mention)),
            cue: one.cue.map(|cue| {
                let head = input.cues[cue.index()].head;
                input.analysis.span(head, head)
            }),
            owner: mention.is_some_and(|mention| mention.possessor),
            goes_on: one.goes_on,
            features: numbers(one.features),
            words: one
                .words
                .iter()
                .flatten()
                .map(|word| {
                    let form = form(input, quote, one, word.slot);
                    (word.slot.name(), word.word.index() as u16, form)
                })
                .collect(),
        }
    };
    let quotes = &input.analysis.quotes;
    Choice {
        nested: quotes[quote.index()].depth() > 0,
        quote: quotes[quote.index()].span(),
        candidates: candidates.iter().map(candidate).collect(),
    }
}

/// The word that stands in a slot.
fn form(
    input: &AttributionInput<'_>,
    quote: QuoteId,
    candidate: &Candidate,
    slot: WordSlot,
) -> String {
    let analysis = input.analysis;
    let (opening, closing) = analysis.quote_chunks[quote.index()];
    let opening = analysis.chunk(opening);
    let token = match slot {
        WordSlot::Before => opening.first.previous().unwrap_or(opening.first),
        WordSlot::After => analysis.chunk(closing).end,
        WordSlot::Beside | WordSlot::Within => {
            input.cues[candidate.cue.unwrap_or(CueId::FIRST).index()].head
        }
    };
    let base = analysis.word(token).base as usize;
    analysis.token_text(token)[..base].to_lowercase()
}
