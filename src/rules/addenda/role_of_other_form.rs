//! BR808: a role of the Part 2 form on the HIPAA form, or the reverse.

use crate::finding::{Severity, Sink};
use crate::report::terms::Form;
use crate::report::{Fact, FactSet, Gap, Report};
use crate::rules::{Check, Context, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::Filer]),
    uses: FactSet::of(&[Fact::Form]),
    cites: &[form("OCR's HIPAA and Part 2 breach forms: each has three roles of its own")],
    ..Rule::new(
        "BR808",
        "role-of-other-form",
        "The role of the filer belongs to the other form.",
        include_str!("../../../docs/rules/BR808.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (filer, form) = (&report.filing.filer, &report.filing.form);
    let Some(role) = filer.get() else { return };
    let chosen = match form.gap() {
        None => form.get(),
        Some(Gap::Absent) => Some(Form::Hipaa),
        Some(_) => None,
    };
    let own = if role.is_part_2() { Form::Part2 } else { Form::Hipaa };
    let Some(chosen) = chosen.filter(|&chosen| chosen != own) else { return };
    let draft = out.error(filer.at(), format_args!("this role is one of the form `{own}`, not of `{chosen}`"));
    let draft = if form.is_absent() {
        draft.here(format_args!("without `form`, the form `{chosen}` is filed"))
    } else {
        draft.label(form.at(), format_args!("the form is `{chosen}`"))
    };
    draft.help(format_args!(
        "Choose a role of the form that is filed. Where both kinds of records are affected, file one report on each form."
    ));
}
