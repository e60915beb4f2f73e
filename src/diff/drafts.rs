//! Two states of a draft, such as an initial report and its addendum: every answer that changed, the lines of the law between them, and what
//! the rules about addenda say.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::leaves::{self, Answer};
use crate::check::{draft_engine, filled_roots, syntax};
use crate::document::Document;
use crate::finding::{Located, Sink};
use crate::guard::{Class, Line};
use crate::normalize::canonical_report;
use crate::report::terms::Term;
use crate::report::{Fact, FactSet, read};
use crate::rules::{self, Card, Companion, Relation, Spoken};
use crate::source::{Source, masked, phi_spans};

/// What stands in place of an answer that is shown to nobody.
const NOT_SHOWN: &str = "***";

/// What a change means beyond itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The type of breach or its locations are others.
    Recategorized,
    /// A number of 500 or 501, which often stands for one that is not known, gave way to another.
    PlaceholderResolved,
    /// A number of individuals is another.
    CountRevised,
}

/// One answer that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The question's path.
    pub path: String,
    /// What was answered before; none where nothing was.
    pub before: Option<String>,
    /// What is answered now; none where nothing is.
    pub after: Option<String>,
    /// Terms of a list that are there now and were not.
    pub added: Vec<String>,
    /// Terms of a list that were there and are not now.
    pub removed: Vec<String>,
    /// What the change means.
    pub note: Option<Note>,
    /// Whether the answers are hidden: they are contact answers, or no question of the form.
    pub hidden: bool,
}

/// What changed in one report.
#[derive(Debug, Clone)]
pub struct ReportDiff {
    /// Which report of the file, from 1.
    pub number: usize,
    /// Every answer that changed, in the form's order.
    pub changes: Vec<Changed>,
    /// The lines of the law between the two states, in words.
    pub lines: Vec<String>,
    /// What the rules about addenda say of the later state; nothing where it is no addendum.
    pub findings: Vec<Located>,
}

/// Two files compared.
#[derive(Debug, Clone)]
pub struct DraftsDiff {
    /// The earlier file's name.
    pub old: String,
    /// The later file's name.
    pub new: String,
    /// Each report, in its order.
    pub reports: Vec<ReportDiff>,
}

impl DraftsDiff {
    /// Number of answers that changed.
    pub fn changed(&self) -> usize {
        self.reports.iter().map(|report| report.changes.len()).sum()
    }
}

/// Why two files cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotCompared {
    /// A file is broken: what is missing from it says nothing.
    #[error("{0} cannot be read whole; see what `breachlint check` says of it")]
    Broken(String),
    /// A file holds no report.
    #[error("{0} holds no report")]
    Empty(String),
    /// The files hold different numbers of reports.
    #[error("{0} holds {1} reports and {2} holds {3}; compare files that hold the same ones")]
    Uneven(String, usize, String, usize),
}

/// Compares the reports of two drafts, first with first. Contact answers, and what looks like PHI, are masked unless `show`.
pub fn drafts(old: &Source, new: &Source, as_of: NaiveDate, show: bool) -> Result<DraftsDiff, NotCompared> {
    let (before, after) = (document(old)?, document(new)?);
    let (then, now) = (filled_roots(&before), filled_roots(&after));
    if then.len() != now.len() {
        return Err(NotCompared::Uneven(old.name().to_owned(), then.len(), new.name().to_owned(), now.len()));
    }
    let engine = draft_engine(as_of);
    let mut reports = Vec::new();
    for (index, (&then, &now)) in then.iter().zip(&now).enumerate() {
        let pairs = leaves::paired(&canonical_report(&before, then.node), &canonical_report(&after, now.node));
        let changes =
            pairs.into_iter().filter(|(_, before, after)| before != after).map(|(path, before, after)| changed(path, before, after, show));
        let (earlier, later) = (read(&before, then).report, read(&after, now).report);
        let mut sink = Sink::default();
        if !Card::of(&later).is_initial() {
            engine.run_pairs(&later, &[Companion { relation: Relation::Earlier, report: &earlier, told: Spoken::Here }], &mut sink);
        }
        let compares = |code: &str| rules::find(code).is_some_and(|rule| rule.check.relation() == Some(Relation::Earlier));
        let found = engine.findings(&mut sink).into_iter().filter(|finding| compares(finding.code));
        reports.push(ReportDiff {
            number: index + 1,
            changes: changes.collect(),
            lines: Class::of(&earlier, as_of).lines_to(&Class::of(&later, as_of)).into_iter().map(line_words).collect(),
            findings: found.map(|finding| Located::new(finding, &after)).collect(),
        });
    }
    Ok(DraftsDiff { old: old.name().to_owned(), new: new.name().to_owned(), reports })
}

fn document(source: &Source) -> Result<Document<'_>, NotCompared> {
    let document = Document::read(source, syntax(source.name(), source.text()));
    if document.faults().iter().any(|fault| matches!(fault.code, "BR001" | "BR015")) || source.text().len() > crate::source::LARGEST_DRAFT {
        return Err(NotCompared::Broken(source.name().to_owned()));
    }
    if filled_roots(&document).is_empty() {
        return Err(NotCompared::Empty(source.name().to_owned()));
    }
    Ok(document)
}

fn changed(path: String, before: Option<Answer>, after: Option<Answer>, show: bool) -> Changed {
    let fact = fact_of(&path);
    let hidden = !show && !fact.is_some_and(Fact::shown);
    let shown = |text: String| {
        if hidden {
            NOT_SHOWN.to_owned()
        } else if show {
            text
        } else {
            masked(&text, &phi_spans(&text))
        }
    };
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    if let (Some(Answer::List(before)), Some(Answer::List(after))) = (&before, &after) {
        let only_in = |own: &[String], other: &[String]| -> Vec<String> {
            let other: HashSet<&String> = other.iter().collect();
            own.iter().filter(|term| !other.contains(term)).cloned().map(shown).collect()
        };
        (added, removed) = (only_in(after, before), only_in(before, after));
    }
    let joined = |answer: Answer| match answer {
        Answer::Text(text) => text,
        Answer::List(terms) => terms.join(", "),
    };
    let (before, after) = (before.map(joined), after.map(joined));
    let note = fact.and_then(|fact| note(fact, before.as_deref(), after.as_deref()));
    // A key that is no question may be anything.
    let path = if fact.is_some() { path } else { masked(&path, &phi_spans(&path)) };
    Changed { path, before: before.map(shown), after: after.map(shown), added, removed, note, hidden }
}

/// The question at `path`, positions of lists left out; of the residents of a State, the question about residents.
fn fact_of(path: &str) -> Option<Fact> {
    let mut plain = String::new();
    let mut inside = false;
    for character in path.chars() {
        inside = character == '[' || (inside && character != ']');
        if !inside && character != ']' {
            plain.push(character);
        }
    }
    let is_it = |fact: &&Fact| plain.strip_prefix(fact.path()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    Fact::ALL.iter().find(is_it).copied()
}

fn note(fact: Fact, before: Option<&str>, after: Option<&str>) -> Option<Note> {
    const COUNTS: FactSet = FactSet::of(&[Fact::Individuals, Fact::EntityIndividuals]);
    match (fact, before?, after?) {
        (Fact::BreachType | Fact::Location, ..) => Some(Note::Recategorized),
        (fact, "500" | "501", _) if COUNTS.has(fact) => Some(Note::PlaceholderResolved),
        (fact, ..) if COUNTS.has(fact) => Some(Note::CountRevised),
        _ => None,
    }
}

fn line_words(line: Line) -> String {
    match line {
        Line::FiveHundred => "500 individuals".to_owned(),
        Line::Residents(state) => format!("500 residents of {}", state.label()),
        Line::Year => "the year of discovery".to_owned(),
    }
}
