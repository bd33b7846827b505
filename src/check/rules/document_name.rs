//! One document under two names.

use std::collections::HashMap;
use std::ops::Range;

use super::Rule;
use crate::check::{Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::near::{difference, slip};

/// `《意见》` with and without 的; one character more or less; the same words once as 办法 and once as 规定.
pub const RULE: Rule = Rule { code: "document-name", severity: Severity::Warning, find };

/// Shorter titles are alike by nature.
const SHORTEST: usize = 6;

/// A title at its place, with the number that stands in brackets behind it.
struct Title {
    at: usize,
    range: Range<usize>,
    words: Vec<char>,
    number: Option<Range<usize>>,
}

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut first: Vec<Title> = Vec::new();
    let mut known: HashMap<Vec<char>, usize> = HashMap::new();
    let mut near: HashMap<Vec<char>, Vec<usize>> = HashMap::new();
    let all = titles(record);
    let mut out = numbers(record, &all);
    for title in all {
        if known.contains_key(&title.words) {
            continue;
        }
        let keys = keys(&title.words);
        let mut others: Vec<usize> = keys.iter().filter_map(|k| near.get(k)).flatten().copied().collect();
        others.sort_unstable();
        others.dedup();
        if let Some((other, sure)) =
            others.into_iter().find_map(|o| alike(record, &title, &first[o]).map(|sure| (o, sure)))
        {
            out.push(finding(record, &title, &first[other], sure));
        }
        let n = first.len();
        known.insert(title.words.clone(), n);
        for key in keys {
            near.entry(key).or_default().push(n);
        }
        first.push(title);
    }
    out
}

fn titles(record: &Record<'_>) -> Vec<Title> {
    let printed =
        record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed() || p.kind.is_action());
    let mut out = Vec::new();
    for (at, p) in printed {
        let mut from = 0;
        while let Some(start) = p.text[from..].find('《').map(|i| from + i + '《'.len_utf8()) {
            let Some(len) = p.text[start..].find('》') else { break };
            from = start + len;
            let range = start..from;
            let words: Vec<char> = p.text[range.clone()].chars().filter(|c| c.is_alphanumeric()).collect();
            if (SHORTEST..=60).contains(&words.len()) {
                let number = number(&p.text, from + '》'.len_utf8());
                out.push(Title { at, range, words, number });
            }
        }
    }
    out
}

/// The number of a document that stands in brackets straight behind its title: `（星水发〔2025〕8号）`.
fn number(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = &text[from..];
    let inner = rest.strip_prefix(['（', '('])?;
    let words = &inner[..inner.find(['）', ')'])?];
    let start = text.len() - inner.len();
    let form = words.contains(['〔', '[', '【']) && words.ends_with('号') && words.chars().count() <= 24;
    form.then_some(start..start + words.len())
}

/// One number under two titles, and one title with two numbers of one year.
fn numbers(record: &Record<'_>, all: &[Title]) -> Vec<Finding> {
    let mut by_number: HashMap<String, &Title> = HashMap::new();
    let mut by_title: HashMap<&[char], &Title> = HashMap::new();
    let mut out = Vec::new();
    for title in all {
        let Some(number) = numbered(record, title) else { continue };
        let same_number = *by_number.entry(number.clone()).or_insert(title);
        let same_title = *by_title.entry(&title.words).or_insert(title);
        if same_number.words != title.words && !within(&same_number.words, &title.words) {
            out.push(two(record, title, same_number, "found-document-titles"));
        }
        let other = numbered(record, same_title).filter(|other| *other != number);
        if let Some(other) = other {
            // Issued anew in another year it has another number.
            out.push(
                two(record, title, same_title, "found-document-numbers")
                    .undecided(year(&number) != year(&other)),
            );
        }
    }
    out
}

/// A number in one width of bracket.
fn numbered(record: &Record<'_>, title: &Title) -> Option<String> {
    let words = &record.passages[title.at].text[title.number.clone()?];
    let plain = |c: char| match c {
        '[' | '【' => '〔',
        ']' | '】' => '〕',
        c => c,
    };
    Some(words.chars().filter(|c| !c.is_whitespace()).map(plain).collect())
}

fn year(number: &str) -> Option<&str> {
    number.split('〔').nth(1)?.split('〕').next()
}

/// Whether one title names the other: `关于印发《办法》的通知`.
fn within(a: &[char], b: &[char]) -> bool {
    let (a, b): (String, String) = (a.iter().collect(), b.iter().collect());
    (a.contains(&b) || b.contains(&a)) && (a.contains("印发") || b.contains("印发"))
}

fn two(record: &Record<'_>, here: &Title, there: &Title, id: &'static str) -> Finding {
    let title = |t: &Title| record.passages[t.at].text[t.range.clone()].to_owned();
    let number = |t: &Title| numbered(record, t).unwrap_or_default();
    let message = Msg::new(id)
        .with("here", title(here))
        .with("there", title(there))
        .with("number", number(here))
        .with("other", number(there));
    let place = |t: &Title| t.number.clone().unwrap_or(t.range.clone());
    Finding::at(here.at, place(here), message)
        .hint(Msg::new("found-document-name-hint"))
        .related(Spot::Text(there.at, place(there)), Msg::new("found-document-name-here"))
}

/// Words that end the title of a document and say what sort it is.
const SORTS: [&str; 12] = [
    "实施细则",
    "实施办法",
    "管理办法",
    "办法",
    "规定",
    "制度",
    "细则",
    "方案",
    "规则",
    "意见",
    "规范",
    "条例",
];

/// Sorts of which a matter has one.
const RULES_OF_CONDUCT: [&str; 5] = ["办法", "规定", "制度", "规则", "条例"];

/// The title without 的, 关于 and trial marks; with each character left out; and without its sort: two names of one document
/// share one of these.
fn keys(words: &[char]) -> Vec<Vec<char>> {
    let core = core(words);
    let without = |i: usize| [&core[..i], &core[i + 1..]].concat();
    let mut out: Vec<Vec<char>> = (0..core.len()).map(without).collect();
    if let Some(stem) = stem(&core) {
        // A mark that no title has keeps it apart from what lacks one character.
        out.push([&core[..stem], &['~']].concat());
    }
    out.push(core);
    out
}

fn core(words: &[char]) -> Vec<char> {
    let mut text: String = words.iter().collect();
    for light in ["关于", "的", "试行", "暂行"] {
        text = text.replace(light, "");
    }
    text.chars().collect()
}

fn stem(core: &[char]) -> Option<usize> {
    let text: String = core.iter().collect();
    let sort = SORTS.iter().find(|s| text.ends_with(**s))?;
    let rest = text[..text.len() - sort.len()].trim_end_matches("管理");
    let len = rest.chars().count();
    (len >= SHORTEST).then_some(len)
}

/// Whether two titles are of one document; `false` within where only a person can say.
fn alike(record: &Record<'_>, here: &Title, there: &Title) -> Option<bool> {
    let (a, b) = (core(&here.words), core(&there.words));
    if a == b {
        return Some(true);
    }
    if together(record, here, there) {
        return None;
    }
    let (x, y) = difference(&a, &b);
    let telling = |c: &char| {
        !c.is_alphabetic()
            || "一二三四五六七八九十上下前后左右东西南北省市县区乡镇村党团工青妇年月".contains(*c)
    };
    let distinct = x.iter().chain(y).any(telling);
    if slip(&a, &b).is_some() && a.len().max(b.len()) >= 8 && !distinct {
        return Some(x.is_empty() || y.is_empty() || x.len() == 2 || a.len() >= 10);
    }
    let (i, j) = (stem(&a)?, stem(&b)?);
    // A rule of conduct has one name; a plan or details may stand beside it.
    let rules =
        |title: &[char]| RULES_OF_CONDUCT.iter().any(|s| title.ends_with(&s.chars().collect::<Vec<_>>()));
    (a[..i] == b[..j]).then(|| rules(&a) && rules(&b))
}

/// Two titles of one paragraph are two documents.
fn together(record: &Record<'_>, here: &Title, there: &Title) -> bool {
    let sentence = |t: &Title| {
        let text = &record.passages[t.at].text;
        text[..t.range.start].matches(['。', '\n']).count()
    };
    here.at == there.at && sentence(here) == sentence(there)
}

fn finding(record: &Record<'_>, here: &Title, there: &Title, sure: bool) -> Finding {
    let words = |t: &Title| record.passages[t.at].text[t.range.clone()].to_owned();
    let message = Msg::new("found-document-name").with("here", words(here)).with("there", words(there));
    Finding::at(here.at, here.range.clone(), message)
        .hint(Msg::new("found-document-name-hint"))
        .related(Spot::Text(there.at, there.range.clone()), Msg::new("found-document-name-here"))
        .undecided(!sure)
}
