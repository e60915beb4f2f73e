//! `breachlint rules`.

use serde::Serialize;

use super::args::{ListFormat, Rules};
use super::{Error, output};
use crate::finding::{Safety, Severity};
use crate::rules::{Cite, all};

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
    /// Not measured yet by this version.
    precision: Option<f64>,
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
                    precision: None,
                })
                .collect();
            serde_json::to_string_pretty(&rules).map_err(|error| Error::Usage(error.to_string()))? + "\n"
        }
        ListFormat::Text => table(),
    };
    output::print(&text)
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
