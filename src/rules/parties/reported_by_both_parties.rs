//! BR121: a business associate's report and a covered entity's own, of one incident.

use crate::finding::{Severity, Sink, quoted};
use crate::report::terms::Filer;
use crate::report::{Fact, FactSet, Report, name};
use crate::rules::{Check, Context, Relation, Rule, law, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Filer, Fact::EntityName]),
    uses: FactSet::of(&[Fact::EntityIndividuals, Fact::Individuals]),
    cites: &[law("45 CFR 164.408(a)"), logic("two reports of one incident count the same individuals twice")],
    ..Rule::new(
        "BR121",
        "reported-by-both-parties",
        "The business associate and the covered entity both report the same incident.",
        include_str!("../../../docs/rules/BR121.md"),
        Check::Pair(Relation::OtherParty, check),
    )
};

fn check(this: &Report<'_>, other: &Report<'_>, _: &Context, out: &mut Sink) {
    let filer = &this.filing.filer;
    let Some(associate_here) = filer.get().map(Filer::is_associate) else { return };
    let (associates, own) = if associate_here { (this, other) } else { (other, this) };
    let Some(name) = own.entity.name.get() else { return };
    let listed = associates.entities().find(|entity| entity.name.get().is_some_and(|known| name::alike(known, name)));
    let Some(listed) = listed else { return };
    let at = if associate_here { listed.name.at() } else { filer.at() };
    let who = if associate_here { "the covered entity" } else { "the business associate" };
    let draft = out.warn(at, format_args!("{who} reports this incident as well, for {}", quoted(name.trim())));
    let alone = associates.more_entities.is_empty();
    let theirs = listed.individuals_affected.get().or(associates.breach.individuals_affected.get().filter(|_| alone));
    let ours = own.entity.individuals_affected.get().or(own.breach.individuals_affected.get());
    let draft = match theirs.zip(ours) {
        Some((theirs, ours)) if theirs != ours => {
            let (here, there) = if associate_here { (theirs, ours) } else { (ours, theirs) };
            draft.here(format_args!("{here} individuals of this covered entity here, {there} there"))
        }
        _ => draft,
    };
    draft.help(format_args!(
        "One notice of a breach is enough. Agree which of the two tells the individuals, HHS and the media, and let only that one file."
    ));
}
