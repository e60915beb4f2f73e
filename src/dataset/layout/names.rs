//! What the columns of exports are called, in every spelling that was met. Knows no cells.

use crate::report::Fact;

/// The columns of the canonical form and of the portal, in their order: canonical name, the portal's name, fact.
pub const CANONICAL: [(&str, &str, Fact); 9] = [
    ("covered_entity", "Name of Covered Entity", Fact::EntityName),
    ("state", "State", Fact::EntityState),
    ("covered_entity_type", "Covered Entity Type", Fact::EntityType),
    ("individuals_affected", "Individuals Affected", Fact::Individuals),
    ("submission_date", "Breach Submission Date", Fact::SubmittedOn),
    ("breach_type", "Type of Breach", Fact::BreachType),
    ("breach_location", "Location of Breached Information", Fact::Location),
    ("business_associate_present", "Business Associate Present", Fact::BaPresent),
    ("web_description", "Web Description", Fact::OcrNarrative),
];

/// Further columns of the canonical form: they say where a row came from and are no answers.
pub const PROVENANCE: [&str; 3] = ["record_id", "source_file", "source_row"];

/// Other names, folded: lower case, letters and digits only.
const SYNONYMS: &[(Fact, &[&str])] = &[
    (Fact::EntityName, &["coveredentityname", "nameofce", "cename", "entityname", "nameofentity", "name"]),
    (Fact::EntityState, &["statecode", "stateorterritory", "coveredentitystate", "entitystate"]),
    (Fact::EntityType, &["entitytype", "typeofcoveredentity", "typeofentity", "cetype"]),
    (
        Fact::Individuals,
        &[
            "numberofindividualsaffected",
            "numindividualsaffected",
            "noofindividualsaffected",
            "numberaffected",
            "individuals",
            "affectedindividuals",
            "totalindividualsaffected",
            "totalindividuals",
            "approximatenumberofindividualsaffected",
            "peopleaffected",
            "patientsaffected",
        ],
    ),
    (Fact::SubmittedOn, &["datesubmitted", "submissiondate", "breachsubmitteddate", "submitteddate", "submittedon", "dateofsubmission"]),
    (Fact::BreachType, &["breachtype"]),
    (
        Fact::Location,
        &["breachlocation", "locationofbreach", "locationofbreachedinfo", "locationofinformation", "breachedinformationlocation"],
    ),
    (Fact::BaPresent, &["bapresent", "businessassociatepresentyn", "businessassociate", "businessassociateinvolved", "bainvolved"]),
    (Fact::OcrNarrative, &["summary", "webdesc", "description", "breachdescription", "narrative"]),
    (Fact::BreachStart, &["dateofbreach", "breachdate", "breachdates", "datesofbreach", "breachstart", "breachstartdate"]),
    (Fact::BreachEnd, &["breachend", "breachenddate"]),
    (Fact::DiscoveryStart, &["discoverydate", "dateofdiscovery", "discoverystart", "discoverystartdate", "datediscovered"]),
    (Fact::DiscoveryEnd, &["discoveryend", "discoveryenddate"]),
];

/// Columns that hold one day or a range of days in one cell.
const RANGES: [&str; 4] = ["dateofbreach", "breachdate", "breachdates", "datesofbreach"];

/// Letters and digits of `name`, in lower case: what a spreadsheet, R, SQL and the portal make of one header have in common.
pub(super) fn fold(name: &str) -> String {
    name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The fact that a column called `name` holds in a list of reports.
pub(super) fn record_fact(name: &str) -> Option<Fact> {
    let folded = fold(name);
    if folded.is_empty() {
        return None;
    }
    let canonical = CANONICAL.iter().find(|(own, portal, _)| fold(own) == folded || fold(portal) == folded);
    canonical
        .map(|&(_, _, fact)| fact)
        .or_else(|| SYNONYMS.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|&(fact, _)| fact))
}

/// Whether a column called `name` may hold a range of days.
pub(super) fn is_range(name: &str) -> bool {
    RANGES.contains(&fold(name).as_str())
}

/// The fact that a column called `name` holds in a log of drafts: its name is the question's path.
pub(super) fn log_fact(name: &str) -> Option<Fact> {
    let name = name.trim();
    Fact::ALL
        .iter()
        .copied()
        .filter(|fact| !matches!(fact, Fact::BaPresent | Fact::OcrNarrative))
        .find(|fact| fact.path().eq_ignore_ascii_case(name))
}

/// The fact that a person means by `name` in `--column name=…`: a canonical column or the path of a question.
pub fn fact_called(name: &str) -> Option<Fact> {
    record_fact(name).or_else(|| log_fact(name))
}

/// What a column of `fact` is called in the canonical form; the question's path where the canonical form has no such column.
pub fn canonical_name(fact: Fact) -> &'static str {
    CANONICAL.iter().find(|(_, _, known)| *known == fact).map_or(fact.path(), |&(name, _, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_folded_and_stands_for_one_fact() {
        let mut seen = std::collections::HashMap::new();
        for (fact, names) in SYNONYMS {
            for name in *names {
                assert_eq!(*name, fold(name));
                assert_eq!(seen.insert(name, fact), None, "{name}");
            }
        }
    }

    #[test]
    fn one_header_in_four_notations_is_one_fact() {
        for name in ["Individuals Affected", "individuals_affected", "Individuals.Affected", "INDIVIDUALS-AFFECTED "] {
            assert_eq!(record_fact(name), Some(Fact::Individuals), "{name}");
        }
        assert_eq!(log_fact("breach.discovery_start_date"), Some(Fact::DiscoveryStart));
        assert_eq!(record_fact(""), None);
        assert_eq!(record_fact("Residents Affected"), None);
    }
}
