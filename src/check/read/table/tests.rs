use super::*;

/// Each fault of a text: its figures, what they should be, and whether that is sure.
fn found(text: &str) -> Vec<(String, String)> {
    let all = find(text);
    all.iter()
        .map(|w| (text[w.cell.clone()].to_owned(), format!("{}{}", w.right, if w.sure { "" } else { "?" })))
        .collect()
}

fn wrong(said: &str, right: &str) -> Vec<(String, String)> {
    vec![(said.to_owned(), right.to_owned())]
}

#[test]
fn a_total_is_the_sum_of_its_column() {
    let table = |foot: &str| {
        format!("如下:\n|乡镇|户数|占比|\n|甲镇|412|60.6%|\n|乙乡|268|39.4%|\n|合计|{foot}|100%|\n完")
    };
    assert_eq!(found(&table("680")), []);
    assert_eq!(found(&table("690")), wrong("690", "680"));
    assert_eq!(found("|名称|年份|\n|甲|第3次|\n|合计|2|"), []);
}

#[test]
fn labels_and_figures_come_in_many_forms() {
    for label in ["合 计", "总　计", "合计：", "总数", "总额", "合计金额", "**合计**", "合计（户）", "共计"]
    {
        let table = |foot: &str| {
            format!("|村|户|\n|---|--:|\n|东塘|1,204|\n|西塘|—|\n|南塘||\n|北塘|３６|\n|{label}|{foot}|")
        };
        assert_eq!(found(&table("1240")), [], "{label}");
        assert_eq!(found(&table("1250")), wrong("1250", "1240"), "{label}");
    }
    assert_eq!(found("|村|户|\n|东塘|3|\n|……|……|\n|西塘|5|\n|合计|20|"), []);
    assert_eq!(found("|村|户|\n|东塘|约3|\n|西塘|5|\n|合计|9|"), []);
}

#[test]
fn sums_of_groups_are_not_added_twice() {
    let table = |sub: &str, all: &str| {
        format!("|渠|米|\n|北渠|30|\n|南渠|45|\n|小计|{sub}|\n|东渠|20|\n|西渠|11|\n|小计|31|\n|总计|{all}|")
    };
    assert_eq!(found(&table("75", "106")), []);
    assert_eq!(found(&table("85", "106")), wrong("85", "75"));
    assert_eq!(found(&table("85", "116")), wrong("85", "75"));
    assert_eq!(found(&table("75", "109")), wrong("109", "106"));
    assert_eq!(
        found("|渠|段|米|\n|北渠|上|30|\n||下|45|\n||小计|75|\n|南渠|上|20|\n||小计|20|\n|合计||95|"),
        []
    );
    assert_eq!(
        found("|渠|段|米|\n|北渠|小计|75|\n||上|30|\n||下|45|\n|南渠|小计|20|\n||上|20|\n|合计||95|"),
        []
    );
    assert_eq!(found("|渠|米|\n|合计|95|\n|北渠|75|\n|南渠|20|"), []);
    assert_eq!(found("|渠|米|\n|合计|98|\n|北渠|75|\n|南渠|20|"), wrong("98", "95"));
}

#[test]
fn what_is_among_belongs_to_what_stands_before_it() {
    let table = |among: &str, foot: &str| {
        format!("|事项|宗|\n|坟地|14|\n|其中：新坟|{among}|\n|林地|9|\n|合计|{foot}|")
    };
    assert_eq!(found(&table("5", "23")), []);
    assert_eq!(found(&table("5", "28")), wrong("28", "23"));
    assert_eq!(found(&table("15", "23")), wrong("15", "14"));
    assert_eq!(found("|事项|宗|\n|坟地|14|\n|其中：新坟|5|\n|旧坟|9|\n|林地|9|\n|合计|23|"), []);
    assert_eq!(found("|站|抽样|其中：超标|\n|一站|20|3|\n|二站|16|17|"), wrong("17", "16"));
    assert_eq!(found("|站|户数|其中：人数|\n|一站|20|63|"), []);
}

#[test]
fn what_is_no_sum_is_left_alone() {
    for head in ["办结率（%）", "人均", "单价", "累计", "年末", "平均用时", "去重人数"] {
        assert_eq!(found(&format!("|所|件|{head}|\n|一所|4|70|\n|二所|6|75|\n|合计|10|73|")), [], "{head}");
    }
    for label in ["合计（去重）", "平均", "累计", "上年同期"] {
        assert_eq!(found(&format!("|所|件|\n|一所|4|\n|二所|6|\n|{label}|8|")), [], "{label}");
    }
    assert_eq!(found("|所|人|\n|一所|4|\n|二所|6|\n|合计|9|\n注：兼任的人员只计一次。"), []);
    assert_eq!(found("|栏次|1|2|\n|甲|4|3|\n|乙|2|5|\n|合计|6|8|"), []);
    assert_eq!(found("|类|户|数|\n|栏次|1|2|\n|甲|4|3|\n|乙|2|5|\n|合计|6|8|"), []);
    assert_eq!(found("|月|在册|\n|1月|40|\n|2月|41|\n|合计|43|"), []);
    assert_eq!(found("|项目|单位|数量|\n|夜访|场|4|\n|宣讲|次|6|\n|合计||9|"), []);
    assert_eq!(found("|项目|数量|\n|夜访|4场|\n|宣讲|6次|\n|合计|9|"), []);
    assert_eq!(found("|类|件|\n|一、水利|9|\n|（一）河道|4|\n|（二）水库|5|\n|二、林业|3|\n|合计|12|"), []);
    assert_eq!(found("|类|件|\n|水利|9|\n|河道|4|\n|水库|5|\n|林业|3|\n|合计|12|"), []);
}

#[test]
fn rounded_parts_may_miss_their_total() {
    let table = |unit: &str, foot: &str| {
        format!("|所|金额（{unit}）|\n|一所|1.23|\n|二所|2.34|\n|三所|3.45|\n|合计|{foot}|")
    };
    assert_eq!(found(&table("万元", "7.03")), []);
    assert_eq!(found(&table("万元", "7.12")), wrong("7.12", "7.02"));
    assert_eq!(found(&table("元", "7.03")), wrong("7.03", "7.02"));
    assert_eq!(found("|所|万元|\n|一所|12|\n|二所|8|\n|合计|21|\n注：因四舍五入，合计可能不等。"), []);
}

#[test]
fn a_total_may_stand_beside_its_parts() {
    for head in ["小计", "合计（次）", "合 计"] {
        assert_eq!(
            found(&format!("|队|上旬|下旬|{head}|\n|甲队|3|5|8|\n|乙队|4|4|9|")),
            wrong("9", "8"),
            "{head}"
        );
    }
    assert_eq!(found("|队|合计|上旬|下旬|\n|甲队|8|3|5|\n|乙队|9|4|4|"), wrong("9", "8"));
    assert_eq!(found("|队|上旬|下旬|总数|\n|甲队|3|5|9|"), wrong("9", "8"));
    assert_eq!(found("|队|总户数|已改|在改|\n|甲队|8|3|5|\n|乙队|9|4|5|\n|丙队|9|4|4|"), wrong("9", "8"));
    assert_eq!(found("|队|总户数|已改|\n|甲队|8|3|\n|乙队|9|4|"), []);
    assert_eq!(found("|哨|总班次|早哨|晚哨|\n|东哨|29|13|16|\n|西哨|33|14|18|"), wrong("33", "32"));
    assert_eq!(found("|哨|早哨|晚哨|总车数|\n|东哨|13|16|29|\n|西哨|14|18|23|"), wrong("23", "32"));
    assert_eq!(found("|哨|总车数|早哨车数|晚哨车数|\n|东哨|29|13|16|\n|西哨|33|14|18|"), wrong("33", "32"));
    for other in [
        // No row adds up: other things are counted, or a sort is not listed.
        "|哨|总班次|返工|停机|\n|东哨|35|13|16|\n|西哨|39|14|18|",
        "|哨|总班次|其中：早哨|其中：晚哨|\n|东哨|29|13|16|\n|西哨|33|14|18|",
        "|哨|总班次|人数|船数|\n|东哨|29|13|16|\n|西哨|33|14|18|",
        // One number alone proves nothing.
        "|哨|总班次|早哨|晚哨|\n|东哨|13|13|0|\n|西哨|33|14|18|",
        "|哨|早哨|总班次|晚哨|\n|东哨|13|29|16|\n|西哨|14|33|18|",
    ] {
        assert_eq!(found(other), [], "{other}");
    }
    assert_eq!(found("|品名|数量|单价|合计|\n|水泵|3|50|150|\n|水管|4|20|80|"), []);
    assert_eq!(found("|品名|户数（户）|补助（元）|合计（元）|\n|水泵|3|50|150|"), []);
}

#[test]
fn one_slip_is_told_once() {
    // A number, a total of a row, a total of a column, the total of totals.
    let table = |a: &str, row: &str, column: &str, all: &str| {
        format!("|队|上旬|下旬|合计|\n|甲|{a}|5|{row}|\n|乙|4|6|10|\n|合计|{column}|11|{all}|")
    };
    assert_eq!(found(&table("3", "8", "7", "18")), []);
    assert_eq!(found(&table("2", "8", "7", "18")), wrong("2", "3"));
    assert_eq!(found(&table("3", "9", "7", "18")), wrong("9", "8"));
    assert_eq!(found(&table("3", "8", "6", "18")), wrong("6", "7"));
    assert_eq!(found(&table("3", "8", "7", "19")), wrong("19", "18"));
    assert_eq!(found("|组|小计|男|女|\n|甲|7|3|4|\n|乙|9|3|5|\n|合计|16|6|9|"), wrong("9", "8"));
}

#[test]
fn balances_come_to_what_is_left() {
    assert_eq!(found("|组|应交|已交|未交|\n|一组|12|7|5|\n|二组|10|4|7|"), wrong("7", "6"));
    assert_eq!(found("|组|应到|实到|缺席|\n|一组|12|7|4|"), wrong("4", "5"));
    assert_eq!(found("|库|原有|新增|减少|现有|\n|北库|12|3|2|13|\n|南库|9|1|0|11|"), wrong("11", "10"));
    assert_eq!(found("|年|收入|支出|结余|\n|2024年|50|41|9|\n|2025年|60|45|14|"), wrong("14", "15"));
    assert_eq!(found("|科目|金额|\n|收入|50|\n|支出|41|\n|结余|8|"), wrong("8", "9"));
    assert_eq!(found("|年|上年结余|本年收入|本年支出|年末结余|\n|2024|3|50|41|14|"), wrong("14", "12"));
    assert_eq!(found("|组|应办|已办|在办|未办|\n|一组|12|7|2|3|\n|二组|10|4|2|5|"), wrong("5", "4"));
    assert_eq!(found("|组|应缴|已缴|未缴|欠缴|\n|一组|12|7|5|2|"), []);
    assert_eq!(found("|组|应交|已交|未交|\n|一组|12|7|7|\n|二组|10|4|6|\n|合计|22|11|13|"), wrong("7", "5"));
    assert_eq!(found("|项|总投资|完成投资|未到位资金|\n|一|12|7|3|"), wrong("3", "5?"));
    assert_eq!(found("|库|入库|出库|库存|\n|一|12|7|9|"), wrong("9", "5?"));
    assert_eq!(found("|库|原有|新增|现有|\n|一|12|7|15|"), wrong("15", "19?"));
    assert_eq!(found("|项|应付（万元）|已付（万元）|未付（万元）|\n|一|12.34|7.11|5.24|"), []);
    assert_eq!(found("|组|计划|完成|未完成|\n|一组|10|12|0|\n|二组|10|8|2|"), []);
    assert_eq!(found("|组|应交|减免|已交|未交|\n|一组|12|2|7|3|"), []);
    assert_eq!(found("|年|上年结余|收入|支出|结余|\n|2024年|3|50|41|12|"), []);
}

#[test]
fn shares_are_what_their_numbers_make() {
    let table = |one: &str| format!("|类|件|占比|\n|土地|7|{one}|\n|劳资|13|65%|\n|合计|20|100%|");
    assert_eq!(found(&table("35%")), []);
    assert_eq!(found(&table("36.5%")), wrong("36.5", "35"));
    assert_eq!(
        found("|站|抽检|合格|合格率|\n|一|30|27|90%|\n|二|40|33|82.5%|\n|三|20|19|85%|\n|合计|90|79|87.8%|"),
        wrong("85", "95")
    );
    assert_eq!(found("|站|抽检|不合格|不合格率|\n|一|60|9|13.5%|"), wrong("13.5", "15"));
    assert_eq!(found("|站|抽检|不合格|占比|\n|一|60|9|13.5%|"), wrong("13.5", "15?"));
    assert_eq!(found("|站|户数|低保户|贫困率|\n|一|60|9|2%|"), []);
    assert_eq!(found("|答复|占比|\n|满意|40%|\n|一般|45%|\n|不满意|25%|\n|合计|100%|"), wrong("100", "110"));
    assert_eq!(found("|所|受理|办结|按时率|\n|一|5|5|100%|\n|二|6|6|100%|\n|三|8|8|90%|"), []);
    assert_eq!(found("|答复|占比|\n|满意|33.3%|\n|一般|33.3%|\n|不满意|33.3%|\n|合计|100%|"), []);
    assert_eq!(found("本题可多选：\n|答复|占比|\n|甲|60%|\n|乙|70%|\n|合计|100%|"), []);
    assert_eq!(found("|站|完成比例|\n|一|100%|\n|二|90%|\n|合计|100%|"), []);
}

#[test]
fn the_sentence_before_a_table_gives_its_total() {
    let text = |lead: &str| format!("{lead}\n|类|处数|\n|塌方|11|\n|渗漏|8|\n|合计|19|");
    assert_eq!(found(&text("汛前共查出隐患19处，分类如下。")), []);
    assert_eq!(found(&text("汛前共查出隐患21处，分类如下。")), wrong("21", "19"));
    assert_eq!(found(&text("汛前共查出隐患21处，其中本县的如下：")), []);
    assert_eq!(found(&text("截至6月底，共查出隐患21处，分布情况如下：")), wrong("21", "19"));
    for other in [
        "共查出隐患21处，修复19处，列表如下。",
        "共查出隐患21处，已修复的列表如下。",
        "共涉及2个镇，分类如下：",
    ] {
        assert_eq!(found(&text(other)), [], "{other}");
    }
    assert_eq!(found(&text("汛前共走访群众21户，情况如下：")), []);
    assert_eq!(found("共支出3.2万元，明细如下：\n|项|金额（万元）|\n|车|1.2|\n|料|2|\n|合计|3.2|"), []);
}

#[test]
fn a_lead_that_only_lists_counts_as_its_table_does() {
    let text = |lead: &str, head: &str| format!("{lead}\n|航线|{head}|\n|东线|11|\n|西线|8|\n|合计|19|");
    for lead in [
        "本季共开行21趟，按航线列出。",
        "本季共开行21趟，按航线分列。",
        "共开行21趟，逐线列于下。",
        "共开行21趟，列表于后。",
    ] {
        assert_eq!(found(&text(lead, "趟数")), wrong("21", "19"), "{lead}");
        assert_eq!(found(&text(lead, "总趟数（趟）")), wrong("21", "19"), "{lead}");
        assert_eq!(found(&text(lead, "船数（艘）")), [], "{lead}");
        let by_head = lead.contains("按航线");
        let expected = if by_head { wrong("21", "19") } else { Vec::new() };
        assert_eq!(found(&text(lead, "数量")), expected, "{lead}");
    }
    assert_eq!(found(&text("共开支21万元，按航线列出。", "金额（万元）")), []);
    assert_eq!(found(&text("共开行19趟，按航线列出。", "趟数")), []);
    assert_eq!(found(&text("共载客21人次，按航线列出。", "人次")), wrong("21", "19"));
    assert_eq!(found(&text("共录用21名，按航线列出。", "人数")), wrong("21", "19"));
    for way in ["列出", "如下"] {
        for lead in [
            "共开行21趟，剔除停航2趟，按航线",
            "共开行21趟，其中19趟按航线",
            "共开行2条航线，按航线",
            "共开行3个航线，按航线",
            "上年共开行21趟，本年按航线",
            "共走访21户，检查结果按航线",
            "共投入21万元，检查情况按航线",
        ] {
            let lead = format!("{lead}{way}。");
            for head in ["趟数", "数量"] {
                assert_eq!(found(&text(&lead, head)), [], "{lead} {head}");
            }
        }
    }
    assert_eq!(found(&text("共开行21趟，按航线如下。", "数量")), wrong("21", "19"));
}

#[test]
fn no_text_makes_it_fail() {
    let cells = [
        "",
        "—",
        "合计",
        "小计",
        "其中：甲",
        "甲",
        "一、乙",
        "减：丙",
        "总数",
        "应收",
        "已收",
        "未收",
        "原有",
        "新增",
        "现有",
        "占比",
        "7",
        "-3",
        "0",
        "12.5%",
        "0%",
        "9223372036854",
        "-9223372036854",
        "9223亿",
        "0.000001",
        "5万元",
        "……",
        "---",
        "1月",
    ];
    let mut seed = 1_u64;
    let mut roll = |n: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % n
    };
    for _ in 0..4000 {
        let (rows, columns) = (roll(6) + 1, roll(6) + 1);
        let mut text = "共9223372036854户，如下：\n".to_owned();
        for _ in 0..rows {
            (0..columns).for_each(|_| text.extend(["|", cells[roll(cells.len())]]));
            text.push_str("|\n");
        }
        assert!(
            find(&text)
                .iter()
                .all(|w| text.is_char_boundary(w.cell.start) && text.is_char_boundary(w.cell.end))
        );
    }
    for text in ["|", "||", "|||\n|||", "|a|\n|--|\n|合计|", "|合计|\n||1|"] {
        assert_eq!(found(text), [], "{text}");
    }
}
