//! BR614: no action taken in response to the breach is chosen.

use crate::finding::{Severity, Sink};
use crate::report::terms::TermSet;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Actions]),
    cites: &[form("OCR breach portal: Actions Taken in Response to Breach is a required question")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR614",
        "actions-missing",
        "No action taken in response to the breach is chosen.",
        include_str!("../../../docs/rules/BR614.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let actions = &report.notice.actions;
    if actions.is_absent() || actions.get().is_some_and(TermSet::is_empty) {
        out.warn(actions.at(), format_args!("no action taken in response to the breach is chosen; the form requires at least one"))
            .help(format_args!("Choose under `notice.actions` what has been done; what is only planned does not belong there."));
    }
}
