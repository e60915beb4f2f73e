//! Words for what went to somebody else than meant.

said! {
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
        "to unauthorized recipient*", "to the wrong", "to a wrong", "to an incorrect", "to the incorrect", "should have gone to",
        "received an incorrect", "received the wrong", "received another", "meant for", "intended for another", "of a like name",
        "like surname", "similar name", "same name", "same last name", "other households", "other member", "not intended to",
        "next patient", "next member", "next customer",
    ];
    Mistake [
        "inadvertently", "erroneously", "mistakenly", "accidentally", "accidently", "in error", "unintentionally", "by mistake",
        "human error", "due to an error", "by accident", "printing error*", "printer error*", "printer press", "errors on printed",
        "sorting error*", "formatting error*", "processing error*", "clerical error*", "collating error*", "matching error*",
        "administrative error*", "off by one", "off by a row", "off by one row",
    ];
    Mailed [
        "mailed", "mail merge", "mass mailing", "by mail", "via mail", "in the mail", "postal mail", "via postal", "postal service",
        "sent letters", "sent a letter", "letters were sent", "print vendor", "printing vendor", "sent certain reminder letters",
        "mail vendor", "mailing vendor", "mailing house", "envelope stuff*", "inserting machine", "inserter", "mailroom", "mail room",
    ];
    MailedWrong [
        "mismailed", "mis mailed", "misdirected mail*", "misdirected letter*", "misdirected survey*", "mailed to the wrong",
        "mailing error*", "erroneous mailing*", "mail merge error*", "window envelope*", "window of the envelope*",
        "windows of the envelope*", "window of an envelope", "window of its envelope*", "envelope window*", "envelope address window*",
        "visible through the window", "visible through the envelope", "visible through", "outside of envelope*", "outside of the envelope*",
        "outer envelope*", "mail sorting error", "stuffed into the wrong", "two letters in one envelope", "erroneously mailed",
        "mistakenly mailed", "incorrectly mailed", "improperly mailed", "misdirected collection", "misdirected mailing*",
        "impermissibly mailed", "incorrect mailing", "addresses in a survey", "mislabeled envelope*", "wrong envelope", "postcard*",
        "post card*", "viewable during the postal", "viewable through", "double stuffed", "upon whose face", "on the face of the envelope",
        "face of the envelope", "printed on the envelope", "on the outside of", "addressed to other",
    ];
    Faxed ["faxed", "fax", "faxes", "facsimile*"];
    Disclosed [
        "impermissibly disclosed", "impermissible disclosures", "improperly disclosed", "inadvertently disclosed", "improperly disclosing",
        "photographed", "took pictures", "took photos", "took screenshots", "accessible to unauthorized", "viewable by employees",
        "viewable by other", "viewable to other", "impermissibly disclosing", "impermissibly released", "impermissibly uploaded",
        "impermissibly posted", "impermissibly emailed", "impermissibly faxed", "impermissibly forwarded", "unauthorized disclosures",
        "erroneously disclosed", "impermissibly shared", "shared login", "shared their login", "shared her password",
        "provided her password", "provided his password", "impermissibly provided", "impermissibly transmitted", "impermissibly sent",
        "without a business associate agreement", "without a baa", "without a ba contract", "without first executing",
        "did not have a proper business associate", "failed to renew a business associate", "facebook", "social media", "instagram",
        "snapchat", "text message*", "posted on", "for marketing", "solicitation*", "to solicit", "solicited", "soliciting",
        "impermissibly used", "improperly used", "impermissible use", "disclosed", "business associate (ba) contract",
        "business associate agreement in place", "without a business associate", "sharing phi", "shared phi", "inadvertently posted",
        "posted a file", "had posted", "on a personal website", "inadvertently given", "were given access", "was given access",
    ];
}
