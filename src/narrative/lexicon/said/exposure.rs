//! Words for what lay open.

said! {
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
        "accessible to individuals outside", "viewable by anyone", "exposed via its website", "indexed by", "uploaded to a public",
        "uploaded onto", "to the public internet", "open to the public", "open to anonymous", "visible to the public", "open to the web",
        "open to anyone", "could be opened by anyone", "anyone with the link", "by a web search", "found through a search",
        "by a search engine", "to the open internet", "without asking for a", "without authentication", "without credentials",
        "anonymous read", "anonymous access", "public code", "public repository", "public github", "public link", "publicly exposed",
        "publicly visible", "publicly posted", "published online", "searchable on", "exposed publicly", "from anywhere", "open internet",
        "without password protection", "left online",
    ];
    Entered [
        "entered a room", "entered the room", "entered its building", "entered the building", "entered an office", "entered the office",
        "entered its office*", "entered its facility", "entered the facility", "entered his office*",
    ];
    Unsecured [
        "left unsecured", "left unattended", "left medical records", "unlocked", "unattended", "in plain view", "left on a",
        "left in a public", "left in the open", "left open overnight",
    ];
    Misconfigured [
        "misconfigur*", "mis configur*", "misconfiguration", "configuration error*", "incorrect configuration",
        "configuration of its website", "website configuration", "configuration setting*", "how a data storage server was configured",
        "permissions were set", "incorrect setting*", "security setting*", "privacy setting*", "programming error*", "coding error*",
        "program coding error", "software error*", "technical error*", "technical glitch*", "software glitch*", "a glitch", "open bucket*",
        "system error*", "programming flaw", "software flaw", "unsecured bucket", "unsecured server*", "left a port open",
        "security protection failure", "software update", "update to its", "update to our", "an update to", "website upgrade", "left open",
        "incorrect permission*", "wrong permission*", "permission setting*", "configuration change*", "role was assigned",
        "assigned in error", "access setting*", "wrong setting*", "sharing setting*", "left public", "set to public", "set to \"public\"",
        "made public", "improperly configured", "incorrectly configured", "improperly set up", "inadequately secured", "improperly secured",
        "faulty update", "faulty upgrade", "faulty configuration", "faulty software", "faulty setting*", "caching", "programing error*",
        "program error*", "software bug*", "a bug", "software defect*", "coding mistake*", "code error*", "code change*", "system upgrade",
        "system update", "system migration", "software upgrade", "software malfunction", "firewall rule*", "computer glitch*", "glitch",
        "system glitch*", "technical issue*", "technical malfunction", "system malfunction", "it error", "mapping error*", "logic error*",
        "removed the authentication", "without adequate security", "inadequate security", "website error*", "portal error*",
        "database error*", "server error*", "internal error", "misapplied setting*", "setting was", "settings were", "wrong tier",
        "portal configuration", "changed a setting", "security gap", "security flaw", "security weakness", "design flaw", "a flaw in",
        "unsecured cloud", "unsecured web*", "storage system unsecured", "unsecured storage", "unsecured database*", "unsecured ftp",
        "unsecured file*", "unsecured portal", "unsecured site", "unsecure server*", "unsecure website*", "non secured",
        "unprotected server*", "unprotected database*", "unprotected website*", "subject to unauthorized access",
        "vulnerable to unauthorized access", "allowing unauthorized", "allowed unauthorized", "allows unauthorized",
        "permitted unauthorized", "permitting unauthorized", "enabled unauthorized", "enabling unauthorized",
    ];
    Tracking [
        "tracking pixel*", "meta pixel*", "facebook pixel*", "google analytics", "tracking technolog*", "tracking code*", "tracking tool*",
        "web analytics", "analytics tool*", "analytics code", "pixel*", "tracking script*", "third party cookies", "session replay",
    ];
}
