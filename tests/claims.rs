//! Claims held against texts: where the words are found, what differs, whose they are.

use proptest::prelude::*;
use quotation::{Audit, Claim, Difference, Document, QuoteDetector, Verdict};

const TEXT: &str = "“The dam will hold,” said Ines Okoro, the board's chief engineer. “It was built for \
    worse than this.”\n\n“We haven't looked inside that wall since 1987,” Tomas Lindqvist told reporters. “I \
    would rather apologise for a night in a sports hall,” he went on, “than for the alternative.”\n\n\
    The mayor left early. “Healthy,” she said.\n\n“Nobody has asked us yet,” the union added.";

fn document() -> Document<'static> {
    QuoteDetector::new().detect(TEXT)
}

/// The words that one claim matches, what differs, and how much.
fn found(quotation: &str) -> Option<(String, Vec<Difference>, f32)> {
    let document = document();
    let audit = Audit::new(&document, &[Claim::new(quotation)]);
    let found = audit.findings()[0].found()?;
    let words: Vec<&str> = found.spans().iter().map(|&span| &TEXT[span]).collect();
    Some((
        words.join(" | "),
        found.differences().to_vec(),
        found.changed(),
    ))
}

fn verdict(quotation: &str, speaker: &str) -> Verdict {
    let document = document();
    let claim = Claim::new(quotation).speaker(speaker);
    Audit::new(&document, &[claim]).findings()[0].verdict()
}

#[test]
fn what_a_copy_changes_is_forgiven_and_said() {
    use Difference::*;
    for (quotation, words, differences) in [
        ("The dam will hold", "The dam will hold", vec![]),
        ("“The dam will hold”", "The dam will hold", vec![]),
        (
            "the dam  will HOLD!",
            "The dam will hold",
            vec![WhiteSpace, Case],
        ),
        ("We haven’t looked", "We haven't looked", vec![Marks]),
        (
            "It was built, for worse",
            "It was built for worse",
            vec![Punctuation],
        ),
        ("It was … than this", "It was | than this", vec![Ellipsis]),
        (
            "We haven't looked [...] since 1987",
            "We haven't looked | since 1987",
            vec![Ellipsis],
        ),
        (
            "We haven't looked inside [the dam] since 1987",
            "We haven't looked inside | since 1987",
            vec![Brackets],
        ),
        (
            "[i]t was built for worse",
            "It was built for worse",
            vec![Brackets],
        ),
        (
            "a night in a sports hall than for the alternative",
            "a night in a sports hall | than for the alternative",
            vec![Punctuation, Narration],
        ),
    ] {
        let (words_found, said, changed) =
            found(quotation).unwrap_or_else(|| panic!("{quotation}"));
        assert_eq!(words_found, words, "{quotation}");
        let said: Vec<Difference> = said.into_iter().filter(|d| *d != Punctuation).collect();
        let differences: Vec<Difference> = differences
            .into_iter()
            .filter(|d| *d != Punctuation)
            .collect();
        assert_eq!(said, differences, "{quotation}");
        assert_eq!(changed, 0.0, "{quotation}");
    }
}

#[test]
fn other_words_are_counted() {
    let (words_found, differences, changed) =
        found("I would rather say sorry for a night in a sports hall").unwrap();
    assert_eq!(
        words_found,
        "I would rather apologise for a night in a sports hall"
    );
    assert_eq!(differences, [Difference::Words]);
    assert!((changed - 2.0 / 12.0).abs() < 1e-6, "{changed}");
    assert_eq!(found("The river rises and nobody in town is asleep"), None);
    assert_eq!(found("The dam has burst"), None);
    assert_eq!(found(""), None);
    assert_eq!(found("… [...]"), None);
}

#[test]
fn verdicts_follow_the_words_beside() {
    for (quotation, speaker, expected) in [
        ("The dam will hold", "Ines Okoro", Verdict::Supported),
        ("The dam will hold", "Ms. Okoro", Verdict::Supported),
        (
            "It was built for worse than this",
            "Okoro",
            Verdict::Supported,
        ),
        (
            "The dam will hold",
            "Tomas Lindqvist",
            Verdict::Contradicted,
        ),
        ("than for the alternative", "Lindqvist", Verdict::Supported),
        ("Nobody has asked us yet", "the union", Verdict::Supported),
        ("The mayor left early", "Ines Okoro", Verdict::Open),
        ("The dam will hold", "the mayor", Verdict::Open),
        ("Healthy", "Somebody Else", Verdict::Open),
        ("The dam has burst", "Ines Okoro", Verdict::NotInText),
    ] {
        assert_eq!(
            verdict(quotation, speaker),
            expected,
            "{quotation} {speaker}"
        );
    }
}

#[test]
fn what_no_claim_covers_is_listed() {
    let document = document();
    let claims = ["The dam will hold", "Healthy", "than for the alternative"].map(Claim::new);
    let audit = Audit::new(&document, &claims);
    let left: Vec<&str> = audit
        .uncovered()
        .iter()
        .map(|one| &TEXT[one.spans()[0]])
        .collect();
    assert_eq!(
        left,
        [
            "“We haven't looked inside that wall since 1987,”",
            "“Nobody has asked us yet,”"
        ]
    );
}

#[test]
fn a_place_may_be_said() {
    let text = "“Yes,” said Nita. “Yes,” said Bob.";
    let document = QuoteDetector::new().detect(text);
    let claims = [
        Claim::new("Yes").speaker("Nita"),
        Claim::new("Yes").speaker("Bob"),
        Claim::new("Yes").speaker("Nita").near(25),
    ];
    let audit = Audit::new(&document, &claims);
    let verdicts: Vec<Verdict> = audit.findings().iter().map(|one| one.verdict()).collect();
    assert_eq!(
        verdicts,
        [
            Verdict::Supported,
            Verdict::Supported,
            Verdict::Contradicted
        ]
    );
}

#[test]
fn lines_that_come_again_are_claimed_again() {
    let text = "“Yes,” said Nita. “Yes,” said Nita. “Yes,” said Nita.";
    let document = QuoteDetector::new().detect(text);
    let claims = vec![Claim::new("Yes").speaker("Nita"); 4];
    let audit = Audit::new(&document, &claims);
    let starts: Vec<usize> = audit
        .findings()
        .iter()
        .map(|one| one.found().unwrap().spans()[0].start())
        .collect();
    assert_eq!(starts[1] - starts[0], starts[2] - starts[1]);
    assert_eq!(starts[3], starts[0]);
    assert!(audit.uncovered().is_empty());
}

/// A chapter whose lines say who speaks, some of them claimed for somebody else.
#[test]
fn lines_that_contradict_their_own_cue_are_found() {
    let mut text = String::new();
    let mut claims = Vec::new();
    for line in 0..1_117 {
        let (right, wrong) = if line % 2 == 0 {
            ("Nita", "Bob")
        } else {
            ("Bob", "Nita")
        };
        text += &format!("“We counted boat {line} this morning,” {right} said.\n\n");
        let claimed = if line % 18 == 5 { wrong } else { right };
        claims.push(Claim::new(format!("We counted boat {line} this morning")).speaker(claimed));
    }
    let document = QuoteDetector::new().detect(&text);
    let audit = Audit::new(&document, &claims);
    for (line, finding) in audit.findings().iter().enumerate() {
        let expected = match line % 18 == 5 {
            true => Verdict::Contradicted,
            false => Verdict::Supported,
        };
        assert_eq!(finding.verdict(), expected, "line {line}");
    }
    assert!(audit.uncovered().is_empty());
}

proptest! {
    #[test]
    fn any_text_and_claim_is_legal(text in "[a-c “”.…\\[\\]'’\n]{0,60}", claim in "[a-c “”.…\\[\\]'’]{0,30}") {
        let document = QuoteDetector::new().detect(&text);
        let audit = Audit::new(&document, &[Claim::new(claim).speaker("a b")]);
        if let Some(found) = audit.findings()[0].found() {
            for &span in found.spans() {
                prop_assert!(!text.as_str()[span].is_empty());
            }
            prop_assert!((0.0..=0.25).contains(&found.changed()));
        }
    }

    #[test]
    fn words_of_the_text_are_found_in_it(text in "([a-f]{1,3}[ ,.]){1,40}", from in 0usize..40, len in 1usize..12) {
        let words: Vec<&str> = text.split_inclusive([' ', ',', '.']).collect();
        let from = from.min(words.len() - 1);
        let claim = words[from..(from + len).min(words.len())].concat();
        let document = QuoteDetector::new().detect(&text);
        let audit = Audit::new(&document, &[Claim::new(claim)]);
        prop_assert_eq!(audit.findings()[0].found().map(|found| found.changed()), Some(0.0));
    }
}
