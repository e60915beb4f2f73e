//! One answer as the portal wants it: labels ticked, days as MM/DD/YYYY, numbers in digits. What cannot be read for certain is shown as it stands.

use crate::document::{Document, NodeId, Scalar};
use crate::report::date::{self, DateReading};
use crate::report::terms::{Reading, State, Term};
use crate::report::{CountReading, is_marker, read_count};
use crate::schema;

/// A list with more labels than this is a drop-down of the portal: only what is chosen is shown.
const LONGEST_LIST: usize = 20;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing is answered, and nothing is offered to choose from.
    Empty,
    /// Every label that the form offers, and whether it is chosen.
    Ticks {
        /// The labels, in the form's order.
        options: Vec<(&'static str, bool)>,
        /// Whether only one may be chosen.
        single: bool,
        /// What is answered and is none of them.
        others: Vec<String>,
    },
    /// Labels chosen from a list too long to print.
    Chosen(Vec<String>),
    /// A day, a number or a line of text, as it is keyed in.
    Line(String),
    /// Text of several lines, with its length in characters.
    Text(String, usize),
    /// What stands there and could not be read for certain.
    Unread(String),
}

impl Answer {
    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Ticks { options, others, .. } => others.is_empty() && options.iter().all(|(_, chosen)| !chosen),
            Self::Chosen(labels) => labels.is_empty(),
            Self::Line(_) | Self::Text(..) | Self::Unread(_) => false,
        }
    }
}

/// The answer to the question at `path`, which stands at `node`.
pub(super) fn read(document: &Document<'_>, node: Option<NodeId>, path: &str) -> Answer {
    match schema::answer(path) {
        schema::Answer::YesNo | schema::Answer::One | schema::Answer::Several => labels(document, node, path),
        schema::Answer::ByState => node.map_or(Answer::Empty, |node| by_state(document, node)),
        kind => node.map_or(Answer::Empty, |node| scalar(document, node, kind, path)),
    }
}

/// Whether the question at `path` is answered by `label`; none where nothing is answered.
pub(super) fn chosen(document: &Document<'_>, node: Option<NodeId>, label: &str) -> Option<bool> {
    let given = texts(document, node);
    (!given.is_empty()).then(|| given.iter().any(|text| text == label))
}

/// What is answered, as texts: one scalar, or those of a list. Yes and no are `yes` and `no`.
fn texts(document: &Document<'_>, node: Option<NodeId>) -> Vec<String> {
    let Some(node) = node else { return Vec::new() };
    let text = |node: NodeId| match document.scalar(node)? {
        Scalar::Null => None,
        Scalar::Bool(answer) => Some(if answer { "yes" } else { "no" }.to_owned()),
        Scalar::Text("Yes") => Some("yes".to_owned()),
        Scalar::Text("No") => Some("no".to_owned()),
        scalar => Some(scalar.raw().to_owned()).filter(|text| !is_marker(text)),
    };
    match document.items(node) {
        Some(items) => items.iter().filter_map(|&item| text(item)).collect(),
        None => text(node).into_iter().collect(),
    }
}

fn labels(document: &Document<'_>, node: Option<NodeId>, path: &str) -> Answer {
    let given = texts(document, node);
    if node.is_some_and(|node| document.entries(node).is_some()) {
        return Answer::Unread("a section of answers".to_owned());
    }
    if schema::answer(path) == schema::Answer::YesNo {
        return yes_no(given, path);
    }
    let current = schema::current_options(path);
    if current.len() > LONGEST_LIST {
        return Answer::Chosen(given.into_iter().map(with_name).collect());
    }
    let options = current.iter().map(|&label| (label, given.iter().any(|text| text == label))).collect();
    let others = given.into_iter().filter(|text| !current.contains(&text.as_str())).collect();
    Answer::Ticks { options, single: schema::answer(path) != schema::Answer::Several, others }
}

/// Yes and no as the portal writes them; where the draft may also say that it is not known, that too.
fn yes_no(given: Vec<String>, path: &str) -> Answer {
    let words = ["yes", "no", "unknown"].into_iter().zip(["Yes", "No", "Unknown"]);
    let offered: Vec<(&str, &'static str)> = words.filter(|(word, _)| schema::options(path).contains(word)).collect();
    let options = offered.iter().map(|&(word, label)| (label, given.iter().any(|text| text == word))).collect();
    let others = given.into_iter().filter(|text| offered.iter().all(|(word, _)| word != text)).collect();
    Answer::Ticks { options, single: true, others }
}

/// A State by its two letters, with its name, by which it may stand in a drop-down.
fn with_name(label: String) -> String {
    match State::read(&label) {
        Reading::Exact(state) => format!("{label} ({})", state.name()),
        _ => label,
    }
}

fn by_state(document: &Document<'_>, node: NodeId) -> Answer {
    let Some(entries) = document.entries(node) else {
        return texts(document, Some(node)).pop().map_or(Answer::Empty, Answer::Unread);
    };
    let counts = entries.iter().map(|&entry| format!("{} {}", document.key(entry), texts(document, Some(entry)).join(" ")));
    Some(counts.collect::<Vec<_>>().join(", ")).filter(|text| !text.is_empty()).map_or(Answer::Empty, Answer::Line)
}

fn scalar(document: &Document<'_>, node: NodeId, kind: schema::Answer, path: &str) -> Answer {
    let Some(scalar) = document.scalar(node) else { return Answer::Unread("a list or section of answers".to_owned()) };
    let text = scalar.raw().trim();
    if scalar == Scalar::Null || is_marker(text) {
        return Answer::Empty;
    }
    match kind {
        schema::Answer::Date => match date::read(text) {
            DateReading::Canonical(day) | DateReading::One(day) => Answer::Line(day.format("%m/%d/%Y").to_string()),
            DateReading::Several(_) | DateReading::Impossible => Answer::Unread(text.to_owned()),
        },
        schema::Answer::Count => match read_count(text) {
            CountReading::Canonical(number) => Answer::Line(number.to_string()),
            _ => Answer::Unread(text.to_owned()),
        },
        _ if path == "breach.description" || text.contains('\n') => Answer::Text(text.to_owned(), text.chars().count()),
        _ => Answer::Line(text.to_owned()),
    }
}
