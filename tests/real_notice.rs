//! The real notice, where it is at hand: import gives its structure, and export gives back its bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use gongkai::import::{self, Options};

/// The folder of real notices; the test says so where it is absent.
fn notice() -> Option<Vec<u8>> {
    let folder = std::env::var("GONGKAI_NOTICES").unwrap_or_else(|_| "../shared/notices".to_owned());
    let path = std::path::Path::new(&folder).join("000_0d70b426dda0b4c1.txt");
    let found = std::fs::read(&path).ok();
    if found.is_none() {
        println!("SKIPPED: no real notice at {}", path.display());
    }
    found
}

#[test]
fn the_real_notice_comes_back_byte_for_byte() {
    let Some(bytes) = notice() else { return };
    let (text, _) = gongkai::text::decode(&bytes).unwrap();
    let imported = import::import(&text, &Options::default()).unwrap();
    let report = &imported.report;
    assert_eq!((report.headings, report.issues, report.measures), ([3, 4, 14], 43, 93));
    assert_eq!(report.pins, 1, "the jump from 11 to 13 is the only pin");
    let inspection = report.inspection.as_ref().unwrap();
    assert_eq!(inspection.from.unwrap().to_string(), "2025-03-18");
    assert_eq!(inspection.to.unwrap().to_string(), "2025-04-21");
    assert_eq!(inspection.feedback.unwrap().to_string(), "2025-07-17");
    let contact = report.contact.as_ref().unwrap();
    assert!(contact.phone.is_some() && contact.address.is_some() && contact.email.is_some());
    assert_eq!(report.date.to_string(), "2025-12-26");
}
