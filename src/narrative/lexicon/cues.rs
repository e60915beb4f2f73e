//! What a cue is, and all cues. A cue is a few concepts near each other in one sentence about the incident.

use super::concepts::Concept;
use crate::report::terms::{BreachType, Location};

/// What happened, as far as a rule or the ranking tells one thing from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Topic {
    /// Data held to ransom.
    Ransomware,
    /// Mail that lures, or a mailbox that somebody else opened.
    Phishing,
    /// Software that does harm.
    Malware,
    /// A cyberattack, so called, or somebody from outside in a system.
    Cyber,
    /// Post to somebody else than meant.
    Misdelivered,
    /// E-mail to somebody else than meant, or with everybody's address.
    Misaddressed,
    /// E-mail to an insider's own account.
    PersonalEmail,
    /// An insider looking at records without a reason.
    Snooping,
    /// Data to be seen on the Internet.
    Exposed,
    /// Trackers on a website.
    Tracking,
    /// Given to somebody who ought not to have it, in some other way.
    Disclosed,
    /// Taken along by somebody who works or worked there: a theft to some, a disclosure to others.
    TakenAlong,
    /// A break-in.
    Burglary,
    /// A laptop carried off.
    LaptopTheft,
    /// Something else carried off.
    Theft,
    /// Lost.
    Lost,
    /// Thrown away.
    Disposal,
    /// The writer's own head: Hacking/IT Incident.
    NamedHacking,
    /// The writer's own head: Improper Disposal.
    NamedDisposal,
    /// The writer's own head: Loss.
    NamedLoss,
    /// The writer's own head: Theft.
    NamedTheft,
    /// The writer's own head: Unauthorized Access/Disclosure.
    NamedDisclosure,
    /// A thing or system that is named, whatever became of it.
    Place,
}

impl Topic {
    /// The type of breach that it stands for; none for a mere place.
    pub fn kind(self) -> Option<BreachType> {
        match self {
            Self::Ransomware | Self::Phishing | Self::Malware | Self::Cyber | Self::NamedHacking => Some(BreachType::HackingIt),
            Self::Misdelivered
            | Self::Misaddressed
            | Self::PersonalEmail
            | Self::Snooping
            | Self::Exposed
            | Self::Tracking
            | Self::Disclosed
            | Self::NamedDisclosure => Some(BreachType::UnauthorizedAccess),
            Self::TakenAlong | Self::Burglary | Self::LaptopTheft | Self::Theft | Self::NamedTheft => Some(BreachType::Theft),
            Self::Lost | Self::NamedLoss => Some(BreachType::Loss),
            Self::Disposal | Self::NamedDisposal => Some(BreachType::ImproperDisposal),
            Self::Place => None,
        }
    }
}

/// One cue.
#[derive(Debug)]
pub(in crate::narrative) struct Cue {
    /// What it tells.
    pub(in crate::narrative) topic: Topic,
    /// One hit of each group must stand in the sentence, in any order.
    pub(in crate::narrative) parts: &'static [&'static [Concept]],
    /// The most bytes from the first to the last of them.
    pub(in crate::narrative) within: u32,
    /// A sentence with one of these is left alone.
    pub(in crate::narrative) unless: &'static [Concept],
    /// How much it weighs for its topic's type.
    pub(in crate::narrative) weight: u8,
    /// How much it weighs for places.
    pub(in crate::narrative) places: &'static [(Location, u8)],
    /// Sentences that it must be read in, and sentences near them that it must not be read in; a test reads both.
    #[cfg_attr(not(test), allow(dead_code, reason = "examples document the table and are read by a test"))]
    pub(in crate::narrative) examples: (&'static [&'static str], &'static [&'static str]),
}

/// Every cue.
pub(in crate::narrative) fn all() -> impl Iterator<Item = &'static Cue> {
    [
        super::attacks::CUES,
        super::astray::CUES,
        super::insiders::CUES,
        super::exposure::CUES,
        super::disclosure::CUES,
        super::things::CUES,
        super::named::CUES,
    ]
    .into_iter()
    .flatten()
}
