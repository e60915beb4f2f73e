//! `levels`: what a table says about rules and families.

use toml_edit::TableLike;

use super::toml::Reader;
use super::{LEVELS, UNREAD_NOTE, level};
use crate::finding::{Level, Levels, Severity};
use crate::rules::{self, FAMILIES, Rule, UNREAD};
use crate::suppress::nearest_rule;

/// The levels of one table, as written.
#[derive(Debug, Default)]
pub(super) struct LevelTable {
    /// Families by their digit.
    pub(super) families: Vec<(u8, Level)>,
    pub(super) rules: Vec<(&'static str, Level)>,
    pub(super) lowered: Vec<&'static str>,
    pub(super) suppressible: Vec<&'static str>,
}

impl LevelTable {
    /// Reads `levels` of `table`. What is only ever an error can be lowered where `lowered` names it.
    pub(super) fn read(&mut self, reader: &mut Reader<'_>, table: &dyn TableLike, lowered: &[&'static str]) {
        let Some(levels) = reader.table(table, "levels") else { return };
        for (key, _) in levels.iter() {
            let Some(level) = reader.word(levels, key, &LEVELS).map(|word| level(&word)) else { continue };
            if let Some(digit) = family(key) {
                self.families.push((digit, level));
            } else if let Some(rule) = rules::find(key) {
                if let Some(why) = refused(rule, level, lowered) {
                    reader.mistake(levels, key, &why);
                } else {
                    self.rules.push((rule.code, level));
                }
            } else {
                let near = nearest_rule(key).map(|near| format!("; did you mean {near}?")).unwrap_or_default();
                reader.mistake(levels, key, &format!("is neither a rule nor a family such as BR4{near}"));
            }
        }
    }

    pub(super) fn allow(&mut self, lowered: &[&'static str], suppressible: &[&'static str]) {
        self.lowered = lowered.to_vec();
        self.suppressible = suppressible.to_vec();
    }

    /// Lays this table over `levels`.
    pub(super) fn apply(&self, levels: &mut Levels) {
        self.lowered.iter().for_each(|code| levels.allow_lowering(code));
        self.suppressible.iter().for_each(|code| levels.allow_suppressing(code));
        for &(digit, level) in &self.families {
            let of_it = FAMILIES.iter().filter(|family| family.digit == digit).flat_map(|family| family.rules);
            of_it.filter(|rule| !UNREAD.contains(&rule.code)).for_each(|rule| levels.set(rule.code, level));
        }
        self.rules.iter().for_each(|&(code, level)| levels.set(code, level));
    }
}

/// The family that `key` names, such as `BR4`.
fn family(key: &str) -> Option<u8> {
    let digit: u8 = key.strip_prefix("BR")?.parse().ok()?;
    FAMILIES.iter().map(|family| family.digit).find(|&known| known == digit)
}

/// Why a rule cannot have this level.
fn refused(rule: &Rule, level: Level, lowered: &[&'static str]) -> Option<String> {
    let lowers = level != Level::Is(Severity::Error);
    if UNREAD.contains(&rule.code) {
        return Some(format!("keeps its level: it {UNREAD_NOTE}"));
    }
    let only_errors = rule.severities.iter().all(|&severity| severity == Severity::Error);
    (lowers && only_errors && !lowered.contains(&rule.code))
        .then(|| format!("finds what must be fixed; to lower it all the same, say `allow_lowering_errors = [\"{}\"]`", rule.code))
}

/// The severity that a word stands for; none for `off` and `never`.
pub(super) fn severity(word: &str) -> Option<Severity> {
    [Severity::Error, Severity::Warning, Severity::Advice].into_iter().find(|severity| severity.word() == word)
}
