//! BR115: a role that involves a business associate, and none is named.

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::Filer, Fact::BaName]),
    cites: &[form("OCR breach portal, Contact screen: the business associate's block, asked in both roles that involve one")],
    ..Rule::new(
        "BR115",
        "associate-block-empty",
        "The role of the filer involves a business associate, and its block is empty.",
        include_str!("../../../docs/rules/BR115.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (filer, name) = (&report.filing.filer, &report.business_associate.name);
    let Some(role) = filer.get().filter(|role| role.involves_associate()) else { return };
    // A block without a name points at itself, and another rule asks for the name; without a block the report is the parent.
    if name.is_absent() && name.at() == report.at {
        let whom = if role.is_part_2() { "qualified service organization" } else { "business associate" };
        out.error(filer.at(), format_args!("the report names no {whom}"))
            .here(format_args!("this role involves a {whom}"))
            .help(format_args!("Fill in `business_associate`: name, address and contact of the {whom}, or choose the role of an entity that files for itself."));
    }
}
