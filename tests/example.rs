//! The repository's own content: built the same everywhere, and the record that its text promises.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::time::SystemTime;

use gongkai::export::txt;
use gongkai::history;
use gongkai::import::{Options, import};
use gongkai::model::{Notice, Status, status};
use kit::{example, gongkai, repo};

const DAY: &str = "2026-11-24";

fn build(out: &Path, env: &[(&str, &str)]) {
    let mut command = gongkai(["build", "--as-of", DAY, "--out"]);
    command.arg(out).arg("-C").arg(env!("CARGO_MANIFEST_DIR")).envs(env.iter().copied());
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", kit::text(&done.stderr));
}

#[test]
fn the_same_bytes_in_any_time_zone_on_any_number_of_threads() {
    let dir = tempfile::tempdir().unwrap();
    let places: [(&str, &[(&str, &str)]); 4] = [
        ("first", &[]),
        ("new-york", &[("TZ", "America/New_York"), ("RAYON_NUM_THREADS", "1")]),
        ("shanghai", &[("TZ", "Asia/Shanghai"), ("LANG", "en_US.UTF-8"), ("RAYON_NUM_THREADS", "7")]),
        ("kiritimati", &[("TZ", "Pacific/Kiritimati"), ("GONGKAI_LANG", "zh-CN")]),
    ];
    let built = places.map(|(name, env)| {
        let out = dir.path().join(name);
        build(&out, env);
        (name, folder::tree(&out))
    });
    assert!(built[0].1.len() > 80);
    for (name, tree) in &built[1..] {
        let names = |t: &folder::Tree| t.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(tree), names(&built[0].1), "{name}");
        for (path, bytes) in tree {
            assert!(bytes == &built[0].1[path], "{path} differs in {name}");
        }
    }
}

#[test]
fn a_second_build_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    build(dir.path(), &[]);
    let times = || -> BTreeMap<_, SystemTime> {
        let files = walkdir::WalkDir::new(dir.path())
            .into_iter()
            .map(Result::unwrap)
            .filter(|e| e.file_type().is_file());
        files.map(|e| (e.path().to_owned(), e.metadata().unwrap().modified().unwrap())).collect()
    };
    let before = times();
    std::thread::sleep(std::time::Duration::from_millis(20));
    build(dir.path(), &[("RAYON_NUM_THREADS", "1")]);
    assert_eq!(times(), before);
}

fn propaganda() -> Notice {
    let site = example().site.unwrap();
    site.notices.into_iter().find(|n| n.slug == "2025-propaganda").unwrap()
}

fn expected() -> String {
    std::fs::read_to_string(repo("tests/expected/2025-propaganda.txt")).unwrap()
}

#[test]
fn the_text_of_the_notice_is_the_one_on_record() {
    let text = txt::export(&propaganda());
    if std::env::var("GONGKAI_BLESS").is_ok() {
        std::fs::create_dir_all(repo("tests/expected")).unwrap();
        std::fs::write(repo("tests/expected/2025-propaganda.txt"), &text).unwrap();
    }
    assert_eq!(text, expected());
}

#[test]
fn its_text_alone_gives_the_structure_back() {
    let text = expected();
    let imported = import(&text, &Options::default()).unwrap_or_else(|r| panic!("{r:?}"));
    let r = &imported.report;
    assert_eq!((r.headings, r.issues, r.measures, r.pins), ([3, 4, 14], 43, 93, 1));
    let head = imported.files.iter().find(|(path, _)| path.ends_with("notice.yaml")).unwrap();
    assert!(kit::text(&head.1).contains("number: 13"), "the jump from 11 to 13 is the pin");
}

#[test]
fn no_two_measures_share_a_sentence() {
    let site = example().site.unwrap();
    let mut seen: HashMap<String, String> = HashMap::new();
    for notice in &site.notices {
        for (issue, measure) in notice.issues.iter().flat_map(|i| i.measures.iter().map(move |m| (i, m))) {
            let own = format!("{}/{}/{}", notice.slug, issue.id, measure.id);
            let prose: Vec<_> = measure.text.lines().filter(|l| !l.starts_with('|')).collect();
            for sentence in
                prose.join("\n").split(['。', ';', '；', '\n']).map(str::trim).filter(|s| !s.is_empty())
            {
                if let Some(first) = seen.insert(sentence.to_owned(), own.clone()) {
                    panic!("{own} and {first} both say: {sentence}");
                }
            }
        }
    }
    assert!(seen.len() > 200);
}

#[test]
fn every_status_occurs_and_so_does_none() {
    let site = example().site.unwrap();
    let day = DAY.parse().unwrap();
    let mut measures = BTreeSet::new();
    for notice in &site.notices {
        for measure in notice.issues.iter().flat_map(|i| &i.measures) {
            measures.insert(status::key(history::measure_status(measure, notice.date, day)));
        }
    }
    for key in Status::ALL.map(Status::key).iter().chain([&status::NOT_STATED]) {
        assert!(measures.contains(key), "no measure is {key}");
    }
}
