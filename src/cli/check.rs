//! `gongkai check`

use std::path::Path;

use clap::ArgMatches;

use super::out::Out;
use super::{ERRORS, WELL};
use crate::lang::Msg;

/// Checks the structure of the content.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    let format = matches.get_one::<String>("format").map_or("human", String::as_str);
    let (site, loaded) = match out.site(root, format) {
        Ok(found) => found,
        Err(code) => return code,
    };
    if matches.get_flag("deny-warnings") && !loaded.diagnostics.is_empty() {
        return ERRORS;
    }
    if format == "human" {
        let issues = site.notices.iter().flat_map(|n| &n.issues);
        let message = Msg::new("check-well")
            .count("notices", site.notices.len())
            .count("issues", issues.clone().count())
            .count("measures", issues.map(|i| i.measures.len()).sum());
        out.say(&message);
    }
    WELL
}
