//! What `verify` found, for machines: one JSON object on a line, keys in a fixed order.

use serde::Serialize;

use super::Report;
use crate::audit::manifest::Kind;
use crate::audit::proof::{Count, Difference, Proof};
use crate::audit::site_code::Wrong;
use crate::cli::out::Out;

#[derive(Serialize)]
struct Found<'a> {
    well: bool,
    manifest_sha256: &'a str,
    /// The digest that was kept, where it is not this one.
    expected_sha256: Option<&'a str>,
    files: usize,
    differs: Vec<&'a str>,
    missing: Vec<&'a str>,
    extra: Vec<&'a str>,
    notice: Option<Notice<'a>>,
    /// Pages whose head has not the site's code.
    site_code: Vec<Code<'a>>,
}

#[derive(Serialize)]
struct Code<'a> {
    path: &'a str,
    head: Option<&'a str>,
    expected: &'a str,
}

#[derive(Serialize)]
struct Notice<'a> {
    slug: &'a str,
    well: bool,
    paragraphs: usize,
    sentences: usize,
    differences: Vec<Paragraph<'a>>,
    counts: Vec<Sentence<'a>>,
}

#[derive(Serialize)]
struct Paragraph<'a> {
    line: usize,
    text: Option<&'a str>,
    page: Option<&'a str>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    sentence: &'a str,
    in_text: usize,
    on_page: usize,
}

/// Prints everything that was found, nothing cut short.
pub fn print(report: &Report, out: &Out) {
    let of = |wanted: &dyn Fn(Kind) -> bool| -> Vec<&str> {
        report.faults.iter().filter(|f| wanted(f.kind)).map(|f| f.path.as_str()).collect()
    };
    let found = Found {
        well: report.is_well(),
        manifest_sha256: &report.digest,
        expected_sha256: report.expected.as_deref(),
        files: report.files,
        differs: of(&|kind| !matches!(kind, Kind::Missing | Kind::Extra)),
        missing: of(&|kind| kind == Kind::Missing),
        extra: of(&|kind| kind == Kind::Extra),
        notice: report.notice.as_ref().map(|(slug, proof)| notice(slug, proof)),
        site_code: report.codes.iter().map(code).collect(),
    };
    // Texts, numbers and lists always have a JSON form.
    let line = serde_json::to_string(&found).unwrap_or_default();
    out.raw(&format!("{line}\n"));
}

fn code(wrong: &Wrong) -> Code<'_> {
    let Wrong { path, head, expected } = wrong;
    Code { path, head: head.as_deref(), expected }
}

fn notice<'a>(slug: &'a str, proof: &'a Proof) -> Notice<'a> {
    let paragraph = |d: &'a Difference| {
        let Difference { line, text, page } = d;
        Paragraph { line: *line, text: text.as_deref(), page: page.as_deref() }
    };
    let sentence = |c: &'a Count| {
        let Count { sentence, in_text, on_page } = c;
        Sentence { sentence, in_text: *in_text, on_page: *on_page }
    };
    Notice {
        slug,
        well: proof.holds(),
        paragraphs: proof.paragraphs,
        sentences: proof.sentences,
        differences: proof.differences.iter().map(paragraph).collect(),
        counts: proof.counts.iter().map(sentence).collect(),
    }
}
