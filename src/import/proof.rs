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

/// The first lines that differ. After one, both texts are followed to where they agree again, so that a line too many
/// does not make all that follow differ.
fn differences(was: &str, now: &str) -> Vec<Difference> {
    let (a, b): (Vec<&str>, Vec<&str>) = (was.split('\n').collect(), now.split('\n').collect());
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while out.len() < SHOWN && (i < a.len() || j < b.len()) {
        if a.get(i) == b.get(j) {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let (skip_a, skip_b) = agreement(&a[i..], &b[j..]);
        for at in 0..skip_a.max(skip_b) {
            let line = |text: &[&str], from: usize, skip: usize| {
                (at < skip).then(|| text.get(from + at).map(|l| (*l).to_owned())).flatten()
            };
            out.push(Difference {
                line: i + at.min(skip_a) + 1,
                was: line(&a, i, skip_a),
                now: line(&b, j, skip_b),
            });
        }
        (i, j) = (i + skip_a, j + skip_b);
    }
    out.truncate(SHOWN);
    out
}

/// How many differences a person is shown.
const SHOWN: usize = 10;

/// How far to go in each until a line agrees, looking not too far; else one line of each. Empty lines agree everywhere.
fn agreement(a: &[&str], b: &[&str]) -> (usize, usize) {
    let far = 40;
    let same = |x: usize, y: usize| match (a.get(x), b.get(y)) {
        (Some(one), Some(other)) => one == other && !one.is_empty(),
        (None, None) => x == a.len() && y == b.len(),
        _ => false,
    };
    (1..far)
        .flat_map(|sum| (0..=sum).map(move |x| (x, sum - x)))
        .find(|(x, y)| same(*x, *y))
        .unwrap_or((a.len().min(1), b.len().min(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_too_many_is_one_difference() {
        let shown: Vec<_> = differences("甲\n\n乙\n丙\n丁", "甲\n乙\n丙 \n丁")
            .into_iter()
            .map(|d| (d.line, d.was, d.now))
            .collect();
        let own = |text: &str| Some(text.to_owned());
        assert_eq!(shown, [(2, own(""), None), (4, own("丙"), own("丙 "))]);
    }
}
