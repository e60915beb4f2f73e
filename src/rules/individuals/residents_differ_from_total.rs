//! BR310: residents by State that do not add up to the individuals.

use crate::finding::{Severity, Sink};
use crate::report::clock::{self, affected};
use crate::report::{Fact, FactSet, Report, StateCount};
use crate::rules::{Check, Context, Rule, law, logic};
use crate::source::At;

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Individuals, Fact::Residents, Fact::EntityResidents]),
    uses: clock::FACTS,
    cites: &[logic("everybody affected lives in one State, or abroad"), law("45 CFR 164.406(a)")],
    ..Rule::new(
        "BR310",
        "residents-differ-from-total",
        "The residents by State do not add up to the number of individuals.",
        include_str!("../../../docs/rules/BR310.md"),
        Check::Report(check),
    )
};

/// A number of individuals and a list of their residents by State, each with its place.
type Pair<'r> = ((i64, At), (&'r [StateCount], At));

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let whole = breach.individuals_affected.get().map(|count| (count, breach.individuals_affected.at()));
    let whole = whole.zip(breach.residents_by_state.list().map(|list| (list, breach.residents_by_state.at())));
    let mut pairs: Vec<Pair<'_>> = affected(report).iter().filter_map(|affected| affected.individuals.zip(affected.residents)).collect();
    // The whole report's own list counts too, where each covered entity has another.
    pairs.extend(whole.filter(|(_, (_, at))| pairs.iter().all(|(_, (_, other))| other != at)));
    for ((count, count_at), (list, list_at)) in pairs {
        let sum = list.iter().fold(0i64, |sum, state| sum.saturating_add(state.count));
        if sum != count && list.iter().all(|state| state.count >= 0) && count > 0 {
            let help = if sum > count {
                "Check the list and the number: nobody lives in two States."
            } else {
                "Check the list and the number. Only those who live outside the States and territories may be missing from the list."
            };
            out.warn(list_at, format_args!("the residents by State add up to {sum}; {count} individuals are affected"))
                .here(format_args!("{sum} residents"))
                .label(count_at, format_args!("{count} individuals"))
                .help(format_args!("{help}"));
        }
    }
}
