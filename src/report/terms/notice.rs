//! Lists of the form's Notice of Breach and Actions Taken screen, and of the worksheet behind it.

use super::terms;

terms! {
    /// How many individuals got substitute notice.
    SubstituteSize, "substitute notice size", {
        FewerThanTen = "Fewer than 10" / "fewer_than_10" ["less than 10", "<10", "under 10"];
        TenOrMore = "10 or more" / "10_or_more" ["10+", ">=10"];
    }
}

terms! {
    /// How individual notice was given.
    IndividualMethod, "individual notice method", {
        Mail = "First-class mail" / "first_class_mail" ["mail", "first class mail", "letter", "usps"];
        Email = "Email" / "email" ["e-mail", "electronic mail"];
        Telephone = "Telephone" / "telephone" ["phone", "call"];
    }
}

terms! {
    /// How substitute notice was given.
    SubstituteMethod, "substitute notice method", {
        WebPosting = "Web site posting for 90 days" / "web_posting" ["web posting", "website posting", "website", "home page"];
        MajorMedia = "Major print or broadcast media" / "major_media" ["print", "broadcast", "newspaper", "media"];
        OtherWritten = "Other written notice" / "other_written" ["written"];
        Telephone = "Telephone" / "telephone" ["phone"];
        Other = "Other" / "other" [];
    }
}

terms! {
    /// How media notice was given.
    MediaMethod, "media notice method", {
        PressRelease = "Press release to prominent media outlets" / "press_release" ["press release", "prominent media outlets", "newspaper", "television", "radio"];
        OwnWebSite = "Posting on own web site" / "own_web_site" ["web site", "website", "web posting"];
        OutletElsewhere = "Media outlet not serving the State" / "outlet_elsewhere" [];
    }
}

terms! {
    /// The form of a law-enforcement official's statement.
    StatementForm, "statement form", {
        Oral = "Oral" / "oral" ["verbal"];
        Written = "Written" / "written" ["in writing"];
    }
}

terms! {
    /// Actions Taken in Response to Breach.
    Action, "actions taken", {
        Encryption = "Adopted encryption technologies" / "adopted_encryption" ["encryption", "adopted encryption"];
        Passwords = "Changed password/strengthened password requirements" / "changed_passwords" ["changed passwords", "changed password", "strengthened password requirements"];
        RiskManagementPlan = "Created a new/updated Security Rule Risk Management Plan" / "risk_management_plan" ["risk management plan"];
        TechnicalSafeguards = "Implemented new technical safeguards" / "new_technical_safeguards" ["new technical safeguards"];
        PeriodicEvaluations = "Implemented periodic technical and nontechnical evaluations" / "periodic_evaluations" ["periodic evaluations", "implemented periodic technical and non-technical evaluations"];
        PhysicalSecurity = "Improved physical security" / "improved_physical_security" ["physical security"];
        RiskAnalysis = "Performed a new/updated Security Rule Risk Analysis" / "risk_analysis" ["risk analysis"];
        AssociateTraining = "Provided business associate with additional training on HIPAA requirements" / "business_associate_training" ["business associate training"];
        CreditMonitoring = "Provided individuals with free credit monitoring" / "credit_monitoring" ["credit monitoring", "free credit monitoring"];
        RevisedContracts = "Revised business associate contracts" / "revised_contracts" ["revised contracts"];
        RevisedPolicies = "Revised policies and procedures" / "revised_policies" ["revised policies", "policies and procedures"];
        Sanctioned = "Sanctioned workforce members involved (including termination)" / "sanctioned_workforce" ["sanctioned workforce", "sanctions", "terminated employee"];
        Mitigated = "Took steps to mitigate harm" / "mitigated_harm" ["mitigation", "mitigated harm"];
        Trained = "Trained or retrained workforce members" / "trained_workforce" ["training", "retraining", "trained workforce"];
        Other = "Other" / "other" [];
    }
}
