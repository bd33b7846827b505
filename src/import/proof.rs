//! The proof: the bytes that would be written are loaded and exported, and the result compared with what came in.

use super::Refused;
use crate::export::txt;
use crate::load;
use crate::text::RawFile;

/// A line that would come out otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Line number in the imported text, from 1.
    pub line: usize,
    /// As it came in; `None` past its end.
    pub was: Option<String>,
    /// As it would be exported.
    pub now: Option<String>,
}

/// Loads and exports `files`; anything but the same text refuses the import.
pub fn prove(text: &str, slug: &str, files: &[(String, Vec<u8>)], site: &[u8]) -> Result<(), Refused> {
    let raw = |(path, bytes): &(String, Vec<u8>)| RawFile { path: path.clone(), bytes: bytes.clone() };
    let mut all: Vec<RawFile> = files.iter().map(raw).collect();
    all.push(RawFile { path: "site.yaml".to_owned(), bytes: site.to_vec() });
    let loaded = load::load(all);
    let notice = loaded.site.as_ref().and_then(|s| s.notices.iter().find(|n| n.slug == slug));
    let now = notice.map(txt::export).unwrap_or_default();
    if now == text {
        return Ok(());
    }
    Err(Refused::Differs(differences(text, &now)))
}

fn differences(was: &str, now: &str) -> Vec<Difference> {
    let (a, b): (Vec<&str>, Vec<&str>) = (was.split('\n').collect(), now.split('\n').collect());
    let all = (0..a.len().max(b.len())).filter(|at| a.get(*at) != b.get(*at));
    let own = |line: Option<&&str>| line.map(|l| (*l).to_owned());
    all.take(10).map(|at| Difference { line: at + 1, was: own(a.get(at)), now: own(b.get(at)) }).collect()
}
