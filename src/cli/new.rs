//! `breachlint new`: a draft to fill in, with only the questions that the answers so far make apply. The words are the schema's.

use std::path::Path;

use super::args::{AffectedArg, FilerArg, New};
use super::{Error, output};
use crate::render::log_csv;
use crate::report::Asking;
use crate::report::terms::{Affecting, Filer, ReportType, Term};
use crate::schema;

pub(super) fn run(arguments: &New) -> Result<bool, Error> {
    if let Some(path) = &arguments.log {
        return log(path);
    }
    let text = draft(arguments.filer, arguments.affected);
    match &arguments.output {
        None => output::print(&text),
        Some(path) if path.exists() => Err(taken(path)),
        Some(path) => output::write(path, text.as_bytes(), output::Access::Private).map(|()| false),
    }
}

fn taken(path: &Path) -> Error {
    Error::Usage(format!("{} exists already; it was not touched", path.display()))
}

/// Writes an empty log of drafts in the notation that the ending of `path` names.
fn log(path: &Path) -> Result<bool, Error> {
    if path.exists() {
        return Err(taken(path));
    }
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let bytes = match ending.as_str() {
        "csv" => log_csv().into_bytes(),
        #[cfg(feature = "tables")]
        "xlsx" => {
            let failed =
                |error: rust_xlsxwriter::XlsxError| Error::Output(path.display().to_string(), std::io::Error::other(error.to_string()));
            crate::render::log_workbook().map_err(failed)?
        }
        _ => {
            let known = if cfg!(feature = "tables") { ".xlsx or .csv" } else { ".csv; this build writes no workbooks" };
            return Err(Error::Usage(format!("--log {}: the file must end in {known}", path.display())));
        }
    };
    output::write(path, &bytes, output::Access::Private).map(|()| false)
}

fn draft(filer: FilerArg, affected: AffectedArg) -> String {
    let filer = match filer {
        FilerArg::CoveredEntity => Filer::CoveredEntity,
        FilerArg::BusinessAssociate => Filer::BusinessAssociate,
        FilerArg::CoveredEntityForBusinessAssociate => Filer::CoveredEntityForAssociate,
    };
    let affecting = match affected {
        AffectedArg::FiveHundredOrMore => Affecting::FiveHundredOrMore,
        AffectedArg::FewerThanFiveHundred => Affecting::FewerThanFiveHundred,
    };
    let mut text = String::from(
        "# yaml-language-server: $schema=breach-report.schema.json\n\
         # An editor that knows that line helps with keys and terms, once this file is there: breachlint schema > breach-report.schema.json\n\
         # A draft breach report. Answer after each colon; what is marked (worksheet) the portal does not ask, but a deadline or duty hangs on it.\n\
         # Check it with: breachlint check FILE\n",
    );
    let scaffold = Scaffold { filer, affecting };
    scaffold.section("", 0, &mut text);
    text
}

struct Scaffold {
    filer: Filer,
    affecting: Affecting,
}

impl Scaffold {
    fn section(&self, path: &str, depth: usize, text: &mut String) {
        for key in schema::keys(path) {
            let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            if !self.applies(&path) {
                continue;
            }
            let indent = "  ".repeat(depth);
            if depth == 0 {
                text.push('\n');
            }
            let worksheet = if schema::is_worksheet(&path) { " (worksheet)" } else { "" };
            comment(&format!("{}{worksheet}. {}", schema::title(&path), schema::description(&path)), &indent, text);
            let options = schema::options(&path);
            if !options.is_empty() && options.len() <= 20 && self.given(&path).is_none() {
                comment(&format!("One of: {}", schema::current_options(&path).join(" | ")), &indent, text);
            }
            let several = path == "covered_entity" && self.filer.is_associate();
            if schema::keys(&path).is_empty() {
                let answer = self.given(&path).map(|answer| format!(" {answer}")).unwrap_or_default();
                text.push_str(&format!("{indent}{key}:{answer}\n"));
            } else if several {
                text.push_str(&format!("{indent}{key}:\n"));
                let mut item = String::new();
                self.section(&path, depth + 2, &mut item);
                text.push_str(&first_as_item(&item, depth + 1));
            } else {
                text.push_str(&format!("{indent}{key}:\n"));
                self.section(&path, depth + 1, text);
            }
        }
    }

    /// Whether the question applies to this filer and size, or may apply once others are answered.
    fn applies(&self, path: &str) -> bool {
        let chosen = |path: &str, label: &str| self.given(path).map(|given| given == label);
        let asking = Asking { filer: Some(self.filer), chosen: &chosen, while_open: true };
        // Below 500 individuals no State can have more than 500 of them.
        let media = matches!(path, "notice.media_notice_states" | "notice.media_notice_methods");
        asking.applies(path) && (!media || asking.affects(Affecting::FiveHundredOrMore))
    }

    /// Answers that are known already.
    fn given(&self, path: &str) -> Option<String> {
        match path {
            "schema_version" => Some(crate::report::NEWEST_VERSION.to_string()),
            "filing.report_type" => Some(ReportType::Initial.label().to_owned()),
            "filing.filer" => Some(self.filer.label().to_owned()),
            "breach.affecting" => Some(self.affecting.label().to_owned()),
            _ => None,
        }
    }
}

/// `item`, whose lines are indented by `depth + 1` steps, as the first item of a list at `depth`.
fn first_as_item(item: &str, depth: usize) -> String {
    let dash = format!("{}- ", "  ".repeat(depth));
    let inner = "  ".repeat(depth + 1);
    let mut done = false;
    let mut out = String::new();
    for line in item.lines() {
        let is_comment = line.trim_start().starts_with('#');
        if !done && !is_comment {
            done = true;
            out.push_str(&line.replacen(&inner, &dash, 1));
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

fn comment(words: &str, indent: &str, text: &mut String) {
    let mut line = format!("{indent}#");
    for word in words.split_whitespace() {
        if line.len() + word.len() + 1 > 110 {
            text.push_str(&line);
            text.push('\n');
            line = format!("{indent}#");
        }
        line.push(' ');
        line.push_str(word);
    }
    text.push_str(&line);
    text.push('\n');
}
