//! Natural persons named in a public text. The tool reports and never masks: whether a name has to stand is for a person to say.

use std::ops::Range;

use super::Rule;
use super::clause::{clause, sentence};
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::person;

/// `选派支部副书记林晓燕参加培训`; never a leader, a historical figure, or a body named after one.
pub const RULE: Rule = Rule { code: "person-named", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate().filter(|(_, p)| !matches!(p.kind, Kind::Contact(_))) {
        for named in person::find_all(&p.text) {
            let office = is_in_office(&p.text, &named.range);
            let hint = if office { "found-person-in-office-hint" } else { "found-person-named-hint" };
            let message = Msg::new("found-person-named").with("name", &p.text[named.range.clone()]);
            out.push(Finding::at(at, named.range, message).hint(Msg::new(hint)).undecided(office));
        }
    }
    out
}

/// Whether who leads a body is named for leading it: 党委书记程立群主持召开党委会, 由院长沈秋萍任组长. The name is as public as the
/// office, unless it stands in a matter against whoever holds it.
fn is_in_office(text: &str, name: &Range<usize>) -> bool {
    let own = clause(text, name.start);
    leads_a_body(&text[own.start..name.start])
        && LEADING.iter().any(|w| text[name.end..own.end].contains(w))
        && !text[name.end..sentence(text, name.start).end].split(['，', ',']).any(is_against)
}

/// Whether words end with the post of one who leads a body of some size; what stands before the post is the body, or nothing.
fn leads_a_body(before: &str) -> bool {
    const POSTS: [&str; 12] =
        ["书记", "局长", "院长", "校长", "镇长", "乡长", "县长", "市长", "区长", "部长", "董事长", "主任"];
    const DEPUTY: [&str; 2] = ["副", "常务"];
    let Some((body, post)) = POSTS.iter().find_map(|w| Some((before.strip_suffix(w)?, *w))) else {
        return false;
    };
    // 第一书记 lives in a village, 支部书记 leads a few.
    if body.ends_with("第一") {
        return false;
    }
    let body = DEPUTY.iter().fold(body, |b, w| b.strip_suffix(w).unwrap_or(b));
    let start = body
        .rfind(['、', '由', '（', '(', '的', '”', '和', '与'])
        .map_or(0, |at| at + body[at..].chars().next().map_or(0, char::len_utf8));
    let body = &body[start..];
    // 原副局长, 时任局长: out of office.
    if body.starts_with(['原', '前']) || body.ends_with(['原', '前']) || body.contains("时任") {
        return false;
    }
    match post {
        "书记" => {
            ["党委", "党组", "工委", "县委", "市委", "区委", "镇委", "乡委"].iter().any(|w| body.ends_with(w))
                || body.is_empty()
        }
        "主任" => {
            ["委员会", "管委会", "办事处", "人大", "改委", "健委", "资委"].iter().any(|w| body.ends_with(w))
        }
        // 二级学院院长 and 村小校长 lead a part of it.
        _ => !body.contains(['村', '科', '室', '级', '系']),
    }
}

/// What one who leads a body does in that office.
const LEADING: [&str; 24] = [
    "主持",
    "任组长",
    "任副组长",
    "任双组长",
    "担任组长",
    "担任副组长",
    "为组长",
    "为副组长",
    "带队",
    "带领",
    "率队",
    "带头",
    "牵头",
    "讲党课",
    "讲授",
    "授课",
    "主讲",
    "作动员",
    "作表态",
    "作报告",
    "作部署",
    "作专题",
    "出席",
    "部署",
];

/// Whether the words behind a name tell of a fault: 违规, or what came of it.
fn is_against(after: &str) -> bool {
    const FAULTS: [&str; 13] = [
        "被给予",
        "受到",
        "诫勉",
        "问责",
        "退款",
        "退缴",
        "免职",
        "撤职",
        "涉嫌",
        "检讨",
        "作检查",
        "书面检查",
        "绕道",
    ];
    TURNED.iter().any(|w| after.starts_with(w)) || FAULTS.iter().any(|w| after.contains(w))
}

/// With what a clause begins that turns against somebody.
const TURNED: [&str; 12] =
    ["被", "接受", "违规", "违纪", "违反", "收受", "私自", "利用", "本人退", "退回", "退还", "其本人"];
