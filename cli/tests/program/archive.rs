//! The command `archive`: inputs, forms, damage, and being killed.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use assert_cmd::assert::Assert;
use tempfile::TempDir;

use crate::run::{article, data, quotation};

const PROGRAM: &str = env!("CARGO_BIN_EXE_quotation");

fn archive(folder: &TempDir, arguments: &[&str]) -> Assert {
    quotation()
        .arg("archive")
        .args(arguments)
        .current_dir(folder.path())
        .assert()
}

fn said(run: &Assert) -> String {
    String::from_utf8_lossy(&run.get_output().stderr).into_owned()
}

fn line(number: usize) -> String {
    format!(
        "{{\"id\": \"t{number}\", \"text\": \"“It holds for {number} days,” said Ines Okoro.\"}}\n"
    )
}

fn lines(count: usize) -> String {
    (0..count).map(line).collect()
}

#[test]
fn a_folder_of_everything() {
    let folder = tempfile::tempdir().unwrap();
    let inputs = folder.path().join("in/sub");
    fs::create_dir_all(&inputs).unwrap();
    for file in ["page.html", "letter.md", "book.epub"] {
        fs::copy(data(file), inputs.join(file)).unwrap();
    }
    fs::copy(article(), inputs.join("a.txt")).unwrap();
    fs::write(inputs.join("picture.png"), b"\x89PNG").unwrap();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(lines(3).as_bytes()).unwrap();
    fs::write(inputs.join("b.jsonl.gz"), packed.finish().unwrap()).unwrap();
    let table = "id,text\nx,\"“No,” said Bob Vos.\"\ny,\"“Yes,” said Anna Vos.\"\n";
    fs::write(
        inputs.join("c.csv.zst"),
        zstd::encode_all(table.as_bytes(), 1).unwrap(),
    )
    .unwrap();

    let run = archive(&folder, &["in", "-o", "out.csv"]).code(0);
    assert!(
        said(&run).contains("9 texts, ") && said(&run).contains(" 0 left out"),
        "{}",
        said(&run)
    );
    let mut reader = csv::Reader::from_path(folder.path().join("out.csv")).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let files: Vec<&str> = rows.iter().map(|row| &row[0]).collect();
    for file in [
        "in/sub/a.txt",
        "t2",
        "x",
        "y",
        "in/sub/book.epub#OEBPS/one.xhtml",
        "in/sub/letter.md",
    ] {
        assert!(files.contains(&file), "{file} in {files:?}");
    }
    assert!(files[0] == "in/sub/a.txt" && files.last() == Some(&"in/sub/page.html"));
    assert!(!folder.path().join("out.csv.partial").exists());
    assert!(!folder.path().join("out.csv.journal").exists());

    // What is whole is not written over.
    let run = archive(&folder, &["in", "-o", "out.csv"]).code(1);
    assert_eq!(
        said(&run),
        "quotation: out.csv exists; give another name, or write it anew with --restart\n"
    );
    archive(&folder, &["in", "-o", "out.csv", "--restart", "-q"])
        .code(0)
        .stderr("");
}

#[test]
fn tables_of_other_programs_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    let table = "id,text\r\na,“Übel,” said Anna Vos.\r\n";
    let table = table
        .replace("“Übel,”", "\"“Übel,”")
        .replace("Vos.", "Vos.\"");
    let utf16 = format!("\u{feff}{table}");
    let utf16: Vec<u8> = utf16.encode_utf16().flat_map(u16::to_le_bytes).collect();
    write("a.csv", &utf16);
    write("b.csv", format!("\u{feff}{table}").as_bytes());
    write("c.jsonl", format!("\u{feff}{}", line(0)).as_bytes());
    archive(
        &folder,
        &["a.csv", "b.csv", "c.jsonl", "-o", "out.csv", "-q"],
    )
    .code(0)
    .stderr("");
    let rows = fs::read_to_string(folder.path().join("out.csv")).unwrap();
    assert_eq!(rows.matches("Anna Vos").count(), 4, "{rows}");

    write("d.csv", &encode_windows(&table));
    let run = archive(&folder, &["d.csv", "-o", "d.jsonl"]).code(3);
    assert!(said(&run).starts_with("quotation: d.csv:2: it is no UTF-8; say with --encoding"));
    let run = archive(
        &folder,
        &[
            "d.csv",
            "-o",
            "d.jsonl",
            "--restart",
            "--encoding",
            "windows-1252",
        ],
    );
    assert!(said(&run.code(0)).ends_with("1 text, 1 attribution, 0 left out\n"));
}

fn encode_windows(text: &str) -> Vec<u8> {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    bytes.into_owned()
}

#[test]
fn a_table_that_is_none_is_named_with_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let problem = |table: &str| {
        fs::write(folder.path().join("a.csv"), table).unwrap();
        said(&archive(&folder, &["a.csv", "-o", "out.csv", "--restart"]).code(3))
    };
    let whole = |problem: &str| {
        format!(
            "quotation: a.csv{problem}; left out\nquotation: 0 texts, 0 attributions, 1 left out\n"
        )
    };
    assert_eq!(problem(""), whole(": it is empty"));
    assert_eq!(
        problem("id;text\n"),
        whole(": expected commas between its columns, found \"id;text\"")
    );
    assert_eq!(
        problem("id,text\na\n"),
        whole(":2: expected 2 columns, found 1")
    );
}

#[test]
fn what_is_read_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let table = "id,text\nx,\"“No,” said Bob Vos.\"\n";
    fs::write(folder.path().join("a.csv"), table).unwrap();
    let run = archive(&folder, &["a.csv", "-o", "a.csv", "--restart"]).code(1);
    assert!(said(&run).contains("a.csv is read, and would be lost"));
    assert_eq!(
        fs::read_to_string(folder.path().join("a.csv")).unwrap(),
        table
    );

    // In a folder that is read, the table of before is no text.
    archive(&folder, &[".", "-o", "out.csv", "-q"]).code(0);
    let rows = fs::read(folder.path().join("out.csv")).unwrap();
    archive(&folder, &[".", "-o", "out.csv", "--restart", "-q"])
        .code(0)
        .stderr("");
    assert_eq!(fs::read(folder.path().join("out.csv")).unwrap(), rows);
}

#[test]
fn damaged_lines_and_files_are_left_out_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let text = format!("{}no object\n{{\"id\": 1}}\n\n{}", line(0), line(1));
    fs::write(folder.path().join("a.jsonl"), text).unwrap();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(lines(2_000).as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    fs::write(
        folder.path().join("b.jsonl.gz"),
        &packed[..packed.len() / 2],
    )
    .unwrap();
    fs::write(
        folder.path().join("c.txt"),
        b"\xE2\x80\x9CA\xE2\x80\x9D \xE2\x80\x9CB\xE2\x80\x9D \xFF",
    )
    .unwrap();
    fs::write(folder.path().join("d.csv"), "id,body\n1,x\n").unwrap();
    let run = archive(
        &folder,
        &["a.jsonl", "b.jsonl.gz", "c.txt", "d.csv", "-o", "out.jsonl"],
    )
    .code(3);
    let said = said(&run);
    for beginning in [
        "quotation: a.jsonl:2: expected a JSON object: expected ident; left out\n",
        "quotation: a.jsonl:3: expected a text in \"text\"; left out\n",
        "quotation: c.txt: line 1, column 17: byte 0xFF is no UTF-8; ",
        "quotation: d.csv: there is no column \"text\", but id, body; say which with --text; left out\n",
        "what follows is lost; left out\n",
        " 5 left out\n",
    ] {
        assert!(said.contains(beginning), "{beginning:?} in {said}");
    }
    let rows = fs::read_to_string(folder.path().join("out.jsonl")).unwrap();
    assert!(
        rows.lines().count() > 500,
        "what stands before the damage is kept"
    );
    let run = archive(&folder, &["d.csv", "-o", "e.jsonl", "--text", "body"]).code(0);
    assert!(String::from_utf8_lossy(&run.get_output().stderr).contains("1 text, "));
}

#[test]
fn what_is_asked_for_wrongly_is_said() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jsonl"), line(0)).unwrap();
    let run = archive(&folder, &["a.jsonl", "-o", "out"]).code(1);
    assert_eq!(
        said(&run),
        "quotation: the name out does not tell the form; say it with --format\n"
    );
    let run = archive(&folder, &["absent", "-o", "out.csv"]).code(1);
    assert!(said(&run).starts_with("quotation: cannot read absent: No such file"));
}

/// A file with so many texts that a run takes a while.
fn large(folder: &TempDir) -> PathBuf {
    let file = folder.path().join("large.jsonl");
    let mut text = lines(2_500);
    text.insert_str(text.find('\n').unwrap() + 1, "damaged\n");
    fs::write(&file, text).unwrap();
    file
}

/// Runs until the output is whole, killing each run after a little longer.
fn run_killed(folder: &Path, output: &str) -> usize {
    let mut kills = 0;
    for wait in 1.. {
        let mut run = Command::new(PROGRAM)
            .args(["archive", "-q", "large.jsonl", "-o", output])
            .current_dir(folder)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(5 + 10 * wait));
        match run.try_wait().unwrap() {
            Some(status) => {
                assert_eq!(status.code(), Some(3));
                return kills;
            }
            None => {
                run.kill().unwrap();
                run.wait().unwrap();
                kills += 1;
            }
        }
    }
    unreachable!("a run is over sometime")
}

#[test]
fn killed_runs_give_the_same_table() {
    let folder = tempfile::tempdir().unwrap();
    large(&folder);
    let forms: &[&str] = match cfg!(feature = "parquet") {
        true => &["jsonl", "csv", "parquet"],
        false => &["jsonl", "csv"],
    };
    for form in forms {
        let whole = format!("whole.{form}");
        let killed = format!("killed.{form}");
        let run = archive(&folder, &["large.jsonl", "-o", &whole]).code(3);
        assert!(said(&run).contains("2500 texts, 2500 attributions, 1 left out"));
        let kills = run_killed(folder.path(), &killed);
        assert!(kills > 0, "{form}: no run was killed");
        let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
        assert!(read(&whole) == read(&killed), "{form}");
        assert!(!folder.path().join(format!("{killed}.journal")).exists());
        assert!(!folder.path().join(format!("{killed}.partial")).exists());
    }
}

#[test]
fn another_run_does_not_go_on_where_this_one_was() {
    let folder = tempfile::tempdir().unwrap();
    large(&folder);
    let mut run = Command::new(PROGRAM)
        .args(["archive", "-q", "large.jsonl", "-o", "out.csv"])
        .current_dir(folder.path())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let journal = folder.path().join("out.csv.journal");
    while !journal.exists() && run.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    run.kill().unwrap();
    run.wait().unwrap();
    let run = archive(
        &folder,
        &["large.jsonl", "-o", "out.csv", "--kind", "direct"],
    )
    .code(1);
    assert!(
        said(&run).contains("was begun with other inputs or options"),
        "{}",
        said(&run)
    );
    archive(
        &folder,
        &[
            "large.jsonl",
            "-q",
            "-o",
            "out.csv",
            "--kind",
            "direct",
            "--restart",
        ],
    )
    .code(3);
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_what_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    large(&folder);
    // No file may grow beyond 400 blocks of 512 bytes, and the program is told so by an error.
    let run = Command::new("sh")
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 400; exec \"$0\" archive -q large.jsonl -o out.jsonl",
            PROGRAM,
        ])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(1));
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(
        said.contains("quotation: cannot write out.jsonl.partial: "),
        "{said}"
    );
    let partial = fs::read_to_string(folder.path().join("out.jsonl.partial")).unwrap();
    assert!(partial.lines().count() > 100 && partial.ends_with('\n'));
    for line in partial.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
    // With room again it goes on.
    archive(&folder, &["large.jsonl", "-q", "-o", "out.jsonl"]).code(3);
    archive(&folder, &["large.jsonl", "-q", "-o", "whole.jsonl"]).code(3);
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(read("out.jsonl") == read("whole.jsonl"));
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_is_read_and_written() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jsonl"), lines(100)).unwrap();
    archive(&folder, &["a.jsonl", "-q", "-o", "one.parquet"]).code(0);
    archive(&folder, &["a.jsonl", "-q", "-o", "one.csv"]).code(0);
    // Its column of contents is read as texts.
    let run = archive(
        &folder,
        &[
            "one.parquet",
            "--text",
            "content",
            "--id",
            "file",
            "-o",
            "two.csv",
        ],
    )
    .code(0);
    assert!(said(&run).contains("100 texts"));
    let run = archive(&folder, &["one.parquet", "-o", "three.csv"]).code(3);
    assert!(said(&run).contains("there is no column \"text\", but file, kind, speaker"));
    let mut bytes = fs::read(folder.path().join("one.parquet")).unwrap();
    for at in (100..bytes.len() - 600).step_by(97) {
        bytes[at] ^= 0x55;
    }
    fs::write(folder.path().join("damaged.parquet"), bytes).unwrap();
    let run = archive(
        &folder,
        &["damaged.parquet", "--text", "content", "-o", "four.csv"],
    )
    .code(3);
    assert!(!said(&run).contains("panicked"), "{}", said(&run));
}
