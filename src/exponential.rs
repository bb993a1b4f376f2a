//! Powers of e that are the same on every machine.
//!
//! That of the standard library is whatever the system's or the target's own says, and these differ in the last bit.

use std::f64::consts::{LN_2, LOG2_E};

/// 1 / n! for n from 8 down to 0: up to half of ln 2 what they leave out is a hundredth of the last bit of an `f32`.
const TAYLOR: [f64; 9] = [
    1.0 / 40320.0,
    1.0 / 5040.0,
    1.0 / 720.0,
    1.0 / 120.0,
    1.0 / 24.0,
    1.0 / 6.0,
    1.0 / 2.0,
    1.0,
    1.0,
];

/// Added to a number and taken away again, it leaves the nearest whole one.
const ROUNDING: f64 = 6_755_399_441_055_744.0;

/// e to the power of `x`, by additions and multiplications alone.
#[inline]
pub(crate) fn exp(x: f32) -> f32 {
    // Beyond these an f32 is zero or infinite.
    let power = f64::from(x).clamp(-110.0, 90.0) * LOG2_E;
    let whole = (power + ROUNDING) - ROUNDING;
    let rest = (power - whole) * LN_2;
    let fraction = TAYLOR.iter().fold(0.0, |sum, factor| sum * rest + factor);
    let exponent = (whole as i64 + 1023) as u64;
    (fraction * f64::from_bits(exponent << 52)) as f32
}

#[cfg(test)]
mod tests {
    use super::exp;

    #[test]
    fn it_is_the_power_of_e() {
        for step in -110_000..88_700 {
            let x = step as f32 / 1e3;
            let expected = f64::from(x).exp();
            let close = (f64::from(exp(x)) - expected).abs();
            // Half of the last bit, and a little.
            assert!(
                close <= expected * 6.1e-8 + 1e-45,
                "{x}: {} for {expected}",
                exp(x)
            );
        }
    }

    #[test]
    fn the_ends_are_those_of_the_number() {
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(exp(-0.0), 1.0);
        assert_eq!(exp(f32::NEG_INFINITY), 0.0);
        assert_eq!(exp(-1000.0), 0.0);
        assert_eq!(exp(f32::INFINITY), f32::INFINITY);
        assert!(exp(f32::NAN).is_nan());
    }
}
