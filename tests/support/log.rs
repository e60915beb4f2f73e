//! Drafts as rows of a log.

/// `value`, a report, as the header and the one row of a log.
pub(crate) fn row_of(value: &serde_json::Value) -> String {
    let mut cells: Vec<(String, String)> = Vec::new();
    flatten(value, "", &mut cells);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells.iter().map(|(path, _)| path)).expect("memory");
    writer.write_record(cells.iter().map(|(_, cell)| cell)).expect("memory");
    String::from_utf8(writer.into_inner().expect("memory")).expect("UTF-8")
}

fn flatten(value: &serde_json::Value, path: &str, out: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::Object(entries) if path.ends_with("residents_by_state") => {
            let pairs: Vec<String> = entries.iter().map(|(state, count)| format!("{state}={count}")).collect();
            out.push((path.to_owned(), pairs.join("; ")));
        }
        serde_json::Value::Object(entries) => {
            for (key, value) in entries {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                flatten(value, &path, out);
            }
        }
        serde_json::Value::Array(items) if items.iter().any(serde_json::Value::is_object) => flatten(&items[0], path, out),
        serde_json::Value::Array(items) => {
            let items: Vec<&str> = items.iter().map(|item| item.as_str().expect("a label")).collect();
            out.push((path.to_owned(), items.join("; ")));
        }
        serde_json::Value::String(text) => out.push((path.to_owned(), text.clone())),
        other => out.push((path.to_owned(), other.to_string())),
    }
}
