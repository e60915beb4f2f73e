//! Canonical rows as Parquet: the settled rows in JSON, line by line into typed columns, one group of rows after another. Knows no rules.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{ColumnPath, Type};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};

use super::encode::Columns;
use super::{Count, Outputs, Settings, To, rows};
use crate::dataset::Failure;
use crate::dataset::layout::PROVENANCE;
use crate::dataset::read::Input;
use crate::report::date::canonical;

/// A group is closed at so many bytes of JSON, which bounds memory,
const GROUP_BYTES: usize = 8 * 1024 * 1024;
/// or at so many rows.
const GROUP_ROWS: usize = 128 * 1024;

/// Normalizes the rows of `inputs` as [`rows`] does and writes them to `outputs.data` as Parquet. The rows go through a nameless file: which of them
/// fold is known only at the end. `settings.to` is not asked.
pub fn parquet(inputs: Vec<(String, Input)>, settings: &Settings, outputs: &mut Outputs<'_>) -> Result<Count, Failure> {
    let columns = Columns::of(inputs.iter().map(|(_, input)| &input.layout), To::Ndjson);
    let extras: Vec<String> = columns.first().map(|columns| columns.extras.to_vec()).unwrap_or_default();
    let mut lines = (outputs.scratch)().map_err(Failure::Write)?;
    let count = {
        let mut outputs = Outputs {
            data: &mut lines,
            changes: match &mut outputs.changes {
                Some(changes) => Some(&mut **changes),
                None => None,
            },
            rejects: &mut *outputs.rejects,
            findings: match &mut outputs.findings {
                Some(findings) => Some(&mut **findings),
                None => None,
            },
            across: outputs.across.as_deref_mut(),
            scratch: &mut *outputs.scratch,
            progress: &mut *outputs.progress,
        };
        rows(inputs, &Settings { to: To::Ndjson, ..*settings }, &mut outputs)?
    };
    write(&mut lines, &extras, outputs.data).map_err(Failure::Write)?;
    Ok(count)
}

fn write(lines: &mut File, extras: &[String], data: &mut File) -> io::Result<()> {
    let mut group = Group::new(extras);
    let mut writer = SerializedFileWriter::new(data, Arc::new(group.schema()?), Arc::new(properties())).map_err(failed)?;
    lines.seek(SeekFrom::Start(0))?;
    let mut lines = BufReader::with_capacity(128 * 1024, lines);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        group.add(&line)?;
        line.clear();
        if group.bytes >= GROUP_BYTES || group.rows >= GROUP_ROWS {
            group.flush(&mut writer)?;
        }
    }
    group.flush(&mut writer)?;
    writer.close().map(|_| ()).map_err(failed)
}

fn properties() -> WriterProperties {
    let mut properties = WriterProperties::builder()
        .set_created_by(concat!("breachlint version ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_compression(Compression::SNAPPY)
        // An index of pages would grow with the rows until the file is closed.
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_offset_index_disabled(true);
    // Values that hardly ever come twice.
    for unlike in [PROVENANCE[0], "covered_entity", "web_description"] {
        properties = properties.set_column_dictionary_enabled(ColumnPath::from(unlike), false);
    }
    properties.build()
}

/// The columns of some rows.
struct Group {
    columns: Vec<Column>,
    rows: usize,
    bytes: usize,
}

struct Column {
    name: String,
    repetition: Repetition,
    /// Whether a cell holds a list of texts.
    list: bool,
    values: Values,
    /// How much of each value is there: 0 for a missing one.
    there: Vec<i16>,
    /// 0 for the first text of a cell, 1 for those behind it.
    behind: Vec<i16>,
    /// Whether the row at hand has a value.
    filled: bool,
}

enum Values {
    Texts {
        bytes: Vec<u8>,
        ends: Vec<usize>,
    },
    Numbers(Vec<i64>),
    /// Days since 1970-01-01.
    Days(Vec<i32>),
    Flags(Vec<bool>),
}

impl Group {
    fn new(extras: &[String]) -> Self {
        let texts = || Values::Texts { bytes: Vec::new(), ends: Vec::new() };
        let column = |name: &str, repetition, list, values| Column {
            name: name.to_owned(),
            repetition,
            list,
            values,
            there: Vec::new(),
            behind: Vec::new(),
            filled: false,
        };
        let (always, maybe) = (Repetition::REQUIRED, Repetition::OPTIONAL);
        let [id, file, row] = PROVENANCE;
        let mut columns = vec![
            column(id, always, false, texts()),
            column("covered_entity", always, false, texts()),
            column("state", maybe, false, texts()),
            column("covered_entity_type", maybe, false, texts()),
            column("individuals_affected", maybe, false, Values::Numbers(Vec::new())),
            column("submission_date", maybe, false, Values::Days(Vec::new())),
            column("breach_type", maybe, true, texts()),
            column("breach_location", maybe, true, texts()),
            column("business_associate_present", maybe, false, Values::Flags(Vec::new())),
            column("web_description", maybe, false, texts()),
            column(file, always, false, texts()),
            column(row, maybe, false, Values::Numbers(Vec::new())),
        ];
        columns.extend(extras.iter().map(|name| column(name, maybe, false, texts())));
        Self { columns, rows: 0, bytes: 0 }
    }

    fn schema(&self) -> io::Result<Type> {
        let fields = self.columns.iter().map(|column| column.field().map(Arc::new)).collect::<Result<Vec<_>, _>>();
        fields.and_then(|fields| Type::group_type_builder("record").with_fields(fields).build()).map_err(failed)
    }

    /// Takes one row, a JSON object.
    fn add(&mut self, line: &[u8]) -> io::Result<()> {
        let mut json = serde_json::Deserializer::from_slice(line);
        Cells(&mut self.columns).deserialize(&mut json)?;
        for column in &mut self.columns {
            if !std::mem::take(&mut column.filled) {
                column.there.push(0);
                column.behind.push(0);
            }
        }
        self.rows += 1;
        self.bytes += line.len();
        Ok(())
    }

    /// Writes the rows so far, and forgets them.
    fn flush(&mut self, writer: &mut SerializedFileWriter<&mut File>) -> io::Result<()> {
        if self.rows == 0 {
            return Ok(());
        }
        let mut group = writer.next_row_group().map_err(failed)?;
        for column in &mut self.columns {
            let Some(mut out) = group.next_column().map_err(failed)? else { break };
            column.write(&mut out).and_then(|()| out.close()).map_err(failed)?;
        }
        (self.rows, self.bytes) = (0, 0);
        group.close().map(|_| ()).map_err(failed)
    }
}

impl Column {
    fn field(&self) -> Result<Type, ParquetError> {
        let (physical, logical) = match &self.values {
            Values::Texts { .. } => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Values::Numbers(_) => (Physical::INT64, None),
            Values::Days(_) => (Physical::INT32, Some(LogicalType::Date)),
            Values::Flags(_) => (Physical::BOOLEAN, None),
        };
        let value = |name: &str, repetition| {
            Type::primitive_type_builder(name, physical).with_logical_type(logical.clone()).with_repetition(repetition).build()
        };
        if !self.list {
            return value(&self.name, self.repetition);
        }
        // The three levels that the format lays down for lists.
        let element = value("element", Repetition::REQUIRED)?;
        let list = Type::group_type_builder("list").with_repetition(Repetition::REPEATED).with_fields(vec![Arc::new(element)]).build()?;
        Type::group_type_builder(&self.name)
            .with_logical_type(Some(LogicalType::List))
            .with_repetition(self.repetition)
            .with_fields(vec![Arc::new(list)])
            .build()
    }

    fn take<'de, M: MapAccess<'de>>(&mut self, map: &mut M) -> Result<(), M::Error> {
        if std::mem::replace(&mut self.filled, true) {
            return Err(M::Error::custom(format!("two columns are called {:?}", self.name)));
        }
        if self.list {
            let texts: Vec<Text<'_>> = map.next_value()?;
            if texts.is_empty() {
                self.there.push(1);
                self.behind.push(0);
            }
            for (index, text) in texts.iter().enumerate() {
                self.there.push(2);
                self.behind.push(i16::from(index > 0));
                self.values.text(&text.0);
            }
            return Ok(());
        }
        let there = match &mut self.values {
            Values::Numbers(numbers) => match map.next_value()? {
                Number::Digits(number) => {
                    numbers.push(number);
                    true
                }
                Number::Text(text) if text.is_empty() => false,
                Number::Text(text) => {
                    return Err(M::Error::custom(format!("{} is a number in Parquet, and one row has {text:?}", self.name)));
                }
            },
            Values::Days(days) => {
                let Text(text) = map.next_value()?;
                let day = canonical(&text).ok_or_else(|| M::Error::custom("no day"))?;
                days.push(day.signed_duration_since(chrono::NaiveDate::default()).num_days().try_into().map_err(M::Error::custom)?);
                true
            }
            Values::Flags(flags) => {
                flags.push(map.next_value()?);
                true
            }
            texts @ Values::Texts { .. } => {
                let Text(text) = map.next_value()?;
                texts.text(&text);
                true
            }
        };
        self.there.push(i16::from(there));
        self.behind.push(0);
        Ok(())
    }

    fn write(&mut self, out: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let (there, behind) = (Some(&self.there[..]), self.list.then_some(&self.behind[..]));
        match &mut self.values {
            Values::Texts { bytes, ends } => {
                let all = ByteArray::from(std::mem::take(bytes));
                let mut start = 0;
                let texts: Vec<ByteArray> = ends
                    .drain(..)
                    .map(|end| {
                        let text = all.slice(start, end - start);
                        start = end;
                        text
                    })
                    .collect();
                out.typed::<ByteArrayType>().write_batch(&texts, there, behind)?;
            }
            Values::Numbers(numbers) => {
                out.typed::<Int64Type>().write_batch(numbers, there, behind)?;
                numbers.clear();
            }
            Values::Days(days) => {
                out.typed::<Int32Type>().write_batch(days, there, behind)?;
                days.clear();
            }
            Values::Flags(flags) => {
                out.typed::<BoolType>().write_batch(flags, there, behind)?;
                flags.clear();
            }
        }
        self.there.clear();
        self.behind.clear();
        Ok(())
    }
}

impl Values {
    fn text(&mut self, text: &str) {
        if let Self::Texts { bytes, ends } = self {
            bytes.extend_from_slice(text.as_bytes());
            ends.push(bytes.len());
        }
    }
}

/// A text, not copied where JSON writes it as it is.
#[derive(Deserialize)]
struct Text<'t>(#[serde(borrow)] Cow<'t, str>);

/// A number; a row that came with its source may name it in another way.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Digits(i64),
    Text(String),
}

/// Reads the cells of a row into their columns.
struct Cells<'c>(&'c mut [Column]);

impl<'de> DeserializeSeed<'de> for Cells<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Cells<'_> {
    type Value = ();

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a record")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(Text(name)) = map.next_key()? {
            let column = self.0.iter_mut().find(|column| column.name == name);
            column.ok_or_else(|| M::Error::custom(format!("no column is called {name:?}")))?.take(&mut map)?;
        }
        Ok(())
    }
}

/// What went wrong, with the fault of the disk inside it, if it was one.
fn failed(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(inner) => *inner,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}
