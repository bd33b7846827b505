//! Three years of one notice, written as an office would, and read back from what is published: every page, feed and
//! difference, against a simple model of what should be said on each day. The model follows the rules of the design and shares
//! nothing with the tool, which is only ever run as a program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "three_years/also.rs"]
mod also;
#[path = "three_years/everywhere.rs"]
mod everywhere;
mod kit;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use atom_syndication::Feed;
use chrono::{Days, NaiveDate};
use scraper::{ElementRef, Html, Selector};

const BASE: &str = "https://gk.example.com/";
const SECRET: &str = "赵某某";
const ISSUES: usize = 20;
/// Days after the notice on which an edition is published.
const EDITIONS: [u64; 9] = [60, 180, 300, 420, 540, 700, 860, 1000, 1090];

#[derive(Clone)]
struct Entry {
    id: String,
    date: NaiveDate,
    status: Option<&'static str>,
    text: String,
    minor: bool,
    corrects: Option<String>,
}

#[derive(Clone, Default)]
struct Issue {
    due: NaiveDate,
    extensions: Vec<(NaiveDate, NaiveDate)>,
    closed: Vec<NaiveDate>,
    reopened: Vec<NaiveDate>,
    /// Entries of each measure.
    measures: Vec<Vec<Entry>>,
}

/// What the office has written down.
#[derive(Clone, Default)]
struct Ledger {
    issues: Vec<Issue>,
    /// Issue, measure, entry, day.
    withdrawn: Vec<(usize, usize, String, NaiveDate)>,
    entries: usize,
}

/// The rules, in the plainest words.
impl Issue {
    fn measure_status(&self, m: usize, day: NaiveDate) -> Option<&'static str> {
        self.measures[m].iter().rev().filter(|e| e.date <= day).find_map(|e| e.status)
    }

    fn status(&self, day: NaiveDate) -> &'static str {
        let all: Vec<_> = (0..self.measures.len()).map(|m| self.measure_status(m, day)).collect();
        let finished = |s: &&str| ["done", "done_ongoing"].contains(s);
        let Some(all) = all.into_iter().collect::<Option<Vec<&'static str>>>() else { return "not_stated" };
        match all.as_slice() {
            list if list.contains(&"blocked") => "blocked",
            [first, rest @ ..] if rest.iter().all(|s| s == first) => first,
            list if list.iter().all(finished) => "done_ongoing",
            list if list.iter().all(|s| finished(s) || *s == "basically_done") => "basically_done",
            _ => "in_progress",
        }
    }

    fn due(&self, day: NaiveDate) -> NaiveDate {
        self.extensions.iter().rfind(|(on, _)| *on <= day).map_or(self.due, |(_, to)| *to)
    }

    fn is_closed(&self, day: NaiveDate) -> bool {
        let Some(last) = self.closed.iter().rfind(|c| **c <= day) else { return false };
        !self.reopened.iter().any(|r| last <= r && *r <= day)
    }

    fn is_overdue(&self, day: NaiveDate) -> bool {
        let finished = ["done", "done_ongoing"].contains(&self.status(day));
        !finished && !self.is_closed(day) && self.due(day) < day
    }
}

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

fn begin() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 3, 1).unwrap()
}

fn new_ledger(dice: &mut Dice) -> Ledger {
    let issue = |dice: &mut Dice| Issue {
        due: begin() + Days::new(120 + dice.roll(500) as u64),
        measures: vec![Vec::new(); 2],
        ..Issue::default()
    };
    Ledger { issues: (0..ISSUES).map(|_| issue(dice)).collect(), ..Ledger::default() }
}

/// One thing that an office writes down on a day.
fn happen(ledger: &mut Ledger, dice: &mut Dice, day: NaiveDate) {
    let at = dice.roll(ISSUES);
    let issue = &mut ledger.issues[at];
    match dice.roll(12) {
        0 if issue.due(day) > day => {
            let to = issue.due(day) + Days::new(30 + dice.roll(90) as u64);
            issue.extensions.push((day, to));
        }
        1 if !issue.is_closed(day)
            && issue.closed.last().is_none_or(|c| *c < day)
            && issue.reopened.last().is_none_or(|r| *r < day) =>
        {
            issue.closed.push(day);
        }
        2 if issue.is_closed(day) && issue.closed.last().is_some_and(|c| *c < day) => {
            issue.reopened.push(day)
        }
        _ => {
            ledger.entries += 1;
            let m = dice.roll(2);
            let n = ledger.entries;
            let corrects = issue.measures[m].last().filter(|_| dice.roll(6) == 0).map(|e| e.id.clone());
            let minor = corrects.is_none() && dice.roll(8) == 0;
            let all = ["not_started", "in_progress", "blocked", "basically_done", "done", "done_ongoing"];
            let status = (!minor && dice.roll(3) > 0).then(|| all[dice.roll(6)]);
            let who = if n == 40 { SECRET } else { "经办人" };
            let text = format!("第{n}条进展，{who}已到现场。");
            issue.measures[m].push(Entry { id: format!("u{n}"), date: day, status, text, minor, corrects });
        }
    }
}

/// Takes back an entry that nothing corrects and that corrects nothing.
fn withdraw(ledger: &mut Ledger, published: &Ledger, day: NaiveDate) {
    for (at, issue) in published.issues.iter().enumerate() {
        for (m, entries) in issue.measures.iter().enumerate() {
            let now = &mut ledger.issues[at].measures[m];
            let free = |e: &&Entry| {
                e.corrects.is_none()
                    && !now.iter().any(|o| o.corrects.as_ref() == Some(&e.id))
                    && !e.text.contains('〔')
                    && !e.minor
            };
            if let Some(gone) = entries.iter().find(free).map(|e| e.id.clone()) {
                now.retain(|e| e.id != gone);
                ledger.withdrawn.push((at, m, gone, day));
                return;
            }
        }
    }
}

fn write(ledger: &Ledger, root: &Path) {
    for (at, issue) in ledger.issues.iter().enumerate() {
        let mut out = format!("id: i{at}\ntitle: 第{at}号问题。\nunder: all\ndue: {}\n", issue.due);
        let list = |out: &mut String, key: &str, lines: Vec<String>| {
            if !lines.is_empty() {
                writeln!(out, "{key}: [{}]", lines.join(", ")).unwrap();
            }
        };
        list(
            &mut out,
            "extensions",
            issue.extensions.iter().map(|(on, to)| format!("{{on: {on}, to: {to}, why: 雨季}}")).collect(),
        );
        list(&mut out, "closed", issue.closed.iter().map(|d| format!("{{date: {d}}}")).collect());
        list(
            &mut out,
            "reopened",
            issue.reopened.iter().map(|d| format!("{{on: {d}, why: 反弹}}")).collect(),
        );
        out.push_str("measures:\n");
        for (m, entries) in issue.measures.iter().enumerate() {
            let unit = also::unit(at, m);
            write!(out, "  - id: m{m}\n    unit: u{unit}\n    text: 第{at}号问题的第{m}项措施。\n").unwrap();
            let lines: Vec<String> = entries.iter().map(line).collect();
            if !lines.is_empty() {
                write!(out, "    updates:\n{}", lines.concat()).unwrap();
            }
        }
        fs::write(root.join(format!("content/notices/n/issues/{at:02}.yaml")), out).unwrap();
    }
    let head = root.join("content/notices/n/notice.yaml");
    let text = fs::read_to_string(&head).unwrap();
    let kept: String =
        text.lines().filter(|l| !l.starts_with("withdrawn:")).map(|l| format!("{l}\n")).collect();
    let gone: Vec<String> = ledger
        .withdrawn
        .iter()
        .map(|(at, m, id, on)| {
            format!("{{issue: i{at}, measure: m{m}, update: {id}, on: {on}, why: 登记重复}}")
        })
        .collect();
    let gone = if gone.is_empty() { String::new() } else { format!("withdrawn: [{}]\n", gone.join(", ")) };
    fs::write(head, kept + &gone).unwrap();
}

fn line(e: &Entry) -> String {
    let mut out = format!("      - {{id: {}, date: {}, text: \"{}\"", e.id, e.date, e.text);
    if let Some(status) = e.status {
        write!(out, ", status: {status}").unwrap();
    }
    if let Some(other) = &e.corrects {
        write!(out, ", corrects: {other}, reason: 核对有误").unwrap();
    }
    out.push_str(if e.minor { ", minor: true}\n" } else { "}\n" });
    out
}

fn select<'a>(from: ElementRef<'a>, css: &str) -> Vec<ElementRef<'a>> {
    from.select(&Selector::parse(css).unwrap()).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect()
}

fn badge(standing: ElementRef<'_>) -> String {
    let badges = select(standing, ".badge");
    badges[0].value().classes().find_map(|c| c.strip_prefix("s-")).unwrap().to_owned()
}

struct Counted {
    pages: usize,
    facts: usize,
}

/// Reads the site as it stands on a day, and holds it against the published ledger.
fn compare(public: &Path, seen: &Ledger, day: NaiveDate, count: &mut Counted) {
    let read = |path: &str| fs::read_to_string(public.join(path)).unwrap();
    let mut by_status: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (at, issue) in seen.issues.iter().enumerate() {
        let page = Html::parse_document(&read(&format!("notices/n/issues/i{at}/index.html")));
        let root = page.root_element();
        let standing = select(root, "p.standing")[0];
        assert_eq!(badge(standing), issue.status(day), "{day}: issue {at}");
        assert_eq!(
            !select(standing, "strong.late").is_empty(),
            issue.is_overdue(day),
            "{day}: issue {at} overdue"
        );
        assert_eq!(
            !select(standing, ".badge.closed").is_empty(),
            issue.is_closed(day),
            "{day}: issue {at} closed"
        );
        let due = select(root, "dl.facts time")[0].attr("datetime").unwrap().to_owned();
        assert_eq!(due, issue.due(day).to_string(), "{day}: issue {at} due");
        for (m, entries) in issue.measures.iter().enumerate() {
            let measure = select(root, &format!("article#m{m}"))[0];
            let status = issue.measure_status(m, day).unwrap_or("not_stated");
            assert_eq!(badge(select(measure, "p.standing")[0]), status, "{day}: issue {at} measure {m}");
            by_status.entry(status).or_default().insert(format!("i{at}/#m{m}"));
            let shown: Vec<(String, bool)> = select(measure, "ol.log > li")
                .into_iter()
                .filter(|li| li.value().id().is_some())
                .map(|li| {
                    (li.value().id().unwrap().to_owned(), entries.iter().any(|e| words(li).contains(&e.text)))
                })
                .collect();
            let due: Vec<_> =
                entries.iter().filter(|e| e.date <= day).map(|e| (format!("m{m}-{}", e.id), true)).collect();
            assert_eq!(shown, due, "{day}: issue {at} measure {m}");
            count.facts += 2 + due.len();
        }
        count.pages += 1;
        count.facts += 4;
    }
    for status in
        ["not_started", "in_progress", "blocked", "basically_done", "done", "done_ongoing", "not_stated"]
    {
        let page = Html::parse_document(&read(&format!("status/{}/index.html", status.replace('_', "-"))));
        let listed: BTreeSet<String> = select(page.root_element(), "li.card h3 a")
            .into_iter()
            .map(|a| a.attr("href").unwrap().rsplit_once("issues/").unwrap().1.to_owned())
            .collect();
        assert_eq!(listed, by_status.remove(status).unwrap_or_default(), "{day}: {status}");
        count.pages += 1;
    }
    feed(&read("feed.atom"), seen, day, count);
    also::compare(public, seen, day, count);
}

fn feed(text: &str, seen: &Ledger, day: NaiveDate, count: &mut Counted) {
    let mut should: Vec<(NaiveDate, String)> = Vec::new();
    for (at, issue) in seen.issues.iter().enumerate() {
        for (m, entries) in issue.measures.iter().enumerate() {
            let told = entries.iter().filter(|e| e.date <= day && !e.minor);
            should.extend(told.map(|e| (e.date, format!("{BASE}notices/n/issues/i{at}/#m{m}-{}", e.id))));
        }
    }
    should.sort();
    let feed = Feed::read_from(text.as_bytes()).unwrap();
    let ids: BTreeSet<&str> = feed.entries.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(ids.len(), should.len().min(100), "{day}");
    // Which of one day are left out when there are more than a hundred is not for the rules to say.
    let oldest = should.iter().rev().nth(99).map_or(NaiveDate::MIN, |(date, _)| *date);
    for (date, id) in should.iter().filter(|(date, _)| *date > oldest) {
        assert!(ids.contains(id.as_str()), "{day}: {date} {id}");
    }
    let gone: BTreeSet<String> = text
        .split("<at:deleted-entry ref=\"")
        .skip(1)
        .map(|s| s.split('"').next().unwrap().to_owned())
        .collect();
    let withdrawn: BTreeSet<String> = seen
        .withdrawn
        .iter()
        .filter(|(.., on)| *on <= day)
        .map(|(at, m, id, _)| format!("{BASE}notices/n/issues/i{at}/#m{m}-{id}"))
        .collect();
    assert_eq!(gone, withdrawn, "{day}");
    count.facts += ids.len() + gone.len();
}

/// What an edition says it changed: each entry that it added, and none that the one before had.
fn changes(public: &Path, day: NaiveDate, before: &Ledger, now: &Ledger) {
    let page = Html::parse_document(
        &fs::read_to_string(public.join(format!("notices/n/editions/{day}/index.html"))).unwrap(),
    );
    let told = words(select(page.root_element(), "section[aria-labelledby=changes]")[0]);
    let texts = |l: &Ledger| -> BTreeSet<String> {
        l.issues.iter().flat_map(|i| i.measures.concat()).filter(|e| !e.minor).map(|e| e.text).collect()
    };
    let (old, new) = (texts(before), texts(now));
    for text in new.difference(&old).filter(|t| !t.contains('〔')) {
        assert!(told.contains(text.as_str()), "{day}: {text}");
    }
    for text in new.intersection(&old) {
        assert!(!told.contains(text.as_str()), "{day}: {text} is not new");
    }
}

fn every_byte(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            every_byte(&entry.path(), found);
        } else if kit::unpacked(&fs::read(entry.path()).unwrap()).contains(SECRET) {
            found.push(entry.path().display().to_string());
        }
    }
}

#[test]
fn three_years_are_told_as_they_were_on_every_day_that_is_looked_at() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    let at = root.to_str().unwrap();
    fs::create_dir_all(root.join("content/notices/n/issues")).unwrap();
    let units: Vec<String> = (0..also::UNITS).map(|u| format!("{{id: u{u}, name: 第{u}科}}")).collect();
    let site = format!(
        "format: 1\nchecks: {{closed-early: off, head-missing: off, status-backwards: off, overdue-no-reason: off}}\ntitle: 公开\nbase_url: {BASE}\nunits: [{}]\n",
        units.join(", ")
    );
    fs::write(root.join("content/site.yaml"), site).unwrap();
    fs::write(
        root.join("content/notices/n/notice.yaml"),
        format!("title: 通报\nissuer: 甲局\ndate: {}\noutline: [{{id: all, heading: 进展}}]\n", begin()),
    )
    .unwrap();
    let mut dice = Dice(20230301);
    let mut ledger = new_ledger(&mut dice);
    let mut published: Option<Ledger> = None;
    let mut editions: Vec<(NaiveDate, Ledger)> = Vec::new();
    let mut last = begin();
    let mut count = Counted { pages: 0, facts: 0 };
    for n in 1..=*EDITIONS.last().unwrap() {
        let day = begin() + Days::new(n);
        if dice.roll(5) < 2 {
            happen(&mut ledger, &mut dice, day);
        }
        if !EDITIONS.contains(&n) {
            continue;
        }
        if let Some(before) = published.as_ref().filter(|_| n % 120 == 60 || n == 860) {
            let before = before.clone();
            withdraw(&mut ledger, &before, day);
        }
        write(&ledger, root);
        kit::run(["edition", "n", "--date", &day.to_string(), "--yes", "-C", at], 0);
        editions.push((day, ledger.clone()));
        // The day itself, six weeks on, and the next deadline with the day after it, where the rule turns.
        let deadline = ledger.issues.iter().map(|i| i.due(day)).filter(|due| *due > day).min();
        let turn = deadline.into_iter().flat_map(|due| [due, due + Days::new(1)]);
        for later in [day, day + Days::new(45)].into_iter().chain(turn) {
            kit::run(["build", "-C", at, "--as-of", &later.to_string()], 0);
            compare(&root.join("public"), &ledger, later, &mut count);
            everywhere::compare(&root.join("public"), &ledger, &editions, later, &mut count);
        }
        if let Some(before) = &published {
            changes(&root.join("public"), day, before, &ledger);
            let (from, to) = (last.to_string(), day.to_string());
            let said = kit::run(["diff", "n", &from, &to, "--format", "json", "-C", at], 0);
            also::difference(kit::text(&said.stdout), (before, last), (&ledger, day), &mut count);
        }
        last = day;
        published = Some(ledger.clone());
        if n == 540 {
            redact(&mut ledger, root, day);
            published = Some(ledger.clone());
        }
    }
    let mut found = Vec::new();
    every_byte(&root.join("public"), &mut found);
    every_byte(&root.join("content"), &mut found);
    assert_eq!(found, Vec::<String>::new(), "what was redacted is nowhere");
    let kinds = |f: &dyn Fn(&Issue) -> usize| ledger.issues.iter().map(f).sum::<usize>();
    let (moved, again) = (kinds(&|i| i.extensions.len()), kinds(&|i| i.reopened.len()));
    let corrected = kinds(&|i| i.measures.iter().flatten().filter(|e| e.corrects.is_some()).count());
    println!(
        "{} editions, {} entries, {corrected} corrections, {moved} deadlines moved, {again} reopened, {} withdrawn: {} pages, {} facts",
        EDITIONS.len(),
        ledger.entries,
        ledger.withdrawn.len(),
        count.pages,
        count.facts
    );
    assert!(ledger.entries >= 300 && corrected > 10 && moved > 10 && again > 3 && ledger.withdrawn.len() > 1);
}

/// Takes the name out of the whole record, and writes down what stands in its place.
fn redact(ledger: &mut Ledger, root: &Path, day: NaiveDate) {
    let words = root.join("words");
    fs::write(&words, SECRET).unwrap();
    let (at, words, on) = (root.to_str().unwrap(), words.to_str().unwrap(), day.to_string());
    kit::run(
        [
            "redact",
            "n",
            "--kind",
            "personal",
            "--by",
            "保密岗",
            "--on",
            &on,
            "--text-from",
            words,
            "--yes",
            "-C",
            at,
        ],
        0,
    );
    fs::remove_file(words).unwrap();
    let note = format!("〔依规定不予公开：个人信息，{day}〕");
    let entries = ledger.issues.iter_mut().flat_map(|i| &mut i.measures).flatten();
    entries.for_each(|e| e.text = e.text.replace(SECRET, &note));
}
