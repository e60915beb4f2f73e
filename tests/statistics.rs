//! Every statistic of `trends` against R and Python, on the numbers in `fixtures/statistics`: `reference.R` there writes what R makes of them.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use breachlint::trends::stats::{
    Correlation, Estimate, Line, MannKendall, kruskal_wallis, least_squares, mann_kendall, mean, pearson, persistence, rate, skewness,
    spearman, theil_sen,
};

type Columns = Vec<(String, Vec<f64>)>;
type Numbers = BTreeMap<String, f64>;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/statistics").join(name)
}

/// The columns of a table of numbers, but for the first, which names the rows.
fn columns(path: &Path) -> Columns {
    let mut reader = csv::Reader::from_path(path).expect("a table");
    let mut columns: Columns = reader.headers().expect("a header").iter().skip(1).map(|name| (name.to_owned(), Vec::new())).collect();
    for record in reader.records() {
        for (column, cell) in columns.iter_mut().zip(record.expect("a record").iter().skip(1)) {
            column.1.push(cell.parse().expect("a number"));
        }
    }
    columns
}

fn put(into: &mut Numbers, name: &str, estimate: &Estimate) {
    into.insert(name.to_owned(), estimate.value);
    into.insert(format!("{name}.error"), estimate.error);
    into.insert(format!("{name}.z"), estimate.z);
    into.insert(format!("{name}.p"), estimate.p);
}

/// What describes any series.
fn described(values: &[f64]) -> Numbers {
    let Line { intercept, slope, error, p, r_squared, .. } = least_squares(values).expect("a line");
    let Correlation { r, low, high, p: pearson_p } = pearson(values).expect("a correlation");
    let MannKendall { tau_b, plain_z, plain_p, .. } = mann_kendall(values).expect("a test");
    [
        ("lm.intercept", intercept),
        ("lm.slope", slope),
        ("lm.error", error),
        ("lm.p", p),
        ("lm.r_squared", r_squared),
        ("pearson.r", r),
        ("pearson.low", low),
        ("pearson.high", high),
        ("pearson.p", pearson_p),
        ("spearman.r", spearman(values).expect("a correlation").r),
        ("kendall.tau_b", tau_b),
        ("kendall.z", plain_z),
        ("kendall.p", plain_p),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

/// What is said of monthly counts.
fn months(values: &[f64]) -> Numbers {
    let mut ours = described(values);
    for (with_line, name) in [(false, "arima.level"), (true, "arima.line")] {
        let fit = persistence(values, with_line).expect("a fit");
        put(&mut ours, &format!("{name}.coefficient"), &fit.coefficient);
        put(&mut ours, &format!("{name}.level"), &fit.level);
        if let Some(slope) = &fit.slope {
            put(&mut ours, &format!("{name}.slope"), slope);
        }
        ours.insert(format!("{name}.log_likelihood"), fit.log_likelihood);
        ours.insert(format!("{name}.aic"), fit.aic);
    }
    ours
}

/// What is said of yearly counts.
fn years(values: &[f64]) -> Numbers {
    let mut ours = described(values);
    let Some(rate) = rate(values) else { return ours };
    let poisson = rate.poisson;
    let mut add = |name: &str, value: f64| ours.insert(name.to_owned(), value);
    add("poisson.ratio", poisson.ratio);
    add("poisson.error", poisson.error);
    add("poisson.deviance", poisson.deviance);
    add("poisson.aic", poisson.aic);
    add("dispersion", rate.dispersion);
    add("quasi.error", poisson.quasi_error);
    add("quasi.p", poisson.quasi_p);
    if let Some(found) = rate.negative_binomial {
        add("negative.ratio", found.ratio);
        add("negative.error", found.error);
        add("negative.p", rate.p);
        add("negative.low", rate.low);
        add("negative.high", rate.high);
        add("negative.theta", found.theta);
        add("negative.theta_error", found.theta_error);
        add("negative.twice_log_likelihood", found.twice_log_likelihood);
        add("negative.aic", found.aic);
    }
    ours
}

/// Everything, by the names of the reference.
fn ours() -> BTreeMap<String, Numbers> {
    let mut all = BTreeMap::new();
    for count in [144, 147, 156, 177] {
        for (name, values) in columns(&fixture("monthly.csv")) {
            all.insert(format!("{name} @{count}"), months(&values[..count]));
        }
    }
    for (name, values) in columns(&fixture("invented.csv")) {
        all.insert(name, months(&values));
    }
    for (name, values) in columns(&fixture("yearly.csv")) {
        if name == "median individuals" {
            all.insert(name, described(&values));
            continue;
        }
        for (name, part) in [(format!("{name} since 2015"), &values[5..]), (name, &values[..])] {
            if part.windows(2).any(|pair| pair[0].total_cmp(&pair[1]).is_ne()) {
                all.insert(name, years(part));
            }
        }
    }
    let sizes = sizes();
    let groups: Vec<&[f64]> = sizes.values().map(Vec::as_slice).collect();
    let test = kruskal_wallis(&groups).expect("a test");
    let every = sizes.values().flatten().copied().collect::<Vec<f64>>();
    let told = [
        ("kruskal.h", test.h),
        ("kruskal.degrees", f64::from(u32::try_from(test.degrees).expect("few"))),
        ("kruskal.p", test.p),
        ("mean", mean(&every).expect("a mean")),
        ("skewness", skewness(&every).expect("a skewness")),
    ];
    all.insert("sizes".to_owned(), told.map(|(name, value)| (name.to_owned(), value)).into());
    all
}

fn sizes() -> BTreeMap<String, Vec<f64>> {
    let mut groups: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for record in csv::Reader::from_path(fixture("sizes.csv")).expect("a table").records() {
        let record = record.expect("a record");
        groups.entry(record[0].to_owned()).or_default().push(record[1].parse().expect("a number"));
    }
    groups
}

/// How far a number is off, in units of what is allowed: 1e-6 for a statistic, a millionth of itself for a p-value of 1e-12 or more.
fn off(statistic: &str, ours: f64, theirs: f64) -> f64 {
    let difference = (ours - theirs).abs();
    let is_p = statistic.rsplit('.').next() == Some("p");
    match (is_p, theirs < 1e-12) {
        (true, true) => {
            if ours < 1e-11 {
                0.0
            } else {
                f64::INFINITY
            }
        }
        (true, false) => difference / theirs / 1e-6,
        // The likelihood of a large theta is flat: R itself gives it to six digits, and warns.
        (false, _) if statistic.contains("theta") => difference / theirs.max(1.0) / 1e-6,
        (false, _) => difference / 1e-6,
    }
}

#[test]
fn every_statistic_is_that_of_r() {
    let ours = ours();
    let mut worst: BTreeMap<String, (f64, String)> = BTreeMap::new();
    let mut missing = Vec::new();
    let mut compared = 0;
    for record in csv::Reader::from_path(fixture("expected.csv")).expect("a table").records() {
        let record = record.expect("a record");
        let (series, statistic, theirs) = (&record[0], &record[1], record[2].parse::<f64>().expect("a number"));
        let Some(&mine) = ours.get(series).and_then(|numbers| numbers.get(statistic)) else {
            missing.push(format!("{series}: {statistic}"));
            continue;
        };
        compared += 1;
        let off = off(statistic, mine, theirs);
        let entry = worst.entry(statistic.to_owned()).or_default();
        if off > entry.0 || off.is_nan() {
            *entry = (off, format!("{series}: {mine} against {theirs}"));
        }
    }
    for (statistic, (off, place)) in &worst {
        println!("{statistic}: {off:.6} of what is allowed, {place}");
    }
    assert!(missing.is_empty(), "{missing:?}");
    assert!(compared > 4_000, "{compared}");
    let far: Vec<_> = worst.iter().filter(|(_, (off, _))| off.is_nan() || *off > 1.0).collect();
    assert!(far.is_empty(), "{far:#?}");
}

/// pymannkendall 1.4.3 and scipy 1.17.1 for the yearly counts; most digits in print are six.
#[test]
fn every_statistic_is_that_of_python() {
    let yearly: BTreeMap<String, Vec<f64>> = columns(&fixture("yearly.csv")).into_iter().collect();
    let mut reader = csv::Reader::from_path(fixture("annual-python.csv")).expect("a table");
    let header = reader.headers().expect("a header").clone();
    let mut compared = 0;
    for record in reader.records() {
        let record = record.expect("a record");
        let values = &yearly[&record[0]];
        let (test, sen, line) =
            (mann_kendall(values).expect("a test"), theil_sen(values).expect("a slope"), least_squares(values).expect("a line"));
        let mine = |column: &str| match column {
            "n" => f64::from(u32::try_from(values.len()).expect("few")),
            "S" => test.s,
            "varS" => test.variance,
            "z" => test.z,
            "p_mk" => test.p,
            "tau_a" => test.tau_a,
            "tau_b" => test.tau_b,
            "sen" => sen.slope,
            "sen_lo" => sen.low,
            "sen_hi" => sen.high,
            "ols_slope" => line.slope,
            "ols_p" => line.p,
            "ols_r2" => line.r_squared,
            other => panic!("{other}"),
        };
        for (column, theirs) in header.iter().zip(&record).skip(1) {
            let name = if column.ends_with("_p") || column.starts_with("p_") { "p" } else { column };
            let theirs_read = theirs.parse::<f64>().expect("a number");
            // The variance stands there with four decimals.
            let printed = if column == "varS" { 50.0 } else { 1.0 };
            let off = off(name, mine(column), theirs_read) / printed;
            assert!(off <= 1.0, "{} {column}: {} against {theirs}", &record[0], mine(column));
            compared += 1;
        }
    }
    assert_eq!(compared, 21 * 13);
}
