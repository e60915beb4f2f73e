//! Every rule as JSON: what `rules --format json` prints.

use serde::Serialize;

use crate::finding::{Safety, Severity};
use crate::rules::{Cite, Precision, Rule, all};

#[derive(Serialize)]
struct RuleJson {
    code: &'static str,
    name: &'static str,
    family: &'static str,
    severity: &'static [Severity],
    summary: &'static str,
    fix: Option<Safety>,
    cites: &'static [Cite],
    since: &'static str,
    effective: String,
    /// The share of real hits among those that were read on the public record; none where it was not or cannot be measured.
    precision: Option<f64>,
    /// The 95 percent interval of that share.
    precision_interval: Option<(f64, f64)>,
    /// How many hits were read.
    precision_judged: Option<u32>,
}

/// A JSON array of every rule, in the order of the codes. Fails only if JSON cannot be written.
pub fn rules_json() -> serde_json::Result<String> {
    let rules: Vec<RuleJson> = all()
        .map(|rule| {
            let measured = measured(rule);
            RuleJson {
                code: rule.code,
                name: rule.name,
                family: rule.family().name,
                severity: rule.severities,
                summary: rule.summary,
                fix: rule.fix,
                cites: rule.cites,
                since: rule.since,
                effective: rule.effective.words(),
                precision: measured.as_ref().and_then(Precision::share),
                precision_interval: measured.as_ref().and_then(Precision::interval),
                precision_judged: measured.map(|measured| measured.judged),
            }
        })
        .collect();
    Ok(serde_json::to_string_pretty(&rules)? + "\n")
}

/// What was measured of a rule. Advice only asks: whether it is right cannot be judged from a text.
fn measured(rule: &Rule) -> Option<Precision> {
    Precision::of(rule.code).filter(|_| rule.severities != [Severity::Advice])
}
