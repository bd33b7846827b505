//! The floors of the house: a module leans only on what stands lower, and only some rooms touch the system.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

/// From the ground up; names on one floor ignore each other.
const FLOORS: [&[&str]; 19] = [
    &["text"],
    &["lang"],
    &["zh"],
    &["md"],
    &["diag", "model"],
    &["history"],
    &["load"],
    &["save"],
    &["export"],
    &["import", "check"],
    &["intake"],
    &["search"],
    &["plan"],
    &["theme"],
    &["render"],
    // Judges finished pages by their bytes alone; the build needs it for the list of what it published.
    &["audit"],
    &["site"],
    &["disk"],
    &["serve"],
];

/// `diag` and `model` share a floor, but a diagnostic never needs the model, nor the model a diagnostic.
const TOP: &str = "cli";

fn floor(module: &str) -> Option<usize> {
    if module == TOP {
        return Some(FLOORS.len());
    }
    FLOORS.iter().position(|names| names.contains(&module))
}

/// Every module of the crate that a source names by `crate::`.
fn leans_on(source: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (at, _) in source.match_indices("crate::") {
        let rest = &source[at + "crate::".len()..];
        let names = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
            None => vec![rest],
        };
        for name in names {
            let word: String = name.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            if word.starts_with(|c: char| c.is_ascii_lowercase()) && word != "self" {
                out.push(word);
            }
        }
    }
    out
}

/// What is wrong with the paths of one file of a module.
fn faults(module: &str, path: &str, source: &str) -> Vec<String> {
    let own = floor(module);
    let upward =
        leans_on(source).into_iter().filter(|to| to != module).filter_map(|to| match (own, floor(&to)) {
            (Some(own), Some(other)) if other < own => None,
            _ => Some(format!("{path}: {module} leans on {to}")),
        });
    upward.collect()
}

/// Every Rust file under `src`, with the module it belongs to.
fn sources() -> Vec<(String, String, String)> {
    fn walk(dir: &Path, out: &mut Vec<(String, String, String)>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.to_str().unwrap().replace('\\', "/");
                let inner = name.split("src/").last().unwrap();
                let module = inner.split(['/', '.']).next().unwrap().to_owned();
                out.push((module, inner.to_owned(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut out = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut out);
    out.retain(|(module, _, _)| module != "lib" && module != "main");
    out
}

#[test]
fn every_module_leans_downward_only() {
    let found: Vec<String> =
        sources().iter().flat_map(|(module, path, source)| faults(module, path, source)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn an_upward_import_is_found() {
    assert_eq!(faults("model", "model/x.rs", "use crate::load::load;").len(), 1);
    assert_eq!(faults("load", "load/x.rs", "use crate::{model::Site, cli::run};").len(), 1);
    assert_eq!(faults("load", "load/x.rs", "use crate::model::Site;").len(), 0);
}

#[test]
fn only_the_disk_touches_files() {
    let words = ["std::fs", "File::open", "File::create", "std::net", "process::Command"];
    for (module, path, source) in sources().iter().filter(|(m, _, _)| m != "disk") {
        for word in words {
            assert!(!source.contains(word), "{path}: {module} uses {word}");
        }
    }
}

#[test]
fn only_the_preview_touches_the_network() {
    for (module, path, source) in sources().iter().filter(|(m, _, _)| m != "serve") {
        for word in ["tokio::net", "hyper::"] {
            assert!(!source.contains(word), "{path}: {module} uses {word}");
        }
    }
}

#[test]
fn files_stay_small() {
    for (_, path, source) in sources() {
        assert!(source.lines().count() <= 400, "{path} has {} lines", source.lines().count());
    }
}
