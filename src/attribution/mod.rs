//! Candidates, features, choice: who says each quotation, by which cue.

mod adjacent_turns;
mod answerer;
mod assertion;
mod candidate;
mod choice;
mod content;
mod data;
pub(crate) mod dialogue;
mod exchange;
pub(crate) mod features;
pub(crate) mod formula;
#[cfg(feature = "fit")]
pub(crate) mod given;
mod input;
mod interruption;
mod interviewee;
mod lazy_reasons;
mod led_in;
mod lines;
pub(crate) mod models;
mod news;
pub(crate) mod non_quotation;
mod quote_groups;
mod quote_position;
mod quoted;
mod reasons;
mod record;
mod report_index;
pub(crate) mod reported;
mod revealed;
mod shipped;
mod source;
mod speaker_confidence;
mod spoken;
mod turns;
mod uncued;
mod weights;
mod word_feature;

pub(crate) use candidate::Candidate;
pub(crate) use choice::{Chooser, Softmax};
pub(crate) use data::AttributionData;
pub use data::AttributionId;
#[cfg(feature = "fit")]
pub(crate) use data::FewSpans;
pub(crate) use input::AttributionInput;
pub(crate) use lines::attribute_lines;
pub(crate) use news::{Deciders, attribute};
pub use reasons::{Reason, ReasonKind};
pub(crate) use weights::QuotationWeights;
#[cfg(feature = "fit")]
pub(crate) use word_feature::WordSlot;
