//! Measures of which nobody can say whose they are.

use std::ops::Range;

use super::{Rule, habit};
use crate::check::read::doer::{self, Beginning, is_somebody};
use crate::check::read::listed::items;
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::Unit;

/// A measure with no `unit` whose text begins with what was done and not with who did it.
pub const RULE: Rule = Rule { code: "measure-no-subject", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let names = names(record);
    // Where one body does it all, what happened to a thing was its doing.
    let several = record.site.units.len() > 1;
    let idle = |p: &Passage<'_>| has_no_subject(p, 0, &names) || several && names_nobody(p, &names);
    let measures = record.of_kind(|k| matches!(k, Kind::Measure));
    let (answered, open): (Vec<_>, Vec<_>) = measures.partition(|(_, p)| has_unit(record, p));
    let found = open.iter().copied().filter(|(_, p)| !doer::is_assigned(&p.text) && idle(p));
    // What somebody let stand has been looked at, and is no part of a habit.
    let (waived, found): (Vec<_>, Vec<_>) = found.partition(|(_, p)| is_waived(record, p));
    let led = open.iter().filter(|(_, p)| begins_with_somebody(p, 0, &names)).count();
    let of = habit::Of { open: open.len(), led, answered: answered.len() };
    let habit = habit::note(record, &found, of);
    let each = if habit.is_some() { waived } else { [waived, found].concat() };
    each.into_iter().map(|(at, p)| one(record, at, p)).chain(habit).collect()
}

fn one(record: &Record<'_>, at: usize, p: &Passage<'_>) -> Finding {
    let first = p.text.find(['。', '，', ',', '；', '\n']).unwrap_or(p.text.len());
    let found = Finding::at(at, 0..first, Msg::new("found-no-subject"));
    // Of the one paragraph of an issue, with 一是, 二是 and so on, each may be another's.
    let alone = record.issue_of(p).is_some_and(|i| i.measures.len() == 1);
    found.hint(Msg::new("found-no-subject-hint")).undecided(alone && items(&p.text) > 1)
}

fn is_waived(record: &Record<'_>, p: &Passage<'_>) -> bool {
    let (issue, measure) = (record.issue_of(p), record.measure_of(p));
    let own = issue.into_iter().flat_map(|i| &i.allow).chain(measure.into_iter().flat_map(|m| &m.allow));
    own.into_iter().any(|w| w.rule == RULE.code)
}

fn has_unit(record: &Record<'_>, p: &Passage<'_>) -> bool {
    record.measure_of(p).is_some_and(|m| m.unit.is_some())
}

/// Names under which a body may stand in the text.
fn names<'a>(record: &Record<'a>) -> Vec<&'a str> {
    let units = record.site.units.iter().flat_map(Unit::names);
    let issuer = record.notice.issuer.as_str();
    units.chain([issuer, issuer.trim_start_matches("中共")]).filter(|n| !n.is_empty()).collect()
}

/// Whether the sentence at a place begins with what was done, or is a heading and the next one does.
fn has_no_subject(p: &Passage<'_>, from: usize, names: &[&str]) -> bool {
    let first = from..from + first_sentence(&p.text[from..]);
    let mut clauses = clauses(p, first.clone(), PARTS).skip_while(|c| c.is_empty() || doer::is_time(c));
    let opening = clauses.next().unwrap_or_default();
    let names_one = |clause: &str| names.iter().any(|n| clause.starts_with(n)) || is_somebody(clause);
    if doer::is_told(&p.text[first.clone()]) || names_one(opening) {
        return false;
    }
    if doer::is_office(opening) && clauses.next().is_some_and(names_one) {
        return false;
    }
    let heading = behind_heading(&p.text, first.clone());
    match (doer::beginning(opening), heading) {
        (Beginning::Act | Beginning::Circumstance, Some(next)) => has_no_subject(p, next, names),
        (Beginning::Act, None) => {
            !is_led_in(&p.text[first.clone()], names_one) && !has_subject_behind(p, first, names)
        }
        (Beginning::Circumstance, None) => !is_named(opening, names) && !clauses.any(names_one),
        (Beginning::Unsure, _) => names_nobody(p, names),
        (Beginning::Thing, _) => false,
    }
}

/// Whether the sentence at a place, or the next behind a heading, begins with who acts.
fn begins_with_somebody(p: &Passage<'_>, from: usize, names: &[&str]) -> bool {
    let first = from..from + first_sentence(&p.text[from..]);
    let names_one = |clause: &str| names.iter().any(|n| clause.starts_with(n)) || is_somebody(clause);
    let mut clauses = clauses(p, first.clone(), PARTS).skip_while(|c| c.is_empty() || doer::is_time(c));
    clauses.next().is_some_and(|opening| names_one(opening) || doer::is_office(opening))
        || behind_heading(&p.text, first).is_some_and(|next| begins_with_somebody(p, next, names))
}

/// Where the next sentence begins, if the one before is a heading: 推行“一周一巡”。河道股按周通报 says in a few words what the measure is.
fn behind_heading(text: &str, sentence: Range<usize>) -> Option<usize> {
    let plain = |c: char| !matches!(c, '，' | ',' | '：' | ':') && !c.is_ascii_digit();
    let words = &text[sentence.clone()];
    let heading =
        text[sentence.end..].starts_with('。') && words.chars().all(plain) && words.chars().count() <= 20;
    let next = sentence.end + '。'.len_utf8();
    (heading && !text[next..].trim().is_empty()).then_some(next)
}

/// 摸清底数：渠道股逐条丈量: a heading before a colon, and who acts behind it.
fn is_led_in(sentence: &str, names_one: impl Fn(&str) -> bool) -> bool {
    sentence.split_once(['：', ':']).is_some_and(|(heading, rest)| {
        heading.chars().count() <= 12 && !heading.contains(['，', ',', '、']) && names_one(rest)
    })
}

/// Whether a text names a body of the site as more than a word of a title, 《水利局学习计划》, or the one to whom a thing goes: 移交县税务局.
fn is_named(text: &str, names: &[&str]) -> bool {
    const TO: [&str; 9] = ["向", "给", "移交", "上交", "上缴", "报送", "抄送", "送交", "交回"];
    let acts = |at: usize| {
        let before = &text[..at];
        let titled = before.rfind('《').is_some_and(|open| !before[open..].contains('》'));
        !titled && !TO.iter().any(|w| before.ends_with(w))
    };
    names.iter().any(|n| text.match_indices(n).any(|(at, _)| acts(at)))
}

/// Whether a clause behind the first begins with who acts: 会同县林业局，生态科解决占地问题6个; or the first with a row of such. In a
/// row behind 会同 stand those who helped, so only a comma begins another clause.
fn has_subject_behind(p: &Passage<'_>, first: Range<usize>, names: &[&str]) -> bool {
    let own = |clause: &str| {
        let rest = names.iter().filter_map(|n| clause.strip_prefix(n)).min_by_key(|rest| rest.len());
        rest.is_some_and(doer::is_work) || doer::is_subject(clause)
    };
    let mut clauses = clauses(p, first, &['，', ',']).skip_while(|c| c.is_empty() || doer::is_time(c));
    clauses.next().is_some_and(doer::ends_a_row) || clauses.any(own)
}

/// Whether the whole text has nobody in it who could have done it. Several of a sort (4所小学) are those whom it concerned where
/// they stand behind the first sentence.
fn names_nobody(p: &Passage<'_>, names: &[&str]) -> bool {
    let known = is_named(&p.text, names);
    // Behind a heading the next sentence is the first.
    let from = behind_heading(&p.text, 0..first_sentence(&p.text)).unwrap_or_default();
    let first = from + first_sentence(&p.text[from..]);
    let several = |clause: &str| clause.starts_with(|c: char| c.is_ascii_digit()) && !clause.contains('由');
    let later = |clause: &str| !several(clause) && is_somebody(clause);
    let named =
        || clauses(p, 0..first, PARTS).any(is_somebody) || clauses(p, first..p.text.len(), PARTS).any(later);
    !known && !doer::is_led_by_label(&p.text) && !doer::is_told(&p.text[from..first]) && !named()
}

/// Where the first sentence ends.
fn first_sentence(text: &str) -> usize {
    text.find(['。', '；', '\n']).unwrap_or(text.len())
}

/// What parts clauses, and the members of a row.
const PARTS: &[char] = &['，', ',', '、', '。', '；', ';', '：', ':', '\n'];

/// The clauses of a stretch of a text, each without the day that it begins with; one that is nothing but a day is empty.
fn clauses<'p>(
    p: &'p Passage<'_>,
    stretch: Range<usize>,
    marks: &'static [char],
) -> impl Iterator<Item = &'p str> {
    let text: &str = &p.text;
    let mut at = stretch.start;
    text[stretch].split(marks).map(move |clause| {
        let start = at;
        at += clause.len() + text[at + clause.len()..].chars().next().map_or(0, char::len_utf8);
        let dated =
            p.dates().iter().rev().find(|m| start <= m.range.start && m.range.end <= start + clause.len());
        let day = dated.filter(|m| {
            let lead = text[start..m.range.start].trim();
            lead.chars().all(|c| c.is_ascii_digit() || "于在自从年月日到至、和及—～-~".contains(c))
        });
        let Some(day) = day else { return clause.trim_start_matches(['）', ')', ' ']) };
        // 3月4日的职工大会: the day belongs to the meeting.
        text[day.range.end..start + clause.len()]
            .trim_start_matches(['底', '初', '起', '前', '后', '的', '）', ')', ' '])
    })
}
