//! `trends` as its user runs it: what it shows, what it refuses, and that its output is the same every time.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use serde_json::Value;
use support::run::{Run, folder, put, run, run_with};

const HISTORY: &str = "fixtures/datasets/history.csv";

fn trends(arguments: &[&str]) -> Run {
    run(&[&["trends"], arguments].concat())
}

fn json(run: &Run) -> Value {
    let value: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", run.out, run.err));
    let schema: Value = serde_json::from_str(breachlint::schema::TRENDS).expect("a schema");
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    let faults: Vec<String> = validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    value
}

fn codes(value: &Value) -> Vec<&str> {
    value["warnings"].as_array().expect("warnings").iter().map(|warning| warning["code"].as_str().expect("a code")).collect()
}

fn history() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/datasets/history.csv")).expect("the fixture")
}

/// The rows of the fixture that `keep` keeps, below its header.
fn rows(keep: impl Fn(&csv::StringRecord) -> bool) -> String {
    let text = history();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(reader.headers().expect("a header")).expect("written");
    for record in reader.records().map(|record| record.expect("a record")).filter(keep) {
        out.write_record(&record).expect("written");
    }
    String::from_utf8(out.into_inner().expect("written")).expect("text")
}

fn save(place: &tempfile::TempDir, name: &str, text: &str) -> String {
    put(place.path(), name, text.as_bytes()).display().to_string()
}

fn year(record: &csv::StringRecord) -> i32 {
    record[4][6..].parse().expect("a year")
}

/// Counts of the JSON against a second, plain reading of the fixture.
#[test]
fn counts_are_those_of_a_plain_reading() {
    let value = json(&trends(&[HISTORY, "--format", "json"]));
    let text = history();
    let records: Vec<csv::StringRecord> =
        csv::Reader::from_reader(text.as_bytes()).records().map(|record| record.expect("a record")).collect();
    let mut looked_at = 0;
    for series in value["series"].as_array().expect("series") {
        let (by, label, counting) = (series["by"].as_str(), series["label"].as_str().expect("a label"), series["counting"].as_str());
        let column = match by {
            Some("type") => 5,
            Some("location") => 6,
            Some("entity") => 2,
            Some("state") => 1,
            _ => continue,
        };
        if label.starts_with('(') {
            continue;
        }
        for point in series["points"].as_array().expect("points") {
            let counted = records.iter().filter(|record| {
                let parts: Vec<&str> = record[column].split(", ").collect();
                i64::from(year(record)) == point["year"].as_i64().expect("a year")
                    && if counting == Some("any") { parts.contains(&label) } else { record[column] == *label }
            });
            let individuals = counted.clone().map(|record| record[3].parse::<u64>().expect("a count")).sum::<u64>();
            assert_eq!(point["count"].as_u64(), Some(counted.count() as u64), "{by:?} {label} {counting:?} {point}");
            assert_eq!(point["individuals"].as_u64(), Some(individuals), "{by:?} {label} {point}");
            looked_at += 1;
        }
    }
    assert!(looked_at > 200, "{looked_at}");
}

#[test]
fn the_input_is_named_by_its_hash() {
    use sha2::{Digest, Sha256};
    let value = json(&trends(&[HISTORY, "--format", "json"]));
    let hash: String = Sha256::digest(history().as_bytes()).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    let source = &value["source"][0];
    assert_eq!(source["sha256"].as_str(), Some(&*hash));
    assert_eq!((source["rows"].as_u64(), source["list"].as_str()), (Some(history().lines().count() as u64 - 1), Some("both")));
    assert_eq!(value["period"]["whole"], serde_json::json!({ "first": 2013, "last": 2020 }));
    let partial: Vec<i64> = value["series"][0]["points"]
        .as_array()
        .expect("points")
        .iter()
        .filter(|point| point["partial"] == true)
        .map(|point| point["year"].as_i64().expect("a year"))
        .collect();
    assert_eq!(partial, [2012, 2021]);
}

#[test]
fn two_lists_are_one_history() {
    let place = folder();
    let closed = save(&place, "archive.csv", &rows(|record| !record[8].is_empty() || year(record) < 2019));
    let open = save(&place, "open.csv", &rows(|record| record[8].is_empty() && year(record) >= 2019));
    let joined = json(&trends(&[&closed, &open, "--format", "json"]));
    assert_eq!(joined["source"][0]["list"], "archive");
    assert_eq!(joined["source"][1]["list"], "under_investigation");
    assert_eq!(joined["series"][0]["total"], json(&trends(&[HISTORY, "--format", "json"]))["series"][0]["total"]);

    for (path, word) in [(&closed, "archive"), (&open, "investigation")] {
        let alone = trends(&[path, "--format", "json"]);
        let value = json(&alone);
        assert_eq!((alone.code, codes(&value)), (Some(1), vec!["one-list"]));
        assert!(value["warnings"][0]["message"].as_str().expect("a message").contains(word));
        assert!(value["series"].as_array().is_some_and(Vec::is_empty) && value["period"].is_null());
        let text = trends(&[path]);
        assert!(text.out.contains("error[one-list]") && text.out.contains("SHA-256") && !text.out.contains("Trend"), "{}", text.out);
    }
}

#[test]
fn one_list_saved_twice_is_refused() {
    let place = folder();
    let later = save(&place, "later.csv", &rows(|record| year(record) > 2014));
    let run = trends(&[HISTORY, &later, "--format", "json"]);
    assert_eq!((run.code, codes(&json(&run))), (Some(1), vec!["mixed-snapshots"]));
}

#[test]
fn few_years_are_counted_and_not_tested() {
    let run = trends(&[HISTORY, "--since", "2018", "--format", "json"]);
    let value = json(&run);
    assert_eq!(run.code, Some(1));
    // What is refused stands before what is only to be known.
    assert_eq!((codes(&value)[0], codes(&value).contains(&"partial-year")), ("too-few-years", true));
    for series in value["series"].as_array().expect("series") {
        assert!(series["stats"]["mann_kendall"].is_null() && !series["points"].as_array().expect("points").is_empty());
    }
}

#[test]
fn a_series_of_zeros_says_why_it_is_not_tested() {
    let value = json(&trends(&[HISTORY, "--since", "2015", "--by", "entity", "--format", "json"]));
    let text = rows(|record| &record[2] != "Healthcare Clearing House");
    let without = run_with(&["trends", "-", "--stdin-filename", "history.csv", "--by", "entity", "--format", "json"], text.as_bytes());
    let without = json(&without);
    let clearing = without["series"].as_array().expect("series").iter().find(|series| series["key"] == "healthcare_clearing_house");
    assert_eq!(clearing.expect("a series")["stats"]["refused"], "all_zero");
    assert!(
        value["series"]
            .as_array()
            .expect("series")
            .iter()
            .all(|series| series["by"] == "all" || series["by"] == "entity" || series["by"] == "business_associate")
    );
}

#[test]
fn the_break_is_warned_of_and_tested() {
    let value = json(&trends(&[HISTORY, "--by", "type", "--format", "json"]));
    assert!(codes(&value).contains(&"form-break") && value["break"] == 2015);
    let later = json(&trends(&[HISTORY, "--since", "2015", "--format", "json"]));
    assert!(!codes(&later).contains(&"form-break"));
    let other = json(&trends(&[HISTORY, "--break", "2016", "--count", "any", "--format", "json"]));
    assert!(other["break"] == 2016 && other["series"][0]["stats"]["break"]["level"].is_number());
    assert!(!codes(&other).contains(&"break-not-tested"));
    // The whole years are 2013 to 2020.
    let late = trends(&[HISTORY, "--break", "2019", "--format", "json"]);
    assert!(late.code == Some(0) && codes(&json(&late)).contains(&"break-not-tested"));
}

#[test]
fn what_the_descriptions_contradict_is_counted_twice() {
    let value = json(&trends(&[HISTORY, "--count", "any", "--format", "json"]));
    let reading = &value["reading"];
    assert!(reading["type_moved"].as_u64() > Some(3) && reading["type_read"].as_u64() > reading["type_moved"].as_u64(), "{reading}");
    let rows = value["sensitivity"].as_array().expect("rows");
    let moved: Vec<i64> =
        rows.iter().filter(|row| row["by"] == "type").map(|row| row["count_difference"].as_i64().expect("a number")).collect();
    // Types move from one to another: nothing is gained or lost, unless a report of several types becomes one of one.
    assert_eq!(moved.iter().sum::<i64>(), 0);
    assert!(moved.iter().any(|&count| count > 0));
    let hacking = rows.iter().find(|row| row["key"] == "hacking_it_incident").expect("a row");
    let (filed, read) = hacking["years"].as_array().expect("years").iter().fold((0, 0), |(filed, read), year| {
        (filed + year["filed"].as_u64().expect("a count"), read + year["read"].as_u64().expect("a count"))
    });
    assert_eq!((Some(filed), Some(read)), (hacking["filed"]["count"].as_u64(), hacking["read"]["count"].as_u64()));
}

#[test]
fn a_canonical_file_gives_the_same_figures() {
    let place = folder();
    let canonical = place.path().join("canonical.csv").display().to_string();
    assert_eq!(run(&["normalize", HISTORY, "-o", &canonical]).code, Some(0));
    let (raw, normalized) = (json(&trends(&[HISTORY, "--format", "json"])), json(&trends(&[&canonical, "--format", "json"])));
    for part in ["period", "series", "sizes", "pairs", "reading", "sensitivity"] {
        assert_eq!(raw[part], normalized[part], "{part}");
    }
}

#[test]
fn persistence_is_never_called_a_trend() {
    let run = trends(&[HISTORY, "--format", "text"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let (before, after) = run.out.split_once("Persistence of the monthly counts (not a trend)").expect("a heading");
    assert!(!before.contains("autoregression") && after.contains("first-order autoregression"));
    assert!(run.out.contains('▁') && run.out.contains("2012*") && run.out.contains("2021*"), "{}", run.out);
}

#[test]
fn published_figures_stand_beside_ours_with_a_reason() {
    for key in ["mccoy2018", "jmir2024", "jiang2025", "liu2015", "hipaajournal"] {
        let value = json(&trends(&[HISTORY, "--compare", key, "--format", "json"]));
        assert_eq!(value["comparison"]["key"], key);
        assert!(trends(&[HISTORY, "--compare", key]).out.contains("Beside what is published"));
    }
    // The fixture begins in 2012: what covers 2021's halves or earlier years is not there.
    let value = json(&trends(&[HISTORY, "--compare", "mccoy2018", "--format", "json"]));
    let figures = value["comparison"]["figures"].as_array().expect("figures");
    let of = |what: &str| figures.iter().find(|figure| figure["what"] == what).expect("a figure");
    assert!(of("reports")["ours"].is_null());
    let counted = f64::from(u32::try_from(rows(|record| year(record) == 2017).lines().count() - 1).expect("a small file"));
    assert_eq!(of("reports of 2017")["ours"].as_f64(), Some(counted));
    assert_eq!(of("reports of 2017")["difference"].as_f64(), Some(counted - 344.0));
}

#[test]
fn csv_has_a_line_a_series_and_year() {
    let run = trends(&[HISTORY, "--format", "csv"]);
    let value = json(&trends(&[HISTORY, "--format", "json"]));
    let mut reader = csv::Reader::from_reader(run.out.as_bytes());
    let lines: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a record")).collect();
    let points: usize =
        value["series"].as_array().expect("series").iter().map(|series| series["points"].as_array().expect("points").len()).sum();
    assert_eq!(lines.len(), points);
    let first = &value["series"][0]["points"][1];
    assert_eq!(lines[1][6], first["count"].to_string());
    assert_eq!(lines[1][10].parse::<f64>().ok(), first["median"].as_f64());
}

#[test]
fn the_page_has_a_table_and_words_for_every_chart_and_loads_nothing() {
    let page = trends(&[HISTORY, "--format", "html"]).out;
    let charts = page.matches("<svg ").count();
    assert_eq!(charts, 10, "all, sizes, three lines, presence, shares, two slopes, heat");
    assert_eq!(
        (page.matches("role=\"img\"").count(), page.matches("<title id=").count(), page.matches("<desc id=").count()),
        (charts, charts, charts)
    );
    assert!(page.matches("<table").count() >= charts);
    for forbidden in ["<script", "src=", "http://", "https://", "@import", "url("] {
        let loads = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "").contains(forbidden);
        assert!(!loads, "{forbidden}");
    }
    let mut ids: Vec<&str> = page.match_indices(" id=\"").map(|(at, _)| page[at + 5..].split('"').next().expect("an id")).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "an id stands twice: {ids:?}");
    roxmltree::Document::parse(&page[page.find("<svg ").expect("a chart")..page.find("</svg>").expect("its end") + 6])
        .expect("a chart is XML");
}

#[test]
fn words_of_a_chart_speak_of_whole_years_and_names_of_colours_stand_beside_it() {
    let page = trends(&[HISTORY, "--format", "html"]).out;
    let described =
        page.split_once("<desc id=\"chart-type-description\">").and_then(|(_, rest)| rest.split_once("</desc>")).expect("words").0;
    assert!(described.starts_with("Reports a year from 2013 to 2020. "), "{described}");
    let shares =
        page.split_once("<desc id=\"chart-shares-description\">").and_then(|(_, rest)| rest.split_once("</desc>")).expect("words").0;
    assert!(
        shares.contains(" % in 2013, ") && shares.contains(" % in 2020") && !shares.contains("2012") && !shares.contains("2021"),
        "{shares}"
    );
    // Three kinds of lines with several series, the presence of a business associate, and the shares.
    assert_eq!(page.matches("<p class=\"names\"").count(), 5);
    assert!(page.contains("<td data-head=\"SHA-256\">"));
}

#[test]
fn lines_of_text_keep_days_and_paths_whole() {
    let text = history();
    let name = "a-list-of-the-public-record-with-a-rather-long-name/that-was-saved-in-march.csv";
    let out = run_with(&["trends", "-", "--stdin-filename", name], text.as_bytes()).out;
    assert!(out.contains(name), "{out}");
    assert!(out.lines().all(|line| !line.ends_with('-')), "{out}");
}

#[test]
fn names_in_the_input_do_not_reach_the_report() {
    for format in ["text", "json", "csv", "html"] {
        let out = trends(&[HISTORY, "--format", format]).out;
        assert!(!out.contains("Meadow") && !out.contains("Ransomware"), "{format}");
    }
}

#[test]
fn output_is_the_same_for_any_number_of_threads() {
    for format in ["text", "json", "csv", "html"] {
        let one = trends(&[HISTORY, "--format", format, "--threads", "1"]);
        assert!(one.out.len() > 1000, "{format}: {}", one.err);
        for threads in ["1", "2", "7"] {
            assert!(trends(&[HISTORY, "--format", format, "--threads", threads]).out == one.out, "{format} on {threads}");
        }
    }
}

#[test]
fn a_request_that_cannot_be_met_ends_with_its_code() {
    let late = trends(&[HISTORY, "--since", "2040"]);
    assert!(late.code == Some(3) && late.err.contains("in the years asked for"), "{}", late.err);
    let undated = format!("{}Gorse Bay Clinic,OH,Healthcare Provider,700,soon,Theft,Laptop,No,\n", rows(|_| false));
    let undated = run_with(&["trends", "-", "--stdin-filename", "list.csv"], undated.as_bytes());
    assert!(undated.code == Some(3) && undated.err.contains("no row has a readable day of submission"), "{}", undated.err);
    assert_eq!(trends(&["fixtures/reports/provider-large.yaml"]).code, Some(3));
    assert_eq!(trends(&["no-such-file.csv"]).code, Some(3));
    assert_eq!(trends(&[HISTORY, "--by", "colour"]).code, Some(2));
    assert_eq!(trends(&[HISTORY, "--since", "then"]).code, Some(2));
}

#[test]
fn rows_that_cannot_be_counted_are_said() {
    let text = format!("{}Gorse Bay Clinic,OH,Healthcare Provider,700,soon,Theft,Laptop,No,\n", history());
    let run = run_with(&["trends", "-", "--stdin-filename", "history.csv", "--format", "json"], text.as_bytes());
    let value = json(&run);
    assert!(codes(&value).contains(&"rows-not-counted"));
    assert_eq!(value["source"][0]["not_counted"], 1);
    let counted = value["series"][0]["total"]["count"].as_u64();
    assert_eq!(counted.map(|count| count + 1), value["source"][0]["rows"].as_u64());
}

/// Real exports, where a folder of them is named: every list is taken for what it is, and snapshots that mix are refused.
#[test]
fn real_exports_are_known_and_counted() {
    let Some(data) = std::env::var_os("BREACHLINT_DATA") else {
        println!("not run: BREACHLINT_DATA names no folder of exports");
        return;
    };
    let path = |name: &str| std::path::Path::new(&data).join("ocr").join(name).display().to_string();
    let list = |name: &str| json(&trends(&[&path(name), "--format", "json"]))["source"][0]["list"].as_str().expect("a list").to_owned();
    for (name, expected) in [
        ("2017-11-archive-mojibake-utf8.csv", "unknown"),
        ("2019-03-archive-excel.csv", "archive"),
        ("2020-08-archive.csv", "archive"),
        ("2020-10-archive.csv", "archive"),
        ("2020-08-under-investigation.csv", "under_investigation"),
        ("2020-10-under-investigation.csv", "under_investigation"),
        ("2021-03-under-investigation.csv", "under_investigation"),
        ("2021-03-all.csv", "both"),
    ] {
        assert_eq!(list(name), expected, "{name}");
    }
    let pair = |one: &str, other: &str| trends(&[&path(one), &path(other), "--format", "json"]);
    let of_one_day = pair("2020-10-archive.csv", "2020-10-under-investigation.csv");
    assert_eq!(of_one_day.code, Some(0), "{:?}", codes(&json(&of_one_day)));
    for (one, other) in [
        ("2020-10-archive.csv", "2020-08-under-investigation.csv"),
        ("2020-08-archive.csv", "2020-10-archive.csv"),
        ("2021-03-all.csv", "2021-03-under-investigation.csv"),
    ] {
        assert_eq!(codes(&json(&pair(one, other))), ["mixed-snapshots"], "{one} {other}");
    }
    let page = trends(&[&path("2021-03-all.csv"), "--format", "html"]);
    assert_eq!(page.code, Some(0));
    assert!(page.out == trends(&[&path("2021-03-all.csv"), "--format", "html", "--threads", "3"]).out);
}
