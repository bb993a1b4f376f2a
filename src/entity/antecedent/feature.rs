//! What speaks for and against an antecedent.

use crate::model::features;

features! {
    /// Evidence for and against a candidate for the antecedent of a pronoun or of a definite description. What is true of the
    /// pronoun or the description alone counts together with what is true of the candidate.
    enum AntecedentFeature;

    // Whether they agree.
    /// Their gender is more than what the given name suggests.
    GenderSure = "gender-sure",
    /// Their given name suggests their gender.
    GenderGuessed = "gender-guessed",
    /// Nothing tells their gender.
    GenderUnknown = "gender-unknown",
    /// The pronoun that meant them last had the same gender.
    SpokenOfSo = "spoken-of-so",
    /// It had another one.
    SpokenOfOtherwise = "spoken-of-otherwise",
    /// No pronoun has meant them yet.
    NeverSpokenOf = "never-spoken-of",
    /// They are a person with a name.
    NamedPerson = "named-person",
    /// Their name may be a person's.
    NamedPerhaps = "named-perhaps",
    /// They have no name, and a description that tells a gender.
    DescribedWithGender = "described-with-gender",
    /// They have no name, and a description that tells no gender.
    DescribedWithoutGender = "described-without-gender",
    /// Their name stands where those of places stand.
    UsedAsPlace = "used-as-place",

    // How much they are on the reader's mind.
    /// They are the most salient candidate.
    MostSalient = "most-salient",
    /// They are the second.
    SecondSalient = "second-salient",
    /// Others are more salient.
    LessSalient = "less-salient",
    /// Of the salience of all candidates they have nearly all.
    SalienceNearlyAll = "salience-nearly-all",
    /// About half.
    SalienceHalf = "salience-half",
    /// A part.
    SalienceSome = "salience-some",
    /// Little.
    SalienceLittle = "salience-little",
    /// Their salience has sunk to nothing.
    Forgotten = "forgotten",
    /// They are the candidate that was mentioned last.
    Nearest = "nearest",
    /// They are the one before.
    SecondNearest = "second-nearest",

    // Where they were mentioned last.
    /// In the pronoun's sentence.
    SentenceSame = "sentence-same",
    /// In the sentence before.
    SentenceBefore = "sentence-before",
    /// Two sentences back.
    SentenceSecond = "sentence-second",
    /// Three sentences back.
    SentenceThird = "sentence-third",
    /// Four or five sentences back.
    SentenceFourth = "sentence-fourth",
    /// Farther back.
    SentenceFar = "sentence-far",
    /// In the pronoun's paragraph.
    ParagraphSame = "paragraph-same",
    /// In the paragraph before.
    ParagraphBefore = "paragraph-before",
    /// Farther back.
    ParagraphFar = "paragraph-far",
    /// As a subject.
    WasSubject = "was-subject",
    /// As an object.
    WasObject = "was-object",
    /// After a preposition.
    WasAfterPreposition = "was-after-preposition",
    /// As the owner of something.
    WasOwner = "was-owner",
    /// As something else.
    WasOther = "was-other",
    /// By their full name.
    ByFullName = "by-full-name",
    /// By a part of it.
    ByPartOfName = "by-part-of-name",
    /// By a description.
    ByDescription = "by-description",
    /// By a pronoun.
    ByPronoun = "by-pronoun",
    /// Within a quotation.
    WithinQuotation = "within-quotation",

    // What they did before.
    /// They were a subject earlier in the sentence.
    SubjectHere = "subject-here",
    /// They were a subject in the sentence before.
    SubjectBefore = "subject-before",
    /// They were a subject two sentences back.
    SubjectSecond = "subject-second",
    /// They were the last subject of all.
    LastSubject = "last-subject",
    /// They spoke earlier in the sentence.
    SpokeHere = "spoke-here",
    /// They spoke in the sentence before.
    SpokeBefore = "spoke-before",
    /// They spoke two sentences back.
    SpokeSecond = "spoke-second",
    /// They were the last of all who spoke.
    LastSpeaker = "last-speaker",
    /// They were told or asked something earlier in the sentence: “Moss told Vane that he”.
    AddressedHere = "addressed-here",
    /// They were told or asked something in the sentence before.
    AddressedBefore = "addressed-before",
    /// They were the last of all who were told or asked something.
    LastAddressee = "last-addressee",
    /// They are the subject of the paragraph's first sentence.
    LeadsParagraph = "leads-paragraph",

    // How often they were mentioned.
    /// Once.
    CountOne = "count-one",
    /// Two or three times.
    CountFew = "count-few",
    /// Four to seven times.
    CountSeveral = "count-several",
    /// More often.
    CountMany = "count-many",
    /// No candidate was mentioned more often.
    MostMentioned = "most-mentioned",
    /// Nobody at all was.
    MostMentionedOfAll = "most-mentioned-of-all",
    /// They were mentioned once in the pronoun's paragraph.
    OnceInParagraph = "once-in-paragraph",
    /// They were mentioned more than once there.
    OftenInParagraph = "often-in-paragraph",
    /// They were mentioned for the first time just now.
    Newcomer = "newcomer",
    /// The first sentences of the text mentioned them.
    Early = "early",
    /// The text has not named them for some sentences.
    NamedLongAgo = "named-long-ago",

    // Whom pronouns meant before.
    /// The last pronoun of this gender meant them, in the same sentence.
    PronounHere = "pronoun-here",
    /// In the sentence before.
    PronounBefore = "pronoun-before",
    /// Farther back.
    PronounFar = "pronoun-far",

    // Whose they are.
    /// They were introduced as somebody's: “his lawyer, Ada Moss”.
    Owned = "owned",
    /// They were introduced as another candidate's.
    OwnedByRival = "owned-by-rival",
    /// The last subject was introduced as theirs.
    OwnsLastSubject = "owns-last-subject",
    /// The subject earlier in the sentence was: “His lawyer said he”.
    OwnsSubjectHere = "owns-subject-here",

    // What stands between.
    /// They are the subject of the verb whose object the pronoun is: “Moss told her”.
    SubjectOfItsVerb = "subject-of-its-verb",
    /// One clause has both.
    OneClause = "one-clause",
    /// One verb at most stands between, and a comma or a conjunction.
    OneVerbBetween = "one-verb-between",
    /// Several verbs stand between.
    VerbsBetween = "verbs-between",

    // What the pronoun is.
    /// It begins its paragraph.
    BeginsParagraph = "begins-paragraph",
    /// It begins its sentence.
    BeginsSentence = "begins-sentence",
    /// It is a subject.
    IsSubject = "is-subject",
    /// It is an object.
    IsObject = "is-object",
    /// It stands after a preposition.
    IsAfterPreposition = "is-after-preposition",
    /// It is something else.
    IsOther = "is-other",
    /// It is a possessive: “his plan”.
    IsPossessive = "is-possessive",
    /// It stands right after a quotation.
    AfterQuotation = "after-quotation",
    /// A strong verb of speech stands beside it.
    Speaks = "speaks",
    /// A conjunction leads its clause in.
    AfterConjunction = "after-conjunction",
    /// It stands within a quotation.
    IsQuoted = "is-quoted",
    /// Two may be meant.
    OfTwo = "of-two",
    /// More may be meant.
    OfMany = "of-many",

    // Of a description: what the text has told of the candidate.
    /// It is nobody whom the text has mentioned.
    IsNew = "is-new",
    /// The text called them so.
    CalledSo = "called-so",
    /// They are the last whom it called so.
    LastCalledSo = "last-called-so",
    /// They were called by a noun of the same field.
    FieldSame = "field-same",
    /// They were called by nouns of other fields alone.
    FieldOther = "field-other",
    /// Nothing tells whether they belong to the field.
    FieldUntold = "field-untold",
    /// They are of the age that the description tells.
    AgeSame = "age-same",
    /// It tells an age, and nothing tells theirs.
    AgeUntold = "age-untold",
    /// The gender that the description tells is theirs.
    GenderSame = "gender-same",
    /// The text calls them by a given name alone.
    GivenNameAlone = "given-name-alone",
    /// They are an organisation.
    Organisation = "organisation",
    /// They are a group of people.
    Group = "group",

    // What the description is.
    /// It describes a person.
    OfPerson = "of-person",
    /// It describes an organisation.
    OfOrganisation = "of-organisation",
    /// It describes either: “the operator”.
    OfEither = "of-either",
    /// It means several.
    OfSeveral = "of-several",
    /// It tells an age.
    TellsAge = "tells-age",
    /// It tells what somebody was before.
    TellsPast = "tells-past",
    /// It tells of which nation, party or faith somebody is.
    TellsGroup = "tells-group",
    /// It tells where somebody belongs.
    TellsOrigin = "tells-origin",
    /// It tells a gender.
    TellsGender = "tells-gender",
    /// It tells a field.
    TellsField = "tells-field",
    /// Its noun alone names a member of a nation, a party or a faith.
    IsMember = "is-member",
    /// Its noun is an adjective with a hyphen: “the 61-year-old”.
    IsHyphenated = "is-hyphenated",
    /// Its noun means a company.
    IsCompany = "is-company",
    /// Its noun tells of a field of business.
    IsOfBusiness = "is-of-business",
    /// Its noun tells one of a scene from the others: “the driver”.
    IsApart = "is-apart",
    /// Its noun has a capital.
    IsCapital = "is-capital",
    /// A word stands between “the” and its noun.
    IsModified = "is-modified",
    /// A verb of reports stands beside it.
    Reports = "reports",
    /// It tells of what or whom it is somebody: “the mayor of Lyon”.
    IsOfSomebody = "is-of-somebody",
    /// A preposition stands after it.
    HasPhrase = "has-phrase",
    /// A relative clause follows it.
    HasClause = "has-clause",
    /// It stands in one of the first sentences.
    IsEarly = "is-early",
    /// The text called nobody so.
    NobodyCalledSo = "nobody-called-so",
    /// It called one so.
    OneCalledSo = "one-called-so",
    /// It called several so.
    SeveralCalledSo = "several-called-so",
    /// Somebody was called by a noun of the same field.
    SomebodyOfField = "somebody-of-field",
}
