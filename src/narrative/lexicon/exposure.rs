//! Cues of what lay open on the Internet, and of trackers.

use super::concepts::Concept::{
    Attacker, Cyber, Disclosed, Disposed, Documents, Exposed, Malware, Misconfigured, Mistake, NotShredded, Outsider, Paper, Phishing,
    Records, Rubbish, Server, Stole, Tracking, Website,
};
use super::cues::{Cue, Topic};
use crate::report::terms::Location;

pub(in crate::narrative) static CUES: &[Cue] = &[
    Cue {
        topic: Topic::Disclosed,
        parts: &[&[Mistake], &[Website, Exposed, Disclosed, Documents, Records]],
        within: 200,
        unless: &[Phishing, Attacker, Cyber, Malware, Stole, Rubbish, Disposed, NotShredded],
        weight: 5,
        places: &[],
        examples: (&["A clerk accidentally put the documents on a public shelf."], &["A hacker accidentally left documents behind."]),
    },
    Cue {
        topic: Topic::Exposed,
        parts: &[&[Exposed]],
        within: 0,
        unless: &[Cyber, Attacker, Phishing, Malware, Paper],
        weight: 4,
        places: &[(Location::NetworkServer, 3)],
        examples: (
            &["The files were accessible on the internet for three months.", "Reports could be found with search engines."],
            &["Hackers put it on the internet.", "The files were not accessible on the internet."],
        ),
    },
    Cue {
        topic: Topic::Exposed,
        parts: &[&[Misconfigured], &[Server, Website, Exposed]],
        within: 240,
        unless: &[Cyber, Attacker, Phishing, Malware],
        weight: 8,
        places: &[(Location::NetworkServer, 2)],
        examples: (&["A misconfigured server showed the statements."], &["A misconfigured printer stopped."]),
    },
    Cue {
        topic: Topic::Exposed,
        parts: &[&[Misconfigured]],
        within: 0,
        unless: &[Cyber, Attacker, Phishing, Malware, Outsider],
        weight: 5,
        places: &[],
        examples: (&["Because of a programming error members saw each other's claims."], &["There was no programming error."]),
    },
    Cue {
        topic: Topic::Place,
        parts: &[&[Exposed, Misconfigured], &[Server]],
        within: 240,
        unless: &[],
        weight: 0,
        places: &[(Location::NetworkServer, 4)],
        examples: (&["The server left the forms on the internet."], &["The site was closed."]),
    },
    Cue {
        topic: Topic::Tracking,
        parts: &[&[Tracking]],
        within: 0,
        unless: &[],
        weight: 9,
        places: &[(Location::NetworkServer, 5)],
        examples: (&["A tracking pixel on the appointment page told a third party."], &["No tracking technology was in use."]),
    },
];
