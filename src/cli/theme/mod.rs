//! `gongkai theme`

mod folder;
mod open;

use std::path::Path;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::out::Out;
use super::{USAGE, WELL};
use crate::theme::Theme;

pub use open::{in_other_languages, open, read, refused};

/// What it is asked.
pub fn command(out: &Out) -> Command {
    let name = Arg::new("name").value_name("NAME").required(true).help(out.word("help-theme-name"));
    let from = Arg::new("from").long("from").value_name("THEME").default_value("civic");
    let from =
        from.value_parser(PossibleValuesParser::new(Theme::BUILT_IN)).help(out.word("help-theme-from"));
    let files = Arg::new("file").value_name("FILE").required(true).action(ArgAction::Append);
    let which = Arg::new("name").value_name("NAME").default_value("civic").help(out.word("help-theme-which"));
    Command::new("theme")
        .about(out.word("help-theme"))
        .subcommand_required(true)
        .subcommand(Command::new("new").about(out.word("help-theme-new")).arg(name.clone()).arg(from))
        .subcommand(
            Command::new("copy")
                .about(out.word("help-theme-copy"))
                .args([name, files.help(out.word("help-theme-file"))]),
        )
        .subcommand(Command::new("files").about(out.word("help-theme-files")).arg(which))
}

/// Makes a theme, fills it, lists it.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    let done = match matches.subcommand() {
        Some(("new", m)) => folder::new(root, m, out),
        Some(("copy", m)) => folder::copy(root, m, out),
        Some(("files", m)) => folder::files(root, m, out),
        _ => return USAGE,
    };
    done.err().unwrap_or(WELL)
}
