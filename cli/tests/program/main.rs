//! The program, run as a person runs it.

mod archive;
mod check;
mod extract;
mod help;
mod reading;
mod run;
mod stats;
