//! The commands as a person types them, and what they print: the transcripts under `tests/cli/` run.
//! `GONGKAI_BLESS=1` writes them anew: read them before you keep them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod kit;

#[test]
fn the_transcripts_hold() {
    if std::env::var_os("GONGKAI_BLESS").is_some() && std::env::var_os("TRYCMD").is_none() {
        return bless();
    }
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .env("LANG", "")
        .env("GONGKAI_LANG", "")
        .case("tests/cli/*.md");
}

/// trycmd reads a variable of its own, so the test runs itself again with both.
fn bless() {
    #[expect(clippy::disallowed_methods, reason = "the test runs itself again")]
    let mut again = std::process::Command::new(std::env::current_exe().unwrap());
    let done = again.args(["--exact", "the_transcripts_hold"]).env("TRYCMD", "overwrite").status().unwrap();
    assert!(done.success());
}

/// Beside the transcripts, which would read a backslash as part of a path.
#[test]
fn findings_for_machines_are_one_json_object_a_line() {
    let root = kit::repo("tests/cli/mistakes.in");
    let out = kit::run(["check", "--format", "json", "-C", root.to_str().unwrap()], 1);
    let rows: Vec<serde_json::Value> =
        kit::text(&out.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(out.stderr.is_empty(), "what is found is the result");
    assert_eq!(rows.len(), 6);
    let first = serde_json::json!({
        "severity": "error", "code": "missing-field", "path": format!("{}/content/notices/n/issues/01-a.md", root.display()), "line": 2, "column": 1,
        "message": "the required field \"title\" is missing", "hint": "add a line \"title: …\"",
    });
    assert_eq!(rows[0], first);
}

/// Each way to name the content as the place of what the tool makes.
#[test]
fn nothing_made_goes_into_the_content() {
    let base = tempfile::tempdir().unwrap();
    let site = base.path().join("site");
    let site = site.to_str().unwrap();
    kit::run(["new", site], 0);
    let before = files(base.path());
    let inside =
        ["content", "content/out", "content/../content/x", "nowhere/../content", "../site/content", ".."];
    for place in inside {
        let out = kit::run(["-C", site, "build", "--out", &format!("{site}/{place}")], 2);
        assert!(kit::text(&out.stderr).contains("lies in content/"), "{place}");
    }
    for place in ["content/notices/example/notice.yaml", "content/new.txt", "content"] {
        let out = kit::run(["-C", site, "export", "example", "-o", &format!("{site}/{place}")], 2);
        assert!(kit::text(&out.stderr).contains("outside content/"), "{place}");
    }
    assert_eq!(files(base.path()), before);
    kit::run(["-C", site, "build", "--out", &format!("{site}/content/../made")], 0);
    kit::run(["-C", site, "export", "example", "-o", &format!("{site}/notice.txt")], 0);
}

#[cfg(unix)]
#[test]
fn a_link_into_the_content_is_seen_through() {
    let base = tempfile::tempdir().unwrap();
    let site = base.path().join("site");
    kit::run(["new", site.to_str().unwrap()], 0);
    let link = base.path().join("link");
    std::os::unix::fs::symlink(site.join("content"), &link).unwrap();
    let before = files(&site);
    kit::run(["-C", site.to_str().unwrap(), "build", "--out", link.to_str().unwrap()], 2);
    let place = link.join("site.yaml");
    kit::run(["-C", site.to_str().unwrap(), "export", "example", "-o", place.to_str().unwrap()], 2);
    assert_eq!(files(&site), before);
}

fn files(root: &std::path::Path) -> Vec<(String, Vec<u8>)> {
    gongkai::disk::read_theme(root).unwrap()
}

#[test]
fn a_foreign_folder_and_a_missing_file_are_wrong_usage() {
    let base = tempfile::tempdir().unwrap();
    let (site, theirs) = (base.path().join("site"), base.path().join("theirs"));
    kit::run(["new", site.to_str().unwrap()], 0);
    std::fs::create_dir(&theirs).unwrap();
    std::fs::write(theirs.join("letter.txt"), "theirs").unwrap();
    kit::run(["-C", site.to_str().unwrap(), "build", "--out", theirs.to_str().unwrap()], 2);
    assert_eq!(std::fs::read_to_string(theirs.join("letter.txt")).unwrap(), "theirs");
    kit::run(["new", site.to_str().unwrap()], 2);
    kit::run(["-C", site.to_str().unwrap(), "import", theirs.join("none.txt").to_str().unwrap()], 2);
}

/// A reader such as `head` has what it wanted; a full disk has lost something.
#[cfg(target_os = "linux")]
#[test]
fn a_closed_pipe_is_quiet_and_a_full_disk_is_not() {
    use std::process::Stdio;
    let root = kit::repo("");
    for args in
        [["export", "2025-propaganda"].as_slice(), &["status"], &["help", "import"], &["completions", "zsh"]]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let out = kit::gongkai(args).current_dir(&root).stdout(Stdio::from(writer)).output().unwrap();
        assert_eq!((out.status.code(), kit::text(&out.stderr)), (Some(0), ""), "{args:?}");
    }
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let out = kit::gongkai(["export", "2025-propaganda"]).current_dir(&root).stdout(full).output().unwrap();
    assert_eq!(out.status.code(), Some(3));
    assert!(kit::text(&out.stderr).contains("cannot write the result"));
}

/// Neither colour nor a bar where the output is a pipe, even without `NO_COLOR`.
#[test]
fn a_pipe_gets_plain_text() {
    let root = kit::repo("tests/cli/mistakes.in");
    for command in ["check", "build", "--help"] {
        let out = kit::gongkai([command]).current_dir(&root).env_remove("NO_COLOR").output().unwrap();
        assert!(!out.stdout.contains(&0x1b) && !out.stderr.contains(&0x1b), "{command}");
    }
}

#[test]
fn every_shell_gets_its_completions() {
    for (shell, word) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef gongkai"),
        ("fish", "complete -c gongkai"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let out = kit::run(["completions", shell], 0);
        let script = kit::text(&out.stdout);
        assert!(script.contains(word) && script.contains("suggest-status"), "{shell}");
    }
}

#[test]
fn a_language_of_the_environment_that_nobody_speaks_here_is_said() {
    let run = |tag: &str| {
        #[expect(clippy::disallowed_methods, reason = "the test sets the environment of the tool")]
        let mut tool = std::process::Command::new(env!("CARGO_BIN_EXE_gongkai"));
        let command = tool
            .args(["check", "-C", kit::repo("").to_str().unwrap()])
            .env("GONGKAI_LANG", tag)
            .env("LANG", "en_GB.UTF-8")
            .output()
            .unwrap();
        assert!(command.status.success());
        kit::text(&command.stderr).to_owned()
    };
    let said = run("fr");
    assert!(said.contains("GONGKAI_LANG") && said.contains("fr") && said.contains("zh-CN"), "{said}");
    assert_eq!(run("en"), "");
}

#[test]
fn a_theme_that_is_not_there_is_told_at_its_place_in_every_format() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("site");
    let root = root.to_str().unwrap();
    kit::run(["new", root], 0);
    let settings = dir.path().join("site/content/site.yaml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, text.replace("theme: civic", "theme: civc")).unwrap();
    for command in ["check", "build"] {
        let out = kit::run([command, "-C", root, "--format", "json"], 1);
        let said: serde_json::Value = serde_json::from_slice(&out.stderr).unwrap();
        assert_eq!(
            (said["code"].as_str(), said["column"].as_u64()),
            (Some("unknown-theme"), Some(8)),
            "{said}"
        );
        assert!(said["hint"].as_str().unwrap().contains("civic, plain"), "{said}");
    }
}
