//! Whether words can be a telephone, a mail address, a postcode or a number of record at all. Which one it is nobody can tell
//! from its form; what has none of these forms reaches nobody.

use crate::zh::place;

/// One telephone or several: with an area code, a mobile, a service number, a short one; an extension may follow.
pub fn is_phone(text: &str) -> bool {
    several(text).all(|one| is_one_phone(bare(one)))
}

/// One mail address or several.
pub fn is_email(text: &str) -> bool {
    several(text).all(|one| {
        let Some((name, domain)) = one.split_once('@') else { return false };
        let labels: Vec<&str> = domain.split('.').collect();
        let label = |l: &&str| {
            !l.is_empty() && l.chars().all(|c| c.is_alphanumeric() || c == '-') && !l.starts_with('-')
        };
        let named =
            name.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_graphic()));
        let top =
            labels.last().is_some_and(|l| l.chars().count() >= 2 && !l.bytes().all(|b| b.is_ascii_digit()));
        named && labels.len() > 1 && top && labels.iter().all(label)
    })
}

/// Six figures.
pub fn is_postcode(text: &str) -> bool {
    text.len() == 6 && is_digits(text)
}

/// Words that name a place on the ground; in other letters, a number and a name.
pub fn is_address(text: &str) -> bool {
    let house =
        || text.contains(|c: char| c.is_ascii_digit()) && text.contains(|c: char| c.is_ascii_alphabetic());
    text.is_ascii() && house()
        || text.contains(|c| "省市县区旗州盟镇乡街道路巷弄村组号楼座室院馆厦城".contains(c))
}

/// 政府网站标识码: ten figures that begin with the code of a place, or with `bm` for a ministry. The place of noughts is that of an
/// example.
pub fn is_site_id(text: &str) -> bool {
    let place = || place::is_province(text) || text.starts_with("000000");
    text.len() == 10 && text.strip_prefix("bm").map_or_else(|| is_digits(text) && place(), is_digits)
}

/// 闽ICP备12345678号, with or without the number of the site behind it: eight figures, or ten that begin with the year. A licence
/// (ICP证) may have fewer.
pub fn is_icp(text: &str) -> bool {
    let text = text.replace(' ', "");
    let Some((place, rest)) = text.split_once("ICP") else { return false };
    let licence = rest.starts_with('证');
    let Some(rest) = rest.strip_prefix(['备', '证']) else { return false };
    let Some((number, site)) = rest.split_once('号') else { return false };
    let site = site.strip_prefix('-').unwrap_or(if site.is_empty() { "1" } else { "" });
    let long = matches!(number.len(), 8 | 10) || licence && (6..=10).contains(&number.len());
    place.chars().count() == 1 && long && is_digits(number) && is_digits(site)
}

/// 闽公网安备12345678901234号
pub fn is_police_record(text: &str) -> bool {
    let text = text.replace(' ', "");
    let Some((place, rest)) = text.split_once("公网安备") else { return false };
    let number = rest.trim_end_matches('号');
    place.chars().count() == 1 && rest.ends_with('号') && matches!(number.len(), 11 | 14) && is_digits(number)
}

/// The sign of a province and the two figures with which its records begin, where a record of the police has others. Noughts are
/// an example, and what is no sign of a province says nothing.
pub fn other_province(text: &str) -> Option<(char, &'static str)> {
    let text = text.replace(' ', "");
    let (sign, rest) = text.split_once("公网安备")?;
    let sign = sign.chars().next()?;
    let code = place::code(sign)?;
    (!rest.starts_with(code) && !is_nought(rest.trim_end_matches('号'))).then_some((sign, code))
}

fn is_nought(text: &str) -> bool {
    text.bytes().all(|b| b == b'0')
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn several(text: &str) -> impl Iterator<Item = &str> {
    text.split(['、', '，', ',', '；', ';', '/', '或', '\n']).map(str::trim)
}

/// A number without whose it is: `办公室：0591-22330000（工作日）`.
fn bare(text: &str) -> &str {
    let text = text.rsplit(['：', ':']).next().unwrap_or(text).trim();
    let note = text.find(['（', '(']).filter(|at| {
        let within = &text[*at..];
        *at > 0 && !within.contains(|c: char| c.is_ascii_digit())
    });
    text[..note.unwrap_or(text.len())].trim()
}

fn is_one_phone(text: &str) -> bool {
    let (number, extension) = text.split_once('转').unwrap_or((text, "1"));
    // From abroad the area code has lost its nought.
    let number = match number.trim().strip_prefix("+86").map(|n| n.trim_start_matches(['-', ' '])) {
        Some(mobile) if mobile.starts_with('1') => mobile.to_owned(),
        Some(rest) => format!("0{rest}"),
        None => number.trim().to_owned(),
    };
    let marks = ['-', '－', '—', '–', ' ', '(', ')', '（', '）'];
    let groups: Vec<&str> = number.split(marks).filter(|g| !g.is_empty()).collect();
    groups.iter().all(|g| is_digits(g)) && is_digits(extension.trim()) && has_lengths(&groups)
}

/// Whether groups of figures are as long as those of a telephone.
fn has_lengths(groups: &[&str]) -> bool {
    let whole = groups.concat();
    let local = |g: &str| (7..=8).contains(&g.len());
    match groups {
        [area, number, rest @ ..] if area.starts_with('0') && local(number) => {
            (3..=4).contains(&area.len()) && rest.iter().all(|g| g.len() <= 5) && rest.len() <= 1
        }
        [number] if number.starts_with('0') => (10..=12).contains(&number.len()),
        _ if whole.starts_with('0') => false,
        _ if whole.starts_with('1') && whole.len() == 11 => true,
        _ if whole.starts_with("400") || whole.starts_with("800") => whole.len() == 10 || local(&whole),
        [number] if number.starts_with(['1', '9']) && matches!(number.len(), 3 | 5 | 6) => true,
        [number] | [number, _] => local(number) || local(&whole),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephones_are_told_by_their_lengths() {
        for right in [
            "0591-2233000",
            "(010)62233000",
            "0591 22330000-8012",
            "0591—22330000",
            "059122330000",
            "+86 591 22330000",
            "22330000",
            "138 0000 0000",
            "400-000-1234",
            "12388",
            "办公室：0591-22330000（工作日）、0591-22330001转8012",
        ] {
            assert!(is_phone(right), "{right}");
        }
        for wrong in [
            "0591-223300",
            "0591-2233000a",
            "059122330000123",
            "22-33",
            "",
            "见网站",
            "0591--",
            "0591-22330000转",
        ] {
            assert!(!is_phone(wrong), "{wrong}");
        }
    }

    #[test]
    fn mail_addresses_have_a_name_and_a_domain() {
        assert!(is_email("slj@example.com") && is_email("a.b-c@mail.example.gov.cn、d@example.com"));
        for wrong in [
            "slj.example.com",
            "slj@",
            "slj@example",
            "a b@example.com",
            "a@@example.com",
            "a..b@example.com",
            "",
        ] {
            assert!(!is_email(wrong), "{wrong}");
        }
    }

    #[test]
    fn numbers_of_record_have_their_form() {
        assert!(is_postcode("350800") && !is_postcode("35080") && !is_postcode("35080O"));
        assert!(is_site_id("3501240003") && is_site_id("bm01000001") && !is_site_id("350124000"));
        assert!(
            is_site_id("0000000000")
                && is_site_id("0000000001")
                && !is_site_id("9901240003")
                && !is_site_id("0001240003")
        );
        assert!(!is_site_id("bm0100000") && !is_site_id("部0000001") && !is_site_id("35012400é"));
        for right in ["闽ICP备12345678号", "闽ICP备12345678号-11", "闽ICP备2021001234号-1", "京ICP证030173号"]
        {
            assert!(is_icp(right), "{right}");
        }
        for wrong in ["闽备12345678号", "闽ICP备1234567号", "闽ICP备123456789号-1", "闽ICP备12345678号-"]
        {
            assert!(!is_icp(wrong), "{wrong}");
        }
        assert!(is_police_record("闽公网安备 35012402000123号") && !is_police_record("闽公网安备35012402号"));
        assert_eq!(other_province("京公网安备37010002000123号"), Some(('京', "11")));
        for right in [
            "鲁公网安备 37010002000123号",
            "示公网安备37010002000123号",
            "京公网安备00000000000000号",
            "京公安",
        ] {
            assert_eq!(other_province(right), None, "{right}");
        }
        assert!(is_address("星河县银汉路1号") && !is_address("同上"));
        assert!(is_address("1 Main Street") && !is_address("as above"));
    }
}
