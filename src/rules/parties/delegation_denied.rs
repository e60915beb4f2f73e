//! BR120: a business associate files for a covered entity that did not charge it with that.

use crate::finding::{Severity, Sink};
use crate::report::terms::Filer;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Filer, Fact::NoticeDelegated]),
    cites: &[law("45 CFR 164.404(a)(1)"), law("45 CFR 164.408(a)"), law("45 CFR 164.410(a)(1)")],
    ..Rule::new(
        "BR120",
        "delegation-denied",
        "A business associate files for a covered entity that did not delegate its notices.",
        include_str!("../../../docs/rules/BR120.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    if !report.filing.filer.get().is_some_and(Filer::is_associate) {
        return;
    }
    for entity in report.entities() {
        if entity.notice_delegated.get() == Some(false) {
            out.advise(entity.notice_delegated.at(), format_args!("the covered entity did not delegate its notices, and its business associate files"))
                .label(report.filing.filer.at(), format_args!("the business associate files"))
                .help(format_args!(
                    "The duties to tell the individuals and HHS are the covered entity's; the business associate's is to tell the covered entity. \
                     Agree in writing who does what, or leave this covered entity out and let it file."
                ));
        }
    }
}
