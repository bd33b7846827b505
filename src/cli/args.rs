//! The command line, described in the language of the person.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use super::out::Out;
use crate::lang::Msg;

/// The whole command line.
pub fn command(out: &Out) -> Command {
    let path = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    let day = Arg::new("as-of").long("as-of").value_name("DATE").help(out.word("help-as-of"));
    let format = Arg::new("format").long("format").value_name("FORMAT").default_value("human");
    let diagnostics = format.clone().value_parser(PossibleValuesParser::new(["human", "short", "json"]));
    let all = Command::new("gongkai")
        .version(env!("CARGO_PKG_VERSION"))
        .about(out.word("help-about"))
        .subcommand_required(true)
        .disable_version_flag(true)
        .arg(path("root").short('C').long("root").value_name("DIR").global(true).help(out.word("help-root")))
        .arg(Arg::new("lang").long("lang").value_name("LANG").global(true).help(out.word("help-lang")))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(out.word("help-version")),
        )
        .subcommand(
            Command::new("new")
                .about(out.word("help-new"))
                .arg(path("dir").value_name("DIR").required(true).help(out.word("help-new-dir"))),
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
                .arg(Arg::new("draft").long("draft").action(ArgAction::SetTrue).help(out.word("help-draft")))
                .arg(diagnostics.help(out.word("help-format"))),
        )
        .subcommand(super::edition::command(out))
        .subcommand(super::diff::command(out, day.clone()))
        .subcommand(
            Command::new("export")
                .about(out.word("help-export"))
                .arg(Arg::new("slug").value_name("SLUG").required(true).help(out.word("help-slug")))
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_name("FORMAT")
                        .required(true)
                        .value_parser(PossibleValuesParser::new(["txt", "json", "cms"]))
                        .help(out.word("help-export-format")),
                )
                .arg(
                    path("output").short('o').long("output").value_name("FILE").help(out.word("help-output")),
                )
                .arg(day.clone()),
        );
    let all = all
        .subcommand(status(out, day))
        .subcommand(update(out))
        .subcommand(super::redact::command(out))
        .subcommand(verify(out));
    in_words(all, out, 0)
}

/// Headings and the help flag of a command and of those under it, in the language of the person.
fn in_words(command: Command, out: &Out, depth: usize) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(out.word("help-help"));
    let command = command
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(help)
        .mut_args(|arg| described(arg, out));
    let template = template(&command, out);
    let command = command.help_template(template);
    if depth > 0 { command } else { command.mut_subcommands(|c| in_words(c, out, 1)) }
}

/// The layout of a command's help: each section it has, under its name.
fn template(command: &Command, out: &Out) -> String {
    let sections = [
        (command.has_subcommands(), "help-commands", "{subcommands}"),
        (command.get_positionals().next().is_some(), "help-arguments", "{positionals}"),
        (true, "help-options", "{options}"),
    ];
    let usage = format!("{{about-with-newline}}\n{}{{usage}}", out.word("help-usage"));
    let shown = sections.into_iter().filter(|(has, ..)| *has);
    shown.fold(usage, |text, (_, name, tag)| format!("{text}\n\n{}\n{tag}", out.word(name)))
}

fn described(arg: Arg, out: &Out) -> Arg {
    let values: Vec<String> = arg.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
    if !arg.get_action().takes_values() {
        return arg;
    }
    let arg = arg.hide_possible_values(true).hide_default_value(true);
    match arg.get_help().map(ToString::to_string).filter(|_| !values.is_empty()) {
        Some(help) => {
            let values = Msg::new("help-values").list("values", values.iter().map(String::as_str));
            arg.help(format!("{help} {}", out.text(&values)))
        }
        None => arg,
    }
}

fn status(out: &Out, day: Arg) -> Command {
    let days = |name: &'static str, default: &'static str, help: &'static str| {
        let arg = Arg::new(name).long(name).value_name("DAYS").default_value(default).help(out.word(help));
        arg.value_parser(value_parser!(u16))
    };
    Command::new("status")
        .about(out.word("help-status"))
        .arg(day)
        .arg(days("due", "30", "help-due"))
        .arg(days("silent", "90", "help-silent"))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .default_value("human")
                .value_parser(PossibleValuesParser::new(["human", "json"]))
                .help(out.word("help-status-format")),
        )
}

fn update(out: &Out) -> Command {
    let word = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(out.word(help))
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(out.word(help))
    };
    let place = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).value_name(value).required(true).help(out.word(help))
    };
    Command::new("update")
        .about(out.word("help-update"))
        .arg(place("issue", "ISSUE", "help-update-issue"))
        .arg(place("measure", "MEASURE", "help-update-measure"))
        .arg(word("notice", "SLUG", "help-update-notice"))
        .arg(word("date", "DATE", "help-update-date"))
        .arg(word("status", "STATUS", "help-update-status"))
        .arg(word("text", "TEXT", "help-update-text"))
        .arg(word("evidence", "TITLE", "help-update-evidence").action(ArgAction::Append))
        .arg(word("corrects", "ID", "help-update-corrects"))
        .arg(word("reason", "TEXT", "help-update-reason").requires("corrects"))
        .arg(flag("minor", "help-update-minor"))
        .arg(flag("hide-old", "help-update-hide-old").requires("corrects"))
        .arg(word("id", "ID", "help-update-id"))
        .arg(flag("set-status", "help-update-set-status"))
        .arg(flag("dry-run", "help-update-dry-run"))
}

fn import(out: &Out) -> Command {
    Command::new("import")
        .about(out.word("help-import"))
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(out.word("help-import-file")),
        )
        .arg(Arg::new("slug").long("slug").value_name("SLUG").help(out.word("help-slug")))
        .arg(
            Arg::new("suggest-status")
                .long("suggest-status")
                .action(ArgAction::SetTrue)
                .help(out.word("help-suggest")),
        )
        .arg(Arg::new("tidy-space").long("tidy-space").action(ArgAction::SetTrue).help(out.word("help-tidy")))
        .arg(Arg::new("date").long("date").value_name("DATE").help(out.word("help-date")))
        .arg(Arg::new("issuer").long("issuer").value_name("ISSUER").help(out.word("help-issuer")))
}

fn verify(out: &Out) -> Command {
    let path = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    Command::new("verify")
        .about(out.word("help-verify"))
        .long_about(out.word("help-verify-long"))
        .arg(path("folder").value_name("FOLDER").required(true).help(out.word("help-verify-folder")))
        .arg(path("notice").long("notice").value_name("FILE").help(out.word("help-verify-notice")))
        .arg(
            Arg::new("slug")
                .long("slug")
                .value_name("SLUG")
                .requires("notice")
                .help(out.word("help-verify-slug")),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .default_value("human")
                .value_parser(PossibleValuesParser::new(["human", "json"]))
                .help(out.word("help-verify-format")),
        )
}
