//! A notice as a Word document.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(taken) = gongkai::intake::docx::read(&gongkai_fuzz::package(bytes)) {
        gongkai_fuzz::import(&taken.text);
    }
});
