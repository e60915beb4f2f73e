//! BR417: the electronic medical record beside the server that may hold it.

use crate::finding::{Severity, Sink};
use crate::report::terms::Location;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Location]),
    cites: &[data("OCR public export, October 2024: 41 reports name both")],
    ..Rule::new(
        "BR417",
        "record-beside-server",
        "Electronic Medical Record and Network Server are chosen together.",
        include_str!("../../../docs/rules/BR417.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.breach.location;
    let both = [Location::ElectronicMedicalRecord, Location::NetworkServer];
    if !field.get().is_some_and(|locations| both.into_iter().all(|location| locations.has(location))) {
        return;
    }
    out.advise(field.at_term(both[0]), format_args!("`Electronic Medical Record` stands beside `Network Server`"))
        .label(field.at_term(both[1]), format_args!("the server that holds the record?"))
        .help(format_args!(
            "Keep `Electronic Medical Record` if the record was opened, `Network Server` if files on the server were reached."
        ));
}
