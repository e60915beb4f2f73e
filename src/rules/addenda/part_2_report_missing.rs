//! BR807: records under 42 CFR Part 2 were involved, and there is no report on the form for them.

use crate::finding::{Severity, Sink};
use crate::report::terms::Form;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Relation, Rule, form, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Part2Records]),
    uses: FactSet::of(&[Fact::Form]),
    cites: &[
        law("42 CFR 2.16(b)"),
        form("OCR breach portal since February 16, 2026: \"File a 42 CFR Part 2 Breach\" stands beside \"File a HIPAA Breach\""),
    ],
    effective: Era::PART_2,
    ..Rule::new(
        "BR807",
        "part-2-report-missing",
        "Records under 42 CFR Part 2 were involved, and no report on the Part 2 form was given.",
        include_str!("../../../docs/rules/BR807.md"),
        Check::Unpaired(Relation::OtherForm, check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let records = &report.breach.part_2_records;
    if records.get() == Some(true) && report.filing.form.get() != Some(Form::Part2) {
        out.warn(
            records.at(),
            format_args!("records under 42 CFR Part 2 are reported on the Part 2 form as well, and no such report was given"),
        )
        .help(format_args!(
            "File a second report on the Part 2 form. If its draft is there, check both in one run, or name it with --twin."
        ));
    }
}
