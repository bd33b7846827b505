//! Where little or much is public, pages of `civic` say so plainly: no table of nothing, and a way through what is long.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod folder;
mod kit;

use folder::Tree;
use scraper::{ElementRef, Html, Selector};

const SITE: &str = "format: 1\ntitle: 公开\nlanguage: zh-CN\ntheme: civic\nchecks: {head-missing: off, finished-no-proof: off}\n\
                    units: [{id: slj, name: 水利局}, {id: gs, name: 供水公司}]\n";
const HEAD: &str = "title: 通报\nissuer: 水利局党组\ndate: 2026-01-10\noutline:\n  - {id: a, heading: 防汛}\n  - {id: b, heading: 饮水}\n";

/// A site with these issues in one notice; without a notice where `issues` is `None`.
fn built(issues: Option<&[String]>, more: &str) -> Tree {
    let (dir, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let put = |path: &str, text: &str| kit::write(dir.path(), path, text);
    put("site.yaml", SITE);
    if let Some(issues) = issues {
        put("notices/n/notice.yaml", &format!("{HEAD}{more}"));
        issues.iter().enumerate().for_each(|(at, text)| put(&format!("notices/n/issues/{at:03}.yaml"), text));
    }
    let (root, folder) = (dir.path().to_str().unwrap(), out.path().to_str().unwrap());
    kit::run(["build", "-C", root, "--as-of", "2026-11-24", "--out", folder], 0);
    folder::tree(out.path())
}

fn issue(at: usize, under: &str, status: &str) -> String {
    format!(
        "id: i{at}\ntitle: 第{at}处渠道漏水。\nunder: {under}\nmeasures: [{{id: m, unit: slj, text: 补漏。{status}}}]\n"
    )
}

fn page(tree: &Tree, path: &str) -> Html {
    Html::parse_document(kit::text(&tree[path]))
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(html: &Html, selector: &str) -> String {
    all(html, selector).iter().flat_map(|e| e.text()).collect()
}

/// No table without a row, no chart of nothing, no number that counts nothing in a table.
fn says_nothing_in_vain(tree: &Tree) {
    for path in tree.keys().filter(|path| path.ends_with(".html")) {
        let html = page(tree, path);
        assert!(
            all(&html, "tbody").iter().all(|body| body.children().any(|c| c.value().is_element())),
            "{path}"
        );
        assert!(all(&html, "tfoot .n").iter().all(|n| n.text().collect::<String>() != "0"), "{path}");
        assert!(
            all(&html, "main ul, main ol:not(#hits)")
                .iter()
                .all(|l| l.children().any(|c| c.value().is_element())),
            "{path}"
        );
        assert!(all(&html, "svg.bar:not(:has(rect)), svg.strip:not(:has(path))").is_empty(), "{path}");
    }
}

#[test]
fn a_site_without_notices_says_so_in_a_sentence() {
    let tree = built(None, "");
    says_nothing_in_vain(&tree);
    for path in ["index.html", "progress/index.html"] {
        let html = page(&tree, path);
        assert!(words(&html, "main").contains("还没有公开通报。"), "{path}");
        assert!(all(&html, "main table, main h2").is_empty(), "{path}");
    }
}

#[test]
fn a_notice_without_issues_says_so_in_a_sentence() {
    let tree = built(Some(&[]), "");
    says_nothing_in_vain(&tree);
    for path in ["notices/n/index.html", "notices/n/progress/index.html"] {
        assert!(words(&page(&tree, path), "main").contains("这份通报没有列出问题"), "{path}");
    }
    let overall = page(&tree, "progress/index.html");
    assert!(words(&overall, "main").contains("已公开的通报没有列出问题"));
    assert_eq!(all(&overall, "main a[href=\"../notices/n/\"]").len(), 1);
    assert!(words(&page(&tree, "status/done/index.html"), "main").contains("目前没有措施处于这一状态。"));
    assert!(words(&page(&tree, "issues/overdue/index.html"), "main").contains("目前没有逾期的问题。"));
}

#[test]
fn where_no_status_is_stated_nothing_is_counted_by_status() {
    let tree = built(Some(&[issue(1, "a", ""), issue(2, "b", "")]), "");
    says_nothing_in_vain(&tree);
    for path in ["notices/n/progress/index.html", "progress/index.html"] {
        let html = page(&tree, path);
        assert!(words(&html, "main").contains("2个问题、2项措施，都没有标注整改状态。"), "{path}");
        assert!(all(&html, "main .figures, main .parts, main .bar").is_empty(), "{path}");
        assert!(!words(&html, "main").contains("0/"), "{path}: what is not stated is not unfinished");
    }
}

#[test]
fn a_long_page_of_progress_has_a_table_of_contents() {
    let of = |count: usize| -> Vec<String> {
        let status =
            |at: usize| if at.is_multiple_of(3) { ", status: done" } else { ", status: in_progress" };
        (0..count).map(|at| issue(at, if at.is_multiple_of(2) { "a" } else { "b" }, status(at))).collect()
    };
    let short = page(&built(Some(&of(20)), ""), "notices/n/progress/index.html");
    assert!(all(&short, "#contents, .back").is_empty());
    let long = page(&built(Some(&of(21)), ""), "notices/n/progress/index.html");
    let links: Vec<&str> = all(&long, "#contents a").iter().filter_map(|a| a.attr("href")).collect();
    assert_eq!(links, ["#sections", "#units", "#issues", "#measures"]);
    for link in &links {
        assert!(!all(&long, &format!("[id=\"{}\"]", &link[1..])).is_empty(), "{link}");
    }
    let heads: Vec<String> = all(&long, "#s-done h3").iter().map(|h| h.text().collect()).collect();
    assert_eq!(heads, ["一、防汛 4", "二、饮水 3"]);
    assert_eq!(all(&long, "#s-done-a tbody tr").len(), 4);
    assert_eq!(all(&long, ".back a[href=\"#contents\"]").len(), 5);
}

#[test]
fn a_promise_that_passed_is_told_calmly_on_the_page_of_an_issue() {
    let tree = built(Some(&[issue(1, "a", ", status: in_progress")]), "next_update_due: 2026-06-30\n");
    let own = page(&tree, "notices/n/issues/i1/index.html");
    assert!(all(&own, ".late").is_empty());
    let told =
        all(&own, "p.meta > a").into_iter().find(|a| a.text().collect::<String>().contains("2026年6月30日"));
    assert_eq!(told.unwrap().attr("href"), Some("../../../../notices/n/#i-i1"));
    assert_eq!(
        all(&page(&tree, "notices/n/index.html"), "p.late").len(),
        1,
        "the notice says that it is late"
    );
}

#[test]
fn states_stand_in_one_order_everywhere() {
    let states = [", status: done", ", status: not_started", ", status: in_progress", ""];
    let issues: Vec<String> = states.iter().enumerate().map(|(at, s)| issue(at, "a", s)).collect();
    let tree = built(Some(&issues), "");
    let order = |path: &str, selector: &str| -> Vec<String> {
        let html = page(&tree, path);
        let keys = all(&html, selector)
            .into_iter()
            .filter_map(|e| Some(e.value().classes().find(|c| c.starts_with("s-"))?.to_owned()));
        keys.collect()
    };
    let every = order("status/index.html", "tbody .badge");
    assert_eq!(every, order("search/index.html", ".tags .badge"));
    assert_eq!(every.len(), 7);
    let stated: Vec<String> = every
        .into_iter()
        .filter(|s| ["s-done", "s-in_progress", "s-not_started", "s-not_stated"].contains(&s.as_str()))
        .collect();
    assert_eq!(stated, order("progress/index.html", ".panel:first-child tbody .badge"));
    assert_eq!(stated, order("progress/index.html", "[aria-labelledby=by-status] .badge"));
    let facets = tree.iter().find(|(path, _)| path.contains("facets")).unwrap().1;
    let facets = kit::text(facets);
    let at = |name: &str| facets.find(&format!("\"{name}\"")).unwrap();
    assert!(at("已完成") < at("正在整改") && at("正在整改") < at("未启动") && at("未启动") < at("未标注"));
}

#[test]
fn the_course_by_months_has_figures_at_its_axes() {
    let out = tempfile::tempdir().unwrap();
    let (root, folder) = (env!("CARGO_MANIFEST_DIR"), out.path().to_str().unwrap());
    kit::run(["build", "-C", root, "--as-of", "2026-11-24", "--out", folder], 0);
    let tree = folder::tree(out.path());
    for path in [
        "notices/2026-water/progress/index.html",
        "notices/2025-propaganda/progress/index.html",
        "units/slj/index.html",
    ] {
        let html = page(&tree, path);
        let figures = |selector: &str| -> Vec<String> {
            all(&html, selector).iter().map(|e| e.text().collect()).collect()
        };
        assert_eq!(figures(".chart .y:not(.end) span"), ["100%", "50%", "0"], "{path}");
        let right: Vec<usize> = figures(".chart .end span").iter().map(|n| n.parse().unwrap()).collect();
        let most = figures("details tbody td:nth-child(3)")
            .iter()
            .map(|n| n.parse::<usize>().unwrap())
            .max()
            .unwrap();
        assert!(
            right[0] >= most && right[0] == 2 * right[1] && right[2] == 0,
            "{path}: {right:?} for {most}"
        );
        let months = figures(".chart .x span");
        assert_eq!(months.len(), all(&html, "details tbody tr").len(), "{path}");
        let named: Vec<&String> = months.iter().filter(|name| !name.is_empty()).collect();
        assert!((2..=6).contains(&named.len()) && named[0].contains("月20"), "{path}: {named:?}");
        assert!(
            all(&html, ".chart p").iter().all(|p| p.attr("aria-hidden") == Some("true")),
            "the table tells it"
        );
    }
}
