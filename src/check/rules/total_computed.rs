//! How many issues and measures the prose says there are, and how many the record has.

use std::ops::Range;

use super::Rule;
use crate::check::read::listed::items;
use crate::check::{Finding, Kind, Record, Spot};
use crate::diag::Severity;
use crate::history::issue_status;
use crate::lang::Msg;
use crate::model::{Measure, Node, Notice, Status};
use crate::zh::quantity::{ONE, Quantity, find_all};
use crate::zh::sentence::{clause, is_pause, sentences};

/// `指出42个具体问题` above 43 issues; `已完成40个` where the record has 41.
pub const RULE: Rule = Rule { code: "total-computed", severity: Severity::Warning, find };

/// Words of sentences that speak of all issues of this inspection.
const ALL: [&str; 12] =
    ["反馈", "指出", "共", "全部", "认领", "逐条", "逐项", "提出", "对照", "涉及", "以上", "上述"];
/// Words of sentences that speak of other ones.
const OTHERS: [&str; 10] =
    ["上轮", "上一轮", "以往", "往年", "去年", "历次", "前期", "回头看", "自查", "现场"];

/// What these notices count. The nearest in front of `已完成45条` says what is finished.
const NOUNS: [&str; 9] = ["问题", "措施", "举措", "任务", "事项", "制度", "线索", "建议", "项目"];
/// What may stand between a verb and the noun that it counts: 提出应当整改的问题共14个.
const BETWEEN: [&str; 13] =
    ["的", "具体", "巡察", "巡视", "整改", "应当", "需要", "需", "应", "须", "必须", "各类", "方面"];

fn find(record: &Record<'_>) -> Vec<Finding> {
    let issues = record.notice.issues.len();
    let measures = Measures::of(record);
    let finished = finished(record);
    let sections = sections(record.notice);
    let mut out = Vec::new();
    for (at, p) in record.of_kind(|k| matches!(k, Kind::Prose(..))).filter(|_| issues > 0) {
        let all = find_all(&p.text);
        for s in sentences(&p.text) {
            let words = &p.text[s.clone()];
            let of_all = ALL.iter().any(|w| words.contains(w)) || words.contains("整改措施");
            if OTHERS.iter().any(|w| words.contains(w)) || !of_all || is_shared_out(words) {
                continue;
            }
            out.extend(
                aspects(&p.text, &s, &all, sections)
                    .and_then(|(q, n)| unlike(at, q, n, "found-total-aspects")),
            );
            let own = all.iter().filter(|q| s.start <= q.range.start && q.range.end <= s.end && !q.about);
            for q in own.filter(|q| !is_of_the_rest(&p.text, q)) {
                match of(&p.text, q) {
                    Some(Of::Issues) if is_some_of(&p.text, q, &all, issues) => {}
                    Some(Of::Issues)
                        if takes_up(&p.text, q) && (amid(record, at) || is_repeated(q, &all)) => {}
                    Some(Of::Issues) => out.extend(unlike(at, q, issues, "found-total-issues")),
                    Some(Of::Measures) => out.extend(measures.unlike(at, q)),
                    Some(Of::Finished) if is_of_issues(&p.text, q, &all) => {
                        let done = finished.map(|n| unlike(at, q, n, "found-total-finished"));
                        out.extend(done.flatten());
                    }
                    _ => {}
                }
            }
        }
    }
    out
}

/// `2个方面9个问题`: the number of aspects, where the headings above the issues are such and are not as many.
fn aspects<'q, 't>(
    text: &str,
    s: &Range<usize>,
    all: &'q [Quantity<'t>],
    sections: Option<usize>,
) -> Option<(&'q Quantity<'t>, usize)> {
    let sections = sections?;
    let of_issues = |w: &&[Quantity<'t>]| {
        let [q, issues] = w else { return false };
        let between = text[q.range.end..issues.range.start].trim_end_matches(['、', '，', '的', '共']);
        q.unit == "个" && !q.about && between == "方面" && matches!(of(text, issues), Some(Of::Issues))
    };
    let here = |w: &&[Quantity<'t>]| s.start <= w[0].range.start && w[0].range.end <= s.end;
    all.windows(2).filter(here).find(of_issues).map(|w| (&w[0], sections))
}

/// How many headings `……方面` there are, where every issue stands under one.
fn sections(notice: &Notice) -> Option<usize> {
    fn holds(node: &Node, notice: &Notice) -> usize {
        let own = notice.issues.iter().filter(|i| i.under == node.id).count();
        own + node.children.iter().map(|child| holds(child, notice)).sum::<usize>()
    }
    fn collect<'n>(nodes: &'n [Node], out: &mut Vec<&'n Node>) {
        for node in nodes {
            if node.short_heading().ends_with("方面") {
                out.push(node);
            } else {
                collect(&node.children, out);
            }
        }
    }
    let mut all = Vec::new();
    collect(&notice.outline, &mut all);
    let counts: Vec<usize> = all.into_iter().map(|node| holds(node, notice)).filter(|n| *n > 0).collect();
    (counts.iter().sum::<usize>() == notice.issues.len()).then_some(counts.len())
}

/// How many measures there are: by the list, and by what their text holds: paragraphs, or 一是, 二是.
struct Measures {
    listed: usize,
    within: usize,
    /// Whether most hold several.
    most: bool,
    /// How many sentences and parts between semicolons they have, where every issue has one.
    parts: usize,
    /// How many there are where those count for several that stand alone under their issues.
    alone: usize,
}

impl Measures {
    fn of(record: &Record<'_>) -> Self {
        let more = |m: &Measure| items(&m.text).max(paragraphs(&m.text)).max(1) - 1;
        let issues = &record.notice.issues;
        let counts: Vec<usize> = issues.iter().flat_map(|i| &i.measures).map(more).collect();
        let listed = counts.len();
        let most = 2 * counts.iter().filter(|n| **n > 0).count() > listed;
        let single = issues.iter().filter(|i| i.measures.len() == 1).flat_map(|i| &i.measures).map(more);
        let within = listed + counts.iter().sum::<usize>();
        let parts = |m: &Measure| m.text.split(['。', '；', '\n']).filter(|w| !w.trim().is_empty()).count();
        let one_each = issues.iter().all(|i| i.measures.len() == 1);
        let parts = if one_each { issues.iter().flat_map(|i| &i.measures).map(parts).sum() } else { 0 };
        Self { listed, within, most, parts, alone: listed + single.sum::<usize>() }
    }

    /// A number that is none of these. Where most measures hold several, the writer may have counted in yet another way: a note.
    fn unlike(&self, at: usize, q: &Quantity<'_>) -> Option<Finding> {
        let Self { listed, within, alone, .. } = *self;
        let said = whole(q).filter(|said| ![listed, within, alone].contains(said))?;
        // The one paragraph of each issue may hold as many as it has sentences.
        if !(self.most || (listed..=self.parts).contains(&said)) {
            return unlike(at, q, listed, "found-total-measures");
        }
        let message = Msg::new("found-total-measures-within")
            .with("said", said.to_string())
            .with("listed", listed.to_string())
            .with("within", within.to_string());
        let found = Finding::at(at, q.range.clone(), message)
            .hint(Msg::new("found-total-measures-hint"))
            .undecided(true);
        Some(found.related(Spot::Notice, Msg::new("found-total-here")))
    }
}

/// 其余8个问题, 涉及3条措施: how many of all.
fn is_of_the_rest(text: &str, q: &Quantity<'_>) -> bool {
    const REST: [&str; 8] = ["其余", "其他", "另外", "另", "剩余", "余下", "剩下", "涉及"];
    REST.iter().any(|w| text[..q.range.start].trim_end_matches(['的', '有']).ends_with(w))
}

/// The paragraphs of a measure; rows of a table are none.
fn paragraphs(text: &str) -> usize {
    text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('|')).count()
}

/// 党组书记带头认领6个问题，其余成员认领8个: each took some.
fn is_shared_out(words: &str) -> bool {
    words.matches("认领").count() > 1 || ["带头认领", "分别认领", "各认领"].iter().any(|w| words.contains(w))
}

/// What a number in the prose counts.
enum Of {
    Issues,
    Measures,
    Finished,
}

fn of(text: &str, q: &Quantity<'_>) -> Option<Of> {
    if !matches!(q.unit, "个" | "项" | "条") {
        return None;
    }
    let (before, mut rest) = (&text[..q.range.start], &text[q.range.end..]);
    for word in ["巡察", "巡视", "反馈", "具体", "整改"] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    // 反馈问题18个, 制定措施56条, 应当整改的问题共14个: the noun may stand first.
    let lead = ["一共", "共计", "总计", "合计", "共有", "共"].iter().find_map(|w| before.strip_suffix(w));
    let counted = |noun: &str, verbs: &[&str]| {
        // 制定整改措施，共48条
        let lead = lead.map(|l| l.strip_suffix(['，', ',']).unwrap_or(l));
        let words = lead.unwrap_or(before).strip_suffix(noun).map(without_between);
        words.is_some_and(|w| verbs.iter().any(|v| w.ends_with(v)))
    };
    let all_measures = lead.and_then(|l| l.strip_suffix("整改措施")).is_some_and(opens_clause);
    let among = ["其中", "发现", "新增"].iter().any(|w| before.ends_with(w)) || is_of_some(before);
    let measures = ["措施", "举措"];
    match () {
        () if is_finished(before) => Some(Of::Finished),
        () if rest.starts_with("问题") && !rest.starts_with("问题线索") && !among => of_issues(rest),
        () if measures.iter().any(|w| rest.starts_with(w)) && !among => Some(Of::Measures),
        () if counted("问题", &["反馈", "指出", "移交", "提出", "认领"]) => Some(Of::Issues),
        () if all_measures => Some(Of::Measures),
        () if measures.iter().any(|w| counted(w, &MADE)) => Some(Of::Measures),
        () => None,
    }
}

/// Words of drawing up measures.
const MADE: [&str; 9] = ["制定", "制定了", "制订", "细化", "提出", "明确", "形成", "列出", "确定"];

/// Words before a number of what is finished: 已完成, 整改完成问题.
fn is_finished(before: &str) -> bool {
    let before = before.strip_suffix("问题").unwrap_or(before);
    ["已完成", "完成整改", "已整改", "已销号", "整改完成"].iter().any(|w| before.ends_with(w))
}

/// What a number before 问题 counts, by the words behind: 12个问题已完成整改 are those that are finished, 3个问题正在推进 are some.
fn of_issues(rest: &str) -> Option<Of> {
    let behind = rest.strip_prefix("问题")?;
    let starts = |words: &[&str]| words.iter().any(|w| behind.starts_with(w));
    match () {
        () if starts(&["已完成", "完成整改", "已整改", "已销号", "整改完成", "整改到位"]) => {
            Some(Of::Finished)
        }
        () if starts(&["正在", "尚", "未", "仍", "需", "持续", "长期", "基本"]) => None,
        () => Some(Of::Issues),
    }
}

/// Whether words pick some issues out: `涉及甲、乙的2个问题`, but not `巡察组反馈的9个问题`.
fn is_of_some(before: &str) -> bool {
    let whose = ["反馈", "指出", "提出", "移交", "组", "巡察", "巡视", "办", "以上", "上述"];
    before.strip_suffix('的').is_some_and(|b| !whose.iter().any(|w| b.ends_with(w)))
}

/// Words without what may stand between a verb and its noun at their end.
fn without_between(mut words: &str) -> &str {
    while let Some(shorter) = BETWEEN.iter().find_map(|w| words.strip_suffix(w)) {
        words = shorter;
    }
    words
}

fn opens_clause(before: &str) -> bool {
    before.is_empty() || before.ends_with(is_pause)
}

/// Whether another number of the passage is that of all issues, and no word beside this one says that it is, too:
/// `书记领办5个问题`.
fn is_some_of(text: &str, q: &Quantity<'_>, all: &[Quantity<'_>], issues: usize) -> bool {
    let own = &text[clause(text, q.range.start)];
    let right = |o: &Quantity<'_>| usize::try_from(o.value / ONE).is_ok_and(|n| n == issues);
    let total = |o: &Quantity<'_>| right(o) && matches!(of(text, o), Some(Of::Issues));
    !ALL.iter().any(|w| own.contains(w)) && all.iter().any(total)
}

/// Whether a number takes up what stands before it: `以上3个问题`.
fn takes_up(text: &str, q: &Quantity<'_>) -> bool {
    let before = text[..q.range.start].trim_end_matches('的');
    ["以上", "上述"].iter().any(|w| before.ends_with(w))
}

/// Whether the same number stands before it, so that it may be that of some issues only.
fn is_repeated(q: &Quantity<'_>, all: &[Quantity<'_>]) -> bool {
    all.iter().any(|o| o.range.end <= q.range.start && o.value == q.value)
}

/// Whether a passage stands between issues, where those above are not all.
fn amid(record: &Record<'_>, at: usize) -> bool {
    record.of_kind(|k| matches!(k, Kind::Issue)).any(|(i, _)| i > at)
}

/// Whether what is finished are issues: they are what was counted last, by the same measure word, and nothing else follows.
fn is_of_issues(text: &str, q: &Quantity<'_>, all: &[Quantity<'_>]) -> bool {
    let (before, rest) = (&text[..q.range.start], &text[q.range.end..]);
    let counts = |noun: &str| {
        let is_title = |at: &usize| {
            let behind = &before[at + noun.len()..];
            ["清单", "台账"].iter().any(|w| behind.starts_with(w))
        };
        before.rmatch_indices(noun).map(|(at, _)| at).find(|at| !is_title(at))
    };
    let nearest = NOUNS.iter().filter_map(|n| counts(n).map(|at| (at, *n))).max();
    let counted = |o: &&Quantity<'_>| o.range.end <= q.range.start && matches!(of(text, o), Some(Of::Issues));
    let alike = all.iter().rev().find(counted).is_none_or(|o| o.unit == q.unit);
    let ends = rest.chars().next().is_none_or(|c| is_pause(c) || "、（(".contains(c));
    alike && nearest.is_some_and(|(_, noun)| noun == "问题") && (ends || rest.starts_with("问题"))
}

/// How many issues are finished on the notice's date, where every one has a status.
fn finished(record: &Record<'_>) -> Option<usize> {
    let day = record.notice.date;
    let status =
        record.notice.issues.iter().map(|i| issue_status(i, day, day)).collect::<Option<Vec<Status>>>()?;
    Some(status.iter().filter(|s| s.is_finished()).count())
}

fn whole(q: &Quantity<'_>) -> Option<usize> {
    usize::try_from(q.value / ONE).ok().filter(|_| q.value % ONE == 0)
}

fn unlike(at: usize, q: &Quantity<'_>, number: usize, id: &'static str) -> Option<Finding> {
    let said = whole(q)?;
    let message = Msg::new(id).with("said", said.to_string()).with("right", number.to_string());
    let hint = Msg::new("found-total-hint").with("right", number.to_string());
    (said != number).then(|| {
        Finding::at(at, q.range.clone(), message)
            .hint(hint)
            .related(Spot::Notice, Msg::new("found-total-here"))
    })
}
