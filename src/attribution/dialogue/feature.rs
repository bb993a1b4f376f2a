//! The features of who speaks a line of a novel.

use crate::attribution::features::reasoned_features;

reasoned_features! {
    /// Evidence for and against a candidate speaker of a line, and that the turn is kept or changes.
    enum LineFeature;

    // Whose turn it is, by the line before.
    Turn {
        /// The quotation before was not closed at the end of its paragraph.
        BeforeUnclosed = "before-unclosed",
    }

    // Who speaks a line of a novel: what the words beside it tell.
    Cue {
        /// The cue beside the line names them, beyond doubt.
        LineNamesCertainly = "line-names-certainly",
        /// The cue beside the line names them, beyond doubt, by a name of theirs, not by a description.
        LineNamesProperly = "line-names-properly",
        /// The cue beside the line names them, most probably.
        LineNamesSurely = "line-names-surely",
        /// The cue beside the line names them, probably.
        LineNames = "line-names",
        /// The cue beside the line names them, possibly.
        LineNamesPerhaps = "line-names-perhaps",
    }
    Pronoun {
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
        /// The pronoun means them, beyond doubt, by what the text has told of all with whom it agrees.
        LineMeansSurely = "line-means-surely",
        /// It means them, probably.
        LineMeans = "line-means",
        /// It means them rather than any other.
        LineMeansPerhaps = "line-means-perhaps",
        /// It may mean them, but rather means another.
        LineMeansSecond = "line-means-second",
        /// It hardly means them.
        LineMeansHardly = "line-means-hardly",
        /// It means others.
        LineMeansOther = "line-means-other",
        /// The last pronoun of their gender in narration means them.
        PronounLast = "pronoun-last",
        /// The last subject before the line in its paragraph is a pronoun that means them.
        BeatBeforeMeans = "beat-before-means",
        /// It is a pronoun that means another.
        BeatBeforeMeansOther = "beat-before-means-other",
        /// The first subject there is a pronoun that means them.
        BeatFirstMeans = "beat-first-means",
        /// The last subject of the narration before the paragraph is a pronoun that means them.
        SubjectBeforeMeans = "subject-before-means",
    }
    Description {
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
    }
    Pronoun {
        /// “I” am the source of the cue, and they narrate.
        LineNarrates = "line-narrates",
        /// “I” am the source of the cue, and they do not narrate.
        LineNotNarrator = "line-not-narrator",
        /// They narrate, and somebody else is the source of the cue.
        LineNarratorElse = "line-narrator-else",
    }
    Cue {
        /// The line has no cue.
        LineUncued = "line-uncued",
        /// The line has a cue with a name or a description.
        LineNamed = "line-named",
        /// The line has a cue with a pronoun.
        LinePronoun = "line-pronoun",
        /// “The other” is the source of the cue.
        LineOther = "line-other",
    }

    // What they do in the narration around it.
    NamedNear {
        /// They are the last subject before the line in its paragraph: “Anne nodded. “…””
        BeatBefore = "beat-before",
        /// They are the first subject after the line in its paragraph.
        BeatAfter = "beat-after",
    }
    Pronoun {
        /// A pronoun that agrees is the last subject before the line in its paragraph.
        BeatBeforeAgrees = "beat-before-agrees",
        /// A pronoun that disagrees is.
        BeatBeforeDisagrees = "beat-before-disagrees",
        /// A pronoun that agrees is the first subject after the line in its paragraph.
        BeatAfterAgrees = "beat-after-agrees",
        /// A pronoun that disagrees is.
        BeatAfterDisagrees = "beat-after-disagrees",
    }
    NamedNear {
        /// Somebody else is the subject before or after the line in its paragraph.
        BeatOfOther = "beat-of-other",
        /// They are named in the paragraph, before the line.
        NamedBeside = "named-beside",
        /// They are the last subject of the narration before the paragraph.
        SubjectBefore = "subject-before",
        /// They are the first subject of the narration after the paragraph.
        SubjectAfter = "subject-after",
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
        NamedRecently = "named-recently",
        /// Narration named them six to twenty paragraphs ago.
        NamedFar = "named-far",
        /// Narration named them longer ago.
        NamedLongAgo = "named-long-ago",
        /// Narration brought them in since the line before.
        CameIn = "came-in",
        /// Narration names them only later.
        NamedLater = "named-later",
    }

    // How the text is told.
    Turn {
        /// Most lines of the text are short.
        ShortLines = "short-lines",
        /// Few lines of the text have a cue.
        FewCues = "few-cues",
    }

    // Where the line stands.
    Turn {
        /// The line has its paragraph for itself.
        LineAlone = "line-alone",
        /// Narration stands before the line in its paragraph.
        LineLed = "line-led",
        /// The line has no reporting clause, and narration stands after it in its paragraph.
        LineTrailed = "line-trailed",
        /// A line stands before it in its paragraph.
        LineGoesOn = "line-goes-on",
        /// The paragraph before has a line.
        LineAfterLine = "line-after-line",
        /// The paragraph before has none.
        LineAfterNarration = "line-after-narration",
    }
    NamedNear {
        /// They are the first subject of the narration before the line in its paragraph.
        BeatFirst = "beat-first",
        /// They are the only one whom the narration of the line's paragraph names.
        BeatOnly = "beat-only",
        /// The narration of the line's paragraph names one, and that is another.
        BeatOnlyOther = "beat-only-other",
        /// They are the only one whom the narration between the paragraph and the line before names.
        NarratedOnly = "narrated-only",
    }

    // What the lines say.
    Called {
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
    }

    // Who they are.
    KindOfSource {
        /// The text speaks of nobody more often.
        MostFrequent = "most-frequent",
        /// The text speaks often of them.
        Frequent = "frequent",
        /// The text speaks seldom of them.
        Seldom = "seldom",
        /// They have no name.
        Unnamed = "unnamed",
        /// No cue of the text names them.
        NeverCued = "never-cued",
        /// One cue of the text names them.
        CuedOnce = "cued-once",
        /// Many cues of the text name them.
        CuedOften = "cued-often",
        /// One of the cues shortly before names them.
        CuedBefore = "cued-before",
        /// They most probably spoke one of the lines shortly before.
        SpokeBefore = "spoke-before",
        /// One of the cues shortly after names them.
        CuedAfter = "cued-after",
        /// Only the lines name them, never narration.
        OnlyInSpeech = "only-in-speech",
        /// They are several.
        Several = "several",
        /// They narrate.
        Narrator = "narrator",
    }

    // Whose turn it is.
    Turn {
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
        /// The line stands in the next paragraph, after narration.
        GapNarrated = "gap-narrated",
        /// One paragraph of narration lies between.
        GapOne = "gap-one",
        /// A few paragraphs lie between.
        GapFew = "gap-few",
        /// Many paragraphs lie between.
        GapMany = "gap-many",
        /// Narration stands after the line before in its paragraph.
        TrailBefore = "trail-before",
        /// The line before asks.
        AskedBefore = "asked-before",
        /// The line asks.
        Asks = "asks",
        /// The line opens as an answer does: “Yes, …”
        Answers = "answers",
        /// The line has four tokens or fewer, its stops counted: “Not yet, sir.” has five.
        FewWords = "few-words",
        /// The line before has four tokens or fewer.
        FewWordsBefore = "few-words-before",
        /// The line has 45 tokens or more.
        ManyWords = "many-words",
        /// The line before has 45 tokens or more.
        ManyWordsBefore = "many-words-before",
        /// The line before breaks off.
        BrokenOffBefore = "broken-off-before",
        /// Narration stands after the line in its paragraph.
        Trail = "trail",
        /// The cues around name two at most.
        AtMostTwoCued = "at-most-two-cued",
        /// Cues around name four or more.
        ManyCued = "many-cued",
    }
}

/// That the turn is kept, changes, goes to a third.
pub(crate) const TURNS: [LineFeature; 3] = [
    LineFeature::TurnKept,
    LineFeature::TurnChanges,
    LineFeature::TurnOfThird,
];
