//! The distinctions that results make: sorts of quotations, cues, mentions and speakers.

use crate::error::named;

named! {
    /// What sort of text is read.
    #[non_exhaustive]
    pub enum Genre {
        /// Reports: their quotations name whom they quote.
        News = "news",
        /// Stories: their people talk, and who speaks a line is often told by the lines around it.
        Novel = "novel",
    }
}

named! {
    /// Which of somebody's names is [the](crate::Speaker::name) name.
    #[non_exhaustive]
    pub enum Naming {
        /// The name of the most words, titles aside, in any sort of text.
        Fullest = "fullest",
        /// The name that the text uses most, in any sort of text.
        MostUsed = "most-used",
    }
}

named! {
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
    /// that one cue has in two positions. Outside news, in [novels](Genre::Novel), only speech in marks is
    /// looked for.
    #[non_exhaustive]
    pub enum AttributionKind {
        /// Between quotation marks, or after a dash that opens dialogue: “It rains,” she said.
        Direct = "direct",
        /// A reported clause, part of it between marks: He said that it was “raining hard”.
        Mixed = "mixed",
        /// A reported clause without marks: She said that it rained.
        Indirect = "indirect",
    }
}

named! {
    /// Whether what is quoted was spoken, written, thought or intended.
    #[non_exhaustive]
    pub enum ReportMode {
        /// Spoken words: said, asked, shouted.
        Speech = "speech",
        /// Written words: wrote, tweeted, "the letter reads".
        Writing = "writing",
        /// Thoughts and beliefs: thought, feared, believes.
        Thought = "thought",
        /// Plans and wishes: intends, hopes, promised to.
        Intent = "intent",
    }
}

named! {
    /// What is said of a report that is not plainly asserted: that the words could be said, would be, will be, or
    /// may not have been.
    #[non_exhaustive]
    pub enum Modality {
        /// They may have been said, or could have been: “could have said”, “might say”, “would have said”.
        Possible = "possible",
        /// They are said on a condition: “if Okoro says”.
        Conditional = "conditional",
        /// They are to be said: “will tell the council”.
        Future = "future",
        /// The text asks whether they were said: “Did Okoro say …?”, “whether Okoro had said”.
        Asked = "asked",
    }
}

named! {
    /// Where in an article or a book something stands.
    #[non_exhaustive]
    pub enum TextPart {
        /// In a heading above the text.
        Headline = "headline",
        /// In the line that names who wrote the text.
        Byline = "byline",
        /// In the words to a picture.
        Caption = "caption",
        /// In the text itself.
        Body = "body",
    }
}

named! {
    /// What kind of words tell that something is quoted.
    #[non_exhaustive]
    pub enum CueKind {
        /// A verb with what belongs to it: "said", "would not say", "went on to add".
        Verb = "verb",
        /// A phrase: "according to", "in the words of".
        Phrase = "phrase",
        /// A noun that reports: "his message", "in a statement".
        Noun = "noun",
        /// A colon alone, as after a name in an interview.
        Colon = "colon",
    }
}

named! {
    /// How a source is named where it speaks.
    #[non_exhaustive]
    pub enum MentionKind {
        /// A person's name: "Mark Rutte", "Rutte".
        Name = "name",
        /// A name with the title or role before it: "Mr Rutte", "NATO chief Mark Rutte".
        TitledName = "titled-name",
        /// A pronoun: "he", "they", "I".
        Pronoun = "pronoun",
        /// A description: "a spokeswoman for the ministry", "diplomats and analysts".
        NounPhrase = "noun-phrase",
        /// An organisation, office or place that speaks: "NATO", "the White House", "Moscow".
        Organisation = "organisation",
        /// Several at once: "Smith and Jones".
        Group = "group",
    }
}

named! {
    /// What sort of speaker somebody is.
    #[non_exhaustive]
    pub enum SpeakerKind {
        /// A person with a name.
        Person = "person",
        /// An organisation, an office or a place that speaks.
        Organisation = "organisation",
        /// Several persons or organisations that speak as one.
        Group = "group",
        /// Somebody whom the text describes but does not name: "a witness".
        Unnamed = "unnamed",
        /// A letter, a study, a law: something written that says.
        Document = "document",
    }
}

named! {
    /// The gender that titles, given names, pronouns and role words, or a cast, give a speaker.
    #[non_exhaustive]
    pub enum Gender {
        /// She.
        Female = "female",
        /// He.
        Male = "male",
        /// Known to be neither: singular "they", or "it".
        Neutral = "neutral",
    }
}

impl Gender {
    /// Whether two can be those of one person, as far as they are known.
    pub(crate) fn agree(one: Option<Gender>, other: Option<Gender>) -> bool {
        one.zip(other).is_none_or(|(one, other)| one == other)
    }
}

named! {
    /// Whether a speaker is one or several.
    pub enum GrammaticalNumber {
        /// One person or organisation.
        Singular = "singular",
        /// Several.
        Plural = "plural",
    }
}
