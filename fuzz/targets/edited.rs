//! Our own ledger, edited, held against the example that it was exported from.
#![no_main]

use std::sync::LazyLock;

use gongkai::import::ledger::edited::{Against, apply, plan};
use gongkai::model::Site;
use gongkai::text::RawFile;

static EXAMPLE: LazyLock<(Vec<RawFile>, Site)> = LazyLock::new(|| {
    let files = gongkai_fuzz::content("starter");
    let site = gongkai::load::load(files.clone()).site.expect("the example loads");
    (files, site)
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok((text, _)) = gongkai::text::decode(bytes) else { return };
    let Ok(sheets) = gongkai::intake::sheet::read_csv(&text) else { return };
    let (files, site) = &*EXAMPLE;
    let day = "2026-11-24".parse().expect("a day");
    let against = Against { notice: &site.notices[0], units: &site.units, day };
    let plan = plan(&sheets.sheets, against);
    if plan.faults.is_empty() {
        let _ = apply(&plan, files);
    }
});
