//! The tables of a trend report, in their order, the same for text and HTML.

use super::words::{by_words, chance, difference, list_words, middle, number, percent, refusal_words, short, signed, sparkline, whole};
use crate::finding::safe_line;
use crate::trends::{By, Counting, READ_SINCE, Refusal, Series, Trends};

/// One table.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    /// Its stable name, by which a chart finds it.
    pub(super) id: String,
    pub(super) title: String,
    pub(super) note: String,
    /// The heads of the columns; the first column names the row, the others hold figures.
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    /// Whether the last column is a sentence.
    pub(super) worded: bool,
}

impl Sheet {
    fn new(id: impl Into<String>, title: impl Into<String>, note: impl Into<String>, head: &[&str]) -> Self {
        let head = head.iter().map(|&head| head.to_owned()).collect();
        Self { id: id.into(), title: title.into(), note: note.into(), head, rows: Vec::new(), worded: false }
    }
}

/// Every table. With `courses`, trends are drawn in block letters.
pub(super) fn sheets(trends: &Trends, courses: bool) -> Vec<Sheet> {
    let mut sheets = vec![source(trends)];
    if trends.period.is_none() {
        return sheets;
    }
    sheets.push(years(trends));
    let counting = if trends.series.iter().any(|series| series.counting == Counting::Any) { Counting::Any } else { Counting::Single };
    for by in By::EVERY.into_iter().filter(|&by| by != By::All) {
        let series: Vec<&Series> = trends.of(by, counting).collect();
        match by {
            _ if series.is_empty() => {}
            By::State => sheets.push(states(&series)),
            _ => sheets.push(counts(by, counting, &series, trends)),
        }
    }
    let tested: Vec<&Series> = trends.series.iter().filter(|series| is_shown(series, counting)).collect();
    sheets.extend([slopes(trends, &tested, courses), at_break(trends, &tested), persistence(&tested), sizes(trends, &tested)]);
    sheets.push(sensitivity(trends, counting));
    sheets.extend(comparison(trends));
    sheets.retain(|sheet| !sheet.rows.is_empty());
    sheets
}

/// Whether the statistics of `series` stand in the tables: with both countings, those of the first.
fn is_shown(series: &Series, counting: Counting) -> bool {
    let is_left_out = matches!(series.stats.refused, Some(Refusal::NotAsked | Refusal::NoCategory));
    (series.counting == counting || series.counting == Counting::Each) && !is_left_out
}

fn source(trends: &Trends) -> Sheet {
    let mut sheet = Sheet::new(
        "source",
        "Input",
        "Whoever repeats these figures needs the same files.",
        &["file", "rows", "not counted", "first", "last", "list", "SHA-256"],
    );
    sheet.worded = true;
    for source in &trends.source {
        let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
        sheet.rows.push(vec![
            safe_line(&source.file),
            whole(source.rows),
            whole(source.not_counted),
            day(source.first),
            day(source.last),
            list_words(source.list).to_owned(),
            source.sha256.clone(),
        ]);
    }
    sheet
}

/// A year, marked where it is no whole one.
fn year_words(year: i32, partial: bool) -> String {
    if partial { format!("{year}*") } else { year.to_string() }
}

fn years(trends: &Trends) -> Sheet {
    let head = [
        "year",
        "reports",
        "individuals",
        "lower quartile",
        "median",
        "upper quartile",
        "largest",
        "largest 3",
        "500/501",
        "median without",
    ];
    let note = "By year of submission. Individuals are those that the reports state. \"Largest 3\" is their share of all individuals; \"median without\" leaves \
                counts of 500 and 501 out. A year with * is not whole and is not tested.";
    let mut sheet = Sheet::new("years", "Reports and individuals a year", note, &head);
    let Some(all) = trends.series.first() else { return sheet };
    let row = |name: String, sizes: &crate::trends::Sizes| {
        vec![
            name,
            whole(sizes.count),
            whole(sizes.individuals),
            middle(sizes.q1),
            middle(sizes.median),
            middle(sizes.q3),
            sizes.largest.map_or_else(|| "-".to_owned(), |largest| whole(u64::from(largest))),
            percent(sizes.largest_three_share),
            whole(sizes.placeholders),
            middle(sizes.median_without_placeholders),
        ]
    };
    sheet.rows = all.points.iter().map(|point| row(year_words(point.year, point.partial), &point.sizes)).collect();
    sheet.rows.push(row("all".to_owned(), &all.total));
    sheet
}

/// Reports a year by the categories of `by`.
fn counts(by: By, counting: Counting, series: &[&Series], trends: &Trends) -> Sheet {
    let note = match counting {
        Counting::Any if by.is_multiple() => {
            "A report counts in every category that it carries. \"alone\": reports of this category and no other."
        }
        Counting::Single if by.is_multiple() => "A report of several categories counts apart.",
        _ => "",
    };
    let mut sheet = Sheet::new(key(by), format!("Reports by {}", by_words(by)), note, &["year"]);
    sheet.head.extend(series.iter().map(|series| short(series.key, series.label).to_owned()));
    let years = series.first().map(|series| series.points.as_slice()).unwrap_or_default();
    for (at, point) in years.iter().enumerate() {
        let counts = series.iter().map(|series| whole(series.points[at].sizes.count));
        sheet.rows.push(std::iter::once(year_words(point.year, point.partial)).chain(counts).collect());
    }
    let last = |name: &str, cell: &dyn Fn(&Series) -> String| {
        std::iter::once(name.to_owned()).chain(series.iter().map(|series| cell(series))).collect()
    };
    sheet.rows.push(last("all", &|series| whole(series.total.count)));
    if counting == Counting::Any && trends.series.iter().any(|one| one.by == by && one.counting == Counting::Single) {
        let alone =
            |series: &Series| trends.series.iter().find(|one| one.by == by && one.counting == Counting::Single && one.key == series.key);
        sheet.rows.push(last("alone", &|series| alone(series).map_or_else(|| "-".to_owned(), |alone| whole(alone.total.count))));
    }
    sheet.rows.push(last("individuals", &|series| whole(series.total.individuals)));
    sheet.rows.push(last("median", &|series| middle(series.total.median)));
    sheet
}

/// The stable name of `by`.
pub(super) fn key(by: By) -> &'static str {
    match by {
        By::All => "all",
        By::Type => "type",
        By::Entity => "entity",
        By::Location => "location",
        By::BusinessAssociate => "business_associate",
        By::State => "state",
        By::Size => "size",
    }
}

/// States are many: their totals, the greatest first.
fn states(series: &[&Series]) -> Sheet {
    let mut note = "All years, the State of the covered entity. Counts a year are in the JSON and CSV formats".to_owned();
    let is_asked = series.iter().all(|one| one.stats.refused != Some(Refusal::NotAsked));
    note.push_str(if is_asked { "." } else { "; `--by state` tests each State." });
    let mut sheet = Sheet::new("state", "Reports by State", note, &["State", "reports", "individuals", "median"]);
    let mut series = series.to_vec();
    series.sort_by_key(|series| std::cmp::Reverse(series.total.count));
    for one in series {
        let label = if one.key == "missing" { "(not stated)" } else { one.label };
        sheet.rows.push(vec![label.to_owned(), whole(one.total.count), whole(one.total.individuals), middle(one.total.median)]);
    }
    sheet
}

/// What a series is called beside others of other kinds.
fn name(series: &Series) -> String {
    match series.by {
        By::All => series.label.to_owned(),
        By::BusinessAssociate => format!("Business associate: {}", series.label.to_lowercase()),
        By::Size => format!("Individuals: {}", series.label),
        By::Entity if series.key == "missing" => "Entity type: (not stated)".to_owned(),
        By::Entity => format!("Entity: {}", series.label),
        By::Location => format!("Location: {}", series.label),
        By::Type => format!("Type: {}", series.label),
        By::State => format!("State: {}", series.label),
    }
}

fn whole_years(trends: &Trends) -> String {
    trends
        .period
        .and_then(|period| period.whole)
        .map_or_else(|| "no whole year".to_owned(), |whole| format!("{} to {}", whole.first, whole.last))
}

fn slopes(trends: &Trends, tested: &[&Series], courses: bool) -> Sheet {
    let family = tested.iter().filter(|series| series.stats.holm.is_some()).count();
    let note = format!(
        "Whole years only. \"More a year\": Theil-Sen slope, \"factor a year\": rate ratio, each with its 95 % interval. p: Mann-Kendall; \"Holm\" and \"BH\" hold it \
         over the {family} tests of this table. tau-b: 1 where every year exceeds those before."
    );
    let head: &[&str] = if courses {
        &["series", "course", "more a year", "factor a year", "tau-b", "p", "Holm", "BH"]
    } else {
        &["series", "more a year", "factor a year", "tau-b", "p", "Holm", "BH"]
    };
    let mut sheet = Sheet::new("trend", format!("Trend, {}", whole_years(trends)), note, head);
    for series in tested {
        let stats = &series.stats;
        let mut row = vec![name(series)];
        if courses {
            row.push(sparkline(series.whole_counts().into_iter()));
        }
        if let Some(refusal) = stats.refused {
            row.push(refusal_words(refusal).to_owned());
            row.resize(head.len(), String::new());
            sheet.rows.push(row);
            continue;
        }
        let absent = || "-".to_owned();
        row.extend([
            stats
                .theil_sen
                .map_or_else(absent, |sen| format!("{} [{}, {}]", signed(sen.slope, 1), number(sen.low, 1), number(sen.high, 1))),
            stats.rate.map_or_else(absent, |rate| {
                format!("{} [{}, {}]{}", number(rate.ratio, 3), number(rate.low, 3), number(rate.high, 3), model_mark(rate.model))
            }),
            stats.mann_kendall.map_or_else(absent, |test| number(test.tau_b, 2)),
            stats.mann_kendall.map_or_else(absent, |test| chance(test.p)),
            stats.holm.map_or_else(absent, chance),
            stats.benjamini_hochberg.map_or_else(absent, chance),
        ]);
        sheet.rows.push(row);
    }
    if sheet.rows.iter().flatten().any(|cell| cell.ends_with(" q")) {
        sheet.note.push_str(" q: no negative binomial fits; the interval is quasi-Poisson.");
    }
    sheet
}

/// Marks the model that the others fell back to.
fn model_mark(model: crate::trends::stats::Model) -> &'static str {
    if model == crate::trends::stats::Model::QuasiPoisson { " q" } else { "" }
}

fn at_break(trends: &Trends, tested: &[&Series]) -> Sheet {
    let note = "An interrupted series. \"Level\": the factor by which the first year after the break exceeds what went before would have led to. \"Slope\": the factor \
                by which the growth from year to year changes. A series that breaks here is not one trend.";
    let mut sheet = Sheet::new(
        "break",
        format!("Break of {}", trends.at_break),
        note,
        &["series", "factor a year before", "level", "p", "slope", "p "],
    );
    for series in tested {
        if let Some(found) = series.stats.at_break {
            sheet.rows.push(vec![
                name(series),
                number(found.ratio_before, 3),
                number(found.level, 2),
                chance(found.level_p),
                number(found.slope, 3),
                chance(found.slope_p),
            ]);
        }
    }
    sheet
}

fn persistence(tested: &[&Series]) -> Sheet {
    let note = "How much of a month's departure is left a month later (first-order autoregression). It is high for any series that moves slowly, falling ones \
                included. It is no trend, no speed and no correlation with time.";
    let mut sheet = Sheet::new(
        "persistence",
        "Persistence of the monthly counts (not a trend)",
        note,
        &["series", "months", "around a level", "standard error", "around a line", "standard error "],
    );
    for series in tested {
        let Some(memory) = series.persistence else { continue };
        let cells = |fit: Option<crate::trends::stats::Persistence>| {
            fit.map_or_else(|| ["-".to_owned(), "-".to_owned()], |fit| [number(fit.coefficient.value, 3), number(fit.coefficient.error, 3)])
        };
        let mut row = vec![name(series), memory.months.to_string()];
        row.extend(cells(memory.around_level));
        row.extend(cells(memory.around_line));
        sheet.rows.push(row);
    }
    sheet
}

fn sizes(trends: &Trends, tested: &[&Series]) -> Sheet {
    let note = "Kruskal-Wallis: whether the groups stand on one level of individuals, in the whole years. With thousands of reports small differences show; look at the \
                medians.";
    let mut sheet = Sheet::new("sizes", "Do sizes differ?", note, &["between", "groups", "H", "degrees", "p"]);
    let all = tested.iter().find(|series| series.by == By::All);
    if let Some(test) = all.and_then(|all| all.stats.sizes) {
        sheet.rows.push(vec![
            "years".to_owned(),
            (test.degrees + 1).to_string(),
            number(test.h, 2),
            test.degrees.to_string(),
            chance(test.p),
        ]);
    }
    for size in &trends.sizes {
        let test = size.kruskal_wallis;
        sheet.rows.push(vec![
            by_words(size.by).to_owned(),
            size.groups.to_string(),
            number(test.h, 2),
            test.degrees.to_string(),
            chance(test.p),
        ]);
    }
    if let Some(all) = all
        && let (Some(sen), Some(test)) = (all.stats.median_theil_sen, all.stats.median_mann_kendall)
    {
        sheet.note.push_str(&format!(
            " The yearly median changes by {} individuals a year [{}, {}], p {}.",
            signed(sen.slope, 1),
            number(sen.low, 1),
            number(sen.high, 1),
            chance(test.p)
        ));
    }
    sheet
}

fn sensitivity(trends: &Trends, counting: Counting) -> Sheet {
    let read = trends.reading;
    let note = format!(
        "Reports submitted since {READ_SINCE} whose description leaves little doubt about another type or location are counted under that one. Of {} reports {} have a \
         description; it settles the type of {}, of which {} were filed under another, and the location of {}, of which {} were. \"More a year\" is the Theil-Sen \
         slope. A reading can be wrong; see docs/trends.md.",
        whole(read.reports),
        whole(read.described),
        whole(read.type_read),
        whole(read.type_moved),
        whole(read.location_read),
        whole(read.location_moved)
    );
    let mut sheet = Sheet::new(
        "sensitivity",
        "As filed, and as the descriptions read",
        note,
        &["series", "filed", "read", "difference", "more a year, filed", "read ", "difference ", "rank, filed", "read  "],
    );
    for row in trends
        .sensitivity
        .iter()
        .filter(|row| row.counting == counting && row.key != "missing" && (row.filed.count > 0 || row.read.count > 0))
    {
        let slope = |slope: Option<f64>| slope.map_or_else(|| "-".to_owned(), |slope| signed(slope, 1));
        let kind = if row.by == By::Type { "Type" } else { "Location" };
        sheet.rows.push(vec![
            format!("{kind}: {}", row.label),
            whole(row.filed.count),
            whole(row.read.count),
            difference(row.count_difference),
            slope(row.filed.theil_sen.map(|sen| sen.slope)),
            slope(row.read.theil_sen.map(|sen| sen.slope)),
            slope(row.slope_difference),
            row.filed.rank.to_string(),
            row.read.rank.to_string(),
        ]);
    }
    sheet
}

fn comparison(trends: &Trends) -> Option<Sheet> {
    let comparison = trends.comparison.as_ref()?;
    let note = format!("{}. {}", comparison.citation, comparison.note);
    let mut sheet =
        Sheet::new("comparison", "Beside what is published", note, &["figure", "days", "published", "ours", "difference", "why"]);
    sheet.worded = true;
    for figure in &comparison.figures {
        let decimals = match figure.published {
            _ if figure.what.ends_with('%') => 1,
            published if published.abs() < 100.0 && published.fract() != 0.0 => 3,
            _ => 0,
        };
        sheet.rows.push(vec![
            figure.what.to_owned(),
            format!("{} to {}", figure.from, figure.to),
            number(figure.published, decimals),
            figure.ours.map_or_else(|| "-".to_owned(), |ours| number(ours, decimals)),
            figure.difference.map_or_else(|| "-".to_owned(), |difference| signed(difference, decimals)),
            figure.reason.clone(),
        ]);
    }
    Some(sheet)
}
