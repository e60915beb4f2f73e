//! The wire types of `findings.schema.json`, shared by the formats that are JSON of our own: positions and codes, never excerpts.

use chrono::NaiveDate;
use serde::Serialize;

use super::Totals;
use crate::check::{ReportOutcome, Standing, Verdict};
use crate::dataset::Rows;
use crate::finding::{Finding, Located, Safety, SetAside, Severity, Suppression, SuppressionKind};
use crate::report::clock::Deadline;
use crate::report::terms::Term;
use crate::rules::{self, Cite, NotChecked, Reason, Relation};
use crate::source::Place;

/// A finding.
#[derive(Serialize)]
pub(super) struct FindingJson<'a> {
    code: &'static str,
    name: &'static str,
    severity: Severity,
    message: &'a str,
    file: &'a str,
    report: u64,
    row: Option<u64>,
    cell: Option<&'a str>,
    path: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    help: Option<&'a str>,
    cites: &'static [Cite],
    labels: Vec<LabelJson<'a>>,
    fix: Option<FixJson<'a>>,
    fingerprint: String,
    evidence: Option<()>,
    suppressed: Option<SuppressedJson>,
}

/// Why a finding does not count.
#[derive(Serialize)]
struct SuppressedJson {
    kind: SuppressionKind,
    reason: String,
    until: Option<NaiveDate>,
}

/// What the baseline knows of a file and was not found again.
#[derive(Serialize)]
pub(super) struct VanishedJson {
    file: String,
    code: String,
    path: String,
}

impl VanishedJson {
    /// `what` as code and path.
    pub(super) fn new(file: &str, what: &str) -> Self {
        let (code, path) = what.split_once('@').unwrap_or((what, ""));
        Self { file: file.to_owned(), code: code.to_owned(), path: path.to_owned() }
    }
}

#[derive(Serialize)]
struct LabelJson<'a> {
    text: &'a str,
    path: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct FixJson<'a> {
    title: &'a str,
    safety: Safety,
}

/// A verdict.
#[derive(Serialize)]
struct VerdictJson {
    standing: Standing,
    words: String,
    late: bool,
    errors: usize,
    warnings: usize,
    advice: usize,
    suppressed: usize,
    in_baseline: usize,
    due: Option<String>,
    days_left: Option<i64>,
}

/// A clock.
#[derive(Serialize)]
pub(super) struct DeadlineJson {
    duty: &'static str,
    state: Option<&'static str>,
    covered_entity: Option<String>,
    due: String,
    done: Option<String>,
    days_left: i64,
    reckoning: String,
    cite: &'static str,
}

/// What was not checked.
#[derive(Serialize)]
pub(super) struct NotCheckedJson {
    reason: Reason,
    facts: Vec<&'static str>,
    codes: Vec<&'static str>,
}

/// A report, or a dataset as a whole.
#[derive(Serialize)]
pub(super) struct ReportJson {
    file: String,
    report: u64,
    rows: Option<u64>,
    verdict: VerdictJson,
    pub(super) deadlines: Vec<DeadlineJson>,
    pub(super) not_checked: Vec<NotCheckedJson>,
    compared_with: Vec<ComparedJson>,
}

/// Another report that one was compared with.
#[derive(Serialize)]
struct ComparedJson {
    relation: Relation,
    file: String,
    report: u64,
}

impl<'a> FindingJson<'a> {
    /// `located`, found in report or row `report` of `file`.
    pub(super) fn new(file: &'a str, report: u64, located: &'a Located) -> Self {
        let Finding { code, severity, message, labels, help, fix, .. } = &located.finding;
        let place = &located.place;
        let rule = rules::find(code);
        Self {
            code,
            name: rule.map_or("", |rule| rule.name),
            severity: *severity,
            message,
            file,
            report,
            row: place.row,
            cell: place.cell.as_deref(),
            path: &place.path,
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
            help: help.as_deref(),
            cites: rule.map_or(&[], |rule| rule.cites),
            labels: labels.iter().zip(&located.label_places).map(|(label, place)| label_json(&label.text, place)).collect(),
            fix: fix.as_ref().map(|fix| FixJson { title: &fix.title, safety: fix.safety }),
            fingerprint: located.fingerprint.clone().unwrap_or_else(|| fingerprint(report, located)),
            evidence: None,
            suppressed: None,
        }
    }

    /// A finding that is set aside.
    pub(super) fn set_aside(file: &'a str, report: u64, aside: &'a SetAside) -> Self {
        let Suppression { kind, until, .. } = aside.suppression;
        let suppressed = Some(SuppressedJson { kind, reason: super::reason_words(&aside.suppression), until });
        Self { suppressed, ..Self::new(file, report, &aside.located) }
    }
}

/// What stays the same while the file changes elsewhere: the rule and the place in the report, without any value.
pub(super) fn fingerprint(report: u64, located: &Located) -> String {
    let place = &located.place;
    // The first report of a file carries no number, so that a file which gets a second one keeps its fingerprints.
    let which = match place.row {
        Some(row) => format!("#{row}"),
        None if report > 1 => format!("#{report}"),
        None => String::new(),
    };
    format!("{}@{}{which}", located.finding.code, place.path)
}

fn label_json<'a>(text: &'a str, place: &'a Place) -> LabelJson<'a> {
    LabelJson {
        text,
        path: &place.path,
        line: place.start.line,
        column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
    }
}

fn not_checked_json(list: &[NotChecked]) -> Vec<NotCheckedJson> {
    list.iter()
        .map(|lacking| NotCheckedJson {
            reason: lacking.reason,
            facts: lacking.facts.iter().map(|fact| fact.path()).collect(),
            codes: lacking.codes.clone(),
        })
        .collect()
}

impl ReportJson {
    /// A report of a draft file.
    pub(super) fn draft(file: &str, report: &ReportOutcome, as_of: NaiveDate) -> Self {
        Self {
            file: file.to_owned(),
            report: report.number as u64,
            rows: None,
            verdict: VerdictJson::new(&report.verdict),
            deadlines: report.deadlines.iter().map(|deadline| deadline_json(deadline, as_of)).collect(),
            not_checked: not_checked_json(&report.not_checked),
            compared_with: report
                .compared_with
                .iter()
                .map(|other| ComparedJson { relation: other.relation, file: other.file.clone(), report: other.number as u64 })
                .collect(),
        }
    }

    /// A dataset, as one report.
    pub(super) fn dataset(file: &str, rows: Rows, counts: &Totals, not_checked: &[NotChecked]) -> Self {
        Self {
            file: file.to_owned(),
            report: 1,
            rows: Some(rows.read),
            verdict: VerdictJson::new(&super::dataset_verdict(counts)),
            deadlines: Vec::new(),
            not_checked: not_checked_json(not_checked),
            compared_with: Vec::new(),
        }
    }

    /// Where it stands.
    pub(super) fn standing(&self) -> Standing {
        self.verdict.standing
    }
}

impl VerdictJson {
    fn new(verdict: &Verdict) -> Self {
        Self {
            standing: verdict.standing,
            words: super::verdict_words(verdict),
            late: verdict.late,
            errors: verdict.errors,
            warnings: verdict.warnings,
            advice: verdict.advice,
            suppressed: verdict.suppressed,
            in_baseline: verdict.in_baseline,
            due: verdict.due.map(|(due, _)| due.to_string()),
            days_left: verdict.due.map(|(_, left)| left),
        }
    }
}

fn deadline_json(deadline: &Deadline, as_of: NaiveDate) -> DeadlineJson {
    DeadlineJson {
        duty: deadline.duty.key(),
        state: deadline.duty.state().map(Term::label),
        covered_entity: deadline.entity.clone(),
        due: deadline.due.to_string(),
        done: deadline.done.map(|done| done.to_string()),
        days_left: deadline.days_left(as_of),
        reckoning: deadline.reckoning.clone(),
        cite: deadline.duty.cite(),
    }
}
