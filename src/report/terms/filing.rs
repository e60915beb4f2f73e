//! Lists of the form's General screen, and who files.

use super::terms;

terms! {
    /// Which of OCR's two forms is filed.
    Form, "form", {
        Hipaa = "HIPAA Breach" / "hipaa" ["hipaa", "hipaa breach report"];
        Part2 = "42 CFR Part 2 Breach" / "part_2" ["part 2", "part 2 breach", "part 2 record breach"];
    }
}

terms! {
    /// Report Type.
    ReportType, "report type", {
        Initial = "Initial Breach Report" / "initial" ["initial", "initial report", "new"];
        Addendum = "Addendum to Previous Report" / "addendum" ["addendum", "addendum to previous breach report", "amendment", "update"];
    }
}

terms! {
    /// Who files, and for whom.
    Filer, "filer", {
        CoveredEntity = "Covered Entity filing for its own organization" / "covered_entity" ["covered entity", "ce"];
        BusinessAssociate = "Business Associate filing on behalf of a Covered Entity" / "business_associate" ["business associate", "ba"];
        CoveredEntityForAssociate = "Covered Entity filing because its Business Associate experienced the breach" / "covered_entity_for_business_associate" ["covered entity for business associate", "ce for ba"];
        Program = "Part 2 Program filing for its own organization" / "part_2_program" ["part 2 program"];
        ServiceOrganization = "Qualified Service Organization filing on behalf of a Part 2 Program" / "qualified_service_organization" ["qualified service organization", "qso"];
        ProgramForServiceOrganization = "Part 2 Program filing because its Qualified Service Organization experienced the breach" / "part_2_program_for_qso" ["part 2 program for qso"];
    }
}

impl Filer {
    /// Whether a business associate (or qualified service organization) files or had the breach.
    pub fn involves_associate(self) -> bool {
        !matches!(self, Self::CoveredEntity | Self::Program)
    }

    /// Whether the business associate itself files, for one or more covered entities.
    pub fn is_associate(self) -> bool {
        matches!(self, Self::BusinessAssociate | Self::ServiceOrganization)
    }

    /// Whether the role is one of the Part 2 form's.
    pub fn is_part_2(self) -> bool {
        matches!(self, Self::Program | Self::ServiceOrganization | Self::ProgramForServiceOrganization)
    }
}

terms! {
    /// Breach Affecting.
    Affecting, "breach affecting", {
        FiveHundredOrMore = "500 or More Individuals" / "500_or_more" ["500 or more", "500+", ">=500"];
        FewerThanFiveHundred = "Fewer Than 500 Individuals" / "fewer_than_500" ["fewer than 500", "less than 500", "<500", "under 500"];
    }
}
