//! What the caller knows, checked.

use std::sync::Arc;

use super::QuoteDetector;
use crate::config::{
    CastMember, Config, Formula, Kinds, MinimumConfidence, checked_cast, is_visible,
};
use crate::entity::KnownNames;
use crate::error::Error;
use crate::kinds::{AttributionKind, Genre};
use crate::language::{Class, Classes, ENGLISH, Frame, Frames, Language, Lexicon};

/// Makes a [`QuoteDetector`] that knows what its caller knows.
///
/// Setters add to what is there, only [`kinds`](QuoteDetectorBuilder::kinds) replaces it. Entries
/// are trimmed, repeating one is no mistake, and all are checked by
/// [`build`](QuoteDetectorBuilder::build).
///
/// ```
/// use quotation::{AttributionKind, CastMember, Gender, QuoteDetector};
///
/// let detector = QuoteDetector::builder()
///     .cast([
///         CastMember::new("Ines Okoro").alias("the engineer").gender(Gender::Female),
///         CastMember::new("Tom Bright").narrator(),
///     ])
///     .reporting_verbs(["harrumph"])
///     .titles(["Dijkgraaf"])
///     .ignored_names(["Daily Lantern"])
///     .kinds([AttributionKind::Direct, AttributionKind::Mixed])
///     .formula(r"(?m)^(?<speaker>[A-Z ]+): (?<content>.+)$")
///     .build()?;
/// # let _ = detector;
/// # Ok::<(), quotation::Error>(())
/// ```
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct QuoteDetectorBuilder {
    cast: Vec<CastMember>,
    reporting_verbs: Vec<String>,
    titles: Vec<String>,
    ignored_names: Vec<String>,
    kinds: Option<Kinds>,
    minimum_confidence: Option<f32>,
    formulas: Vec<String>,
    genre: Option<Genre>,
    language: Option<&'static Language>,
}

impl QuoteDetectorBuilder {
    /// A builder of a detector that knows nothing but English.
    pub fn new() -> QuoteDetectorBuilder {
        QuoteDetectorBuilder::default()
    }

    /// Adds people who may speak: names, aliases, gender, who narrates.
    ///
    /// ```
    /// let detector = quotation::QuoteDetector::builder().cast(["Ines Okoro", "Tomas Lindqvist"]).build()?;
    /// let document = detector.detect("“It holds,” said Okoro.");
    /// assert_eq!(document.speakers()[0].name(), "Ines Okoro");
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn cast<M: Into<CastMember>>(mut self, members: impl IntoIterator<Item = M>) -> Self {
        self.cast.extend(members.into_iter().map(Into::into));
        self
    }

    /// Adds verbs that report speech, in the base form ("harrumph"). Their regular forms are added
    /// too; irregular ones are entries of their own.
    pub fn reporting_verbs<S: Into<String>>(mut self, verbs: impl IntoIterator<Item = S>) -> Self {
        extend_trimmed(&mut self.reporting_verbs, verbs);
        self
    }

    /// Adds words that stand before a name as a title: "Dijkgraaf", "Kapt."
    pub fn titles<S: Into<String>>(mut self, titles: impl IntoIterator<Item = S>) -> Self {
        extend_trimmed(&mut self.titles, titles);
        self
    }

    /// Adds names that never speak, such as the paper's own.
    pub fn ignored_names<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        extend_trimmed(&mut self.ignored_names, names);
        self
    }

    /// Sets the kinds of quotations to look for, which are all if this is not called.
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = AttributionKind>) -> Self {
        self.kinds = Some(kinds.into_iter().collect());
        self
    }

    /// Sets how probable an attribution must be to be made, from 0 to 1: one that is less probable is left
    /// out, and speech in whole sentences between marks is given to nobody.
    ///
    /// If this is not called, it is what F1 is best with on the texts that the weights were checked with: 0.45
    /// for words in marks within a sentence, 0.5 for reports, 0.7 for reports with words in marks, 0.2 for the
    /// lines of novels, and speech in whole sentences of news goes to whoever is most probable. Who fears a wrong
    /// speaker more than none sets it higher.
    ///
    /// ```
    /// let detector = quotation::QuoteDetector::builder().minimum_confidence(0.9).build()?;
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// assert!(document.attributions().all(|one| one.confidence() >= 0.9));
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn minimum_confidence(mut self, minimum: f32) -> Self {
        self.minimum_confidence = Some(minimum);
        self
    }

    /// Sets what sort of text is read, which is told from each text itself if this is not called.
    pub fn genre(mut self, genre: Genre) -> Self {
        self.genre = Some(genre);
        self
    }

    /// Sets the language, which is English if this is not called.
    #[doc(hidden)]
    pub fn language(mut self, language: &'static Language) -> Self {
        self.language = Some(language);
        self
    }

    /// Adds a house style's own way to say who speaks: a regular expression in the syntax of the
    /// crate `regex`, with groups named `speaker`, `content` and, if there is one, `cue`.
    ///
    /// Where it matches, it decides. It is searched for in the whole text: begin it with `(?m)` to
    /// let `^` and `$` stand for the ends of lines. The search takes the time that the expression
    /// takes, which can be more than in proportion to the text.
    pub fn formula(mut self, expression: impl Into<String>) -> Self {
        self.formulas.push(expression.into());
        self
    }

    /// Makes the detector.
    ///
    /// # Errors
    ///
    /// An error names the first entry that is wrong and says what was expected: one that is empty or
    /// no single word where one belongs, a cast member given twice with different facts, a second
    /// narrator, an ignored name that is one of the cast's, a name of nothing that can be seen, an
    /// empty set of kinds, a minimum confidence that is no probability, a formula that is no regular
    /// expression, is too large, lacks a group or has an unknown one.
    pub fn build(self) -> Result<QuoteDetector, Error> {
        let kinds = self.kinds.unwrap_or_default();
        if kinds.is_empty() {
            return Err(Error::entry(
                "kinds",
                "at least one of direct, mixed, indirect",
            ));
        }
        check_names("ignored name", &self.ignored_names)?;
        check_words("reporting verb", &self.reporting_verbs, is_word)?;
        check_words("title", &self.titles, |title| {
            is_word(title.strip_suffix('.').unwrap_or(title))
        })?;
        let minimum = match self.minimum_confidence {
            None => MinimumConfidence::default(),
            Some(minimum) => MinimumConfidence::new(minimum).ok_or_else(|| {
                Error::entry(
                    format_args!("minimum confidence {minimum}"),
                    "a number from 0 to 1",
                )
            })?,
        };
        let cast = checked_cast(self.cast, &self.ignored_names)?;
        let config = Config {
            genre: self.genre,
            minimum,
            reporting_verbs: self.reporting_verbs,
            titles: self.titles,
            kinds,
            formulas: self
                .formulas
                .iter()
                .map(|expression| Formula::new(expression))
                .collect::<Result<_, _>>()?,
        };
        let lexicon = own_lexicon(self.language, &config);
        let words = lexicon.as_ref().unwrap_or_else(|| Lexicon::english());
        let names = KnownNames::new(cast, &self.ignored_names, words);
        Ok(QuoteDetector {
            names: Arc::new(names),
            lexicon: lexicon.map(Arc::new),
            config: Arc::new(config),
        })
    }
}

/// The language with the caller's words, unless it is English without any.
fn own_lexicon(language: Option<&'static Language>, config: &Config) -> Option<Lexicon> {
    if language.is_none() && config.reporting_verbs.is_empty() && config.titles.is_empty() {
        return None;
    }
    let mut lexicon = Lexicon::of(language.unwrap_or(&ENGLISH));
    let frames = Frames::of(&[
        Frame::After,
        Frame::Before,
        Frame::That,
        Frame::ToAddressee,
        Frame::Speech,
        Frame::Strong,
    ]);
    for verb in &config.reporting_verbs {
        lexicon.add_verb(verb, frames);
    }
    for title in &config.titles {
        lexicon.add_word(title.trim_end_matches('.'), Classes::of(&[Class::Title]));
    }
    Some(lexicon)
}

fn extend_trimmed<S: Into<String>>(list: &mut Vec<String>, entries: impl IntoIterator<Item = S>) {
    list.extend(
        entries
            .into_iter()
            .map(|entry| entry.into().trim().to_owned()),
    );
}

/// Letters of any script, with hyphens or apostrophes inside.
fn is_word(entry: &str) -> bool {
    let is_joint = |c| matches!(c, '-' | '\'' | '’');
    !entry.is_empty()
        && entry
            .split(is_joint)
            .all(|part| !part.is_empty() && part.chars().all(char::is_alphabetic))
}

fn check_names(list: &str, entries: &[String]) -> Result<(), Error> {
    for (index, entry) in entries.iter().enumerate() {
        let number = index + 1;
        if entry.is_empty() {
            let entry = format!("{list} {number}");
            return Err(Error::entry(entry, "a name, found nothing"));
        }
        if !is_visible(entry) {
            let entry = format!("{list} {entry:?}");
            return Err(Error::entry(entry, "a name that can be seen"));
        }
    }
    Ok(())
}

fn check_words(
    list: &str,
    entries: &[String],
    is_valid: impl Fn(&str) -> bool,
) -> Result<(), Error> {
    for (index, entry) in entries.iter().enumerate() {
        if entry.is_empty() {
            return Err(Error::entry(
                format_args!("{list} {}", index + 1),
                "a word, found nothing",
            ));
        }
        if !is_valid(entry) {
            return Err(Error::entry(
                format_args!("{list} {entry:?}"),
                "one word of letters, with hyphens or apostrophes inside",
            ));
        }
    }
    Ok(())
}
