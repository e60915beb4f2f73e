//! Findings as a table for a spreadsheet. It is for people: a cell that a spreadsheet would take for a formula is made text.

use std::io::{self, Write};

use csv::Writer;

use super::{Options, Renderer, Totals, reason_words};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::{Located, Safety};
use crate::rules::{self, NotChecked};

const HEADER: [&str; 18] = [
    "file",
    "report",
    "row",
    "cell",
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "code",
    "name",
    "severity",
    "message",
    "help",
    "rests_on",
    "fix",
    "fix_safety",
    "suppressed",
];

pub(super) struct Csv<'w> {
    options: Options,
    out: Writer<&'w mut dyn Write>,
    begun: bool,
}

impl<'w> Csv<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out: Writer::from_writer(out), begun: false }
    }

    fn begin(&mut self) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            self.out.write_record(HEADER)?;
        }
        Ok(())
    }

    /// One line; `why` says why the finding does not count.
    fn record(&mut self, name: &str, row: u64, located: &Located, why: &str) -> io::Result<()> {
        if !self.options.shows(located) {
            return Ok(());
        }
        let (finding, place) = (&located.finding, &located.place);
        let rule = rules::find(finding.code);
        let cites: Vec<&str> = rule.map(|rule| rule.cites.iter().map(|cite| cite.text).collect()).unwrap_or_default();
        let safety = finding.fix.as_ref().map_or("", |fix| match fix.safety {
            Safety::Safe => "safe",
            Safety::Unsafe => "unsafe",
        });
        let record: [String; HEADER.len()] = [
            text_cell(name),
            row.to_string(),
            place.row.map(|row| row.to_string()).unwrap_or_default(),
            place.cell.clone().unwrap_or_default(),
            text_cell(&place.path),
            place.start.line.to_string(),
            place.start.column.to_string(),
            place.end.line.to_string(),
            place.end.column.to_string(),
            finding.code.to_owned(),
            rule.map_or("", |rule| rule.name).to_owned(),
            finding.severity.word().to_owned(),
            text_cell(&finding.message),
            text_cell(finding.help.as_deref().unwrap_or_default()),
            cites.join("; "),
            text_cell(finding.fix.as_ref().map_or("", |fix| &fix.title)),
            safety.to_owned(),
            text_cell(why),
        ];
        self.out.write_record(&record)?;
        Ok(())
    }
}

/// `text` with an apostrophe in front where a spreadsheet would calculate it.
pub(super) fn text_cell(text: &str) -> String {
    if text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

impl Renderer for Csv<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        self.begin()?;
        for report in &outcome.reports {
            for located in &report.findings {
                self.row(outcome.source.name(), report.number as u64, located)?;
            }
            for aside in &report.set_aside {
                let why = format!("{}: {}", aside.suppression.kind.word(), reason_words(&aside.suppression));
                self.record(outcome.source.name(), report.number as u64, &aside.located, &why)?;
            }
        }
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        self.begin()
    }

    fn row(&mut self, name: &str, row: u64, located: &Located) -> io::Result<()> {
        self.record(name, row, located, "")
    }

    fn dataset_end(&mut self, _: &str, _: Rows, _: &[NotChecked]) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, _: &Totals) -> io::Result<()> {
        self.begin()?;
        self.out.flush()
    }
}
