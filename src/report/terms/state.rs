//! States as the HIPAA rules define them (45 CFR 160.103): the fifty, DC and the five territories, with the ZIP prefixes that the Postal Service gives each.

use super::terms;

terms! {
    /// A State or territory, by its two-letter code.
    State, "State", {
        Al = "AL" / "al" ["alabama"];
        Ak = "AK" / "ak" ["alaska"];
        Az = "AZ" / "az" ["arizona"];
        Ar = "AR" / "ar" ["arkansas"];
        Ca = "CA" / "ca" ["california"];
        Co = "CO" / "co" ["colorado"];
        Ct = "CT" / "ct" ["connecticut"];
        De = "DE" / "de" ["delaware"];
        Dc = "DC" / "dc" ["district of columbia", "washington dc", "washington d.c.", "d.c."];
        Fl = "FL" / "fl" ["florida"];
        Ga = "GA" / "ga" ["georgia"];
        Hi = "HI" / "hi" ["hawaii"];
        Id = "ID" / "id" ["idaho"];
        Il = "IL" / "il" ["illinois"];
        In = "IN" / "in" ["indiana"];
        Ia = "IA" / "ia" ["iowa"];
        Ks = "KS" / "ks" ["kansas"];
        Ky = "KY" / "ky" ["kentucky"];
        La = "LA" / "la" ["louisiana"];
        Me = "ME" / "me" ["maine"];
        Md = "MD" / "md" ["maryland"];
        Ma = "MA" / "ma" ["massachusetts"];
        Mi = "MI" / "mi" ["michigan"];
        Mn = "MN" / "mn" ["minnesota"];
        Ms = "MS" / "ms" ["mississippi"];
        Mo = "MO" / "mo" ["missouri"];
        Mt = "MT" / "mt" ["montana"];
        Ne = "NE" / "ne" ["nebraska"];
        Nv = "NV" / "nv" ["nevada"];
        Nh = "NH" / "nh" ["new hampshire"];
        Nj = "NJ" / "nj" ["new jersey"];
        Nm = "NM" / "nm" ["new mexico"];
        Ny = "NY" / "ny" ["new york"];
        Nc = "NC" / "nc" ["north carolina"];
        Nd = "ND" / "nd" ["north dakota"];
        Oh = "OH" / "oh" ["ohio"];
        Ok = "OK" / "ok" ["oklahoma"];
        Or = "OR" / "or" ["oregon"];
        Pa = "PA" / "pa" ["pennsylvania"];
        Ri = "RI" / "ri" ["rhode island"];
        Sc = "SC" / "sc" ["south carolina"];
        Sd = "SD" / "sd" ["south dakota"];
        Tn = "TN" / "tn" ["tennessee"];
        Tx = "TX" / "tx" ["texas"];
        Ut = "UT" / "ut" ["utah"];
        Vt = "VT" / "vt" ["vermont"];
        Va = "VA" / "va" ["virginia"];
        Wa = "WA" / "wa" ["washington"];
        Wv = "WV" / "wv" ["west virginia"];
        Wi = "WI" / "wi" ["wisconsin"];
        Wy = "WY" / "wy" ["wyoming"];
        As = "AS" / "as" ["american samoa"];
        Gu = "GU" / "gu" ["guam"];
        Mp = "MP" / "mp" ["northern mariana islands", "commonwealth of the northern mariana islands", "cnmi"];
        Pr = "PR" / "pr" ["puerto rico", "commonwealth of puerto rico"];
        Vi = "VI" / "vi" ["virgin islands", "us virgin islands", "u.s. virgin islands", "usvi"];
    }
}

impl State {
    /// The State's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Al => "Alabama",
            Self::Ak => "Alaska",
            Self::Az => "Arizona",
            Self::Ar => "Arkansas",
            Self::Ca => "California",
            Self::Co => "Colorado",
            Self::Ct => "Connecticut",
            Self::De => "Delaware",
            Self::Dc => "District of Columbia",
            Self::Fl => "Florida",
            Self::Ga => "Georgia",
            Self::Hi => "Hawaii",
            Self::Id => "Idaho",
            Self::Il => "Illinois",
            Self::In => "Indiana",
            Self::Ia => "Iowa",
            Self::Ks => "Kansas",
            Self::Ky => "Kentucky",
            Self::La => "Louisiana",
            Self::Me => "Maine",
            Self::Md => "Maryland",
            Self::Ma => "Massachusetts",
            Self::Mi => "Michigan",
            Self::Mn => "Minnesota",
            Self::Ms => "Mississippi",
            Self::Mo => "Missouri",
            Self::Mt => "Montana",
            Self::Ne => "Nebraska",
            Self::Nv => "Nevada",
            Self::Nh => "New Hampshire",
            Self::Nj => "New Jersey",
            Self::Nm => "New Mexico",
            Self::Ny => "New York",
            Self::Nc => "North Carolina",
            Self::Nd => "North Dakota",
            Self::Oh => "Ohio",
            Self::Ok => "Oklahoma",
            Self::Or => "Oregon",
            Self::Pa => "Pennsylvania",
            Self::Ri => "Rhode Island",
            Self::Sc => "South Carolina",
            Self::Sd => "South Dakota",
            Self::Tn => "Tennessee",
            Self::Tx => "Texas",
            Self::Ut => "Utah",
            Self::Vt => "Vermont",
            Self::Va => "Virginia",
            Self::Wa => "Washington",
            Self::Wv => "West Virginia",
            Self::Wi => "Wisconsin",
            Self::Wy => "Wyoming",
            Self::As => "American Samoa",
            Self::Gu => "Guam",
            Self::Mp => "Northern Mariana Islands",
            Self::Pr => "Puerto Rico",
            Self::Vi => "Virgin Islands",
        }
    }

    /// Inclusive ranges of three-digit ZIP prefixes (USPS labelling list L002). A prefix that crosses a State line stands under both.
    pub fn zip_prefixes(self) -> &'static [(u16, u16)] {
        match self {
            Self::Al => &[(350, 352), (354, 369)],
            Self::Ak => &[(995, 999)],
            Self::Az => &[(850, 853), (855, 857), (859, 860), (863, 865)],
            Self::Ar => &[(716, 729)],
            Self::Ca => &[(900, 908), (910, 928), (930, 961)],
            Self::Co => &[(800, 816)],
            Self::Ct => &[(60, 69)],
            Self::De => &[(197, 199)],
            Self::Dc => &[(200, 200), (202, 205), (569, 569)],
            Self::Fl => &[(320, 339), (341, 342), (344, 344), (346, 347), (349, 349)],
            Self::Ga => &[(300, 319), (398, 399)],
            Self::Hi => &[(967, 968)],
            Self::Id => &[(832, 838)],
            Self::Il => &[(600, 620), (622, 629)],
            Self::In => &[(460, 479)],
            Self::Ia => &[(500, 516), (520, 528)],
            Self::Ks => &[(660, 662), (664, 679)],
            Self::Ky => &[(400, 427), (471, 471)],
            Self::La => &[(700, 701), (703, 708), (710, 714)],
            Self::Me => &[(39, 49)],
            Self::Md => &[(206, 212), (214, 219)],
            Self::Ma => &[(10, 27), (55, 55)],
            Self::Mi => &[(480, 499)],
            Self::Mn => &[(550, 551), (553, 567)],
            Self::Ms => &[(386, 397)],
            Self::Mo => &[(630, 631), (633, 641), (644, 658)],
            Self::Mt => &[(590, 599)],
            Self::Ne => &[(680, 681), (683, 693)],
            Self::Nv => &[(889, 891), (893, 895), (897, 898)],
            Self::Nh => &[(30, 38)],
            Self::Nj => &[(70, 89)],
            Self::Nm => &[(870, 871), (873, 884)],
            Self::Ny => &[(5, 5), (100, 149), (63, 63)],
            Self::Nc => &[(270, 289)],
            Self::Nd => &[(580, 588), (567, 567)],
            Self::Oh => &[(430, 459)],
            Self::Ok => &[(730, 731), (734, 741), (743, 749)],
            Self::Or => &[(970, 979)],
            Self::Pa => &[(150, 196)],
            Self::Ri => &[(28, 29)],
            Self::Sc => &[(290, 299)],
            Self::Sd => &[(570, 577)],
            Self::Tn => &[(370, 385)],
            Self::Tx => &[(733, 733), (750, 770), (772, 799), (885, 885)],
            Self::Ut => &[(840, 847)],
            Self::Vt => &[(50, 54), (56, 59)],
            Self::Va => &[(201, 201), (220, 246)],
            Self::Wa => &[(980, 986), (988, 994)],
            Self::Wv => &[(247, 268)],
            Self::Wi => &[(530, 532), (534, 535), (537, 549)],
            Self::Wy => &[(820, 831), (834, 834)],
            Self::As => &[(967, 967)],
            Self::Gu | Self::Mp => &[(969, 969)],
            Self::Pr => &[(6, 7), (9, 9)],
            Self::Vi => &[(8, 8)],
        }
    }
}
