//! Text in, document out.

mod builder;
mod genre;
#[cfg(test)]
mod growth;

use std::borrow::Cow;
use std::sync::Arc;

use crate::attribution::formula;
use crate::attribution::indirect::{Decider, Model};
use crate::attribution::{self, Chooser, Scene, Softmax, Weights};
use crate::config::Config;
use crate::cue;
use crate::document::Document;
use crate::kind::Genre;
use crate::lexicon::Lexicon;
use crate::mention;
use crate::quote::QuoteFinder;
use crate::reading::Reading;
use crate::span::within_reach;
use crate::speaker;
#[cfg(feature = "fit")]
use crate::speaker::novel::Persons;
use crate::token::{Structure, Token, Tokenizer};

pub use builder::QuoteDetectorBuilder;

/// Finds quotations in English text and who says them.
///
/// A detector is made once and used for any number of texts, in any number of threads: reading does
/// not change it, and a clone is cheap, for it shares all data.
///
/// ```
/// let detector = quotation::QuoteDetector::new();
/// let document = detector.detect("“The dam will hold,” said Ines Okoro, the engineer.");
/// let attribution = document.attributions().next().unwrap();
/// assert_eq!(attribution.speaker().unwrap().name(), "Ines Okoro");
/// ```
#[derive(Clone, Debug, Default)]
pub struct QuoteDetector {
    config: Arc<Config>,
    /// English with the caller's words; nothing if there are none.
    lexicon: Option<Arc<Lexicon>>,
}

impl QuoteDetector {
    /// A detector that knows nothing but English.
    #[must_use]
    pub fn new() -> QuoteDetector {
        QuoteDetector::default()
    }

    /// A builder for a detector that knows more: a cast, further reporting verbs and titles, names
    /// to ignore, a house style's formula.
    pub fn builder() -> QuoteDetectorBuilder {
        QuoteDetectorBuilder::default()
    }

    /// Finds everything that `text` quotes.
    ///
    /// This cannot fail, and it takes time and memory in proportion to the text. The same text gives
    /// the same document every time. Of a text beyond 4 GiB, the first 4 GiB are read.
    #[must_use]
    pub fn detect<'t>(&self, text: &'t str) -> Document<'t> {
        self.read(text, &mut Softmax(Weights::news()), Model::news())
    }

    /// Runs every stage; `chooser` has the last word on who says each quote of news, `decider` on
    /// what is reported without marks.
    pub(crate) fn read<'t>(
        &self,
        text: &'t str,
        chooser: &mut impl Chooser,
        decider: impl Decider,
    ) -> Document<'t> {
        let reading = self.reading(text);
        let actors = mention::find(&reading);
        let cues = cue::find(&reading);
        let scene = Scene {
            reading: &reading,
            actors: &actors,
            cues: &cues,
        };
        let genre = self.config.genre.unwrap_or_else(|| genre::of(&reading));
        let (mut attributions, mut speakers) = match genre {
            Genre::Novel => {
                let persons = speaker::novel::find(&reading, &actors, &self.config);
                attribution::attribute_lines(&scene, persons)
            }
            Genre::News => {
                let speakers = speaker::find(&reading, &actors, &self.config);
                let mut attributions = attribution::attribute(
                    &scene,
                    &speakers,
                    Weights::news(),
                    chooser,
                    decider,
                    self.config.kinds,
                );
                let quoted = attributions
                    .iter_mut()
                    .filter_map(|one| one.speaker.as_mut());
                let speakers = speakers.list(&reading, &actors, quoted.collect());
                (attributions, speakers)
            }
        };
        formula::apply(
            &reading,
            &self.config.formulas,
            &mut attributions,
            &mut speakers,
        );
        attributions.retain(|attribution| self.config.kinds.has(attribution.kind));
        Document {
            text: Cow::Borrowed(text),
            quotes: reading.quotes,
            attributions,
            speakers,
        }
    }

    fn reading<'t>(&self, text: &'t str) -> Reading<'t> {
        let lexicon = self
            .lexicon
            .as_deref()
            .unwrap_or_else(|| Lexicon::english());
        let read = within_reach(text).trim_end();
        // In English a token has five bytes and more, with the white space behind it.
        let mut tokens: Vec<Token> = Vec::with_capacity(read.len() / 5 + 8);
        tokens.extend(Tokenizer::new().tokens(read));
        let structure = Structure::of(read, &tokens);
        let quotes = QuoteFinder::new().quotes(read);
        Reading::new(read, lexicon, tokens, structure, quotes)
    }

    /// Reads a text up to the point where somebody must choose who speaks, for the program that fits
    /// the weights of that choice.
    #[cfg(feature = "fit")]
    pub(crate) fn read_novel<R>(
        &self,
        text: &str,
        then: impl FnOnce(&Scene<'_>, &Persons) -> R,
    ) -> R {
        let reading = self.reading(text);
        let actors = mention::find(&reading);
        let cues = cue::find(&reading);
        let persons = speaker::novel::find(&reading, &actors, &self.config);
        let scene = Scene {
            reading: &reading,
            actors: &actors,
            cues: &cues,
        };
        then(&scene, &persons)
    }
}
