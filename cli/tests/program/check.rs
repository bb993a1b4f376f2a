//! The command `check`.

use crate::run::{article, messages, output, quotation};

fn check(arguments: &[&str], status: i32) -> String {
    let article = article();
    let mut all = vec!["check", article.to_str().unwrap()];
    all.extend(arguments);
    output(&all, status)
}

#[test]
fn each_claim_gets_a_line() {
    let text = check(&["claims.jsonl"], 4);
    let lines: Vec<&str> = text.lines().collect();
    let beginnings = [
        "supported           7:2  The dam will hold · claimed of Ines Okoro",
        "contradicted        7:2  the dam will hold, · claimed of Tomas Lindqvist · the text: Ines Okoro (“",
        "not in the text       -  no such thing was said here",
        "supported          27:2  [N]obody … asked us yet · claimed of the union",
        "supported          17:2  If that changes at three in the morning, my phone will be on",
    ];
    for (line, beginning) in lines.iter().zip(beginnings) {
        assert!(line.starts_with(beginning), "{line}\n{beginning}");
    }
    assert!(
        lines[4].ends_with("differs in words (8 % of the words)"),
        "{}",
        lines[4]
    );
    assert!(lines[5..].iter().all(|line| line.starts_with("uncovered ")));
    assert!(
        text.contains("“I know paper.” · the text: Daniel") && !text.contains("rain will ease")
    );
}

#[test]
fn a_line_that_is_no_claim_is_said() {
    let article = article();
    let run = quotation()
        .args(["check", "-q", article.to_str().unwrap(), "claims.jsonl"])
        .assert();
    let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert_eq!(
        said,
        "quotation: claims.jsonl: line 4: expected an object with quotation and speaker: \
         invalid type: integer `3`, expected a string; left out\n"
    );
}

#[test]
fn tables_and_json_lines_say_the_same() {
    let csv = check(&["--format", "csv", "claims.csv"], 0);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let json = check(&["--format", "jsonl", "claims.csv"], 0);
    let lines: Vec<serde_json::Value> = json
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(rows.len(), lines.len());
    for (row, line) in rows.iter().zip(&lines) {
        for (column, value) in head.iter().zip(row) {
            match &line[column] {
                serde_json::Value::Null => assert_eq!(value, ""),
                serde_json::Value::String(text) => assert_eq!(value, text),
                serde_json::Value::Number(number) => {
                    assert_eq!(
                        value.parse::<f32>().unwrap(),
                        number.as_f64().unwrap() as f32
                    );
                }
                list => assert_eq!(
                    value.split_whitespace().count(),
                    list.as_array().unwrap().len()
                ),
            }
        }
    }
    assert_eq!(&rows[1][9], "punctuation");
    assert_eq!(lines[0]["differences"], serde_json::json!([]));
}

#[test]
fn indirect_quotations_are_listed_if_asked_for() {
    let text = check(&["--kind", "direct,mixed,indirect", "claims.csv"], 0);
    assert!(
        text.contains("uncovered         21:44  the rain will ease"),
        "{text}"
    );
}

#[test]
fn claims_come_as_others_write_them() {
    let article = article();
    let folder = tempfile::tempdir().unwrap();
    let run = |name: &str, claims: &[u8], status: i32| {
        let path = folder.path().join(name);
        std::fs::write(&path, claims).unwrap();
        let run = quotation()
            .arg("check")
            .args([&article, &path])
            .assert()
            .code(status);
        let output = run.get_output();
        String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr)
    };
    // A spreadsheet writes a byte order mark, or Windows-1252.
    let marked = run(
        "a.csv",
        "\u{feff}quotation,speaker\nThe dam will hold,Okoro\n".as_bytes(),
        0,
    );
    assert!(marked.starts_with("supported "), "{marked}");
    assert!(
        marked.contains("1 claim: 1 supported, 0 contradicted, 0 open, 0 not in the text; "),
        "{marked}"
    );
    let windows = b"quotation,speaker\n\x93The dam will hold\x94,Okoro\n";
    assert!(run("b.csv", windows, 0).starts_with("supported "));
    let list = br#"[{"quotation": "The dam will hold"}]"#;
    assert!(run("c.json", list, 1).contains("c.json: expected JSON lines, an object a line"));
    let head = run("d.csv", b"text,who\na,b\n", 1);
    assert!(
        head.ends_with("there is no column \"quotation\", but text, who\n"),
        "{head}"
    );
}

#[test]
fn standard_input_is_one_of_both() {
    assert_eq!(
        messages(&["check", "-", "-"], 1),
        "quotation: text and claims cannot both come from standard input; name a file for one\n"
    );
}
