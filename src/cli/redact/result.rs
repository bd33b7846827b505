//! The content as it would be: it must load, hold the law of the record, and not hold the words.

use crate::check;
use crate::cli::ERRORS;
use crate::cli::out::Out;
use crate::diag::Diagnostic;
use crate::disk::Content;
use crate::lang::Msg;
use crate::load::load_with;
use crate::model::Notice;
use crate::save::redact::{Order, Redacted, redact};

/// The content with the new files in it. An error where the words would still stand in what was asked for, or where a rule
/// is broken that was not broken before.
pub fn checked(
    order: &Order<'_>,
    before: &Notice,
    done: &Redacted,
    content: Content,
    out: &Out,
) -> Result<Content, u8> {
    let content = content.with(done.files.iter().cloned());
    let mut loaded = load_with(content.files.clone(), content.assets.clone());
    loaded.sources = loaded.sources.in_folder(&content.folder);
    let notice = loaded.site.as_ref().and_then(|s| s.notices.iter().find(|n| n.slug == before.slug));
    let Some(notice) = notice else {
        out.diagnostics(&loaded.diagnostics, &loaded.sources, "human");
        return Err(out.fail(&Msg::new("redact-broken"), Some(&Msg::new("redact-unfit-hint")), ERRORS));
    };
    let broken: Vec<Diagnostic> = check::one(notice);
    if broken.len() > check::one(before).len() {
        out.diagnostics(&broken, &loaded.sources, "human");
        return Err(ERRORS);
    }
    match redact(order, notice, &content.files) {
        Ok(again) if again.hits.is_empty() => Ok(content),
        again => {
            for hit in again.map(|a| a.hits).unwrap_or_default() {
                let message = Msg::new("redact-stands").with("file", &hit.file).with("place", &hit.place);
                out.fail(&message, Some(&Msg::new("redact-stands-hint")), ERRORS);
            }
            Err(ERRORS)
        }
    }
}
