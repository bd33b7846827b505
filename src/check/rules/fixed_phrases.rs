//! Titles and set phrases that are a slip away from how they must be written.

use std::sync::OnceLock;

use super::Rule;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::marks::may_be_quoted;
use crate::zh::spelling::{Speller, parse};

/// `全面从严治当`, `“两个维修”`, against `phrases.txt`.
pub const RULE: Rule = Rule { code: "fixed-phrases", severity: Severity::Warning, find };

/// The list that comes with the program, where an office keeps none: the one that `new` writes.
fn shipped() -> &'static Speller {
    static LIST: OnceLock<Speller> = OnceLock::new();
    LIST.get_or_init(|| Speller::new(parse(include_str!("../../../starter/content/phrases.txt")).0))
}

fn find(record: &Record<'_>) -> Vec<Finding> {
    let speller = record.site.settings.phrases.as_deref().unwrap_or_else(|| shipped());
    let mut out = Vec::new();
    for (at, p) in record.of_kind(|k| !matches!(k, Kind::Contact(_) | Kind::Label(_))) {
        for miss in speller.find(&p.text) {
            let phrase = &speller.list[miss.phrase];
            let (is, right) = (&p.text[miss.range.clone()], phrase.right.as_str());
            let right = right.trim_matches(['“', '”']);
            let message = Msg::new("found-fixed-phrase").with("is", is).with("right", right);
            // What the list itself calls wrong is meant; a near miss may be another word.
            let sure = phrase.wrong.iter().any(|wrong| wrong.trim_matches(['“', '”']) == is)
                && !may_be_quoted(&p.text, miss.range.start);
            out.push(Finding::at(at, miss.range, message).mend(&p.text, right, sure));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_list_has_no_fault_and_finds_nothing_in_itself() {
        let text = include_str!("../../../starter/content/phrases.txt");
        let (list, faults) = parse(text);
        assert_eq!(faults, []);
        for phrase in &list {
            let right = std::iter::once(&phrase.right).chain(&phrase.also);
            for words in right {
                assert_eq!(shipped().find(&format!("坚持{words}，")), [], "{words}");
            }
        }
    }
}
