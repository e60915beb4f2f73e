//! The report: sections in the order of the portal's screens, each a struct of fields. Holds what was answered, not what follows from it.

use chrono::NaiveDate;

use super::fact::{Fact, FactSet};
use super::field::{Field, Gap};
use super::terms::{
    Action, Affecting, Agent, BreachType, Clinical, Demographic, EntityType, Filer, Financial, Form, IndividualMethod, Location,
    MediaMethod, PhiType, PhoneUsage, ReportType, Safeguard, State, StatementForm, SubstituteMethod, SubstituteSize, TermSet,
};
use crate::source::At;

macro_rules! section {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty = $fact:ident;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name<'a> {
            $(#[doc = concat!("Fact `", stringify!($fact), "`.")] pub $field: Field<$type>,)+
            pub(crate) text: std::marker::PhantomData<&'a str>,
        }

        impl $name<'_> {
            /// The section of a source that carries none of it.
            pub const fn not_carried() -> Self {
                Self { $($field: Field::not_carried(Fact::$fact),)+ text: std::marker::PhantomData }
            }

            /// Files each fact under what became of it.
            fn sort(&self, states: &mut FactStates) {
                $(states.note(&self.$field);)+
            }
        }
    };
}

section! {
    /// General screen: which report this is and who files it.
    Filing {
        form: Form = Form;
        report_type: ReportType = ReportType;
        has_tracking_number: bool = HasTrackingNumber;
        tracking_number: &'a str = TrackingNumber;
        filer: Filer = Filer;
        submitted_on: NaiveDate = SubmittedOn;
    }
}

section! {
    /// A covered entity, with the answers that stand per entity when a business associate had the breach.
    CoveredEntity {
        name: &'a str = EntityName;
        kind: EntityType = EntityType;
        street_line_1: &'a str = EntityStreet1;
        street_line_2: &'a str = EntityStreet2;
        city: &'a str = EntityCity;
        state: State = EntityState;
        zip: &'a str = EntityZip;
        first_name: &'a str = EntityFirstName;
        last_name: &'a str = EntityLastName;
        email: &'a str = EntityEmail;
        phone: &'a str = EntityPhone;
        phone_usage: PhoneUsage = EntityPhoneUsage;
        individuals_affected: i64 = EntityIndividuals;
        residents_by_state: Vec<StateCount> = EntityResidents;
        discovered_on: NaiveDate = EntityDiscovery;
        notified_by_business_associate_on: NaiveDate = EntityTold;
        ba_is_agent: Agent = BaIsAgent;
        notice_delegated: bool = NoticeDelegated;
    }
}

section! {
    /// The business associate that had the breach.
    BusinessAssociate {
        name: &'a str = BaName;
        street_line_1: &'a str = BaStreet1;
        street_line_2: &'a str = BaStreet2;
        city: &'a str = BaCity;
        state: State = BaState;
        zip: &'a str = BaZip;
        first_name: &'a str = BaFirstName;
        last_name: &'a str = BaLastName;
        email: &'a str = BaEmail;
        phone: &'a str = BaPhone;
        phone_usage: PhoneUsage = BaPhoneUsage;
        discovered_on: NaiveDate = BaDiscovery;
    }
}

section! {
    /// Breach screen.
    Breach {
        affecting: Affecting = Affecting;
        start_date: NaiveDate = BreachStart;
        end_date: NaiveDate = BreachEnd;
        discovery_start_date: NaiveDate = DiscoveryStart;
        discovery_end_date: NaiveDate = DiscoveryEnd;
        individuals_affected: i64 = Individuals;
        residents_by_state: Vec<StateCount> = Residents;
        breach_type: TermSet<BreachType> = BreachType;
        location: TermSet<Location> = Location;
        location_other: &'a str = LocationOther;
        phi_types: TermSet<PhiType> = PhiTypes;
        phi_clinical: TermSet<Clinical> = PhiClinical;
        phi_demographic: TermSet<Demographic> = PhiDemographic;
        phi_financial: TermSet<Financial> = PhiFinancial;
        phi_other: &'a str = PhiOther;
        part_2_records: bool = Part2Records;
        description: &'a str = Description;
        ocr_narrative: &'a str = OcrNarrative;
        safeguards: TermSet<Safeguard> = Safeguards;
        business_associate_present: bool = BaPresent;
    }
}

section! {
    /// Notice of Breach and Actions Taken screen.
    Notice {
        individual_start: NaiveDate = NoticeStart;
        individual_end: NaiveDate = NoticeEnd;
        individual_methods: TermSet<IndividualMethod> = NoticeMethods;
        email_agreed: bool = EmailAgreed;
        substitute_required: bool = SubstituteRequired;
        substitute_size: SubstituteSize = SubstituteSize;
        substitute_methods: TermSet<SubstituteMethod> = SubstituteMethods;
        substitute_toll_free: bool = TollFree;
        media_required: bool = MediaRequired;
        media_states: Vec<StateAt> = MediaStates;
        media_methods: TermSet<MediaMethod> = MediaMethods;
        delay_claimed: bool = DelayClaimed;
        delay_official: &'a str = DelayOfficial;
        delay_agency: &'a str = DelayAgency;
        delay_statement_date: NaiveDate = DelayStatementDate;
        delay_form: StatementForm = DelayForm;
        delay_end: NaiveDate = DelayEnd;
        delay_follow_up: NaiveDate = DelayFollowUp;
        actions: TermSet<Action> = Actions;
        actions_other: &'a str = ActionsOther;
    }
}

section! {
    /// Attestation screen.
    Attestation {
        name: &'a str = AttestationName;
        date: NaiveDate = AttestationDate;
    }
}

/// Residents of one State.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateCount {
    /// The State.
    pub state: State,
    /// How many of its residents are affected.
    pub count: i64,
    /// Where the count stands.
    pub at: At,
}

/// A State in a list of States.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateAt {
    /// The State.
    pub state: State,
    /// Where it stands.
    pub at: At,
}

/// What became of each fact of one report.
#[derive(Debug, Clone, Copy, Default)]
pub struct FactStates {
    /// Read.
    pub present: FactSet,
    /// Asked and not answered.
    pub absent: FactSet,
    /// Answered, and not readable.
    pub unreadable: FactSet,
}

impl FactStates {
    fn note<T>(&mut self, field: &Field<T>) {
        match field.gap() {
            None => self.present.insert(field.fact()),
            Some(Gap::Absent) => self.absent.insert(field.fact()),
            Some(Gap::Unreadable(_)) => self.unreadable.insert(field.fact()),
            Some(Gap::NotAsked | Gap::NotCarried) => {}
        }
    }
}

/// One breach report: a draft, or a row of the public record.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    /// The whole report.
    pub at: At,
    /// General screen.
    pub filing: Filing<'a>,
    /// The covered entity; the first, where a business associate files for several.
    pub entity: CoveredEntity<'a>,
    /// The others.
    pub more_entities: Vec<CoveredEntity<'a>>,
    /// The business associate.
    pub business_associate: BusinessAssociate<'a>,
    /// Breach screen.
    pub breach: Breach<'a>,
    /// Notice and actions screen.
    pub notice: Notice<'a>,
    /// Attestation screen.
    pub attestation: Attestation<'a>,
}

impl<'a> Report<'a> {
    /// The text that tells of the breach: the filer's description; where there is none, OCR's narrative.
    pub(crate) fn text(&self) -> Option<&'a str> {
        self.breach.description.get().or_else(|| self.breach.ocr_narrative.get())
    }

    /// A report of a source that carries nothing; the source fills in what it has.
    pub const fn not_carried(at: At) -> Self {
        Self {
            at,
            filing: Filing::not_carried(),
            entity: CoveredEntity::not_carried(),
            more_entities: Vec::new(),
            business_associate: BusinessAssociate::not_carried(),
            breach: Breach::not_carried(),
            notice: Notice::not_carried(),
            attestation: Attestation::not_carried(),
        }
    }

    /// Every covered entity, in the order listed.
    pub fn entities(&self) -> impl Iterator<Item = &CoveredEntity<'a>> {
        std::iter::once(&self.entity).chain(&self.more_entities)
    }

    /// What became of each fact. Reading it counts as no rule's reading.
    pub fn states(&self) -> FactStates {
        let mut states = FactStates::default();
        self.filing.sort(&mut states);
        self.entities().for_each(|entity| entity.sort(&mut states));
        self.business_associate.sort(&mut states);
        self.breach.sort(&mut states);
        self.notice.sort(&mut states);
        self.attestation.sort(&mut states);
        #[cfg(debug_assertions)]
        let _ = super::fact::reads::take();
        states
    }
}
