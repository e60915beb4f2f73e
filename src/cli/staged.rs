//! An output that is written beside its place and moved there when it is whole: a run that is cut short leaves the old file, or none.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};

use tempfile::{Builder, NamedTempFile};

use super::Error;

/// Unfinished files, which an interrupted run takes away.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// An output in the making.
pub(super) struct Staged {
    target: PathBuf,
    file: Held,
}

enum Held {
    /// Beside the place where it goes.
    Beside(NamedTempFile),
    /// Nowhere by name: what it goes to is no file (a device, a pipe), or standard output.
    Nameless(File),
}

impl Staged {
    /// An output that goes to `target`: `-` for standard output. With `private`, nobody but the owner may read it; else what the umask lets.
    pub(super) fn new(target: &Path, private: bool) -> Result<Self, Error> {
        on_interrupt();
        let failed = |error| Error::Output(target.display().to_string(), error);
        if target.as_os_str() == "-" || target.metadata().is_ok_and(|known| !known.is_file()) {
            return Ok(Self { target: target.to_owned(), file: Held::Nameless(scratch().map_err(failed)?) });
        }
        let place = target.canonicalize().unwrap_or_else(|_| target.to_owned());
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        let mut builder = Builder::new();
        builder.prefix(".breachlint-");
        set_mode(&mut builder, private);
        let file = builder.tempfile_in(folder).map_err(failed)?;
        unfinished().push(file.path().to_owned());
        Ok(Self { target: place, file: Held::Beside(file) })
    }

    /// The file to write to.
    pub(super) fn file(&mut self) -> &mut File {
        match &mut self.file {
            Held::Beside(file) => file.as_file_mut(),
            Held::Nameless(file) => file,
        }
    }

    /// Puts what was written in its place.
    pub(super) fn commit(self) -> Result<(), Error> {
        let target = self.target.clone();
        let failed = |error| Error::Output(target.display().to_string(), error);
        match self.file {
            Held::Beside(file) => {
                let path = file.path().to_owned();
                file.as_file().sync_all().map_err(failed)?;
                file.persist(&self.target).map_err(|error| failed(error.error))?;
                forget(&path);
                Ok(())
            }
            Held::Nameless(mut file) => {
                file.seek(SeekFrom::Start(0)).map_err(failed)?;
                copy(&mut file, &self.target).map_err(failed)
            }
        }
    }
}

fn copy(file: &mut File, target: &Path) -> io::Result<()> {
    if target.as_os_str() == "-" {
        let mut out = io::stdout().lock();
        io::copy(file, &mut out)?;
        return out.flush();
    }
    io::copy(file, &mut File::options().write(true).open(target)?).map(|_| ())
}

#[cfg(unix)]
fn set_mode(builder: &mut Builder<'_, '_>, private: bool) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(std::fs::Permissions::from_mode(if private { 0o600 } else { 0o666 }));
}

#[cfg(not(unix))]
fn set_mode(_: &mut Builder<'_, '_>, _: bool) {}

/// A file without a name, in the folder for such files.
pub(super) fn scratch() -> io::Result<File> {
    tempfile::tempfile()
}

fn unfinished() -> std::sync::MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn forget(path: &Path) {
    unfinished().retain(|known| known != path);
}

/// Ctrl-C takes unfinished files away before it ends the run.
fn on_interrupt() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Where no handler can be set, the system's own ends the run, and an unfinished file stays beside the old one.
        let _ = ctrlc::set_handler(|| {
            for path in unfinished().drain(..) {
                let _ = std::fs::remove_file(path);
            }
            end();
        });
    });
}

/// 128 and the number of the signal, as shells say it.
#[expect(clippy::exit, reason = "a signal ends the run")]
fn end() -> ! {
    std::process::exit(130)
}
