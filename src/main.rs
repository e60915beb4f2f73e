//! The command line: parse, run, exit. Everything else is the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    breachlint::cli::main()
}
