//! GitLab's code quality report: one JSON array, a finding an object.

use std::collections::HashMap;
use std::io::{self, Write};

use serde::Serialize;

use super::wire::fingerprint;
use super::{Options, Renderer, Totals};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::{Located, Severity};
use crate::rules::NotChecked;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    positions: Positions,
}

#[derive(Serialize)]
struct Positions {
    begin: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
}

pub(super) struct Gitlab<'w> {
    options: Options,
    out: &'w mut dyn Write,
    found: bool,
    /// Fingerprints of the report or row that is being written, and how often each came; GitLab drops a second one that is equal.
    seen: (u64, HashMap<String, u32>),
}

impl<'w> Gitlab<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out, found: false, seen: (0, HashMap::new()) }
    }

    fn issue(&mut self, name: &str, report: u64, located: &Located) -> io::Result<()> {
        if !self.options.shows(located) {
            return Ok(());
        }
        let (finding, place) = (&located.finding, &located.place);
        if self.seen.0 != report {
            self.seen = (report, HashMap::new());
        }
        let path = name.trim_start_matches("./");
        let mut print = format!("{path}:{}", fingerprint(report, located));
        let times = self.seen.1.entry(print.clone()).or_default();
        *times += 1;
        if *times > 1 {
            print.push_str(&format!("~{times}"));
        }
        let row = place.row.map(|row| format!("row {row}, {}: ", place.path)).unwrap_or_default();
        let issue = Issue {
            description: format!("{row}{}", finding.message),
            check_name: finding.code,
            fingerprint: print,
            severity: match finding.severity {
                Severity::Error => "critical",
                Severity::Warning => "minor",
                Severity::Advice => "info",
            },
            location: Location {
                path,
                positions: Positions {
                    begin: Position { line: place.start.line, column: place.start.column },
                    end: Position { line: place.end.line, column: place.end.column },
                },
            },
        };
        writeln!(self.out, "{}", if self.found { "," } else { "[" })?;
        self.found = true;
        serde_json::to_writer(&mut self.out, &issue).map_err(io::Error::from)
    }
}

impl Renderer for Gitlab<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        self.seen = (0, HashMap::new());
        for report in &outcome.reports {
            for located in &report.findings {
                self.issue(outcome.source.name(), report.number as u64, located)?;
            }
        }
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        self.seen = (0, HashMap::new());
        Ok(())
    }

    fn row(&mut self, name: &str, row: u64, located: &Located) -> io::Result<()> {
        self.issue(name, row, located)
    }

    fn dataset_end(&mut self, _: &str, _: Rows, _: &[NotChecked]) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, _: &Totals) -> io::Result<()> {
        writeln!(self.out, "{}", if self.found { "\n]" } else { "[]" })
    }
}
