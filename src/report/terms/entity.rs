//! Lists of the form's Contact screen.

use super::terms;

terms! {
    /// Type of Covered Entity. `Business Associate` stands in the public export where a business associate filed.
    EntityType, "type of covered entity", {
        BusinessAssociate = "Business Associate" / "business_associate" [];
        HealthPlan = "Health Plan" / "health_plan" ["healthplan", "health insurer", "payer", "insurer"];
        ClearingHouse = "Healthcare Clearing House" / "healthcare_clearing_house" ["healthcare clearinghouse", "health care clearing house", "health care clearinghouse", "clearinghouse", "clearing house"];
        Provider = "Healthcare Provider" / "healthcare_provider" ["health care provider", "provider", "hospital", "clinic", "physician practice"];
    }
}

terms! {
    /// Usage of a contact's telephone.
    PhoneUsage, "telephone usage", {
        HomeOrCell = "Home/Cell" / "home_cell" ["home", "cell", "mobile", "cell phone", "personal"];
        Work = "Work" / "work" ["office", "business"];
    }
}

terms! {
    /// Whether the business associate is the covered entity's agent under the federal common law of agency.
    Agent, "answer", {
        Yes = "yes" / "yes" ["y", "true"];
        No = "no" / "no" ["n", "false"];
        Unknown = "unknown" / "unknown" ["not known", "unsure"];
    }
}
