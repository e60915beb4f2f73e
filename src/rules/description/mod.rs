//! Rules about the description against the answers.

mod burglary_not_theft;
mod cyberattack_not_hacking;
mod dates_differ_from_text;
mod description_tells_nothing;
mod disposal_filed_otherwise;
mod encrypted_device_reported;
mod entity_other_than_filer;
mod exclusion_argued;
mod lost_thing_filed_otherwise;
mod mail_to_oneself_filed_otherwise;
mod malware_not_hacking;
mod misaddressed_email_filed_otherwise;
mod misdelivered_post_filed_otherwise;
mod named_thing_not_a_location;
mod open_on_the_internet_filed_otherwise;
mod other_type_named;
mod phi_in_description;
mod phishing_not_hacking;
mod ransomware_not_hacking;
mod shared_claim;
mod snooping_filed_otherwise;
mod stolen_filed_as_hacking;
mod stolen_filed_as_loss;
mod stolen_laptop_filed_otherwise;
mod tracker_filed_otherwise;
mod two_incidents_told;

pub(super) use shared_claim::worth_reading;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &description_tells_nothing::RULE,
    &phi_in_description::RULE,
    &ransomware_not_hacking::RULE,
    &phishing_not_hacking::RULE,
    &cyberattack_not_hacking::RULE,
    &malware_not_hacking::RULE,
    &misdelivered_post_filed_otherwise::RULE,
    &misaddressed_email_filed_otherwise::RULE,
    &mail_to_oneself_filed_otherwise::RULE,
    &snooping_filed_otherwise::RULE,
    &burglary_not_theft::RULE,
    &stolen_laptop_filed_otherwise::RULE,
    &lost_thing_filed_otherwise::RULE,
    &disposal_filed_otherwise::RULE,
    &open_on_the_internet_filed_otherwise::RULE,
    &tracker_filed_otherwise::RULE,
    &named_thing_not_a_location::RULE,
    &stolen_filed_as_loss::RULE,
    &stolen_filed_as_hacking::RULE,
    &encrypted_device_reported::RULE,
    &entity_other_than_filer::RULE,
    &dates_differ_from_text::RULE,
    &other_type_named::RULE,
    &two_incidents_told::RULE,
    &exclusion_argued::RULE,
];
