//! One self-contained page for people: it needs no script, loads nothing, prints, and says what was not checked.

mod excerpt;
mod frame;
mod report;

use std::cell::LazyCell;
use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

#[cfg(feature = "web")]
pub(crate) use frame::STYLE;
pub(super) use frame::head;
#[cfg(feature = "web")]
pub(crate) use report::markdown;
pub(crate) use report::{sentence, standing, words};

use self::report::{Explained, dataset, report};
use super::excerpt::Page;
use super::tally::{EXAMPLES, Tally};
use super::{Options, Renderer, Totals, rows_words, verdict_words};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::{Located, Severity, safe_line};
use crate::rules::NotChecked;

/// A line of the overview.
struct Line {
    name: String,
    class: &'static str,
    words: String,
}

pub(super) struct Html<'w> {
    options: Options,
    out: &'w mut dyn Write,
    lines: Vec<Line>,
    body: String,
    explained: Explained,
    tally: Tally,
}

impl<'w> Html<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out, lines: Vec::new(), body: String::new(), explained: Explained::new(), tally: Tally::default() }
    }

    fn add(&mut self, line: Line, section: Markup) {
        self.lines.push(line);
        self.body.push_str(&section.into_string());
    }

    fn overview(&self, totals: &Totals) -> Markup {
        html! {
            @if self.lines.len() > 1 {
                nav aria-labelledby="overview" {
                    h2 id="overview" { "Overview" }
                    p { (totals.reports) " reports: " (totals.errors) " to fix, " (totals.warnings) " to verify, " (totals.advice) " to know." }
                    ol class="overview" {
                        @for (index, line) in self.lines.iter().enumerate() {
                            li { a href={ "#report-" (index + 1) } { (safe_line(&line.name)) } " " span class=(line.class) { (words(&line.words)) } }
                        }
                    }
                }
            }
        }
    }

    fn page(&self, totals: &Totals) -> Markup {
        let title = match &self.lines[..] {
            [only] => format!("{}: {}", safe_line(&only.name), only.words),
            lines => format!("{} files checked by breachlint", lines.len()),
        };
        html! {
            (DOCTYPE)
            html lang="en" {
                (head(&title, ""))
                body {
                    a class="skip" href="#main" { "Skip to the findings" }
                    header {
                        h1 { "Check before filing" }
                        p { "Judged on " strong { (self.options.as_of) } " by breachlint " (env!("CARGO_PKG_VERSION")) "." }
                    }
                    main id="main" {
                        (self.overview(totals))
                        (PreEscaped(&self.body))
                    }
                    footer {
                        p { (self.privacy()) }
                        p {
                            "That nothing is found does not mean that a report is complete, true or in time. This is not legal advice. \
                             Whether the filing is ready is the filer's word."
                        }
                    }
                }
            }
        }
    }

    fn privacy(&self) -> &'static str {
        if self.options.show_values {
            "This page shows contact answers and identifiers as they stand in the draft (--show-values). Handle it like the draft."
        } else {
            "Contact answers and what looks like an identifier are masked (*). Other text is shown as it stands in the draft: a patient's name \
             in a description is not recognized."
        }
    }
}

impl Renderer for Html<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        let options = self.options;
        // Masking looks at the whole text; a report without findings does not need it.
        let page = LazyCell::new(|| Page::new(&outcome.source, &outcome.hidden, &options));
        let file = outcome.source.name();
        for one in &outcome.reports {
            let name = if outcome.reports.len() > 1 { format!("{file} (report {})", one.number) } else { file.to_owned() };
            let section = report(&name, self.lines.len() + 1, one, &page, &options, &mut self.explained);
            self.add(Line { name, class: standing(&one.verdict).1, words: verdict_words(&one.verdict) }, section);
        }
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        self.tally = Tally::default();
        Ok(())
    }

    fn examples(&self) -> Option<u64> {
        Some(EXAMPLES)
    }

    fn more(&mut self, code: &'static str, severity: Severity, count: u64) -> io::Result<()> {
        self.tally.more(code, severity, count);
        Ok(())
    }

    fn row(&mut self, _: &str, row: u64, located: &Located) -> io::Result<()> {
        self.tally.count(row, located);
        Ok(())
    }

    fn dataset_end(&mut self, name: &str, rows: Rows, not_checked: &[NotChecked]) -> io::Result<()> {
        let least = self.options.min_severity;
        let entries: Vec<_> = std::mem::take(&mut self.tally).entries().filter(|entry| entry.severity >= least).collect();
        let counted = rows_words(rows);
        let section = dataset(name, self.lines.len() + 1, &counted, &entries, not_checked, &mut self.explained);
        self.add(Line { name: name.to_owned(), class: "plain", words: counted }, section);
        Ok(())
    }

    fn end(&mut self, totals: &Totals) -> io::Result<()> {
        writeln!(self.out, "{}", self.page(totals).into_string())
    }
}
