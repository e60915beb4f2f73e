//! Words for the things that hold data.

said! {
    Server [
        "server*", "database*", "data base*", "data center*", "data storage account", "file share", "shared drive*", "network drive*",
        "network folder*", "shared folder*", "cloud storage", "cloud environment", "cloud based", "cloud hosted", "cloud server*",
        "storage bucket*", "s3 bucket*", "file transfer", "sftp", "ftp", "moveit", "accellion", "goanywhere", "storage account",
        "file storage system", "azure", "amazon web services", "cloud", "storage system*", "file repository", "document repository",
        "network attached storage", "nas", "document store", "file store", "data warehouse*", "picture archive", "imaging archive", "pacs",
        "mainframe*", "virtual machine*", "data storage", "file shar*", "storage service*", "storage site", "file hosting", "web host*",
        "hosted by", "storage container*", "blob container", "backup system", "file service", "onedrive", "sharepoint", "google drive",
        "dropbox", "box.com",
    ];
    Network [
        "network*", "computer system*", "information system*", "it system*", "computer network*", "our systems", "its systems",
        "their systems", "systems", "it environment", "digital environment", "electronic system*", "electronic files", "operating system*",
        "computing environment*", "corporate environment", "technology environment", "internal systems", "information technology system*",
        "data systems", "data system", "it network", "it infrastructure", "domain controller*", "billing software", "it platform",
        "digital systems", "digital system",
    ];
    Website [
        "website*", "web site*", "web page*", "webpage*", "web portal*", "patient portal*", "member portal*", "online portal*", "portal*",
        "web based", "web application*", "mobile application*", "mobile app", "online form*", "web form*", "online tool*",
        "online account*", "online platform*", "online system*", "online scheduling", "web app*", "internet site", "web based portal",
        "public site", "claims page",
    ];
    RecordSystem [
        "electronic medical record*", "electronic health record*", "emr", "emrs", "ehr", "ehrs", "emr system", "ehr system",
        "medical record system", "records system", "electronic record*", "electronic chart*", "electronic patient record*",
        "practice management system", "emergency room patient records", "charting system*", "charting program", "charting software",
        "chart system", "record system", "clinical system*", "practice management software", "patient management system*",
        "patient database*", "electronic medical system*", "break the glass", "epic",
    ];
    Records [
        "medical record*", "patient record*", "patients' record*", "patient's record*", "patient chart*", "health record*",
        "patient information", "patients' medical record*", "records of", "record of", "charts", "chart of", "charts of",
        "clinical record*", "patient's chart*", "patients' chart*", "resident chart*", "client record*", "clients' record*", "client file*",
        "member record*", "progress notes", "health information of", "records belonging", "record belonging", "records for",
        "medical information",
    ];
    Laptop [
        "laptop*", "notebook computer*", "macbook*", "chromebook*", "portable computer*", "lap top*", "thinkpad*", "toughbook*",
        "surface pro*", "surface laptop*",
    ];
    Desktop [
        "desktop*", "workstation*", "work station*", "computer tower*", "office computer*", "front desk computer*", "office pc*",
        "front desk pc*", "reception pc*", "reception computer*", "computer at reception", "computer terminal*", "tower computer*",
        "pc tower*",
    ];
    Computer ["computer*", "pc", "pcs"];
    Portable [
        "flash drive*", "\"flash\" drive*", "thumb drive*", "\"thumb\" drive*", "\"usb\" drive", "usb*", "portable drive*",
        "portable data drive*", "portable computer drive*", "portable storage*", "portable electronic*", "portable device*",
        "mobile computer drive*", "mobile device*", "mobile phone*", "cell phone*", "cellphone*", "smartphone*", "smart phone*",
        "tablet computer*", "tablet device*", "a tablet", "ipad*", "iphone*", "digital camera*", "memory card*", "memory stick*",
        "sd card*", "backup disk*", "back up disk*", "backup tape*", "back up tape*", "data tape*", "compact disc*", "compact disk*", "cd",
        "cds", "dvd*", "storage device*", "data drive*", "jump drive*", "cellular telephone*", "telephone", "phone", "tablet",
        "memory cards", "multifunction copier*", "copier*", "tape", "tapes", "ssd*", "solid state drive*", "cell telephone*",
        "cellular phone*", "mobile telephone*", "tablets", "toughpad*", "zip drive*", "external storage*", "removable media",
        "removable storage*", "removable device*", "removable drive*", "storage media", "storage medium", "digital recorder*",
        "voice recorder*", "dictation device*", "dictation recorder*", "cassette*", "cartridge*", "diskette*", "floppy*", "computer disk*",
        "computer disc*", "a disk", "disks", "a disc", "discs", "memory device*", "pen drive*", "stick", "sticks", "electronic device*",
        "handheld device*", "personal digital assistant*", "blackberr*", "phones", "flash memory", "pager*", "ssd drive",
        "electronic storage device*", "microsd", "backup media", "backup device*", "back up device*", "a camera", "the camera", "the disc",
        "the disk", "its camera", "camera that",
    ];
    ExternalDrive [
        "external hard drive*", "external drive*", "portable hard drive*", "backup drive*", "back up drive*", "backup computer drive*",
        "external back up drive*", "external backup drive*", "back up hard drive*", "backup hard drive*", "external computer hard drive*",
        "external, computer hard drive*", "usb hard drive*",
    ];
    HardDrive ["computer hard drive*", "hard drive*", "hard disk*"];
    ServerBox ["server computer", "a decommissioned server", "backup server*", "back up server*"];
    Equipment ["emg", "electromyography", "ultrasound machine*", "medical device*", "medical equipment", "ekg machine*"];
    Paper [
        "paper*", "binder*", "boxes", "box of", "a box", "box containing", "log book*", "logbook*", "handwritten", "hand written",
        "day planner*", "filing cabinet*", "file cabinet*", "filing cabinets", "file room", "records room", "printed copies", "printout*",
        "print out*", "hard copy", "hard copies", "x ray film*", "x rays", "films", "clipboard*", "face sheet*", "sign in sheet*",
        "paperwork", "prescriptions", "prescription records", "prescription label*", "labels", "superbill*", "super bill*", "receipts",
        "medical folders", "patient files", "paper files", "patient charts", "charting notes", "encounter form*", "file drawer",
        "medical files", "lab slips", "face sheets", "application forms", "registration sheets", "sheets", "vouchers", "coupons", "ledger*",
        "sign up sheet*", "printed", "carton*", "patient folder*", "medical chart*", "appointment book*", "index card*", "rolodex",
        "photocop*", "x ray jacket*", "microfilm*", "microfiche*", "prescription pad*", "prescription bottle*", "pill bottle*",
        "medication bottle*", "medication label*", "bottles", "leaflet*", "slips", "requisition*", "discharge summaries", "intake forms",
        "consent forms", "claim forms", "order forms", "encounter sheets", "sheet of paper", "physical files", "physical charts",
        "physical copies", "record room", "filing room", "medical records room", "shelving", "bankers boxes", "banker's box*", "planner",
        "stack of", "bundle of", "pages of", "loose pages", "hard copy*", "paper based", "pieces of mail", "mail pieces", "log sheet*",
        "daily log*", "the box", "these boxes", "boxes of", "medical records storage", "storage boxes", "visit folders", "day sheet*",
        "route sheet*", "call sheet*", "run sheet*", "run reports", "patient labels", "wristband*", "file boxes", "spiral notebook",
        "notebook in which",
    ];
    Documents [
        "folder*", "census", "roster*", "document*", "forms", "records", "list of patients", "patient list*", "lists", "applications",
        "forms were", "list was", "list of", "pages",
    ];
    Files ["files"];
    Phi ["protected health information", "phi", "ephi", "patient data", "member data", "patient names"];
    Letters [
        "letter*", "envelope*", "statements", "explanation of benefits", "eobs", "eob", "invoice*", "identification card*", "id cards",
        "id card*", "member cards", "mailing", "mailings", "survey*", "flyer*", "newsletter*", "packet*", "package*", "bills",
        "billing statement*", "appointment reminder*", "reminder card*", "insert*", "notices", "1095*", "correspondence", "checks",
        "packages", "premium notice*", "premium bill*", "benefit statement*", "benefits statement*", "summary notice*", "refund check*",
        "membership card*", "insurance card*", "tax form*", "1099*", "welcome kit*", "enrollment kit*", "brochure*", "collection notice*",
        "remittance advice*", "collection letter*", "result letters", "annual notice*", "prescription summar*", "magazine*", "mailpiece*",
        "billing notice*", "appointment card*", "appointment letter*", "renewal notice*", "sealed mail",
    ];
    StorageUnit [
        "storage facility", "storage facilities", "storage unit*", "storage room*", "storage shed*", "storage building", "storage locker*",
        "storage area", "storage closet*", "storage warehouse", "warehouse", "basement", "attic", "garage", "shed",
    ];
    Bag [
        "backpack*", "briefcase*", "purse*", "bag", "bags", "tote", "tote bag*", "suitcase*", "luggage", "rucksack", "satchel", "handbag*",
        "gym bag", "work bag",
    ];
}
