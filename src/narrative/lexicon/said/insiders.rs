//! Words for those who work at the place, and for what they do.

said! {
    Insider [
        "employee*", "workforce member*", "staff member*", "staff physician", "nurse*", "staff", "receptionist*", "technician*",
        "medical assistant*", "co worker*", "coworker*", "physician employee", "medical student*", "intern", "volunteer*",
        "resident physician", "scheduler", "biller", "her supervisor", "temp worker", "temporary worker", "contractor's employee",
        "therapist*", "analyst*", "bookkeeper*", "office manager*", "clerk*", "supervisor*", "coordinator*", "representative*",
        "hygienist*", "aide", "aides", "secretary", "pharmacist*", "counselor*", "social worker*", "one of our", "worker", "workers",
        "dentist", "assistant", "interpreter*", "phlebotomist*", "resident", "he admitted", "she admitted", "engineer*", "contract coder",
        "coder*", "case manager*", "care manager*", "paramedic*", "emt", "emts", "chaplain*", "trainee*", "caregiver*", "dispatcher*",
        "colleague*", "team member*", "optician*", "technologist*", "tech", "techs", "teammate*", "medic", "medics", "counsellor*",
        "intake worker*", "outreach worker*", "sales associate", "physician assistant*", "a physician of", "a doctor of", "unit secretary",
        "group leader", "scribe*", "mentee", "workforce", "housekeep*", "board member", "member of its board", "clinician*", "caseworker*",
    ];
    Former [
        "former employee*", "former workforce member*", "former physician*", "former nurse*", "former staff*", "previous employee*",
        "prior employee*", "prior workforce member*", "ex employee*", "former contractor*", "departing employee*", "departing physician*",
        "former provider*", "former dentist*", "former business associate", "former chief*", "prior to leaving", "upon her resignation",
        "before resigning", "day of her employment termination", "leaving her employment", "last day of", "former scheduler*",
        "former coder*", "former biller*", "former director*", "former volunteer*", "former assistant*", "former technician*",
        "former clinician*", "former medical assistant*", "former manager*", "former therapist*", "former office manager*", "former agent*",
        "former administrator*", "former partner*", "former owner*", "former colleague*", "former intern*", "formerly employed",
        "no longer employed", "before she left", "before he left", "before they left", "before leaving", "was leaving us", "her last day",
        "his last day", "after she left", "after he left", "after leaving", "had resigned", "resigned", "previously employed",
        "prior to her departure", "prior to his departure", "prior to their departure", "prior to resigning", "terminated employee*",
        "a competitor", "her new practice", "his new practice", "her new employer", "his new employer", "new employer", "new practice",
        "own practice",
    ];
    Snooped [
        "impermissibly accessed", "inappropriately accessed", "improperly accessed", "impermissible access", "impermissibly accessing",
        "improperly accessing", "inappropriately accessing", "inappropriate access", "improper access", "impermissibly viewed",
        "inappropriately viewed", "improperly viewed", "impermissibly obtained", "snoop*", "curiosity", "out of curiosity",
        "without a business reason", "without a business purpose", "without a legitimate", "without legitimate",
        "without an appropriate business", "without a business need", "without a work related", "without a job related",
        "without a need to know", "without a treatment", "no business reason", "no business need", "no work related reason",
        "no job related", "no legitimate", "no treatment relationship", "no reason to", "outside the scope of her",
        "outside the scope of his", "outside the scope of their", "outside the scope of employment", "outside a legitimate",
        "beyond the scope", "not part of her job", "not part of his job", "outside of her job", "outside of his job",
        "looked at the records", "looked up the records", "looked at records", "looked into the records", "looked at the charts",
        "looked up patient*", "peeked", "browsed", "accessed medical records without", "accessed patients' data without",
        "accessed records without", "viewed records without", "viewed the records", "opened the charts", "opened charts", "view the phi of",
        "improperly used her job based access", "without a reason related", "accessing phi outside", "accessing records outside",
        "in excess of their job", "in excess of her job", "inappropriately used", "no medical reason", "no work reason",
        "not involved in their care", "not involved in her care", "not her patient*", "not their patient*", "had no part in",
        "looked up her", "looked up his", "looked up a", "looked up the", "looked up former", "looked up several", "looked up neighbors",
        "opened the records", "opened the record", "opened records", "opened the chart of", "opened the charts of",
        "no need of the records", "absence of any service request", "no need to see", "without any need", "without any reason",
        "without reason", "no reason connected", "read the chart*", "looked in the chart*", "looked through the chart*", "wrongly accessed",
        "wrongfully accessed", "wrongly viewed", "unjustified access", "without justification", "without a valid", "without valid",
        "without a proper", "without a necessary", "without necessary", "without proper reason", "without need", "with no business",
        "with no legitimate", "with no work", "no valid reason", "no clinical reason", "no professional reason", "no treatment reason",
        "for personal reasons", "non work reasons", "non work related", "for reasons unrelated", "unrelated to her", "unrelated to his",
        "unrelated to their", "not related to her", "not related to his", "not related to their", "not under her care", "never treated",
        "not assigned to her", "not assigned to him", "ex husband", "ex wife", "celebrit*", "looked up people", "looking through the files",
        "looking through records", "looking through the records", "looking at records", "looking at the records", "looking up",
        "reading the charts", "reading charts", "opening charts", "viewing records without", "viewing the records", "nosy", "nosing",
        "nothing to do with her", "nothing to do with his", "to do with her work", "to do with his work", "to do with her job",
        "to do with his job", "not needed for her", "not needed for his", "not need for her", "beyond her role", "beyond his role",
        "outside her role", "outside his role", "outside of her role", "outside of his role", "outside the course of", "outside her duties",
        "outside of her duties", "outside of his duties", "had opened", "not her patients", "not his patients", "more records than",
        "accessed inappropriately", "accessed impermissibly", "accessed improperly", "viewed inappropriately", "viewed impermissibly",
        "viewed without", "accessed without", "access without a", "inappropriately looked", "improperly looked", "inappropriately obtained",
        "improperly obtained",
    ];
    Copied [
        "downloaded", "copied", "printed out", "retained", "exported", "saved to", "saved it to", "copying", "downloading", "screenshots",
        "kept a copy", "kept copies",
    ];
    NoLeave [
        "without authorization", "without authorisation", "without permission", "without prior authorization", "without the permission",
        "without the authorization", "without the knowledge", "without their authorization", "without leave", "without approval",
        "without being authorized", "not authorized to", "without prior permission", "without prior consent", "without the consent",
        "without its consent", "without our consent", "without their consent", "without our knowledge", "without its knowledge",
    ];
    Fraud [
        "fraud*", "diverted funds", "criminal investigation", "arrested", "tax refund", "credit account", "personal purchases",
        "for personal gain", "person of interest", "under investigation", "opened a credit", "opened credit", "opened an account",
        "opened accounts", "opened a bank", "opened bank", "opened a line of credit",
    ];
    FalseIdentity [
        "false identity", "assumed name", "assumed identity", "false name", "assumed the identity", "another person's identity",
        "stolen license", "false credentials", "unlicensed", "falsely established", "falsely claimed", "falsely represented",
        "falsely identified", "false pretenses", "false pretences", "another employee's login*", "another agent's login*", "another user's",
        "another employee's credentials", "another employee's password*", "coworker's credentials", "coworker's password*",
        "coworker's login*", "co worker's credentials", "co worker's password*", "co worker's login*", "physicians' passwords",
        "physician's password*", "doctor's password*", "supervisor's password*", "supervisor's login*", "someone else's login*",
        "another person's login*", "another's login*", "colleague's login*", "colleague's password*", "colleague's credentials",
    ];
    Sold ["sold", "selling", "to sell", "for sale"];
    Took [
        "took protected", "took phi", "took patient*", "took boxes", "took a box", "took home", "took them home", "removed",
        "took documents", "took a list", "took copies", "took the list", "took paper*", "took records", "took medical", "took charts",
        "took files", "took the files", "took the records", "took with", "taking home", "taking patient", "brought home", "carried home",
        "had taken", "has taken",
    ];
    Opened ["opened", "viewed", "looked at", "pulled up", "looked into", "looked through", "looked in", "reading", "read the"];
}
