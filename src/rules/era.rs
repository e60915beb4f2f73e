//! The years in which the law or form behind a rule was in force.

use chrono::NaiveDate;

/// Which day of a report decides whether a rule holds for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The day of filing; for a draft, the day on which it is judged.
    Filing,
    /// The day of discovery; where a source has none, the day of filing.
    Discovery,
}

/// A span of days, open at either end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Era {
    /// Which day counts.
    pub by: By,
    /// First day: year, month, day.
    pub from: Option<(i32, u32, u32)>,
    /// Last day: year, month, day.
    pub until: Option<(i32, u32, u32)>,
}

impl Era {
    /// A rule of logic or notation holds at any time.
    pub const ALWAYS: Self = Self { by: By::Filing, from: None, until: None };
    /// 45 CFR Part 164 Subpart D, in force since September 23, 2009 (164.400).
    pub const BREACH_RULE: Self = Self { by: By::Discovery, from: Some((2009, 9, 23)), until: None };
    /// The form since the portal was rebuilt: one type of breach, five safeguards.
    pub const CURRENT_FORM: Self = Self { by: By::Filing, from: Some((2015, 1, 1)), until: None };
    /// The separate report of Part 2 records, for breaches discovered since February 16, 2026 (42 CFR 2.16).
    pub const PART_2: Self = Self { by: By::Discovery, from: Some((2026, 2, 16)), until: None };

    /// Whether the era covers a report filed and discovered on these days. Of a report whose day is not known, only what held at all times can be said.
    pub fn covers(&self, filed: Option<NaiveDate>, discovered: Option<NaiveDate>) -> bool {
        self.span().covers(filed, discovered)
    }

    /// The era in days of the calendar.
    pub(super) fn span(&self) -> Span {
        let date = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day);
        Span { by: self.by, always: *self == Self::ALWAYS, from: self.from.and_then(date), until: self.until.and_then(date) }
    }

    /// The era as a range of dates, such as "2015-01-01.." by filing.
    pub fn words(&self) -> String {
        let date = |(year, month, day): (i32, u32, u32)| format!("{year:04}-{month:02}-{day:02}");
        if self.from.is_none() && self.until.is_none() {
            return "always".to_owned();
        }
        let by = match self.by {
            By::Filing => "filed",
            By::Discovery => "discovered",
        };
        format!("{by} {}..{}", self.from.map(date).unwrap_or_default(), self.until.map(date).unwrap_or_default())
    }
}

/// An era whose days are reckoned: asked about every report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    by: By,
    always: bool,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl Span {
    /// See [`Era::covers`].
    pub(super) fn covers(&self, filed: Option<NaiveDate>, discovered: Option<NaiveDate>) -> bool {
        if self.always {
            return true;
        }
        let day = match self.by {
            By::Filing => filed,
            By::Discovery => discovered.or(filed),
        };
        day.is_some_and(|day| self.from.is_none_or(|from| day >= from) && self.until.is_none_or(|until| day <= until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_era_begins_on_its_first_day_and_says_nothing_of_an_unknown_one() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        assert!(!Era::CURRENT_FORM.covers(day(2014, 12, 31), None));
        assert!(Era::CURRENT_FORM.covers(day(2015, 1, 1), None));
        assert!(!Era::CURRENT_FORM.covers(None, None));
        assert!(Era::ALWAYS.covers(None, None));
        assert!(!Era::BREACH_RULE.covers(day(2010, 1, 1), day(2009, 9, 22)));
        assert!(Era::BREACH_RULE.covers(None, day(2009, 9, 23)));
    }
}
