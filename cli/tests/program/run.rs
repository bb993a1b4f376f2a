//! How the tests run the program and what they read of it.

use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// A file of the tests.
pub(crate) fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

/// The article of the README.
pub(crate) fn article() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/article.txt")
}

/// The program, in the folder of the tests' files, with nothing of the caller's terminal.
pub(crate) fn quotation() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quotation"));
    command.current_dir(data("")).env_remove("NO_COLOR");
    command
}

/// Standard output of a run that ends with this status.
pub(crate) fn output(arguments: &[&str], status: i32) -> String {
    let run = quotation().args(arguments).assert().code(status);
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

/// Messages of a run that ends with this status.
pub(crate) fn messages(arguments: &[&str], status: i32) -> String {
    let run = quotation().args(arguments).assert().code(status);
    String::from_utf8(run.get_output().stderr.clone()).unwrap()
}

/// Runs the program with a reader that has gone: that must be no error, and nothing to speak of.
#[cfg(unix)]
pub(crate) fn check_closed_pipe(arguments: &[&str]) {
    use std::process::{self, Stdio};
    let mut run = process::Command::new(env!("CARGO_BIN_EXE_quotation"))
        .args(arguments)
        .current_dir(data(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(run.stdout.take());
    let run = run.wait_with_output().unwrap();
    assert!(
        run.status.success() && run.stderr.is_empty(),
        "{arguments:?}: {run:?}"
    );
}
