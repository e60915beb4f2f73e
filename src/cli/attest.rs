//! `breachlint attest`.

use super::args::Attest;
use super::project::{self, Project};
use super::{Error, input, output};
use crate::check::{Settings, check};
use crate::config::{Attestation, with_attestations};
use crate::document::Document;
use crate::finding::{Key, Located};
use crate::rules::{self, Engine};
use crate::suppress;

pub(super) fn run(arguments: &Attest) -> Result<bool, Error> {
    let mut project = Project::open(&arguments.settings, &arguments.clock, std::slice::from_ref(&arguments.path))?;
    let rule = rules::find(arguments.code.trim()).ok_or_else(|| {
        let hint = suppress::nearest_rule(arguments.code.trim()).map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        Error::Usage(format!("no rule is called {:?}{hint}", arguments.code))
    })?;
    let (by, reason) = (arguments.by.trim(), arguments.reason.trim());
    if by.is_empty() || reason.is_empty() {
        return Err(Error::Usage("--by and --reason must say who verified the finding and why it may stand".to_owned()));
    }
    let file = input::read(&arguments.path)?;
    if file.is_dataset() {
        return Err(Error::Usage("findings of datasets are not attested; a level for its path can be set in breachlint.toml".to_owned()));
    }
    let name = file.source.name().to_owned();
    let path = project.below_root(&arguments.path);
    let path = path.ok_or_else(|| Error::Usage(format!("{name} does not stand below the folder of the configuration")))?;
    // A finding that is set aside already is attested anew.
    let engine = Engine::clone(&project.draft_engine(&arguments.path)).without_suppressions();
    let outcome = check(file.source, &engine, &Settings { as_of: project.as_of });
    let wanted =
        |located: &&Located| located.finding.code == rule.code && arguments.field.as_ref().is_none_or(|field| *field == located.place.path);
    let found: Vec<&Located> = outcome.reports.iter().flat_map(|report| &report.findings).filter(wanted).collect();
    if found.is_empty() {
        let place = arguments.field.as_ref().map(|field| format!(" at {field}")).unwrap_or_default();
        return Err(Error::Usage(format!("{name} has no finding of {}{place}; nothing was attested", rule.code)));
    }
    let may = |located: &&Located| engine.levels().lets_suppress(rule.code, located.finding.severity);
    if rules::UNREAD.contains(&rule.code) || !found.iter().all(may) {
        return Err(Error::Usage(format!(
            "{} must be fixed here and cannot be attested, unless `allow_suppressing_errors` in breachlint.toml names it",
            rule.code
        )));
    }
    let (target, key) = project.attest_file();
    let key = key.map_or_else(random_key, Ok)?;
    let document = Document::read(&outcome.source, crate::check::syntax(&name, outcome.source.text()));
    let attestation = |located: &&Located| Attestation {
        path: path.clone(),
        code: rule.code,
        field: located.place.path.clone(),
        by: by.to_owned(),
        on: project.as_of,
        until: arguments.until,
        reason: reason.to_owned(),
        values: suppress::hash(&key, &document, located),
    };
    let new: Vec<Attestation> = found.iter().map(attestation).collect();
    let before = if target.is_file() { project::text(&target)? } else { String::new() };
    let text = with_attestations(&before, &key, &new).map_err(|what| Error::Usage(format!("{}: {what}", target.display())))?;
    output::write(&target, text.as_bytes(), output::Access::AsBefore)?;
    for located in found {
        let start = located.place.start;
        output::say(&format!("breachlint: attested {} at {name}:{}:{} {}", rule.code, start.line, start.column, located.place.path));
    }
    Ok(false)
}

/// A key that nobody can guess.
pub(super) fn random_key() -> Result<Key, Error> {
    let mut key = Key::default();
    getrandom::fill(&mut key).map_err(|error| Error::Input(format!("this system gives no random numbers: {error}")))?;
    Ok(key)
}
