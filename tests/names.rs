//! Given names and family names that are also words, months, days or demonyms, each in several frames.

use quotation::QuoteDetector;

const GIVEN: &str = "Jack Frank Harry Will Bob Nick Carol May Rose Sue Mark Grace Faith Joy Lily Pat Robin June \
    April August Bill Rob Ray Art Dale Dean Earl Guy Gene Grant Hope Iris Ivy Jade Jean Josh Lance Miles Max Norm \
    Penny Peg Pearl Piers Ruby Rich Rusty Sandy Sterling Ted Tony Victor Violet Wade Ward Woody Chase Chuck Cliff \
    Clay Colt Dawn Daisy Dick Don Eve Ginger Glen Hazel Heather Herb Holly Hunter Jay Jerry Kit Lane Melody Merry \
    Mercy Mike Misty Olive Patience Prudence Rex Sage Summer Autumn Viola Winter Virginia Florence Sydney Austin";

const GIVEN_FRAMES: &[(&str, &str)] = &[
    ("{} said, “The dam will hold.”", "{}"),
    ("“The dam will hold,” {} said.", "{}"),
    ("“The dam will hold,” said {}.", "{}"),
    ("{} said that the dam would hold.", "{}"),
    (
        "{} Okoro, 43, walked the dam. “The dam will hold,” {} told us.",
        "{} Okoro",
    ),
    ("“Will the dam hold?” {} asked.", "{}"),
];

const FAMILY: &str = "Brown Wood Rich Price White Black Green Young Short Church London Court Bush Field Hill Stone \
    Banks Rivers Power Love Day Winter Page Best King Fox Wolf Bird Baker Cook Bell Bond Cross Gray Hall Head Hope \
    Law Lord Moon Pope Rice Rose Savage Small Snow Strong Walker Wall West North Wise Woods Case Chase Cash May";

const FAMILY_FRAMES: &[(&str, &str)] = &[
    ("Mr. {} said, “The dam will hold.”", "Mr. {}"),
    (
        "Anna {}, an engineer, walked the dam. “The dam will hold,” {} said.",
        "Anna {}",
    ),
    ("“The dam will hold,” said Anna {}.", "Anna {}"),
    (
        "Anna {} said the dam would hold. {} said it was new.",
        "Anna {}",
    ),
    ("According to Peter {}, the dam will hold.", "Peter {}"),
    (
        "{} said on Monday: “The dam will hold.” Peter {} is an engineer.",
        "Peter {}",
    ),
];

/// Where somebody else or nobody is found.
fn misses(names: &str, frames: &[(&str, &str)]) -> Vec<String> {
    let detector = QuoteDetector::new();
    let mut misses = Vec::new();
    for name in names.split_whitespace() {
        for (frame, speaker) in frames {
            let (text, speaker) = (frame.replace("{}", name), speaker.replace("{}", name));
            let document = detector.detect(&text);
            let names = document.attributions().map(|one| {
                let speaker = one.speaker().map(|speaker| speaker.name().to_owned());
                speaker.filter(|_| one.source().is_some())
            });
            let names: Vec<Option<String>> = names.collect();
            let is_right = |name: &Option<String>| {
                let name = name.as_deref();
                name == Some(&speaker) || name == speaker.strip_prefix("Mr. ")
            };
            if names.is_empty() || !names.iter().all(is_right) {
                misses.push(format!("{text} {names:?}"));
            }
        }
    }
    misses
}

#[test]
fn given_names_that_are_words_speak() {
    let misses = misses(GIVEN, GIVEN_FRAMES);
    assert!(misses.is_empty(), "{misses:#?}");
}

#[test]
fn family_names_that_are_words_speak() {
    let misses = misses(FAMILY, FAMILY_FRAMES);
    assert!(misses.is_empty(), "{misses:#?}");
}

#[test]
fn days_and_peoples_are_no_names() {
    let detector = QuoteDetector::new();
    for (text, speaker) in [
        ("Officials Monday said the dam would hold.", "Monday"),
        (
            "A report published in June said the dam would hold.",
            "June",
        ),
        ("The French said the dam would hold.", "French"),
        ("“It will hold,” he said Sunday.", "Sunday"),
    ] {
        let document = detector.detect(text);
        let speakers = document.attributions().filter_map(|one| one.speaker());
        let names: Vec<&str> = speakers.map(|speaker| speaker.name()).collect();
        assert!(!names.contains(&speaker), "{text} {names:?}");
    }
}

#[test]
fn degrees_and_honours_are_no_part_of_a_name() {
    let detector = QuoteDetector::new();
    for (text, speaker) in [
        ("Anna Holt QC said the ruling was wrong.", "Anna Holt"),
        ("Ben Ray, MP, said the bridge was unsafe.", "Ben Ray"),
        ("“It is a risk,” said Ines Okoro, MD.", "Ines Okoro"),
        ("Dame Ann Moss DBE said the hall was cold.", "Ann Moss"),
        ("Tom Reed Jr. said he would run.", "Tom Reed Jr."),
    ] {
        assert_eq!(speakers(&detector, text), [speaker], "{text}");
    }
}

#[test]
fn a_description_beside_a_name_is_the_bearer() {
    let detector = QuoteDetector::new();
    for (text, speaker) in [
        (
            "Lumen's chief executive, Dora Quill, said sales had doubled.",
            "Dora Quill",
        ),
        (
            "Ola Berg, a Portuguese dealer, bought it. “It is a copy,” the dealer said.",
            "Ola Berg",
        ),
        (
            "Her deputy, Iris Vane, said the plan was sound.",
            "Iris Vane",
        ),
    ] {
        assert_eq!(speakers(&detector, text), [speaker], "{text}");
    }
}

fn speakers(detector: &QuoteDetector, text: &str) -> Vec<String> {
    let document = detector.detect(text);
    let speakers = document.attributions().filter_map(|one| one.speaker());
    speakers.map(|speaker| speaker.name().to_owned()).collect()
}

#[test]
fn they_are_the_two_whom_the_text_names_together() {
    let detector = QuoteDetector::new();
    for (text, who) in [
        (
            "Anna Holt and Ben Ray built it. “We were lucky,” they said.",
            &["Anna Holt and Ben Ray"][..],
        ),
        (
            "Anna Holt and Ben Ray built it. It took a year. The mill burnt. “We were lucky,” they said.",
            &[],
        ),
    ] {
        assert_eq!(speakers(&detector, text), who, "{text}");
    }
}
