//! The Kruskal–Wallis test: whether groups of values stand on one level, by their ranks.

use super::tail::chi_squared_above;
use super::{real, tied};

/// A Kruskal–Wallis test.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct KruskalWallis {
    /// The statistic, corrected for ties.
    pub h: f64,
    /// Degrees of freedom: groups that hold a value, less one.
    pub degrees: usize,
    /// Probability of such a statistic, or a greater one, where all groups stand on one level.
    pub p: f64,
}

/// Tests `groups` of values. None for fewer than two groups that hold a value, or where all values are equal.
pub fn kruskal_wallis(groups: &[&[f64]]) -> Option<KruskalWallis> {
    let mut values: Vec<(f64, usize)> =
        groups.iter().enumerate().flat_map(|(group, values)| values.iter().map(move |&value| (value, group))).collect();
    values.sort_by(|one, other| one.0.total_cmp(&other.0));
    let filled = groups.iter().filter(|values| !values.is_empty()).count();
    if filled < 2 {
        return None;
    }
    let n = real(values.len());
    let mut sums = vec![0.0; groups.len()];
    let mut shared = 0.0;
    let mut before = 0;
    for equal in values.chunk_by(|one, other| tied(one.0, other.0)) {
        let size = real(equal.len());
        let rank = real(before) + f64::midpoint(size, 1.0);
        for &(_, group) in equal {
            sums[group] += rank;
        }
        shared += size * size * size - size;
        before += equal.len();
    }
    let correction = 1.0 - shared / (n * n * n - n);
    if correction <= 0.0 {
        return None;
    }
    let between: f64 =
        sums.iter().zip(groups).filter(|(_, values)| !values.is_empty()).map(|(sum, values)| sum * sum / real(values.len())).sum();
    let h = (12.0 / (n * (n + 1.0)) * between - 3.0 * (n + 1.0)) / correction;
    Some(KruskalWallis { h, degrees: filled - 1, p: chi_squared_above(h, real(filled - 1)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::{close, same_p};

    /// scipy 1.17.1, `kruskal([1, 3, 5, 7, 9], [2, 4, 6, 8, 10])`, and with ties `kruskal([1, 1, 2, 5], [2, 2, 3, 9], [4, 7, 9])`.
    #[test]
    fn tests_are_those_of_scipy() {
        let plain = kruskal_wallis(&[&[1., 3., 5., 7., 9.], &[2., 4., 6., 8., 10.]]).expect("a test");
        close(plain.h, 0.272_727_272_727_273_4);
        same_p(plain.p, 0.601_508_134_440_589_5);
        let tied = kruskal_wallis(&[&[1., 1., 2., 5.], &[2., 2., 3., 9.], &[], &[4., 7., 9.]]).expect("a test");
        assert_eq!(tied.degrees, 2);
        close(tied.h, 4.149_143_302_180_688);
        same_p(tied.p, 0.125_610_220_972_380_8);
    }

    #[test]
    fn one_level_or_one_group_is_no_test() {
        assert_eq!(kruskal_wallis(&[&[2., 2.], &[2.]]), None);
        assert_eq!(kruskal_wallis(&[&[1., 2.], &[]]), None);
    }
}
