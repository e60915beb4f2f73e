//! Statements about the report itself: how many incidents and entities, how sure the number is.

use super::Statement;

/// Two incidents.
pub static SEPARATE: Statement = Statement {
    mark: 12,
    any: &[
        "two separate incidents",
        "two unconnected",
        "two distinct",
        "two unrelated",
        "two different incidents",
        "two things to tell",
        "second, and unrelated",
        "nothing to do with each other",
        "two occurrences",
        "two events",
        "two separate breach*",
        "two separate breaches",
        "two separate occasions",
        "two separate thefts",
        "two incidents",
        "two breaches",
        "two thefts",
        "two burglaries",
        "three incidents",
        "three separate incidents",
        "a second incident",
        "an unrelated incident",
        "a separate incident",
        "in a second breach",
        "a second breach",
        "both incidents",
    ],
    unless: &["prevent*", "breach report", "no second", "similar", "companion", "not a separate", "one incident"],
};

/// Several covered entities.
pub static SEVERAL_ENTITIES: Statement = Statement {
    mark: 13,
    any: &[
        "several covered entities",
        "ces",
        "multiple covered entities",
        "two covered entities",
        "three covered entities",
        "four covered entities",
        "five covered entities",
        "six covered entities",
        "seven covered entities",
        "eight covered entities",
        "nine covered entities",
        "ten covered entities",
        "other covered entities",
        "various covered entities",
        "many covered entities",
        "covered entity clients",
        "the covered entities",
        "covered entities'",
        "our covered entities",
        "several of our clients",
        "several clients",
        "multiple clients",
    ],
    unless: &["one of the", "none of the", "no other"],
};

/// Words that call a number an estimate.
pub const ESTIMATES: [&str; 22] = [
    "estimat*",
    "approximate*",
    "approx",
    "about",
    "roughly",
    "around",
    "at least",
    "up to",
    "preliminary",
    "placeholder",
    "to be determined",
    "not yet known",
    "not known yet",
    "not yet been determined",
    "still being determined",
    "under review",
    "will be updated",
    "will be amended",
    "will be corrected",
    "addendum",
    "supplement*",
    "exact",
];

/// Words that point elsewhere, or to later.
pub static POINTERS: Statement = Statement {
    mark: 21,
    any: &[
        "see attached",
        "see the attached",
        "see attachment*",
        "see attached document",
        "attached document",
        "see enclosed",
        "see letter",
        "see report",
        "see previous",
        "see prior",
        "see below",
        "tbd",
        "to be determined",
        "to be provided",
        "will be provided",
        "same as above",
    ],
    unless: &[],
};

/// Words of claims and membership.
pub static CLAIMS: Statement = Statement {
    mark: 22,
    any: &[
        "claim*",
        "billing",
        "bill",
        "bills",
        "invoice*",
        "enrollment",
        "premium*",
        "eligibility",
        "explanation of benefits",
        "explanations of benefits",
        "insurance",
    ],
    unless: &[],
};

/// Words of care.
pub static CARE: Statement = Statement {
    mark: 23,
    any: &[
        "diagnos*",
        "condition*",
        "treatment*",
        "medication*",
        "prescription*",
        "lab",
        "laboratory",
        "clinical",
        "medical",
        "test result*",
        "procedure*",
        "x-ray",
        "x-rays",
        "notes",
        "health information",
        "therapy",
        "history",
    ],
    unless: &[],
};
