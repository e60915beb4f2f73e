//! The versioned JSON of `check`: one object, written as the run unfolds, with the summary last.

use std::io::{self, Write};

use super::wire::{FindingJson, ReportJson, VanishedJson};
use super::{Options, Renderer, Totals};
use crate::check::{FileOutcome, Standing};
use crate::dataset::Rows;
use crate::finding::Located;
use crate::normalize::rows::Count;
use crate::rules::NotChecked;

/// The version of this format; raised when a reader of the old one would break.
const SCHEMA_VERSION: u32 = 1;

pub(super) struct Json<'w> {
    options: Options,
    out: &'w mut dyn Write,
    begun: bool,
    found: bool,
    reports: Vec<ReportJson>,
    counts: Totals,
    normalized: Option<Count>,
    vanished: Vec<VanishedJson>,
}

impl<'w> Json<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self {
            options,
            out,
            begun: false,
            found: false,
            reports: Vec::new(),
            counts: Totals::default(),
            normalized: None,
            vanished: Vec::new(),
        }
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

    fn finding(&mut self, finding: &FindingJson<'_>) -> io::Result<()> {
        writeln!(self.out, "{}", if self.found { "," } else { "" })?;
        self.found = true;
        serde_json::to_writer(&mut self.out, finding).map_err(io::Error::from)
    }
}

impl Renderer for Json<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        self.begin()?;
        let (file, options) = (outcome.source.name(), self.options);
        self.vanished.extend(outcome.vanished.iter().map(|what| VanishedJson::new(file, what)));
        for report in &outcome.reports {
            let number = report.number as u64;
            for located in report.findings.iter().filter(|located| options.shows(located)) {
                self.finding(&FindingJson::new(file, number, located))?;
            }
            for aside in report.set_aside.iter().filter(|aside| options.shows(&aside.located)) {
                self.finding(&FindingJson::set_aside(file, number, aside))?;
            }
            self.reports.push(ReportJson::draft(file, report, self.options.as_of));
        }
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        self.counts = Totals::default();
        self.begin()
    }

    fn row(&mut self, name: &str, row: u64, located: &Located) -> io::Result<()> {
        self.counts.count(located.finding.severity);
        if self.options.shows(located) { self.finding(&FindingJson::new(name, row, located)) } else { Ok(()) }
    }

    fn dataset_end(&mut self, name: &str, rows: Rows, not_checked: &[NotChecked]) -> io::Result<()> {
        self.reports.push(ReportJson::dataset(name, rows, &self.counts, not_checked));
        Ok(())
    }

    fn normalized(&mut self, count: &Count) -> io::Result<()> {
        self.normalized = Some(*count);
        Ok(())
    }

    fn end(&mut self, totals: &Totals) -> io::Result<()> {
        self.begin()?;
        write!(self.out, "\n]")?;
        let worst = self.reports.iter().map(ReportJson::standing).min_by_key(|standing| match standing {
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
        write!(self.out, ",\n\"vanished\":{}", serde_json::to_string(&self.vanished)?)?;
        writeln!(self.out, ",\n\"summary\":{}}}", serde_json::to_string(totals)?)
    }
}
