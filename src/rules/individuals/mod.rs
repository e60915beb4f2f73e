//! Rules about how many people, and the lines at 500.

mod count_exactly_500;
mod count_exactly_501;
mod count_just_below_500;
mod count_on_wrong_side;
mod media_answer_unsupported;
mod media_notice_at_500;
mod media_notice_beyond_law;
mod media_notice_denied;
mod paper_count_implausible;
mod residents_differ_from_total;
mod shared_media;
mod unusable_count;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &count_on_wrong_side::RULE,
    &unusable_count::RULE,
    &count_exactly_500::RULE,
    &count_exactly_501::RULE,
    &count_just_below_500::RULE,
    &residents_differ_from_total::RULE,
    &media_notice_denied::RULE,
    &media_notice_beyond_law::RULE,
    &media_notice_at_500::RULE,
    &media_answer_unsupported::RULE,
    &paper_count_implausible::RULE,
];
