//! Cues of what was sent to, or shown to, somebody else than meant: post, e-mail, fax.

use super::concepts::Concept::{
    AddressesShown, Attacker, Compromised, Cyber, Disclosed, Emailed, Faxed, GainedAccess, Insecure, Insider, Letters, Mailbox, Mailed,
    MailedWrong, Malware, Message, Mistake, Outsider, PersonalEmail, Phishing, Sent, Stole, Tracking, Website, Wrong,
};
use super::cues::{Cue, Topic};
use crate::report::terms::Location;

pub(in crate::narrative) static CUES: &[Cue] = &[
    Cue {
        topic: Topic::Misdelivered,
        parts: &[&[Mailed, Letters], &[Wrong]],
        within: 200,
        unless: &[Stole, Emailed, Message, Website],
        weight: 10,
        places: &[(Location::PaperFilms, 8)],
        examples: (
            &[
                "An employee inadvertently mailed billing statements to the wrong recipients.",
                "Because of a mail merge error, letters went to other members.",
            ],
            &["An employee emailed invoices to the wrong recipients.", "We mailed letters to all patients."],
        ),
    },
    Cue {
        topic: Topic::Misdelivered,
        parts: &[&[MailedWrong]],
        within: 0,
        unless: &[Emailed],
        weight: 9,
        places: &[(Location::PaperFilms, 8)],
        examples: (
            &[
                "Diagnoses were visible through the window of the envelope.",
                "The vendor misdirected letters.",
                "A mailing error put two letters into one envelope.",
            ],
            &["The letters were mailed on May 3."],
        ),
    },
    Cue {
        topic: Topic::Misdelivered,
        parts: &[&[Mailed, Letters], &[Mistake]],
        within: 160,
        unless: &[Stole, Emailed, Message, Website],
        weight: 7,
        places: &[(Location::PaperFilms, 6)],
        examples: (&["Invoices were sent to one household in error."], &["Invoices were emailed to one household in error."]),
    },
    Cue {
        topic: Topic::Misaddressed,
        parts: &[&[Emailed], &[Mistake]],
        within: 160,
        unless: &[Phishing, Attacker, Cyber, Malware],
        weight: 8,
        places: &[(Location::Email, 7)],
        examples: (&["We erroneously emailed data of former members."], &["We emailed data of former members."]),
    },
    Cue {
        topic: Topic::Misaddressed,
        parts: &[&[Sent], &[Message], &[Mistake]],
        within: 200,
        unless: &[Phishing, Attacker, Cyber, Malware, Mailed, MailedWrong, Letters, Faxed],
        weight: 8,
        places: &[(Location::Email, 7)],
        examples: (
            &["The clinic mistakenly sent a reminder email with the names of all patients."],
            &["The clinic sent a reminder email with the names of all patients."],
        ),
    },
    Cue {
        topic: Topic::Disclosed,
        parts: &[&[Faxed], &[Mistake, Insider]],
        within: 160,
        unless: &[Phishing, Attacker, Cyber, Malware, Wrong, Stole],
        weight: 6,
        places: &[(Location::PaperFilms, 4)],
        examples: (&["A clerk faxed the whole list to a supplier."], &["The referral was faxed to the clinic."]),
    },
    Cue {
        topic: Topic::Disclosed,
        parts: &[&[Faxed], &[Wrong]],
        within: 160,
        unless: &[],
        weight: 9,
        places: &[(Location::PaperFilms, 4)],
        examples: (&["A clerk faxed referrals to a wrong number."], &["The referral was faxed to the clinic."]),
    },
    Cue {
        topic: Topic::Misaddressed,
        parts: &[&[Emailed, Message, Mailbox], &[Wrong]],
        within: 200,
        unless: &[Phishing, Attacker, Cyber, Malware],
        weight: 9,
        places: &[(Location::Email, 8)],
        examples: (
            &["A workforce member emailed a spreadsheet to the wrong recipient.", "The report was sent by email to an incorrect address."],
            &["A workforce member emailed a spreadsheet to the right recipient."],
        ),
    },
    Cue {
        topic: Topic::Misaddressed,
        parts: &[&[AddressesShown]],
        within: 0,
        unless: &[],
        weight: 10,
        places: &[(Location::Email, 8)],
        examples: (
            &["Patients could see the email addresses of all others.", "The office put everyone in the cc field instead of bcc."],
            &["The email was sent to one patient."],
        ),
    },
    Cue {
        topic: Topic::Misaddressed,
        parts: &[&[Emailed, Message], &[Insider, Disclosed]],
        within: 120,
        unless: &[Tracking, Phishing, Attacker, Cyber, Malware, Outsider, Stole, GainedAccess, Compromised, PersonalEmail, Faxed],
        weight: 5,
        places: &[(Location::Email, 6)],
        examples: (&["An employee sent an email with patient names to a vendor."], &["An employee was phished by email."]),
    },
    Cue {
        topic: Topic::PersonalEmail,
        parts: &[&[PersonalEmail]],
        within: 0,
        unless: &[Phishing, Attacker, Outsider],
        weight: 10,
        places: &[(Location::Email, 7)],
        examples: (
            &["A nurse emailed a census list to her personal email account.", "A former employee forwarded emails to his private account."],
            &["A nurse checked her personal email at work, and an attacker sent a phishing mail."],
        ),
    },
    Cue {
        topic: Topic::Disclosed,
        parts: &[&[Insecure]],
        within: 0,
        unless: &[Attacker, Cyber, Malware, Phishing],
        weight: 6,
        places: &[(Location::Email, 5)],
        examples: (&["Results went out by unencrypted email."], &["Results never went out by unencrypted email."]),
    },
];
