//! Every day on which a report says that somebody came to know of the breach. Does not know which of them starts a clock.

use chrono::NaiveDate;

use crate::report::Report;
use crate::source::At;

/// One such day, where it stands, and who came to know, in words.
pub(super) type Discovery = (NaiveDate, At, &'static str);

/// The days that the report gives, the form's own in front.
pub(super) fn discoveries(report: &Report<'_>) -> Vec<Discovery> {
    let form = (&report.breach.discovery_start_date, "discovered");
    let associate = (&report.business_associate.discovered_on, "discovered by the business associate");
    let mut fields = vec![form, associate];
    for entity in report.entities() {
        fields.push((&entity.discovered_on, "discovered by the covered entity"));
        fields.push((&entity.notified_by_business_associate_on, "the covered entity is told"));
    }
    fields.into_iter().filter_map(|(field, who)| Some((field.get()?, field.at(), who))).collect()
}
