//! The closed lists stand once, in the code; the schemas say the same.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

use breachlint::report::terms::{
    Action, Affecting, BreachType, Clinical, Demographic, EntityType, Filer, Financial, Form, IndividualMethod, Location, MediaMethod,
    PhiType, PhoneUsage, ReportType, Safeguard, State, StatementForm, SubstituteMethod, SubstituteSize, Term,
};
use breachlint::schema;
use serde_json::Value;

fn labels<T: Term>() -> Vec<&'static str> {
    T::ALL.iter().map(|term| term.label()).collect()
}

fn same<T: Term>(paths: &[&str]) {
    for path in paths {
        assert_eq!(schema::options(path), labels::<T>(), "{path}");
    }
    let keys: std::collections::BTreeSet<&str> = T::ENTRIES.iter().map(|entry| entry.key).collect();
    assert_eq!(keys.len(), T::ALL.len(), "{}: keys are unique", T::LIST);
    for (index, term) in T::ALL.iter().enumerate() {
        assert_eq!(term.index(), index, "{}: order", T::LIST);
        assert_eq!(T::read(term.label()).term(), Some(*term), "{}", term.label());
        for synonym in T::ENTRIES[index].synonyms {
            assert_eq!(T::read(synonym).term(), Some(*term), "{synonym} means one term of {}", T::LIST);
        }
    }
}

#[test]
fn the_draft_schema_offers_the_terms_of_the_code() {
    same::<Form>(&["filing.form"]);
    same::<ReportType>(&["filing.report_type"]);
    same::<Filer>(&["filing.filer"]);
    same::<EntityType>(&["covered_entity.type"]);
    same::<State>(&["covered_entity.state", "business_associate.state", "notice.media_notice_states"]);
    same::<PhoneUsage>(&["covered_entity.contact.phone_usage", "business_associate.contact.phone_usage"]);
    same::<Affecting>(&["breach.affecting"]);
    same::<BreachType>(&["breach.type"]);
    same::<Location>(&["breach.location"]);
    same::<PhiType>(&["breach.phi.types"]);
    same::<Clinical>(&["breach.phi.clinical"]);
    same::<Demographic>(&["breach.phi.demographic"]);
    same::<Financial>(&["breach.phi.financial"]);
    same::<Safeguard>(&["breach.safeguards"]);
    same::<IndividualMethod>(&["notice.individual_notice_methods"]);
    same::<SubstituteSize>(&["notice.substitute_notice_size"]);
    same::<SubstituteMethod>(&["notice.substitute_notice_methods"]);
    same::<MediaMethod>(&["notice.media_notice_methods"]);
    same::<StatementForm>(&["notice.law_enforcement_delay.statement_form"]);
    same::<Action>(&["notice.actions"]);
}

#[test]
fn the_legacy_terms_are_marked_in_the_schema() {
    let current = |path| schema::current_options(path);
    let still: Vec<&str> = BreachType::ALL.iter().filter(|term| term.is_current()).map(|term| term.label()).collect();
    assert_eq!(current("breach.type"), still);
    let still: Vec<&str> = Safeguard::ALL.iter().filter(|term| term.is_current()).map(|term| term.label()).collect();
    assert_eq!(current("breach.safeguards"), still);
}

#[test]
fn the_record_schema_offers_the_terms_of_the_code() {
    let record: Value = serde_json::from_str(schema::RECORD).expect("the record schema is JSON");
    let offered = |path: &str| -> Vec<String> {
        record
            .pointer(path)
            .and_then(Value::as_array)
            .expect("an enum")
            .iter()
            .filter_map(|label| label.as_str().map(str::to_owned))
            .collect()
    };
    assert_eq!(offered("/properties/state/enum"), labels::<State>());
    assert_eq!(offered("/properties/covered_entity_type/enum"), labels::<EntityType>());
    assert_eq!(offered("/properties/breach_type/items/enum"), labels::<BreachType>());
    assert_eq!(offered("/properties/breach_location/items/enum"), labels::<Location>());
}

#[test]
fn every_schema_is_a_schema() {
    for (name, text) in [
        ("report", schema::REPORT),
        ("record", schema::RECORD),
        ("findings", schema::FINDINGS),
        ("changes", schema::CHANGES),
        ("records-diff", schema::RECORDS_DIFF),
    ] {
        let value: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(jsonschema::meta::is_valid(&value), "{name}");
    }
}
