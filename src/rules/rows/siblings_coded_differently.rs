//! BR904: several filers report one business associate's incident, and code it differently.

use chrono::NaiveDate;

use crate::finding::Severity;
use crate::report::digest::Digest;
use crate::report::{Fact, FactSet};
use crate::rules::across::days_apart;
use crate::rules::{Check, Entity, Remarks, Rows, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::SubmittedOn, Fact::BreachType, Fact::Location]),
    uses: FactSet::of(&[Fact::OcrNarrative, Fact::Description, Fact::BaName, Fact::BaPresent]),
    cites: &[data(
        "OCR public export, March 2021: descriptions name one business associate on three or more rows of 60 days for 6 incidents, and 4 of them are coded in more than one way",
    )],
    ..Rule::new(
        "BR904",
        "siblings-coded-differently",
        "Several filers report one business associate's incident, and this row codes it otherwise than most.",
        include_str!("../../../docs/rules/BR904.md"),
        Check::Rows(Rows::Entity(check)),
    )
};

/// Days between one filer's report and the next one's.
const NEAR: i64 = 60;
/// Fewer filers have no majority.
const LEAST: usize = 3;

fn check(entity: &Entity<'_>, out: &mut Remarks) {
    let dated: Vec<(NaiveDate, &Digest)> = entity.vendor.iter().filter_map(|row| Some((row.submitted()?, row))).collect();
    for incident in dated.chunk_by(|(one, _), (other, _)| days_apart(*one, *other) <= NEAR) {
        let mut filers: Vec<u32> = incident.iter().map(|(_, row)| row.written()).collect();
        filers.sort_unstable();
        filers.dedup();
        if filers.len() >= LEAST {
            let siblings: Vec<&Digest> = incident.iter().map(|&(_, row)| row).collect();
            compare(&siblings, out);
        }
    }
}

fn compare(siblings: &[&Digest], out: &mut Remarks) {
    let (types, locations) = (most(siblings, types), most(siblings, locations));
    // The descriptions name a business associate: where filers differ, it is not the No that needs more votes.
    let present = siblings.iter().filter(|row| row.associate() == Some(true)).count();
    let answers = |row: &Digest| (present >= 2 && row.associate() == Some(false)).then(|| ("Yes".to_owned(), present));
    for row in siblings {
        let others: Vec<String> = [(types(row), "type"), (locations(row), "location"), (answers(row), "business associate present")]
            .into_iter()
            .filter_map(|(other, what)| Some((other?, what)))
            .map(|((usual, count), what)| format!("{what} {usual} on {count}"))
            .collect();
        if others.is_empty() {
            continue;
        }
        let names = out.names(siblings.iter().copied().filter(|other| other.row() != row.row()));
        let siblings = siblings.len();
        out.warn(row, Fact::EntityName, format_args!("coded otherwise than its siblings: {} of {siblings} rows", others.join(", "))).help(
            format_args!("The description names the same business associate as {names}. Compare the incident, and code it as what it was."),
        );
    }
}

/// What most of the siblings say, for each row that says something else: a value that at least two say, and more than say the row's.
fn most<'d>(siblings: &[&'d Digest], read: fn(&Digest) -> Option<String>) -> impl Fn(&'d Digest) -> Option<(String, usize)> {
    let mut values: Vec<String> = siblings.iter().filter_map(|row| read(row)).collect();
    values.sort_unstable();
    let mut counted: Vec<(usize, String)> = values.chunk_by(PartialEq::eq).map(|same| (same.len(), same[0].clone())).collect();
    counted.sort_unstable();
    move |row| {
        let own = read(row)?;
        let (most, usual) = counted.last()?;
        let of_own = counted.iter().find(|(_, value)| *value == own).map_or(0, |(count, _)| *count);
        (*most >= 2 && *most > of_own).then(|| (usual.clone(), *most))
    }
}

fn types(row: &Digest) -> Option<String> {
    (!row.types().is_empty()).then(|| row.types().joined())
}

fn locations(row: &Digest) -> Option<String> {
    (!row.locations().is_empty()).then(|| row.locations().joined())
}
