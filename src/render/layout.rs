//! What a dataset was recognised as, in words and as JSON.

use crate::dataset::layout::{Column, Dates, DayZero, Dropped, Form, Kind, Layout, Order, Proof, canonical_name, letters};
use crate::dataset::read::{Input, Packed, Shape};
use crate::finding::safe_line;

/// A longer header pushes its own line aside, not all of them.
const WIDEST: usize = 44;

/// The layout of `input`, which is called `name`, for people.
pub fn layout_text(name: &str, input: &Input) -> String {
    let layout = &input.layout;
    let mut text = format!("{}: {}\n", safe_line(name), kind(layout));
    let mut line = |head: &str, words: &str| text.push_str(&format!("  {head:<13} {words}\n"));
    line("notation", &notation(input));
    line("text", input.found.charset.name());
    if let Some(promised) = input.found.misnamed {
        line("name", &format!("the name promises {promised}; the content decides"));
    }
    line("header", &header(input));
    text.push_str("\nColumns\n");
    for [letters, name, field, words] in aligned(layout) {
        text.push_str(&format!("  {letters} {name}  {field}  {words}\n"));
    }
    let missing: Vec<&str> = layout.missing().into_iter().map(canonical_name).collect();
    if !missing.is_empty() {
        text.push_str(&format!("\nNot in this file, so not checked: {}\n", missing.join(", ")));
    }
    for column in layout.columns() {
        if let Form::Date(dates) | Form::DateRange(dates) = &column.form
            && let Some(words) = unproven(dates)
        {
            text.push_str(&format!("\n\"{}\": {words}\n", safe_line(&column.name)));
        }
    }
    text
}

/// Letters, header, field and reading of each column, in the file's order; all but the last filled to one width.
fn aligned(layout: &Layout) -> Vec<[String; 4]> {
    let mut rows: Vec<(usize, [String; 4])> = Vec::new();
    for column in layout.columns() {
        rows.push((
            column.place,
            [letters(column.place), safe_line(&column.name), field(column, layout.kind()).to_owned(), form(&column.form)],
        ));
    }
    for extra in layout.extra() {
        let why = match extra.dropped {
            None => "no field of the report; kept, and passed through",
            Some(Dropped::Index) => "row numbers or blank; left out",
            Some(Dropped::Provenance) => "says where the row came from; written anew",
        };
        rows.push((extra.place, [letters(extra.place), safe_line(&extra.name), "-".to_owned(), why.to_owned()]));
    }
    rows.sort_by_key(|(place, _)| *place);
    let mut rows: Vec<[String; 4]> = rows.into_iter().map(|(_, row)| row).collect();
    for at in 0..3 {
        let width = rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0).min(WIDEST);
        for row in &mut rows {
            row[at] = format!("{:<width$}", row[at]);
        }
    }
    rows
}

/// The same as JSON.
pub fn layout_json(name: &str, input: &Input) -> String {
    let layout = &input.layout;
    let columns: Vec<serde_json::Value> = layout
        .columns()
        .iter()
        .map(|column| {
            serde_json::json!({
                "column": column.place + 1,
                "letters": letters(column.place),
                "header": column.name,
                "field": field(column, layout.kind()),
                "read_as": form(&column.form),
            })
        })
        .collect();
    let extra: Vec<serde_json::Value> = layout
        .extra()
        .iter()
        .map(|extra| {
            serde_json::json!({
                "column": extra.place + 1,
                "letters": letters(extra.place),
                "header": extra.name,
                "passed_through": extra.dropped.is_none(),
            })
        })
        .collect();
    let sheet = match &input.found.shape {
        Shape::Sheet { name, .. } => Some(name),
        _ => None,
    };
    let value = serde_json::json!({
        "file": name,
        "kind": kind(layout),
        "notation": notation(input),
        "encoding": input.found.charset.name(),
        "sheet": sheet,
        "header_row": input.start.records,
        "columns": columns,
        "other_columns": extra,
        "not_checked": layout.missing().into_iter().map(canonical_name).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn kind(layout: &Layout) -> &'static str {
    let is_old = layout.columns().iter().any(|column| matches!(column.form, Form::DateRange(_) | Form::AssociateName));
    match layout.kind() {
        Kind::Record if is_old => "a list of reports as OCR's portal published them until 2014",
        Kind::Record => "a list of reports as OCR's portal publishes them",
        Kind::Canonical => "a list of reports in canonical form",
        Kind::Log => "a log of drafts, one a row",
    }
}

fn notation(input: &Input) -> String {
    let shape = match &input.found.shape {
        Shape::Delimited { delimiter: b',' } => "CSV (commas)".to_owned(),
        Shape::Delimited { delimiter: b';' } => "delimited text (semicolons)".to_owned(),
        Shape::Delimited { delimiter: b'\t' } => "delimited text (tabs)".to_owned(),
        Shape::Delimited { .. } => "delimited text (vertical bars)".to_owned(),
        Shape::NdJson => "NDJSON, one object a line".to_owned(),
        Shape::JsonArray => "JSON, a list of objects".to_owned(),
        Shape::JsonUnder(key) => format!("JSON, the list under {:?}", safe_line(key)),
        Shape::JsonColumns => "JSON, one list a column".to_owned(),
        Shape::Sheet { old, name, others } => {
            let book = if *old { "XLS" } else { "XLSX" };
            let more = match others.len() {
                0 => String::new(),
                _ => format!("; not read: {}", others.iter().map(|name| format!("{:?}", safe_line(name))).collect::<Vec<_>>().join(", ")),
            };
            format!("{book} workbook, sheet {:?}{more}", safe_line(name))
        }
    };
    let packed = input.found.packed.iter().map(|packed| match packed {
        Packed::Gzip => ", packed with gzip".to_owned(),
        Packed::Zip(entry) => format!(", {:?} of a zip archive", safe_line(entry)),
    });
    shape + &packed.collect::<String>()
}

fn header(input: &Input) -> String {
    if input.layout.numbered() {
        return match input.found.shape {
            Shape::Sheet { .. } => format!("row {} of the sheet", input.start.records),
            _ => "the keys of the objects".to_owned(),
        };
    }
    match input.start.records {
        1 => "the first record".to_owned(),
        record => format!("record {record}; what stands above is no data"),
    }
}

fn field(column: &Column, kind: Kind) -> &'static str {
    match column.form {
        _ if kind == Kind::Log => column.fact.path(),
        Form::DateRange(_) => "breach.start_date, end_date",
        Form::AssociateName => "business_associate.name",
        _ => canonical_name(column.fact),
    }
}

fn form(form: &Form) -> String {
    match form {
        Form::Text => "text".to_owned(),
        Form::Term => "a term of the form's list".to_owned(),
        Form::Terms => "terms of the form's list".to_owned(),
        Form::State => "a State or territory".to_owned(),
        Form::Count => "a number of people".to_owned(),
        Form::Date(dates) => format!("a day; {}", order(dates)),
        Form::DateRange(dates) => format!("a day or the first and last of several; {}", order(dates)),
        Form::YesNo => "yes or no".to_owned(),
        Form::AssociateName => "the associate's name, blank for none; a name answers \"present\" with yes".to_owned(),
    }
}

fn order(dates: &Dates) -> String {
    let order = match dates.order {
        Some(Order::MonthFirst) => "month first",
        Some(Order::DayFirst) => "day first",
        None => "in no certain order",
    };
    let mut words = match dates.proof {
        Proof::NotNeeded => "no date needs an order".to_owned(),
        Proof::Asked => format!("{order}, as asked"),
        Proof::Record(record) => format!("{order}, proven by record {record}"),
        Proof::Portal => format!("{order}, the portal's own notation"),
        Proof::Mixed(month, day) => format!("record {month} can only be month first, record {day} only day first"),
        Proof::Missing => "month or day first, which the file does not prove".to_owned(),
    };
    match dates.day_zero {
        Some(DayZero::Y1900) => words.push_str("; bare day numbers count from 1900"),
        Some(DayZero::Y1904) => words.push_str("; bare day numbers count from 1904"),
        None => {}
    }
    words
}

/// What to do about dates that are not read.
fn unproven(dates: &Dates) -> Option<&'static str> {
    match dates.proof {
        Proof::Missing => {
            Some("dates that can be read two ways are not read. If you know the order, say --date-order month-first or day-first.")
        }
        Proof::Mixed(..) => Some("the column mixes two orders; dates that can be read two ways are not read."),
        _ => None,
    }
}
