//! Paragraphs without numbers under an issue: one measure, or one each where the notice counts them so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use gongkai::import::{Imported, Options};
use gongkai::model::Notice;
use kit::proved;

const COUNTED: &str = "中共云汀县粮库支部委员会关于巡察整改进展情况的通报
支部把反馈的3个问题细化为7条整改措施，其中立行立改2条。
一、反馈问题整改落实情况
问题1：粮情检测不及时。
保管科补测粮温12次，建立检测台账。
保管科更换测温电缆8根。
问题2：仓房维修滞后。
基建科翻修屋面3处，经县发改局验收合格。
保管科逐仓检查门窗，更换密封条40米。
基建科与施工单位签订保修协议。
问题3：账目公开不及时。
财务科每月公布收支。
办公室设置公开栏2处。
中共云汀县粮库支部委员会
2025年9月8日
";

fn imported(text: &str) -> (Imported, Notice) {
    let (imported, mut site) = proved::imported(text, &Options::default());
    (imported, site.notices.remove(0))
}

/// Measures of each issue, issues whose paragraphs were taken together, measures that are a paragraph each.
fn counts(text: &str) -> (Vec<usize>, usize, usize) {
    let (imported, notice) = imported(text);
    let each = notice.issues.iter().map(|i| i.measures.len()).collect();
    (each, imported.report.joined, imported.report.parted)
}

#[test]
fn paragraphs_are_measures_where_the_notice_counts_as_many() {
    assert_eq!(counts(COUNTED), (vec![2, 3, 2], 0, 7));
    let (whole, notice) = imported(COUNTED);
    let ids: Vec<_> = notice.issues[1].measures.iter().map(|m| m.id.0.as_str()).collect();
    assert_eq!(ids, ["m1", "m2", "m3"]);
    assert_eq!(whole.report.pins, 0);
    let words = COUNTED.replace("7条整改措施", "七条整改措施");
    assert_eq!(counts(&words).0, [2, 3, 2]);
    let below =
        COUNTED.replace("及时。\n", "及时。\n整改情况：\n").replace("滞后。\n", "滞后。\n整改情况：\n");
    assert_eq!(counts(&below), (vec![2, 3, 2], 0, 7));
    let closed =
        below.replace("\n问题", "\n完成情况：已完成\n问题").replacen("完成情况：已完成\n问题1", "问题1", 1);
    assert_eq!(counts(&closed), (vec![2, 3, 2], 0, 7), "a completion line is no measure");
    let (_, notice) = imported(&closed.replace("完成情况：", "整改进度："));
    let said: Vec<_> = notice.issues.iter().map(|i| (i.measures.len(), i.completion.as_deref())).collect();
    assert_eq!(said, [(2, Some("已完成")), (3, Some("已完成")), (2, None)]);
}

#[test]
fn they_are_one_measure_where_nothing_proves_more() {
    for other in [
        COUNTED.replace("7条整改措施", "8条整改措施"),
        COUNTED.replace("7条整改措施", "若干措施"),
        COUNTED.replace("其中立行立改2条", "全县共落实措施19条"),
        COUNTED.replace("保管科更换", "责任单位：保管科。\n保管科更换").replace("7条整改措施", "8条整改措施"),
        COUNTED.replace("财务科每月", "一是财务科每月").replace("办公室设置", "二是办公室设置"),
    ] {
        assert_eq!(counts(&other).0, [1, 1, 1], "{other}");
    }
    let (_, joined, parted) = counts(&COUNTED.replace("7条整改措施", "8条整改措施"));
    assert_eq!((joined, parted), (3, 0));
}

/// As a person would do it: the text of one measure into entries of their own.
#[test]
fn the_command_says_so_and_splitting_by_hand_leaves_the_export_as_it_is() {
    let text = COUNTED.replace("7条整改措施", "8条整改措施");
    let dir = tempfile::tempdir().unwrap();
    let (file, root) = (dir.path().join("n.txt"), dir.path().to_str().unwrap());
    std::fs::write(&file, &text).unwrap();
    let args = ["import", "--lang", "en", "--slug", "n", "-C", root];
    let out = kit::gongkai(args).arg(&file).output().unwrap();
    let said = kit::text(&out.stdout);
    assert!(said.contains("3 issues have several paragraphs without numbers"), "{said}");
    let issue = dir.path().join("content/notices/n/issues/01-issue-1.md");
    let own = std::fs::read_to_string(&issue).unwrap();
    let split = own.replace("\n      保管科更换", "\n  - id: m2\n    text: |\n      保管科更换");
    assert_ne!(own, split, "{own}");
    std::fs::write(&issue, split).unwrap();
    let exported = kit::run(["export", "n", "--format", "txt", "-C", root], 0);
    assert_eq!(kit::text(&exported.stdout), text);
    let again = ["import", "--lang", "en", "--slug", "m", "-C", root];
    std::fs::write(&file, COUNTED).unwrap();
    let out = kit::gongkai(again).arg(&file).output().unwrap();
    let said = kit::text(&out.stdout);
    assert!(said.contains("just as many paragraphs without numbers"), "{said}");
}
