//! `gongkai help`, and how help is laid out.

use std::ffi::OsString;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::out::Out;
use crate::lang::Msg;

/// The message that holds the examples of each command.
const EXAMPLES: [(&str, &str); 16] = [
    ("new", "examples-new"),
    ("import", "examples-import"),
    ("check", "examples-check"),
    ("build", "examples-build"),
    ("edition", "examples-edition"),
    ("diff", "examples-diff"),
    ("export", "examples-export"),
    ("archive", "examples-archive"),
    ("status", "examples-status"),
    ("update", "examples-update"),
    ("undo", "examples-undo"),
    ("redact", "examples-redact"),
    ("verify", "examples-verify"),
    ("schema", "examples-schema"),
    ("theme", "examples-theme"),
    ("completions", "examples-completions"),
];

/// What it is asked.
pub fn command(out: &Out) -> Command {
    let name = Arg::new("command").value_name("COMMAND").help(out.word("help-which"));
    Command::new("help").about(out.word("help-command")).arg(name)
}

/// `help import` in the words of `import --help`.
pub fn as_flag(program: &OsString, matches: &ArgMatches, lang: &str) -> Vec<OsString> {
    let name = matches.get_one::<String>("command").map(Into::into);
    let words = ["--lang", lang].map(Into::into).into_iter().chain(name).chain(["--help".into()]);
    std::iter::once(program.clone()).chain(words).collect()
}

/// Headings, the help flag and examples of a command and of those under it, in the language of the person.
pub fn in_words(command: Command, out: &Out) -> Command {
    one(command, out)
        .mut_subcommands(|c| with_examples(one(c, out), out).mut_subcommands(|under| one(under, out)))
}

fn one(command: Command, out: &Out) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(out.word("help-help"));
    let command = command
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(help)
        .mut_args(|arg| described(arg, out));
    let template = template(&command, out);
    command.help_template(template)
}

fn with_examples(command: Command, out: &Out) -> Command {
    let shown = EXAMPLES.iter().find(|(name, _)| *name == command.get_name());
    match shown {
        Some((_, id)) => command.after_help(examples(id, out)),
        None => command,
    }
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
    let text = shown.fold(usage, |text, (_, name, tag)| format!("{text}\n\n{}\n{tag}", out.word(name)));
    text + "{after-help}"
}

fn examples(id: &'static str, out: &Out) -> String {
    let lines = out.word(id);
    lines.lines().fold(out.word("help-examples"), |text, line| format!("{text}\n  {line}"))
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
