//! A notice as a web page.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok((html, _)) = gongkai::text::decode(bytes)
        && let Ok(taken) = gongkai::intake::web::read(&html)
    {
        gongkai_fuzz::import(&taken.text);
    }
});
