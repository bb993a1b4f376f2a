//! The program, run as a person runs it.

mod archive;
mod check;
mod extract;
mod help;
mod run;
mod stats;
