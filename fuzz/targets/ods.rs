//! A ledger as a workbook of OpenDocument.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(sheets) = gongkai::intake::sheet::read_ods(&gongkai_fuzz::package(bytes)) {
        gongkai_fuzz::ledger(&sheets);
    }
});
