//! One example of a rule page, made into a file and checked.

use breachlint::across::Across;
use breachlint::check::{self, Settings};
use breachlint::dataset;
use breachlint::document::{Document, NodeId, Scalar, Syntax};
use breachlint::finding::{Located, Severity};
use breachlint::pairing::{self, Given};
use breachlint::rules::Block;
use breachlint::source::Source;
use chrono::NaiveDate;

use super::overlay::overlay;

/// A finding, as far as the tests look at it.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) path: String,
    pub(crate) line: u32,
    pub(crate) has_fix: bool,
}

impl Found {
    fn new(located: &Located) -> Self {
        Self {
            code: located.finding.code,
            severity: located.finding.severity,
            message: located.finding.message.clone(),
            path: located.place.path.clone(),
            line: located.place.start.line,
            has_fix: located.finding.fix.is_some(),
        }
    }
}

/// A file to check.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) as_of: NaiveDate,
    /// Texts of the reports that it is compared with, each with whether it is the earlier report.
    pub(crate) beside: Vec<(String, bool)>,
}

impl Example {
    pub(crate) fn yaml(text: String) -> Self {
        Self { name: "report.yaml".to_owned(), text, as_of: day("2026-03-01"), beside: Vec::new() }
    }

    /// The file that `block` stands for.
    pub(crate) fn new(block: &Block) -> Self {
        let as_of = day(block.option("as_of").unwrap_or("2026-03-01"));
        let name = if block.fence.starts_with("json") {
            "report.json"
        } else if block.fence.starts_with("csv") {
            "export.csv"
        } else {
            "report.yaml"
        };
        let mut beside = Vec::new();
        let mut fragment = block.text.as_str();
        for (option, earlier) in [("previous", true), ("twin", false)] {
            if let Some(other) = block.option(option) {
                // What stands in front of the line of dashes is laid over the other report.
                let (others, own) = fragment.split_once("---\n").unwrap_or(("", fragment));
                fragment = own;
                beside.push((overlay(&base(other), others), earlier));
            }
        }
        let text = if block.says("whole") {
            block.text.clone()
        } else if block.says("rows") {
            let header = "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,Location of Breached Information,Business Associate Present,Web Description\n";
            if block.says("header") { block.text.clone() } else { format!("{header}{}", block.text) }
        } else {
            let base = base(block.option("base").unwrap_or("full"));
            if block.says("log") {
                fragment.split("---\n").map(|report| overlay(&base, report)).collect::<Vec<_>>().join("---\n")
            } else {
                overlay(&base, fragment)
            }
        };
        Self { name: name.to_owned(), text, as_of, beside }
    }

    /// Everything found, in every report of the file.
    pub(crate) fn check(&self) -> Vec<Found> {
        let settings = Settings { as_of: self.as_of };
        let source = Source::decode(self.name.clone(), self.text.clone().into_bytes());
        if self.name == "export.csv" {
            let mut found = Vec::new();
            let engine = dataset::engine(self.as_of);
            let mut across = Across::new(None).over_several();
            let files: Vec<&str> = self.text.split("---\n").collect();
            for (index, file) in files.iter().enumerate() {
                // Each further file of a block has the first one's header.
                let header = if index > 0 { self.text.split_inclusive('\n').next().unwrap_or_default() } else { "" };
                let source = Source::decode(format!("export-{index}.csv"), format!("{header}{file}").into_bytes());
                dataset::check_across(&source, &engine, &mut across, &mut |_, located| found.push(located));
            }
            return found.iter().map(Found::new).collect();
        }
        let engine = check::draft_engine(self.as_of);
        let outcome = if self.beside.is_empty() {
            check::check(source, &engine, &settings)
        } else {
            let given = |(text, earlier): &(String, bool)| Given {
                source: Source::decode("other.yaml", text.clone().into_bytes()),
                earlier: *earlier,
            };
            let given: Vec<Given> = self.beside.iter().map(given).collect();
            pairing::check_with(source, &given, &engine, &settings).unwrap_or_else(|error| panic!("{error}"))
        };
        outcome.reports.iter().flat_map(|report| &report.findings).map(Found::new).collect()
    }

    /// The same file after every fix, unsafe ones included.
    pub(crate) fn fix(&self) -> Self {
        let fixed = breachlint::fix::fix(&self.name, &self.text, self.as_of, breachlint::finding::Safety::Unsafe);
        Self { text: fixed.text, ..self.clone() }
    }

    /// The same report in JSON.
    pub(crate) fn as_json(&self) -> Self {
        let source = Source::decode(self.name.clone(), self.text.clone().into_bytes());
        let document = Document::read(&source, Syntax::Yaml);
        let value = json(&document, document.roots()[0].node);
        let text = serde_json::to_string_pretty(&value).expect("a JSON value can be written");
        Self { name: "report.json".to_owned(), text, ..self.clone() }
    }
}

/// The text of a base report.
fn base(name: &str) -> String {
    let path = format!("{}/fixtures/base/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json(document: &Document<'_>, node: NodeId) -> serde_json::Value {
    if let Some(items) = document.items(node) {
        return items.iter().map(|&item| json(document, item)).collect();
    }
    if let Some(entries) = document.entries(node) {
        return entries
            .into_iter()
            .map(|entry| (document.key(entry).to_owned(), json(document, entry)))
            .collect::<serde_json::Map<_, _>>()
            .into();
    }
    match document.scalar(node) {
        Some(Scalar::Bool(value)) => value.into(),
        Some(Scalar::Int(text)) => text.trim_start_matches('+').parse::<i64>().map_or_else(|_| text.into(), Into::into),
        Some(Scalar::Float(text)) => text.parse::<f64>().map_or_else(|_| text.into(), Into::into),
        Some(Scalar::Text(text)) => text.into(),
        _ => serde_json::Value::Null,
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

pub(crate) fn listing(found: &[Found]) -> String {
    let line = |finding: &Found| {
        format!("    {} {:?} {} line {}: {}", finding.code, finding.severity, finding.path, finding.line, finding.message)
    };
    found.iter().map(line).collect::<Vec<_>>().join("\n")
}

pub(crate) fn difference(expected: &str, got: &str) -> String {
    diffy::create_patch(expected, got).to_string()
}
