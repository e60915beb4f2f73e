//! Information that a sentence names as involved: Social Security numbers, diagnoses, claims. Knows no report.

use std::ops::Range;

use super::statements::is_denied;
use super::words::phrase;

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
const WORDS: [(Information, &[&str]); 8] = [
    (Information::Ssn, &["social security number*", "ssn", "ssns"]),
    (
        Information::DriversLicense,
        &["driver's license*", "drivers license*", "drivers' license*", "driver\u{2019}s license*", "drivers\u{2019} license*"],
    ),
    (Information::BirthDate, &["date of birth", "dates of birth", "birth date*", "birthdate*", "dob"]),
    (Information::Diagnosis, &["diagnosis", "diagnoses", "medical condition*", "health condition*"]),
    (Information::LabResults, &["lab result*", "laboratory result*", "test result*", "laboratory test result*"]),
    (Information::Medications, &["medication", "medications", "prescription information", "prescriptions"]),
    (Information::Claims, &["claims information", "claim information", "claims data", "insurance claims", "health claims"]),
    (Information::CardOrAccount, &["credit card*", "debit card*", "payment card*", "bank account number*", "bank account information"]),
];

/// What `sentence` names.
pub fn mentions(sentence: &str) -> impl Iterator<Item = Mention> {
    WORDS.iter().filter_map(move |&(kind, words)| {
        let range = words.iter().find_map(|words| phrase(sentence, words))?;
        let denied = is_denied(sentence, &range);
        Some(Mention { kind, range, denied })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn information_is_named_or_denied() {
        let read = |text| mentions(text).map(|mention| (mention.kind, mention.denied)).collect::<Vec<_>>();
        assert_eq!(
            read("It held names, dates of birth and diagnoses."),
            [(Information::BirthDate, false), (Information::Diagnosis, false)]
        );
        assert_eq!(read("No Social Security numbers were involved."), [(Information::Ssn, true)]);
        assert_eq!(read("It held addresses."), []);
    }
}
