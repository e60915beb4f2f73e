//! BR620: nothing but "took steps to mitigate harm" or `Other` is chosen as an action.

use crate::finding::{Severity, Sink};
use crate::report::terms::Action;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Actions]),
    // Which action is lacking cannot be said before the list says what was done.
    silences: &["BR608", "BR617"],
    cites: &[form("OCR breach portal: Actions Taken offers thirteen named actions beside `Took steps to mitigate harm` and `Other`")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR620",
        "actions-vague",
        "The only actions chosen are `Took steps to mitigate harm` or `Other`.",
        include_str!("../../../docs/rules/BR620.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.notice.actions;
    let Some(actions) = field.get().filter(|actions| actions.only(&[Action::Mitigated, Action::Other])) else { return };
    let chosen = actions.iter().map(|action| format!("`{action}`")).collect::<Vec<_>>().join(" and ");
    out.advise(field.at(), format_args!("the only action chosen is {chosen}")).here(format_args!("does not say what was changed")).help(
        format_args!(
            "Choose every named action that was taken as well, such as the training, the policies or the safeguards that followed."
        ),
    );
}
