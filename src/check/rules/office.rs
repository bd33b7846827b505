//! Whether somebody is named for an office: by a post of leading, by a seat in a leading group, by a verb of leading.

use std::ops::Range;

use super::clause::{clause, sentence};
use crate::zh::person::follows_post;

/// Whether who is named leads, by the post before the name or the seat behind it, and so does wherever else the name stands.
pub fn is_leader(text: &str, name: &Range<usize>, issuer: &str) -> bool {
    let (before, after) = around(text, name);
    leads_a_body(before, issuer) || heads_a_group(text, name) || seat(before, after).is_some_and(is_of_a_head)
}

/// Whether a name stands for an office, and no reproach is made: 程立群主持召开党委会, 顾维林任组长. `known` says that the notice names
/// its holder as a leader elsewhere. 周立群同志带队 tells of one where no post stands: others are seldom told to lead.
pub fn is_in_office(text: &str, name: &Range<usize>, issuer: &str, known: bool) -> bool {
    let (before, after) = around(text, name);
    let leads = || {
        let comrade = after.strip_prefix("同志").filter(|_| !follows_post(before) && !is_invited(before));
        comrade.is_some_and(|rest| LEADING.iter().any(|w| rest.contains(w)))
    };
    let named = leads_a_body(before, issuer)
        || heads_a_group(text, name)
        || SENT.iter().any(|w| before.ends_with(w))
        || seat(before, after).is_some();
    let held = named || !is_over(before) && (known && !is_ordinary(before) || leads());
    held && !is_against(text, name)
}

/// What stands before and behind a name in its clause.
fn around<'t>(text: &'t str, name: &Range<usize>) -> (&'t str, &'t str) {
    let own = clause(text, name.start);
    (&text[own.start..name.start], &text[name.end..own.end])
}

/// Whether words end with the post of one who leads a body of some size; what stands before the post is the body, or nothing. A
/// manager or the head of a station leads the issuer where that is a company or a station.
fn leads_a_body(before: &str, issuer: &str) -> bool {
    let of_issuer = OWN.iter().filter(|(_, bodies)| bodies.iter().any(|w| issuer.contains(w)));
    let mut posts = POSTS.iter().chain(of_issuer.map(|(post, _)| post));
    let Some((body, post)) = posts.find_map(|w| Some((before.strip_suffix(w)?, *w))) else {
        return false;
    };
    // 党总支书记、中心主任: two posts of one person.
    if body.rsplit_once('、').is_some_and(|(other, _)| leads_a_body(other, issuer)) {
        return true;
    }
    // 第一书记 lives in a village, 支部书记 leads a few.
    if body.ends_with("第一") || is_over(before) {
        return false;
    }
    let body = DEPUTY.iter().fold(body, |b, w| b.strip_suffix(w).unwrap_or(b));
    let body = &body[last_part(body)..];
    let ends = |words: &[&str]| words.iter().any(|w| body.ends_with(w));
    match post {
        "书记" => {
            matches!(body, "" | "总支" | "党总支")
                || ends(&PARTY)
                || ends(&["总支", "支部"]) && issuer.contains(body)
        }
        "委员" => ends(&PARTY),
        "主任" => body.is_empty() || ends(&HOUSES) || body == "中心" && issuer.contains(body),
        "组长" => ends(&["纪检组", "纪检监察组"]),
        _ if OWN.iter().any(|(own, _)| *own == post) => {
            body.is_empty() || issuer.contains(body) || body.contains(['属', '直'])
        }
        // 二级学院院长 and 村小校长 lead a part of it; 科技局局长 does not.
        _ => {
            let rest = WHOLE.iter().fold(body.to_owned(), |b, w| b.replace(w, ""));
            !rest.contains(['村', '科', '室', '级', '系'])
        }
    }
}

/// Where the last body of several, or of a longer clause, begins.
fn last_part(words: &str) -> usize {
    let at = words.rfind(['、', '由', '（', '(', '的', '”', '和', '与', '及']);
    at.map_or(0, |at| at + words[at..].chars().next().map_or(0, char::len_utf8))
}

/// Whether the words before a name are the place of one who heads a leading group: 整改领导小组组长, or the label 副组长：.
fn heads_a_group(text: &str, name: &Range<usize>) -> bool {
    let words = text[..name.start].trim_end_matches(is_space);
    let words = words.strip_suffix(['：', ':']);
    let label = words.unwrap_or(&text[..name.start]);
    let label = &label[clause(label, label.len()).start..];
    let Some(own) = label.strip_suffix("组长") else { return false };
    let own = own.trim_end_matches('副');
    words.is_some() && own.trim_matches(is_space).is_empty() || GROUPS.iter().any(|w| own.ends_with(w))
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}')
}

/// The seat that the clause behind a name gives to everybody in its row: 何玉梅和副主任罗建平任副组长.
fn seat<'t>(before: &str, after: &'t str) -> Option<&'t str> {
    if ["村民", "居民", "群众", "户主", "店主"].iter().any(|w| before.ends_with(w)) {
        return None;
    }
    let rest = after.strip_prefix("同志").unwrap_or(after);
    let rest =
        rest.strip_prefix(['（', '(']).and_then(|r| r.split_once(['）', ')'])).map_or(rest, |(_, r)| r);
    let row = [
        "、", "和", "与", "及", "以及", "等", "分别", "共同", "同时", "同", "任", "担任", "为", "兼任", "双",
    ];
    row.iter().any(|w| rest.starts_with(w)).then_some(())?;
    let given = rest.match_indices(['任', '为']).map(|(at, w)| &rest[at + w.len()..]);
    given.into_iter().find(|words| {
        let words = DEGREES.iter().fold(*words, |words, w| words.strip_prefix(w).unwrap_or(words));
        let of_a_group = GROUPS.iter().any(|w| words.contains(w));
        SEATS.iter().any(|w| words.starts_with(w) || of_a_group && words.contains(w))
    })
}

/// Whether a seat is that of one who heads a group, not of a member.
fn is_of_a_head(seat: &str) -> bool {
    ["组长", "召集人", "指挥长"].iter().any(|w| seat.contains(w))
}

/// 原副局长, 时任局长: out of office.
fn is_over(before: &str) -> bool {
    let body = &before[last_part(before)..];
    let former = POSTS.iter().filter_map(|w| body.strip_suffix(w)).map(|b| b.trim_end_matches('副'));
    body.starts_with(['原', '前'])
        || before.contains("时任")
        || former.into_iter().any(|b| b.ends_with(['原', '前']))
}

/// Whether a name is that of somebody else than a leader who is called so: 村民, 教师.
fn is_ordinary(before: &str) -> bool {
    ORDINARY.iter().any(|w| before.ends_with(w))
}

/// 请王建国同志授课: who is asked to come need not lead anything here.
fn is_invited(before: &str) -> bool {
    before.contains('请')
}

/// Whether the sentence tells of a fault of who is named, or of what came of one: 对局长顾维林诫勉谈话, 顾维林违规接受宴请. What he
/// finds in others or does to them is his work, 顾维林带队核查违规占地.
fn is_against(text: &str, name: &Range<usize>) -> bool {
    let before = &text[clause(text, name.start).start..name.start];
    let done_to = before.rsplit('由').next().unwrap_or_default();
    let behind = &text[name.end..sentence(text, name.start).end];
    let behind = behind.strip_prefix("同志").unwrap_or(behind);
    DONE_TO.iter().any(|w| done_to.contains(w)) || behind.split(['，', ',']).any(is_reproach)
}

/// Whether a part of a sentence, of whom stands before it, tells of a fault or of what came of one.
fn is_reproach(part: &str) -> bool {
    let turned = TURNED.iter().any(|w| part.starts_with(w))
        || TURNED_BY.iter().any(|(w, what)| part.starts_with(w) && what.iter().any(|w| part.contains(w)));
    let suffered = |lead: &str| ["被", "受到", "因"].iter().any(|w| lead.contains(w));
    let found = |words: &[&str], dealt: &[&str]| {
        words.iter().filter_map(|w| part.find(w)).any(|at| {
            let lead = &part[..at];
            suffered(lead) || !dealt.iter().any(|w| lead.contains(w))
        })
    };
    turned || found(&FAULTS, &FINDING) || found(&CONSEQUENCES, &DEALING)
}

/// Posts of those who lead a body of some size.
const POSTS: [&str; 20] = [
    "书记",
    "局长",
    "院长",
    "校长",
    "镇长",
    "乡长",
    "县长",
    "市长",
    "区长",
    "部长",
    "主任",
    "场长",
    "馆长",
    "台长",
    "社长",
    "行长",
    "理事长",
    "主席",
    "委员",
    "组长",
];

/// Posts of those whom a higher body sends to a village: they lead nothing of the issuer, and are known there by name.
const SENT: [&str; 4] = ["第一书记", "工作队队长", "工作队长", "工作组组长"];

/// Posts of those who lead a body of one sort, and what such a body is called.
const OWN: [(&str, &[&str]); 8] = [
    ("董事长", COMPANIES),
    ("经理", COMPANIES),
    ("厂长", &["厂"]),
    ("所长", &["所"]),
    ("站长", &["站"]),
    ("队长", &["队"]),
    ("处长", &["处"]),
    ("会长", &["会"]),
];

const COMPANIES: &[&str] = &["公司", "集团", "社", "厂", "行"];

const DEPUTY: [&str; 3] = ["总", "副", "常务"];

/// What 书记 leads.
const PARTY: [&str; 9] = ["党委", "党组", "工委", "县委", "市委", "区委", "镇委", "乡委", "纪委"];

/// What 主任 leads; 办公室主任 leads a part.
const HOUSES: [&str; 9] = ["委员会", "管委会", "办事处", "人大", "改委", "健委", "资委", "理事会", "监事会"];

/// Words of a name that make no part of a body, though they hold its character.
const WHOLE: [&str; 7] = ["科技", "科学", "教科", "农村", "系统", "高级", "初级"];

/// Groups that carry out what was found.
const GROUPS: [&str; 5] = ["领导小组", "工作小组", "专班", "整改工作组", "指挥部"];

const SEATS: [&str; 6] = ["组长", "副组长", "成员", "召集人", "指挥长", "负责人"];

const DEGREES: [&str; 5] = ["双", "常务", "第一", "执行", "总"];

const ORDINARY: [&str; 16] = [
    "村民",
    "居民",
    "群众",
    "会计",
    "出纳",
    "司机",
    "驾驶员",
    "教师",
    "记者",
    "编辑",
    "放映员",
    "职工",
    "工作人员",
    "科员",
    "干事",
    "支部委员",
];

/// What one who leads a body does in that office.
const LEADING: [&str; 16] = [
    "主持",
    "带队",
    "带领",
    "率队",
    "带头",
    "牵头",
    "领办",
    "领衔",
    "挂帅",
    "坐镇",
    "作动员",
    "作表态",
    "作部署",
    "部署",
    "第一责任人",
    "负责人",
];

/// What is done to somebody.
const DONE_TO: [&str; 13] =
    ["约谈", "诫勉", "免去", "查处", "撤销", "罢免", "处分", "问责", "批评", "举报", "责令", "揭发", "检举"];

/// With what a part of a sentence begins that turns against somebody.
const TURNED: [&str; 10] = ["被", "违规", "违纪", "违反", "收受", "私自", "本人退", "退回", "退还", "其本人"];

/// The same where something else is in the part too: 利用职务便利, not 利用周末.
const TURNED_BY: [(&str, &[&str]); 2] = [
    ("利用", &["职", "权", "便利", "影响"]),
    (
        "接受",
        &[
            "宴", "礼", "吃", "游", "安排", "钱", "财", "物", "好处", "审", "调查", "处", "询问", "谈话",
            "提醒",
        ],
    ),
];

/// Faults, which a leader may find in others.
const FAULTS: [&str; 19] = [
    "违规",
    "违纪",
    "违法",
    "收受",
    "挪用",
    "套取",
    "侵占",
    "礼金",
    "吃请",
    "说情",
    "打招呼",
    "失职",
    "失察",
    "履职不力",
    "把关不严",
    "公款",
    "虚报",
    "绕道",
    "涉嫌",
];

const FINDING: [&str; 20] = [
    "查", "督", "研究", "听取", "通报", "整治", "纠", "清", "治理", "处理", "审", "部署", "严禁", "不得",
    "反对", "抵制", "杜绝", "防止", "召开", "约谈",
];

/// What comes of faults, which a leader may deal out.
const CONSEQUENCES: [&str; 18] = [
    "被给予",
    "受到",
    "诫勉",
    "问责",
    "警告",
    "记过",
    "处分",
    "立案",
    "退款",
    "退缴",
    "免职",
    "撤职",
    "检讨",
    "作检查",
    "书面检查",
    "责令",
    "批评教育",
    "通报批评",
];

const DEALING: [&str; 10] = ["对", "约谈", "宣布", "研究", "督", "查", "审", "部署", "召开", "要求"];
