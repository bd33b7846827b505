//! What was published and is no longer: an address says so, feeds have a tombstone (RFC 6721), and nothing else changes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use kit::write;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use atom_syndication::Feed;
use quick_xml::NsReader;
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;

const SITE: &str = "format: 1\nchecks: {head-missing: off, measure-no-subject: off}\ntitle: 某县公开网\nbase_url: https://gongkai.example.com/\nunits: [{id: slj, name: 县水利局}]\n";
const HEAD: &str = "title: 县水利局关于巡察整改的通报\nissuer: 县水利局\ndate: 2025-12-26\ncontact: {phone: 0000-0000003}\n\
                    outline: [{id: all, heading: 整改进展}]\n";
const GATES: &str = "id: gates\ntitle: 闸门检修不及时。\nunder: all\nmeasures:\n  - id: m1\n    text: 检修闸门。\n    unit: slj\n    updates:\n      \
                     - {id: u1, date: 2026-01-01, status: in_progress, text: 检修五孔}\n      - {id: u2, date: 2026-01-03, text: 误报七孔}\n  \
                     - {id: m2, text: 清淤。, updates: [{id: u1, date: 2026-01-02, status: done, text: 清了淤}]}\n";
const PUMPS: &str = "id: pumps\naliases: [old-pumps]\ntitle: 泵站台账缺失。\nunder: all\nmeasures:\n  - {id: m1, text: 补台账。, updates: [\
                     {id: u1, date: 2026-01-04, status: in_progress, text: 在补}, {id: u2, date: 2026-01-05, text: 换了封皮, minor: true}]}\n";

fn run(root: &Path, args: &[&str], code: i32) -> String {
    let out = kit::run(args.iter().chain(&["-C", root.to_str().unwrap()]), code);
    format!("{}{}", kit::text(&out.stdout), kit::text(&out.stderr))
}

fn edition(root: &Path, day: &str) {
    run(root, &["edition", "n", "--date", day, "--yes"], 0);
}

fn built(root: &Path, day: &str) -> folder::Tree {
    run(root, &["build", "--as-of", day], 0);
    folder::tree(&root.join("public"))
}

fn page<'t>(tree: &'t folder::Tree, path: &str) -> &'t str {
    kit::text(tree.get(path).unwrap_or_else(|| panic!("{path} is not there: {:?}", tree.keys())))
}

/// One notice with one edition that holds everything.
fn record() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "site.yaml", SITE);
    write(dir.path(), "notices/n/notice.yaml", HEAD);
    write(dir.path(), "notices/n/issues/01-gates.yaml", GATES);
    write(dir.path(), "notices/n/issues/02-pumps.yaml", PUMPS);
    edition(dir.path(), "2026-01-10");
    dir
}

const WITHDRAWN: &str = "withdrawn:\n  - {issue: pumps, on: 2026-02-01, why: 与上一轮的问题重复登记}\n  \
                         - {issue: gates, measure: m1, update: u2, on: 2026-02-02, why: 报错了工程}\n  \
                         - {issue: gates, measure: m2, on: 2026-02-02, why: 不属本单位职责}\n";

/// The files after three things were taken back.
fn take_back(root: &Path) {
    let gates = GATES.split("      - {id: u2").next().unwrap();
    write(root, "notices/n/issues/01-gates.yaml", gates);
    fs::remove_file(root.join("content/notices/n/issues/02-pumps.yaml")).unwrap();
}

/// What a reader of its own finds: each tombstone's id with its day and comment.
fn tombstones(feed: &[u8]) -> BTreeMap<String, (String, String)> {
    let mut reader = NsReader::from_reader(feed);
    let (mut found, mut now, mut comment) = (BTreeMap::new(), None, String::new());
    loop {
        let (space, event) = reader.read_resolved_event().unwrap();
        let here = matches!(space, ResolveResult::Bound(n) if n.as_ref() == "http://purl.org/atompub/tombstones/1.0");
        match event {
            Event::Start(tag) if here && tag.local_name().as_ref() == "deleted-entry" => {
                let value = |name: &str| {
                    let found = tag.try_get_attribute(name).unwrap().unwrap();
                    found.value.to_string()
                };
                now = Some((value("ref"), value("when")));
                comment.clear();
            }
            Event::Text(text) if now.is_some() => comment.push_str(&text),
            Event::End(tag) if here && tag.local_name().as_ref() == "deleted-entry" => {
                let (id, when) = now.take().unwrap();
                found.insert(id, (when, comment.clone()));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn ids(feed: &Feed) -> Vec<&str> {
    feed.entries.iter().map(|e| e.id.as_str()).collect()
}

#[test]
fn what_was_published_goes_only_where_a_withdrawal_says_so() {
    let dir = record();
    let root = dir.path();
    take_back(root);
    let refused = run(root, &["check"], 1);
    assert!(
        refused.contains("withdrawn in notice.yaml") && refused.matches("error[").count() == 3,
        "{refused}"
    );
    write(root, "notices/n/notice.yaml", &format!("{HEAD}{WITHDRAWN}"));
    run(root, &["check"], 0);
    edition(root, "2026-02-03");
    write(root, "notices/n/notice.yaml", HEAD);
    let refused = run(root, &["check"], 1);
    assert!(refused.contains("a published withdrawal was removed or changed: issues/pumps"), "{refused}");
}

#[test]
fn a_withdrawal_of_what_is_there_or_never_was_is_refused() {
    let dir = record();
    let root = dir.path();
    write(root, "notices/n/notice.yaml", &format!("{HEAD}{WITHDRAWN}"));
    let there = run(root, &["check"], 1);
    assert_eq!(there.matches("still stands in the files").count(), 3, "{there}");
    let never = "withdrawn: [{issue: gates, measure: m9, on: 2026-02-01, why: 重复}]\n";
    write(root, "notices/n/notice.yaml", &format!("{HEAD}{never}"));
    assert!(run(root, &["check"], 1).contains("no edition ever held it"));
}

#[test]
fn pages_and_feeds_say_that_it_was_withdrawn_and_never_what_it_said() {
    let dir = record();
    let root = dir.path();
    let before = built(root, "2026-03-01");
    let old = Feed::read_from(&before["feed.atom"][..]).unwrap();
    assert_eq!(old.entries.len(), 4);
    assert!(tombstones(&before["feed.atom"]).is_empty());
    take_back(root);
    write(root, "notices/n/notice.yaml", &format!("{HEAD}{WITHDRAWN}"));
    edition(root, "2026-02-03");
    let after = built(root, "2026-03-01");
    for address in ["pumps", "old-pumps"] {
        let gone = page(&after, &format!("notices/n/issues/{address}/index.html"));
        assert!(gone.contains("2026年2月1日撤回") && gone.contains("与上一轮的问题重复登记"), "{gone}");
        assert!(gone.contains("noindex") && gone.contains("0000-0000003"));
        assert!(!gone.contains("台账"), "it does not say what it said");
    }
    let issue = page(&after, "notices/n/issues/gates/index.html");
    assert!(issue.contains("id=\"m1-u2\"") && issue.contains("报错了工程") && !issue.contains("误报七孔"));
    assert!(issue.contains("id=\"m2\"") && issue.contains("不属本单位职责") && !issue.contains("清淤"));
    let changed = page(&after, "notices/n/editions/2026-02-03/index.html");
    assert!(changed.contains("与上一轮的问题重复登记") && !changed.contains("台账"), "{changed}");
    let sitemap = page(&after, "sitemap.xml");
    assert!(!sitemap.contains("pumps"));
    let feed = Feed::read_from(&after["feed.atom"][..]).unwrap();
    let stones = tombstones(&after["feed.atom"]);
    let (kept, gone): (Vec<&str>, Vec<&str>) = ids(&old).into_iter().partition(|id| ids(&feed).contains(id));
    assert_eq!(kept, ["https://gongkai.example.com/notices/n/issues/gates/#m1-u1"]);
    assert_eq!(stones.keys().map(String::as_str).collect::<Vec<_>>(), {
        let mut gone = gone;
        gone.sort_unstable();
        gone
    });
    let pumps = &stones["https://gongkai.example.com/notices/n/issues/old-pumps/#m1-u1"];
    assert_eq!(pumps, &("2026-02-01T00:00:00+08:00".to_owned(), "与上一轮的问题重复登记".to_owned()));
}

#[test]
fn a_difference_gives_the_reason_and_not_the_words() {
    let dir = record();
    let root = dir.path();
    take_back(root);
    write(root, "notices/n/notice.yaml", &format!("{HEAD}{WITHDRAWN}"));
    for format in ["human", "json"] {
        let said = run(root, &["diff", "n", "--format", format], 0);
        assert!(["重复登记", "报错了工程", "不属本单位职责"].iter().all(|why| said.contains(why)), "{said}");
        assert!(!said.contains("台账") && !said.contains("清淤"), "{said}");
    }
}

/// Two notices, one of which is public until the end of January.
fn with_a_term() -> tempfile::TempDir {
    let dir = record();
    let root = dir.path();
    write(root, "notices/n/notice.yaml", &format!("{HEAD}public_until: 2026-01-31\n"));
    edition(root, "2026-01-11");
    let other = HEAD.replace("县水利局关于", "县水利局党组关于");
    write(root, "notices/other/notice.yaml", &other);
    let repeats = "id: again\ntitle: 闸门又未检修。\nunder: all\nrecurs_from: n/gates\nmeasures: [{id: m1, text: 再修。, status: done}]\n";
    write(root, "notices/other/issues/01.yaml", repeats);
    dir
}

#[test]
fn a_notice_whose_term_has_ended_leaves_a_page_at_each_of_its_addresses() {
    let dir = with_a_term();
    let root = dir.path();
    let last = built(root, "2026-01-31");
    assert!(page(&last, "notices/n/index.html").contains("检修闸门"), "the last day counts");
    let old = Feed::read_from(&last["feed.atom"][..]).unwrap();
    let after = built(root, "2026-02-01");
    let own = |tree: &folder::Tree| -> Vec<String> {
        tree.keys().filter(|p| p.starts_with("notices/n/") && p.ends_with(".html")).cloned().collect()
    };
    assert_eq!(own(&last), own(&after));
    assert!(own(&after).len() >= 8);
    for path in own(&after) {
        let gone = page(&after, &path);
        assert!(gone.contains("公开期限到2026年1月31日为止") && gone.contains("noindex"), "{path}: {gone}");
        assert!(gone.contains("0000-0000003") && gone.contains("县水利局关于巡察整改的通报"), "{path}");
    }
    for (path, bytes) in &after {
        let text = String::from_utf8_lossy(bytes);
        let words = ["检修闸门", "闸门检修", "检修五孔", "泵站", "清淤"];
        assert!(words.iter().all(|w| !text.contains(w)), "{path} still says it");
    }
    assert!(!page(&after, "sitemap.xml").contains("notices/n/"));
    assert!(page(&after, "index.html").contains("另有1份通报的公开期限已满"));
    assert!(page(&after, "progress/index.html").contains("另有1份通报的公开期限已满"));
    assert!(page(&after, "index.html").contains("1份通报"), "the totals are those of the other");
    let feed = Feed::read_from(&after["feed.atom"][..]).unwrap();
    assert!(feed.entries.is_empty());
    let stones = tombstones(&after["feed.atom"]);
    let mut gone = ids(&old);
    gone.sort_unstable();
    assert_eq!(stones.keys().map(String::as_str).collect::<Vec<_>>(), gone);
    assert!(stones.values().all(|(when, _)| when == "2026-02-01T00:00:00+08:00"));
}

#[test]
fn a_longer_term_brings_a_notice_back() {
    let dir = with_a_term();
    let root = dir.path();
    write(root, "notices/n/notice.yaml", &format!("{HEAD}public_until: 2027-01-31\n"));
    let still = built(root, "2026-02-01");
    assert!(!page(&still, "notices/n/index.html").contains("检修闸门"), "the public sees the edition alone");
    edition(root, "2026-02-01");
    let back = built(root, "2026-02-01");
    assert!(page(&back, "notices/n/index.html").contains("检修闸门"));
    assert!(tombstones(&back["feed.atom"]).is_empty());
}

/// The time of a feed moves where something of weight changed, and stands where nothing did.
#[test]
fn the_feed_is_updated_by_what_matters_alone() {
    let dir = record();
    let root = dir.path();
    let updated = |root: &Path| {
        let tree = built(root, "2026-03-01");
        Feed::read_from(&tree["feed.atom"][..]).unwrap().updated.to_rfc3339()
    };
    let start = updated(root);
    assert_eq!(start, "2026-01-04T00:00:00+08:00", "the minor entry of the fifth moves nothing");
    let minor = "{id: u3, date: 2026-01-20, text: 补照片, minor: true}";
    let with = |entry: &str| GATES.replace("误报七孔}\n", &format!("误报七孔}}\n      - {entry}\n"));
    write(root, "notices/n/issues/01-gates.yaml", &with(minor));
    edition(root, "2026-01-21");
    assert_eq!(updated(root), start);
    let right = "{id: u4, date: 2026-01-22, text: 实为六孔, corrects: u2, reason: 数错}";
    write(root, "notices/n/issues/01-gates.yaml", &with(&format!("{minor}\n      - {right}")));
    edition(root, "2026-01-23");
    assert_eq!(updated(root), "2026-01-22T00:00:00+08:00", "a correction does");
    let words = root.join("words.txt");
    fs::write(&words, "检修五孔").unwrap();
    let from = words.to_str().unwrap();
    let args = [
        "redact",
        "n",
        "--text-from",
        from,
        "--kind",
        "other",
        "--by",
        "保密岗",
        "--on",
        "2026-02-10",
        "--yes",
    ];
    run(root, &args, 0);
    assert_eq!(updated(root), "2026-02-10T00:00:00+08:00", "readers have to replace their copy");
    let tree = built(root, "2026-03-01");
    let feed = Feed::read_from(&tree["feed.atom"][..]).unwrap();
    let moved: Vec<&str> = feed
        .entries
        .iter()
        .filter(|e| e.updated.to_rfc3339().starts_with("2026-02-10"))
        .map(|e| e.id())
        .collect();
    assert_eq!(moved, ["https://gongkai.example.com/notices/n/issues/gates/#m1-u1"]);
    write(root, "notices/n/notice.yaml", &{
        let head = fs::read_to_string(root.join("content/notices/n/notice.yaml")).unwrap();
        format!("{head}withdrawn: [{{issue: pumps, on: 2026-02-20, why: 重复登记}}]\n")
    });
    fs::remove_file(root.join("content/notices/n/issues/02-pumps.yaml")).unwrap();
    edition(root, "2026-02-21");
    assert_eq!(updated(root), "2026-02-20T00:00:00+08:00", "and so does a tombstone");
}
