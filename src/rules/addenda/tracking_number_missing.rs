//! BR801: an addendum that has a tracking number and does not give it.

use crate::finding::{Severity, Sink};
use crate::report::terms::ReportType;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::ReportType, Fact::HasTrackingNumber, Fact::TrackingNumber]),
    silences: &["BR013"],
    cites: &[form("OCR breach portal, General screen: Breach Tracking Number, asked once the filer has one")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR801",
        "tracking-number-missing",
        "An addendum says that there is a tracking number and does not give it.",
        include_str!("../../../docs/rules/BR801.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let filing = &report.filing;
    let addendum = filing.report_type.get() == Some(ReportType::Addendum);
    if addendum && filing.has_tracking_number.get() == Some(true) && filing.tracking_number.is_absent() {
        out.error(filing.tracking_number.at(), format_args!("the tracking number of the earlier report is not given"))
            .label(filing.has_tracking_number.at(), format_args!("says that there is one"))
            .help(format_args!("Enter the number that the portal gave for the earlier report, or answer no if it cannot be found."));
    }
}
