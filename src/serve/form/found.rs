//! Which finding belongs to which control of the form.

use std::collections::{HashMap, HashSet};

use super::Answers;
use super::question::{ENTITY, Part, control_name, parts};
use crate::check::ReportOutcome;
use crate::finding::{Located, Severity};

/// The code of a required answer that is missing: the page tells those apart from faults.
pub(in crate::serve) const MISSING: &str = "BR004";

/// The findings of one report, by the names of controls and sections.
#[derive(Debug)]
pub(in crate::serve) struct Found<'r> {
    by_name: HashMap<String, Vec<&'r Located>>,
    anchors: HashMap<*const Located, String>,
}

impl<'r> Found<'r> {
    /// Gives each finding of `outcome` its place on the form of `answers`.
    pub(in crate::serve) fn new(outcome: &'r ReportOutcome, answers: &Answers) -> Self {
        let mut names = HashSet::new();
        collect(parts(), answers.entities(), &mut names);
        let mut found = Self { by_name: HashMap::new(), anchors: HashMap::new() };
        for located in &outcome.findings {
            let name = anchor(located, &names);
            found.anchors.insert(std::ptr::from_ref(located), name.clone());
            found.by_name.entry(name).or_default().push(located);
        }
        found
    }

    /// The findings at the control or section called `name`; those that belong to none are called by no name.
    pub(super) fn at(&self, name: &str) -> &[&'r Located] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// The name of the control or section at which `located` is shown.
    pub(in crate::serve) fn name(&self, located: &Located) -> &str {
        self.anchors.get(&std::ptr::from_ref(located)).map_or("", String::as_str)
    }

    /// Whether something must be fixed at the control, beyond an answer that is missing.
    pub(super) fn is_wrong(&self, name: &str) -> bool {
        self.at(name).iter().any(|located| located.finding.severity == Severity::Error && located.finding.code != MISSING)
    }
}

/// What a fix is asked for by: the rule, and the place of the finding.
pub(in crate::serve) fn handle(located: &Located) -> String {
    format!("{}@{}", located.finding.code, located.place.path)
}

fn collect(parts: &[Part], entities: usize, names: &mut HashSet<String>) {
    for part in parts {
        let last = if part.path.starts_with(ENTITY) { entities } else { 1 };
        names.extend((0..last).map(|entity| part.name(entity)));
        collect(&part.parts, entities, names);
    }
}

/// The control nearest to where a finding points.
fn anchor(located: &Located, names: &HashSet<String>) -> String {
    let mut path = located.place.path.clone();
    // A missing answer stands at its section, and is named between backticks.
    if located.finding.code == MISSING
        && let Some(key) = located.finding.message.split('`').nth(1)
        && !path.ends_with(&format!(".{key}"))
    {
        path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    }
    let mut path = control_name(&path, 0);
    while !path.is_empty() && !names.contains(&path) {
        path.truncate(path.rfind(['.', '[']).unwrap_or(0));
    }
    path
}
