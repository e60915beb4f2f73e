//! The covered entities that two reports have in common. Knows no rule.

use crate::report::{CoveredEntity, Report, name};

/// Each covered entity of `this` with the one of `other` that it stands for: by name, or because each report has only one.
pub(super) fn entities<'r, 'a, 'o, 'b>(this: &'r Report<'a>, other: &'o Report<'b>) -> Vec<(&'r CoveredEntity<'a>, &'o CoveredEntity<'b>)> {
    if this.more_entities.is_empty() && other.more_entities.is_empty() {
        return vec![(&this.entity, &other.entity)];
    }
    let named = |entity: &'r CoveredEntity<'a>| {
        let own = entity.name.get()?;
        let mut alike = other.entities().filter(|known| known.name.get().is_some_and(|known| name::alike(own, known)));
        let first = alike.next()?;
        alike.next().is_none().then_some((entity, first))
    };
    this.entities().filter_map(named).collect()
}
