//! Who speaks each line of a novel.

use smallvec::smallvec;

use super::data::AttributionData;
use super::input::AttributionInput;
use super::lazy_reasons::LazyReasons;
use super::quote_groups::QuoteGroup;
use super::reported::ReportFinder;
use super::{dialogue, models, record};
use crate::config::Config;
use crate::entity::{Entities, Listed};
use crate::ids::EntityId;
use crate::kinds::AttributionKind;
use crate::parts::Speaker;

/// Tells who speaks each line of a novel, in text order, and who its speakers are.
pub(crate) fn attribute_lines<'t>(
    input: &AttributionInput<'t>,
    mut entities: Entities<'t>,
    config: &Config,
) -> (Vec<AttributionData>, Vec<Speaker>) {
    let minimum = config.minimum;
    // All lines are direct speech.
    let lines = match config.kinds.has(AttributionKind::Direct) {
        true => dialogue::attribute(input, &mut entities, minimum.of_line()),
        false => Vec::new(),
    };
    let (speakers, ids) = entities.list(
        input.analysis,
        input.mentions,
        Listed::All,
        std::iter::empty(),
    );
    if lines.is_empty() {
        return (Vec::new(), speakers);
    }
    let id = |person: Option<EntityId>| person.and_then(|person| ids[person.index()]);
    let weights = models::lines();
    let model = models::reports();
    let mut finder =
        ReportFinder::beside_quotes(input, model.vocabulary(), model.scorer(minimum.of_report()));
    let begun = lines.iter().filter(|line| !line.goes_on).count();
    let mut attributions: Vec<AttributionData> = Vec::with_capacity(begun);
    for line in lines {
        let span = input.analysis.quotes[line.quote.index()].span();
        if line.goes_on
            && let Some(before) = attributions.last_mut()
        {
            before.spans.push(span);
            before.quotes.push(line.quote);
            before.confidence = before.confidence.min(line.confidence);
            before.speaker_confidence = before.speaker.map(|_| before.confidence);
            before.addressee = before.addressee.or(id(line.addressee));
            continue;
        }
        let group = QuoteGroup {
            quotes: smallvec![line.quote],
            cue: line.cue,
            mention: line.mention,
            reasons: LazyReasons::of_line(weights, line.features),
            confidence: line.confidence,
            split_off: None,
        };
        let cue = group.cue.map(|cue| input.cue(cue));
        let opening = input.analysis.quote_chunks[line.quote.index()].0;
        let parts = cue.map(|cue| finder.spans_beside_quote(cue, group.mention, opening));
        let speaker = id(line.person);
        attributions.push(AttributionData {
            spans: smallvec![span],
            speaker,
            addressee: id(line.addressee),
            speaker_confidence: speaker.map(|_| line.confidence),
            ..record::data(input, parts, group)
        });
    }
    (attributions, speakers)
}
