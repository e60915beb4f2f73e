//! SARIF 2.1.0, for code scanning: the whole rule table, every result with its place, and fixes that an editor may apply.

mod model;

use std::cell::LazyCell;
use std::io::{self, Write};

use serde::Serialize;

use self::model::{
    ArtifactChange, ArtifactLocation, Configuration, Descriptor, DescriptorProperties, Driver, Fingerprints, Fix, Invocation, Location,
    LogicalLocation, Message, Notification, Outcome, OutcomeProperties, PhysicalLocation, Region, Replacement, RunProperties, Standing,
    SuppressionObject, Tool,
};
use super::help::{help_markdown, section};
use super::wire::fingerprint;
use super::{Options, Renderer, Totals, not_checked_in_order, not_checked_words, reason_words, rows_words, verdict_words};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::{Located, Safety, Severity, Suppression, SuppressionKind};
use crate::fix::Offers;
use crate::rules::{self, NotChecked, Rule};
use crate::source::{LineColumn, Place, phi_spans};

/// The name of the schema, for editors; it is not fetched.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Inserted texts that are longer repeat what somebody wrote, and are no business of a report.
const LONGEST_INSERT: usize = 80;

pub(super) struct Sarif<'w> {
    options: Options,
    out: &'w mut dyn Write,
    begun: bool,
    found: bool,
    notifications: Vec<Notification>,
    reports: Vec<Standing>,
}

impl<'w> Sarif<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        let (notifications, reports) = (Vec::new(), Vec::new());
        Self { options, out, begun: false, found: false, notifications, reports }
    }

    fn begin(&mut self) -> io::Result<()> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        let driver = Driver {
            name: "breachlint",
            semantic_version: env!("CARGO_PKG_VERSION"),
            short_description: Message::plain(env!("CARGO_PKG_DESCRIPTION")),
            rules: rules::all().map(descriptor).collect(),
        };
        write!(self.out, "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":")?;
        self.json(&Tool { driver })?;
        write!(self.out, ",\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[")
    }

    fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, value).map_err(io::Error::from)
    }

    fn result(&mut self, name: &str, report: u64, located: &Located, fixes: Vec<Fix>, aside: Option<&Suppression>) -> io::Result<()> {
        if !self.options.shows(located) {
            return Ok(());
        }
        let known = aside.is_some_and(|suppression| suppression.kind == SuppressionKind::Baseline);
        let baseline_state = located.fingerprint.as_ref().map(|_| if known { "unchanged" } else { "new" });
        let suppressions = aside.map(|suppression| SuppressionObject {
            kind: if suppression.kind == SuppressionKind::Inline { "inSource" } else { "external" },
            status: "accepted",
            justification: reason_words(suppression),
        });
        let finding = &located.finding;
        let labels = finding.labels.iter().zip(&located.label_places).enumerate();
        let result = Outcome {
            rule_id: finding.code,
            rule_index: rules::all().position(|rule| rule.code == finding.code).unwrap_or_default(),
            level: level(finding.severity),
            message: Message::plain(finding.message.clone()),
            locations: vec![location(name, &located.place, None, None)],
            related_locations: labels.map(|(index, (label, place))| location(name, place, Some(index), Some(&label.text))).collect(),
            partial_fingerprints: Fingerprints { breachlint: fingerprint(report, located), values: located.fingerprint.clone() },
            fixes,
            suppressions: suppressions.into_iter().collect(),
            baseline_state,
            properties: OutcomeProperties { report, row: located.place.row, help: finding.help.clone() },
        };
        writeln!(self.out, "{}", if self.found { "," } else { "" })?;
        self.found = true;
        self.json(&result)
    }

    /// What the baseline knows and is gone, so that a viewer can close it.
    fn vanished(&mut self, name: &str, list: &[String]) -> io::Result<()> {
        for what in list {
            let (code, path) = what.split_once('@').unwrap_or((what, ""));
            let Some((rule_index, rule)) = rules::all().enumerate().find(|(_, rule)| rule.code == code) else { continue };
            let logical = (!path.is_empty()).then(|| LogicalLocation { fully_qualified_name: path.to_owned(), kind: "member" });
            let physical = PhysicalLocation { artifact_location: artifact(name), region: None };
            let result = Outcome {
                rule_id: rule.code,
                rule_index,
                level: "note",
                message: Message::plain("gone since the baseline was taken"),
                locations: vec![Location { id: None, physical, logical: logical.into_iter().collect(), message: None }],
                related_locations: Vec::new(),
                partial_fingerprints: Fingerprints { breachlint: what.clone(), values: None },
                fixes: Vec::new(),
                suppressions: Vec::new(),
                baseline_state: Some("absent"),
                properties: OutcomeProperties { report: 1, row: None, help: None },
            };
            writeln!(self.out, "{}", if self.found { "," } else { "" })?;
            self.found = true;
            self.json(&result)?;
        }
        Ok(())
    }

    fn not_checked(&mut self, name: &str, list: &[NotChecked]) {
        self.notifications.extend(not_checked_in_order(list).into_iter().map(|lacking| Notification {
            level: "note",
            message: Message::plain(format!("not checked: {}", not_checked_words(lacking))),
            locations: vec![Location {
                id: None,
                physical: PhysicalLocation { artifact_location: artifact(name), region: None },
                logical: Vec::new(),
                message: None,
            }],
        }));
    }

    /// The fix of a finding as replacements; none where `fix` refuses it, or where a replacement would show what is masked.
    fn fixes(&self, outcome: &FileOutcome, report: usize, located: &Located, offers: &Offers<'_>) -> Vec<Fix> {
        let Some(edits) = offers.edits(report, &located.finding) else { return Vec::new() };
        let repeats = edits.iter().any(|edit| {
            let hidden = outcome.hidden.iter().any(|span| edit.span.start <= span.end && span.start <= edit.span.end);
            hidden || edit.text.len() > LONGEST_INSERT || !phi_spans(&edit.text).is_empty()
        });
        let free_text = located.place.path.ends_with("description") && !edits.iter().all(|edit| edit.text.trim().is_empty());
        if !self.options.show_values && (repeats || free_text) {
            return Vec::new();
        }
        let title = located.finding.fix.as_ref().map(|fix| match fix.safety {
            Safety::Safe => fix.title.clone(),
            Safety::Unsafe => format!("{} (a likely reading: look first)", fix.title),
        });
        let replacements = edits.into_iter().map(|edit| {
            let (start, end) = offers.lines(&edit);
            Replacement { deleted_region: region(start, end), inserted_content: Message::plain(edit.text) }
        });
        let change = ArtifactChange { artifact_location: artifact(outcome.source.name()), replacements: replacements.collect() };
        vec![Fix { description: Message::plain(title.unwrap_or_default()), artifact_changes: vec![change] }]
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn descriptor(rule: &Rule) -> Descriptor {
    let gravest = rule.severities.first().copied().unwrap_or(Severity::Warning);
    let markdown = help_markdown(rule);
    Descriptor {
        id: rule.code,
        name: rule.name,
        short_description: Message::plain(rule.summary),
        full_description: Message::plain(section(rule, "Why")),
        help: Message { text: markdown.clone(), markdown: Some(markdown) },
        default_configuration: Configuration { level: level(gravest) },
        properties: DescriptorProperties {
            tags: vec!["hipaa", rule.family().name],
            cites: rule.cites.iter().map(|cite| cite.text).collect(),
            problem_severity: if gravest == Severity::Advice { "recommendation" } else { gravest.word() },
        },
    }
}

fn location(name: &str, place: &Place, id: Option<usize>, words: Option<&str>) -> Location {
    let logical = (!place.path.is_empty()).then(|| LogicalLocation { fully_qualified_name: place.path.clone(), kind: "member" });
    Location {
        id,
        physical: PhysicalLocation { artifact_location: artifact(name), region: Some(region(place.start, place.end)) },
        logical: logical.into_iter().collect(),
        message: words.map(Message::plain),
    }
}

fn region(start: LineColumn, end: LineColumn) -> Region {
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

/// A path as a URI: below the source root, unless it is absolute.
fn artifact(name: &str) -> ArtifactLocation {
    let path = if cfg!(windows) { name.replace('\\', "/") } else { name.to_owned() };
    let drive = cfg!(windows) && path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') || drive {
        let slash = if drive { "/" } else { "" };
        return ArtifactLocation { uri: format!("file://{slash}{}", escaped(&path, ":")), uri_base_id: None };
    }
    ArtifactLocation { uri: escaped(path.trim_start_matches("./"), ""), uri_base_id: Some("%SRCROOT%") }
}

/// Percent-encodes what may not stand in the path of a URI.
fn escaped(path: &str, kept: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        let character = char::from(byte);
        if character.is_ascii_alphanumeric() || "-._~/".contains(character) || kept.contains(character) {
            out.push(character);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

impl Renderer for Sarif<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        self.begin()?;
        let name = outcome.source.name();
        let as_of = self.options.as_of;
        // Reading the draft once more is for those with something to offer.
        let offers = LazyCell::new(|| Offers::new(&outcome.source, as_of));
        for report in &outcome.reports {
            for located in &report.findings {
                let shown = self.options.shows(located) && located.finding.fix.is_some();
                let fixes = if shown { self.fixes(outcome, report.number, located, &offers) } else { Vec::new() };
                self.result(name, report.number as u64, located, fixes, None)?;
            }
            for aside in &report.set_aside {
                self.result(name, report.number as u64, &aside.located, Vec::new(), Some(&aside.suppression))?;
            }
            self.not_checked(name, &report.not_checked);
            let verdict = verdict_words(&report.verdict);
            self.reports.push(Standing { file: name.to_owned(), report: report.number as u64, verdict });
        }
        self.vanished(name, &outcome.vanished)?;
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        self.begin()
    }

    fn row(&mut self, name: &str, row: u64, located: &Located) -> io::Result<()> {
        self.result(name, row, located, Vec::new(), None)
    }

    fn dataset_end(&mut self, name: &str, rows: Rows, not_checked: &[NotChecked]) -> io::Result<()> {
        self.not_checked(name, not_checked);
        self.reports.push(Standing { file: name.to_owned(), report: 1, verdict: rows_words(rows) });
        Ok(())
    }

    fn end(&mut self, totals: &Totals) -> io::Result<()> {
        self.begin()?;
        write!(self.out, "\n],\n\"invocations\":[")?;
        let tool_execution_notifications = std::mem::take(&mut self.notifications);
        let exit_code = u8::from(totals.reach(self.options.fail_on));
        self.json(&Invocation { execution_successful: true, exit_code, tool_execution_notifications })?;
        write!(self.out, "],\n\"properties\":")?;
        let reports = std::mem::take(&mut self.reports);
        self.json(&RunProperties { as_of: self.options.as_of.to_string(), reports })?;
        writeln!(self.out, "}}]}}")
    }
}
