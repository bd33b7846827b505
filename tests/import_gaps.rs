//! Titles that only the numbers around them tell, and lines with such a number that stay where they stand: those are told.
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

fn titles(notice: &Notice) -> Vec<&str> {
    notice.issues.iter().map(|i| i.title.as_str()).collect()
}

/// The lines that are told: one by one, and all at once.
fn told(imported: &Imported) -> (Vec<usize>, Vec<usize>) {
    let lines = |places: &[gongkai::import::Place]| places.iter().map(|p| p.line).collect::<Vec<_>>();
    (lines(&imported.report.doubtful), lines(&imported.report.left))
}

const NOTHING: (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());

#[test]
fn a_title_that_names_no_fault_is_told_by_the_numbers_around_it() {
    let labelled: &[&str] = &[
        "一、反馈问题整改落实情况",
        "（十一）粮情检测不到位的问题",
        "整改情况：保管科每三天测温一次。",
        "（十二）上轮巡察整改留有尾巴",
        "支部逐项清查上轮台账。",
        "（十三）仓房维修把关不严的问题",
        "整改情况：基建科翻修屋面3处。",
    ];
    let named: &[&str] = &[
        "一、反馈问题整改落实情况",
        "（十一）粮情检测不到位的问题。",
        "保管科每三天测温一次。",
        "（十二）上轮巡察整改留有尾巴。",
        "支部逐项清查上轮台账。",
        "二、粮库管理方面",
        "（十三）仓房维修把关不严的问题。",
        "基建科翻修屋面3处。",
    ];
    let listed: &[&str] = &[
        "一、反馈问题整改落实情况",
        "11．粮情检测不到位",
        "（1）保管科每三天测温一次。",
        "12．上轮巡察整改留有尾巴",
        "会议要求如下：",
        "（1）支部逐项清查上轮台账。",
        "13．仓房维修把关不严",
        "（1）基建科翻修屋面3处。",
    ];
    for lines in [labelled, named, listed] {
        let (imported, notice) = whole(lines);
        assert_eq!(imported.report.issues, 3, "{lines:?}");
        assert!(titles(&notice)[1].starts_with("上轮巡察整改留有尾巴"), "{lines:?}");
        assert_eq!(notice.issues[0].measures.len(), 1, "{lines:?}");
        assert_eq!(told(&imported), NOTHING, "{lines:?}");
    }
}

/// Numbers of a list in a measure do not fill the gap alone, so nothing says which of them is the title.
#[test]
fn numbers_that_do_more_than_fill_a_gap_are_left_and_told() {
    let (imported, notice) = whole(&[
        "一、反馈问题整改落实情况",
        "（一）粮情检测不到位的问题",
        "整改情况：保管科按仓测温。",
        "（一）东仓三天一次",
        "（二）西仓两天一次",
        "（三）仓房维修把关不严的问题",
        "整改情况：基建科翻修屋面3处。",
    ]);
    assert_eq!((imported.report.issues, imported.report.measures), (2, 2));
    assert!(notice.issues[0].measures[0].text.ends_with("（二）西仓两天一次"));
    assert_eq!(told(&imported), (vec![], vec![6, 7]));
}

/// Where the titles of a heading name too few faults to be issues together, those beside one that does are.
#[test]
fn a_short_title_before_or_behind_a_run_is_one_where_it_stands_over_the_same() {
    let lines = |first: [&'static str; 2], last: [&'static str; 2]| {
        let head = [
            "一、储粮安全方面",
            "（一）关于粮情检测走形式的问题。",
            "1.保管科每三天测温一次。",
            "（二）关于仓房漏雨的问题。",
            "1.基建科翻修屋面3处。",
            "二、粮库管理方面",
        ];
        let middle = ["（二）关于值班走过场的问题。", "1.办公室印制值班簿。"];
        [&head[..], &first, &middle, &last].concat()
    };
    let (before, behind) =
        (["（一）台账欠账多", "1.财务科补登台账。"], ["（三）上轮整改留有尾巴", "1.支部逐项清查。"]);
    let (imported, notice) = whole(&lines(before, behind));
    let all = [
        "关于粮情检测走形式的问题。",
        "关于仓房漏雨的问题。",
        "台账欠账多",
        "关于值班走过场的问题。",
        "上轮整改留有尾巴",
    ];
    assert_eq!(titles(&notice), all);
    assert_eq!((imported.report.measures, told(&imported)), (5, NOTHING));
    for last in [
        ["（三）持续巩固整改成果", "1.支部每月听取汇报。"],
        ["（三）上轮整改留有尾巴", "支部逐项清查。"],
        ["（三）支部逐项清查，补缴租金", "1.追缴利息1万元。"],
    ] {
        let (imported, notice) = whole(&lines(before, last));
        assert_eq!(titles(&notice), all[..4], "{last:?}");
        assert_eq!(told(&imported), (vec![], vec![13]), "{last:?}");
    }
}

/// A sentence, a plan, a number that jumps, and a title over other words than the titles above may all be something else.
#[test]
fn behind_the_last_title_the_count_alone_decides_nothing() {
    let lines = |last: [&'static str; 3]| {
        let head = [
            "一、储粮安全方面",
            "（一）粮情检测走形式的问题",
            "整改情况：",
            "1.保管科每三天测温一次。",
            "（二）仓房漏雨的问题",
            "整改情况：",
            "1.基建科翻修屋面3处。",
        ];
        [&head[..], &last].concat()
    };
    let label = "整改措施：";
    let (imported, _) = whole(&lines(["（三）上轮巡察整改留有尾巴", label, "1.支部逐项清查上轮台账。"]));
    assert_eq!((imported.report.issues, told(&imported)), (3, NOTHING));
    for last in [
        ["（三）上轮巡察整改留有尾巴", "支部逐项清查上轮台账。", "补缴租金3万元。"],
        ["（三）上轮巡察整改留有尾巴", "1.支部逐项清查上轮台账。", "2.补缴租金3万元。"],
        ["（三）支部逐项清查上轮台账。", "补缴租金3万元。", "追缴利息1万元。"],
        ["（四）上轮巡察整改留有尾巴", "支部逐项清查上轮台账。", "补缴租金3万元。"],
    ] {
        let (imported, _) = whole(&lines(last));
        assert_eq!(imported.report.issues, 2, "{last:?}");
        assert_eq!(told(&imported), (vec![], vec![10]), "{last:?}");
    }
}

#[test]
fn lines_that_begin_as_headings_do_are_told_wherever_they_are_left() {
    let (imported, _) = whole(&[
        "一、总体情况",
        "支部成立专班。",
        "二、反馈问题整改落实情况",
        "（一）储粮安全方面",
        "问题1：粮情检测走形式。",
        "①保管科每三天测温一次。",
        "六、粮库管理方面",
        "问题2：仓房漏雨。",
        "①基建科翻修屋面3处。",
        "（一）东仓2处。",
        "（二）西仓1处。",
    ]);
    assert_eq!((imported.report.issues, imported.report.measures), (2, 2));
    assert_eq!(told(&imported), (vec![], vec![9, 12, 13]));
    assert_eq!(imported.report.left[0].text, "六、粮库管理方面");
    // Divisions that do not count on are none, and yet no part of a measure.
    let (imported, _) = whole(&[
        "壹、反馈问题整改落实情况",
        "问题1：粮情检测走形式。",
        "①保管科每三天测温一次。",
        "肆、今后努力方向",
        "支部每月听取一次汇报。",
    ]);
    assert_eq!(told(&imported), (vec![], vec![3, 6]));
}

/// Prose with its heading run in is prose, and measures are what their number says.
#[test]
fn prose_and_measures_are_not_told() {
    let (imported, _) = whole(&[
        "一、总体情况",
        "（一）认领问题。支部逐条认领，当场签字。",
        "（二）分清责任。每条措施有人负责。",
        "二、反馈问题整改落实情况",
        "（一）粮情检测走形式的问题",
        "整改情况：",
        "1.保管科每三天测温一次。",
        "2. 更换测温电缆8根。",
        "（二）仓房漏雨的问题",
        "整改情况：",
        "1.基建科翻修屋面3处。",
        "三、下一步打算",
        "（一）每月听取一次整改汇报。",
        "（二）年底前逐条回头看。",
    ]);
    assert_eq!((imported.report.issues, imported.report.measures), (2, 3));
    assert_eq!(told(&imported), NOTHING);
}
