//! The colours of the theme `civic`, from its own tokens: every text stands off from every ground that it may stand on by the
//! measure of WCAG 2.2 (1.4.3: 4.5 to 1), and every bar by 3 to 1 (1.4.11), in light and in dark.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

const CSS: &str = include_str!("../themes/civic/assets/civic.css");

type Rgb = [f64; 3];

/// The colours of one scheme by name.
fn tokens(block: &str) -> BTreeMap<&str, Rgb> {
    let declared =
        block.split([';', '{', '}']).filter_map(|d| d.trim().strip_prefix("--")?.split_once(": #"));
    declared.map(|(name, hex)| (name, rgb(hex))).collect()
}

fn rgb(hex: &str) -> Rgb {
    let wide: String =
        if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&wide[at..at + 2], 16).unwrap()) / 255.0)
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: Rgb) -> f64 {
    let linear = colour.map(|c| if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A share of a colour over a ground, as `color-mix` with `transparent` gives it.
fn over(ground: Rgb, colour: Rgb, share: f64) -> Rgb {
    [0, 1, 2].map(|i| ground[i] * (1.0 - share) + colour[i] * share)
}

fn schemes() -> [(&'static str, BTreeMap<&'static str, Rgb>); 2] {
    let (light, dark) = CSS.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let end = dark.find("\n}").unwrap();
    [("light", tokens(light)), ("dark", tokens(&dark[..end]))]
}

/// Names of texts, and of bars.
const TEXTS: [&str; 11] =
    ["ink", "soft", "red", "link", "done", "ongoing", "basic", "moving", "blocked", "idle", "none"];
const BARS: [&str; 7] = ["done", "ongoing", "basic", "moving", "blocked", "idle", "none"];

#[test]
fn every_text_stands_off_from_every_ground() {
    for (scheme, c) in schemes() {
        let mut grounds = vec![("paper", c["paper"]), ("ground", c["ground"])];
        grounds.extend([
            ("target on paper", over(c["paper"], c["red"], 0.09)),
            ("target", over(c["ground"], c["red"], 0.09)),
            // The shade at the edge of what scrolls, where it is darkest.
            ("shade", c["shade"]),
        ]);
        for (ground, behind) in grounds {
            let texts = TEXTS.iter().filter(|name| {
                ["paper", "ground"].contains(&ground) || ["ink", "soft", "link"].contains(name)
            });
            for name in texts {
                let ratio = contrast(c[name], behind);
                assert!(ratio >= 4.5, "{scheme}: {name} on {ground} is {ratio:.2} to 1");
            }
        }
        let draft = contrast(c["paper"], c["red"]);
        assert!(draft >= 4.5, "{scheme}: the mark of a draft is {draft:.2} to 1");
    }
    let hit = contrast(rgb("1a1a1a"), rgb("fff0a8"));
    assert!(
        CSS.contains("mark { background: #fff0a8; color: #1a1a1a;") && hit >= 4.5,
        "a hit of the search is {hit:.2} to 1"
    );
}

#[test]
fn every_bar_stands_off_from_every_ground() {
    for (scheme, c) in schemes() {
        for name in BARS {
            for ground in ["paper", "ground"] {
                let ratio = contrast(c[name], c[ground]);
                assert!(ratio >= 3.0, "{scheme}: {name} on {ground} is {ratio:.2} to 1");
            }
        }
    }
}

#[test]
fn colours_are_named_in_one_place_alone() {
    let after = CSS.split_once("* { box-sizing").unwrap().1;
    let free: Vec<&str> =
        after.lines().filter(|line| line.contains(": #") || line.contains("rgb(")).collect();
    assert!(free.iter().all(|line| line.contains("mark { ") || line.contains(":root {")), "{free:#?}");
}

#[test]
fn the_measure_is_that_of_the_guidelines() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast(rgb("777"), rgb("fff")) - 4.48).abs() < 0.01);
}
