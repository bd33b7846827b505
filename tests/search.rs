//! The search: any stretch of the record's words finds the issues that have it, and nothing else does. The scripts are read
//! here as a browser reads them, by the rules that the search page follows, and the answers held against the text of the pages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use folder::Tree;
use scraper::{Html, Selector};
use serde_json::Value;

/// The site, and what a reader of its search has fetched.
struct Reader {
    site: Tree,
    fetched: BTreeSet<String>,
}

impl Reader {
    fn of(root: &Path) -> Self {
        let out = tempfile::tempdir().unwrap();
        let (root, place) = (root.to_str().unwrap(), out.path().to_str().unwrap());
        kit::run(["build", "-C", root, "--as-of", "2026-11-24", "--out", place], 0);
        Self { site: folder::tree(out.path()), fetched: BTreeSet::new() }
    }

    /// What a script hands over.
    fn get(&mut self, file: &str) -> Value {
        let name = format!("search/{file}.js");
        let text = kit::text(&self.site[&name]);
        self.fetched.insert(name);
        let value = text.split_once("\",").unwrap().1.trim_end().strip_suffix(");").unwrap();
        serde_json::from_str(value).unwrap()
    }

    /// Bytes that a reader fetched beside the page itself.
    fn bytes(&self) -> usize {
        self.fetched.iter().map(|f| self.site[f].len()).sum::<usize>() + self.site["assets/search.js"].len()
    }

    /// Issues that have a phrase, in the order in which they are shown, at most so many.
    fn search(&mut self, phrase: &str, most: usize) -> Vec<String> {
        let meta = self.get("meta");
        let own: Vec<char> = phrase.chars().map(fold).collect();
        let mut found: Option<BTreeMap<u64, bool>> = None;
        for (first, second) in pairs(&own) {
            let with = self.documents(&meta, first, second);
            found = Some(match found {
                None => with,
                Some(so_far) => {
                    let both = so_far
                        .into_iter()
                        .filter_map(|(at, title)| with.get(&at).map(|other| (at, title && *other)));
                    both.collect()
                }
            });
        }
        let mut order: Vec<(bool, u64)> =
            found.unwrap().into_iter().map(|(at, title)| (!title, at)).collect();
        order.sort_unstable();
        let per = meta["per"].as_u64().unwrap();
        let mut hits = Vec::new();
        for (_, at) in order {
            if hits.len() == most {
                break;
            }
            let texts = self.get(&format!("t{}", at / per));
            let issue = &texts[(at % per) as usize];
            let passages = issue[4].as_array().unwrap().iter();
            let has = |p: &Value| folded(p[1].as_str().unwrap()).contains(&folded(phrase));
            if passages.clone().any(has) {
                hits.push(issue[0].as_str().unwrap().to_owned());
            }
        }
        hits
    }

    fn documents(&mut self, meta: &Value, first: char, second: Option<char>) -> BTreeMap<u64, bool> {
        let bucket = u64::from(u32::from(first)) % meta["buckets"].as_u64().unwrap();
        let cuts = meta["cuts"].as_str().unwrap().as_bytes()[bucket as usize] - b'0';
        let mut out = BTreeMap::new();
        for part in 0..1_u32 << cuts {
            if second.is_some_and(|c| u32::from(c) & ((1 << cuts) - 1) != part) {
                continue;
            }
            let table = self.get(&format!("p{bucket}-{part}"));
            for (pair, coded) in table.as_object().unwrap() {
                let mut own = pair.chars();
                let begins = own.next() == Some(first);
                if begins && second.is_none_or(|c| own.next() == Some(c)) {
                    for n in numbers(coded.as_str().unwrap()) {
                        *out.entry(n / 2).or_default() |= n % 2 == 1;
                    }
                }
            }
        }
        out
    }

    /// What each issue page says, by the link that the search gives to it.
    fn pages(&self) -> BTreeMap<String, String> {
        let is_issue = |path: &&String| path.contains("/issues/") && path.ends_with("index.html");
        let read = |path: &String| {
            let page = Html::parse_document(kit::text(&self.site[path]));
            let main = page.select(&Selector::parse("main").unwrap()).next().unwrap();
            let text: String = main.text().collect();
            (format!("../{}", path.trim_end_matches("index.html")), folded(&text))
        };
        self.site.keys().filter(is_issue).map(read).collect()
    }
}

/// The pairs that are asked for: eight at most, from the start of a phrase to its end.
fn pairs(own: &[char]) -> Vec<(char, Option<char>)> {
    let all = own.len() - 1;
    match all.min(8) {
        0 => vec![(own[0], None)],
        1 => vec![(own[0], Some(own[1]))],
        some => {
            let at = |i| ((i * (all - 1)) as f64 / (some - 1) as f64).round() as usize;
            (0..some).map(at).map(|at| (own[at], Some(own[at + 1]))).collect()
        }
    }
}

fn fold(c: char) -> char {
    let narrow = if ('\u{ff01}'..='\u{ff5e}').contains(&c) {
        char::from_u32(u32::from(c) - 0xfee0).unwrap()
    } else if c == '\u{3000}' {
        ' '
    } else {
        c
    };
    let small: Vec<char> = narrow.to_lowercase().collect();
    if small.len() == 1 { small[0] } else { narrow }
}

fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

fn numbers(coded: &str) -> Vec<u64> {
    const ALPHABET: &str = "0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ+-*!.,";
    let (mut out, mut last, mut step, mut unit) = (Vec::new(), 0, 0, 1);
    for c in coded.chars() {
        let digit = ALPHABET.find(c).unwrap() as u64;
        step += digit % 32 * unit;
        unit *= 32;
        if digit < 32 {
            last += step;
            out.push(last);
            (step, unit) = (0, 1);
        }
    }
    out
}

/// Stretches of the record's words, chosen by their place alone, and such with one character changed, which hardly any has.
fn phrases(pages: &BTreeMap<String, String>) -> Vec<String> {
    let mut out = Vec::new();
    for (at, text) in pages.values().enumerate() {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| l.chars().count() > 12).collect();
        for step in 0..6 {
            let line: Vec<char> = lines[(at * 7 + step * 5) % lines.len()].chars().collect();
            let from = (at * 3 + step * 11) % (line.len() - 8);
            let length = [1, 2, 3, 4, 6, 8][step];
            let own: String = line[from..from + length].iter().collect();
            if own.trim() != own || own.contains(char::is_whitespace) {
                continue;
            }
            let other: String = own.chars().rev().collect();
            out.extend([own, other]);
        }
    }
    out
}

#[test]
fn every_stretch_of_the_record_finds_the_issues_that_have_it_and_no_other() {
    let mut reader = Reader::of(&kit::repo(""));
    let pages = reader.pages();
    let phrases = phrases(&pages);
    let mut told = 0;
    for phrase in &phrases {
        let hits: BTreeSet<String> = reader.search(phrase, usize::MAX).into_iter().collect();
        // The page says more than is searched: labels of its own, states, dates. What is found stands on the page.
        for hit in &hits {
            assert!(pages[hit].contains(&folded(phrase)), "{phrase} is not on {hit}");
        }
        told += hits.len();
    }
    assert!(phrases.len() > 500 && told > 2_000, "{} phrases, {told} hits", phrases.len());
}

#[test]
fn words_of_every_field_are_found_with_the_part_that_has_them() {
    let site = kit::example().site.unwrap();
    let mut reader = Reader::of(&kit::repo(""));
    for notice in &site.notices {
        for issue in notice.issues.iter().step_by(5) {
            let link = format!("../notices/{}/issues/{}/", notice.slug, issue.id);
            let texts = issue.measures.iter().map(|m| &m.text);
            let updates = issue.measures.iter().flat_map(|m| &m.updates).filter_map(|u| u.text.as_ref());
            for text in std::iter::once(&issue.title).chain(texts).chain(updates).chain(&issue.original) {
                let line: Vec<char> = text.lines().next().unwrap().trim_end_matches('。').chars().collect();
                let end: String = line[line.len().saturating_sub(9)..].iter().collect();
                assert!(reader.search(&end, usize::MAX).contains(&link), "{end} in {link}");
            }
        }
    }
}

#[test]
fn width_and_case_make_no_difference_and_titles_come_first() {
    let mut reader = Reader::of(&kit::repo(""));
    assert_eq!(reader.search("２０２６年", usize::MAX), reader.search("2026年", usize::MAX));
    let hits = reader.search("水", usize::MAX);
    let titled = |link: &String| {
        let file = format!("{}index.html", link.trim_start_matches("../"));
        let page = Html::parse_document(kit::text(&reader.site[&file]));
        let title: String = page.select(&Selector::parse("h1").unwrap()).next().unwrap().text().collect();
        title.contains('水')
    };
    let order: Vec<bool> = hits.iter().map(titled).collect();
    assert!(order.is_sorted_by(|a, b| a >= b) && order[0] && !order[order.len() - 1], "{hits:?}");
    assert_eq!(reader.search("此县无此事", usize::MAX), Vec::<String>::new());
}

/// 30 kB at most until the first answer stands on the page, of the script itself too.
#[test]
fn the_first_answer_on_the_real_notice_is_near() {
    let Some(path) = kit::real_notice() else { return };
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().to_str().unwrap();
    kit::run(["import", path.to_str().unwrap(), "-C", root], 0);
    let mut reader = Reader::of(dir.path());
    let pages = reader.pages();
    let mut all = Vec::new();
    // Every other one is a stretch as it stands in the notice.
    for phrase in phrases(&pages).iter().step_by(2).filter(|p| p.chars().count() >= 2) {
        reader.fetched.clear();
        if !reader.search(phrase, 1).is_empty() {
            all.push(reader.bytes());
        }
    }
    all.sort_unstable();
    let (middle, most) = (all[all.len() / 2], all[all.len() - 1]);
    println!("{} phrases: {middle} bytes until the first answer in the middle, {most} at most", all.len());
    assert!(all.len() > 60 && most <= 30_000, "{most} bytes");
}
