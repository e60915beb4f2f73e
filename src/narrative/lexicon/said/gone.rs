//! Words for what was stolen, lost or thrown away.

said! {
    Stole [
        "stole", "stolen", "stealing", "theft", "thefts", "thief", "thieves", "robbed", "robbery", "robber*", "pilfered", "looter*",
        "swiped", "made off with", "shoplift*", "perpetrators took", "taken from her car", "taken from his car", "taken from the car",
        "taken from a car", "taken from her vehicle", "taken from his vehicle", "taken from a vehicle", "taken from the vehicle",
        "taken from an employee's", "taken during the break", "carried off", "pinched", "nicked", "walked off with", "walked out with",
        "carried away", "physical theft", "helped himself to", "purse snatch*", "burglars took", "thieves took", "robbers took",
        "someone took", "somebody took", "they took", "at gunpoint", "at knifepoint", "mugged", "mugging", "carjack*", "perpetrator took",
        "intruder took", "intruders took", "looters took", "larceny", "carried three", "carried two",
    ];
    Taken [
        "was taken", "were taken", "had been taken", "unauthorized removal", "was removed from its", "were removed from its", "taken from",
        "taken by", "snatched", "grabbed", "forcibly taken", "was removed from a parked", "removed from a parked", "removed from a vehicle",
        "removed from the vehicle", "was gone", "were gone", "removed two", "removed three", "removed several", "took from", "relieved of",
        "held up",
    ];
    Burglary [
        "burglar*", "burgled", "broke into", "broken into", "break in", "breakin", "break ins", "broke in", "breaking into", "breaking in",
        "smashed the window", "window was smashed", "window was broken", "smash and grab", "forced entry", "forced open", "pried open",
        "ransacked", "vandal*", "looted", "looting", "rioters", "broke the glass", "car window", "forcibly entered", "kicked in",
        "breaking the glass", "broke the lock", "broken the lock", "breaking the lock", "window having been broken", "jimmied",
        "lock was cut", "cut the lock", "lock had been cut", "window had been broken", "door had been forced", "door was forced",
        "intruders entered the office", "cut the chain", "cut a chain", "cut the padlock", "padlock had been cut", "broken window",
        "smashed window", "window smashed", "window broken", "roof hatch", "hinges", "cut through the wall", "came over the counter",
        "pried", "prying", "jimmying", "breaks in", "thieves entered", "burglars entered", "intruder entered", "intruders entered",
        "unlawful entry", "illegal entry", "door was kicked", "broke through", "broken glass", "trespass*", "forcible entry",
        "smashed through", "smashed in", "came in through the roof*", "crowbar",
    ];
    Vehicle ["car", "cars", "vehicle*", "automobile*", "trunk", "parked", "parking lot", "truck", "van", "hotel room"];
    NothingTaken [
        "nothing was taken", "nothing was stolen", "nothing is missing", "nothing was missing", "no records were taken",
        "no files were taken", "no medical records were taken", "no evidence that any records were taken", "not appear that any",
        "no paper was taken", "did not take any", "none of the records were", "no items were taken", "did not affect the",
        "nothing appeared to be missing", "nothing appears to be missing", "no drugs or records were taken", "nothing else was taken",
        "did not appear that any", "does not appear that any", "no evidence that any documents", "no evidence that anything was taken",
        "not visibly opened", "were not disturbed", "been disturbed", "no evidence that any medical records were taken",
        "no evidence that any files were taken", "appeared undisturbed", "were undisturbed", "were not visibly",
        "did not appear to be disturbed", "no evidence that any", "took nothing", "no files were missing",
    ];
    NotTheft [
        "identity theft", "identity thief", "identity thieves", "suspected identify thief", "theft protection", "theft prevention",
        "theft deterrent", "anti theft", "theft recovery", "theft restoration", "theft monitoring", "theft resolution", "prevent theft",
        "prevent another theft", "prevent the theft", "against theft", "in case of theft", "if stolen", "if lost", "lost or stolen devices",
        "intellectual property theft", "wage theft", "theft of identit*", "report lost", "password protected", "not password protected",
        "not encrypted", "was not encrypted", "were not encrypted", "lost productivity", "lost revenue", "lost her job", "lost his job",
        "lost access", "lost power", "anti virus", "antivirus", "anti malware", "antimalware", "anti phishing", "hepatitis",
        "human immunodeficiency virus", "west nile virus", "corona virus", "cyber insurance", "cyber security firm*", "cybersecurity firm*",
        "cybersecurity expert*", "cyber security expert*", "cybersecurity specialist*", "cybersecurity consultant*", "theft/loss",
        "loss prevention", "trash folder", "emptied the trash", "deleted items", "recycle bin on", "privacy mailbox", "reporting mailbox",
        "cell phone account*", "id theft", "stolen identit*", "lost wages", "anti theft cable", "hacker attempts", "malware alert*",
        "newly acquired", "recently acquired", "threw a rock", "threw a large rock", "threw a brick", "malware protection",
        "malware detection", "malware scan*", "taken offline", "taken off line", "taken down", "taken home", "was taken offline",
        "were taken offline", "was taken down", "were taken down", "was taken out of service", "were taken out of service",
        "photographs taken", "pictures taken", "securely disposed", "properly disposed", "secure disposal", "secure destruction",
        "proper disposal", "stolen identities", "no ransom", "virus protection", "virus scan*", "virus software", "anti ransomware",
        "heart attack*", "panic attack*", "identity fraud", "who were not", "who was not", "who is not", "who did not", "who do not",
        "that was not", "which was not", "that are not", "third party insurance", "third party payer*", "security camera*",
        "surveillance camera*", "camera footage", "cameras show", "cameras record*", "the cameras", "email addresses",
    ];
    Lost [
        "lost", "lost in the mail", "lost in transit", "misplaced", "mislaid", "fell off", "fell out of", "dropped it", "loss of a",
        "loss of the", "loss of an", "loss of two", "loss of several", "was the loss", "loss of her", "loss of his", "fell into",
        "could not be located", "could not locate", "unable to locate", "cannot be located", "cannot locate", "unable to find",
        "could not be found", "cannot find", "could not find", "cannot be found", "unable to account", "not accounted for", "never arrived",
        "did not arrive", "not arrived", "never received", "never found", "not been found", "not in her pocket", "not in his pocket",
        "never turned up", "has not turned up", "did not turn up", "could not be accounted for", "cannot be accounted for",
        "failed to deliver", "failed to arrive", "was not with her", "was not with him", "left on a train", "left on the train",
        "left on a bus", "left on the bus", "left in a taxi", "left in the taxi", "left on a plane", "left on the plane",
        "left at a restaurant", "left it on", "left it in a", "left it at", "gone astray", "went astray", "fallen out of", "declared lost",
        "losing", "dropped the", "left on the roof", "never surfaced", "what became of", "never scanned", "pocket was empty",
        "no longer in it", "did not reach", "never reached", "set it down", "fell from", "gone when", "lost sight", "was gone from her",
        "been handed in", "handed it in", "lost and found", "left behind", "left my",
    ];
    Missing [
        "missing", "went missing", "gone missing", "not been recovered", "was never recovered", "unable to recover", "unaccounted for",
        "disappeared", "disappearance", "vanished", "not recovered",
    ];
    Damaged [
        "damaged in transit", "damaged during", "damaged en route", "damaged by the post*", "was damaged", "ripped open", "torn open",
        "arrived open", "arrived empty", "damaged parcel", "opened and damaged", "burst open", "opened while in transit", "came open",
        "fell open", "empty envelope*", "arrived torn", "arrived damaged", "torn envelope*", "damaged envelope*", "damaged package*",
        "came apart", "broke open", "spilled",
    ];
    Rubbish [
        "dumpster*", "trash*", "garbage", "rubbish", "recycle bin*", "recycling bin*", "recycling container*", "recycle container*",
        "recycling", "landfill", "waste bin*", "wastebasket*", "wastepaper basket*", "garbage can", "regular waste", "junk yard", "refuse",
        "trash dumpster", "garage can", "e waste", "ewaste", "compactor", "open bin", "the bin", "dump", "the dump", "household waste",
        "waste hauler*", "hauler", "scrap dealer*", "scrap yard", "scrap metal", "pulp mill", "chute", "curb", "curbside", "recycler*",
        "sanitation truck", "garbage truck*", "waste company", "junkyard", "garbage bag*", "trash bag*", "the trash", "waste paper",
        "municipal waste", "landfill*",
    ];
    Disposed [
        "improperly disposed", "disposed of", "had disposed", "discarded", "thrown away", "threw away", "throwing away", "thrown out",
        "threw out", "threw the box", "threw", "tossed", "inadvertently disposed", "improperly discarded", "emptied", "disposing of",
        "dumped", "donated", "hauled away", "hauled off", "put out with", "scrapped",
    ];
    NotShredded [
        "not shredded", "without shredding", "without being shredded", "instead of being shredded", "instead of the shred*",
        "rather than shredded", "rather than the shred*", "unshredded", "not been shredded", "not wiped", "without wiping",
        "without being wiped", "not been wiped", "not erased", "without erasing", "not sanitized", "without being erased",
        "had not been erased", "drives were not destroyed", "failed to shred", "instead of shredding", "should have been shredded",
        "not been cleared", "had not been cleared", "not cleared", "removed or cleared", "erase the drives had not", "had not been wiped",
        "never wiped", "never erased", "without clearing", "without first having", "not been destroyed", "still held",
        "still on the drive*", "without first deleting", "without deleting", "not deleted", "having been wiped", "or degaussed",
        "without the disks", "without the drives", "w/out erasing", "erasing them first", "being wiped first", "wiped first",
        "gone to the shred*", "shred bin*", "shred box*", "shred console*", "shredding company", "should have been pulled",
        "still contained", "removed before", "pulled before", "wiped before",
    ];
    LostOrStolen [
        "lost or stolen", "stolen or lost", "lost/stolen", "stolen/lost", "theft or loss", "loss or theft", "misplaced or stolen",
    ];
}
