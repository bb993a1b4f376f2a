//! What the caller knows, checked.

use std::sync::Arc;

use super::{QuoteDetector, entries};
use crate::config::{CastMember, Config, Formula, Kinds, MinimumConfidence, checked_cast};
use crate::entity::KnownNames;
use crate::error::Error;
use crate::kinds::{AttributionKind, Genre, Naming};
use crate::language::{Class, Classes, Frame, Frames, Language, Lexicon};

/// Makes a [`QuoteDetector`] that knows what its caller knows.
///
/// Setters that take several entries, and [`formula`](QuoteDetectorBuilder::formula), add to what is there;
/// [`kinds`](QuoteDetectorBuilder::kinds) and those that take one value replace it. Words and names are trimmed,
/// repeating one is no mistake, and all are checked by [`build`](QuoteDetectorBuilder::build).
///
/// ```
/// use quotation::{AttributionKind, CastMember, Gender, QuoteDetector};
///
/// let detector = QuoteDetector::builder()
///     .cast([
///         CastMember::new("Ines Okoro").alias("the engineer").gender(Gender::Female),
///         CastMember::new("Tom Bright").narrator(),
///     ])
///     .reporting_verbs(["toot"])
///     .titles(["Dijkgraaf"])
///     .ignored_names(["Daily Lantern"])
///     .kinds([AttributionKind::Direct, AttributionKind::Mixed])
///     .formula(r"(?m)^(?<speaker>[A-Z ]+): (?<content>.+)$")
///     .build()?;
/// # let _ = detector;
/// # Ok::<(), quotation::Error>(())
/// ```
///
/// # In a file
///
/// With the feature `serde`, a builder is read from a table whose keys are the names of its setters, with a list
/// of `formulas` for [`formula`](QuoteDetectorBuilder::formula); each may be left out. A key that there is not, and
/// an entry that is wrong, are refused with their position. What only shows together, such as two narrators, is refused
/// by [`build`](QuoteDetectorBuilder::build).
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use quotation::QuoteDetectorBuilder;
///
/// let json = r#"{
///     "cast": [{"name": "Ines Okoro", "aliases": ["the engineer"], "gender": "female"}],
///     "reporting_verbs": ["toot", "ping back"],
///     "kinds": ["direct", "mixed"],
///     "minimum_confidence": 0.7
/// }"#;
/// let builder: QuoteDetectorBuilder = serde_json::from_str(json).unwrap();
/// let detector = builder.build().unwrap();
///
/// let error = serde_json::from_str::<QuoteDetectorBuilder>(r#"{"kinds": ["quoted"]}"#).unwrap_err();
/// assert!(error.to_string().starts_with("unknown variant `quoted`, expected one of `direct`"));
/// assert_eq!((error.line(), error.column()), (1, 19));
/// # let _ = detector;
/// # }
/// ```
#[must_use]
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct QuoteDetectorBuilder {
    cast: Vec<CastMember>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "entries::verbs"))]
    reporting_verbs: Vec<String>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "entries::nouns"))]
    reporting_nouns: Vec<String>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "entries::titles"))]
    titles: Vec<String>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "entries::names"))]
    ignored_names: Vec<String>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "entries::listed"))]
    ignored_words: Vec<String>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "entries::kinds"))]
    kinds: Option<Vec<AttributionKind>>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "entries::minimum"))]
    minimum_confidence: Option<f32>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "entries::formulas"))]
    formulas: Vec<String>,
    genre: Option<Genre>,
    naming: Option<Naming>,
    #[cfg_attr(feature = "serde", serde(skip))]
    language: Option<&'static Language>,
}

impl QuoteDetector {
    /// A builder for a detector that knows more: a cast, further reporting verbs and titles, names
    /// to ignore, a house style's formula.
    ///
    /// ```
    /// let detector = quotation::QuoteDetector::builder().titles(["Dijkgraaf"]).build()?;
    /// # let _ = detector;
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn builder() -> QuoteDetectorBuilder {
        QuoteDetectorBuilder::default()
    }
}

impl QuoteDetectorBuilder {
    /// A builder of a detector that knows nothing but English.
    ///
    /// ```
    /// let detector = quotation::QuoteDetectorBuilder::new().build()?;
    /// # let _ = detector;
    /// # Ok::<(), quotation::Error>(())
    /// ```
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

    /// Adds verbs that report speech, in the base form ("toot"). Their regular forms are added
    /// too; irregular ones are entries of their own.
    ///
    /// A verb may have a particle ("toot back"): then it reports with one after it.
    ///
    /// ```
    /// let detector = quotation::QuoteDetector::builder().reporting_verbs(["toot back"]).build()?;
    /// let document = detector.detect("Ines Okoro tooted back that it never held.");
    /// assert_eq!(document.attributions().next().unwrap().cue_text().unwrap(), "tooted back");
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn reporting_verbs<S: Into<String>>(mut self, verbs: impl IntoIterator<Item = S>) -> Self {
        extend_trimmed(&mut self.reporting_verbs, verbs);
        self
    }

    /// Adds nouns that report ("toot"), and their regular plurals.
    ///
    /// ```
    /// let detector = quotation::QuoteDetector::builder().reporting_nouns(["toot"]).build()?;
    /// let document = detector.detect("Okoro’s toot: “It never held.”");
    /// assert_eq!(document.attributions().next().unwrap().cue_text().unwrap(), "toot");
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn reporting_nouns<S: Into<String>>(mut self, nouns: impl IntoIterator<Item = S>) -> Self {
        extend_trimmed(&mut self.reporting_nouns, nouns);
        self
    }

    /// Takes away listed words, each in the base form: they report nothing by themselves, and stand before no
    /// name as a title.
    ///
    /// ```
    /// let detector = quotation::QuoteDetector::builder().ignored_words(["Dean"]).build()?;
    /// let document = detector.detect("“It holds,” said Dean Okoro.");
    /// assert_eq!(document.speakers()[0].name(), "Dean Okoro");
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn ignored_words<S: Into<String>>(mut self, words: impl IntoIterator<Item = S>) -> Self {
        extend_trimmed(&mut self.ignored_words, words);
        self
    }

    /// Adds words that stand before a name as a title: "Dijkgraaf", "Kapt.". One may have several words
    /// ("Water Reeve"), each of which is a title then.
    ///
    /// ```
    /// let detector = quotation::QuoteDetector::builder().titles(["Water Reeve"]).build()?;
    /// let document = detector.detect("“It holds,” said Water Reeve Omar Sadiq.");
    /// assert_eq!(document.speakers()[0].name(), "Omar Sadiq");
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn titles<S: Into<String>>(mut self, titles: impl IntoIterator<Item = S>) -> Self {
        extend_trimmed(&mut self.titles, titles);
        self
    }

    /// Adds names that never speak, such as the paper's own.
    ///
    /// ```
    /// let detector = quotation::QuoteDetector::builder().ignored_names(["Daily Lantern"]).build()?;
    /// let document = detector.detect("“It holds,” the Daily Lantern said.");
    /// assert!(document.attributions().all(|one| one.speaker().is_none()));
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn ignored_names<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        extend_trimmed(&mut self.ignored_names, names);
        self
    }

    /// Sets the kinds of quotations to look for, which are all if this is not called. What is found of them is the
    /// same as among all, for less work: in news without indirect quotations, in novels without direct ones.
    ///
    /// ```
    /// use quotation::{AttributionKind, QuoteDetector};
    ///
    /// let detector = QuoteDetector::builder().kinds([AttributionKind::Direct]).build()?;
    /// let document = detector.detect("“It holds,” said Ines Okoro. She said that she had looked.");
    /// assert_eq!(document.attributions().count(), 1);
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = AttributionKind>) -> Self {
        self.kinds = Some(kinds.into_iter().collect());
        self
    }

    /// Sets how probable an attribution must be to be made, from 0 to 1: one that is less probable is left
    /// out, and speech in whole sentences between marks is given to nobody.
    ///
    /// If this is not called, it is what F1 is best with on the texts that the weights were checked with: 0.45
    /// for words in marks within a sentence, 0.5 for reports, 0.7 for reports with words in marks, 0.15 for the
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
    ///
    /// ```
    /// use quotation::{Genre, QuoteDetector};
    ///
    /// let detector = QuoteDetector::builder().genre(Genre::Novel).build()?;
    /// assert_eq!(detector.detect("“Is it far?”").genre(), Genre::Novel);
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn genre(mut self, genre: Genre) -> Self {
        self.genre = Some(genre);
        self
    }

    /// Sets which of the names that a text has for somebody results give. If this is not called, it is the
    /// fullest in news, and in novels the one that the text uses most. A cast's members keep their names.
    ///
    /// ```
    /// use quotation::{Naming, QuoteDetector};
    ///
    /// let text = "“It holds,” said Ines Okoro. “It does,” Okoro said. “Always,” Okoro added.";
    /// let detector = QuoteDetector::builder().naming(Naming::MostUsed).build()?;
    /// assert_eq!(detector.detect(text).speakers()[0].name(), "Okoro");
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn naming(mut self, naming: Naming) -> Self {
        self.naming = Some(naming);
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
    ///
    /// ```
    /// let detector = quotation::QuoteDetector::builder()
    ///     .formula(r"(?m)^<(?<speaker>\w+)> (?<content>.+)$")
    ///     .build()?;
    /// let document = detector.detect("<ada> is it up?\n<bo> not yet");
    /// assert_eq!(document.speakers()[1].name(), "bo");
    /// # Ok::<(), quotation::Error>(())
    /// ```
    pub fn formula(mut self, expression: impl Into<String>) -> Self {
        self.formulas.push(expression.into());
        self
    }

    /// Makes the detector.
    ///
    /// # Errors
    ///
    /// An error names the first entry that is wrong and says what was expected and what was found: one that is
    /// empty or no single word where one belongs, one to ignore that is not listed, a cast member given twice with
    /// different facts, a second narrator, an ignored name that is one of the cast's, a name of nothing that can be
    /// seen, an empty set of kinds, a minimum confidence that is no probability, a formula that is no regular
    /// expression, is too large, lacks a group or has an unknown one.
    ///
    /// ```
    /// let error = quotation::QuoteDetector::builder().ignored_words(["kettle"]).build().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "ignored word \"kettle\": expected a listed word that reports or is a title, found one that is not listed"
    /// );
    /// ```
    pub fn build(self) -> Result<QuoteDetector, Error> {
        let kinds: Kinds = match self.kinds {
            Some(kinds) => {
                entries::check_kinds(&kinds)?;
                kinds.into_iter().collect()
            }
            None => Kinds::default(),
        };
        entries::check("ignored name", &self.ignored_names, entries::check_name)?;
        let listed = Lexicon::of(self.language.unwrap_or_default());
        let is_listed = |entry: &str| entries::check_listed(&listed, entry);
        entries::check("ignored word", &self.ignored_words, is_listed)?;
        entries::check("reporting verb", &self.reporting_verbs, entries::check_verb)?;
        entries::check("reporting noun", &self.reporting_nouns, entries::check_noun)?;
        entries::check("title", &self.titles, entries::check_title)?;
        let minimum = match self.minimum_confidence {
            None => MinimumConfidence::default(),
            Some(minimum) => entries::check_minimum(minimum)?,
        };
        let cast = checked_cast(self.cast, &self.ignored_names)?;
        let config = Config {
            genre: self.genre,
            minimum,
            reporting_verbs: self.reporting_verbs,
            reporting_nouns: self.reporting_nouns,
            ignored_words: self.ignored_words,
            naming: self.naming,
            cast_names: cast.iter().map(|member| member.name.clone()).collect(),
            titles: self.titles,
            kinds,
            formulas: self
                .formulas
                .iter()
                .map(|expression| Formula::new(expression))
                .collect::<Result<_, _>>()?,
        };
        let lexicon = own_lexicon(self.language, &config);
        let words = lexicon.as_ref().unwrap_or_default();
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
    let own = [
        &config.reporting_verbs,
        &config.reporting_nouns,
        &config.titles,
        &config.ignored_words,
    ];
    if language.is_none() && own.iter().all(|words| words.is_empty()) {
        return None;
    }
    let mut lexicon = Lexicon::of(language.unwrap_or_default());
    let frames = Frames::of(&[
        Frame::After,
        Frame::Before,
        Frame::That,
        Frame::ToAddressee,
        Frame::Speech,
        Frame::Strong,
    ]);
    for word in &config.ignored_words {
        lexicon.remove(word);
    }
    for verb in &config.reporting_verbs {
        match verb.split_once(char::is_whitespace) {
            None => lexicon.add_verb(verb, frames),
            Some((verb, particle)) => {
                lexicon.add_phrasal_verb(verb, particle.trim_start(), frames);
            }
        }
    }
    for noun in &config.reporting_nouns {
        lexicon.add_noun(noun);
    }
    for title in config
        .titles
        .iter()
        .flat_map(|title| title.split_whitespace())
    {
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
