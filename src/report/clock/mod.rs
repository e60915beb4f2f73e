//! The law's clocks over one report: whose discovery starts them, what a law-enforcement delay does, and when each duty falls due.

mod deadlines;

use chrono::NaiveDate;

pub use deadlines::{Deadline, Duty, deadlines};

use super::date::{after, log_deadline, sixty_days_after};
use super::model::{CoveredEntity, Report, StateCount};
use super::terms::{Affecting, Agent, Filer, ReportType, StatementForm};
use super::{Fact, FactSet};
use crate::source::At;

/// From this many individuals on, HHS is told at once rather than by the yearly log (45 CFR 164.408(b)).
pub const HHS_LINE: i64 = 500;
/// Above this many residents of one State, its media are told (45 CFR 164.406(a)).
pub const MEDIA_LINE: i64 = 500;
/// How long an oral statement of a law-enforcement official holds without a written one (45 CFR 164.412(b)).
pub const ORAL_DELAY_DAYS: u64 = 30;

/// Every fact that the functions of this file may read.
pub const FACTS: FactSet = FactSet::of(&[
    Fact::Filer,
    Fact::ReportType,
    Fact::SubmittedOn,
    Fact::EntityIndividuals,
    Fact::EntityResidents,
    Fact::EntityDiscovery,
    Fact::EntityTold,
    Fact::BaIsAgent,
    Fact::BaDiscovery,
    Fact::Affecting,
    Fact::DiscoveryStart,
    Fact::Individuals,
    Fact::Residents,
    Fact::DelayClaimed,
    Fact::DelayForm,
    Fact::DelayStatementDate,
    Fact::DelayEnd,
    Fact::DelayFollowUp,
    Fact::NoticeStart,
    Fact::MediaRequired,
]);

/// The law as it stands for one covered entity: thresholds and the discovery clock are per covered entity.
#[derive(Debug, Clone, Copy)]
pub struct Affected<'r, 'a> {
    /// The entity.
    pub entity: &'r CoveredEntity<'a>,
    /// Its individuals, and where they stand.
    pub individuals: Option<(i64, At)>,
    /// Its residents by State, and where they stand.
    pub residents: Option<(&'r [StateCount], At)>,
    /// The day on which its clock starts.
    pub start: Option<Start>,
}

/// The first day of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// Day 0.
    pub date: NaiveDate,
    /// Where it stands.
    pub at: At,
    /// Whether it is the business associate's discovery, imputed because it is the entity's agent.
    pub imputed: bool,
    /// Whether the clock may have started earlier, because it is not known if the business associate is the entity's agent.
    pub uncertain: bool,
}

/// Each covered entity with its own count, residents and clock. An entity filing for itself has the report's.
pub fn affected<'r, 'a>(report: &'r Report<'a>) -> Vec<Affected<'r, 'a>> {
    let shared = report.filing.filer.get().is_some_and(Filer::involves_associate);
    let alone = report.more_entities.is_empty();
    let breach = &report.breach;
    let total = breach.individuals_affected.get().map(|count| (count, breach.individuals_affected.at()));
    let residents = breach.residents_by_state.list().map(|list| (list, breach.residents_by_state.at()));
    let discovery = breach.discovery_start_date.get().map(|date| Start {
        date,
        at: breach.discovery_start_date.at(),
        imputed: false,
        uncertain: false,
    });
    report
        .entities()
        .map(|entity| {
            if !shared {
                return Affected { entity, individuals: total, residents, start: discovery };
            }
            let own_count = entity.individuals_affected.get().map(|count| (count, entity.individuals_affected.at()));
            let own_residents = entity.residents_by_state.list().map(|list| (list, entity.residents_by_state.at()));
            let start = shared_start(report, entity, discovery.filter(|_| alone));
            Affected {
                entity,
                individuals: own_count.or(total.filter(|_| alone)),
                residents: own_residents.or(residents.filter(|_| alone)),
                start,
            }
        })
        .collect()
}

/// When a business associate had the breach: its discovery is the entity's if it is the entity's agent, else the entity's own is.
/// `discovery` is the report's own answer, where it can only be this entity's.
fn shared_start(report: &Report<'_>, entity: &CoveredEntity<'_>, discovery: Option<Start>) -> Option<Start> {
    let associate = &report.business_associate.discovered_on;
    let agent = entity.ba_is_agent.get().unwrap_or(Agent::Unknown);
    let known = |field: &super::Field<NaiveDate>| field.get().map(|date| (date, field.at()));
    let told = [known(&entity.discovered_on), known(&entity.notified_by_business_associate_on)].into_iter().flatten().min();
    // An entity that files itself tells of its own discovery; a business associate may tell of its own.
    let files_itself = !report.filing.filer.get().is_some_and(Filer::is_associate);
    let answered = discovery.map(|start| (start.date, start.at));
    let own = if files_itself { [told, answered].into_iter().flatten().min() } else { told.or(answered) };
    if let (Agent::Yes, Some(date)) = (agent, associate.get())
        && own.is_none_or(|(own, _)| date <= own)
    {
        return Some(Start { date, at: associate.at(), imputed: true, uncertain: false });
    }
    let earlier = |date: NaiveDate| associate.get().is_some_and(|associate| associate < date);
    own.map(|(date, at)| Start { date, at, imputed: false, uncertain: agent == Agent::Unknown && earlier(date) })
}

/// The last day of a law-enforcement delay that holds, and where it stands (45 CFR 164.412).
pub fn delay_until(report: &Report<'_>) -> Option<(NaiveDate, At)> {
    let notice = &report.notice;
    if notice.delay_claimed.get() != Some(true) {
        return None;
    }
    let end = notice.delay_end.get().map(|end| (end, notice.delay_end.at()));
    match notice.delay_form.get()? {
        StatementForm::Written => end,
        StatementForm::Oral => {
            let statement = notice.delay_statement_date.get()?;
            let thirty = after(statement, ORAL_DELAY_DAYS);
            if notice.delay_follow_up.get().is_some_and(|written| (statement..=thirty).contains(&written)) {
                return end.or(Some((thirty, notice.delay_statement_date.at())));
            }
            let (last, at) = end.unwrap_or((thirty, notice.delay_statement_date.at()));
            Some((last.min(thirty), at))
        }
    }
}

/// Day 60 after `start`; or the day after a law-enforcement delay that lasts longer. A statement made after day 60 cures nothing.
pub fn due_after(report: &Report<'_>, start: NaiveDate) -> NaiveDate {
    let sixty = sixty_days_after(start);
    let in_time = report.notice.delay_statement_date.get().is_none_or(|statement| statement <= sixty);
    delay_until(report).filter(|_| in_time).map_or(sixty, |(end, _)| sixty.max(after(end, 1)))
}

/// Day 60 after the year of discovery; or the day after a law-enforcement delay that lasts longer. A statement made after day 60 cures nothing.
pub fn log_due_after(report: &Report<'_>, discovery: NaiveDate) -> NaiveDate {
    let log = log_deadline(discovery);
    let in_time = report.notice.delay_statement_date.get().is_none_or(|statement| statement <= log);
    delay_until(report).filter(|_| in_time).map_or(log, |(end, _)| log.max(after(end, 1)))
}

/// Whether this is the report that tells HHS of the breach, and not an addendum to one that did.
pub fn is_initial(report: &Report<'_>) -> bool {
    report.filing.report_type.get() != Some(ReportType::Addendum)
}

/// The day by which a report is judged: the day it was filed, or `as_of` for a draft.
pub fn judged_on(report: &Report<'_>, as_of: NaiveDate) -> NaiveDate {
    report.filing.submitted_on.get().unwrap_or(as_of)
}

/// Whether `affected` has 500 individuals or more; the portal's own question decides where the count is not known.
pub fn is_large(report: &Report<'_>, affected: &Affected<'_, '_>) -> Option<bool> {
    if let Some((count, _)) = affected.individuals {
        return Some(count >= HHS_LINE);
    }
    if !report.more_entities.is_empty() {
        return None;
    }
    report.breach.affecting.get().map(|answer| answer == Affecting::FiveHundredOrMore)
}
