//! What the builder takes and what it refuses, in which words.

use std::error::Error as _;

use quotation::{CastMember, Gender, Kind, QuoteDetector, QuoteDetectorBuilder};

fn refusal(builder: QuoteDetectorBuilder) -> String {
    builder.build().unwrap_err().to_string()
}

fn builder() -> QuoteDetectorBuilder {
    QuoteDetector::builder()
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
        .kinds([Kind::Direct])
        .formula(r"(?m)^(?<speaker>[A-Z ]+)(?<cue>:) (?<content>.+)$")
        .build();
    assert!(detector.is_ok());
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
        "cast member \"Ann\": expected no empty alias"
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
        "kinds: expected at least one of direct, mixed, indirect"
    );
}

#[test]
fn refuses_what_is_no_word() {
    for verb in ["go off", "say!", "-say", "sa--y", "2"] {
        assert_eq!(
            refusal(builder().reporting_verbs([verb])),
            format!(
                "reporting verb {verb:?}: expected one word of letters, with hyphens or apostrophes inside"
            )
        );
    }
    assert!(refusal(builder().titles(["Mr.."])).starts_with("title \"Mr..\": expected one word"));
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
        "cast member \"Ann\": expected a name that is not among the ignored ones"
    );
    assert_eq!(
        refusal(builder().cast([ann().narrator(), CastMember::new("Bob").narrator()])),
        "cast member \"Bob\": expected one narrator at most, found another before"
    );
}

#[test]
fn refuses_formulas_that_cannot_tell_who_spoke() {
    let error = builder().formula("(?<speaker>").build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "formula \"(?<speaker>\": expected a regular expression"
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
        "formula \"(?<speaker>x)\": expected groups named (?<speaker>…) and (?<content>…)"
    );
    assert_eq!(
        refusal(builder().formula("(?<speaker>x)(?<content>y)(?<que>z)")),
        "formula \"(?<speaker>x)(?<content>y)(?<que>z)\": expected no named groups but speaker, content and cue"
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
