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
///
/// # What is attributed
///
/// Speech, writing, thought and intent that a text ascribes to somebody. The content is in brackets:
///
/// | form | example |
/// |---|---|
/// | direct | \[“It rains,”\] she said. |
/// | direct, in pieces | \[“It rains,”\] she said, \[“and it will go on.”\] |
/// | a clause, part of it in marks | He called \[the wall “a riddle”\]. |
/// | a clause, with or without “that” | She said \[that the dam would hold\]. |
/// | a question | Reporters asked \[whether the dam would hold\]. |
/// | an infinitive | She promised \[to leave her telephone on\]. |
/// | somebody who is to do something | The mayor urged \[residents to leave\]. |
/// | a gerund | The builder denied \[cutting any corners\]. |
/// | a noun | The board rejected \[the claim\]. |
/// | before its cue | \[The rain will ease by Thursday\], forecasters say. |
/// | around its cue | \[The rain\], forecasters say, \[will ease by Thursday\]. |
/// | a phrase as cue | According to the weather service, \[the rain will ease\]. |
/// | a noun as cue | the builder's claim \[that no corner was cut\] |
/// | a text as source | A survey found \[that most residents had left\]. |
/// | a passive | He was accused by neighbours \[of digging at night\]. |
/// | nobody as source | The dam is said \[to leak\]. |
/// | a headline | Okoro: \[The dam will hold\] |
///
/// A content takes in the word that leads it in (“that”, “whether”, “to”), but not whom it is said to.
/// A source takes in its title and what describes it (“Okoro, the engineer who …”), a cue its
/// auxiliaries, adverbs and what belongs to the verb (“has repeatedly said”, “declined”, “said in a
/// statement”).
///
/// Not found: what somebody within quotation marks reports of others; content in another sentence than
/// its cue, unless it stands in marks; adverbs alone (“reportedly”, “allegedly”); cues that are
/// adjectives or nouns without an action (“a supporter of”, “on the side of”); the second of two sources
/// that one cue has in two places. Outside news, in [novels](Genre::Novel), only speech in marks is
/// looked for.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum AttributionKind {
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
pub enum ReportMode {
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

impl Gender {
    /// Whether two can be those of one person, as far as they are known.
    pub(crate) fn agree(one: Option<Gender>, other: Option<Gender>) -> bool {
        one.zip(other).is_none_or(|(one, other)| one == other)
    }
}

/// Whether a speaker is one or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum GrammaticalNumber {
    /// One person or organisation.
    Singular,
    /// Several.
    Plural,
}
