//! Fixtures that say beside each line what is found there; `tests/diagnostics.rs` tells how they are written.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "each test uses its part")]

use std::fmt::Write as _;
use std::fs;

use gongkai::diag::{Diagnostic, Place, Severity};
use gongkai::lang::{Catalog, Lang};
use gongkai::load::{Asset, Loaded, load_with};
use gongkai::text::{Source, Sources, Span};

use super::{file, repo};

/// What is found in a fixture, with the sources.
pub type Found = (Vec<Diagnostic>, Sources);

/// A file of a fixture.
pub struct Section {
    path: String,
    /// Comments, each before the line at its place.
    notes: Vec<(usize, Vec<String>)>,
    text: String,
}

/// Several files, with what is found in them.
pub struct Fixture {
    /// It speaks of a program without the typesetter.
    plain: bool,
    without: Vec<String>,
    sections: Vec<Section>,
}

/// The line of a fixture that only a program built without `pdf` can make true.
const PLAIN: &str = "! unless pdf";

/// Takes a fixture apart.
pub fn read(text: &str) -> Fixture {
    let mut fixture = Fixture { plain: false, without: Vec::new(), sections: Vec::new() };
    for line in text.split_inclusive('\n') {
        if line.trim() == PLAIN {
            fixture.plain = true;
        } else if let Some(path) = line.strip_prefix("! without ") {
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

const FOUND: [&str; 3] = ["# Error: ", "# Warning: ", "# Note: "];

fn is_note(line: &str) -> bool {
    FOUND.iter().chain(&["# Hint: ", "# Also: "]).any(|n| line.trim_start().starts_with(n))
}

/// The codes that a fixture says are found in it.
pub fn codes(text: &str) -> impl Iterator<Item = &str> {
    let found = text.lines().filter_map(|line| FOUND.iter().find_map(|n| line.trim_start().strip_prefix(n)));
    found.filter_map(|rest| rest.split(' ').nth(1))
}

/// Loads the sections, with the files `supplied` where a fixture does not write its own.
pub fn load(fixture: &Fixture, supplied: &[(&str, &str)]) -> Loaded {
    let absent = |path: &str| fixture.without.iter().any(|w| w == path);
    let written = fixture.sections.iter().filter(|s| !absent(&s.path));
    let mut files: Vec<_> = written.map(|s| file(&s.path, &s.text)).collect();
    for (path, text) in supplied {
        let own = fixture.sections.iter().any(|s| s.path == *path);
        if !own && !absent(path) {
            files.push(file(path, text));
        }
    }
    let (beside, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|f| f.path.contains("/evidence/"));
    let assets = beside
        .into_iter()
        .map(|f| Asset { path: f.path, size: f.bytes.len() as u64, pixels: None })
        .collect();
    load_with(files, assets)
}

/// The sections as they should be annotated.
pub fn annotated(fixture: &Fixture, (found, sources): Found) -> String {
    let words = Catalog::tool(Lang::ZhCn);
    let mut out = if fixture.plain { format!("{PLAIN}\n") } else { String::new() };
    out.extend(fixture.without.iter().map(|w| format!("! without {w}\n")));
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

/// The file of a finding.
pub fn path<'a>(d: &'a Diagnostic, sources: &'a Sources) -> &'a str {
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

/// Every fixture of a folder, by name.
pub fn fixtures(folder: &str) -> Vec<(String, String)> {
    let mut found: Vec<_> = fs::read_dir(repo(folder))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .map(|p| (p.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&p).unwrap()))
        .collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

/// Holds every fixture of a folder against what is found; `GONGKAI_BLESS=1` writes them anew.
pub fn hold(folder: &str, findings: impl Fn(&Fixture) -> Found) {
    let bless = std::env::var("GONGKAI_BLESS").is_ok();
    let mut wrong = String::new();
    for (name, text) in fixtures(folder) {
        let fixture = read(&text);
        if fixture.plain && cfg!(feature = "pdf") {
            continue;
        }
        let now = annotated(&fixture, findings(&fixture));
        if now != text && bless {
            fs::write(repo(folder).join(&name), &now).unwrap();
        } else if now != text {
            wrong += &format!("== {name} should read:\n{now}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
