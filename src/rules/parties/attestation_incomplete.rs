//! BR104: an attestation without its name or date, or dated when nobody can have attested to this report.

use chrono::NaiveDate;

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Field, Report};
use crate::rules::{Check, Context, Rule, form, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::AttestationName]),
    uses: FactSet::of(&[Fact::AttestationDate, Fact::DiscoveryStart, Fact::SubmittedOn]),
    silences: &["BR013"],
    cites: &[
        form("OCR breach portal, Attestation screen: name and date"),
        logic("nobody attests to a breach before it is discovered, or to a report after it was filed"),
    ],
    ..Rule::new(
        "BR104",
        "attestation-incomplete",
        "The attestation lacks its name or date, or its date does not fit the discovery or the filing.",
        include_str!("../../../docs/rules/BR104.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let attestation = &report.attestation;
    let filed = &report.filing.submitted_on;
    if attestation.name.is_absent() {
        out.warn(attestation.name.at(), format_args!("the attestation has no name"))
            .help(format_args!("Enter the name of the person who attests that the report is accurate."));
    }
    // The portal dates the attestation when the report is submitted: before that its absence says nothing.
    if attestation.date.is_absent() && filed.get().is_some() {
        out.warn(attestation.date.at(), format_args!("the report was filed, and its attestation has no date"))
            .label(filed.at(), format_args!("filed here"))
            .help(format_args!("Enter the day on which the report was attested to: as a rule, the day of filing."));
    }
    let Some(date) = attestation.date.get() else { return };
    let known = |field: &Field<NaiveDate>| field.get().map(|day| (day, field.at()));
    if let Some((discovered, at)) = known(&report.breach.discovery_start_date)
        && date < discovered
    {
        let days = (discovered - date).num_days();
        out.warn(attestation.date.at(), format_args!("the attestation is dated {date}, {days} days before the breach was discovered"))
            .label(at, format_args!("discovered here"))
            .help(format_args!("Check both dates; an attestation is made when the report is filed."));
    }
    if let Some((filed, at)) = known(filed)
        && date > filed
    {
        let days = (date - filed).num_days();
        out.warn(attestation.date.at(), format_args!("the attestation is dated {date}, {days} days after the report was filed"))
            .label(at, format_args!("filed here"))
            .help(format_args!("Check both dates; a report is attested to when it is filed."));
    }
}
