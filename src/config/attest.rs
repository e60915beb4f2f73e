//! `breachlint.attest.toml`: who verified which finding, why, and for which values. The file is written by `breachlint attest`; entries that
//! stand in it are left as they are.

use chrono::NaiveDate;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, value};

use super::slashed;
use super::toml::{Mistake, Reader};
use crate::finding::{Key, Order, Suppression, SuppressionKind};
use crate::suppress::hexadecimal;

/// The name of the file.
pub const NAME: &str = "breachlint.attest.toml";

const FILE_KEYS: [&str; 2] = ["key", "attest"];
const ENTRY_KEYS: [&str; 8] = ["path", "code", "field", "by", "on", "until", "reason", "values"];

const HEAD: &str = "# Findings that a person has verified, written by `breachlint attest`. An entry lapses when the values change that it
# rests on. They are kept as hashes under this key, so that nobody reads them out of a report that names a hash.
";

/// One finding that a person has verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attestation {
    /// The draft, its path below the folder of the file.
    pub path: String,
    /// The rule.
    pub code: &'static str,
    /// The path in the report; empty for the report itself.
    pub field: String,
    /// Who verified it.
    pub by: String,
    /// When.
    pub on: NaiveDate,
    /// The last day on which it holds.
    pub until: Option<NaiveDate>,
    /// Why the finding may stand.
    pub reason: String,
    /// The keyed hash of the values.
    pub values: String,
}

/// Everything that was attested.
#[derive(Debug, Default)]
pub struct Attestations {
    /// The key of the hashes; none in an empty file.
    pub key: Option<Key>,
    /// Each as an order about the draft at a path.
    pub orders: Vec<(String, Order)>,
}

impl Attestations {
    /// Reads `text`, which a person knows as `name`; or gives every mistake in it.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Mistake>> {
        let mut reader = Reader::new(name, text);
        let mut read = Self::default();
        if let Some(document) = reader.document() {
            let table = document.as_table();
            reader.known(table, &FILE_KEYS);
            read.key = key(&mut reader, table);
            for entry in reader.tables(table, "attest") {
                read.orders.extend(order(&mut reader, entry));
            }
        }
        reader.finish().map(|()| read)
    }
}

fn key(reader: &mut Reader<'_>, table: &dyn TableLike) -> Option<Key> {
    let digits = reader.required_text(table, "key")?;
    let key = from_hexadecimal(&digits);
    if key.is_none() {
        reader.mistake(table, "key", "takes 64 hexadecimal digits");
    }
    key
}

/// The key that 64 hexadecimal digits stand for.
pub(super) fn from_hexadecimal(digits: &str) -> Option<Key> {
    let mut key = Key::default();
    if digits.len() != 2 * key.len() || !digits.is_ascii() {
        return None;
    }
    for (index, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * index..2 * index + 2], 16).ok()?;
    }
    Some(key)
}

fn order(reader: &mut Reader<'_>, entry: &dyn TableLike) -> Option<(String, Order)> {
    reader.known(entry, &ENTRY_KEYS);
    let path = reader.required_text(entry, "path");
    let code = reader.required_text(entry, "code").and_then(|code| reader.code(entry, "code", &code));
    let (by, reason) = (reader.required_text(entry, "by"), reader.required_text(entry, "reason"));
    let values = reader.required_text(entry, "values");
    let (on, until) = (reader.day(entry, "on"), reader.day(entry, "until"));
    let field = if entry.contains_key("field") { reader.text(entry, "field") } else { None };
    let origin = format!("{}, line {}", reader.name(), reader.line_of(entry, "path"));
    let (path, code, _, reason, values) = (path?, code?, by?, reason?, values?);
    reader.required(entry, "on").then_some(())?;
    on?;
    let suppression = Suppression { kind: SuppressionKind::Attest, reason, until };
    Some((slashed(&path), Order { code, field, suppression, values: Some(values), origin }))
}

/// `text` with `new` in it, each in the place of an older entry about the same finding. A file without a key gets `key`.
pub fn with(text: &str, key: &Key, new: &[Attestation]) -> Result<String, String> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| error.message().to_owned())?;
    if !document.contains_key("key") {
        document["key"] = value(hexadecimal(key));
        if let Some(mut key) = document.key_mut("key") {
            key.leaf_decor_mut().set_prefix(HEAD);
        }
    }
    let entries = document.entry("attest").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let entries = entries.as_array_of_tables_mut().ok_or("`attest` is no list of tables")?;
    entries.retain(|old| !new.iter().any(|new| is_same(old, new)));
    for attestation in new {
        entries.push(table(attestation));
    }
    Ok(document.to_string())
}

fn is_same(old: &Table, new: &Attestation) -> bool {
    let text = |key: &str| old.get(key).and_then(Item::as_str).unwrap_or_default();
    slashed(text("path")) == new.path && text("code") == new.code && text("field") == new.field
}

fn table(attestation: &Attestation) -> Table {
    let Attestation { path, code, field, by, on, until, reason, values } = attestation;
    let mut table = Table::new();
    table["path"] = value(path);
    table["code"] = value(*code);
    if !field.is_empty() {
        table["field"] = value(field);
    }
    table["by"] = value(by);
    table["on"] = value(on.to_string());
    if let Some(until) = until {
        table["until"] = value(until.to_string());
    }
    table["reason"] = value(reason);
    table["values"] = value(values);
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_added_read_back_and_replaced() {
        let day = |text: &str| text.parse().expect("a day");
        let attestation = |reason: &str| Attestation {
            path: "drafts/a.yaml".to_owned(),
            code: "BR412",
            field: "breach.location".to_owned(),
            by: "I. Tressider".to_owned(),
            on: day("2026-03-01"),
            until: Some(day("2027-03-01")),
            reason: reason.to_owned(),
            values: "00ff".to_owned(),
        };
        let once = with("", &[7; 32], &[attestation("three \"devices\"")]).expect("a file");
        let read = Attestations::parse(NAME, &once).expect("no mistake");
        assert_eq!(read.key, Some([7; 32]), "{once}");
        let (path, order) = &read.orders[0];
        assert_eq!((path.as_str(), order.code, order.suppression.reason.as_str()), ("drafts/a.yaml", "BR412", "three \"devices\""));
        let commented = format!("{once}# kept\n");
        let twice = with(&commented, &[8; 32], &[attestation("again")]).expect("a file");
        let read = Attestations::parse(NAME, &twice).expect("no mistake");
        assert_eq!((read.key, read.orders.len(), twice.contains("# kept")), (Some([7; 32]), 1, true), "{twice}");
    }
}
