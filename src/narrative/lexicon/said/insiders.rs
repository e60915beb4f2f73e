//! Words for those who work at the place, and for what they do.

said! {
    Insider [
        "employee*", "workforce member*", "staff member*", "staff physician", "nurse*", "staff", "receptionist*", "technician*",
        "medical assistant*", "co worker*", "coworker*", "physician employee", "medical student*", "intern", "volunteer*",
        "resident physician", "scheduler", "biller", "her supervisor", "temp worker", "temporary worker", "contractor's employee",
        "therapist*", "analyst*", "bookkeeper*", "office manager*", "clerk*", "supervisor*", "coordinator*", "representative*",
        "hygienist*", "aide", "aides", "secretary", "pharmacist*", "counselor*", "social worker*", "one of our", "worker", "workers",
        "dentist", "assistant", "interpreter*", "phlebotomist*", "resident", "he admitted", "she admitted", "engineer*", "contract coder",
        "coder*",
    ];
    Former [
        "former employee*", "former workforce member*", "former physician*", "former nurse*", "former staff*", "previous employee*",
        "prior employee*", "prior workforce member*", "ex employee*", "former contractor*", "departing employee*", "departing physician*",
        "former provider*", "former dentist*", "former business associate", "former chief*", "prior to leaving", "upon her resignation",
        "before resigning", "day of her employment termination", "leaving her employment", "last day of",
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
        "without reason", "no reason connected", "read the chart*", "looked in the chart*", "looked through the chart*",
    ];
    Copied [
        "downloaded", "copied", "printed out", "took protected", "took phi", "took patient*", "took boxes", "took a box", "retained",
        "took home", "took them home", "removed", "took documents", "took a list", "took copies", "exported",
    ];
    NoLeave [
        "without authorization", "without authorisation", "without permission", "without prior authorization", "without the permission",
        "without the authorization", "without the knowledge", "without their authorization",
    ];
    Fraud [
        "fraud*", "diverted funds", "criminal investigation", "arrested", "tax refund", "credit account", "personal purchases",
        "for personal gain", "person of interest", "under investigation",
    ];
}
