//! Numbers that Word counts (ISO/IEC 29500-1, 17.9): they stand nowhere in the text, so they are worked out as Word does.

use std::collections::HashMap;

use crate::intake::xml::Element;
use crate::zh::numeral::Style;

/// Where in which list a paragraph stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    list: String,
    level: usize,
}

impl Place {
    /// Reads `numPr` of paragraph properties. List 0 takes a paragraph out of the list of its style.
    pub fn of(properties: &Element) -> Option<Self> {
        let own = properties.child("numPr")?;
        let level = own.val("ilvl").and_then(|v| v.parse().ok()).unwrap_or(0);
        Some(Self { list: own.val("numId")?.to_owned(), level })
    }
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbers {
    lists: HashMap<String, List>,
    definitions: HashMap<String, Vec<Level>>,
    counts: HashMap<String, Vec<Option<u32>>>,
}

#[derive(Debug)]
struct List {
    definition: String,
    /// Levels that begin anew for this list, until they have.
    starts: HashMap<usize, u32>,
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    form: String,
    /// `第%1项`
    text: String,
    /// Whether the levels above are printed in Arabic digits.
    legal: bool,
}

/// Reads the part `word/numbering.xml`.
pub fn read(part: Option<&Element>) -> Numbers {
    let mut out = Numbers::default();
    for e in part.into_iter().flat_map(Element::elements) {
        match (e.name.as_str(), e.attr("abstractNumId"), e.attr("numId")) {
            ("abstractNum", Some(id), _) => {
                let levels = e.elements().filter(|l| l.name == "lvl").map(level).collect();
                out.definitions.insert(id.to_owned(), levels);
            }
            ("num", _, Some(id)) => {
                let definition = e.val("abstractNumId").unwrap_or_default().to_owned();
                let own = e.elements().filter(|l| l.name == "lvlOverride");
                let starts = own.filter_map(|l| {
                    Some((l.attr("ilvl")?.parse().ok()?, l.val("startOverride")?.parse().ok()?))
                });
                out.lists.insert(id.to_owned(), List { definition, starts: starts.collect() });
            }
            _ => {}
        }
    }
    out
}

fn level(e: &Element) -> Level {
    let number = |name: &str| e.val(name).and_then(|v| v.parse().ok());
    let text = |name: &str| e.val(name).unwrap_or_default().to_owned();
    Level {
        start: number("start").unwrap_or(1),
        form: text("numFmt"),
        text: text("lvlText"),
        legal: e.child("isLgl").is_some(),
    }
}

impl Numbers {
    /// The number of the next paragraph at a place; `None` where its list has none.
    pub fn next(&mut self, place: &Place) -> Option<String> {
        let list = self.lists.get_mut(&place.list)?;
        let levels = self.definitions.get(&list.definition)?;
        let own = levels.get(place.level)?;
        let counts = self.counts.entry(list.definition.clone()).or_default();
        counts.resize(levels.len(), None);
        let begun = list.starts.remove(&place.level);
        let next = counts[place.level].map_or(own.start, |n| n.saturating_add(1));
        counts[place.level] = Some(begun.unwrap_or(next));
        counts[place.level + 1..].fill(None);
        Some(print(own, levels, counts)).filter(|text| !text.is_empty())
    }
}

fn print(own: &Level, levels: &[Level], counts: &[Option<u32>]) -> String {
    if own.form == "bullet" {
        // The usual bullets are characters of a symbol font.
        let is_plain = |c: char| !('\u{e000}'..='\u{f8ff}').contains(&c);
        let plain = !own.text.is_empty() && own.text.chars().all(is_plain);
        return if plain { own.text.clone() } else { "•".to_owned() };
    }
    let mut out = own.text.clone();
    for (at, level) in levels.iter().enumerate().take(9) {
        let n = counts[at].unwrap_or(level.start);
        let form = if own.legal { "decimal" } else { &level.form };
        out = out.replace(&format!("%{}", at + 1), &numeral(n, form));
    }
    out
}

/// A number in a form of 17.18.59 (`ST_NumberFormat`); Arabic digits for those that no Chinese notice has.
fn numeral(n: u32, form: &str) -> String {
    const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
    let of = |all: &[char]| usize::try_from(n).ok().and_then(|n| all.get(n.checked_sub(1)?)).copied();
    match form {
        "none" => String::new(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographDigital" => Style::Chinese.write(n),
        "chineseLegalSimplified" => Style::Formal.write(n),
        "decimalFullWidth" | "decimalFullWidth2" => Style::FullWidth.write(n),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Style::Circled.write(n),
        "decimalEnclosedParen" => Style::Bracketed.write(n),
        "decimalZero" => format!("{n:02}"),
        "ideographTraditional" => of(&STEMS).map_or_else(|| n.to_string(), String::from),
        "lowerLetter" => letters(n, b'a'),
        "upperLetter" => letters(n, b'A'),
        "lowerRoman" => roman(n).to_lowercase(),
        "upperRoman" => roman(n),
        _ => n.to_string(),
    }
}

/// a … z, aa, bb …
fn letters(n: u32, first: u8) -> String {
    let Some(at) = n.checked_sub(1).filter(|at| *at < 260) else { return n.to_string() };
    // Less than 26 added to a letter is a letter.
    let letter = char::from(first + (at % 26) as u8);
    letter.to_string().repeat((at / 26 + 1) as usize)
}

fn roman(n: u32) -> String {
    const ALL: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if n > 3999 {
        return n.to_string();
    }
    let mut left = n;
    let mut out = String::new();
    for (value, text) in ALL {
        while left >= value {
            out.push_str(text);
            left -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_in_the_form_of_their_level() {
        let all = ["chineseCounting", "decimal", "decimalEnclosedCircle", "upperRoman", "lowerLetter"];
        let printed: Vec<String> = all.iter().map(|form| numeral(14, form)).collect();
        assert_eq!(printed, ["十四", "14", "⑭", "XIV", "n"]);
        assert_eq!(numeral(28, "lowerLetter"), "bb");
        assert_eq!(numeral(2, "ideographTraditional"), "乙");
        assert_eq!(numeral(3, "chineseLegalSimplified"), "叁");
        assert_eq!(numeral(u32::MAX, "upperRoman"), u32::MAX.to_string());
    }
}
