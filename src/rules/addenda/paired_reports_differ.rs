//! BR809: the HIPAA and the Part 2 report of one incident tell it differently.

use chrono::NaiveDate;

use crate::finding::{Severity, Sink};
use crate::report::terms::{Filer, Form};
use crate::report::{Fact, FactSet, Field, Report};
use crate::rules::{Check, Context, Relation, Rule, form, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning, Severity::Advice],
    needs: FactSet::of(&[Fact::BreachStart, Fact::BreachEnd, Fact::DiscoveryStart, Fact::DiscoveryEnd, Fact::BreachType]),
    uses: FactSet::of(&[Fact::Individuals, Fact::Filer]),
    cites: &[
        logic("one incident has one beginning, one discovery and one type"),
        form("OCR breach portal: an incident that involves both kinds of records is reported on both forms"),
    ],
    ..Rule::new(
        "BR809",
        "paired-reports-differ",
        "The HIPAA and the Part 2 report of one incident differ in dates, type or number of individuals.",
        include_str!("../../../docs/rules/BR809.md"),
        Check::Pair(Relation::OtherForm, check),
    )
};

fn check(this: &Report<'_>, other: &Report<'_>, _: &Context, out: &mut Sink) {
    let part_2_here = this.filing.filer.get().is_some_and(Filer::is_part_2);
    let form = if part_2_here { Form::Hipaa } else { Form::Part2 };
    let (own, theirs) = (&this.breach, &other.breach);
    let dates: [(&Field<NaiveDate>, &Field<NaiveDate>, &str); 4] = [
        (&own.start_date, &theirs.start_date, "the breach begins"),
        (&own.end_date, &theirs.end_date, "the breach ends"),
        (&own.discovery_start_date, &theirs.discovery_start_date, "the discovery begins"),
        (&own.discovery_end_date, &theirs.discovery_end_date, "the discovery ends"),
    ];
    for (field, others, what) in dates {
        if let (Some(here), Some(there)) = (field.get(), others.get())
            && here != there
        {
            out.warn(field.at(), format_args!("{what} on {here} here, and on {there} in the report on the form `{form}`")).help(
                format_args!("Both tell of one incident. Correct the one that is wrong, or say in both descriptions why they differ."),
            );
        }
    }
    if let (Some(here), Some(there)) = (own.breach_type.get(), theirs.breach_type.get())
        && here.joined() != there.joined()
    {
        out.warn(
            own.breach_type.at(),
            format_args!("the type is `{}` here, and `{}` in the report on the form `{form}`", here.joined(), there.joined()),
        )
        .help(format_args!("One incident has one cause. Choose the same type in both."));
    }
    if let (Some(here), Some(there)) = (own.individuals_affected.get(), theirs.individuals_affected.get()) {
        let (part_2, hipaa) = if part_2_here { (here, there) } else { (there, here) };
        if part_2 > hipaa {
            out.advise(own.individuals_affected.at(), format_args!("{part_2} individuals on the Part 2 form are more than {hipaa} on the HIPAA form"))
                .help(format_args!(
                    "A program that HIPAA covers holds its Part 2 records as protected health information too. Where it counts the two apart, say so in \
                     both descriptions."
                ));
        }
    }
}
