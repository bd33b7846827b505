//! The search: any stretch of the record's words finds the issues that have it, and nothing else does. The scripts are read
//! here as a browser reads them, by the rules that the search page follows, and the answers held against the text of the pages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use folder::Tree;
use scraper::{ElementRef, Html, Selector};
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

    /// Issues that have every word of a question, in the order in which they are shown, at most so many.
    fn search(&mut self, question: &str, most: usize) -> Vec<String> {
        let meta = self.get("meta");
        let words: Vec<String> = question.split_whitespace().map(folded).collect();
        let most_pairs = if meta["documents"].as_u64().unwrap() < 500 { 6 } else { 8 };
        let mut found: Option<BTreeMap<u64, bool>> = None;
        for (first, second) in words.iter().flat_map(|word| pairs(word, (most_pairs / words.len()).max(2))) {
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
            let passages: Vec<String> =
                issue[4].as_array().unwrap().iter().map(|p| folded(p[1].as_str().unwrap())).collect();
            if words.iter().all(|word| passages.iter().any(|p| p.contains(word))) {
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

    /// The words that each issue page has of its issue, by the link that the search gives to it: what stands between blanks
    /// or in another paragraph is another word. Labels, the way to other pages and what all pages say are not of the issue.
    fn pages(&self) -> BTreeMap<String, Vec<String>> {
        let is_issue = |path: &&String| {
            path.split_once("/issues/").is_some_and(|(_, rest)| rest.ends_with("/index.html"))
        };
        let read = |path: &String| {
            let page = Html::parse_document(kit::text(&self.site[path]));
            let main = page.select(&Selector::parse("main").unwrap()).next().unwrap();
            let mut text = String::new();
            said(main, &mut text);
            let words = folded(&text).split_whitespace().map(str::to_owned).collect();
            (format!("../{}", path.trim_end_matches("index.html")), words)
        };
        self.site.keys().filter(is_issue).map(read).collect()
    }
}

/// What of a page is not of its issue.
const BESIDE: &str = "nav, h2, .eyebrow, .panel, .s-not_stated, .standing > a, .standing > .meta, .explain > .meta, \
    main > .meta, .whole";

fn said(element: ElementRef<'_>, out: &mut String) {
    let is_other = ["此前已反馈", "后来再次反馈"].iter().any(|label| element.text().next() == Some(label));
    if Selector::parse(BESIDE).unwrap().matches(&element) || is_other {
        out.push(' ');
        return;
    }
    for child in element.children() {
        out.push_str(child.value().as_text().map_or("", |text| text));
        ElementRef::wrap(child).into_iter().for_each(|inner| said(inner, out));
    }
    let inline = ["a", "strong", "em", "code", "time", "mark", "del", "sup"];
    if !inline.contains(&element.value().name()) && element.attr("class") != Some("num") {
        out.push('\n');
    }
}

/// What is looked up of a word: a day by keys of its own, of all else so many pairs at most, from its start to its end.
fn pairs(word: &str, most: usize) -> Vec<(char, Option<char>)> {
    let own: Vec<char> = word.chars().collect();
    if let Some(key) = day(word) {
        return vec![key];
    }
    let all = own.len() - 1;
    match all.min(most) {
        0 => vec![(own[0], None)],
        1 => vec![(own[0], Some(own[1]))],
        some => {
            let at = |i| ((i * (all - 1)) as f64 / (some - 1) as f64).round() as usize;
            (0..some).map(at).map(|at| (own[at], Some(own[at + 1]))).collect()
        }
    }
}

/// A word that is a day: `2025年3月4日` or `3月4日`.
fn day(word: &str) -> Option<(char, Option<char>)> {
    let (before, day) = word.strip_suffix('日')?.rsplit_once('月')?;
    let (year, month) = before.rsplit_once('年').unwrap_or(("", before));
    let (day, of): (u32, u32) = (day.parse().ok()?, month.parse().ok()?);
    let (at, digit) =
        if year.is_empty() { (day, month.chars().last()) } else { (of * 100 + day, year.chars().last()) };
    Some((char::from_u32(0x10_0000 + at)?, digit))
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

/// Stretches of the record's words, chosen by their place alone, and such in the other order, which hardly any has.
fn phrases(pages: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut out = Vec::new();
    for (at, words) in pages.values().enumerate() {
        for step in 0..12 {
            let word: Vec<char> = words[(at * 7 + step * 5) % words.len()].chars().collect();
            let length = [1, 2, 3, 4, 6, 8][step % 6].min(word.len());
            let from = (at * 3 + step * 11) % (word.len() - length + 1);
            let own: String = word[from..from + length].iter().collect();
            let other: String = own.chars().rev().collect();
            out.extend([own, other]);
        }
    }
    out
}

/// The pages that have each word of a question.
fn having(pages: &BTreeMap<String, Vec<String>>, question: &str) -> BTreeSet<String> {
    let asked: Vec<String> = question.split_whitespace().map(folded).collect();
    let has = |words: &[String]| asked.iter().all(|a| words.iter().any(|w| w.contains(a)));
    pages.iter().filter(|(_, words)| has(words)).map(|(link, _)| link.clone()).collect()
}

#[test]
fn every_stretch_of_a_page_finds_the_issues_that_have_it_and_no_other() {
    let mut reader = Reader::of(&kit::repo(""));
    let pages = reader.pages();
    let phrases = phrases(&pages);
    let mut told = 0;
    for phrase in &phrases {
        let hits: BTreeSet<String> = reader.search(phrase, usize::MAX).into_iter().collect();
        assert_eq!(hits, having(&pages, phrase), "{phrase}");
        told += hits.len();
    }
    assert!(phrases.len() > 500 && told > 2_000, "{} phrases, {told} hits", phrases.len());
}

#[test]
fn a_day_finds_the_issues_whose_pages_print_it() {
    let mut reader = Reader::of(&kit::repo(""));
    let pages = reader.pages();
    let site = kit::example().site.unwrap();
    let issues = || site.notices.iter().flat_map(|n| &n.issues);
    let entries = issues().flat_map(|i| &i.measures).flat_map(|m| &m.updates).map(|u| u.date);
    let all: BTreeSet<_> = entries
        .chain(issues().filter_map(|i| i.due))
        .chain(issues().flat_map(|i| &i.closed).map(|c| c.date))
        .collect();
    for day in &all {
        let short = day.format("%-m月%-d日").to_string();
        for asked in [day.format("%Y年").to_string() + &short, short] {
            let hits: BTreeSet<String> = reader.search(&asked, usize::MAX).into_iter().collect();
            assert!(!hits.is_empty(), "{asked}");
            assert_eq!(hits, having(&pages, &asked), "{asked}");
        }
    }
    assert!(all.len() > 30, "{} days", all.len());
}

#[test]
fn words_with_a_blank_between_them_find_the_issues_that_have_each() {
    let mut reader = Reader::of(&kit::repo(""));
    let pages = reader.pages();
    let phrases: Vec<String> =
        phrases(&pages).into_iter().step_by(2).filter(|p| p.chars().count() > 1).collect();
    let (mut some, mut none) = (0, 0);
    for (at, first) in phrases.iter().enumerate() {
        let second = &phrases[(at * 7 + 3) % phrases.len()];
        let hits: BTreeSet<String> =
            reader.search(&format!("{first} {second}"), usize::MAX).into_iter().collect();
        let both: BTreeSet<String> =
            having(&pages, first).intersection(&having(&pages, second)).cloned().collect();
        assert_eq!(hits, both, "{first} {second}");
        assert_eq!(reader.search(&format!("　{second}　 {first}"), usize::MAX).len(), both.len());
        if both.is_empty() { none += 1 } else { some += 1 }
    }
    assert!(some > 50 && none > 50, "{some} found, {none} not");
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
