//! The features of who says a quotation, by what stands beside it: in news, and beside the lines of novels.

use super::reasoned_features;

reasoned_features! {
    /// Evidence for and against a source of a quotation, or that nobody is quoted.
    ///
    /// Three labels say "behind" where the variants say after: they are of sources, whose labels the weights of
    /// reports were hashed by. They can say "after" when reports are fitted again.
    enum QuotationFeature;

    // Where the source stands to its cue.
    SubjectOfCue {
        /// The source stands right before the verb: “Rutte said”.
        SubjectBeside = "subject-beside",
    }
    Apposition {
        /// Only words in brackets stand between the source and the verb.
        SubjectAcrossAside = "subject-across-aside",
        /// A phrase between commas stands between: “Rutte, a Dutchman, said”.
        SubjectAcrossAppositive = "subject-across-appositive",
        /// A relative clause stands between: “Rutte, who spoke in Brussels, said”.
        SubjectAcrossRelative = "subject-across-relative",
    }
    SubjectOfCue {
        /// A prepositional phrase stands between: “a spokesman for the ministry said”.
        SubjectAcrossPhrase = "subject-across-phrase",
        /// The verb is joined to an earlier one: “Rutte smiled and said”.
        SubjectOfJoinedVerb = "subject-of-joined-verb",
        /// The verb is a participle that hangs on an earlier verb: “Rutte nodded, saying”.
        SubjectOfMainVerb = "subject-of-main-verb",
        /// The verb is that of the quotation before and is not said again: “Berg called it “a gift” and Moss “a curse””.
        SubjectOfGappedVerb = "subject-of-gapped-verb",
        /// The verb is “was like” and leads the quotation in.
        SubjectOfWasLike = "subject-of-was-like",
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
        /// The source stands right after the verb: “said Rutte”.
        Inverted = "inverted",
        /// The same, and the verb follows a quotation or a comma: “…,” said Rutte.
        InvertedAfterMark = "inverted-after-mark",
        /// The same, but a noun stands right before the verb, which may be its subject.
        InvertedAfterSubject = "inverted-behind-subject",
        /// The same, and the verb takes an addressee there: “told Rutte”.
        InvertedAddressee = "inverted-addressee",
        /// The noun after the verb is the subject of another verb, or the quotation follows it.
        InvertedBeforeClause = "inverted-before-clause",
        /// The second noun after the verb.
        InvertedSecond = "inverted-second",
    }
    AccordingTo {
        /// “according to Rutte”.
        AccordingTo = "according-to",
        /// The second noun after “according to”.
        AccordingToSecond = "according-to-second",
    }
    SubjectOfCue {
        /// The agent of a passive: “was described by Rutte as”.
        Agent = "agent",
        /// The owner of a reporting noun: “Rutte's statement”.
        OwnerOfNoun = "owner-of-noun",
        /// “the statement of Rutte”, “the statement by Rutte”.
        NounPhraseOfNoun = "noun-phrase-of-noun",
    }
    Label {
        /// The words before a colon: “Rutte: …”.
        BeforeColon = "before-colon",
    }
    SubjectOfCue {
        /// Any noun before a cue that is a noun.
        NounBeforeNoun = "noun-before-noun",
    }

    // The source itself.
    SubjectOfCue {
        /// It stands after a preposition.
        AfterPreposition = "behind-preposition",
        /// It stands after a verb, as an object does.
        AfterVerb = "behind-verb",
        /// It starts its clause.
        StartsClause = "starts-clause",
        /// It owns what its phrase is about: “Rutte's plan”.
        IsOwner = "is-owner",
    }
    KindOfSource {
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
    }
    Apposition {
        /// It stands in apposition to a name: “Rutte, a former minister, said”.
        IsAppositive = "is-appositive",
    }
    KindOfSource {
        /// A number or quantity.
        IsQuantity = "is-quantity",
        /// A day, a month, a time.
        IsTime = "is-time",
        /// Anything else.
        IsThing = "is-thing",
    }
    SubjectOfCue {
        /// The verb's form asks for the other number: “they says”.
        NumberDisagrees = "number-disagrees",
        /// An object form cannot be a subject: “him said”.
        ObjectForm = "object-form",
    }

    // The cue itself.
    Cue {
        /// A strong verb: “said”.
        StrongVerb = "strong-verb",
        /// A weak verb: “smiled”.
        WeakVerb = "weak-verb",
        /// Any other verb that can report.
        OtherVerb = "other-verb",
        /// A verb that is not known to report.
        UnlistedVerb = "unlisted-verb",
        /// A form of “be” or “have” by itself.
        BareAuxiliary = "bare-auxiliary",
        /// A verb that names its object: “called him a “liar””.
        NamingVerb = "naming-verb",
        /// A verb that takes its content after “as”, “of”, “for” or “about”.
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
    }
    AccordingTo {
        /// “according to”.
        PhraseCue = "phrase-cue",
    }
    Label {
        /// A colon alone.
        ColonCue = "colon-cue",
    }

    // Where the cue stands to the quotation.
    Cue {
        /// “…,” said Rutte; “…,” Rutte said.
        CueRightAfter = "cue-right-after",
        /// After the quotation in its sentence, a few words off.
        CueNearAfter = "cue-near-after",
        /// Farther after in its sentence.
        CueFarAfter = "cue-far-after",
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
        /// In the sentence after, in the same paragraph.
        CueInSentenceAfter = "cue-in-sentence-after",
        /// The same, and it or its source opens that sentence: “No!” Anne exclaimed.
        CueOpensSentenceAfter = "cue-opens-sentence-after",
        /// “that” or “whether” stands after the cue: “said that it was “…””.
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
    }

    // The clause that the quotation stands in, as far as it is reported.
    Report {
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
    }

    // A source without a cue.
    Label {
        /// A name after a dash signs the quotation: “…” — Mark Rutte
        Signature = "signature",
        /// A name and a colon open the quotation: “RUTTE: …”
        LabelInside = "label-inside",
    }
    NamedNear {
        /// A noun in the same sentence before the quotation, without a cue.
        UncuedBefore = "uncued-before",
        /// A noun in the same sentence after the quotation, without a cue.
        UncuedAfter = "uncued-after",
        /// The first noun of the sentence before.
        UncuedSentenceBefore = "uncued-sentence-before",
        /// The same, and that sentence is short and leads in what follows: “Rutte was blunt. “…””
        LeadsIn = "leads-in",
        /// The first noun of the sentence before, in the paragraph before.
        UncuedParagraphBefore = "uncued-paragraph-before",
    }

    // Going on with the speaker of the quotation before.
    GoesOn {
        /// In the same sentence as the quotation before.
        GoesOnInSentence = "goes-on-in-sentence",
        /// The sentence before ends with the cue of the quotation before: “…,” he said. “…”
        GoesOnAfterCue = "goes-on-after-cue",
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
    }

    // The quotation quotes nobody.
    Form {
        /// No candidate is taken.
        NonQuotation = "non-quotation",
        /// One word.
        NonQuotationOneWord = "non-quotation-one-word",
        /// Two or three words.
        NonQuotationFewWords = "non-quotation-few-words",
        /// Ten words and more.
        NonQuotationManyWords = "non-quotation-many-words",
        /// Its words are written as those of a title.
        NonQuotationTitleCase = "non-quotation-title-case",
        /// The same, and a possessive or a word for a work stands before it: “his book “…””.
        NonQuotationTitled = "non-quotation-titled",
        /// It starts with a small letter.
        NonQuotationSmallStart = "non-quotation-small-start",
        /// A comma, a full stop or the like ends it within its marks.
        NonQuotationStopInside = "non-quotation-stop-inside",
        /// A word that presents a term or a title stands before it: “the so-called”.
        NonQuotationNamed = "non-quotation-named",
        /// A word for a work stands beside it.
        NonQuotationWork = "non-quotation-work",
        /// An article or an adjective stands right before it.
        NonQuotationArticle = "non-quotation-article",
        /// A noun stands right after it.
        NonQuotationNounAfter = "non-quotation-noun-after",
        /// A possessive stands right before it: “CBS's “…””.
        NonQuotationOwned = "non-quotation-owned",
        /// A preposition stands right before it.
        NonQuotationPreposition = "non-quotation-preposition",
        /// There is a cue in its sentence.
        NonQuotationCueNear = "non-quotation-cue-near",
        /// A cue stands right beside it.
        NonQuotationCueBeside = "non-quotation-cue-beside",
        /// It starts and ends as a sentence does and stands where one does.
        NonQuotationSentence = "non-quotation-sentence",
        /// It is the whole of its paragraph.
        NonQuotationAlone = "non-quotation-alone",
        /// It is a nickname within a name.
        NonQuotationNickname = "non-quotation-nickname",
        /// “I”, “we” or “you” stands in it.
        NonQuotationPronoun = "non-quotation-pronoun",
        /// A verb stands in it.
        NonQuotationVerb = "non-quotation-verb",
        /// It stands in a headline.
        NonQuotationHeadline = "non-quotation-headline",
        /// The quotation before in the same sentence quotes nobody either.
        NonQuotationLikeBefore = "non-quotation-like-before",
    }
    Report {
        /// The clause that it stands in is surely reported.
        NonQuotationReportedSurely = "non-quotation-reported-surely",
        /// The clause that it stands in is probably reported.
        NonQuotationReportedLikely = "non-quotation-reported-likely",
        /// The clause that it stands in is possibly reported.
        NonQuotationReportedPerhaps = "non-quotation-reported-perhaps",
        /// No cue reports the clause that it stands in.
        NonQuotationUnreported = "non-quotation-unreported",
    }
}
