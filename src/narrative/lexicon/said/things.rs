//! Words for the things that hold data.

said! {
    Server [
        "server*", "database*", "data base*", "data center*", "data storage account", "file share", "shared drive*", "network drive*",
        "network folder*", "shared folder*", "cloud storage", "cloud environment", "cloud based", "cloud hosted", "cloud server*",
        "storage bucket*", "s3 bucket*", "file transfer", "sftp", "ftp", "moveit", "accellion", "goanywhere", "storage account",
        "file storage system", "azure", "amazon web services", "hosting",
    ];
    Network [
        "network*", "computer system*", "information system*", "it system*", "computer network*", "our systems", "its systems",
        "their systems", "systems", "it environment", "digital environment", "electronic system*", "electronic files", "operating system*",
    ];
    Website [
        "website*", "web site*", "web page*", "webpage*", "web portal*", "patient portal*", "member portal*", "online portal*", "portal*",
        "web based", "web application*", "mobile application*", "mobile app", "online form*", "web form*",
    ];
    RecordSystem [
        "electronic medical record*", "electronic health record*", "emr", "emrs", "ehr", "ehrs", "emr system", "ehr system",
        "medical record system", "records system", "electronic record*", "electronic chart*", "electronic patient record*",
        "practice management system", "emergency room patient records",
    ];
    Records [
        "medical record*", "patient record*", "patients' record*", "patient's record*", "patient chart*", "health record*",
        "patient information", "patients' medical record*", "records of", "record of",
    ];
    Laptop ["laptop*", "notebook computer*", "macbook*", "chromebook*", "portable computer*"];
    Desktop ["desktop*", "workstation*", "work station*", "computer tower*", "office computer*", "front desk computer*"];
    Computer ["computer*", "pc"];
    Portable [
        "flash drive*", "\"flash\" drive*", "thumb drive*", "\"thumb\" drive*", "\"usb\" drive", "usb*", "portable drive*",
        "portable data drive*", "portable computer drive*", "portable storage*", "portable electronic*", "portable device*",
        "mobile computer drive*", "mobile device*", "mobile phone*", "cell phone*", "cellphone*", "smartphone*", "smart phone*",
        "tablet computer*", "tablet device*", "a tablet", "ipad*", "iphone*", "digital camera*", "camera*", "memory card*", "memory stick*",
        "sd card*", "backup disk*", "back up disk*", "backup tape*", "back up tape*", "data tape*", "compact disc*", "compact disk*", "cd",
        "cds", "dvd*", "storage device*", "data drive*", "jump drive*", "cellular telephone*", "telephone", "phone", "tablet",
        "memory cards", "multifunction copier*", "copier*", "tape", "tapes", "ssd*", "solid state drive*",
    ];
    ExternalDrive [
        "external hard drive*", "external drive*", "portable hard drive*", "backup drive*", "back up drive*", "backup computer drive*",
        "external back up drive*", "external backup drive*", "back up hard drive*", "backup hard drive*", "external computer hard drive*",
        "external, computer hard drive*", "usb hard drive*",
    ];
    HardDrive ["computer hard drive*", "hard drive*", "hard disk*"];
    ServerBox [
        "server computer", "a decommissioned server", "backup server*", "back up server*", "network servers was stolen",
        "servers were stolen", "server was stolen", "stolen server*", "theft of a server", "stole a server", "stole the server",
        "stole its server", "stole our server",
    ];
    Equipment ["emg", "electromyography", "ultrasound machine*", "medical device*", "medical equipment", "ekg machine*"];
    Paper [
        "paper*", "binder*", "boxes", "box of", "a box", "box containing", "log book*", "logbook*", "handwritten", "hand written",
        "day planner*", "filing cabinet*", "file cabinet*", "filing cabinets", "file room", "records room", "printed copies", "printout*",
        "print out*", "hard copy", "hard copies", "x ray film*", "x rays", "films", "clipboard*", "face sheet*", "sign in sheet*",
        "paperwork", "prescriptions", "prescription records", "prescription label*", "labels", "superbill*", "super bill*", "receipts",
        "medical folders", "patient files", "paper files", "patient charts", "charting notes", "encounter form*", "spiral notebook",
        "notebook in which", "file drawer", "medical files", "lab slips", "face sheets", "application forms", "registration sheets",
        "sheets", "vouchers", "coupons", "ledger*", "sign up sheet*", "printed",
    ];
    Documents [
        "folder*", "census", "roster*", "document*", "forms", "records", "list of patients", "patient list*", "lists", "applications",
        "forms were",
    ];
    Files ["files"];
    Phi ["protected health information", "phi", "ephi", "patient data", "member data", "patient names"];
    Letters [
        "letter*", "envelope*", "statements", "explanation of benefits", "eobs", "eob", "invoice*", "identification card*", "id cards",
        "id card*", "member cards", "mailing", "mailings", "survey*", "flyer*", "newsletter*", "packet*", "package*", "bills",
        "billing statement*", "appointment reminder*", "reminder card*", "insert*", "notices", "1095*", "correspondence", "checks",
        "packages",
    ];
}
