//! Whom the members of a cast are, by the names that the caller gives them.

use quotation::{CastMember, Gender, Genre, QuoteDetector};

/// Who says the first quotation in news and in a novel.
fn said_to_be(cast: &[CastMember], text: &str) -> [Option<String>; 2] {
    [Genre::News, Genre::Novel].map(|genre| {
        let builder = QuoteDetector::builder()
            .cast(cast.iter().cloned())
            .genre(genre);
        let detector = builder.build().unwrap();
        let document = detector.detect(text);
        let attribution = document.attributions().next()?;
        Some(attribution.speaker()?.name().to_owned())
    })
}

fn twice(name: &str) -> [Option<String>; 2] {
    [Some(name.to_owned()), Some(name.to_owned())]
}

#[test]
fn a_cast_gives_the_name() {
    let ines = [CastMember::new("Ines Okoro").alias("Okoro")];
    assert_eq!(
        said_to_be(&ines, "“It leaks,” said Okoro."),
        twice("Ines Okoro")
    );
}

#[test]
fn an_alias_may_have_a_title() {
    let hale = CastMember::new("Tom Hale").alias("Captain Weir");
    let cast = [hale, CastMember::new("Ines Okoro")];
    assert_eq!(
        said_to_be(&cast, "“It leaks,” said Captain Weir."),
        twice("Tom Hale")
    );
}

#[test]
fn a_guess_at_a_gender_does_not_overrule_the_cast() {
    for gender in [Gender::Female, Gender::Male] {
        let cast = [CastMember::new("Ines Okoro").gender(gender)];
        for name in ["Okoro", "Ines", "Ines Okoro"] {
            let text = format!("“It leaks,” said {name}.");
            assert_eq!(said_to_be(&cast, &text), twice("Ines Okoro"), "{name}");
        }
    }
    let robin = [CastMember::new("James Bright").gender(Gender::Female)];
    assert_eq!(
        said_to_be(&robin, "“It leaks,” said James."),
        twice("James Bright")
    );
}

#[test]
fn a_family_is_told_apart_by_titles() {
    let cast = [
        CastMember::new("Anna Lindqvist")
            .alias("Mrs. Lindqvist")
            .gender(Gender::Female),
        CastMember::new("Tomas Lindqvist")
            .alias("Mr. Lindqvist")
            .gender(Gender::Male),
    ];
    for (title, name) in [("Mrs.", "Anna Lindqvist"), ("Mr.", "Tomas Lindqvist")] {
        let text = format!("“It leaks,” said {title} Lindqvist.");
        assert_eq!(said_to_be(&cast, &text), twice(name));
    }
}

#[test]
fn a_narrator_says_what_i_say() {
    let cast = [
        CastMember::new("Tom Bright").narrator(),
        CastMember::new("Ines Okoro"),
    ];
    let detector = QuoteDetector::builder()
        .cast(cast)
        .genre(Genre::Novel)
        .build()
        .unwrap();
    let document =
        detector.detect("“It leaks,” I said.\n\nInes Okoro laughed. “Let it,” she said.");
    let names: Vec<&str> = document
        .attributions()
        .map(|attribution| attribution.speaker().unwrap().name())
        .collect();
    assert_eq!(names, ["Tom Bright", "Ines Okoro"]);
}

#[test]
fn an_alias_may_be_a_description() {
    let engineer = CastMember::new("Ines Okoro").alias("the engineer");
    let detector = QuoteDetector::builder().cast([engineer]).build().unwrap();
    let document = detector.detect("“It will hold,” the engineer said.");
    let told = document.attributions().next().unwrap();
    assert_eq!(told.speaker().unwrap().name(), "Ines Okoro");
}
