//! What three years say on every other page: home, the notice and its progress, the index of progress, the entries in order of
//! time, the editions and their totals, what was withdrawn, and the days in the map of the site.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use scraper::{ElementRef, Html};

use super::also::{UNITS, entries, record_date, unit};
use super::{BASE, Counted, Entry, Issue, Ledger, badge, begin, select, words};

/// What was published on which day.
pub type Editions = [(NaiveDate, Ledger)];

/// Every page that is neither an issue's nor a list by status or unit.
pub fn compare(public: &Path, seen: &Ledger, editions: &Editions, day: NaiveDate, count: &mut Counted) {
    let mut site = Site { public, seen, day, facts: 0, pages: 0 };
    site.notice(editions);
    site.progress();
    site.index();
    site.home();
    site.updates();
    site.editions(editions);
    site.withdrawn();
    site.map(editions);
    count.facts += site.facts;
    count.pages += site.pages;
}

type Totals = BTreeMap<String, usize>;

struct Site<'a> {
    public: &'a Path,
    seen: &'a Ledger,
    day: NaiveDate,
    facts: usize,
    pages: usize,
}

impl Site<'_> {
    fn page(&mut self, path: &str) -> Html {
        self.pages += 1;
        Html::parse_document(&fs::read_to_string(self.public.join(path)).unwrap())
    }

    fn same<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, told: &T, should: &T) {
        assert_eq!(told, should, "{}: {what}", self.day);
        self.facts += 1;
    }

    fn issues(&self) -> Totals {
        count(self.seen.issues.iter().map(|i| i.status(self.day)))
    }

    fn measures(&self) -> Totals {
        let all = self.seen.issues.iter().flat_map(|i| (0..2).map(|m| i.measure_status(m, self.day)));
        count(all.map(|s| s.unwrap_or("not_stated")))
    }

    fn notice(&mut self, editions: &Editions) {
        let page = self.page("notices/n/index.html");
        let root = page.root_element();
        let (total, done) = (self.seen.issues.len(), finished(&self.measures()));
        let side = words(select(root, "section[aria-labelledby=where]")[0]);
        let counts = format!("{total}个问题，{}项措施。", total * 2);
        let done = format!("已公开的{}项措施中，{done}项已完成。", total * 2);
        let which = format!("{}公开的版本", long(editions.last().unwrap().0));
        for fact in [counts, done, which] {
            assert!(side.contains(&fact), "{}: {fact} is not in {side}", self.day);
        }
        let doc = select(root, "article.doc")[0];
        let badges: Vec<String> = select(doc, "p.aside").into_iter().map(badge).collect();
        let should: Vec<String> = self.seen.issues.iter().map(|i| i.status(self.day).to_owned()).collect();
        self.same("where each issue stands", &badges, &should);
        let measures: Vec<String> =
            select(doc, "div.measure").into_iter().map(|m| words(m).trim().to_owned()).collect();
        self.same("each measure", &measures, &texts(self.seen));
    }

    fn progress(&mut self) {
        let page = self.page("notices/n/progress/index.html");
        let root = page.root_element();
        let tables = select(root, ".two table.figures");
        let (issues, measures) = (self.issues(), self.measures());
        self.same("issues by status", &figures(tables[0]), &issues);
        self.same("measures by status", &figures(tables[1]), &measures);
        self.same("overdue", &rows(root, "section#overdue"), &self.overdue());
        for (status, n) in &issues {
            let list = format!("section#s-{}", status.replace('_', "-"));
            let own = |i: &&usize| self.seen.issues[**i].status(self.day) == status;
            let should: Vec<usize> = (0..self.seen.issues.len()).filter(|i| own(&i)).collect();
            assert_eq!(should.len(), *n);
            self.same("issues of a status", &rows(root, &list), &should);
            self.lines(select(root, &list)[0]);
        }
        let sections: Vec<_> = select(root, "section[aria-labelledby=sections] tbody tr");
        let should = vec![(self.seen.issues.len(), issues)];
        self.same("sections", &sections.into_iter().map(split).collect(), &should);
        self.units(root);
    }

    fn overdue(&self) -> Vec<usize> {
        (0..self.seen.issues.len()).filter(|i| self.seen.issues[*i].is_overdue(self.day)).collect()
    }

    /// What stands in each line of a table of issues.
    fn lines(&mut self, list: ElementRef<'_>) {
        for row in select(list, "tbody tr") {
            let at = issue_of(select(row, "th a")[0]);
            let issue = &self.seen.issues[at];
            let done = (0..2).filter(|m| is_finished(issue.measure_status(*m, self.day))).count();
            let days: Vec<&str> =
                select(row, "time").into_iter().map(|t| t.attr("datetime").unwrap()).collect();
            let (due, updated) = (issue.due(self.day).to_string(), touched(issue, self.day).to_string());
            self.same("days of an issue", &days, &vec![due.as_str(), updated.as_str()]);
            self.same("finished of an issue", &words(select(row, "td.n")[0]), &format!("{done}/2"));
            let late = !select(row, "strong.late").is_empty();
            self.same("late in a table", &late, &issue.is_overdue(self.day));
        }
    }

    fn units(&mut self, root: ElementRef<'_>) {
        let rows = select(root, "section[aria-labelledby=units] tbody tr");
        let told: BTreeSet<(usize, Totals)> = rows.into_iter().map(split).collect();
        let should = (0..UNITS).map(|u| {
            let all = (0..self.seen.issues.len()).flat_map(|at| [(at, 0), (at, 1)]);
            let own = all.filter(|(at, m)| unit(*at, *m) == u);
            let totals = count(
                own.map(|(at, m)| self.seen.issues[at].measure_status(m, self.day).unwrap_or("not_stated")),
            );
            (totals.values().sum(), totals)
        });
        self.same("units", &told, &should.collect());
    }

    fn index(&mut self) {
        let page = self.page("progress/index.html");
        let root = page.root_element();
        let tables = select(root, ".two table.figures");
        let (issues, measures) = (self.issues(), self.measures());
        self.same("issues by status, of all", &figures(tables[0]), &issues);
        self.same("measures by status, of all", &figures(tables[1]), &measures);
        let row = select(root, "section[aria-labelledby=notices] tbody tr")[0];
        let told: Vec<String> = select(row, "td:not(.wide)").into_iter().map(words).collect();
        let total = self.seen.issues.len();
        let should = vec![
            total.to_string(),
            self.overdue().len().to_string(),
            (total * 2).to_string(),
            long(record_date(self.seen, self.day)),
        ];
        self.same("the notice among all", &told, &should);
        self.same("its measures by status", &split(row).1, &measures);
        self.units(root);
    }

    fn home(&mut self) {
        let page = self.page("index.html");
        let root = page.root_element();
        let (total, measures) = (self.seen.issues.len(), self.measures());
        let lede = words(select(root, "p.lede")[0]);
        let should = format!("已公开1份通报，{total}个问题，{}项整改措施。", total * 2);
        self.same("home", &lede, &should);
        let told = select(root, "table.figures").first().map(|t| figures(*t)).unwrap_or_default();
        let stated = measures.keys().any(|s| s != "not_stated");
        let should = if stated { measures } else { Totals::new() };
        self.same("figures at home", &told, &should);
        let latest = select(root, "section[aria-labelledby=latest] li");
        let days: Vec<String> =
            latest.iter().map(|li| select(*li, "time")[0].attr("datetime").unwrap().to_owned()).collect();
        let newest = self.days();
        self.same("latest", &days, &newest[..newest.len().min(days.len().max(5))].to_vec());
    }

    /// Days of all entries but minor ones, the newest first.
    fn days(&self) -> Vec<String> {
        let told = self.past().filter(|e| !e.minor);
        let mut all: Vec<String> = told.map(|e| e.date.to_string()).collect();
        all.sort();
        all.reverse();
        all
    }

    fn past(&self) -> impl Iterator<Item = &Entry> {
        entries(self.seen).map(|(.., e)| e).filter(|e| e.date <= self.day)
    }

    fn updates(&mut self) {
        let mut told = BTreeSet::new();
        let older = fs::read_dir(self.public.join("updates")).unwrap().map(Result::unwrap);
        let older = older.filter(|e| e.file_type().unwrap().is_dir());
        let mut pages: Vec<String> =
            older.map(|e| format!("updates/{}/index.html", e.file_name().to_str().unwrap())).collect();
        pages.push("updates/index.html".to_owned());
        for path in pages {
            let page = self.page(&path);
            let mut days = Vec::new();
            for group in select(page.root_element(), "main section") {
                let day = select(group, "h2 time")[0].attr("datetime").unwrap().to_owned();
                let texts = select(group, "ol.log > li").into_iter();
                told.extend(texts.map(|li| (day.clone(), words(select(li, "p").pop().unwrap()))));
                days.push(day);
            }
            assert!(days.windows(2).all(|w| w[0] > w[1]), "{}: {path}: {days:?}", self.day);
        }
        self.facts += told.len();
        let should: BTreeSet<(String, String)> =
            self.past().map(|e| (e.date.to_string(), e.text.clone())).collect();
        self.same("entries in order of time", &told, &should);
    }

    fn editions(&mut self, editions: &Editions) {
        let list = self.page("notices/n/editions/index.html");
        let told: Vec<String> = select(list.root_element(), "ol.log > li > p:first-child a")
            .into_iter()
            .map(|a| a.attr("href").unwrap().trim_end_matches('/').rsplit('/').next().unwrap().to_owned())
            .collect();
        let should: Vec<String> = editions.iter().rev().map(|(on, _)| on.to_string()).collect();
        self.same("editions", &told, &should);
        for (n, (on, then)) in editions.iter().enumerate() {
            let page = self.page(&format!("notices/n/editions/{on}/index.html"));
            let root = page.root_element();
            let hidden = !select(root, "meta[name=robots][content*=noindex]").is_empty();
            self.same("older editions are kept from search", &hidden, &(n + 1 < editions.len()));
            let doc = select(root, "article.then")[0];
            let measures: Vec<String> =
                select(doc, "div.measure").into_iter().map(|m| words(m).trim().to_owned()).collect();
            self.same("measures of an edition", &measures, &texts(then));
            let badges: Vec<String> = select(doc, "p.aside").into_iter().map(badge).collect();
            let statuses: Vec<String> = then.issues.iter().map(|i| i.status(*on).to_owned()).collect();
            self.same("statuses of an edition", &badges, &statuses);
            if let Some((earlier, before)) = n.checked_sub(1).map(|n| &editions[n]) {
                let told = words(select(root, "section[aria-labelledby=changes]")[0]);
                for line in then_and_now((before, *earlier), (then, *on)) {
                    assert!(told.contains(&line), "{on}: {line} is not in {told}");
                    self.facts += 1;
                }
            }
        }
    }

    fn withdrawn(&mut self) {
        for at in 0..self.seen.issues.len() {
            let page = self.page(&format!("notices/n/issues/i{at}/index.html"));
            let told: BTreeSet<String> = select(page.root_element(), "section[aria-labelledby=withdrawn] li")
                .into_iter()
                .map(|li| li.value().id().unwrap().to_owned())
                .collect();
            let own = self.seen.withdrawn.iter().filter(|(i, .., on)| *i == at && *on <= self.day);
            let should = own.map(|(_, m, id, _)| format!("m{m}-{id}")).collect();
            self.same("withdrawn", &told, &should);
        }
    }

    fn map(&mut self, editions: &Editions) {
        let text = fs::read_to_string(self.public.join("sitemap.xml")).unwrap();
        let told: BTreeMap<&str, &str> = text
            .split("<loc>")
            .skip(1)
            .map(|part| {
                let (at, rest) = part.split_once("</loc>").unwrap();
                let day = rest.split_once("<lastmod>").filter(|(before, _)| before.is_empty());
                (at.strip_prefix(BASE).unwrap(), day.map_or("", |(_, d)| d.split('<').next().unwrap()))
            })
            .collect();
        let record = record_date(self.seen, self.day).to_string();
        for page in ["", "progress/", "updates/", "notices/n/", "notices/n/progress/"] {
            self.same(page, &told[page], &record.as_str());
        }
        for (at, issue) in self.seen.issues.iter().enumerate() {
            let page = format!("notices/n/issues/i{at}/");
            let should = touched(issue, self.day).to_string();
            self.same(&page, &told[page.as_str()], &should.as_str());
        }
        let named: Vec<&str> =
            told.keys().copied().filter(|p| p.starts_with("notices/n/editions/2")).collect();
        let last = format!("notices/n/editions/{}/", editions.last().unwrap().0);
        self.same("editions in the map", &named, &vec![last.as_str()]);
    }
}

fn count<'s>(all: impl Iterator<Item = &'s str>) -> Totals {
    let mut out = Totals::new();
    for status in all {
        *out.entry(status.to_owned()).or_default() += 1;
    }
    out
}

fn is_finished(status: Option<&str>) -> bool {
    matches!(status, Some("done" | "done_ongoing"))
}

fn finished(totals: &Totals) -> usize {
    totals.iter().filter(|(status, _)| is_finished(Some(status))).map(|(_, n)| n).sum()
}

/// A table of figures: each status with its number.
fn figures(table: ElementRef<'_>) -> Totals {
    let row = |row| (badge(row), words(select(row, "td.n")[0]).parse().unwrap());
    select(table, "tbody tr").into_iter().map(row).collect()
}

/// A row of a table: the number in its first cell, and what its parts say of each status.
fn split(row: ElementRef<'_>) -> (usize, Totals) {
    let part = |a: ElementRef<'_>| {
        let key = a.value().classes().find_map(|c| c.strip_prefix("s-")).unwrap().to_owned();
        (key, words(a).rsplit(' ').next().unwrap().parse().unwrap())
    };
    (words(select(row, "td.n")[0]).parse().unwrap(), select(row, ".parts a").into_iter().map(part).collect())
}

/// Issues in a table, in the order of the notice.
fn rows(root: ElementRef<'_>, list: &str) -> Vec<usize> {
    select(root, &format!("{list} tbody th a")).into_iter().map(issue_of).collect()
}

fn issue_of(link: ElementRef<'_>) -> usize {
    let href = link.attr("href").unwrap().trim_end_matches('/');
    href.rsplit_once("/i").unwrap().1.parse().unwrap()
}

/// The last day up to `day` on which anything but a minor entry was written under an issue.
fn touched(issue: &Issue, day: NaiveDate) -> NaiveDate {
    let told = issue.measures.iter().flatten().filter(|e| !e.minor).map(|e| e.date);
    let after = issue.closed.iter().chain(&issue.reopened).copied();
    let moved = issue.extensions.iter().map(|(on, _)| *on);
    told.chain(after).chain(moved).filter(|d| *d <= day).fold(begin(), NaiveDate::max)
}

fn texts(ledger: &Ledger) -> Vec<String> {
    let text = |(at, m)| format!("第{at}号问题的第{m}项措施。");
    let all = (0..ledger.issues.len()).flat_map(|at| [(at, 0), (at, 1)]).map(text);
    // Where nothing is said, measures are numbered through the notice.
    all.zip(1..).map(|(text, n)| format!("({n}){text}")).collect()
}

fn then_and_now(then: (&Ledger, NaiveDate), now: (&Ledger, NaiveDate)) -> [String; 2] {
    let issues =
        |(l, day): (&Ledger, NaiveDate)| l.issues.iter().filter(|i| is_finished(Some(i.status(day)))).count();
    let measures = |(l, day): (&Ledger, NaiveDate)| {
        let all = l.issues.iter().flat_map(|i| (0..2).map(move |m| i.measure_status(m, day)));
        all.filter(|s| is_finished(*s)).count()
    };
    let (n, of) = (then.0.issues.len(), then.0.issues.len() * 2);
    [
        format!("问题：上一版{n}个中完成{}个，这一版{n}个中完成{}个。", issues(then), issues(now)),
        format!("措施：上一版{of}项中完成{}项，这一版{of}项中完成{}项。", measures(then), measures(now)),
    ]
}

fn long(day: NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}
