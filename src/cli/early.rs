//! Carries a long output to the disk while more of it is made, so that little is left to wait for in the end.

use std::fs::File;
use std::io;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

/// Rows that are written before they are carried to the disk: some 64 MiB of them.
const ROWS: u64 = 1 << 17;

/// What is written early, on a thread of its own.
pub(super) struct Early {
    file: File,
    since: u64,
    thread: Option<(SyncSender<()>, JoinHandle<io::Result<()>>)>,
}

impl Early {
    /// For what is written to `file`.
    pub(super) fn new(file: &File) -> io::Result<Self> {
        Ok(Self { file: file.try_clone()?, since: 0, thread: None })
    }

    /// So many rows more were written.
    pub(super) fn rows(&mut self, rows: u64) {
        self.since += rows;
        if self.since < ROWS {
            return;
        }
        self.since = 0;
        if self.thread.is_none() {
            self.thread = self.begin().ok();
        }
        if let Some((due, _)) = &self.thread {
            // While it is at work, it need not be asked again: what is left by then is the end's.
            let _ = due.try_send(());
        }
    }

    fn begin(&self) -> io::Result<(SyncSender<()>, JoinHandle<io::Result<()>>)> {
        let file = self.file.try_clone()?;
        let (due, dues) = sync_channel::<()>(1);
        let thread = Builder::new().spawn(move || dues.iter().try_for_each(|()| file.sync_data()))?;
        Ok((due, thread))
    }

    /// Waits for what is under way. What could not be carried to the disk is told here and nowhere else.
    pub(super) fn end(self) -> io::Result<()> {
        let Some((due, thread)) = self.thread else { return Ok(()) };
        drop(due);
        thread.join().unwrap_or_else(|_| Err(io::Error::other("the thread that writes early ended")))
    }
}
