//! The screens of the form, question by question, in their order.

use super::section::{Need, NotAsked, Optional, Required, Section};
use super::text::Look;
use super::{NEWEST_VERSION, Reader};
use crate::document::{NodeId, Scalar};
use crate::finding::{Detail, Fault};
use crate::report::date::PART_2_FROM;
use crate::report::model::{Attestation, Breach, BusinessAssociate, CoveredEntity, Filing, Notice, Report, StateAt, StateCount};
use crate::report::terms::{Filer, Form, Location, PhiType, PhoneUsage, ReportType, State};
use crate::report::{Fact, Field, Gap};
use crate::source::At;

pub(super) fn report<'d>(reader: &mut Reader<'d, '_>, node: NodeId) -> Report<'d> {
    let mut root = reader.open(node);
    let at = root.at();
    version(reader, &mut root);
    let filing = filing(reader, &mut root);
    let role = filing.filer.get();
    let shared = role.is_some_and(Filer::involves_associate);
    let mut entities = entities(reader, &mut root, role).into_iter();
    let entity = entities.next().unwrap_or_else(|| missing_entity(reader, &root));
    let business_associate = business_associate(reader, &mut root, role);
    let part_2 = role.is_some_and(Filer::is_part_2) || filing.form.get() == Some(Form::Part2);
    let mut breach = breach(reader, &mut root, shared, part_2);
    let at_filer = filing.filer.at();
    breach.business_associate_present =
        Field::new(Fact::BaPresent, at_filer, role.map(Filer::involves_associate).ok_or(Gap::Unreadable("BR004")));
    let notice = notice(reader, &mut root);
    let attestation = attestation(reader, &mut root);
    reader.close(root);
    Report { at, filing, entity, more_entities: entities.collect(), business_associate, breach, notice, attestation }
}

/// The version of the draft's format. BR017 judges it; the schema holds the same.
fn version(reader: &mut Reader<'_, '_>, root: &mut Section) {
    let found = match root.answer::<()>(reader, Fact::SchemaVersion, Required) {
        Ok(node) => match reader.document.scalar(node) {
            Some(Scalar::Int(text)) if text.parse() == Ok(NEWEST_VERSION) => return,
            scalar => (At::value(node), Some(scalar.map_or_else(String::new, |scalar| scalar.raw().to_owned()))),
        },
        Err(field) if field.gap() == Some(Gap::Absent) => (field.at(), None),
        Err(_) => return,
    };
    reader.misshapen = true;
    reader.faults.push(Fault::new("BR017", found.0, Detail::Version { found: found.1, newest: NEWEST_VERSION }));
    reader.spoken.push(found.0.field);
}

fn filing<'d>(reader: &mut Reader<'d, '_>, root: &mut Section) -> Filing<'d> {
    let mut section = reader.section(root, "filing", Required);
    let form = reader.term(&mut section, Fact::Form, Optional);
    let report_type = reader.term::<ReportType>(&mut section, Fact::ReportType, Required);
    let addendum = report_type.get() == Some(ReportType::Addendum);
    let has_tracking_number = reader.yes_no(&mut section, Fact::HasTrackingNumber, if addendum { Required } else { NotAsked });
    let asked = if has_tracking_number.get() == Some(true) { Optional } else { NotAsked };
    let tracking_number = reader.text(&mut section, Fact::TrackingNumber, asked, Look::Digits);
    reader.tracking_number(&tracking_number);
    let filer = reader.term(&mut section, Fact::Filer, Required);
    let submitted_on = reader.date(&mut section, Fact::SubmittedOn, Optional);
    reader.close(section);
    Filing { form, report_type, has_tracking_number, tracking_number, filer, submitted_on, text: std::marker::PhantomData }
}

fn entities<'d>(reader: &mut Reader<'d, '_>, root: &mut Section, role: Option<Filer>) -> Vec<CoveredEntity<'d>> {
    let associate = role.is_some_and(Filer::is_associate);
    let Some(node) = reader.part(root, "covered_entity") else {
        reader.misshapen |= !associate && reader.whole;
        return Vec::new();
    };
    let items = reader.document.items(node).map(<[NodeId]>::to_vec);
    reader.misshapen |= !associate && items.is_some();
    let mut entities = Vec::new();
    for item in items.unwrap_or_else(|| vec![node]) {
        let section = reader.open(item);
        entities.push(entity(reader, section, role));
    }
    entities
}

/// The entity of a report that lists none: asked and absent, at the report itself.
fn missing_entity<'d>(reader: &mut Reader<'d, '_>, root: &Section) -> CoveredEntity<'d> {
    let misshapen = reader.misshapen;
    let section = Section::missing(root.at(), Gap::Unreadable("BR004"));
    let entity = entity(reader, section, Some(Filer::ServiceOrganization));
    reader.misshapen = misshapen;
    entity
}

fn entity<'d>(reader: &mut Reader<'d, '_>, mut section: Section, role: Option<Filer>) -> CoveredEntity<'d> {
    let associate = role.is_some_and(Filer::is_associate);
    let part_2 = role.is_some_and(Filer::is_part_2);
    // Where no business associate is involved, what would stand per entity stands once, on the Breach screen.
    let shared = if role.is_none_or(Filer::involves_associate) { Optional } else { NotAsked };
    let s = &mut section;
    let name = reader.text(s, Fact::EntityName, Required, Look::Name);
    let kind = reader.term(s, Fact::EntityType, if part_2 { NotAsked } else { Required });
    let contact = if associate { Optional } else { Required };
    let party = party(reader, s, Required, contact, &ENTITY);
    let Party { street_line_1, street_line_2, city, state, zip, first_name, last_name, email, phone, phone_usage } = party;
    let individuals_affected = reader.count(s, Fact::EntityIndividuals, shared);
    let residents_by_state = residents(reader, s, Fact::EntityResidents, shared);
    let discovered_on = reader.date(s, Fact::EntityDiscovery, shared);
    let notified_by_business_associate_on = reader.date(s, Fact::EntityTold, shared);
    let ba_is_agent = reader.agent(s, Fact::BaIsAgent, shared);
    let notice_delegated = reader.yes_no(s, Fact::NoticeDelegated, if associate { Optional } else { NotAsked });
    reader.close(section);
    CoveredEntity {
        name,
        kind,
        street_line_1,
        street_line_2,
        city,
        state,
        zip,
        first_name,
        last_name,
        email,
        phone,
        phone_usage,
        individuals_affected,
        residents_by_state,
        discovered_on,
        notified_by_business_associate_on,
        ba_is_agent,
        notice_delegated,
        text: std::marker::PhantomData,
    }
}

/// Address and point of contact, which both parties of a report have.
struct Party<'d> {
    street_line_1: Field<&'d str>,
    street_line_2: Field<&'d str>,
    city: Field<&'d str>,
    state: Field<State>,
    zip: Field<&'d str>,
    first_name: Field<&'d str>,
    last_name: Field<&'d str>,
    email: Field<&'d str>,
    phone: Field<&'d str>,
    phone_usage: Field<PhoneUsage>,
}

/// The facts of an address and contact, in the order of `Party`.
const ENTITY: [Fact; 10] = [
    Fact::EntityStreet1,
    Fact::EntityStreet2,
    Fact::EntityCity,
    Fact::EntityState,
    Fact::EntityZip,
    Fact::EntityFirstName,
    Fact::EntityLastName,
    Fact::EntityEmail,
    Fact::EntityPhone,
    Fact::EntityPhoneUsage,
];
const ASSOCIATE: [Fact; 10] = [
    Fact::BaStreet1,
    Fact::BaStreet2,
    Fact::BaCity,
    Fact::BaState,
    Fact::BaZip,
    Fact::BaFirstName,
    Fact::BaLastName,
    Fact::BaEmail,
    Fact::BaPhone,
    Fact::BaPhoneUsage,
];

fn party<'d>(reader: &mut Reader<'d, '_>, s: &mut Section, need: Need, contact_need: Need, facts: &[Fact; 10]) -> Party<'d> {
    let [street_1, street_2, city, state, zip, first, last, email, phone, usage] = *facts;
    let street_line_1 = reader.text(s, street_1, need, Look::Short);
    let street_line_2 = reader.text(s, street_2, Optional, Look::Short);
    let city = reader.text(s, city, need, Look::Short);
    let state = reader.term(s, state, need);
    let zip = reader.text(s, zip, need, Look::Digits);
    let mut contact = reader.section(s, "contact", contact_need);
    // A contact that is not insisted on is complete once it is begun.
    let asked = if contact_need == Optional && contact.at() != s.at() { Required } else { contact_need };
    let c = &mut contact;
    let first_name = reader.text(c, first, asked, Look::Short);
    let last_name = reader.text(c, last, asked, Look::Short);
    let email = reader.text(c, email, asked, Look::Short);
    let phone = reader.text(c, phone, asked, Look::Digits);
    let phone_usage = reader.term(c, usage, asked);
    reader.close(contact);
    reader.contact(&email, &phone, &zip);
    Party { street_line_1, street_line_2, city, state, zip, first_name, last_name, email, phone, phone_usage }
}

fn business_associate<'d>(reader: &mut Reader<'d, '_>, root: &mut Section, role: Option<Filer>) -> BusinessAssociate<'d> {
    let asked = if role.is_some_and(Filer::involves_associate) { Optional } else { NotAsked };
    let mut section = reader.section(root, "business_associate", asked);
    let need = if section.at() == root.at() { asked } else { Required };
    let s = &mut section;
    let name = reader.text(s, Fact::BaName, need, Look::Name);
    let party = party(reader, s, need, need, &ASSOCIATE);
    let Party { street_line_1, street_line_2, city, state, zip, first_name, last_name, email, phone, phone_usage } = party;
    let discovered_on = reader.date(s, Fact::BaDiscovery, Optional);
    reader.close(section);
    BusinessAssociate {
        name,
        street_line_1,
        street_line_2,
        city,
        state,
        zip,
        first_name,
        last_name,
        email,
        phone,
        phone_usage,
        discovered_on,
        text: std::marker::PhantomData,
    }
}

fn breach<'d>(reader: &mut Reader<'d, '_>, root: &mut Section, shared: bool, part_2: bool) -> Breach<'d> {
    let mut section = reader.section(root, "breach", Required);
    let s = &mut section;
    let affecting = reader.term(s, Fact::Affecting, Required);
    let start_date = reader.date(s, Fact::BreachStart, Required);
    let end_date = reader.date(s, Fact::BreachEnd, Required);
    let discovery_start_date = reader.date(s, Fact::DiscoveryStart, Required);
    let discovery_end_date = reader.date(s, Fact::DiscoveryEnd, Required);
    let individuals_affected = reader.count(s, Fact::Individuals, Optional);
    let residents_by_state = residents(reader, s, Fact::Residents, if shared { NotAsked } else { Optional });
    let breach_type = reader.breach_type(s, Required);
    let location = reader.terms::<Location>(s, Fact::Location, Required);
    let asked = if location.get().is_none_or(|set| set.has(Location::Other)) { Optional } else { NotAsked };
    let location_other = reader.text(s, Fact::LocationOther, asked, Look::Short);
    let mut phi = reader.section(s, "phi", Optional);
    let p = &mut phi;
    let phi_types = reader.terms::<PhiType>(p, Fact::PhiTypes, Optional);
    let head = |head: PhiType| if phi_types.get().is_none_or(|set| set.has(head)) { Optional } else { NotAsked };
    let phi_clinical = reader.terms(p, Fact::PhiClinical, head(PhiType::Clinical));
    let phi_demographic = reader.terms(p, Fact::PhiDemographic, head(PhiType::Demographic));
    let phi_financial = reader.terms(p, Fact::PhiFinancial, head(PhiType::Financial));
    let phi_other = reader.text(p, Fact::PhiOther, head(PhiType::Other), Look::Short);
    reader.close(phi);
    // The Part 2 form exists since that day, and asks nothing about itself.
    let separate = discovery_start_date.get().is_none_or(|discovered| discovered >= PART_2_FROM);
    let part_2_records = reader.yes_no(s, Fact::Part2Records, if separate && !part_2 { Optional } else { NotAsked });
    let description = reader.text(s, Fact::Description, Required, Look::Prose);
    let safeguards = reader.terms(s, Fact::Safeguards, Required);
    reader.close(section);
    Breach {
        affecting,
        start_date,
        end_date,
        discovery_start_date,
        discovery_end_date,
        individuals_affected,
        residents_by_state,
        breach_type,
        location,
        location_other,
        phi_types,
        phi_clinical,
        phi_demographic,
        phi_financial,
        phi_other,
        part_2_records,
        description,
        ocr_narrative: Field::not_carried(Fact::OcrNarrative),
        safeguards,
        business_associate_present: Field::not_carried(Fact::BaPresent),
        text: std::marker::PhantomData,
    }
}

fn notice<'d>(reader: &mut Reader<'d, '_>, root: &mut Section) -> Notice<'d> {
    let mut section = reader.section(root, "notice", Required);
    let s = &mut section;
    let individual_start = reader.date(s, Fact::NoticeStart, Optional);
    let individual_end = reader.date(s, Fact::NoticeEnd, Optional);
    let individual_methods = reader.terms(s, Fact::NoticeMethods, Optional);
    let email_agreed = reader.yes_no(s, Fact::EmailAgreed, Optional);
    let substitute_required = reader.yes_no(s, Fact::SubstituteRequired, Required);
    let asked = if substitute_required.get() == Some(false) { NotAsked } else { Optional };
    let substitute_size = reader.term(s, Fact::SubstituteSize, asked);
    let substitute_methods = reader.terms(s, Fact::SubstituteMethods, asked);
    let substitute_toll_free = reader.yes_no(s, Fact::TollFree, asked);
    let media_required = reader.yes_no(s, Fact::MediaRequired, Required);
    let asked = if media_required.get() == Some(false) { NotAsked } else { Optional };
    let media_states = states(reader, s, Fact::MediaStates, asked);
    let media_methods = reader.terms(s, Fact::MediaMethods, asked);
    let mut delay = reader.section(s, "law_enforcement_delay", Optional);
    let d = &mut delay;
    let delay_claimed = reader.yes_no(d, Fact::DelayClaimed, Optional);
    let asked = if delay_claimed.get() == Some(true) { Optional } else { NotAsked };
    let delay_official = reader.text(d, Fact::DelayOfficial, asked, Look::Short);
    let delay_agency = reader.text(d, Fact::DelayAgency, asked, Look::Short);
    let delay_statement_date = reader.date(d, Fact::DelayStatementDate, asked);
    let delay_form = reader.term(d, Fact::DelayForm, asked);
    let delay_end = reader.date(d, Fact::DelayEnd, asked);
    let delay_follow_up = reader.date(d, Fact::DelayFollowUp, asked);
    reader.close(delay);
    let actions = reader.terms(s, Fact::Actions, Optional);
    let asked = if actions.get().is_none_or(|set| set.has(crate::report::terms::Action::Other)) { Optional } else { NotAsked };
    let actions_other = reader.text(s, Fact::ActionsOther, asked, Look::Prose);
    reader.close(section);
    Notice {
        individual_start,
        individual_end,
        individual_methods,
        email_agreed,
        substitute_required,
        substitute_size,
        substitute_methods,
        substitute_toll_free,
        media_required,
        media_states,
        media_methods,
        delay_claimed,
        delay_official,
        delay_agency,
        delay_statement_date,
        delay_form,
        delay_end,
        delay_follow_up,
        actions,
        actions_other,
        text: std::marker::PhantomData,
    }
}

fn attestation<'d>(reader: &mut Reader<'d, '_>, root: &mut Section) -> Attestation<'d> {
    let mut section = reader.section(root, "attestation", Required);
    let name = reader.text(&mut section, Fact::AttestationName, Optional, Look::Short);
    let date = reader.date(&mut section, Fact::AttestationDate, Optional);
    reader.close(section);
    Attestation { name, date, text: std::marker::PhantomData }
}

/// A mapping from State to count.
fn residents(reader: &mut Reader<'_, '_>, section: &mut Section, fact: Fact, need: Need) -> Field<Vec<StateCount>> {
    let node = match section.answer(reader, fact, need) {
        Ok(node) => node,
        Err(field) => return field,
    };
    let Some(entries) = reader.document.entries(node) else {
        reader.misshapen = true;
        return Field::new(fact, At::value(node), Err(Gap::Unreadable("BR005")));
    };
    let mut counts: Vec<StateCount> = Vec::with_capacity(entries.len());
    let mut gap = None;
    let mut named = std::collections::HashSet::new();
    for entry in entries {
        let at = At::value(entry);
        let name = reader.document.key(entry).to_owned();
        // A key that stands again is a fault of its own.
        if !named.insert(name.clone()) {
            continue;
        }
        let state = reader.listed_term::<State>(at.key(), &name);
        let count = if super::section::is_null(reader, entry) { Err(Gap::Absent) } else { reader.count_at(entry, fact, Optional) };
        match (state, count) {
            (Ok(state), Ok(count)) => counts.push(StateCount { state, count, at }),
            (Err(unread), _) | (_, Err(unread)) => gap = Some(unread),
        }
    }
    Field::new(fact, At::value(node), gap.map_or(Ok(counts), Err))
}

/// A list of States.
fn states(reader: &mut Reader<'_, '_>, section: &mut Section, fact: Fact, need: Need) -> Field<Vec<StateAt>> {
    let node = match section.answer(reader, fact, need) {
        Ok(node) => node,
        Err(field) => return field,
    };
    let Some(items) = reader.document.items(node).map(<[NodeId]>::to_vec) else {
        reader.misshapen = true;
        return Field::new(fact, At::value(node), Err(Gap::Unreadable("BR005")));
    };
    let mut states: Vec<StateAt> = Vec::with_capacity(items.len());
    let mut gap = None;
    for item in items {
        let Some(text) = reader.scalar_text(item, false) else {
            gap = Some(Gap::Unreadable("BR005"));
            continue;
        };
        match reader.listed_term::<State>(At::value(item), text) {
            Ok(state) => {
                reader.misshapen |= states.iter().any(|known| known.state == state);
                states.push(StateAt { state, at: At::value(item) });
            }
            Err(unread) => gap = Some(unread),
        }
    }
    Field::new(fact, At::value(node), gap.map_or(Ok(states), Err))
}
