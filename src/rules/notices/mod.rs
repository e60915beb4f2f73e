//! Rules about notices to individuals and media, law-enforcement delay.

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
