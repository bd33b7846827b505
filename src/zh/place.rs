//! Provinces: the two figures with which their codes begin (GB/T 2260), and the signs by which they are called in numbers of record.

/// The code of each with its sign, the more usual one first.
const PROVINCES: [(&str, &str); 31] = [
    ("11", "京"),
    ("12", "津"),
    ("13", "冀"),
    ("14", "晋"),
    ("15", "蒙"),
    ("21", "辽"),
    ("22", "吉"),
    ("23", "黑"),
    ("31", "沪"),
    ("32", "苏"),
    ("33", "浙"),
    ("34", "皖"),
    ("35", "闽"),
    ("36", "赣"),
    ("37", "鲁"),
    ("41", "豫"),
    ("42", "鄂"),
    ("43", "湘"),
    ("44", "粤"),
    ("45", "桂"),
    ("46", "琼"),
    ("50", "渝"),
    ("51", "川蜀"),
    ("52", "贵黔"),
    ("53", "云滇"),
    ("54", "藏"),
    ("61", "陕秦"),
    ("62", "甘陇"),
    ("63", "青"),
    ("64", "宁"),
    ("65", "新"),
];

/// Codes of a province's rank without a sign: the Construction Corps of Xinjiang, Taiwan, Hong Kong and Macao.
const OTHERS: [&str; 4] = ["66", "71", "81", "82"];

/// The code of the province that has a sign.
pub fn code(sign: char) -> Option<&'static str> {
    PROVINCES.iter().find(|(_, signs)| signs.contains(sign)).map(|(code, _)| *code)
}

/// Whether a number begins with the code of a province.
pub fn is_province(number: &str) -> bool {
    PROVINCES.iter().map(|(code, _)| code).chain(&OTHERS).any(|code| number.starts_with(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_province_is_known_by_its_sign_and_by_its_code() {
        assert_eq!((code('闽'), code('滇'), code('示')), (Some("35"), Some("53"), None));
        assert!(is_province("350124") && is_province("66") && !is_province("99") && !is_province(""));
    }
}
