//! BR806: an addendum that takes back the type or a location of the report to which it adds.

use crate::finding::{Severity, Sink};
use crate::report::terms::Term;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Relation, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location]),
    cites: &[data(
        "OCR public export, 2020 to 2024: 21 types and 75 locations were changed later; 18 of the types became Hacking/IT Incident, and 70 of the \
         locations became a single one",
    )],
    ..Rule::new(
        "BR806",
        "addendum-recategorizes",
        "The addendum takes back the type of breach or a location of the report to which it adds.",
        include_str!("../../../docs/rules/BR806.md"),
        Check::Pair(Relation::Earlier, check),
    )
};

fn check(this: &Report<'_>, other: &Report<'_>, _: &Context, out: &mut Sink) {
    let (own, earlier) = (&this.breach, &other.breach);
    if let (Some(kind), Some(before)) = (own.breach_type.get(), earlier.breach_type.get())
        && kind.joined() != before.joined()
    {
        out.advise(own.breach_type.at(), format_args!("the type was `{}` in the earlier report", before.joined()))
            .help(format_args!("Say in the description what showed it. The public list shows the last answer only."));
    }
    if let (Some(places), Some(before)) = (own.location.get(), earlier.location.get()) {
        let gone: Vec<&str> = before.iter().filter(|&place| !places.has(place)).map(Term::label).collect();
        if !gone.is_empty() {
            out.advise(own.location.at(), format_args!("the earlier report had {} as well", listed(&gone))).help(format_args!(
                "If the information was not there after all, say so in the description. The public list shows the last answer only."
            ));
        }
    }
}

fn listed(labels: &[&str]) -> String {
    labels.iter().map(|label| format!("`{label}`")).collect::<Vec<_>>().join(", ")
}
