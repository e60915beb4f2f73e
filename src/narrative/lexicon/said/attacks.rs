//! Words for attacks by computer.

said! {
    Ransomware [
        "ransomware", "ransom", "ransomed", "cryptolocker", "crypto locker", "cryptowall", "lockbit", "crypto virus", "cryptovirus",
        "double extortion", "held hostage", "decryption key", "bitcoin*", "encryption applied", "demand for payment", "demands for payment",
        "demanded payment", "demanding payment", "note asking for", "asking for payment", "sum demanded", "a ransom note", "pay a sum",
        "encryptor*", "decryptor*", "files hostage", "data hostage",
    ];
    Encrypting [
        "encrypted files", "encrypted the files", "encrypted our files", "encrypted its files", "encrypted data", "encrypted the data",
        "encrypted our data", "files were encrypted", "files had been encrypted", "data was encrypted", "data were encrypted",
        "files encrypted", "encrypted a file", "encrypted our server*", "encrypted its server*", "encrypted our system*",
        "encrypted its system*", "encrypted several", "encrypted portions", "encrypted certain", "encrypted some of",
        "server was encrypted", "servers were encrypted", "systems were encrypted", "locked our files", "locked up our files",
        "contents of its server was encrypted", "had encrypted", "encrypted everything", "encrypted many", "encrypted all",
        "was encrypted by", "were encrypted by", "been encrypted by", "encrypted by", "could no longer be opened", "made unreadable",
        "rendered unreadable", "scrambled",
    ];
    Phishing [
        "phish*", "spear phish*", "spearphish*", "email spoof*", "email scam*", "fraudulent email*", "fake email*", "malicious email*",
        "deceptive email*", "business email compromise", "malicious link*", "malicious attachment*", "clicked a link", "clicked on a link",
        "clicked the link", "clicked on the link", "clicking a link", "clicking on a link", "clicked an attachment", "opened a malicious",
        "opened an infected", "entered her password", "entered his password", "entered their password*", "entered her user name",
        "entered his user name", "entered her credentials", "entered his credentials", "entered their credentials", "entered credentials",
        "typed her password", "typed his password", "gave up her password", "gave up his password", "fake login*", "fake sign in",
        "fake log in", "false login", "credential harvest*", "look alike sign in", "pretending to be our", "counterfeit", "fake page",
        "fake \"", "spurious message*", "spurious email*", "deceptive message*", "lookalike", "look alike", "sham page", "fake invoice*",
        "fake document*", "fake message*", "approved a sign in", "approved the sign in", "approved a prompt", "gave out her password",
        "gave out his password", "tricked into", "opened an attachment", "fraudulent website*", "fraudulent link*", "fraudulent message*",
        "fraudulent login*", "bogus*", "scam email*", "scam message*", "hoax email*", "gave away the password",
        "provided their credentials", "provided her username", "typed in her", "typed my", "entered my", "smishing", "vishing",
        "email compromise", "approving a", "approving the", "mfa fatigue", "send spam", "sent spam", "sending spam", "email hack*",
        "deceptive link*", "deceptive page*", "infected email*", "infected link*", "spoofed*", "spoofing",
    ];
    SocialEngineering ["social engineering", "impersonat*", "purporting to be", "posing as", "pretended to be", "pretending to be"];
    Malware [
        "malware", "malicious software", "malicious code", "malicious program*", "computer virus*", "virus infected",
        "infected with a virus", "infected by a virus", "virus attack*", "ransomware virus", "a virus", "trojan*", "keylogger*",
        "key logger*", "spyware", "quakbot", "qakbot", "emotet", "trickbot", "botnet", "crypto mining", "keystroke*", "skimming",
        "malicious file*", "malicious script*", "infected computer*", "remote access tool*", "hidden program", "harmful program*",
        "harmful software", "spy program*", "rogue program*", "rogue software", "web shell*", "rootkit*", "computer worm*",
    ];
    Cyber [
        "cyberattack*", "cyber attack*", "cyberincident*", "cyber incident*", "cybersecurity incident*", "cybersecurity event*",
        "cybersecurity attack*", "cyber security incident*", "cyber security event*", "cyber security attack*", "cyber event*",
        "cyber intrusion*", "cyber breach", "cyber crime", "cybercrime", "cyberattacker*", "cyber attacker*", "hacker*", "hacked",
        "hacking", "hack of", "a hack", "computer intrusion*", "network intrusion*", "sql injection*", "credential stuffing", "zero day",
        "exploited a vulnerability", "exploited a zero", "exploiting a vulnerability", "exploited a previously", "exploited vulnerabilit*",
        "exploited a weakness", "backdoor", "denial of service", "intrusion into", "dark web", "unusual network activity",
        "unlawfully accessed", "illegally accessed", "suspicious pop up", "pop up window*", "pop up message", "tech support scam",
        "fake technician", "exploited a flaw", "exploited our", "exploited an", "exploited by an external", "exploited the",
        "exploiting a flaw", "exploiting an", "exploit of", "unpatched", "security flaw in", "software flaw was exploited", "was exploited",
        "deliberate intrusion", "leak site*", "darknet", "dark net", "criminal forum*", "criminal marketplace*", "for sale on",
        "injection attack*", "password spray*", "brute forc*", "network breach*", "system intrusion*", "unauthorized intrusion*",
        "an intrusion", "the intrusion", "moved laterally", "lateral movement", "to hack", "attack on its", "remote desktop protocol",
        "malicious attack*", "external attack*", "targeted attack", "criminal attack", "criminal cyber*", "it attack*", "digital attack*",
        "online attack*", "malicious cyber*", "sophisticated attack*", "posted online for sale", "posted for sale", "extortion", "extorted",
        "demanded money", "demanding money",
    ];
    Attacker [
        "threat actor*", "bad actor*", "malicious actor*", "cybercriminal*", "cyber criminal*", "criminal group", "unauthorized actor*",
        "unauthorised actor*", "unknown actor*", "foreign actor*", "hacker group", "unauthorized foreign", "criminals", "attacker*",
        "cyber gang", "ransomware group", "extortionist*", "extortion group", "extortion crew", "extortion gang", "malicious party",
        "malicious outsider*", "unidentified actor*", "threat group*", "ransom group", "ransom gang", "criminal actor*", "criminal gang",
        "criminal organization", "criminal enterprise", "cyber thieves", "cyber thief", "external threat*", "malicious user*",
    ];
    Incident [
        "security incident*", "security event*", "suspicious activity", "unusual activity", "privacy incident at", "security breach*",
        "cyber related", "security intrusion", "network disruption", "network outage", "system outage", "it outage",
    ];
    DataIncident ["data security incident*", "network security incident*", "data security event*", "network security event*"];
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
        "unknown third parties", "person unknown", "unidentified person*", "unidentified individual*", "unidentified part*",
        "unidentified user*", "unauthorised individual*", "unauthorised user*", "unauthorised parties", "unauthorized people",
        "unauthorized external", "unauthorized outsider*", "unknown entity", "unknown external", "unknown, unauthorized", "unknown to us",
        "external source*", "in another country", "foreign country", "overseas ip", "overseas address", "foreign address",
        "outside person*", "outside actor*", "outside source*", "external user*", "external entity", "stranger had", "stranger was",
        "someone got", "somebody got",
    ];
    GainedAccess [
        "gained access", "gained unauthorized access", "gained remote access", "gain access", "gained entry to", "obtained access",
        "obtained unauthorized access", "accessed", "logged in", "logged into", "logged on", "log in to", "signed in", "signed into",
        "signing in", "unauthorized access", "access to", "remote access", "breached via", "used the account", "using the account",
        "sending messages from", "sending mail from", "gained entry", "got into", "got in to", "broke into our network",
        "broke into the network", "broke into the server", "broke into our server", "broke into its network", "broke into our system*",
        "connected to", "entered our", "entered the network", "entered its network", "entered her mailbox", "entered his mailbox",
        "entered the mailbox", "entered the system", "got hold of the password", "harvested", "scraped", "breached the", "breached its",
        "breached our", "gaining access", "obtaining access", "obtained remote access", "illicit access", "unlawful access",
        "illegal access", "logins from", "logging in", "logging into", "signed on", "had been entered", "entered from",
        "unauthorized login*", "intruded", "had been on its", "remotely accessed", "remotely connected",
    ];
    Exfiltrated [
        "exfiltrat*", "acquired", "data was stolen", "data were stolen", "stole data", "stolen data", "stole files", "files were stolen by",
        "stole credentials", "stolen credentials", "stolen password*", "stolen username*", "stolen user name*", "stolen login*",
        "credentials were stolen", "password was stolen", "password had been stolen", "information was stolen from the network",
        "stole copies", "stolen administrator*", "stolen admin*", "stolen vpn", "stolen account*", "stolen remote", "stolen session",
        "stolen token*", "means of a stolen", "using a stolen", "using stolen", "with a stolen password", "siphoned*", "copied out",
        "pulled out", "extracted", "left the environment", "removed data from", "took data", "stole information", "stealing data",
        "stealing information", "transferred out", "leaked key", "leaked credential*", "leaked password*", "leaked api", "api key*",
        "a leaked",
    ];
    Compromised [
        "compromised", "infiltrat*", "penetrated", "hijacked", "took over", "taken over", "was breached", "were breached", "been breached",
        "were attacked", "was attacked", "attacked the", "attacked its",
    ];
}
