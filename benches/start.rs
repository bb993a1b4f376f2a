//! How long a program takes that starts, finds the speaker of one sentence, and ends, beside one
//! that does nothing.
//!
//! A program starts but once, so every sample is a process of its own. It is this program, told by
//! a variable of its environment what to do.

use std::env;
use std::process::Command;

use divan::Bencher;
use quotation::{Genre, QuoteDetector};

const TASK: &str = "QUOTATION_BENCH_TASK";

fn main() {
    match env::var(TASK).as_deref() {
        Ok("nothing") => {}
        Ok("news") => find_speaker(Genre::News),
        Ok("novel") => find_speaker(Genre::Novel),
        _ => divan::main(),
    }
}

fn find_speaker(genre: Genre) {
    let detector = QuoteDetector::builder().genre(genre).build();
    let detector = detector.expect("a genre is no mistake");
    let document = detector.detect("“It holds,” said Ines Okoro.");
    assert_eq!(document.speakers()[0].name(), "Ines Okoro");
}

#[divan::bench(args = ["nothing", "news", "novel"])]
fn process(bencher: Bencher<'_, '_>, task: &str) {
    let program = env::current_exe().expect("this program has a path");
    bencher.bench(|| {
        let status = Command::new(&program).env(TASK, task).status();
        assert!(status.is_ok_and(|status| status.success()));
    });
}
