//! The climb to the weights under which annotated text is most probable.

/// How a climb is made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Climb {
    pub(super) rounds: usize,
    /// By how much a weight changes in a round at most.
    pub(super) longest: f64,
}

/// Changes `weights`, for `rounds` rounds, as `gradient` asks, which is given the weights.
///
/// This is RPROP (Riedmiller and Braun 1993): each weight has a step of its own, which grows while
/// the gradient keeps its sign and shrinks when the sign turns. So nobody has to choose a step size.
pub(super) fn climb(
    mut weights: Vec<f64>,
    how: Climb,
    mut gradient: impl FnMut(&[f64]) -> Vec<f64>,
) -> Vec<f64> {
    let mut steps = vec![0.1; weights.len()];
    let mut last = vec![0.0; weights.len()];
    for _ in 0..how.rounds {
        let gradient = gradient(&weights);
        for (at, weight) in weights.iter_mut().enumerate() {
            let turn = gradient[at] * last[at];
            if turn > 0.0 {
                steps[at] = f64::min(steps[at] * 1.2, how.longest);
            } else if turn < 0.0 {
                steps[at] *= 0.5;
            }
            if gradient[at] != 0.0 {
                *weight += steps[at] * gradient[at].signum();
            }
        }
        last = gradient;
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_of_a_hill_is_found() {
        let top = [3.0, -0.5, 0.0];
        let how = Climb {
            rounds: 100,
            longest: 1.0,
        };
        let found = climb(vec![0.0; 3], how, |weights| {
            let slope = weights.iter().zip(top).map(|(weight, top)| top - weight);
            slope.collect()
        });
        for (found, top) in found.iter().zip(top) {
            assert!((found - top).abs() < 0.01, "{found} for {top}");
        }
    }

    #[test]
    fn no_step_is_longer_than_allowed() {
        let mut longest = 0.0;
        let mut before = 0.0;
        let how = Climb {
            rounds: 50,
            longest: 0.5,
        };
        climb(vec![0.0], how, |weights| {
            longest = f64::max(longest, weights[0] - before);
            before = weights[0];
            vec![1.0]
        });
        assert!((0.4..=0.5).contains(&longest), "{longest}");
    }
}
