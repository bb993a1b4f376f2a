//! The scores, on two small documents.

mod common;

use std::fs;

use common::train;
use serde_json::{Value, json};

const ARTICLE: &str = "“It holds,” said Ines Okoro. Tomas Lindqvist believes it “leaks.”";
const NOVEL: &str = "“It holds,” said Ines.\n\n“For a year?” he asked.";

/// The bytes of some words.
fn at(text: &str, words: &str) -> [usize; 2] {
    let start = text.find(words).unwrap();
    [start, start + words.len()]
}

/// A quotation of the article.
fn quotation(spans: &str, kind: &str, cue: &str, source: &str, names: Value) -> Value {
    json!({"spans": [at(ARTICLE, spans)], "kind": kind, "cue": [at(ARTICLE, cue)],
           "source": [at(ARTICLE, source)], "speaker": names, "how": null, "speaker_sort": "person"})
}

/// A line of the novel.
fn line(spans: &str, speaker: Value, how: &str) -> Value {
    json!({"spans": [at(NOVEL, spans)], "kind": "direct", "cue": [], "source": [], "speaker": speaker, "how": how})
}

fn scores(gold: &[Value], predicted: &[Value]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, lines: &[Value]| {
        let path = folder.path().join(name);
        let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
        fs::write(&path, lines.join("\n")).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let output = train(&[
        "score",
        "--json",
        "--by-document",
        &file("gold.jsonl", gold),
        &file("predicted.jsonl", predicted),
    ]);
    serde_json::from_str(&output).unwrap()
}

#[test]
fn news_is_scored_by_its_sources() {
    let okoro = json!(["Ines Okoro"]);
    let lindqvist = json!(["Tomas Lindqvist"]);
    let gold = json!({"id": "news/a", "domain": "news", "text": ARTICLE, "cast": [], "chains": {}, "quotations": [
        quotation("“It holds,”", "direct", "said", "Ines Okoro", okoro.clone()),
        quotation("it “leaks.”", "mixed", "believes", "Tomas Lindqvist", lindqvist.clone()),
    ]});
    let right = quotation(
        "“It holds,”",
        "direct",
        "said",
        "Ines Okoro",
        json!("Minister Ines Okoro"),
    );
    let wrong = quotation(
        "“leaks.”",
        "direct",
        "believes",
        "Ines Okoro",
        json!("Ines Okoro"),
    );
    let predicted = json!({"id": "news/a", "quotations": [right, wrong]});
    let all = scores(std::slice::from_ref(&gold), &[predicted]);
    assert_eq!(all["news"], all["news/a"]);
    let news = &all["news"];
    assert_eq!(news["quoted"]["strings"]["f1"], 50.0);
    assert_eq!(news["quoted"]["found"]["f1"], 100.0);
    assert_eq!(news["quoted"]["speaker"], json!({"right": 50.0, "gold": 2}));
    assert_eq!(news["all"]["content"]["f1"], 100.0);
    assert_eq!(news["all"]["content+source"]["f1"], 50.0);
    assert_eq!(
        news["all"]["recall mixed"],
        json!({"content": 100.0, "content+source": 0.0, "gold": 1})
    );
    assert_eq!(news["exact"]["cue"]["f1"], 100.0);
    assert_eq!(news["exact"]["content"]["p"], 50.0);

    let nothing = scores(&[gold], &[]);
    assert_eq!(nothing["documents without a prediction"], 1);
    assert_eq!(nothing["news"]["quoted"]["strings"]["r"], 0.0);
}

#[test]
fn novels_are_scored_by_their_speakers() {
    let gold = json!({"id": "novel/a", "domain": "fiction", "text": NOVEL, "cast": [], "chains": {}, "quotations": [
        line("“It holds,”", json!(["Miss Okoro", "Ines"]), "explicit"),
        line("“For a year?”", json!(["Tomas"]), "anaphoric"),
    ]});
    let predicted = json!({"id": "novel/a", "quotations": [
        line("“It holds,”", json!("Ines"), "explicit"),
        line("“For a year?”", json!(null), "explicit"),
        line("he asked", json!("Tomas"), "explicit"),
    ]});
    let novels = &scores(&[gold], &[predicted])["fiction"];
    assert_eq!(novels["found"], 100.0);
    assert_eq!(novels["spurious"], 33.3);
    assert_eq!(
        novels["speaker"],
        json!({"all": 50.0, "explicit": 100.0, "anaphoric": 0.0})
    );
}
