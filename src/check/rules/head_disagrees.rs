//! Fields of a notice that say otherwise than its text.

use chrono::NaiveDate;

use super::Rule;
use super::clause::{days, last_chars, sentence};
use crate::check::read::page::Other;
use crate::check::read::{self, contact};
use crate::check::{At, Beside, Finding, Kind, Passage, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::{Page, Site};
use crate::zh::date::{is_as_of, joins, long};
use crate::zh::feedback::is_given;
use crate::zh::marks::is_quoted;
use crate::zh::party::{body, signed};

/// The issuer in the title, the days of the inspection and of the feedback, the contact, the day of the signature.
pub const RULE: Rule = Rule { code: "head-disagrees", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out: Vec<Finding> = title(record).into_iter().collect();
    out.extend(inspection(record));
    out.extend(contacts(record));
    out.extend(inspectors(record));
    out.extend(order(record));
    out
}

/// What the pages of the site give otherwise than `site.yaml` does.
pub fn of_site(site: &Site) -> Vec<Beside> {
    let on_page = |(at, page): (usize, &Page)| {
        let others = read::page::differs(page, &site.settings).into_iter();
        let found = others.map(|Other { range, field, open }| {
            let words = page.body.text.get(range.clone()).unwrap_or_default();
            let message = Msg::new("found-page-disagrees").with("text", words).with("field", field);
            let hint = Msg::new(if open { "found-page-disagrees-open" } else { "found-disagrees-hint" });
            Beside::new(At::Page(at, range), message, hint).undecided(open)
        });
        found.collect::<Vec<_>>()
    };
    site.pages.iter().enumerate().flat_map(on_page).collect()
}

/// The body that a title names is the one that signs, or a part or the whole of it.
fn title(record: &Record<'_>) -> Option<Finding> {
    let (at, p) = record.of_kind(|k| matches!(k, Kind::Title)).next()?;
    let named = p.text.split("关于").next()?;
    let issuer = record.notice.issuer.as_str();
    let bare = |text: &str| {
        let own = text.trim_start_matches("中共").trim_end_matches("党组").trim_end_matches("委员会");
        COMPANY.iter().fold(own.to_owned(), |name, form| name.replace(form, ""))
    };
    let (a, b) = (bare(named.trim()), bare(issuer));
    let same_body = match (body(named.trim()), body(issuer)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    // 某某街道工作委员 lost its 会, and would be a part of the title's body.
    let cut = a.ends_with("委员") || b.ends_with("委员");
    // A title of several bodies, 某某镇党委及所辖村党组织, or a body that signs above the last.
    let several = named.contains(['及', '、']);
    let is_named = |line: &str| {
        line == named.trim() || line.starts_with("中共") && named.trim().ends_with(usual(line).as_str())
    };
    let signs = |p: &Passage<'_>| p.text.lines().any(|line| is_named(line.trim()));
    let signs_too = || record.of_kind(|k| matches!(k, Kind::Prose(..))).any(|(_, p)| signs(p));
    let alike = named.is_empty()
        || several
        || signs_too()
        || named.len() == p.text.len()
        || !cut && usual(named.trim()) == usual(issuer)
        || same_body && !cut && (a.contains(&b) || b.contains(&a));
    (!alike).then(|| {
        let message = Msg::new("found-title-issuer").with("named", named).with("issuer", issuer);
        let found = Finding::at(at, 0..named.len(), message).hint(Msg::new("found-disagrees-hint"));
        match record.of_kind(|k| matches!(k, Kind::Issuer)).next() {
            Some((other, p)) => {
                found.related(Spot::Text(other, 0..p.text.len()), Msg::new("found-issuer-here"))
            }
            None => found,
        }
    })
}

/// A Party body by its usual name: 第二中学党总支 for 中共第二中学总支部委员会.
fn usual(name: &str) -> String {
    let name = COMPANY.iter().fold(name.to_owned(), |name, form| name.replace(form, ""));
    let Some(own) = name.strip_prefix("中共") else { return name };
    signed(own).map_or_else(|| own.to_owned(), |(office, form)| format!("{office}{form}"))
}

/// The form of a company, which its usual name leaves out: 锚湾港口集团 for 锚湾港口集团有限公司.
const COMPANY: [&str; 3] = ["有限责任公司", "股份有限公司", "有限公司"];

/// The opening tells when the inspection was and when its findings were given.
fn inspection(record: &Record<'_>) -> Vec<Finding> {
    let Some(inspection) = &record.notice.inspection else { return Vec::new() };
    let Some(path) = record.notice.opening.as_ref().map(|p| p.path.as_str()) else { return Vec::new() };
    let mut out = Vec::new();
    for (at, p) in record.of_kind(|k| matches!(k, Kind::Prose(..))) {
        if !matches!(p.kind, Kind::Prose(own, _) if own == path) {
            continue;
        }
        let range = p.dates().windows(2).find(|w| {
            let between = p.text.get(w[0].range.end..w[1].range.start).unwrap_or_default();
            joins(between) && INSPECTIONS.iter().any(|word| near(p, w[1].range.end, word))
        });
        if let Some(pair) = range {
            for (m, field) in pair.iter().zip([inspection.from, inspection.to]) {
                out.extend(differs(record, at, p, m, field));
            }
        }
        let told = p.dates().iter().rev().find(|m| {
            let rest = &p.text[m.range.end..sentence(&p.text, m.range.end).end];
            !is_as_of(&p.text[..m.range.start])
                && tells_of_feedback(&p.text, m.range.end, rest)
                && range.is_none_or(|pair| !pair.contains(m))
        });
        out.extend(told.and_then(|m| differs(record, at, p, m, inspection.feedback)));
    }
    out
}

/// Whether the words behind a day, up to the end of its sentence, say that the findings were given.
fn tells_of_feedback(text: &str, from: usize, rest: &str) -> bool {
    let words = rest.match_indices("反馈");
    words
        .into_iter()
        .any(|(at, w)| !is_quoted(text, from + at) && is_given(&rest[..at], &rest[at + w.len()..]))
}

/// What an inspection is called: by a county or a city, and by a province or the centre.
const INSPECTIONS: [&str; 2] = ["巡察", "巡视"];

fn near(p: &Passage<'_>, end: usize, word: &str) -> bool {
    p.text[end..sentence(&p.text, end).end].contains(word)
}

fn differs(
    record: &Record<'_>,
    at: usize,
    p: &Passage<'_>,
    m: &crate::zh::mention::Mention,
    field: Option<NaiveDate>,
) -> Option<Finding> {
    let field = field?;
    let (first, last) = days(record, p, m)?;
    let same = (first..=last).contains(&field);
    (!same && m.day.is_some()).then(|| {
        let words = &p.text[m.range.clone()];
        let message = Msg::new("found-date-disagrees").with("text", words).with("field", long(field));
        Finding::at(at, m.range.clone(), message).hint(Msg::new("found-disagrees-hint"))
    })
}

/// A telephone, mail or postal address, or postcode that the text gives is the one of the field.
fn contacts(record: &Record<'_>) -> Vec<Finding> {
    let Some(fields) = &record.notice.contact else { return Vec::new() };
    let closing = record.notice.closing.as_ref().map(|p| p.path.as_str());
    let prose = record.of_kind(|k| matches!(k, Kind::Prose(..)));
    let own = prose.filter(|(_, p)| matches!(p.kind, Kind::Prose(path, _) if Some(path) == closing));
    let mut out = Vec::new();
    for (at, p) in own {
        for (range, field) in contact::differs(&p.text, fields) {
            let words = &p.text[range.clone()];
            let message = Msg::new("found-contact-disagrees").with("text", words).with("field", field);
            out.push(Finding::at(at, range, message).hint(Msg::new("found-disagrees-hint")));
        }
    }
    out
}

/// The inspectors have one name throughout: 县委巡察三组 is not also 县委第三巡察组.
fn inspectors(record: &Record<'_>) -> Vec<Finding> {
    let Some((field, own)) = record.of_kind(|k| matches!(k, Kind::Inspector)).next() else {
        return Vec::new();
    };
    let word = INSPECTIONS.into_iter().find(|word| own.text.contains(word)).unwrap_or(INSPECTIONS[0]);
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed()) {
        for range in teams(&p.text, word).into_iter().filter(|r| {
            let named = &p.text[r.clone()];
            !own.text.ends_with(named) && !named.ends_with(&*own.text) && !is_earlier(&p.text, r.start)
        }) {
            let message =
                Msg::new("found-inspector").with("text", &p.text[range.clone()]).with("field", &*own.text);
            let found = Finding::at(at, range, message).hint(Msg::new("found-disagrees-hint"));
            out.push(found.related(Spot::Text(field, 0..own.text.len()), Msg::new("found-field-here")));
        }
    }
    out
}

/// 2019年县委第一巡察组, 上轮县委第二巡察组: that of another inspection.
fn is_earlier(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(['的', '由', '，']);
    let year = before.strip_suffix('年').is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit()));
    year || ["上轮", "上一轮", "上届", "此前", "曾"].iter().any(|w| before.ends_with(w))
}

/// Names of inspection teams that say which team it is: from 县委, 市委 or 省委 to 组, with a number between.
fn teams(text: &str, inspection: &str) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    for (at, _) in text.match_indices(inspection) {
        let near = last_chars(&text[..at], 5);
        let Some(from) =
            ["县委", "市委", "省委", "区委", "州委", "旗委"].iter().filter_map(|w| near.rfind(w)).max()
        else {
            continue;
        };
        let start = at - near.len() + from;
        let rest = &text[at..];
        let Some(len) = rest.find('组').filter(|n| rest[..*n].chars().count() <= 4) else { continue };
        let end = at + len + '组'.len_utf8();
        let name = &text[start..end];
        let number = name.contains(|c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit());
        if number && !name.contains('轮') && !text[end..].starts_with('织') {
            out.push(start..end);
        }
    }
    out
}

/// The days of the inspection follow each other, and the signature comes last.
fn order(record: &Record<'_>) -> Option<Finding> {
    let notice = record.notice;
    let i = notice.inspection.as_ref()?;
    let days = [i.from, i.to, i.feedback, Some(notice.date)];
    let known: Vec<NaiveDate> = days.into_iter().flatten().collect();
    let (a, b) = known.windows(2).find(|w| w[0] > w[1]).map(|w| (w[0], w[1]))?;
    let message = Msg::new("found-days-out-of-order").with("first", long(a)).with("then", long(b));
    Some(Finding::new(Spot::Notice, message).hint(Msg::new("found-disagrees-hint")))
}
