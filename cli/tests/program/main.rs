//! The program, run as a person runs it.

mod check;
mod extract;
mod run;
