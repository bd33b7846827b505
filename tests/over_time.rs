//! What a person may count on of a record that goes on for years.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use chrono::NaiveDate;
use gongkai::history::standing::{Limits, Standing, by_unit};
use gongkai::history::{Change, State, changes, issue_date, measure_status, promise, record_date};
use gongkai::load::load;
use gongkai::model::{Site, Status};
use gongkai::save::{Draft, edition_file};
use kit::file;

const SITE: &str = "format: 1\nchecks: {head-missing: off, finished-no-proof: off}\ntitle: 公开\nunits: [{id: slj, name: 县水利局}, {id: gs, name: 供水公司}]\n";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn site(head: &str, issue: &str) -> Site {
    let notice = format!(
        "title: 通报\nissuer: 县水利局\ndate: 2025-01-10\n{head}outline: [{{id: all, heading: 进展}}]\n"
    );
    let issue = format!("id: a\ntitle: 问题。\nunder: all\n{issue}");
    let loaded = load(vec![
        file("site.yaml", SITE),
        file("notices/n/notice.yaml", &notice),
        file("notices/n/issues/1.yaml", &issue),
    ]);
    loaded.site.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

#[test]
fn a_reopened_issue_is_open_until_it_is_closed_again() {
    let of = |closed: &str| {
        site("", &format!("closed: {{date: {closed}}}\nreopened: [{{on: 2025-06-01, why: 又漏}}]\n"))
    };
    let is_closed = |site: &Site, on: &str| site.notices[0].issues[0].closed_on(day(on)).is_some();
    let once = of("2025-03-01");
    assert!(!is_closed(&once, "2025-02-28"));
    assert!(is_closed(&once, "2025-03-01") && is_closed(&once, "2025-05-31"));
    assert!(!is_closed(&once, "2025-06-01") && !is_closed(&once, "2027-01-01"));
    let again = of("2025-09-01");
    assert!(!is_closed(&again, "2025-06-01") && is_closed(&again, "2025-09-01"));
}

#[test]
fn a_reopened_issue_is_overdue_again() {
    let late = "due: 2025-02-01\nmeasures: [{id: m1, unit: slj, text: 甲, status: in_progress}]\n\
                closed: {date: 2025-03-01}\nreopened: [{on: 2025-06-01, why: 又漏}]\n";
    let site = site("", late);
    let overdue = |on: &str| Standing::of(&site.notices[0], day(on), LIMITS).overdue.len();
    assert_eq!(["2025-02-15", "2025-04-01", "2025-06-02"].map(overdue), [1, 0, 1]);
}

const LIMITS: Limits = Limits { due: 30, silent: 90 };

#[test]
fn a_promise_stands_until_something_is_entered_on_its_day_or_later() {
    let entry = |on: &str| format!("measures: [{{id: m1, text: 甲, updates: [{{id: u1, date: {on}}}]}}]\n");
    let of = |entered: &str, on: &str| {
        let site = site("next_update_due: 2025-04-30\n", &entry(entered));
        promise(&site.notices[0], day(on)).map(|p| p.passed)
    };
    assert_eq!(of("2025-03-01", "2025-04-30"), Some(false), "the day itself is not past");
    assert_eq!(of("2025-03-01", "2025-05-01"), Some(true));
    assert_eq!(of("2025-04-30", "2025-05-01"), None);
    assert_eq!(
        of("2025-05-03", "2025-05-01"),
        Some(true),
        "what is entered for a later day is not there yet"
    );
    assert_eq!(of("2025-05-03", "2025-05-03"), None);
}

#[test]
fn a_minor_entry_moves_no_date_and_breaks_no_silence() {
    let minor = "measures:\n  - {id: m1, unit: slj, text: 甲, updates: [{id: u1, date: 2025-02-01, status: in_progress}, \
                 {id: u2, date: 2025-05-01, text: 附照片, minor: true}]}\n";
    let site = site("next_update_due: 2025-04-30\n", minor);
    let (notice, on) = (&site.notices[0], day("2025-05-03"));
    assert_eq!(record_date(notice, on), day("2025-02-01"));
    assert_eq!(issue_date(&notice.issues[0], on), Some(day("2025-02-01")));
    assert!(promise(notice, on).unwrap().passed);
    assert_eq!(Standing::of(notice, on, LIMITS).silent[0].last, day("2025-02-01"));
}

#[test]
fn a_look_back_changes_no_status_and_opens_nothing() {
    let looked = "measures: [{id: m1, text: 甲, status: done}]\nclosed: {date: 2025-03-01}\n\
                  look_back: [{date: 2025-06-01, result: relapsed}]\n";
    let site = site("", looked);
    let (notice, on) = (&site.notices[0], day("2025-07-01"));
    assert!(notice.issues[0].closed_on(on).is_some());
    assert_eq!(measure_status(&notice.issues[0].measures[0], notice.date, on), Some(Status::Done));
    assert_eq!(record_date(notice, on), day("2025-06-01"), "but it is part of the record");
}

#[test]
fn a_correction_without_a_status_leaves_what_stood_before() {
    let corrected = "measures:\n  - {id: m1, text: 甲, updates: [{id: u1, date: 2025-02-01, status: basically_done, text: 8处}, \
                     {id: u2, date: 2025-02-03, text: 7处, corrects: u1, reason: 数错}]}\n";
    let site = site("", corrected);
    let (notice, on) = (&site.notices[0], day("2025-03-01"));
    assert_eq!(measure_status(&notice.issues[0].measures[0], notice.date, on), Some(Status::BasicallyDone));
    assert_eq!(notice.issues[0].measures[0].updates.len(), 2, "the wrong entry stays");
}

#[test]
fn silence_is_counted_from_the_last_entry_or_the_notice() {
    let measures = "measures:\n  - {id: m1, unit: slj, text: 甲}\n  - {id: m2, unit: gs, text: 乙, status: done}\n  \
                    - {id: m3, unit: gs, text: 丙, updates: [{id: u1, date: 2025-03-01}]}\n";
    let site = site("", measures);
    let silent = |on: &str| {
        let standing = Standing::of(&site.notices[0], day(on), LIMITS);
        standing.silent.iter().map(|s| s.measure.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(silent("2025-04-10"), Vec::<String>::new(), "ninety days are not more than ninety");
    assert_eq!(silent("2025-04-11"), ["m1"], "what is finished may rest");
    assert_eq!(silent("2025-05-31"), ["m1", "m3"]);
    let all = [Standing::of(&site.notices[0], day("2025-05-31"), LIMITS)];
    let units: Vec<_> = by_unit(&site, &all, day("2025-05-31"))
        .iter()
        .map(|u| (u.unit.id.to_string(), u.led.total(), u.led.finished(), u.silent))
        .collect();
    assert_eq!(units, [("slj".to_owned(), 1, 0, 1), ("gs".to_owned(), 2, 1, 1)]);
}

#[test]
fn an_old_id_has_an_address_beside_the_new_one() {
    let site = site("", "aliases: [before]\n");
    let index = gongkai::plan::Index::of(&site, day("2025-07-01"));
    let names = ["issue".to_owned(), "moved".to_owned()];
    let pages = gongkai::plan::plan(&site, &index, None, &names);
    let addresses: Vec<String> = pages.iter().map(|p| p.address(&site)).collect();
    assert_eq!(addresses, ["notices/n/issues/a/", "notices/n/issues/before/"]);
    assert!(gongkai::plan::clashes(&site, &pages).is_empty());
}

#[test]
fn a_renamed_issue_is_the_same_issue_to_what_changed() {
    let (old, new) = (site("", ""), site("", "aliases: [before]\n"));
    let (mut then, now) = (old.notices[0].clone(), &new.notices[0]);
    then.issues[0].id.0 = "before".to_owned();
    let on = day("2025-07-01");
    let found = changes(State { notice: &then, day: on }, State { notice: now, day: on });
    assert!(found.is_empty(), "{:?}", found.issues);
    then.issues[0].id.0 = "other".to_owned();
    let found = changes(State { notice: &then, day: on }, State { notice: now, day: on });
    assert_eq!(found.issues.len(), 2, "one is new and one is gone");
}

#[test]
fn opening_a_closed_issue_again_is_a_change() {
    let of = |more: &str| site("", &format!("closed: {{date: 2025-03-01}}\n{more}"));
    let (old, new) = (of(""), of("reopened: [{on: 2025-06-01, why: 又漏}]\n"));
    let on = day("2025-07-01");
    let (then, now) = (&old.notices[0], &new.notices[0]);
    let found = changes(State { notice: then, day: on }, State { notice: now, day: on });
    assert!(matches!(found.issues[0].changes[..], [Change::Reopened(Some(r))] if r.why == "又漏"));
}

#[test]
fn a_published_issue_may_be_renamed_where_its_old_id_leads_on() {
    let looked = "look_back: [{date: 2025-01-20, result: kept}]\n";
    let published = site("", &format!("measures: [{{id: m1, text: 甲}}]\n{looked}"));
    let (notice, units) = (&published.notices[0], published.units.as_slice());
    let (frozen, _) =
        edition_file(&Draft { date: day("2025-02-01"), note: None, hide_old: false, notice, units });
    let findings = |issue: &str| {
        let head = "title: 通报\nissuer: 县水利局\ndate: 2025-01-10\noutline: [{id: all, heading: 进展}]\n";
        let issue = format!("{issue}title: 问题。\nunder: all\nmeasures: [{{id: m1, text: 甲}}]\n");
        let loaded = load(vec![
            file("site.yaml", SITE),
            file("notices/n/notice.yaml", head),
            file("notices/n/issues/1.yaml", &issue),
            file("notices/n/editions/2025-02-01.json", kit::text(&frozen)),
        ]);
        let site = loaded.site.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
        gongkai::check::check(&site).iter().map(|d| d.code).collect::<Vec<_>>()
    };
    assert_eq!(findings(&format!("id: b\naliases: [a]\n{looked}")), Vec::<&str>::new());
    assert_eq!(findings(&format!("id: b\n{looked}")), ["published-gone"]);
    assert_eq!(findings("id: a\n"), ["published-after"], "what was published of a look back stays");
}

#[test]
fn an_issuers_own_word_for_a_status_is_shown_and_counted_as_what_it_means() {
    let dir = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| kit::write(dir.path(), path, text);
    put("site.yaml", "format: 1\nchecks: {head-missing: off, finished-no-proof: off}\ntitle: 公开\n");
    put(
        "notices/n/notice.yaml",
        "title: 通报\nissuer: 甲局\ndate: 2026-01-10\noutline:\n  - {id: p, heading: 整改}\n",
    );
    put(
        "notices/n/issues/1.yaml",
        "id: i\ntitle: 问题。\nunder: p\nmeasures:\n  - {id: m1, text: 甲。, status: 视同完成}\n  - {id: m2, text: 乙。, status: 已完成}\n  - id: m3\n    text: 丙。\n    updates: [{id: u1, date: 2026-01-11, status: 阶段性完成, text: 办结。}]\n",
    );
    let root = dir.path().to_str().unwrap();
    kit::run(["edition", "n", "--date", "2026-01-12", "--yes", "-C", root], 0);
    kit::run(["build", "-C", root, "--as-of", "2026-02-01"], 0);
    let page = |path: &str| std::fs::read_to_string(dir.path().join("public").join(path)).unwrap();
    let issue = page("notices/n/issues/i/index.html");
    assert!(issue.contains("<span class=\"badge s-done_ongoing\">视同完成</span>"), "{issue}");
    assert!(issue.matches("<span class=\"badge s-done_ongoing\">阶段性完成</span>").count() == 2, "{issue}");
    assert!(
        issue.contains("<span class=\"badge s-done\">已完成</span>"),
        "the usual name stays the usual name"
    );
    let list = page("status/done-ongoing/index.html");
    assert!(list.contains("视同完成") && list.contains("阶段性完成"), "{list}");
    kit::run(["check", "-C", root], 0);
}

#[test]
fn what_is_dated_after_the_day_of_the_build_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let content = dir.path().join("content/notices/n/issues");
    std::fs::create_dir_all(&content).unwrap();
    std::fs::write(
        dir.path().join("content/site.yaml"),
        "format: 1\nchecks: {head-missing: off, finished-no-proof: off}\ntitle: 公开\n",
    )
    .unwrap();
    let head = "title: 通报\nissuer: 甲局\ndate: 2026-01-10\noutline:\n  - {id: p, heading: 整改}\n";
    std::fs::write(dir.path().join("content/notices/n/notice.yaml"), head).unwrap();
    let issue = "id: i\ntitle: 问题。\nunder: p\nmeasures:\n  - id: m\n    text: 甲。\n    updates: [{id: u1, date: 2026-02-01, text: 办结。}]\n";
    std::fs::write(content.join("1.yaml"), issue).unwrap();
    let said = |day: &str| {
        let out = kit::run(["build", "-C", dir.path().to_str().unwrap(), "--as-of", day], 0);
        kit::text(&out.stderr).matches("not-yet").count()
    };
    assert_eq!((said("2026-01-09"), said("2026-01-31"), said("2026-02-01")), (2, 1, 0));
}

#[test]
fn every_close_out_stays_on_the_record() {
    let twice = "closed: [{date: 2025-03-01, document: 1号}, {date: 2025-09-01, document: 2号}]\nreopened: [{on: 2025-06-01, why: 又漏}]\n";
    let site = site("", twice);
    let closed = |on: &str| site.notices[0].issues[0].closed_on(day(on)).and_then(|c| c.document.clone());
    assert_eq!(closed("2025-05-31").as_deref(), Some("1号"));
    assert_eq!(closed("2025-06-01"), None);
    assert_eq!(closed("2025-09-01").as_deref(), Some("2号"));
}
