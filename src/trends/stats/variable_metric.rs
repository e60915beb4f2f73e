//! The least value of a smooth function by a variable metric (BFGS; Nash, Compact Numerical Methods for Computers, algorithm 21), with slopes and
//! curvature by differences. Steps, tolerances and rule of stopping are those of R's `optim(method = "BFGS")`, so that a fit ends where R's ends.

use super::solve::{Matrix, dot, times};

/// Half the width of a difference, in scaled parameters (`ndeps`).
const NEAR: f64 = 1e-3;
/// The relative gain below which a value is no longer less (`reltol`): the square root of the machine's precision.
const GAIN: f64 = 1.490_116_119_384_765_6e-8;
/// Most slopes that are taken (`maxit`).
const MOST_SLOPES: usize = 100;
/// What is left of a step that went too far.
const SHRINK: f64 = 0.2;
/// The share of the expected gain that a step must bring.
const ACCEPTABLE: f64 = 1e-4;
/// Added to parameters before they are compared: a change that it swallows is none.
const SWALLOWS: f64 = 10.0;

/// A function of `N` parameters, and the size of a usual change in each.
pub(super) struct Objective<F, const N: usize> {
    pub(super) function: F,
    pub(super) scale: [f64; N],
}

/// Where the search ended.
#[derive(Debug, Clone, Copy)]
pub(super) struct Minimum<const N: usize> {
    /// The parameters.
    pub(super) at: [f64; N],
    /// The function there.
    pub(super) value: f64,
    /// Whether the search ended by itself, and not because it took too long.
    pub(super) settled: bool,
}

/// A step along a direction, shortened until it brings enough.
struct Walk<const N: usize> {
    at: [f64; N],
    /// The last value that was looked at.
    value: f64,
    length: f64,
    /// Whether no step moves the parameters and brings enough.
    stuck: bool,
}

impl<F: Fn(&[f64; N]) -> f64, const N: usize> Objective<F, N> {
    /// Goes down from `start`. None where the function is not finite there or a slope is not.
    pub(super) fn minimise(&self, start: &[f64; N]) -> Option<Minimum<N>> {
        let mut at = self.scaled(start);
        let mut least = self.value(&at);
        let mut slope = self.slope(&at)?;
        if !least.is_finite() {
            return None;
        }
        let mut metric = identity();
        // Slopes taken so far, and how many there were when the metric began anew.
        let (mut slopes, mut began) = (1, 1);
        loop {
            if began == slopes {
                metric = identity();
            }
            let direction = times(&metric, &slope).map(|part| -part);
            let descent = dot(&direction, &slope);
            let walk = (descent < 0.0).then(|| self.walk(&at, &direction, least, descent));
            let gains = walk.as_ref().is_some_and(|walk| (walk.value - least).abs() > GAIN * (least.abs() + GAIN));
            if let Some(walk) = &walk {
                at = walk.at;
                least = if walk.stuck && gains { least } else { walk.value };
            }
            match walk {
                Some(walk) if gains && !walk.stuck => {
                    let next = self.slope(&at)?;
                    slopes += 1;
                    let moved = direction.map(|part| walk.length * part);
                    if !learn(&mut metric, &moved, &difference(&next, &slope)) {
                        began = slopes;
                    }
                    slope = next;
                }
                _ if began == slopes => break,
                _ => began = slopes,
            }
            if slopes >= MOST_SLOPES {
                break;
            }
            if slopes - began > 2 * N {
                began = slopes;
            }
        }
        Some(Minimum { at: self.unscaled(&at), value: least, settled: slopes < MOST_SLOPES })
    }

    /// The second derivatives at `at`.
    pub(super) fn curvature(&self, at: &[f64; N]) -> Option<Matrix<N>> {
        let scaled = self.scaled(at);
        let mut rows = [[0.0; N]; N];
        for (place, row) in rows.iter_mut().enumerate() {
            let near = NEAR / self.scale[place];
            let [above, below] = [near, -near].map(|by| self.slope(&shifted(&scaled, place, by)));
            let change = difference(&above?, &below?);
            *row = std::array::from_fn(|other| change[other] / (2.0 * near * self.scale[place] * self.scale[other]));
        }
        Some(std::array::from_fn(|one| std::array::from_fn(|other| f64::midpoint(rows[one][other], rows[other][one]))))
    }

    fn walk(&self, from: &[f64; N], direction: &[f64; N], least: f64, descent: f64) -> Walk<N> {
        let mut walk = Walk { at: *from, value: least, length: 1.0, stuck: false };
        loop {
            walk.at = std::array::from_fn(|place| from[place] + walk.length * direction[place]);
            walk.stuck = walk.length <= 0.0 || from.iter().zip(&walk.at).all(|(from, to)| is_same(SWALLOWS + from, SWALLOWS + to));
            if walk.stuck {
                return walk;
            }
            walk.value = self.value(&walk.at);
            if walk.value.is_finite() && walk.value <= least + descent * walk.length * ACCEPTABLE {
                return walk;
            }
            walk.length *= SHRINK;
        }
    }

    fn value(&self, scaled: &[f64; N]) -> f64 {
        (self.function)(&self.unscaled(scaled))
    }

    fn slope(&self, scaled: &[f64; N]) -> Option<[f64; N]> {
        let slope: [f64; N] = std::array::from_fn(|place| {
            let [above, below] = [NEAR, -NEAR].map(|by| self.value(&shifted(scaled, place, by)));
            (above - below) / (2.0 * NEAR)
        });
        slope.iter().all(|part| part.is_finite()).then_some(slope)
    }

    fn scaled(&self, at: &[f64; N]) -> [f64; N] {
        std::array::from_fn(|place| at[place] / self.scale[place])
    }

    fn unscaled(&self, at: &[f64; N]) -> [f64; N] {
        std::array::from_fn(|place| at[place] * self.scale[place])
    }
}

/// Brings what a step showed of the curvature into the metric; not where it showed none.
fn learn<const N: usize>(metric: &mut Matrix<N>, moved: &[f64; N], turned: &[f64; N]) -> bool {
    let along = dot(moved, turned);
    if along <= 0.0 || along.is_nan() {
        return false;
    }
    let pushed = times(metric, turned);
    let weight = 1.0 + dot(&pushed, turned) / along;
    for (one, row) in metric.iter_mut().enumerate() {
        for (other, cell) in row.iter_mut().enumerate() {
            *cell += (weight * moved[one] * moved[other] - moved[one] * pushed[other] - pushed[one] * moved[other]) / along;
        }
    }
    true
}

fn identity<const N: usize>() -> Matrix<N> {
    std::array::from_fn(|one| std::array::from_fn(|other| if one == other { 1.0 } else { 0.0 }))
}

fn difference<const N: usize>(one: &[f64; N], other: &[f64; N]) -> [f64; N] {
    std::array::from_fn(|place| one[place] - other[place])
}

fn shifted<const N: usize>(at: &[f64; N], place: usize, by: f64) -> [f64; N] {
    let mut shifted = *at;
    shifted[place] += by;
    shifted
}

fn is_same(one: f64, other: f64) -> bool {
    one.total_cmp(&other).is_eq()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::near;

    fn valley(scale: [f64; 2]) -> Objective<impl Fn(&[f64; 2]) -> f64, 2> {
        Objective { function: |&[x, y]: &[f64; 2]| 100.0 * (y - x * x).powi(2) + (1.0 - x).powi(2), scale }
    }

    /// R 4.2.2: `f <- function(v) 100 * (v[2] - v[1]^2)^2 + (1 - v[1])^2`, then `optim(c(-1.2, 1), f, method = "BFGS", hessian = TRUE)`; the same with
    /// `control = list(parscale = c(2, 0.5))`.
    #[test]
    fn a_search_ends_where_that_of_r_ends() {
        for (scale, x, y, value) in [
            ([1.0, 1.0], 0.999_804_433_231_397, 0.999_608_380_623_481, 3.827_382_756_107_95e-8),
            ([2.0, 0.5], 0.999_189_467_978_233, 0.998_379_514_999_012, 6.569_627_654_632_82e-7),
        ] {
            let end = valley(scale).minimise(&[-1.2, 1.0]).expect("an end");
            near(end.at[0], x, 1e-9);
            near(end.at[1], y, 1e-9);
            near(end.value, value, 1e-12);
            assert!(end.settled);
        }
        let curvature = valley([1.0, 1.0]).curvature(&[0.999_804_433_231_397, 0.999_608_380_623_481]).expect("a curvature");
        near(curvature[0][0], 801.688_133_401_557, 1e-6);
        near(curvature[0][1], -399.921_773_292_545, 1e-6);
        near(curvature[1][1], 199.999_999_999_989, 1e-6);
    }

    #[test]
    fn what_is_not_finite_ends_the_search() {
        let none = Objective { function: |&[x]: &[f64; 1]| x.ln(), scale: [1.0] };
        assert!(none.minimise(&[-1.0]).is_none());
        let falling = Objective { function: |&[x]: &[f64; 1]| -x, scale: [1.0] };
        assert!(falling.minimise(&[0.0]).is_none_or(|end| !end.settled || end.value < -1.0));
    }
}
