//! BR802: a first report with the number of an earlier one.

use crate::finding::{Severity, Sink};
use crate::report::terms::ReportType;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::ReportType]),
    uses: FactSet::of(&[Fact::HasTrackingNumber, Fact::TrackingNumber]),
    cites: &[form("OCR breach portal, General screen: a tracking number is asked for an addendum only")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR802",
        "initial-with-tracking-number",
        "An initial report has the tracking number of an earlier one.",
        include_str!("../../../docs/rules/BR802.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let filing = &report.filing;
    if filing.report_type.get() != Some(ReportType::Initial) {
        return;
    }
    let at = if filing.tracking_number.get().is_some() {
        filing.tracking_number.at()
    } else if filing.has_tracking_number.get() == Some(true) {
        filing.has_tracking_number.at()
    } else {
        return;
    };
    out.warn(at, format_args!("an initial report has no tracking number yet"))
        .label(filing.report_type.at(), format_args!("said to be the first report of this breach"))
        .help(format_args!(
            "If this breach was reported before, file an addendum under its number. A second initial report would count as a second breach."
        ));
}
