//! `gongkai check`

use std::path::Path;

use clap::ArgMatches;

use super::out::{Out, judged};
use super::{ERRORS, WELL, theme};
use crate::lang::Msg;
use crate::model::Site;

/// Checks the structure of the content. What it finds is its result, and so goes to standard output.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    let format = matches.get_one::<String>("format").map_or("human", String::as_str);
    let content = match out.content(root) {
        Ok(content) => content,
        Err(code) => return code,
    };
    let (site, loaded) = judged(content);
    if !loaded.diagnostics.is_empty() {
        out.raw(&out.findings(&loaded.diagnostics, &loaded.sources, format));
    }
    let Some(site) = site else { return ERRORS };
    if let Err(code) = theme::open(root, &site, &loaded.sources, out, format) {
        return code;
    }
    if matches.get_flag("deny-warnings") && !loaded.diagnostics.is_empty() {
        return ERRORS;
    }
    if format == "human" {
        out.say(&well(&site));
    }
    WELL
}

fn well(site: &Site) -> Msg {
    let issues = site.notices.iter().flat_map(|n| &n.issues);
    Msg::new("check-well")
        .count("notices", site.notices.len())
        .count("issues", issues.clone().count())
        .count("measures", issues.map(|i| i.measures.len()).sum())
}
