//! Who speaks in a document.

use crate::ids::{id, id_as_index};
use crate::kinds::{Gender, GrammaticalNumber, SpeakerKind};
use crate::span::Span;

id! {
    /// A speaker's number in its document, in order of first mention, from 0: its place in
    /// [`Document::speakers`](crate::Document::speakers).
    pub struct SpeakerId
}
id_as_index!(SpeakerId);

/// A person, organisation or group that a document names or quotes.
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
    pub(crate) mentions: Vec<Span>,
}

impl Speaker {
    /// The speaker's number in the document.
    #[must_use]
    pub fn id(&self) -> SpeakerId {
        self.id
    }

    /// What sort of speaker it is.
    #[must_use]
    pub fn kind(&self) -> SpeakerKind {
        self.kind
    }

    /// The fullest name that the text has, without a title where given name and surname are known
    /// ("Mark Rutte"), else with it ("Mrs. Bennet"). In a novel, the name that the text uses most, a
    /// family name not alone if it has a fuller one. A cast's members go by their name in the cast.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The other names that the text has for the speaker, each once, by first mention.
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The gender, as far as the text or the cast tells.
    #[must_use]
    pub fn gender(&self) -> Option<Gender> {
        self.gender
    }

    /// Whether one or several, as far as the text tells.
    #[must_use]
    pub fn number(&self) -> Option<GrammaticalNumber> {
        self.number
    }

    /// Where the text mentions the speaker, in text order: names, descriptions, and the pronouns
    /// that were resolved.
    #[must_use]
    pub fn mentions(&self) -> &[Span] {
        &self.mentions
    }
}
