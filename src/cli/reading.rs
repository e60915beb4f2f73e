//! What a person says about how datasets are to be read: sheet, columns, order of dates.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::Error;
use crate::config::Config;
use crate::dataset::layout::{CANONICAL, Order, Wanted, fact_called};
use crate::dataset::read::Options;
use crate::finding::nearest;

#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Reading datasets")]
pub(super) struct Reading {
    /// Which sheet of a workbook, by its name or its number from 1; by default the first
    #[arg(long, value_name = "SHEET")]
    pub(super) sheet: Option<String>,
    /// Which column holds a field, where the header leaves it open: individuals_affected="Total Affected". May be repeated
    #[arg(long = "column", value_name = "FIELD=HEADER")]
    pub(super) columns: Vec<String>,
    /// What 03/04/2024 means where the file does not prove it
    #[arg(long, value_enum)]
    pub(super) date_order: Option<DateOrder>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DateOrder {
    /// March 4
    MonthFirst,
    /// April 3
    DayFirst,
}

/// The options of a run on `as_of`. The command line wins over the configuration.
pub(super) fn options(reading: &Reading, config: &Config, as_of: NaiveDate) -> Result<Options, Error> {
    let mut columns = Vec::new();
    for pair in &reading.columns {
        let Some((name, header)) = pair.split_once('=').map(|(name, header)| (name.trim(), header.trim().trim_matches('"'))) else {
            return Err(Error::Usage(format!("--column {pair:?} is not of the form FIELD=HEADER")));
        };
        let Some(fact) = fact_called(name) else {
            let names = CANONICAL.map(|(name, ..)| name);
            let hint = nearest(name, names.into_iter())
                .map_or_else(|| format!("; the fields are {}", names.join(", ")), |near| format!("; did you mean {near}?"));
            return Err(Error::Usage(format!("--column: no field is called {name:?}{hint}")));
        };
        columns.push((fact, header.to_owned()));
    }
    for (name, header) in &config.columns {
        if let Some(fact) = fact_called(name).filter(|&fact| columns.iter().all(|&(known, _)| known != fact)) {
            columns.push((fact, header.clone()));
        }
    }
    let by_config = || config.date_order.as_deref().and_then(|word| DateOrder::from_str(word, false).ok());
    let date_order = reading.date_order.or_else(by_config).map(|order| match order {
        DateOrder::MonthFirst => Order::MonthFirst,
        DateOrder::DayFirst => Order::DayFirst,
    });
    Ok(Options { sheet: reading.sheet.clone(), wanted: Wanted { columns, date_order, as_of: Some(as_of), day_zero: None } })
}
