//! A record over time, as a person would keep it: nothing that happened between two editions is passed over, an id that
//! changes breaks nothing, and a site of an earlier day shows what was public then.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use kit::write;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

const SITE: &str = "format: 1\nchecks: {head-missing: off, heading-no-issue: off, measure-no-subject: off}\ntitle: 某县公开网\nbase_url: https://gongkai.example.com/\n\
                    units: [{id: slj, name: 县水利局}, {id: zjj, name: 县住建局}]\n";

fn head(more: &str) -> String {
    format!(
        "title: 县水利局关于巡察整改的通报\nissuer: 县水利局\ndate: 2025-12-26\n{more}\
         outline:\n  - {{id: water, heading: 水利设施}}\n  - {{id: town, heading: 城镇排水}}\n"
    )
}

fn run(root: &Path, args: &[&str], code: i32) -> String {
    let out = kit::run(args.iter().chain(&["-C", root.to_str().unwrap()]), code);
    format!("{}{}", kit::text(&out.stdout), kit::text(&out.stderr))
}

fn record(notice: &str, issue: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "site.yaml", SITE);
    write(dir.path(), "notices/n/notice.yaml", &head(notice));
    write(dir.path(), "notices/n/issues/01.yaml", issue);
    dir
}

fn edition(root: &Path, day: &str) {
    run(root, &["edition", "n", "--date", day, "--yes"], 0);
}

fn page(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join("public").join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

const GATES: &str = "title: 闸门检修不及时。\nmeasures:\n  - id: m1\n    text: 检修闸门。\n";

#[test]
fn everything_that_happened_between_two_editions_is_told() {
    let first = format!("id: gates\nunder: water\ndue: 2026-01-31\n{GATES}    unit: slj\n");
    let dir = record("next_update_due: 2026-02-01\ncontact: {phone: 0000-0000003}\n", &first);
    let root = dir.path();
    edition(root, "2026-01-10");
    let then = format!(
        "id: gates\nunder: town\ndue: 2026-01-31\n{GATES}    unit: zjj\n    with: [slj]\n\
         extensions:\n  - {{on: 2026-01-20, to: 2026-03-31, why: 设备未到货}}\n  - {{on: 2026-03-20, to: 2026-06-30, why: 汛期不能断水}}\n\
         closed: [{{date: 2026-04-02, document: 销号单一}}, {{date: 2026-06-20, document: 销号单二}}]\n\
         reopened: [{{on: 2026-05-08, why: 二号闸门又漏水}}]\n\
         look_back: [{{date: 2026-05-06, by: 县委巡察办, finding: 二号闸门渗漏, result: partial}}]\n"
    );
    write(root, "notices/n/issues/01.yaml", &then);
    let notice = head("next_update_due: 2026-09-01\ncontact: {phone: 0000-1111111}\n");
    write(root, "notices/n/notice.yaml", &notice);
    let told = run(root, &["diff", "n", "--as-of", "2026-07-01", "--lang", "zh-CN"], 0);
    edition(root, "2026-07-01");
    run(root, &["build", "--as-of", "2026-07-02"], 0);
    let shown = page(root, "notices/n/editions/2026-07-01/index.html");
    for said in [
        "设备未到货",
        "汛期不能断水",
        "二号闸门又漏水",
        "二号闸门渗漏",
        "部分反弹",
        "县住建局",
        "城镇排水",
        "0000-1111111",
    ] {
        assert!(told.contains(said), "the terminal leaves out {said}:\n{told}");
        assert!(shown.contains(said), "the page leaves out {said}");
    }
    for (terminal, paper) in [
        ("2026-01-31 → 2026-03-31", "由2026年1月31日改为2026年3月31日"),
        ("2026-03-31 → 2026-06-30", "由2026年3月31日改为2026年6月30日"),
        ("2026-04-02", "2026年4月2日"),
        ("2026-06-20", "2026年6月20日"),
        ("2026-02-01 → 2026-09-01", "2026年9月1日"),
    ] {
        assert!(told.contains(terminal), "the terminal leaves out {terminal}:\n{told}");
        assert!(shown.contains(paper), "the page leaves out {paper}");
    }
    let json = run(root, &["diff", "n", "--format", "json", "--as-of", "2026-07-01"], 0);
    assert!(
        serde_json::from_str::<serde_json::Value>(&json).unwrap()["changes"].as_array().unwrap().is_empty()
    );
}

#[test]
fn a_difference_up_to_a_day_holds_nothing_of_later_days() {
    let entry = "    updates: [{id: u1, date: 2026-01-05, status: in_progress, text: 开工}]\n";
    let dir = record("", &format!("id: gates\nunder: water\n{GATES}{entry}"));
    edition(dir.path(), "2026-01-10");
    let later = entry.replace("开工}]", "开工}, {id: u2, date: 2026-03-01, status: done, text: 完工}]");
    write(dir.path(), "notices/n/issues/01.yaml", &format!("id: gates\nunder: water\n{GATES}{later}"));
    let of = |day: &str| run(dir.path(), &["diff", "n", "--as-of", day], 0);
    assert!(!of("2026-02-28").contains("完工"));
    assert!(of("2026-03-01").contains("完工"));
}

#[test]
fn words_that_are_not_to_be_repeated_are_left_out_of_fields_too() {
    let dir = record("contact: {phone: 0000-2222222}\n", &format!("id: gates\nunder: water\n{GATES}"));
    let root = dir.path();
    edition(root, "2026-01-10");
    write(root, "notices/n/notice.yaml", &head("contact: {phone: 0000-3333333}\n"));
    run(root, &["edition", "n", "--date", "2026-01-11", "--note", "电话更正", "--hide-old", "--yes"], 0);
    let told = run(root, &["diff", "n", "2026-01-10", "2026-01-11"], 0);
    assert!(told.contains("0000-3333333") && !told.contains("0000-2222222"), "{told}");
    run(root, &["build", "--as-of", "2026-01-12"], 0);
    let shown = page(root, "notices/n/editions/2026-01-11/index.html");
    assert!(shown.contains("0000-3333333") && !shown.contains("0000-2222222"));
}

#[test]
fn no_edition_holds_what_has_not_happened_yet() {
    for later in [
        "closed: {date: 2026-03-01}\n",
        "due: 2026-01-01\nextensions: [{on: 2026-03-01, to: 2026-04-01, why: 设备未到货}]\n",
        "look_back: [{date: 2026-03-01, result: kept}]\n",
        "closed: {date: 2026-01-02}\nreopened: [{on: 2026-03-01, why: 又漏}]\n",
    ] {
        let dir = record("", &format!("id: gates\nunder: water\n{GATES}{later}"));
        let said = run(dir.path(), &["edition", "n", "--date", "2026-02-01", "--yes"], 1);
        assert!(said.contains("2026-03-01"), "{later}{said}");
        edition(dir.path(), "2026-03-01");
    }
}

#[test]
fn a_published_close_out_stays_and_ids_of_before_keep_their_order() {
    let of = |ids: &str, closed: &str| format!("{ids}under: water\n{GATES}{closed}");
    let closed = "closed: {date: 2026-01-02, document: 销号单}\n";
    let dir = record("", &of("id: b\naliases: [a]\n", closed));
    edition(dir.path(), "2026-01-10");
    let check = |text: &str, code| {
        write(dir.path(), "notices/n/issues/01.yaml", text);
        run(dir.path(), &["check"], code)
    };
    check(&of("id: c\naliases: [a, b]\n", closed), 0);
    assert!(check(&of("id: c\naliases: [b, a]\n", closed), 1).contains("published-aliases"));
    assert!(check(&of("id: b\n", closed), 1).contains("aliases: [a]"));
    assert!(check(&of("id: b\naliases: [a]\n", ""), 1).contains("published-after"));
    check(
        &of(
            "id: b\naliases: [a]\n",
            "closed: [{date: 2026-01-02, document: 销号单}, {date: 2026-02-02}]\nreopened: [{on: 2026-01-20, why: 又漏}]\n",
        ),
        0,
    );
}

#[test]
fn a_reader_of_the_feed_knows_an_entry_again_after_its_issue_was_renamed() {
    let entry = "    updates: [{id: u1, date: 2026-01-05, status: in_progress, text: 开工}]\n";
    let of = |ids: &str| format!("{ids}under: water\n{GATES}{entry}");
    let dir = record("", &of("id: gates\n"));
    let ids = |ids: &str| {
        write(dir.path(), "notices/n/issues/01.yaml", &of(ids));
        run(dir.path(), &["build", "--as-of", "2026-02-01"], 0);
        let feed = atom_syndication::Feed::read_from(page(dir.path(), "feed.atom").as_bytes()).unwrap();
        let entry = &feed.entries()[0];
        (entry.id().to_owned(), entry.links()[0].href().to_owned())
    };
    let base = "https://gongkai.example.com/notices/n/issues";
    let first = format!("{base}/gates/#m1-u1");
    assert_eq!(ids("id: gates\n"), (first.clone(), first.clone()));
    assert_eq!(ids("id: sluices\naliases: [gates]\n"), (first.clone(), format!("{base}/sluices/#m1-u1")));
    assert_eq!(ids("id: locks\naliases: [gates, sluices]\n"), (first, format!("{base}/locks/#m1-u1")));
}

#[test]
fn an_issue_found_again_is_linked_whatever_either_is_called_and_dated_now() {
    let dir = record("", &format!("id: gates\nunder: water\n{GATES}"));
    let root = dir.path();
    edition(root, "2026-01-10");
    let newer = head("").replace("2025-12-26", "2026-06-01");
    write(root, "notices/later/notice.yaml", &newer);
    let again = |from: &str| format!("id: again\nunder: water\nrecurs_from: n/{from}\n{GATES}");
    write(root, "notices/later/issues/01.yaml", &again("gates"));
    run(root, &["check"], 0);
    // The older one is renamed and dated anew in the files, and not yet published so.
    write(root, "notices/n/issues/01.yaml", &format!("id: sluices\naliases: [gates]\nunder: water\n{GATES}"));
    write(root, "notices/n/notice.yaml", &head("").replace("2025-12-26", "2026-12-26"));
    write(root, "notices/later/issues/01.yaml", &again("sluices"));
    run(root, &["build", "--as-of", "2026-07-01"], 0);
    assert!(page(root, "notices/later/issues/again/index.html").contains("n/issues/gates/"));
    assert!(page(root, "notices/n/issues/gates/index.html").contains("later/issues/again/"));
}

#[test]
fn a_site_of_an_earlier_day_shows_what_was_public_then() {
    let of = |title: &str| format!("id: gates\nunder: water\n{}", GATES.replace("闸门检修不及时", title));
    let dir = record("", &of("第一版的题目"));
    let root = dir.path();
    edition(root, "2026-01-10");
    write(root, "notices/n/issues/01.yaml", &of("第二版的题目"));
    edition(root, "2026-03-01");
    write(root, "notices/n/issues/01.yaml", &of("还没有公开的题目"));
    for (day, title, said) in [
        ("2026-02-01", Some("第一版的题目"), 1),
        ("2026-01-09", None, 2),
        ("2026-03-01", Some("第二版的题目"), 0),
    ] {
        let output = run(root, &["build", "--as-of", day], 0);
        match title {
            Some(title) => assert!(page(root, "notices/n/index.html").contains(title), "{day}"),
            None => assert!(!root.join("public/notices/n").exists(), "nothing was public on {day}"),
        }
        assert_eq!(output.matches("not-yet").count(), said, "{day}: {output}");
        let there = root.join("public/notices/n/editions/2026-03-01/index.html").exists();
        assert_eq!(there, day == "2026-03-01");
    }
}
