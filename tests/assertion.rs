//! Reports that are denied, possible, conditional or still to come.

use quotation::{Modality, QuoteDetector};

/// Of the last attribution of a text: whether it is negated, and its modality.
fn assertion(text: &str) -> (bool, Option<Modality>) {
    let document = QuoteDetector::new().detect(text);
    let mut attributions = document.attributions();
    let attribution = attributions
        .next_back()
        .unwrap_or_else(|| panic!("nothing found in {text:?}"));
    (attribution.is_negated(), attribution.modality())
}

#[test]
fn denied_reports_are_negated() {
    for text in [
        "Tom Bright never said “it leaks”.",
        "The minister would not say whether the dam was safe.",
        "Ines Okoro has not said when the work begins.",
        "Tom Bright didn't say it was “a riddle”.",
        "Ines Okoro refused to say whether she had seen it.",
        "Neither Tom Bright nor Ines Okoro said that the dam would hold.",
        "No engineer said that the wall leaked.",
    ] {
        assert_eq!(assertion(text), (true, None), "{text}");
    }
}

#[test]
fn plain_reports_are_asserted() {
    for text in [
        "“I did not see it,” Ines Okoro said.",
        "The board denied that the wall leaked.",
        "Ines Okoro said that it was not safe.",
        "Why did Ines Okoro say that the wall leaked?",
        "“Did it leak?” Ines Okoro asked.",
        "Did it leak? Ines Okoro said that it had.",
        "Ines Okoro not only said that the wall leaked.",
        "Ines Okoro would later say that the wall leaked.",
    ] {
        assert_eq!(assertion(text), (false, None), "{text}");
    }
}

#[test]
fn what_could_or_will_be_said_is_no_plain_report() {
    for (text, modality) in [
        (
            "Ines Okoro could have said that the wall leaked.",
            Modality::Possible,
        ),
        (
            "Ines Okoro may have told reporters that it leaks.",
            Modality::Possible,
        ),
        (
            "Ines Okoro would have said that it leaks.",
            Modality::Possible,
        ),
        (
            "If Tom Bright says that it leaks, we leave.",
            Modality::Conditional,
        ),
        (
            "Did Tom Bright really say that the wall leaks?",
            Modality::Asked,
        ),
        ("Has Ines Okoro said “it leaks”?", Modality::Asked),
        ("Could Ines Okoro have said that it leaks?", Modality::Asked),
        (
            "We do not know whether Tom Bright said that it leaks.",
            Modality::Asked,
        ),
        (
            "Tom Bright will tell the council that the wall is old.",
            Modality::Future,
        ),
    ] {
        assert_eq!(assertion(text), (false, Some(modality)), "{text}");
    }
}
