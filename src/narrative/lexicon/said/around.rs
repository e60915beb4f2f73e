//! Words around the cause: negation, clauses, the heads of the form, other incidents.

said! {
    Associate [
        "business associate*", "ba", "ba's", "bas", "subcontractor*", "sub contractor*", "vendor*", "service provider*", "billing company",
        "transcription company", "contractor*", "third party administrator*",
    ];
    Disaster [
        "tornado*", "hurricane*", "flood", "floods", "flooded", "gas explosion", "explosion in", "a fire", "storm", "tropical storm",
        "wildfire*", "earthquake*", "burst pipe*", "water damage", "sprinkler*", "mudslide*",
    ];
    Negation [
        "not", "no", "nothing", "never", "neither", "nor", "without", "no evidence", "no indication", "did not", "was not", "were not",
        "is not", "are not", "had not", "has not", "rather than", "instead of", "ruled out", "unrelated to", "cannot", "didn't", "wasn't",
        "weren't", "isn't", "unlikely", "prevent", "protect against", "guard against", "in case of", "risk of", "in the event of",
        "contrary to", "unconnected with", "unconnected to", "not connected", "not related", "rule out", "excluded", "no sign", "nobody",
        "no one", "none of", "none", "no hacking", "not by hacking", "nothing to suggest", "don't", "doesn't", "do not", "does not",
        "can't", "couldn't", "wouldn't", "cannot say",
    ];
    Clause [
        ", but", "but", "however", ", and the", ", and it", ", and we", ", and an", ", and a", ", when", ", who", ", which", ", after",
        "because", "although", "though", "then", ", until", "nevertheless", "and it was", "and was", "and were", "and subsequently",
        "and then", "and it",
    ];
    Stop ["; *"];
    SaysDisclosure [
        "unauthorized disclosure", "unauthorised disclosure", "unauthorized access/disclosure", "unauthorized access or disclosure",
        "impermissible disclosure",
    ];
    SaysTheft ["a theft", "theft of equipment"];
    SaysLoss ["a loss", "loss of property"];
    SaysDisposal ["improper disposal"];
    SaysHacking ["hacking incident*", "hacking or it incident", "hacking/it incident*"];
    Judged [
        "report this as", "reported this as", "reporting this as", "classified this", "classification", "classified the", "classify this",
        "has classified", "characterised as", "characterized as", "we believe this is", "we believe this was", "we consider this",
        "considers this", "considered this", "regard this as", "regarded as", "we treat this as", "treating this as", "treated this as",
        "this is a", "this was a", "this is an", "this was an", "it was a", "it was an", "is properly",
    ];
    Elsewhere [
        "reported at the time", "reported at that time", "reported at that date", "in a previous incident", "an earlier incident",
        "a prior incident", "a previous incident", "previous breach", "prior breach", "earlier breach", "is mistaken",
        "contrary suggestion", "the suggestion that", "rumor*", "rumour*", "press reports", "the press", "as a reminder",
        "are not the only", "in previous years", "in prior years", "years ago", "no relation to", "nothing to do with", "class action*",
        "lawsuit*", "alleging", "putative", "no activity", "were not affected", "was not affected", "were not involved", "was not involved",
        "not reached", "were unaffected", "no other system*", "not touched", "were untouched", "in addition, a", "have been no",
        "no other email*",
    ];
    Several [
        "two incidents", "two separate", "two unconnected", "two unrelated", "two different incidents", "two things to tell",
        "two breaches", "second incident", "second breach", "separate breach incident", "additional breach incident", "separate incident",
        "another incident", "the first:", "the second:", "unconnected occurrences", "incident one", "incident two", "both incidents",
        "2 breaches", "two events", "two distinct", "distinct events", "distinct incidents", "two matters", "two independent",
    ];
}
