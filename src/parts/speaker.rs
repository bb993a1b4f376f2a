//! Who speaks in a document.

use smallvec::SmallVec;

use crate::ids::{id, id_as_index};
use crate::kinds::{Gender, GrammaticalNumber, SpeakerKind};
use crate::span::Span;

id! {
    /// A speaker's number in its document, in order of first mention, from 0: its position in
    /// [`Document::speakers`](crate::Document::speakers).
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro. “It always has,” Okoro added.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let speaker = &document.speakers()[0];
    /// assert_eq!(speaker.id().index(), 0);
    /// ```
    pub struct SpeakerId
}
id_as_index!(SpeakerId);

/// A person, organisation or group that a document names or quotes.
///
/// ```
/// let text = "“It holds,” said Ines Okoro. “It always has,” Okoro added.";
/// let document = quotation::QuoteDetector::new().detect(text);
/// let speaker = &document.speakers()[0];
/// assert_eq!(speaker.name(), "Ines Okoro");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Speaker {
    pub(crate) id: SpeakerId,
    pub(crate) kind: SpeakerKind,
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) gender: Option<Gender>,
    pub(crate) number: Option<GrammaticalNumber>,
    pub(crate) mentions: SmallVec<[Span; 2]>,
}

impl Speaker {
    /// The speaker's number in the document.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro. “It always has,” Okoro added.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let speaker = &document.speakers()[0];
    /// assert_eq!(document.speaker(speaker.id()), Some(speaker));
    /// ```
    #[must_use]
    pub fn id(&self) -> SpeakerId {
        self.id
    }

    /// What sort of speaker it is.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro. “It always has,” Okoro added.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let speaker = &document.speakers()[0];
    /// assert_eq!(speaker.kind(), quotation::SpeakerKind::Person);
    /// ```
    #[must_use]
    pub fn kind(&self) -> SpeakerKind {
        self.kind
    }

    /// The fullest name that the text has, without a title where given name and surname are known
    /// ("Mark Rutte"), else with it ("Mrs. Bennet"). In a novel, the name that the text uses most, a
    /// family name not alone if it has a fuller one. A cast's members go by their name in the cast.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro. “It always has,” Okoro added.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let speaker = &document.speakers()[0];
    /// assert_eq!(speaker.name(), "Ines Okoro");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The other names that the text has for the speaker, each once, by first mention.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro. “It always has,” Okoro added.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let speaker = &document.speakers()[0];
    /// assert_eq!(speaker.aliases(), ["Okoro"]);
    /// ```
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The gender, as far as the text or the cast tells.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro. “It always has,” Okoro added.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let speaker = &document.speakers()[0];
    /// assert_eq!(speaker.gender(), Some(quotation::Gender::Female));
    /// ```
    #[must_use]
    pub fn gender(&self) -> Option<Gender> {
        self.gender
    }

    /// Whether one or several, as far as the text tells.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro. “It always has,” Okoro added.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let speaker = &document.speakers()[0];
    /// assert_eq!(speaker.number(), Some(quotation::GrammaticalNumber::Singular));
    /// ```
    #[must_use]
    pub fn number(&self) -> Option<GrammaticalNumber> {
        self.number
    }

    /// Where the text mentions the speaker, in text order: names, descriptions, and the pronouns
    /// that were resolved.
    ///
    /// ```
    /// let text = "“It holds,” said Ines Okoro. “It always has,” Okoro added.";
    /// let document = quotation::QuoteDetector::new().detect(text);
    /// let speaker = &document.speakers()[0];
    /// assert_eq!(&text[speaker.mentions()[1]], "Okoro");
    /// ```
    #[must_use]
    pub fn mentions(&self) -> &[Span] {
        &self.mentions
    }
}
