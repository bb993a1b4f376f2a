//! How time and memory grow with the length of one document: prints a table.
//!
//! ```sh
//! cargo bench --bench growth
//! ```
//!
//! Run as a test, it is content with short documents.

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;
use quotation::{Genre, QuoteDetector};

mod texts;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const KILOBYTE: usize = 1000;
/// For so long, a document is read again and again.
const PATIENCE: Duration = Duration::from_millis(500);

fn main() {
    let is_test = !std::env::args().any(|argument| argument == "--bench");
    let longest = if is_test { 100 } else { 100_000 } * KILOBYTE;
    println!(
        "| one document of | news: ns/byte | bytes of memory/byte | novel: ns/byte | bytes of memory/byte |"
    );
    println!("|---|---|---|---|---|");
    let lengths = std::iter::successors(Some(KILOBYTE), |bytes| Some(10 * bytes));
    for bytes in lengths.take_while(|&bytes| bytes <= longest) {
        let news = cost(texts::ARTICLE, Genre::News, bytes);
        let novel = cost(texts::NOVEL, Genre::Novel, bytes);
        println!(
            "| {} KB | {:.1} | {:.1} | {:.1} | {:.1} |",
            bytes / KILOBYTE,
            news.time,
            news.memory,
            novel.time,
            novel.memory
        );
    }
}

/// What a byte of a text costs.
struct Cost {
    /// In nanoseconds.
    time: f64,
    /// The most bytes that were in use besides the text, those of the result among them.
    memory: f64,
}

fn cost(source: &str, genre: Genre, bytes: usize) -> Cost {
    let text = texts::long(source, bytes);
    let detector = QuoteDetector::builder().genre(genre).build().unwrap();
    // The first text of a process prepares the word lists.
    assert!(detector.detect(source).attributions().count() > 10);

    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    drop(black_box(detector.detect(&text)));
    let peak = MEMORY.peak_usage() - before;

    let begin = Instant::now();
    let start = clock(begin);
    let mut read = 0;
    while read == 0 || begin.elapsed() < PATIENCE {
        drop(black_box(detector.detect(&text)));
        read += text.len();
    }
    Cost {
        time: (clock(begin) - start).as_nanos() as f64 / read as f64,
        memory: peak as f64 / text.len() as f64,
    }
}

/// How long this thread has run, where the system tells; otherwise the time since `begin`.
fn clock(begin: Instant) -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let run = told.and_then(|told| told.split(' ').next()?.parse().ok());
    run.map_or_else(|| begin.elapsed(), Duration::from_nanos)
}
