//! The recognition of a header, and the refusal of one that is no list of breaches. Says what is missing, guesses nothing.

use super::dates::Evidence;
use super::names::{self, CANONICAL, PROVENANCE};
use super::{Column, Dropped, Extra, Form, Kind, Layout, Wanted};
use crate::dataset::yes_no;
use crate::finding::{Detail, Fault, nearest};
use crate::report::{Fact, is_marker};
use crate::source::At;

/// With fewer known columns than this a file is no list of breaches at all.
const LIST_COLUMNS: usize = 4;
/// So many columns named by a question's path make a log of drafts.
const LOG_COLUMNS: usize = 3;

pub(super) fn layout(header: &[&str], sample: &[Vec<&str>], wanted: &Wanted, numbered: bool) -> Result<Layout, Box<Fault>> {
    let names: Vec<&str> = header.iter().map(|cell| cell.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n', '\u{a0}'])).collect();
    let kind = kind(&names);
    let mut facts = named(&names, kind);
    if numbered && let Some(first) = facts.first_mut() {
        *first = None;
    }
    asked_for(&names, &mut facts, wanted)?;
    derived(&names, &mut facts);
    unique(&names, &facts)?;
    if kind == Kind::Record {
        enough(&names, &facts)?;
    }
    let portal = CANONICAL.iter().all(|(_, portal, _)| names.iter().any(|name| name.eq_ignore_ascii_case(portal)));
    let mut columns = Vec::new();
    let mut extra = Vec::new();
    for (index, (&name, fact)) in names.iter().zip(facts).enumerate().skip(usize::from(numbered)) {
        let place = index - usize::from(numbered);
        match fact {
            Some(fact) => {
                let form = form(fact, name, index, sample, wanted, portal, kind);
                let fact = if form == Form::AssociateName { Fact::BaName } else { fact };
                columns.push(Column { index, place, name: name.to_owned(), fact, form });
            }
            None => extra.push(other(name, index, place, sample, kind)),
        }
    }
    Ok(Layout::new(kind, columns, extra, header.len(), numbered))
}

fn kind(names: &[&str]) -> Kind {
    if names.iter().filter(|name| name.contains('.') && names::log_fact(name).is_some()).count() >= LOG_COLUMNS {
        return Kind::Log;
    }
    let has = |wanted: &str| names.contains(&wanted);
    if has(PROVENANCE[0]) && CANONICAL.iter().all(|(name, ..)| has(name)) { Kind::Canonical } else { Kind::Record }
}

/// What each column holds, by its name alone.
fn named(names: &[&str], kind: Kind) -> Vec<Option<Fact>> {
    let fact = |name: &&str| match kind {
        Kind::Log => names::log_fact(name),
        Kind::Record => names::record_fact(name),
        // In our own output only our own names count: what stands behind them was passed through.
        Kind::Canonical => CANONICAL.iter().find(|(own, ..)| own == name).map(|&(_, _, fact)| fact),
    };
    names.iter().map(fact).collect()
}

/// Applies `--column fact="Header"`.
fn asked_for(names: &[&str], facts: &mut [Option<Fact>], wanted: &Wanted) -> Result<(), Box<Fault>> {
    for (fact, name) in &wanted.columns {
        let found =
            names.iter().position(|known| known == name).or_else(|| names.iter().position(|known| names::fold(known) == names::fold(name)));
        let Some(found) = found else {
            let near = nearest(name, names.iter().copied()).map(|near| format!(" Did you mean \"{near}\"?")).unwrap_or_default();
            let help = format!("The columns are: {}.{near}", listed(names));
            return Err(refused(format!("no column is headed \"{name}\", which --column asks for"), help));
        };
        for (index, known) in facts.iter_mut().enumerate() {
            if index == found {
                *known = Some(*fact);
            } else if *known == Some(*fact) {
                *known = None;
            }
        }
    }
    Ok(())
}

/// Where the portal's own `Date of Breach` stands, start and end beside it were made from it by somebody.
fn derived(names: &[&str], facts: &mut [Option<Fact>]) {
    if !names.iter().zip(facts.iter()).any(|(name, fact)| *fact == Some(Fact::BreachStart) && names::is_range(name)) {
        return;
    }
    for (name, fact) in names.iter().zip(facts.iter_mut()) {
        if matches!(fact, Some(Fact::BreachStart | Fact::BreachEnd)) && !names::is_range(name) {
            *fact = None;
        }
    }
}

fn unique(names: &[&str], facts: &[Option<Fact>]) -> Result<(), Box<Fault>> {
    for (index, fact) in facts.iter().enumerate() {
        let Some(fact) = fact else { continue };
        let Some(first) = facts[..index].iter().position(|known| known == &Some(*fact)) else { continue };
        let (one, two) = (names[first], names[index]);
        let own = names::canonical_name(*fact);
        return Err(if one == two {
            refused(
                format!("columns {} and {} are both headed \"{one}\"", first + 1, index + 1),
                "Remove the column that is not the report's own, or rename it.".to_owned(),
            )
        } else {
            refused(
                format!("columns {} \"{one}\" and {} \"{two}\" may both hold {own}", first + 1, index + 1),
                format!("Say which one counts: --column {own}=\"{one}\" or --column {own}=\"{two}\"."),
            )
        });
    }
    Ok(())
}

/// A list of breaches names the covered entity, counts the individuals, and says what happened or where.
fn enough(names: &[&str], facts: &[Option<Fact>]) -> Result<(), Box<Fault>> {
    let has = |fact: Fact| facts.contains(&Some(fact));
    let mut missing: Vec<(&str, &str)> = Vec::new();
    let portal = |fact: Fact| CANONICAL.iter().find(|(_, _, known)| *known == fact).map_or("", |&(_, name, _)| name);
    for fact in [Fact::EntityName, Fact::Individuals] {
        if !has(fact) {
            missing.push((portal(fact), names::canonical_name(fact)));
        }
    }
    if !has(Fact::BreachType) && !has(Fact::Location) {
        missing.extend([Fact::BreachType, Fact::Location].map(|fact| (portal(fact), names::canonical_name(fact))));
    }
    if missing.is_empty() {
        return Ok(());
    }
    let lacks = listed(&missing.iter().map(|(portal, _)| *portal).collect::<Vec<_>>());
    if facts.iter().flatten().count() < LIST_COLUMNS {
        let help = format!("If another column holds it, say so: --column {}=\"Its header\".", missing[0].1);
        return Err(refused(format!("this is no list of HIPAA breach reports: no column is headed {lacks}"), help));
    }
    let free = || names.iter().zip(facts).filter(|(name, fact)| fact.is_none() && !name.is_empty()).map(|(name, _)| *name);
    let near: Vec<String> =
        missing.iter().filter_map(|(portal, own)| nearest(portal, free()).map(|found| format!("--column {own}=\"{found}\""))).collect();
    let help = if near.is_empty() {
        format!(
            "If another column holds it, say so: --column {}=\"Its header\". Or export the list from the portal again, with all its columns.",
            missing[0].1
        )
    } else {
        format!("If another column holds it, say so: {}.", near.join(" "))
    };
    Err(refused(format!("no column is headed {lacks}"), help))
}

fn form(fact: Fact, name: &str, index: usize, sample: &[Vec<&str>], wanted: &Wanted, portal: bool, kind: Kind) -> Form {
    let cells = || sample.iter().zip(1..).filter_map(|(record, row)| record.get(index).map(|cell| (cell.trim(), row)));
    let dates = || {
        let mut evidence = Evidence::default();
        cells().for_each(|(cell, row)| evidence.note(cell, row, wanted.as_of));
        // Nothing was submitted to the portal, nor lawfully kept in a log, before 2009; a breach itself may be older.
        let century = fact == Fact::SubmittedOn;
        evidence.decide(wanted.date_order, portal && fact == Fact::SubmittedOn, century, wanted.day_zero)
    };
    match fact {
        Fact::EntityState | Fact::BaState => Form::State,
        Fact::Individuals | Fact::EntityIndividuals => Form::Count,
        Fact::BreachStart if kind != Kind::Log && names::is_range(name) => Form::DateRange(dates()),
        Fact::BreachStart
        | Fact::SubmittedOn
        | Fact::BreachEnd
        | Fact::DiscoveryStart
        | Fact::DiscoveryEnd
        | Fact::EntityDiscovery
        | Fact::EntityTold
        | Fact::BaDiscovery
        | Fact::NoticeStart
        | Fact::NoticeEnd
        | Fact::DelayStatementDate
        | Fact::DelayEnd
        | Fact::DelayFollowUp
        | Fact::AttestationDate => Form::Date(dates()),
        Fact::BaPresent => {
            let names_somebody = cells().any(|(cell, _)| !cell.is_empty() && !is_marker(cell) && yes_no(cell).is_none());
            if names_somebody && names::fold(name).ends_with("involved") { Form::AssociateName } else { Form::YesNo }
        }
        Fact::HasTrackingNumber
        | Fact::EmailAgreed
        | Fact::SubstituteRequired
        | Fact::TollFree
        | Fact::MediaRequired
        | Fact::DelayClaimed => Form::YesNo,
        Fact::BreachType
        | Fact::Location
        | Fact::PhiTypes
        | Fact::PhiClinical
        | Fact::PhiDemographic
        | Fact::PhiFinancial
        | Fact::Safeguards
        | Fact::NoticeMethods
        | Fact::SubstituteMethods
        | Fact::MediaMethods
        | Fact::Actions => Form::Terms,
        Fact::EntityType
        | Fact::Form
        | Fact::ReportType
        | Fact::Filer
        | Fact::EntityPhoneUsage
        | Fact::BaPhoneUsage
        | Fact::BaIsAgent
        | Fact::Affecting
        | Fact::SubstituteSize
        | Fact::DelayForm => Form::Term,
        _ => Form::Text,
    }
}

/// A column that holds no fact.
fn other(name: &str, index: usize, place: usize, sample: &[Vec<&str>], kind: Kind) -> Extra {
    let mut cells = sample.iter().filter_map(|record| record.get(index)).map(|cell| cell.trim());
    let dropped = if kind == Kind::Canonical && PROVENANCE.contains(&name) {
        Some(Dropped::Provenance)
    } else if name.is_empty() && cells.all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(Dropped::Index)
    } else {
        None
    };
    let name = if name.is_empty() { format!("column_{}", place + 1) } else { name.to_owned() };
    Extra { index, place, name, dropped }
}

fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

fn refused(what: String, help: String) -> Box<Fault> {
    Box::new(Fault::new("BR019", At::file(0, 0), Detail::Broken { what, help, broke: None }))
}
