//! The program, run as a person runs it.

mod archive;
mod check;
mod extract;
mod run;
mod stats;
