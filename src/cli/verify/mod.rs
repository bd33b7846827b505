//! `gongkai verify`: a published folder held against its manifest, and a signed-off text against the page of its notice.

mod human;
mod json;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use clap::ArgMatches;
use rayon::prelude::*;

use super::out::{Out, bar};
use super::{ERRORS, USAGE, WELL};
use crate::audit::article::{self, Article, NotOne};
use crate::audit::manifest::{self, Bad, Fault, Found, Kind, Manifest, Row};
use crate::audit::proof::{Proof, prove};
use crate::audit::site_code::{self, Wrong};
use crate::disk::{DiskError, digest_file, read_file, survey};
use crate::lang::Msg;
use crate::text::decode;

/// How many digits of a digest are enough to expect it by.
const LEAST: usize = 12;

/// What was found in a folder.
struct Report {
    /// How many files the manifest lists.
    files: usize,
    /// SHA-256 of the manifest itself.
    digest: String,
    /// The digest that was kept since the site was published, where it is not this one.
    expected: Option<String>,
    /// What is not as listed, by path.
    faults: Vec<Fault>,
    /// Pages whose head has not the site's code, by path.
    codes: Vec<Wrong>,
    /// The notice that was compared, and how it stands.
    notice: Option<(String, Proof)>,
    /// Whether a notice was to be compared, and had no page to compare it with.
    pageless: bool,
}

impl Report {
    fn is_well(&self) -> bool {
        !self.pageless
            && self.expected.is_none()
            && self.faults.is_empty()
            && self.codes.is_empty()
            && self.notice.as_ref().is_none_or(|(_, proof)| proof.holds())
    }
}

/// Verifies a folder.
pub fn run(matches: &ArgMatches, out: &Out) -> u8 {
    let report = match verify(matches, out) {
        Ok(report) => report,
        Err(code) => return code,
    };
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => json::print(&report, out),
        _ => human::print(&report, out),
    }
    if report.is_well() { WELL } else { ERRORS }
}

fn verify(matches: &ArgMatches, out: &Out) -> Result<Report, u8> {
    let here = PathBuf::new();
    let folder = matches.get_one::<PathBuf>("folder").unwrap_or(&here);
    let bytes = manifest_of(folder, out)?;
    let manifest = Manifest::read(&bytes).map_err(|bad| refuse(bad, out))?;
    let found = survey(folder, &|path| manifest.names(path)).map_err(|e| out.disk(&e))?;
    let text = match matches.get_one::<PathBuf>("notice") {
        Some(file) => Some((slug(matches.get_one::<String>("slug"), &manifest, out)?, text(file, out)?)),
        None => None,
    };
    let (digest, files) = (manifest::digest(&bytes), manifest.len());
    let faults = faults(folder, &manifest, &found, out)?;
    let codes = codes(folder, &manifest, &faults, out)?;
    let wanted = text.is_some();
    let notice = match text {
        Some((slug, text)) => article(folder, &slug, &found, out)?.map(|page| (slug, prove(&text, &page))),
        None => None,
    };
    let expected = expected(matches, out)?.filter(|kept| !digest.starts_with(kept.as_str()));
    Ok(Report { files, digest, expected, faults, codes, pageless: wanted && notice.is_none(), notice })
}

/// The digest that a person kept, or the first digits of it: so many that no other manifest will begin alike.
fn expected(matches: &ArgMatches, out: &Out) -> Result<Option<String>, u8> {
    let Some(kept) = matches.get_one::<String>("expect").map(|kept| kept.trim().to_ascii_lowercase()) else {
        return Ok(None);
    };
    if (LEAST..=64).contains(&kept.len()) && kept.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Ok(Some(kept));
    }
    let hint = Msg::new("verify-expect-hint").count("least", LEAST);
    Err(out.fail(&Msg::new("verify-expect-bad").with("text", kept), Some(&hint), USAGE))
}

/// The manifest's bytes. A folder without one is a fault of the site, a folder that is not there one of the system.
fn manifest_of(folder: &Path, out: &Out) -> Result<Vec<u8>, u8> {
    match read_file(&folder.join(manifest::FILE)) {
        Err(DiskError::Read { error, .. }) if error.kind() == ErrorKind::NotFound => {
            survey(folder, &|_| false).map_err(|e| out.disk(&e))?;
            let message = Msg::new("verify-no-manifest").with("folder", folder.display().to_string());
            Err(out.fail(&message, Some(&Msg::new("verify-no-manifest-hint")), ERRORS))
        }
        read => read.map_err(|e| out.disk(&e)),
    }
}

fn refuse(bad: Bad, out: &Out) -> u8 {
    let message = match bad {
        Bad::Json(detail) => Msg::new("verify-bad-json").with("detail", detail),
        Bad::Format(format) => Msg::new("verify-bad-format").with("format", format.to_string()),
        Bad::Twice(path) => Msg::new("verify-bad-twice").with("path", path),
    };
    out.fail(&message, Some(&Msg::new("verify-bad-hint")), ERRORS)
}

/// Everything that is not as listed, by path; files of the listed size are read.
fn faults(folder: &Path, manifest: &Manifest, found: &[Found], out: &Out) -> Result<Vec<Fault>, u8> {
    let (mut faults, unread) = manifest.compare(found);
    let (bar, done) = (bar(), AtomicU64::new(0));
    bar.set_length(unread.len() as u64);
    let changed = |row: &&Row| {
        let digest = digest_file(&folder.join(&row.path))?;
        bar.set_position(done.fetch_add(1, Ordering::Relaxed) + 1);
        Ok((digest != row.sha256).then(|| Fault { path: row.path.clone(), kind: Kind::Bytes }))
    };
    let read: Result<Vec<Option<Fault>>, _> = unread.par_iter().map(changed).collect();
    bar.finish_and_clear();
    faults.extend(read.map_err(|e| out.disk(&e))?.into_iter().flatten());
    faults.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(faults)
}

/// The pages whose head has not the site's code, among those that are as listed.
fn codes(folder: &Path, manifest: &Manifest, faults: &[Fault], out: &Out) -> Result<Vec<Wrong>, u8> {
    let sound = |path: &&str| path.ends_with(".html") && !faults.iter().any(|f| f.path == **path);
    let pages: Vec<&str> = manifest.paths().filter(sound).collect();
    let read =
        |path: &&str| Ok(site_code::read(&read_file(&folder.join(path))?).map(|c| ((*path).to_owned(), c)));
    let read: Result<Vec<_>, DiskError> = pages.par_iter().map(read).collect();
    Ok(site_code::wrong(read.map_err(|e| out.disk(&e))?.into_iter().flatten().collect()))
}

/// What the page of a notice says; `None`, and why, where there is no such page or no notice on it.
fn article(folder: &Path, slug: &str, found: &[Found], out: &Out) -> Result<Option<Article>, u8> {
    let path = format!("notices/{slug}/index.html");
    if !found.iter().any(|f| f.path == path) {
        out.fail(&Msg::new("verify-no-page").with("slug", slug), None, ERRORS);
        return Ok(None);
    }
    let page = read_file(&folder.join(path)).map_err(|e| out.disk(&e))?;
    let article = article::read(&page).map_err(|NotOne(n)| {
        let message = Msg::new("verify-not-one").with("slug", slug).count("n", n);
        out.fail(&message, Some(&Msg::new("verify-not-one-hint")), ERRORS)
    });
    Ok(article.ok())
}

fn text(file: &Path, out: &Out) -> Result<String, u8> {
    let bytes = read_file(file).map_err(|e| out.disk(&e))?;
    let (text, _) = decode(&bytes).map_err(|error| out.not_text(&bytes, error))?;
    match text.trim() {
        "" => Err(out.fail(&Msg::new("verify-text-empty"), None, ERRORS)),
        _ => Ok(text),
    }
}

/// The notice that was asked for, or the only one that the site has.
fn slug(asked: Option<&String>, manifest: &Manifest, out: &Out) -> Result<String, u8> {
    let slugs = manifest.paths().filter_map(|p| p.strip_prefix("notices/")?.strip_suffix("/index.html"));
    let known: Vec<&str> = slugs.filter(|slug| !slug.contains('/')).collect();
    let message = match (asked, known.as_slice()) {
        (Some(slug), _) if known.contains(&slug.as_str()) => return Ok(slug.clone()),
        (None, [only]) => return Ok((*only).to_owned()),
        (_, []) => return Err(out.fail(&Msg::new("verify-slug-none"), None, USAGE)),
        (Some(slug), _) => Msg::new("verify-slug-unknown").with("slug", slug),
        (None, _) => Msg::new("verify-slug-which"),
    };
    let hint = Msg::new("verify-slug-hint").list("known", known);
    Err(out.fail(&message, Some(&hint), USAGE))
}
