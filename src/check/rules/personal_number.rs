//! Numbers that belong to a person. The numbers of the notice's own contact are for the public.

use std::ops::Range;

use super::Rule;
use super::clause::clause;
use super::undone::to_the_stop;
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::RedactionKind;
use crate::model::redaction::NOTE_OPENS;
use crate::zh::identity::{self, Found};
use crate::zh::wordlist::Words;

/// Identity numbers, mobile numbers, bank cards, licence plates.
pub const RULE: Rule = Rule { code: "personal-number", severity: Severity::Error, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let contact = contact(record);
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate().filter(|(_, p)| !matches!(p.kind, Kind::Contact(_))) {
        for Found { kind, range, digits } in identity::find_all(&p.text) {
            if is_own(&contact, &digits) {
                continue;
            }
            if matches!(kind, identity::Kind::Mobile)
                && is_closing(record, p)
                && is_to_be_called(&p.text, range.start)
            {
                out.push(own_mobile(at, range));
                continue;
            }
            let (id, masked) = match kind {
                identity::Kind::Identity => ("found-identity-number", mask(&digits, 6, 4)),
                identity::Kind::LikeIdentity => ("found-like-identity-number", mask(&digits, 6, 4)),
                identity::Kind::Mobile => ("found-mobile-number", mask(&digits, 3, 4)),
                identity::Kind::Card => ("found-bank-card", mask(&digits, 4, 4)),
                identity::Kind::Plate => ("found-licence-plate", mask(&digits, 2, 1)),
            };
            let hint = Msg::new("found-personal-number-hint").with("masked", masked);
            out.push(Finding::at(at, range, Msg::new(id)).hint(hint));
        }
        out.extend(
            in_file_name(record, at, p).filter(|(_, digits)| !is_own(&contact, digits)).map(|(f, _)| f),
        );
    }
    out.extend(record.of_kind(|k| matches!(k, Kind::Contact("phone"))).flat_map(|(at, p)| given_out(at, p)));
    out
}

/// Mobile numbers that the notice gives out as its own: that of an office is for the public, one of a person may not be.
fn given_out(at: usize, p: &Passage<'_>) -> impl Iterator<Item = Finding> {
    let found = identity::find_all(&p.text).into_iter().filter(|f| matches!(f.kind, identity::Kind::Mobile));
    found.map(move |f| own_mobile(at, f.range))
}

fn own_mobile(at: usize, range: Range<usize>) -> Finding {
    Finding::at(at, range, Msg::new("found-own-mobile"))
        .hint(Msg::new("found-own-mobile-hint"))
        .undecided(true)
}

fn is_closing(record: &Record<'_>, p: &Passage<'_>) -> bool {
    let closing = record.notice.closing.as_ref().map(|c| c.path.as_str());
    matches!(p.kind, Kind::Prose(path, _) if Some(path) == closing)
}

/// 可发短信至…（听障人士专用）: a number that readers are asked to write to or to call, beside the other ways to reach the body.
fn is_to_be_called(text: &str, at: usize) -> bool {
    static WAYS: Words = Words::new(&["电话", "热线", "邮箱", "信箱", "地址", "邮件", "写信", "来信"]);
    static CALLS: Words = Words::new(&["短信", "微信", "拨打", "致电", "手机", "值班"]);
    CALLS.are_in(&text[clause(text, at).start..at]) && WAYS.are_in(&text[to_the_stop(text, at)])
}

fn is_own(contact: &[String], digits: &str) -> bool {
    contact.iter().any(|own| own.contains(digits))
}

/// Numbers in the name of the file that proves an entry, each with its digits. Part of a longer name may be some other number of
/// eleven figures, unless the title says that the file holds what is personal.
fn in_file_name<'r>(
    record: &'r Record<'_>,
    at: usize,
    p: &'r Passage<'_>,
) -> impl Iterator<Item = (Finding, String)> + use<'r> {
    let stem = file_of(record, p).map_or("", |name| name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let titled = withholds_person(&p.text);
    let parts = stem.split(['-', '_', '.']).flat_map(|part| {
        let apart = identity::find_all(part).into_iter().map(|found| (found, false));
        apart.chain(touched(part).into_iter().map(|found| (found, true)))
    });
    parts.map(move |(Found { kind, digits, .. }, touched)| {
        let sure = match kind {
            identity::Kind::Identity | identity::Kind::Card => titled || !touched,
            identity::Kind::Mobile => titled || stem.len() == digits.len(),
            _ => stem.len() == digits.len(),
        };
        let message = Msg::new("found-number-in-file").with("masked", mask(&digits, 3, 4));
        let hint = Msg::new("found-number-in-file-hint");
        (Finding::at(at, 0..p.text.len(), message).hint(hint).undecided(!sure), digits)
    })
}

/// Whether a title has a note that what is personal was withheld.
fn withholds_person(title: &str) -> bool {
    let kind = RedactionKind::Personal.chinese();
    title.split(NOTE_OPENS).skip(1).any(|said| said.starts_with(kind))
}

/// The number of a name that a letter touches, as in `scan13800138000`; the X that ends an identity number is no such letter. Names
/// with letters among their figures are sums of a file and the like.
fn touched(part: &str) -> Vec<Found> {
    let figures = |c: char| c.is_ascii_digit();
    let (Some(start), Some(last)) = (part.find(figures), part.rfind(figures)) else { return Vec::new() };
    let run = &part[start..=last];
    let ends_in_x = run.len() == 17 && part[last + 1..].starts_with(['X', 'x']);
    let end = last + 1 + usize::from(ends_in_x);
    let apart = end - start == part.len() || !run.bytes().all(|b| b.is_ascii_digit());
    if apart { Vec::new() } else { identity::find_all(&part[start..end]) }
}

/// The file that a document of an entry is published as.
fn file_of<'r>(record: &'r Record<'_>, p: &Passage<'_>) -> Option<&'r str> {
    let Kind::Evidence(update, n) = p.kind else { return None };
    let measure = record.measure_of(p)?;
    measure.updates.get(update)?.evidence.get(n)?.file.as_deref()
}

/// What the site and the notice give out as their own, in bare digits.
fn contact(record: &Record<'_>) -> Vec<String> {
    let all = [record.site.settings.contact.as_ref(), record.notice.contact.as_ref()].into_iter().flatten();
    let words = all.flat_map(|c| [&c.phone, &c.address, &c.email, &c.hours]).flatten();
    words.map(|w| w.chars().filter(char::is_ascii_alphanumeric).collect()).collect()
}

/// The first and last characters, stars between them.
fn mask(digits: &str, first: usize, last: usize) -> String {
    let len = digits.chars().count();
    let shown = |(at, c): (usize, char)| if at < first || at + last >= len { c } else { '*' };
    digits.chars().enumerate().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_between_letters_as_well() {
        let digits = |part: &str| touched(part).into_iter().map(|f| f.digits).collect::<Vec<_>>();
        assert_eq!(digits("scan13800138000b"), ["13800138000"]);
        assert_eq!(digits("id11010519491231002X"), ["11010519491231002X"]);
        for part in
            ["13800138000", "11010519491231002X", "IMG20251218093015", "x00013800138000", "3f13800138000a1"]
        {
            assert_eq!(digits(part), [""; 0], "{part}");
        }
    }
}
