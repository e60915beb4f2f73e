//! Log-linear regression of counts, Poisson or negative binomial, by iteratively reweighted least squares.

use statrs::function::gamma::digamma;

use super::real;
use super::solve::{Matrix, dot, inverse, normal_equations, times};

/// Most rounds before a fit is given up: a series that is zero from some year on has no finite slope.
const MOST_ROUNDS: usize = 200;
/// Smallest step that still counts.
const ENOUGH: f64 = 1e-11;
/// The same for theta, relative to it: where it is large, its likelihood is flat, and more digits are not to be had.
const ENOUGH_FOR_THETA: f64 = 1e-7;
/// The theta above which a negative binomial is a Poisson.
const MOST_THETA: f64 = 1e5;

/// A fitted regression.
#[derive(Debug, Clone)]
pub(super) struct Fit<const N: usize> {
    /// The coefficients, on the scale of the logarithm.
    pub(super) beta: [f64; N],
    /// Their covariance, for a dispersion of 1.
    pub(super) covariance: Matrix<N>,
    /// The expected counts.
    pub(super) expected: Vec<f64>,
}

impl<const N: usize> Fit<N> {
    /// Pearson's dispersion of a Poisson fit: about 1 where counts scatter as a Poisson variable does.
    pub(super) fn dispersion(&self, counts: &[f64]) -> f64 {
        let squares: f64 = counts.iter().zip(&self.expected).map(|(count, expected)| (count - expected).powi(2) / expected).sum();
        squares / (real(counts.len()) - real(N))
    }
}

/// Fits `counts` on `rows`: Poisson, or negative binomial with the given theta. None where there is no finite fit.
pub(super) fn log_linear<const N: usize>(rows: &[[f64; N]], counts: &[f64], theta: Option<f64>) -> Option<Fit<N>> {
    let weight = |expected: f64| expected / theta.map_or(1.0, |theta| 1.0 + expected / theta);
    let mut logs: Vec<f64> = counts.iter().map(|count| (count + 0.1).ln()).collect();
    let mut beta = [0.0; N];
    for round in 0..MOST_ROUNDS {
        let expected: Vec<f64> = logs.iter().map(|log| log.exp()).collect();
        let worked = logs.iter().zip(&expected).zip(counts).map(|((log, expected), count)| log + (count - expected) / expected);
        let (matrix, vector) = normal_equations(rows, expected.iter().map(|&expected| weight(expected)), worked);
        let covariance = inverse(&matrix)?;
        let next = times(&covariance, &vector);
        let step = next.iter().zip(&beta).map(|(next, before)| (next - before).abs()).fold(0.0, f64::max);
        beta = next;
        logs = rows.iter().map(|row| dot(row, &beta)).collect();
        if logs.iter().any(|log| !log.is_finite() || log.abs() > 500.0) {
            return None;
        }
        if round > 0 && step < ENOUGH {
            let expected = logs.iter().map(|log| log.exp()).collect();
            return Some(Fit { beta, covariance, expected });
        }
    }
    None
}

/// Fits `counts` on `rows` with the likeliest theta; none where the likelihood grows without end, which is where counts scatter no more than a
/// Poisson variable does.
pub(super) fn negative_binomial<const N: usize>(rows: &[[f64; N]], counts: &[f64]) -> Option<(Fit<N>, f64)> {
    let mut fit = log_linear(rows, counts, None)?;
    let mut theta = likeliest_theta(counts, &fit.expected, None)?;
    for _ in 0..MOST_ROUNDS {
        fit = log_linear(rows, counts, Some(theta))?;
        let next = likeliest_theta(counts, &fit.expected, Some(theta))?;
        let step = (next - theta).abs() / theta;
        theta = next;
        if step < ENOUGH_FOR_THETA {
            return Some((log_linear(rows, counts, Some(theta))?, theta));
        }
    }
    None
}

/// Newton's method on the likelihood of theta, as R's `theta.ml` does it.
fn likeliest_theta(counts: &[f64], expected: &[f64], start: Option<f64>) -> Option<f64> {
    let scatter: f64 = counts.iter().zip(expected).map(|(count, expected)| (count / expected - 1.0).powi(2)).sum();
    let mut theta = start.unwrap_or(real(counts.len()) / scatter);
    for _ in 0..MOST_ROUNDS {
        theta = theta.abs();
        let (mut score, mut information) = (0.0, 0.0);
        for (&count, &expected) in counts.iter().zip(expected) {
            let all = theta + expected;
            score += digamma(theta + count) - digamma(theta) + theta.ln() + 1.0 - all.ln() - (count + theta) / all;
            information += trigamma(theta) - trigamma(theta + count) - 1.0 / theta + 2.0 / all - (count + theta) / (all * all);
        }
        let step = score / information;
        theta += step;
        if !theta.is_finite() || theta > MOST_THETA {
            return None;
        }
        if step.abs() < ENOUGH_FOR_THETA * theta.abs() {
            return (theta > 0.0).then_some(theta);
        }
    }
    None
}

/// The second derivative of the logarithm of the gamma function, for `x` above 0.
fn trigamma(mut x: f64) -> f64 {
    let mut sum = 0.0;
    while x < 12.0 {
        sum += 1.0 / (x * x);
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    let series = square * (1.0 / 6.0 - square * (1.0 / 30.0 - square * (1.0 / 42.0 - square / 30.0)));
    sum + (1.0 + 0.5 / x + series) / x
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::close;

    /// R: `trigamma(1)` is pi^2 / 6, `trigamma(30.5)` is 0.03333086.
    #[test]
    fn the_trigamma_function_is_that_of_r() {
        close(trigamma(1.0), std::f64::consts::PI.powi(2) / 6.0);
        close(trigamma(30.5), 0.033_330_86);
    }

    #[test]
    fn a_series_that_ends_in_zeros_has_no_finite_fit_or_a_finite_one() {
        let rows: Vec<[f64; 2]> = (0..6).map(|step| [1.0, f64::from(step)]).collect();
        assert!(log_linear(&rows, &[0.0; 6], None).is_none());
        assert!(log_linear(&rows, &[5.0, 3.0, 2.0, 1.0, 0.0, 0.0], None).is_some());
    }
}
