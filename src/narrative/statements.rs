//! Statements that a sentence may make, as tables of phrases: what says it, and what beside it says otherwise. Knows no report.

use std::ops::Range;

use super::words::{any_phrase, has_phrase};

/// A statement and the words that make it.
#[derive(Debug, Clone, Copy)]
pub struct Statement {
    /// Any of these makes it. Lower case; a trailing `*` lets the last word go on.
    pub any: &'static [&'static str],
    /// Unless one of these stands in the same sentence.
    pub unless: &'static [&'static str],
}

impl Statement {
    /// The words of `sentence` that make the statement.
    pub fn find(&self, sentence: &str) -> Option<Range<usize>> {
        any_phrase(sentence, self.any).filter(|_| !has_phrase(sentence, self.unless))
    }
}

/// Whether the words in front of `range` deny what stands there: "no Social Security numbers", "did not include diagnoses". Looks back to
/// the nearest mark that ends a thought.
pub fn is_denied(sentence: &str, range: &Range<usize>) -> bool {
    let before = &sentence[..range.start];
    let from = before.rfind([';', ':']).map_or(0, |mark| mark + 1);
    let clause = &before[from..];
    let from = [" but ", " however", " although ", " though ", " except "]
        .iter()
        .filter_map(|turn| clause.rfind(turn).map(|at| at + turn.len()))
        .max()
        .unwrap_or(0);
    has_phrase(&clause[from..], &DENIALS)
}

const DENIALS: [&str; 14] = [
    "no",
    "not",
    "did not",
    "none",
    "without",
    "nor",
    "neither",
    "never",
    "excluding",
    "wasn't",
    "weren't",
    "didn't",
    "free of",
    "rather than",
];

/// Encryption or a safeguard said to be lacking.
pub static UNENCRYPTED: Statement = Statement {
    any: &[
        "unencrypted",
        "not encrypted",
        "was not encrypted",
        "were not encrypted",
        "without encryption",
        "lacked encryption",
        "no encryption",
        "wasn't encrypted",
        "weren't encrypted",
    ],
    unless: &["no unencrypted", "not unencrypted"],
};

/// No training of the workforce.
pub static UNTRAINED: Statement = Statement {
    any: &[
        "had not been trained",
        "had never been trained",
        "has not been trained",
        "had received no training",
        "had not received training",
        "had not received any training",
        "had not received hipaa training",
        "no hipaa training",
        "lack of training",
        "lacked training",
        "never received training",
        "was not trained",
        "were not trained",
        "had no training",
        "did not train",
        "had not trained",
        "untrained",
        "no training program",
    ],
    unless: &[],
};

/// No analysis of risks.
pub static UNANALYZED: Statement = Statement {
    any: &[
        "no risk analysis",
        "had not conducted a risk analysis",
        "had not performed a risk analysis",
        "had not done a risk analysis",
        "never conducted a risk analysis",
        "never performed a risk analysis",
        "lack of a risk analysis",
        "lacked a risk analysis",
        "did not have a risk analysis",
        "failed to conduct a risk analysis",
        "failed to perform a risk analysis",
        "without a risk analysis",
        "had not completed a risk analysis",
        "no risk assessment",
        "never done a risk analysis",
        "had never done a risk analysis",
        "had not conducted a risk assessment",
    ],
    unless: &[],
};

/// No rules for the workforce.
pub static UNREGULATED: Statement = Statement {
    any: &[
        "no policy",
        "no policies",
        "had no written policies",
        "did not have a policy",
        "did not have policies",
        "lacked policies",
        "lacked a policy",
        "without a policy",
        "no written policy",
        "no written procedure*",
        "had no procedures",
        "no procedure",
    ],
    unless: &["no policy violation*", "no policy was violated"],
};

/// What is still to be done.
pub static PLANNED: Statement = Statement {
    any: &[
        "will be",
        "we will",
        "will implement",
        "will train",
        "will retrain",
        "will revise",
        "will update",
        "will encrypt",
        "will adopt",
        "will conduct",
        "will perform",
        "will provide",
        "will offer",
        "will install",
        "will improve",
        "will change",
        "plan to",
        "plans to",
        "are planning to",
        "is planning to",
        "intend to",
        "intends to",
        "in the process of",
        "are going to",
        "is going to",
        "are considering",
        "is considering",
        "shall",
    ],
    unless: &[],
};

/// Reasons of 45 CFR 164.402 why an incident would be no breach.
pub static EXCLUDED: Statement = Statement {
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

/// Mail that came back, or people without an address.
pub static RETURNED_MAIL: Statement = Statement {
    any: &[
        "returned as undeliverable",
        "returned undeliverable",
        "letters were returned",
        "letters came back",
        "returned mail",
        "returned to sender",
        "mail was returned",
        "undeliverable letter*",
        "undeliverable notice*",
        "notices were returned",
        "returned by the post office",
        "no current address",
        "no valid address",
        "out of date address*",
        "out-of-date address*",
        "outdated address*",
        "insufficient contact information",
        "out-of-date contact information",
        "no mailing address",
        "no address on file",
        "addresses were missing",
        "no last known address",
        "no known address",
    ],
    unless: &["no letters were returned", "none were returned", "none of the letters", "no mail was returned"],
};

/// A report to the police, which is no request for delay.
pub static POLICE_REPORT: Statement = Statement {
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

/// A device that was encrypted.
pub static ENCRYPTED: Statement = Statement {
    any: &[
        "encrypted laptop*",
        "encrypted device*",
        "encrypted drive*",
        "encrypted hard drive*",
        "encrypted usb",
        "encrypted flash drive*",
        "encrypted thumb drive*",
        "encrypted tablet*",
        "encrypted server*",
        "encrypted phone*",
        "encrypted computer*",
        "laptop was encrypted",
        "device was encrypted",
        "drive was encrypted",
        "drive is encrypted",
        "laptop is encrypted",
        "disk encryption",
        "computer was encrypted",
        "laptop, which was encrypted",
        "laptop had been encrypted",
        "tablet was encrypted",
        "phone was encrypted",
        "laptop is fully encrypted",
        "laptop was fully encrypted",
    ],
    unless: &[
        "unencrypted",
        "not encrypted",
        "unlocked",
        "logged in",
        "signed in",
        "logged on",
        "powered on",
        "turned on",
        "key was",
        "encryption key",
        "decrypt*",
        "password was",
        "with the password",
        "password written",
        "ransom*",
        "malware",
        "non-encrypted",
        "questionable",
        "printed",
        "paper",
        "was not",
        "removed ephi",
        "audit*",
        "began a practice",
        "implement*",
        "could not be confirmed",
        "could not confirm",
    ],
};

/// Unwiped media.
pub static UNWIPED: Statement = Statement {
    any: &[
        "not wiped",
        "without wiping",
        "without being wiped",
        "not erased",
        "without erasing",
        "not been wiped",
        "not been erased",
        "not removed",
        "had not been removed",
        "not sanitized",
        "not degaussed",
        "not destroyed",
        "unwiped",
        "without removing",
        "without first",
        "still contained",
        "still held",
        "hard drive*",
        "not cleared",
        "not deleted",
        "without deleting",
        "un-wiped",
    ],
    unless: &[],
};

/// People left out of the count.
pub static LEFT_OUT: Statement = Statement {
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

/// Two incidents.
pub static SEPARATE: Statement = Statement {
    any: &[
        "two separate incidents",
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
        "in an unrelated",
    ],
    unless: &["prevent*", "breach report", "no second", "similar", "companion", "not a separate", "one incident"],
};

/// Several covered entities.
pub static SEVERAL_ENTITIES: Statement = Statement {
    any: &[
        "several covered entities",
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
pub const POINTERS: [&str; 16] = [
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
];

#[cfg(test)]
mod tests {
    use super::super::words::phrase;
    use super::*;

    #[test]
    fn a_statement_is_made_unless_the_sentence_says_otherwise() {
        assert!(ENCRYPTED.find("The encrypted laptop was stolen.").is_some());
        assert!(ENCRYPTED.find("The encrypted laptop was stolen while unlocked.").is_none());
        assert!(UNENCRYPTED.find("The laptop was not encrypted.").is_some());
        assert!(EXCLUDED.find("We could not demonstrate a low probability of compromise.").is_none());
    }

    #[test]
    fn denials_reach_back_to_the_turn_of_the_sentence() {
        let denied = |sentence: &str, wanted: &str| is_denied(sentence, &phrase(sentence, wanted).unwrap_or(0..0));
        assert!(denied("No Social Security numbers were involved.", "social security numbers"));
        assert!(denied("The file did not contain names or diagnoses.", "diagnoses"));
        assert!(!denied("It held no addresses but diagnoses.", "diagnoses"));
        assert!(!denied("It held diagnoses.", "diagnoses"));
    }
}
