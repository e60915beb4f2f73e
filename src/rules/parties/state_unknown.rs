//! BR102: a State that is none of those that the HIPAA rules know, or a row without one.

use crate::finding::{Severity, Sink};
use crate::report::terms::State;
use crate::report::{Fact, FactSet, Field, Gap, Report};
use crate::rules::{Check, Context, Rule, SourceKind, Usual, data, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::EntityState]),
    uses: FactSet::of(&[Fact::BaState]),
    cites: &[
        law("45 CFR 160.103"),
        data("OCR public export, October 2024: all 13 archive rows with a blank State are entities of Puerto Rico"),
    ],
    usual: Usual::STATE,
    ..Rule::new(
        "BR102",
        "state-unknown",
        "The State is none of the fifty, the District of Columbia or a territory, or a public row has none.",
        include_str!("../../../docs/rules/BR102.md"),
        Check::Report(check),
    )
};

const ADVICE: &str = "Use a two-letter code: one of the fifty States, DC, or a territory (AS, GU, MP, PR, VI).";

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    for entity in report.entities() {
        single(&entity.state, out);
        if context.source == SourceKind::Record && entity.state.is_absent() {
            out.error(entity.state.at(), format_args!("the State is blank"))
                .help(format_args!("In the public record a blank State is in practice a territory. Look up the address and enter its code: PR, GU, VI, AS or MP."));
        }
    }
    single(&report.business_associate.state, out);
}

fn single(state: &Field<State>, out: &mut Sink) {
    if state.gap() == Some(Gap::Unreadable("BR102")) {
        out.error(state.at(), format_args!("this is no State or territory of the form")).help(format_args!("{ADVICE}"));
    }
}
