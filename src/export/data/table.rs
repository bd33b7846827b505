//! Tables of the record: what their columns are and mean, and their rows. A column keeps its name and place for ever; new ones
//! come at the end.

use chrono::NaiveDate;

use super::super::table::line;
use super::Data;
use crate::history;
use crate::model::{Issue, Measure, Notice, Numbers, Update, status};

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    /// 通报
    Notices,
    /// 问题
    Issues,
    /// 整改措施
    Measures,
    /// 进展记录
    Updates,
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name, which is that of the field in the content files where there is one.
    pub name: &'static str,
    /// Its type in the words of a data package: `string`, `date`, `integer`, `boolean`.
    pub kind: &'static str,
    /// What it says, in Chinese.
    pub zh: &'static str,
    /// What it says, in English.
    pub en: &'static str,
}

/// Where a row has its page, relative to the root of the site.
pub trait Pages: Sync {
    /// The page of a notice, or of one of its issues.
    fn page(&self, notice: usize, issue: Option<usize>) -> String;
}

const fn column(name: &'static str, kind: &'static str, zh: &'static str, en: &'static str) -> Column {
    Column { name, kind, zh, en }
}

const NOTICE: Column = column("notice", "string", "通报的标识", "id of the notice");
const ISSUE: Column =
    column("issue", "string", "问题的标识，在一份通报里唯一", "id of the issue, unique within its notice");
const MEASURE: Column =
    column("measure", "string", "措施的标识，在一个问题里唯一", "id of the measure, unique within its issue");
const STATUS: Column = column("status", "string", "整改状态的代号", "key of the state");
const PAGE: Column =
    column("page", "string", "所在页面，相对网站首页", "its page, relative to the home page");
const FINISHED: Column = column("finished", "integer", "其中已完成的措施数", "measures finished");
const MEASURES: Column = column("measures", "integer", "措施数", "number of measures");

const NOTICES: [Column; 10] = [
    NOTICE,
    column("title", "string", "标题", "title"),
    column("issuer", "string", "发布单位", "issuer"),
    column("date", "date", "成文日期", "date of the notice"),
    column("record_date", "date", "最近一次记录的日期", "day of the latest entry"),
    column("inspected_by", "string", "巡察组", "who inspected"),
    column("issues", "integer", "问题数", "number of issues"),
    MEASURES,
    FINISHED,
    PAGE,
];

const ISSUES: [Column; 13] = [
    NOTICE,
    ISSUE,
    column("number", "string", "通报中印出的编号", "number as printed"),
    column("title", "string", "问题", "the issue"),
    STATUS,
    column("due", "date", "最初的完成时限", "deadline first set"),
    column("due_now", "date", "现在的完成时限", "deadline in force"),
    column("overdue", "boolean", "是否逾期", "whether it is overdue"),
    column("closed", "date", "销号日期", "day of the close-out"),
    MEASURES,
    FINISHED,
    column("updated", "date", "最近更新的日期", "day of the latest entry"),
    PAGE,
];

const COLUMNS_OF_MEASURES: [Column; 9] = [
    NOTICE,
    ISSUE,
    MEASURE,
    column("number", "string", "通报中印出的编号", "number as printed"),
    column("unit", "string", "责任单位", "unit that answers"),
    column("text", "string", "措施", "the measure"),
    STATUS,
    column("updated", "date", "最近更新的日期", "day of the latest entry"),
    PAGE,
];

const UPDATES: [Column; 10] = [
    NOTICE,
    ISSUE,
    MEASURE,
    column("update", "string", "记录的标识，在一项措施里唯一", "id of the entry, unique within its measure"),
    column("date", "date", "日期", "day"),
    column("status", "string", "这条记录改成的状态，没有改则空", "state that the entry sets, if any"),
    column("text", "string", "进展", "what was entered"),
    column("corrects", "string", "所更正的记录", "entry that it corrects"),
    column("minor", "boolean", "是否只是小改动", "whether it is a small matter"),
    PAGE,
];

impl Table {
    /// Its file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Notices => "notices.csv",
            Self::Issues => "issues.csv",
            Self::Measures => "measures.csv",
            Self::Updates => "updates.csv",
        }
    }

    /// Its columns, in order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Notices => &NOTICES,
            Self::Issues => &ISSUES,
            Self::Measures => &COLUMNS_OF_MEASURES,
            Self::Updates => &UPDATES,
        }
    }

    /// The columns that name a row.
    pub fn key(self) -> &'static [&'static str] {
        let all = &["notice", "issue", "measure", "update"];
        match self {
            Self::Notices => &all[..1],
            Self::Issues => &all[..2],
            Self::Measures => &all[..3],
            Self::Updates => all,
        }
    }

    /// The first line of the table as CSV (RFC 4180): UTF-8, lines that end in CR LF.
    pub fn head(self) -> String {
        let mut out = String::new();
        line(&mut out, self.columns().iter().map(|c| c.name.to_owned()));
        out
    }

    /// The lines of notice `n`.
    pub fn rows(self, data: &Data<'_>, n: usize) -> String {
        let notice = &data.site.notices[n];
        let of = Of { data, n, notice, numbers: Numbers::of(notice) };
        let mut out = String::new();
        match self {
            Self::Notices => line(&mut out, of.notice().into_iter()),
            Self::Issues => (0..notice.issues.len()).for_each(|i| line(&mut out, of.issue(i).into_iter())),
            Self::Measures => of.each(|i, m| line(&mut out, of.measure(i, m).into_iter())),
            Self::Updates => of.each(|i, m| {
                let updates = notice.issues[i].measures[m].updates.iter();
                updates
                    .filter(|u| u.date <= data.day)
                    .for_each(|u| line(&mut out, of.update(i, m, u).into_iter()));
            }),
        }
        out
    }
}

struct Of<'d, 's> {
    data: &'s Data<'d>,
    n: usize,
    notice: &'s Notice,
    numbers: Numbers,
}

impl Of<'_, '_> {
    fn each(&self, mut f: impl FnMut(usize, usize)) {
        for (i, issue) in self.notice.issues.iter().enumerate() {
            (0..issue.measures.len()).for_each(|m| f(i, m));
        }
    }

    fn finished<'m>(&self, measures: impl Iterator<Item = &'m Measure>) -> String {
        let state = |m: &&Measure| history::measure_status(m, self.notice.date, self.data.day);
        measures.filter(|m| state(m).is_some_and(|s| s.is_finished())).count().to_string()
    }

    fn notice(&self) -> [String; 10] {
        let Notice { slug, title, issuer, date, issues, .. } = self.notice;
        let measures = || issues.iter().flat_map(|i| &i.measures);
        [
            slug.clone(),
            title.clone(),
            issuer.clone(),
            date.to_string(),
            history::record_date(self.notice, self.data.day).to_string(),
            self.notice.inspection.as_ref().map(|i| i.by.clone()).unwrap_or_default(),
            issues.len().to_string(),
            measures().count().to_string(),
            self.finished(measures()),
            self.data.pages.page(self.n, None),
        ]
    }

    fn issue(&self, i: usize) -> [String; 13] {
        let issue = &self.notice.issues[i];
        let (date, day) = (self.notice.date, self.data.day);
        let pattern = self.notice.numbering.issue.as_ref().filter(|_| self.numbers.issues[i] > 0);
        [
            self.notice.slug.clone(),
            issue.id.to_string(),
            pattern.map(|p| p.print(self.numbers.issues[i])).unwrap_or_default(),
            issue.title.clone(),
            status::key(history::issue_status(issue, date, day)).to_owned(),
            maybe(issue.due),
            maybe(issue.due_on(day)),
            history::is_overdue(issue, date, day).to_string(),
            maybe(closed(issue, day)),
            issue.measures.len().to_string(),
            self.finished(issue.measures.iter()),
            maybe(history::issue_date(issue, day).or(Some(date))),
            self.data.pages.page(self.n, Some(i)),
        ]
    }

    fn measure(&self, i: usize, m: usize) -> [String; 9] {
        let issue = &self.notice.issues[i];
        let measure = &issue.measures[m];
        let n = self.numbers.measures[i][m];
        let pattern = self.notice.numbering.measure.as_ref().filter(|_| n > 0);
        let unit = measure.unit.as_ref().and_then(|id| self.data.site.unit(id));
        [
            self.notice.slug.clone(),
            issue.id.to_string(),
            measure.id.to_string(),
            pattern.map(|p| p.print(n)).unwrap_or_default(),
            unit.map(|u| u.name.clone()).unwrap_or_default(),
            measure.text.clone(),
            status::key(history::measure_status(measure, self.notice.date, self.data.day)).to_owned(),
            maybe(history::measure_date(measure, self.data.day)),
            format!("{}#{}", self.data.pages.page(self.n, Some(i)), measure.id),
        ]
    }

    fn update(&self, i: usize, m: usize, update: &Update) -> [String; 10] {
        let issue = &self.notice.issues[i];
        let measure = &issue.measures[m];
        [
            self.notice.slug.clone(),
            issue.id.to_string(),
            measure.id.to_string(),
            update.id.clone(),
            update.date.to_string(),
            update.status.map(|s| s.key().to_owned()).unwrap_or_default(),
            update.text.clone().unwrap_or_default(),
            update.corrects.clone().unwrap_or_default(),
            update.minor.to_string(),
            format!("{}#{}-{}", self.data.pages.page(self.n, Some(i)), measure.id, update.id),
        ]
    }
}

/// The day on which an issue was closed, where it is closed on a day.
fn closed(issue: &Issue, day: NaiveDate) -> Option<NaiveDate> {
    let last = issue.closed.iter().rfind(|c| c.date <= day)?.date;
    let again = issue.reopened.iter().any(|r| last <= r.on && r.on <= day);
    (!again).then_some(last)
}

fn maybe(day: Option<NaiveDate>) -> String {
    day.map(|d| d.to_string()).unwrap_or_default()
}
