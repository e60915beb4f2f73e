//! Likelihood and deviance of counts whose expected values are known.

use statrs::function::gamma::ln_gamma;

/// The logarithm of the likelihood of `counts` as Poisson variables.
pub(super) fn poisson_log_likelihood(counts: &[f64], expected: &[f64]) -> f64 {
    counts.iter().zip(expected).map(|(count, expected)| count * expected.ln() - expected - ln_gamma(count + 1.0)).sum()
}

/// Twice the logarithm by which a fit of every count would be likelier.
pub(super) fn poisson_deviance(counts: &[f64], expected: &[f64]) -> f64 {
    let part = |count: f64, expected: f64| if count > 0.0 { count * (count / expected).ln() } else { 0.0 } - (count - expected);
    2.0 * counts.iter().zip(expected).map(|(&count, &expected)| part(count, expected)).sum::<f64>()
}

/// The same for negative binomial variables.
pub(super) fn negative_binomial_deviance(counts: &[f64], expected: &[f64], theta: f64) -> f64 {
    let part = |count: f64, expected: f64| {
        count * (count.max(1.0) / expected).ln() - (count + theta) * ((count + theta) / (expected + theta)).ln()
    };
    2.0 * counts.iter().zip(expected).map(|(&count, &expected)| part(count, expected)).sum::<f64>()
}

/// The logarithm of the likelihood of `counts` as negative binomial variables (variance mean + mean² / theta).
pub(super) fn negative_binomial_log_likelihood(counts: &[f64], expected: &[f64], theta: f64) -> f64 {
    let part = |count: f64, expected: f64| {
        ln_gamma(theta + count) - ln_gamma(theta) - ln_gamma(count + 1.0) + theta * theta.ln() + count * expected.ln()
            - (theta + count) * (theta + expected).ln()
    };
    counts.iter().zip(expected).map(|(&count, &expected)| part(count, expected)).sum()
}
