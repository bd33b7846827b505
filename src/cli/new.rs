//! `gongkai new`

use std::path::PathBuf;

use clap::ArgMatches;

use super::out::Out;
use super::{USAGE, WELL};
use crate::disk::write_new_files;
use crate::lang::Msg;

macro_rules! starter {
    ($($path:literal),+ $(,)?) => {
        [$(($path, include_bytes!(concat!("../../starter/", $path)).as_slice())),+]
    };
}

/// The smaller example.
const FILES: [(&str, &[u8]); 11] = starter![
    "content/site.yaml",
    "content/phrases.txt",
    "content/pages/about.md",
    "content/notices/example/notice.yaml",
    "content/notices/example/opening.md",
    "content/notices/example/leading.md",
    "content/notices/example/closing.md",
    "content/notices/example/issues/01-stall-permits.md",
    "content/notices/example/issues/02-night-noise.md",
    "content/notices/example/issues/03-park-lamps.yaml",
    "content/notices/example/issues/04-fuel-cards.md",
];

/// Makes a site with a worked example.
pub fn run(matches: &ArgMatches, out: &Out) -> u8 {
    let Some(dir) = matches.get_one::<PathBuf>("dir") else { return USAGE };
    let files: Vec<(String, Vec<u8>)> =
        FILES.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
    match write_new_files(dir, &files) {
        Ok(()) => {
            out.say(
                &Msg::new("new-done").with("folder", dir.display().to_string()).count("files", files.len()),
            );
            WELL
        }
        Err(error) => out.disk(&error),
    }
}
