//! BR803: an addendum with another covered entity, State or discovery than the report to which it adds.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::finding::{Severity, Sink, quoted};
use crate::report::terms::Term;
use crate::report::{CoveredEntity, Fact, FactSet, Field, Report, name};
use crate::rules::counterparts::entities;
use crate::rules::{Check, Context, Relation, Rule, form, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::EntityState, Fact::DiscoveryStart]),
    uses: FactSet::of(&[Fact::EntityDiscovery]),
    cites: &[form("OCR breach portal, General screen: an addendum adds to a previous report"), law("45 CFR 164.404(a)(2)")],
    ..Rule::new(
        "BR803",
        "addendum-tells-of-another",
        "The addendum has another covered entity, State or day of discovery than the report to which it adds.",
        include_str!("../../../docs/rules/BR803.md"),
        Check::Pair(Relation::Earlier, check),
    )
};

fn check(this: &Report<'_>, other: &Report<'_>, _: &Context, out: &mut Sink) {
    let known = entities(this, other);
    let kept: HashSet<*const CoveredEntity<'_>> = known.iter().map(|&(_, earlier)| std::ptr::from_ref(earlier)).collect();
    let help = format_args!(
        "An addendum adds to the report of one breach. If this is another one, file an initial report; if the earlier answer was wrong, say so in \
         the description."
    );
    for earlier in other.entities() {
        let Some(before) = earlier.name.get() else { continue };
        let kept = kept.contains(&std::ptr::from_ref(earlier));
        match this.entity.name.get() {
            Some(own) if kept && this.more_entities.is_empty() && !name::alike(own, before) => {
                let draft = out.warn(this.entity.name.at(), format_args!("the earlier report is of {}", quoted(before.trim())));
                draft.here(format_args!("another covered entity")).help(help);
            }
            _ if kept => {}
            _ => {
                out.warn(this.entity.name.at(), format_args!("the earlier report lists {} too", quoted(before.trim()))).help(help);
            }
        }
    }
    for (entity, earlier) in &known {
        if let (Some(own), Some(before)) = (entity.state.get(), earlier.state.get())
            && own != before
        {
            out.warn(entity.state.at(), format_args!("the State is {own}, and was {} in the earlier report", before.label())).help(help);
        }
        discovery(&entity.discovered_on, &earlier.discovered_on, out);
    }
    discovery(&this.breach.discovery_start_date, &other.breach.discovery_start_date, out);
}

fn discovery(own: &Field<NaiveDate>, earlier: &Field<NaiveDate>, out: &mut Sink) {
    if let (Some(date), Some(before)) = (own.get(), earlier.get())
        && date != before
    {
        out.warn(own.at(), format_args!("the breach is discovered on {date}, and on {before} in the earlier report")).help(format_args!(
            "A breach is discovered on the first day on which it is known; what is found out later about it does not start the clock anew. If the \
             earlier answer was wrong, say in the description what was known when."
        ));
    }
}
