//! Numbers of record on a page: 闽ICP备12345678号-1 and 闽公网安备12345678901234号, told by their form.

use std::ops::Range;

use super::page::{Stated, Whose};

/// Every number of record of a text; nobody shows that of another site.
pub fn all(text: &str) -> Vec<Stated> {
    let icp = ["ICP备", "ICP证", "备案号："].into_iter().flat_map(|word| text.match_indices(word));
    let icp = icp.filter_map(|(at, word)| Some(("icp", icp_number(text, at, word)?)));
    let police = text.match_indices("公网安备");
    let police = police.filter_map(|(at, word)| Some(("police_record", number(text, at, at + word.len())?)));
    let all = icp.chain(police);
    all.map(|(field, range)| Stated { field, label: range.start, range, whose: Whose::Site }).collect()
}

/// A record as it begins with the sign of a province before a word, or behind 备案号： where ICP was left out.
fn icp_number(text: &str, at: usize, word: &str) -> Option<Range<usize>> {
    let after = at + word.len();
    if word.starts_with("ICP") {
        return number(text, at, after);
    }
    let rest = &text[after..];
    let sign = rest.chars().next()?.len_utf8();
    rest.get(sign..)?.starts_with('备').then(|| number(text, after + sign, after + sign + '备'.len_utf8()))?
}

/// From the sign of a province before `at` to 号 and the number of the site behind the figures that begin at `from`.
fn number(text: &str, at: usize, from: usize) -> Option<Range<usize>> {
    let figures = text[from..].trim_start_matches(' ');
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let len = digits(figures);
    if len < 5 {
        return None;
    }
    let mut end = text.len() - figures.len() + len;
    if let Some(rest) = text[end..].strip_prefix('号') {
        let site = rest.strip_prefix('-').map_or(0, digits);
        end += '号'.len_utf8() + if site > 0 { site + 1 } else { 0 };
    }
    let sign = text[..at].chars().next_back().filter(|c| is_ideograph(*c)).map_or(0, char::len_utf8);
    Some(at - sign..end)
}

fn is_ideograph(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
