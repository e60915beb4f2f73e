//! BR118: business associate and covered entity have one name.

use super::shared_name::words;
use crate::finding::{Severity, Sink, quoted};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::BaName]),
    cites: &[logic("a business associate is another organization than the covered entity that it works for (45 CFR 160.103)")],
    ..Rule::new(
        "BR118",
        "associate-named-like-entity",
        "The business associate has the same name as the covered entity.",
        include_str!("../../../docs/rules/BR118.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let associate = &report.business_associate.name;
    let Some(theirs) = associate.get() else { return };
    let folded = words(theirs);
    let same = report.entities().find(|entity| entity.name.get().is_some_and(|name| words(name) == folded));
    let Some(entity) = same.filter(|_| !folded.trim().is_empty()) else { return };
    out.warn(associate.at(), format_args!("{} is both covered entity and business associate", quoted(theirs)))
        .label(entity.name.at(), format_args!("the covered entity has the same name"))
        .help(format_args!("Name the organization that had the breach as business associate. An entity that had the breach itself files for its own organization."));
}
