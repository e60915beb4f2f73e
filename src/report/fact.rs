//! Every single fact that a report can hold, by the path of its question; what a source carries and what a rule needs are sets of these.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Who asks the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// OCR's portal: the answer is keyed in there.
    Portal,
    /// breachlint's worksheet only: the answer decides a duty, but the portal does not ask for it.
    Worksheet,
    /// The public record only; no draft has it.
    Record,
}

/// What stands behind the last dot of `path`.
const fn last_word(path: &'static str) -> &'static str {
    let mut at = path.len();
    while at > 0 && path.as_bytes()[at - 1] != b'.' {
        at -= 1;
    }
    path.split_at(at).1
}

macro_rules! facts {
    ($($fact:ident $path:literal $asked:ident $shown:literal;)+) => {
        /// A fact, named after its question.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Fact {
            $(#[doc = $path] $fact,)+
        }

        impl Fact {
            /// Every fact, in the form's order.
            pub const ALL: &'static [Self] = &[$(Self::$fact),+];

            /// The path of the question in a draft; list positions left out.
            pub fn path(self) -> &'static str {
                match self { $(Self::$fact => $path,)+ }
            }

            /// The question's key: the last word of its path.
            pub fn key(self) -> &'static str {
                match self { $(Self::$fact => const { last_word($path) },)+ }
            }

            /// Who asks.
            pub const fn asked(self) -> Asked {
                match self { $(Self::$fact => Asked::$asked,)+ }
            }

            /// Whether the value may be shown in a report; contact answers may not.
            pub fn shown(self) -> bool {
                match self { $(Self::$fact => $shown,)+ }
            }
        }
    };
}

facts! {
    SchemaVersion "schema_version" Worksheet true;
    Form "filing.form" Portal true;
    ReportType "filing.report_type" Portal true;
    HasTrackingNumber "filing.has_tracking_number" Portal true;
    TrackingNumber "filing.tracking_number" Portal true;
    Filer "filing.filer" Portal true;
    SubmittedOn "filing.submitted_on" Worksheet true;
    EntityName "covered_entity.name" Portal true;
    EntityType "covered_entity.type" Portal true;
    EntityStreet1 "covered_entity.street_line_1" Portal true;
    EntityStreet2 "covered_entity.street_line_2" Portal true;
    EntityCity "covered_entity.city" Portal true;
    EntityState "covered_entity.state" Portal true;
    EntityZip "covered_entity.zip" Portal true;
    EntityFirstName "covered_entity.contact.first_name" Portal false;
    EntityLastName "covered_entity.contact.last_name" Portal false;
    EntityEmail "covered_entity.contact.email" Portal false;
    EntityPhone "covered_entity.contact.phone" Portal false;
    EntityPhoneUsage "covered_entity.contact.phone_usage" Portal true;
    EntityIndividuals "covered_entity.individuals_affected" Worksheet true;
    EntityResidents "covered_entity.residents_by_state" Worksheet true;
    EntityDiscovery "covered_entity.discovered_on" Worksheet true;
    EntityTold "covered_entity.notified_by_business_associate_on" Worksheet true;
    BaIsAgent "covered_entity.ba_is_agent" Worksheet true;
    NoticeDelegated "covered_entity.notice_delegated" Worksheet true;
    BaName "business_associate.name" Portal true;
    BaStreet1 "business_associate.street_line_1" Portal true;
    BaStreet2 "business_associate.street_line_2" Portal true;
    BaCity "business_associate.city" Portal true;
    BaState "business_associate.state" Portal true;
    BaZip "business_associate.zip" Portal true;
    BaFirstName "business_associate.contact.first_name" Portal false;
    BaLastName "business_associate.contact.last_name" Portal false;
    BaEmail "business_associate.contact.email" Portal false;
    BaPhone "business_associate.contact.phone" Portal false;
    BaPhoneUsage "business_associate.contact.phone_usage" Portal true;
    BaDiscovery "business_associate.discovered_on" Worksheet true;
    BaPresent "business_associate_present" Record true;
    Affecting "breach.affecting" Portal true;
    BreachStart "breach.start_date" Portal true;
    BreachEnd "breach.end_date" Portal true;
    DiscoveryStart "breach.discovery_start_date" Portal true;
    DiscoveryEnd "breach.discovery_end_date" Portal true;
    Individuals "breach.individuals_affected" Portal true;
    Residents "breach.residents_by_state" Worksheet true;
    BreachType "breach.type" Portal true;
    Location "breach.location" Portal true;
    LocationOther "breach.location_other" Portal true;
    PhiTypes "breach.phi.types" Portal true;
    PhiClinical "breach.phi.clinical" Portal true;
    PhiDemographic "breach.phi.demographic" Portal true;
    PhiFinancial "breach.phi.financial" Portal true;
    PhiOther "breach.phi.other" Portal true;
    Part2Records "breach.part_2_records" Worksheet true;
    Description "breach.description" Portal true;
    OcrNarrative "web_description" Record true;
    Safeguards "breach.safeguards" Portal true;
    NoticeStart "notice.individual_notice_start_date" Portal true;
    NoticeEnd "notice.individual_notice_end_date" Portal true;
    NoticeMethods "notice.individual_notice_methods" Worksheet true;
    EmailAgreed "notice.email_notice_agreed" Worksheet true;
    SubstituteRequired "notice.substitute_notice_required" Portal true;
    SubstituteSize "notice.substitute_notice_size" Portal true;
    SubstituteMethods "notice.substitute_notice_methods" Worksheet true;
    TollFree "notice.substitute_notice_toll_free_90_days" Worksheet true;
    MediaRequired "notice.media_notice_required" Portal true;
    MediaStates "notice.media_notice_states" Portal true;
    MediaMethods "notice.media_notice_methods" Worksheet true;
    DelayClaimed "notice.law_enforcement_delay.claimed" Worksheet true;
    DelayOfficial "notice.law_enforcement_delay.official" Worksheet false;
    DelayAgency "notice.law_enforcement_delay.agency" Worksheet true;
    DelayStatementDate "notice.law_enforcement_delay.statement_date" Worksheet true;
    DelayForm "notice.law_enforcement_delay.statement_form" Worksheet true;
    DelayEnd "notice.law_enforcement_delay.end_date" Worksheet true;
    DelayFollowUp "notice.law_enforcement_delay.written_follow_up_date" Worksheet true;
    Actions "notice.actions" Portal true;
    ActionsOther "notice.actions_other" Portal true;
    AttestationName "attestation.name" Portal false;
    AttestationDate "attestation.date" Portal true;
}

static KEYS: LazyLock<HashSet<&str>> = LazyLock::new(|| Fact::ALL.iter().flat_map(|fact| fact.path().split('.')).collect());

/// Whether `word` is a key of the form, of a question or a section, wherever it stands.
pub fn is_key(word: &str) -> bool {
    KEYS.contains(word)
}

/// A set of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FactSet(u128);

/// The bit of each fact. Looked up, because a shift of so many bits takes longer.
const BITS: [u128; 128] = {
    let mut bits = [0; 128];
    let mut index = 0;
    while index < bits.len() {
        bits[index] = 1 << index;
        index += 1;
    }
    bits
};

impl FactSet {
    /// No fact.
    pub const NONE: Self = Self(0);

    /// The set of `facts`.
    pub const fn of(facts: &[Fact]) -> Self {
        let mut bits = 0;
        let mut index = 0;
        while index < facts.len() {
            bits |= 1u128 << facts[index] as u8;
            index += 1;
        }
        Self(bits)
    }

    /// Adds a fact.
    pub fn insert(&mut self, fact: Fact) {
        self.0 |= BITS[fact as usize];
    }

    /// Whether `fact` is in the set.
    pub fn has(self, fact: Fact) -> bool {
        self.0 & BITS[fact as usize] != 0
    }

    /// Whether every fact of `other` is in this set.
    pub fn covers(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// Facts in either set.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Facts in both sets.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The facts that `asked` asks for.
    pub const fn asked_by(asked: Asked) -> Self {
        let mut bits = 0;
        let mut index = 0;
        while index < Fact::ALL.len() {
            if Fact::ALL[index].asked() as u8 == asked as u8 {
                bits |= 1u128 << Fact::ALL[index] as u8;
            }
            index += 1;
        }
        Self(bits)
    }

    /// Facts of this set that are not in `other`.
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The facts, in the form's order.
    pub fn iter(self) -> impl Iterator<Item = Fact> {
        Fact::ALL.iter().copied().filter(move |&fact| self.has(fact))
    }
}

/// What the rules have read, kept only in builds with debug assertions: a test holds each rule to the facts that it declares.
#[cfg(debug_assertions)]
pub mod reads {
    use std::cell::Cell;

    use super::{Fact, FactSet};

    thread_local! {
        static READ: Cell<FactSet> = const { Cell::new(FactSet::NONE) };
    }

    pub(crate) fn note(fact: Fact) {
        READ.with(|read| {
            let mut set = read.get();
            set.insert(fact);
            read.set(set);
        });
    }

    /// The facts read on this thread since the last call.
    pub fn take() -> FactSet {
        READ.with(|read| read.replace(FactSet::NONE))
    }
}
