//! Running the program.

use std::process::Command;

/// What the program writes to standard output.
pub(crate) fn train(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_train"))
        .args(arguments)
        .output()
        .unwrap();
    let problems = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {problems}");
    String::from_utf8(output.stdout).unwrap()
}
