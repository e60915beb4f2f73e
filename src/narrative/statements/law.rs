//! Statements about what the law asks: who and what is covered, what is a breach, whom to tell.

use super::Statement;

/// Reasons of 45 CFR 164.402 why an incident would be no breach.
pub static EXCLUDED: Statement = Statement {
    mark: 0,
    any: &[
        "low probability",
        "low risk of compromise",
        "unlikely that the information was compromised",
        "good faith",
        "unintentional acquisition",
        "inadvertent disclosure between",
        "could not reasonably have been able to retain",
        "not reasonably have been able to retain",
        "unable to retain",
        "was not a reportable breach",
        "is not a reportable breach",
        "does not constitute a breach",
        "did not constitute a breach",
        "no breach occurred",
        "not a breach of",
    ],
    unless: &[
        "could not demonstrate",
        "could not establish",
        "unable to demonstrate",
        "cannot demonstrate",
        "not demonstrate",
        "could not rule out",
        "more than a low probability",
        "not a low probability",
        "rather than",
        "good faith effort*",
    ],
};

/// Reasoning that data without a diagnosis is not PHI.
pub static NOT_PHI: Statement = Statement {
    mark: 1,
    any: &[
        "not phi",
        "not considered phi",
        "not protected health information",
        "not considered protected health information",
        "does not constitute phi",
        "did not constitute phi",
        "does not constitute protected health information",
        "did not constitute protected health information",
        "no phi was",
        "therefore no phi",
        "so no phi",
    ],
    unless: &["not phi of", "not only"],
};

/// Why data would not be PHI: no diagnosis, no treatment.
pub static NO_DIAGNOSIS: Statement = Statement {
    mark: 2,
    any: &[
        "no diagnosis",
        "no diagnoses",
        "no medical information",
        "no clinical information",
        "no treatment information",
        "no health information",
        "without a diagnosis",
        "without diagnoses",
        "did not contain diagnoses",
        "did not contain a diagnosis",
        "did not include diagnoses",
        "did not include a diagnosis",
        "did not contain any diagnosis",
        "no diagnosis or treatment",
        "did not include any diagnosis",
        "did not include medical information",
        "did not contain medical information",
        "only names",
    ],
    unless: &[],
};

/// Records of treatment for substance use disorders.
pub static SUBSTANCE_USE: Statement = Statement {
    mark: 3,
    any: &[
        "substance use disorder*",
        "substance abuse treatment",
        "substance use treatment",
        "substance abuse program",
        "substance abuse record*",
        "substance use record*",
        "sud treatment",
        "sud record*",
        "opioid treatment",
        "methadone",
        "detox program",
        "detoxification program",
        "alcohol and drug treatment",
        "drug and alcohol treatment",
        "addiction treatment",
        "part 2 program",
        "part 2 record*",
        "42 cfr part 2",
        "chemical dependency",
        "drug treatment",
        "suboxone",
        "buprenorphine treatment",
    ],
    unless: &["not a part 2 program", "no substance", "no part 2", "not part 2", "no sud"],
};

/// Mail that came back.
pub static RETURNED_MAIL: Statement = Statement {
    mark: 4,
    any: &[
        "returned as undeliverable",
        "returned undeliverable",
        "letters were returned",
        "letters came back",
        "notices came back",
        "returned mail",
        "returned to sender",
        "mail was returned",
        "undeliverable letter*",
        "undeliverable notice*",
        "notices were returned",
        "returned by the post office",
    ],
    unless: &["no letters were returned", "none were returned", "none of the letters", "none of the notices", "no mail was returned"],
};

/// People without an address.
pub static NO_ADDRESS: Statement = Statement {
    mark: 5,
    any: &[
        "no current address*",
        "no valid address*",
        "out of date address*",
        "out-of-date address*",
        "outdated address*",
        "insufficient contact information",
        "out-of-date contact information",
        "no mailing address*",
        "no address on file",
        "addresses were missing",
        "no last known address*",
        "no known address*",
    ],
    // The incident itself may be a mailing to old addresses.
    unless: &["mailed", "sent", "e-mailed", "emailed", "went to"],
};

/// A report to the police, which is no request for delay.
pub static POLICE_REPORT: Statement = Statement {
    mark: 6,
    any: &[
        "police report",
        "report with the police",
        "reported to the police",
        "reported to police",
        "filed a report with",
        "notified the police",
        "notified police",
        "called the police",
        "reported to law enforcement",
        "notified law enforcement",
        "contacted the police",
        "contacted law enforcement",
        "reported the theft to",
        "report to the police",
        "reported it to the police",
        "told the police",
        "notified the fbi",
    ],
    unless: &[],
};

/// A request for delay by law enforcement.
pub static ASKED_TO_DELAY: Statement = Statement {
    mark: 7,
    any: &[
        "asked us to delay",
        "asked us to wait",
        "asked that we delay",
        "requested a delay",
        "requested that",
        "request of law enforcement",
        "request of the police",
        "request of the fbi",
        "requested us to",
        "law enforcement delay",
        "law enforcement hold",
        "law enforcement request*",
        "written statement",
        "oral statement",
        "impede",
        "asked the practice to",
        "asked the covered entity to",
        "asked that notice*",
        "asked to delay",
        "asked to hold",
        "delay notification",
        "delay notice",
        "delay the notice*",
        "asked us not to",
        "asked us to hold",
    ],
    unless: &["never asked", "did not ask", "no request", "not asked", "did not request"],
};

/// People left out of the count.
pub static LEFT_OUT: Statement = Statement {
    mark: 8,
    any: &[
        "excluding deceased",
        "excluding the deceased",
        "deceased individuals were not counted",
        "deceased patients were not counted",
        "deceased individuals were not included",
        "deceased patients were not included",
        "not including deceased",
        "not including the deceased",
        "deceased were not counted",
        "deceased individuals are not included",
        "deceased patients are not included",
        "not counting the deceased",
        "not counting deceased",
        "excluding minors",
        "minors were not counted",
        "minors were not included",
        "not including minors",
        "not counting minors",
        "excluding children",
        "children were not counted",
        "children are not included",
        "children were not included",
        "minus the deceased",
        "do not count the deceased",
        "did not count the deceased",
        "did not count minors",
        "did not count children",
        "left out the deceased",
        "left out minors",
        "without the deceased",
        "who have died are not",
        "who had died are not",
        "who have died were not",
        "who had died were not",
    ],
    unless: &[],
};

/// An employer's health plan.
pub static EMPLOYER_PLAN: Statement = Statement {
    mark: 9,
    any: &[
        "employee health plan*",
        "employee benefit plan*",
        "employees' health plan",
        "employees’ health plan",
        "self-insured health plan",
        "self-insured group health plan",
        "self-funded health plan",
        "self-funded group health plan",
        "self-funded plan",
        "self-insured plan",
        "welfare benefit plan",
        "health plan for its employees",
        "health plan of its employees",
        "health plan for our employees",
        "health plan of our employees",
        "employer-sponsored health plan",
        "in relation to the ce's group health plan",
        "our group health plan",
        "its group health plan",
        "the group health plan",
    ],
    unless: &["patient*", "number*", "identification", "insurers and"],
};

/// A filer or records that HIPAA does not cover.
pub static NOT_COVERED: Statement = Statement {
    mark: 10,
    any: &[
        "is not a covered entity",
        "was not a covered entity",
        "were not covered entities",
        "not a hipaa covered entity",
        "is not a ce",
        "was not a ce",
        "not a covered entity",
        "employment records",
        "personnel records",
        "personnel file*",
        "student records",
        "education records",
        "life insurance applicant*",
        "life insurance polic*",
        "users of our app",
        "users of the app",
        "app users",
        "wellness app",
        "fitness app",
    ],
    unless: &["which is not", "whether", "health plan", "health insurance", "medical records", "parent company", "patient*"],
};

/// A part of a larger entity.
pub static COMPONENT: Statement = Statement {
    mark: 11,
    any: &[
        "hybrid entity",
        "affiliated covered entity",
        "health care component*",
        "healthcare component*",
        "as a component of",
        "hybrid covered entity",
    ],
    unless: &["agreed to pay", "failure to designate"],
};
