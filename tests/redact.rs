//! `gongkai redact`: what must not be public is in no byte of the record, of the site or of what the tool keeps beside them,
//! and what was said in its place stays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use kit::write;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

/// A name, a telephone number, a passage over two lines, a title, and a name that stands in the translation alone: each in
/// places of its own.
const NAME: &str = "洛星野";
const PHONE: &str = "000-13800000000";
const PASSAGE: &str = "库房钥匙\n由值班员保管";
const TITLE: &str = "机要通道改造";
const ENGLISH: &str = "Luo Xingye";
const SECRETS: [&str; 5] = [NAME, PHONE, PASSAGE, TITLE, ENGLISH];

const SITE: &str = "format: 1\nchecks: {head-missing: off, space: off, contact-shape: off}\ntitle: 某县公开网\nlanguages: [en]\nbase_url: https://example.com/\nunits:\n  - {id: xcb, name: 县委宣传部}\n";

fn head(edition: usize) -> String {
    format!(
        "title: 县委办关于巡察整改进展情况的通报\nissuer: 县委办\ndate: 2025-12-26\ncontact: {{phone: \"{PHONE}\"}} # {NAME}的电话\n\
         outline: [{{id: all, heading: 整改进展}}]\nopening: opening.md # 第{edition}稿\n"
    )
}

fn issue(entries: usize) -> String {
    let mut text = format!(
        "---\nid: storeroom\ntitle: 库房管理不严，{TITLE}滞后。\nunder: all\nlead: '{NAME}同志'\nmeasures:\n  - id: m1\n    unit: xcb\n    \
         text: |\n      规定库房钥匙\n      由值班员保管，{NAME}检查。\n      另有 库房钥匙 由值班员保管 一处。\n    updates:\n"
    );
    for at in 1..=entries {
        text += &format!(
            "      - {{id: u{at}, date: 2026-01-{at:02}, status: in_progress, text: \"第{at}次检查\\u6D1B星野在场\", evidence: [{NAME}的记录第{at}号]}}\n"
        );
    }
    text + &format!("---\n背景：**洛星**野与\n{NAME}。\n")
}

/// The translation: words of the original in it, and words of its own.
fn translation(entries: usize) -> String {
    let entry = |at| {
        format!(
            "      - {{id: u{at}, text: \"Check {at}, L\\x75o Xingye was there\", evidence: [{NAME} {at}]}}\n"
        )
    };
    let entries: String = (1..=entries).map(entry).collect();
    format!(
        "---\ntitle: Storeroom ({TITLE})\nlead: Comrade {ENGLISH}\nmeasures:\n  - id: m1\n    text: '{ENGLISH} checks. {PASSAGE}'\n    \
         updates:\n{entries}---\nAbout *Luo*\nXingye and {NAME}.\n"
    )
    .replace("库房钥匙\n由", "库房钥匙 由")
}

/// A notice with eight editions, each with an entry more.
fn record() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    write(root, "site.yaml", SITE);
    write(root, "notices/n/opening.md", &format!("联系人{NAME}，电话{{{{ contact.phone }}}}。\n"));
    write(root, "notices/n/opening.en.md", &format!("Ask {ENGLISH}, {{{{ contact.phone }}}}.\n"));
    write(
        root,
        "notices/n/notice.en.yaml",
        &format!("title: Progress # {NAME}\nissuer: Office of {ENGLISH}\n"),
    );
    for edition in 1..=8 {
        write(root, "notices/n/notice.yaml", &head(edition));
        write(root, "notices/n/issues/01-a.md", &issue(edition));
        write(root, "notices/n/issues/01-a.en.md", &translation(edition));
        let day = format!("2026-02-{edition:02}");
        let note = format!("{NAME}一处更正");
        let args = ["edition", "n", "--date", &day, "--yes", "--note", &note, "-C", root.to_str().unwrap()];
        kit::run(args, 0);
    }
    dir
}

/// `gongkai redact n …`, the words on standard input.
fn redact(root: &Path, words: &str, more: &[&str], code: i32) -> Output {
    let fixed = ["redact", "n", "--by", "县委办保密员", "--on", "2026-03-01", "--text-from", "-"];
    let mut command = kit::gongkai(fixed.iter().chain(&["-C", root.to_str().unwrap()]).chain(more));
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(words.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    assert_eq!(out.status.code(), Some(code), "{}{}", kit::text(&out.stdout), kit::text(&out.stderr));
    out
}

fn files(root: &Path) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    all.filter(|e| e.file_type().is_file()).map(|e| e.path().to_owned()).collect()
}

/// A text as a reader might put it together again: no space, no line end, no mark of emphasis.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"*_`\\".contains(*c)).collect()
}

/// Every file under a folder in which one of the words stands, under a name of the word that is safe to print.
fn holding(root: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files(root) {
        let bytes = fs::read(&file).unwrap();
        let text = kit::unpacked(&bytes);
        let all = [text.as_str(), &bare(&text), file.to_str().unwrap()].join("\n");
        let hit = |w: &&&str| all.contains(**w) || all.contains(&bare(w));
        found.extend(words.iter().filter(hit).map(|word| format!("{}: {word}", file.display())));
    }
    found
}

/// Every output of the tool: the site, and what the other commands print.
fn published(root: &Path) {
    let at = root.to_str().unwrap();
    kit::run(["build", "-C", at, "--as-of", "2026-06-01"], 0);
    kit::run(["build", "--draft", "-C", at, "--as-of", "2026-06-01"], 0);
    for old in ["out.docx", "out.zip"] {
        let _none = fs::remove_file(root.join(old));
    }
    let print = |name: &str, args: &[&str]| {
        let out = kit::run(args.iter().chain(&["-C", at]), 0);
        fs::write(root.join(name), [out.stdout, out.stderr].concat()).unwrap();
    };
    print("out.txt", &["export", "n", "--format", "txt"]);
    print("packed.txt", &["export", "n", "--format", "docx", "-o", root.join("out.docx").to_str().unwrap()]);
    print("archived.txt", &["archive", "n", "-o", root.join("out.zip").to_str().unwrap()]);
    print("out.json", &["export", "n", "--format", "json"]);
    print("diff.json", &["diff", "n", "2026-02-01", "2026-02-08", "--format", "json"]);
    print("diff.txt", &["diff", "n", "2026-02-01"]);
    print("status.txt", &["status", "--as-of", "2026-06-01"]);
}

fn redact_all(root: &Path) {
    let old: Vec<String> = digests(root);
    for (words, kind) in SECRETS.iter().zip(["personal", "personal", "secret", "title", "personal"]) {
        let said = redact(root, words, &["--kind", kind, "--yes"], 0);
        let said = format!("{}{}", kit::text(&said.stdout), kit::text(&said.stderr));
        assert!(!said.contains(words) && said.contains("git") | said.contains("Git"), "{said}");
    }
    let new = digests(root);
    assert_eq!(new.len(), 8);
    assert!(old.iter().all(|digest| !new.contains(digest)));
    let old: Vec<&str> = old.iter().map(String::as_str).collect();
    assert_eq!(holding(&root.join("content"), &old), Vec::<String>::new());
}

fn digests(root: &Path) -> Vec<String> {
    let editions = files(&root.join("content/notices/n/editions")).into_iter();
    let digest = |path: PathBuf| {
        let edition: serde_json::Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        edition["digest"].as_str().unwrap().to_owned()
    };
    editions.map(digest).collect()
}

#[test]
fn no_byte_of_record_site_or_feed_holds_what_was_taken_out() {
    let dir = record();
    let root = dir.path();
    published(root);
    let before = holding(root, &SECRETS);
    assert!(
        SECRETS.iter().all(|w| before.iter().any(|found| found.ends_with(w))),
        "the words are everywhere"
    );
    redact_all(root);
    published(root);
    assert_eq!(holding(root, &SECRETS), Vec::<String>::new());
    let page = |path: &str| fs::read_to_string(root.join("public/notices/n").join(path)).unwrap();
    let note = "〔依规定不予公开：个人信息，2026-03-01〕";
    assert!(page("index.html").contains(note) && page("issues/storeroom/index.html").contains(note));
    let edition = page("editions/2026-02-03/index.html");
    assert!(edition.contains(note) && edition.contains("县委办保密员"), "the edition says so");
    assert!(edition.contains("issues/storeroom/m1/u2/text"), "and where");
    let english = |path: &str| fs::read_to_string(root.join("public/en/notices/n").join(path)).unwrap();
    assert!(english("issues/storeroom/index.html").contains(note) && english("index.html").contains(note));
    assert!(english("editions/2026-02-03/index.html").contains("issues/storeroom/m1/u2/text.en"));
    let feed = fs::read_to_string(root.join("public/feed.atom")).unwrap();
    assert!(feed.contains(note));
}

#[test]
fn a_dry_run_names_places_and_writes_nothing() {
    let dir = record();
    let before: Vec<Vec<u8>> = files(dir.path()).iter().map(|f| fs::read(f).unwrap()).collect();
    let out = redact(dir.path(), NAME, &["--kind", "personal", "--dry-run"], 0);
    let said = kit::text(&out.stdout);
    assert!(said.contains("working files issues/storeroom/lead: 1") && !said.contains(NAME), "{said}");
    let asked = redact(dir.path(), NAME, &["--kind", "personal"], 2);
    assert!(kit::text(&asked.stderr).contains("cannot be brought back"));
    let after: Vec<Vec<u8>> = files(dir.path()).iter().map(|f| fs::read(f).unwrap()).collect();
    assert_eq!(before, after);
}

#[test]
fn only_the_part_asked_for_is_changed_and_the_rest_is_named() {
    let dir = record();
    let scope = ["--kind", "personal", "--yes", "--issue", "storeroom", "--measure", "m1", "--update", "u1"];
    let out = redact(dir.path(), NAME, &scope, 0);
    assert!(kit::text(&out.stdout).contains("same words still stand in notices/n/opening.md, line 1"));
    let file = fs::read_to_string(dir.path().join("content/notices/n/issues/01-a.md")).unwrap();
    assert_eq!(file.matches("〔依规定不予公开").count(), 2, "the text of the entry and its evidence: {file}");
    assert!(file.contains("id: u2") && file.contains(&format!("{NAME}的记录第2号")));
    let file = dir.path().join("content/notices/n/issues/01-a.en.md");
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("evidence: [〔依规定不予公开") && text.contains(&format!("evidence: [{NAME} 2]")),
        "{text}"
    );
    redact(dir.path(), ENGLISH, &scope, 0);
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text.matches("〔依规定不予公开").count(), 2, "{text}");
    assert!(text.contains("Comrade Luo Xingye"), "{text}");
    kit::run(["check", "-C", dir.path().to_str().unwrap()], 0);
}

#[test]
fn words_in_a_translation_do_not_come_back() {
    let dir = record();
    let root = dir.path().to_str().unwrap();
    redact(dir.path(), ENGLISH, &["--kind", "personal", "--yes"], 0);
    let file = dir.path().join("content/notices/n/notice.en.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("〔依规定不予公开：个人信息，2026-03-01〕", ENGLISH)).unwrap();
    let refused = kit::run(["check", "-C", root], 1);
    assert!(kit::text(&refused.stdout).contains("words were taken out of \"issuer.en\""));
}

#[test]
fn other_forms_of_the_words_are_named_by_place() {
    let dir = record();
    write(dir.path(), "pages/about.md", "---\ntitle: 关于\n---\n电话０００-１３８００００００００。\n");
    let out = redact(dir.path(), PHONE, &["--kind", "personal", "--yes"], 0);
    assert!(kit::text(&out.stdout).contains("Similar words still stand in pages/about.md, line 4"));
}

#[test]
fn what_was_taken_out_does_not_come_back() {
    let dir = record();
    let root = dir.path().to_str().unwrap();
    redact_all(dir.path());
    let file = dir.path().join("content/notices/n/opening.md");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("〔依规定不予公开：个人信息，2026-03-01〕", NAME)).unwrap();
    let refused = kit::run(["check", "-C", root], 1);
    assert!(kit::text(&refused.stdout).contains("words were taken out of \"opening.md\""));
    fs::write(&file, text).unwrap();
    let head = dir.path().join("content/notices/n/notice.yaml");
    let text = fs::read_to_string(&head).unwrap();
    let start = text.find("redactions:").unwrap();
    fs::write(&head, &text[..start]).unwrap();
    let refused = kit::run(["check", "-C", root], 1);
    assert!(kit::text(&refused.stdout).contains("record of a redaction was removed"));
    fs::write(&head, text).unwrap();
    kit::run(["check", "-C", root], 0);
    let same = kit::run(["edition", "n", "--yes", "-C", root], 0);
    assert!(kit::text(&same.stdout).contains("none was made"), "the working files say what the edition says");
}

#[test]
fn a_signature_on_the_old_text_lapses_and_its_digest_goes() {
    let dir = record();
    let old = digests(dir.path()).pop().unwrap();
    let head = dir.path().join("content/notices/n/notice.yaml");
    let text = fs::read_to_string(&head).unwrap();
    let signed = format!("sign_off:\n  digest: {old}\n  by: [{{role: draft, post: 综合岗}}]\n");
    fs::write(&head, text + &signed).unwrap();
    redact(dir.path(), NAME, &["--kind", "personal", "--yes"], 0);
    let text = fs::read_to_string(&head).unwrap();
    assert!(text.contains("digest: retired") && !text.contains(&old), "{text}");
}

/// Cut off while files are moved to their places: the next command finishes the work before it reads.
#[test]
fn a_redaction_that_was_cut_off_is_finished_by_the_next_command() {
    let whole = record();
    redact(whole.path(), NAME, &["--kind", "personal", "--yes"], 0);
    let cut = record();
    let content = cut.path().join("content");
    let waiting = content.join(".gongkai-swap");
    let names: Vec<PathBuf> = files(&whole.path().join("content"))
        .iter()
        .map(|f| f.strip_prefix(whole.path().join("content")).unwrap().to_owned())
        .collect();
    for (at, name) in names.iter().enumerate() {
        let from = whole.path().join("content").join(name);
        let to = if at % 2 == 0 { content.join(name) } else { waiting.join(name) };
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
    }
    kit::run(["check", "-C", cut.path().to_str().unwrap()], 0);
    assert!(!waiting.exists());
    assert_eq!(holding(&content, &[NAME]), Vec::<String>::new());
}

/// Refused as a whole where a file cannot be replaced.
#[cfg(unix)]
#[test]
fn a_redaction_that_cannot_be_written_changes_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let dir = record();
    let content = dir.path().join("content");
    fs::set_permissions(&content, fs::Permissions::from_mode(0o555)).unwrap();
    let probe = fs::write(content.join("probe"), "");
    if probe.is_ok() {
        println!("SKIPPED: this user may write everywhere");
        return;
    }
    let before = digests(dir.path());
    redact(dir.path(), NAME, &["--kind", "personal", "--yes"], 3);
    assert_eq!(digests(dir.path()), before);
    fs::set_permissions(&content, fs::Permissions::from_mode(0o755)).unwrap();
}

/// Killed at any moment, a redaction has happened in every file or in none, once the next command has run.
#[test]
fn a_killed_redaction_is_whole_or_has_not_begun() {
    let first = record();
    let (old, mut begun) = (digests(first.path()), 0);
    for round in 0..60_u64 {
        let dir = copied(first.path());
        let words = dir.path().join("words");
        fs::write(&words, NAME).unwrap();
        let root = dir.path().to_str().unwrap();
        let args =
            ["redact", "n", "--kind", "personal", "--by", "保密员", "--yes", "-C", root, "--text-from"];
        let mut command = kit::gongkai(args.iter().chain(&[words.to_str().unwrap()]));
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_micros(400 * round));
        let _done = child.kill();
        child.wait().unwrap();
        fs::remove_file(words).unwrap();
        kit::run(["check", "-C", root], 0);
        let left = holding(dir.path(), &[NAME]).len();
        let new = digests(dir.path());
        match left {
            0 => {
                begun += 1;
                assert!(new.iter().all(|digest| !old.contains(digest)), "round {round}");
            }
            _ => assert_eq!(new, old, "round {round}"),
        }
        let hidden = fs::read_dir(dir.path().join("content")).unwrap();
        assert!(hidden.map(Result::unwrap).all(|e| !e.file_name().to_str().unwrap().starts_with('.')));
    }
    println!("{begun} of 60 had begun to move files");
}

fn copied(from: &Path) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in files(from) {
        let to = dir.path().join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(file, to).unwrap();
    }
    dir
}
