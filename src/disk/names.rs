//! Page paths: relative, with forward slashes, and such that every system can hold them.

use super::DiskError;

/// The tool's own folder inside the output folder.
pub const HOME: &str = ".gongkai";

/// Names that Windows keeps for devices, whatever the extension.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Bytes of the longest of them.
const LONGEST: usize = 7;

/// Refuses a path that leads out of the folder, into [`HOME`], or that Linux, macOS or Windows could not hold as it is.
pub fn check(path: &str) -> Result<(), DiskError> {
    let sound = !is_home(path.split('/').next().unwrap_or_default()) && path.split('/').all(is_sound);
    if sound { Ok(()) } else { Err(DiskError::BadPath { path: path.to_owned() }) }
}

/// Names of ASCII, as nearly all are, need no table of letters.
fn is_home(name: &str) -> bool {
    if name.is_ascii() { name.eq_ignore_ascii_case(HOME) } else { fold(name) == HOME }
}

fn is_sound(name: &str) -> bool {
    // Windows drops a final point or space; this turns away the empty name, `.` and `..` as well.
    !name.is_empty()
        && !name.ends_with(['.', ' '])
        && !name.contains(|c: char| c.is_control() || r#"\<>:"|?*"#.contains(c))
        && !is_reserved(name)
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    if stem.len() > LONGEST {
        return false;
    }
    let stem = fold(stem);
    let numbered =
        |rest: &str| matches!(rest, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³");
    RESERVED.contains(&stem.as_str())
        || stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt")).is_some_and(numbered)
}

/// The form in which two names are one on a disk that does not tell capitals from small letters.
pub fn fold(path: &str) -> String {
    path.to_lowercase()
}

/// The folders that hold a path, the nearest first: `a/b/c` gives `a/b`, then `a`.
pub fn folders(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(parent(path), |folder| parent(folder))
}

fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}

/// A name inside a folder; the folder `""` is the top.
pub fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_every_system_can_hold() {
        for path in [
            "index.html",
            "a/b/c.css",
            ".nojekyll",
            ".well-known/x",
            "notices/x/会议纪要.pdf",
            "console",
            "com10",
        ] {
            assert!(check(path).is_ok(), "{path}");
        }
    }

    #[test]
    fn refuses_what_leads_out_or_what_windows_would_change() {
        let out = [
            "",
            "/etc",
            "a//b",
            "a/",
            ".",
            "..",
            "../a",
            "a/../b",
            r"a\b",
            "C:/a",
            ".gongkai/owned",
            ".GONGKAI/x",
        ];
        let changed = [
            "a.",
            "a ",
            "a/b. /c",
            "nul",
            "NUL.txt",
            "a/Com1.html",
            "lpt³",
            "aux .md",
            "a\nb",
            "a?b",
            "a\u{7f}",
        ];
        for path in out.into_iter().chain(changed) {
            assert!(matches!(check(path), Err(DiskError::BadPath { .. })), "{path:?}");
        }
    }

    #[test]
    fn names_the_folders_of_a_path_from_within() {
        assert_eq!(folders("a/b/c").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(folders("a").count(), 0);
    }
}
