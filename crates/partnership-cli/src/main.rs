//! The command `partnership`: parse, ask the core, print. What things mean is the core's; nothing is decided here.

mod args;
mod clock;
mod command;
mod data;
mod failure;
mod output;
mod render;
mod session;
mod write;

use std::io::ErrorKind;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = match args::parse(std::env::args_os()) {
        Ok(cli) => cli,
        Err(error) => {
            // Help goes to stdout and ends well, a refusal to stderr; a closed pipe is nobody's fault.
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            return ExitCode::from(match error.print() {
                Err(failed) if code == 0 && failed.kind() != ErrorKind::BrokenPipe => 4,
                _ => code,
            });
        }
    };
    let session = session::Session::new(cli.globals);
    let said = cli.command.run(&session);
    let code = session.tell(said);
    ExitCode::from(code)
}
