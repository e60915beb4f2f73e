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
        "intake worker*", "outreach worker*", "sales associate", "physician assistant*", "a physician of", "unit secretary", "group leader",
        "scribe*", "mentee", "workforce", "housekeep*", "board member", "member of its board", "clinician*", "caseworker*",
    ];
    Former [
        "former employee*", "former workforce member*", "former physician*", "former nurse*", "former staff*", "previous employee*",
        "prior employee*", "prior workforce member*", "ex employee*", "former contractor*", "departing employee*", "departing physician*",
        "former provider*", "former dentist*", "former business associate", "former chief*", "prior to leaving", "upon her resignation",
        "before resigning", "day of her employment termination", "leaving her employment", "last day of", "former scheduler*",
        "former coder*", "former biller*", "former director*", "former volunteer*", "former assistant*", "former technician*",
        "former clinician*", "former medical assistant*", "former manager*", "former therapist*", "former office manager*", "former agent*",
        "former administrator*", "former partner*", "former owner*", "former colleague*", "former intern*", "formerly employed",
        "no longer employed", "before she left", "before leaving", "was leaving us", "her last day", "after leaving", "had resigned",
        "resigned", "previously employed", "terminated employee*", "a competitor", "her new practice", "his new practice",
        "her new employer", "his new employer", "new employer", "new practice", "own practice",
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
        "wrongfully accessed", "wrongly viewed", "unjustified access", "without justification", "without valid", "without a necessary",
        "without necessary", "without need", "non work related", "never treated", "ex husband", "ex wife", "celebrit*",
        "looking through the files", "looking up", "reading charts", "opening charts", "to do with her work", "had opened",
        "accessed inappropriately", "accessed impermissibly", "accessed improperly", "viewed inappropriately", "viewed impermissibly",
        "viewed without", "accessed without", "inappropriately looked", "improperly looked", "inappropriately obtained",
        "improperly obtained",
    ];
    Copied [
        "downloaded", "copied", "printed out", "retained", "exported", "saved to", "copying", "downloading", "screenshots", "kept copies",
    ];
    NoLeave [
        "without authorization", "without authorisation", "without permission", "without prior authorization", "without the permission",
        "without the authorization", "without the knowledge", "without their authorization", "without leave", "without approval",
        "not authorized to", "without its consent",
    ];
    Fraud [
        "fraud*", "diverted funds", "criminal investigation", "arrested", "tax refund", "credit account", "personal purchases",
        "for personal gain", "person of interest", "under investigation", "opened a credit", "opened credit", "opened accounts",
        "opened bank",
    ];
    FalseIdentity [
        "false identity", "assumed name", "assumed identity", "false name", "stolen license", "false credentials", "unlicensed",
        "falsely established", "falsely claimed", "falsely represented", "falsely identified", "false pretenses", "false pretences",
        "another agent's login*", "coworker's credentials", "coworker's password*", "coworker's login*", "physicians' passwords",
        "physician's password*", "doctor's password*", "supervisor's password*", "supervisor's login*", "another's login*",
        "colleague's login*", "colleague's password*", "colleague's credentials",
    ];
    Sold ["sold", "selling", "to sell", "for sale"];
    Took [
        "took protected", "took phi", "took patient*", "took boxes", "took a box", "took home", "took them home", "removed",
        "took documents", "took a list", "took copies", "took paper*", "took records", "took medical", "took charts", "took files",
        "took with", "taking home", "taking patient", "brought home", "carried home", "had taken", "has taken",
    ];
    Opened ["opened", "viewed", "looked at", "pulled up", "looked into", "looked through", "looked in", "reading", "read the"];
}
