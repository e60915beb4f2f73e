//! Cues of the writer's own judgment: the incident put under a head of the form, by its name.

use super::concepts::Concept::{Judged, SaysDisclosure, SaysDisposal, SaysHacking, SaysLoss, SaysTheft};
use super::cues::{Cue, Topic};

pub(in crate::narrative) static CUES: &[Cue] = &[
    Cue {
        topic: Topic::NamedHacking,
        parts: &[&[Judged], &[SaysHacking]],
        within: 90,
        unless: &[],
        weight: 12,
        places: &[],
        examples: (&["We classified the event as a hacking incident."], &["We did not classify this as a hacking incident."]),
    },
    Cue {
        topic: Topic::NamedDisposal,
        parts: &[&[Judged], &[SaysDisposal]],
        within: 90,
        unless: &[],
        weight: 12,
        places: &[],
        examples: (&["It was an improper disposal."], &["Training covers improper disposal."]),
    },
    Cue {
        topic: Topic::NamedLoss,
        parts: &[&[Judged], &[SaysLoss]],
        within: 90,
        unless: &[],
        weight: 12,
        places: &[],
        examples: (&["We report this as a loss."], &["We have reported this as a disclosure and not as a loss."]),
    },
    Cue {
        topic: Topic::NamedTheft,
        parts: &[&[Judged], &[SaysTheft]],
        within: 90,
        unless: &[],
        weight: 12,
        places: &[],
        examples: (&["We regard this as a theft."], &["This was never a theft."]),
    },
    Cue {
        topic: Topic::NamedDisclosure,
        parts: &[&[Judged], &[SaysDisclosure]],
        within: 90,
        unless: &[],
        weight: 12,
        places: &[],
        examples: (&["We believe this is an unauthorized disclosure."], &["We do not believe this is an unauthorized disclosure."]),
    },
];
