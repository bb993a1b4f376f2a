//! What tells stories from news: a logistic regression over the signs that a text has.

use anyhow::Result;
use quotation::QuoteDetector;
use quotation::fit::{GenreSigns, genre_signs};
use rayon::prelude::*;

use super::climb::{Climb, climb};
use crate::gold::Document;

/// The signs, in the order in which the library counts them.
const SIGNS: [&str; 9] = [
    "pronouns of persons",
    "questions and exclamations",
    "past tense",
    "answers",
    "present tense",
    "capitals",
    "days and months",
    "words of reports",
    "numbers",
];
/// What is fitted: a weight for each sign, and what all of them must outweigh.
const WEIGHTS: usize = SIGNS.len() + 1;
/// How many words the pieces of texts have, and how many pieces of each length are taken of a text.
const LENGTHS: [usize; 4] = [100, 300, 1000, 2000];
const PIECES: usize = 20;
/// The share of texts that are news.
const NEWS: f64 = 0.8;
/// The strength of the prior of a weight, and of the threshold none.
const PRIOR: f64 = 1e-4;
const CLIMB: Climb = Climb {
    rounds: 400,
    longest: 0.5,
};

/// A text or a piece of one: its signs in hundredths of its words, and what it weighs in the fit.
struct Sample {
    signs: [f64; WEIGHTS],
    is_story: bool,
    is_taken_for_story: bool,
    weight: f64,
}

impl Sample {
    fn new(signs: &GenreSigns, is_story: bool) -> Sample {
        let mut shares = [-1.0; WEIGHTS];
        for (share, count) in shares.iter_mut().zip(signs.counts) {
            *share = 100.0 * count as f64 / signs.words as f64;
        }
        Sample {
            signs: shares,
            is_story,
            is_taken_for_story: signs.is_story,
            weight: 0.0,
        }
    }

    fn log_odds(&self, weights: &[f64]) -> f64 {
        self.signs
            .iter()
            .zip(weights)
            .map(|(sign, weight)| sign * weight)
            .sum()
    }
}

/// Fits what each sign weighs, and prints that beside how many texts are told by it and by the library.
pub(crate) fn print(articles: &[Document], stories: &[Document]) -> Result<()> {
    let detector = QuoteDetector::new();
    let samples = |documents: &[Document], is_story| -> Vec<Sample> {
        let of_one = |one: &Document| -> Vec<Sample> {
            let pieces = pieces(&one.text).into_iter();
            let signs = pieces.filter_map(|piece| genre_signs(&detector, piece));
            signs.map(|signs| Sample::new(&signs, is_story)).collect()
        };
        documents.par_iter().flat_map_iter(of_one).collect()
    };
    let mut all = samples(articles, false);
    let news = all.len();
    all.extend(samples(stories, true));
    let stories = all.len() - news;
    for sample in &mut all {
        sample.weight = match sample.is_story {
            true => (1.0 - NEWS) / stories as f64,
            false => NEWS / news as f64,
        };
    }
    let weights = fit(&all);
    // As multiples of the first; signs of news are counted against.
    for (sign, weight) in SIGNS.iter().zip(&weights) {
        println!("{sign:28} {:6.2}", weight / weights[0]);
    }
    let threshold = 10.0 * weights[SIGNS.len()] / weights[0];
    println!(
        "{:28} {threshold:6.0} thousandths of the words",
        "threshold"
    );
    println!("{:28} {:6.3} a thousandth", "log-odds", weights[0] / 10.0);
    let right = |tells: &dyn Fn(&Sample) -> bool| {
        let right = all.iter().filter(|one| tells(one) == one.is_story);
        100.0 * right.map(|one| one.weight).sum::<f64>()
    };
    println!(
        "{news} texts and pieces of news, {stories} of stories: {:.2} % told by these, {:.2} % by the library",
        right(&|one| one.log_odds(&weights) > 0.0),
        right(&|one| one.is_taken_for_story),
    );
    Ok(())
}

fn fit(samples: &[Sample]) -> Vec<f64> {
    climb(vec![0.0; WEIGHTS], CLIMB, |weights| {
        let mut gradient: Vec<f64> = weights.iter().map(|weight| -PRIOR * weight).collect();
        gradient[SIGNS.len()] = 0.0;
        for sample in samples {
            let probability = 1.0 / (1.0 + (-sample.log_odds(weights)).exp());
            let error = f64::from(u8::from(sample.is_story)) - probability;
            for (slope, sign) in gradient.iter_mut().zip(sample.signs) {
                *slope += sample.weight * error * sign;
            }
        }
        gradient
    })
}

/// A text, and of each length pieces from all over it that begin and end between paragraphs.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = vec![text];
    for length in LENGTHS {
        let (mut start, mut own) = (0, Vec::new());
        for (end, _) in text.match_indices("\n\n").chain([(text.len(), "")]) {
            let piece = &text[start..end];
            if piece.split_whitespace().count() >= length {
                own.push(piece);
                start = end;
            }
        }
        let step = own.len().div_ceil(PIECES).max(1);
        pieces.extend(own.into_iter().step_by(step));
    }
    pieces
}
