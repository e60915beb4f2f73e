//! Rules that hold the text against the fields, or ask whether it can be posted.

mod dates_differ_from_text;
mod description_tells_nothing;
mod encrypted_device_reported;
mod entity_other_than_filer;
mod exclusion_argued;
mod phi_in_description;
mod two_incidents_told;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &description_tells_nothing::RULE,
    &phi_in_description::RULE,
    &encrypted_device_reported::RULE,
    &entity_other_than_filer::RULE,
    &dates_differ_from_text::RULE,
    &two_incidents_told::RULE,
    &exclusion_argued::RULE,
];
