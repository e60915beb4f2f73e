//! What a configuration makes of the severity of findings, by code. Does not know which rules exist.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Severity};

/// What a configuration says about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The rule does not speak.
    Off,
    /// Its findings have this severity.
    Is(Severity),
}

/// The levels of a run. What is not named keeps the severity that its rule gave it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    set: BTreeMap<&'static str, Level>,
    lowered: BTreeSet<&'static str>,
    suppressible: BTreeSet<&'static str>,
}

impl Levels {
    /// Sets the level of a code; of several, the last counts.
    pub fn set(&mut self, code: &'static str, level: Level) {
        self.set.insert(code, level);
    }

    /// Lets the errors of a code be lowered.
    pub fn allow_lowering(&mut self, code: &'static str) {
        self.lowered.insert(code);
    }

    /// Lets the errors of a code be suppressed.
    pub fn allow_suppressing(&mut self, code: &'static str) {
        self.suppressible.insert(code);
    }

    /// The severity of a finding after all; none where it is not made. An error stays one unless its code may be lowered.
    pub fn regraded(&self, code: &str, severity: Severity) -> Option<Severity> {
        let lowers = severity < Severity::Error || self.lowered.contains(code);
        match self.set.get(code) {
            Some(Level::Off) if lowers => None,
            Some(Level::Is(level)) if lowers => Some(*level),
            _ => Some(severity),
        }
    }

    /// Gives each of `findings` its severity after all, and drops those that are not made.
    pub fn regrade(&self, findings: &mut Vec<Finding>) {
        if self.is_empty() {
            return;
        }
        findings.retain_mut(|finding| {
            let severity = self.regraded(finding.code, finding.severity);
            finding.severity = severity.unwrap_or(finding.severity);
            severity.is_some()
        });
    }

    /// Whether a finding of this code and severity may be suppressed.
    pub fn lets_suppress(&self, code: &str, severity: Severity) -> bool {
        severity < Severity::Error || self.suppressible.contains(code)
    }

    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        self.set.is_empty()
    }

    /// The codes that have a level, each with it.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Level)> {
        self.set.iter().map(|(&code, &level)| (code, level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_lowered_only_where_that_is_allowed() {
        let mut levels = Levels::default();
        levels.set("BR114", Level::Is(Severity::Advice));
        levels.set("BR412", Level::Off);
        assert_eq!(levels.regraded("BR114", Severity::Error), Some(Severity::Error));
        assert_eq!(levels.regraded("BR114", Severity::Warning), Some(Severity::Advice));
        assert_eq!(levels.regraded("BR412", Severity::Warning), None);
        assert_eq!(levels.regraded("BR999", Severity::Warning), Some(Severity::Warning));
        levels.allow_lowering("BR114");
        assert_eq!(levels.regraded("BR114", Severity::Error), Some(Severity::Advice));
    }
}
