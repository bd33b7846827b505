//! The two catalogues say the same things with the same gaps.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod kit;

use std::collections::{BTreeMap, BTreeSet};

/// Each message with the arguments it takes.
fn messages(path: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in std::fs::read_to_string(kit::repo(path)).unwrap().lines() {
        if let Some((name, _)) = line.split_once(" = ").filter(|(n, _)| !n.starts_with([' ', '#'])) {
            id = name.to_owned();
            assert!(out.insert(id.clone(), BTreeSet::new()).is_none(), "{path}: {id} stands twice");
        }
        for piece in line.split("{ $").skip(1) {
            let name: String = piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            out.get_mut(&id).unwrap().insert(name);
        }
    }
    out
}

#[test]
fn both_languages_have_every_message_with_the_same_gaps() {
    for entry in std::fs::read_dir(kit::repo("locales/zh-CN")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let (chinese, english) =
            (messages(&format!("locales/zh-CN/{name}")), messages(&format!("locales/en/{name}")));
        assert_eq!(chinese, english, "{name}");
    }
}

#[test]
fn chinese_messages_use_chinese_marks() {
    for entry in std::fs::read_dir(kit::repo("locales/zh-CN")).unwrap() {
        let path = entry.unwrap().path();
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            let chars: Vec<char> = line.chars().collect();
            let wide = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
            let slip = chars.windows(2).find(|w| wide(w[0]) && [',', ';', '?', '!'].contains(&w[1]));
            assert!(slip.is_none(), "{}: {line}", path.display());
        }
    }
}
