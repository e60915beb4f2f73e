//! The statistics of `trends`, one file each: plain numbers in, plain numbers out. Each is held to the values of R or of a Python package that its
//! test names. Knows no reports.

mod adjust;
mod autoregression;
mod breakpoint;
mod correlation;
mod glm;
mod kruskal;
mod likelihood;
mod line;
mod mann_kendall;
mod moments;
mod persistence;
mod quantile;
mod rate;
mod solve;
mod tail;
mod theil_sen;
mod variable_metric;

pub use adjust::{benjamini_hochberg, holm};
pub use breakpoint::{Break, interrupted};
pub use correlation::{Correlation, pearson, spearman};
pub use kruskal::{KruskalWallis, kruskal_wallis};
pub use line::{Line, least_squares};
pub use mann_kendall::{MannKendall, mann_kendall};
pub use moments::{mean, skewness};
pub use persistence::{Estimate, Persistence, persistence};
pub use quantile::{median, quantile};
pub use rate::{Model, NegativeBinomial, Poisson, Rate, rate};
pub use theil_sen::{TheilSen, theil_sen};

/// Numbers of a series as they stand at 0, 1, 2 …
pub(crate) fn steps(length: usize) -> Vec<f64> {
    (0..length).map(real).collect()
}

/// A count as a number; counts of reports are far below 2^52.
#[expect(clippy::cast_precision_loss, reason = "exact for every count that fits a file")]
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}

/// The sizes of the groups of equal values in `sorted`.
fn ties(sorted: &[f64]) -> impl Iterator<Item = f64> + '_ {
    sorted.chunk_by(|&one, &other| tied(one, other)).map(|group| real(group.len()))
}

/// Whether two values are one: counts and sizes are whole, and equal ones are the same number.
fn tied(one: f64, other: f64) -> bool {
    one.total_cmp(&other).is_eq()
}

/// `values` from the least to the greatest.
fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
pub(crate) mod reference {
    //! The yearly counts of OCR's public export of October 2024, 2010 to 2023, for which R and Python gave the reference values.

    /// All reports.
    pub(crate) const ALL: [f64; 14] = [199., 200., 218., 277., 314., 270., 328., 358., 369., 511., 663., 715., 720., 745.];
    /// Hacking/IT Incident.
    pub(crate) const HACKING: [f64; 14] = [8., 17., 17., 29., 39., 56., 114., 149., 165., 314., 457., 548., 570., 602.];
    /// Unauthorized Access/Disclosure.
    pub(crate) const UNAUTHORIZED: [f64; 14] = [10., 36., 43., 75., 107., 103., 130., 127., 140., 138., 139., 128., 115., 123.];
    /// Theft.
    pub(crate) const THEFT: [f64; 14] = [135., 123., 132., 134., 129., 81., 61., 55., 41., 38., 39., 24., 20., 12.];
    /// Loss.
    pub(crate) const LOSS: [f64; 14] = [20., 20., 21., 25., 31., 24., 16., 16., 13., 15., 13., 10., 11., 3.];
    /// Improper Disposal.
    pub(crate) const DISPOSAL: [f64; 14] = [10., 7., 8., 14., 12., 6., 7., 11., 10., 6., 15., 5., 4., 5.];

    /// Hacking/IT Incident a month, January 2010 to September 2024.
    pub(crate) const MONTHLY_HACKING: [f64; 177] = [
        0., 0., 1., 0., 0., 1., 2., 1., 1., 1., 0., 1., 2., 2., 0., 6., 1., 0., 2., 1., 3., 0., 0., 0., 1., 1., 0., 1., 3., 0., 2., 0., 2.,
        2., 1., 4., 4., 2., 3., 0., 4., 1., 2., 1., 3., 4., 1., 4., 2., 2., 5., 9., 0., 3., 3., 10., 1., 2., 0., 2., 2., 2., 15., 11., 4.,
        1., 6., 1., 4., 4., 3., 3., 3., 5., 10., 7., 11., 9., 9., 9., 14., 10., 7., 20., 9., 6., 11., 13., 9., 13., 17., 19., 18., 9., 7.,
        18., 8., 10., 8., 14., 14., 13., 20., 17., 9., 17., 21., 14., 19., 24., 24., 34., 29., 13., 45., 33., 28., 19., 23., 23., 36., 30.,
        22., 22., 13., 43., 28., 27., 95., 66., 31., 44., 24., 34., 52., 54., 53., 60., 53., 32., 34., 48., 55., 49., 42., 41., 42., 43.,
        55., 62., 58., 39., 58., 53., 43., 34., 25., 37., 50., 39., 64., 55., 53., 61., 47., 38., 66., 67., 56., 47., 79., 52., 43., 35.,
        38., 47., 30.,
    ];
    /// Theft a month, the same months.
    pub(crate) const MONTHLY_THEFT: [f64; 177] = [
        13., 8., 8., 14., 9., 11., 14., 14., 14., 6., 13., 11., 12., 6., 8., 6., 13., 10., 8., 9., 16., 20., 7., 8., 8., 10., 13., 9., 14.,
        8., 13., 11., 6., 11., 18., 11., 12., 15., 12., 12., 10., 7., 7., 9., 14., 13., 15., 8., 17., 11., 9., 13., 6., 11., 10., 12., 11.,
        12., 11., 6., 7., 4., 6., 5., 6., 12., 4., 9., 8., 9., 4., 7., 1., 6., 6., 10., 7., 0., 6., 4., 4., 4., 8., 5., 4., 7., 5., 4., 4.,
        9., 3., 2., 3., 4., 5., 5., 3., 2., 5., 10., 2., 6., 2., 2., 2., 4., 1., 2., 6., 4., 4., 2., 3., 3., 3., 2., 2., 2., 4., 3., 2.,
        3., 7., 2., 0., 3., 5., 3., 3., 4., 2., 5., 0., 2., 2., 1., 3., 1., 2., 0., 6., 3., 2., 2., 1., 0., 1., 2., 3., 4., 2., 2., 2., 2.,
        0., 1., 2., 1., 1., 1., 2., 0., 0., 1., 0., 1., 1., 2., 1., 2., 4., 0., 1., 3., 0., 0., 1.,
    ];

    /// Asserts that two statistics agree to 1e-6.
    #[track_caller]
    pub(crate) fn close(ours: f64, theirs: f64) {
        near(ours, theirs, 1e-6);
    }

    /// Asserts that two numbers agree to `tolerance`, which a reference with few printed digits needs.
    #[track_caller]
    pub(crate) fn near(ours: f64, theirs: f64, tolerance: f64) {
        assert!((ours - theirs).abs() <= tolerance, "{ours} against {theirs}");
    }

    /// Asserts that two p-values agree to a relative 1e-6.
    #[track_caller]
    pub(crate) fn same_p(ours: f64, theirs: f64) {
        assert!((ours - theirs).abs() <= 1e-6 * theirs, "p {ours:e} against {theirs:e}");
    }
}
