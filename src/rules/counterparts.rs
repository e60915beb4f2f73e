//! The covered entities that two reports have in common. Knows no rule.

use std::collections::HashMap;

use crate::report::{CoveredEntity, Report, name};

/// Each covered entity of `this` with the one of `other` that it stands for: by name, or because each report has only one.
pub(super) fn entities<'r, 'a, 'o, 'b>(this: &'r Report<'a>, other: &'o Report<'b>) -> Vec<(&'r CoveredEntity<'a>, &'o CoveredEntity<'b>)> {
    if this.more_entities.is_empty() && other.more_entities.is_empty() {
        return vec![(&this.entity, &other.entity)];
    }
    let mut by_key: HashMap<String, Vec<&'o CoveredEntity<'b>>> = HashMap::new();
    for entity in other.entities() {
        for key in entity.name.get().map(name::keys).unwrap_or_default() {
            by_key.entry(key).or_default().push(entity);
        }
    }
    let named = |entity: &'r CoveredEntity<'a>| {
        let keys = name::keys(entity.name.get()?);
        let mut alike = keys.iter().filter_map(|key| by_key.get(key)).flatten();
        let first = *alike.next()?;
        // Two of one name may each be meant.
        alike.all(|known| std::ptr::eq(*known, first)).then_some((entity, first))
    };
    this.entities().filter_map(named).collect()
}
