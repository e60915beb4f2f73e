//! How fast counts grow: the rate ratio a step of time, with an interval that allows for more scatter than a Poisson variable has.

use super::glm::{Dispersed, Fit, Scatter, log_linear, negative_binomial};
use super::likelihood::{negative_binomial_log_likelihood, poisson_deviance, poisson_log_likelihood};
use super::tail::{normal_two_sided, t_two_sided};
use super::{real, steps};

/// Standard errors on either side of an estimate that make a 95 % interval: rounded as in print, so that intervals agree with published ones.
const REACH: f64 = 1.96;

/// Which model gave the interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Model {
    /// Counts scatter as a Poisson variable does, or less.
    Poisson,
    /// They scatter more; the variance grows with the square of the mean.
    NegativeBinomial,
    /// They scatter more, and no negative binomial fits: Poisson with standard errors widened by the dispersion.
    QuasiPoisson,
}

/// A rate ratio.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Rate {
    /// Factor from one step to the next.
    pub ratio: f64,
    /// Standard error of its logarithm.
    pub error: f64,
    /// Lower end of the 95 % interval: 1.96 standard errors below, on the logarithm.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Two-sided probability of such a ratio where counts do not change: normal, or Student's t for quasi-Poisson.
    pub p: f64,
    /// Pearson's dispersion of the Poisson fit; above 1, counts scatter more than a Poisson variable.
    pub dispersion: f64,
    /// The model of `ratio`, `low`, `high` and `p`.
    pub model: Model,
    /// The negative binomial's theta; small means much scatter.
    pub theta: Option<f64>,
    /// The Poisson fit, whichever model was taken.
    pub poisson: Poisson,
    /// The negative binomial fit; none where counts scatter too little for one.
    pub negative_binomial: Option<NegativeBinomial>,
}

/// A Poisson fit, and the quasi-Poisson one, which has the same ratio.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Poisson {
    /// Factor from one step to the next.
    pub ratio: f64,
    /// Standard error of its logarithm, if counts scatter as Poisson variables.
    pub error: f64,
    /// The deviance that is left.
    pub deviance: f64,
    /// Akaike's criterion.
    pub aic: f64,
    /// The standard error widened by the dispersion.
    pub quasi_error: f64,
    /// Two-sided probability with that error, by Student's t.
    pub quasi_p: f64,
}

/// A negative binomial fit.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct NegativeBinomial {
    /// Factor from one step to the next.
    pub ratio: f64,
    /// Standard error of its logarithm.
    pub error: f64,
    /// Theta; the variance is mean + mean² / theta.
    pub theta: f64,
    /// Standard error of theta.
    pub theta_error: f64,
    /// Twice the logarithm of the likelihood.
    pub twice_log_likelihood: f64,
    /// Akaike's criterion; theta counts as a parameter.
    pub aic: f64,
}

/// The rate ratio of `counts` at steps 0, 1, 2 …: Poisson where the dispersion is at most 1, else negative binomial, else quasi-Poisson. None for
/// fewer than four counts, or where there is no finite fit.
pub fn rate(counts: &[f64]) -> Option<Rate> {
    if counts.len() < 4 {
        return None;
    }
    let rows: Vec<[f64; 2]> = steps(counts.len()).into_iter().map(|step| [1.0, step]).collect();
    let fit = log_linear(&rows, counts, Scatter::Poisson)?;
    let dispersion = fit.dispersion(counts);
    let poisson = poisson(&fit, counts);
    let scattered = (dispersion > 1.0).then(|| self::negative_binomial(&rows, counts)).flatten();
    let negative_binomial = scattered.map(|found| worded(&found, counts));
    let (model, ratio, error) = match negative_binomial {
        Some(found) => (Model::NegativeBinomial, found.ratio, found.error),
        None if dispersion > 1.0 => (Model::QuasiPoisson, poisson.ratio, poisson.quasi_error),
        None => (Model::Poisson, poisson.ratio, poisson.error),
    };
    let p = if model == Model::QuasiPoisson { poisson.quasi_p } else { normal_two_sided(ratio.ln() / error) };
    let end = |side: f64| (ratio.ln() + side * REACH * error).exp();
    let theta = negative_binomial.map(|found| found.theta);
    Some(Rate { ratio, error, low: end(-1.0), high: end(1.0), p, dispersion, model, theta, poisson, negative_binomial })
}

fn poisson(fit: &Fit<2>, counts: &[f64]) -> Poisson {
    let slope = fit.beta[1];
    let error = fit.covariance[1][1].sqrt();
    let quasi_error = error * fit.widening(counts).sqrt();
    Poisson {
        ratio: slope.exp(),
        error,
        deviance: poisson_deviance(counts, &fit.expected),
        aic: 2.0 * 2.0 - 2.0 * poisson_log_likelihood(counts, &fit.expected),
        quasi_error,
        quasi_p: t_two_sided(slope / quasi_error, real(counts.len()) - 2.0),
    }
}

fn worded(found: &Dispersed<2>, counts: &[f64]) -> NegativeBinomial {
    let twice_log_likelihood = 2.0 * negative_binomial_log_likelihood(counts, &found.fit.expected, found.theta);
    NegativeBinomial {
        ratio: found.fit.beta[1].exp(),
        error: found.fit.covariance[1][1].sqrt(),
        theta: found.theta,
        theta_error: found.theta_error,
        twice_log_likelihood,
        aic: 2.0 * 3.0 - twice_log_likelihood,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::{ALL, DISPOSAL, HACKING, LOSS, THEFT, UNAUTHORIZED, close, near};

    /// R 4.2.2: `glm(y ~ yr, poisson)`, `MASS::glm.nb(y ~ yr)`. Theta stands in R's output with seven digits.
    #[test]
    fn ratios_are_those_of_r() {
        for (series, dispersion, ratio, low, high, theta) in [
            (ALL, 5.598_953, 1.121_074, 1.105_186, 1.137_192, 110.883_5),
            (HACKING, 14.418_71, 1.410_582, 1.362_965, 1.459_862, 22.046_83),
            (UNAUTHORIZED, 10.697_82, 1.120_897, 1.064_428, 1.180_361, 6.868_837),
            (THEFT, 3.705_631, 0.838_738_1, 0.815_031_7, 0.863_134_1, 37.539_82),
            (LOSS, 1.434_664, 0.919_113_2, 0.886_162_1, 0.953_289_5, 66.934_22),
            (DISPOSAL, 1.432_362, 0.966_067_5, 0.920_699, 1.013_672, 53.342_79),
        ] {
            let found = rate(&series).expect("a rate");
            assert_eq!(found.model, Model::NegativeBinomial);
            near(found.dispersion, dispersion, 5e-6);
            close(found.ratio, ratio);
            close(found.low, low);
            close(found.high, high);
            near(found.theta.expect("theta"), theta, 5e-7 * theta);
        }
    }

    /// R 4.2.2: the Poisson coefficients, their standard errors and the quasi-Poisson ones, of the same fits.
    #[test]
    fn poisson_coefficients_are_those_of_r() {
        for (series, slope, error, quasi) in [
            (ALL, 0.116_200_7, 0.003_446_991, 0.008_156_306),
            (HACKING, 0.290_696_3, 0.006_254_852, 0.023_750_91),
            (UNAUTHORIZED, 0.084_940_97, 0.006_830_706, 0.022_341_85),
            (THEFT, -0.160_961_1, 0.008_730_778, 0.016_806_76),
            (LOSS, -0.081_352_93, 0.016_602_7, 0.019_886_3),
            (DISPOSAL, -0.033_974_22, 0.022_774_14, 0.027_256_51),
        ] {
            let rows: Vec<[f64; 2]> = steps(series.len()).into_iter().map(|step| [1.0, step]).collect();
            let fit = log_linear(&rows, &series, Scatter::Poisson).expect("a fit");
            let ours = fit.covariance[1][1].sqrt();
            close(fit.beta[1], slope);
            close(ours, error);
            close(ours * fit.dispersion(&series).sqrt(), quasi);
        }
    }

    /// One regime of coding, 2015 to 2023. R finds no finite theta for theft (dispersion 0.68).
    #[test]
    fn counts_without_surplus_scatter_are_poisson() {
        let theft = rate(&THEFT[5..]).expect("a rate");
        assert_eq!((theft.model, theft.theta), (Model::Poisson, None));
        near(theft.ratio, 0.821, 5e-4);
        near(theft.dispersion, 0.68, 5e-3);
        let unauthorized = rate(&UNAUTHORIZED[5..]).expect("a rate");
        assert_eq!(unauthorized.model, Model::NegativeBinomial);
        close(unauthorized.ratio, 0.004_729_280_202_f64.exp());
        close(unauthorized.dispersion, 1.311_550_553);
        near(unauthorized.theta.expect("theta"), 8_200.817_7, 1.0);
        let hacking = rate(&HACKING[5..]).expect("a rate");
        close(hacking.ratio, 0.295_924_017_8_f64.exp());
        near(hacking.theta.expect("theta"), 25.600_043_22, 1e-5);
    }

    #[test]
    fn zeros_and_short_series_have_no_rate() {
        assert_eq!(rate(&[0.0; 8]), None);
        assert_eq!(rate(&[1.0, 2.0, 3.0]), None);
    }
}
