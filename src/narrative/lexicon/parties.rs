//! Words for business associates and vendors, and for what they do.

use crate::narrative::among::Among;
use crate::narrative::statements::Statement;

/// What is not the associate but paper about it.
pub(in crate::narrative) static PAPERS: Among<12> = Among::new([
    "agreement",
    "agreements",
    "contract",
    "contracts",
    "relationship",
    "addendum",
    "addenda",
    "obligations",
    "rules",
    "provisions",
    "guidance",
    "requirements",
]);

/// Whose associate it is.
pub(in crate::narrative) static WHOSE: Among<14> =
    Among::new(["its", "a", "an", "the", "our", "their", "his", "her", "another", "former", "of", "ce's", "practice's", "one"]);

/// What a vendor is called; only what it did makes it a part of the incident.
pub(in crate::narrative) static VENDORS: Among<4> = Among::new(["vendor", "subcontractor", "vendors", "contractor"]);

/// What went wrong at somebody's hands.
pub(in crate::narrative) static FAULTS: Among<40> = Among::new([
    "experienced",
    "suffered",
    "inadvertently",
    "mistakenly",
    "erroneously",
    "improperly",
    "impermissibly",
    "accidentally",
    "unintentionally",
    "misconfigured",
    "lost",
    "misplaced",
    "exposed",
    "failed",
    "mailed",
    "sent",
    "emailed",
    "misdirected",
    "incorrectly",
    "disclosed",
    "posted",
    "left",
    "printed",
    "breached",
    "hacked",
    "attacked",
    "compromised",
    "victim",
    "victims",
    "discarded",
    "disposed",
    "stole",
    "accessed",
    "reported",
    "discovered",
    "informed",
    "notified",
    "detected",
    "unknowingly",
    "was",
]);

/// What may be a vendor's and still the vendor's own: "the vendor's server".
pub(in crate::narrative) static PROPERTY: Among<29> = Among::new([
    "appliance",
    "portal",
    "database",
    "platform",
    "warehouse",
    "employee",
    "employees",
    "server",
    "servers",
    "system",
    "systems",
    "network",
    "email",
    "error",
    "mistake",
    "office",
    "facility",
    "computer",
    "computers",
    "laptop",
    "website",
    "staff",
    "software",
    "programming",
    "premises",
    "failure",
    "workforce",
    "mail",
    "vehicle",
]);

/// Vendors that are hired because of the breach, or that are no business associates since their work needs no PHI.
pub(in crate::narrative) const NO_ASSOCIATES: [&str; 13] = [
    "new",
    "security",
    "forensic",
    "forensics",
    "cybersecurity",
    "janitorial",
    "cleaning",
    "custodial",
    "waste",
    "trash",
    "landscaping",
    "construction",
    "moving",
];

/// What an outside party is called; as `phrase` reads them.
pub(in crate::narrative) static PARTIES: Statement = Statement {
    mark: 24,
    any: &[
        "business associate*",
        "ba",
        "bas",
        "baa",
        "vendor*",
        "subcontractor*",
        "contractor*",
        "third party",
        "third-party",
        "third parties",
        "on behalf of",
        "consultant*",
        "consulting",
        "outside company",
        "service provider*",
        "software company",
        "billing company",
        "mailing company",
        "storage company",
        "shredding company",
        "company",
        "hosted",
        "hosting",
        "subsidiary",
        "parent corporation",
        "parent company",
        "cloud",
        "firm",
        "administrator",
        "supplier",
        "agent",
        "broker",
        "transcription",
        "collection agency",
        "client*",
        "customer*",
        "tenant*",
        "your",
        "benefit manager*",
        "courier*",
        "billing service*",
        "we host",
    ],
    unless: &[],
};

/// What an entity that cares for or insures people calls itself.
pub(in crate::narrative) static ENTITIES: Statement = Statement {
    mark: 25,
    any: &[
        "covered entity",
        "the practice",
        "the clinic",
        "the hospital",
        "the plan",
        "the pharmacy",
        "the department",
        "our office",
        "our practice",
        "our clinic",
        "our patients",
        "our members",
        "its patients",
        "its members",
    ],
    unless: &[],
};

/// Work that is done for an entity with its PHI, in front of the word for whoever does it.
pub(in crate::narrative) static WORK: Among<22> = Among::new([
    "billing",
    "mailing",
    "transcription",
    "answering",
    "software",
    "hosting",
    "collection",
    "collections",
    "shredding",
    "storage",
    "records",
    "benefit",
    "cloud",
    "printing",
    "scheduling",
    "coding",
    "statement",
    "claims",
    "imaging",
    "scanning",
    "hosted",
    "print",
]);

/// Whoever does it.
pub(in crate::narrative) static WORKERS: Among<10> =
    Among::new(["company", "manager", "service", "provider", "agency", "house", "administrator", "firm", "bureau", "host"]);

/// What somebody does who tells of an incident: it is his own only where it was at something of his.
pub(in crate::narrative) const TELLS: [&str; 12] =
    ["called", "told", "gave", "said", "says", "wrote", "informed", "notified", "reported", "alerted", "advised", "discovered"];

/// A covered entity, so called.
pub(in crate::narrative) static COVERED: Statement = Statement { mark: 26, any: &["covered entit*"], unless: &[] };
