//! What is read of a file, and what a terminal is spared.

use crate::run::quotation;

/// Standard output and messages of a run that reads this from standard input.
fn read(arguments: &[&str], text: &str) -> (String, String) {
    let run = quotation()
        .args(arguments)
        .write_stdin(text)
        .assert()
        .code(0);
    let output = run.get_output();
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (words(&output.stdout), words(&output.stderr))
}

/// A web page's hyphens, spaces and line ends, as they come with what is copied from it.
#[test]
fn pasted_text_is_read_as_it_looks() {
    let text = "\u{feff}“The dam\u{a0}will hold,”\u{a0}sa\u{ad}id To\u{ad}mas Lind\u{200b}qvist.\r\n\r\n\
                “In\u{ad}deed,” an\u{ad}swered Ines\u{a0}Okoro.\r\n";
    let (csv, said) = read(&["-f", "csv"], text);
    assert_eq!(said, "");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let found: Vec<[String; 3]> = reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            let range = row[7].parse().unwrap()..row[8].parse().unwrap();
            [row[2].to_owned(), row[6].to_owned(), text[range].to_owned()]
        })
        .collect();
    let expected = [
        [
            "Tomas Lindqvist",
            "“The dam will hold,”",
            "“The dam\u{a0}will hold,”",
        ],
        ["Ines Okoro", "“Indeed,”", "“In\u{ad}deed,”"],
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_terminal_obeys_no_text() {
    let text = "“It \u{1b}[31mholds\u{7},” said Ines\u{1b}[0m Okoro.";
    let (plain, _) = read(&["--color", "never"], text);
    assert!(plain.contains("“It \u{fffd}[31mholds\u{fffd},”"), "{plain}");
    let (colored, _) = read(&["--color", "always"], text);
    assert!(!colored.contains("\u{1b}[31m"), "{colored:?}");
    // What programs read is as it was.
    let (csv, _) = read(&["-f", "csv"], text);
    assert!(csv.contains("\u{1b}[31m"), "{csv:?}");
}

#[test]
fn that_nothing_is_quoted_is_said() {
    let (text, said) = read(&[], "It rains.\n");
    assert_eq!(
        (&*text, &*said),
        ("", "quotation: no quotation was found\n")
    );
    let (_, said) = read(&["-q"], "It rains.\n");
    assert_eq!(said, "");
}
