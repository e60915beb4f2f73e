//! p-values of many tests at once, adjusted.

use super::real;

/// Holm's adjustment: the chance of even one false alarm among all tests is held. In the order given.
pub fn holm(ps: &[f64]) -> Vec<f64> {
    let count = ps.len();
    let mut running: f64 = 0.0;
    stepped(ps, false, |place, p| {
        running = running.max(p * real(count - place)).min(1.0);
        running
    })
}

/// Benjamini and Hochberg's adjustment: the expected share of false alarms among the alarms is held. In the order given.
pub fn benjamini_hochberg(ps: &[f64]) -> Vec<f64> {
    let count = ps.len();
    let mut running: f64 = 1.0;
    stepped(ps, true, |place, p| {
        running = running.min(p * real(count) / real(count - place));
        running
    })
}

/// Walks the p-values from the least up, or from the greatest down, and puts each result where its p-value stood.
fn stepped(ps: &[f64], downwards: bool, mut step: impl FnMut(usize, f64) -> f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..ps.len()).collect();
    order.sort_by(|&one, &other| ps[one].total_cmp(&ps[other]));
    if downwards {
        order.reverse();
    }
    let mut adjusted = vec![0.0; ps.len()];
    for (place, &index) in order.iter().enumerate() {
        adjusted[index] = step(place, ps[index]);
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::close;

    /// R: `p.adjust(c(.01, .04, .03, .005), "holm")` and `"BH"`.
    #[test]
    fn adjustments_are_those_of_r() {
        let ps = [0.01, 0.04, 0.03, 0.005];
        for (ours, theirs) in holm(&ps).into_iter().zip([0.03, 0.06, 0.06, 0.02]) {
            close(ours, theirs);
        }
        for (ours, theirs) in benjamini_hochberg(&ps).into_iter().zip([0.02, 0.04, 0.04, 0.02]) {
            close(ours, theirs);
        }
        assert!(holm(&[]).is_empty());
    }
}
