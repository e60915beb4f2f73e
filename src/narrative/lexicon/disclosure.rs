//! Cues of information that came to somebody who ought not to have it, in some other way.

use super::concepts::Concept::{
    Attacker, Burglary, Copied, Cyber, Damaged, Disaster, Disclosed, Disposed, Documents, Emailed, Entered, ExternalDrive, Incident,
    Letters, Lost, Malware, Message, Missing, Mistake, Network, NotShredded, NothingTaken, Outsider, Paper, Phi, Phishing, Portable,
    Ransomware, Records, Rubbish, SaysDisclosure, Server, Stole, Taken, Took, Unencrypted, Unsecured, Website, Wrong,
};
use super::cues::{Cue, Topic};
use crate::report::terms::Location;

pub(in crate::narrative) static CUES: &[Cue] = &[
    Cue {
        topic: Topic::Disclosed,
        parts: &[&[Mistake], &[Phi]],
        within: 140,
        unless: &[
            Phishing,
            Attacker,
            Cyber,
            Malware,
            Ransomware,
            Outsider,
            Stole,
            Burglary,
            Lost,
            Missing,
            Damaged,
            Rubbish,
            Disposed,
            NotShredded,
            Incident,
        ],
        weight: 5,
        places: &[],
        examples: (
            &["A vendor inadvertently sent protected health information to a school."],
            &["A vendor accidentally lost protected health information."],
        ),
    },
    Cue {
        topic: Topic::Disclosed,
        parts: &[&[Disclosed, SaysDisclosure]],
        within: 0,
        unless: &[Cyber, Attacker, Phishing, Malware, Ransomware, Stole],
        weight: 6,
        places: &[],
        examples: (
            &["A clerk impermissibly disclosed the list to a church."],
            &["Nothing was impermissibly disclosed.", "Hackers posted it on a forum."],
        ),
    },
    Cue {
        topic: Topic::Disclosed,
        parts: &[&[Wrong]],
        within: 0,
        unless: &[Cyber, Attacker, Phishing, Malware, Stole],
        weight: 6,
        places: &[],
        examples: (&["Reports were handed to the wrong patients."], &["The report was not given to the wrong patient."]),
    },
    Cue {
        topic: Topic::Place,
        parts: &[&[Disclosed, Wrong], &[Documents, Letters]],
        within: 160,
        unless: &[Emailed, Message, Website, Server],
        weight: 0,
        places: &[(Location::PaperFilms, 3)],
        examples: (&["Forms were handed to the wrong patients."], &["Forms were emailed to the wrong patients."]),
    },
    Cue {
        topic: Topic::Disclosed,
        parts: &[&[Unsecured], &[Paper, Documents, Records, Phi]],
        within: 240,
        unless: &[Stole, Burglary, Portable, ExternalDrive, Server, Cyber, Disposed],
        weight: 5,
        places: &[(Location::PaperFilms, 3)],
        examples: (
            &["Charts were left unattended in a hallway with other documents."],
            &["A car with documents was left unlocked and they were stolen."],
        ),
    },
    Cue {
        topic: Topic::Disclosed,
        parts: &[&[Unencrypted]],
        within: 0,
        unless: &[Attacker, Cyber, Malware, Phishing],
        weight: 6,
        places: &[],
        examples: (&["Staff sent the list without encryption."], &["The list was never sent without encryption."]),
    },
    Cue {
        topic: Topic::Disclosed,
        parts: &[&[Outsider], &[Entered]],
        within: 120,
        unless: &[Stole, Taken, Copied, Took, Burglary, Attacker, Cyber, Malware, Phishing, Server],
        weight: 5,
        places: &[],
        examples: (
            &["An unauthorized person entered a room with medical records."],
            &["An unauthorized person entered a room and stole the medical records."],
        ),
    },
    Cue {
        // Whoever broke in and took nothing may have looked.
        topic: Topic::Disclosed,
        parts: &[&[Burglary], &[NothingTaken]],
        within: 0,
        unless: &[Attacker, Cyber, Malware, Phishing, Ransomware, Network],
        weight: 5,
        places: &[],
        examples: (&["The file room was broken into, but nothing was taken."], &["The file room was broken into and charts were taken."]),
    },
    Cue {
        // What a storm or fire lays open, anybody may have seen.
        topic: Topic::Disclosed,
        parts: &[&[Disaster], &[Records, Paper]],
        within: 240,
        unless: &[Stole, Burglary, Lost, Missing, Disposed, Rubbish, Cyber],
        weight: 5,
        places: &[],
        examples: (&["A tornado struck the building with the medical records."], &["The medical records were lost in a flood."]),
    },
];
