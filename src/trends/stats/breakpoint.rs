//! The change of level and slope at a known break, such as a new form: an interrupted log-linear series with quasi-Poisson errors.

use super::glm::{Scatter, log_linear};
use super::tail::t_two_sided;
use super::{real, steps};

/// What changes at a break. Ratios are factors; errors allow for the dispersion.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Break {
    /// Factor from step to step before the break.
    pub ratio_before: f64,
    /// The jump at the break: the level of the first step after it against what went before would have led to.
    pub level: f64,
    /// Two-sided probability of such a jump where there is none, by Student's t.
    pub level_p: f64,
    /// The factor by which the ratio from step to step changes at the break.
    pub slope: f64,
    /// Two-sided probability of such a change where there is none.
    pub slope_p: f64,
    /// Pearson's dispersion.
    pub dispersion: f64,
}

/// The break of `counts` before the step `first_after`. None where fewer than three counts stand on either side, or there is no finite fit.
pub fn interrupted(counts: &[f64], first_after: usize) -> Option<Break> {
    if first_after < 3 || counts.len() < first_after + 3 {
        return None;
    }
    let start = real(first_after);
    let row = |step: f64| if step < start { [1.0, step, 0.0, 0.0] } else { [1.0, step, 1.0, step - start] };
    let rows: Vec<[f64; 4]> = steps(counts.len()).into_iter().map(row).collect();
    let fit = log_linear(&rows, counts, Scatter::Poisson)?;
    let degrees = real(counts.len()) - 4.0;
    let (dispersion, widening) = (fit.dispersion(counts), fit.widening(counts));
    let p = |index: usize| t_two_sided(fit.beta[index] / (fit.covariance[index][index] * widening).sqrt(), degrees);
    let [_, before, level, slope] = fit.beta;
    Some(Break { ratio_before: before.exp(), level: level.exp(), level_p: p(2), slope: slope.exp(), slope_p: p(3), dispersion })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::{HACKING, UNAUTHORIZED, close, same_p};

    /// R 4.2.2, `glm(y ~ t + I(t >= 5) + pmax(t - 5, 0), family = quasipoisson)`.
    #[test]
    fn breaks_are_those_of_r() {
        let hacking = interrupted(&HACKING, 5).expect("a fit");
        close(hacking.ratio_before, 1.425_180_410_827_305);
        close(hacking.level, 1.727_989_712_495_876_7);
        close(hacking.slope, 0.904_545_198_958_546);
        close(hacking.dispersion, 12.246_317_662_726_813);
        same_p(hacking.level_p, 0.453_772_467_573_8);
        same_p(hacking.slope_p, 0.704_106_510_387_457);
        let unauthorized = interrupted(&UNAUTHORIZED, 5).expect("a fit");
        close(unauthorized.level, 0.693_931_492_616_140_4);
        same_p(unauthorized.level_p, 0.051_646_671_456_291_2);
        same_p(unauthorized.slope_p, 2.248_420_798_804_9e-5);
    }

    #[test]
    fn a_break_needs_counts_on_either_side() {
        assert_eq!(interrupted(&HACKING, 2), None);
        assert_eq!(interrupted(&HACKING[..7], 5), None);
    }
}
