//! A first-order autoregression around a regression, as R's `arima(x, order = c(1, 0, 0), xreg = …)` fits it: conditional sum of squares first, then the
//! exact likelihood from where that ended. Both searches stop as R's do, up to 1e-4 before the maximum.

use super::real;
use super::solve::{Matrix, dot, inverse, normal_equations, times};
use super::variable_metric::Objective;

/// The width of the difference by which R carries the error of the coefficient over from its search scale.
const FORWARD: f64 = 1e-3;
/// A variance of the first value from which on R takes it for unknown, and leaves the value out of the likelihood.
const UNKNOWN: f64 = 1e4;
/// The share of the squares that a regression must leave: less is rounding, and there is nothing to fit.
const LEAST_LEFT: f64 = 1e-20;

/// A fit of `N` parameters: the coefficient of autoregression, then those of the regression.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit<const N: usize> {
    pub(super) beta: [f64; N],
    pub(super) errors: [f64; N],
    pub(super) log_likelihood: f64,
}

/// Fits `values` on `rows`, whose first column is 0 and stands for the coefficient of autoregression. `axes` turns the other columns so that they
/// are orthogonal. None where R ends with an error, or with no errors of its estimates.
pub(super) fn autoregression<const N: usize>(rows: &[[f64; N]], axes: &Matrix<N>, values: &[f64]) -> Option<Fit<N>> {
    let turned: Vec<[f64; N]> =
        rows.iter().map(|row| std::array::from_fn(|column| axes.iter().zip(row).map(|(axis, value)| axis[column] * value).sum())).collect();
    let (start, scale) = regression(&turned, values)?;
    let left = |beta: &[f64; N]| -> Vec<f64> { turned.iter().zip(values).map(|(row, value)| value - regressed(row, beta)).collect() };

    let conditional = Objective { function: |beta: &[f64; N]| conditional(&left(beta), beta[0]), scale };
    let first = conditional.minimise(&start)?;
    let mut start = if first.settled { first.at } else { start };
    if start[0].abs() >= 1.0 {
        return None;
    }
    // From here on the coefficient is searched for as its inverse hyperbolic tangent, so that none of 1 or more is met.
    start[0] = start[0].atanh();
    let exact = Objective { function: |beta: &[f64; N]| exact(&left(beta), beta[0].tanh()), scale };
    let end = exact.minimise(&start).filter(|end| end.settled)?;

    let n = real(values.len());
    let covariance = inverse(&exact.curvature(&end.at)?.map(|row| row.map(|value| value * n)))?;
    let mut back = *axes;
    back[0][0] = ((end.at[0] + FORWARD).tanh() - end.at[0].tanh()) / FORWARD;
    let errors: [f64; N] = std::array::from_fn(|place| dot(&back[place], &times(&covariance, &back[place])).sqrt());
    let mut beta = times(axes, &end.at);
    beta[0] = end.at[0].tanh();
    let log_likelihood = -n * end.value - n / 2.0 * (1.0 + std::f64::consts::TAU.ln());
    errors.iter().all(|error| error.is_finite()).then_some(Fit { beta, errors, log_likelihood })
}

/// Where the search starts and what a usual change of each parameter is: least squares on orthogonal columns, and ten times their errors.
fn regression<const N: usize>(rows: &[[f64; N]], values: &[f64]) -> Option<([f64; N], [f64; N])> {
    let (matrix, vector) = normal_equations(rows, std::iter::repeat(1.0), values.iter().copied());
    let start: [f64; N] = std::array::from_fn(|place| if place == 0 { 0.0 } else { vector[place] / matrix[place][place] });
    let squares: f64 = rows.iter().zip(values).map(|(row, value)| (value - regressed(row, &start)).powi(2)).sum();
    let all: f64 = values.iter().map(|value| value * value).sum();
    let variance = squares / (real(values.len()) - real(N - 1));
    let scale = std::array::from_fn(|place| if place == 0 { 1.0 } else { 10.0 * (variance / matrix[place][place]).sqrt() });
    (squares > LEAST_LEFT * all && scale.iter().all(|scale| scale.is_finite() && *scale > 0.0)).then_some((start, scale))
}

/// What the regression makes of `row`; the first parameter is none of its own.
fn regressed<const N: usize>(row: &[f64; N], beta: &[f64; N]) -> f64 {
    row.iter().zip(beta).skip(1).map(|(value, beta)| value * beta).sum()
}

/// Half the logarithm of the mean square of what the value before does not tell, the first value given.
fn conditional(left: &[f64], phi: f64) -> f64 {
    (innovations(left, phi) / (real(left.len()) - 1.0)).ln() / 2.0
}

/// The part of the exact likelihood that depends on the parameters: minus its logarithm, the variance solved for, per value.
fn exact(left: &[f64], phi: f64) -> f64 {
    let spread = 1.0 / (1.0 - phi * phi);
    let known = spread < UNKNOWN;
    let first = left.first().filter(|_| known).map_or(0.0, |first| first * first / spread);
    let counted = real(left.len()) - if known { 0.0 } else { 1.0 };
    let variance = (first + innovations(left, phi)) / counted;
    f64::midpoint(variance.ln(), if known { spread.ln() / counted } else { 0.0 })
}

/// The sum of the squares of what each value is beyond what is left of the one before.
fn innovations(left: &[f64], phi: f64) -> f64 {
    left.windows(2).map(|pair| (pair[1] - phi * pair[0]).powi(2)).sum()
}
