//! `breachlint rules`.

use super::args::{ListFormat, Rules};
use super::{Error, output};
use crate::rules::all;

pub(super) fn run(arguments: &Rules) -> Result<bool, Error> {
    let text = match arguments.format {
        ListFormat::Json => crate::render::rules_json().map_err(|error| Error::Usage(error.to_string()))?,
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
