//! `gongkai schema`

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::out::Out;
use super::{USAGE, WELL};
use crate::check::rules::RULES;
use crate::disk::{DiskError, renew_files, told};
use crate::export::schema::{MARK, files};
use crate::lang::Msg;

/// Beside `content/`, where a line in each file can lead to it.
const USUAL: &str = "schemas";

/// A file of each kind that is YAML as a whole: how it is found, its schema, and the way from it to the top.
const PLACES: [(&str, &str, &str); 6] = [
    ("content/site.yaml", "site", "../"),
    ("content/notices/*/notice.yaml", "notice", "../../../"),
    ("content/notices/*/issues/*.yaml", "issue", "../../../../"),
    ("content/site.en.yaml", "site-translation", "../"),
    ("content/notices/*/notice.en.yaml", "notice-translation", "../../../"),
    ("content/notices/*/issues/*.en.yaml", "issue-translation", "../../../../"),
];

/// What it is asked.
pub fn command(out: &Out) -> Command {
    let folder = Arg::new("out").long("out").value_name("DIR").value_parser(value_parser!(PathBuf));
    Command::new("schema").about(out.word("help-schema")).arg(folder.help(out.word("help-schema-out")))
}

/// Writes the schemas and says how an editor comes to know of them.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    match write(root, matches, out) {
        Ok(()) => WELL,
        Err(code) => code,
    }
}

fn write(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let chosen = matches.get_one::<PathBuf>("out");
    let folder = chosen.cloned().unwrap_or_else(|| root.join(USUAL));
    out.keep_off(root, &folder)?;
    let rules: Vec<&str> = RULES.iter().map(|r| r.code).collect();
    let all: Vec<(String, Vec<u8>)> = files(&rules, &|id| out.words(id))
        .into_iter()
        .map(|(name, schema)| (name, format!("{schema:#}\n").into_bytes()))
        .collect();
    renew_files(&folder, &all, is_ours).map_err(|error| match error {
        DiskError::Exists { path } => {
            let message = Msg::new("schema-theirs").with("path", path);
            out.fail(&message, Some(&Msg::new("schema-theirs-hint")), USAGE)
        }
        error => out.disk(&error),
    })?;
    out.say(&Msg::new("schema-written").with("folder", told(&folder)).count("files", all.len()));
    if chosen.is_none() {
        tell(out);
    }
    Ok(())
}

/// A schema of an earlier run.
fn is_ours(bytes: &[u8]) -> bool {
    serde_json::from_slice(bytes).is_ok_and(|found: serde_json::Value| {
        found["$comment"].as_str().is_some_and(|comment| comment.starts_with(MARK))
    })
}

/// The line for a file of each kind, and the settings for all.
fn tell(out: &Out) {
    out.say(&Msg::new("schema-lines"));
    for (place, name, up) in &PLACES[..3] {
        out.say(&Msg::new("schema-line").with("file", *place));
        out.raw(&format!("    # yaml-language-server: $schema={up}{USUAL}/{name}.schema.json\n"));
    }
    out.say(&Msg::new("schema-settings"));
    let entries = PLACES.map(|(place, name, _)| {
        // A translation has a schema of its own.
        let but = place.strip_suffix("*.yaml").map(|folder| format!("!{folder}*.en.yaml"));
        let files = but.map_or(json!(place), |but| json!([place, but]));
        (format!("./{USUAL}/{name}.schema.json"), files)
    });
    let settings = json!({"yaml.schemas": entries.into_iter().collect::<serde_json::Map<_, _>>()});
    out.raw(&format!("{settings:#}\n"));
}
