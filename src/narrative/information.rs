//! Information that a sentence names as involved: Social Security numbers, diagnoses, claims. Knows no report.

use std::ops::Range;

use super::Scan;
use super::statements::{Statement, is_denied};

/// A kind of information that the form has a box for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Information {
    /// Social Security numbers.
    Ssn,
    /// Driver's licenses.
    DriversLicense,
    /// Dates of birth.
    BirthDate,
    /// Diagnoses or conditions.
    Diagnosis,
    /// Results of the laboratory.
    LabResults,
    /// Medications.
    Medications,
    /// Claims.
    Claims,
    /// Cards or bank accounts.
    CardOrAccount,
}

/// A kind of information that a sentence names, and whether as involved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The kind.
    pub kind: Information,
    /// The words.
    pub range: Range<usize>,
    /// Whether the sentence says that it was not involved.
    pub denied: bool,
}

/// The words for each kind, in lower case.
pub(super) static WORDS: [(Information, Statement); 8] = [
    (Information::Ssn, Statement { mark: 27, any: &["social security number*", "ssn", "ssns"], unless: &[] }),
    (
        Information::DriversLicense,
        Statement {
            mark: 28,
            any: &["driver's license*", "drivers license*", "drivers' license*", "driver\u{2019}s license*", "drivers\u{2019} license*"],
            unless: &[],
        },
    ),
    (
        Information::BirthDate,
        Statement { mark: 29, any: &["date of birth", "dates of birth", "birth date*", "birthdate*", "dob"], unless: &[] },
    ),
    (
        Information::Diagnosis,
        Statement { mark: 30, any: &["diagnosis", "diagnoses", "medical condition*", "health condition*"], unless: &[] },
    ),
    (
        Information::LabResults,
        Statement { mark: 31, any: &["lab result*", "laboratory result*", "test result*", "laboratory test result*"], unless: &[] },
    ),
    (
        Information::Medications,
        Statement { mark: 32, any: &["medication", "medications", "prescription information", "prescriptions"], unless: &[] },
    ),
    (
        Information::Claims,
        Statement {
            mark: 33,
            any: &["claims information", "claim information", "claims data", "insurance claims", "health claims"],
            unless: &[],
        },
    ),
    (
        Information::CardOrAccount,
        Statement {
            mark: 34,
            any: &["credit card*", "debit card*", "payment card*", "bank account number*", "bank account information"],
            unless: &[],
        },
    ),
];

/// Whether the text that was scanned names any.
pub fn names_any(scan: &Scan) -> bool {
    WORDS.iter().any(|(_, words)| scan.may_state(words))
}

/// What `sentence` names, which is of the text that was scanned.
pub fn mentions(scan: &Scan, sentence: &str) -> impl Iterator<Item = Mention> {
    WORDS.iter().filter(|(_, words)| scan.may_state(words)).filter_map(move |&(kind, words)| {
        let range = words.find(sentence)?;
        let denied = is_denied(sentence, &range);
        Some(Mention { kind, range, denied })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::narrative::{Voice, scan};

    #[test]
    fn information_is_named_or_denied() {
        let read = |text| mentions(&scan(text, Voice::Filer), text).map(|mention| (mention.kind, mention.denied)).collect::<Vec<_>>();
        assert_eq!(
            read("It held names, dates of birth and diagnoses."),
            [(Information::BirthDate, false), (Information::Diagnosis, false)]
        );
        assert_eq!(read("No Social Security numbers were involved."), [(Information::Ssn, true)]);
        assert_eq!(read("It held addresses."), []);
    }
}
