//! Where a quote stands, and what that says of the cues and nouns around it.

use super::AttributionInput;
use enumset::EnumSet;

use super::features::QuotationFeature;
use super::revealed::SPEECH;
use super::source::Source;
use crate::analysis::cue::CueCandidate;
use crate::analysis::{ChunkKind, Shape, Tag, VerbForm};
use crate::gallop::count_leading;
use crate::ids::{ChunkId, CueId, SentenceId};
use crate::kinds::CueKind;
use crate::language::{Class, Frame};
use crate::model::FeatureSet;
use crate::quote::QuoteId;

/// How many cues on each side of a quote are taken.
const CUES: usize = 5;
/// How many are looked at for that, those within other quotes among them. With this a sentence
/// without end, of quotes with cues in them, takes no more time than many short ones.
const LOOKED_AT: usize = 64;
/// How many chunks between a cue and a quote are looked at.
const BETWEEN: usize = 64;
/// The most chunks between a quote and a cue that is near it: after it, before it, and before a comma and it.
/// Features are made of these steps, so that the weights must be fitted anew when one changes.
const NEAR_AFTER: usize = 3;
const NEAR_BEFORE: usize = 5;
const NEAR_COMMA: usize = 4;

/// How a cue stands to a quote.
#[derive(Clone, Copy, Debug)]
pub(super) struct CueRelation {
    pub(super) features: EnumSet<QuotationFeature>,
    /// Whether nothing stands between them in their sentence.
    pub(super) touches: bool,
}

impl CueRelation {
    fn apart(features: EnumSet<QuotationFeature>) -> CueRelation {
        CueRelation {
            features,
            touches: false,
        }
    }
}

/// Where a quote stands among the chunks.
pub(super) struct QuotePosition {
    pub(super) quote: QuoteId,
    pub(super) opening: ChunkId,
    pub(super) closing: ChunkId,
    pub(super) enclosing: Option<QuoteId>,
    pub(super) first_sentence: SentenceId,
    pub(super) last_sentence: SentenceId,
}

impl QuotePosition {
    pub(super) fn of(input: &AttributionInput<'_>, quote: QuoteId) -> QuotePosition {
        let (opening, closing) = input.analysis.quote_chunks[quote.index()];
        QuotePosition {
            quote,
            opening,
            closing,
            enclosing: input.analysis.enclosing[opening.index()],
            first_sentence: input.analysis.sentence_of[opening.index()],
            last_sentence: input.analysis.sentence_of[closing.index()],
        }
    }

    pub(super) fn covers(&self, chunk: ChunkId) -> bool {
        (self.opening..=self.closing).contains(&chunk)
    }

    pub(super) fn same_sentence(&self, input: &AttributionInput<'_>, cue: &CueCandidate) -> bool {
        let sentence = input.analysis.sentence_of[cue.head_chunk.index()];
        sentence == self.first_sentence || sentence == self.last_sentence
    }

    /// Finds the cues on the quote's level in its sentences, in the sentence before and, if the quote
    /// ends its own sentence, in the one after. `first` is the first cue after the opening.
    pub(super) fn find_cues(
        &self,
        input: &AttributionInput<'_>,
        first: CueId,
        cues: &mut Vec<CueId>,
    ) {
        let analysis = input.analysis;
        let before = self.first_sentence.previous();
        let from = analysis.sentence_chunks[before.unwrap_or(self.first_sentence).index()];
        let last = self.last_sentence.index() + usize::from(self.ends_sentence(input));
        let to = analysis.sentence_chunks[(last + 1).min(analysis.sentences.len())];
        let reports = |cue: &CueCandidate| {
            analysis.enclosing[cue.head_chunk.index()] == self.enclosing
                && self.may_report(input, cue)
        };
        let before = CueId::FIRST.up_to(first).rev();
        let before = before.take_while(|&cue| input.cue(cue).head_chunk >= from);
        let within = count_leading(&input.cues[first.index()..], |cue| {
            cue.head_chunk < self.closing
        });
        let after = first.plus(within).up_to(CueId::new(input.cues.len()));
        let after = after.take_while(|&cue| input.cue(cue).head_chunk < to);
        cues.clear();
        cues.extend(
            before
                .take(LOOKED_AT)
                .filter(|&cue| reports(input.cue(cue)))
                .take(CUES),
        );
        cues.extend(
            after
                .take(LOOKED_AT)
                .filter(|&cue| {
                    let cue = input.cue(cue);
                    let sentence = analysis.sentence_of[cue.head_chunk.index()];
                    reports(cue) && analysis.share_paragraph(sentence, self.last_sentence)
                })
                .take(CUES),
        );
    }

    /// Whether a cue is a known one or at least in the quote's sentence.
    fn may_report(&self, input: &AttributionInput<'_>, cue: &CueCandidate) -> bool {
        cue.kind != CueKind::Verb || cue.facts.is(Class::Report) || self.same_sentence(input, cue)
    }

    fn ends_sentence(&self, input: &AttributionInput<'_>) -> bool {
        input.analysis.next_sibling(self.closing).is_none()
    }

    /// Where the words between a cue and the quote begin or end: at the cue, or at its source if that
    /// stands between.
    pub(super) fn edge(
        &self,
        input: &AttributionInput<'_>,
        cue: &CueCandidate,
        source: &Source,
    ) -> ChunkId {
        let noun = input.mention(source.mention).chunk;
        if cue.head_chunk > self.closing {
            if noun > self.closing {
                cue.first_chunk.min(noun)
            } else {
                cue.first_chunk
            }
        } else if source.after {
            cue.last_chunk.max(noun)
        } else {
            cue.last_chunk
        }
    }

    /// What the position of a cue to the quote says, the words between which begin or end at `edge`.
    pub(super) fn relation(
        &self,
        input: &AttributionInput<'_>,
        cue: &CueCandidate,
        edge: ChunkId,
    ) -> CueRelation {
        use QuotationFeature::*;
        let analysis = input.analysis;
        let mut features = EnumSet::new();
        let sentence = analysis.sentence_of[cue.head_chunk.index()];
        let verb = cue.kind == CueKind::Verb;
        if cue.head_chunk > self.closing {
            if sentence != self.last_sentence {
                if self.ends_without_stop(input) && is_clause_of_quote_before(input, cue) {
                    features.add(CueRightAfter);
                    return CueRelation {
                        features,
                        touches: true,
                    };
                }
                features.add(CueInSentenceAfter);
                let first = analysis.sentence_chunks[sentence.index()];
                features.add_if(edge == first, CueOpensSentenceAfter);
                return CueRelation::apart(features);
            }
            let between = Between::of(input, self.closing, edge);
            features.add(match between.steps {
                0 => CueRightAfter,
                1..=NEAR_AFTER => CueNearAfter,
                _ => CueFarAfter,
            });
            features.add_if(verb && !cue.facts.takes(Frame::After), SideUnusual);
            return CueRelation {
                features: features | between.features,
                touches: between.steps == 0,
            };
        }
        let between = Between::of(input, edge, self.opening);
        let last = analysis
            .previous_sibling(self.opening)
            .map(|chunk| analysis.chunk(chunk).kind);
        if sentence != self.first_sentence {
            let end = last_chunk(input, sentence);
            let colon = ends_with_colon(input, end);
            let starts = last.is_none();
            features.add(if colon && starts {
                CueBeforeBreakColon
            } else if analysis.share_paragraph(sentence, self.first_sentence) {
                CueInSentenceBefore
            } else {
                CueInParagraphBefore
            });
            let unfinished = starts && analysis.chunk(end).kind != ChunkKind::Stop;
            features.add_if(unfinished, CueBeforeBreak);
            return CueRelation::apart(features | between.features);
        }
        let plain = between.finite_verbs == 0;
        features.add(match last {
            Some(ChunkKind::Colon) => CueBeforeColon,
            Some(ChunkKind::Comma) if plain && between.steps <= NEAR_COMMA => CueBeforeComma,
            _ if between.steps == 0 => CueRightBefore,
            _ if between.steps <= NEAR_BEFORE => CueNearBefore,
            _ => CueFarBefore,
        });
        let aside = matches!(last, Some(ChunkKind::Colon | ChunkKind::Comma));
        features.add_if(
            verb && aside && !cue.facts.takes(Frame::Before),
            SideUnusual,
        );
        CueRelation {
            features: features | between.features,
            touches: between.steps == 0,
        }
    }

    /// Whether it ends otherwise than a statement does: “Is it?” “No!” “I thought—”
    fn ends_without_stop(&self, input: &AttributionInput<'_>) -> bool {
        let analysis = input.analysis;
        let last = analysis.chunk(self.closing).first.previous();
        last.is_some_and(|last| {
            let mark = analysis.token_text(last);
            mark.starts_with(['?', '!', '…', '—', '–', '-'])
        })
    }

    /// Whether its sentence begins with it.
    pub(super) fn opens_sentence(&self, input: &AttributionInput<'_>) -> bool {
        let (first, _) = input.analysis.sentence_bounds(self.first_sentence);
        first == self.opening && input.analysis.previous_sibling(self.opening).is_none()
    }

    /// Whether its paragraph holds nothing else.
    pub(super) fn is_alone(&self, input: &AttributionInput<'_>) -> bool {
        input.analysis.previous_sibling(self.opening).is_none()
            && self.ends_sentence(input)
            && self.is_only_sentence(input)
    }

    /// Whether its paragraph holds nothing but its sentence.
    pub(super) fn is_only_sentence(&self, input: &AttributionInput<'_>) -> bool {
        let analysis = input.analysis;
        self.first_sentence
            .previous()
            .is_none_or(|before| !analysis.share_paragraph(before, self.first_sentence))
            && !analysis.share_paragraph(self.last_sentence.next(), self.last_sentence)
    }
}

/// Whether a sentence is the reporting clause of the quote before it: “No!” Anne exclaimed. The mark within the
/// quote ends a sentence, and a name has a capital anyway; “No!” Anne said it was late. is no reporting clause.
fn is_clause_of_quote_before(input: &AttributionInput<'_>, cue: &CueCandidate) -> bool {
    let analysis = input.analysis;
    let takes = |frame| cue.facts.takes(frame);
    if cue.kind != CueKind::Verb
        || cue.form != VerbForm::Finite
        || !cue.facts.is(Class::Report)
        || !takes(Frame::After)
        || takes(Frame::Weak)
    {
        return false;
    }
    let kind = |chunk: ChunkId| analysis.chunk(chunk).kind;
    let is_no_adverb = |chunk: &ChunkId| kind(*chunk) != ChunkKind::Adverb;
    let mut before = analysis.siblings_before(cue.first_chunk);
    let mut after = analysis.siblings_after(cue.last_chunk);
    let Some(subject) = before.find(is_no_adverb) else {
        return false;
    };
    let first = analysis.first_word(subject);
    let has_own_capital = matches!(first.tag, Tag::Name | Tag::Title)
        || first.shape.has(Shape::PROPER)
        || first.is(Class::FirstPerson)
        // “Who is there?” A voice called.
        || analysis.head_word(subject).is_any(SPEECH)
        // In a text in capitals nothing else tells where a sentence begins.
        || analysis.word(cue.head).shape.has(Shape::ALL_CAPITALS);
    let opens = analysis.previous_sibling(subject).is_none();
    let is_subject = kind(subject) == ChunkKind::NounPhrase && has_own_capital && opens;
    let next = after.find(is_no_adverb);
    is_subject
        && next.is_none_or(|next| match kind(next) {
            ChunkKind::Stop
            | ChunkKind::Comma
            | ChunkKind::Dash
            | ChunkKind::Semicolon
            | ChunkKind::Preposition
            | ChunkKind::Coordinator
            | ChunkKind::VerbGroup(VerbForm::Ing) => true,
            ChunkKind::NounPhrase => {
                takes(Frame::Addressee) || analysis.head_word(next).tag == Tag::Time
            }
            _ => false,
        })
}

/// The chunks between a cue and a quote on their level.
#[derive(Clone, Copy, Debug, Default)]
struct Between {
    /// How many they are, commas, dashes and adverbs aside.
    steps: usize,
    finite_verbs: usize,
    features: EnumSet<QuotationFeature>,
}

impl Between {
    fn of(input: &AttributionInput<'_>, from: ChunkId, to: ChunkId) -> Between {
        let analysis = input.analysis;
        let mut between = Between::default();
        let before_description = analysis.language.sources.before_description;
        let is_before_description = |at| analysis.word(at).is_one_of(before_description);
        let mut joined = false;
        let chunks = analysis.siblings_after(from);
        for number in chunks.take_while(|&chunk| chunk < to).take(BETWEEN) {
            let chunk = analysis.chunk(number);
            let features = &mut between.features;
            match chunk.kind {
                ChunkKind::Comma
                | ChunkKind::Colon
                | ChunkKind::Dash
                | ChunkKind::Adverb
                | ChunkKind::Stop => continue,
                ChunkKind::Subordinator => features.add(QuotationFeature::ThatBetween),
                ChunkKind::NounPhrase => features.add(QuotationFeature::ObjectBetween),
                ChunkKind::Preposition if is_before_description(chunk.first) => {
                    features.add(QuotationFeature::AsBetween);
                }
                ChunkKind::VerbGroup(form) => {
                    let finite = form == VerbForm::Finite;
                    let cue = input.is_reporting_verb(number);
                    features.add_if(cue, QuotationFeature::CueBetween);
                    features.add_if(!cue && finite, QuotationFeature::VerbBetween);
                    features.add_if(joined && finite, QuotationFeature::JoinBetween);
                    between.finite_verbs += usize::from(finite);
                }
                ChunkKind::Coordinator | ChunkKind::Semicolon => joined = true,
                _ => {}
            }
            between.steps += 1;
        }
        between
    }
}

/// The last chunk of a sentence, which has one.
fn last_chunk(input: &AttributionInput<'_>, sentence: SentenceId) -> ChunkId {
    let end = input.analysis.sentence_chunks[sentence.index() + 1];
    end.previous().unwrap_or(end)
}

/// How many chunks at the end of a sentence may be a colon: other punctuation, such as a bracket, may follow it.
const LAST_CHUNKS: usize = 3;

fn ends_with_colon(input: &AttributionInput<'_>, last: ChunkId) -> bool {
    let chunks = std::iter::successors(Some(last), |chunk| chunk.previous());
    let mut kinds = chunks
        .take(LAST_CHUNKS)
        .map(|chunk| input.analysis.chunk(chunk).kind);
    kinds.find(|&kind| kind != ChunkKind::Other) == Some(ChunkKind::Colon)
}
