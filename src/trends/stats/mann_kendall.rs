//! The Mann–Kendall test for a monotone trend, with Kendall's tau.

use super::tail::normal_two_sided;
use super::{real, sorted, ties};

/// Longest series without ties for which the exact distribution is used.
const EXACT_UP_TO: usize = 10;

/// A Mann–Kendall test.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct MannKendall {
    /// Pairs that rise less pairs that fall.
    pub s: f64,
    /// Variance of `s` without a trend, corrected for ties.
    pub variance: f64,
    /// `s` in standard deviations, with the continuity correction; 0 where `s` is 0.
    pub z: f64,
    /// Two-sided probability of such a series without a trend.
    pub p: f64,
    /// Whether `p` is from the exact distribution (ten values or fewer, no ties) rather than the normal approximation.
    pub exact: bool,
    /// Kendall's tau-a: `s` against the number of pairs, tied ones included.
    pub tau_a: f64,
    /// Kendall's tau-b: 1 where every pair rises, −1 where every pair falls, ties taken out.
    pub tau_b: f64,
    /// `s` in standard deviations without the continuity correction, as R's `cor.test(method = "kendall")` gives it.
    pub plain_z: f64,
    /// Two-sided probability by the normal approximation of `plain_z`: less than `p`, and too little for few values.
    pub plain_p: f64,
}

/// Tests `values`, in the order of time. None for fewer than three, or where all are equal.
pub fn mann_kendall(values: &[f64]) -> Option<MannKendall> {
    let n = real(values.len());
    let sorted = sorted(values);
    if values.len() < 3 || sorted.first() == sorted.last() {
        return None;
    }
    let s: f64 = values
        .iter()
        .enumerate()
        .flat_map(|(index, &earlier)| values[index + 1..].iter().map(move |&later| later - earlier))
        .map(|change| {
            if change > 0.0 {
                1.0
            } else if change < 0.0 {
                -1.0
            } else {
                0.0
            }
        })
        .sum();
    let spread = |t: f64| t * (t - 1.0) * (2.0 * t + 5.0);
    let variance = (spread(n) - ties(&sorted).map(spread).sum::<f64>()) / 18.0;
    let z = if s == 0.0 { 0.0 } else { (s - s.signum()) / variance.sqrt() };
    let tied: f64 = ties(&sorted).map(|t| t * (t - 1.0) / 2.0).sum();
    let pairs = n * (n - 1.0) / 2.0;
    let exact = values.len() <= EXACT_UP_TO && tied == 0.0;
    let p = if exact { exact_two_sided(values.len(), s) } else { normal_two_sided(z) };
    let plain_z = s / variance.sqrt();
    Some(MannKendall {
        s,
        variance,
        z,
        p,
        exact,
        tau_a: s / pairs,
        tau_b: s / (pairs * (pairs - tied)).sqrt(),
        plain_z,
        plain_p: normal_two_sided(plain_z),
    })
}

/// The share of all orders of `n` different values whose |s| is at least that of `s`.
fn exact_two_sided(n: usize, s: f64) -> f64 {
    // Number of orders with a given number of falling pairs, built up value by value.
    let mut orders = vec![1.0];
    for length in 2..=n {
        let mut next = vec![0.0; orders.len() + length - 1];
        for (inversions, count) in orders.iter().enumerate() {
            for added in 0..length {
                next[inversions + added] += count;
            }
        }
        orders = next;
    }
    let pairs = real(n * (n - 1) / 2);
    let as_far: f64 =
        orders.iter().enumerate().filter(|&(falls, _)| (pairs - 2.0 * real(falls)).abs() >= s.abs()).map(|(_, &count)| count).sum();
    as_far / orders.iter().sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::{ALL, DISPOSAL, HACKING, LOSS, THEFT, UNAUTHORIZED, close, near, same_p};

    /// pymannkendall 1.4.3, `original_test`; tau-b of scipy 1.17.1.
    #[test]
    fn tests_of_yearly_counts_are_those_of_pymannkendall() {
        for (series, s, variance, z, p, tau_b) in [
            (ALL, 87.0, 333.666_666_7, 4.708_061, 2.500_848_193_864_868_6e-6, 0.956_044),
            (HACKING, 90.0, 332.666_666_7, 4.879_613, 1.062_943_067_564_603_4e-6, 0.994_490),
            (UNAUTHORIZED, 51.0, 333.666_666_7, 2.737_245, 0.006_195_622_498_906_15, 0.560_440),
            (THEFT, -81.0, 333.666_666_7, -4.379_591, 1.189_021_462_355_555e-5, -0.890_110),
            (LOSS, -60.0, 330.666_666_7, -3.244_567, 0.001_176_291_678_005_592, -0.670_485),
            (DISPOSAL, -31.0, 329.666_666_7, -1.652_280, 0.098_477_414_476_833, -0.348_403),
        ] {
            let test = mann_kendall(&series).expect("a test");
            close(test.s, s);
            close(test.variance, variance);
            close(test.z, z);
            same_p(test.p, p);
            close(test.tau_b, tau_b);
            assert!(!test.exact);
        }
    }

    /// R's `Kendall` and the tables of the exact distribution: n = 9, every pair rising, is 2 in 9! orders.
    #[test]
    fn short_series_without_ties_are_exact() {
        let rising = mann_kendall(&[1., 2., 3., 4., 5., 6., 7., 8., 9.]).expect("a test");
        assert!(rising.exact);
        near(rising.p, 2.0 / 362_880.0, 1e-15);
        let mixed = mann_kendall(&[1., 3., 2., 4.]).expect("a test");
        close(mixed.p, 8.0 / 24.0);
    }

    #[test]
    fn nothing_is_said_of_too_few_or_equal_values() {
        assert_eq!(mann_kendall(&[1., 2.]), None);
        assert_eq!(mann_kendall(&[3., 3., 3., 3.]), None);
        assert_eq!(mann_kendall(&[]), None);
    }
}
