//! How time and memory grow with the length of one document: prints a table.
//!
//! ```sh
//! cargo bench --bench growth
//! ```
//!
//! `--max-time 0.5` measures each document for half a second at most, and leaves out those that take longer to
//! read; what nobody writes is shorter then. Run as a test, it is content with short documents.

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
    let limit = limit(std::env::args()).unwrap_or(Duration::MAX);
    println!(
        "| one document of | news: ns/byte | bytes of memory/byte | novel: ns/byte | bytes of memory/byte |"
    );
    println!("|---|---|---|---|---|");
    let lengths = std::iter::successors(Some(KILOBYTE), |bytes| Some(10 * bytes));
    for bytes in lengths.take_while(|&bytes| bytes <= longest) {
        let news = cost(texts::ARTICLE, Genre::News, bytes, limit);
        let novel = cost(texts::NOVEL, Genre::Novel, bytes, limit);
        println!(
            "| {} KB | {:.1} | {:.1} | {:.1} | {:.1} |",
            bytes / KILOBYTE,
            news.time,
            news.memory,
            novel.time,
            novel.memory
        );
        let next = Duration::from_nanos((news.time.max(novel.time) * 10.0 * bytes as f64) as u64);
        if next > limit {
            break;
        }
    }
    show_hostile(if is_test { 1 } else { 1000 } * KILOBYTE, limit);
}

/// What takes most memory of all that was tried, each again and again: patterns of up to four signs, words and lines.
/// The last four took most before they were passed over.
const HOSTILE: [&str; 13] = [
    "Mr. said,'Q. ",
    " he said. \"Bo",
    "“a,” she said to him. ",
    "“Bo, Al,” said Ed Wu Li. ",
    "Yes, he said it “was”. ",
    "he said “ab cde” ",
    "Bo said no no no. ",
    "abcd\n\n",
    "“",
    ",'",
    "\"",
    "A: a\n",
    ",",
];

/// Prints the memory that texts take that nobody writes, of so many bytes or of as many as are read within the limit.
fn show_hostile(longest: usize, limit: Duration) {
    println!("\n| again and again | news: bytes of memory/byte | novel: bytes of memory/byte |");
    println!("|---|---|---|");
    let detector = |genre| QuoteDetector::builder().genre(genre).build().unwrap();
    let (news, novel) = (detector(Genre::News), detector(Genre::Novel));
    for pattern in HOSTILE {
        let most = |detector| {
            let mut bytes = KILOBYTE;
            loop {
                let text = pattern.repeat(bytes / pattern.len());
                let begin = Instant::now();
                let memory = memory(detector, &text);
                if bytes >= longest || begin.elapsed() > limit / 10 {
                    return memory;
                }
                bytes *= 10;
            }
        };
        println!("| {pattern:?} | {:.0} | {:.0} |", most(&news), most(&novel));
    }
}

/// The seconds that the argument `--max-time` gives, as the other benchmarks take it.
fn limit(mut arguments: impl Iterator<Item = String>) -> Option<Duration> {
    let is_limit = |argument: String| match argument.strip_prefix("--max-time") {
        Some("") => Some(None),
        Some(rest) => Some(rest.strip_prefix('=').map(str::to_owned)),
        None => None,
    };
    let given = arguments.find_map(is_limit)?;
    let seconds = given.or_else(|| arguments.next())?;
    Duration::try_from_secs_f64(seconds.parse().ok()?).ok()
}

/// What a byte of a text costs.
struct Cost {
    /// In nanoseconds.
    time: f64,
    /// The most bytes that were in use besides the text, those of the result among them.
    memory: f64,
}

fn cost(source: &str, genre: Genre, bytes: usize, limit: Duration) -> Cost {
    let text = texts::long(source, bytes);
    let detector = QuoteDetector::builder().genre(genre).build().unwrap();
    // The first text of a process prepares the word lists.
    assert!(detector.detect(source).attributions().count() > 10);

    let memory = memory(&detector, &text);
    let begin = Instant::now();
    let start = clock(begin);
    let mut read = 0;
    while read == 0 || begin.elapsed() < PATIENCE.min(limit) {
        drop(black_box(detector.detect(&text)));
        read += text.len();
    }
    Cost {
        time: (clock(begin) - start).as_nanos() as f64 / read as f64,
        memory,
    }
}

/// The most bytes that were in use for a byte of text besides the text.
fn memory(detector: &QuoteDetector, text: &str) -> f64 {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    drop(black_box(detector.detect(text)));
    (MEMORY.peak_usage() - before) as f64 / text.len() as f64
}

/// How long this thread has run, where the system tells; otherwise the time since `begin`.
fn clock(begin: Instant) -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let run = told.and_then(|told| told.split(' ').next()?.parse().ok());
    run.map_or_else(|| begin.elapsed(), Duration::from_nanos)
}
