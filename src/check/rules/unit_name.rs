//! Units under a name that is nearly theirs.

use std::collections::HashMap;
use std::ops::Range;

use super::Rule;
use super::clause::clause;
use super::name_end::{is_cut_out, is_mistyped};
use crate::check::{Finding, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::forms::may_miss;
use crate::zh::near::difference;
use crate::zh::spelling::{Phrase, Speller};

/// `县媒体中心` for 县融媒体中心.
pub const RULE: Rule = Rule { code: "unit-name", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let units = record.common.names(record.site);
    let issuer = record.notice.issuer.as_str();
    // Who issues the notice need not be a unit of the site.
    let own =
        (!units.list.iter().any(|p| p.right == issuer)).then(|| Speller::new(vec![Phrase::plain(issuer)]));
    let mut tails = Tails::default();
    let mut out = Vec::new();
    for (at, p) in
        record.passages.iter().enumerate().filter(|(_, p)| p.kind.is_printed() || p.kind.is_action())
    {
        let mut told: Vec<Range<usize>> = Vec::new();
        let tail = tails.of(record, p);
        for speller in [Some(units), own.as_ref(), tail].into_iter().flatten() {
            for miss in speller.find(&p.text) {
                let is = &p.text[miss.range.clone()];
                let right = nearer(units, is, &speller.list[miss.phrase].right);
                let again = told.iter().any(|r| r.start < miss.range.end && miss.range.start < r.end);
                let short = tail.is_some_and(|t| std::ptr::eq(t, speller)) && may_be_another(is, right);
                let known = || {
                    is_in(&p.text, issuer, miss.range.start)
                        || units.list.iter().any(|u| u.right.ends_with(is))
                };
                let after = &p.text[miss.range.end..];
                let other_word =
                    || goes_on(is, right, after) || is_of_a_branch(is, after) || is_cut_out(is, right, after);
                let right_itself = || is_beside_its_own(units, &p.text, &miss.range);
                // 驻局纪检监察组 is sent by another house.
                let sent = || is_sent(&p.text, miss.range.start);
                let cut = || is.chars().next_back() != right.chars().next_back();
                let titled = || is_in_title(&p.text, miss.range.start) && cut();
                if again
                    || short
                    || is_another(is, right)
                    || other_word()
                    || known()
                    || right_itself()
                    || titled()
                    || sent()
                {
                    continue;
                }
                let kind = is_of_another_kind(is, right) && !(are_offices(is, right) && says(record, right));
                let id = if kind { "found-unit-kind" } else { "found-unit-name" };
                let message = Msg::new(id).with("is", is).with("right", right);
                let id = if kind { "found-unit-kind-hint" } else { "found-unit-name-hint" };
                let hint = Msg::new(id).with("right", right);
                told.push(miss.range.clone());
                out.push(Finding::at(at, miss.range, message).hint(hint).undecided(kind));
            }
        }
    }
    out
}

/// The unit that a character typed for one like it makes of a name, before another that is as far away: 医学院记委 is 医学院纪委, and not
/// 医学院党委.
fn nearer<'s>(units: &'s Speller, is: &str, right: &'s str) -> &'s str {
    let mut others = units.list.iter().map(|u| u.right.as_str());
    if is_mistyped(is, right) { right } else { others.find(|o| is_mistyped(is, o)).unwrap_or(right) }
}

/// Whether the text is that of a unit with what stands before it, 由机关党支部, goes on from the name of one, 县委党校|办公室, or is two
/// of them: 县广播台|机关党委 is no 县广播台党委.
fn is_beside_its_own(units: &Speller, text: &str, range: &Range<usize>) -> bool {
    let is = &text[range.clone()];
    let first = is.chars().next().map_or(0, char::len_utf8);
    let names = || units.list.iter().map(|u| u.right.as_str());
    let covers = |name: &str| {
        text.match_indices(name)
            .any(|(at, _)| at < range.start && (range.start..range.end).contains(&(at + name.len() - 1)))
    };
    let two = |name: &str| is.strip_prefix(name).is_some_and(|rest| names().any(|own| own == rest));
    // 复印件交|镇综合服务中心: words that share nothing with the place in the name, 白鹭, stand before another of its names.
    let behind_words = |name: &str| {
        let Some(words) = is.strip_suffix(name).filter(|words| words.chars().count() >= 2) else {
            return false;
        };
        let mut places =
            names().filter_map(|n| n.strip_suffix(name)).filter(|place| !place.is_empty()).peekable();
        places.peek().is_some() && !places.any(|place| place.contains(|c| words.contains(c)))
    };
    names().any(|name| name == &is[first..] || covers(name) || two(name) || behind_words(name))
}

/// Whether a place lies between 《 and 》: what ends otherwise there is the document's own word (建设管理办法).
fn is_in_title(text: &str, place: usize) -> bool {
    text[..place].rfind('《').is_some_and(|open| !text[open..place].contains('》'))
}

/// The names of units without county and town, each made ready once: 综合服务中心 is that of the town in its own measures, and may be
/// another's elsewhere.
#[derive(Default)]
struct Tails<'a>(HashMap<&'a str, Speller>);

impl<'a> Tails<'a> {
    /// That of the unit that answers for a passage, where the text may have a slip in it.
    fn of(&mut self, record: &Record<'a>, p: &Passage<'_>) -> Option<&Speller> {
        let name = tail(&record.unit_of(p)?.name)?;
        let ready = || Speller::new(vec![Phrase::plain(name)]);
        may_miss(name, &p.text).then(|| &*self.0.entry(name).or_insert_with(ready))
    }
}

/// A name without the county, and the town, that it begins with.
fn tail(name: &str) -> Option<&str> {
    let after = |name: &'_ str, ends: &[char], far: usize| {
        let (_, (at, c)) = name.char_indices().enumerate().take(far).find(|(_, (_, c))| ends.contains(c))?;
        Some(at + c.len_utf8())
    };
    let county = after(name, &['县', '市', '区', '旗'], 5)?;
    // 市场, 市政, 区域: the character begins a word.
    let rest = Some(&name[county..]).filter(|rest| !rest.starts_with(['场', '政', '民', '域', '级']))?;
    let rest = after(rest, &['镇', '乡'], 4).map_or(rest, |town| &rest[town..]);
    (rest.chars().count() >= 5).then_some(rest)
}

/// 驻局纪检监察组, 驻县水利局纪检监察组: who is sent into a house belongs to another, whatever its own office is called.
fn is_sent(text: &str, place: usize) -> bool {
    let own = &text[clause(text, place).start..place];
    let house = own.rsplit_once('驻').map(|(_, house)| house);
    house.is_some_and(|h| {
        h.chars().count() <= 12
            && (h.is_empty()
                || h.starts_with('第')
                || h.ends_with(['局', '委', '院', '校', '厅', '府', '司', '团', '社', '行']))
    })
}

/// Whether two names differ in nothing but the kind of body that they end with, 科 and 股: two bodies, or a slip.
fn is_of_another_kind(is: &str, right: &str) -> bool {
    const KINDS: &str = "组室科股办处站所队部";
    let mut ends = [is, right].map(str::chars);
    let [a, b] = ends.each_mut().map(|name| name.next_back().filter(|c| KINDS.contains(*c)));
    let [a_rest, b_rest] = ends.map(|name| name.as_str());
    a.is_some() && b.is_some() && a != b && a_rest == b_rest
}

/// Whether both are offices of a house, which has not two for one work; a 组, 站 or 中心 may stand beside an office.
fn are_offices(is: &str, right: &str) -> bool {
    [is, right].iter().all(|name| name.ends_with(['科', '股', '处', '室', '办', '部']))
}

/// Whether a notice has a name anywhere: whose office it is, is the notice's own.
fn says(record: &Record<'_>, name: &str) -> bool {
    record.passages.iter().any(|p| p.text.contains(name))
}

/// Whether a place of a text lies within a name.
fn is_in(text: &str, name: &str, place: usize) -> bool {
    text.match_indices(name).any(|(at, _)| (at..at + name.len()).contains(&place))
}

/// Whether one character of a short name without county is another, as in 水利管理所 and 水库管理所.
fn may_be_another(is: &str, right: &str) -> bool {
    let (is, right): (Vec<char>, Vec<char>) = (is.chars().collect(), right.chars().collect());
    is.len() < 6 && is.len() == right.len() && difference(&is, &right).0.len() == 1
}

/// Words whose characters tell no units apart: what has lost one of them is no name at all.
const WHOLE: [&str; 13] =
    ["中心", "市场", "城市", "市政", "城乡", "乡村", "农村", "村镇", "区域", "草原", "老年", "老龄", "新闻"];

/// Whether the names differ in what makes another unit of it: its level, its place, its number. What is typed for another
/// character, as in 综和服务中心, does not.
fn is_another(is: &str, right: &str) -> bool {
    if is_mistyped(is, right) {
        return false;
    }
    // 县人民医院 and 县人民法院
    let house = |name: &str| HOUSES.iter().chain(&COMMITTEES).find(|w| name.ends_with(**w)).copied();
    if house(is).zip(house(right)).is_some_and(|(a, b)| a != b) {
        return true;
    }
    let (is, right): (Vec<char>, Vec<char>) = (is.chars().collect(), right.chars().collect());
    let (a, b) = difference(&is, &right);
    let telling = |c: &char| {
        "省市县区乡镇村驻各原新老一二三四五六七八九十东西南北中上下、，的和与及对向给把将由请".contains(*c)
            || !c.is_alphabetic()
    };
    let swapped = a.len() == 2 && b.len() == 2 && a[0] == b[1] && a[1] == b[0];
    is_other_body(&is, a, b)
        || !swapped && a.iter().chain(b).any(telling) && !(a.is_empty() && has_lost(&is, &right))
}

/// Whether 党 of 镇党委 gave way to the name of another body: 镇纪委 and 镇团委 are others, and 镇委 is short for it.
fn is_other_body(is: &[char], a: &[char], b: &[char]) -> bool {
    let town =
        || is.ends_with(&['委']) && is.iter().rev().nth(1).is_some_and(|c| "省市县区乡镇".contains(*c));
    b == ['党'] && (matches!(a, [c] if "纪团工政".contains(*c)) || a.is_empty() && town())
}

/// What names of houses end with, that differ in one character.
const HOUSES: [&str; 8] = ["医院", "法院", "学院", "检察院", "养老院", "福利院", "中学", "小学"];

/// Committees, of which a zone or a village has several.
const COMMITTEES: [&str; 6] =
    ["工作委员会", "管理委员会", "监督委员会", "支部委员会", "村民委员会", "居民委员会"];

/// Ordinary words that begin like the end of a name: 局组织检查 lacks no 党, 卫生健康系统 is no 局.
const WORDS: [&str; 47] = [
    "组织", "组成", "组建", "组长", "组员", "组团", "组队", "组合", "委托", "委派", "委员", "委任", "委以",
    "系统", "系列", "领域", "行业", "事业", "工作", "所属", "所有", "所辖", "所在", "下属", "部门", "部署",
    "站点", "站长", "办理", "办公", "中学", "中小", "会议", "服务", "办法", "办事", "办结", "办案", "办证",
    "处置", "处理", "处分", "处罚", "会同", "会商", "会员", "可能",
];

/// Whether the last character of what stands in a name's place begins a word with what follows it. 局组成员 is 党组成员
/// without its 党.
fn goes_on(is: &str, right: &str, after: &str) -> bool {
    let Some(last) = is.chars().next_back() else { return false };
    let word = |w: &&str| w.strip_prefix(last).is_some_and(|rest| after.starts_with(rest));
    let lacks = right.chars().count() > is.chars().count() || !right.ends_with(last);
    lacks && WORDS.iter().any(word) && !(last == '组' && after.starts_with("成员"))
}

/// 清溪村支部委员会 is the whole name of 清溪村党支部, and 清溪村支部书记 the usual title of who leads it.
fn is_of_a_branch(is: &str, after: &str) -> bool {
    // 清溪街道工作委员会 is that of 清溪街道党工委.
    if is.ends_with("工作委") && after.starts_with("员会") {
        return true;
    }
    let branch = is.ends_with("支部") || is.ends_with("总支");
    let rest = after.strip_prefix('部').filter(|_| is.ends_with("总支")).unwrap_or(after);
    branch
        && !is.ends_with("党支部")
        && ["委员会", "委员", "书记", "副书记"].iter().any(|w| rest.starts_with(w))
}

/// Whether a name lacks one character of a word that is nothing without it: `培训心` for 培训中心.
fn has_lost(is: &[char], right: &[char]) -> bool {
    let at = is.iter().zip(right).take_while(|(a, b)| a == b).count();
    let within = |pair: &[char]| WHOLE.iter().any(|w| w.chars().eq(pair.iter().copied()));
    // 第小学 is no school of another number.
    let ordinal = at > 0 && right.get(at - 1) == Some(&'第');
    let pairs = [at.checked_sub(1).and_then(|n| right.get(n..=at)), right.get(at..at + 2)];
    is.len() + 1 == right.len() && (ordinal || pairs.into_iter().flatten().any(within))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_where_no_word_goes_on() {
        assert!(goes_on("县档案局组", "县档案局党组", "织人员清点"));
        assert!(goes_on("县供水集团委", "县供水集团党委", "派专人"));
        assert!(goes_on("县交通运输系", "县交通运输局", "统干部"));
        assert!(!goes_on("县档案局组", "县档案局党组", "成员包联"));
        assert!(!goes_on("县档案局组", "县档案局党组", "研究决定"));
        assert!(!goes_on("县供水集团委", "县供水集团党委", "研究决定"));
    }

    #[test]
    fn names_stand_without_county_and_town_too() {
        assert_eq!(tail("星河县望舒镇综合服务中心"), Some("综合服务中心"));
        assert_eq!(tail("县市场监督管理局"), Some("市场监督管理局"));
        assert_eq!(tail("市场监督管理局"), None);
        assert_eq!(tail("星河县水利局"), None);
    }

    #[test]
    fn a_name_that_lost_half_a_word_is_no_other_unit() {
        for (is, right) in [
            ("县干部培训心", "县干部培训中心"),
            ("县场监督管理局", "县市场监督管理局"),
            ("县住房和城建设局", "县住房和城乡建设局"),
            ("县农业农局", "县农业农村局"),
            ("县林业和草局", "县林业和草原局"),
            ("县水库管所", "县水库管理所"),
            ("县药品管理心中", "县药品管理中心"),
            ("县第小学", "县第三小学"),
            ("县供水集团委", "县供水集团党委"),
            ("清溪镇综和治理中心", "清溪镇综合治理中心"),
        ] {
            assert!(!is_another(is, right), "{is}");
        }
        for (is, right) in [
            ("县医院", "县中医院"),
            ("市水库管理所", "县水库管理所"),
            ("县住房城乡建设局", "县住房和城乡建设局"),
            ("县城关小学", "县城关二小学"),
            ("清溪镇纪委", "清溪镇党委"),
            ("清溪镇团委", "清溪镇党委"),
            ("清溪镇委", "清溪镇党委"),
        ] {
            assert!(is_another(is, right), "{is}");
        }
    }
}
