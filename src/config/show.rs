//! The configuration in force, as TOML that could be put in its place.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use super::levels::LevelTable;
use super::{Config, DATE_ORDERS};
use crate::finding::Level;

/// `config`, with the settings that it leaves out.
pub(super) fn show(config: &Config) -> String {
    let mut document = DocumentMut::new();
    let fail_on = config.fail_on.map_or("error", |least| least.map_or("never", crate::finding::Severity::word));
    document["fail_on"] = value(fail_on);
    if let Some(as_of) = config.as_of {
        document["as_of"] = value(as_of.to_string());
    }
    if let Some(order) = config.date_order.as_deref().filter(|order| DATE_ORDERS.contains(order)) {
        document["date_order"] = value(order);
    }
    document["include"] = texts(&config.include.written);
    document["exclude"] = texts(&config.exclude.written);
    document["allow_lowering_errors"] = texts(&config.levels.lowered);
    document["allow_suppressing_errors"] = texts(&config.levels.suppressible);
    let columns: Table = config.columns.iter().map(|(field, header)| (field.as_str(), header.as_str())).collect();
    if !columns.is_empty() {
        document["columns"] = Item::Table(columns);
    }
    if !config.levels.families.is_empty() || !config.levels.rules.is_empty() {
        document["levels"] = Item::Table(levels(&config.levels).collect());
    }
    let mut overrides = ArrayOfTables::new();
    for over in &config.overrides {
        let mut table = Table::new();
        table["paths"] = texts(&over.paths.written);
        table["levels"] = value(levels(&over.levels).collect::<InlineTable>());
        overrides.push(table);
    }
    let mut ignores = ArrayOfTables::new();
    for (path, order) in &config.ignores {
        let mut table = Table::new();
        table["path"] = value(path);
        table["code"] = value(order.code);
        if let Some(field) = &order.field {
            table["field"] = value(field);
        }
        if let Some(until) = order.suppression.until {
            table["until"] = value(until.to_string());
        }
        table["reason"] = value(&order.suppression.reason);
        ignores.push(table);
    }
    for (key, tables) in [("overrides", overrides), ("ignore", ignores)] {
        if !tables.is_empty() {
            document[key] = Item::ArrayOfTables(tables);
        }
    }
    document.to_string()
}

fn texts(texts: &[impl AsRef<str>]) -> Item {
    value(texts.iter().map(AsRef::as_ref).collect::<Array>())
}

/// Families before rules.
fn levels(table: &LevelTable) -> impl Iterator<Item = (String, Value)> {
    let families = table.families.iter().map(|&(digit, level)| (format!("BR{digit}"), level));
    let rules = table.rules.iter().map(|&(code, level)| (code.to_owned(), level));
    families.chain(rules).map(|(key, level)| (key, Value::from(word(level))))
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Off => "off",
        Level::Is(severity) => severity.word(),
    }
}
