//! BR613: the text says that a safeguard was lacking which is claimed.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::{UNANALYZED, UNREGULATED, UNTRAINED};
use crate::report::terms::Safeguard;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, form, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Safeguards]),
    any_of: Context::TEXTS,
    cites: &[
        form("OCR breach portal: Safeguards in Place Prior to Breach"),
        law("45 CFR 164.308(a)(1)(ii)(A), 164.308(a)(5) and 164.530(b) and (i)"),
    ],
    ..Rule::new(
        "BR613",
        "safeguard-denied-by-text",
        "The text says that a safeguard was lacking which is ticked as in place.",
        include_str!("../../../docs/rules/BR613.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.breach.safeguards;
    let (Some(claimed), Some(told)) = (field.get(), context.told(report)) else { return };
    let lacks = [(Safeguard::PrivacyRule, &UNTRAINED), (Safeguard::PrivacyRule, &UNREGULATED), (Safeguard::Administrative, &UNANALYZED)];
    for (safeguard, statement) in lacks {
        let Some(words) = Some(safeguard).filter(|&safeguard| claimed.has(safeguard)).and_then(|_| told.states(statement, &[])) else {
            continue;
        };
        out.warn(words.at, format_args!("`{safeguard}` are said to have been in place, and {} says {words}", told.name()))
            .here(format_args!("lacking"))
            .label(field.at_term(safeguard), format_args!("claimed"))
            .help(format_args!("Tick the safeguards that were in place before the breach, not those adopted after it. If this one was there in part, say in the description which part."));
    }
}
