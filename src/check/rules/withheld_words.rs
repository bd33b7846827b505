//! What the words are that stand in place of a withheld one: whom or what they name.

use std::collections::BTreeSet;

use crate::check::Record;
use crate::model::{Notice, Site, Unit};
use crate::zh::person::{after_surname, may_be_name};
use crate::zh::quantity::find_all;

/// What words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Nobody and nothing in particular, or what the record names everywhere.
    Nothing,
    /// Somebody by what he is, not by name: 仓库保管员.
    Role,
    /// What looks like a person.
    Person,
    /// A body that is none of the site's.
    Body,
    /// Anything else.
    Thing,
}

/// Bodies that the record names openly: the units of the site, who signs and who inspected.
#[derive(Debug)]
pub struct Known<'a>(BTreeSet<&'a str>);

impl<'a> Known<'a> {
    /// Those of a record.
    pub fn of(record: &Record<'a>) -> Self {
        Self::of_notice(record.site, record.notice)
    }

    /// Those of a notice on its site.
    pub fn of_notice(site: &'a Site, notice: &'a Notice) -> Self {
        let mut all: BTreeSet<&str> = site.units.iter().flat_map(Unit::names).collect();
        all.insert(&notice.issuer);
        all.extend(notice.inspection.iter().map(|i| i.by.as_str()));
        Self(all)
    }

    /// What words name, as a whole.
    pub fn named(&self, words: &str) -> Named {
        match () {
            () if self.has(words) || is_veiled(words) || is_made_of(words) || is_any(words) => Named::Nothing,
            () if is_person(words) => Named::Person,
            () if counts(words) => Named::Nothing,
            () if is_role(words) => Named::Role,
            () if is_body(words) => Named::Body,
            () => Named::Thing,
        }
    }

    /// Whether words are a known body, part of its name (县水利局 of 星河县水利局), or the same with more before it.
    fn has(&self, words: &str) -> bool {
        let long = |name: &str, least| name.chars().count() >= least;
        self.0.iter().any(|known| {
            *known == words
                || long(words, 3) && known.contains(words)
                || long(known, 4) && words.ends_with(known)
        })
    }
}

/// Words that point at anything of a kind: 上述岗位, 这部分材料.
const ANY: &str = "上述 前述 下列 以上 以下 这 那 该 各 其 有关 相关 所有 全体 每 某 同一 另一 部分";

/// What generic words are made of.
const PIECES: &str = "专人 本 他 她 人 人员 干部 职工 员工 同志 责任 部门 单位 机构 机关 科室 股室 处室 班组 科 \
    股 室 局 站 所 处 组 队 库 里 内 镇 乡 县 村 办公室 专班 党支部 支部 党委 党组 班子 \
    成员 领导 工作 整改 巡察 负责 集中 统一 及时 按 逐 已 全部 由 将 均 都 共同 分别 自行 \
    当场 主要 分管 值班 在岗 现任 原 新 老 一 二 两 三 四 五 几 多 名 位 个 双方 双 家属 \
    群众 村民 农户 用户 会计 出纳 主任 书记";

/// Ends of words for what somebody is.
const ROLES: &str = "人 员 者 长 主任 书记 会计 出纳 司机 户主 职工 同志 代表";

/// What is said behind a name.
const TITLES: &str = "同志 老师 师傅 等人 主任 书记 会计 出纳 所长 局长 站长 \
    科长 股长 库长 厂长 队长 组长 镇长 乡长 村长 院长 校长 经理";

/// Ends of the names of bodies.
const BODIES: &str = "局 部 委 办 办公室 中心 公司 集团 院 校 学校 中学 小学 站 所 股 科 室 组 大队 支队 中队 \
    会 社 厂 场 专班 小组 银行 支行 支部 党组 政府 处 协会 基地";

/// A name with a veil over it: 郑某某, 郑××.
fn is_veiled(words: &str) -> bool {
    let veil = |c: char| matches!(c, '某' | '×' | '＊' | '*' | '〇' | '○');
    words.chars().count() <= 4 && words.contains(veil)
}

fn is_any(words: &str) -> bool {
    ANY.split(' ').any(|w| words.starts_with(w)) && words.chars().count() <= 8
}

/// Whether generic words are all that there is.
fn is_made_of(words: &str) -> bool {
    words.is_empty() || PIECES.split(' ').any(|w| words.strip_prefix(w).is_some_and(is_made_of))
}

/// A number and what is counted: 3名职工, 两个股室.
fn counts(words: &str) -> bool {
    let digits = find_all(words).first().is_some_and(|q| q.range.start == 0 && !q.unit.is_empty());
    let rest = words.trim_start_matches(|c| "一二两三四五六七八九十几数百".contains(c));
    let rest = if rest.len() < words.len() { rest.trim_start_matches(['余', '多']) } else { rest };
    let measured = rest.starts_with(|c| "名个位户人家件份本次笔项处条张批种类册支台辆只间".contains(c));
    digits || measured && rest.len() < words.len()
}

/// What somebody is, not who: 领取人, 仓库保管员; 王主任 is half a name.
fn is_role(words: &str) -> bool {
    words.chars().count() <= 7
        && ROLES.split(' ').any(|w| words.ends_with(w))
        && !after_surname(words).is_some_and(is_title)
}

fn is_title(words: &str) -> bool {
    TITLES.split(' ').any(|w| words == w)
}

/// A name, alone or with what its bearer is: 职工郑守田, 郑守田所长.
fn is_person(words: &str) -> bool {
    let mut splits = words.char_indices().map(|(at, _)| words.split_at(at)).filter(|(a, _)| !a.is_empty());
    let whole = |name: &str| name.chars().count() > 2 && may_be_name(name);
    may_be_name(words)
        || splits.any(|(a, b)| whole(a) && is_title(b) || whole(b) && (is_role(a) || is_made_of(a)))
}

fn is_body(words: &str) -> bool {
    let command = ["指挥部", "指挥所"].iter().any(|w| words.ends_with(w));
    words.chars().count() >= 4 && (command || BODIES.split(' ').any(|w| words.ends_with(w)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_judged_as_a_whole() {
        let known = Known(BTreeSet::from(["云岭县渡口管理站", "云岭县委巡察组"]));
        let named = |words: &str| known.named(words);
        for words in [
            "有关人员",
            "该同志",
            "上述单位",
            "各渡口",
            "本人",
            "两个股室",
            "3名船员",
            "会计",
            "两人",
            "郑某",
            "郑某某",
            "郑××",
            "这部分船票",
            "专人统一",
            "县渡口管理站",
            "云岭县委巡察组",
            "站里",
            "相关工作人员",
        ] {
            assert_eq!(named(words), Named::Nothing, "{words}");
        }
        for words in
            ["裴砚舟", "裴舟", "欧阳砚舟", "裴砚舟同志", "职工裴砚舟", "值班站长裴砚舟", "裴砚舟所长"]
        {
            assert_eq!(named(words), Named::Person, "{words}");
        }
        for words in ["县航运清查指挥所", "县航运清查专班", "云岭县航道局", "下游渡船联合检查组"]
        {
            assert_eq!(named(words), Named::Body, "{words}");
        }
        for words in ["领取人", "当事人", "仓库保管员", "渡口值守员", "管护责任人"] {
            assert_eq!(named(words), Named::Role, "{words}");
        }
        for words in
            ["清查工作底稿", "名册底稿", "三所方案", "船队名单", "局里意见", "裴主任", "余家仓", "值守室换岗"]
        {
            assert_eq!(named(words), Named::Thing, "{words}");
        }
    }
}
