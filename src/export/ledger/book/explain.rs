//! The sheet that explains how the workbook is used, and that which the drop-down lists are made of.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::Ledger;
use super::format::Formats;
use super::names;
use crate::model::{Status, Unit};

/// The names under which the sheet says which notice the ledger is of.
pub mod facts {
    use super::super::super::Ledger;
    use crate::history;

    /// Folder name of the notice.
    pub const SLUG: &str = "通报的文件夹名";
    /// Its title.
    pub const TITLE: &str = "标题";
    /// Who signs it.
    pub const ISSUER: &str = "发布单位";
    /// Its date.
    pub const DATE: &str = "成文日期";
    /// The day on which the ledger was read.
    pub const DAY: &str = "记录截至";
    /// Digest of the notice as it was then.
    pub const DIGEST: &str = "内容摘要";
    /// Digest of the cells of the workbook as it was made.
    pub const CELLS: &str = "表格摘要";

    /// Tells whether the files have changed since the workbook was made.
    pub fn digest(ledger: &Ledger<'_>) -> String {
        let digest = history::digest(&history::record(ledger.notice, ledger.units));
        digest.get(..16).unwrap_or(&digest).to_owned()
    }
}

const LINES: [&str; 12] = [
    "这份工作簿由 gongkai 从内容文件生成，改好以后可以再导入，不必直接改内容文件。",
    "一、“台账”每行一项整改措施，问题的各栏在本问题的各行上合并。白色的格子可以改，灰色的由程序填写，改了会报错。",
    "二、“编号”是认行的依据，不要改，也不要把一行的编号抄到另一行。",
    "三、有了新进展：在黄色的格子里写日期、情况和佐证材料（一行一份）；状态有变化，就在“整改状态”里选新的。导入后这几格清空，内容成为一条进展记录。",
    "四、只改状态、不写情况，也会成为一条记录；不写日期，按导入的那一天记。",
    "五、要加措施：在台账最后写新行，“编号”留空，“具体问题”照抄所属的问题；写新的问题，就是新增问题，同时写明“重点方面”。",
    "六、删去一行不会删去内容文件里的措施，程序只会提醒。",
    "七、“进展记录”每行一条。已经公开的记录是灰色的，不能改；写错了，用 gongkai update --corrects 另记一条更正。",
    "八、“整改状态”后面有“（待确认）”的，是按文字推测的；选一个确定的状态就算确认。",
    "九、保存后运行：gongkai import 台账.xlsx --dry-run 看看有哪些变化，再去掉 --dry-run 写入。内容文件里的注释和写法保持不变。",
    "十、工作簿没有密码，取消工作表保护就能改任何一格；保护只为防止误改。",
    "十一、“进度”是生成时的统计，不随台账变化；要看新的，导入后再导出。",
];

/// Writes it; `cells` is the digest of the filled cells.
pub fn write(
    sheet: &mut Worksheet,
    ledger: &Ledger<'_>,
    cells: &str,
    formats: &Formats,
) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    sheet.set_name(names::EXPLAIN)?;
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 18)?;
    sheet.set_column_width(1, 80)?;
    sheet.merge_range(0, 0, 0, 1, "说明", &formats.title)?;
    sheet.set_row_height(0, 30)?;
    let notice = ledger.notice;
    let digest = facts::digest(ledger);
    let (date, day) = (notice.date.to_string(), ledger.day.to_string());
    let known = [
        (facts::SLUG, notice.slug.as_str()),
        (facts::TITLE, &notice.title),
        (facts::ISSUER, &notice.issuer),
        (facts::DATE, &date),
        (facts::DAY, &day),
        (facts::DIGEST, &digest),
        (facts::CELLS, cells),
    ];
    for (row, (name, value)) in (1..).zip(known) {
        sheet.write_string_with_format(row, 0, name, &formats.locked)?;
        sheet.write_string_with_format(row, 1, value, &formats.locked)?;
    }
    for (row, line) in (9..).zip(LINES) {
        sheet.merge_range(row, 0, row, 1, line, &formats.line)?;
        sheet.set_row_height(row, super::heights::points(super::heights::lines(line, 96.0)))?;
    }
    sheet.protect();
    Ok(())
}

/// Writes what the lists offer: statuses, and units with their other names.
pub fn choices(sheet: &mut Worksheet, units: &[Unit], formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(names::CHOICES)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    for (at, (name, width)) in
        [("整改状态", 20), ("", 4), ("责任单位", 40), ("简称", 40), ("标识", 16)].into_iter().enumerate()
    {
        let column = at as u16;
        sheet.set_column_width(column, width)?;
        if !name.is_empty() {
            sheet.write_string_with_format(0, column, name, &formats.head)?;
        }
    }
    for (row, status) in (1..).zip(Status::ALL) {
        sheet.write_string_with_format(row, 0, status.name(), &formats.locked)?;
    }
    for (row, unit) in (1..).zip(units) {
        sheet.write_string_with_format(row, 2, &unit.name, &formats.locked)?;
        sheet.write_string_with_format(row, 3, unit.aliases.join("、"), &formats.locked)?;
        sheet.write_string_with_format(row, 4, unit.id.as_str(), &formats.locked)?;
    }
    sheet.protect();
    Ok(())
}
