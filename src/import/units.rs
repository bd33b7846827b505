//! Responsible bodies named in the text, with how sure it is that they are one, and their shorter names together.

use std::collections::BTreeMap;

use crate::md;
use crate::model::{Notice, Unit, UnitId};
use crate::save::Proposed;
use crate::text::{FileId, Span};

/// A body found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its longest name.
    pub name: String,
    /// Shorter names of the same body.
    pub aliases: Vec<String>,
    /// How often any of them stands in the text.
    pub times: usize,
    /// Named as inspected or signing, or at least five times.
    pub sure: bool,
}

const STARTS: [&str; 7] = ["中共", "县", "市", "区", "镇", "乡", "省"];
const ENDS: [&str; 16] = [
    "局",
    "委宣传部",
    "委组织部",
    "委办公室",
    "中心",
    "公司",
    "社科联",
    "文联",
    "联合会",
    "管委会",
    "委员会",
    "支队",
    "档案馆",
    "图书馆",
    "文化馆",
    "博物馆",
];

/// Every body named in the text, the surest and most frequent first.
pub fn find(notice: &Notice) -> Vec<Found> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut listed: Vec<String> = vec![notice.issuer.clone()];
    for text in texts(notice) {
        for phrase in phrases(&text) {
            if let Some(name) = unit_name(phrase) {
                *counts.entry(name.to_owned()).or_default() += 1;
            }
        }
        if let Some((_, list)) = text.split_once("(含").or_else(|| text.split_once("（含")) {
            let list = list.split([')', '）']).next().unwrap_or_default();
            listed.extend(list.split('、').filter(|n| unit_name(n) == Some(n)).map(str::to_owned));
        }
    }
    group(counts, &listed)
}

/// The proposals, as units with a remark.
pub fn proposed(found: &[Found]) -> Vec<Proposed> {
    let unit = |(at, f): (usize, &Found)| Proposed {
        unit: Unit {
            id: UnitId(format!("u{}", at + 1)),
            name: f.name.clone(),
            aliases: f.aliases.clone(),
            span: Span::new(FileId(0), 0, 0),
        },
        remark: format!("文中出现{}次，{}", f.times, if f.sure { "把握较大" } else { "请核对" }),
    };
    found.iter().enumerate().map(unit).collect()
}

fn texts(notice: &Notice) -> Vec<String> {
    let mut out: Vec<String> = notice.opening.iter().flat_map(|p| md::lines(&p.text)).collect();
    out.extend(notice.nodes().iter().filter_map(|n| n.text.as_ref()).flat_map(|p| md::lines(&p.text)));
    out.extend(notice.issues.iter().flat_map(|i| i.measures.iter().map(|m| m.text.clone())));
    out
}

fn phrases(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| "，,。；;、：:（）()“”《》\n".contains(c))
}

/// The body that a phrase begins with: `县融媒体中心` of `县融媒体中心召开会议`.
fn unit_name(phrase: &str) -> Option<&str> {
    let end = ENDS.iter().filter_map(|e| phrase.find(e).map(|at| at + e.len())).min()?;
    let name = phrase[..end].rsplit(['向', '对', '了', '由', '在', '给', '为', '请', '经']).next()?;
    let starts = STARTS.iter().any(|s| name.starts_with(s));
    (starts && (3..=16).contains(&name.chars().count())).then_some(name)
}

/// Puts a name that ends another together with it: 县委宣传部 with 中共星河县委宣传部.
fn group(counts: BTreeMap<String, usize>, listed: &[String]) -> Vec<Found> {
    let mut names: Vec<(String, usize)> = counts.into_iter().collect();
    for name in listed.iter().filter(|n| !n.is_empty()) {
        if !names.iter().any(|(n, _)| n == name) {
            names.push((name.clone(), 1));
        }
    }
    names.sort_by(|a, b| b.0.chars().count().cmp(&a.0.chars().count()).then_with(|| a.0.cmp(&b.0)));
    let mut out: Vec<Found> = Vec::new();
    for (name, times) in names {
        let known = listed.contains(&name);
        match out.iter_mut().find(|f| f.name.ends_with(&name)) {
            Some(found) => {
                found.aliases.push(name);
                found.times += times;
                found.sure |= known || found.times >= 5;
            }
            None => out.push(Found { name, aliases: Vec::new(), times, sure: known || times >= 5 }),
        }
    }
    out.sort_by(|a, b| b.sure.cmp(&a.sure).then(b.times.cmp(&a.times)).then_with(|| a.name.cmp(&b.name)));
    out
}
