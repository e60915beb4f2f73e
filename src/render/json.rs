//! The versioned JSON of `check`: its own types, nothing borrowed from the inside. Positions and codes, never excerpts.

use std::io::{self, Write};

use serde::Serialize;

use super::{Options, Renderer, Totals};
use crate::check::{FileOutcome, Standing, Verdict};
use crate::dataset::Rows;
use crate::finding::{Finding, Located, Safety, Severity};
use crate::normalize::rows::Count;
use crate::report::clock::{Deadline, Duty};
use crate::report::terms::Term;
use crate::rules::{self, Cite, NotChecked, Reason};
use crate::source::Place;

/// The version of this format; raised when a reader of the old one would break.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct FindingJson<'a> {
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

#[derive(Serialize)]
struct VerdictJson {
    standing: Standing,
    words: String,
    late: bool,
    errors: usize,
    warnings: usize,
    advice: usize,
    due: Option<String>,
    days_left: Option<i64>,
}

#[derive(Serialize)]
struct DeadlineJson {
    duty: &'static str,
    state: Option<&'static str>,
    covered_entity: Option<String>,
    due: String,
    done: Option<String>,
    days_left: i64,
    reckoning: String,
    cite: &'static str,
}

#[derive(Serialize)]
struct NotCheckedJson {
    reason: Reason,
    facts: Vec<&'static str>,
    codes: Vec<&'static str>,
}

#[derive(Serialize)]
struct ReportJson {
    file: String,
    report: u64,
    rows: Option<u64>,
    verdict: VerdictJson,
    deadlines: Vec<DeadlineJson>,
    not_checked: Vec<NotCheckedJson>,
}

pub(super) struct Json<'w> {
    options: Options,
    out: &'w mut dyn Write,
    begun: bool,
    found: bool,
    reports: Vec<ReportJson>,
    counts: Totals,
    normalized: Option<Count>,
}

impl<'w> Json<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out, begun: false, found: false, reports: Vec::new(), counts: Totals::default(), normalized: None }
    }

    fn begin(&mut self) -> io::Result<()> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        let version = env!("CARGO_PKG_VERSION");
        write!(
            self.out,
            "{{\"schema_version\":{SCHEMA_VERSION},\"tool_version\":\"{version}\",\"as_of\":\"{}\",\"findings\":[",
            self.options.as_of
        )
    }

    fn finding(&mut self, file: &str, report: u64, located: &Located) -> io::Result<()> {
        let Finding { code, severity, message, labels, help, fix, .. } = &located.finding;
        if *severity < self.options.min_severity {
            return Ok(());
        }
        let place = &located.place;
        let rule = rules::find(code);
        let row = place.row.map(|row| format!("#{row}")).unwrap_or_default();
        let wire = FindingJson {
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
            fingerprint: format!("{code}@{}{row}", place.path),
            evidence: None,
        };
        writeln!(self.out, "{}", if self.found { "," } else { "" })?;
        self.found = true;
        serde_json::to_writer(&mut self.out, &wire).map_err(io::Error::from)
    }
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

impl VerdictJson {
    fn new(verdict: &Verdict) -> Self {
        Self {
            standing: verdict.standing,
            words: super::verdict_words(verdict),
            late: verdict.late,
            errors: verdict.errors,
            warnings: verdict.warnings,
            advice: verdict.advice,
            due: verdict.due.map(|(due, _)| due.to_string()),
            days_left: verdict.due.map(|(_, left)| left),
        }
    }
}

fn deadline_json(deadline: &Deadline, as_of: chrono::NaiveDate) -> DeadlineJson {
    let (duty, state) = match deadline.duty {
        Duty::Individuals => ("individual_notice", None),
        Duty::Secretary => ("hhs_500_or_more", None),
        Duty::SecretaryLog => ("hhs_fewer_than_500", None),
        Duty::Media(state) => ("media_notice", Some(state.label())),
        Duty::CoveredEntity => ("business_associate_notice", None),
        Duty::DelayEnds => ("law_enforcement_delay_ends", None),
    };
    DeadlineJson {
        duty,
        state,
        covered_entity: deadline.entity.clone(),
        due: deadline.due.to_string(),
        done: deadline.done.map(|done| done.to_string()),
        days_left: deadline.days_left(as_of),
        reckoning: deadline.reckoning.clone(),
        cite: deadline.duty.cite(),
    }
}

impl Renderer for Json<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        self.begin()?;
        let file = outcome.source.name();
        for report in &outcome.reports {
            for located in &report.findings {
                self.finding(file, report.number as u64, located)?;
            }
            self.reports.push(ReportJson {
                file: file.to_owned(),
                report: report.number as u64,
                rows: None,
                verdict: VerdictJson::new(&report.verdict),
                deadlines: report.deadlines.iter().map(|deadline| deadline_json(deadline, self.options.as_of)).collect(),
                not_checked: not_checked_json(&report.not_checked),
            });
        }
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        self.counts = Totals::default();
        self.begin()
    }

    fn row(&mut self, name: &str, row: u64, located: &Located) -> io::Result<()> {
        self.counts.count(located.finding.severity);
        self.finding(name, row, located)
    }

    fn dataset_end(&mut self, name: &str, rows: Rows, not_checked: &[NotChecked]) -> io::Result<()> {
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let verdict = Verdict {
            standing: if self.counts.errors > 0 { Standing::NotReady } else { Standing::NoBlockingFault },
            errors: count(self.counts.errors),
            warnings: count(self.counts.warnings),
            advice: count(self.counts.advice),
            late: false,
            due: None,
        };
        self.reports.push(ReportJson {
            file: name.to_owned(),
            report: 1,
            rows: Some(rows.read),
            verdict: VerdictJson::new(&verdict),
            deadlines: Vec::new(),
            not_checked: not_checked_json(not_checked),
        });
        Ok(())
    }

    fn normalized(&mut self, count: &Count) -> io::Result<()> {
        self.normalized = Some(*count);
        Ok(())
    }

    fn end(&mut self, totals: &Totals) -> io::Result<()> {
        self.begin()?;
        write!(self.out, "\n]")?;
        let worst = self.reports.iter().map(|report| report.verdict.standing).min_by_key(|standing| match standing {
            Standing::NotReady => 0,
            Standing::Late => 1,
            Standing::NoBlockingFault => 2,
        });
        write!(self.out, ",\n\"verdict\":{}", serde_json::to_string(&worst)?)?;
        // One report speaks for the run; of several, each speaks for itself.
        if let [only] = &self.reports[..] {
            write!(self.out, ",\n\"deadlines\":{}", serde_json::to_string(&only.deadlines)?)?;
            write!(self.out, ",\n\"not_checked\":{}", serde_json::to_string(&only.not_checked)?)?;
        } else {
            write!(self.out, ",\n\"deadlines\":[],\n\"not_checked\":[]")?;
        }
        write!(self.out, ",\n\"reports\":{}", serde_json::to_string(&self.reports)?)?;
        if let Some(count) = &self.normalized {
            write!(self.out, ",\n\"rows\":{}", serde_json::to_string(count)?)?;
        }
        writeln!(self.out, ",\n\"summary\":{}}}", serde_json::to_string(totals)?)
    }
}
