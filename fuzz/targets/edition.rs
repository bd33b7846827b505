//! An edition of a notice, as JSON beside the notice that it is of.
#![no_main]

const PATH: &str = "notices/2025-canal/editions/2025-06-10.json";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = gongkai::load::proves(PATH, "2025-canal", bytes);
});
