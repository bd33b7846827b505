//! What each rule finds, beside the line where it finds it. `tests/diagnostics.rs` tells how a fixture is written; here it must
//! load without fault. Each rule has a fixture of its name, with what it finds and what it must leave alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use gongkai::check::{review, review_while, rules::RULES};
use gongkai::diag::Severity;
use gongkai::lang::{Catalog, Lang};
use kit::fixture::{self, Fixture, Found, read};

/// Supplied where a fixture does not write its own.
const SUPPLIED: [(&str, &str); 2] = [
    (
        "site.yaml",
        "format: 1\ntitle: 某县公开网\nunits: [{id: slj, name: 星河县水利局}, {id: sk, name: 星河县水库管理所, aliases: [县水库管理所]}]\n",
    ),
    (
        "notices/n/notice.yaml",
        "title: 中共星河县水利局党组关于巡察整改进展情况的通报\nissuer: 中共星河县水利局党组\ndate: 2025-12-26\n\
         inspection: {by: 县委巡察一组, from: 2025-03-18, to: 2025-04-21, feedback: 2025-07-17}\n\
         contact: {phone: 0000-0000003}\noutline: [{id: all, heading: 整改进展情况}]\n",
    ),
];

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 10).unwrap()
}

fn findings(fixture: &Fixture) -> Found {
    let loaded = fixture::load(fixture, &SUPPLIED);
    let site = loaded.site.unwrap_or_else(|| panic!("a fixture of rules loads: {:?}", loaded.diagnostics));
    (review(&site, &loaded.sources, day()), loaded.sources)
}

#[test]
fn every_rule_finds_what_it_says_where_it_stands_and_nothing_else() {
    fixture::hold("tests/rules", findings);
}

#[test]
fn every_rule_has_a_fixture_of_its_name_that_it_finds_something_in() {
    for rule in RULES {
        let text = std::fs::read_to_string(kit::repo(&format!("tests/rules/{}.txt", rule.code)));
        let text = text.unwrap_or_else(|_| panic!("tests/rules/{}.txt is missing", rule.code));
        assert!(findings(&read(&text)).0.iter().any(|d| d.code == rule.code), "{}", rule.code);
    }
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    let names: BTreeSet<&str> = RULES.iter().map(|r| r.code).collect();
    assert_eq!(names.len(), RULES.len(), "a name is used once");
    for lang in [Lang::ZhCn, Lang::En] {
        let words = Catalog::tool(lang);
        for (rule, part) in RULES.iter().flat_map(|r| ["", "-why", "-wrong", "-right"].map(|p| (r, p))) {
            let id = format!("rule-{}{part}", rule.code);
            assert!(words.has(&id), "{lang:?} lacks {id}");
        }
    }
}

/// Nothing in the example is wrong: neither the record nor, where the two differ, a rule.
#[test]
fn nothing_is_found_in_the_example() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    // What `new` writes is an example through and through, and right but for that.
    for (root, expected) in [(kit::repo(""), None), (kit::repo("starter"), Some("sample-value"))] {
        let loaded = kit::loaded(&root);
        let site = loaded.site.expect("the example is without fault");
        let found = review(&site, &loaded.sources, day);
        let shown = gongkai::diag::short::print(&found, &loaded.sources, &Catalog::tool(Lang::ZhCn));
        let grave = found.iter().filter(|d| d.severity != Severity::Note);
        let codes: BTreeSet<&str> = grave.map(|d| d.code).collect();
        assert_eq!(codes.into_iter().collect::<Vec<_>>(), Vec::from_iter(expected), "{shown}");
    }
}

#[test]
fn a_review_that_nobody_waits_for_any_more_is_broken_off() {
    let text = std::fs::read_to_string(kit::repo(&format!("tests/rules/{}.txt", RULES[0].code))).unwrap();
    let loaded = fixture::load(&read(&text), &SUPPLIED);
    let site = loaded.site.expect("a fixture of rules loads");
    let look = |wanted| review_while(&|| wanted, &site, &loaded.sources, day());
    assert_eq!(look(true), Some(review(&site, &loaded.sources, day())));
    assert_eq!(look(false), None);
}
