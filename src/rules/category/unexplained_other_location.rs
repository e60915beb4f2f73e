//! BR403: location `Other` without the words that say what it is, or with words for a listed location.

use crate::finding::{Severity, Sink, quoted};
use crate::narrative::has_phrase;
use crate::report::terms::{Location, Term};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Location, Fact::LocationOther]),
    silences: &["BR415"],
    cites: &[form("OCR breach portal: Location of Breach, Other")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR403",
        "unexplained-other-location",
        "Other is among the locations, and nothing says what it is, or what is said is a listed location.",
        include_str!("../../../docs/rules/BR403.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (field, words) = (&report.breach.location, &report.breach.location_other);
    let Some(locations) = field.get().filter(|locations| locations.has(Location::Other)) else { return };
    if let Some(said) = words.get() {
        if let Some(listed) = listed(said) {
            out.warn(words.at(), format_args!("{} is a listed location, `{listed}`, and `Other` is chosen for it", quoted(said)))
                .label(field.at_term(Location::Other), format_args!("chosen"))
                .help(format_args!("Choose `{listed}` in place of `Other`, if that is where the information was."));
        }
        return;
    }
    if !words.is_absent() {
        return;
    }
    let draft =
        out.warn(field.at_term(Location::Other), format_args!("location `Other` is chosen, and `location_other` does not say what it is"));
    if locations.len() > 1 {
        draft.help(format_args!("Take `Other` away if the other locations cover it; or else write in `location_other` what it is."));
    } else {
        draft.help(format_args!("Choose the listed location that fits, or write in `location_other` what it is."));
    }
}

/// Words that stand for a listed location.
const LISTED: [(Location, &[&str]); 7] = [
    (Location::Email, &["email", "e-mail", "mailbox*", "outlook", "gmail"]),
    (Location::Laptop, &["laptop*"]),
    (Location::DesktopComputer, &["desktop computer*", "desktop pc*", "workstation*"]),
    (
        Location::OtherPortableDevice,
        &["usb", "flash drive*", "thumb drive*", "tablet*", "cell phone*", "smartphone*", "external hard drive*"],
    ),
    (Location::ElectronicMedicalRecord, &["emr", "ehr", "electronic medical record*", "electronic health record*"]),
    (Location::NetworkServer, &["server*", "cloud", "network drive*", "shared drive*", "ftp site"]),
    (Location::PaperFilms, &["paper", "paper records", "paper charts", "letter*", "envelope*", "fax", "x-ray films"]),
];

/// The one listed location that `said` names.
fn listed(said: &str) -> Option<Location> {
    let mut named = LISTED.iter().filter(|(_, words)| has_phrase(said, words)).map(|&(location, _)| location);
    let first = Location::read(said).term().filter(|location| *location != Location::Other).or_else(|| named.next())?;
    named.all(|location| location == first).then_some(first)
}
