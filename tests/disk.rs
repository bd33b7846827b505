//! What the disk does for a person: their own files are safe, a build is all or nothing, and what cannot be read is said.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails should stop here"
)]

mod folder;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::SystemTime;

use folder::{Tree, tree};
use gongkai::audit::manifest::Row;
use gongkai::disk::{
    Committed, Content, DiskError, DiskSink, Put, read_content, read_file, replace_file, write_new_files,
};
use gongkai::lang::{Catalog, Lang};
use tempfile::TempDir;

// A build ------------------------------------------------------------------------------------------------------------

#[test]
fn a_site_is_written_and_then_only_what_differs() {
    let out = temp();
    let first =
        pages(&[("index.html", "一"), ("notices/x/index.html", "甲"), ("notices/y/index.html", "乙")]);
    assert_eq!(build(out.path(), &first).unwrap(), done(3, &[], 0));
    assert_eq!(tree(out.path()), first);

    let second = pages(&[("index.html", "二"), ("notices/y/index.html", "乙"), ("z/index.html", "丙")]);
    assert_eq!(build(out.path(), &second).unwrap(), done(2, &["notices/x/index.html"], 1));
    assert_eq!(tree(out.path()), second);
    assert!(!out.path().join("notices/x").exists(), "a folder that became empty goes too");
    assert!(!out.path().join(".gongkai/stage").exists());
}

#[test]
fn a_build_that_changes_nothing_writes_nothing() {
    let out = temp();
    let site = pages(&[("index.html", "一"), ("a/b/c.html", "二")]);
    build(out.path(), &site).unwrap();
    let before = times(out.path());
    std::thread::sleep(std::time::Duration::from_millis(20));
    assert_eq!(build(out.path(), &site).unwrap(), done(0, &[], 2));
    assert_eq!(times(out.path()), before);
}

#[test]
fn pages_may_come_from_many_threads() {
    let out = temp();
    let site: Tree =
        (0..500).map(|i| (format!("{}/{i}.html", i % 7), format!("第{i}页").into_bytes())).collect();
    let sink = DiskSink::open(out.path()).unwrap();
    std::thread::scope(|scope| {
        for part in site.iter().collect::<Vec<_>>().chunks(100) {
            let (sink, part) = (&sink, part.to_vec());
            scope.spawn(move || {
                part.iter().for_each(|(path, bytes)| assert_eq!(sink.put(path, bytes).unwrap(), Put::Staged))
            });
        }
    });
    let heard = RefCell::new(Vec::new());
    sink.commit(&|n, of| heard.borrow_mut().push((n, of))).unwrap();
    assert_eq!(tree(out.path()), site);
    assert_eq!(heard.borrow().last(), Some(&(500, 500)));
}

#[test]
fn progress_counts_every_page_once() {
    let out = temp();
    build(out.path(), &pages(&[("a", "1"), ("b/c", "2"), ("d", "3")])).unwrap();
    let sink = DiskSink::open(out.path()).unwrap();
    put_all(&sink, &pages(&[("a/x", "1"), ("a/y", "2"), ("b/c", "3"), ("e/f/g", "4")])).unwrap();
    let heard = RefCell::new(Vec::new());
    assert_eq!(sink.commit(&|n, of| heard.borrow_mut().push((n, of))).unwrap(), done(4, &["a", "d"], 0));
    assert!(heard.borrow().is_sorted());
    assert_eq!(heard.borrow().last(), Some(&(6, 6)));
}

#[test]
fn a_page_says_whether_it_differs() {
    let out = temp();
    build(out.path(), &pages(&[("a", "same"), ("b", "long"), ("c", "abcd")])).unwrap();
    let sink = DiskSink::open(out.path()).unwrap();
    let put = |path: &str, text: &str| sink.put(path, text.as_bytes()).unwrap();
    assert_eq!(put("a", "same"), Put::Same);
    assert_eq!(put("b", "longer"), Put::Staged);
    assert_eq!(put("c", "abce"), Put::Staged);
    assert_eq!(put("d", "new"), Put::Staged);
}

#[test]
fn a_page_in_pieces_is_the_page_as_a_whole() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("public");
    let build = |pieces: &[&str]| {
        let sink = DiskSink::open(&out).unwrap();
        let row = sink.put_pieces("data/a.csv", &|to| {
            pieces.iter().try_for_each(|piece| to.write_all(piece.as_bytes()))
        });
        let whole = pieces.concat();
        assert_eq!(row.unwrap(), Row::of("data/a.csv", whole.as_bytes()));
        let done = sink.commit(&|_, _| {}).unwrap();
        assert_eq!(fs::read(out.join("data/a.csv")).unwrap(), whole.as_bytes());
        done.written
    };
    assert_eq!(build(&["甲", "乙", "丙"]), 1);
    assert_eq!(build(&["甲乙", "", "丙"]), 0, "the same bytes in other pieces");
    assert_eq!(build(&["甲乙", "丁"]), 1, "other bytes of the same length");
    assert_eq!(build(&["甲乙"]), 1, "shorter than what stands there");
    assert_eq!(build(&["甲乙", "丁"]), 1, "longer than what stands there");
}

#[test]
fn a_failed_build_leaves_the_old_site() {
    let out = temp();
    let old = pages(&[("index.html", "旧"), ("a/index.html", "旧")]);
    build(out.path(), &old).unwrap();
    let new = pages(&[("index.html", "新"), ("b/index.html", "新")]);

    let sink = DiskSink::open(out.path()).unwrap();
    put_all(&sink, &new).unwrap();
    sink.abandon();
    assert_eq!(tree(out.path()), old);
    assert!(!out.path().join(".gongkai/stage").exists());

    let sink = DiskSink::open(out.path()).unwrap();
    put_all(&sink, &new).unwrap();
    drop(sink);
    assert_eq!(tree(out.path()), old);
    assert_eq!(build(out.path(), &old).unwrap(), done(0, &[], 2));
}

#[test]
fn a_second_build_is_refused_while_one_runs() {
    let out = temp();
    let held = DiskSink::open(out.path()).unwrap();
    let error = DiskSink::open(out.path()).unwrap_err();
    assert!(matches!(error, DiskError::Locked { .. }));
    drop(held);
    DiskSink::open(out.path()).unwrap();
}

// Whose folder it is -------------------------------------------------------------------------------------------------

#[test]
fn a_folder_with_other_files_is_refused_and_not_touched() {
    let out = temp();
    fs::write(out.path().join("thesis.docx"), "mine").unwrap();
    let before = times(out.path());
    let error = DiskSink::open(out.path()).unwrap_err();
    assert!(matches!(&error, DiskError::NotOurs { path } if Path::new(path) == out.path()));
    assert_eq!(times(out.path()), before);
    let error = DiskSink::open(&out.path().join("thesis.docx")).unwrap_err();
    assert!(matches!(error, DiskError::NotOurs { .. }));
}

#[test]
fn an_absent_folder_or_one_with_dot_files_alone_is_taken() {
    let base = temp();
    let site = pages(&[("index.html", "一")]);
    build(&base.path().join("deep/public"), &site).unwrap();
    let out = base.path().join("git");
    fs::create_dir_all(out.join(".git")).unwrap();
    fs::write(out.join(".gitkeep"), "").unwrap();
    build(&out, &site).unwrap();
    assert!(out.join(".gitkeep").exists());
}

#[test]
fn a_persons_own_file_is_kept_among_ours() {
    let out = temp();
    build(out.path(), &pages(&[("index.html", "一"), ("a/index.html", "二"), ("a/more.html", "三")]))
        .unwrap();
    fs::write(out.path().join("a/own.txt"), "mine").unwrap();
    build(out.path(), &pages(&[("index.html", "一")])).unwrap();
    assert_eq!(tree(out.path()), pages(&[("index.html", "一"), ("a/own.txt", "mine")]));
}

#[test]
fn a_persons_own_file_in_the_way_stops_the_build_before_anything_changes() {
    for (own, page) in [("b.html", "b.html"), ("b", "b/index.html"), ("b/own.txt", "b"), ("a/own.txt", "a")] {
        let out = temp();
        build(out.path(), &pages(&[("index.html", "旧"), ("a/index.html", "旧")])).unwrap();
        let place = out.path().join(own);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(&place, "mine").unwrap();
        let before = tree(out.path());
        let error = build(out.path(), &pages(&[("index.html", "新"), (page, "新")])).unwrap_err();
        assert!(
            matches!(&error, DiskError::InTheWay { path } if Path::new(path) == place),
            "{own}: {error:?}"
        );
        assert_eq!(tree(out.path()), before, "{own}");
        fs::remove_file(&place).unwrap();
        build(out.path(), &pages(&[("index.html", "新"), (page, "新")])).unwrap();
    }
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let out = temp();
    let files = pages(&[("a", "1"), ("b/c/d", "2"), ("b/e", "3"), ("z", "4")]);
    let folders = pages(&[("a/index.html", "1"), ("a/b/c", "5"), ("b", "2"), ("z/y/x", "6")]);
    for site in [&files, &folders, &files] {
        build(out.path(), site).unwrap();
        assert_eq!(&tree(out.path()), site);
    }
}

#[test]
fn a_name_may_change_in_case_alone() {
    let out = temp();
    let big = pages(&[("A/Index.html", "1"), ("B.html", "2"), ("c", "3")]);
    let small = pages(&[("a/index.html", "1"), ("b.html", "2"), ("C", "4")]);
    for site in [&big, &small, &big] {
        build(out.path(), site).unwrap();
        assert_eq!(&tree(out.path()), site);
    }
}

#[test]
fn a_list_that_was_tampered_with_cannot_reach_outside() {
    let base = temp();
    let (out, victim) = (base.path().join("public"), base.path().join("victim"));
    fs::write(&victim, "mine").unwrap();
    build(&out, &pages(&[("index.html", "一")])).unwrap();
    let list = format!("../victim\n{}\n.gongkai/lock\nindex.html\n", victim.display());
    fs::write(out.join(".gongkai/owned"), list).unwrap();
    build(&out, &pages(&[("other.html", "二")])).unwrap();
    assert!(victim.exists() && out.join(".gongkai/lock").exists());
    assert_eq!(tree(&out), pages(&[("other.html", "二")]));
}

#[cfg(unix)]
#[test]
fn pages_are_not_written_or_removed_through_a_link() {
    let base = temp();
    let (out, away) = (base.path().join("public"), base.path().join("away"));
    let site = pages(&[("index.html", "一"), ("data/a.csv", "旧")]);
    build(&out, &site).unwrap();
    fs::rename(out.join("data"), &away).unwrap();
    std::os::unix::fs::symlink(&away, out.join("data")).unwrap();
    let error = build(&out, &pages(&[("index.html", "一"), ("data/a.csv", "新")])).unwrap_err();
    assert!(matches!(error, DiskError::InTheWay { .. }));
    build(&out, &pages(&[("index.html", "一")])).unwrap();
    assert_eq!(fs::read_to_string(away.join("a.csv")).unwrap(), "旧");
}

#[test]
fn a_path_that_some_system_could_not_hold_is_refused() {
    let out = temp();
    let sink = DiskSink::open(out.path()).unwrap();
    for path in ["../a", "/a", r"a\b", "a/../b", "nul.html", "a\nb", ".gongkai/owned", "", "a/", "a."] {
        assert!(matches!(sink.put(path, b""), Err(DiskError::BadPath { .. })), "{path:?}");
    }
}

#[test]
fn two_pages_at_one_place_are_refused() {
    let out = temp();
    let sink = DiskSink::open(out.path()).unwrap();
    sink.put("a/b.html", b"").unwrap();
    for path in ["a/b.html", "A/B.html", "a", "A", "a/b.html/c", "a/B.HTML/c/d"] {
        let error = sink.put(path, b"").unwrap_err();
        assert!(matches!(&error, DiskError::Clash { other, .. } if other == "a/b.html"), "{path}: {error:?}");
    }
}

// A build that is broken off -----------------------------------------------------------------------------------------

#[test]
fn a_commit_broken_off_at_any_step_is_finished_by_the_next_run() {
    let old = pages(&[("a", "1"), ("b/c", "2"), ("b/d", "3"), ("e/f", "4"), ("g", "5"), ("Case/x", "6")]);
    let new = pages(&[
        ("a/x", "1"),
        ("b/c", "7"),
        ("e", "8"),
        ("g", "5"),
        ("h/i/j", "9"),
        ("h/k", "0"),
        ("case/X", "6"),
    ]);
    for start in [&Tree::new(), &old] {
        let mut step = 0;
        while broken_off_after(step, start, &new) {
            step += 1;
        }
        assert!(step >= 4, "only {step} steps were tried");
    }
}

/// Whether the commit had more than `steps` steps; it is broken off after them by a panic in the progress report.
fn broken_off_after(steps: usize, old: &Tree, new: &Tree) -> bool {
    let out = temp();
    build(out.path(), old).unwrap();
    let sink = DiskSink::open(out.path()).unwrap();
    put_all(&sink, new).unwrap();
    let left = Cell::new(steps);
    let broken = catch_unwind(AssertUnwindSafe(|| {
        sink.commit(&|_, _| left.set(left.get().checked_sub(1).expect("broken off here on purpose"))).unwrap()
    }))
    .is_err();
    for (path, bytes) in tree(out.path()) {
        assert!(
            [old, new].iter().any(|site| site.get(&path) == Some(&bytes)),
            "{path} is from neither build"
        );
    }
    drop(DiskSink::open(out.path()).unwrap());
    assert_eq!(&tree(out.path()), new, "after step {steps}");
    assert_eq!(build(out.path(), new).unwrap(), done(0, &[], new.len()));
    broken
}

#[test]
fn a_change_that_was_not_written_down_in_full_is_forgotten() {
    let out = temp();
    let old = pages(&[("index.html", "旧")]);
    build(out.path(), &old).unwrap();
    let home = out.path().join(".gongkai");
    fs::create_dir(home.join("stage")).unwrap();
    fs::write(home.join("stage/index.html"), "half of a pa").unwrap();
    fs::write(home.join("journal"), "gongkai 1\nkeep index.html\nkeep oth").unwrap();
    drop(DiskSink::open(out.path()).unwrap());
    assert_eq!(tree(out.path()), old);
    assert!(!home.join("stage").exists() && !home.join("journal").exists());
}

// A person's own files -----------------------------------------------------------------------------------------------

#[test]
fn new_files_are_written_all_or_none() {
    let base = temp();
    let root = base.path().join("deep/site");
    let first = files(&[
        ("content/site.yaml", "甲"),
        ("content/notices/x/notice.yaml", "乙"),
        ("public/.gitkeep", ""),
    ]);
    write_new_files(&root, &first).unwrap();
    assert_eq!(tree(base.path()).len(), 3);

    let second = files(&[("content/notices/y/notice.yaml", "丙"), ("content/notices/x/notice.yaml", "丁")]);
    let error = write_new_files(&root, &second).unwrap_err();
    let there = root.join("content/notices/x/notice.yaml");
    assert!(matches!(&error, DiskError::Exists { path } if Path::new(path) == there), "{error:?}");
    let under = files(&[("new.md", ""), ("content/site.yaml/x", "")]);
    assert!(matches!(write_new_files(&root, &under), Err(DiskError::Exists { .. })));
    assert!(matches!(write_new_files(&root, &files(&[("../x", "")])), Err(DiskError::BadPath { .. })));
    assert_eq!(tree(&root), first.into_iter().collect());

    write_new_files(&root, &files(&[("content/notices/y/notice.yaml", "丙")])).unwrap();
    let names: Vec<_> = fs::read_dir(&root).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "nothing hidden is left behind: {names:?}");
}

#[cfg(unix)]
#[test]
fn new_files_that_cannot_all_be_written_leave_nothing() {
    let base = temp();
    // A link to nowhere: no folder can be made there, and the first files have moved by then.
    std::os::unix::fs::symlink("nowhere", base.path().join("z")).unwrap();
    let all = files(&[("a/b/c.md", "1"), ("d.md", "2"), ("z/e.md", "3")]);
    write_new_files(base.path(), &all).unwrap_err();
    let names: Vec<_> = fs::read_dir(base.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["z"]);

    let absent = base.path().join("new/site");
    write_new_files(&absent, &files(&[("ok.md", "1"), (&"长".repeat(200), "a name too long")])).unwrap_err();
    assert!(!base.path().join("new").exists());
}

#[test]
fn a_file_is_replaced_whole() {
    let base = temp();
    let path = base.path().join("01.md");
    replace_file(&path, "旧".as_bytes()).unwrap();
    replace_file(&path, "新".as_bytes()).unwrap();
    assert_eq!(tree(base.path()), pages(&[("01.md", "新")]));
    let nowhere = base.path().join("none/01.md");
    assert!(matches!(replace_file(&nowhere, b""), Err(DiskError::Write { .. })));
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_its_link_and_its_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let base = temp();
    let (real, link) = (base.path().join("real.md"), base.path().join("link.md"));
    fs::write(&real, "旧").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.md", &link).unwrap();
    replace_file(&link, "新".as_bytes()).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), "新");
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn one_file_is_read_up_to_a_limit() {
    let base = temp();
    let path = base.path().join("notice.docx");
    fs::write(&path, "字").unwrap();
    assert_eq!(read_file(&path).unwrap(), "字".as_bytes());
    File::create(&path).unwrap().set_len((64 << 20) + 1).unwrap();
    assert!(matches!(read_file(&path), Err(DiskError::TooLarge { size: 65, limit: 64, .. })));
    assert!(matches!(read_file(base.path()), Err(DiskError::Read { .. })));
    assert!(matches!(read_file(&base.path().join("none")), Err(DiskError::Read { .. })));
}

// Content ------------------------------------------------------------------------------------------------------------

#[test]
fn content_is_read_in_order_and_attachments_are_named() {
    let root = temp();
    let all = [
        "site.yaml",
        "notices/b/notice.yaml",
        "notices/b/issues/01.md",
        "notices/b/evidence/扫描件.pdf",
        "notices/b/editions/2025-12-26.json",
        "notices/b-2/notice.yaml",
        ".git/config",
        "notices/.draft.md",
        "notices/b/evidence/~$纪要.docx",
        "notices/b/evidence/Thumbs.db",
        "pages/DESKTOP.INI",
    ];
    for path in all {
        fs::create_dir_all(root.path().join(path).parent().unwrap()).unwrap();
        fs::write(root.path().join(path), path).unwrap();
    }
    let content = read_content(root.path());
    assert_eq!(
        paths(&content),
        [
            "notices/b-2/notice.yaml",
            "notices/b/editions/2025-12-26.json",
            "notices/b/issues/01.md",
            "notices/b/notice.yaml",
            "site.yaml"
        ]
    );
    assert!(content.files.iter().all(|file| file.bytes == file.path.as_bytes()));
    let assets: Vec<_> = content.assets.iter().map(|a| a.path.as_str()).collect();
    assert_eq!(assets, ["notices/b/evidence/扫描件.pdf"]);
    assert!(content.problems.is_empty(), "{:?}", said(&content));
}

#[test]
fn a_missing_content_folder_is_an_empty_one_and_a_file_is_not_a_folder() {
    let base = temp();
    let none = read_content(&base.path().join("content"));
    assert!(none.files.is_empty() && none.problems.is_empty());
    fs::write(base.path().join("content"), "").unwrap();
    let file = read_content(&base.path().join("content"));
    assert_eq!(said(&file), [". unreadable: 读不了：路径里有一段不是文件夹"]);
}

#[test]
fn a_file_beyond_the_limit_is_not_read() {
    let root = temp();
    File::create(root.path().join("full.md")).unwrap().set_len(32 << 20).unwrap();
    File::create(root.path().join("huge.md")).unwrap().set_len((32 << 20) + 1).unwrap();
    let content = read_content(root.path());
    assert_eq!(paths(&content), ["full.md"]);
    assert_eq!(said(&content), ["huge.md too-large: 文件有 33 MB，超过了 32 MB 的上限"]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_site_and_nowhere_else() {
    use std::os::unix::fs::symlink;
    let base = temp();
    let root = base.path().join("content");
    fs::create_dir_all(root.join("pages")).unwrap();
    fs::create_dir_all(base.path().join("secret")).unwrap();
    fs::write(base.path().join("secret/internal.md"), "内部").unwrap();
    fs::write(root.join("pages/about.md"), "关于").unwrap();
    let links = [
        ("about.md", "pages/about.md"),
        ("more", "pages"),
        ("leak.md", "../secret/internal.md"),
        ("leaks", "../secret"),
        ("up", ".."),
        ("pages/again", "../pages"),
        ("dangling.md", "nowhere"),
        (".#locked.md", "someone@host.1234"),
    ];
    links.iter().for_each(|(link, target)| symlink(target, root.join(link)).unwrap());
    let content = read_content(&root);
    assert_eq!(paths(&content), ["about.md", "more/about.md", "pages/about.md"]);
    let leaves = "leaves-site: 这个链接指向 content 之外，不予读取";
    let loops = "unreadable: 读不了：这个链接绕回了它自己所在的文件夹";
    assert_eq!(
        said(&content),
        [
            "dangling.md unreadable: 读不了：找不到".to_owned(),
            format!("leak.md {leaves}"),
            format!("leaks {leaves}"),
            format!("more/again {loops}"),
            format!("pages/again {loops}"),
            format!("up {leaves}"),
        ]
    );
}

#[cfg(unix)]
#[test]
#[expect(clippy::disallowed_methods, reason = "the standard library makes no pipes with names")]
fn a_pipe_does_not_hold_the_reading_up() {
    let root = temp();
    let pipe = root.path().join("01.md");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(said(&read_content(root.path())), ["01.md unreadable: 读不了：不是普通文件"]);
    assert!(matches!(read_file(&pipe), Err(DiskError::Special { .. })));
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_text_is_said() {
    use std::os::unix::ffi::OsStrExt;
    let root = temp();
    // GBK bytes of a name, as archives packed on old systems leave them.
    fs::write(root.path().join(std::ffi::OsStr::from_bytes(b"\xd5\xfb\xb8\xc4.md")), "").unwrap();
    fs::write(root.path().join("two\nlines.md"), "").unwrap();
    let content = read_content(root.path());
    assert!(paths(&content).is_empty());
    assert!(content.problems.iter().all(|p| p.code == "bad-name") && content.problems.len() == 2);
}

#[cfg(unix)]
#[test]
fn an_unreadable_folder_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let root = temp();
    let shut = root.path().join("notices");
    fs::create_dir(&shut).unwrap();
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).unwrap();
    let binds = fs::read_dir(&shut).is_err();
    let content = read_content(root.path());
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).unwrap();
    // Permissions do not bind the system's administrator; the dangling link above shows the same path then.
    let expected: &[&str] = if binds { &["notices unreadable: 读不了：没有访问权限"] } else { &[] };
    assert_eq!(said(&content), expected);
}

#[test]
fn every_error_has_words_and_a_hint_in_both_languages() {
    let path = || "public/a.html".to_owned();
    let full = || std::io::Error::from(std::io::ErrorKind::StorageFull);
    let errors = [
        DiskError::Read { path: path(), error: std::io::ErrorKind::PermissionDenied.into() },
        DiskError::Write { path: path(), error: full() },
        DiskError::TooLarge { path: path(), size: 65, limit: 64 },
        DiskError::Special { path: path() },
        DiskError::Locked { path: path() },
        DiskError::NotOurs { path: path() },
        DiskError::InTheWay { path: path() },
        DiskError::BadPath { path: path() },
        DiskError::Clash { path: path(), other: path() },
        DiskError::Unfinished { path: path() },
        DiskError::Exists { path: path() },
    ];
    for lang in [Lang::ZhCn, Lang::En] {
        let catalog = Catalog::tool(lang);
        for error in &errors {
            let (message, hint) = (error.message(), error.hint().expect("each of these can be mended"));
            assert!(catalog.has(message.id) && catalog.has(hint.id), "{} {}", message.id, hint.id);
            let text = catalog.text(&message);
            assert!(text.contains("public/a.html") && !text.contains(['{', '$']), "{text}");
        }
    }
    let write = DiskError::Write { path: path(), error: full() }.message();
    assert_eq!(Catalog::tool(Lang::ZhCn).text(&write), "写不了“public/a.html”：磁盘空间不足");
    assert_eq!(Catalog::tool(Lang::En).text(&write), "cannot write \"public/a.html\": the disk is full");
}

// Helpers ------------------------------------------------------------------------------------------------------------

fn temp() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn files(list: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

fn pages(list: &[(&str, &str)]) -> Tree {
    files(list).into_iter().collect()
}

fn build(out: &Path, site: &Tree) -> Result<Committed, DiskError> {
    let sink = DiskSink::open(out)?;
    put_all(&sink, site)?;
    sink.commit(&|_, _| {})
}

fn put_all(sink: &DiskSink, site: &Tree) -> Result<(), DiskError> {
    site.iter().try_for_each(|(path, bytes)| sink.put(path, bytes).map(drop))
}

fn done(written: usize, removed: &[&str], unchanged: usize) -> Committed {
    Committed { written, removed: removed.iter().map(|path| (*path).to_owned()).collect(), unchanged }
}

/// Every file and folder, the tool's own too, with the time it was last changed.
fn times(root: &Path) -> BTreeMap<std::path::PathBuf, SystemTime> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    entries.map(|e| (e.path().to_owned(), e.metadata().unwrap().modified().unwrap())).collect()
}

fn paths(content: &Content) -> Vec<&str> {
    content.files.iter().map(|file| file.path.as_str()).collect()
}

/// Each problem as "path code: words".
fn said(content: &Content) -> Vec<String> {
    let catalog = Catalog::tool(Lang::ZhCn);
    let line = |problem: &gongkai::diag::Diagnostic| {
        let gongkai::diag::Place::Path(path) = &problem.place else { panic!("a problem of a whole file") };
        format!("{path} {}: {}", problem.code, catalog.text(&problem.message))
    };
    content.problems.iter().map(line).collect()
}
