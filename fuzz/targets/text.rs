//! A notice as text, in any encoding.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok((text, _)) = gongkai::text::decode(bytes) {
        gongkai_fuzz::import(&text);
    }
});
