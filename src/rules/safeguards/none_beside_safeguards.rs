//! BR602: `None` chosen together with a safeguard.

use crate::finding::{Severity, Sink};
use crate::report::terms::Safeguard;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::Safeguards]),
    // As long as it is not settled whether there was none, it says nothing about electronic information.
    silences: &["BR611"],
    cites: &[logic("safeguards cannot have been in place and none of them have been")],
    ..Rule::new(
        "BR602",
        "none-beside-safeguards",
        "The safeguard `None` is chosen together with a safeguard.",
        include_str!("../../../docs/rules/BR602.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.breach.safeguards;
    let Some(safeguards) = field.get().filter(|safeguards| safeguards.has(Safeguard::None)) else { return };
    let mut others = safeguards.iter().filter(|&safeguard| safeguard != Safeguard::None);
    let Some(first) = others.next() else { return };
    let more = others.count();
    let count = if more == 0 { "one safeguard".to_owned() } else { format!("{} safeguards", more + 1) };
    out.error(field.at_term(Safeguard::None), format_args!("`None` is chosen beside {count} that it denies"))
        .here(format_args!("says that no safeguard was in place"))
        .label(field.at_term(first), format_args!("names a safeguard that was"))
        .help(format_args!("Keep `None` alone if nothing was in place before the breach; otherwise take `None` out."));
}
