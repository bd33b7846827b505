//! Where signature and date stand (GB/T 9704-2012, 7.3.5), in half characters from the right.

/// How much stays free at the right of the signature and of the date, and how many lines above the signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foot {
    /// Free at the right of the signature.
    pub signature: i64,
    /// Free at the right of the date.
    pub date: i64,
    /// Empty lines above the signature.
    pub above: i64,
}

/// Half characters of a line.
const LINE: i64 = 56;

/// Unsealed: the signature two characters in, the date beginning two characters further than it, and itself no less than
/// two in. Sealed: the date four characters in, the signature above its middle, and room for the seal.
pub fn foot(signature: &str, date: &str, sealed: bool) -> Foot {
    let (own, day) = (width(signature), width(date));
    // A name that fills the line leaves the date at the left.
    let in_line = |free: i64| free.min(LINE - day);
    if sealed {
        let date = in_line(4 + (own - day) / 2).max(8);
        return Foot { signature: (date + (day - own) / 2).max(4), date, above: 2 };
    }
    let date = in_line(own - day).max(4);
    Foot { signature: (date + day + 4 - own).max(4), date, above: 1 }
}

/// Half characters: a letter or digit of ASCII takes one, all else two.
pub fn width(text: &str) -> i64 {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsealed_the_signature_is_two_characters_in_and_the_date_begins_two_further() {
        let long = foot("中共星河县委宣传部", "2025年12月24日", false);
        assert_eq!((long.signature, long.date), (4, 4), "nine characters over seven");
        let longer = foot("星河县河道水库管理中心", "2025年12月24日", false);
        assert_eq!((longer.signature, longer.date), (4, 8), "eleven over seven: the date begins two later");
        let short = foot("县水利局", "2025年12月24日", false);
        assert_eq!((short.signature, short.date), (14, 4), "a date that is longer stands two in itself");
    }

    #[test]
    fn sealed_the_signature_stands_above_the_middle_of_the_date() {
        let usual = foot("县水利局", "2025年12月24日", true);
        assert_eq!((usual.signature, usual.date), (11, 8));
        let long = foot("中共星河县望舒街道银汉社区总支部委员会", "2025年12月24日", true);
        assert_eq!((long.signature, long.date), (4, 16), "a long name stays two in, and the date moves");
    }
}
