//! A text imported, loaded from the files that were written, and exported again.

use gongkai::export::txt;
use gongkai::import::{Imported, Options, import};
use gongkai::load::load;
use gongkai::model::Site;
use gongkai::text::RawFile;

/// What an import made of a text and the site that its files load as, without fault; their export is the very same text.
pub fn imported(text: &str, options: &Options) -> (Imported, Site) {
    let imported = import(text, options).unwrap_or_else(|refused| panic!("{refused:?}\n{text}"));
    let site = ("site.yaml".to_owned(), imported.site.clone());
    let files = imported.files.iter().chain([&site]);
    let raw = files.map(|(path, bytes)| RawFile { path: path.clone(), bytes: bytes.clone() }).collect();
    let loaded = load(raw);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let site = loaded.site.unwrap();
    assert_eq!(txt::export(&site.notices[0]), text);
    (imported, site)
}
