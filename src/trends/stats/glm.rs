//! Log-linear regression of counts, Poisson or negative binomial, by iteratively reweighted least squares. Where it starts and stops is as R's `glm` and
//! `MASS::glm.nb` have it, so that errors agree, which R takes from the last round but one.

use statrs::function::gamma::digamma;

use super::likelihood::{negative_binomial_deviance, negative_binomial_log_likelihood, poisson_deviance};
use super::real;
use super::solve::{Matrix, dot, inverse, normal_equations, times};

/// Most rounds before a fit is given up: a series that is zero from some year on has no finite slope.
const MOST_ROUNDS: usize = 200;
/// The relative change of the deviance that ends a fit.
const ENOUGH: f64 = 1e-8;
/// A step of every coefficient so small that there is a finite fit. The deviance alone also settles where a coefficient grows without end.
const FINITE: f64 = 1e-6;
/// Most rounds of the search for theta, in it and around it.
const MOST_FOR_THETA: usize = 25;
/// The step of theta that ends the search in one round: the fourth root of the machine's precision.
const ENOUGH_FOR_THETA: f64 = 1.220_703_125e-4;
/// The same relative to theta, where it is so large and its likelihood so flat that the former is not to be had: R warns, and gives it.
const ENOUGH_OF_THETA: f64 = 1e-6;
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
    /// The weights of the last round.
    weights: Vec<f64>,
}

impl<const N: usize> Fit<N> {
    /// Pearson's dispersion of a Poisson fit: about 1 where counts scatter as a Poisson variable does.
    pub(super) fn dispersion(&self, counts: &[f64]) -> f64 {
        self.scatter(counts, &self.expected)
    }

    /// The dispersion by which R widens the errors of a quasi-Poisson fit: that of the last round's weights.
    pub(super) fn widening(&self, counts: &[f64]) -> f64 {
        self.scatter(counts, &self.weights)
    }

    fn scatter(&self, counts: &[f64], weights: &[f64]) -> f64 {
        let each = counts.iter().zip(&self.expected).zip(weights);
        let squares: f64 = each.map(|((count, expected), weight)| weight * ((count - expected) / expected).powi(2)).sum();
        squares / (real(counts.len()) - real(N))
    }
}

/// A model of the counts' scatter.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scatter {
    Poisson,
    /// Negative binomial, with this theta.
    Theta(f64),
}

impl Scatter {
    fn weight(self, expected: f64) -> f64 {
        match self {
            Self::Poisson => expected,
            Self::Theta(theta) => expected / (1.0 + expected / theta),
        }
    }

    fn deviance(self, counts: &[f64], expected: &[f64]) -> f64 {
        match self {
            Self::Poisson => poisson_deviance(counts, expected),
            Self::Theta(theta) => negative_binomial_deviance(counts, expected, theta),
        }
    }
}

/// Fits `counts` on `rows`. None where there is no finite fit.
pub(super) fn log_linear<const N: usize>(rows: &[[f64; N]], counts: &[f64], scatter: Scatter) -> Option<Fit<N>> {
    let start = counts.iter().map(|count| count + 0.1).collect();
    log_linear_from(rows, counts, scatter, start)
}

fn log_linear_from<const N: usize>(rows: &[[f64; N]], counts: &[f64], scatter: Scatter, start: Vec<f64>) -> Option<Fit<N>> {
    let mut before = scatter.deviance(counts, &start);
    let mut fit = Fit { beta: [f64::INFINITY; N], covariance: [[0.0; N]; N], expected: start, weights: Vec::new() };
    let mut settled = None;
    for _ in 0..MOST_ROUNDS {
        let weights: Vec<f64> = fit.expected.iter().map(|&expected| scatter.weight(expected)).collect();
        let worked = fit.expected.iter().zip(counts).map(|(expected, count)| expected.ln() + (count - expected) / expected);
        let (matrix, vector) = normal_equations(rows, weights.iter().copied(), worked);
        let covariance = inverse(&matrix)?;
        let beta = times(&covariance, &vector);
        let step = beta.iter().zip(&fit.beta).map(|(next, before)| (next - before).abs()).fold(0.0, f64::max);
        let logs: Vec<f64> = rows.iter().map(|row| dot(row, &beta)).collect();
        if logs.iter().any(|log| !log.is_finite() || log.abs() > 500.0) {
            return None;
        }
        fit = Fit { beta, covariance, expected: logs.iter().map(|log| log.exp()).collect(), weights };
        let deviance = scatter.deviance(counts, &fit.expected);
        if settled.is_none() && (deviance - before).abs() / (deviance.abs() + 0.1) < ENOUGH {
            settled = Some(fit.clone());
        }
        if settled.is_some() && step < FINITE {
            return settled;
        }
        before = deviance;
    }
    None
}

/// A negative binomial fit.
pub(super) struct Dispersed<const N: usize> {
    pub(super) fit: Fit<N>,
    pub(super) theta: f64,
    /// The standard error of theta, from the curvature of its likelihood.
    pub(super) theta_error: f64,
}

/// Fits `counts` on `rows` with the likeliest theta; none where the likelihood grows without end, which is where counts scatter no more than a
/// Poisson variable does.
pub(super) fn negative_binomial<const N: usize>(rows: &[[f64; N]], counts: &[f64]) -> Option<Dispersed<N>> {
    let mut fit = log_linear(rows, counts, Scatter::Poisson)?;
    let (mut theta, _) = likeliest_theta(counts, &fit.expected)?;
    let mut likelihood = negative_binomial_log_likelihood(counts, &fit.expected, theta);
    let mut error = f64::NAN;
    let mut moved = f64::INFINITY;
    let unit = (2.0 * (real(counts.len()) - real(N)).max(1.0)).sqrt();
    for _ in 0..MOST_FOR_THETA {
        fit = log_linear_from(rows, counts, Scatter::Theta(theta), fit.expected)?;
        let (next, theta_error) = likeliest_theta(counts, &fit.expected)?;
        let likelier = negative_binomial_log_likelihood(counts, &fit.expected, next);
        let change = (likelier - likelihood).abs() / unit + (next - theta).abs();
        moved = (next - theta).abs() / next;
        (theta, likelihood, error) = (next, likelier, theta_error);
        if change <= ENOUGH {
            break;
        }
    }
    (moved <= ENOUGH_OF_THETA).then_some(Dispersed { fit, theta, theta_error: error })
}

/// Newton's method on the likelihood of theta; theta and its standard error.
fn likeliest_theta(counts: &[f64], expected: &[f64]) -> Option<(f64, f64)> {
    let scatter: f64 = counts.iter().zip(expected).map(|(count, expected)| (count / expected - 1.0).powi(2)).sum();
    let mut theta = real(counts.len()) / scatter;
    let (mut moved, mut curvature) = (f64::INFINITY, f64::NAN);
    for _ in 0..MOST_FOR_THETA {
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
        (moved, curvature) = (step.abs() / theta, information);
        if step.abs() <= ENOUGH_FOR_THETA {
            break;
        }
    }
    (theta > 0.0 && curvature > 0.0 && moved <= ENOUGH_OF_THETA.max(ENOUGH_FOR_THETA / theta)).then(|| (theta, (1.0 / curvature).sqrt()))
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
        assert!(log_linear(&rows, &[0.0; 6], Scatter::Poisson).is_none());
        assert!(log_linear(&rows, &[5.0, 3.0, 2.0, 1.0, 0.0, 0.0], Scatter::Poisson).is_some());
    }
}
