//! The fits, on small corpora: what they make is the same each time, and can be read with.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::train;

const FILES: [&str; 7] = [
    "src/attribution/weights/news.txt",
    "src/attribution/weights/novel-cues.txt",
    "src/attribution/weights/novel.txt",
    "src/attribution/reported/words.txt",
    "src/attribution/reported/weights.bin",
    "src/entity/weights/antecedents.txt",
    "src/entity/weights/descriptions.txt",
];

fn corpora() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora")
}

fn weights(into: &Path, threads: &str) -> Vec<Vec<u8>> {
    let corpus = |name: &str| corpora().join(name).to_str().unwrap().to_owned();
    train(&[
        "weights",
        "--threads",
        threads,
        "--polnear",
        &corpus("polnear"),
        "--pdnc",
        &corpus("pdnc"),
        "--scenes",
        &corpus("scenes"),
        "--articles",
        &corpus("articles"),
        "--into",
        into.to_str().unwrap(),
    ]);
    FILES
        .map(|file| fs::read(into.join(file)).unwrap())
        .to_vec()
}

#[test]
fn weights_are_the_same_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let once = weights(folder.path(), "1");
    assert!(once[0].starts_with(b"quotation-weights 1 news "));
    assert_eq!(once, weights(folder.path(), "2"));

    // Their first lines are those that the library asks for.
    let into = folder.path().to_str().unwrap();
    train(&["heads", "--into", into]);
    let again = FILES.map(|file| fs::read(folder.path().join(file)).unwrap());
    assert_eq!(once, again);

    let scores = train(&[
        "scores",
        "--weights",
        into,
        "--corpora",
        corpora().to_str().unwrap(),
    ]);
    let names: Vec<_> = scores
        .lines()
        .filter_map(|row| row.split(' ').next())
        .collect();
    assert_eq!(
        names,
        [
            "polnear-dev",
            "polnear-train",
            "litbank",
            "pdnc",
            "pdnc-cast"
        ]
    );
}
