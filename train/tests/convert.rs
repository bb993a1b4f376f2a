//! The converters, on small corpora in the forms of the published ones.

mod common;

use std::fs::File;
use std::path::{Path, PathBuf};

use common::train;
use serde_json::{Value, json};

fn corpus(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora");
    root.join(name)
}

/// The documents of a corpus, the offsets of each made the words that stand there.
fn converted(name: &str, path: &Path) -> Vec<Value> {
    let output = train(&["convert", name, path.to_str().unwrap()]);
    let documents = output
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    documents.map(with_words).collect()
}

fn with_words(mut document: Value) -> Value {
    let text = document["text"].as_str().unwrap().to_owned();
    let put = |spans: &mut Value| {
        for span in spans.as_array_mut().unwrap() {
            let at = |side: usize| span[side].as_u64().unwrap() as usize;
            *span = text[at(0)..at(1)].into();
        }
    };
    for quotation in document["quotations"].as_array_mut().unwrap() {
        for role in ["spans", "cue", "source"] {
            put(&mut quotation[role]);
        }
    }
    document["chains"]
        .as_object_mut()
        .unwrap()
        .values_mut()
        .for_each(put);
    document
}

#[test]
fn polnear_has_attributions_of_news() {
    let documents = converted("polnear-train", &corpus("polnear"));
    assert_eq!(documents.len(), 1, "an article without annotation is none");
    let document = &documents[0];
    assert_eq!(document["id"], "polnear/daily_2016-01-02_the-dam");
    assert_eq!(document["domain"], "news");
    let quotation = |spans: Value, kind: &str, cue: &str, source: &str| {
        json!({"spans": spans, "kind": kind, "cue": [cue], "source": [source], "speaker": [], "how": null,
               "nested": false})
    };
    let expected = json!([
        quotation(
            json!([
                "The dam at Ørsund “will hold for a year,”",
                "and nobody needed to leave"
            ]),
            "mixed",
            "told the council",
            "engineer Ines Okoro"
        ),
        quotation(
            json!(["\"It leaks,\""]),
            "direct",
            "said",
            "Tomas Lindqvist"
        ),
        quotation(
            json!(["the worst is over"]),
            "indirect",
            "believes",
            "The council"
        ),
    ]);
    assert_eq!(document["quotations"], expected);
}

#[test]
fn pdnc_has_speakers_of_lines() {
    let documents = converted("pdnc", &corpus("pdnc"));
    assert_eq!(documents.len(), 1);
    let document = &documents[0];
    assert_eq!(document["id"], "pdnc/TheWeir");
    // The mentions show two names that the table does not have; that of a mother is none.
    let okoro = json!(["Miss Okoro", "Okoro", "Signora", "Ines"]);
    let etienne = json!(["Étienne", "Étienne O'Dowd"]);
    assert_eq!(
        document["cast"],
        json!([
            {"name": "Miss Okoro", "aliases": okoro, "gender": "F"},
            {"name": "Étienne", "aliases": ["Étienne O'Dowd", "Étienne"], "gender": "M"},
            {"name": "Mrs. Lind", "aliases": ["Mrs. Lind"], "gender": "F"},
        ])
    );
    let quotation = |spans: Value, speaker: &Value, how: &str, cue_text: &str| {
        json!({"spans": spans, "kind": "direct", "cue": [], "source": [], "speaker": speaker, "how": how,
               "cue_text": cue_text})
    };
    let expected = json!([
        quotation(
            json!(["“It holds,”", "“for a year, Étienne.”"]),
            &okoro,
            "explicit",
            "said Miss Okoro"
        ),
        quotation(
            json!(["“Signora, it leaks,”"]),
            &etienne,
            "anaphoric",
            "he answered"
        ),
        quotation(
            json!(["“Ines! Ines, my dear!”"]),
            &json!(["_unknowable"]),
            "nan",
            "nan"
        ),
        quotation(
            json!(["“Nobody asked the Signora.”"]),
            &json!(["Mrs. Lind"]),
            "implicit",
            "nan"
        ),
    ]);
    assert_eq!(document["quotations"], expected);
}

#[test]
fn litbank_has_chains_of_speakers() {
    let documents = converted("litbank", &corpus("litbank"));
    assert_eq!(documents.len(), 1);
    let document = &documents[0];
    assert_eq!(document["id"], "litbank/1_the_weir");
    let text = document["text"].as_str().unwrap();
    assert!(text.ends_with("She smiled\nat him."), "{text}");
    let quotation = |words: &str| {
        json!({"spans": [words], "kind": "direct", "cue": [], "source": [], "speaker": [], "how": null,
               "chain": "Ines-1"})
    };
    let expected = json!([
        quotation("“It _holds_,”"),
        quotation("“for a year—at least.”")
    ]);
    assert_eq!(document["quotations"], expected);
    assert_eq!(document["chains"], json!({"Ines-1": ["Ines", "She"]}));
}

#[test]
fn an_archive_is_read_as_its_folder_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("polnear.tar.xz");
    let packer = liblzma::write::XzEncoder::new(File::create(&path).unwrap(), 1);
    let mut archive = tar::Builder::new(packer);
    archive
        .append_dir_all("polnear", corpus("polnear"))
        .unwrap();
    archive.into_inner().unwrap().finish().unwrap();
    assert_eq!(
        converted("polnear-train", &path),
        converted("polnear-train", &corpus("polnear"))
    );
}

#[test]
fn texts_of_our_own_have_all_names_of_a_speaker() {
    let documents = converted("own", &corpus("scenes"));
    let document = &documents[0];
    assert_eq!(document["id"], "fiction/a lock gate");
    assert_eq!(document["domain"], "fiction");
    assert_eq!(
        document["cast"][1],
        json!({"name": "Tomas Lind", "aliases": ["Tomas"], "gender": "M"})
    );
    let quotations = document["quotations"].as_array().unwrap();
    let ways: Vec<_> = quotations.iter().map(|one| &one["how"]).collect();
    assert_eq!(
        ways,
        ["anaphoric", "implicit", "implicit", "anaphoric", "implicit"]
    );
    assert_eq!(
        quotations[1]["spans"],
        json!(["“You said that in March.”", "“And in May.”"])
    );
    assert_eq!(quotations[3]["source"], json!(["he"]));
    assert_eq!(quotations[3]["speaker"], json!(["Tomas Lind", "Tomas"]));
}
