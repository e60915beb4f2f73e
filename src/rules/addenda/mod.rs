//! Rules about addenda, and the separate Part 2 form.

mod initial_with_tracking_number;
mod role_of_other_form;
mod tracking_number_missing;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[&tracking_number_missing::RULE, &initial_with_tracking_number::RULE, &role_of_other_form::RULE];
