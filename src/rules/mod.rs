//! The rules: one file a rule, one table a family. A rule is plain data and a pure function; it does no I/O and knows no clock, YAML or CSV.

mod across;
mod addenda;
mod catalogue;
mod category;
mod context;
mod counterparts;
mod dates;
mod description;
mod engine;
mod era;
mod evidence;
mod individuals;
mod mask;
mod notices;
mod page;
mod parties;
mod plan;
mod precision;
mod reading;
mod relation;
mod rows;
mod runner;
mod safeguards;
mod usual;

use std::sync::LazyLock;

pub(crate) use across::RowSet;
pub use across::{Entity, Listed, Remarked, Remarks, Rows, Years};
pub use catalogue::{Chapter, catalogue, known_fault};
pub use context::{Context, SourceKind, Told};
pub use engine::{Engine, NotChecked, Reason};
pub use era::Era;
pub use page::{Block, Kind as BlockKind, Page};
pub use precision::Precision;
pub use relation::{Card, Companion, Relation, Spoken};
pub(crate) use runner::Runner;
pub use usual::Usual;

use crate::finding::{Fault, Safety, Severity, Sink};
use crate::narrative::statements::Statement;
use crate::report::{FactSet, Report};

/// What a rule rests on. Only law is called law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// A statute or regulation.
    Law,
    /// OCR's form or its instructions.
    Form,
    /// What the public record shows.
    Data,
    /// Two answers that cannot both be true, or a notation that does not say what it means.
    Logic,
}

/// One source of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Cite {
    /// What kind of source.
    pub basis: Basis,
    /// The source, such as "45 CFR 164.408(b)".
    pub text: &'static str,
}

/// A paragraph of law.
pub const fn law(text: &'static str) -> Cite {
    Cite { basis: Basis::Law, text }
}

/// A part of OCR's form.
pub const fn form(text: &'static str) -> Cite {
    Cite { basis: Basis::Form, text }
}

/// An observation on the public record.
pub const fn data(text: &'static str) -> Cite {
    Cite { basis: Basis::Data, text }
}

/// A contradiction, put into words.
pub const fn logic(text: &'static str) -> Cite {
    Cite { basis: Basis::Logic, text }
}

/// How a rule looks at reports.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// An earlier stage finds the fault; the rule words it.
    Reader(fn(&Fault, &mut Sink)),
    /// The rule reads one report.
    Report(fn(&Report<'_>, &Context, &mut Sink)),
    /// The rule reads a report and another one that stands in this relation to it. Every place that it names is the first one's; what the
    /// other says is put into words.
    Pair(Relation, fn(&Report<'_>, &Report<'_>, &Context, &mut Sink)),
    /// The rule reads a report to which no other was found in this relation.
    Unpaired(Relation, fn(&Report<'_>, &Context, &mut Sink)),
    /// The rule compares the rows of a source.
    Rows(Rows),
}

/// One rule of the catalogue.
#[derive(Debug)]
pub struct Rule {
    /// `BR`, the family's digit and two more; never reused, never renamed.
    pub code: &'static str,
    /// The kebab name of the fault.
    pub name: &'static str,
    /// One sentence; the page's first.
    pub summary: &'static str,
    /// The severities that its findings may carry, the gravest first.
    pub severities: &'static [Severity],
    /// The facts without which it cannot decide.
    pub needs: FactSet,
    /// Facts of which it needs one, whichever the source has; empty where it needs no such choice.
    pub any_of: FactSet,
    /// Further facts that it reads where they are there.
    pub uses: FactSet,
    /// Codes that stay silent where this rule speaks about a field that they point at or rest on.
    pub silences: &'static [&'static str],
    /// The safest fix that it offers.
    pub fix: Option<Safety>,
    /// What it rests on; never empty.
    pub cites: &'static [Cite],
    /// The version of breachlint that first had it.
    pub since: &'static str,
    /// When the law or form that it rests on was in force.
    pub effective: Era,
    /// Its page.
    pub docs: &'static str,
    /// Its function.
    pub check: Check,
    /// The parts of a row about which it says nothing where all of them are usual.
    pub usual: Usual,
    /// Whether it judges type or locations by a close reading of the text, and is spared where that could not contradict the answers.
    pub claims: bool,
    /// Statements without one of which in the text it says nothing; empty where it does not wait for any.
    pub states: &'static [&'static Statement],
    /// Whether type of breach, locations, type of entity and business associate give it cause to look further; it says nothing where they do not.
    /// In rows it is asked once about the same answers.
    pub cause: Option<Cause>,
}

/// Whether a report gives a rule cause to look further.
pub type Cause = fn(&Report<'_>) -> bool;

impl Check {
    /// The relation in which another report stands or is missing.
    pub fn relation(&self) -> Option<Relation> {
        match *self {
            Self::Pair(relation, _) | Self::Unpaired(relation, _) => Some(relation),
            Self::Reader(_) | Self::Report(_) | Self::Rows(_) => None,
        }
    }
}

impl Rule {
    /// A rule with nothing optional set; a rule file sets the rest.
    pub(crate) const fn new(code: &'static str, name: &'static str, summary: &'static str, docs: &'static str, check: Check) -> Self {
        Self {
            code,
            name,
            summary,
            severities: &[Severity::Warning],
            needs: FactSet::NONE,
            any_of: FactSet::NONE,
            uses: FactSet::NONE,
            silences: &[],
            fix: None,
            cites: &[],
            since: "0.1.0",
            effective: Era::ALWAYS,
            docs,
            check,
            usual: Usual::NOTHING,
            claims: false,
            states: &[],
            cause: None,
        }
    }

    /// The same for a rule that judges type or locations by a close reading of the text.
    pub(crate) const fn claim(code: &'static str, name: &'static str, summary: &'static str, docs: &'static str, check: Check) -> Self {
        Self { claims: true, ..Self::new(code, name, summary, docs, check) }
    }

    /// Its family.
    pub fn family(&self) -> &'static Family {
        FAMILIES.iter().find(|family| family.rules.iter().any(|rule| std::ptr::eq(*rule, self))).unwrap_or(&FAMILIES[0])
    }

    /// Its page, parsed.
    pub fn page(&self) -> Page {
        Page::parse(self.docs)
    }
}

/// Rules about one part of the report.
#[derive(Debug)]
pub struct Family {
    /// The digit after `BR`.
    pub digit: u8,
    /// What it is about, in lower case.
    pub name: &'static str,
    /// Its rules, by code.
    pub rules: &'static [&'static Rule],
}

/// Every family, in the order of the catalogue.
pub static FAMILIES: &[Family] = &[
    Family { digit: 0, name: "reading", rules: reading::RULES },
    Family { digit: 1, name: "filing, entity, business associate", rules: parties::RULES },
    Family { digit: 2, name: "dates and deadlines", rules: dates::RULES },
    Family { digit: 3, name: "individuals and thresholds", rules: individuals::RULES },
    Family { digit: 4, name: "type and location", rules: category::RULES },
    Family { digit: 5, name: "description against fields", rules: description::RULES },
    Family { digit: 6, name: "PHI, safeguards, actions", rules: safeguards::RULES },
    Family { digit: 7, name: "notices and law-enforcement delay", rules: notices::RULES },
    Family { digit: 8, name: "addenda and Part 2", rules: addenda::RULES },
    Family { digit: 9, name: "across rows", rules: rows::RULES },
];

/// Every rule, by code.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.rules.iter().copied())
}

/// The rules by the digits of their codes, so that none is searched for.
static BY_NUMBER: LazyLock<Vec<Option<&'static Rule>>> = LazyLock::new(|| {
    let mut table = vec![None; 1000];
    for rule in all() {
        if let Some(place) = number(rule.code).and_then(|number| table.get_mut(number)) {
            *place = Some(rule);
        }
    }
    table
});

/// The digits of a code, such as 203 of `BR203`.
fn number(code: &str) -> Option<usize> {
    code.strip_prefix("BR").filter(|digits| digits.len() == 3)?.parse().ok()
}

/// The rule with this code or name.
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    if let Some(number) = number(code_or_name) {
        return BY_NUMBER.get(number).copied().flatten();
    }
    all().find(|rule| rule.code.eq_ignore_ascii_case(code_or_name) || rule.name == code_or_name)
}

/// What these find was not read, so that nothing else could be found there: they can be neither switched off, lowered nor suppressed.
pub const UNREAD: [&str; 4] = ["BR001", "BR015", "BR019", "BR020"];

/// Whether the first code silences the second where both speak about one field.
pub fn silences(code: &str, other: &str) -> bool {
    code != other && find(code).is_some_and(|rule| rule.silences.contains(&other))
}
