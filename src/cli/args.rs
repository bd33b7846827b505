//! The command line, described in the language of the person.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use super::out::Out;

/// The whole command line.
pub fn command(out: &Out) -> Command {
    let day = Arg::new("as-of").long("as-of").value_name("DATE").help(out.word("help-as-of"));
    let all = top(out)
        .subcommand(new(out))
        .subcommand(import(out))
        .subcommand(check(out, day.clone()))
        .subcommand(explain(out))
        .subcommand(build(out, day.clone()))
        .subcommand(super::serve::command(out, day.clone()))
        .subcommand(super::edition::command(out))
        .subcommand(super::diff::command(out, day.clone()))
        .subcommand(export(out, day.clone()))
        .subcommand(super::archive::command(out))
        .subcommand(status(out, day))
        .subcommand(update(out))
        .subcommand(undo(out))
        .subcommand(super::redact::command(out))
        .subcommand(verify(out))
        .subcommand(super::schema::command(out))
        .subcommand(super::fonts::command(out))
        .subcommand(super::theme::command(out))
        .subcommand(super::completions::command(out))
        .subcommand(super::help::command(out));
    super::help::in_words(all, out)
}

fn top(out: &Out) -> Command {
    let root =
        path("root").short('C').long("root").value_name("DIR").global(true).help(out.word("help-root"));
    let lang = Arg::new("lang").long("lang").value_name("LANG").global(true).help(out.word("help-lang"));
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    Command::new("gongkai")
        .version(env!("CARGO_PKG_VERSION"))
        .about(out.word("help-about"))
        .subcommand_required(true)
        .disable_version_flag(true)
        .args([root, lang, version.help(out.word("help-version"))])
}

fn path(name: &'static str) -> Arg {
    Arg::new(name).value_parser(value_parser!(PathBuf))
}

/// `--font-dir`
pub fn font_dir(out: &Out) -> Arg {
    path("font-dir").long("font-dir").value_name("DIR").help(out.word("help-font-dir"))
}

fn flag(name: &'static str, help: &'static str, out: &Out) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(out.word(help))
}

/// `--format`, which is the first of `values` where it is not given.
fn format<const N: usize>(values: [&'static str; N], help: &'static str, out: &Out) -> Arg {
    let arg = Arg::new("format").long("format").value_name("FORMAT").default_value(values[0]);
    arg.value_parser(PossibleValuesParser::new(values)).help(out.word(help))
}

fn new(out: &Out) -> Command {
    let dir = path("dir").value_name("DIR").required(true).help(out.word("help-new-dir"));
    Command::new("new").about(out.word("help-new")).arg(dir)
}

fn check(out: &Out, day: Arg) -> Command {
    Command::new("check")
        .about(out.word("help-check"))
        .arg(day)
        .arg(format(["human", "short", "json"], "help-format", out))
        .arg(flag("deny-warnings", "help-deny", out))
        .arg(flag("fix", "help-fix", out).conflicts_with("format"))
        .arg(flag("dry-run", "help-dry-run", out).requires("fix"))
        .arg(flag("yes", "help-yes", out).requires("fix"))
}

fn undo(out: &Out) -> Command {
    Command::new("undo")
        .about(out.word("help-undo"))
        .long_about(out.word("help-undo-long"))
        .arg(flag("dry-run", "help-dry-run", out))
        .arg(flag("yes", "help-yes", out))
}

fn explain(out: &Out) -> Command {
    let rule = Arg::new("rule").value_name("RULE").help(out.word("help-explain-rule"));
    Command::new("explain").about(out.word("help-explain")).arg(rule)
}

fn build(out: &Out, day: Arg) -> Command {
    Command::new("build")
        .about(out.word("help-build"))
        .arg(path("out").long("out").value_name("DIR").help(out.word("help-out")))
        .arg(day)
        .arg(flag("draft", "help-draft", out))
        .arg(flag("compress", "help-compress", out))
        .arg(path("zip").long("zip").value_name("FILE").help(out.word("help-zip")))
        .arg(font_dir(out))
        .arg(flag("deny-warnings", "help-deny", out))
        .arg(format(["human", "short", "json"], "help-format", out))
}

fn export(out: &Out, day: Arg) -> Command {
    Command::new("export")
        .about(out.word("help-export"))
        .arg(Arg::new("slug").value_name("SLUG").required(true).help(out.word("help-slug")))
        .arg(format(
            ["txt", "docx", "pdf", "poster", "xlsx", "csv", "json", "cms"],
            "help-export-format",
            out,
        ))
        .arg(flag("with-edition", "help-with-edition", out))
        .arg(flag("with-attachments", "help-with-attachments", out))
        .arg(flag("yes", "help-export-yes", out))
        .arg(path("output").short('o').long("output").value_name("FILE").help(out.word("help-output")))
        .arg(font_dir(out))
        .arg(day)
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
        .arg(format(["human", "json"], "help-status-format", out))
}

fn update(out: &Out) -> Command {
    let word = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(out.word(help))
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
        .arg(flag("minor", "help-update-minor", out))
        .arg(flag("hide-old", "help-update-hide-old", out).requires("corrects"))
        .arg(word("id", "ID", "help-update-id"))
        .arg(flag("set-status", "help-update-set-status", out))
        .arg(flag("dry-run", "help-update-dry-run", out))
}

fn import(out: &Out) -> Command {
    Command::new("import")
        .about(out.word("help-import"))
        .arg(path("file").value_name("FILE").required(true).help(out.word("help-import-file")))
        .arg(Arg::new("slug").long("slug").value_name("SLUG").help(out.word("help-slug")))
        .arg(flag("suggest-status", "help-suggest", out))
        .arg(flag("tidy-space", "help-tidy", out))
        .arg(flag("dry-run", "help-import-dry-run", out))
        .arg(flag("yes", "help-import-yes", out))
        .arg(Arg::new("date").long("date").value_name("DATE").help(out.word("help-date")))
        .arg(Arg::new("issuer").long("issuer").value_name("ISSUER").help(out.word("help-issuer")))
}

fn verify(out: &Out) -> Command {
    Command::new("verify")
        .about(out.word("help-verify"))
        .long_about(out.word("help-verify-long"))
        .arg(path("folder").value_name("FOLDER").required(true).help(out.word("help-verify-folder")))
        .arg(Arg::new("expect").long("expect").value_name("DIGEST").help(out.word("help-verify-expect")))
        .arg(path("notice").long("notice").value_name("FILE").help(out.word("help-verify-notice")))
        .arg(
            Arg::new("slug")
                .long("slug")
                .value_name("SLUG")
                .requires("notice")
                .help(out.word("help-verify-slug")),
        )
        .arg(format(["human", "json"], "help-verify-format", out))
}
