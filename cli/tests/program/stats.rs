//! The command `stats`.

use std::fs;

use crate::run::{article, messages, output, quotation};

/// Tables of the article, in every form that is read.
fn tables() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let article = article();
    for form in ["csv", "tsv", "jsonl"] {
        let rows = output(&["-f", form, article.to_str().unwrap()], 0);
        fs::write(folder.path().join(format!("rows.{form}")), rows).unwrap();
    }
    folder
}

#[test]
fn all_inputs_give_the_same_counts() {
    let folder = tables();
    let article = article();
    let of_text = output(&["stats", article.to_str().unwrap()], 0);
    assert!(
        of_text.starts_with("1 text with quotations, 290 words\n\nspeaker "),
        "{of_text}"
    );
    let line = of_text
        .lines()
        .find(|line| line.starts_with("Tomas Lindqvist"))
        .unwrap();
    let values: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(values[2..5], ["male", "3", "20.0"], "{line}");
    for form in ["csv", "tsv", "jsonl"] {
        let table = folder.path().join(format!("rows.{form}"));
        assert_eq!(
            output(&["stats", table.to_str().unwrap()], 0),
            of_text,
            "{form}"
        );
    }
    if cfg!(feature = "parquet") {
        let table = folder.path().join("rows.parquet");
        let table = table.to_str().unwrap();
        quotation()
            .args(["archive", "-q", article.to_str().unwrap(), "-o", table])
            .assert()
            .code(0);
        assert_eq!(output(&["stats", table], 0), of_text);
    }
}

#[test]
fn direct_speech_of_a_table_that_is_less_sure_is_nobodys() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("rows.csv");
    let rows = "file,kind,speaker,content,words,confidence\na,direct,Bob,No.,9,0.95\n\
                a,direct,Bob,Yes.,9,0.6\na,indirect,Bob,it rained,9,0.6\n";
    fs::write(&table, rows).unwrap();
    let table = table.to_str().unwrap();
    let counts = |minimum| {
        output(
            &["stats", "-f", "csv", "--minimum-confidence", minimum, table],
            0,
        )
    };
    let counted = |counts: &str| -> Vec<String> {
        let fields = |line: &str| line.split(',').take(3).collect::<Vec<_>>().join(",");
        counts.lines().skip(1).map(fields).collect()
    };
    assert_eq!(counted(&counts("0.5")), ["Bob,,3"]);
    assert_eq!(counted(&counts("0.9")), ["Bob,,1", "unknown,,1"]);
}

#[test]
fn genders_have_shares_with_the_unknown() {
    let article = article();
    let csv = output(
        &[
            "stats",
            "--by",
            "gender",
            "-f",
            "csv",
            article.to_str().unwrap(),
        ],
        0,
    );
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let number = |row: &csv::StringRecord, at: usize| row[at].parse::<f64>().unwrap();
    let shares: f64 = rows.iter().map(|row| number(row, 2)).sum();
    assert!((shares - 1.0).abs() < 1e-4, "{csv}");
    let known: f64 = rows
        .iter()
        .filter(|row| &row[0] != "unknown")
        .map(|row| number(row, 3))
        .sum();
    assert!((known - 1.0).abs() < 1e-4, "{csv}");
    assert!(
        rows.iter()
            .any(|row| &row[0] == "unknown" && row[3].is_empty()),
        "{csv}"
    );
}

#[test]
fn two_stand_beside_each_other() {
    let article = article();
    let path = article.to_str().unwrap();
    let text = output(
        &["stats", "--by", "kind", path, "--against", "page.html"],
        0,
    );
    assert!(
        text.contains("first: 1 text ") && text.contains("second: 1 text "),
        "{text}"
    );
    let head = text.lines().find(|line| line.starts_with("kind")).unwrap();
    assert!(head.ends_with("points"), "{text}");
}

#[test]
fn bars_and_drawings() {
    let article = article();
    let path = article.to_str().unwrap();
    let bars = output(&["stats", "-f", "bars", "--top", "3", path], 0);
    assert_eq!(bars.lines().count(), 3);
    assert!(bars.contains('█'));
    let svg = output(
        &[
            "stats",
            "-f",
            "svg",
            "--by",
            "kind",
            path,
            "--against",
            "page.html",
        ],
        0,
    );
    let drawing = roxmltree::Document::parse(&svg).unwrap();
    let bars = drawing
        .descendants()
        .filter(|node| node.has_tag_name("rect") || node.tag_name().name() == "rect");
    // Two for each kind, and two that tell whose they are.
    assert_eq!(bars.count(), 8);
    let names: Vec<&str> = drawing
        .descendants()
        .filter(|node| node.tag_name().name() == "text")
        .filter_map(|node| node.text())
        .collect();
    assert!(names.ends_with(&["first", "second"]), "{names:?}");
    let bars = output(&["stats", "-f", "bars", path, "--against", "page.html"], 0);
    assert!(bars.starts_with("█ first  █ second\n"), "{bars}");
}

#[test]
fn what_is_no_table_is_said() {
    let said = messages(&["stats", "claims.csv"], 1);
    assert_eq!(
        said,
        "quotation: claims.csv: there is no column \"file\"; expected a table of attributions; \
         `quotation archive` makes one\n"
    );
    assert!(messages(&["stats", "claims.jsonl"], 1).contains("line 1: missing field `file`"));
}
