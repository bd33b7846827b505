//! What `verify` found, for a person.

use super::Report;
use crate::audit::manifest::{Fault, Kind};
use crate::audit::proof::{Count, Difference, Proof};
use crate::audit::site_code::Wrong;
use crate::cli::out::Out;
use crate::lang::Msg;

/// How many paragraphs, and how many sentences of each kind, a person is shown.
const SHOWN: usize = 5;
/// How many characters of a paragraph are shown before and after the first that differs.
const AROUND: (usize, usize) = (12, 48);

/// Prints the faults, the sum, the digest to keep, and how the notice stands.
pub fn print(report: &Report, out: &Out) {
    report.faults.iter().for_each(|f| out.say(&fault(f)));
    out.say(&sum(report));
    report.codes.iter().take(SHOWN).for_each(|w| out.say(&code(w)));
    more(report.codes.len(), out);
    out.say(&Msg::new("verify-digest").with("digest", &report.digest));
    if let Some(kept) = &report.expected {
        out.say(&Msg::new("verify-unexpected").with("kept", kept));
    }
    if let Some((slug, proof)) = &report.notice {
        notice(slug, proof, out);
    }
}

fn fault(f: &Fault) -> Msg {
    let message = match f.kind {
        Kind::Size(listed, here) => {
            Msg::new("verify-size").with("listed", listed.to_string()).with("here", here.to_string())
        }
        Kind::Bytes => Msg::new("verify-bytes"),
        Kind::NotFile => Msg::new("verify-not-file"),
        Kind::Missing => Msg::new("verify-missing"),
        Kind::Extra => Msg::new("verify-extra"),
    };
    // A stranger's file name may hold what would move the cursor.
    message.with("path", f.path.replace(char::is_control, "\u{fffd}"))
}

fn code(wrong: &Wrong) -> Msg {
    let message = match &wrong.head {
        Some(head) => Msg::new("verify-code-other").with("head", head.replace(char::is_control, "\u{fffd}")),
        None => Msg::new("verify-code-none"),
    };
    let path = wrong.path.replace(char::is_control, "\u{fffd}");
    message.with("path", path).with("expected", &wrong.expected)
}

fn sum(report: &Report) -> Msg {
    if report.faults.is_empty() {
        return Msg::new("verify-well").count("files", report.files);
    }
    let of = |kind| report.faults.iter().filter(|f| f.kind == kind).count();
    let (missing, extra) = (of(Kind::Missing), of(Kind::Extra));
    Msg::new("verify-faults")
        .count("files", report.files)
        .count("differ", report.faults.len() - missing - extra)
        .count("missing", missing)
        .count("extra", extra)
}

fn notice(slug: &str, proof: &Proof, out: &Out) {
    if proof.holds() {
        let message = Msg::new("verify-same").with("slug", slug);
        return out.say(&message.count("paragraphs", proof.paragraphs).count("sentences", proof.sentences));
    }
    out.say(&Msg::new("verify-unlike").with("slug", slug).count("n", proof.differences.len()));
    proof.differences.iter().take(SHOWN).for_each(|d| difference(d, out));
    more(proof.differences.len(), out);
    if proof.counts.is_empty() {
        out.say(&Msg::new("verify-moved"));
    }
    list("verify-lost", proof, &|c| c.on_page < c.in_text, out);
    list("verify-doubled", proof, &|c| c.in_text > 0 && c.on_page > c.in_text, out);
    list("verify-added", proof, &|c| c.in_text == 0, out);
}

fn difference(d: &Difference, out: &Out) {
    let (text, page) = excerpts(d.text.as_deref(), d.page.as_deref());
    let words = |w: Option<String>| w.unwrap_or_else(|| out.word("verify-nothing"));
    out.say(&Msg::new("verify-unlike-line").count("line", d.line));
    out.say(&Msg::new("verify-unlike-text").with("words", words(text)));
    out.say(&Msg::new("verify-unlike-page").with("words", words(page)));
}

/// Sentences of one kind under their heading, with the times where they are not one and none.
fn list(heading: &'static str, proof: &Proof, of: &dyn Fn(&Count) -> bool, out: &Out) {
    let counts: Vec<&Count> = proof.counts.iter().filter(|c| of(c)).collect();
    if counts.is_empty() {
        return;
    }
    out.say(&Msg::new(heading));
    for c in counts.iter().take(SHOWN) {
        let id = if c.in_text + c.on_page == 1 { "verify-sentence" } else { "verify-times" };
        out.say(
            &Msg::new(id).with("sentence", &c.sentence).count("text", c.in_text).count("page", c.on_page),
        );
    }
    more(counts.len(), out);
}

fn more(all: usize, out: &Out) {
    if all > SHOWN {
        out.say(&Msg::new("verify-more").count("n", all - SHOWN));
    }
}

/// Both paragraphs around the first character that differs; whole where there is only one, as far as there is room.
fn excerpts(text: Option<&str>, page: Option<&str>) -> (Option<String>, Option<String>) {
    let same = text.unwrap_or_default().chars().zip(page.unwrap_or_default().chars());
    let same = same.take_while(|(a, b)| a == b).count();
    let from = if same > AROUND.0 * 2 { same - AROUND.0 } else { 0 };
    let cut = |words: &str| excerpt(words, from, same + AROUND.1);
    (text.map(cut), page.map(cut))
}

fn excerpt(words: &str, from: usize, to: usize) -> String {
    let all = words.chars().count();
    let part: String = words.chars().skip(from).take(to - from).collect();
    let mark = |cut: bool| if cut { "……" } else { "" };
    format!("{}{part}{}", mark(from > 0), mark(all > to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_paragraph_is_shown_where_it_differs() {
        let (long, other) = ("甲".repeat(100) + "乙", "甲".repeat(100) + "丙" + &"丁".repeat(60));
        let (text, page) = excerpts(Some(&long), Some(&other));
        assert_eq!(text.as_deref(), Some(&*format!("……{}乙", "甲".repeat(12))));
        assert_eq!(page.as_deref(), Some(&*format!("……{}丙{}……", "甲".repeat(12), "丁".repeat(47))));
        assert_eq!(excerpts(Some("甲乙"), None), (Some("甲乙".into()), None));
    }
}
