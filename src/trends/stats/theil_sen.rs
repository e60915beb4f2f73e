//! The Theil–Sen slope: the median of the slopes of all pairs, with its interval.

use super::tail::Z_975;
use super::{median, real, sorted, ties};

/// A Theil–Sen slope.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct TheilSen {
    /// Change per step of time.
    pub slope: f64,
    /// Lower end of the 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The slope of `values` at steps 0, 1, 2 …; none for fewer than three. The interval is Sen's, by ranks of the sorted slopes.
pub fn theil_sen(values: &[f64]) -> Option<TheilSen> {
    if values.len() < 3 {
        return None;
    }
    let mut slopes: Vec<f64> = values
        .iter()
        .enumerate()
        .flat_map(|(start, &from)| values[start + 1..].iter().enumerate().map(move |(gap, &to)| (to - from) / real(gap + 1)))
        .collect();
    slopes.sort_by(f64::total_cmp);
    let n = real(values.len());
    let spread = |t: f64| t * (t - 1.0) * (2.0 * t + 5.0);
    let variance = (spread(n) - ties(&sorted(values)).map(spread).sum::<f64>()) / 18.0;
    let reach = Z_975 * variance.max(0.0).sqrt();
    let count = real(slopes.len());
    let last = slopes.len() - 1;
    let low = rank(f64::midpoint(count, -reach)).saturating_sub(1).min(last);
    let high = rank(f64::midpoint(count, reach)).min(last);
    Some(TheilSen { slope: median(&slopes)?, low: slopes[low], high: slopes[high] })
}

/// The nearest whole number, halves to the even one; 0 for what lies below.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held at 0 and far below 2^52")]
fn rank(place: f64) -> usize {
    place.round_ties_even().max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::{ALL, DISPOSAL, HACKING, LOSS, THEFT, UNAUTHORIZED, close};

    /// scipy 1.17.1, `theilslopes(y, x, 0.95)`.
    #[test]
    fn slopes_of_yearly_counts_are_those_of_scipy() {
        for (series, slope, low, high) in [
            (ALL, 45.416_666_666_666_664, 27.333_333_333_333_332, 57.285_714_285_714_285),
            (HACKING, 48.333_333_333_333_336, 27.0, 64.875),
            (UNAUTHORIZED, 8.0, 2.666_666_666_666_666_5, 13.0),
            (THEFT, -10.0, -12.4, -7.4),
            (LOSS, -1.2, -2.166_666_666_666_666_5, -0.75),
            (DISPOSAL, -0.333_333_333_333_333_3, -0.8, 0.142_857_142_857_142_85),
        ] {
            let found = theil_sen(&series).expect("a slope");
            close(found.slope, slope);
            close(found.low, low);
            close(found.high, high);
        }
    }

    #[test]
    fn equal_values_have_no_slope_and_two_have_none() {
        assert_eq!(theil_sen(&[2., 2., 2.]), Some(TheilSen { slope: 0.0, low: 0.0, high: 0.0 }));
        assert_eq!(theil_sen(&[2., 3.]), None);
    }
}
