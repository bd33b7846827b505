//! Every mistake that loading finds, beside the line that makes it.
//!
//! A fixture is one text file of several `--- path` sections. A comment says what is found on the line below it:
//!
//! ```text
//! # Error: 1-6 unknown-key 没有“titel”这个字段
//! # Hint: 是不是想写“title”？
//! titel: ……
//! ```
//!
//! Columns count characters from 1, the last one not included; `3-2:5` ends on the next line; `file` means the file
//! as a whole. `# Also:` gives a second place. A finding without its comment fails, and so does a comment without its finding.
//! The comments are taken out before loading. `! without path` leaves out a file that otherwise is supplied; findings on
//! paths that are no section stand at the end, each under `+++ path`.
//! `GONGKAI_BLESS=1` writes the comments anew: read them before you keep them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use gongkai::diag::{Diagnostic, Place, Severity};
use gongkai::lang::{Catalog, Lang};
use gongkai::load::{Asset, load_with};
use gongkai::text::{Source, Sources, Span};
use kit::{file, repo};

/// Supplied where a fixture does not write its own.
const SUPPLIED: [(&str, &str); 2] = [
    ("site.yaml", "format: 1\ntitle: 某县公开网\nunits: [{id: slj, name: 县水利局}]\n"),
    (
        "notices/n/notice.yaml",
        "title: 关于整改的通报\nissuer: 县水利局\ndate: 2025-12-01\noutline: [{id: all, heading: 进展}]\n",
    ),
];

struct Section {
    path: String,
    /// Comments, each before the line at its place.
    notes: Vec<(usize, Vec<String>)>,
    text: String,
}

struct Fixture {
    without: Vec<String>,
    sections: Vec<Section>,
}

fn read(text: &str) -> Fixture {
    let mut fixture = Fixture { without: Vec::new(), sections: Vec::new() };
    for line in text.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("! without ") {
            fixture.without.push(path.trim().to_owned());
        } else if let Some(path) = line.strip_prefix("--- ") {
            let path = path.trim().to_owned();
            fixture.sections.push(Section { path, notes: Vec::new(), text: String::new() });
        } else if line.starts_with("+++ ") {
            break;
        } else if let Some(section) = fixture.sections.last_mut() {
            section.line(line);
        }
    }
    fixture
}

impl Section {
    fn line(&mut self, line: &str) {
        if !is_note(line) {
            self.text.push_str(line);
            return;
        }
        let at = self.text.matches('\n').count();
        match self.notes.last_mut().filter(|(n, _)| *n == at) {
            Some((_, notes)) => notes.push(line.trim().to_owned()),
            None => self.notes.push((at, vec![line.trim().to_owned()])),
        }
    }
}

fn is_note(line: &str) -> bool {
    ["# Error: ", "# Warning: ", "# Note: ", "# Hint: ", "# Also: "]
        .iter()
        .any(|n| line.trim_start().starts_with(n))
}

/// What loading the sections finds, with the sources.
fn findings(fixture: &Fixture) -> (Vec<Diagnostic>, Sources) {
    let absent = |path: &str| fixture.without.iter().any(|w| w == path);
    let written = fixture.sections.iter().filter(|s| !absent(&s.path));
    let mut files: Vec<_> = written.map(|s| file(&s.path, &s.text)).collect();
    for (path, text) in SUPPLIED {
        let own = fixture.sections.iter().any(|s| s.path == path);
        if !own && !absent(path) {
            files.push(file(path, text));
        }
    }
    let (beside, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|f| f.path.contains("/evidence/"));
    let assets = beside
        .into_iter()
        .map(|f| Asset { path: f.path, size: f.bytes.len() as u64, pixels: None })
        .collect();
    let loaded = load_with(files, assets);
    let broken = loaded.diagnostics.iter().any(Diagnostic::is_error);
    assert_eq!(loaded.site.is_none(), broken, "a site comes out only where there is no error");
    (loaded.diagnostics, loaded.sources)
}

/// The sections as they should be annotated.
fn annotated(fixture: &Fixture) -> String {
    let (found, sources) = findings(fixture);
    let words = Catalog::tool(Lang::ZhCn);
    let mut out: String = fixture.without.iter().map(|w| format!("! without {w}\n")).collect();
    let mut left: Vec<&Diagnostic> = found.iter().collect();
    for section in &fixture.sections {
        writeln!(out, "--- {}", section.path).unwrap();
        let mut place = |line: Option<usize>, indent: &str, out: &mut String| {
            for d in left.extract_if(.., |d| is_at(d, &section.path, line, &sources)) {
                comment(d, &sources, &words).lines().for_each(|l| writeln!(out, "{indent}{l}").unwrap());
            }
        };
        place(None, "", &mut out);
        let lines: Vec<&str> = section.text.split_inclusive('\n').collect();
        for (at, line) in lines.iter().enumerate() {
            let indent = &line[..line.len() - line.trim_start().len()];
            place(Some(at + 1), indent.trim_end_matches('\n'), &mut out);
            out.push_str(line);
        }
        place(Some(lines.len() + 1), "", &mut out);
    }
    for d in left {
        writeln!(out, "+++ {}\n{}", path(d, &sources), comment(d, &sources, &words).trim_end()).unwrap();
    }
    out
}

fn path<'a>(d: &'a Diagnostic, sources: &'a Sources) -> &'a str {
    match &d.place {
        Place::Path(path) => path,
        Place::Text(span) => &sources.get(span.file).unwrap().path,
    }
}

fn is_at(d: &Diagnostic, in_path: &str, line: Option<usize>, sources: &Sources) -> bool {
    let own = match &d.place {
        Place::Path(_) => None,
        Place::Text(span) => Some(sources.get(span.file).unwrap().line_column(span.start).0),
    };
    path(d, sources) == in_path && own == line
}

fn comment(d: &Diagnostic, sources: &Sources, words: &Catalog) -> String {
    let severity = match d.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    };
    let place = match &d.place {
        Place::Path(_) => "file".to_owned(),
        Place::Text(span) => columns(sources.get(span.file).unwrap(), *span),
    };
    let mut out = format!("# {severity}: {place} {} {}\n", d.code, words.text(&d.message));
    if let Some(hint) = &d.hint {
        writeln!(out, "# Hint: {}", words.text(hint)).unwrap();
    }
    if let Some((span, why)) = &d.related {
        let source = sources.get(span.file).unwrap();
        let line = source.line_column(span.start).0;
        writeln!(out, "# Also: {}:{line}:{} {}", source.path, columns(source, *span), words.text(why))
            .unwrap();
    }
    out
}

fn columns(source: &Source, span: Span) -> String {
    let (first, from) = source.line_column(span.start);
    let (last, to) = source.line_column(span.end);
    let more = if last > first { format!("{}:", last - first + 1) } else { String::new() };
    format!("{from}-{more}{to}")
}

fn fixtures() -> Vec<(String, String)> {
    let mut found: Vec<_> = fs::read_dir(repo("tests/diagnostics"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .map(|p| (p.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&p).unwrap()))
        .collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

#[test]
fn every_mistake_is_found_where_it_stands_and_nothing_else() {
    let bless = std::env::var("GONGKAI_BLESS").is_ok();
    let mut wrong = String::new();
    for (name, text) in fixtures() {
        let now = annotated(&read(&text));
        if now != text && bless {
            fs::write(repo("tests/diagnostics").join(&name), &now).unwrap();
        } else if now != text {
            wrong += &format!("== {name} should read:\n{now}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn one_file_with_seven_mistakes_shows_seven_in_one_run() {
    let text = fs::read_to_string(repo("tests/diagnostics/seven-in-one-file.txt")).unwrap();
    let (found, sources) = findings(&read(&text));
    assert_eq!(found.len(), 7);
    assert!(found.iter().all(|d| path(d, &sources) == "notices/n/issues/01-a.md"));
}

/// The codes written in the sources of loading.
fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for entry in fs::read_dir(repo("src/load")).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        for call in ["Diagnostic::error(", "Diagnostic::file_error(", "file_warning(", "refer(", "refused("] {
            for (at, _) in source.match_indices(call) {
                let rest = source[at + call.len()..].trim_start();
                if let Some(code) = rest.strip_prefix('"').and_then(|r| r.split('"').next()) {
                    codes.insert(code.to_owned());
                }
            }
        }
    }
    codes
}

#[test]
fn every_code_has_a_fixture() {
    let seen: BTreeSet<String> = fixtures()
        .iter()
        .flat_map(|(_, text)| findings(&read(text)).0)
        .map(|d| d.code.to_owned())
        .chain(["not-text".to_owned()]) // bytes, not text: tests/encodings.rs
        .chain(["evidence-large".to_owned()]) // more than a fixture should hold: tests/evidence.rs
        .collect();
    let missing: Vec<_> = codes().difference(&seen).cloned().collect();
    assert!(missing.is_empty(), "no fixture makes {missing:?}");
}

#[test]
fn excerpts_line_up_under_chinese_in_both_languages() {
    for (lang, name) in [(Lang::ZhCn, "zh-CN"), (Lang::En, "en")] {
        let mut printed = String::new();
        for fixture in ["seven-in-one-file", "duplicates"] {
            let text = fs::read_to_string(repo(&format!("tests/diagnostics/{fixture}.txt"))).unwrap();
            let (found, sources) = findings(&read(&text));
            printed += &gongkai::diag::human::print(&found, &sources, &Catalog::tool(lang), false);
        }
        let path = repo(&format!("tests/diagnostics/printed.{name}.out"));
        if std::env::var("GONGKAI_BLESS").is_ok() {
            fs::write(&path, &printed).unwrap();
        }
        assert_eq!(printed, fs::read_to_string(&path).unwrap(), "{}", path.display());
    }
}

#[test]
fn findings_are_read_file_by_file_those_on_a_whole_file_first() {
    let text = "--- notices/a/notice.yaml\ntitel: 通报\n--- notices/b/issues/1.yaml\n\n--- notices/b/notice.yaml\nissuer: 甲局\n";
    let (found, sources) = findings(&read(text));
    let printed = gongkai::diag::short::print(&found, &sources, &Catalog::tool(Lang::En));
    let files: Vec<&str> = printed.lines().filter_map(|line| line.split(':').next()).collect();
    let mut sorted = files.clone();
    sorted.sort_unstable();
    assert_eq!(files, sorted, "{printed}");
    assert!(files.iter().any(|f| f.ends_with("b/issues/1.yaml")), "{printed}");
}
