//! The straight line of least squares, for description: counts are no normal variables.

use super::solve::{dot, inverse, normal_equations, times};
use super::tail::t_two_sided;
use super::{real, steps};

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Line {
    /// Value at step 0.
    pub intercept: f64,
    /// Change per step.
    pub slope: f64,
    /// Standard error of the slope.
    pub error: f64,
    /// Standard error of the intercept.
    pub intercept_error: f64,
    /// Two-sided probability of such a slope where there is none, by Student's t.
    pub p: f64,
    /// Share of the variance that the line explains.
    pub r_squared: f64,
}

/// The line through `values` at steps 0, 1, 2 …; none for fewer than three, or where all are equal.
pub fn least_squares(values: &[f64]) -> Option<Line> {
    let rows: Vec<[f64; 2]> = steps(values.len()).into_iter().map(|step| [1.0, step]).collect();
    let n = real(values.len());
    let mean = values.iter().sum::<f64>() / n;
    let total: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    if values.len() < 3 || total <= 0.0 {
        return None;
    }
    let (matrix, vector) = normal_equations(&rows, std::iter::repeat(1.0), values.iter().copied());
    let inverse = inverse(&matrix)?;
    let [intercept, slope] = times(&inverse, &vector);
    let left: f64 = rows.iter().zip(values).map(|(row, value)| (value - dot(row, &[intercept, slope])).powi(2)).sum();
    let [intercept_error, error] = [0, 1].map(|at| (left / (n - 2.0) * inverse[at][at]).sqrt());
    Some(Line { intercept, slope, error, intercept_error, p: t_two_sided(slope / error, n - 2.0), r_squared: 1.0 - left / total })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::{ALL, DISPOSAL, HACKING, LOSS, THEFT, UNAUTHORIZED, close, near, same_p};

    /// R 4.2.2, `lm(y ~ yr)`.
    #[test]
    fn lines_are_those_of_r() {
        for (series, intercept, slope, error, p, r_squared) in [
            (ALL, 116.142_86, 46.824_18, 4.622_012, 3.111_974_288_161_665e-7, 0.895_316_2),
            (HACKING, -112.742_86, 51.246_15, 5.624_382, 9.693_672_052_180_45e-7, 0.873_708_3),
            (UNAUTHORIZED, 46.514_286, 8.382_418, 1.696_876, 0.000_342_137_089_165_333_1, 0.670_354_4),
            (THEFT, 143.857_14, -10.879_12, 0.980_373_4, 1.150_479_623_314_840_3e-7, 0.911_204_2),
            (LOSS, 25.8, -1.353_846, 0.299_581_8, 0.000_702_876_904_378_421_8, 0.629_886_1),
            (DISPOSAL, 10.457_142_9, -0.290_109_9, 0.225_061_1, 0.221_683_339_834_858_44, 0.121_625),
        ] {
            let line = least_squares(&series).expect("a line");
            near(line.intercept, intercept, 5e-6);
            near(line.slope, slope, 5e-6);
            close(line.error, error);
            same_p(line.p, p);
            close(line.r_squared, r_squared);
        }
    }
}
