//! JUnit XML, for the test reports of CI systems: a suite a file, a test case a finding. Written at the end, because a suite opens with its counts.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::{
    Options, Renderer, Totals, concise_words, deadline_words, not_checked_in_order, not_checked_words, rows_words, set_aside_words,
    verdict_words,
};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::Located;
use crate::rules::{self, NotChecked, Reason};

pub(super) struct Junit<'w> {
    options: Options,
    out: &'w mut dyn Write,
    report: Report,
    /// The suite of the dataset that is being read.
    open: Option<TestSuite>,
}

impl<'w> Junit<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out, report: Report::new("breachlint"), open: None }
    }

    /// A finding as a test case: one that fails if the run fails because of it, else one that passes and says what was found.
    fn case(&self, name: &str, which: &str, located: &Located) -> TestCase {
        let finding = &located.finding;
        let rule = rules::find(finding.code).map_or("", |rule| rule.name);
        let place = &located.place.path;
        let at = if place.is_empty() { String::new() } else { format!(" at {place}") };
        let words = concise_words(name, located);
        let help = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
        let fails = self.options.fails(finding.severity);
        let mut status = TestCaseStatus::success();
        if fails {
            status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_type(finding.severity.word()).set_message(finding.message.as_str()).set_description(format!("{words}{help}"));
        }
        let mut case = TestCase::new(format!("{which}{} {rule}{at}", finding.code), status);
        case.set_classname(name);
        if !fails {
            case.set_system_out(format!("{words}{help}"));
        }
        case
    }
}

fn nothing_found(name: &str, which: &str) -> TestCase {
    let mut case = TestCase::new(format!("{which}nothing found"), TestCaseStatus::success());
    case.set_classname(name);
    case
}

/// What was not checked as skipped test cases; what a public record never has is one.
fn not_checked(name: &str, which: &str, list: &[NotChecked]) -> Vec<TestCase> {
    let (not_carried, lacking): (Vec<_>, Vec<_>) =
        not_checked_in_order(list).into_iter().partition(|lacking| lacking.reason == Reason::NotCarried);
    let mut skipped: Vec<(String, String)> =
        lacking.into_iter().map(|lacking| (lacking.codes.join(", "), not_checked_words(lacking))).collect();
    if !not_carried.is_empty() {
        let codes: Vec<&str> = not_carried.iter().flat_map(|lacking| lacking.codes.iter().copied()).collect();
        let words = format!("the list does not have the answers that these rules need: {}", codes.join(", "));
        skipped.push((format!("{} rules for drafts", codes.len()), words));
    }
    skipped.into_iter().map(|(what, words)| self::skipped(name, &format!("{which}not checked: {what}"), &words)).collect()
}

fn skipped(name: &str, what: &str, words: &str) -> TestCase {
    let mut status = TestCaseStatus::skipped();
    status.set_message(words);
    let mut case = TestCase::new(what, status);
    case.set_classname(name);
    case
}

impl Renderer for Junit<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        let name = outcome.source.name();
        let mut suite = TestSuite::new(name);
        let mut words = String::new();
        for report in &outcome.reports {
            let which = if outcome.reports.len() > 1 { format!("report {}: ", report.number) } else { String::new() };
            let shown = report.findings.iter().filter(|located| self.options.shows(located));
            let cases: Vec<TestCase> = shown.map(|located| self.case(name, &which, located)).collect();
            if cases.is_empty() {
                suite.add_test_case(nothing_found(name, &which));
            }
            suite.add_test_cases(cases);
            suite.add_test_cases(report.set_aside.iter().filter(|aside| self.options.shows(&aside.located)).map(|aside| {
                let words = set_aside_words(aside);
                skipped(name, &format!("{which}{}: {}", aside.suppression.kind.word(), aside.located.finding.code), &words)
            }));
            suite.add_test_cases(not_checked(name, &which, &report.not_checked));
            words.push_str(&format!("{which}{}\n", verdict_words(&report.verdict)));
            for deadline in &report.deadlines {
                words.push_str(&format!("{}\n", deadline_words(deadline, self.options.as_of)));
            }
        }
        suite.set_system_out(words);
        self.report.add_test_suite(suite);
        Ok(())
    }

    fn dataset(&mut self, name: &str) -> io::Result<()> {
        self.open = Some(TestSuite::new(name));
        Ok(())
    }

    fn row(&mut self, name: &str, row: u64, located: &Located) -> io::Result<()> {
        if self.options.shows(located) {
            let case = self.case(name, &format!("row {row}: "), located);
            if let Some(suite) = &mut self.open {
                suite.add_test_case(case);
            }
        }
        Ok(())
    }

    fn dataset_end(&mut self, name: &str, rows: Rows, list: &[NotChecked]) -> io::Result<()> {
        let Some(mut suite) = self.open.take() else { return Ok(()) };
        if suite.test_cases.is_empty() {
            suite.add_test_case(nothing_found(name, ""));
        }
        suite.add_test_cases(not_checked(name, "", list));
        suite.set_system_out(rows_words(rows));
        self.report.add_test_suite(suite);
        Ok(())
    }

    fn end(&mut self, _: &Totals) -> io::Result<()> {
        self.report.serialize(&mut self.out).map_err(io::Error::other)
    }
}
