//! The weights of features: what each, and each two together, add to a score.

use std::marker::PhantomData;

use enumset::EnumSet;

use super::feature::Feature;
use crate::hash::WordMap;

/// A byte numbers the features of a model.
const ROOM: usize = 256;
/// How many words of 64 bits a set has room for.
const WORDS: usize = 3;
/// No feature has this number, so that it weighs nothing.
const NOTHING: u8 = u8::MAX;

/// A weight for each feature of a model, and for some pairs of them.
#[derive(Clone, Debug)]
pub(crate) struct FeatureWeights<F> {
    /// A row for each feature, in which its own weight and that of each pair of it stands.
    rows: Box<[[f32; ROOM]; ROOM]>,
    features: PhantomData<F>,
}

impl<F: Feature> FeatureWeights<F> {
    const IS_NUMBERED: () = assert!(F::ALL.len() <= NOTHING as usize);

    /// Reads lines of a label and a number. A label is the name of a feature, or of two with a plus
    /// between; `enter_other` is given the others. What is not listed weighs nothing.
    pub(crate) fn read(table: &str, mut enter_other: impl FnMut(&str, f32)) -> FeatureWeights<F> {
        let () = Self::IS_NUMBERED;
        let names = F::ALL.iter().map(|one| (one.name(), one.number()));
        let numbers: WordMap<&str, usize> = names.collect();
        // Made as a list, it is not first made elsewhere and then copied.
        let rows = vec![[0.0; ROOM]; ROOM].try_into();
        let mut rows: Box<[[f32; ROOM]; ROOM]> = rows.expect("a row for each feature");
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let Some((label, weight)) = line.split_once(' ') else {
                continue;
            };
            let Ok(weight) = weight.parse() else {
                continue;
            };
            let (one, other) = label.split_once('+').unwrap_or((label, label));
            match (numbers.get(one), numbers.get(other)) {
                (Some(&one), Some(&other)) => {
                    rows[one][other] = weight;
                    rows[other][one] = weight;
                }
                _ => enter_other(label, weight),
            }
        }
        FeatureWeights {
            rows,
            features: PhantomData,
        }
    }

    /// The weights of the pairs of each feature with another, by the number of the first.
    pub(crate) fn pairs_with(&self, feature: F) -> &[f32; ROOM] {
        &self.rows[feature.number()]
    }

    /// The sum of the weights of all features and pairs in a set.
    pub(crate) fn score(&self, features: EnumSet<F>) -> f32 {
        self.score_listed(&FeatureNumbers::of(features))
    }

    /// The same for a set whose numbers are listed.
    pub(crate) fn score_listed(&self, numbers: &FeatureNumbers) -> f32 {
        let mut score = 0.0;
        // Four rows at a time, each with the features after its own. Most pairs weigh something: it takes
        // less time to add all than to ask which.
        let fours = numbers.room.as_chunks::<4>().0.iter().enumerate();
        for (at, four) in fours.take(numbers.count.div_ceil(4)) {
            // One by one, for a load of all four would wait until each has been written.
            let rows = four.each_ref().map(|&number| &self.rows[number as usize]);
            let mut sums = [0.0; 4];
            for (at, row) in rows.iter().enumerate() {
                for &other in &four[at + 1..] {
                    sums[at] += row[other as usize];
                }
            }
            for &other in numbers.list().iter().skip(4 * (at + 1)) {
                for (sum, row) in sums.iter_mut().zip(rows) {
                    *sum += row[other as usize];
                }
            }
            for ((&number, row), sum) in four.iter().zip(rows).zip(sums) {
                score += row[number as usize] + sum;
            }
        }
        score
    }
}

/// How many features of a set are listed: no candidate has half as many.
const LISTED: usize = 64;

/// The numbers of the features of a set, in ascending order.
pub(crate) struct FeatureNumbers {
    room: [u8; LISTED],
    count: usize,
}

impl FeatureNumbers {
    pub(crate) fn of<F: Feature>(features: EnumSet<F>) -> FeatureNumbers {
        let mut numbers = FeatureNumbers {
            room: [NOTHING; LISTED],
            count: 0,
        };
        // Word by word, which takes half the time of asking the set for one after the other.
        for (word, mut bits) in features.as_array::<WORDS>().into_iter().enumerate() {
            while bits != 0 {
                numbers.room[numbers.count % LISTED] =
                    (64 * word) as u8 + bits.trailing_zeros() as u8;
                numbers.count += 1;
                bits &= bits - 1;
            }
        }
        numbers.count = numbers.count.min(LISTED);
        numbers
    }

    #[inline]
    pub(crate) fn list(&self) -> &[u8] {
        &self.room[..self.count]
    }
}
