//! Where a path really leads, and whether one place lies in another.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// Whether a folder stands here, a link to one included. A place that cannot be looked at counts as one, so that whoever
/// reads it says why.
pub fn is_a_folder(path: &Path) -> bool {
    match fs::metadata(path) {
        Ok(about) => about.is_dir(),
        Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
    }
}

/// Whether a path is a folder or lies in it, once links and `..` are followed. Neither needs to be there.
pub fn lies_in(path: &Path, folder: &Path) -> bool {
    real(path).starts_with(real(folder))
}

/// The path as the system would walk it: every link followed where it stands, so that a `..` behind it leads where it does.
pub fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    absolute.components().fold(PathBuf::new(), |mut walked, part| {
        match part {
            Component::ParentDir => drop(walked.pop()),
            part => walked.push(part),
        }
        fs::canonicalize(&walked).unwrap_or(walked)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_known_by_where_it_leads() {
        let base = tempfile::tempdir().unwrap();
        let (content, beside) = (base.path().join("content"), base.path().join("content-2"));
        fs::create_dir_all(content.join("notices")).unwrap();
        assert!(lies_in(&content, &content));
        assert!(lies_in(&content.join("notices/x/y.txt"), &content), "what is not there yet");
        assert!(lies_in(&base.path().join("public/../content/out"), &content), "through what is not there");
        assert!(!lies_in(&content.join("../public"), &content));
        assert!(!lies_in(&beside, &content), "a name that begins alike");
        assert!(!lies_in(base.path(), &content));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_before_what_comes_after_them() {
        let base = tempfile::tempdir().unwrap();
        let content = base.path().join("content");
        fs::create_dir_all(content.join("notices")).unwrap();
        std::os::unix::fs::symlink(content.join("notices"), base.path().join("elsewhere")).unwrap();
        assert!(lies_in(&base.path().join("elsewhere/out"), &content));
        assert!(lies_in(&base.path().join("elsewhere/../out"), &content), "`..` of where the link leads");
    }
}
