//! Help, manual, completions, and what all commands have in common.

use std::fs;

use crate::run::{messages, output, quotation};

const COMMANDS: [&str; 5] = ["archive", "check", "stats", "completions", "manual"];

#[test]
fn every_command_has_examples() {
    assert!(output(&["--help"], 0).contains("Examples:\n  quotation article.txt"));
    assert!(output(&["-h"], 0).contains("Exit status: 0 done"));
    for command in COMMANDS {
        let help = output(&[command, "--help"], 0);
        assert!(help.contains("Examples:\n  quotation "), "{command}");
    }
}

/// What a person sees first: a change of it is to be looked at. `INSTA_UPDATE=always` accepts it.
#[test]
fn help_is_as_it_was() {
    insta::assert_snapshot!("quotation", output(&["--help"], 0));
    for command in ["archive", "check", "stats"] {
        insta::assert_snapshot!(command, output(&[command, "--help"], 0));
    }
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let page = output(&["manual"], 0);
    assert!(
        page.starts_with(".ie") && page.contains(".TH quotation 1"),
        "{page}"
    );
    let folder = tempfile::tempdir().unwrap();
    output(&["manual", "--output", folder.path().to_str().unwrap()], 0);
    for command in COMMANDS {
        let page =
            fs::read_to_string(folder.path().join(format!("quotation-{command}.1"))).unwrap();
        assert!(page.contains("Examples:"), "{command}");
    }
}

#[test]
fn shells_are_told_the_options() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(
            output(&["completions", shell], 0).contains("minimum-confidence"),
            "{shell}"
        );
    }
}

#[test]
fn a_wrong_command_line_says_what_is_right() {
    for (arguments, hint) in [
        (
            &["--format", "word", "a.txt"][..],
            "[possible values: text, json",
        ),
        (
            &["--minimum-confidence", "2", "a.txt"],
            "expected a number from 0 to 1",
        ),
        (&["check", "a.txt"], "<CLAIMS>"),
        (&["archive", "a.jsonl"], "--output <OUT>"),
        (&["--formt", "csv", "a.txt"], "'--format'"),
    ] {
        let said = messages(arguments, 2);
        assert!(said.contains(hint), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error_for_any_command() {
    let article = crate::run::article();
    let article = article.to_str().unwrap();
    for arguments in [
        &["check", article, "claims.csv"][..],
        &["stats", article],
        &["stats", "--format", "csv", article],
        &["completions", "bash"],
        &["manual"],
        &["--format", "html", article],
        &["--format", "tei", article],
        &["--format", "jsonld", article],
        &["--format", "conll", article],
        &["--format", "ssml", article],
    ] {
        crate::run::check_closed_pipe(arguments);
    }
}

#[test]
fn any_bytes_are_read_or_refused() {
    let mut bytes: Vec<u8> = Vec::new();
    let mut state = 1_u32;
    for length in [0, 1, 2, 3, 64, 500] {
        for _ in 0..4 {
            bytes.clear();
            for _ in 0..length {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                bytes.push((state >> 24) as u8);
            }
            for markup in ["text", "markdown", "html", "epub", "feed"] {
                let run = quotation()
                    .args(["--markup", markup, "--format", "csv", "-"])
                    .write_stdin(bytes.clone())
                    .assert();
                let status = run.get_output().status.code();
                assert!(matches!(status, Some(0 | 1)), "{markup}: {bytes:?}");
                let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
                assert!(!said.contains("panicked"), "{markup}: {said}");
            }
        }
    }
}

#[test]
fn a_command_behind_options_is_told_where_it_stands() {
    assert_eq!(
        messages(&["-q", "archive", "letter.md"], 1),
        "quotation: there is no file archive; as a command it stands before all options: `quotation archive …`\n"
    );
    assert!(
        messages(&["--speaker", "", "letter.md"], 2)
            .contains("a value is required for '--speaker <NAME>'")
    );
    assert!(
        messages(&["nobody.txt", "noone.txt"], 1)
            .ends_with("quotation: none of the files could be read\n")
    );
}
