//! TEI and SSML: well-formed, with all of the text, and with references that lead somewhere.

use std::collections::HashSet;

use quotation::{Genre, QuoteDetector};
use quotation_formats::{Item, ssml, tei};

const TEXTS: [&str; 5] = [
    "",
    "\n\n  \n",
    "“One,” said Ann Vos. “Two ‘and a half’ & <b>three</b>,” said Ann.\r\n\r\n\n\n“Four,\n\n“five.”",
    "Ann Vos said that Bob Holm said “no” and that he meant “no”.\n\n\n\nBob called it “a\n\nb”.\u{1}\u{fffe}",
    "  According to the Water Board, “all — is well”.\n\n“It is not,” said Ines Okoro to Bob.  ",
];

/// What XML cannot hold stands as the sign for it.
fn as_xml_has_it(text: &str) -> String {
    text.replace(['\u{1}', '\u{fffe}'], "\u{fffd}")
}

fn body_of(xml: &str, element: &str) -> String {
    let document = roxmltree::Document::parse(xml).unwrap_or_else(|error| panic!("{error}\n{xml}"));
    let body = document
        .descendants()
        .find(|node| node.tag_name().name() == element)
        .unwrap();
    body.descendants()
        .filter(|node| node.is_text())
        .filter_map(|node| node.text())
        .collect()
}

#[test]
fn tei_keeps_the_text_and_its_references() {
    for text in TEXTS {
        let document = QuoteDetector::new().detect(text);
        let mut output = Vec::new();
        tei::write(&Item::new("a & b", &document), &mut output).unwrap();
        let xml = String::from_utf8(output).unwrap();
        assert_eq!(body_of(&xml, "body"), as_xml_has_it(text));
        let read = roxmltree::Document::parse(&xml).unwrap();
        let ids: Vec<&str> = read
            .descendants()
            .filter_map(|node| node.attribute(("http://www.w3.org/XML/1998/namespace", "id")))
            .collect();
        let unique: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{xml}");
        for node in read.descendants() {
            for name in ["who", "toWhom", "ana", "next", "prev", "ref"] {
                if let Some(pointer) = node.attribute(name) {
                    assert!(
                        unique.contains(pointer.strip_prefix('#').unwrap()),
                        "{pointer} in {xml}"
                    );
                }
            }
        }
        let said = read
            .descendants()
            .filter(|node| node.tag_name().name() == "said");
        assert!(said.count() >= document.attributions().len());
    }
}

#[test]
fn ssml_keeps_the_text_and_gives_each_speaker_a_voice() {
    for text in TEXTS {
        let document = QuoteDetector::new().detect(text);
        let mut output = Vec::new();
        ssml::write(&Item::new("a", &document), &mut output).unwrap();
        let xml = String::from_utf8(output).unwrap();
        assert_eq!(body_of(&xml, "speak"), as_xml_has_it(text));
    }
    let text = "“Is it far?” asked Marta.\n\n“An hour,” said Jonas.\n\n“Then we walk,” said Marta.";
    let detector = QuoteDetector::builder()
        .genre(Genre::Novel)
        .build()
        .unwrap();
    let document = detector.detect(text);
    let mut output = Vec::new();
    ssml::write(&Item::new("a", &document), &mut output).unwrap();
    let xml = String::from_utf8(output).unwrap();
    let read = roxmltree::Document::parse(&xml).unwrap();
    let voices: Vec<(String, &str)> = read
        .descendants()
        .filter(|node| node.tag_name().name() == "voice")
        .map(|node| {
            let voice = format!(
                "{:?}{:?}",
                node.attribute("gender"),
                node.attribute("variant")
            );
            (voice, node.text().unwrap())
        })
        .collect();
    let [first, second, third] = &voices[..] else {
        panic!("{xml}");
    };
    assert_eq!(first.0, third.0);
    assert_ne!(first.0, second.0);
    assert_eq!(second.1, "“An hour,”");
}
