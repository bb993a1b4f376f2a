//! The program `quotation`: who said what, for people who do not write programs.

mod archive;
mod arguments;
mod cast;
mod check;
mod console;
mod detection;
mod extract;
mod failure;
mod help;
mod input;
mod line_numbers;
mod stats;
mod writer;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::{Failure, Outcome};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(outcome) => ExitCode::from(outcome.status()),
        Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::Message(message)) => {
            console::report(&message);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    match &arguments.command {
        Some(Command::Archive(archive)) => {
            console::set_color(archive.common.color);
            archive::run(archive)
        }
        Some(Command::Check(check)) => {
            console::set_color(check.common.color);
            check::run(check)
        }
        Some(Command::Completions(completions)) => help::completions(completions.shell),
        Some(Command::Manual(manual)) => help::manual(manual.output.as_deref()),
        Some(Command::Stats(stats)) => {
            console::set_color(stats.common.color);
            stats::run(stats)
        }
        None => {
            console::set_color(arguments.extract.common.color);
            extract::run(&arguments.extract)
        }
    }
}
