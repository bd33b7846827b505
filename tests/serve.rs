//! The preview, asked over the wire as a browser and as an attacker would.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};

/// A preview of a site, ended with the test.
struct Preview {
    process: Child,
    address: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> &str {
        kit::text(&self.body)
    }
}

impl Preview {
    fn of(root: &Path) -> Self {
        Self::named(root, root)
    }

    /// A preview that is begun in a folder, of a site by a name that holds there.
    fn named(folder: &Path, name: &Path) -> Self {
        let args = ["serve", "-C", name.to_str().unwrap(), "--port", "0", "--as-of", "2026-11-24"];
        let mut command = kit::gongkai(args);
        let mut process =
            command.current_dir(folder).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
        Self { process, address }
    }

    fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        // A server that has refused a request may close the line before all of it is sent.
        let _refused_early = stream.write_all(request);
        let mut all = Vec::new();
        let _reset = stream.read_to_end(&mut all);
        let end = all.windows(4).position(|w| w == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8(all[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_lowercase(), body: all[end + 4..].to_vec() }
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        self.raw(format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes())
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &self.address)
    }

    /// Waits for what follows the site and the findings of these numbers.
    fn news(&self, site: u64, told: u64) -> (u64, u64, String) {
        let answer = self.get(&format!("/.gongkai/news?site={site}&told={told}"));
        let news: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        let number = |name: &str| news[name].as_u64().unwrap();
        (number("site"), number("told"), news["problems"].as_str().unwrap().to_owned())
    }

    /// Waits for the site that follows one; what is found in it comes later, and more than once.
    fn site_after(&self, site: u64, mut told: u64) -> u64 {
        for _ in 0..10 {
            let (number, now, _) = self.news(site, told);
            if number != site {
                return number;
            }
            told = now;
        }
        site
    }
}

fn example() -> tempfile::TempDir {
    kit::copied(&kit::repo(""))
}

/// Puts a text in the place of a file in one step, as editors do.
fn put(path: &Path, text: impl AsRef<[u8]>) {
    let beside = path.with_file_name(".beside");
    fs::write(&beside, text).unwrap();
    fs::rename(&beside, path).unwrap();
}

const ISSUE: &str = "content/notices/2025-propaganda/issues/01-study-plan-copied.md";
const PAGE: &str = "/notices/2025-propaganda/issues/study-plan-copied/";

#[test]
fn what_the_preview_shows_is_what_a_draft_would_be_but_for_its_own_script() {
    let site = example();
    let out = site.path().join("draft");
    let (root, to) = (site.path().to_str().unwrap(), out.to_str().unwrap());
    kit::run(["build", "-C", root, "--draft", "--as-of", "2026-11-24", "--out", to], 0);
    let preview = Preview::of(site.path());
    let own = format!("http://{}/", preview.address);
    let mut seen = 0;
    for entry in
        walkdir::WalkDir::new(&out).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file())
    {
        let path = entry.path().strip_prefix(&out).unwrap().to_str().unwrap().replace('\\', "/");
        if path == "manifest.json" || path.starts_with('.') {
            continue;
        }
        let answer = preview.get(&format!("/{path}"));
        if path == "404.html" {
            continue;
        }
        assert_eq!(answer.status, 200, "{path}");
        let built = fs::read(entry.path()).unwrap();
        if let (Ok(shown), Ok(built)) = (std::str::from_utf8(&answer.body), std::str::from_utf8(&built)) {
            let shown = shown.replace(&own, BASE).replace(&preview.address, NAME);
            assert_eq!(without_script(&shown), built, "{path}");
        } else {
            assert!(answer.body == built, "{path}");
        }
        seen += 1;
    }
    assert!(seen > 150, "{seen}");
}

/// Where the example will stand.
const BASE: &str = "https://gongkai.example.com/";
const NAME: &str = "gongkai.example.com";

fn without_script(page: &str) -> String {
    match (page.find("<link rel=\"stylesheet\" href=\"/.gongkai"), page.find("</head>")) {
        (Some(from), Some(to)) => format!("{}{}", &page[..from], &page[to..]),
        _ => page.to_owned(),
    }
}

#[test]
fn an_edit_is_served_and_told_and_a_mistake_leaves_the_last_good_page() {
    let site = example();
    let file = site.path().join(ISSUE);
    let before = fs::read_to_string(&file).unwrap();
    let preview = Preview::of(site.path());
    let (number, told, problems) = preview.news(0, 0);
    assert_eq!((number, problems.as_str()), (1, ""));

    put(&file, before.replacen("title: ", "title: 新改的", 1));
    let (number, told, _) = preview.news(number, told);
    assert_eq!(number, 2);
    let page = preview.get(PAGE);
    assert!(page.text().contains("新改的") && page.text().contains("data-site=\"2\""), "{}", page.text());

    put(&file, before.replacen("title: ", "titel: ", 1));
    let (number, told, problems) = preview.news(number, told);
    assert_eq!(number, 2, "no new site");
    assert!(problems.contains("titel") && problems.contains("01-study-plan-copied.md:"), "{problems}");
    assert!(preview.get(PAGE).text().contains("新改的"), "the last good page");

    put(&file, &before);
    let (number, _, problems) = preview.news(number, told);
    assert_eq!((number, problems.as_str()), (3, ""));
    assert!(!preview.get(PAGE).text().contains("新改的"));
}

#[test]
fn an_edit_is_followed_however_the_site_is_named() {
    for from in [".", "..", "site/.."] {
        let beside = tempfile::tempdir().unwrap();
        let site = kit::copied(&kit::repo("starter"));
        let root = beside.path().join("site");
        fs::rename(site.path(), &root).unwrap();
        fs::create_dir(root.join("site")).unwrap();
        let name = if from == ".." { root.join("content") } else { root.clone() };
        let preview = Preview::named(&name, Path::new(from));
        let (number, told, _) = preview.news(0, 0);
        let settings = root.join("content/site.yaml");
        let before = fs::read_to_string(&settings).unwrap();
        put(&settings, before.replacen("title: ", "title: 新改的", 1));
        assert_eq!(preview.site_after(number, told), number + 1, "named {from}");
    }
}

#[test]
fn files_that_come_and_go_are_followed_and_so_is_the_theme() {
    let site = example();
    let preview = Preview::of(site.path());
    let (number, told, _) = preview.news(0, 0);
    assert_eq!(preview.get("/contact-us/").status, 404);
    let page = site.path().join("content/pages/contact-us.md");
    put(&page, "---\ntitle: 联系我们\n---\n来信来访。\n");
    let (number, told, _) = preview.news(number, told);
    assert_eq!(preview.get("/contact-us/").status, 200);
    fs::remove_file(&page).unwrap();
    let (number, told, _) = preview.news(number, told);
    assert_eq!(preview.get("/contact-us/").status, 404);

    let theme = site.path().join("themes/civic/templates");
    fs::create_dir_all(&theme).unwrap();
    let (number, told) = settled(&preview, number, told);
    put(&theme.join("404.html"), "自己的{{ site.title }}页面");
    let (number, told, _) = preview.news(number, told);
    assert!(preview.get("/nothing/").text().contains("自己的星河县"));
    put(&theme.join("404.html"), "{{ site.title");
    let (last, _, problems) = preview.news(number, told);
    assert!(last == number && problems.contains("404.html"), "{problems}");
    assert!(preview.get("/nothing/").text().contains("自己的星河县"));
}

/// Making folders is told in one or in several steps: waits until a page that is asked for knows the last.
fn settled(preview: &Preview, site: u64, told: u64) -> (u64, u64) {
    let (mut site, mut told, _) = preview.news(site, told);
    loop {
        std::thread::sleep(std::time::Duration::from_millis(300));
        let (now, then, _) = preview.news(0, 0);
        if (now, then) == (site, told) {
            return (site, told);
        }
        (site, told) = (now, then);
    }
}

#[test]
fn a_site_that_never_was_good_says_what_is_wrong_until_it_is() {
    let site = example();
    let file = site.path().join(ISSUE);
    let before = fs::read_to_string(&file).unwrap();
    put(&file, before.replacen("title: ", "titel: ", 1));
    let preview = Preview::of(site.path());
    assert_eq!(preview.get("/").status, 503);
    let (number, told, problems) = preview.news(9, 9);
    assert!(number == 0 && problems.contains("titel"), "{problems}");
    put(&file, &before);
    assert_eq!(preview.news(number, told).0, 1);
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn nothing_outside_the_site_can_be_had() {
    let site = example();
    fs::write(site.path().join("secret.txt"), "秘密").unwrap();
    let preview = Preview::of(site.path());
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/assets/../../secret.txt",
        "/notices/2025-propaganda/evidence/../../../../secret.txt",
        "/notices/2025-propaganda/notice.yaml",
        "/content/site.yaml",
        "/site.yaml",
        "//etc/passwd",
        "/C:%5Cwindows%5Cwin.ini",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains("秘密") && !answer.text().contains("format: 1"), "{path}");
    }
}

#[test]
fn odd_requests_are_refused_and_the_preview_lives_on() {
    let site = example();
    let preview = Preview::of(site.path());
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let answer = preview.ask(method, "/", &preview.address);
        assert!(answer.status == 405 && answer.head.contains("allow: get, head"), "{method} {}", answer.head);
    }
    for host in ["evil.example", "localhost.evil.example", "127.0.0.1.nip.example:80"] {
        assert_eq!(preview.ask("GET", "/", host).status, 421, "{host}");
    }
    let long = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n\r\n", "a".repeat(1 << 20));
    assert_eq!(preview.raw(long.as_bytes()).status, 431);
    let many = format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "X: a\r\n".repeat(2000));
    assert_eq!(preview.raw(many.as_bytes()).status, 431);
    assert!(matches!(
        preview
            .raw(format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "a".repeat(1 << 20)).as_bytes())
            .status,
        414 | 431
    ));
    for damaged in
        [&b"\0\0\0\0\r\n\r\n"[..], b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"]
    {
        assert!(matches!(preview.raw(damaged).status, 400 | 421 | 505), "{damaged:?}");
    }
    let idle: Vec<TcpStream> = (0..100).map(|_| TcpStream::connect(&preview.address).unwrap()).collect();
    assert_eq!(preview.get("/").status, 200);
    drop(idle);
    let head = preview.ask("HEAD", PAGE, &preview.address);
    assert!(head.status == 200 && head.body.is_empty() && head.head.contains("content-length: "));
    assert!(head.head.contains("content-security-policy: default-src 'none'"));
    assert!(preview.get("/progress").head.contains("location: /progress/"));
}

#[test]
fn a_port_in_use_is_said_with_a_way_out() {
    let site = example();
    let preview = Preview::of(site.path());
    let port = preview.address.rsplit(':').next().unwrap();
    let out = kit::run(["serve", "-C", site.path().to_str().unwrap(), "--port", port], 3);
    let said = kit::text(&out.stderr);
    assert!(said.contains(&format!("cannot listen on port {port}")) && said.contains("--port 0"), "{said}");
}

#[test]
fn every_language_of_the_site_is_served_and_follows_its_files() {
    let copy = kit::copied(&kit::repo("tests/cases/one-issue"));
    let content = copy.path().join("content");
    let settings = fs::read_to_string(content.join("site.yaml")).unwrap();
    fs::write(content.join("site.yaml"), format!("{settings}languages: [en]\n")).unwrap();
    let notice = fs::read_dir(content.join("notices")).unwrap().next().unwrap().unwrap().path();
    let (slug, words) = (notice.file_name().unwrap().to_str().unwrap(), notice.join("notice.en.yaml"));
    fs::write(&words, "title: Our progress\n").unwrap();
    let preview = Preview::of(copy.path());
    let address = format!("/en/notices/{slug}/");
    let page = preview.get(&address);
    assert_eq!(page.status, 200);
    assert!(
        page.text().contains("<html lang=\"en\"") && page.text().contains("Our progress"),
        "{}",
        page.text()
    );
    let original = preview.get(&format!("/notices/{slug}/"));
    assert!(
        original.text().contains("<html lang=\"zh-CN\"")
            && original.text().contains(&format!("en/notices/{slug}/"))
    );
    assert_eq!(preview.get("/en").status, preview.get(&format!("/notices/{slug}")).status);
    assert_eq!(preview.get("/en/none/").status, 404);
    assert_eq!(preview.get("/en/search/meta.js").status, 200);
    fs::write(&words, "title: Our new progress\n").unwrap();
    let changed = || preview.get(&address).text().contains("Our new progress");
    assert!((0..200).any(|_| changed() || {
        std::thread::sleep(std::time::Duration::from_millis(50));
        false
    }));
}
