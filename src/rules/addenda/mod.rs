//! Rules about addenda, and the separate Part 2 form.

mod addendum_crosses_threshold;
mod addendum_recategorizes;
mod addendum_tells_of_another;
mod initial_with_tracking_number;
mod paired_reports_differ;
mod part_2_report_missing;
mod placeholder_left_open;
mod role_of_other_form;
mod tracking_number_missing;
mod tracking_number_of_other_form;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &tracking_number_missing::RULE,
    &initial_with_tracking_number::RULE,
    &addendum_tells_of_another::RULE,
    &addendum_crosses_threshold::RULE,
    &placeholder_left_open::RULE,
    &addendum_recategorizes::RULE,
    &part_2_report_missing::RULE,
    &role_of_other_form::RULE,
    &paired_reports_differ::RULE,
    &tracking_number_of_other_form::RULE,
];
