//! Evidence: the titles that entries cite, and the files of `evidence/` that are published with them. A file is published
//! because an entry names it; one that none names stays where it is, and is said.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::fields::{Fields, each, wrong_type};
use super::known::Known;
use super::tree::{Tree, Value};
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::md::leads_to;
use crate::model::ids::is_reserved;
use crate::model::{Attachment, Evidence, Issue, Notice, Page};

/// A file that the content folder holds beside its texts: its path in the folder, and its size in bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asset {
    /// `notices/<slug>/evidence/<name>`
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// Width and height in pixels, where it is a picture whose head could be read.
    pub pixels: Option<(u32, u32)>,
}

/// The files beside the texts, by notice.
pub type Assets = BTreeMap<String, Vec<Attachment>>;

/// Larger than this, and readers on a phone are told nothing good: in bytes.
const LARGE: u64 = 20 << 20;

/// What browsers and offices open and what runs nothing by itself. HTML and SVG run scripts in the site's own name.
const KINDS: &[&str] = &[
    "csv", "doc", "docx", "et", "gif", "jpeg", "jpg", "mp3", "mp4", "ofd", "pdf", "png", "ppt", "pptx",
    "txt", "webp", "wps", "xls", "xlsx", "zip",
];

/// The evidence of an entry: `[纪要, {title: 纪要, file: minutes.pdf}]`.
pub fn evidence(f: &mut Fields<'_>, known: &Known<'_>, out: &mut Vec<Diagnostic>) -> Vec<Evidence> {
    each(f.list("evidence", out), |item| one(item, known, out))
}

fn one(item: &Tree, known: &Known<'_>, out: &mut Vec<Diagnostic>) -> Option<Evidence> {
    match &item.value {
        Value::Scalar(title) => Some(Evidence::titled(&**title)),
        Value::Map(_) => {
            let mut f = Fields::open(item, "evidence", out)?;
            let title = f.required("title", out);
            f.need("file", out);
            let file = f.scalar("file", "want-text", out);
            f.close(out);
            if let (Some(named), Some(files)) = (file, &known.files) {
                if files.iter().next().is_none() {
                    let message = Msg::new("load-evidence-missing").with("id", named.0);
                    let found = Diagnostic::error("evidence-missing", named.1, message);
                    out.push(found.hint(Msg::new("load-evidence-none")));
                } else {
                    files.refer("evidence-missing", "load-evidence-missing", named, out);
                }
            }
            Some(Evidence { title, file: file.map(|(name, _)| name.to_owned()) })
        }
        _ => {
            wrong_type("evidence", "want-evidence", item.span, out);
            None
        }
    }
}

/// Sorts the files beside the texts by notice; what cannot be published as it is named is a mistake.
pub fn sort(assets: Vec<Asset>, out: &mut Vec<Diagnostic>) -> Assets {
    let mut by_notice = Assets::new();
    for asset in assets {
        let parts: Vec<&str> = asset.path.split('/').collect();
        let ["notices", slug, "evidence", name] = parts.as_slice() else {
            out.push(refused(&asset, "evidence-folder", "load-evidence-folder"));
            continue;
        };
        if let Some(found) = fault(&asset, name) {
            out.push(found);
        }
        let held = by_notice.entry((*slug).to_owned()).or_default();
        if let Some(other) = held.iter().find(|a| a.name.eq_ignore_ascii_case(name)) {
            let message = Msg::new("load-evidence-twice").with("name", &other.name);
            out.push(Diagnostic::file_error("evidence-name", &asset.path, message));
            continue;
        }
        held.push(Attachment { name: (*name).to_owned(), size: asset.size, pixels: asset.pixels });
    }
    by_notice
}

fn fault(asset: &Asset, name: &str) -> Option<Diagnostic> {
    if !is_plain(name) {
        return Some(refused(asset, "evidence-name", "load-evidence-name"));
    }
    if !is_safe(name) {
        let hint = Msg::new("load-evidence-kind-hint").list("kinds", KINDS.iter().copied());
        let message = Msg::new("load-evidence-kind").with("kind", kind(name));
        return Some(Diagnostic::file_error("evidence-kind", &asset.path, message).hint(hint));
    }
    (asset.size > LARGE).then(|| {
        let size = usize::try_from(asset.size >> 20).unwrap_or(usize::MAX);
        let message = Msg::new("load-evidence-large").count("size", size);
        Diagnostic::file_warning("evidence-large", &asset.path, message)
    })
}

fn is_plain(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    plain && !stem.is_empty() && !name.ends_with('.') && !is_reserved(&stem)
}

fn is_safe(name: &str) -> bool {
    KINDS.contains(&kind(name).as_str())
}

fn kind(name: &str) -> String {
    name.rsplit_once('.').map(|(_, kind)| kind.to_ascii_lowercase()).unwrap_or_default()
}

fn refused(asset: &Asset, code: &'static str, message: &'static str) -> Diagnostic {
    Diagnostic::file_error(code, &asset.path, Msg::new(message)).hint(Msg::new("load-evidence-hint"))
}

/// Files in the `evidence/` of a notice that does not exist.
pub fn homeless<'n>(assets: &Assets, notices: impl Iterator<Item = &'n str>, out: &mut Vec<Diagnostic>) {
    let notices: HashSet<&str> = notices.collect();
    for slug in assets.keys().filter(|slug| !notices.contains(slug.as_str())) {
        let path = format!("notices/{slug}/evidence");
        let found = Diagnostic::file_error("evidence-folder", path, Msg::new("load-no-notice"));
        out.push(found.hint(Msg::new("load-no-notice-hint")));
    }
}

/// Keeps of each notice's files those that entries cite, now or in the edition that the public sees, and those that a text
/// shows. Of the others it warns, and a mistake is one that was published and is gone.
pub fn settle(notices: &mut [Notice], pages: &[Page], out: &mut Vec<Diagnostic>) {
    for n in 0..notices.len() {
        let held = std::mem::take(&mut notices[n].attachments);
        let kept: Vec<bool> =
            held.iter().map(|file| is_used(&file.name, &notices[n], notices, pages)).collect();
        gone(&notices[n], &held, out);
        let (kept, idle): (Vec<_>, Vec<_>) = held.into_iter().zip(kept).partition(|(_, kept)| *kept);
        out.extend(
            idle.iter()
                .filter(|(f, _)| is_plain(&f.name) && is_safe(&f.name))
                .map(|(f, _)| unused(&notices[n], f)),
        );
        notices[n].attachments = kept.into_iter().map(|(file, _)| file).collect();
    }
}

fn is_used(name: &str, own: &Notice, notices: &[Notice], pages: &[Page]) -> bool {
    let address = path(own, name);
    let shown =
        |n: &Notice| n.leads_to(&address) || n.editions.last().is_some_and(|e| e.notice.leads_to(&address));
    names(&own.issues).contains(name)
        || names(frozen(own)).contains(name)
        || pages.iter().any(|p| leads_to(&p.body.text, &address))
        || notices.iter().any(shown)
}

fn gone(notice: &Notice, held: &[Attachment], out: &mut Vec<Diagnostic>) {
    for name in names(frozen(notice)).into_iter().filter(|name| held.iter().all(|h| h.name != **name)) {
        let found =
            Diagnostic::file_error("evidence-gone", path(notice, name), Msg::new("load-evidence-gone"));
        out.push(found.hint(Msg::new("load-evidence-gone-hint")));
    }
}

fn unused(notice: &Notice, file: &Attachment) -> Diagnostic {
    let hint = Msg::new("load-evidence-idle-hint").with("file", &file.name);
    let message = Msg::new("load-evidence-idle");
    Diagnostic::file_warning("evidence-idle", path(notice, &file.name), message).hint(hint)
}

fn path(notice: &Notice, name: &str) -> String {
    format!("notices/{}/evidence/{name}", notice.slug)
}

/// The issues as the public sees them, where the notice has an edition.
fn frozen(notice: &Notice) -> &[Issue] {
    notice.editions.last().map_or(&[], |e| &e.notice.issues)
}

fn names(issues: &[Issue]) -> BTreeSet<&str> {
    let entries = issues.iter().flat_map(|i| &i.measures).flat_map(|m| &m.updates);
    entries.flat_map(|u| &u.evidence).filter_map(|e| e.file.as_deref()).collect()
}
