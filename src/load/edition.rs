//! A frozen edition into an [`Edition`]. It is JSON, which YAML takes in, and its record has the fields of the content
//! files, so the same decoders read it; its digest shows whether anyone has touched it.

use super::fields::Fields;
use super::issue;
use super::known::{Ids, Known};
use super::notice;
use super::prose::Library;
use super::site;
use super::translation;
use super::tree::{Tree, Value};
use super::update;
use super::{in_official_order, yaml};
use crate::diag::Diagnostic;
use crate::history::{digest, record};
use crate::lang::Msg;
use crate::model::{Edition, Issue, Notice, Prose, Unit};
use crate::text::{FileId, Source};

/// Decodes the edition in one file of the notice in the folder `slug`.
pub fn decode(file: FileId, source: &Source, slug: &str, out: &mut Vec<Diagnostic>) -> Option<Edition> {
    let before = out.len();
    let tree = yaml(file, source, out)?;
    let mut f = Fields::open(&tree, "edition", out)?;
    site::format(&mut f, out);
    let date = f.required_date("date", out);
    let note = f.text("note", out);
    let hide_old = update::hide_old(&mut f, note.is_some(), "load-show-old-no-note", out);
    let signed = f.list("signed", out).iter().filter_map(|t| notice::signature(t, out)).collect();
    f.need("digest", out);
    let found = f.scalar("digest", "want-text", out);
    f.need("record", out);
    let frozen = f.tree("record").and_then(|t| record_of(t, slug, out));
    f.close(out);
    let (text, span) = found?;
    let (notice, units) = frozen.filter(|_| out.len() == before)?;
    if digest(&record(&notice, &units)) != text {
        let found = Diagnostic::error("edition-altered", span, Msg::new("load-edition-altered"));
        out.push(found.hint(Msg::new("load-edition-altered-hint")));
    }
    let name = name(&source.path).to_owned();
    Some(Edition { name, date: date?, note, hide_old, digest: text.to_owned(), signed, notice, units, span })
}

/// The name of an edition: that of its file, without `.json`.
pub fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".json")
}

fn record_of(tree: &Tree, slug: &str, out: &mut Vec<Diagnostic>) -> Option<(Notice, Vec<Unit>)> {
    let mut f = Fields::open(tree, "record", out)?;
    if let Some((text, span)) = f.scalar("slug", "want-text", out).filter(|(text, _)| *text != slug) {
        let message = Msg::new("load-edition-slug").with("slug", text).with("folder", slug);
        out.push(Diagnostic::error("edition-slug", span, message));
    }
    let units: Vec<Unit> = f.list("units", out).iter().filter_map(|t| site::unit(t, out)).collect();
    let texts: Vec<(&str, Prose)> = prose(&mut f, slug, out);
    let mut library = Library::frozen(texts.into_iter());
    f.need("notice", out);
    let head = f.tree("notice").and_then(|t| notice::decode(t, slug, &mut library, out));
    library.tell_missing(out);
    library.close(out);
    let trees = f.list("issues", out);
    let mut notice = head?.notice;
    let issues = {
        let ids = Ids::of_units(&units);
        let nodes = Some(notice.nodes().iter().map(|n| n.id.as_str()).collect());
        let known = Known { units: Some(&ids), nodes, files: None };
        trees.iter().filter_map(|t| issue(t, slug, &known, out)).collect()
    };
    notice.issues = in_official_order(issues, &notice);
    notice.translations = translation::frozen(&mut f, &notice, out);
    f.close(out);
    Some((notice, units))
}

fn prose<'t>(f: &mut Fields<'t>, slug: &str, out: &mut Vec<Diagnostic>) -> Vec<(&'t str, Prose)> {
    let texts = f.map("prose", out).iter().filter_map(|(key, tree)| match &tree.value {
        Value::Scalar(text) => {
            let path = format!("notices/{slug}/{}", key.name);
            Some((&*key.name, Prose { path, text: text.to_string() }))
        }
        _ => None,
    });
    texts.collect()
}

fn issue(tree: &Tree, slug: &str, known: &Known<'_>, out: &mut Vec<Diagnostic>) -> Option<Issue> {
    let mut f = Fields::open(tree, "issues", out)?;
    let path = format!("notices/{slug}/issues/{}", f.required("file", out));
    let body = f.text("body", out);
    f.need("fields", out);
    let found = f.tree("fields").and_then(|t| issue::decode(t, body, &path, known, out));
    f.close(out);
    found
}
