//! Numerals as documents print them: 一, 十二, 12, １２, ⑫, ⑿.

/// A way of writing a counting number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 1, 12
    Arabic,
    /// １, １２
    FullWidth,
    /// 一, 十二
    Chinese,
    /// ①…㊿ (1 to 50)
    Circled,
    /// ⑴…⒇ (1 to 20)
    Bracketed,
}

impl Style {
    const ALL: [Self; 5] = [Self::Arabic, Self::FullWidth, Self::Chinese, Self::Circled, Self::Bracketed];

    /// Writes `n`. Past the last character a style has, it falls back to Arabic digits, so that a number is never lost.
    pub fn write(self, n: u32) -> String {
        match self {
            Self::Arabic => n.to_string(),
            Self::FullWidth => n.to_string().chars().map(widen).collect(),
            Self::Chinese => chinese(n),
            Self::Circled => circled(n).map_or_else(|| n.to_string(), String::from),
            Self::Bracketed => bracketed(n).map_or_else(|| n.to_string(), String::from),
        }
    }

    /// Reads a numeral at the start of `text`: its value and its length in bytes.
    pub fn read(self, text: &str) -> Option<(u32, usize)> {
        let len: usize = text.chars().take_while(|c| self.has(*c)).map(char::len_utf8).sum();
        let run = &text[..len];
        match self {
            Self::Arabic | Self::FullWidth => {
                let digits: String = run.chars().map(narrow).collect();
                digits.parse().ok().map(|n| (n, len))
            }
            Self::Chinese => read_chinese(run).map(|n| (n, len)),
            Self::Circled | Self::Bracketed => {
                let first = run.chars().next()?;
                (1..=50).find(|n| self.write(*n) == first.to_string()).map(|n| (n, first.len_utf8()))
            }
        }
    }

    /// The numeral that a pattern holds: every stretch of `text` that some style can read, in order.
    pub fn find_all(text: &str) -> Vec<(Self, std::ops::Range<usize>)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let hit = Self::ALL.into_iter().find_map(|s| s.read(&text[at..]).map(|(_, len)| (s, len)));
            match hit {
                Some((style, len)) => {
                    found.push((style, at..at + len));
                    at += len;
                }
                None => at += c.len_utf8(),
            }
        }
        found
    }

    /// Whether a numeral of this style may hold a character.
    pub fn has(self, c: char) -> bool {
        match self {
            Self::Arabic => c.is_ascii_digit(),
            Self::FullWidth => ('０'..='９').contains(&c),
            Self::Chinese => DIGITS.contains(&c) || UNITS.iter().any(|(unit, _)| *unit == c),
            Self::Circled => matches!(c, '①'..='⑳' | '㉑'..='㉟' | '㊱'..='㊿'),
            Self::Bracketed => ('⑴'..='⒇').contains(&c),
        }
    }
}

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const UNITS: [(char, u32); 3] = [('千', 1000), ('百', 100), ('十', 10)];

fn widen(digit: char) -> char {
    char::from_u32(u32::from(digit) - u32::from('0') + u32::from('０')).unwrap_or(digit)
}

/// A digit of full width in half width; any other character as it is.
pub fn narrow(digit: char) -> char {
    match digit {
        '０'..='９' => char::from_u32(u32::from(digit) - u32::from('０') + u32::from('0')).unwrap_or(digit),
        _ => digit,
    }
}

/// 1 to 9999 in words; larger numbers, which no heading has, in digits.
fn chinese(n: u32) -> String {
    if n == 0 || n > 9999 {
        return n.to_string();
    }
    let mut out = String::new();
    let mut rest = n;
    let mut gap = false;
    for (unit, size) in UNITS {
        let digit = rest / size;
        rest %= size;
        if digit == 0 {
            gap |= !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        // 十二, not 一十二, at the very start.
        if !(size == 10 && digit == 1 && out.is_empty()) {
            out.push(DIGITS[digit as usize]);
        }
        out.push(unit);
    }
    if rest > 0 {
        if gap {
            out.push('零');
        }
        out.push(DIGITS[rest as usize]);
    }
    out
}

fn read_chinese(run: &str) -> Option<u32> {
    let mut total: u32 = 0;
    let mut digit: Option<u32> = None;
    for c in run.chars() {
        if let Some(value) = DIGITS.iter().position(|d| *d == c) {
            digit = u32::try_from(value).ok();
        } else {
            let (_, size) = UNITS.iter().find(|(unit, _)| *unit == c)?;
            total = total.checked_add(digit.take().unwrap_or(1).checked_mul(*size)?)?;
        }
    }
    let value = total.checked_add(digit.unwrap_or(0))?;
    // Only the canonical spelling is a number; 一一 or 十十 is not.
    (value > 0 && chinese(value) == run).then_some(value)
}

fn circled(n: u32) -> Option<char> {
    match n {
        1..=20 => char::from_u32(0x2460 + n - 1),
        21..=35 => char::from_u32(0x3251 + n - 21),
        36..=50 => char::from_u32(0x32B1 + n - 36),
        _ => None,
    }
}

fn bracketed(n: u32) -> Option<char> {
    (1..=20).contains(&n).then(|| char::from_u32(0x2474 + n - 1)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_as_documents_write_them() {
        let cases = [
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (101, "一百零一"),
            (110, "一百一十"),
            (1005, "一千零五"),
        ];
        for (n, written) in cases {
            assert_eq!(chinese(n), written);
        }
        assert_eq!(read_chinese("一一"), None);
    }

    #[test]
    fn every_style_reads_what_it_writes() {
        for style in Style::ALL {
            for n in 1..=20 {
                let written = style.write(n);
                assert_eq!(style.read(&written), Some((n, written.len())), "{written}");
            }
        }
        for n in 1..=9999 {
            assert_eq!(read_chinese(&chinese(n)), Some(n));
        }
    }
}
