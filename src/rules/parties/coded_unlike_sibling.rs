//! BR126: two covered entities code one incident at their business associate differently.

use crate::finding::{Severity, Sink, quoted};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Relation, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BaName, Fact::BreachType, Fact::Location]),
    uses: FactSet::of(&[Fact::EntityName]),
    cites: &[
        logic("one incident has one cause"),
        data(
            "OCR public export: of the reports on one vendor's incident of 2019, 10 say that no business associate was present and 8 that one was",
        ),
    ],
    ..Rule::new(
        "BR126",
        "coded-unlike-sibling",
        "Another covered entity reports the same incident at the business associate with another type or location.",
        include_str!("../../../docs/rules/BR126.md"),
        Check::Pair(Relation::Sibling, check),
    )
};

fn check(this: &Report<'_>, other: &Report<'_>, _: &Context, out: &mut Sink) {
    let (own, theirs) = (&this.breach, &other.breach);
    let whose = quoted(other.entity.name.get().unwrap_or("another covered entity").trim()).to_string();
    let help = format_args!(
        "One incident has one cause. Where the information was may differ from client to client; ask the business associate which answers are right."
    );
    if let (Some(here), Some(there)) = (own.breach_type.get(), theirs.breach_type.get())
        && here.joined() != there.joined()
    {
        out.advise(own.breach_type.at(), format_args!("{whose} reports this incident as `{}`", there.joined())).help(help);
    } else if let (Some(here), Some(there)) = (own.location.get(), theirs.location.get())
        && here.joined() != there.joined()
    {
        out.advise(own.location.at(), format_args!("{whose} reports this incident with the location `{}`", there.joined())).help(help);
    }
}
