//! BR703: individuals are told of a breach before anyone discovered it.

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::NoticeStart, Fact::DiscoveryStart]),
    uses: FactSet::of(&[Fact::EntityDiscovery, Fact::EntityTold, Fact::BaDiscovery]),
    cites: &[logic("nobody can be told of a breach that is not yet discovered")],
    ..Rule::new(
        "BR703",
        "notice-before-discovery",
        "Notice to the individuals starts before the breach was discovered.",
        include_str!("../../../docs/rules/BR703.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.notice.individual_start;
    let (Some(notice), Some(reported)) = (field.get(), report.breach.discovery_start_date.get()) else { return };
    // Whoever knew first may have told the individuals, also a business associate that told its covered entities later.
    let others = report.entities().flat_map(|entity| [&entity.discovered_on, &entity.notified_by_business_associate_on]);
    let others = others.chain([&report.business_associate.discovered_on]).filter_map(|known| known.get().map(|day| (day, known.at())));
    let reported = (reported, report.breach.discovery_start_date.at());
    let (discovered, at) = others.fold(reported, |first, other| if other.0 < first.0 { other } else { first });
    if notice < discovered {
        let days = (discovered - notice).num_days();
        let unit = if days == 1 { "day" } else { "days" };
        out.error(
            field.at(),
            format_args!("notice to individuals starts on {notice}, {days} {unit} before the breach was discovered on {discovered}"),
        )
        .here(format_args!("individuals are told here"))
        .label(at, format_args!("the first discovery"))
        .help(format_args!(
            "Check the year, month and day of the notice against your mailing records; the report must state both dates as they were."
        ));
    }
}
