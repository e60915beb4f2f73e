//! What is usual in a row of the public record, told once for all rules that have nothing to say about it.

use super::Context;
use crate::report::terms::EntityType;
use crate::report::{Fact, FactSet, Gap, Kinds, Report};

/// Parts of a row that may be usual, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual(u8);

/// Sets of parts that there are.
pub(super) const SETS: usize = 16;

/// No name that is longer stands for another or for none, or is nothing but initials.
const SHORT: usize = 20;

impl Usual {
    /// Nothing.
    pub const NOTHING: Self = Self(0);
    /// The name: tidy, in small letters, long, and none that speaks against the type of entity, which is not the rarest.
    pub const NAME: Self = Self(1);
    /// The State: there is one.
    pub const STATE: Self = Self(1 << 1);
    /// The days: none is still to come.
    pub const DAYS: Self = Self(1 << 2);
    /// The number of individuals: neither near the line at 500 nor of a size that is hard to believe.
    pub const COUNT: Self = Self(1 << 3);

    /// The set as a number below [`SETS`].
    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Whether every part of `other`, which has one at least, is in the set.
    pub(super) fn covers(self, other: Self) -> bool {
        other != Self::NOTHING && self.0 & other.0 == other.0
    }

    /// Each set.
    pub(super) fn sets() -> [Self; SETS] {
        std::array::from_fn(|set| Self(u8::try_from(set).unwrap_or(0)))
    }

    /// What is usual in `report`, a row with one covered entity whose source has `carried`.
    pub(super) fn of(report: &Report<'_>, context: &Context, carried: FactSet) -> Self {
        if !report.more_entities.is_empty() {
            return Self::NOTHING;
        }
        let parts = [
            (Self::NAME, name(report, context)),
            (Self::STATE, state(report)),
            (Self::DAYS, days(report, context, carried)),
            (Self::COUNT, count(report)),
        ];
        Self(parts.into_iter().fold(0, |set, (part, is)| if is { set | part.0 } else { set }))
    }
}

fn name(report: &Report<'_>, context: &Context) -> bool {
    let (Some(name), None) = (report.entity.name.get(), report.business_associate.name.get()) else { return false };
    let glance = context.glance(name);
    let kind = report.entity.kind.get();
    let against = match kind {
        Some(EntityType::Provider) => Kinds::PLAN,
        Some(EntityType::HealthPlan) => Kinds::PROVIDER,
        _ => Kinds::NONE,
    };
    let is_long = name.len() > SHORT && !name.ends_with('.') && kind != Some(EntityType::ClearingHouse);
    is_long & glance.is_tidy() & glance.has_lower_case() & !glance.may_hold(against.with(Kinds::SEE))
}

fn state(report: &Report<'_>) -> bool {
    report.entity.state.get().is_some() && report.business_associate.state.gap() == Some(Gap::NotCarried)
}

/// The days of a report but for that of its submission. Few lists of rows have any of them.
const FURTHER_DAYS: FactSet = FactSet::of(&[
    Fact::BreachStart,
    Fact::BreachEnd,
    Fact::DiscoveryStart,
    Fact::DiscoveryEnd,
    Fact::BaDiscovery,
    Fact::DelayStatementDate,
    Fact::EntityDiscovery,
    Fact::EntityTold,
]);

fn days(report: &Report<'_>, context: &Context, carried: FactSet) -> bool {
    let (breach, entity) = (&report.breach, &report.entity);
    let is_over = |day| day <= context.as_of;
    if !report.filing.submitted_on.get().is_none_or(is_over) {
        return false;
    }
    if carried.and(FURTHER_DAYS).is_empty() {
        return true;
    }
    let days = [
        breach.start_date.get(),
        breach.end_date.get(),
        breach.discovery_start_date.get(),
        breach.discovery_end_date.get(),
        report.business_associate.discovered_on.get(),
        report.notice.delay_statement_date.get(),
        entity.discovered_on.get(),
        entity.notified_by_business_associate_on.get(),
    ];
    days.into_iter().flatten().all(is_over)
}

fn count(report: &Report<'_>) -> bool {
    let (breach, entity) = (&report.breach, &report.entity);
    let alone = [entity.individuals_affected.gap(), breach.residents_by_state.gap(), entity.residents_by_state.gap()];
    matches!(breach.individuals_affected.get(), Some(1..490 | 502..1_000_000)) && alone.iter().all(|gap| *gap == Some(Gap::NotCarried))
}
