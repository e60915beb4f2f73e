//! Rules about notices to individuals and media, law-enforcement delay.

mod delay_undocumented;
mod email_notice_unagreed;
mod hhs_report_apart_from_notice;
mod media_notice_without_outlet;
mod media_state_left_out;
mod notice_before_discovery;
mod notice_ends_late;
mod notice_start_unanswered;
mod notice_started_late;
mod oral_delay_overlong;
mod police_report_as_delay;
mod returned_mail_without_substitute;
mod shared_due;
mod substitute_count_above_total;
mod substitute_notice_incomplete;
mod written_delay_open_ended;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &notice_start_unanswered::RULE,
    &notice_started_late::RULE,
    &notice_before_discovery::RULE,
    &notice_ends_late::RULE,
    &hhs_report_apart_from_notice::RULE,
    &substitute_notice_incomplete::RULE,
    &substitute_count_above_total::RULE,
    &returned_mail_without_substitute::RULE,
    &media_state_left_out::RULE,
    &media_notice_without_outlet::RULE,
    &email_notice_unagreed::RULE,
    &delay_undocumented::RULE,
    &oral_delay_overlong::RULE,
    &written_delay_open_ended::RULE,
    &police_report_as_delay::RULE,
];
