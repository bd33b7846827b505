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
        kit::text(&out.stderr).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 6);
    let first = serde_json::json!({
        "severity": "error", "code": "missing-field", "path": "notices/n/issues/01-a.md", "line": 2, "column": 1,
        "message": "the required field \"title\" is missing", "hint": "add a line \"title: …\"",
    });
    assert_eq!(rows[0], first);
}
