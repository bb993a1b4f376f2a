//! What each stage of the detector costs: prints nanoseconds a byte of a news article and of a
//! novel.
//!
//! `benches/stages.sh` prints instructions a byte beside them.

use std::hint::black_box;
use std::time::{Duration, Instant};

use quotation::{AttributionKind, Genre, QuoteDetector, Scratch, fit};

mod texts;

/// For so long, the texts are read again and again.
const PATIENCE: Duration = Duration::from_secs(5);

fn main() {
    let has = |wanted: &str| std::env::args().any(|argument| argument == wanted);
    let news = texts::articles(16);
    let novel = vec![texts::long(texts::NOVEL, 100_000)];
    if has("--count") {
        count("news", &news[..1]);
        count("novel", &novel);
        return;
    }
    if has("--count-kinds") {
        count_kinds("news", Genre::News, &news[0]);
        count_kinds("novel", Genre::Novel, &novel[0]);
        return;
    }
    let patience = if has("--bench") {
        PATIENCE
    } else {
        Duration::ZERO
    };
    print("news", &time(&news, patience));
    print("novel", &time(&novel, patience));
}

/// A stage and the nanoseconds that a byte costs there.
type Costs = Vec<(&'static str, f64)>;

fn print(texts: &str, costs: &Costs) {
    for (stage, cost) in costs {
        println!("{texts}\t{stage}\t{cost:.2}");
    }
}

/// The fastest of many times of each stage.
fn time(texts: &[String], patience: Duration) -> Costs {
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut scratch = Scratch::default();
    let begin = Instant::now();
    let mut fastest: Vec<(&'static str, Duration)> = Vec::new();
    // The first round prepares the word lists.
    for round in 0.. {
        let mut times = Vec::new();
        for text in texts {
            time_stages(&mut scratch, text, &mut times);
        }
        match round {
            0 => continue,
            1 => fastest = times,
            _ => {
                for (fastest, (_, time)) in fastest.iter_mut().zip(times) {
                    fastest.1 = fastest.1.min(time);
                }
            }
        }
        if begin.elapsed() >= patience {
            break;
        }
    }
    let per_byte = |time: Duration| time.as_nanos() as f64 / bytes as f64;
    fastest
        .into_iter()
        .map(|(stage, time)| (stage, per_byte(time)))
        .collect()
}

/// Adds the time of each stage to that of the texts before.
fn time_stages(scratch: &mut Scratch, text: &str, times: &mut Vec<(&'static str, Duration)>) {
    let mut number = 0;
    let mut start = Instant::now();
    let mut ended = |stage| {
        let now = Instant::now();
        if number == times.len() {
            times.push((stage, Duration::ZERO));
        }
        assert_eq!(times[number].0, stage);
        times[number].1 += now - start;
        number += 1;
        start = now;
    };
    let document = fit::watch(&QuoteDetector::new(), scratch, text, &mut ended);
    drop(black_box(document));
    ended("memory given back");
}

/// Calls a function with a name at the end of each stage, for a tool that counts instructions.
fn count(name: &str, texts: &[String]) {
    let mut scratch = Scratch::default();
    let detector = QuoteDetector::new();
    for text in texts {
        // The first time prepares the word lists and the memory.
        drop(black_box(detector.detect_with(&mut scratch, text)));
        stage_ended(name, "before", text.len());
        let ended = |stage| stage_ended(name, stage, text.len());
        let document = fit::watch(&detector, &mut scratch, text, ended);
        drop(black_box(document));
        stage_ended(name, "memory given back", text.len());
    }
}

/// The same for detectors that look for some kinds of quotations alone.
fn count_kinds(name: &str, genre: Genre, text: &str) {
    let mut scratch = Scratch::default();
    let all = AttributionKind::ALL;
    let kinds = all.iter().map(std::slice::from_ref).chain([&all[..2], all]);
    for kinds in kinds {
        let builder = QuoteDetector::builder().genre(genre);
        let detector = builder.kinds(kinds.iter().copied()).build().unwrap();
        drop(black_box(detector.detect_with(&mut scratch, text)));
        stage_ended(name, "before", text.len());
        drop(black_box(detector.detect_with(&mut scratch, text)));
        let names: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
        stage_ended(name, &names.join(", "), text.len());
    }
}

#[inline(never)]
fn stage_ended(texts: &str, stage: &str, bytes: usize) {
    println!("{texts}\t{stage}\t{bytes}");
}
