//! BR708: mail came back, and no substitute notice was required.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::{NO_ADDRESS, RETURNED_MAIL};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::SubstituteRequired, Fact::Description]),
    uses: FactSet::of(&[Fact::OcrNarrative]),
    cites: &[law("45 CFR 164.404(d)(2)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR708",
        "returned-mail-without-substitute",
        "The description tells of returned mail or missing addresses, and substitute notice is said not to be required.",
        include_str!("../../../docs/rules/BR708.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.notice.substitute_required;
    if field.get() != Some(false) {
        return;
    }
    let Some(told) = context.told(report).filter(|told| told.fact == Fact::Description) else { return };
    let Some(words) = told.states(&RETURNED_MAIL, &[]).or_else(|| told.states(&NO_ADDRESS, &[])) else { return };
    out.warn(words.at, format_args!("the description says {words}, and substitute notice is said not to be required"))
        .label(field.at(), format_args!("not required"))
        .help(format_args!("Where the address of an individual is insufficient or out of date, substitute notice is required: for fewer than ten by telephone or another way, for ten or more on the web site or in major media, with a toll-free number for 90 days. If new letters reached everybody, say so."));
}
