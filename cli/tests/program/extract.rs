//! The command without a name: what is read, selected, said and written.

use std::fs;

use crate::run::{article, data, messages, output, quotation};

fn article_as(format: &str) -> String {
    output(&["--format", format, article().to_str().unwrap()], 0)
}

fn rows(csv: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn text_is_what_the_readme_shows() {
    let readme = fs::read_to_string(article().with_file_name("../README.md")).unwrap();
    let (_, shown) = readme.split_once("```text\n").unwrap();
    let (shown, _) = shown.split_once("```").unwrap();
    assert!(article_as("text").starts_with(shown));
}

#[test]
fn colour_only_where_it_is_wanted() {
    let path = article();
    let path = path.to_str().unwrap();
    assert!(!output(&[path], 0).contains('\x1b'));
    assert!(output(&["--color", "always", path], 0).contains('\x1b'));
    let plain = quotation()
        .env("CLICOLOR_FORCE", "1")
        .env("NO_COLOR", "1")
        .arg(path)
        .assert();
    assert!(!String::from_utf8_lossy(&plain.get_output().stdout).contains('\x1b'));
}

#[test]
fn json_is_read_back_by_the_library() {
    let json: serde_json::Value = serde_json::from_str(&article_as("json")).unwrap();
    let document: quotation::Document<'_> =
        serde_json::from_value(json[0]["document"].clone()).unwrap();
    assert_eq!(document.text(), fs::read_to_string(article()).unwrap());
    assert!(document.attributions().len() > 10);
}

#[test]
fn rows_say_the_same_in_all_forms() {
    let text = fs::read_to_string(article()).unwrap();
    let csv = article_as("csv");
    let tsv = article_as("tsv");
    let mut tabs = csv::ReaderBuilder::new();
    let tabs: Vec<csv::StringRecord> = tabs
        .delimiter(b'\t')
        .from_reader(tsv.as_bytes())
        .records()
        .map(Result::unwrap)
        .collect();
    let csv = rows(&csv);
    assert_eq!(csv, tabs);
    let json = article_as("jsonl");
    assert_eq!(json.lines().count(), csv.len());
    for (line, row) in json.lines().zip(&csv) {
        let json: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(json["content"], row[6]);
        assert_eq!(json["start"].to_string(), row[7]);
        let range = row[7].parse().unwrap()..row[8].parse().unwrap();
        let content = text[range].split_whitespace().collect::<Vec<_>>().join(" ");
        let first = row[6].split(" … ").next().unwrap();
        assert!(content.starts_with(first), "{content:?} {first:?}");
    }
}

#[test]
fn offsets_in_other_units() {
    let start = |unit: &str| {
        let csv = output(
            &[
                "-f",
                "csv",
                "--offsets",
                unit,
                "--speaker",
                "union",
                article().to_str().unwrap(),
            ],
            0,
        );
        rows(&csv)[0][7].parse::<usize>().unwrap()
    };
    let text = fs::read_to_string(article()).unwrap();
    let at = start("bytes");
    assert_eq!(start("file"), at);
    assert_eq!(start("characters"), text[..at].chars().count());
    assert!(start("characters") < at);
}

#[test]
fn markdown_and_pages_lead_back_to_the_file() {
    for (file, expected) in [
        ("letter.md", "“The boat *leaks*,”"),
        ("page.html", "&ldquo;The boat <em>leaks</em>,&rdquo;"),
    ] {
        let source = fs::read_to_string(data(file)).unwrap();
        let csv = output(&["-f", "csv", "--speaker", "Anna", file], 0);
        let row = &rows(&csv)[0];
        let range = row[7].parse().unwrap()..row[8].parse().unwrap();
        assert!(source[range].starts_with(expected), "{file}: {row:?}");
    }
}

#[test]
fn a_page_is_read_without_its_menus() {
    let text = output(&["page.html"], 0);
    assert!(
        text.contains("Pieter Holm (as “he”)") && text.contains("Anna Vos"),
        "{text}"
    );
    assert!(
        !text.contains("Subscribe") && !text.contains("Never"),
        "{text}"
    );
    let whole = output(&["--whole-page", "page.html"], 0);
    assert!(
        whole.contains("Subscribe") && !whole.contains("Never"),
        "{whole}"
    );
}

#[test]
fn a_book_leads_back_to_its_chapters() {
    let csv = output(&["-f", "csv", "--genre", "novel", "book.epub"], 0);
    let rows = rows(&csv);
    assert_eq!(&rows[0][0], "book.epub#OEBPS/one.xhtml");
    assert_eq!(&rows[2][0], "book.epub#OEBPS/two.xhtml");
    assert_eq!(&rows[2][2], "Marta Quill");
}

#[test]
fn a_feed_is_read_article_by_article() {
    for (file, expected) in [
        (
            "news.rss",
            &[("ferry", "Anna Vos"), ("bridge", "Pieter Holm")][..],
        ),
        ("news.atom", &[("ferry", "Anna Vos")]),
    ] {
        let csv = output(&["-f", "csv", file], 0);
        let rows = rows(&csv);
        let found: Vec<(&str, &str)> = rows
            .iter()
            .map(|row| (row[0].rsplit('/').next().unwrap(), &row[2]))
            .collect();
        assert_eq!(found, expected, "{csv}");
        // Without the name it is told by its first tag.
        let bytes = fs::read(data(file)).unwrap();
        let run = quotation()
            .args(["-f", "csv"])
            .write_stdin(bytes)
            .assert()
            .code(0);
        assert_eq!(
            String::from_utf8_lossy(&run.get_output().stdout)
                .lines()
                .count(),
            rows.len() + 1
        );
    }
    let said = messages(&["--markup", "feed", "letter.md"], 1);
    assert!(
        said.starts_with("quotation: letter.md: no feed that can be read: "),
        "{said}"
    );
}

#[test]
fn encodings_are_told_from_the_bytes() {
    let text = "“Über Köln,” said Anna Vos.";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '“' => 0x93,
            '”' => 0x94,
            other => u8::try_from(u32::from(other)).unwrap(),
        })
        .collect();
    for (bytes, note, end) in [(utf16, "UTF-16BE", 24), (windows, "Windows-1252", 12)] {
        let run = quotation()
            .args(["-f", "csv"])
            .write_stdin(bytes.clone())
            .assert()
            .code(0);
        let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(said.contains(note), "{said}");
        let csv = String::from_utf8(run.get_output().stdout.clone()).unwrap();
        let row = &rows(&csv)[0];
        assert_eq!(
            (&row[6], &row[7], &row[8]),
            ("“Über Köln,”", "0", end.to_string().as_str())
        );
        let run = quotation()
            .args(["-q", "-f", "csv"])
            .write_stdin(bytes)
            .assert()
            .code(0);
        assert!(run.get_output().stderr.is_empty());
    }
}

#[test]
fn wrong_bytes_are_named_with_their_position() {
    let mut bytes = "One “line”.\nTwo ".as_bytes().to_vec();
    bytes.extend(b"\xFF \xE2\x80\x9Clines\xE2\x80\x9D.\n");
    let run = quotation().write_stdin(bytes).assert().code(1);
    let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert_eq!(
        said,
        "quotation: standard input: line 2, column 5: byte 0xFF is no UTF-8; \
         repair it, or say with --encoding what the file is in\n"
    );
}

#[test]
fn a_wrong_cast_is_named_with_its_line() {
    let said = |cast: &str| messages(&["--cast", cast, "letter.md"], 1);
    assert_eq!(
        said("wrong-gender.json"),
        "quotation: wrong-gender.json: line 4: unknown variant `mail`, expected one of `female`, `male`, \
         `neutral`\n"
    );
    assert!(
        said("twice.csv").starts_with("quotation: twice.csv: line 4: cast member \"Ines Okoro\"")
    );
    let unknown = said("unknown-key.toml");
    assert!(
        unknown.starts_with("quotation: unknown-key.toml: line 6: unknown field `alias`"),
        "{unknown}"
    );
}

#[test]
fn a_cast_names_the_speakers() {
    let path = article();
    let text = output(&["--cast", "cast.toml", path.to_str().unwrap()], 0);
    assert!(text.contains("Ines Maria Okoro (as “Ines Okoro"), "{text}");
}

#[test]
fn only_what_is_asked_for_is_written() {
    let path = article();
    let path = path.to_str().unwrap();
    let kinds = rows(&output(&["-f", "csv", "--kind", "direct,mixed", path], 0));
    assert!(kinds.iter().all(|row| &row[1] != "indirect"));
    let at_least = |minimum| {
        rows(&output(
            &["-f", "csv", "--minimum-confidence", minimum, path],
            0,
        ))
    };
    // A sentence in marks whose speaker is less sure stays, and has none.
    let sure = at_least("0.97");
    let mut named = sure.iter().filter(|row| !row[2].is_empty());
    assert!(named.clone().count() > 3);
    assert!(named.all(|row| row[9].parse::<f64>().unwrap() >= 0.97));
    assert!(at_least("0").len() > rows(&output(&["-f", "csv", path], 0)).len());
    let one = rows(&output(&["-f", "csv", "--speaker", "lindqvist", path], 0));
    assert!(!one.is_empty() && one.iter().all(|row| &row[2] == "Tomas Lindqvist"));
    let said = messages(&["--speaker", "Nobody Known", path], 0);
    assert!(said.contains("nothing is quoted of Nobody Known"));
}

#[test]
fn reasons_are_told() {
    let path = article();
    let text = output(
        &["--explain", "--speaker", "Okoro", path.to_str().unwrap()],
        0,
    );
    assert!(text.contains("    because: "), "{text}");
}

#[test]
fn a_formula_decides() {
    let run = quotation()
        .args([
            "-f",
            "csv",
            "--formula",
            r"(?m)^(?<speaker>[A-Z ]+) >> (?<content>.+)$",
        ])
        .write_stdin("ANNA VOS >> We sail at noon.\n")
        .assert()
        .code(0);
    let csv = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert_eq!(&rows(&csv)[0][6], "We sail at noon.");
    let said = messages(&["--formula", "(", "letter.md"], 1);
    assert!(
        said.contains("formula \"(\": expected a regular expression"),
        "{said}"
    );
}

#[test]
fn one_of_several_files_may_be_missing() {
    let path = article();
    let run = quotation()
        .args(["-f", "jsonl", "absent.txt", path.to_str().unwrap()])
        .assert()
        .code(3);
    let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        said.starts_with("quotation: cannot read absent.txt: No such file"),
        "{said}"
    );
    assert!(!run.get_output().stdout.is_empty());
    messages(&["absent.txt"], 1);
    messages(&["--no-such-option"], 2);
}

#[test]
fn a_file_takes_the_output() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.csv");
    let path = article();
    let written = output(
        &[
            "-f",
            "csv",
            "-o",
            file.to_str().unwrap(),
            path.to_str().unwrap(),
        ],
        0,
    );
    assert!(written.is_empty());
    assert_eq!(fs::read_to_string(file).unwrap(), article_as("csv"));
    let said = messages(
        &["-f", "csv", "-o", "/absent/out.csv", path.to_str().unwrap()],
        1,
    );
    assert!(
        said.starts_with("quotation: cannot write /absent/out.csv: No such file"),
        "{said}"
    );
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    use crate::run::check_closed_pipe;
    let text = "“It holds,” said Ines Okoro. ".repeat(500);
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), text).unwrap();
    for format in ["text", "json", "jsonl", "csv"] {
        check_closed_pipe(&["-f", format, file.path().to_str().unwrap()]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let path = article();
    let said = messages(
        &["-f", "json", "-o", "/dev/full", path.to_str().unwrap()],
        1,
    );
    assert_eq!(
        said,
        "quotation: cannot write /dev/full: the disk is full; make room and run it again\n"
    );
}

#[test]
fn forms_of_several_files_go_to_a_folder() {
    let path = article();
    let path = path.to_str().unwrap();
    for (format, files) in [
        (
            "brat",
            &[
                "annotation.conf",
                "article.ann",
                "article.txt",
                "article-2.ann",
            ][..],
        ),
        (
            "booknlp",
            &[
                "article.tokens",
                "article.quotes",
                "article.entities",
                "letter.quotes",
            ],
        ),
        ("tei", &["article.xml", "article-2.xml", "letter.xml"]),
        ("ssml", &["article.ssml", "letter.ssml"]),
    ] {
        let said = messages(&["-f", format, path, path], 1);
        assert!(said.contains("say to which folder with --output"), "{said}");
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("out");
        let written = output(
            &[
                "-f",
                format,
                "-o",
                inner.to_str().unwrap(),
                path,
                path,
                "letter.md",
            ],
            0,
        );
        assert!(written.is_empty());
        for file in files {
            assert!(inner.join(file).exists(), "{format}: {file}");
        }
    }
    let text = fs::read_to_string(path).unwrap();
    assert!(output(&["-f", "tei", path], 0).contains("<said xml:id=\"q0\" who=\"#s"));
    assert_eq!(
        output(&["-f", "conll", path], 0)
            .matches("# newdoc")
            .count(),
        1
    );
    assert!(output(&["-f", "html", path], 0).contains(text.lines().next().unwrap()));
}

/// Nobody has to say that a dialogue is one: the text tells.
#[test]
fn a_novel_has_characters_who_answer() {
    let path = article();
    for (file, genre, is_novel) in [
        ("dialogue.txt", &[][..], true),
        (path.to_str().unwrap(), &[], false),
        ("dialogue.txt", &["--genre", "news"], false),
    ] {
        let written = |format| output(&[&["-f", format, file], genre].concat(), 0);
        let graph = written("jsonld");
        assert_eq!(
            graph.contains("\"spokenByCharacter\":\"#s"),
            is_novel,
            "{file}"
        );
        assert_eq!(graph.contains("\"creator\":\"#s"), !is_novel, "{file}");
        assert_eq!(
            written("html").contains("Who answers whom"),
            is_novel,
            "{file}"
        );
    }
}

#[test]
fn a_file_that_is_read_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let text = "“It holds,” said Ines Okoro.";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    let run = quotation()
        .current_dir(&folder)
        .args(["a.txt", "-o", "./a.txt"])
        .assert()
        .code(1);
    assert_eq!(
        String::from_utf8_lossy(&run.get_output().stderr),
        "quotation: ./a.txt is read, and would be lost if it were written; give the output another name\n"
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("a.txt")).unwrap(),
        text
    );
}
