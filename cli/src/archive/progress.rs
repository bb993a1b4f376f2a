//! What a person sees while an archive is read: how much, how fast, how long the rest will take.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::arguments::Common;
use crate::console;

/// A run that is over sooner shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

pub(super) struct Progress {
    bar: ProgressBar,
    start: Instant,
    is_wanted: bool,
}

impl Progress {
    pub(super) fn new(common: Common, total: u64, done: u64) -> Progress {
        let style = "{bytes} of {total_bytes} {wide_bar} {bytes_per_sec}, {eta} left";
        let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::hidden());
        let bar = match ProgressStyle::with_template(style) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        };
        // What an earlier run did says nothing of this one's rate.
        bar.set_position(done);
        bar.reset_eta();
        Progress {
            bar,
            start: Instant::now(),
            is_wanted: !common.quiet && io::stderr().is_terminal(),
        }
    }

    /// So many bytes are done.
    pub(super) fn set(&mut self, bytes: u64) {
        self.bar.set_position(bytes);
        if self.is_wanted && self.start.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.is_wanted = false;
        }
    }

    /// Says above the bar what was left out.
    pub(super) fn report(&self, message: &str) {
        self.bar.suspend(|| console::report(message));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
