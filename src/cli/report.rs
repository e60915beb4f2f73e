//! Where reports go: standard output or `-o`, and each `--report FORMAT=FILE`; all in one run.

use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ValueEnum;

use super::Error;
use super::annotate::Copy;
use super::args::Check;
use super::output;
use super::staged::{Access, Staged};
use crate::finding::Severity;
use crate::render::{FanOut, Format, Options, renderer};

/// One `--report FORMAT=FILE`.
#[derive(Debug, Clone)]
pub(super) struct Report {
    format: Format,
    path: PathBuf,
}

impl std::str::FromStr for Report {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (word, path) = text.split_once('=').ok_or("written FORMAT=FILE, such as sarif=findings.sarif")?;
        let format = Format::from_str(word, false).map_err(|_| {
            let known: Vec<String> =
                Format::value_variants().iter().filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned())).collect();
            let near = crate::finding::nearest(word, known.iter().map(String::as_str)).map(|near| format!("; did you mean {near}?"));
            format!("{word:?} is no format (it is one of {}){}", known.join(", "), near.unwrap_or_default())
        })?;
        if path.is_empty() {
            return Err("a file must stand after the `=`".to_owned());
        }
        Ok(Self { format, path: path.into() })
    }
}

/// What a report is written to.
enum Target {
    Standard(BufWriter<StdoutLock<'static>>),
    File(BufWriter<Staged>),
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.write(bytes),
            Self::File(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.flush(),
            Self::File(out) => out.flush(),
        }
    }
}

/// Every report of a run.
pub(super) struct Reports {
    targets: Vec<(Format, Target)>,
    copy: Option<Copy>,
}

impl Reports {
    /// Opens what `arguments` ask for. A file that is named twice makes no sense, and no report replaces a draft.
    pub(super) fn open(arguments: &Check) -> Result<Self, Error> {
        let others = arguments.report.iter().map(|report| &report.path).chain(&arguments.annotate);
        let mut paths: Vec<&PathBuf> = arguments.output.iter().chain(others).collect();
        paths.sort_unstable();
        if let Some(pair) = paths.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Error::Usage(format!("two reports cannot both be written to {}", pair[0].display())));
        }
        let inputs: Vec<PathBuf> = arguments.input.paths.iter().filter_map(|path| path.canonicalize().ok()).collect();
        if let Some(path) = paths.iter().find(|path| path.canonicalize().is_ok_and(|path| inputs.contains(&path))) {
            return Err(Error::Usage(format!("{} is an input; a report would replace it", path.display())));
        }
        let file = |path| Ok::<_, Error>(Target::File(BufWriter::new(Staged::open(path, Access::Private)?)));
        let first = match &arguments.output {
            Some(path) => file(path)?,
            None => Target::Standard(BufWriter::new(io::stdout().lock())),
        };
        let mut targets = vec![(arguments.format, first)];
        for report in &arguments.report {
            targets.push((report.format, file(&report.path)?));
        }
        Ok(Self { targets, copy: Copy::wanted(arguments)? })
    }

    /// One renderer for all of them.
    pub(super) fn renderer(&mut self, arguments: &Check, as_of: NaiveDate, fail_on: Option<Severity>) -> FanOut<'_> {
        let options = |format, out: &Target| Options { fail_on, ..options(arguments, as_of, format, out) };
        let targets = self.targets.iter_mut().map(|(format, out)| renderer(*format, options(*format, out), out));
        FanOut::new(targets.chain(self.copy.as_mut().map(Copy::renderer)).collect())
    }

    /// Puts the files in their places, then ends standard output, whose reader may have gone.
    pub(super) fn finish(self) -> Result<(), Error> {
        let (files, standard): (Vec<_>, Vec<_>) = self.targets.into_iter().partition(|(_, out)| matches!(out, Target::File(_)));
        for (_, target) in files.into_iter().chain(standard) {
            match target {
                Target::Standard(mut out) => out.flush()?,
                Target::File(out) => out.into_inner().map_err(io::IntoInnerError::into_error)?.commit()?,
            }
        }
        if let Some(copy) = self.copy {
            copy.write()?;
        }
        Ok(())
    }
}

fn options(arguments: &Check, as_of: NaiveDate, format: Format, out: &Target) -> Options {
    let shown_by_default = if format == Format::Text { Severity::Warning } else { Severity::Advice };
    Options {
        as_of,
        min_severity: arguments.min_severity.map_or(shown_by_default, Into::into),
        fail_on: None,
        show_values: arguments.show_values,
        colour: output::colour(arguments.color, matches!(out, Target::File(_))),
        narrated: output::is_set("BREACHLINT_NARRATE") || output::is_set("NO_GRAPHICS"),
        width: output::width(),
    }
}
