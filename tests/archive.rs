//! Many items at a time: their order, how many, and what goes wrong.
#![cfg(feature = "rayon")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use quotation::{Document, QuoteDetector, Scratch, in_order};

fn echo(_: &mut Scratch, item: usize) -> usize {
    // The first of each block is the last to be done.
    if item.is_multiple_of(10) {
        thread::sleep(Duration::from_millis(3));
    }
    item
}

#[test]
fn results_come_in_the_order_of_the_items() {
    let results = in_order(0..95, echo).in_flight(10);
    assert_eq!(results.size_hint(), (95, Some(95)));
    assert!(results.eq(0..95));
}

#[test]
fn no_more_items_are_taken_than_may_be_in_flight() {
    let taken = AtomicUsize::new(0);
    let items = (0..100).inspect(|_| {
        taken.fetch_add(1, Ordering::Relaxed);
    });
    for (given, _) in in_order(items, echo).in_flight(7).enumerate() {
        let ahead = taken.load(Ordering::Relaxed) - given;
        assert!((1..=7).contains(&ahead), "{ahead} items in flight");
    }
    assert_eq!(taken.load(Ordering::Relaxed), 100);
}

#[test]
fn no_more_bytes_are_taken_than_may_be_in_flight() {
    let taken = AtomicUsize::new(0);
    let items = (0..40).inspect(|_| {
        taken.fetch_add(1, Ordering::Relaxed);
    });
    // Three items of four bytes reach ten bytes.
    let results = in_order(items, echo).bytes_in_flight(10, |_| 4);
    for (given, result) in results.enumerate() {
        assert_eq!(result, given);
        let ahead = taken.load(Ordering::Relaxed) - given;
        assert!((1..=3).contains(&ahead), "{ahead} items in flight");
    }
    assert_eq!(taken.load(Ordering::Relaxed), 40);
}

#[test]
fn one_item_is_always_taken() {
    assert!(in_order(0..5, echo).bytes_in_flight(0, |_| 9).eq(0..5));
}

#[test]
fn an_iterator_that_nobody_asks_takes_nothing() {
    let items = (0..3).inspect(|_| panic!("an item was taken"));
    drop(in_order(items, echo));
}

#[test]
fn of_nothing_comes_nothing() {
    let mut results = in_order(0..0, echo);
    assert_eq!(results.next(), None);
    assert_eq!(results.next(), None);
}

#[test]
fn what_ended_stays_so_though_the_items_go_on() {
    let mut calls = 0;
    let items = std::iter::from_fn(|| {
        calls += 1;
        (calls != 3).then_some(calls)
    });
    let mut results = in_order(items, echo).in_flight(8);
    assert_eq!(results.by_ref().collect::<Vec<_>>(), [1, 2]);
    assert_eq!(results.next(), None);
    assert_eq!(results.size_hint(), (0, Some(0)));
}

#[test]
fn a_panic_reaches_whoever_asks() {
    let mut results = in_order(0..40, |scratch, item| match item {
        25 => panic!("no such item"),
        _ => echo(scratch, item),
    })
    .in_flight(20);
    assert!(results.by_ref().take(20).eq(0..20));
    let panic = catch_unwind(AssertUnwindSafe(|| results.next())).unwrap_err();
    assert_eq!(panic.downcast_ref(), Some(&"no such item"));
    assert_eq!(results.next(), None);
}

#[test]
fn it_works_within_a_pool_of_one_thread() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let sum: usize = pool.unwrap().install(|| in_order(0..50, echo).sum());
    assert_eq!(sum, 49 * 50 / 2);
}

#[test]
fn documents_are_those_that_one_call_a_text_gives() {
    let text = |number| format!("{}“It holds,” said Okoro.", "It rained. ".repeat(number));
    let texts: Vec<String> = (0..300).map(text).collect();
    let detector = QuoteDetector::new();
    let single: Vec<Document<'_>> = texts.iter().map(|text| detector.detect(text)).collect();
    let borrowed = texts.iter().map(String::as_str);
    assert!(detector.detect_all(borrowed).eq(single.iter().cloned()));
    assert!(detector.detect_all(texts.clone()).eq(single));
}
