//! A second language, given from outside: a little German, with marks, cues, names and pronouns and
//! nothing else.

use quotation::language::{Class, ENGLISH};
use quotation::language::{
    CuePhrase, CuePosition, Cues, Descriptions, Inflection, Language, LineOpeners, Names, Pair,
    Pairs, Verb, WordId, WordLists, Words,
};
use quotation::{Audit, Claim, DescriptionKind, Document, Genre, QuoteDetector, TextPart, Verdict};

const KIN: [Pair; 1] = [Pair::new("nichte", "nephew uncle")];

/// The regular forms of a German verb that stand in reports: "sagen", "sagt", "sagte".
fn forms(verb: &Verb<'_>) -> Vec<(String, Class)> {
    let stem = verb.lemma.strip_suffix("en").unwrap_or(verb.lemma);
    let mut forms = vec![
        (verb.lemma.to_owned(), Class::Verb),
        (format!("{stem}t"), Class::VerbS),
    ];
    for (form, class) in [
        (verb.past, Class::VerbPast),
        (verb.participle, Class::VerbParticiple),
    ] {
        forms.extend(form.map(|form| (form.to_owned(), class)));
    }
    // "sagten", "riefen"
    forms.extend(verb.past.map(|past| {
        let stem = past.strip_suffix('e').unwrap_or(past);
        (format!("{stem}en"), Class::VerbPast)
    }));
    forms
}

fn german() -> &'static Language {
    let lists = WordLists {
        named: &["laut"],
        verbs: &[include_str!("data/german/verbs.txt")],
        words: &[include_str!("data/german/words.txt")],
    };
    let inflection = Inflection {
        verb: forms,
        ..Inflection::NONE
    };
    let words = Words::of(&lists, inflection).expect("the lists are well-formed");
    let according: &'static [WordId] = Vec::leak(vec![words.number("laut")]);
    let phrases = Vec::leak(vec![CuePhrase {
        words: according,
        position: CuePosition::Anywhere,
    }]);
    Box::leak(Box::new(Language {
        words,
        cues: Cues {
            phrases,
            ..Cues::NONE
        },
        names: Names {
            possessive_endings: &["s"],
            ..Names::NONE
        },
        line_openers: LineOpeners {
            captions: &["bild"],
            ..LineOpeners::NONE
        },
        descriptions: Descriptions {
            kin: Pairs(&KIN),
            ..Descriptions::NONE
        },
        ..Language::BARE
    }))
}

fn detector() -> QuoteDetector {
    let builder = QuoteDetector::builder().language(german());
    builder.genre(Genre::News).build().unwrap()
}

/// The content, cue, source and speaker of each quotation.
fn found<'d>(document: &'d Document<'_>) -> Vec<[&'d str; 4]> {
    let text = document.text();
    let attributions = document.attributions();
    attributions
        .map(|one| {
            [
                &text[one.spans()[0]],
                one.cue().map_or("", |cue| &text[cue.spans()[0]]),
                one.source().map_or("", |source| &text[source.span()]),
                one.speaker().map_or("", |speaker| speaker.name()),
            ]
        })
        .collect()
}

#[test]
fn who_said_what_in_german() {
    let text = "„Der Damm hält“, sagte Ines Okoro. „Noch steigt das Wasser nicht“, sagte sie.\n\n\
                „Wer bleibt dort?“, fragte Herr Lindner. „Ich war noch nicht dort in der Mühle“, sagte er.\n\n\
                „Wir fragen morgen auch die Müller im Dorf“, sagte die Bürgermeisterin. Jonas Berg rief: „Da ist es!“\n";
    let document = detector().detect(text);
    let expected = [
        ["„Der Damm hält“", "sagte", "Ines Okoro", "Ines Okoro"],
        [
            "„Noch steigt das Wasser nicht“",
            "sagte",
            "sie",
            "Ines Okoro",
        ],
        [
            "„Wer bleibt dort?“",
            "fragte",
            "Herr Lindner",
            "Herr Lindner",
        ],
        [
            "„Ich war noch nicht dort in der Mühle“",
            "sagte",
            "er",
            "Herr Lindner",
        ],
        [
            "„Wir fragen morgen auch die Müller im Dorf“",
            "sagte",
            "die Bürgermeisterin",
            "die Bürgermeisterin",
        ],
        ["„Da ist es!“", "rief", "Jonas Berg", "Jonas Berg"],
    ];
    assert_eq!(found(&document), expected);
}

#[test]
fn a_phrase_reports_too() {
    let document = detector().detect("„Der Damm hält die ganze Nacht“, laut Ministerium.\n");
    let quotes: Vec<[&str; 4]> = found(&document);
    assert_eq!(quotes[0][1..3], ["laut", "Ministerium"]);
}

#[test]
fn what_is_asked_of_a_document_is_told_in_its_language() {
    let text = "Bild: „Der Damm hält“, sagte Ines Okoro.\n\n\
                Ines Okoro, Bergs Nichte, fragte: „Wer bleibt dort?“\n";
    let document = detector().detect(text);
    let parts: Vec<TextPart> = document.attributions().map(|one| one.part()).collect();
    assert_eq!(parts, [TextPart::Caption, TextPart::Body]);
    let ines = document.attributions().next().unwrap().speaker().unwrap();
    let niece = document.descriptions(ines.id())[0];
    assert_eq!(niece.kind(), DescriptionKind::Kin);
    assert_eq!(&text[niece.span()], "Bergs Nichte");
    let claims = ["Frau Okoro", "Okoros", "Herr Lindner"];
    let claims = claims.map(|name| Claim::new("Wer bleibt dort?").speaker(name));
    let audit = Audit::new(&document, &claims);
    let verdicts = audit.findings().iter().map(|one| one.verdict());
    assert!(verdicts.eq([
        Verdict::Supported,
        Verdict::Supported,
        Verdict::Contradicted
    ]));
}

#[test]
fn words_to_ignore_are_those_of_the_language() {
    let build = |word| {
        let builder = QuoteDetector::builder().language(german());
        builder.ignored_words([word]).build()
    };
    assert!(build("sagen").is_ok());
    assert!(build("say").is_err());
}

#[test]
fn a_bare_language_finds_the_marks() {
    static BARE: Language = Language::BARE;
    let detector = QuoteDetector::builder().language(&BARE).build().unwrap();
    let document = detector.detect("„Der Damm hält“, sagte Ines Okoro.\n");
    assert_eq!(document.quotes().len(), 1);
}

#[test]
fn english_is_one_of_them() {
    let detector = QuoteDetector::builder().language(&ENGLISH).build().unwrap();
    let text = "“The dam holds,” said Ines Okoro.\n";
    let document = detector.detect(text);
    assert_eq!(document, QuoteDetector::new().detect(text));
}
