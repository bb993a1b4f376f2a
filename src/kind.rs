//! The distinctions that results make: sorts of quotations, cues, mentions and speakers.

/// What sort of text is read.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Genre {
    /// Reports: their quotations name whom they quote.
    News,
    /// Stories: their people talk, and who speaks a line is often told by the lines around it.
    Novel,
}

/// How the words of a quotation are given.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Kind {
    /// Between quotation marks, or after a dash that opens dialogue: “It rains,” she said.
    Direct,
    /// A reported clause, part of it between marks: He said that it was “raining hard”.
    Mixed,
    /// A reported clause without marks: She said that it rained.
    Indirect,
}

/// What a quotation reports.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Mode {
    /// Spoken words: said, asked, shouted.
    Speech,
    /// Written words: wrote, tweeted, "the letter reads".
    Writing,
    /// Thoughts and beliefs: thought, feared, believes.
    Thought,
    /// Plans and wishes: intends, hopes, promised to.
    Intent,
}

/// What kind of words tell that something is quoted.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum CueKind {
    /// A verb with what belongs to it: "said", "would not say", "went on to add".
    Verb,
    /// A phrase: "according to", "in the words of".
    Phrase,
    /// A noun that reports: "his message", "in a statement".
    Noun,
    /// A colon alone, as after a name in an interview.
    Colon,
}

/// How a source is named where it speaks.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum MentionKind {
    /// A person's name: "Mark Rutte", "Rutte".
    Name,
    /// A name with the title or role before it: "Mr Rutte", "NATO chief Mark Rutte".
    TitledName,
    /// A pronoun: "he", "they", "I".
    Pronoun,
    /// A description: "a spokeswoman for the ministry", "diplomats and analysts".
    NounPhrase,
    /// An organisation, office or place that speaks: "NATO", "the White House", "Moscow".
    Organisation,
    /// Several at once: "Smith and Jones".
    Group,
}

/// What sort of speaker somebody is.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum SpeakerKind {
    /// A person with a name.
    Person,
    /// An organisation, an office or a place that speaks.
    Organisation,
    /// Several persons or organisations that speak as one.
    Group,
    /// Somebody whom the text describes but does not name: "a witness".
    Unnamed,
}

/// The gender that titles, given names, pronouns and role words, or a cast, give a speaker.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Gender {
    /// She.
    Female,
    /// He.
    Male,
    /// Known to be neither: singular "they", or "it".
    Neutral,
}

/// Whether a speaker is one or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Number {
    /// One person or organisation.
    Singular,
    /// Several.
    Plural,
}
