//! Commands: arguments into work, and what came of it into words. The only place that asks for the time.

mod archive;
mod args;
mod ask;
mod build;
mod bundle;
mod changes;
mod check;
mod completions;
mod diff;
mod edition;
mod entry_days;
mod explain;
mod export;
mod fix;
mod fonts;
mod help;
mod import;
mod lines;
mod new;
mod office;
mod out;
mod overwrite;
mod portal;
mod poster;
mod print;
mod redact;
mod review;
mod schema;
mod serve;
mod status;
mod table;
mod tally;
mod theme;
mod undo;
mod update;
mod usage;
mod verify;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;

use crate::lang::Lang;

/// Everything went well.
pub const WELL: u8 = 0;
/// The content has errors.
pub const ERRORS: u8 = 1;
/// The command was called wrongly.
pub const USAGE: u8 = 2;
/// The system failed: disk, permission.
pub const SYSTEM: u8 = 3;

/// Runs the tool; gives its exit code.
pub fn run(argv: Vec<OsString>) -> u8 {
    let lang = language(&argv);
    let out = out::Out::new(lang);
    if let Some(tag) = variable("GONGKAI_LANG").filter(|tag| Lang::parse(tag).is_none()) {
        usage::variable(&tag, &out);
    }
    let program = argv.first().cloned().unwrap_or_default();
    let matches = match args::command(&out).try_get_matches_from(argv) {
        Ok(matches) => matches,
        Err(error) if error.use_stderr() => return usage::wrong(&error, &out),
        Err(help) => return out.help(&help),
    };
    match matches.get_one::<String>("lang").filter(|tag| Lang::parse(tag).is_none()) {
        Some(tag) => usage::language(tag, &out),
        None => match matches.subcommand() {
            Some(("help", m)) => run(help::as_flag(&program, m, lang.tag())),
            _ => command(&matches, &out),
        },
    }
}

fn command(matches: &ArgMatches, out: &out::Out) -> u8 {
    let root = matches.get_one::<PathBuf>("root").cloned().unwrap_or_else(|| ".".into());
    match matches.subcommand() {
        Some(("new", m)) => new::run(m, out),
        Some(("import", m)) => import::run(&root, m, out),
        Some(("check", m)) => check::run(&root, m, out),
        Some(("explain", m)) => explain::run(m, out),
        Some(("build", m)) => build::run(&root, m, out),
        Some(("serve", m)) => serve::run(&root, m, out),
        Some(("edition", m)) => edition::run(&root, m, out),
        Some(("diff", m)) => diff::run(&root, m, out),
        Some(("export", m)) => export::run(&root, m, out),
        Some(("archive", m)) => archive::run(&root, m, out),
        Some(("status", m)) => status::run(&root, m, out),
        Some(("verify", m)) => verify::run(m, out),
        Some(("update", m)) => update::run(&root, m, out),
        Some(("undo", m)) => undo::run(&root, m, out),
        Some(("redact", m)) => redact::run(&root, m, out),
        Some(("schema", m)) => schema::run(&root, m, out),
        Some(("fonts", m)) => fonts::run(m, out),
        Some(("theme", m)) => theme::run(&root, m, out),
        Some(("completions", m)) => completions::run(m, out),
        _ => USAGE,
    }
}

/// `--lang`, then `GONGKAI_LANG`, then `LANG`; Chinese if none says.
fn language(argv: &[OsString]) -> Lang {
    let words: Vec<&str> = argv.iter().filter_map(|a| a.to_str()).collect();
    let after = words.windows(2).find(|w| w[0] == "--lang").map(|w| w[1].to_owned());
    let joined = words.iter().find_map(|w| w.strip_prefix("--lang=")).map(str::to_owned);
    let known = |name| variable(name).filter(|tag| Lang::parse(tag).is_some());
    let said = after.or(joined).or_else(|| known("GONGKAI_LANG")).or_else(|| known("LANG"));
    said.and_then(|tag| Lang::parse(&tag)).unwrap_or(Lang::ZhCn)
}

/// A variable of the environment that is set to something.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|v| !v.is_empty())
}
