//! Quantiles by R's type 7, which is also numpy's default: linear between the two nearest values.

use super::real;

/// The `share` quantile (0 to 1) of `sorted`; none where it is empty.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the length")]
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = real(last) * share.clamp(0.0, 1.0);
    let below = place.floor();
    let low = sorted[below as usize];
    let high = sorted[(below as usize + 1).min(last)];
    Some(low + (high - low) * (place - below))
}

/// The median of `sorted`.
pub fn median(sorted: &[f64]) -> Option<f64> {
    quantile(sorted, 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R: `quantile(c(1, 2, 3, 10), c(.25, .5, .75))` is 1.75, 2.5, 4.75.
    #[test]
    fn quantiles_are_of_type_7() {
        let values = [1., 2., 3., 10.];
        assert_eq!([0.25, 0.5, 0.75, 1.0].map(|share| quantile(&values, share)), [Some(1.75), Some(2.5), Some(4.75), Some(10.0)]);
        assert_eq!(median(&[]), None);
    }
}
