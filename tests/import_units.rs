//! Who answers, where the text says it (责任单位：…): the units of measures, and what is left for a person to say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use gongkai::import::{Assigned, Open, Options, Unclear, import};
use gongkai::model::{Notice, Unit, UnitId};
use gongkai::text::{FileId, Span};
use kit::proved::imported;

const LABELLED: &str = "中共云汀县粮库支部委员会关于巡察整改进展情况的通报
现将整改进展情况通报如下。
一、反馈问题整改落实情况
1.关于粮情检测不及时的问题。
责任单位：保管科。
整改情况：
（1）补测粮温12次。
（2）更换测温电缆8根。
2.关于仓房维修滞后的问题。
责任单位：基建科、保管科。
整改情况：
（1）基建科翻修屋面3处。
（2）逐仓检查门窗。
3.关于值班记录不全的问题。
责任单位：各有关科室。
整改情况：
（1）统一印制值班簿。
4.关于账目公开不及时的问题。
整改情况：
（1）每月公布收支。（牵头单位：财务科；配合单位：办公室）
（2）设置公开栏2处。
中共云汀县粮库支部委员会
2025年9月8日
";

/// For each measure, the names of its unit and of those who help.
fn who(notice: &Notice, units: &[Unit]) -> Vec<String> {
    let name = |id: &UnitId| units.iter().find(|u| u.id == *id).unwrap().name.clone();
    let measures = notice.issues.iter().flat_map(|i| &i.measures);
    measures.map(|m| m.unit.iter().chain(&m.with).map(name).collect::<Vec<_>>().join("+")).collect()
}

fn unclear(at: &str, why: Unclear) -> Open {
    Open { at: at.to_owned(), why }
}

fn unit(id: &str, name: &str, alias: &str) -> Unit {
    Unit {
        id: UnitId(id.to_owned()),
        name: name.to_owned(),
        aliases: vec![alias.to_owned()],
        span: Span::new(FileId(0), 0, 0),
    }
}

#[test]
fn a_body_that_the_text_says_answers_is_the_unit_of_the_measure() {
    let (imported, site) = imported(LABELLED, &Options::default());
    assert_eq!(
        who(&site.notices[0], &site.units),
        ["保管科", "保管科", "基建科", "", "", "财务科+办公室", ""]
    );
    let Assigned { set, open, lacking, unknown } = imported.report.assigned;
    assert_eq!((set, lacking, unknown.len()), (4, 0, 0));
    let left = [
        unclear("issue-2 m2", Unclear::Several),
        unclear("issue-3 m1", Unclear::Words(vec!["各有关科室".to_owned()])),
    ];
    assert_eq!(open, left, "what is not plain is left open and told");
    assert!(!site.units.iter().any(|u| u.name.contains('各')), "{:?}", site.units);
}

#[test]
fn a_name_with_words_in_quotes_is_a_name() {
    let text = LABELLED.replace("责任单位：保管科。", "责任单位：粮库“三防”指挥中心。");
    let (imported, site) = imported(&text, &Options::default());
    assert_eq!(who(&site.notices[0], &site.units)[0], "粮库“三防”指挥中心");
    let found = imported.report.units.iter().find(|u| u.name.contains("三防")).unwrap();
    assert_eq!((found.times, found.line), (1, 5));
}

#[test]
fn it_is_so_without_a_label_above_the_measures() {
    let text = LABELLED.replace("整改情况：\n", "").replace("关于", "").replace("的问题。", "。");
    let (imported, site) = imported(&text, &Options::default());
    assert_eq!((imported.report.issues, imported.report.measures), (4, 7));
    assert_eq!(who(&site.notices[0], &site.units)[..4], ["保管科", "保管科", "基建科", ""]);
}

#[test]
fn a_line_under_the_last_of_several_measures_may_speak_of_all_of_them() {
    let text = LABELLED.replace("更换测温电缆8根。\n", "更换测温电缆8根。\n责任单位：保管科。\n").replacen(
        "责任单位：保管科。\n",
        "",
        1,
    );
    let (imported, site) = imported(&text, &Options::default());
    assert_eq!(who(&site.notices[0], &site.units)[..2], ["", ""]);
    let left = ["issue-1 m1", "issue-1 m2"].map(|at| unclear(at, Unclear::Shared));
    assert_eq!(imported.report.assigned.open[..2], left);
}

/// 公司党委 of （以下简称“公司党委”） is another name of who signs, and a body that is introduced so and named again is a unit.
#[test]
fn a_short_name_that_the_text_gives_is_a_name_of_the_unit() {
    let text = LABELLED.replace(
        "现将",
        "县委巡察二组对中共云汀县粮库支部委员会（以下简称“粮库支部”）开展了巡察。粮库下辖云汀东仓米业有限公司（以下简称\
         “东仓米业”）。现将",
    );
    let text = text.replace("（2）逐仓检查门窗。", "（2）东仓米业逐仓检查门窗，东仓米业另设专人。");
    let (_, site) = imported(&text, &Options::default());
    let names: Vec<String> = site.units.iter().map(|u| u.names().collect::<Vec<_>>().join("/")).collect();
    for own in ["中共云汀县粮库支部委员会/粮库支部", "云汀东仓米业有限公司/东仓米业"]
    {
        assert!(names.iter().any(|n| n == own), "{own}: {names:?}");
    }
}

#[test]
fn in_a_site_that_is_there_only_its_own_units_are_named() {
    let units = vec![unit("storage", "粮库保管科", "保管科"), unit("u1", "粮库工会", "工会")];
    let options = Options { units: Some(units), ..Options::default() };
    let imported = import(LABELLED, &options).unwrap();
    let assigned = imported.report.assigned;
    assert_eq!((assigned.set, assigned.lacking), (2, 2));
    assert_eq!(assigned.unknown, ["基建科", "财务科", "办公室"]);
    let names: Vec<&str> = imported.report.units.iter().map(|u| u.name.as_str()).collect();
    assert_eq!(
        names,
        ["基建科", "中共云汀县粮库支部委员会", "办公室", "财务科"],
        "what the site lists is not proposed again"
    );
    let files: String = imported.files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    assert_eq!((files.matches("unit: storage").count(), files.matches("unit: ").count()), (2, 2));
}

/// 东仓收购点 ends as no body does, and 各 begins words for many: the site says that they are units.
#[test]
fn a_name_that_the_site_lists_is_a_unit_whatever_it_looks_like() {
    let text = LABELLED
        .replace("责任单位：保管科。", "责任单位：东仓收购点。")
        .replace("责任单位：各有关科室。", "责任单位：各乡镇粮站。")
        .replace("牵头单位：财务科；配合单位：办公室", "责任单位：财务科、东仓收购点");
    let none = imported(&text, &Options::default()).0.report.assigned;
    let odd = |at: &str, name: &str| unclear(at, Unclear::Words(vec![name.to_owned()]));
    let several = unclear("issue-2 m2", Unclear::Several);
    let left = [
        odd("issue-1 m1", "东仓收购点"),
        odd("issue-1 m2", "东仓收购点"),
        several.clone(),
        odd("issue-3 m1", "各乡镇粮站"),
        odd("issue-4 m1", "东仓收购点"),
    ];
    assert_eq!((none.set, none.open), (1, left.to_vec()));
    let units = vec![
        unit("store", "东仓收购点", "东仓"),
        unit("all", "乡镇粮站", "各乡镇粮站"),
        unit("money", "财务科", "财务"),
        unit("works", "基建科", "基建"),
    ];
    let options = Options { units: Some(units), ..Options::default() };
    let imported = import(&text, &options).unwrap();
    let assigned = imported.report.assigned;
    assert_eq!((assigned.set, assigned.lacking, assigned.open), (5, 0, vec![several]));
    let files: String = imported.files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    let count = |id: &str| files.matches(&format!("unit: {id}\n")).count();
    assert_eq!(["store", "all", "money", "works"].map(count), [2, 1, 1, 1]);
}

#[test]
fn a_branch_of_a_bank_is_a_body() {
    let text = LABELLED.replace("牵头单位：财务科；配合单位：办公室", "责任单位：东河支行、城北分行");
    let (_, site) = imported(&text, &Options::default());
    assert_eq!(who(&site.notices[0], &site.units)[5], "东河支行+城北分行");
}

fn proposed(text: &str) -> Vec<String> {
    let (imported, _) = imported(text, &Options::default());
    imported.report.units.iter().map(|u| [&[u.name.clone()][..], &u.aliases].concat().join("/")).collect()
}

/// 粮食局 and its 党组 act apart here; the team of another body, and what leads up to a name, are none of it.
const APART: &str = "中共云汀县粮食局党组关于巡察整改进展情况的通报
根据省粮食集团有限公司（以下简称“省粮集团”）的通知，县委巡察二组对县粮食局党组开展了巡察，延伸至云汀县第二粮油公司（以下简称“二粮公司”）。
一、反馈问题整改落实情况
1.关于粮情检测不及时的问题。
整改情况：
（1）县粮食局党组研究方案2次。购销股补测粮温12次。
（2）县粮食局更换电缆8根，县纪委监委驻县粮食局纪检监察组约谈2人。
2.关于仓房维修滞后的问题。
整改情况：
（1）县粮食局党组确定维修清单。6月20日，购销股验收3处。
（2）县粮食局翻修屋面3处。
3.关于账目公开不及时的问题。
整改情况：
（1）县粮食局党组每季听取汇报。县粮食局逐月公布收支。
（2）经公示，购销股退还押金4笔。
中共云汀县粮食局党组
2025年9月8日
";

#[test]
fn bodies_that_the_text_tells_apart_are_several_and_no_name_is_cut() {
    let names = [
        "中共云汀县粮食局党组/县粮食局党组",
        "云汀县第二粮油公司/二粮公司",
        "县粮食局",
        "县纪委监委驻县粮食局纪检监察组",
        "省粮食集团有限公司/省粮集团",
        "购销股",
    ];
    let mut found = proposed(APART);
    found.sort();
    assert_eq!(found, names);
}

#[test]
fn a_party_body_that_does_not_act_apart_is_one_with_its_office() {
    let found = proposed(&APART.replace("）县粮食局党组", "）县粮食局"));
    assert!(found.contains(&"中共云汀县粮食局党组/县粮食局".to_owned()), "{found:?}");
}

/// …党组（以下简称“局党组”） is the body that signs, by both names; its office is another.
#[test]
fn the_party_body_by_its_usual_name_is_the_one_that_signs_and_not_its_office() {
    let text = APART.replace("对县粮食局党组开展", "对县粮食局党组（以下简称“局党组”）开展");
    let text = text.replace("）县粮食局党组", "）局党组");
    let found = proposed(&text);
    let own: Vec<&String> = found.iter().filter(|names| names.contains("党组")).collect();
    assert_eq!(own, ["中共云汀县粮食局党组/局党组/县粮食局党组"], "{found:?}");
    assert!(found.contains(&"县粮食局".to_owned()), "{found:?}");
    let text =
        text.replace("县粮食局", "东仓镇").replace("局党组", "镇党委").replace("东仓镇党组", "东仓镇党委");
    let found = proposed(&text.replace("中共云汀东仓镇党委", "中共云汀县东仓镇委员会"));
    let own = found.iter().filter(|names| names.contains("党委") || names.contains("镇委员会")).count();
    assert_eq!(own, 1, "{found:?}");
}

/// Into a folder that has a site; what the command says of units that it lacks.
#[test]
fn the_command_reads_the_units_of_the_site() {
    let dir = tempfile::tempdir().unwrap();
    let (file, root) = (dir.path().join("n.txt"), dir.path().to_str().unwrap());
    std::fs::write(&file, LABELLED).unwrap();
    std::fs::create_dir(dir.path().join("content")).unwrap();
    let site = "format: 1\ntitle: 云汀县粮库\nlanguage: zh-CN\ntheme: civic\nunits:\n  - {id: storage, name: 保管科}\n";
    std::fs::write(dir.path().join("content/site.yaml"), site).unwrap();
    let out =
        kit::gongkai(["import", "--lang", "en", "--slug", "n", "-C", root]).arg(&file).output().unwrap();
    let said = format!("{}{}", kit::text(&out.stdout), kit::text(&out.stderr));
    assert!(said.contains("2 measures got the unit that the text names"), "{said}");
    assert!(said.contains("site.yaml has none of these names: 基建科, 财务科, 办公室"), "{said}");
    assert!(said.contains("“各有关科室” is not plainly the name of one body"), "{said}");
    assert!(said.contains("names none of them or more than one: issue-2 m2"), "{said}");
    assert!(!said.contains("stands under the last of several measures"), "only what is so is said: {said}");
    kit::run(["check", "-C", root], 0);
}

#[test]
fn words_around_a_name_are_no_part_of_it_and_each_short_name_is_one() {
    let text = LABELLED.replace(
        "（1）补测粮温12次。",
        "（1）领导小组办公室设在粮库党政综合办公室（以下简称“综合办”），测温情况由粮库储运业务科室（以下简称“储运科”或“业务科”）汇总，综合办抽查，储运科建账，业务科复核。",
    );
    let (_, site) = imported(&text, &Options::default());
    let with_aliases: Vec<String> = site
        .units
        .iter()
        .filter(|u| !u.aliases.is_empty())
        .map(|u| format!("{}={}", u.name, u.aliases.join("/")))
        .collect();
    assert_eq!(with_aliases, ["粮库储运业务科室=储运科/业务科", "粮库党政综合办公室=综合办"]);
    assert!(!site.units.iter().any(|u| u.name.contains('由') || u.name.contains("设在")), "{:?}", site.units);
}
