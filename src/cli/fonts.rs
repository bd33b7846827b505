//! `gongkai fonts`

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::args::font_dir;
use super::out::Out;
#[cfg(not(feature = "pdf"))]
use super::print;

/// What it is asked.
pub fn command(out: &Out) -> Command {
    Command::new("fonts").about(out.word("help-fonts")).arg(font_dir(out))
}

/// Lists the fonts that were found, by what they are used for.
pub fn run(matches: &ArgMatches, out: &Out) -> u8 {
    list(matches.get_one::<PathBuf>("font-dir"), out)
}

#[cfg(not(feature = "pdf"))]
fn list(_: Option<&PathBuf>, out: &Out) -> u8 {
    print::absent(out)
}

#[cfg(feature = "pdf")]
fn list(folder: Option<&PathBuf>, out: &Out) -> u8 {
    listing::list(folder.map(PathBuf::as_path), out)
}

#[cfg(feature = "pdf")]
mod listing {
    use std::path::Path;

    use crate::cli::out::Out;
    use crate::cli::table::{Side, table};
    use crate::cli::{WELL, print};
    use crate::disk::{find_fonts, place_of};
    use crate::export::pdf::{FontStore, chain};
    use crate::export::print::Role;
    use crate::lang::Msg;

    /// A row for each family of each role, the first choice first.
    pub fn list(folder: Option<&Path>, out: &Out) -> u8 {
        let fonts = match find_fonts(folder) {
            Ok(fonts) => fonts,
            Err(error) => return out.disk(&error),
        };
        let head = ["fonts-role", "fonts-family", "fonts-use", "fonts-file"].map(|id| out.word(id));
        let mut rows = vec![head.to_vec()];
        let mut without = Vec::new();
        for role in Role::ALL {
            let found = of(role, &fonts, out);
            if found.is_empty() {
                without.push(role);
            }
            rows.extend(found);
        }
        out.raw(&table(&rows, &[Side::Left; 4], 0));
        out.say(&Msg::new("fonts-order"));
        if without.is_empty() { WELL } else { print::no_font(&without, out) }
    }

    fn of(role: Role, fonts: &FontStore, out: &Out) -> Vec<Vec<String>> {
        let chain = chain(role, fonts.book());
        let row = |(at, family): (usize, &'static str)| {
            let first = if at == 0 { print::name(role, out) } else { String::new() };
            let used = match at {
                0 if chain.own.is_empty() => "fonts-stand-in",
                0 => "fonts-first",
                _ => "fonts-behind",
            };
            vec![first, family.to_owned(), out.word(used), place_of(fonts, family)]
        };
        chain.families().enumerate().map(row).collect()
    }
}
