//! BR707: substitute notice for 10 individuals or more, of a total below 10.

use crate::finding::{Severity, Sink};
use crate::report::terms::SubstituteSize;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::SubstituteSize, Fact::Individuals]),
    cites: &[logic("those who need substitute notice are some of those affected, and cannot be more")],
    ..Rule::new(
        "BR707",
        "substitute-count-above-total",
        "Substitute notice is answered `10 or more` although fewer than 10 individuals are affected in all.",
        include_str!("../../../docs/rules/BR707.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (size, total) = (&report.notice.substitute_size, &report.breach.individuals_affected);
    let (Some(SubstituteSize::TenOrMore), Some(count)) = (size.get(), total.get()) else { return };
    // A total of zero or less is no count at all; BR302 says so.
    if !(1..10).contains(&count) {
        return;
    }
    out.error(size.at(), format_args!("substitute notice for 10 or more individuals, of {count} affected in all"))
        .here(format_args!("10 or more"))
        .label(total.at(), format_args!("{count} in all"))
        .help(format_args!("Answer `Fewer than 10`, or correct the number of individuals affected."));
}
