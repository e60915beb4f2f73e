//! The sentences that several formats share: verdict, clocks, and what was not checked.

use chrono::NaiveDate;

use super::Totals;
use crate::check::{Standing, Verdict};
use crate::dataset::Rows;
use crate::finding::{Fix, Located, Safety, SetAside, Suppression, SuppressionKind, made_safe, safe_line};
use crate::report::clock::{Deadline, Duty};
use crate::report::terms::Term;
use crate::rules::{self, Basis, NotChecked, Reason};
use crate::source::{masked, phi_spans};

/// The verdict in one line.
pub fn verdict_words(verdict: &Verdict) -> String {
    let mut parts = Vec::new();
    let head = match verdict.standing {
        Standing::NotReady => {
            parts.push(format!("{} to fix", verdict.errors));
            "NOT READY TO FILE"
        }
        Standing::Late => "LATE: file now",
        Standing::NoBlockingFault => "NO BLOCKING FAULT FOUND",
    };
    if verdict.warnings > 0 {
        parts.push(format!("{} to verify", verdict.warnings));
    }
    if verdict.in_baseline > 0 {
        parts.push(format!("{} of them in the baseline", verdict.in_baseline));
    }
    if verdict.suppressed > 0 {
        parts.push(format!("{} suppressed", verdict.suppressed));
    }
    if let Some((due, left)) = verdict.due {
        if left < 0 && verdict.standing != Standing::Late {
            parts.push("LATE: file now".to_owned());
        }
        parts.push(format!("{} {due}", if left < 0 { "was due" } else { "due" }));
        parts.push(days_words(left));
    }
    if verdict.standing == Standing::Late {
        parts.push("no other blocking fault found".to_owned());
    }
    let colon = if verdict.standing == Standing::Late { ", " } else { ": " };
    if parts.is_empty() { head.to_owned() } else { format!("{head}{colon}{}", parts.join(", ")) }
}

fn days_words(left: i64) -> String {
    let days = left.abs();
    let noun = if days == 1 { "day" } else { "days" };
    match left {
        0 => "today is the last day".to_owned(),
        1.. => format!("{days} {noun} left"),
        _ => format!("{days} {noun} ago"),
    }
}

/// `1 day`, `2 days`.
pub(super) fn noun_words(count: u64, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// What a duty is.
pub(super) fn duty_only_words(duty: Duty) -> String {
    match duty {
        Duty::Individuals => "notice to the individuals".to_owned(),
        Duty::Secretary => "report to HHS (500 or more)".to_owned(),
        Duty::SecretaryLog => "report to HHS (yearly log, fewer than 500)".to_owned(),
        Duty::OtherForm => "report to HHS on the Part 2 form".to_owned(),
        Duty::Media(state) => format!("notice to media in {}", state.label()),
        Duty::CoveredEntity => "business associate's notice to the covered entity".to_owned(),
        Duty::DelayEnds => "law-enforcement delay ends".to_owned(),
    }
}

/// What a deadline is for, and for whom.
pub(crate) fn duty_words(deadline: &Deadline) -> String {
    let whose = deadline.entity.as_ref().map(|name| format!(" [{}]", safe_line(name))).unwrap_or_default();
    duty_only_words(deadline.duty) + &whose
}

/// Whether a deadline is met, and how long there is.
pub(crate) fn standing_words(deadline: &Deadline, as_of: NaiveDate) -> String {
    match deadline.done {
        Some(done) if done > deadline.due => format!("done late, on {done}"),
        Some(done) => format!("done on {done}"),
        None => days_words(deadline.days_left(as_of)),
    }
}

/// A deadline in one line.
pub fn deadline_words(deadline: &Deadline, as_of: NaiveDate) -> String {
    let (what, standing) = (duty_words(deadline), standing_words(deadline, as_of));
    format!("{}  {what}: {standing} ({}; {})", deadline.due, deadline.reckoning, deadline.duty.cite())
}

/// What a rule rests on, the law first: each basis with its sources.
pub(super) fn cites_words(code: &str) -> Vec<(&'static str, String)> {
    let cites = rules::find(code).map(|rule| rule.cites).unwrap_or_default();
    [("law", Basis::Law), ("form", Basis::Form), ("data", Basis::Data), ("logic", Basis::Logic)]
        .into_iter()
        .filter_map(|(word, basis)| {
            let texts: Vec<&str> = cites.iter().filter(|cite| cite.basis == basis).map(|cite| cite.text).collect();
            (!texts.is_empty()).then(|| (word, texts.join(", ")))
        })
        .collect()
}

/// What a fix is asked for with, and what it would do.
pub(super) fn fix_words(fix: &Fix) -> (&'static str, String) {
    let command = match fix.safety {
        Safety::Safe => "breachlint fix",
        Safety::Unsafe => "breachlint fix --unsafe-fixes",
    };
    (command, format!("would {}.", safe_line(&fix.title)))
}

/// What is not checked, what can be repaired first.
pub(super) fn not_checked_in_order(list: &[NotChecked]) -> Vec<&NotChecked> {
    let mut list: Vec<&NotChecked> = list.iter().collect();
    list.sort_by_key(|lacking| match lacking.reason {
        Reason::Unreadable => 0,
        Reason::Missing => 1,
        Reason::Unanswered => 2,
        Reason::NotInOther => 3,
        Reason::NoEarlierReport | Reason::NoOtherForm | Reason::NoOtherParty => 4,
        Reason::NotCarried => 5,
        Reason::SwitchedOff => 6,
    });
    list
}

/// The reason of a suppression, with what looks like PHI hidden.
pub(super) fn reason_words(suppression: &Suppression) -> String {
    let reason = safe_line(&suppression.reason);
    masked(&reason, &phi_spans(&reason))
}

/// A finding that is set aside, and why, in one line.
pub(super) fn set_aside_words(aside: &SetAside) -> String {
    let (code, place) = (aside.located.finding.code, &aside.located.place);
    let name = rules::find(code).map_or("", |rule| rule.name);
    let at = if place.path.is_empty() { String::new() } else { format!(" at {}", place.path) };
    let until = aside.suppression.until.map(|until| format!(" (until {until})")).unwrap_or_default();
    let kind = if aside.suppression.kind == SuppressionKind::Attest { "attested: " } else { "" };
    format!("{code} {name}{at}, line {}: {kind}{}{until}", place.start.line, reason_words(&aside.suppression))
}

/// A finding in one line, as `path:line:column: severity[code] message`.
pub(super) fn concise_words(name: &str, located: &Located) -> String {
    let mut line = String::new();
    push_concise(name, located, &mut line);
    line
}

/// Appends that line to `out`. Piece by piece, because a dataset may have millions of them.
pub(super) fn push_concise(name: &str, located: &Located, out: &mut String) {
    let (finding, place) = (&located.finding, &located.place);
    let mut put = |pieces: &[&str]| pieces.iter().for_each(|piece| out.push_str(piece));
    let (mut line, mut column, mut row) = (itoa::Buffer::new(), itoa::Buffer::new(), itoa::Buffer::new());
    put(&[name, ":", line.format(place.start.line), ":", column.format(place.start.column), ": "]);
    put(&[finding.severity.word(), "[", finding.code, "]"]);
    if let Some(number) = place.row {
        put(&[" row ", row.format(number), ", "]);
        // A cell of a workbook comes with its sheet: the line says little there.
        if let Some(cell) = place.cell.as_deref().filter(|cell| cell.contains('!')) {
            put(&[&made_safe(cell), ", "]);
        }
        put(&[&place.path, ":"]);
    }
    put(&[" ", &made_safe(&finding.message)]);
}

/// How many rows were read, and how many of them have findings.
pub(super) fn rows_words(rows: Rows) -> String {
    format!("{} records read, {} with a remark", rows.read, rows.remarked)
}

/// The verdict on a dataset: what its rows add up to.
pub(super) fn dataset_verdict(counts: &Totals) -> Verdict {
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    Verdict {
        standing: if counts.errors > 0 { Standing::NotReady } else { Standing::NoBlockingFault },
        errors: count(counts.errors),
        warnings: count(counts.warnings),
        advice: count(counts.advice),
        suppressed: 0,
        in_baseline: 0,
        late: false,
        due: None,
    }
}

/// What was not checked, and why, in one line.
pub fn not_checked_words(lacking: &NotChecked) -> String {
    let facts: Vec<&str> = lacking.facts.iter().map(|fact| fact.path()).collect();
    let codes = lacking.codes.join(", ");
    let why = match lacking.reason {
        Reason::NotCarried => "the list has no",
        Reason::Unanswered => "not answered (the portal does not ask it):",
        Reason::Missing => "missing:",
        Reason::Unreadable => "not readable:",
        Reason::NotInOther => "not in the other report:",
        Reason::NoEarlierReport => return format!("no earlier report was given; name it with --previous ({codes})"),
        Reason::NoOtherForm => return format!("no report on the other form, HIPAA or Part 2, was given; name it with --twin ({codes})"),
        Reason::NoOtherParty => {
            return format!(
                "no report of the other party, business associate or covered entity, was given; if there is one, name it with --twin ({codes})"
            );
        }
        Reason::SwitchedOff => return format!("switched off by the configuration ({codes})"),
    };
    format!("{why} {} ({codes})", facts.join(", "))
}
