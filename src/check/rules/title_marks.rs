//! Titles that have 《》 in one place and none in another.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Rule;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;

/// `《梅江报》` here, `梅江报` there.
pub const RULE: Rule = Rule { code: "title-marks", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let titles = titles(record);
    let list: Vec<&str> = titles.iter().map(|t| t.0).collect();
    let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&list);
    let Some(finder) = finder.ok().filter(|_| !list.is_empty()) else { return Vec::new() };
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed()) {
        for hit in finder.find_iter(&*p.text).filter(|hit| is_bare(&p.text, hit.start(), hit.end())) {
            let (title, there) = &titles[hit.pattern().as_usize()];
            let message = Msg::new("found-title-marks").with("title", *title);
            out.push(
                Finding::at(at, hit.range(), message)
                    .hint(Msg::new("found-title-marks-hint").with("title", *title))
                    .related(there.clone(), Msg::new("found-title-marks-here")),
            );
        }
    }
    out
}

/// Titles in 《》 that are plainly titles without it too: long ones, and newspapers; each with its first place.
fn titles<'r>(record: &'r Record<'_>) -> Vec<(&'r str, Spot)> {
    let mut known: HashMap<&str, ()> = HashMap::new();
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed()) {
        let mut from = 0;
        while let Some(start) = p.text[from..].find('《').map(|i| from + i + '《'.len_utf8()) {
            let Some(len) = p.text[start..].find('》') else { break };
            from = start + len;
            let title = &p.text[start..from];
            let count = title.chars().count();
            let plain = count >= 10 || (count >= 3 && title.ends_with('报'));
            if plain && !title.contains('《') && known.insert(title, ()).is_none() {
                out.push((title, Spot::Text(at, start..from)));
            }
        }
    }
    out
}

/// Neither within 《》 nor within quotes, nor a part of a longer word.
fn is_bare(text: &str, start: usize, end: usize) -> bool {
    let before = &text[..start];
    let open = |opens: char, closes: char| before.rfind(opens).is_some_and(|i| !before[i..].contains(closes));
    !open('《', '》') && !open('“', '”') && !text[end..].starts_with(['社', '告', '》'])
}
