//! What the builder takes and what it refuses, in which words.

use std::error::Error as _;

use quotation::{
    AttributionKind, CastMember, Document, Gender, QuoteDetector, QuoteDetectorBuilder, ReasonKind,
};

fn refusal(builder: QuoteDetectorBuilder) -> String {
    builder.build().unwrap_err().to_string()
}

fn builder() -> QuoteDetectorBuilder {
    QuoteDetector::builder()
}

#[test]
fn a_minimum_confidence_is_a_probability() {
    for (minimum, shown) in [(1.5, "1.5"), (-0.1, "-0.1"), (f32::NAN, "NaN")] {
        let builder = QuoteDetector::builder().minimum_confidence(minimum);
        assert_eq!(
            builder.build().unwrap_err().to_string(),
            format!("minimum confidence: expected a number from 0 to 1, found {shown}")
        );
    }
}

#[test]
fn with_a_greater_minimum_less_is_attributed() {
    let text = include_str!("../benches/texts/article.txt");
    let attributed = |minimum: f32| {
        let detector = QuoteDetector::builder().minimum_confidence(minimum).build();
        let document = detector.unwrap().detect(text);
        let sure = document.attributions().filter(|one| one.source().is_some());
        let confidences: Vec<f32> = sure.map(|one| one.confidence()).collect();
        assert!(confidences.iter().all(|&confidence| confidence >= minimum));
        confidences.len()
    };
    assert!(attributed(0.0) > attributed(0.9) && attributed(0.9) > attributed(0.999));
}

#[test]
fn takes_all_that_a_caller_may_know() {
    let detector = builder()
        .cast([
            CastMember::new("Ines Okoro")
                .alias("the engineer")
                .gender(Gender::Female),
            CastMember::new("Tom Bright").narrator(),
        ])
        .reporting_verbs(["harrumph", "tut-tut", "naysay"])
        .titles(["Dijkgraaf", "Kapt."])
        .ignored_names(["Daily Lantern"])
        .kinds([AttributionKind::Direct])
        .formula(r"(?m)^(?<speaker>[A-Z ]+)(?<cue>:) (?<content>.+)$")
        .build();
    assert!(detector.is_ok());
}

/// Who says the first quotation, and by which cue.
fn first_said<'d>(document: &'d Document<'_>) -> Option<(&'d str, &'d str)> {
    let attribution = document.attributions().next()?;
    let cue = attribution.cue()?.spans()[0];
    Some((attribution.speaker()?.name(), &document.text()[cue]))
}

#[test]
fn own_verbs_report_in_all_their_forms() {
    let detector = builder().reporting_verbs(["splork"]).build().unwrap();
    for form in ["splorks", "splorked"] {
        let text = format!("“It leaks,” Ines Okoro {form} on Monday.");
        assert_eq!(
            first_said(&detector.detect(&text)),
            Some(("Ines Okoro", form))
        );
    }
}

#[test]
fn own_verbs_may_have_a_particle() {
    let text = "Ines Okoro splorked back that the wall leaked.";
    let detector = builder().reporting_verbs(["splork back"]).build().unwrap();
    let told = Some(("Ines Okoro", "splorked back"));
    assert_eq!(first_said(&detector.detect(text)), told);
    assert_ne!(first_said(&QuoteDetector::new().detect(text)), told);
}

#[test]
fn own_nouns_report() {
    let text = "Ines Okoro’s splork: “It leaks.”";
    let detector = builder().reporting_nouns(["splork"]).build().unwrap();
    let told = Some(("Ines Okoro", "splork"));
    assert_eq!(first_said(&detector.detect(text)), told);
    assert_ne!(first_said(&QuoteDetector::new().detect(text)), told);
}

#[test]
fn own_titles_belong_to_the_name() {
    let detector = builder().titles(["Dijkgraaf"]).build().unwrap();
    let document = detector.detect("“It leaks,” said Dijkgraaf Joost Zwaluw.");
    assert_eq!(first_said(&document), Some(("Joost Zwaluw", "said")));

    let text = "“It leaks,” said Water Reeve Omar Sadiq.";
    let several = builder().titles(["Water Reeve"]).build().unwrap();
    assert_eq!(
        first_said(&several.detect(text)),
        Some(("Omar Sadiq", "said"))
    );
    assert_eq!(
        first_said(&QuoteDetector::new().detect(text)),
        Some(("Water Reeve Omar Sadiq", "said"))
    );
    // A word of it is none where no name follows.
    let document = several.detect("“It leaks,” the Water Board said.");
    assert_eq!(first_said(&document), Some(("Water Board", "said")));
}

#[test]
fn ignored_names_never_speak() {
    let detector = builder().ignored_names(["Daily Lantern"]).build().unwrap();
    let document = detector.detect("“It leaks,” the Daily Lantern said.");
    assert_eq!(first_said(&document), None);
}

#[test]
fn only_the_kinds_asked_for_are_given() {
    let text = "“It leaks,” said Ines Okoro. Tomas Lindqvist called the wall “a riddle”.";
    let kinds = |detector: QuoteDetector| -> Vec<AttributionKind> {
        let document = detector.detect(text);
        document
            .attributions()
            .map(|attribution| attribution.kind())
            .collect()
    };
    assert_eq!(
        kinds(QuoteDetector::new()),
        [AttributionKind::Direct, AttributionKind::Mixed]
    );
    let only = |kind| kinds(builder().kinds([kind]).build().unwrap());
    assert_eq!(only(AttributionKind::Direct), [AttributionKind::Direct]);
    assert_eq!(only(AttributionKind::Mixed), [AttributionKind::Mixed]);
}

#[test]
fn repeating_an_entry_is_no_mistake() {
    let ann = || CastMember::new(" Ann ").alias("Annie").alias("Annie");
    let built = builder()
        .cast([ann(), ann()])
        .cast([CastMember::new("Bob").alias("Annie")])
        .reporting_verbs(["coo", " coo"])
        .build();
    assert!(built.is_ok());
}

#[test]
fn refuses_empty_entries() {
    assert_eq!(
        refusal(builder().cast([CastMember::new("Ann"), CastMember::new("  ")])),
        "cast member 2: expected a name, found nothing"
    );
    assert_eq!(
        refusal(builder().cast([CastMember::new("Ann").alias("")])),
        "alias \"\" of cast member \"Ann\": expected a name, found nothing"
    );
    assert_eq!(
        refusal(builder().reporting_verbs(["coo", ""])),
        "reporting verb 2: expected a word, found nothing"
    );
    assert_eq!(
        refusal(builder().titles([" "])),
        "title 1: expected a word, found nothing"
    );
    assert_eq!(
        refusal(builder().ignored_names([""])),
        "ignored name 1: expected a name, found nothing"
    );
    assert_eq!(
        refusal(builder().kinds([])),
        "kinds: expected at least one of direct, mixed, indirect, found none"
    );
}

#[test]
fn refuses_names_that_cannot_be_seen() {
    for nothing in ["\u{200b}", "\0", "\u{feff} \u{2060}"] {
        assert_eq!(
            refusal(builder().cast([CastMember::new(nothing)])),
            format!(
                "cast member {nothing:?}: expected a name that can be seen, found nothing that shows"
            )
        );
        assert_eq!(
            refusal(builder().cast([CastMember::new("Ann").alias(nothing)])),
            format!(
                "alias {nothing:?} of cast member \"Ann\": expected a name that can be seen, found nothing that shows"
            )
        );
        assert_eq!(
            refusal(builder().ignored_names([nothing])),
            format!(
                "ignored name {nothing:?}: expected a name that can be seen, found nothing that shows"
            )
        );
    }
}

#[test]
fn refuses_what_is_no_word() {
    let letters = "expected letters, with hyphens or apostrophes inside, found";
    let alone = "a hyphen or an apostrophe without a letter on each side";
    for (verb, found) in [
        ("say!", "'!'"),
        ("-say", alone),
        ("sa--y", alone),
        ("2", "'2'"),
    ] {
        assert_eq!(
            refusal(builder().reporting_verbs([verb])),
            format!("reporting verb {verb:?}: {letters} {found}")
        );
    }
    assert_eq!(
        refusal(builder().reporting_verbs(["go off again"])),
        "reporting verb \"go off again\": expected a verb, or a verb and its particle, found 3 words"
    );
    assert_eq!(
        refusal(builder().reporting_nouns(["press release"])),
        "reporting noun \"press release\": expected one word, found 2 words"
    );
    assert_eq!(
        refusal(builder().titles(["Mr.."])),
        format!("title \"Mr..\": {letters} '.'")
    );
}

#[test]
fn refuses_contradictions() {
    let ann = || CastMember::new("Ann");
    assert_eq!(
        refusal(builder().cast([ann(), ann().gender(Gender::Female)])),
        "cast member \"Ann\": expected one entry, found two with different facts"
    );
    assert_eq!(
        refusal(builder().cast([ann()]).ignored_names(["Ann"])),
        "cast member \"Ann\": expected a name that is not ignored, found it among the ignored names"
    );
    assert_eq!(
        refusal(
            builder()
                .cast([ann().alias("Annie")])
                .ignored_names(["Annie"])
        ),
        "alias \"Annie\" of cast member \"Ann\": expected a name that is not ignored, found it among the ignored names"
    );
    assert_eq!(
        refusal(builder().cast([ann().narrator(), CastMember::new("Bob").narrator()])),
        "cast member \"Bob\": expected one narrator at most, found another before, \"Ann\""
    );
}

#[test]
fn refuses_a_formula_that_is_too_large() {
    let formula = r"(?<speaker>\pL{10000})(?<content>.)";
    assert_eq!(
        refusal(builder().formula(formula)),
        format!(
            "formula {formula:?}: expected one that compiles to at most 10485760 bytes, found more"
        )
    );
}

#[test]
fn refuses_formulas_that_cannot_tell_who_spoke() {
    let error = builder().formula("(?<speaker>").build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "formula \"(?<speaker>\": expected a regular expression, found a mistake in it: unclosed group"
    );
    assert!(
        error
            .source()
            .unwrap()
            .to_string()
            .contains("unclosed group")
    );
    assert_eq!(
        refusal(builder().formula("(?<speaker>x)")),
        "formula \"(?<speaker>x)\": expected groups named (?<speaker>…) and (?<content>…), found no content"
    );
    assert_eq!(
        refusal(builder().formula("(?<speaker>x)(?<content>y)(?<que>z)")),
        "formula \"(?<speaker>x)(?<content>y)(?<que>z)\": expected no named groups but speaker, content and cue, found que"
    );
}

#[test]
fn detectors_are_shared_between_threads() {
    fn is_shared<T: Clone + Send + Sync + 'static>(_: &T) {}
    let detector = QuoteDetector::new();
    is_shared(&detector);
    is_shared(&detector.detect("Nobody spoke.").into_owned());
    is_shared(&builder());
}

#[test]
fn a_formula_tells_who_said_what_it_matches() {
    let detector = builder()
        .formula(r"(?m)^(?<speaker>[A-Z][a-z]+ [A-Z][a-z]+) \((?<cue>posted)\): (?<content>.+)$")
        .build()
        .unwrap();
    let text = "Ines Okoro (posted): The gate is shut.\n\n“It was late,” said Tomas Lindqvist.\n\n\
                Ruth Adeyemi (posted): Whose gate, “ours” or theirs?";
    let document = detector.detect(text);
    let told: Vec<_> = document
        .attributions()
        .map(|one| (one.speaker().unwrap().name(), &text[one.spans()[0]]))
        .collect();
    assert_eq!(
        told,
        [
            ("Ines Okoro", "The gate is shut."),
            ("Tomas Lindqvist", "“It was late,”"),
            ("Ruth Adeyemi", "Whose gate, “ours” or theirs?"),
        ]
    );
    let first = document.attributions().next().unwrap();
    assert_eq!(first.reasons()[0].kind(), ReasonKind::Formula);
    assert_eq!(&text[first.cue().unwrap().spans()[0]], "posted");
}

#[test]
fn ignored_words_report_nothing_in_any_form() {
    let text = "“It never held,” quipped Ines Okoro.";
    let reads = |builder: QuoteDetectorBuilder| {
        let document = builder.build().unwrap().detect(text).into_owned();
        let cue = document.attributions().next().unwrap().cue_text();
        cue.map(|cue| cue.into_owned())
    };
    assert_eq!(reads(builder()).as_deref(), Some("quipped"));
    assert_ne!(
        builder()
            .ignored_words(["quip"])
            .build()
            .unwrap()
            .detect(text),
        builder().build().unwrap().detect(text)
    );
    // What is taken away can be added again.
    let again = builder().ignored_words(["quip"]).reporting_verbs(["quip"]);
    assert_eq!(reads(again).as_deref(), Some("quipped"));
    assert_eq!(
        refusal(builder().ignored_words(["quips and more"])),
        "ignored word \"quips and more\": expected a listed word that reports or is a title, found one that is not \
         listed"
    );
}

#[test]
fn single_kinds_are_found_as_among_all() {
    for text in [
        include_str!("../examples/article.txt"),
        include_str!("../benches/texts/article.txt"),
        include_str!("../benches/texts/novel.txt"),
    ] {
        let all = builder().build().unwrap().detect(text);
        for kind in AttributionKind::ALL {
            let single = builder().kinds([*kind]).build().unwrap().detect(text);
            let found: Vec<_> = single
                .attributions()
                .map(|one| (one.text(), one.speaker().map(|speaker| speaker.name())))
                .collect();
            let expected: Vec<_> = all
                .attributions()
                .filter(|one| one.kind() == *kind)
                .map(|one| (one.text(), one.speaker().map(|speaker| speaker.name())))
                .collect();
            assert_eq!(found, expected, "{kind}");
        }
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_builder_is_written_and_read() {
    let configured = builder()
        .cast([CastMember::new("Tom Bright").narrator()])
        .reporting_verbs(["fire back"])
        .reporting_nouns(["riposte"])
        .titles(["Grand Vizier"])
        .ignored_names(["Daily Lantern"])
        .ignored_words(["quip"])
        .kinds([AttributionKind::Direct])
        .minimum_confidence(0.5)
        .genre(quotation::Genre::News)
        .naming(quotation::Naming::Fullest);
    let written = serde_json::to_value(&configured).unwrap();
    let read: QuoteDetectorBuilder = serde_json::from_value(written.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), written);
    for (json, message) in [
        (r#"{"verbs": []}"#, "unknown field `verbs`"),
        (
            r#"{"titles": ["Mr.."]}"#,
            "title \"Mr..\": expected letters, with hyphens or apostrophes inside, found '.'",
        ),
        (
            r#"{"cast": [{"name": "Ann", "role": "cook"}]}"#,
            "unknown field `role`",
        ),
        (
            r#"{"cast": [{"name": "\u200b"}]}"#,
            "cast member \"\\u{200b}\": expected a name that can be seen",
        ),
        (
            r#"{"cast": [{"name": "Ann", "gender": "f"}]}"#,
            "unknown variant `f`",
        ),
        (
            r#"{"cast": ["Ann"]}"#,
            "invalid type: string \"Ann\", expected a cast member with a name, such as {\"name\": \"Ann\"}",
        ),
        (
            r#"{"kinds": []}"#,
            "kinds: expected at least one of direct, mixed, indirect, found none",
        ),
        (
            r#"{"minimum_confidence": 7}"#,
            "minimum confidence: expected a number from 0 to 1, found 7",
        ),
        (
            r#"{"formulas": ["(?<speaker>x)"]}"#,
            "formula \"(?<speaker>x)\": expected groups named (?<speaker>…) and (?<content>…), found no content",
        ),
    ] {
        let refused = serde_json::from_str::<QuoteDetectorBuilder>(json).unwrap_err();
        assert!(refused.to_string().starts_with(message), "{refused}");
        assert_eq!(refused.line(), 1);
        assert!(refused.column() > 5, "{refused}");
    }
}
