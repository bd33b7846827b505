//! A build that is killed, again and again, at moments all over its run: no page is ever seen half written, and the next
//! run gives what a clean build gives.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails should stop here")]

mod folder;

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use folder::{Tree, tree};
use gongkai::disk::DiskSink;

const KILLS: usize = 240;
const CHILD_OUT: &str = "GONGKAI_KILL_OUT";
const CHILD_GENERATION: &str = "GONGKAI_KILL_GENERATION";

#[test]
fn a_killed_build_never_shows_half_a_page_and_the_next_run_heals() {
    let seed =
        env::var("GONGKAI_KILL_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(0x9E37_79B9_7F4A_7C15);
    println!("GONGKAI_KILL_SEED={seed}");
    let mut random = Random(seed);
    let base = tempfile::tempdir().unwrap();
    let out = base.path().join("public");
    let full_run = time_of_a_full_run(&base.path().join("timed"));

    let mut landed = Landed::default();
    // The first kills fall on the first build of an absent folder.
    let mut before = Tree::new();
    for round in 0..KILLS {
        if round % 40 < 20 && random.below(4) == 0 {
            remove(&out);
            before = Tree::new();
        }
        let generation = random.below(1000);
        let wanted = site(generation);
        if round % 2 == 0 {
            kill_after(&out, generation, full_run.mul_f64(random.fraction() * 1.1));
        } else {
            kill_at_line(&out, generation, random.below(2 + 2 * wanted.len() as u64));
        }
        landed.note(&out);
        for (path, bytes) in tree_or_none(&out) {
            let whole = [&before, &wanted].iter().any(|site| site.get(&path) == Some(&bytes));
            assert!(whole, "round {round}: {path} is from neither the old build nor the new one");
        }
        // Killed twice in a row, three times, …: healing may be broken off as well.
        if random.below(3) == 0 {
            before.extend(wanted.clone());
            kill_after(&out, generation, full_run.mul_f64(random.fraction()));
        }
        run_to_end(&out, generation);
        assert_eq!(tree(&out), wanted, "round {round}: the next run does not give what a clean build gives");
        before = wanted;
    }
    println!("{KILLS} kills: {landed:?}");
    assert!(landed.staging >= 10 && landed.committing >= 10, "the moments are not spread: {landed:?}");
}

/// The build that is killed: run by the test above in a process of its own, and of no effect otherwise.
#[test]
fn child() {
    let (Ok(out), Ok(generation)) = (env::var(CHILD_OUT), env::var(CHILD_GENERATION)) else { return };
    build(Path::new(&out), &site(generation.parse().unwrap()));
}

/// Builds, and says a line for every page and every step of the commit, so that the parent can aim.
fn build(out: &Path, site: &Tree) {
    let say = || std::io::stdout().write_all(b"step\n").unwrap();
    let sink = DiskSink::open(out).unwrap();
    for (path, bytes) in site {
        sink.put(path, bytes).unwrap();
        say();
    }
    sink.commit(&|_, _| say()).unwrap();
}

/// About sixty pages. From one generation to another pages stay, change, come and go, and files become folders.
fn site(generation: u64) -> Tree {
    let mut random = Random(generation.wrapping_mul(0x2545_F491_4F6C_DD1D) | 1);
    let mut pages = Tree::new();
    for i in 0..60 {
        let content = random.below(3);
        let path = match (i % 6, random.below(4)) {
            (_, 0) => continue,
            (0, 1) => format!("{i}"),
            (0, _) => format!("{i}/index.html"),
            (1 | 2, _) => format!("notices/{}/issues/{i}.html", i % 4),
            (3, 1) => format!("Page{i}.html"),
            _ => format!("page{i}.html"),
        };
        let text = format!("{path} 第 {content} 版\n").repeat(1 + (i * 37) % 900);
        pages.insert(path, text.into_bytes());
    }
    pages.insert("index.html".to_owned(), format!("第 {generation} 代").into_bytes());
    pages
}

#[expect(clippy::disallowed_methods, reason = "what is to be killed has to be a process of its own")]
fn spawn(out: &Path, generation: u64) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env(CHILD_OUT, out)
        .env(CHILD_GENERATION, generation.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn run_to_end(out: &Path, generation: u64) {
    let output = spawn(out, generation).wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

fn kill_after(out: &Path, generation: u64, time: Duration) {
    let mut child = spawn(out, generation);
    sleep(time);
    end(&mut child);
}

/// Kills the child when it has said this many lines, or lets it end if it has fewer to say.
fn kill_at_line(out: &Path, generation: u64, line: u64) {
    let mut child = spawn(out, generation);
    let said = BufReader::new(child.stdout.take().expect("it is piped"));
    let mut steps = said.lines().map_while(Result::ok).filter(|said| said == "step");
    for _ in 0..line {
        if steps.next().is_none() {
            break;
        }
    }
    end(&mut child);
}

fn end(child: &mut Child) {
    // It may have ended of itself, which is as good.
    let _ = child.kill();
    child.wait().unwrap();
}

fn time_of_a_full_run(out: &Path) -> Duration {
    let mut times: Vec<_> = (0..5)
        .map(|generation| {
            let start = Instant::now();
            run_to_end(out, generation);
            start.elapsed()
        })
        .collect();
    times.sort();
    times[2]
}

/// Where the kills fell, by what they left behind.
#[derive(Debug, Default)]
struct Landed {
    staging: usize,
    committing: usize,
    elsewhere: usize,
}

impl Landed {
    fn note(&mut self, out: &Path) {
        let home = out.join(".gongkai");
        let journal = fs::read_to_string(home.join("journal")).unwrap_or_default();
        if journal.ends_with("\nend\n") {
            self.committing += 1;
        } else if home.join("stage").exists() {
            self.staging += 1;
        } else {
            self.elsewhere += 1;
        }
    }
}

fn tree_or_none(out: &Path) -> Tree {
    if out.exists() { tree(out) } else { Tree::new() }
}

fn remove(out: &Path) {
    if out.exists() {
        fs::remove_dir_all(out).unwrap();
    }
}

/// xorshift64*: small, and the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// From 0 up to `n`, without `n`.
    fn below(&mut self, n: u64) -> u64 {
        (self.next() >> 33) % n
    }

    /// From 0 up to 1.
    fn fraction(&mut self) -> f64 {
        self.below(1 << 20) as f64 / f64::from(1 << 20)
    }
}
