//! Who does what a clause tells: whether it begins with a body or a post, or with what was done.

mod names;
mod subject;
mod told;

use std::collections::HashSet;

use names::{BODIES, ENDS, MEETINGS, NAMED_FOR_WORK, NOT_BODIES, OWNED, THINGS, TIMES, VERBS, WORKING_ENDS};
pub use subject::{ends_a_row, is_office, is_subject, is_time, is_work};
pub use told::is_told;

/// Whether words begin with a verb, an adverb or a circumstance. A verb of a single character may begin the name of a body:
/// 审计局.
fn acts(words: &str) -> bool {
    let bare = words.starts_with(|c| ALONE.contains(c)) && !is_named(words);
    // A text that begins with 的 has lost whose it was.
    words.starts_with('的') || bare || is_shared_out(words) || begins_with_verb(words)
}

/// How a clause begins in which nobody acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// With what was done.
    Act,
    /// With when, how or on what ground; who acts may stand in the next clause.
    Circumstance,
    /// With a word that is as often a thing as an act: 签约服务费.
    Unsure,
    /// With a thing, or a word that is not known.
    Thing,
}

/// How a clause begins in which nobody acts.
pub fn beginning(clause: &str) -> Beginning {
    if !acts(clause) || is_named_for_work(clause) {
        Beginning::Thing
    } else if is_circumstance(clause) {
        Beginning::Circumstance
    } else if is_maybe_a_thing(clause) || is_thing_of_a_time(clause) {
        Beginning::Unsure
    } else {
        Beginning::Act
    }
}

/// 签约服务费, 盘点结果, 移交的小区, 自行离岗的4人: words that begin as a verb does and may name a thing.
fn is_maybe_a_thing(clause: &str) -> bool {
    let noun = |w: &&str| clause.char_indices().nth(2).is_some_and(|(at, _)| clause[at..].starts_with(*w));
    let ends = ["结果", "情况", "比例", "标准", "周期", "期限", "进度"].iter().any(noun);
    THINGS.iter().any(|w| clause.starts_with(w)) || ends || clause.chars().take(4).skip(1).any(|c| c == '的')
}

/// 今年秋粮收购中: behind the word for the time stands no act.
fn is_thing_of_a_time(clause: &str) -> bool {
    let time = beginnings(clause).filter(|w| TIMES.contains(w)).last();
    time.is_some_and(|w| !acts(&clause[w.len()..]) && !begins_in(clause, &VERBS))
}

fn is_circumstance(clause: &str) -> bool {
    // 自行离岗的4人 names people, and no day from which.
    let own = ["自行", "自愿", "自发", "自主", "自查", "自有"].iter().any(|w| clause.starts_with(w));
    let over = ["后", "时", "之前", "以前", "期间", "以来", "之际", "同时"];
    !own && CIRCUMSTANCE.iter().any(|w| clause.starts_with(w))
        || over.iter().any(|w| clause.ends_with(w))
        || TIMES.contains(clause)
}

/// Whether a clause begins with the name of a body or the post of a person, has one behind 由 or 被, or tells of what a meeting did.
pub fn is_somebody(clause: &str) -> bool {
    let agent = clause.split_once('由').map(|(_, agent)| agent);
    let passive = clause.split_once('被').map(|(_, agent)| agent.strip_prefix("所在").unwrap_or(agent));
    agent.is_some_and(is_agent)
        || passive.is_some_and(looks_like_a_body)
        || looks_like_a_body(clause)
        || behind_a_while(clause).is_some_and(looks_like_a_body)
        || is_done_by_meeting(clause)
        || subject::is_row(clause)
        || subject::is_the_house(clause)
        || subject::has_looked_into_it(clause)
        || subject::is_a_whole_place(clause)
}

/// Whether what stands behind 由 is who did it; there 县医院牵头的医共体 names the hospital.
fn is_agent(words: &str) -> bool {
    let leads = ["牵头", "负责", "承办", "主办", "挑头"];
    leads.iter().any(|w| words.ends_with(w)) || looks_like_a_body(words) || {
        let led = leads.iter().filter_map(|w| words.split_once(w)).find(|(_, rest)| rest.starts_with('的'));
        led.is_some_and(|(name, _)| ends_as_a_body(name))
    }
}

/// What stands behind the time with which a clause begins: 中秋期间（9月27日至10月6日）集团纪委派出检查组.
fn behind_a_while(clause: &str) -> Option<&str> {
    let (_, rest) = ["期间", "以来", "之后", "以后", "之前"].iter().find_map(|w| clause.split_once(w))?;
    Some(behind_brackets(rest))
}

/// A text without the brackets that it begins with.
fn behind_brackets(text: &str) -> &str {
    text.strip_prefix('（').and_then(|t| t.split_once('）')).map_or(text, |(_, behind)| behind)
}

/// Whether a meeting of the body itself is told of as one that decides: 经第20次党组会议审定. One that was called together is what was done.
fn is_done_by_meeting(clause: &str) -> bool {
    MEETINGS.iter().any(|name| {
        clause.match_indices(name).any(|(at, _)| {
            let (before, after) = (&clause[..at], &clause[at + name.len()..]);
            let called = before.rfind("召开").is_some_and(|c| !before[c..].starts_with("召开的"));
            !called && goes_to_work(after)
        })
    })
}

/// Whether a text begins with who acts, set before a colon: 农机站：3月5日验车。
pub fn is_led_by_label(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(['：', ':']) else { return false };
    let is_word =
        label.chars().all(char::is_alphabetic) && !LABELS.contains(&label) && !rest.trim().is_empty();
    let inspected = label.starts_with(|c| INSPECTING.contains(c));
    is_word && ends_as_a_body(label) && is_part_of_name(label) && !acts(label) && !inspected
}

/// Whether a text says in so many words who answers for it: 责任单位：财务科。
pub fn is_assigned(text: &str) -> bool {
    LABELS.iter().any(|label| {
        text.match_indices(label).any(|(at, _)| {
            let rest = text[at + label.len()..].trim_start_matches(' ');
            let named = rest.strip_prefix(['：', ':']).and_then(|r| r.trim_start().chars().next());
            named.is_some_and(char::is_alphanumeric)
        })
    })
}

fn ends_as_a_body(name: &str) -> bool {
    ENDS.iter().chain(WORKING_ENDS.iter()).any(|end| name.len() > end.len() && name.ends_with(end))
}

/// Whether words begin with the name of a body that is called after its work: 采购中心, 检查组.
fn is_named_for_work(words: &str) -> bool {
    // 召开局长办公会 is what was done.
    if ["召开", "举行", "召集"].iter().any(|w| words.starts_with(w)) {
        return false;
    }
    BODIES.iter().any(|w| words.starts_with(w)) || [2, 4].into_iter().any(|count| follows_work(words, count))
}

/// Whether words begin with one of a list.
fn begins_in(words: &str, list: &HashSet<&str>) -> bool {
    beginnings(words).any(|start| list.contains(start))
}

/// The first two, three and four characters.
fn beginnings(words: &str) -> impl Iterator<Item = &str> {
    words.char_indices().take(4).skip(1).map(|(at, c)| &words[..at + c.len_utf8()])
}

/// Whether words begin with a verb or an adverb of two characters or more, or with one that says what came of it: 抄齐, 修好.
fn begins_with_verb(words: &str) -> bool {
    let mut chars = words.chars();
    let first = chars.next();
    let done = chars.next().is_some_and(|c| "齐完掉净毕妥".contains(c));
    done && first.is_some_and(|c| !NOT_DONE.contains(c))
        || begins_in(words, &VERBS)
        || begins_in(words, &TIMES)
}

/// Whether words begin as a name does, and not with what was done.
fn looks_like_a_body(words: &str) -> bool {
    let office = BODIES.iter().any(|w| words.starts_with(w));
    office || !is_affected(words) && is_named(words) && (!acts(words) || is_named_for_work(words))
}

/// 租户、村干部均已确认: those whom it concerned, not those who did it.
fn is_affected(words: &str) -> bool {
    ["均已确认", "均已签字", "均已签收", "签字确认", "表示满意", "表示认可", "均无异议", "没有异议"]
        .iter()
        .any(|w| words.contains(w))
}

/// Whether the end of a name stands right behind so many characters of work.
fn follows_work(words: &str, count: usize) -> bool {
    let at = |nth: usize| words.char_indices().nth(nth).map(|(at, _)| at);
    let Some((half, end)) = at(count - 2).zip(at(count)) else { return false };
    let (second, rest) = (&words[half..end], &words[end..]);
    let two = count == 4;
    let known = !two || VERBS.contains(second) || GENERAL_WORK.contains(&second);
    // 压减培训学校名额: two works before such an end are as often a verb and what it is done to.
    let ends =
        |end: &str| rest.strip_prefix(end).is_some_and(|a| is_whole(end, a) && (!two || goes_to_work(a)));
    known && NAMED_FOR_WORK.iter().any(|end| ends(end))
}

/// Whether the name ends where its end does: 科 in 采购科核价, and not in 采购科室.
fn is_whole(end: &str, after: &str) -> bool {
    const OPEN: [&str; 19] = [
        "组", "队", "站", "所", "处", "室", "办", "院", "厂", "会", "班", "社", "单位", "机构", "班组",
        "车间", "庭", "厅", "司",
    ];
    let open = OPEN.contains(&end);
    !after.starts_with(['室', '学', '技', '面', '部', '限']) && (!open || goes_to_work(after))
}

/// Whether the first characters end as the names of bodies and posts do, with nothing before that names do not have.
fn is_named(words: &str) -> bool {
    is_named_and(words, &|_, _| true)
}

/// The same, and the name and what stands behind it are as asked for.
fn is_named_and(words: &str, asked: &dyn Fn(&str, &str) -> bool) -> bool {
    let head: String = words.chars().take(14).collect();
    // What follows may lie behind the first characters.
    let ends = |end: &str, open: bool| {
        head.match_indices(end).any(|(at, _)| {
            let (before, after) = (&words[..at], &words[at + end.len()..]);
            // 台账 begins with 台, and is none.
            let named = at > 0 || end.chars().count() > 1;
            named
                && is_part_of_name(before)
                && !is_part_of_word(&head, at, end)
                && !is_owner(after)
                // 查文化馆：the name is what is looked at, for nothing follows that it could do.
                && !(after.is_empty() && words.starts_with(|c| ALONE.contains(c) || INSPECTING.contains(c)))
                // Of several of a sort, 12家卫生院, only work makes those who did it.
                && (!open && !before.contains(|c: char| c.is_ascii_digit()) || goes_to_work(after))
                && !is_closed_down(before, after)
                && asked(&words[..at + end.len()], after)
        })
    };
    ENDS.iter().any(|end| ends(end, false)) || WORKING_ENDS.iter().any(|end| ends(end, true))
}

/// 9家门店关停: of several of a sort it tells what became of them.
fn is_closed_down(before: &str, after: &str) -> bool {
    let done = ["关停", "停业", "歇业", "注销", "取缔", "拆除"];
    before.contains(|c: char| c.is_ascii_digit()) && done.iter().any(|w| after.starts_with(w))
}

/// Whether what stands before the end of a name may belong to it.
fn is_part_of_name(before: &str) -> bool {
    // 新近改选的理事会 is the body, 学校的旧账 is not; what is behind the last 的 is looked at again.
    // A verb before 的 governs what stands behind it, unless that is counted and begins the sentence: 设有热线的14家医院.
    let own = before.rsplit_once('的').filter(|(lead, own)| !acts(lead) || counted(own) != *own);
    let before = counted(own.map_or(before, |(_, own)| own));
    let before =
        ["在岗", "在职", "在编"].iter().find_map(|w| before.split_once(w)).map_or(before, |(_, own)| own);
    let alien = |c: char| c.is_ascii_digit() || "对给把向与到在于被请让将往了的".contains(c);
    // 为石桥镇卫生院添上推床, 送县档案部门, 按文化馆旧例, 经办公会议议定: what something is done for, goes to, or rests on.
    let served = before.starts_with(['为', '替', '送', '报', '呈', '按', '依', '凭', '据']);
    let asked =
        before.starts_with('经') && !["经济", "经开", "经营", "经办"].iter().any(|w| before.starts_with(w));
    let passed = ["送县", "送市", "送省", "送镇", "送乡", "经县", "经市", "经省", "经镇", "经乡", "经局"];
    !before.contains(alien) && !served && !asked && !passed.iter().any(|w| before.contains(w))
}

/// A name without how many there are of its sort: 3家县级医院.
fn counted(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < name.len() {
        rest.strip_prefix(['家', '个', '名', '所', '位', '支']).unwrap_or(name)
    } else {
        name
    }
}

/// Whether the end of a name that stands at `at` is only a part of another word.
fn is_part_of_word(head: &str, at: usize, end: &str) -> bool {
    let covers = |w: &&str| head.match_indices(*w).any(|(from, w)| (from..from + w.len()).contains(&at));
    NOT_BODIES.iter().filter(|w| **w != end).any(covers)
}

/// Whether what follows a name makes of it the owner of something, or the one who did what is told of a thing: 理事会改选的
/// 4个市场, 医院病房6间查出旧线9处.
fn is_owner(after: &str) -> bool {
    if after.starts_with('的') || OWNED.iter().any(|w| after.starts_with(w)) {
        return true;
    }
    let third = after.chars().nth(2);
    third == Some('的') && !after.starts_with(|c| "最更较新旧全".contains(c)) || is_place_of_finding(after)
}

/// Whether a thing, how many, and what was found in them follow.
fn is_place_of_finding(after: &str) -> bool {
    let Some(at) = after.find(|c: char| c.is_ascii_digit()).filter(|at| (1..=12).contains(at)) else {
        return false;
    };
    let counted = after[at..].trim_start_matches(|c: char| c.is_ascii_digit());
    let dated = counted.starts_with(['年', '月', '日']);
    let found = counted.chars().take(5).collect::<String>();
    !dated
        && !begins_with_verb(after)
        && ["查出", "检出", "翻出", "清出", "搜出", "测出", "找出", "发现", "出现"]
            .iter()
            .any(|w| found.contains(w))
}

/// Whether a day, an adverb or what is done follows, as behind 水文队 in 水文队10月9日检修 and not behind 泵站 in 泵站3座.
fn goes_to_work(after: &str) -> bool {
    let after = behind_brackets(after);
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十两".contains(c);
    let counted = after.trim_start_matches(number);
    let dated = counted.len() < after.len() && counted.starts_with(['月', '年', '日', '天', '周', '次']);
    dated
        || is_shared_out(after)
        || after.starts_with(|c| [GOING, WORKING, ALONE].iter().any(|w| w.contains(c)))
        || begins_with_verb(after)
}

/// 分3批, 分两组: in how many turns.
fn is_shared_out(after: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || "两二三四五六七八九十多几".contains(c);
    after.strip_prefix('分').is_some_and(|rest| {
        let turns = rest.trim_start_matches(number);
        turns.len() < rest.len() && turns.starts_with(['批', '次', '组', '期', '班', '路', '片', '轮', '个'])
    })
}

/// What may stand between one who acts and the act.
const GOING: &str =
    "已于会共再均又都也还先后就便才重曾仍则逐每即将把对向给为按以由在从到经与另现须应不未没能可要自用依凭";

/// Words before the one who answers for a measure.
const LABELS: &[&str] = &[
    "责任单位",
    "责任部门",
    "责任科室",
    "责任股室",
    "责任主体",
    "牵头单位",
    "牵头部门",
    "牵头科室",
    "主办单位",
    "承办单位",
    "整改单位",
    "责任人",
];

/// What says when, how or by what, and may stand before the one who acts.
const CIRCUMSTANCE: &[&str] = &[
    "通过", "根据", "按照", "依据", "对照", "围绕", "针对", "结合", "为", "在", "自", "从", "于", "对",
    "巡察", "经", "已", "截至", "目前", "现已",
];

/// Verbs of a single character.
const ALONE: &str = "给向与同请撤换拟派抽轮补借查逐建印收退清领到赴招聘选送调审签取拆按设对在自从于已经将把";

/// Work that many bodies are named for behind their own: 供水服务公司.
const GENERAL_WORK: &[&str] = &["服务", "管理", "经营", "建设", "投资", "开发", "工作"];

/// Verbs of a single character that begin few names of things.
const WORKING: &str = "验核扫修巡盘访搬拖砌焊捞砍誊抄晒挖填拔剪拧铺装挂换栽守测追讨付还缴捐锁封停接帮罚扣免减增添送答审查退清派评";

/// Others that as often begin a name: 核工业职工医院, 修文镇.
const INSPECTING: &str = "验核扫修巡盘访";

/// What is no verb before 齐, 完, 好 and the like: 整齐, 干净.
const NOT_DONE: &str = "整干纯不未良友爱美正最更很较";
