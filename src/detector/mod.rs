//! Text in, document out.

mod builder;
mod entries;
mod genre;
#[cfg(test)]
mod growth;
mod legible;
mod naming;
mod scratch;

use std::borrow::Cow;
use std::mem;
use std::sync::Arc;

use crate::analysis;
use crate::analysis::cue;
use crate::analysis::mention;
use crate::attribution::reported::Scorer;
use crate::attribution::{self, AttributionData, AttributionInput, Chooser, Deciders, Softmax};
use crate::attribution::{formula, models};
use crate::config::Config;
use crate::document::{Document, DocumentViews};
use crate::entity::{self, KnownNames};
#[cfg(feature = "fit")]
use crate::entity::{AntecedentChooser, Entities};
use crate::kinds::Genre;
use crate::language::Lexicon;
use crate::parts::Speaker;
use crate::quote::{self, Quote};
use crate::room::give_back;
use crate::span::within_reach;
use crate::stage::{Stage, Watch};
use crate::token::{Token, Tokenizer, without_markup};

pub use builder::QuoteDetectorBuilder;
pub use scratch::Scratch;

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
    /// What the caller knows of names.
    names: Arc<KnownNames>,
    /// The language with the caller's words; nothing if it is English without any.
    lexicon: Option<Arc<Lexicon>>,
}

impl QuoteDetector {
    /// A detector that knows nothing but English.
    ///
    /// ```
    /// let document = quotation::QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
    /// assert_eq!(document.speakers().len(), 1);
    /// ```
    #[must_use]
    pub fn new() -> QuoteDetector {
        QuoteDetector::default()
    }

    /// Finds everything that `text` quotes.
    ///
    /// This cannot fail, and it takes time and memory in proportion to the text, however large the
    /// cast: only the members whom the text names count. The same text gives the same document every
    /// time. Of a text beyond 4 GiB, the first 4 GiB are read.
    ///
    /// Tags of HTML and the addresses of Markdown's links are read as the white space that a reader sees;
    /// offsets are those of the text as it is.
    ///
    /// Prose takes some 22 to 32 bytes of memory for a byte of text. The most that was found for a long text is 63:
    /// `Mr. said,'Q. ` again and again, read as news. What nobody writes is passed over: where 256 bytes have 106 tokens
    /// or more they are read as white space, where they have 9 quotations these are left out, 11 names are taken for
    /// words, and 16 reports are none; but only if the 4 KiB around have as many on the whole, which no text has.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// assert_eq!(document.attributions().count(), 1);
    /// ```
    #[must_use]
    pub fn detect<'t>(&self, text: &'t str) -> Document<'t> {
        self.detect_with(&mut Scratch::default(), text)
    }

    /// Finds what [`detect`](QuoteDetector::detect) finds, and works in memory that is used again
    /// for the next text: for who reads many.
    ///
    /// ```
    /// # use quotation::{QuoteDetector, Scratch};
    /// let detector = QuoteDetector::new();
    /// let mut scratch = Scratch::default();
    /// for article in ["“It holds,” said Ines Okoro.", "“It leaks,” said Tomas Lindqvist."] {
    ///     let document = detector.detect_with(&mut scratch, article);
    ///     assert_eq!(document.attributions().count(), 1);
    /// }
    /// ```
    #[must_use]
    pub fn detect_with<'t>(&self, scratch: &mut Scratch, text: &'t str) -> Document<'t> {
        let minimum = self.config.minimum;
        let mut chooser = Softmax::new(models::news(), minimum);
        let scorer = models::reports().scorer(minimum.of_report());
        let deciders = Deciders {
            quotes: &mut chooser,
            reports: scorer,
        };
        self.read(text, scratch, deciders, &mut ())
    }

    /// Runs every stage; `deciders` have the last word on news.
    pub(crate) fn read<'t>(
        &self,
        text: &'t str,
        scratch: &mut Scratch,
        deciders: Deciders<'_, impl Chooser, impl Scorer>,
        watch: &mut impl Watch,
    ) -> Document<'t> {
        let (quotes, (genre, (attributions, speakers))) =
            self.with_input(text, scratch, watch, |input, watch| {
                let genre = match self.config.genre {
                    Some(genre) => (genre, None),
                    None => genre::of(input.analysis),
                };
                watch.ended(Stage::Genre);
                (genre, self.attribute(input, genre.0, deciders, watch))
            });
        let (genre, genre_confidence) = genre;
        Document {
            text: Cow::Borrowed(text),
            genre,
            genre_confidence,
            quotes,
            attributions,
            speakers,
            views: DocumentViews::new(self.lexicon.clone()),
        }
    }

    /// Runs the stages up to the point where somebody must choose who speaks, and there `then`.
    fn with_input<R, W: Watch>(
        &self,
        text: &str,
        scratch: &mut Scratch,
        watch: &mut W,
        then: impl FnOnce(&AttributionInput<'_>, &mut W) -> R,
    ) -> (Vec<Quote>, R) {
        let Scratch {
            tokens,
            structure,
            analysis: used,
            mentions,
            cues,
        } = scratch;
        let lexicon = self.lexicon.as_deref().unwrap_or_default();
        let tokenizer = Tokenizer::of(lexicon.language.orthography);
        let read = tokenize(tokenizer, without_markup(within_reach(text)), tokens);
        let read = read.trim_end();
        watch.ended(Stage::Tokens);
        tokenizer.read_structure(read, tokens, structure);
        watch.ended(Stage::Structure);
        let quotes = legible::without_crowded(quote::find(read, &structure.lines, lexicon));
        watch.ended(Stage::Quotes);
        let input = analysis::Input {
            text: read,
            lexicon,
            tokens,
            structure,
            quotes: &quotes,
        };
        let analysis = analysis::read(input, mem::take(used), watch);
        mention::find(&analysis, mentions);
        legible::forget_crowded(&analysis, mentions);
        watch.ended(Stage::Mentions);
        cue::find(&analysis, cues);
        watch.ended(Stage::Cues);
        let input = AttributionInput {
            analysis: &analysis,
            mentions,
            cues,
        };
        let result = then(&input, watch);
        *used = analysis.into_used();
        scratch.shrink_after(read.len());
        (quotes, result)
    }

    /// Tells who says what, and who the speakers are.
    fn attribute(
        &self,
        input: &AttributionInput<'_>,
        genre: Genre,
        deciders: Deciders<'_, impl Chooser, impl Scorer>,
        watch: &mut impl Watch,
    ) -> (Vec<AttributionData>, Vec<Speaker>) {
        let AttributionInput {
            analysis, mentions, ..
        } = input;
        let config = &self.config;
        let (mut attributions, mut speakers) = match genre {
            Genre::Novel => {
                let entities = entity::novel::find(analysis, mentions, &self.names);
                watch.ended(Stage::Speakers);
                let found = attribution::attribute_lines(input, entities, config);
                watch.ended(Stage::Direct);
                found
            }
            Genre::News => {
                let mut antecedents = attribution::models::ANTECEDENT_RANKER;
                let entities = entity::find(analysis, mentions, &self.names, &mut antecedents);
                watch.ended(Stage::Speakers);
                attribution::attribute(input, entities, deciders, config, watch)
            }
        };
        formula::apply(analysis, &config.formulas, &mut attributions, &mut speakers);
        let lexicon = self.lexicon.as_deref().unwrap_or_default();
        naming::apply(analysis.text, config, lexicon, &mut speakers);
        attributions.retain(|attribution| config.kinds.has(attribution.kind));
        watch.ended(Stage::List);
        (attributions, speakers)
    }

    /// Gives all that is known before somebody must choose who speaks, for the program that fits the
    /// weights of that choice.
    #[cfg(feature = "fit")]
    pub(crate) fn read_novel<R>(
        &self,
        text: &str,
        then: impl FnOnce(&AttributionInput<'_>, &Entities<'_>) -> R,
    ) -> R {
        let scratch = &mut Scratch::default();
        let (_, result) = self.with_input(text, scratch, &mut (), |input, ()| {
            let entities = entity::novel::find(input.analysis, input.mentions, &self.names);
            then(input, &entities)
        });
        result
    }

    /// Tells `antecedents` of each pronoun and description, read as news, for the program that fits whom they mean.
    #[cfg(feature = "fit")]
    pub(crate) fn read_antecedents(&self, text: &str, antecedents: &mut dyn AntecedentChooser) {
        let scratch = &mut Scratch::default();
        self.with_input(text, scratch, &mut (), |input, ()| {
            entity::find(input.analysis, input.mentions, &self.names, antecedents);
        });
    }

    /// The signs of a text's genre, for the program that fits what each weighs.
    #[cfg(feature = "fit")]
    pub(crate) fn genre_counts(&self, text: &str) -> genre::GenreCounts {
        let scratch = &mut Scratch::default();
        let count =
            |input: &AttributionInput<'_>, _: &mut ()| genre::GenreCounts::of(input.analysis);
        self.with_input(text, scratch, &mut (), count).1
    }
}

/// Puts the tokens of `text` in place of those in `tokens`, and gives what is read of it.
fn tokenize<'t>(tokenizer: Tokenizer, text: Cow<'t, str>, tokens: &mut Vec<Token>) -> Cow<'t, str> {
    // In English a token has four bytes and more, with the white space after it.
    let expected = text.len() / 4 + 8;
    tokens.clear();
    tokens.reserve(expected);
    fill(tokenizer, &text, tokens);
    let legible = legible::without_noise(&text, tokens);
    if let Some(legible) = &legible {
        fill(tokenizer, legible, tokens);
    }
    give_back(tokens, if legible.is_some() { 0 } else { expected });
    legible.map_or(text, Cow::Owned)
}

/// Puts the tokens of a text in place of others.
#[inline(never)]
fn fill(tokenizer: Tokenizer, text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    tokens.extend(tokenizer.tokens(text));
}
