//! Measures of which nobody can say whose they are.

use super::Rule;
use crate::check::{Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;

/// A measure with no `unit` whose text begins with what was done and not with who did it.
pub const RULE: Rule = Rule { code: "measure-no-subject", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let names = names(record);
    let measures = record.of_kind(|k| matches!(k, Kind::Measure));
    measures
        .filter(|(_, p)| !has_unit(record, p) && has_no_subject(p, &names))
        .map(|(at, p)| {
            let first = p.text.find(['。', '，', ',', '；', '\n']).unwrap_or(p.text.len());
            Finding::at(at, 0..first, Msg::new("found-no-subject")).hint(Msg::new("found-no-subject-hint"))
        })
        .collect()
}

fn has_unit(record: &Record<'_>, p: &Passage<'_>) -> bool {
    let issue = p.issue.and_then(|at| record.notice.issues.get(at));
    issue.zip(p.measure).and_then(|(i, m)| i.measures.get(m)).is_some_and(|m| m.unit.is_some())
}

/// Names under which a body may stand in the text.
fn names<'a>(record: &Record<'a>) -> Vec<&'a str> {
    let units = record
        .site
        .units
        .iter()
        .flat_map(|u| std::iter::once(u.name.as_str()).chain(u.aliases.iter().map(String::as_str)));
    let issuer = record.notice.issuer.as_str();
    units.chain([issuer, issuer.trim_start_matches("中共")]).filter(|n| !n.is_empty()).collect()
}

/// Whether the text begins with a verb, an adverb or a circumstance, and no clause of its first sentence with a body.
fn has_no_subject(p: &Passage<'_>, names: &[&str]) -> bool {
    let first = p.text.split(['。', '；', '\n']).next().unwrap_or_default();
    let mut clauses = first.split(['，', ',', '、']).map(str::trim);
    let opening = clauses.next().unwrap_or_default();
    let opening = match p.dates.first().filter(|m| m.range.start == 0 && m.range.end <= opening.len()) {
        Some(m) => opening[m.range.end..].trim_start_matches(['，', ',', '底', '初', '起']),
        None => opening,
    };
    let verb =
        STARTS.iter().any(|w| opening.starts_with(w)) && !BODIES.iter().any(|w| opening.starts_with(w));
    let circumstance = CIRCUMSTANCE.iter().any(|w| opening.starts_with(w));
    let names_one = |clause: &str| names.iter().any(|n| clause.starts_with(n)) || looks_like_a_body(clause);
    let own = circumstance && names.iter().any(|n| opening.contains(n));
    verb && !(circumstance && (own || clauses.any(names_one)))
}

/// A clause whose first words end as the names of bodies do.
fn looks_like_a_body(clause: &str) -> bool {
    const ENDS: &[&str] = &[
        "局",
        "党组",
        "党委",
        "支部",
        "中心",
        "委员会",
        "办公室",
        "公司",
        "学校",
        "医院",
        "街道",
        "镇",
        "乡",
        "部",
        "联",
        "领导班子",
        "纪检监察组",
        "我们",
    ];
    let head: String = clause.chars().take(12).collect();
    ENDS.iter().any(|e| head.contains(e)) && !STARTS.iter().any(|w| clause.starts_with(w))
}

/// What says when, how or by what, and may stand before the one who acts.
const CIRCUMSTANCE: &[&str] = &[
    "通过", "根据", "按照", "依据", "对照", "围绕", "针对", "结合", "为", "在", "自", "从", "于", "对",
    "巡察", "经", "已",
];

/// Bodies whose names begin as a verb does.
const BODIES: &[&str] = &[
    "组织部",
    "组织人事",
    "整改办",
    "整改工作领导小组",
    "整改领导小组",
    "协调小组",
    "学习强国",
    "监督检查室",
];

/// What a text begins with that has no subject.
const STARTS: &[&str] = &[
    "通过",
    "根据",
    "按照",
    "依据",
    "对照",
    "围绕",
    "针对",
    "结合",
    "为了",
    "为规范",
    "为进一步",
    "为加强",
    "为确保",
    "对",
    "在",
    "自",
    "从",
    "于",
    "已",
    "经",
    "将",
    "把",
    "加强",
    "强化",
    "成立",
    "建立",
    "健全",
    "完善",
    "制定",
    "修订",
    "印发",
    "出台",
    "组织",
    "召开",
    "开展",
    "严格",
    "进一步",
    "持续",
    "积极",
    "认真",
    "及时",
    "全面",
    "深入",
    "定期",
    "切实",
    "扎实",
    "坚持",
    "选派",
    "明确",
    "落实",
    "督促",
    "推动",
    "推进",
    "规范",
    "举办",
    "严肃",
    "加大",
    "压实",
    "增强",
    "提升",
    "优化",
    "梳理",
    "排查",
    "摸排",
    "整改",
    "完成",
    "清理",
    "核查",
    "邀请",
    "利用",
    "充分",
    "不断",
    "着力",
    "聚焦",
    "牢固",
    "主动",
    "联合",
    "协调",
    "细化",
    "构建",
    "打造",
    "开设",
    "更新",
    "收回",
    "追缴",
    "清退",
    "补齐",
    "重新",
    "逐项",
    "逐一",
    "集中",
    "多次",
    "先后",
];
