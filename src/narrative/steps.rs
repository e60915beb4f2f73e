//! Counts the steps of a reading in builds with debug assertions, so that a test can hold it to linear time without a clock.

#[cfg(debug_assertions)]
use std::cell::Cell;

#[cfg(debug_assertions)]
thread_local! {
    static COUNT: Cell<u64> = const { Cell::new(0) };
}

/// Counts `steps` more: bytes looked at, or hits gone through.
#[inline]
pub(super) fn note(steps: usize) {
    #[cfg(debug_assertions)]
    COUNT.with(|count| count.set(count.get() + steps as u64));
    #[cfg(not(debug_assertions))]
    let _ = steps;
}

/// The steps on this thread since the last call.
#[cfg(test)]
pub(super) fn take() -> u64 {
    COUNT.with(|count| count.replace(0))
}
