//! Persistence of a series: how much of one month's departure from the level is left in the next (a first-order autoregression). It is high for any
//! series that moves slowly, falling ones included, and says nothing about growth: never call it a trend.

use super::autoregression::{Fit, autoregression};
use super::solve::{Matrix, normal_equations};
use super::tail::normal_two_sided;
use super::{real, steps, tied};

/// An estimate and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
    /// The one in units of the other.
    pub z: f64,
    /// Two-sided probability of such a `z` where the true value is 0.
    pub p: f64,
}

/// A first-order autoregression around a level, or around a straight line.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Persistence {
    /// Share of a departure that is left one step later, below 1 in size.
    pub coefficient: Estimate,
    /// The level; for a line, its value one step before the first.
    pub level: Estimate,
    /// The line's change per step.
    pub slope: Option<Estimate>,
    /// Logarithm of the exact likelihood where the search ended.
    pub log_likelihood: f64,
    /// Akaike's criterion.
    pub aic: f64,
}

/// Fits `values` around a level or (`with_line`) a straight line, with the estimates that R's `arima` gives. None for fewer than eight values, a flat
/// series, or where R finds no fit.
pub fn persistence(values: &[f64], with_line: bool) -> Option<Persistence> {
    if values.len() < 8 || values.windows(2).all(|pair| tied(pair[0], pair[1])) {
        return None;
    }
    if with_line {
        // The line counts from 1, as the reference does.
        let rows: Vec<[f64; 3]> = steps(values.len()).into_iter().map(|step| [0.0, 1.0, step + 1.0]).collect();
        let fit = autoregression(&rows, &principal_axes(&rows), values)?;
        return Some(worded(&fit, Some(estimate(&fit, 2))));
    }
    let fit = autoregression(&vec![[0.0, 1.0]; values.len()], &[[1.0, 0.0], [0.0, 1.0]], values)?;
    Some(worded(&fit, None))
}

fn worded<const N: usize>(fit: &Fit<N>, slope: Option<Estimate>) -> Persistence {
    // The variance of what is left is a parameter, too.
    let aic = -2.0 * fit.log_likelihood + 2.0 * (real(N) + 1.0);
    Persistence { coefficient: estimate(fit, 0), level: estimate(fit, 1), slope, log_likelihood: fit.log_likelihood, aic }
}

fn estimate<const N: usize>(fit: &Fit<N>, place: usize) -> Estimate {
    let (value, error) = (fit.beta[place], fit.errors[place]);
    Estimate { value, error, z: value / error, p: normal_two_sided(value / error) }
}

/// The axes along which level and line of `rows` are orthogonal: R searches along them.
fn principal_axes(rows: &[[f64; 3]]) -> Matrix<3> {
    let (matrix, _) = normal_equations(rows, std::iter::repeat(1.0), std::iter::repeat(0.0));
    let (sin, cos) = ((2.0 * matrix[1][2]).atan2(matrix[1][1] - matrix[2][2]) / 2.0).sin_cos();
    [[1.0, 0.0, 0.0], [0.0, cos, -sin], [0.0, sin, cos]]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::{MONTHLY_HACKING, MONTHLY_THEFT, close, near};

    /// R 4.2.2, `arima(x, order = c(1, 0, 0))`: coefficient, error, level, log likelihood. The last column is where the likelihood is greatest
    /// (`optim.control = list(reltol = 1e-15, ndeps = c(1e-4, 1e-4))`, `transform.pars = FALSE`): R stops up to 1e-4 before it. `tests/statistics.rs` holds many
    /// more series to all digits.
    #[test]
    fn coefficients_are_those_of_r() {
        for (months, coefficient, error, level, likelihood, greatest) in [
            (144, 0.835_940_515_14, 0.046_744_617_440_3, 14.039_787_302_7, -526.880_872_575, 0.835_918_375),
            (147, 0.840_801_961_796, 0.044_741_123_541_1, 14.354_992_065_2, -536.577_181_105, 0.840_788_178),
            (156, 0.861_083_169_53, 0.039_928_586_950_9, 16.013_176_788_9, -571.677_613_006, 0.861_087_453),
            (177, 0.871_411_371_958, 0.035_956_488_730_6, 19.493_787_603_4, -662.832_445_487, 0.871_410_576),
        ] {
            let found = persistence(&MONTHLY_HACKING[..months], false).expect("a fit");
            close(found.coefficient.value, coefficient);
            close(found.coefficient.error, error);
            close(found.level.value, level);
            close(found.log_likelihood, likelihood);
            near(found.coefficient.value, greatest, 1e-4);
            assert!(found.slope.is_none());
        }
    }

    /// Theft fell from 135 to 24 reports a year, and its months still hang together.
    #[test]
    fn a_falling_series_is_as_persistent_as_a_rising_one() {
        let theft = persistence(&MONTHLY_THEFT[..144], false).expect("a fit");
        near(theft.coefficient.value, 0.638_6, 5e-5);
        let line = persistence(&MONTHLY_THEFT[..144], true).expect("a fit");
        assert!(line.slope.is_some_and(|slope| slope.value < 0.0 && slope.p < 1e-6));
    }

    #[test]
    fn what_leaves_nothing_to_fit_is_not_fitted() {
        assert_eq!(persistence(&[4.0; 12], false), None);
        assert_eq!(persistence(&[1.0, 2.0, 3.0], false), None);
        let straight: Vec<f64> = steps(24).into_iter().map(|step| 3.0 + 2.0 * step).collect();
        assert_eq!(persistence(&straight, true), None);
        // A line around a level moves so slowly that R finds no stationary fit, or one close to the edge.
        assert!(persistence(&straight, false).is_none_or(|fit| fit.coefficient.value < 1.0));
    }
}
