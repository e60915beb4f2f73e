//! Blocks through workers and out again in the order of the input. Each thread holds one block and two results, however long the input is.

use std::collections::BTreeMap;
use std::io;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::cut::{Block, Cutter};

/// Why a run over rows ended early.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The input could not be read.
    #[error("cannot read the input: {0}")]
    Read(io::Error),
    /// The output could not be written.
    #[error("cannot write the output: {0}")]
    Write(io::Error),
}

/// What one thread does with a block.
pub(super) trait Work {
    /// What becomes of a block. It is reused: whoever fills it clears it first.
    type Out: Default + Send;

    /// Works on `block`. `numbers` tells which record and line it begins with, once it is known how many of them it holds.
    fn block(&mut self, block: &mut Block, numbers: &Numbers, out: &mut Self::Out);
}

/// The first record and the first line of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Begin {
    /// The record, from 1.
    pub(super) row: u64,
    /// The line, from 1.
    pub(super) line: u64,
}

/// Hands the numbers of records and lines from each block to the next.
#[derive(Debug)]
pub(super) struct Numbers {
    next: Mutex<Next>,
    passed: Condvar,
}

#[derive(Debug)]
struct Next {
    block: u64,
    begin: Begin,
    stopped: bool,
}

impl Numbers {
    /// The numbers of an input whose first block begins as `begin` says.
    pub(super) fn new(begin: Begin) -> Self {
        Self { next: Mutex::new(Next { block: 0, begin, stopped: false }), passed: Condvar::new() }
    }

    /// Where block `number` begins, which has `rows` records and `lines` line breaks. Waits for the blocks in front of it.
    pub(super) fn pass(&self, number: u64, rows: u64, lines: u64) -> Begin {
        let mut next = locked(&self.next);
        while next.block < number && !next.stopped {
            next = self.passed.wait(next).unwrap_or_else(PoisonError::into_inner);
        }
        let begin = next.begin;
        next.block = number + 1;
        next.begin = Begin { row: begin.row + rows, line: begin.line + lines };
        self.passed.notify_all();
        begin
    }

    /// Lets nobody wait any longer.
    fn stop(&self) {
        locked(&self.next).stopped = true;
        self.passed.notify_all();
    }
}

/// A thread that fails must not leave the others waiting for its block.
struct StopsOnPanic<'n>(&'n Numbers);

impl Drop for StopsOnPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop();
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs every block of `cutter` through workers on `threads` threads, the calling one included; `write` gets the results in the order of the input,
/// on the calling thread.
pub(super) fn run<W: Work>(
    cutter: &mut Cutter,
    threads: usize,
    numbers: &Numbers,
    worker: &(dyn Fn() -> W + Sync),
    write: &mut dyn FnMut(&mut W::Out) -> io::Result<()>,
) -> Result<(), Failure> {
    if threads > 1 {
        return in_parallel(cutter, threads - 1, numbers, worker, write);
    }
    let (mut block, mut out, mut work) = (Block::default(), W::Out::default(), worker());
    while cutter.next(&mut block).map_err(Failure::Read)? {
        work.block(&mut block, numbers, &mut out);
        write(&mut out).map_err(Failure::Write)?;
    }
    Ok(())
}

/// Results that a thread can have under way.
const UNDER_WAY: usize = 2;

struct Shared<'c, T> {
    cutter: Mutex<&'c mut Cutter>,
    free: Mutex<Receiver<T>>,
    failed: Mutex<Option<io::Error>>,
}

impl<T> Shared<'_, T> {
    /// Fills `block` with the next records; false if there are none, or they cannot be read.
    fn next(&self, block: &mut Block) -> bool {
        locked(&self.cutter).next(block).unwrap_or_else(|error| {
            locked(&self.failed).get_or_insert(error);
            false
        })
    }
}

fn in_parallel<W: Work>(
    cutter: &mut Cutter,
    helpers: usize,
    numbers: &Numbers,
    worker: &(dyn Fn() -> W + Sync),
    write: &mut dyn FnMut(&mut W::Out) -> io::Result<()>,
) -> Result<(), Failure> {
    let (give_back, free) = channel();
    let (done, results) = sync_channel(UNDER_WAY * helpers);
    for _ in 0..UNDER_WAY * helpers {
        let _ = give_back.send(W::Out::default());
    }
    let shared = Shared { cutter: Mutex::new(cutter), free: Mutex::new(free), failed: Mutex::new(None) };
    let written = std::thread::scope(|scope| {
        for _ in 0..helpers {
            let done = done.clone();
            let shared = &shared;
            scope.spawn(move || {
                let _guard = StopsOnPanic(numbers);
                help(&mut worker(), shared, numbers, &done);
            });
        }
        drop(done);
        let _guard = StopsOnPanic(numbers);
        let mut order = Order { next: 0, early: BTreeMap::new(), own: Vec::new(), give_back, write };
        order.own.resize_with(UNDER_WAY, W::Out::default);
        let written = order.run(&mut worker(), &shared, numbers, &results);
        // Threads that wait for an empty result or for room end when these go.
        drop((results, order));
        numbers.stop();
        written
    });
    written.map_err(Failure::Write)?;
    match shared.failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(error) => Err(Failure::Read(error)),
        None => Ok(()),
    }
}

/// What a helping thread does until the input ends or nobody wants its results.
fn help<W: Work>(work: &mut W, shared: &Shared<'_, W::Out>, numbers: &Numbers, done: &SyncSender<(u64, W::Out)>) {
    let mut block = Block::default();
    loop {
        // The empty result first: whoever holds the next block in turn can then always finish it.
        let Ok(mut out) = locked(&shared.free).recv() else { return };
        if !shared.next(&mut block) {
            return;
        }
        work.block(&mut block, numbers, &mut out);
        if done.send((block.number, out)).is_err() {
            return;
        }
    }
}

/// The calling thread: it writes results when it is their turn, and else works on blocks like the others.
struct Order<'w, T> {
    /// The block whose result is written next.
    next: u64,
    /// Results that came before their turn, and whether they are this thread's own.
    early: BTreeMap<u64, (T, bool)>,
    /// Empty results of this thread.
    own: Vec<T>,
    /// Where the others get theirs back.
    give_back: Sender<T>,
    write: &'w mut dyn FnMut(&mut T) -> io::Result<()>,
}

impl<T> Order<'_, T> {
    fn run<W: Work<Out = T>>(
        &mut self,
        work: &mut W,
        shared: &Shared<'_, T>,
        numbers: &Numbers,
        results: &Receiver<(u64, T)>,
    ) -> io::Result<()> {
        let mut block = Block::default();
        let mut has_more = true;
        loop {
            while let Ok((number, out)) = results.try_recv() {
                self.early.insert(number, (out, false));
            }
            while let Some((mut out, own)) = self.early.remove(&self.next) {
                (self.write)(&mut out)?;
                self.next += 1;
                if own {
                    self.own.push(out);
                } else {
                    // Nobody takes it back once the input has ended.
                    let _ = self.give_back.send(out);
                }
            }
            if has_more && let Some(mut out) = self.own.pop() {
                has_more = shared.next(&mut block);
                if has_more {
                    work.block(&mut block, numbers, &mut out);
                    self.early.insert(block.number, (out, true));
                }
                continue;
            }
            // Nothing to do before another thread is done with its block.
            match results.recv() {
                Ok((number, out)) => self.early.insert(number, (out, false)),
                Err(_) => return Ok(()),
            };
        }
    }
}
