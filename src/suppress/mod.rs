//! Which findings of a file are set aside, by a comment in it, an entry of the configuration, an attestation or the baseline; and which of
//! these orders have no effect. Knows no file system and no clock.

mod comment;
mod values;

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use comment::nearest_rule;
pub use values::hexadecimal;
pub(crate) use values::{fingerprint, hash};

use crate::document::{Content, Document};
use crate::finding::{Detail, Fault, Located, Moot, Order, SetAside, Sink, Suppression, SuppressionKind};
use crate::rules::{Engine, UNREAD};
use crate::source::{At, Part, Source};
use comment::{Directive, Scope};

/// The code of the rule about suppressions, which no suppression can silence.
const OWN: &str = "BR016";

/// The findings of one report.
#[derive(Debug, Default)]
pub(crate) struct Judged {
    /// Those that count.
    pub(crate) findings: Vec<Located>,
    /// Those that do not.
    pub(crate) set_aside: Vec<SetAside>,
    /// The first byte of the report.
    pub(crate) start: u32,
    /// The rules that could not decide: what they would have found is not known.
    pub(crate) undecided: BTreeSet<&'static str>,
    /// Whether the report was read to its end.
    pub(crate) whole: bool,
}

/// Whether anything may be set aside in the file.
pub(crate) fn concerns(source: &Source, engine: &Engine) -> bool {
    engine.orders().is_some_and(|orders| !orders.entries.is_empty() || orders.baseline.is_some() || comment::may_stand_in(source.text()))
}

/// Sets aside what the file's comments and the engine's orders say, and files a finding for each order without effect. What the baseline
/// knows and the file no longer has is given back, as code and path.
pub(crate) fn settle(document: &Document<'_>, engine: &Engine, reports: &mut [Judged]) -> Vec<String> {
    let (directives, mut faults) = comment::read(document);
    let mut orders: Vec<Standing<'_>> = directives.iter().map(Standing::from_comment).collect();
    orders.extend(engine.orders().iter().flat_map(|orders| &orders.entries).map(Standing::from_entry));
    let as_of = engine.context().as_of;
    for order in &mut orders {
        if let Some(until) = order.suppression.until.filter(|&until| until < as_of) {
            order.moot = Some(Moot::Expired(until));
        } else if UNREAD.contains(&order.code) || order.code == OWN {
            order.moot = Some(Moot::Unread);
        }
    }
    for judged in reports.iter_mut() {
        for located in std::mem::take(&mut judged.findings) {
            match first(document, engine, &mut orders, &located) {
                Some(suppression) => judged.set_aside.push(SetAside { located, suppression }),
                None => judged.findings.push(located),
            }
        }
    }
    let decided = |code: &str| reports.iter().all(|judged| judged.whole && !judged.undecided.contains(code));
    for order in orders.iter().filter(|order| !order.used) {
        let moot = order.moot.clone().or_else(|| decided(order.code).then_some(Moot::Unused));
        faults.extend(moot.map(|moot| order.fault(moot)));
    }
    file(document, engine, reports, &faults);
    known_before(document, engine, reports)
}

/// One order about one code, from wherever it came.
struct Standing<'o> {
    code: &'static str,
    suppression: Suppression,
    at: At,
    reach: Reach<'o>,
    used: bool,
    moot: Option<Moot>,
}

enum Reach<'o> {
    Comment(Scope),
    Entry(&'o Order),
}

impl<'o> Standing<'o> {
    fn from_comment(directive: &Directive) -> Self {
        let suppression = Suppression { kind: SuppressionKind::Inline, reason: directive.reason.clone(), until: directive.until };
        let reach = Reach::Comment(directive.scope);
        Self { code: directive.code, suppression, at: directive.at, reach, used: false, moot: None }
    }

    fn from_entry(order: &'o Order) -> Self {
        let (suppression, reach) = (order.suppression.clone(), Reach::Entry(order));
        Self { code: order.code, suppression, at: At::file(0, 0), reach, used: false, moot: None }
    }

    /// Whether it is about `located`; for an attestation, whatever the values are.
    fn reaches<F: FnOnce() -> Vec<u32>>(&self, located: &Located, lines: &LazyCell<Vec<u32>, F>) -> bool {
        self.code == located.finding.code
            && match self.reach {
                Reach::Comment(Scope::File) => true,
                Reach::Comment(Scope::Line(line)) => lines.contains(&line),
                Reach::Entry(order) => order.field.as_deref().is_none_or(|field| is_within(&located.place.path, field)),
            }
    }

    fn fault(&self, moot: Moot) -> Fault {
        let (what, origin) = match self.reach {
            Reach::Comment(_) => ("suppression", None),
            Reach::Entry(order) => {
                let what = if order.suppression.kind == SuppressionKind::Attest { "attestation" } else { "suppression" };
                (what, Some(order.origin.clone()))
            }
        };
        Fault::new(OWN, self.at, Detail::Suppression { moot, code: self.code.to_owned(), what, origin })
    }
}

/// The first order that sets `located` aside. Those that would and may not are marked with why.
fn first(document: &Document<'_>, engine: &Engine, orders: &mut [Standing<'_>], located: &Located) -> Option<Suppression> {
    let finding = &located.finding;
    if UNREAD.contains(&finding.code) || finding.code == OWN {
        return None;
    }
    let lines = LazyCell::new(|| lines(document, located));
    for order in orders.iter_mut() {
        if matches!(order.moot, Some(Moot::Expired(_))) || !order.reaches(located, &lines) {
            continue;
        }
        if !engine.levels().lets_suppress(finding.code, finding.severity) {
            order.moot = Some(Moot::MustFix);
            continue;
        }
        if let Reach::Entry(Order { values: Some(values), .. }) = order.reach
            && engine.orders().and_then(|orders| orders.attest_key).is_none_or(|key| hash(&key, document, located) != *values)
        {
            order.moot = Some(Moot::Lapsed);
            continue;
        }
        order.used = true;
        return Some(order.suppression.clone());
    }
    None
}

/// Whether `path` is `field` or stands below it.
fn is_within(path: &str, field: &str) -> bool {
    path.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The line on which `located` is, and those on which the answer begins in which it stands.
fn lines(document: &Document<'_>, located: &Located) -> Vec<u32> {
    let mut lines = vec![located.place.start.line];
    let mut id = located.finding.at.field;
    if located.finding.at.part == Part::Key || document.nodes().get(id as usize).is_none() {
        return lines;
    }
    let text = document.source().text();
    // The items of a list belong to the answer that the list is.
    loop {
        let node = document.node(id);
        if matches!(node.content, Content::Mapping(_)) {
            return lines;
        }
        let start = node.key.as_ref().map_or(node.span, |key| key.span).range().start;
        lines.push(document.lines().position(text, start).line);
        if node.key.is_some() || node.parent == id {
            return lines;
        }
        id = node.parent;
    }
}

/// Puts `faults` into words and files each with the report that it stands in; what stands before the first is the first's.
fn file(document: &Document<'_>, engine: &Engine, reports: &mut [Judged], faults: &[Fault]) {
    let mut sink = Sink::default();
    engine.word(faults, &mut sink);
    for finding in engine.findings(&mut sink) {
        let located = Located::new(finding, document);
        let after = reports.partition_point(|judged| judged.start <= located.place.span.start);
        if let Some(judged) = reports.get_mut(after.saturating_sub(1)) {
            judged.findings.push(located);
        }
    }
    for judged in reports {
        judged.findings.sort_by(|one, other| (one.place.span, one.finding.code).cmp(&(other.place.span, other.finding.code)));
    }
}

/// Gives each finding its fingerprint and sets aside what the baseline knows; gives back what it knows and nothing was found of.
fn known_before(document: &Document<'_>, engine: &Engine, reports: &mut [Judged]) -> Vec<String> {
    let Some(baseline) = engine.orders().and_then(|orders| orders.baseline.as_ref()) else { return Vec::new() };
    let mut left: BTreeMap<&str, usize> = baseline.known.iter().map(|(print, &count)| (print.as_str(), count)).collect();
    let reason = format!("in the baseline {}", baseline.name);
    for judged in reports.iter_mut() {
        judged
            .set_aside
            .iter_mut()
            .for_each(|aside| aside.located.fingerprint = Some(fingerprint(&baseline.key, document, &aside.located)));
        for mut located in std::mem::take(&mut judged.findings) {
            let print = fingerprint(&baseline.key, document, &located);
            let known = left.get_mut(print.as_str()).filter(|count| **count > 0).map(|count| *count -= 1).is_some();
            located.fingerprint = Some(print);
            if known {
                let suppression = Suppression { kind: SuppressionKind::Baseline, reason: reason.clone(), until: None };
                judged.set_aside.push(SetAside { located, suppression });
            } else {
                judged.findings.push(located);
            }
        }
    }
    // What is suppressed by now has not vanished.
    for aside in reports.iter().flat_map(|judged| &judged.set_aside) {
        if let Some(count) = aside.located.fingerprint.as_deref().and_then(|print| left.get_mut(print)) {
            *count = count.saturating_sub(usize::from(aside.suppression.kind != SuppressionKind::Baseline));
        }
    }
    let gone = left.into_iter().flat_map(|(print, count)| std::iter::repeat_n(print, count));
    gone.map(|print| print.rsplit_once(':').map_or(print, |(place, _)| place).to_owned()).collect()
}
