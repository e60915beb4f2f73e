//! Correlation with time, as a description. It says nothing about how fast a series grows.

use super::tail::{Z_975, t_two_sided};
use super::{real, steps, tied};

/// A coefficient of correlation between values and their place in time.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Correlation {
    /// From −1 to 1.
    pub r: f64,
    /// Lower end of the 95 % interval, by Fisher's z.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Two-sided probability of such a coefficient between unrelated values, by Student's t.
    pub p: f64,
}

/// Pearson's coefficient of `values` with 0, 1, 2 …; none for fewer than four, or where all are equal.
pub fn pearson(values: &[f64]) -> Option<Correlation> {
    between(&steps(values.len()), values)
}

/// Spearman's coefficient: Pearson's of the ranks, ties at their mean rank.
pub fn spearman(values: &[f64]) -> Option<Correlation> {
    between(&steps(values.len()), &ranks(values))
}

fn between(one: &[f64], other: &[f64]) -> Option<Correlation> {
    if one.len() < 4 {
        return None;
    }
    let n = real(one.len());
    let mean = |values: &[f64]| values.iter().sum::<f64>() / n;
    let (first, second) = (mean(one), mean(other));
    let product = |with: fn(f64, f64) -> f64| one.iter().zip(other).map(|(one, other)| with(one - first, other - second)).sum::<f64>();
    let spread = product(|one, _| one * one) * product(|_, other| other * other);
    if spread <= 0.0 {
        return None;
    }
    let r = (product(|one, other| one * other) / spread.sqrt()).clamp(-1.0, 1.0);
    let t = r * ((n - 2.0) / (1.0 - r * r)).sqrt();
    let reach = Z_975 / (n - 3.0).sqrt();
    Some(Correlation { r, low: (r.atanh() - reach).tanh(), high: (r.atanh() + reach).tanh(), p: t_two_sided(t, n - 2.0) })
}

/// The rank of each value, from 1, ties at their mean rank.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&one, &other| values[one].total_cmp(&values[other]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for equal in order.chunk_by(|&one, &other| tied(values[one], values[other])) {
        let rank = real(before) + f64::midpoint(real(equal.len()), 1.0);
        for &index in equal {
            ranks[index] = rank;
        }
        before += equal.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::{MONTHLY_HACKING, close, same_p};

    /// R 4.2.2 `cor.test` and scipy 1.17.1 `pearsonr`, `spearmanr`.
    #[test]
    fn coefficients_are_those_of_r() {
        for (months, r, low, high, p, rho) in [
            (144, 0.794_462_8, 0.725_119_8, 0.847_855_6, 1.471_573_168_075_876_6e-32, 0.914_820_838_837_191_6),
            (147, 0.806_353_5, 0.741_221_7, 0.856_443_9, 6.899_197_547_554_164e-35, 0.918_209_005_990_045_7),
            (156, 0.833_632_1, 0.778_468_8, 0.876_016_7, 1.522_958_951_251_251_8e-41, 0.926_963_671_382_728_6),
            (177, 0.859_788_7, 0.815_739_7, 0.893_922_6, 5.836_112_717_997_937e-53, 0.930_181_201_387_009_4),
        ] {
            let found = pearson(&MONTHLY_HACKING[..months]).expect("a coefficient");
            close(found.r, r);
            close(found.low, low);
            close(found.high, high);
            same_p(found.p, p);
            close(spearman(&MONTHLY_HACKING[..months]).expect("a coefficient").r, rho);
        }
    }

    #[test]
    fn equal_values_correlate_with_nothing() {
        assert_eq!(pearson(&[2.0; 9]), None);
        assert_eq!(spearman(&[1.0, 2.0, 3.0]), None);
    }
}
