//! Rules about how many people, and the lines at 500.

mod count_differs_from_text;
mod count_exactly_500;
mod count_exactly_501;
mod count_just_below_500;
mod count_on_wrong_side;
mod individuals_left_out;
mod media_answer_unsupported;
mod media_notice_at_500;
mod media_notice_beyond_law;
mod media_notice_denied;
mod paper_count_implausible;
mod placeholder_unexplained;
mod records_counted_as_people;
mod residents_differ_from_total;
mod round_count_unexplained;
mod shared_media;
mod small_report_of_many;
mod unusable_count;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &count_on_wrong_side::RULE,
    &unusable_count::RULE,
    &count_exactly_500::RULE,
    &count_exactly_501::RULE,
    &placeholder_unexplained::RULE,
    &count_differs_from_text::RULE,
    &count_just_below_500::RULE,
    &records_counted_as_people::RULE,
    &individuals_left_out::RULE,
    &residents_differ_from_total::RULE,
    &media_notice_denied::RULE,
    &media_notice_beyond_law::RULE,
    &media_notice_at_500::RULE,
    &media_answer_unsupported::RULE,
    &paper_count_implausible::RULE,
    &round_count_unexplained::RULE,
    &small_report_of_many::RULE,
];
