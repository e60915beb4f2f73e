//! Rules about the order of dates, and the law's clocks.

mod hhs_told_late;
mod interval_reversed;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[&interval_reversed::RULE, &hhs_told_late::RULE];
