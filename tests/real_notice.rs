//! The real notice, where it is at hand: import gives its structure, and export gives back its bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use gongkai::import::{self, Options};

mod kit;

fn notice() -> Option<Vec<u8>> {
    kit::real_notice().map(|path| std::fs::read(path).unwrap())
}

#[test]
fn the_real_notice_comes_back_byte_for_byte() {
    let Some(bytes) = notice() else { return };
    let (text, _) = gongkai::text::decode(&bytes).unwrap();
    let imported = import::import(&text, &Options::default()).unwrap();
    let report = &imported.report;
    assert_eq!((report.headings, report.issues, report.measures), ([3, 4, 14], 43, 93));
    assert_eq!(report.pins, 1, "the jump from 11 to 13 is the only pin");
    let inspection = report.inspection.as_ref().unwrap();
    assert_eq!(inspection.from.unwrap().to_string(), "2025-03-18");
    assert_eq!(inspection.to.unwrap().to_string(), "2025-04-21");
    assert_eq!(inspection.feedback.unwrap().to_string(), "2025-07-17");
    let contact = report.contact.as_ref().unwrap();
    assert!(contact.phone.is_some() && contact.address.is_some() && contact.email.is_some());
    assert_eq!(report.date.to_string(), "2025-12-26");
}

#[test]
fn its_bodies_are_found_and_kept_apart() {
    let Some(bytes) = notice() else { return };
    let (text, _) = gongkai::text::decode(&bytes).unwrap();
    let report = import::import(&text, &Options::default()).unwrap().report;
    let sure: Vec<_> = report.units.iter().filter(|u| u.sure).collect();
    assert!(sure.len() >= 4, "the inspected bodies: {sure:?}");
    for (at, unit) in sure.iter().enumerate() {
        assert!(unit.times > 0 && text.contains(&unit.name), "{unit:?}");
        let names = |u: &import::Found| [&[u.name.clone()][..], &u.aliases].concat();
        for other in &sure[at + 1..] {
            assert!(
                names(unit).iter().all(|n| !names(other).contains(n)),
                "{unit:?} and {other:?} share a name"
            );
        }
    }
    let times: Vec<usize> = sure.iter().map(|u| u.times).collect();
    assert!(times.is_sorted_by(|a, b| a >= b), "the most frequent come first: {times:?}");
}

/// As a person would: import, check, build, export.
#[test]
fn the_tool_takes_it_in_and_gives_it_back() {
    let Some(bytes) = notice() else { return };
    let dir = tempfile::tempdir().unwrap();
    let (source, site) = (dir.path().join("notice.txt"), dir.path().join("site"));
    std::fs::write(&source, &bytes).unwrap();
    let site_arg = site.to_str().unwrap();
    let said = kit::run(["import", source.to_str().unwrap(), "--slug", "real", "-C", site_arg], 0);
    assert!(
        kit::text(&said.stdout)
            .contains("3 parts, 4 sections, 14 topics, 43 issues and 93 measures; 1 number out of")
    );
    kit::run(["check", "-C", site_arg], 0);
    let exported = kit::run(["export", "real", "--format", "txt", "-C", site_arg], 0);
    assert!(exported.stdout == bytes, "the export is the very same text");
    kit::run(["build", "-C", site_arg, "--as-of", "2026-01-01"], 0);
}

/// The skipped heading, acts before the inspection, promises and words that had gone stale when it was signed, the damaged
/// term, the inspectors under two names, one meeting under two numbers, a unit with a character lost, 我单位, a person by name:
/// by the file of the issue, where it is one.
#[test]
fn what_a_careful_reader_finds_in_it_is_found() {
    let Some(bytes) = notice() else { return };
    let dir = tempfile::tempdir().unwrap();
    let (source, root) = (dir.path().join("notice.txt"), dir.path().join("site"));
    std::fs::write(&source, &bytes).unwrap();
    kit::run(["import", source.to_str().unwrap(), "--slug", "real", "-C", root.to_str().unwrap()], 0);
    let loaded = kit::loaded(&root);
    let site = loaded.site.expect("an imported notice loads");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let found = gongkai::check::review(&site, &loaded.sources, day);
    let expected = [
        ("number-gap", "notice.yaml"),
        ("head-disagrees", "p1.md"),
        ("promise-past", "/06-issue-6.md"),
        ("promise-past", "/14-issue-14.md"),
        ("wording-unfinished", "/13-issue-13.md"),
        ("wording-unfinished", "/14-issue-14.md"),
        ("wording-unfinished", "/35-issue-35.md"),
        ("date-damaged", "/20-issue-20.md"),
        ("date-before-feedback", "/34-issue-34.md"),
        ("meeting", "/18-issue-18.md"),
        ("unit-name", "/16-issue-16.md"),
        ("own-unit", "/14-issue-14.md"),
        ("person-named", "/36-issue-36.md"),
    ];
    for (code, file) in expected {
        let hit = found.iter().any(|d| {
            d.code == code
                && d.severity == gongkai::diag::Severity::Warning
                && kit::fixture::path(d, &loaded.sources).ends_with(file)
        });
        assert!(hit, "{code} in {file}");
    }
    let early = found.iter().filter(|d| d.code == "date-before-feedback").count();
    assert!(early >= 15, "acts between inspection and feedback are told as notes: {early}");
}
