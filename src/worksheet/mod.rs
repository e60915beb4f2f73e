//! A filing as it is keyed in: the portal's screens in their order, each question with its answer and what was found about it. Knows no format.

mod answer;
mod notes;
mod screens;

use crate::check::{FileOutcome, Verdict, filled_roots, syntax};
use crate::document::{Document, NodeId};
use crate::finding::{SetAside, Severity};
use crate::report::clock::Deadline;
use crate::rules::NotChecked;

pub use answer::Answer;

/// How many characters the portal is said to take for the description. It could not be confirmed.
pub const DESCRIPTION_LIMIT: usize = 4000;

/// One breach, ready to be keyed in.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The file, as a person named it.
    pub file: String,
    /// Which report of the file, from 1; of a log, the record.
    pub report: u64,
    /// Of a log: the line of the record, or its row in the sheet.
    pub line: Option<u64>,
    /// The covered entities, as far as they are named.
    pub entities: Vec<String>,
    /// Where the report stands.
    pub verdict: Verdict,
    /// Every clock, earliest first.
    pub deadlines: Vec<Deadline>,
    /// The screens.
    pub screens: Vec<Screen>,
    /// What was found about the report as a whole.
    pub notes: Vec<Note>,
    /// What somebody answers for, and what the baseline knows.
    pub set_aside: Vec<SetAside>,
    /// What was not checked.
    pub not_checked: Vec<NotChecked>,
}

/// One screen of the portal.
#[derive(Debug, Clone)]
pub struct Screen {
    /// Its name.
    pub title: &'static str,
    /// Its blocks of questions.
    pub blocks: Vec<Block>,
    /// What was found about the screen as a whole.
    pub notes: Vec<Note>,
}

/// Questions under one heading.
#[derive(Debug, Clone)]
pub struct Block {
    /// The heading; none where the screen's own says it.
    pub title: Option<String>,
    /// What the portal asks, in its order.
    pub asked: Vec<Item>,
    /// What only the draft asks, because a duty hangs on it. It is not keyed in.
    pub kept: Vec<Item>,
}

/// One question.
#[derive(Debug, Clone)]
pub struct Item {
    /// The path of the question, list positions left out.
    pub path: &'static str,
    /// The question, in the form's words.
    pub title: &'static str,
    /// What it asks for.
    pub hint: &'static str,
    /// Whether the form does not go on without an answer.
    pub required: bool,
    /// The answer.
    pub answer: Answer,
    /// What was found about it.
    pub notes: Vec<Note>,
}

/// A finding beside the answer that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The rule.
    pub code: &'static str,
    /// What to do about it: fix, verify or know.
    pub severity: Severity,
    /// What was found.
    pub message: String,
    /// How to settle it.
    pub help: Option<String>,
}

/// The sheets of a draft file that was checked; none where nothing of it could be read.
pub fn sheets(outcome: &FileOutcome) -> Vec<Sheet> {
    let source = &outcome.source;
    let document = Document::read(source, syntax(source.name(), source.text()));
    let roots = filled_roots(&document);
    let pairs = roots.iter().zip(&outcome.reports);
    pairs
        .map(|(root, report)| {
            let mut sheet = Sheet {
                file: source.name().to_owned(),
                report: report.number as u64,
                line: None,
                entities: screens::entities(&document, root.node),
                verdict: report.verdict.clone(),
                deadlines: report.deadlines.clone(),
                screens: screens::screens(&document, root.node),
                notes: Vec::new(),
                set_aside: report.set_aside.clone(),
                not_checked: report.not_checked.clone(),
            };
            notes::place(&report.findings, &mut sheet);
            sheet
        })
        .collect()
}

/// The node that answers the question at `path`, asked of the section at `root`.
fn find(document: &Document<'_>, root: NodeId, path: &str) -> Option<NodeId> {
    path.split('.').try_fold(root, |node, key| document.get(node, key))
}
