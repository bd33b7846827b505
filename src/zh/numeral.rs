//! Numerals as documents print them: 一, 十二, 壹, 12, １２, ⑫, ⑿.

/// A way of writing a counting number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 1, 12
    Arabic,
    /// １, １２
    FullWidth,
    /// 一, 十二
    Chinese,
    /// 壹, 拾贰
    Formal,
    /// ①…㊿ (1 to 50)
    Circled,
    /// ⑴…⒇ (1 to 20)
    Bracketed,
}

impl Style {
    const ALL: [Self; 6] =
        [Self::Arabic, Self::FullWidth, Self::Chinese, Self::Formal, Self::Circled, Self::Bracketed];

    /// Writes `n`. Past the last character a style has, it falls back to Arabic digits, so that a number is never lost.
    pub fn write(self, n: u32) -> String {
        match self {
            Self::Arabic => n.to_string(),
            Self::FullWidth => n.to_string().chars().map(widen).collect(),
            Self::Chinese => SPOKEN.write(n),
            Self::Formal => FORMAL.write(n),
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
            Self::Chinese => SPOKEN.read(run).map(|n| (n, len)),
            Self::Formal => FORMAL.read(run).map(|n| (n, len)),
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
            Self::Chinese => SPOKEN.has(c),
            Self::Formal => FORMAL.has(c),
            Self::Circled => matches!(c, '①'..='⑳' | '㉑'..='㉟' | '㊱'..='㊿'),
            Self::Bracketed => ('⑴'..='⒇').contains(&c),
        }
    }
}

/// The characters of a numeral in words.
struct Words {
    digits: [char; 10],
    units: [(char, u32); 3],
}

const SPOKEN: Words = Words {
    digits: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
    units: [('千', 1000), ('百', 100), ('十', 10)],
};
/// As on cheques, and before the parts of long papers: 拾贰 there, not 壹拾贰.
const FORMAL: Words = Words {
    digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
    units: [('仟', 1000), ('佰', 100), ('拾', 10)],
};

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

impl Words {
    fn has(&self, c: char) -> bool {
        self.digits.contains(&c) || self.units.iter().any(|(unit, _)| *unit == c)
    }

    /// 1 to 9999 in words; larger numbers, which no heading has, in digits.
    fn write(&self, n: u32) -> String {
        if n == 0 || n > 9999 {
            return n.to_string();
        }
        let mut out = String::new();
        let mut rest = n;
        let mut gap = false;
        for (unit, size) in self.units {
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
                out.push(self.digits[digit as usize]);
            }
            out.push(unit);
        }
        if rest > 0 {
            if gap {
                out.push('零');
            }
            out.push(self.digits[rest as usize]);
        }
        out
    }

    fn read(&self, run: &str) -> Option<u32> {
        let mut total: u32 = 0;
        let mut digit: Option<u32> = None;
        for c in run.chars() {
            if let Some(value) = self.digits.iter().position(|d| *d == c) {
                digit = u32::try_from(value).ok();
            } else {
                let (_, size) = self.units.iter().find(|(unit, _)| *unit == c)?;
                total = total.checked_add(digit.take().unwrap_or(1).checked_mul(*size)?)?;
            }
        }
        let value = total.checked_add(digit.unwrap_or(0))?;
        // Only the canonical spelling is a number; 一一 or 十十 is not.
        (value > 0 && self.write(value) == run).then_some(value)
    }
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
            assert_eq!(Style::Chinese.write(n), written);
        }
        assert_eq!(SPOKEN.read("一一"), None);
        assert_eq!([3, 12, 20].map(|n| Style::Formal.write(n)), ["叁", "拾贰", "贰拾"]);
        assert_eq!(Style::Formal.read("肆、下一步"), Some((4, "肆".len())));
        assert_eq!(FORMAL.read("叁四"), None);
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
            assert_eq!(SPOKEN.read(&SPOKEN.write(n)), Some(n));
            assert_eq!(FORMAL.read(&FORMAL.write(n)), Some(n));
        }
    }
}
