//! Messages, colour and the size of the terminal.

use anstream::ColorChoice;
use anstyle::{AnsiColor, Style};
use terminal_size::{Width, terminal_size};

use crate::arguments::{Color, Common};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const NOTE: Style = Style::new().dimmed();
/// The width of what is written to no terminal, and the most of one: longer lines are hard to read.
const WIDTH: usize = 88;
/// The least, however narrow the terminal is.
const LEAST_WIDTH: usize = 24;

/// Settles whether anything is written in colour.
pub(crate) fn set_color(color: Color) {
    match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
    .write_global();
}

/// How many columns text is wrapped to.
pub(crate) fn width() -> usize {
    match terminal_size() {
        Some((Width(columns), _)) => usize::from(columns).clamp(LEAST_WIDTH, WIDTH),
        None => WIDTH,
    }
}

/// Says what went wrong. Where nobody can hear it, nothing more can be done.
pub(crate) fn report(message: &str) {
    use std::io::Write;
    let _ = writeln!(anstream::stderr(), "{ERROR}quotation:{ERROR:#} {message}");
}

/// Says what may be good to know.
pub(crate) fn note(common: Common, message: &str) {
    use std::io::Write;
    if !common.quiet {
        let _ = writeln!(anstream::stderr(), "{NOTE}quotation: {message}{NOTE:#}");
    }
}
