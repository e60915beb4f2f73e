//! `breachlint explain`.

use super::args::Explain;
use super::{Error, output};
use crate::finding::nearest;
use crate::rules::{Check, Rule, all, find, known_fault};

pub(super) fn run(arguments: &Explain) -> Result<bool, Error> {
    let what = arguments.what.trim();
    if let Some(rule) = find(what) {
        return output::print(&page(rule));
    }
    if let Some(fault) = known_fault(what) {
        let code = what.to_uppercase();
        return output::print(&format!(
            "{code} is known, and this version has no rule for it: {fault}. See docs/declined.md for the reason.\n"
        ));
    }
    let citing: Vec<&Rule> = all().filter(|rule| rule.cites.iter().any(|cite| cites(cite.text, what))).collect();
    if citing.is_empty() {
        let known: Vec<String> = all().flat_map(|rule| [rule.code.to_lowercase(), rule.name.to_owned()]).collect();
        let near = nearest(what, known.iter().map(String::as_str)).and_then(|near| find(&near));
        let hint = near.map(|rule| format!("; did you mean {} ({})?", rule.code, rule.name)).unwrap_or_default();
        return Err(Error::Usage(format!("no rule is called {what:?} or rests on it{hint}")));
    }
    let mut text = format!("Rules that rest on {what}\n");
    for rule in citing {
        text.push_str(&format!("  {}  {}  {}\n", rule.code, rule.name, rule.summary));
    }
    output::print(&text)
}

/// Whether `text` cites `what`: 164.408 stands in "45 CFR 164.408(b)", and 164.40 does not.
fn cites(text: &str, what: &str) -> bool {
    let what = what.trim_start_matches('§').trim();
    if what.len() < 3 {
        return false;
    }
    text.match_indices(what).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + what.len()..].chars().next();
        !before.is_some_and(|character| character.is_ascii_digit()) && !after.is_some_and(|character| character.is_ascii_digit())
    })
}

fn page(rule: &Rule) -> String {
    let severity: Vec<&str> = rule.severities.iter().map(|severity| severity.word()).collect();
    let fix = match rule.fix {
        Some(crate::finding::Safety::Safe) => "; has a safe fix",
        Some(crate::finding::Safety::Unsafe) => "; has a fix that must be asked for",
        None => "",
    };
    let facts = |set: crate::report::FactSet| set.iter().map(crate::report::Fact::path).collect::<Vec<_>>().join(", ");
    let mut needs = if rule.needs.is_empty() { String::new() } else { format!("\nNeeds: {}", facts(rule.needs)) };
    if !rule.any_of.is_empty() {
        needs.push_str(&format!("\nNeeds one of: {}", facts(rule.any_of)));
    }
    let beside = match rule.check {
        Check::Pair(relation, _) => format!("\nCompares the report with: {}", relation.words()),
        Check::Unpaired(relation, _) => format!("\nSpeaks where this was not given: {}", relation.words()),
        Check::Rows(_) => "\nCompares the rows of a dataset with each other, or the reports of a file".to_owned(),
        Check::Reader(_) | Check::Report(_) => String::new(),
    };
    let measured = match crate::rules::Precision::of(rule.code) {
        Some(_) if rule.severities == [crate::finding::Severity::Advice] => {
            "\nMeasured: advice only asks; its precision cannot be judged".to_owned()
        }
        Some(precision) => format!("\nMeasured on the public record: {}", precision.words()),
        None => String::new(),
    };
    format!(
        "{}\n---\nSeverity: {}{fix}\nIn force: {}\nSince breachlint {}{needs}{beside}{measured}\n",
        rule.docs.trim_end(),
        severity.join(" or "),
        rule.effective.words(),
        rule.since
    )
}
