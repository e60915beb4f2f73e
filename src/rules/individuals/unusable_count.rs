//! BR302: a number of individuals that is missing, or is no number of people.

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Field, Gap, Report, StateCount};
use crate::rules::{Check, Context, Rule, Usual, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::Individuals]),
    uses: FactSet::of(&[Fact::EntityIndividuals, Fact::Residents, Fact::EntityResidents]),
    silences: &["BR013"],
    cites: &[form("OCR breach portal: Approximate Number of Individuals Affected by the Breach")],
    usual: Usual::COUNT,
    ..Rule::new(
        "BR302",
        "unusable-count",
        "The number of individuals affected is missing, or is no whole number above zero.",
        include_str!("../../../docs/rules/BR302.md"),
        Check::Report(check),
    )
};

const HELP: &str =
    "Give a whole number of individuals. Where it is not known yet, an estimate may stand here until an addendum corrects it.";

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let total = &report.breach.individuals_affected;
    if total.is_absent() {
        out.error(total.at(), format_args!("the number of individuals affected is missing")).help(format_args!("{HELP}"));
    }
    people(total, out);
    residents(&report.breach.residents_by_state, out);
    for entity in report.entities() {
        people(&entity.individuals_affected, out);
        residents(&entity.residents_by_state, out);
    }
}

fn people(count: &Field<i64>, out: &mut Sink) {
    match (count.get(), count.gap()) {
        (Some(number), _) if number < 1 => {
            out.error(count.at(), format_args!("{number} individuals are affected; a breach affects at least 1"))
                .help(format_args!("{HELP}"));
        }
        (_, Some(Gap::Unreadable("BR302"))) => {
            out.error(count.at(), format_args!("the number of individuals affected is not a whole number")).help(format_args!("{HELP}"));
        }
        _ => {}
    }
}

fn residents(by_state: &Field<Vec<StateCount>>, out: &mut Sink) {
    for resident in by_state.list().unwrap_or_default().iter().filter(|resident| resident.count < 0) {
        out.error(
            resident.at,
            format_args!("{} residents of {}; a number of residents is at least 0", resident.count, resident.state.name()),
        )
        .help(format_args!("Give each State a whole number."));
    }
    if by_state.gap() == Some(Gap::Unreadable("BR302")) {
        out.error(by_state.at(), format_args!("a number of residents in this list is not a whole number"))
            .help(format_args!("Give each State a whole number."));
    }
}
