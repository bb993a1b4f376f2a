//! The kinds of evidence, by name.

macro_rules! evidence {
    ($($(#[$doc:meta])+ $name:ident = $label:literal,)+) => {
        /// What can speak for or against a speaker.
        #[non_exhaustive]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum EvidenceKind {
            $($(#[$doc])+ #[cfg_attr(feature = "serde", serde(rename = $label))] $name,)+
        }

        impl EvidenceKind {
            /// Every kind, in the order of the table of weights.
            pub(crate) const ALL: &[EvidenceKind] = &[$(EvidenceKind::$name,)+];

            /// Every kind, in the order of the table of weights.
            pub fn all() -> impl Iterator<Item = EvidenceKind> {
                EvidenceKind::ALL.iter().copied()
            }

            /// The name that stands in JSON, in reports and in the table of weights.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(EvidenceKind::$name => $label,)+ }
            }
        }
    };
}

evidence! {
    /// The caller's own formula says so.
    Formula = "formula",

    // Where the source stands to its cue.
    /// The source stands right before the verb: “Rutte said”.
    SubjectBeside = "subject-beside",
    /// Only words in brackets stand between the source and the verb.
    SubjectAcrossAside = "subject-across-aside",
    /// A phrase between commas stands between: “Rutte, a Dutchman, said”.
    SubjectAcrossAppositive = "subject-across-appositive",
    /// A relative clause stands between: “Rutte, who spoke in Brussels, said”.
    SubjectAcrossRelative = "subject-across-relative",
    /// A prepositional phrase stands between: “a spokesman for the ministry said”.
    SubjectAcrossPhrase = "subject-across-phrase",
    /// The verb is joined to an earlier one: “Rutte smiled and said”.
    SubjectOfJoinedVerb = "subject-of-joined-verb",
    /// The verb is a participle that hangs on an earlier verb: “Rutte nodded, saying”.
    SubjectOfMainVerb = "subject-of-main-verb",
    /// Another verb stands between.
    SubjectAcrossVerb = "subject-across-verb",
    /// Other words stand between.
    SubjectAcrossOther = "subject-across-other",
    /// A quotation stands between.
    SubjectAcrossQuote = "subject-across-quote",
    /// Other nouns stand between: one.
    OneNounBetween = "one-noun-between",
    /// Two or more nouns stand between.
    NounsBetween = "nouns-between",
    /// The source is also the source of the cue before in the sentence.
    SourceOfCueBefore = "source-of-cue-before",
    /// The source stands right behind the verb: “said Rutte”.
    Inverted = "inverted",
    /// The same, and the verb follows a quotation or a comma: “…,” said Rutte.
    InvertedAfterMark = "inverted-after-mark",
    /// The same, but a noun stands right before the verb, which may be its subject.
    InvertedBehindSubject = "inverted-behind-subject",
    /// The same, and the verb takes an addressee there: “told Rutte”.
    InvertedAddressee = "inverted-addressee",
    /// The noun behind the verb is the subject of another verb, or the quotation follows it.
    InvertedBeforeClause = "inverted-before-clause",
    /// The second noun behind the verb.
    InvertedSecond = "inverted-second",
    /// “according to Rutte”.
    AccordingTo = "according-to",
    /// The second noun behind “according to”.
    AccordingToSecond = "according-to-second",
    /// The agent of a passive: “was described by Rutte as”.
    Agent = "agent",
    /// The owner of a reporting noun: “Rutte's statement”.
    OwnerOfNoun = "owner-of-noun",
    /// “the statement of Rutte”, “the statement by Rutte”.
    NounPhraseOfNoun = "noun-phrase-of-noun",
    /// The words before a colon: “Rutte: …”.
    BeforeColon = "before-colon",
    /// Any noun before a cue that is a noun.
    NounBeforeNoun = "noun-before-noun",

    // The source itself.
    /// It stands behind a preposition.
    BehindPreposition = "behind-preposition",
    /// It stands behind a verb, as an object does.
    BehindVerb = "behind-verb",
    /// It starts its clause.
    StartsClause = "starts-clause",
    /// It owns what its phrase is about: “Rutte's plan”.
    IsOwner = "is-owner",
    /// A name of a person.
    IsPersonName = "is-person-name",
    /// A name of an organisation.
    IsOrganisation = "is-organisation",
    /// A name of a place.
    IsPlace = "is-place",
    /// A name of unknown nature.
    IsOpenName = "is-open-name",
    /// A common noun for a person.
    IsPerson = "is-person",
    /// A noun for several persons.
    IsGroup = "is-group",
    /// A common noun for an organisation.
    IsOrganisationNoun = "is-organisation-noun",
    /// A text, a study, a poll.
    IsDocument = "is-document",
    /// “he”, “she”.
    IsPersonPronoun = "is-person-pronoun",
    /// “they”.
    IsThey = "is-they",
    /// “I”, “we”, “you”.
    IsFirstPerson = "is-first-person",
    /// “it”, “this”.
    IsIt = "is-it",
    /// “who”, “which”, “that”.
    IsRelative = "is-relative",
    /// It stands in apposition to a name: “Rutte, a former minister, said”.
    IsAppositive = "is-appositive",
    /// A number or quantity.
    IsQuantity = "is-quantity",
    /// A day, a month, a time.
    IsTime = "is-time",
    /// Anything else.
    IsThing = "is-thing",
    /// The verb's form asks for the other number: “they says”.
    NumberDisagrees = "number-disagrees",
    /// An object form cannot be a subject: “him said”.
    ObjectForm = "object-form",

    // The cue itself.
    /// A verb that hardly does anything but report: “said”.
    StrongVerb = "strong-verb",
    /// A verb that reports only beside a quotation mark: “smiled”.
    WeakVerb = "weak-verb",
    /// Any other verb that can report.
    OtherVerb = "other-verb",
    /// A verb that is not known to report.
    UnlistedVerb = "unlisted-verb",
    /// A form of “be” or “have” by itself.
    BareAuxiliary = "bare-auxiliary",
    /// A verb that names its object: “called him a “liar””.
    NamingVerb = "naming-verb",
    /// A verb that takes its content behind “as”, “of”, “for” or “about”.
    PrepositionVerb = "preposition-verb",
    /// A verb that takes a clause.
    ClauseVerb = "clause-verb",
    /// A verb that reports thought.
    ThoughtVerb = "thought-verb",
    /// A verb that reports intent.
    IntentVerb = "intent-verb",
    /// A verb in the infinitive.
    InfinitiveCue = "infinitive-cue",
    /// A verb in “-ing”.
    GerundCue = "gerund-cue",
    /// A participle by itself.
    ParticipleCue = "participle-cue",
    /// A passive without agent beside it.
    PassiveCue = "passive-cue",
    /// A noun reports.
    NounCue = "noun-cue",
    /// “according to”.
    PhraseCue = "phrase-cue",
    /// A colon alone.
    ColonCue = "colon-cue",

    // Where the cue stands to the quotation.
    /// “…,” said Rutte; “…,” Rutte said.
    CueRightBehind = "cue-right-behind",
    /// Behind the quotation in its sentence, a few words off.
    CueNearBehind = "cue-near-behind",
    /// Farther behind in its sentence.
    CueFarBehind = "cue-far-behind",
    /// Rutte said: “…”
    CueBeforeColon = "cue-before-colon",
    /// Rutte said, “…”
    CueBeforeComma = "cue-before-comma",
    /// Rutte said “…”
    CueRightBefore = "cue-right-before",
    /// Rutte said he was “…”: the same clause, a few words off.
    CueNearBefore = "cue-near-before",
    /// Farther before in the sentence.
    CueFarBefore = "cue-far-before",
    /// In the sentence before, which ends in a colon.
    CueBeforeBreakColon = "cue-before-break-colon",
    /// In the sentence before, in the same paragraph.
    CueInSentenceBefore = "cue-in-sentence-before",
    /// In the sentence before, in the paragraph before.
    CueInParagraphBefore = "cue-in-paragraph-before",
    /// In a sentence before that no stop ends.
    CueBeforeBreak = "cue-before-break",
    /// In the sentence behind, in the same paragraph.
    CueInSentenceBehind = "cue-in-sentence-behind",
    /// The same, and it or its source opens that sentence: “No!” Anne exclaimed.
    CueOpensSentenceBehind = "cue-opens-sentence-behind",
    /// “that” or “whether” stands behind the cue: “said that it was “…””.
    ThatBetween = "that-between",
    /// A noun stands between, as an object does: “called him a “…””.
    ObjectBetween = "object-between",
    /// “as” stands between: “described him as “…””.
    AsBetween = "as-between",
    /// Another cue stands between this one and the quotation.
    CueBetween = "cue-between",
    /// A finite verb that is no cue stands between.
    VerbBetween = "verb-between",
    /// “and” stands between the cue and the quotation, and a verb with it.
    JoinBetween = "join-between",
    /// The cue's verb does not take a quotation on this side.
    SideUnusual = "side-unusual",
    /// The source is a person, and the cue stands right beside the quotation.
    PersonBeside = "person-beside",

    // The clause that the quotation stands in, as far as it is reported.
    /// The cue surely reports the clause, of this source.
    ReportedSurely = "reported-surely",
    /// The cue probably reports the clause, of this source.
    ReportedLikely = "reported-likely",
    /// The cue possibly reports the clause, of this source.
    ReportedPerhaps = "reported-perhaps",
    /// The cue reports the clause, of another source.
    ReportedOfOther = "reported-of-other",
    /// Another cue reports the clause, of this source.
    ReportedByOtherCue = "reported-by-other-cue",
    /// A cue between this one and the quotation reports the clause, of another source.
    ReportedCloser = "reported-closer",
    /// Another cue reports the clause, of another source.
    ReportedElse = "reported-else",
    /// The cue reports other words.
    CueReportsElse = "cue-reports-else",
    /// The cue reports nothing.
    CueReportsNothing = "cue-reports-nothing",

    // A source without a cue.
    /// A name behind a dash signs the quotation: “…” — Mark Rutte
    Signature = "signature",
    /// A name and a colon open the quotation: “RUTTE: …”
    LabelInside = "label-inside",
    /// A noun in the same sentence before the quotation, without a cue.
    UncuedBefore = "uncued-before",
    /// A noun in the same sentence behind the quotation, without a cue.
    UncuedBehind = "uncued-behind",
    /// The first noun of the sentence before.
    UncuedSentenceBefore = "uncued-sentence-before",
    /// The same, and that sentence is short and leads in what follows: “Rutte was blunt. “…””
    LeadsIn = "leads-in",
    /// The first noun of the sentence before, in the paragraph before.
    UncuedParagraphBefore = "uncued-paragraph-before",

    // Going on with the speaker of the quotation before.
    /// In the same sentence as the quotation before.
    GoesOnInSentence = "goes-on-in-sentence",
    /// The sentence before ends with the cue of the quotation before: “…,” he said. “…”
    GoesOnBehindCue = "goes-on-behind-cue",
    /// In the same paragraph.
    GoesOnInParagraph = "goes-on-in-paragraph",
    /// At the start of the next paragraph.
    GoesOnInNextParagraph = "goes-on-in-next-paragraph",
    /// Farther on.
    GoesOnFarther = "goes-on-farther",
    /// The quotation before was not closed at the end of its paragraph.
    BeforeUnclosed = "before-unclosed",
    /// There is no cue in the sentence of the quotation.
    GoesOnWithoutCue = "goes-on-without-cue",
    /// There is one.
    GoesOnDespiteCue = "goes-on-despite-cue",
    /// A cue of its own reports the clause that the quotation stands in, of the same source.
    GoesOnDespiteReport = "goes-on-despite-report",
    /// Nothing but quotations stands in the paragraph.
    GoesOnAlone = "goes-on-alone",
    /// The quotation before has no speaker either.
    GoesOnOfNobody = "goes-on-of-nobody",

    // The quotation quotes nobody.
    /// No candidate is taken.
    Nobody = "nobody",
    /// One word.
    NobodyOneWord = "nobody-one-word",
    /// Two or three words.
    NobodyFewWords = "nobody-few-words",
    /// Ten words and more.
    NobodyManyWords = "nobody-many-words",
    /// Its words are written as those of a title.
    NobodyTitleCase = "nobody-title-case",
    /// The same, and a possessive or a word for a work stands before it: “his book “…””.
    NobodyTitled = "nobody-titled",
    /// It starts with a small letter.
    NobodySmallStart = "nobody-small-start",
    /// A comma, a full stop or the like ends it within its marks.
    NobodyStopInside = "nobody-stop-inside",
    /// A word that presents a term or a title stands before it: “the so-called”.
    NobodyNamed = "nobody-named",
    /// A word for a work stands beside it.
    NobodyWork = "nobody-work",
    /// An article or an adjective stands right before it.
    NobodyArticle = "nobody-article",
    /// A noun stands right behind it.
    NobodyNounBehind = "nobody-noun-behind",
    /// A possessive stands right before it: “CBS's “…””.
    NobodyOwned = "nobody-owned",
    /// A preposition stands right before it.
    NobodyPreposition = "nobody-preposition",
    /// There is a cue in its sentence.
    NobodyCueNear = "nobody-cue-near",
    /// A cue stands right beside it.
    NobodyCueBeside = "nobody-cue-beside",
    /// It starts and ends as a sentence does and stands where one does.
    NobodySentence = "nobody-sentence",
    /// It is the whole of its paragraph.
    NobodyAlone = "nobody-alone",
    /// It is a nickname within a name.
    NobodyNickname = "nobody-nickname",
    /// “I”, “we” or “you” stands in it.
    NobodyFirstPerson = "nobody-first-person",
    /// A verb stands in it.
    NobodyVerb = "nobody-verb",
    /// It stands in a headline.
    NobodyHeadline = "nobody-headline",
    /// The quotation before in the same sentence quotes nobody either.
    NobodyLikeBefore = "nobody-like-before",

    /// The clause that it stands in is surely reported.
    NobodyReportedSurely = "nobody-reported-surely",
    /// The clause that it stands in is probably reported.
    NobodyReportedLikely = "nobody-reported-likely",
    /// The clause that it stands in is possibly reported.
    NobodyReportedPerhaps = "nobody-reported-perhaps",
    /// No cue reports the clause that it stands in.
    NobodyUnreported = "nobody-unreported",

    // Who speaks a line of a novel: what the words beside it tell.
    /// The cue beside the line names them, beyond doubt.
    LineNamesCertainly = "line-names-certainly",
    /// The cue beside the line names them, most probably.
    LineNamesSurely = "line-names-surely",
    /// The cue beside the line names them, probably.
    LineNames = "line-names",
    /// The cue beside the line names them, possibly.
    LineNamesPerhaps = "line-names-perhaps",
    /// A pronoun that agrees with them is the source of the cue.
    LinePronounAgrees = "line-pronoun-agrees",
    /// A pronoun is the source of the cue, and their gender is unknown.
    LinePronounOpen = "line-pronoun-open",
    /// A pronoun of another gender is the source of the cue.
    LinePronounDisagrees = "line-pronoun-disagrees",
    /// They are the one named last of those with whom the pronoun in the cue or beside the line agrees.
    LinePronounNearest = "line-pronoun-nearest",
    /// They were the subject last of those with whom the pronoun agrees.
    LinePronounSubject = "line-pronoun-subject",
    /// Narration spoke most of them of late, of those with whom the pronoun agrees.
    LinePronounSalient = "line-pronoun-salient",
    /// They are the only one named of late with whom the pronoun agrees.
    LinePronounOnly = "line-pronoun-only",
    /// A description that may mean them is the source of the cue: “the old man”.
    LineDescribesAgrees = "line-describes-agrees",
    /// A description by kinship or another tie may mean them: “her mother”.
    LineKinAgrees = "line-kin-agrees",
    /// A description is the source of the cue, and their gender is unknown.
    LineDescribesOpen = "line-describes-open",
    /// A description of another gender, or of somebody who is theirs, is the source of the cue.
    LineDescribesDisagrees = "line-describes-disagrees",
    /// The description in the cue says whose kin or friend the speaker is.
    LineKin = "line-kin",
    /// “I” am the source of the cue, and they narrate.
    LineNarrates = "line-narrates",
    /// “I” am the source of the cue, and they do not narrate.
    LineNotNarrator = "line-not-narrator",
    /// They narrate, and somebody else is the source of the cue.
    LineNarratorElse = "line-narrator-else",
    /// The line has no cue.
    LineUncued = "line-uncued",
    /// The line has a cue with a name or a description.
    LineNamed = "line-named",
    /// The line has a cue with a pronoun.
    LinePronoun = "line-pronoun",
    /// “The other” is the source of the cue.
    LineOther = "line-other",

    // What they do in the narration around it.
    /// They are the last subject before the line in its paragraph: “Anne nodded. “…””
    BeatBefore = "beat-before",
    /// They are the first subject behind the line in its paragraph.
    BeatBehind = "beat-behind",
    /// A pronoun that agrees is the last subject before the line in its paragraph.
    BeatBeforeAgrees = "beat-before-agrees",
    /// A pronoun that disagrees is.
    BeatBeforeDisagrees = "beat-before-disagrees",
    /// A pronoun that agrees is the first subject behind the line in its paragraph.
    BeatBehindAgrees = "beat-behind-agrees",
    /// A pronoun that disagrees is.
    BeatBehindDisagrees = "beat-behind-disagrees",
    /// Somebody else is the subject before or behind the line in its paragraph.
    BeatOfOther = "beat-of-other",
    /// They are named in the paragraph, before the line.
    NamedBeside = "named-beside",
    /// They are the last subject of the narration before the paragraph.
    SubjectBefore = "subject-before",
    /// They are the first subject of the narration behind the paragraph.
    SubjectBehind = "subject-behind",
    /// Narration spoke most of them of late.
    Salient = "salient",
    /// Narration spoke most of one other of late, then of them.
    SalientSecond = "salient-second",
    /// They were the last to be named.
    NamedLast = "named-last",
    /// They were the last but one to be named.
    NamedSecondLast = "named-second-last",
    /// They were the third last to be named.
    NamedThirdLast = "named-third-last",
    /// They were named before those.
    NamedEarlier = "named-earlier",
    /// Narration named them in this paragraph or the one before.
    NamedNow = "named-now",
    /// Narration named them two to five paragraphs ago.
    NamedNear = "named-near",
    /// Narration named them six to twenty paragraphs ago.
    NamedFar = "named-far",
    /// Narration named them longer ago.
    NamedLongAgo = "named-long-ago",
    /// Narration names them only later.
    NamedLater = "named-later",

    // What the lines say.
    /// The line calls them by name.
    CalledHere = "called-here",
    /// The line speaks of them.
    NamedHere = "named-here",
    /// The line before calls them.
    CalledBefore = "called-before",
    /// The line before speaks of them.
    NamedInLineBefore = "named-in-line-before",
    /// The line before that calls them.
    CalledTwoBefore = "called-two-before",
    /// The next line calls them.
    CalledNext = "called-next",
    /// The next line speaks of them.
    NamedInNextLine = "named-in-next-line",
    /// The line calls one of their gender: “Yes, sir.”
    CallsOwnGender = "calls-own-gender",
    /// The line calls one of the other gender.
    CallsOtherGender = "calls-other-gender",
    /// The line before calls one of their gender.
    GenderCalledBefore = "gender-called-before",
    /// The line before calls one of the other gender.
    OtherGenderCalledBefore = "other-gender-called-before",
    /// The next line calls one of their gender.
    GenderCalledNext = "gender-called-next",
    /// The next line calls one of the other gender.
    OtherGenderCalledNext = "other-gender-called-next",
    /// The line is spoken to them: “said Anne to Tom”.
    AddressedHere = "addressed-here",
    /// The line before is spoken to them.
    AddressedBefore = "addressed-before",

    // Who they are.
    /// The text speaks of nobody more often.
    MostFrequent = "most-frequent",
    /// The text speaks often of them.
    Frequent = "frequent",
    /// The text speaks seldom of them.
    Seldom = "seldom",
    /// They have no name.
    Unnamed = "unnamed",
    /// No cue of the text names them.
    NeverTold = "never-told",
    /// One cue of the text names them.
    ToldOnce = "told-once",
    /// Many cues of the text name them.
    ToldOften = "told-often",
    /// One of the cues shortly before names them.
    ToldBefore = "told-before",
    /// They most probably spoke one of the lines shortly before.
    HeardBefore = "heard-before",
    /// One of the cues shortly behind names them.
    ToldBehind = "told-behind",
    /// They are several.
    Several = "several",
    /// They narrate.
    Narrator = "narrator",

    // Whose turn it is.
    /// The speaker of the line before speaks.
    TurnKept = "turn-kept",
    /// The other one in the conversation speaks.
    TurnChanges = "turn-changes",
    /// Somebody else speaks.
    TurnOfThird = "turn-of-third",
    /// The line follows in the same sentence.
    GapSentence = "gap-sentence",
    /// The line follows in the same paragraph.
    GapParagraph = "gap-paragraph",
    /// The line opens the next paragraph.
    GapNone = "gap-none",
    /// The line stands in the next paragraph, behind narration.
    GapNarrated = "gap-narrated",
    /// One paragraph of narration lies between.
    GapOne = "gap-one",
    /// A few paragraphs lie between.
    GapFew = "gap-few",
    /// Many paragraphs lie between.
    GapMany = "gap-many",
    /// Narration stands behind the line before in its paragraph.
    TrailBefore = "trail-before",
    /// The line before asks.
    AskedBefore = "asked-before",
    /// The line asks.
    Asks = "asks",
    /// The line opens as an answer does: “Yes, …”
    Answers = "answers",
    /// The line has one to three words.
    FewWords = "few-words",
    /// The line before has one to three words.
    FewWordsBefore = "few-words-before",
    /// The line has forty words and more.
    ManyWords = "many-words",
    /// The line before has forty words and more.
    ManyWordsBefore = "many-words-before",
    /// The line before breaks off.
    BrokenOffBefore = "broken-off-before",
}
