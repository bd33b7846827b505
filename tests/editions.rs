//! What was published stays as it was published: editions are frozen, nobody can touch them unseen, and the working files
//! may add to the published past but never alter it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use chrono::NaiveDate;
use gongkai::check::check;
use gongkai::history::{Change, State, changes, published};
use gongkai::load::{Loaded, load_with};
use gongkai::model::{
    CloseOut, Evidence, Extension, Issue, IssueId, LookBack, LookBackResult, Notice, OldId, Redaction,
    RedactionKind, Reopening, Site, Status, Update, Withdrawal,
};
use gongkai::save::{Draft, edition_file};
use gongkai::text::RawFile;
use kit::dice::{Dice, Kind, notice, nowhere};
use kit::{content, repo};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The example with an edition of its water notice, frozen on a day on which all its entries have happened.
fn frozen() -> Vec<RawFile> {
    let mut files = content(&repo("content"));
    let site = read(files.clone());
    let notice = water(&site);
    let draft = Draft { date: day("2026-11-24"), note: None, hide_old: false, notice, units: &site.units };
    let path = "notices/2026-water/editions/2026-11-24.json".to_owned();
    files.retain(|f| f.path != path);
    files.push(RawFile { path, bytes: edition_file(&draft).0 });
    files
}

/// The record in these files, with the evidence of the example beside them.
fn read(files: Vec<RawFile>) -> Site {
    loaded(files).site.expect("a record without fault")
}

fn loaded(files: Vec<RawFile>) -> Loaded {
    load_with(files, gongkai::disk::read_content(&repo("content")).assets)
}

fn water(site: &Site) -> &Notice {
    site.notices.iter().find(|n| n.slug == "2026-water").unwrap()
}

#[test]
fn an_edition_reads_back_as_the_notice_that_it_froze() {
    let site = read(frozen());
    let edition = water(&site).editions.last().unwrap();
    let then = State { notice: &edition.notice, day: edition.date };
    let now = State { notice: water(&site), day: edition.date };
    assert!(changes(then, now).is_empty());
    assert!(check(&site).is_empty());
}

#[test]
fn an_edition_has_one_fact_on_each_line() {
    let file = frozen().pop().unwrap();
    let text = String::from_utf8(file.bytes).unwrap();
    let facts = |line: &str| line.matches("\": ").count();
    assert!(text.lines().all(|line| facts(line) <= 1), "a line with two facts");
}

/// Wherever one character of a frozen word is altered, loading says so.
#[test]
fn an_altered_edition_is_told() {
    let files = frozen();
    let text = String::from_utf8(files.last().unwrap().bytes.clone()).unwrap();
    let places: Vec<usize> = text.match_indices("巡查").map(|(at, _)| at).step_by(3).collect();
    assert!(places.len() >= 3);
    for at in places {
        let mut altered = files.clone();
        let mut bytes = text.clone();
        bytes.replace_range(at..at + "巡查".len(), "检查");
        altered.last_mut().unwrap().bytes = bytes.into_bytes();
        let loaded = loaded(altered);
        assert!(loaded.site.is_none());
        assert_eq!(loaded.diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), ["edition-altered"]);
    }
}

#[test]
fn the_public_sees_the_latest_edition_and_nothing_after_it() {
    let mut site = read(frozen());
    let at = site.notices.iter().position(|n| n.slug == "2026-water").unwrap();
    site.notices[at].issues[0].title = "还没有公开的标题。".to_owned();
    let seen = published(site, day("2026-12-31"));
    assert!(water(&seen).issues.iter().all(|i| !i.title.contains("还没有公开")));
    assert_eq!(water(&seen).editions.len(), 1);
}

#[test]
fn a_difference_names_what_happened() {
    let mut site = read(frozen());
    let at = site.notices.iter().position(|n| n.slug == "2026-water").unwrap();
    let working = &mut site.notices[at];
    let measure = &mut working.issues[0].measures[0];
    measure.text.push_str("另行补记一处。");
    measure.updates.push(entry("u-new", "2026-11-25", Some(Status::Blocked)));
    let edition = working.editions[0].clone();
    let then = State { notice: &edition.notice, day: edition.date };
    let found = changes(then, State { notice: &site.notices[at], day: day("2026-11-25") });
    let [issue] = found.issues.as_slice() else { panic!("one issue changed: {:?}", found.issues) };
    let kinds: Vec<_> = issue
        .changes
        .iter()
        .map(|c| match c {
            Change::MeasureReworded(..) => "reworded",
            Change::Moved { to: Some(Status::Blocked), .. } => "moved",
            Change::Update(_, u) if u.id == "u-new" => "entry",
            other => panic!("not asked for: {other:?}"),
        })
        .collect();
    assert_eq!(kinds, ["reworded", "moved", "entry"]);
}

fn entry(id: &str, date: &str, status: Option<Status>) -> Update {
    Update {
        status_words: None,
        id: id.to_owned(),
        date: day(date),
        status,
        text: Some("补一条记录。".to_owned()),
        evidence: Vec::new(),
        corrects: None,
        reason: None,
        minor: false,
        hide_old: false,
    }
}

/// One edit of a published record, and whether the law of the record allows it. The rule is written out here by hand.
fn edit(issues: &mut Vec<Issue>, dice: &mut Dice<'_>) -> Option<bool> {
    let at = dice.roll(issues.len());
    // Additions as often as alterations.
    let kind = [0, 1, 3, 5, 9, 10, 11, 12, 13, 2, 4, 4, 6, 6, 7, 7, 7, 8][dice.roll(18)];
    if kind == 0 {
        issues.remove(at);
        return Some(false);
    }
    let issue = &mut issues[at];
    if kind == 1 {
        let lawful = issue.due.is_none();
        issue.due = Some(day("2031-01-01"));
        return Some(lawful);
    }
    if kind == 2 {
        issue.due?;
        issue.extensions.push(Extension {
            on: day("2030-01-01"),
            to: day("2030-06-01"),
            why: "另有原因".into(),
        });
        return Some(true);
    }
    if kind == 3 {
        issue.extensions.first_mut()?.why.push('改');
        return Some(false);
    }
    if kind == 4 {
        issue.title.push_str("（笔误更正）");
        return Some(true);
    }
    let count = issue.measures.len();
    if count == 0 {
        return None;
    }
    let measure_at = dice.roll(count);
    if kind == 5 {
        issue.measures.remove(measure_at);
        return Some(false);
    }
    let measure = &mut issue.measures[measure_at];
    match kind {
        6 => measure.text.push_str("（笔误更正）"),
        7 => measure.updates.push(entry("u-new", "2030-01-01", Some(Status::Done))),
        8 => measure.unit = None,
        _ => {
            let n = measure.updates.len();
            if n == 0 {
                return None;
            }
            let update_at = dice.roll(n);
            let update = &mut measure.updates[update_at];
            match kind {
                9 => drop(measure.updates.remove(update_at)),
                10 => update.text = Some(format!("{}改", update.text.as_deref().unwrap_or_default())),
                11 => update.date = day("2031-01-01"),
                12 => update.evidence.push(Evidence::titled("另一份材料")),
                _ => {
                    update.status =
                        if update.status == Some(Status::Blocked) { None } else { Some(Status::Blocked) }
                }
            }
            return Some(false);
        }
    }
    Some(true)
}

/// Words that were taken out of both, or a forgery of that.
fn taken_out(then: &mut Notice, after: &mut Notice, dice: &mut Dice<'_>) -> Option<bool> {
    let at = dice.roll(then.issues.len());
    let id = then.issues[at].id.clone();
    let mut redaction = Redaction {
        on: day("2026-01-05"),
        kind: RedactionKind::ALL[dice.roll(4)],
        by: "保密岗".to_owned(),
        places: vec![format!("issues/{id}/title")],
    };
    let note = redaction.note();
    let entry = then.issues[at].measures.first().filter(|m| !m.updates.is_empty()).map(|m| m.id.clone());
    for notice in [&mut *then, &mut *after] {
        notice.issues[at].title = format!("由{note}负责。");
        if let Some(measure) = &entry {
            let update = &mut notice.issues[at].measures[0].updates[0];
            update.text = Some(note.clone());
            redaction.places =
                vec![format!("issues/{id}/title"), format!("issues/{id}/{measure}/{}/text", update.id)];
        }
        notice.redactions = vec![redaction.clone()];
    }
    match dice.roll(7) {
        0 | 1 => return Some(true),
        2 => after.issues[at].title = format!("改由{note}和办公室负责。"),
        3 => after.issues[at].title = "由某某负责。".to_owned(),
        4 => after.redactions.clear(),
        5 => after.redactions[0].by.push('长'),
        _ => drop(after.redactions[0].places.pop()),
    }
    // What was reworded around the note keeps it; all else is a forgery.
    Some(after.issues[at].title.contains("办公室"))
}

/// What came after the rectification goes on, or is altered; the issue is renamed, well or badly.
fn followed(then: &mut Notice, after: &mut Notice, dice: &mut Dice<'_>) -> Option<bool> {
    let at = dice.roll(then.issues.len());
    let close_out = |on: &str| CloseOut { date: day(on), by: None, document: Some("销号单".to_owned()) };
    let again = |on: &str| Reopening { on: day(on), why: "又漏".to_owned() };
    let look = |on: &str| LookBack { date: day(on), by: None, finding: None, result: LookBackResult::Kept };
    let old = |id: &str| OldId { id: IssueId(id.to_owned()), span: nowhere() };
    for issue in [&mut then.issues[at], &mut after.issues[at]] {
        issue.closed = vec![close_out("2025-03-01")];
        issue.reopened = vec![again("2025-06-01")];
        issue.look_back = vec![look("2025-05-30")];
        issue.aliases = vec![old("first"), old("second")];
    }
    let issue = &mut after.issues[at];
    match dice.roll(12) {
        0 => issue.closed.push(close_out("2030-01-01")),
        1 => issue.reopened.push(again("2030-02-01")),
        2 => issue.look_back.push(look("2030-03-01")),
        3 => {
            issue.aliases.push(OldId { id: issue.id.clone(), span: nowhere() });
            issue.id.0 = "third".to_owned();
        }
        4 => issue.closed.clear(),
        5 => issue.closed[0].document = Some("另一份".to_owned()),
        6 => issue.reopened.clear(),
        7 => issue.look_back[0].result = LookBackResult::Relapsed,
        8 => issue.aliases.swap(0, 1),
        9 => drop(issue.aliases.remove(0)),
        10 => {
            issue.aliases.insert(0, OldId { id: issue.id.clone(), span: nowhere() });
            issue.id.0 = "third".to_owned();
        }
        _ => issue.closed.insert(0, close_out("2025-01-01")),
    }
    let issue = &after.issues[at];
    let went_on = issue.closed.len() + issue.reopened.len() + issue.look_back.len() == 4;
    let renamed_well = issue.aliases.len() == 3 && issue.aliases[0].id.0 == "first";
    Some((went_on && issue.closed[0].date == day("2025-03-01")) || renamed_well)
}

/// Something that was published and is taken back by a withdrawal, or a forgery of that.
fn taken_back(after: &mut Notice, dice: &mut Dice<'_>) -> Option<bool> {
    let at = dice.roll(after.issues.len());
    let issue = &mut after.issues[at];
    let mut withdrawal = Withdrawal {
        issue: issue.id.clone(),
        measure: None,
        update: None,
        on: day("2026-01-05"),
        why: "重复登记".to_owned(),
        span: nowhere(),
    };
    let entry = issue.measures.first().and_then(|m| Some((m.id.clone(), m.updates.first()?.id.clone())));
    let lawful = dice.roll(2) == 0;
    match (dice.roll(3), entry) {
        (0, _) if lawful => drop(after.issues.remove(at)),
        // It is still there.
        (0, _) => {}
        (1, Some((measure, _))) => {
            issue.measures.remove(0);
            withdrawal.measure = Some(measure);
            // Another is named.
            withdrawal.issue.0.push_str(if lawful { "" } else { "-x" });
        }
        (2, Some((measure, update))) => {
            let first = &mut issue.measures[0];
            first.updates.remove(0);
            if !lawful && first.updates.is_empty() {
                return None;
            }
            if !lawful {
                // One more goes than is named.
                first.updates.remove(0);
            }
            (withdrawal.measure, withdrawal.update) = (Some(measure), Some(update));
        }
        _ => return None,
    }
    after.withdrawn.push(withdrawal);
    Some(lawful)
}

/// Ten thousand edits of published records of chance: every alteration of the past is refused, every addition accepted.
#[test]
fn the_published_past_is_added_to_and_never_altered() {
    let (lawful_ref, unlawful_ref) = (std::cell::Cell::new(0_u32), std::cell::Cell::new(0_u32));
    let site = kit::example().site.unwrap();
    let run = |(numbers, edits): (Vec<u16>, Vec<u16>)| {
        let mut dice = Dice::new(&numbers);
        let mut before = notice(&mut dice, Kind::Ordinary);
        (before.withdrawn, before.redactions) = (Vec::new(), Vec::new());
        let mut dice = Dice::new(&edits);
        if before.issues.is_empty() {
            return Ok(());
        }
        for _ in 0..12 {
            let (mut then, mut after) = (before.clone(), before.clone());
            let done = match dice.roll(4) {
                0 => taken_out(&mut then, &mut after, &mut dice),
                1 => taken_back(&mut after, &mut dice),
                2 => followed(&mut then, &mut after, &mut dice),
                _ => edit(&mut after.issues, &mut dice),
            };
            let Some(allowed) = done else { continue };
            let site = with_edition(&site, &then, after);
            prop_assert_eq!(check(&site).is_empty(), allowed, "{:?}", check(&site));
            let counter = if allowed { &lawful_ref } else { &unlawful_ref };
            counter.set(counter.get() + 1);
        }
        Ok(())
    };
    let config = Config { cases: 1500, failure_persistence: None, ..Config::default() };
    let seed = proptest::test_runner::RngSeed::Fixed(20251226);
    let mut runner = TestRunner::new(Config { rng_seed: seed, ..config });
    let numbers = |len| proptest::collection::vec(any::<u16>(), len);
    runner.run(&(numbers(300), numbers(90)), run).unwrap_or_else(|e| panic!("{e}"));
    let (lawful, unlawful) = (lawful_ref.get(), unlawful_ref.get());
    println!("{lawful} lawful edits accepted, {unlawful} unlawful ones refused");
    assert!(lawful + unlawful >= 10_000, "{lawful} + {unlawful}");
    assert!(lawful >= 1000 && unlawful >= 1000);
}

/// A site with one notice, published as `before` and since edited into `after`.
fn with_edition(site: &Site, before: &Notice, after: Notice) -> Site {
    let edition = published_edition(before.clone());
    Site {
        settings: site.settings.clone(),
        units: Vec::new(),
        notices: vec![Notice { editions: vec![edition], ..after }],
        pages: Vec::new(),
        expired: Vec::new(),
        translations: Vec::new(),
    }
}

fn published_edition(notice: Notice) -> gongkai::model::Edition {
    gongkai::model::Edition {
        name: "2026-01-01".to_owned(),
        date: day("2026-01-01"),
        note: None,
        hide_old: false,
        digest: String::new(),
        signed: Vec::new(),
        notice,
        units: Vec::new(),
        span: nowhere(),
    }
}

/// The example in a folder of its own.
fn site() -> tempfile::TempDir {
    kit::copied(&repo(""))
}

/// `gongkai edition` of the water notice, with what else it is told.
fn edition(root: &str, more: &[&str], code: i32) -> std::process::Output {
    let args = ["edition", "2026-water", "--date", "2026-12-31", "-C", root];
    kit::run(args.iter().chain(more), code)
}

#[test]
fn a_person_freezes_a_notice_and_the_site_shows_it() {
    let dir = site();
    let root = dir.path().to_str().unwrap();
    let file = dir.path().join("content/notices/2026-water/editions/2026-12-31.json");
    edition(root, &[], 2);
    let look = edition(root, &["--dry-run"], 0);
    let said = kit::text(&look.stdout);
    assert!(said.contains("first edition") && said.contains("nothing was written"), "{said}");
    assert!(!file.exists(), "nobody has agreed to it yet");
    edition(root, &["--yes"], 0);
    assert!(file.exists());
    let again = edition(root, &["--yes"], 0);
    assert!(kit::text(&again.stdout).contains("none was made"));
    kit::run(["build", "-C", root, "--as-of", "2026-12-31"], 0);
    let page = |path: &str| std::fs::read_to_string(dir.path().join(path)).unwrap();
    assert!(page("public/notices/2026-water/editions/2026-12-31/index.html").contains("这是第一次公开"));
    assert!(!page("public/index.html").contains("noindex"));
    kit::run(["build", "--draft", "-C", root, "--as-of", "2026-12-31"], 0);
    let draft = page("public-draft/notices/2026-water/index.html");
    assert!(draft.contains("noindex") && draft.contains("草稿"));
}

/// A slip of the year must not put out today what is meant for later, nor date an edition before its text was signed.
#[test]
fn an_edition_of_a_later_day_is_told_and_its_notice_is_not_public_before() {
    let dir = site();
    let root = dir.path().to_str().unwrap();
    let args = ["edition", "2026-water", "--yes", "-C", root, "--date"];
    let early = kit::run(args.iter().chain(&["2025-01-05"]), 2);
    let said = kit::text(&early.stderr);
    assert!(said.contains("before that of the signature") && said.contains("--date"), "{said}");
    let made = kit::run(args.iter().chain(&["2096-12-31"]), 0);
    let said = kit::text(&made.stderr);
    assert!(
        said.contains("2096-12-31, has not come; a site that is built before it does not have"),
        "{said}"
    );
    let built = kit::run(["build", "-C", root, "--as-of", "2026-12-31"], 0);
    let said = kit::text(&built.stderr);
    assert!(said.contains("\"2026-water\" is not public before"), "{said}");
    let public = dir.path().join("public");
    assert!(!public.join("notices/2026-water").exists());
    let title = read(frozen()).notices.iter().find(|n| n.slug == "2026-water").unwrap().title.clone();
    for page in ["index.html", "sitemap.xml", "feed.atom"] {
        let text = std::fs::read_to_string(public.join(page)).unwrap();
        assert!(!text.contains("2026-water") && !text.contains(&title), "{page}");
    }
    kit::run(["build", "-C", root, "--as-of", "2096-12-31"], 0);
    assert!(public.join("notices/2026-water/editions/2096-12-31/index.html").exists());
}

/// The first notice of a new site may be one that waits for its day.
#[test]
fn a_site_whose_only_notice_waits_is_built_without_it() {
    let dir = kit::copied(&repo("starter"));
    let root = dir.path().to_str().unwrap();
    let settings = dir.path().join("content/site.yaml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(settings, text + "\nchecks: {sample-value: off}\n").unwrap();
    kit::run(["edition", "example", "--date", "2096-12-31", "--yes", "-C", root], 0);
    kit::run(["build", "-C", root, "--as-of", "2026-12-31"], 0);
    assert!(dir.path().join("public/index.html").exists());
    assert!(!dir.path().join("public/notices/example").exists());
}

#[test]
fn a_page_of_changes_says_which_measure_they_are_of() {
    let dir = site();
    let root = dir.path().to_str().unwrap();
    let frozen = |day| kit::run(["edition", "2026-water", "--date", day, "-C", root, "--yes"], 0);
    frozen("2026-12-24");
    let entry = ["--date", "2026-12-28", "--status", "basically_done", "--text", "31座启用，余1座。"];
    let args = ["update", "reservoir-patrol-false", "m2", "-C", root];
    kit::run(args.iter().chain(&entry), 0);
    frozen("2026-12-30");
    kit::run(["build", "-C", root, "--as-of", "2026-12-30"], 0);
    let page = dir.path().join("public/notices/2026-water/editions/2026-12-30/index.html");
    let page = std::fs::read_to_string(page).unwrap();
    let number = "<li><span class=\"meta\">②</span> ";
    assert!(page.contains(&format!("{number}<span class=\"badge s-in_progress\">")), "{page}");
    assert!(page.contains(&format!("{number}<time class=\"meta\" datetime=\"2026-12-28\">")), "{page}");
}

#[test]
fn an_edition_waits_for_every_signature_on_just_this_text() {
    let dir = site();
    let root = dir.path().to_str().unwrap();
    let add = |path: &str, text: &str| {
        let place = dir.path().join("content").join(path);
        let now = std::fs::read_to_string(&place).unwrap() + text;
        std::fs::write(place, now).unwrap();
    };
    add("site.yaml", "\nsign_off: [draft, review-secrecy, review-accuracy]\n");
    let refused = edition(root, &["--yes"], 1);
    let said = kit::text(&refused.stderr);
    assert!(["draft", "review-secrecy", "review-accuracy"].iter().all(|role| said.contains(role)), "{said}");
    let shown = kit::text(&refused.stdout).to_owned();
    let digest = shown.split_whitespace().find(|word| word.len() == 64).unwrap();
    let signed = |secrecy: &str| {
        format!(
            "\nsign_off:\n  digest: {digest}\n  by:\n    - {{role: draft, post: 综合岗}}\n    \
             - {{role: review-secrecy, post: {secrecy}}}\n    - {{role: review-accuracy, post: 审核岗}}\n"
        )
    };
    let head = dir.path().join("content/notices/2026-water/notice.yaml");
    let bare = std::fs::read_to_string(&head).unwrap();
    std::fs::write(&head, format!("{bare}{}", signed("审核岗"))).unwrap();
    let twice = edition(root, &["--yes"], 1);
    assert!(kit::text(&twice.stderr).contains("two reviews"));
    let good = format!("{bare}{}", signed("保密岗"));
    std::fs::write(&head, good.replace("阶段进展", "阶段整改进展")).unwrap();
    let lapsed = edition(root, &["--yes"], 1);
    assert!(kit::text(&lapsed.stderr).contains("another text"));
    std::fs::write(&head, good).unwrap();
    edition(root, &["--yes"], 0);
}

#[test]
fn a_published_entry_that_was_changed_stops_every_command() {
    let dir = site();
    let root = dir.path().to_str().unwrap();
    edition(root, &["--yes"], 0);
    let place = dir.path().join("content/notices/2026-water/issues/04-riverbank-occupied.md");
    let text = std::fs::read_to_string(&place).unwrap();
    std::fs::write(&place, text.replace("岸坡撒上草籽", "岸坡已绿化")).unwrap();
    let refused = kit::run(["build", "-C", root, "--as-of", "2026-12-31"], 1);
    let said = kit::text(&refused.stderr);
    assert!(said.contains("岸坡撒上草籽") && said.contains("岸坡已绿化"), "{said}");
    assert!(!dir.path().join("public").exists());
}
