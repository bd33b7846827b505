//! Totals and the parts that a text names with them: `25项，其中19项…、6项…`, `25=19+6`, `合计`, `其余`.

mod apart;
mod changed;
mod composed;
mod halves;
mod sorted;
mod together;
mod words;

use std::ops::Range;

use words::{Stretch, Sum, Trust, sum_of};

use crate::zh::quantity::{Quantity, find_all};
use crate::zh::sentence::{clause, is_pause, sentences};

/// A total that its parts do not make up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The total's figures.
    pub total: Range<usize>,
    /// From the first part to the last.
    pub parts: Range<usize>,
    /// What the parts make, in millionths of the unit.
    pub sum: i64,
    /// What the total says, the same.
    pub said: i64,
    /// Of what.
    pub unit: String,
    /// Whether the parts are meant to be all of it; otherwise a person has to say.
    pub sure: bool,
}

/// Every total of a text that is not the sum of its parts.
pub fn find(text: &str) -> Vec<Mismatch> {
    let all = find_all(text);
    let mut out: Vec<Mismatch> = Vec::new();
    for stretch in stretches(text) {
        let from = all.partition_point(|q| q.range.start < stretch.start);
        let to = all.partition_point(|q| q.range.end <= stretch.end);
        if !has_two_alike(&all[from..to.max(from)]) {
            continue;
        }
        let s = Stretch { text, range: stretch, all: &all[from..to] };
        let readings = [
            s.added(),
            s.among(),
            s.halves(),
            s.bracketed(),
            s.listed(),
            s.together(),
            s.rest(),
            s.opposed(),
            s.changed(),
            s.composed(),
            s.sorted(),
        ];
        for sum in readings.into_iter().flatten().filter(|sum| !s.is_part(sum)) {
            let known =
                |m: &Mismatch| m.total == sum.total.number || m.parts.contains(&sum.total.number.start);
            if let Some(found) = judge(text, &sum)
                && !out.iter().any(known)
            {
                out.push(found);
            }
        }
    }
    out.sort_by_key(|m| m.total.start);
    out
}

/// Whether two quantities count the same things, without which nothing adds up. Most sentences have no such two.
fn has_two_alike(all: &[Quantity<'_>]) -> bool {
    all.iter().enumerate().any(|(n, q)| all[n + 1..].iter().any(|other| words::same(q.unit, other.unit)))
}

/// Sentences; one that begins with 其中 goes with the one before.
fn stretches(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for s in sentences(text) {
        match out.last_mut() {
            Some(last) if text[s.clone()].starts_with("其中") => last.end = s.end,
            _ => out.push(s),
        }
    }
    out
}

/// Words of groups that overlap: a member may be a woman and under 35.
const OVERLAP: [&str; 9] = ["党员", "女", "岁", "学历", "少数民族", "以上", "以下", "重复", "累计"];

fn judge(text: &str, sum: &Sum<'_, '_>) -> Option<Mismatch> {
    let Sum { total, parts, whole, trust } = sum;
    let (first, last) = (parts.first()?, parts.last()?);
    if total.about || parts.iter().any(|q| q.about) {
        return None;
    }
    let added = sum_of(parts);
    let fine = match trust {
        // Instalments, each with its day, are all of one sum.
        _ if parts.len() > 1 && parts.iter().all(|q| is_dated(text, q)) => added == total.value,
        // Behind a colon the first part is as much a part as the next.
        _ if is_opened(text, total, parts) => added == total.value || all_but_one_do(total.value, parts),
        Trust::Halves => is_rounded(added, total, parts) || first_make_it_up(total.value, parts),
        _ => some_make_it_up(text, total.value, parts) || all_but_one_do(total.value, parts),
    };
    if fine || *trust != Trust::Said && is_returned(text, total, first) {
        return None;
    }
    let words = &text[first.range.start.min(total.range.start)..last.range.end];
    let apart = added.saturating_sub(total.value).saturating_abs();
    let slip = apart <= (total.value / 5).max(2_000_000);
    let over =
        first.value > total.value || (added > total.value && !OVERLAP.iter().any(|w| words.contains(w)));
    let few = *trust == Trust::Guessed && apart <= 3 * total.step;
    let slips = few && is_near(apart, total);
    let sure = match trust {
        // 其中在用20辆、封存5辆: two ends of the same things leave nothing out.
        Trust::Said => {
            *whole
                || over
                || parts.len() > 1
                    && apart <= 3 * total.step
                    && is_near(apart, total)
                    && apart::is_opposed(text, total, parts)
        }
        Trust::Halves => added > total.value || apart <= (total.value / 5).max(3 * total.step),
        Trust::Near => (*whole || over) && apart <= (total.value / 5).max(3 * total.step),
        Trust::Guessed => {
            let overlap = OVERLAP.iter().any(|w| words.contains(w));
            slips && (apart::is_sorted(text, total, parts) || !overlap && apart::is_no_chance(apart, total))
                || few && apart::comes_back(text, total, parts)
                // 床位36个，夜间25个、全天12个: a list that comes to a little more than there is.
                || few && !overlap && added > total.value && is_list(text, parts) && apart.saturating_mul(20) <= total.value
        }
    };
    let open = parts.len() < 2 && !over;
    let perhaps = added < total.value && (slips || *trust == Trust::Said && slip);
    (!open && (sure || perhaps)).then(|| Mismatch {
        total: total.number.clone(),
        parts: first.range.start..last.range.end,
        sum: added,
        said: total.value,
        unit: total.unit.to_owned(),
        sure,
    })
}

/// `5万元退回：退学生5万元，补齐后续班次1万元`: whether a colon leads to the parts, and none of them is told to be beside the others.
fn is_opened(text: &str, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    const BESIDE: [&str; 7] = ["另", "还", "再", "此外", "并", "利息", "其中"];
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let Some(lead) = text.get(total.range.end..first.range.start) else { return false };
    let words = &text[total.range.end..last.range.end];
    parts.len() > 1 && lead.contains(['：', ':']) && !BESIDE.iter().any(|w| words.contains(w))
}

/// Whether 、 stands between the parts, and nothing but how they are called.
fn is_list(text: &str, parts: &[&Quantity<'_>]) -> bool {
    parts.windows(2).all(|w| {
        let between = &text[w[0].range.end..w[1].range.start];
        between.starts_with('、') && between.chars().count() <= 7 && !between.contains(is_pause)
    })
}

/// Whether a part has its own day before it: `3月2日退还8万元`.
fn is_dated(text: &str, part: &Quantity<'_>) -> bool {
    let own = &text[clause(text, part.range.start).start..part.range.start];
    own.find('月').is_some_and(|at| own[at..].contains('日'))
}

/// Whether one part stands within another: 属实3件，立案2件，不属实9件 are 12件.
fn all_but_one_do(total: i64, parts: &[&Quantity<'_>]) -> bool {
    let sum = sum_of(parts);
    parts.len() > 2 && parts[1..].iter().any(|q| sum.saturating_sub(q.value) == total)
}

/// 发出问卷90份，回收有效问卷85份: the parts are of what came back.
fn is_returned(text: &str, total: &Quantity<'_>, first: &Quantity<'_>) -> bool {
    let back = text.get(total.range.end..first.range.start);
    let own = &text[clause(text, total.range.start).start..total.range.start];
    own.contains('发') && back.is_some_and(|words| words.contains("回收") || words.contains("收回"))
}

/// Whether two or more of the halves make up the total, so that what follows is part of them: 实到50人，未到4人，请假3人.
fn first_make_it_up(total: i64, parts: &[&Quantity<'_>]) -> bool {
    (2..parts.len()).any(|n| sum_of(&parts[..n]) == total)
}

/// Whether the parts make up the total as far as the coarsest of the numbers is printed.
fn is_rounded(added: i64, total: &Quantity<'_>, parts: &[&Quantity<'_>]) -> bool {
    let step = parts.iter().map(|q| q.step).fold(total.step, i64::max);
    added.saturating_sub(total.value).saturating_abs() < step
}

/// Whether so little is missing of a number that it was meant to be reached.
fn is_near(apart: i64, total: &Quantity<'_>) -> bool {
    apart.saturating_mul(5) <= total.value.max(10 * total.step)
}

/// Whether all parts, or those of the first or of the last clauses, make up the total. A list with 、 is not cut in two.
fn some_make_it_up(text: &str, total: i64, parts: &[&Quantity<'_>]) -> bool {
    let cut = |n: usize| {
        n == 0
            || text[parts[n - 1].range.end..parts[n].range.start]
                .contains(['，', ',', '；', ';', '。', '：', ':'])
    };
    let all = parts.len();
    (0..all)
        .filter(|n| cut(*n))
        .any(|n| sum_of(&parts[n..]) == total || n > 0 && sum_of(&parts[..n]) == total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zh::quantity::print;

    fn found(text: &str) -> Vec<(String, String, bool)> {
        find(text).iter().map(|m| (print(m.said), print(m.sum), m.sure)).collect()
    }

    #[test]
    fn parts_that_make_up_their_total_are_well() {
        for text in [
            "共25项整改任务,其中19项已完成、6项正在推进",
            "25项=19项+6项",
            "整改任务25项(19项+6项)",
            "查出停更账号14个。其中9个注销,5个并入主账号",
            "全县128个站里,91个每周开放,24个赶集日开放,13个并入邻村",
            "到会74人,赞成66人、反对5人、弃权3人",
            "答复188件,到期应办52件,办结47件,其余5件注明原因",
            "发放甲类300册、乙类200册,合计500册",
            "支出12.5万元,其中设备8.3万元、培训4.2万元",
            "共31人,其中党员20人、女干部14人",
            "共20人,其中骨干5人",
            "核算112名党员的数额,调高71人,调低6人,其余35人不变",
            "41项事项逐项过堂:29项并入,8项取消,4项停办",
            "拍下问题9个:聊天4个、离岗3个,其余为标识不清",
            "由109件减到78件,减少31件",
            "漏记9次、代签5次,合计14处",
            "货款共11万元付清,其中5月支付6万元、6月支付4万元、8月支付1万元",
            "核查62个项目,手续齐全的57个,有瑕疵的5个",
            "制定制度12项,修订5项、废止6项",
            "召开会议12次,谈话5次、检查6次",
            "检查60处,发现隐患31处,改好19处、限期12处",
            "30条措施已完成24条、正在推进6条",
            "清退38件,办结38件,移交2件",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn parts_that_do_not_are_found() {
        let cases = [
            ("共25项整改任务,其中18项已完成、6项未完成", "25", "24"),
            ("25=19+5", "25", "24"),
            ("任务25项(19项+7项)", "25", "26"),
            ("查出账号14个。其中9个注销,其余6个并入", "14", "15"),
            ("到会74人,赞成66人、反对5人、弃权2人", "74", "73"),
            ("应办52件,办结47件,其余6件注明原因", "52", "53"),
            ("发放甲类300册、乙类200册,合计510册", "510", "500"),
            ("支出12.5万元,其中设备8.3万元、培训4.3万元", "125000", "126000"),
            ("共8件,其中9件已办结", "8", "9"),
            ("便民事项41项:29项并入,8项取消,5项停办", "41", "42"),
            ("受理新件143件,按期回话131件,逾期11件", "143", "142"),
            ("由109件减到78件,减少30件", "109", "108"),
            ("漏记9次、代签5次,合计15处", "15", "14"),
            ("备案3场,其中面向干部的3场、面向群众的2场", "3", "5"),
            ("核查62个项目,手续齐全的57个,有瑕疵的4个", "62", "61"),
            ("处置电脑17台、空调16台,共36台", "36", "33"),
            ("回应留言95条,公开答应79条、当面答应15条", "95", "94"),
            ("启动12个项目的结算,自己审7个、请人审4个。11个项目都已结清", "12", "11"),
            ("收到25件,办结19件,正在办4件,退回1件", "25", "24"),
            ("清理旧账20笔,收回13笔、转为收入5笔、核销1笔", "20", "19"),
            ("梳理文件26份,沿用15份、修订6份、废止4份", "26", "25"),
            ("账面588件,入库551件、借出35件、遗失1件", "588", "587"),
            ("轮训119人次,机关36人次、基层80人次", "119", "116"),
            ("复核低保家庭20户,补录14户、退出9户", "20", "23"),
            ("调整名册25户,补录14户、退出9户", "25", "23"),
            ("35条措施已完成37条、正在推进0条", "35", "37"),
        ];
        for (text, said, sum) in cases {
            assert_eq!(found(text), [(said.to_owned(), sum.to_owned(), true)], "{text}");
        }
    }

    #[test]
    fn parts_that_may_be_only_some_are_for_a_person_to_judge() {
        assert_eq!(found("问题25个,其中制度类9个、作风类14个"), [("25".into(), "23".into(), false)]);
        assert_eq!(found("问题25个,其中制度类9个、作风类6个"), []);
        for (text, said, sum) in [
            ("走访20个站点,关门的13个,没人接电话的6个", "20", "19"),
            ("走访商户12家,宣讲政策5家、登记诉求6家", "12", "11"),
            ("复核低保家庭25户,补录14户、退出9户", "25", "23"),
            ("参训干部90人,党员60人、女干部29人", "90", "89"),
        ] {
            assert_eq!(found(text), [(said.into(), sum.into(), false)], "{text}");
        }
    }
}
