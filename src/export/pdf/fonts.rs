//! Which font each role is set in: those of the standard where the machine has them, free ones like them, and behind them
//! fonts that have the rare characters of names.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use typst::text::{FontBook, is_default_ignorable};

use crate::export::print::{PrintError, Role};

/// The families that a role is set in, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chain {
    /// Those of the kind that the standard asks for.
    pub own: Vec<&'static str>,
    /// Those that stand in for it, and for rare characters.
    pub others: Vec<&'static str>,
}

impl Chain {
    /// All, the first choice first.
    pub fn families(&self) -> impl Iterator<Item = &'static str> {
        self.own.iter().chain(&self.others).copied()
    }
}

/// What of the families of a role a machine has; nothing where none of them has Chinese characters.
pub fn chain(role: Role, book: &FontBook) -> Chain {
    let found = |names: &[&'static str]| -> Vec<&'static str> {
        names.iter().copied().filter(|name| book.contains_family(&name.to_lowercase())).collect()
    };
    let mut others = found(like(role));
    let known = |name: &&str| own(role).contains(name) || like(role).contains(name);
    others.extend(found(&RARE).into_iter().filter(|name| !known(name)));
    let chain = Chain { own: found(own(role)), others };
    if chain.families().any(|name| has(book, name, '中')) { chain } else { Chain::default() }
}

fn has(book: &FontBook, family: &str, c: char) -> bool {
    book.select_family(&family.to_lowercase())
        .any(|at| book.info(at).is_some_and(|info| info.coverage.contains(c.into())))
}

/// Families of the kind that GB/T 9704-2012 asks for: of Windows, of WPS and Founder, of macOS, free ones.
fn own(role: Role) -> &'static [&'static str] {
    match role {
        Role::Title => &[
            "FZXiaoBiaoSong-B05S",
            "方正小标宋简体",
            "FZXiaoBiaoSong-B05",
            "方正小标宋_GBK",
            "方正公文小标宋",
            "FZGWXiaoBiaoSong",
        ],
        Role::Heading => {
            &["SimHei", "黑体", "FZHei-B01S", "方正黑体简体", "STHeiti", "华文黑体", "FandolHei"]
        }
        Role::Section => &[
            "KaiTi_GB2312",
            "楷体_GB2312",
            "KaiTi",
            "楷体",
            "STKaiti",
            "华文楷体",
            "Kaiti SC",
            "FandolKai",
            "AR PL KaitiM GB",
            "AR PL UKai CN",
            "LXGW WenKai",
        ],
        Role::Text => &[
            "FangSong_GB2312",
            "仿宋_GB2312",
            "FangSong",
            "仿宋",
            "FZFangSong-Z02S",
            "方正仿宋简体",
            "方正仿宋_GBK",
            "STFangsong",
            "华文仿宋",
            "FandolFang R",
        ],
        Role::Number => &[
            "SimSun",
            "宋体",
            "NSimSun",
            "STSong",
            "华文宋体",
            "Songti SC",
            "FandolSong",
            "AR PL SungtiL GB",
            "AR PL UMing CN",
            "Noto Serif CJK SC",
            "Source Han Serif SC",
            "思源宋体",
        ],
    }
}

/// Families that stand in where there is none of the kind; the text is set in them with a word to the person.
fn like(role: Role) -> &'static [&'static str] {
    match role {
        Role::Title => {
            &["FandolSong", "Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "STSong", "SimSun"]
        }
        Role::Heading => &["Noto Sans CJK SC", "Source Han Sans SC", "思源黑体", "WenQuanYi Zen Hei"],
        Role::Section | Role::Text => {
            &["Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "SimSun", "STSong"]
        }
        Role::Number => &[],
    }
}

/// Families with characters beyond GB 2312, for names of people and places, and with signs.
const RARE: [&str; 13] = [
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "思源宋体",
    "SimSun",
    "SimSun-ExtB",
    "SimSun-ExtG",
    "Plangothic P1",
    "Plangothic P2",
    "HanaMinA",
    "HanaMinB",
    "Noto Sans CJK SC",
    "DejaVu Sans",
    "Segoe UI Symbol",
];

/// The families of every role, as the template reads them.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Fonts<'b> {
    chains: BTreeMap<&'static str, Vec<&'static str>>,
    #[serde(skip)]
    book: &'b FontBook,
}

impl<'b> Fonts<'b> {
    /// Those of a machine, or the roles for which it has none.
    pub fn of(book: &'b FontBook) -> Result<Self, PrintError> {
        let chains: Vec<(Role, Vec<&str>)> =
            Role::ALL.into_iter().map(|role| (role, chain(role, book).families().collect())).collect();
        let without: Vec<Role> =
            chains.iter().filter(|(_, all)| all.is_empty()).map(|(role, _)| *role).collect();
        if !without.is_empty() {
            return Err(PrintError::NoFont(without));
        }
        Ok(Self { chains: chains.into_iter().map(|(role, all)| (role.key(), all)).collect(), book })
    }

    /// Whether every character can be printed; `place` says where one stands.
    pub fn check(
        &self,
        used: BTreeSet<(char, Role)>,
        place: &dyn Fn(char) -> String,
    ) -> Result<(), PrintError> {
        if let Some((c, _)) = used.iter().find(|(c, _)| is_private(*c)) {
            return Err(PrintError::Private(*c, place(*c)));
        }
        let mut without: Vec<char> =
            used.into_iter().filter(|(c, role)| !self.has(*role, *c)).map(|(c, _)| c).collect();
        without.dedup();
        if without.is_empty() {
            return Ok(());
        }
        Err(PrintError::NoGlyph(without.into_iter().map(|c| (c, place(c))).collect()))
    }

    fn has(&self, role: Role, c: char) -> bool {
        self.chains.get(role.key()).into_iter().flatten().any(|name| has(self.book, name, c))
    }
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// Whether a character leaves something on the paper.
pub fn is_printed(c: char) -> bool {
    !c.is_whitespace() && !is_default_ignorable(c)
}
