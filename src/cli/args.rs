//! The command line, described in the language of the person.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use super::out::Out;

/// The whole command line.
pub fn command(out: &Out) -> Command {
    let path = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    let day = Arg::new("as-of").long("as-of").value_name("DATE").help(out.word("help-as-of"));
    let format = Arg::new("format").long("format").default_value("human");
    let diagnostics = format.clone().value_parser(PossibleValuesParser::new(["human", "short", "json"]));
    Command::new("gongkai")
        .version(env!("CARGO_PKG_VERSION"))
        .about(out.word("help-about"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(path("root").short('C').long("root").value_name("DIR").global(true).help(out.word("help-root")))
        .arg(Arg::new("lang").long("lang").value_name("LANG").global(true).help(out.word("help-lang")))
        .subcommand(
            Command::new("new")
                .about(out.word("help-new"))
                .arg(path("dir").required(true).help(out.word("help-new-dir"))),
        )
        .subcommand(import(out))
        .subcommand(
            Command::new("check")
                .about(out.word("help-check"))
                .arg(diagnostics.clone().help(out.word("help-format")))
                .arg(
                    Arg::new("deny-warnings")
                        .long("deny-warnings")
                        .action(ArgAction::SetTrue)
                        .help(out.word("help-deny")),
                ),
        )
        .subcommand(
            Command::new("build")
                .about(out.word("help-build"))
                .arg(path("out").long("out").value_name("DIR").help(out.word("help-out")))
                .arg(day.clone())
                .arg(diagnostics.help(out.word("help-format"))),
        )
        .subcommand(
            Command::new("export")
                .about(out.word("help-export"))
                .arg(Arg::new("slug").required(true).help(out.word("help-slug")))
                .arg(
                    Arg::new("format")
                        .long("format")
                        .required(true)
                        .value_parser(PossibleValuesParser::new(["txt", "json"]))
                        .help(out.word("help-export-format")),
                )
                .arg(
                    path("output").short('o').long("output").value_name("FILE").help(out.word("help-output")),
                )
                .arg(day.clone()),
        )
        .subcommand(
            Command::new("status").about(out.word("help-status")).arg(day).arg(
                Arg::new("due")
                    .long("due")
                    .value_name("DAYS")
                    .default_value("30")
                    .value_parser(value_parser!(u16))
                    .help(out.word("help-due")),
            ),
        )
}

fn import(out: &Out) -> Command {
    Command::new("import")
        .about(out.word("help-import"))
        .arg(
            Arg::new("file")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(out.word("help-import-file")),
        )
        .arg(Arg::new("slug").long("slug").help(out.word("help-slug")))
        .arg(
            Arg::new("suggest-status")
                .long("suggest-status")
                .action(ArgAction::SetTrue)
                .help(out.word("help-suggest")),
        )
        .arg(Arg::new("tidy-space").long("tidy-space").action(ArgAction::SetTrue).help(out.word("help-tidy")))
        .arg(Arg::new("date").long("date").value_name("DATE").help(out.word("help-date")))
        .arg(Arg::new("issuer").long("issuer").help(out.word("help-issuer")))
}
