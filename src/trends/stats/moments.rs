//! Mean and skewness of sizes.

use super::real;

/// The mean; none of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / real(values.len()))
}

/// How far the values lean: 0 where they are even, above 0 where a few are far greater than the rest. Corrected for small numbers (Fisher and
/// Pearson's G1, as pandas and SAS give it). None for fewer than three values, or where all are equal.
pub fn skewness(values: &[f64]) -> Option<f64> {
    let (n, middle) = (real(values.len()), mean(values)?);
    let moment = |power: i32| values.iter().map(|value| (value - middle).powi(power)).sum::<f64>() / n;
    let skewness = moment(3) / moment(2).powf(1.5) * (n * (n - 1.0)).sqrt() / (n - 2.0);
    (values.len() > 2 && skewness.is_finite()).then_some(skewness)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::close;

    /// scipy 1.17.1, `skew([1, 2, 3, 10], bias=False)`.
    #[test]
    fn a_long_tail_leans() {
        close(skewness(&[1.0, 2.0, 3.0, 10.0]).expect("a skewness"), 1.763_632_614_803_888);
        assert_eq!(skewness(&[2.0; 5]), None);
        assert_eq!((skewness(&[1.0, 2.0]), mean(&[]), mean(&[1.0, 2.0])), (None, None, Some(1.5)));
    }
}
