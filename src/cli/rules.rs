//! `breachlint rules`.

use serde::Serialize;

use super::args::{ListFormat, Rules};
use super::{Error, output};
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

pub(super) fn run(arguments: &Rules) -> Result<bool, Error> {
    let text = match arguments.format {
        ListFormat::Json => {
            let rules: Vec<RuleJson> = all()
                .map(|rule| RuleJson {
                    code: rule.code,
                    name: rule.name,
                    family: rule.family().name,
                    severity: rule.severities,
                    summary: rule.summary,
                    fix: rule.fix,
                    cites: rule.cites,
                    since: rule.since,
                    effective: rule.effective.words(),
                    precision: measured(rule).and_then(|measured| measured.share()),
                    precision_interval: measured(rule).and_then(|measured| measured.interval()),
                    precision_judged: measured(rule).map(|measured| measured.judged),
                })
                .collect();
            serde_json::to_string_pretty(&rules).map_err(|error| Error::Usage(error.to_string()))? + "\n"
        }
        ListFormat::Text => table(),
    };
    output::print(&text)
}

/// What was measured of a rule. Advice only asks: whether it is right cannot be judged from a text.
fn measured(rule: &Rule) -> Option<Precision> {
    Precision::of(rule.code).filter(|_| rule.severities != [Severity::Advice])
}

fn table() -> String {
    let mut text = String::new();
    let width = all().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut family = "";
    for rule in all() {
        if rule.family().name != family {
            family = rule.family().name;
            text.push_str(&format!("{}{family}\n", if text.is_empty() { "" } else { "\n" }));
        }
        let severity: Vec<&str> = rule.severities.iter().map(|severity| severity.word()).collect();
        let fix = if rule.fix.is_some() { " (fix)" } else { "" };
        text.push_str(&format!("  {}  {:<width$}  {:<7}  {}{fix}\n", rule.code, rule.name, severity.join("/"), rule.summary));
    }
    text
}
