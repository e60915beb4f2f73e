//! Tails of the distributions, from `statrs`.

use statrs::function::{beta, erf, gamma};

/// Probability of a standard normal at least as far from 0 as `z`, on either side.
pub(super) fn normal_two_sided(z: f64) -> f64 {
    erf::erfc(z.abs() / std::f64::consts::SQRT_2)
}

/// Probability of Student's t with `degrees` degrees of freedom at least as far from 0 as `t`, on either side.
pub(super) fn t_two_sided(t: f64, degrees: f64) -> f64 {
    if !t.is_finite() || degrees <= 0.0 {
        return if t.is_infinite() { 0.0 } else { f64::NAN };
    }
    beta::checked_beta_reg(degrees / 2.0, 0.5, degrees / (degrees + t * t)).unwrap_or(f64::NAN)
}

/// Probability of a chi-squared with `degrees` degrees of freedom of `x` or more.
pub(super) fn chi_squared_above(x: f64, degrees: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    gamma::checked_gamma_ur(degrees / 2.0, x / 2.0).unwrap_or(f64::NAN)
}

/// The standard normal's 97.5 % point, to all digits.
pub(super) const Z_975: f64 = 1.959_963_984_540_054;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::same_p;

    /// scipy 1.17.1: `2 * norm.sf(z)`, `2 * t.sf(t, df)`, `chi2.sf(x, df)`.
    #[test]
    fn tails_are_those_of_scipy() {
        same_p(normal_two_sided(1.959_963_984_540_054), 0.05);
        same_p(normal_two_sided(4.708_061), 2.500_842_704_820_015_7e-6);
        same_p(t_two_sided(10.130_691_67, 12.0), 3.111_975_021_458_846e-7);
        same_p(chi_squared_above(33.101, 3.0), 3.066_488_859_445_51e-7);
        same_p(chi_squared_above(3.841_458_820_694_124, 1.0), 0.05);
    }
}
