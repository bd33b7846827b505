//! The files of a content folder: YAML, front matter and prose; what loads is exported and checked.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let loaded = gongkai::load::load(gongkai_fuzz::files(bytes));
    let Some(site) = loaded.site else { return };
    let _ = gongkai::check::check(&site);
    for notice in &site.notices {
        let _ = gongkai::export::txt::export(notice);
        let _ = gongkai::export::docx::export(notice, &Default::default());
    }
});
