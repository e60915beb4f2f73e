//! The sentences that several formats share: verdict, clocks, and what was not checked.

use chrono::NaiveDate;

use crate::check::{Standing, Verdict};
use crate::report::clock::{Deadline, Duty};
use crate::report::terms::Term;
use crate::rules::{NotChecked, Reason};

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

/// A deadline in one line.
pub fn deadline_words(deadline: &Deadline, as_of: NaiveDate) -> String {
    let what = match deadline.duty {
        Duty::Individuals => "notice to the individuals".to_owned(),
        Duty::Secretary => "report to HHS (500 or more)".to_owned(),
        Duty::SecretaryLog => "report to HHS (yearly log, fewer than 500)".to_owned(),
        Duty::Media(state) => format!("notice to media in {}", state.label()),
        Duty::CoveredEntity => "business associate's notice to the covered entity".to_owned(),
        Duty::DelayEnds => "law-enforcement delay ends".to_owned(),
    };
    let whose = deadline.entity.as_ref().map(|name| format!(" [{}]", crate::finding::safe_line(name))).unwrap_or_default();
    let standing = match deadline.done {
        Some(done) if done > deadline.due => format!("done late, on {done}"),
        Some(done) => format!("done on {done}"),
        None => days_words(deadline.days_left(as_of)),
    };
    format!("{}  {what}{whose}: {standing} ({}; {})", deadline.due, deadline.reckoning, deadline.duty.cite())
}

/// What was not checked, and why, in one line.
pub fn not_checked_words(lacking: &NotChecked) -> String {
    let facts: Vec<&str> = lacking.facts.iter().map(|fact| fact.path()).collect();
    let codes = lacking.codes.join(", ");
    let why = match lacking.reason {
        Reason::NotCarried => "the public record has no",
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
    };
    format!("{why} {} ({codes})", facts.join(", "))
}
