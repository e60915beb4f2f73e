//! BR604: no kind of PHI chosen.

use crate::finding::{Severity, Sink};
use crate::report::terms::TermSet;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::PhiTypes]),
    uses: FactSet::of(&[Fact::PhiClinical, Fact::PhiDemographic, Fact::PhiFinancial, Fact::PhiOther]),
    cites: &[form("OCR breach portal: Type of Protected Health Information Involved in Breach is a required question")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR604",
        "phi-head-missing",
        "No kind of protected health information is chosen.",
        include_str!("../../../docs/rules/BR604.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let none = breach.phi_types.is_absent() || breach.phi_types.get().is_some_and(TermSet::is_empty);
    // Information that is listed all the same tells which kind is missing: BR603 points at it.
    let listed = breach.phi_clinical.get().is_some_and(|list| !list.is_empty())
        || breach.phi_demographic.get().is_some_and(|list| !list.is_empty())
        || breach.phi_financial.get().is_some_and(|list| !list.is_empty())
        || breach.phi_other.get().is_some();
    if none && !listed {
        out.warn(breach.phi_types.at(), format_args!("no kind of protected health information is chosen; the form requires at least one"))
            .help(format_args!(
                "Choose Clinical, Demographic, Financial or Other under `breach.phi.types`, and below it what was breached."
            ));
    }
}
