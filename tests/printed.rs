//! Numbers that R and Python printed for published counts, each beside ours. They stand outside this repository: `BREACHLINT_GOLDEN` names their folder,
//! which holds `ref_R.txt`, `ar_all.txt`, `trend_2015_2023.txt` and the counts, `monthly_all.csv` and `counts_by_year_type_any.csv`. Left out: what
//! `auto.arima` printed of the orders that it picked, and the medians of sizes, which rest on the export.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use breachlint::trends::stats::{Estimate, least_squares, mann_kendall, pearson, persistence, rate, theil_sen};

/// What each statistic is of ours, by the name that it has here.
type Ours = BTreeMap<String, f64>;

/// One printed number beside ours; none where `trends` does not report it.
struct Row {
    place: String,
    printed: String,
    ours: Option<f64>,
}

/// A number as it was printed, and half a unit of its last digit.
fn number(printed: &str) -> (f64, f64) {
    let (digits, power) = printed.split_once('e').unwrap_or((printed, "0"));
    let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let decimals = i32::try_from(decimals).expect("a few digits");
    let power: i32 = power.parse().expect("a power");
    (printed.parse().expect("a number"), 0.5 * 10_f64.powi(power - decimals))
}

impl Row {
    /// How far ours is from what was printed, and whether that is more than the printing hides: half a digit, and 1e-6 of a statistic or a millionth of
    /// a p-value.
    fn judged(&self) -> Option<(f64, bool)> {
        let ours = self.ours?;
        if let Some(limit) = self.printed.strip_prefix('<') {
            let limit: f64 = limit.trim().parse().expect("a limit");
            return Some((0.0, ours < limit));
        }
        let (theirs, half) = number(&self.printed);
        let is_p = self.place.ends_with(" p");
        let allowed = half * (1.0 + 1e-9) + if is_p { 1e-6 * theirs } else { 1e-6 };
        Some((ours - theirs, (ours - theirs).abs() <= allowed))
    }
}

/// A number in ten digits.
fn digits(value: f64) -> String {
    if (1e-4..1e9).contains(&value.abs()) { format!("{value:.8}") } else { format!("{value:.9e}") }
}

fn text(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The columns of a table of counts, by name.
fn columns(folder: &Path, name: &str) -> BTreeMap<String, Vec<f64>> {
    let text = text(folder, name);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let mut columns: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for record in reader.records() {
        for (name, cell) in header.iter().zip(&record.expect("a record")).skip(1) {
            columns.entry(name.to_owned()).or_default().push(cell.parse().expect("a count"));
        }
    }
    columns
}

fn put(ours: &mut Ours, name: &str, estimate: &Estimate) {
    for (part, value) in [("estimate", estimate.value), ("error", estimate.error), ("z", estimate.z), ("p", estimate.p)] {
        ours.insert(format!("{name} {part}"), value);
    }
}

/// What is said of monthly counts.
fn months(values: &[f64]) -> Ours {
    let mut ours = Ours::new();
    for (with_line, model) in [(false, "level"), (true, "line")] {
        let fit = persistence(values, with_line).expect("a fit");
        put(&mut ours, &format!("{model} ar1"), &fit.coefficient);
        put(&mut ours, &format!("{model} intercept"), &fit.level);
        if let Some(slope) = &fit.slope {
            put(&mut ours, &format!("{model} t"), slope);
        }
        ours.insert(format!("{model} loglik"), fit.log_likelihood);
        ours.insert(format!("{model} aic"), fit.aic);
    }
    let line = least_squares(values).expect("a line");
    let correlation = pearson(values).expect("a correlation");
    let kendall = mann_kendall(values).expect("a test");
    let degrees = f64::from(u32::try_from(values.len()).expect("few")) - 2.0;
    let t = correlation.r * (degrees / (1.0 - correlation.r * correlation.r)).sqrt();
    for (name, value) in [
        ("lm slope", line.slope),
        ("lm p", line.p),
        ("pearson t", t),
        ("pearson df", degrees),
        ("pearson p", correlation.p),
        ("pearson low", correlation.low),
        ("pearson high", correlation.high),
        ("pearson r", correlation.r),
        ("kendall z", kendall.plain_z),
        ("kendall p", kendall.plain_p),
        ("kendall tau", kendall.tau_b),
    ] {
        ours.insert(name.to_owned(), value);
    }
    ours
}

/// What is said of yearly counts.
fn years(values: &[f64]) -> Ours {
    let line = least_squares(values).expect("a line");
    let kendall = mann_kendall(values).expect("a test");
    let rate = rate(values).expect("a rate");
    let mut ours: Ours = [
        ("(Intercept) estimate", line.intercept),
        ("(Intercept) error", line.intercept_error),
        ("(Intercept) t", line.intercept / line.intercept_error),
        ("yr estimate", line.slope),
        ("yr error", line.error),
        ("yr t", line.slope / line.error),
        ("yr p", line.p),
        ("R2", line.r_squared),
        ("kendall taub", kendall.tau_b),
        ("kendall p", kendall.plain_p),
        ("poisson b", rate.poisson.ratio.ln()),
        ("poisson se", rate.poisson.error),
        ("poisson IRR", rate.poisson.ratio),
        ("poisson disp", rate.dispersion),
        ("poisson dev", rate.poisson.deviance),
        ("poisson aic", rate.poisson.aic),
        ("quasi se", rate.poisson.quasi_error),
        ("quasi p", rate.poisson.quasi_p),
        ("sen", theil_sen(values).expect("a slope").slope),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into();
    if let Some(fit) = rate.negative_binomial {
        for (name, value) in [
            ("nb b", fit.ratio.ln()),
            ("nb se", fit.error),
            ("nb theta", fit.theta),
            ("nb se.theta", fit.theta_error),
            ("nb 2ll", fit.twice_log_likelihood),
            ("nb aic", fit.aic),
            ("nb IRR", fit.ratio),
            ("nb ci low", rate.low),
            ("nb ci high", rate.high),
        ] {
            ours.insert(name.to_owned(), value);
        }
    }
    ours
}

/// Collects the rows of one file.
struct Sheet {
    rows: Vec<Row>,
    series: String,
    ours: Ours,
}

impl Sheet {
    fn new() -> Self {
        Self { rows: Vec::new(), series: String::new(), ours: Ours::new() }
    }

    fn begin(&mut self, series: &str, ours: Ours) {
        series.clone_into(&mut self.series);
        self.ours = ours;
    }

    fn add(&mut self, statistic: &str, printed: &str) {
        let place = format!("{}: {statistic}", self.series);
        self.rows.push(Row { place, printed: printed.trim_matches([',', ' ']).to_owned(), ours: self.ours.get(statistic).copied() });
    }

    /// A line such as `poisson b 0.1 se 0.2`, whose first word names the model.
    fn named(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let Some((&model, mut rest)) = words.split_first() else { return };
        while let [name, value, further @ ..] = rest {
            self.add(&format!("{model} {}", if *name == "ci" { "ci low" } else { name }), value);
            rest = further;
            if let ("ci", [high, further @ ..]) = (*name, further) {
                self.add(&format!("{model} ci high"), high);
                rest = further;
            }
        }
    }
}

/// Numbers of a line of a table, `< 2.2e-16` as one, without the stars behind them.
fn cells(line: &str) -> Vec<String> {
    let joined = line.replace("< ", "<");
    joined.split_whitespace().skip(1).filter(|word| word.trim_start_matches('<').parse::<f64>().is_ok()).map(str::to_owned).collect()
}

/// A table of `coeftest`: whether it is one of ours is told by its rows.
fn coefficients(sheet: &mut Sheet, rows: &[&str]) {
    let names: Vec<&str> = rows.iter().filter_map(|row| row.split_whitespace().next()).collect();
    let model = match names.as_slice() {
        ["ar1", "intercept"] => "level",
        ["ar1", "intercept", "t"] => "line",
        _ => "other order",
    };
    for (row, name) in rows.iter().zip(names) {
        for (part, cell) in ["estimate", "error", "z", "p"].iter().zip(cells(row)) {
            sheet.add(&format!("{model} {name} {part}"), &cell);
        }
    }
}

/// What R printed of monthly and yearly counts.
fn printed_by_r(text: &str, monthly: &[f64]) -> Vec<Row> {
    let mut sheet = Sheet::new();
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    let mut family = "";
    while let Some(&line) = lines.get(at) {
        at += 1;
        if let Some(title) = line.strip_prefix("### ") {
            let count: usize = title.rsplit('=').next().and_then(|count| count.trim().parse().ok()).expect("a number of months");
            sheet.begin(&format!("hacking, {count} months"), months(&monthly[..count]));
        } else if let Some(title) = line.strip_prefix("## ") {
            let is_count = |word: &&str| word.chars().all(|letter| letter.is_ascii_digit());
            let counts: Vec<f64> = title.split_whitespace().filter(is_count).map(|word| word.parse().expect("a count")).collect();
            let name: Vec<&str> = title.split_whitespace().filter(|word| !is_count(word)).collect();
            sheet.begin(&name.join(" "), years(&counts));
        } else if line.contains("Pearson's") {
            family = "pearson";
        } else if line.contains("Kendall's") {
            family = "kendall";
        } else if line.contains("Kruskal-Wallis rank") {
            family = "kruskal";
            sheet.begin("sizes", Ours::new());
        } else if line.contains("Estimate Std. Error z value") {
            let rows: Vec<&str> = lines[at..].iter().copied().take_while(|row| !row.starts_with("---")).collect();
            at += rows.len();
            coefficients(&mut sheet, &rows);
        } else if line.starts_with("(Intercept)") || line.starts_with("yr ") {
            let name = line.split_whitespace().next().expect("a name");
            for (part, cell) in ["estimate", "error", "t", "p"].iter().zip(cells(line)) {
                sheet.add(&format!("{name} {part}"), &cell);
            }
        } else if let Some(value) = line.strip_prefix("R2 ") {
            sheet.add("R2", value);
        } else if ["kendall ", "poisson ", "quasi ", "nb "].iter().any(|model| line.starts_with(model)) {
            sheet.named(line);
        } else if let Some(rest) = line.strip_prefix("loglik ") {
            let (likelihood, aic) = rest.split_once(" aic ").expect("both");
            sheet.add("level loglik", likelihood);
            sheet.add("level aic", aic);
        } else if line.contains("p-value") {
            for part in line.split(", ") {
                let (name, value) = part.split_once(['=', '<']).expect("a number");
                let name = match name.trim() {
                    "p-value" => "p",
                    "Kruskal-Wallis chi-squared" => "H",
                    name => name,
                };
                let limit = if part.contains('<') { "<" } else { "" };
                sheet.add(&format!("{family} {name}"), &format!("{limit}{}", value.trim()));
            }
        } else if line.starts_with("95 percent") {
            for (end, value) in ["low", "high"].iter().zip(lines[at].split_whitespace()) {
                sheet.add(&format!("{family} {end}"), value);
            }
        } else if ["cor", "tau"].contains(&line.trim()) {
            sheet.add(if line.trim() == "cor" { "pearson r" } else { "kendall tau" }, lines[at]);
        }
    }
    sheet.rows
}

/// Lines such as `ALL  ar1=0.75 z=13.55 p=7.6e-42 | lm slope/month=0.31 p=3.4e-30 r=0.776 | tau=0.654`.
fn printed_of_months(text: &str, monthly: &BTreeMap<String, Vec<f64>>) -> Vec<Row> {
    let mut sheet = Sheet::new();
    let mut last = String::new();
    let month_of = |last: &str| {
        let (year, month) = last.split_once('-').expect("a month");
        (year.parse::<usize>().expect("a year") - 2010) * 12 + month.parse::<usize>().expect("a month")
    };
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## .. ") {
            title.trim().clone_into(&mut last);
            continue;
        }
        let (name, rest) = line.split_at(line.find("ar1=").expect("a coefficient"));
        let name = name.trim();
        sheet.begin(&format!("{name}, to {last}"), months(&monthly[name][..month_of(&last)]));
        for (part, names) in rest.split('|').zip([
            ["level ar1 estimate", "level ar1 z", "level ar1 p"].as_slice(),
            ["lm slope", "lm p", "pearson r"].as_slice(),
            ["kendall tau"].as_slice(),
        ]) {
            for (word, name) in part.split_whitespace().filter_map(|word| word.split_once('=')).zip(names) {
                sheet.add(name, word.1);
            }
        }
    }
    sheet.rows
}

/// Lines such as `total  n=9 tau_b=1.000 p=0.00017 | quasi-Poisson IRR=1.144 disp=6.97 p=5.5e-05 | NB IRR=1.150 theta=129.5 | sen=64.39`.
fn printed_since_2015(text: &str, yearly: &BTreeMap<String, Vec<f64>>) -> Vec<Row> {
    let mut sheet = Sheet::new();
    for line in text.lines() {
        let (name, rest) = line.split_at(line.find(" n=").expect("a number of years"));
        // From 2009 on; 2015 is the seventh, and 2024 is no whole year.
        sheet.begin(&format!("{} since 2015", name.trim()), years(&yearly[name.trim()][6..15]));
        for (part, names) in rest.split('|').zip([
            ["n", "kendall taub", "kendall p"].as_slice(),
            ["poisson IRR", "poisson disp", "quasi p"].as_slice(),
            ["nb IRR", "nb theta"].as_slice(),
            ["sen"].as_slice(),
        ]) {
            for (word, name) in part.split_whitespace().filter_map(|word| word.split_once('=')).zip(names).filter(|one| *one.1 != "n") {
                sheet.add(name, word.1);
            }
        }
    }
    sheet.rows
}

#[test]
fn every_printed_number_is_ours_to_its_last_digit() {
    let Some(folder) = std::env::var_os("BREACHLINT_GOLDEN").map(PathBuf::from) else {
        println!("not run: BREACHLINT_GOLDEN names no folder with what R and Python printed");
        return;
    };
    let monthly = columns(&folder, "monthly_all.csv");
    let yearly = columns(&folder, "counts_by_year_type_any.csv");
    let files = [
        ("ref_R.txt", printed_by_r(&text(&folder, "ref_R.txt"), &monthly["type:Hacking/IT Incident"])),
        ("ar_all.txt", printed_of_months(&text(&folder, "ar_all.txt"), &monthly)),
        ("trend_2015_2023.txt", printed_since_2015(&text(&folder, "trend_2015_2023.txt"), &yearly)),
    ];
    let mut apart = Vec::new();
    let mut compared = 0;
    println!("{:<22}{:<58}{:>16}{:>24}{:>12}", "file", "number", "reference", "ours", "difference");
    for (file, rows) in &files {
        let mut not_reported = 0;
        for row in rows {
            let Some((difference, agrees)) = row.judged() else {
                not_reported += 1;
                println!("{file:<22}{:<58}{:>16}{:>24}", row.place, row.printed, "not reported");
                continue;
            };
            compared += 1;
            println!("{file:<22}{:<58}{:>16}{:>24}{difference:>12.1e}", row.place, row.printed, row.ours.map_or_else(String::new, digits));
            if !agrees {
                apart.push(format!("{file} {}: {} against {:?}", row.place, row.printed, row.ours));
            }
        }
        println!("{file}: {} numbers, {not_reported} not reported by trends", rows.len());
    }
    println!("{compared} numbers compared, {} of them apart", apart.len());
    assert!(apart.is_empty(), "{apart:#?}");
    assert!(compared > 600, "{compared}");
}

#[test]
fn a_printed_number_hides_half_of_its_last_digit() {
    assert_eq!(number("12"), (12.0, 0.5));
    let (value, half) = number("-3.85e-05");
    assert!((value + 3.85e-5).abs() < 1e-12 && (half - 5e-8).abs() < 1e-15, "{value} {half}");
    let judged = |printed: &str, ours| Row { place: "a: z".to_owned(), printed: printed.to_owned(), ours: Some(ours) }.judged();
    assert!(judged("0.84", 0.8449).is_some_and(|(_, agrees)| agrees));
    assert!(judged("0.84", 0.8451).is_some_and(|(_, agrees)| !agrees));
    assert!(judged("<2.2e-16", 1e-20).is_some_and(|(_, agrees)| agrees));
    assert!(judged("<2.2e-16", 1e-15).is_some_and(|(_, agrees)| !agrees));
}
