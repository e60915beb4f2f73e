//! BR203: a date of something that has happened lies in the future.

use chrono::NaiveDate;

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Field, Report};
use crate::rules::{Check, Context, Rule, Usual, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    // Any one of the dates is enough to decide, and each source has others: the name is what every source carries.
    needs: FactSet::of(&[Fact::EntityName]),
    uses: FactSet::of(&[
        Fact::SubmittedOn,
        Fact::BreachStart,
        Fact::BreachEnd,
        Fact::DiscoveryStart,
        Fact::DiscoveryEnd,
        Fact::BaDiscovery,
        Fact::EntityDiscovery,
        Fact::EntityTold,
        Fact::DelayStatementDate,
    ]),
    silences: &["BR210", "BR211", "BR212", "BR213"],
    cites: &[logic("what has happened cannot lie in the future")],
    usual: Usual::DAYS,
    ..Rule::new(
        "BR203",
        "future-date",
        "A date of something that has already happened lies in the future.",
        include_str!("../../../docs/rules/BR203.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let as_of = context.as_of;
    let mut past = |field: &Field<NaiveDate>, what: &str| {
        if let Some(day) = field.get().filter(|&day| day > as_of) {
            out.error(field.at(), format_args!("{what} on {day}, a day that is still to come on {as_of}"))
                .here(format_args!("later than {as_of}"))
                .help(format_args!(
                    "Check the year, and whether month and day are exchanged. If the date is right, check the day of the check itself (--as-of)."
                ));
        }
    };
    past(&report.filing.submitted_on, "the report was submitted");
    past(&breach.start_date, "the breach began");
    past(&breach.end_date, "the breach ended");
    past(&breach.discovery_start_date, "the breach was discovered");
    past(&breach.discovery_end_date, "the discovery ended");
    past(&report.business_associate.discovered_on, "the business associate discovered the breach");
    past(&report.notice.delay_statement_date, "the law-enforcement official made the statement");
    for entity in report.entities() {
        past(&entity.discovered_on, "the covered entity discovered the breach");
        past(&entity.notified_by_business_associate_on, "the business associate told the covered entity");
    }
}
