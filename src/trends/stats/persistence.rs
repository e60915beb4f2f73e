//! Persistence of a series: how much of one month's departure from the level is left in the next (a first-order autoregression). It is high for any
//! series that moves slowly, falling ones included, and says nothing about growth: never call it a trend.

use super::solve::{dot, inverse, normal_equations, times};
use super::tail::normal_two_sided;
use super::{real, steps, tied};

/// A first-order autoregression around a level, or around a straight line.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Persistence {
    /// Share of a departure that is left one step later, below 1 in size.
    pub coefficient: f64,
    /// Its standard error, from the curvature of the likelihood.
    pub error: f64,
    /// Two-sided probability of such a coefficient in a series without memory.
    pub p: f64,
    /// The level; for a line, its value before the first step.
    pub level: f64,
    /// The line's change per step, and its standard error.
    pub slope: Option<(f64, f64)>,
    /// Logarithm of the exact likelihood at its maximum.
    pub log_likelihood: f64,
}

/// Fits `values` by exact maximum likelihood, around a level or (`with_line`) a straight line. None for fewer than eight values or a flat series.
pub fn persistence(values: &[f64], with_line: bool) -> Option<Persistence> {
    if values.len() < 8 || values.windows(2).all(|pair| tied(pair[0], pair[1])) {
        return None;
    }
    if with_line {
        // The line counts from 1, as the reference does.
        let rows: Vec<[f64; 2]> = steps(values.len()).into_iter().map(|step| [1.0, step + 1.0]).collect();
        let (fit, [level, slope], errors) = fit(&rows, values)?;
        return Some(Persistence { level, slope: Some((slope, errors[1])), ..fit });
    }
    let rows = vec![[1.0]; values.len()];
    let (fit, [level], _) = fit(&rows, values)?;
    Some(Persistence { level, ..fit })
}

/// The likeliest coefficient, found by golden sections; the regression is solved for each on the way.
fn fit<const N: usize>(rows: &[[f64; N]], values: &[f64]) -> Option<(Persistence, [f64; N], [f64; N])> {
    let at = |phi: f64| regress(rows, values, phi).map_or(f64::NEG_INFINITY, |(_, likelihood)| likelihood);
    let mut low: f64 = -0.999_999;
    let mut high: f64 = 0.999_999;
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    while high - low > 1e-9 {
        let (one, other) = (high - golden * (high - low), low + golden * (high - low));
        if at(one) > at(other) {
            high = other;
        } else {
            low = one;
        }
    }
    let phi = f64::midpoint(low, high);
    let (beta, likelihood) = regress(rows, values, phi)?;
    // At the maximum, the curvature of the likelihood with the regression solved for is that of the coefficient alone.
    let step = 1e-4 * (1.0 - phi.abs()).min(1.0);
    let curvature = (2.0 * likelihood - at(phi + step) - at(phi - step)) / (step * step);
    let error = (1.0 / curvature).sqrt();
    let errors = errors(rows, values, phi, &beta, curvature)?;
    let fitted =
        Persistence { coefficient: phi, error, p: normal_two_sided(phi / error), level: 0.0, slope: None, log_likelihood: likelihood };
    error.is_finite().then_some((fitted, beta, errors))
}

/// The regression of `values` on `rows` for a given coefficient, and its log likelihood.
fn regress<const N: usize>(rows: &[[f64; N]], values: &[f64], phi: f64) -> Option<([f64; N], f64)> {
    let (freed, answers) = (freed_rows(rows, phi), freed_values(values, phi));
    let (matrix, vector) = normal_equations(&freed, std::iter::repeat(1.0), answers.iter().copied());
    let beta = times(&inverse(&matrix)?, &vector);
    let n = real(values.len());
    let variance = squares(&freed, &answers, &beta) / n;
    Some((beta, -n / 2.0 * ((std::f64::consts::TAU * variance).ln() + 1.0) + (1.0 - phi * phi).ln() / 2.0))
}

/// The standard errors of the regression's coefficients, that of `phi` taken into account: the two are not independent.
fn errors<const N: usize>(rows: &[[f64; N]], values: &[f64], phi: f64, beta: &[f64; N], curvature: f64) -> Option<[f64; N]> {
    let (freed, answers) = (freed_rows(rows, phi), freed_values(values, phi));
    let (matrix, _) = normal_equations(&freed, std::iter::repeat(1.0), answers.iter().copied());
    let scale = real(values.len()) / squares(&freed, &answers, beta);
    let inverse = inverse(&matrix)?.map(|row| row.map(|value| value / scale));
    // How the slope of the likelihood in the coefficients moves with phi.
    let slope = |phi: f64| {
        let (freed, answers) = (freed_rows(rows, phi), freed_values(values, phi));
        let left = answers.iter().zip(&freed).map(|(answer, row)| answer - dot(row, beta));
        normal_equations(&freed, std::iter::repeat(1.0), left).1
    };
    let step = 1e-5;
    let (above, below) = (slope(phi + step), slope(phi - step));
    let cross: [f64; N] = std::array::from_fn(|at| -scale * (above[at] - below[at]) / (2.0 * step));
    let shared = times(&inverse, &cross);
    Some(std::array::from_fn(|at| (inverse[at][at] + shared[at] * shared[at] / curvature).sqrt()))
}

/// The first row keeps its own variance; each other one is freed of what is left of the one before.
fn freed_rows<const N: usize>(rows: &[[f64; N]], phi: f64) -> Vec<[f64; N]> {
    let first = (1.0 - phi * phi).sqrt();
    let after = rows.windows(2).map(|pair| std::array::from_fn(|at| pair[1][at] - phi * pair[0][at]));
    rows.first().map(|row| row.map(|value| value * first)).into_iter().chain(after).collect()
}

/// The same for the values.
fn freed_values(values: &[f64], phi: f64) -> Vec<f64> {
    let rows: Vec<[f64; 1]> = values.iter().map(|&value| [value]).collect();
    freed_rows(&rows, phi).into_iter().map(|[value]| value).collect()
}

/// The sum of squares that the regression leaves.
fn squares<const N: usize>(rows: &[[f64; N]], answers: &[f64], beta: &[f64; N]) -> f64 {
    rows.iter().zip(answers).map(|(row, answer)| (answer - dot(row, beta)).powi(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::{MONTHLY_HACKING, MONTHLY_THEFT, close, near};

    /// R 4.2.2, `arima(x, c(1, 0, 0), transform.pars = FALSE, optim.control = list(reltol = 1e-15, ndeps = c(1e-4, 1e-4)))`: coefficient, error, level, log
    /// likelihood. With its own settings R stops up to 7e-5 before the maximum (last column), and takes its errors through a forward difference that makes them
    /// up to a thousandth too small.
    #[test]
    fn coefficients_are_those_of_r() {
        for (months, coefficient, error, level, likelihood, stopped_early) in [
            (144, 0.835_918_375, 0.046_780_269, 14.025_842_33, -526.880_867_926, 0.835_941),
            (147, 0.840_788_178, 0.044_776_749, 14.342_297_53, -536.577_177_343, 0.840_802),
            (156, 0.861_087_453, 0.039_963_486, 15.996_418_74, -571.677_607_843, 0.861_083),
            (177, 0.871_410_576, 0.035_987_788, 19.497_435_19, -662.832_445_286, 0.871_411),
        ] {
            let found = persistence(&MONTHLY_HACKING[..months], false).expect("a fit");
            close(found.coefficient, coefficient);
            close(found.error, error);
            near(found.level, level, 2e-5);
            close(found.log_likelihood, likelihood);
            near(found.coefficient, stopped_early, 1e-4);
        }
    }

    /// R 4.2.2, the same with `xreg = t`.
    #[test]
    fn lines_with_memory_are_those_of_r() {
        for (months, coefficient, error, level, slope, slope_error) in [
            (144, 0.535_895_532, 0.070_598_761, -9.658_430_40, 0.318_898_988, 0.035_982_822),
            (147, 0.535_886_866, 0.069_404_792, -9.726_241_53, 0.320_277_797, 0.034_562_759),
            (156, 0.547_253_402, 0.066_996_062, -10.584_798_58, 0.337_808_881, 0.032_933_136),
            (177, 0.514_237_689, 0.065_276_388, -11.006_263_62, 0.345_964_487, 0.027_412_089),
        ] {
            let found = persistence(&MONTHLY_HACKING[..months], true).expect("a fit");
            close(found.coefficient, coefficient);
            close(found.error, error);
            close(found.level, level);
            let (ours, our_error) = found.slope.expect("a slope");
            close(ours, slope);
            close(our_error, slope_error);
        }
    }

    /// Theft fell from 135 to 24 reports a year, and its months still hang together.
    #[test]
    fn a_falling_series_is_as_persistent_as_a_rising_one() {
        let theft = persistence(&MONTHLY_THEFT[..144], false).expect("a fit");
        near(theft.coefficient, 0.638_58, 1e-5);
        assert_eq!(persistence(&[4.0; 12], false), None);
    }
}
