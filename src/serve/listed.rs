//! Several drafts of one file, to choose from: the rows of a log, or the reports of a draft file. Each carries its own answers, so that none is kept here.

use std::collections::HashMap;
use std::io::Cursor;

use chrono::NaiveDate;
use maud::{Markup, html};
use serde_json::Value;

use super::examine;
use crate::check::FileOutcome;
use crate::dataset::layout::Kind;
use crate::dataset::log::Drafts;
use crate::dataset::read::{self, Input};
use crate::finding::{Located, Severity, safe_line};
use crate::render::{marked_up, sentence, verdict_words};

/// So many drafts of one file are listed.
const MOST: usize = 200;
/// So many rows of a log are checked.
const MOST_ROWS: usize = 2000;
/// So many findings of one draft are listed.
const MOST_FINDINGS: usize = 20;

/// One draft.
pub(super) struct Entry {
    title: String,
    /// The covered entity, type and discovery, where they are answered.
    about: String,
    /// The draft, as JSON.
    text: String,
    verdict: String,
    /// What is wrong, and in which cell or line.
    findings: Vec<(String, Located)>,
}

/// What became of a log.
pub(super) enum Log {
    /// Its rows.
    Listed(Vec<Entry>),
    /// It has more rows than are checked here.
    TooMany,
}

/// The rows of the log called `name`; none where it is another kind of list, breaks off, or is none.
pub(super) fn log(name: &str, bytes: &[u8], today: NaiveDate) -> Option<Log> {
    let open = || -> Option<Input> {
        let input = read::open(name, Box::new(Cursor::new(bytes.to_vec())), &read::Options::default()).ok()?;
        (input.layout.kind() == Kind::Log).then_some(input)
    };
    // Telling rows apart costs little; checking each costs more.
    if Drafts::of(open()?)?.take_while(Result::is_ok).take(MOST_ROWS + 1).count() > MOST_ROWS {
        return Some(Log::TooMany);
    }
    let mut by_row: HashMap<u64, Vec<Located>> = HashMap::new();
    examine::log(name, open()?, today, &mut |row, located| by_row.entry(row).or_default().push(located)).ok()?;
    let mut entries = Vec::new();
    for draft in Drafts::of(open()?)? {
        let draft = draft.ok()?;
        let outcome = examine::draft("row.json", draft.text.clone(), today);
        let found = by_row.remove(&draft.row).unwrap_or_default();
        let value: Value = serde_json::from_str(&draft.text).ok()?;
        entries.push(Entry {
            title: format!("Row {}", draft.sheet_row),
            about: about(&value),
            verdict: verdict(&outcome, 0),
            findings: found.into_iter().map(|located| (located.place.cell.clone().unwrap_or_default(), located)).collect(),
            text: draft.text,
        });
    }
    Some(Log::Listed(entries))
}

/// What is said of a log that is too long.
pub(super) fn too_many(name: &str) -> Markup {
    html! {
        section class="opened" aria-labelledby="listed" {
            h2 id="listed" { (safe_line(name)) " has more than " (MOST_ROWS) " rows" }
            p { "So many are not checked here. " code { "breachlint check" } ", " code { "deadlines" } " and " code { "worksheet" } " take them all." }
        }
    }
}

/// The reports of a draft file, of which `outcome` says what was found.
pub(super) fn reports(drafts: &[Value], outcome: &FileOutcome) -> Vec<Entry> {
    let entry = |(index, draft): (usize, &Value)| {
        let found = outcome.reports.get(index).map(|report| report.findings.clone()).unwrap_or_default();
        Entry {
            title: format!("Report {}", index + 1),
            about: about(draft),
            text: draft.to_string(),
            verdict: verdict(outcome, index),
            findings: found.into_iter().map(|located| (format!("line {}", located.place.start.line), located)).collect(),
        }
    };
    drafts.iter().enumerate().map(entry).collect()
}

fn verdict(outcome: &FileOutcome, index: usize) -> String {
    outcome.reports.get(index).map(|report| verdict_words(&report.verdict)).unwrap_or_default()
}

/// What a person knows a breach by. None of it is a contact answer.
fn about(draft: &Value) -> String {
    let entity = match &draft["covered_entity"] {
        Value::Array(items) => items.first().map_or(&Value::Null, |first| &first["name"]),
        one => &one["name"],
    };
    let discovered = &draft["breach"]["discovery_start_date"];
    let parts = [entity, &draft["breach"]["type"], discovered].into_iter().filter_map(Value::as_str);
    parts.map(safe_line).collect::<Vec<_>>().join(", ")
}

/// The list, with a way to open each.
pub(super) fn list(name: &str, entries: &[Entry]) -> Markup {
    let noun = if entries.len() == 1 { "report" } else { "reports" };
    html! {
        section class="opened" aria-labelledby="listed" {
            h2 id="listed" { (safe_line(name)) ": " (entries.len()) " " (noun) }
            p { "Open one to work on it here. What you change here is not changed in the file." }
            ol class="reports" { @for entry in entries.iter().take(MOST) { li { (entry.markup()) } } }
            @if entries.len() > MOST { p { "And " (entries.len() - MOST) " more, which are not listed." } }
        }
    }
}

impl Entry {
    fn markup(&self) -> Markup {
        let open: Vec<&(String, Located)> =
            self.findings.iter().filter(|(_, located)| located.finding.severity > Severity::Advice).collect();
        html! {
            form method="post" action="open" accept-charset="utf-8" {
                input type="hidden" name="name" value={ (self.title) ".json" };
                input type="hidden" name="text" value=(self.text);
                strong { (self.title) } @if !self.about.is_empty() { ": " (self.about) }
                br;
                (marked_up(&self.verdict)) " " button { "Open " (self.title) }
            }
            @if !open.is_empty() {
                details {
                    summary { "What " (self.title) " lacks (" (open.len()) ")" }
                    ul {
                        @for (place, located) in open.iter().take(MOST_FINDINGS) {
                            li {
                                @if !place.is_empty() { strong { (place) } " " }
                                (marked_up(&sentence(&located.finding.message))) " " span class="code" { (located.finding.code) }
                            }
                        }
                        @if open.len() > MOST_FINDINGS { li { "And " (open.len() - MOST_FINDINGS) " more." } }
                    }
                }
            }
        }
    }
}
