//! The words behind each concept. A concept is what several ways of saying one thing have in common; cues are made of concepts.

macro_rules! concepts {
    ($($(#[$doc:meta])* $name:ident [$($words:literal),+ $(,)?];)+) => {
        /// What a word or phrase stands for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub(in crate::narrative) enum Concept {
            $($(#[$doc])* $name,)+
        }

        /// Every phrase with its concept. Lower case, blanks for hyphens; a hit is whole words, or where `*` ends the phrase, their beginning.
        pub(in crate::narrative) static PHRASES: &[(Concept, &[&str])] = &[$((Concept::$name, &[$($words),+]),)+];
    };
}

concepts! {
    // Attacks.
    /// Data held to ransom.
    Ransomware [
        "ransomware", "ransom", "ransomed", "cryptolocker", "crypto locker", "cryptowall", "lockbit", "crypto virus", "cryptovirus",
        "double extortion", "held hostage", "decryption key", "bitcoin*", "encryption applied", "demand for payment", "demands for payment",
        "demanded payment", "demanding payment", "note asking for", "asking for payment", "sum demanded", "a ransom note", "pay a sum",
    ];
    /// Files made unreadable by somebody else.
    Encrypting [
        "encrypted files", "encrypted the files", "encrypted our files", "encrypted its files", "encrypted data", "encrypted the data",
        "encrypted our data", "files were encrypted", "files had been encrypted", "data was encrypted", "data were encrypted",
        "files encrypted", "encrypted a file", "encrypted our server*", "encrypted its server*", "encrypted our system*",
        "encrypted its system*", "encrypted several", "encrypted portions", "encrypted certain", "encrypted some of",
        "server was encrypted", "servers were encrypted", "systems were encrypted", "locked our files", "locked up our files",
        "contents of its server was encrypted",
    ];
    /// Mail that lures.
    Phishing [
        "phish*", "spear phish*", "spearphish*", "spoofed email*", "spoofed message*", "spoofed address", "email spoof*", "email scam*",
        "fraudulent email*", "fake email*", "malicious email*", "deceptive email*", "business email compromise", "malicious link*",
        "malicious attachment*", "clicked a link", "clicked on a link", "clicked the link", "clicked on the link", "clicking a link",
        "clicking on a link", "clicked an attachment", "opened a malicious", "opened an infected", "entered her password",
        "entered his password", "entered their password*", "entered her user name", "entered his user name", "entered her credentials",
        "entered his credentials", "entered their credentials", "entered credentials", "typed her password", "typed his password",
        "gave up her password", "gave up his password", "fake login*", "fake sign in", "fake log in", "false login", "credential harvest*",
        "look alike sign in", "pretending to be our", "counterfeit", "fake page", "fake \"", "spurious message*", "spurious email*",
        "deceptive message*", "lookalike", "look alike", "sham page", "fake invoice*", "fake document*", "fake message*",
        "approved a sign in", "approved the sign in", "approved a prompt", "gave out her password", "gave out his password", "tricked into",
    ];
    /// Being talked into something.
    SocialEngineering ["social engineering", "impersonat*", "purporting to be", "posing as", "pretended to be", "pretending to be"];
    /// Software that does harm.
    Malware [
        "malware", "malicious software", "malicious code", "malicious program*", "computer virus*", "virus infected",
        "infected with a virus", "infected by a virus", "virus attack*", "ransomware virus", "a virus", "trojan*", "keylogger*",
        "key logger*", "spyware", "quakbot", "qakbot", "emotet", "trickbot", "botnet", "crypto mining", "keystroke*", "skimming",
    ];
    /// An attack by computer, so called.
    Cyber [
        "cyberattack*", "cyber attack*", "cyberincident*", "cyber incident*", "cybersecurity incident*", "cybersecurity event*",
        "cybersecurity attack*", "cyber security incident*", "cyber security event*", "cyber security attack*", "cyber event*",
        "cyber intrusion*", "cyber breach", "cyber crime", "cybercrime", "cyberattacker*", "cyber attacker*", "hacker*", "hacked",
        "hacking", "hack of", "a hack", "computer intrusion*", "network intrusion*", "brute force*", "sql injection*",
        "credential stuffing", "zero day", "exploited a vulnerability", "exploited a zero", "exploiting a vulnerability",
        "exploited a previously", "exploited vulnerabilit*", "exploited a weakness", "backdoor", "denial of service", "intrusion into",
        "dark web", "unusual network activity", "unlawfully accessed", "illegally accessed", "suspicious pop up", "pop up window*",
        "pop up message", "tech support scam", "fake technician", "exploited a flaw", "exploited our", "exploited an",
        "exploited by an external", "exploited the", "exploiting a flaw", "exploiting an", "exploit of", "unpatched", "security flaw in",
        "software flaw was exploited", "was exploited", "deliberate intrusion",
    ];
    /// Somebody from outside who attacks by computer.
    Attacker [
        "threat actor*", "bad actor*", "malicious actor*", "cybercriminal*", "cyber criminal*", "criminal group", "unauthorized actor*",
        "unauthorised actor*", "unknown actor*", "foreign actor*", "hacker group", "unauthorized foreign", "criminals", "attacker*",
        "cyber gang", "ransomware group", "extortionist*",
    ];
    /// An incident of which no more is said.
    Incident ["security incident*", "security event*", "suspicious activity", "unusual activity", "privacy incident at"];
    /// The same, said of data or a network.
    DataIncident [
        "data security incident*", "network security incident*", "data security event*", "network security event*",
    ];
    /// Somebody who was not allowed in, of whatever kind.
    Outsider [
        "unauthorized individual*", "unauthorized person*", "unauthorized party", "unauthorized parties", "unauthorized third party",
        "unauthorized third parties", "unauthorized user*", "unauthorized entit*", "unauthorised person*", "unauthorised party",
        "unauthorised third party", "unauthorized outside*", "unknown third party", "unknown and unauthorized", "unknown party",
        "unknown unauthorized", "unknown individual*", "unknown person*", "unknown user*", "unknown outside*", "outside party",
        "someone outside", "somebody outside", "an outsider", "third party gained", "third party obtained", "third party accessed",
        "a third party", "unauthorized source", "unknown source", "someone from outside", "security researcher", "an intruder into",
        "external party", "external actor*", "external individual", "external person", "outside individual", "someone we don't know",
        "person we don't know", "someone overseas", "somebody overseas", "from overseas", "from abroad", "from outside the country",
        "outside the united states", "foreign ip", "an intruder", "intruder*", "someone unknown", "unknown parties", "persons unknown",
        "unknown third parties", "person unknown",
    ];
    /// Getting in.
    GainedAccess [
        "gained access", "gained unauthorized access", "gained remote access", "gain access", "gained entry to", "obtained access",
        "obtained unauthorized access", "accessed", "logged in", "logged into", "logged on", "log in to", "signed in", "signed into",
        "signing in", "unauthorized access", "infiltrat*", "compromised", "hijacked", "took over", "taken over", "penetrated", "access to",
        "remote access", "were attacked", "was attacked", "attacked the", "attacked its", "breached via", "used the account",
        "using the account", "sending messages from", "sending mail from", "gained entry", "got into", "got in to",
        "broke into our network", "broke into the network", "broke into the server", "broke into our server", "broke into its network",
        "broke into our system*", "connected to", "entered our", "entered the network", "entered its network", "entered her mailbox",
        "entered his mailbox", "entered the mailbox", "entered the system", "got hold of the password", "harvested", "scraped",
    ];
    /// Copying data out.
    Exfiltrated [
        "exfiltrat*", "acquired", "data was stolen", "data were stolen", "stole data", "stolen data", "stole files", "files were stolen by",
        "stole credentials", "stolen credentials", "stolen password*", "stolen username*", "stolen user name*", "stolen login*",
        "credentials were stolen", "password was stolen", "password had been stolen", "information was stolen from the network",
        "stole copies", "stolen administrator*", "stolen admin*", "stolen vpn", "stolen account*", "stolen remote", "stolen session",
        "stolen token*", "means of a stolen", "using a stolen", "using stolen", "with a stolen password",
    ];

    // Mail and mailboxes.
    /// An account that holds mail.
    Mailbox [
        "email account*", "email box*", "mailbox*", "mail box*", "inbox*", "email system*", "email environment", "email tenant",
        "email platform", "office 365", "microsoft 365", "o365", "outlook account*", "gmail account*", "webmail", "email credential*",
        "email server*", "email log*", "email inbox*", "employee email", "employee's email", "employees' email*", "employees email*",
        "emails accounts", "mail account*", "work email", "business email account",
    ];
    /// A message.
    Message ["email*", "e mail*", "emails"];
    /// Sending a message.
    Emailed [
        "emailed", "emailing", "sent an email", "sent email*", "sent a group email", "sent group email*", "group email*", "mass email*",
        "sent a mass email", "sent the email", "sent an unencrypted email", "sent an unsecure* email", "sends an email", "sent by email",
        "sent via email", "via email", "by email", "transmitted an email", "sent a marketing email", "email containing", "email blast",
        "sent emails", "sent two emails", "sent out an email", "sent unsecured email*", "sent unencrypted email*", "sent a message",
        "sent messages", "sent the list by email", "transmitted", "forwarded", "sent an email with", "by email to", "attached the",
    ];
    /// Sent without protection.
    Insecure [
        "unsecured email*", "unencrypted email*", "via email that was un*", "by email that was un*", "unsecure email*", "email that was unsecured", "emails that were not encrypted",  "unsecure/unencrypted email*",
    ];
    /// Sent or kept without protection, in whatever form.
    Unencrypted [
        "unencrypted files", "unsecured text message*", "failed to encrypt", "without encrypting", "without first encrypting",
        "without encryption",
    ];
    /// Everybody sees everybody's address.
    AddressesShown [
        "blind copy", "blind copied", "blind carbon*", "blank carbon*", "bcc", "bcc'd", "the \"to\" line", "the to line", "\"to\" line",
        "\"to\" field", "to field", "cc field", "\"cc\" field", "cc'd", "email addresses of all", "email addresses of everyone",
        "see the email addresses", "conceal the email addresses", "concealing the email addresses", "hide the email addresses", "see each other*", "view each other*", "see one another*", "see everyone*", "view the email addresses",
        "displayed the email addresses", "exposed the email addresses", "exposing the email addresses", "masking the email",
        "masking the recipients", "concealing the individual email", "revealed the email addresses", "visible to all recipients",
        "visible to all other recipients", "other recipients' email", "names and email addresses of the other",
        "identity of email recipients", "all recipients could see", "recipients could view the names", "recipients were able to see",
        "into cc", "into the cc", "in the cc", "in cc", "addresses visible", "visible addresses", "replied all", "reply all",
        "every other recipient", "all of the recipients", "all addresses in", "recipients' addresses", "recipient addresses",
    ];
    /// A private account of one's own.
    PersonalEmail [
        "personal email*", "private email*", "home email*", "personal home email", "own email*", "personal gmail*", "personal yahoo*",
        "personal account*", "own gmail*", "private gmail*", "private account", "personal inbox", "family member's personal email*",
        "personal cloud*", "personal drop*", "personal google drive", "external email account", "home computer", "own yahoo*",
        "own hotmail*", "own private", "personal hotmail*", "private icloud*", "personal icloud*", "email account of her own",
        "email account of his own", "email address of her own", "her yahoo", "his yahoo", "her hotmail", "his hotmail", "mailed himself",
        "mailed herself", "emailed himself", "emailed herself", "emailed it to herself", "emailed it to himself", "private gmail",
        "personal outlook*", "personal dropbox", "private dropbox",
    ];

    // Things that hold data.
    /// A machine that serves others.
    Server [
        "server*", "database*", "data base*", "data center*", "data storage account", "file share", "shared drive*", "network drive*",
        "network folder*", "shared folder*", "cloud storage", "cloud environment", "cloud based", "cloud hosted", "cloud server*",
        "storage bucket*", "s3 bucket*", "file transfer", "sftp", "ftp", "moveit", "accellion", "goanywhere", "storage account",
        "file storage system", "azure", "amazon web services", "hosting",
    ];
    /// Everything that is connected.
    Network [
        "network*", "computer system*", "information system*", "it system*", "computer network*", "our systems", "its systems",
        "their systems", "systems", "it environment", "digital environment", "electronic system*", "electronic files", "operating system*",
    ];
    /// What the Internet shows.
    Website [
        "website*", "web site*", "web page*", "webpage*", "web portal*", "patient portal*", "member portal*", "online portal*", "portal*",
        "web based", "web application*", "mobile application*", "mobile app", "online form*", "web form*",
    ];
    /// The record system.
    RecordSystem [
        "electronic medical record*", "electronic health record*", "emr", "emrs", "ehr", "ehrs", "emr system", "ehr system",
        "medical record system", "records system", "electronic record*", "electronic chart*", "electronic patient record*",
        "practice management system", "emergency room patient records",
    ];
    /// Records of patients, on whatever.
    Records [
        "medical record*", "patient record*", "patients' record*", "patient's record*", "patient chart*", "health record*",
        "patient information", "patients' medical record*", "records of", "record of",
    ];
    /// A portable computer.
    Laptop ["laptop*", "notebook computer*", "macbook*", "chromebook*", "portable computer*"];
    /// A computer that stands.
    Desktop ["desktop*", "workstation*", "work station*", "computer tower*", "office computer*", "front desk computer*"];
    /// A computer of some kind.
    Computer ["computer*", "pc"];
    /// A device or medium that is carried.
    Portable [
        "flash drive*", "\"flash\" drive*", "thumb drive*", "\"thumb\" drive*", "\"usb\" drive", "usb*", "portable drive*", "portable data drive*", "portable computer drive*",
        "portable storage*", "portable electronic*", "portable device*", "mobile computer drive*", "mobile device*", "mobile phone*",
        "cell phone*", "cellphone*", "smartphone*", "smart phone*", "tablet computer*", "tablet device*", "a tablet", "ipad*", "iphone*",
        "digital camera*", "camera*", "memory card*", "memory stick*", "sd card*", "backup disk*", "back up disk*", "backup tape*", "back up tape*", "data tape*", "compact disc*",
        "compact disk*", "cd", "cds", "dvd*", "storage device*", "data drive*", "jump drive*", "cellular telephone*", "telephone", "phone", "tablet",
        "memory cards", "multifunction copier*", "copier*", "tape", "tapes", "ssd*", "solid state drive*",
    ];
    /// A disk in a box of its own.
    ExternalDrive ["external hard drive*", "external drive*", "portable hard drive*", "backup drive*", "back up drive*", "backup computer drive*", "external back up drive*", "external backup drive*", "back up hard drive*", "backup hard drive*", "external computer hard drive*", "external, computer hard drive*", "usb hard drive*"];
    /// A disk that may stand in a computer or beside it.
    HardDrive ["computer hard drive*", "hard drive*", "hard disk*"];
    /// A server as a thing that can be carried off.
    ServerBox [
        "server computer", "a decommissioned server", "backup server*", "back up server*", "network servers was stolen",
        "servers were stolen", "server was stolen", "stolen server*", "theft of a server", "stole a server", "stole the server",
        "stole its server", "stole our server",
    ];
    /// A machine that examines or treats.
    Equipment ["emg", "electromyography", "ultrasound machine*", "medical device*", "medical equipment", "ekg machine*"];
    /// Paper, plainly.
    Paper [
        "paper*", "binder*", "boxes", "box of", "a box", "box containing", "log book*", "logbook*", "handwritten", "hand written",
        "day planner*", "filing cabinet*", "file cabinet*", "filing cabinets", "file room", "records room", "printed copies", "printout*",
        "print out*", "hard copy", "hard copies", "x ray film*", "x rays", "films",  "clipboard*", "face sheet*",
        "sign in sheet*", "paperwork", "prescriptions", "prescription records", "prescription label*", "labels", "superbill*",
        "super bill*", "receipts", "medical folders", "patient files", "paper files", "patient charts", "charting notes", "encounter form*",
        "spiral notebook", "notebook in which", "file drawer", "medical files", "lab slips", "face sheets", "application forms",
        "registration sheets", "sheets", "vouchers", "coupons",  "ledger*",  "sign up sheet*", "printed",
    ];
    /// Documents, on paper or not.
    Documents ["folder*", "census", "roster*", "document*", "forms", "records", "list of patients", "patient list*", "lists", "applications", "forms were"];
    /// Files, on paper or in a computer.
    Files ["files"];
    /// Health information, so called.
    Phi ["protected health information", "phi", "ephi", "patient data", "member data", "patient names"];
    /// What the post carries.
    Letters [
        "letter*", "envelope*", "statements", "explanation of benefits", "eobs", "eob", "invoice*", "identification card*", "id cards",
        "id card*", "member cards", "mailing", "mailings", "survey*", "flyer*", "newsletter*", "packet*", "package*", "bills",
        "billing statement*", "appointment reminder*", "reminder card*", "insert*", "notices", "1095*", "correspondence", "checks",
        "packages",
    ];

    // Theft.
    /// Carrying off.
    Stole [
        "stole", "stolen", "stealing", "theft", "thefts", "thief", "thieves", "robbed", "robbery", "robber*", "pilfered", "looter*",
        "swiped", "made off with", "shoplift*", "perpetrators took", "taken from her car", "taken from his car", "taken from the car",
        "taken from a car", "taken from her vehicle", "taken from his vehicle", "taken from a vehicle", "taken from the vehicle",
        "taken from an employee's", "taken during the break", "carried off", "pinched", "nicked", "walked off with", "walked out with",
        "carried away", "physical theft",
    ];
    /// Taken, by whomever.
    Taken [
        "was taken", "were taken", "had been taken", "unauthorized removal", "was removed from its", "were removed from its", "taken from", "taken by", "snatched", "grabbed", "forcibly taken",
        "was removed from a parked", "removed from a parked", "removed from a vehicle", "removed from the vehicle", "was gone", "were gone",
        "removed two", "removed three", "removed several", "took from", "relieved of", "held up",
    ];
    /// Breaking in.
    Burglary [
        "burglar*", "burgled", "broke into", "broken into", "break in", "breakin", "break ins", "broke in", "breaking into", "breaking in",
        "smashed the window", "window was smashed", "window was broken", "smash and grab", "forced entry", "forced open", "pried open",
        "ransacked", "vandal*", "looted", "looting", "rioters", "broke the glass", "car window", "forcibly entered", "kicked in",
        "breaking the glass", "broke the lock", "broken the lock", "breaking the lock", "window having been broken", "jimmied",
        "lock was cut", "cut the lock", "lock had been cut", "window had been broken", "door had been forced", "door was forced",
        "intruders entered the office", "cut the chain", "cut a chain", "cut the padlock", "padlock had been cut",
    ];
    /// Where cars are.
    Vehicle [
        "car", "cars", "vehicle*", "automobile*", "trunk", "parked", "parking lot", "truck", "van", "backpack", "briefcase", "hotel room",
        "purse", "bag",
    ];
    /// Entry without loss.
    NothingTaken [
        "nothing was taken", "nothing was stolen", "nothing is missing", "nothing was missing", "no records were taken",
        "no files were taken", "no medical records were taken", "no evidence that any records were taken", "not appear that any",
        "no paper was taken", "did not take any", "none of the records were", "no items were taken", "did not affect the",
        "nothing appeared to be missing", "nothing appears to be missing", "no drugs or records were taken", "nothing else was taken",
        "did not appear that any", "does not appear that any", "no evidence that any documents", "no evidence that anything was taken",
        "not visibly opened", "were not disturbed", "been disturbed", "no evidence that any medical records were taken",
        "no evidence that any files were taken", "appeared undisturbed", "were undisturbed", "were not visibly",
        "did not appear to be disturbed", "no evidence that any",
    ];
    /// Other meanings of the words of theft.
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
        "newly acquired", "recently acquired", "threw a rock", "threw a large rock", "threw a brick", "malware protection", "malware detection", "malware scan*", "taken offline", "taken off line", "taken down", "lost or stolen",
        "stolen or lost", "theft or loss", "loss or theft", "taken home", "was taken offline", "were taken offline", "was taken down",
        "were taken down", "was taken out of service", "were taken out of service", "photographs taken", "pictures taken",
        "securely disposed", "properly disposed", "secure disposal", "secure destruction", "proper disposal",
    ];

    // Loss.
    /// Lost, plainly.
    Lost [
        "lost", "lost in the mail", "lost in transit", "misplaced", "mislaid", "left behind", "fell off", "fell out of", "dropped it",
        "loss of a", "loss of the", "loss of an", "loss of two", "loss of several", "was the loss", "loss of her", "loss of his",
        "fell into", "could not be located", "could not locate", "unable to locate", "cannot be located", "cannot locate", "unable to find",
        "could not be found", "cannot find", "could not find", "cannot be found", "unable to account", "not accounted for", "never arrived",
        "did not arrive", "not arrived", "never received", "never found", "not been found", "not in her pocket", "not in his pocket",
        "never turned up", "has not turned up", "did not turn up", "could not be accounted for", "cannot be accounted for",
        "failed to deliver", "failed to arrive", "was not with her", "was not with him", "left on a train", "left on the train",
        "left on a bus", "left on the bus", "left in a taxi", "left in the taxi", "left on a plane", "left on the plane",
        "left at a restaurant", "left it on", "left it in a", "left it at", "gone astray", "went astray", "fallen out of", "declared lost",
    ];
    /// Not found.
    Missing [
        "missing", "went missing", "gone missing", "not been recovered", "was never recovered", "unable to recover", "unaccounted for",
    ];
    /// Torn on its way.
    Damaged [
        "damaged in transit", "damaged during", "damaged en route", "damaged by the post*", "was damaged", "ripped open", "torn open",
        "arrived open", "arrived empty", "damaged parcel", "opened and damaged",
    ];

    // Disposal.
    /// Into the rubbish.
    Rubbish [
        "dumpster*", "trash*", "garbage", "rubbish", "recycle bin*", "recycling bin*", "recycling container*", "recycle container*",
        "recycling", "landfill", "waste bin*", "wastebasket*", "wastepaper basket*", "garbage can", "regular waste", "junk yard", "refuse",
        "trash dumpster", "garage can", "e waste", "ewaste",
    ];
    /// Thrown away.
    Disposed [
        "improperly disposed", "disposed of", "had disposed", "discarded", "thrown away", "threw away", "throwing away", "thrown out",
        "threw out", "threw the box", "threw", "tossed", "inadvertently disposed", "improperly discarded", "emptied",
    ];
    /// Not made unreadable first.
    NotShredded [
        "not shredded", "without shredding", "without being shredded", "instead of being shredded", "instead of the shred*",
        "rather than shredded", "rather than the shred*", "unshredded", "not been shredded", "not wiped", "without wiping",
        "without being wiped", "not been wiped", "not erased", "without erasing", "not sanitized", "without being erased",
        "had not been erased", "drives were not destroyed", "failed to shred", "instead of shredding", "should have been shredded",
        "not been cleared", "had not been cleared", "not cleared", "removed or cleared", "erase the drives had not", "had not been wiped",
        "never wiped", "never erased", "without clearing", "without first having", "not been destroyed", "still held",
        "still on the drive*", "without first deleting", "without deleting", "not deleted", "having been wiped", "or degaussed",
        "without the disks", "without the drives", "w/out erasing", "erasing them first", "being wiped first", "wiped first",
    ];

    // Astray.
    /// To somebody else than meant.
    Wrong [
        "wrong recipient*", "wrong address*", "wrong patient*", "wrong member*", "wrong individual*", "wrong person*", "wrong people",
        "wrong provider*", "wrong physician*", "wrong household*", "wrong name*", "wrong customer*", "wrong client*", "wrong fax*",
        "wrong number", "wrong envelope*", "wrong employer*", "wrong family", "wrong doctor*", "wrong email*", "wrong subscriber*",
        "wrong participant*", "wrong enrollee*", "wrong beneficiar*", "wrong insur*", "wrong post office", "wrong identification",
        "wrong attachment", "wrong spreadsheet", "wrong file", "incorrect address*", "incorrect recipient*", "incorrect individual*",
        "incorrect person*", "incorrect patient*", "incorrect member*", "incorrect email*", "incorrect, third party email",
        "incorrect fax*", "incorrect parent", "incorrect provider*", "incorrect account*", "incorrect name*", "unintended recipient*",
        "unintended individual*", "unintended part*", "unintended address*", "unauthorized recipient*", "other patients", "another patient",
        "other patient", "another person", "another member", "other members", "other members'", "another individual", "another customer",
        "another client", "another subscriber", "other individuals", "not the intended", "other than the intended", "someone else",
        "somebody else", "misdirected", "mis directed", "misaddressed", "mis addressed", "mislabeled", "family members of",
        "random patients", "mixed up names", "incorrect employees", "incorrect network", "incorrect client*", "incorrect household*",
        "incorrect physician*", "incorrect post*", "unrelated client", "others patients", "each other's", "one another's", "other clients",
        "other subscribers", "other enrollees", "other beneficiaries", "another recipient", "another household", "another employer",
        "wrong pharmacy", "wrong facility", "wrong practice", "wrong clinic*", "wrong plan", "other plan members", "wrong parent",
        "to an unauthorized individual*", "to unauthorized individual*", "to an unauthorized recipient*", "to an unauthorized person*",
        "to unauthorized person*", "to an unauthorized third party", "to unauthorized third part*", "to an unauthorized party",
        "provided an unauthorized", "with unauthorized third part*", "with an unauthorized", "to an unauthorized email",
        "to unauthorized recipient*", "to the wrong", "to a wrong", "to an incorrect", "to the incorrect", "should have gone to", "received an incorrect", "received the wrong", "received another",
        "meant for", "intended for another", "of a like name", "like surname", "similar name", "same name", "same last name",
        "other households", "other member", "not intended to", "next patient", "next member", "next customer",
    ];
    /// By mistake.
    Mistake [
        "inadvertently", "erroneously", "mistakenly", "accidentally", "accidently", "in error", "unintentionally", "by mistake",
        "human error", "due to an error", "by accident", "printing error*", "printer error*", "printer press", "errors on printed",
        "sorting error*", "formatting error*", "processing error*", "clerical error*", "collating error*", "matching error*",
        "administrative error*", "off by one", "off by a row", "off by one row",
    ];
    /// Sent by post.
    Mailed [
        "mailed", "mail merge", "mass mailing", "by mail", "via mail", "in the mail", "postal mail", "via postal", "postal service",
        "sent letters", "sent a letter", "letters were sent", "print vendor", "printing vendor", "sent certain reminder letters",
        "mail vendor", "mailing vendor", "mailing house", "envelope stuff*", "inserting machine", "inserter", "mailroom", "mail room",
    ];
    /// Sent by post to somebody else than meant, in one phrase.
    MailedWrong [
        "mismailed", "mis mailed", "misdirected mail*", "misdirected letter*", "misdirected survey*", "mailed to the wrong",
        "mailing error*", "erroneous mailing*", "mail merge error*", "window envelope*", "window of the envelope*", "windows of the envelope*", "window of an envelope", "window of its envelope*", "envelope window*", "envelope address window*",
        "visible through the window", "visible through the envelope", "visible through", "outside of envelope*", "outside of the envelope*",
        "outer envelope*", "mail sorting error", "stuffed into the wrong", "two letters in one envelope", "erroneously mailed",
        "mistakenly mailed", "incorrectly mailed", "improperly mailed", "misdirected collection", "misdirected mailing*",
        "impermissibly mailed", "incorrect mailing", "addresses in a survey", "mislabeled envelope*", "wrong envelope", "postcard*",
        "post card*", "viewable during the postal", "viewable through", "double stuffed", "upon whose face", "on the face of the envelope",
        "face of the envelope", "printed on the envelope", "on the outside of", "addressed to other",
    ];
    /// By fax.
    Faxed ["faxed", "fax", "faxes", "facsimile*"];
    /// Given to somebody who ought not to have it.
    Disclosed [
        "impermissibly disclosed", "impermissible disclosures", "improperly disclosed", "inadvertently disclosed", "improperly disclosing", "photographed", "took pictures", "took photos", "took screenshots", "accessible to unauthorized", "viewable by employees", "viewable by other", "viewable to other", "impermissibly disclosing", "impermissibly released", "impermissibly uploaded", "impermissibly posted", "impermissibly emailed", "impermissibly faxed", "impermissibly forwarded",
        "unauthorized disclosures", "erroneously disclosed", "impermissibly shared", "shared login", "shared their login",
        "shared her password", "provided her password", "provided his password", "impermissibly provided", "impermissibly transmitted",
        "impermissibly sent", "without a business associate agreement", "without a baa", "without a ba contract", "without first executing",
        "did not have a proper business associate", "failed to renew a business associate", "facebook", "social media", "instagram",
        "snapchat", "text message*", "posted on", "for marketing", "solicitation*", "to solicit", "solicited", "soliciting", "impermissibly used", "improperly used", "impermissible use",
        "disclosed", "business associate (ba) contract", "business associate agreement in place", "without a business associate",
        "sharing phi", "shared phi", "inadvertently posted", "posted a file", "had posted", "on a personal website", "inadvertently given",
        "were given access", "was given access",
    ];

    // Insiders.
    /// Somebody who works there.
    Insider [
        "employee*", "workforce member*", "staff member*", "staff physician", "nurse*", "staff", "receptionist*", "technician*",
        "medical assistant*", "co worker*", "coworker*", "physician employee", "medical student*", "intern", "volunteer*",
        "resident physician", "scheduler", "biller", "her supervisor", "temp worker", "temporary worker", "contractor's employee",
        "therapist*", "analyst*", "bookkeeper*", "office manager*", "clerk*", "supervisor*", "coordinator*", "representative*",
        "hygienist*", "aide", "aides", "secretary", "pharmacist*", "counselor*", "social worker*", "one of our", "worker", "workers",
        "dentist", "assistant", "interpreter*", "phlebotomist*", "resident", "he admitted", "she admitted", "engineer*", "contract coder",
        "coder*",
    ];
    /// Somebody who used to work there.
    Former [
        "former employee*", "former workforce member*", "former physician*", "former nurse*", "former staff*", "previous employee*",
        "prior employee*", "prior workforce member*", "ex employee*", "former contractor*", "departing employee*", "departing physician*",
        "former provider*", "former dentist*", "former business associate", "former chief*", "prior to leaving", "upon her resignation",
        "before resigning", "day of her employment termination", "leaving her employment", "last day of",
    ];
    /// Looking without a reason.
    Snooped [
        "impermissibly accessed", "inappropriately accessed", "improperly accessed", "impermissible access", "impermissibly accessing", "improperly accessing", "inappropriately accessing", "inappropriate access",
        "improper access", "impermissibly viewed", "inappropriately viewed", "improperly viewed", "impermissibly obtained", "snoop*",
        "curiosity", "out of curiosity", "without a business reason", "without a business purpose", "without a legitimate",
        "without legitimate", "without an appropriate business", "without a business need", "without a work related",
        "without a job related", "without a need to know", "without a treatment", "no business reason", "no business need",
        "no work related reason", "no job related", "no legitimate", "no treatment relationship", "no reason to",
        "outside the scope of her", "outside the scope of his", "outside the scope of their", "outside the scope of employment",
        "outside a legitimate", "beyond the scope", "not part of her job", "not part of his job", "outside of her job",
        "outside of his job", "looked at the records", "looked up the records", "looked at records", "looked into the records",
        "looked at the charts", "looked up patient*", "peeked", "browsed", "accessed medical records without",
        "accessed patients' data without", "accessed records without", "viewed records without", "viewed the records", "opened the charts",
        "opened charts", "view the phi of", "improperly used her job based access", "without a reason related", "accessing phi outside",
        "accessing records outside", "in excess of their job", "in excess of her job", "inappropriately used", "no medical reason",
        "no work reason", "not involved in their care", "not involved in her care", "not her patient*", "not their patient*",
        "had no part in", "looked up her", "looked up his", "looked up a", "looked up the", "looked up former", "looked up several",
        "looked up neighbors", "opened the records", "opened the record", "opened records", "opened the chart of", "opened the charts of",
        "no need of the records", "absence of any service request", "no need to see", "without any need", "without any reason",
        "without reason", "no reason connected", "read the chart*", "looked in the chart*", "looked through the chart*",
    ];
    /// Making copies for oneself.
    Copied [
        "downloaded", "copied", "printed out", "took protected", "took phi", "took patient*", "took boxes", "took a box", "retained", "took home",
        "took them home", "removed", "took documents", "took a list", "took copies", "exported",
    ];
    /// Without leave.
    NoLeave ["without authorization", "without authorisation", "without permission", "without prior authorization", "without the permission", "without the authorization", "without the knowledge", "without their authorization"];
    /// For gain.
    Fraud [
        "fraud*", "diverted funds", "criminal investigation", "arrested", "tax refund", "credit account", "personal purchases", "for personal gain",
        "person of interest", "under investigation",
    ];

    // Exposure.
    /// To be seen by everybody.
    Exposed [
        "accessible on the internet", "accessible via the internet", "accessible over the internet", "accessible through the internet",
        "accessible from the internet", "accessible online", "accessible to the public", "accessible to anyone",
        "available on the internet", "available via the internet", "available online", "available to the public",
        "available for public access", "viewable over the internet", "viewable on the internet", "viewable via the internet",
        "viewable on its", "viewable online", "viewable by the public", "viewable via", "visible on the internet", "visible online",
        "visible to anyone", "exposed on the internet", "exposed to the internet", "exposed online", "open to the internet",
        "publicly accessible", "publicly available", "publicly viewable", "public access", "public facing", "search engine*",
        "google search*", "via google", "on google", "web searches", "internet search*", "unsecured via the internet",
        "published on the internet", "posted on the internet", "posted to the internet", "uploaded to the internet", "to the internet",
        "on the internet", "view phi over the internet", "without a password", "no password", "accessible to persons outside",
        "accessible to individuals outside",  "viewable by anyone",
        "exposed via its website", "indexed by", "uploaded to a public", "uploaded onto", "to the public internet", "open to the public",
        "open to anonymous", "visible to the public", "open to the web", "open to anyone", "could be opened by anyone",
        "anyone with the link", "by a web search", "found through a search", "by a search engine", "to the open internet",
    ];
    /// Walking in.
    Entered [
        "entered a room", "entered the room", "entered its building", "entered the building", "entered an office", "entered the office",
        "entered its office*", "entered its facility", "entered the facility",
    ];
    /// Left where anybody could walk in.
    Unsecured [
        "left unsecured", "left unattended", "left medical records", "unlocked", "unattended", "in plain view", "left on a",
        "left in a public", "left in the open", "left open overnight",
    ];
    /// A wrong setting.
    Misconfigured [
        "misconfigur*", "mis configur*", "misconfiguration", "configuration error*", "incorrect configuration",
        "configuration of its website", "website configuration", "configuration setting*", "how a data storage server was configured", "permissions were set", "incorrect setting*",
        "security setting*", "privacy setting*", "programming error*", "coding error*", "program coding error", "software error*",
        "technical error*", "technical glitch*", "software glitch*", "a glitch", "open bucket*", "system error*", "programming flaw",
        "software flaw", "unsecured bucket", "unsecured server*", "left a port open", "security protection failure", "software update",
        "update to its", "update to our", "an update to", "website upgrade", "left open", "incorrect permission*", "wrong permission*", "permission setting*",
        "configuration change*", "role was assigned", "assigned in error", "access setting*", "wrong setting*", "sharing setting*",
        "left public", "set to public", "set to \"public\"", "made public",
    ];
    /// Software that watches visitors.
    Tracking [
        "tracking pixel*", "meta pixel*", "facebook pixel*", "google analytics", "tracking technolog*", "tracking code*", "tracking tool*",
        "web analytics", "analytics tool*", "analytics code", "pixel*", "tracking script*", "third party cookies", "session replay",
    ];

    // Around.
    /// Somebody who works for the covered entity.
    Associate [
        "business associate*", "ba", "ba's", "bas", "subcontractor*", "sub contractor*", "vendor*", "third party administrator*",
        "service provider*", "billing company", "transcription company", "contractor*",
    ];
    /// A natural event.
    Disaster ["tornado*", "hurricane*", "flood", "floods", "flooded", "gas explosion", "explosion in", "a fire"];
    /// What follows did not happen.
    Negation [
        "not", "no", "nothing", "never", "neither", "nor", "without", "no evidence", "no indication", "did not", "was not", "were not",
        "is not", "are not", "had not", "has not", "rather than", "instead of", "ruled out", "unrelated to", "cannot", "didn't", "wasn't",
        "weren't", "isn't", "unlikely", "prevent", "protect against", "guard against", "in case of", "risk of", "in the event of",
        "contrary to", "unconnected with", "unconnected to", "not connected", "not related", "rule out", "excluded", "no sign", "nobody",
        "no one", "none of", "none", "no hacking", "not by hacking", "nothing to suggest",
    ];
    /// Where one clause ends and the next begins.
    Clause [
        ", but", "but", "however", ", and the", ", and it", ", and we", ", and an", ", and a", ", when", ", who", ", which", ", after",
        "because", "although", "though", "then", ", until", "nevertheless", "and it was", "and was", "and were", "and subsequently",
        "and then", "and it",
    ];
    /// Where one statement ends and the next begins, inside a sentence.
    Stop ["; *"];
    /// The head Unauthorized Access/Disclosure, by name.
    SaysDisclosure [
        "unauthorized disclosure", "unauthorised disclosure", "unauthorized access/disclosure", "unauthorized access or disclosure",
        "impermissible disclosure",
    ];
    /// The head Theft, by name.
    SaysTheft ["a theft", "theft of equipment"];
    /// The head Loss, by name.
    SaysLoss ["a loss", "loss of property"];
    /// The head Improper Disposal, by name.
    SaysDisposal ["improper disposal"];
    /// The head Hacking/IT Incident, by name.
    SaysHacking ["hacking incident*", "hacking or it incident", "hacking/it incident*"];
    /// Words with which a writer puts the incident under a head of the form.
    Judged [
        "report this as", "reported this as", "reporting this as", "classified this", "classification", "classified the", "classify this",
        "has classified", "characterised as", "characterized as", "we believe this is", "we believe this was", "we consider this",
        "considers this", "considered this", "regard this as", "regarded as", "we treat this as", "treating this as", "treated this as",
        "this is a", "this was a", "this is an", "this was an", "it was a", "it was an", "is properly",
    ];
    /// Of another time, or of no weight: the sentence tells nothing of this incident.
    Elsewhere [
        "reported at the time", "reported at that time", "reported at that date", "in a previous incident", "an earlier incident",
        "a prior incident", "a previous incident", "previous breach", "prior breach", "earlier breach", "is mistaken",
        "contrary suggestion", "the suggestion that", "rumor*", "rumour*", "press reports", "the press", "as a reminder",
        "are not the only", "in previous years", "in prior years", "years ago", "no relation to", "nothing to do with", "class action*",
        "lawsuit*", "alleging", "putative", "no activity", "were not affected", "was not affected", "were not involved", "was not involved",
        "not reached", "were unaffected", "no other system*", "not touched", "were untouched", "in addition, a",
    ];
    /// Two incidents in one text.
    Several [
        "two incidents", "two separate", "two unconnected", "two unrelated", "two different incidents", "two things to tell",
        "two breaches", "second incident", "second breach", "separate breach incident", "additional breach incident", "separate incident",
        "another incident", "the first:", "the second:", "unconnected occurrences", "incident one", "incident two", "both incidents",
        "2 breaches", "two events",
    ];
}

/// Concepts that say themselves what was not done: a negation in front belongs to them.
pub(in crate::narrative) static OWN_DENIAL: &[Concept] = &[Concept::AddressesShown, Concept::NotShredded, Concept::NothingTaken];
