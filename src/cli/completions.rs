//! `gongkai completions`

use std::str::FromStr;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use clap_complete::{Shell, generate};

use super::out::Out;
use super::{USAGE, WELL, args};

/// What it is asked.
pub fn command(out: &Out) -> Command {
    let shells = PossibleValuesParser::new(["bash", "zsh", "fish", "powershell"]);
    Command::new("completions").about(out.word("help-completions")).arg(
        Arg::new("shell")
            .value_name("SHELL")
            .required(true)
            .value_parser(shells)
            .help(out.word("help-completions-shell")),
    )
}

/// Prints the script that completes commands and options in a shell.
pub fn run(matches: &ArgMatches, out: &Out) -> u8 {
    let shell = matches.get_one::<String>("shell").and_then(|name| Shell::from_str(name).ok());
    let Some(shell) = shell else { return USAGE };
    let mut script = Vec::new();
    generate(shell, &mut args::command(out), "gongkai", &mut script);
    // The script is made of the help texts, which are UTF-8.
    out.result(&script).err().unwrap_or(WELL)
}
