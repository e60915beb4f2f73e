//! How often the hits of a rule that were read by a person were real, as measured on the public record and kept in `docs/precision.csv`.

static MEASURED: &str = include_str!("../../docs/precision.csv");

/// What was measured of one rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Precision {
    /// Hits on the export that was measured.
    pub hits: u32,
    /// Hits that a person read.
    pub judged: u32,
    /// Of those, the real ones.
    pub real: u32,
}

impl Precision {
    /// What was measured of `code`; none where nothing was.
    pub fn of(code: &str) -> Option<Self> {
        let line = MEASURED.lines().find_map(|line| line.strip_prefix(code)?.strip_prefix(','))?;
        let mut cells = line.split(',').map(|cell| cell.parse().ok());
        Some(Self { hits: cells.next()??, judged: cells.next()??, real: cells.next()?? })
    }

    /// The share of real hits among those that were read; none where none was.
    pub fn share(&self) -> Option<f64> {
        (self.judged > 0).then(|| f64::from(self.real) / f64::from(self.judged))
    }

    /// Wilson's interval of that share, at 95 percent: its lower and upper end.
    pub fn interval(&self) -> Option<(f64, f64)> {
        let share = self.share()?;
        let (count, z) = (f64::from(self.judged), 1.959_964_f64);
        let scale = 1.0 + z * z / count;
        let middle = (share + z * z / (2.0 * count)) / scale;
        let half = z * (share * (1.0 - share) / count + z * z / (4.0 * count * count)).sqrt() / scale;
        Some(((middle - half).max(0.0), (middle + half).min(1.0)))
    }

    /// In words, such as "7 of 7 hits read were real (65 to 100 %)".
    pub fn words(&self) -> String {
        match self.interval() {
            Some((low, high)) => {
                format!("{} of {} hits read were real ({:.0} to {:.0} %)", self.real, self.judged, low * 100.0, high * 100.0)
            }
            None => format!("{} hits, none judged", self.hits),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilsons() {
        let precision = Precision { hits: 30, judged: 10, real: 9 };
        let (low, high) = precision.interval().unwrap();
        // 9 of 10, from Wilson's formula by hand.
        assert!((low - 0.5958).abs() < 0.0005 && (high - 0.9821).abs() < 0.0005, "{low} {high}");
        assert_eq!(Precision { hits: 3, judged: 0, real: 0 }.words(), "3 hits, none judged");
    }

    #[test]
    fn every_line_is_of_a_rule_and_can_be_read() {
        let mut lines = MEASURED.lines();
        assert_eq!(lines.next(), Some("code,hits,judged,real"));
        for line in lines {
            let code = line.split(',').next().unwrap_or_default();
            let precision = Precision::of(code).unwrap();
            assert!(super::super::find(code).is_some(), "{code} is no rule");
            assert!(precision.real <= precision.judged && precision.judged <= precision.hits, "{line}");
        }
    }
}
