//! What a reader of the figures must know, and what forbids giving any.

use super::lists::List;
use super::period::Period;
use super::series::Series;
use super::{By, Counting, Refusal, Snapshot};
use crate::finding::Severity;

/// The year in which the form changed: one type a report, fewer terms, other rules for business associates.
pub const FORM_CHANGED: i32 = 2015;
/// From this share on, three reports are said to carry the individuals of a year.
const FEW_CARRY: f64 = 0.5;

/// A remark on the figures. An error forbids them: the report holds none, or no test.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Warning {
    /// What it is about; stable.
    pub code: &'static str,
    /// How grave it is.
    #[serde(serialize_with = "word")]
    pub severity: Severity,
    /// What is there.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

fn word<S: serde::Serializer>(severity: &Severity, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(severity.word())
}

/// What the inputs allow: an error here means that they must not be counted.
pub(super) fn about_inputs(sources: &[Snapshot], shared: &[(usize, usize, u64, bool)], out: &mut Vec<Warning>) {
    for &(one, other, count, mixed) in shared {
        let names = format!("{} and {}", sources[one].file, sources[other].file);
        if mixed {
            out.push(Warning {
                code: "mixed-snapshots",
                severity: Severity::Error,
                message: format!("{count} reports stand in both {names}: one list saved twice, or lists of different days"),
                help: "Give the archive and the list under investigation of one day, each once. A file that holds both lists needs no second one.",
            });
        } else if count > 0 {
            out.push(Warning {
                code: "report-in-two-inputs",
                severity: Severity::Warning,
                message: format!("{} in both {names} and counted twice", stands(count)),
                help: "Look whether the two lists are of one day.",
            });
        }
    }
    // Which list is missing can be told only of inputs that go together.
    let lists = if shared.iter().any(|pair| pair.3) { Vec::new() } else { sources.iter().map(|source| source.list).collect() };
    let only = |list: List| !lists.is_empty() && lists.iter().all(|&one| one == list);
    if only(List::UnderInvestigation) || only(List::Archive) {
        let (is, lacks) = if only(List::Archive) {
            ("the archive, whose recent reports nearly all have a description", "the reports of the last years that are not closed")
        } else {
            ("the list under investigation, in which no report has a description", "every report that is closed")
        };
        out.push(Warning {
            code: "one-list",
            severity: Severity::Error,
            message: format!("the input is one of the portal's two lists, {is}; it lacks {lacks}"),
            help: "Give both lists, saved on one day: breachlint trends archive.csv under-investigation.csv.",
        });
    } else if only(List::Unknown) {
        out.push(Warning {
            code: "unknown-list",
            severity: Severity::Warning,
            message:
                "whether both of the portal's lists are there cannot be told: too few reports, none with a description, or none since 2018"
                    .to_owned(),
            help: "Make sure that archive and list under investigation are both in the input. Either alone gives wrong counts.",
        });
    }
    let unread: u64 = sources.iter().map(|source| source.not_counted).sum();
    if unread > 0 {
        out.push(Warning {
            code: "rows-not-counted",
            severity: Severity::Warning,
            message: format!("{} without a readable day of submission, or broken, and not counted", rows(unread)),
            help: "`breachlint check` says what is wrong with each.",
        });
    }
}

fn stands(count: u64) -> String {
    if count == 1 { "1 report stands".to_owned() } else { format!("{count} reports stand") }
}

fn rows(count: u64) -> String {
    if count == 1 { "1 row is".to_owned() } else { format!("{count} rows are") }
}

/// What the years allow.
pub(super) fn about_years(period: &Period, at_break: i32, series: &[Series], out: &mut Vec<Warning>) {
    let partial: Vec<String> = period.years.each().filter(|&year| period.is_partial(year)).map(|year| year.to_string()).collect();
    if !partial.is_empty() {
        let is = if partial.len() == 1 { "is no whole year" } else { "are no whole years" };
        out.push(Warning {
            code: "partial-year",
            severity: Severity::Advice,
            message: format!("{} {is} in the input; shown, marked and left out of every test", partial.join(" and ")),
            help: "The count of a part of a year is no fall.",
        });
    }
    if series.iter().any(|series| series.stats.refused == Some(Refusal::TooFewYears)) {
        let whole = period.whole.map_or(0, super::Years::count);
        out.push(Warning {
            code: "too-few-years",
            severity: Severity::Error,
            message: format!(
                "{} left to test; a trend needs 4",
                if whole == 1 { "1 whole year is".to_owned() } else { format!("{whole} whole years are") }
            ),
            help: "Counts are shown, tests are not. Begin earlier, or give an export that reaches further back.",
        });
    }
    let coded: Vec<&Series> = series.iter().filter(|series| is_coded(series.by)).collect();
    let spans = period.years.has(FORM_CHANGED - 1) && period.years.has(FORM_CHANGED);
    if at_break == FORM_CHANGED && spans && !coded.is_empty() {
        out.push(Warning {
            code: "form-break",
            severity: Severity::Warning,
            message: "the form changed in 2015: one type a report, no Other and Unknown, and business associates filed under other rules".to_owned(),
            help: if coded.iter().any(|series| series.stats.at_break.is_some()) {
                "Types and entity types before and after are not coded alike. Look at the change of level and slope at the break, and repeat with `--since 2015`."
            } else {
                "Types and entity types before and after are not coded alike. Too few whole years lie on either side to test the break."
            },
        });
    }
}

/// Whether a break that was asked for could be tested.
pub(super) fn about_break(asked: Option<i32>, series: &[Series], out: &mut Vec<Warning>) {
    if let Some(year) = asked.filter(|_| series.iter().all(|series| series.stats.at_break.is_none())) {
        out.push(Warning {
            code: "break-not-tested",
            severity: Severity::Warning,
            message: format!("no series is tested for a break at {year}: three whole years must lie before it, and three from it on"),
            help: "Take another year for `--break`, or count more years.",
        });
    }
}

fn is_coded(by: By) -> bool {
    matches!(by, By::Type | By::Entity | By::BusinessAssociate)
}

/// What the sizes allow.
pub(super) fn about_sizes(all: &Series, out: &mut Vec<Warning>) {
    let total = all.total;
    if total.placeholders > 0 {
        let recent = all.points.last().map_or(0, |point| point.sizes.placeholders);
        out.push(Warning {
            code: "placeholders",
            severity: Severity::Warning,
            message: format!(
                "{} of {} reports {} 500 or 501 individuals, which often stands for a count not known yet; {recent} of them in the last year",
                total.placeholders,
                total.count,
                if total.placeholders == 1 { "gives" } else { "give" }
            ),
            help: "Totals will grow when they are corrected. Medians are given with and without them.",
        });
    }
    let carried: Vec<String> = all
        .points
        .iter()
        .filter(|point| point.sizes.count > 3 && point.sizes.largest_three_share.is_some_and(|share| share >= FEW_CARRY))
        .map(|point| point.year.to_string())
        .collect();
    if !carried.is_empty() {
        out.push(Warning {
            code: "few-carry-the-total",
            severity: Severity::Advice,
            message: format!("three reports carry half and more of the individuals of {}", carried.join(", ")),
            help: "Compare medians, not totals: one report decides the total.",
        });
    }
}

/// Whether reports of several categories make categories add up to more than there are reports.
pub(super) fn about_counting(series: &[Series], out: &mut Vec<Warning>) {
    if series.iter().any(|series| series.counting == Counting::Any) {
        out.push(Warning {
            code: "counted-in-each",
            severity: Severity::Advice,
            message: "with `any`, a report counts in every type and location that it carries: they add up to more than the reports"
                .to_owned(),
            help: "`--count single` counts reports of one category only, and the others apart.",
        });
    }
}
