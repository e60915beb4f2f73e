//! Standard streams, and files that are replaced whole or not at all.

use std::io::{IsTerminal, Write};
use std::path::Path;

use super::Error;

/// Says something to the person, beside the output.
#[expect(clippy::print_stderr, reason = "the one place that talks beside the output")]
pub(super) fn say(words: &str) {
    eprintln!("{words}");
}

/// Prints `text`; the command found nothing.
pub(super) fn print(text: &str) -> Result<bool, Error> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| Error::Output("standard output".to_owned(), error))?;
    Ok(false)
}

/// Who may read a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// The owner alone: it holds contact data.
    Private,
    /// As the file that it replaces.
    AsBefore,
}

/// Writes `bytes` to `path`: beside it first, then in its place. A symlink stays one: the file that it names is replaced.
pub(super) fn write(path: &Path, bytes: &[u8], access: Access) -> Result<(), Error> {
    let failed = |error| Error::Output(path.display().to_string(), error);
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    // A device or a pipe is written to, never replaced.
    if target.metadata().is_ok_and(|known| !known.is_file()) {
        return std::fs::File::options().write(true).open(&target).and_then(|mut file| file.write_all(bytes)).map_err(failed);
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    if access == Access::AsBefore
        && let Ok(before) = target.metadata()
    {
        file.as_file().set_permissions(before.permissions()).map_err(failed)?;
    }
    file.persist(&target).map_err(|error| failed(error.error))?;
    Ok(())
}

/// A bar for people who wait, on a terminal only.
pub(super) struct Progress(Option<indicatif::ProgressBar>);

/// A bar for the rows of `name`.
pub(super) fn progress(name: &str) -> Progress {
    Progress(std::io::stderr().is_terminal().then(|| {
        let bar = indicatif::ProgressBar::new_spinner().with_message(crate::finding::safe_line(name));
        let style = indicatif::ProgressStyle::with_template("{spinner} {msg}: {human_pos} rows, {per_sec}, {elapsed}");
        bar.set_style(style.unwrap_or_else(|_| indicatif::ProgressStyle::default_spinner()));
        bar
    }))
}

impl Progress {
    /// So many rows more.
    pub(super) fn rows(&self, rows: u64) {
        if let Some(bar) = &self.0 {
            bar.inc(rows);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

/// Whether to colour what goes to standard output.
pub(super) fn colour(choice: super::args::Colour, to_file: bool) -> bool {
    match choice {
        super::args::Colour::Always => true,
        super::args::Colour::Never => false,
        super::args::Colour::Auto => !to_file && !is_set("NO_COLOR") && (is_set("CLICOLOR_FORCE") || std::io::stdout().is_terminal()),
    }
}

/// Whether an environment variable is set to something.
#[expect(clippy::disallowed_methods, reason = "the environment is read here and nowhere else")]
pub(super) fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0")
}

/// Columns of the terminal, between 60 and 120.
pub(super) fn width() -> usize {
    let columns = terminal_columns().unwrap_or(100);
    columns.clamp(60, 120)
}

#[expect(clippy::disallowed_methods, reason = "the environment is read here and nowhere else")]
fn terminal_columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok()
}
