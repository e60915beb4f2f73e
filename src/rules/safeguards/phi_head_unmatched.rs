//! BR603: a head of the PHI question without its list, or a list without its head.

use crate::finding::{Severity, Sink};
use crate::report::terms::{PhiType, Term, TermSet};
use crate::report::{Fact, FactSet, Field, Report};
use crate::rules::{Check, Context, Era, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::PhiTypes]),
    uses: FactSet::of(&[Fact::PhiClinical, Fact::PhiDemographic, Fact::PhiFinancial, Fact::PhiOther]),
    cites: &[form("OCR breach portal: under Type of Protected Health Information each head has its own list")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR603",
        "phi-head-unmatched",
        "A kind of PHI is chosen without saying which information, or information is listed under a kind that is not chosen.",
        include_str!("../../../docs/rules/BR603.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let heads = &breach.phi_types;
    if heads.get().is_none() && !heads.is_absent() {
        return;
    }
    matched(heads, PhiType::Clinical, &breach.phi_clinical, out);
    matched(heads, PhiType::Demographic, &breach.phi_demographic, out);
    matched(heads, PhiType::Financial, &breach.phi_financial, out);
    // `Other` without its text is BR601's.
    if breach.phi_other.get().is_some() && !ticked(heads, PhiType::Other) {
        orphan(heads, PhiType::Other, &breach.phi_other, out);
    }
}

fn ticked(heads: &Field<TermSet<PhiType>>, head: PhiType) -> bool {
    heads.get().is_some_and(|heads| heads.has(head))
}

fn matched<T: Term>(heads: &Field<TermSet<PhiType>>, head: PhiType, list: &Field<TermSet<T>>, out: &mut Sink) {
    let empty = list.is_absent() || list.get().is_some_and(TermSet::is_empty);
    if ticked(heads, head) {
        if empty {
            out.warn(heads.at_term(head), format_args!("`{head}` is chosen, and no {} is", T::LIST))
                .here(format_args!("opens a list of its own"))
                .help(format_args!("Choose what was breached from the list of `{head}`, or take `{head}` out."));
        }
    } else if list.get().is_some() && !empty {
        orphan(heads, head, list, out);
    }
}

fn orphan<T>(heads: &Field<TermSet<PhiType>>, head: PhiType, list: &Field<T>, out: &mut Sink) {
    out.warn(list.at(), format_args!("information is given under `{head}`, which is not chosen"))
        .label(heads.at(), format_args!("`{head}` is not among the kinds chosen"))
        .help(format_args!("Add `{head}` to `breach.phi.types` if this was breached; otherwise take the information out."));
}
