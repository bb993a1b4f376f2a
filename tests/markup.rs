//! Texts that are marked up for a browser.

use quotation::QuoteDetector;

/// The contents of a text with their speakers.
fn said(text: &str) -> Vec<(String, String)> {
    let document = QuoteDetector::new().detect(text);
    let attributions = document.attributions();
    let said = attributions.map(|attribution| {
        let content = attribution.spans().iter().map(|&span| &text[span]);
        let content: Vec<&str> = content.collect();
        let speaker = attribution
            .speaker()
            .map(|speaker| speaker.name().to_owned());
        (content.join(" "), speaker.unwrap_or_default())
    });
    said.collect()
}

#[test]
fn a_reader_sees_no_tags() {
    let is_said = |text: &str, expected: &[(&str, &str)]| {
        let expected = expected
            .iter()
            .map(|&(content, speaker)| (content.to_owned(), speaker.to_owned()));
        assert_eq!(said(text), expected.collect::<Vec<_>>(), "{text}");
    };
    is_said(
        "<p>“It leaks,”<br>said <b>Ines Okoro</b>.</p><p>&ldquo;It is <em>old</em>,&rdquo; she added.</p>",
        &[
            ("“It leaks,”", "Ines Okoro"),
            ("&ldquo;It is <em>old</em>,&rdquo;", "Ines Okoro"),
        ],
    );
    is_said(
        "[Ines Okoro](https://example.org/okoro) said the dam leaks. “It&mdash;well,” [she](#okoro) began.",
        &[
            ("the dam leaks", "Ines Okoro"),
            ("“It&mdash;well,”", "Ines Okoro"),
        ],
    );
    is_said(
        "<ul><li>“It leaks,” said Ines Okoro.</li><li>“No,” said Tomas Lindqvist.</li></ul>",
        &[("“It leaks,”", "Ines Okoro"), ("“No,”", "Tomas Lindqvist")],
    );
    is_said(
        "<blockquote>The dam leaks.</blockquote> <cite>Ines Okoro</cite>",
        &[("The dam leaks.", "Ines Okoro")],
    );
    is_said(
        "<blockquote><p>The dam leaks.</p><footer>— <cite>Ines Okoro</cite></footer></blockquote>",
        &[("The dam leaks.", "Ines Okoro")],
    );
}
