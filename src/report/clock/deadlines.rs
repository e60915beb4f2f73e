//! Every day that the law sets for one report, with the sum that gives it in words.

use chrono::{Datelike, NaiveDate};

use super::{Affected, MEDIA_LINE, ORAL_DELAY_DAYS, Start, affected, delay_until, due_after, is_initial, is_large, log_due_after};
use crate::report::date::{PART_2_FROM, after, days_between, log_deadline, sixty_days_after};
use crate::report::model::Report;
use crate::report::terms::{Filer, Form, State, StatementForm};

/// What falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duty {
    /// Notice to each individual.
    Individuals,
    /// Notice to HHS at once, 500 individuals or more.
    Secretary,
    /// Notice to HHS with the yearly log, fewer than 500.
    SecretaryLog,
    /// The same to HHS once more on the Part 2 form, because of a report on the HIPAA form.
    OtherForm,
    /// Notice to prominent media of a State.
    Media(State),
    /// The business associate's notice to the covered entity.
    CoveredEntity,
    /// The end of a law-enforcement delay.
    DelayEnds,
}

impl Duty {
    /// The paragraph that sets the day.
    pub fn cite(self) -> &'static str {
        match self {
            Self::Individuals => "45 CFR 164.404(b)",
            Self::Secretary => "45 CFR 164.408(b)",
            Self::SecretaryLog => "45 CFR 164.408(c)",
            Self::OtherForm => "42 CFR 2.16(b)",
            Self::Media(_) => "45 CFR 164.406(b)",
            Self::CoveredEntity => "45 CFR 164.410(b)",
            Self::DelayEnds => "45 CFR 164.412",
        }
    }

    /// The duty as machine formats call it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Individuals => "individual_notice",
            Self::Secretary => "hhs_500_or_more",
            Self::SecretaryLog => "hhs_fewer_than_500",
            Self::OtherForm => "part_2_report",
            Self::Media(_) => "media_notice",
            Self::CoveredEntity => "business_associate_notice",
            Self::DelayEnds => "law_enforcement_delay_ends",
        }
    }

    /// The State whose media are told.
    pub fn state(self) -> Option<State> {
        match self {
            Self::Media(state) => Some(state),
            _ => None,
        }
    }

    /// Whether a draft has an answer that says when it was done.
    pub fn is_recorded(self) -> bool {
        !matches!(self, Self::Media(_) | Self::OtherForm | Self::DelayEnds)
    }
}

/// One day that matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// What falls due.
    pub duty: Duty,
    /// For which covered entity; none where the report has only one.
    pub entity: Option<String>,
    /// The last day.
    pub due: NaiveDate,
    /// The day on which it was done, where the report says so.
    pub done: Option<NaiveDate>,
    /// How the day was reckoned, in words.
    pub reckoning: String,
}

impl Deadline {
    /// Days left on `day`; negative when it has passed.
    pub fn days_left(&self, day: NaiveDate) -> i64 {
        days_between(day, self.due)
    }
}

/// Every deadline of `report`, earliest first.
pub fn deadlines(report: &Report<'_>) -> Vec<Deadline> {
    let mut deadlines = Vec::new();
    let several = !report.more_entities.is_empty();
    for affected in affected(report) {
        let entity = if several { affected.entity.name.get().map(str::to_owned) } else { None };
        associate_notice(report, &affected, entity.as_ref(), &mut deadlines);
        let Some(start) = affected.start else { continue };
        let sixty = sixty_words(report, start);
        let due = due_after(report, start.date);
        let mut push = |duty, due, done, reckoning: &str| {
            deadlines.push(Deadline { duty, entity: entity.clone(), due, done, reckoning: reckoning.to_owned() });
        };
        push(Duty::Individuals, due, report.notice.individual_start.get(), &sixty);
        let filed = report.filing.submitted_on.get();
        let to_hhs = match is_large(report, &affected).filter(|_| is_initial(report)) {
            Some(true) => Some((Duty::Secretary, due, sixty.clone())),
            Some(false) => Some((Duty::SecretaryLog, log_due_after(report, start.date), log_words(report, start))),
            None => None,
        };
        if let Some((duty, due, words)) = to_hhs {
            push(duty, due, filed, &words);
            if takes_both_forms(report, start) {
                push(Duty::OtherForm, due, None, &words);
            }
        }
        for resident in affected.residents.map_or(&[][..], |(list, _)| list) {
            if resident.count > MEDIA_LINE {
                push(Duty::Media(resident.state), due, None, &sixty);
            }
        }
    }
    if let Some((end, _)) = delay_until(report) {
        deadlines.push(Deadline { duty: Duty::DelayEnds, entity: None, due: end, done: None, reckoning: delay_words(report, end) });
    }
    deadlines.sort_by_key(|deadline| deadline.due);
    deadlines
}

fn associate_notice(report: &Report<'_>, affected: &Affected<'_, '_>, entity: Option<&String>, deadlines: &mut Vec<Deadline>) {
    if let Some(discovered) = report.business_associate.discovered_on.get() {
        let due = due_after(report, discovered);
        let sum = format!("discovered {discovered} by the business associate + 60 calendar days");
        deadlines.push(Deadline {
            duty: Duty::CoveredEntity,
            entity: entity.cloned(),
            due,
            done: affected.entity.notified_by_business_associate_on.get(),
            reckoning: delayed(report, due, sixty_days_after(discovered), sum),
        });
    }
}

/// Whether this report on the HIPAA form has to be joined by one on the Part 2 form, which has been there since [`PART_2_FROM`].
fn takes_both_forms(report: &Report<'_>, start: Start) -> bool {
    let on_part_2 = report.filing.form.get() == Some(Form::Part2) || report.filing.filer.get().is_some_and(Filer::is_part_2);
    report.breach.part_2_records.get() == Some(true) && !on_part_2 && start.date >= PART_2_FROM
}

/// `sum` gives `undelayed`; `due` is later where a law-enforcement delay holds.
fn delayed(report: &Report<'_>, due: NaiveDate, undelayed: NaiveDate, sum: String) -> String {
    match delay_until(report).filter(|_| due > undelayed) {
        Some((end, _)) => format!("the day after the law-enforcement delay, which ends {end}; without it: {sum} = {undelayed}"),
        None => sum,
    }
}

fn sixty_words(report: &Report<'_>, start: Start) -> String {
    let whose = if start.imputed { " by the business associate, the covered entity's agent," } else { "" };
    let sum = format!("discovered {}{whose} + 60 calendar days", start.date);
    delayed(report, due_after(report, start.date), sixty_days_after(start.date), sum) + uncertain(start)
}

fn log_words(report: &Report<'_>, start: Start) -> String {
    let year = start.date.year();
    let sum = format!("discovered in {year}: {year}-12-31 + 60 calendar days");
    delayed(report, log_due_after(report, start.date), log_deadline(start.date), sum) + uncertain(start)
}

fn uncertain(start: Start) -> &'static str {
    if start.uncertain { "; earlier if the business associate is the covered entity's agent" } else { "" }
}

fn delay_words(report: &Report<'_>, end: NaiveDate) -> String {
    let notice = &report.notice;
    let oral = notice.delay_statement_date.get().filter(|_| notice.delay_form.get() == Some(StatementForm::Oral));
    match oral {
        Some(statement) if after(statement, ORAL_DELAY_DAYS) == end => {
            format!("oral statement of {statement} + {ORAL_DELAY_DAYS} calendar days")
        }
        _ => "the last day of the delay that the law-enforcement official asked for".to_owned(),
    }
}
