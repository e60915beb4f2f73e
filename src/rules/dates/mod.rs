//! Rules about the order of dates, and the law's clocks.

mod breach_before_rule;
mod breach_lasted_years;
mod discovered_after_filed;
mod discovered_before_occurred;
mod discovered_long_after;
mod discovery_dated_to_review;
mod discovery_drawn_out;
mod future_date;
mod hhs_told_late;
mod interval_reversed;
mod log_filed_late;
mod log_year_misreckoned;
mod shared_clocks;
mod shared_discoveries;
mod shared_words;
mod sixtieth_day_near;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &interval_reversed::RULE,
    &discovered_before_occurred::RULE,
    &future_date::RULE,
    &breach_before_rule::RULE,
    &hhs_told_late::RULE,
    &sixtieth_day_near::RULE,
    &log_filed_late::RULE,
    &log_year_misreckoned::RULE,
    &discovery_dated_to_review::RULE,
    &discovered_after_filed::RULE,
    &breach_lasted_years::RULE,
    &discovery_drawn_out::RULE,
    &discovered_long_after::RULE,
];
