//! Titles with what was done in the same line: two things where that is plain, and one line where it is not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use gongkai::import::{Imported, Options};
use gongkai::model::Notice;
use kit::proved;

/// A notice of these lines, the first of which is line 3; its export is the very same text.
fn whole(lines: &[&str]) -> (Imported, Notice) {
    let head = ["中共云汀县粮库支部委员会关于巡察整改进展情况的通报", "现将整改进展情况通报如下。"];
    let foot = ["中共云汀县粮库支部委员会", "2025年9月8日"];
    let text = [&head, lines, &foot].concat().join("\n") + "\n";
    let (imported, mut site) = proved::imported(&text, &Options::default());
    (imported, site.notices.remove(0))
}

/// Title and measures of each issue, those in brackets that go on in the line before.
fn issues(notice: &Notice) -> Vec<String> {
    let measure =
        |m: &gongkai::model::Measure| if m.runs_on { format!("[{}]", m.text) } else { m.text.clone() };
    let one = |i: &gongkai::model::Issue| {
        [i.title.clone()].into_iter().chain(i.measures.iter().map(measure)).collect::<Vec<_>>().join("|")
    };
    notice.issues.iter().map(one).collect()
}

#[test]
fn a_title_ends_at_its_sentence_and_the_rest_is_what_was_done() {
    let own = [
        "粮情检测不及时。|[一是每三天测温一次。二是更换电缆8根。]",
        "账目不清。|[一是清理往来账12笔。二是补登台账6本。]",
        "仓房维修滞后问题。|[一是翻修屋面3处。]",
    ];
    for (digit, point) in
        [("1", "."), ("1", "．"), ("1", "、"), ("１", "．"), ("１", "、"), ("（一", "）"), ("(1", ")")]
    {
        let number = |n: usize| match digit {
            "1" => format!("{n}{point}"),
            "１" => format!("{}{point}", ["１", "２", "３"][n - 1]),
            "（一" => format!("（{}{point}", ["一", "二", "三"][n - 1]),
            _ => format!("问题{n}："),
        };
        let lines = [
            "一、反馈问题整改落实情况".to_owned(),
            format!("{}粮情检测不及时。一是每三天测温一次。二是更换电缆8根。", number(1)),
            format!("{}账目不清。一是清理往来账12笔。二是补登台账6本。", number(2)),
            format!("{}仓房维修滞后问题。一是翻修屋面3处。", number(3)),
        ];
        let (imported, notice) = whole(&lines.each_ref().map(String::as_str));
        assert_eq!(issues(&notice), own, "{}", number(1));
        assert_eq!((imported.report.issues, imported.report.measures, imported.report.pins), (3, 3, 0));
        assert_eq!(imported.report.left, [], "{}", number(1));
    }
}

#[test]
fn numbered_measures_and_labels_may_stand_there_too() {
    let (imported, notice) = whole(&[
        "一、反馈问题整改落实情况",
        "1．粮情检测不及时。（1）保管科每三天测温一次。（2）更换电缆8根。",
        "2．账目不清。",
        "（1）财务科清理往来账12笔。",
        "3．仓房维修滞后。（1）基建科翻修屋面3处。",
        "雨季前逐仓复查。",
    ]);
    let own = [
        "粮情检测不及时。|[保管科每三天测温一次。]|[更换电缆8根。]",
        "账目不清。|财务科清理往来账12笔。",
        "仓房维修滞后。|[基建科翻修屋面3处。\n雨季前逐仓复查。]",
    ];
    assert_eq!(issues(&notice), own);
    assert_eq!((imported.report.measures, imported.report.pins), (4, 0));
    let (_, notice) = whole(&[
        "一、反馈问题整改落实情况",
        "（一）关于账目不清的问题。整改情况：财务科清理往来账12笔。",
        "（二）关于仓房漏雨的问题。",
        "整改情况：基建科翻修屋面3处。",
    ]);
    assert_eq!(
        issues(&notice),
        ["关于账目不清的问题。|[财务科清理往来账12笔。]", "关于仓房漏雨的问题。|基建科翻修屋面3处。"]
    );
    assert_eq!(notice.numbering.label, "整改情况：");
}

/// Where others name a fault, a title that names none is one too; under （一） measures count 1. and 2.
#[test]
fn what_other_titles_say_tells_of_those_that_say_nothing() {
    let (imported, notice) = whole(&[
        "一、储粮安全方面",
        "（一）粮情检测不及时。1.保管科每三天测温一次。2.更换电缆8根。",
        "（二）仓房漏雨。1.基建科翻修屋面3处。",
        "二、粮库管理方面",
        "（三）值班走过场。1.办公室印制值班簿。",
    ]);
    let own = [
        "粮情检测不及时。|[保管科每三天测温一次。]|[更换电缆8根。]",
        "仓房漏雨。|[基建科翻修屋面3处。]",
        "值班走过场。|[办公室印制值班簿。]",
    ];
    assert_eq!(issues(&notice), own);
    assert_eq!((imported.report.headings, imported.report.pins), ([2, 0, 0], 0));
}

/// One among titles on lines of their own is no part of the measure before it.
#[test]
fn one_line_may_do_otherwise_than_the_others() {
    let (imported, notice) = whole(&[
        "一、反馈问题整改落实情况",
        "10．粮情检测不及时。",
        "一是每三天测温一次。",
        "11．账目不清。一是清理往来账12笔。二是补登台账6本。",
        "12．仓房维修滞后。",
        "一是翻修屋面3处。",
    ]);
    let own = [
        "粮情检测不及时。|一是每三天测温一次。",
        "账目不清。|[一是清理往来账12笔。二是补登台账6本。]",
        "仓房维修滞后。|一是翻修屋面3处。",
    ];
    assert_eq!(issues(&notice), own);
    assert_eq!(imported.report.left, []);
}

/// A list goes on below; a sentence behind a title is what was done where the title fills the gap between two.
#[test]
fn what_was_done_may_go_on_below_or_be_a_sentence() {
    let (imported, notice) = whole(&[
        "一、反馈问题整改落实情况",
        "1．粮情检测不及时。一是每三天测温一次。",
        "二是更换电缆8根。",
        "2．账目不清。财务科清理往来账12笔。",
        "3．仓房维修滞后。一是翻修屋面3处。",
    ]);
    let own = [
        "粮情检测不及时。|[一是每三天测温一次。\n二是更换电缆8根。]",
        "账目不清。|[财务科清理往来账12笔。]",
        "仓房维修滞后。|[一是翻修屋面3处。]",
    ];
    assert_eq!(issues(&notice), own);
    assert_eq!(imported.report.left, []);
    let (_, notice) = whole(&[
        "一、反馈问题整改落实情况",
        "1．粮情检测不及时。（1）保管科每三天测温一次。",
        "（2）更换电缆8根。",
        "2．账目不清。（1）财务科清理往来账12笔。",
    ]);
    let own =
        ["粮情检测不及时。|[保管科每三天测温一次。]|更换电缆8根。", "账目不清。|[财务科清理往来账12笔。]"];
    assert_eq!(issues(&notice), own);
}

/// 一是 may say what is wrong, and what was done stands below; prose with its heading run in names no fault; a plain sentence behind a title
/// may be either.
#[test]
fn what_may_be_the_title_itself_is_not_cut_off() {
    let (_, notice) = whole(&[
        "一、反馈问题整改落实情况",
        "问题1：学习不到位。一是组织缺位，二是记录不全。",
        "整改情况：支部每月学习一次。",
        "问题2：账目不清。一是清理不及时。二是台账漏登。",
        "（1）财务科清理往来账12笔。",
    ]);
    let own = [
        "学习不到位。一是组织缺位，二是记录不全。|支部每月学习一次。",
        "账目不清。一是清理不及时。二是台账漏登。|财务科清理往来账12笔。",
    ];
    let found = issues(&notice);
    assert_eq!(found[0], own[0]);
    assert!(found[1].starts_with("账目不清。一是清理不及时。二是台账漏登。|"), "{found:?}");
    let prose = [
        "一、总体情况",
        "（一）认领问题。一是逐条认领。二是当场签字。",
        "（二）分清责任。一是每条措施有人负责。",
        "二、反馈问题整改落实情况",
        "问题1：仓房漏雨。",
        "①基建科翻修屋面3处。",
        "②疏通排水沟。",
    ];
    let (imported, notice) = whole(&prose);
    assert_eq!(issues(&notice), ["仓房漏雨。|基建科翻修屋面3处。|疏通排水沟。"]);
    assert!(notice.outline[0].text.as_ref().unwrap().text.starts_with("（一）认领问题。一是逐条认领。"));
    assert_eq!(imported.report.left, []);
    let (imported, notice) = whole(&[
        "一、反馈问题整改落实情况",
        "1．粮情检测不及时。",
        "一是每三天测温一次。",
        "2．仓房维修滞后。",
        "一是翻修屋面3处。",
        "3．账目不清。财务科清理往来账12笔。",
    ]);
    assert_eq!(notice.issues.len(), 2);
    assert_eq!(imported.report.left.iter().map(|p| p.line).collect::<Vec<_>>(), [8]);
}
