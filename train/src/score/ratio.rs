//! Shares in percent, rounded to a tenth.

use serde::Serialize;

/// Precision, recall and their harmonic mean.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Ratio {
    pub(crate) p: f64,
    pub(crate) r: f64,
    pub(crate) f1: f64,
    predicted: usize,
    gold: usize,
}

impl Ratio {
    pub(super) fn new(right: usize, predicted: usize, gold: usize) -> Ratio {
        let share = |whole: usize| {
            if whole > 0 {
                right as f64 / whole as f64
            } else {
                0.0
            }
        };
        let (p, r) = (share(predicted), share(gold));
        let mean = if p + r > 0.0 {
            200.0 * p * r / (p + r)
        } else {
            0.0
        };
        Ratio {
            p: tenth(100.0 * p),
            r: tenth(100.0 * r),
            f1: tenth(mean),
            predicted,
            gold,
        }
    }
}

/// The share of a part, if there is a whole.
pub(super) fn percent(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| tenth(100.0 * part as f64 / whole as f64))
}

/// The nearest tenth; of what is exactly between two, the even one.
pub(super) fn tenth(value: f64) -> f64 {
    let rounded = format!("{value:.1}");
    rounded.parse().expect("a number that was just written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_to_the_even_tenth() {
        assert_eq!([12.25, 12.75, 0.05].map(tenth), [12.2, 12.8, 0.1]);
    }

    #[test]
    fn nothing_found_is_no_division_by_zero() {
        let none = Ratio::new(0, 0, 0);
        assert_eq!((none.p, none.r, none.f1), (0.0, 0.0, 0.0));
        assert_eq!(percent(0, 0), None);
    }
}
