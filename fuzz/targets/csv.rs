//! A ledger as a table in text.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok((text, _)) = gongkai::text::decode(bytes)
        && let Ok(sheets) = gongkai::intake::sheet::read_csv(&text)
    {
        gongkai_fuzz::ledger(&sheets);
    }
});
