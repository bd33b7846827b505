//! `gongkai check`

use std::path::Path;

use clap::ArgMatches;

use super::out::{Out, judged};
use super::review::Demand;
use super::{ERRORS, WELL, fix, theme};
use crate::check::{not_yet, review};
use crate::lang::Msg;
use crate::model::Site;

/// Checks the content: its structure first, then what the rules say. What it finds is its result, and so goes to standard
/// output. With `--fix`, what is sure is put right first.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    check(root, matches, out).unwrap_or_else(|code| code)
}

fn check(root: &Path, matches: &ArgMatches, out: &Out) -> Result<u8, u8> {
    let format = matches.get_one::<String>("format").map_or("human", String::as_str);
    let day = out.day(matches)?;
    if matches.get_flag("fix") && !fix::fix(root, day, matches, out)? {
        return Ok(WELL);
    }
    let (site, mut loaded) = judged(out.content(root)?);
    let later = |site| not_yet::check(site, day).into_iter().chain(not_yet::editions(site, day));
    loaded.diagnostics.extend(site.iter().flat_map(later));
    if !loaded.diagnostics.is_empty() {
        out.raw(&out.findings(&loaded.diagnostics, &loaded.sources, format));
    }
    let site = site.ok_or(ERRORS)?;
    let theme = theme::open(root, &site, &loaded.sources, out, format)?;
    let of_theme = theme.site_code(&site.settings);
    if !of_theme.is_empty() {
        out.raw(&out.findings(&of_theme, theme.sources(), format));
    }
    let found = review(&site, &loaded.sources, day);
    out.raw(&out.by_rule(&found, &loaded.sources, format));
    let demand = Demand::of(matches.get_flag("deny-warnings"));
    let all = loaded.diagnostics.iter().chain(&of_theme).chain(&found);
    let refused = all.clone().any(|d| demand.refuses(d));
    if format == "human" {
        if all.clone().next().is_some() {
            out.say(&out.counted(all));
        }
        if !refused {
            out.say(&well(&site));
        }
    }
    // The program ends here; giving back a large record piece by piece would only make the person wait.
    std::mem::forget((site, loaded));
    Ok(if refused { ERRORS } else { WELL })
}

fn well(site: &Site) -> Msg {
    let issues = site.notices.iter().flat_map(|n| &n.issues);
    Msg::new("check-well")
        .count("notices", site.notices.len())
        .count("issues", issues.clone().count())
        .count("measures", issues.map(|i| i.measures.len()).sum())
}
