//! Phrases that tell what a sentence is about.

use super::super::Class::{self, Incident, Information, Mitigation, Notification, Outcome};

/// Where in a sentence a phrase counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::narrative) enum Place {
    /// Wherever it stands.
    Anywhere,
    /// At its start only.
    Opening,
}

/// One phrase.
#[derive(Debug)]
pub(in crate::narrative) struct Phrase {
    /// The words, in lower case. A hit must start a word; it may end inside one.
    pub(in crate::narrative) words: &'static str,
    /// What a sentence with it is about.
    pub(in crate::narrative) class: Class,
    /// How much it weighs against others.
    pub(in crate::narrative) weight: u8,
    /// Where it counts.
    pub(in crate::narrative) place: Place,
}

const fn says(words: &'static str, class: Class, weight: u8) -> Phrase {
    Phrase { words, class, weight, place: Place::Anywhere }
}

const fn opens(words: &'static str, class: Class, weight: u8) -> Phrase {
    Phrase { words, class, weight, place: Place::Opening }
}

/// The phrases. Where two start at one place, the longer counts.
pub(in crate::narrative) static PHRASES: &[Phrase] = &[
    says("reported that", Incident, 4),
    says("discovered that", Incident, 4),
    says("learned that", Incident, 4),
    says("was informed that", Incident, 4),
    says("was notified that", Incident, 4),
    says("was alerted that", Incident, 4),
    says("was stolen", Incident, 4),
    says("were stolen", Incident, 4),
    says("broke into", Incident, 4),
    says("clicked", Incident, 3),
    says("was the victim of", Incident, 4),
    says("were the victims of", Incident, 4),
    says("ransomware", Incident, 2),
    says("unauthorized", Incident, 1),
    opens("the phi involved", Information, 5),
    opens("the ephi involved", Information, 5),
    opens("the phi included", Information, 5),
    opens("the ephi included", Information, 5),
    opens("the phi in", Information, 4),
    opens("the ephi in", Information, 4),
    opens("the types of", Information, 5),
    opens("the type of", Information, 5),
    opens("types of", Information, 5),
    opens("the protected health information", Information, 4),
    opens("the electronic protected health information", Information, 4),
    opens("the information", Information, 4),
    opens("the data", Information, 3),
    opens("the breach affected", Information, 3),
    opens("the breach included", Information, 4),
    opens("the breach involved", Information, 3),
    opens("information involved", Information, 5),
    says("may have included", Information, 3),
    says("information that may have been", Information, 2),
    says("dates of birth", Information, 1),
    says("social security number", Information, 1),
    says("medical record number", Information, 1),
    says("notified hhs", Notification, 5),
    says("notified the affected", Notification, 5),
    says("notified affected", Notification, 5),
    says("notified individuals", Notification, 5),
    says("notified all", Notification, 4),
    says("notified patients", Notification, 4),
    says("notified the media", Notification, 5),
    says("notified law enforcement", Notification, 4),
    says("notified the fbi", Notification, 4),
    says("notified the police", Notification, 4),
    says("breach notification to", Notification, 5),
    says("provided breach notification", Notification, 5),
    says("provided notice", Notification, 5),
    says("notification letter", Notification, 4),
    says("notice letters", Notification, 4),
    says("substitute notice", Notification, 4),
    says("media notice", Notification, 4),
    says("notice to the media", Notification, 4),
    says("posted notice", Notification, 5),
    says("posted a notice", Notification, 5),
    says("on its website", Notification, 2),
    says("on our website", Notification, 2),
    says("toll-free", Notification, 3),
    says("letters were mailed", Notification, 4),
    says("letters were sent", Notification, 4),
    says("mailed letters", Notification, 4),
    says("was reported to the police", Notification, 3),
    opens("in response", Mitigation, 6),
    opens("in its mitigation", Mitigation, 6),
    opens("to mitigate", Mitigation, 6),
    opens("to prevent", Mitigation, 6),
    opens("to help prevent", Mitigation, 6),
    opens("to reduce", Mitigation, 5),
    opens("to address", Mitigation, 4),
    opens("as a result of this", Mitigation, 4),
    opens("as a result of the breach", Mitigation, 5),
    opens("as a result of the incident", Mitigation, 5),
    opens("following the breach", Mitigation, 5),
    opens("following this breach", Mitigation, 5),
    opens("following the incident", Mitigation, 5),
    opens("following this incident", Mitigation, 5),
    opens("following discovery", Mitigation, 3),
    opens("corrective action", Mitigation, 6),
    opens("since the", Mitigation, 2),
    says("retrained", Mitigation, 4),
    says("re-trained", Mitigation, 4),
    says("trained its", Mitigation, 3),
    says("sanctioned", Mitigation, 3),
    says("credit monitoring", Mitigation, 4),
    says("identity theft protection", Mitigation, 4),
    says("identity protection", Mitigation, 4),
    says("identity theft", Mitigation, 3),
    says("revised its", Mitigation, 3),
    says("revised policies", Mitigation, 4),
    says("revised our", Mitigation, 3),
    says("updated its", Mitigation, 2),
    says("strengthened", Mitigation, 3),
    says("implemented", Mitigation, 3),
    says("additional safeguards", Mitigation, 4),
    says("additional technical safeguards", Mitigation, 4),
    says("administrative safeguards", Mitigation, 3),
    says("technical safeguards", Mitigation, 3),
    says("encrypted its", Mitigation, 4),
    says("multi-factor", Mitigation, 4),
    says("two-factor", Mitigation, 4),
    says("additional training", Mitigation, 4),
    says("new policies", Mitigation, 3),
    says("policies and procedures", Mitigation, 3),
    says("similar incident", Mitigation, 3),
    says("in the future", Mitigation, 2),
    says("changed the password", Mitigation, 3),
    says("reset the password", Mitigation, 3),
    says("passwords were reset", Mitigation, 3),
    opens("ocr ", Outcome, 6),
    opens("ocr’s", Outcome, 6),
    opens("ocr's", Outcome, 6),
    opens("as a result of ocr", Outcome, 9),
    opens("the office for civil rights", Outcome, 6),
    says("ocr obtained", Outcome, 8),
    says("ocr provided", Outcome, 8),
    says("ocr reviewed", Outcome, 8),
    says("ocr’s investigation", Outcome, 6),
    says("ocr's investigation", Outcome, 6),
    says("obtained assurances", Outcome, 5),
    says("resolution agreement", Outcome, 6),
    says("corrective action plan", Outcome, 6),
    says("technical assistance", Outcome, 6),
];

/// Sentences with the class that they must get; a test reads them.
#[cfg(test)]
pub(in crate::narrative) static EXAMPLES: &[(&str, Class)] = &[
    ("We learned on 5 May that an employee clicked a link in a message.", Incident),
    ("Old Mill Clinic, the covered entity (CE), reported that a laptop was stolen.", Incident),
    ("The business associate notified the covered entity that its server was down.", Incident),
    ("The PHI involved included names, dates of birth and diagnoses.", Information),
    ("The information may have included claims and Social Security numbers.", Information),
    ("The CE provided breach notification to HHS, affected individuals, and the media.", Notification),
    ("We mailed letters to every patient and posted notice on our website.", Notification),
    ("Following the breach, the CE encrypted its laptops and offered identity theft protection.", Mitigation),
    ("To prevent a similar incident we now use multi-factor sign-in.", Mitigation),
    ("OCR obtained assurances that the CE implemented the corrective actions listed.", Outcome),
    ("As a result of OCR's investigation, the CE improved its safeguards.", Outcome),
];
