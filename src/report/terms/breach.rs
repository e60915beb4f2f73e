//! Lists of the form's Breach screen.

use super::terms;

terms! {
    /// Type of Breach: single choice on the form since 2015.
    BreachType, "type of breach", {
        HackingIt = "Hacking/IT Incident" / "hacking_it_incident" ["hacking", "hack", "it incident", "hacking or it incident", "cyberattack", "cyber attack", "cyber incident", "cybersecurity incident", "ransomware", "malware", "phishing", "network intrusion", "hack/it inc."];
        ImproperDisposal = "Improper Disposal" / "improper_disposal" ["disposal", "improper destruction", "improp. disp"];
        Loss = "Loss" / "loss" ["lost", "lost device"];
        Other = "Other" / "other" [] until (2014, 12, 31);
        Theft = "Theft" / "theft" ["stolen", "burglary", "robbery"];
        UnauthorizedAccess = "Unauthorized Access/Disclosure" / "unauthorized_access_disclosure" ["unauthorized access", "unauthorized disclosure", "unauthorised access/disclosure", "unauthorized access or disclosure", "impermissible disclosure", "misdirected mail", "snooping", "unauth acc/dis", "unauth access"];
        Unknown = "Unknown" / "unknown" [] until (2014, 12, 31);
    }
}

terms! {
    /// Location of Breached Information: as many as apply.
    Location, "location of breached information", {
        DesktopComputer = "Desktop Computer" / "desktop_computer" ["desktop", "workstation", "pc"];
        ElectronicMedicalRecord = "Electronic Medical Record" / "electronic_medical_record" ["emr", "ehr", "electronic health record", "electronic medical records"];
        Email = "Email" / "email" ["e-mail", "mailbox", "email account"];
        Laptop = "Laptop" / "laptop" ["laptop computer", "notebook computer"];
        NetworkServer = "Network Server" / "network_server" ["server", "network", "file server", "network drive", "cloud server"];
        Other = "Other" / "other" [];
        OtherPortableDevice = "Other Portable Electronic Device" / "other_portable_electronic_device" ["portable electronic device", "portable device", "other portable device", "usb", "usb drive", "thumb drive", "flash drive", "cell phone", "tablet"];
        PaperFilms = "Paper/Films" / "paper_films" ["paper", "paper records", "films", "x-ray films"];
    }
}

terms! {
    /// The four heads of Type of Protected Health Information Involved in Breach.
    PhiType, "type of PHI", {
        Clinical = "Clinical" / "clinical" ["medical"];
        Demographic = "Demographic" / "demographic" ["demographics"];
        Financial = "Financial" / "financial" [];
        Other = "Other" / "other" [];
    }
}

terms! {
    /// Sub-options under Clinical.
    Clinical, "clinical information", {
        Diagnosis = "Diagnosis/Conditions" / "diagnosis_conditions" ["diagnosis", "diagnoses", "conditions"];
        LabResults = "Lab Results" / "lab_results" ["labs", "laboratory results", "test results"];
        Medications = "Medications" / "medications" ["medication", "prescriptions", "prescription"];
        OtherTreatment = "Other Treatment Information" / "other_treatment_information" ["treatment", "treatment information", "other"];
    }
}

terms! {
    /// Sub-options under Demographic.
    Demographic, "demographic information", {
        Address = "Address/ZIP" / "address_zip" ["address", "zip", "zip code", "home address"];
        BirthDate = "Date of Birth" / "date_of_birth" ["dob", "birth date"];
        DriversLicense = "Driver's License" / "drivers_license" ["drivers license", "driver license", "driver's licence"];
        Name = "Name" / "name" ["names", "full name"];
        Ssn = "SSN" / "ssn" ["social security number", "social security numbers"];
        OtherIdentifier = "Other Identifier" / "other_identifier" ["other identifiers", "other"];
    }
}

terms! {
    /// Sub-options under Financial.
    Financial, "financial information", {
        Claims = "Claims Information" / "claims_information" ["claims", "claim information", "billing"];
        CardOrAccount = "Credit Card/Bank Acct #" / "credit_card_bank_account" ["credit card", "bank account", "credit card/bank account", "credit card/bank account number"];
        OtherFinancial = "Other Financial Information" / "other_financial_information" ["other financial", "other"];
    }
}

terms! {
    /// Safeguards in Place Prior to Breach. The ten technical safeguards of the form before 2015 are kept for old reports.
    Safeguard, "safeguards in place", {
        None = "None" / "none" ["no safeguards"];
        PrivacyRule = "Privacy Rule Safeguards (Training, Policies and Procedures, etc.)" / "privacy_rule" ["privacy rule safeguards", "privacy rule"];
        Administrative = "Security Rule Administrative Safeguards (Risk Analysis, Risk Management, etc.)" / "security_rule_administrative" ["security rule administrative safeguards", "administrative safeguards"];
        Physical = "Security Rule Physical Safeguards (Facility Access Controls, Workstation Security, etc.)" / "security_rule_physical" ["security rule physical safeguards", "physical safeguards"];
        Technical = "Security Rule Technical Safeguards (Access Controls, Transmission Security, etc.)" / "security_rule_technical" ["security rule technical safeguards", "technical safeguards"];
        AntiVirus = "Anti-Virus Software" / "anti_virus_software" ["antivirus"] until (2014, 12, 31);
        Biometrics = "Biometrics" / "biometrics" [] until (2014, 12, 31);
        EncryptedWireless = "Encrypted Wireless" / "encrypted_wireless" [] until (2014, 12, 31);
        Firewalls = "Firewalls" / "firewalls" ["firewall"] until (2014, 12, 31);
        IntrusionDetection = "Intrusion Detection" / "intrusion_detection" [] until (2014, 12, 31);
        LogicalAccess = "Logical Access Control" / "logical_access_control" [] until (2014, 12, 31);
        PacketFiltering = "Packet Filtering (router-based)" / "packet_filtering" ["packet filtering"] until (2014, 12, 31);
        PhysicalSecurity = "Physical Security" / "physical_security" [] until (2014, 12, 31);
        SecureBrowser = "Secure Browser Sessions" / "secure_browser_sessions" [] until (2014, 12, 31);
        StrongAuthentication = "Strong Authentication" / "strong_authentication" [] until (2014, 12, 31);
    }
}
