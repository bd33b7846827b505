//! The identification code of a government site (网站标识码): every page says it in `<meta name="SiteIDCode">`, which is what
//! inspections read, and the foot of the page says the same.

use std::collections::HashMap;

use html5gum::{Token, Tokenizer};

/// What one page says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codes {
    /// The code of its head.
    pub head: Option<String>,
    /// The code of its foot, where one stands behind a word for what it is.
    pub foot: Option<String>,
}

/// A page whose head has not the code that it should have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Path of the page.
    pub path: String,
    /// The code of its head; none where it has none.
    pub head: Option<String>,
    /// The code of its foot, else that of most pages.
    pub expected: String,
}

/// Reads a page; `None` where the bytes are no page with a head.
pub fn read(html: &[u8]) -> Option<Codes> {
    let (mut codes, mut page, mut feet, mut foot) = (Codes::default(), false, 0u32, String::new());
    for token in Tokenizer::new(html) {
        // Reading from memory cannot fail.
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) if *tag.name == b"head"[..] => page = true,
            Token::StartTag(tag) if *tag.name == b"footer"[..] => feet += 1,
            Token::StartTag(tag) if *tag.name == b"meta"[..] && codes.head.is_none() => {
                let value = |name: &[u8]| {
                    tag.attributes.get(name).map(|v| String::from_utf8_lossy(v).trim().to_owned())
                };
                let meant = value(b"name").is_some_and(|name| name.eq_ignore_ascii_case("SiteIDCode"));
                codes.head = value(b"content").filter(|code| meant && !code.is_empty());
            }
            Token::EndTag(tag) if *tag.name == b"footer"[..] => feet = feet.saturating_sub(1),
            Token::String(text) if feet > 0 => foot.push_str(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    codes.foot = labelled(&foot);
    page.then_some(codes)
}

/// The pages whose head says otherwise than their foot, or than most pages where the foot says nothing. A site on which no page
/// has a code has none.
pub fn wrong(pages: Vec<(String, Codes)>) -> Vec<Wrong> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for code in pages.iter().filter_map(|(_, codes)| codes.head.as_deref()) {
        *times.entry(code).or_default() += 1;
    }
    let usual = times.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(a.0)));
    let usual = usual.map(|(code, _)| code.to_owned());
    let one = |(path, Codes { head, foot }): (String, Codes)| {
        let expected = foot.or_else(|| usual.clone())?;
        (head.as_ref() != Some(&expected)).then_some(Wrong { path, head, expected })
    };
    pages.into_iter().filter_map(one).collect()
}

/// Words before a code.
const LABELS: [&str; 2] = ["标识码", "Site code"];
/// How long a code is.
const LEN: usize = 10;

/// The code behind the first label that has one.
fn labelled(text: &str) -> Option<String> {
    LABELS.iter().flat_map(|label| text.match_indices(label)).find_map(|(at, label)| {
        let rest =
            text[at + label.len()..].trim_start_matches(|c: char| c.is_whitespace() || c == '：' || c == ':');
        let code: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        (code.len() == LEN).then_some(code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(head: &str, foot: &str) -> Option<Codes> {
        read(
            format!("<html><head>{head}</head><p>网站标识码 9999999999</p><footer>{foot}</footer>")
                .as_bytes(),
        )
    }

    fn codes(head: Option<&str>, foot: Option<&str>) -> Codes {
        Codes { head: head.map(str::to_owned), foot: foot.map(str::to_owned) }
    }

    #[test]
    fn head_and_foot_are_read() {
        let meta = "<meta content='0000000001' name=siteidcode>";
        let foot = "<span>网站标识码</span>：<b>0000000002</b>";
        assert_eq!(page(meta, foot), Some(codes(Some("0000000001"), Some("0000000002"))));
        assert_eq!(page("<meta name=SiteIDCode content=''>", "网站标识码见此"), Some(codes(None, None)));
        assert_eq!(read(b"<p>x"), None);
    }

    #[test]
    fn a_page_is_held_against_its_foot_and_against_the_others() {
        let of = |list: &[(&str, Option<&str>, Option<&str>)]| {
            let pages = list.iter().map(|(path, head, foot)| ((*path).to_owned(), codes(*head, *foot)));
            wrong(pages.collect()).into_iter().map(|w| (w.path, w.head, w.expected)).collect::<Vec<_>>()
        };
        let (one, two) = (Some("0000000001"), Some("0000000002"));
        assert_eq!(of(&[("a", one, one), ("b", one, None)]), []);
        assert_eq!(of(&[("a", None, None)]), []);
        let text = |code: Option<&str>| code.map(str::to_owned);
        assert_eq!(
            of(&[("a", one, two), ("b", None, two)]),
            [
                ("a".to_owned(), text(one), "0000000002".to_owned()),
                ("b".to_owned(), None, "0000000002".to_owned())
            ]
        );
        assert_eq!(
            of(&[("a", one, None), ("b", one, None), ("c", None, None), ("d", two, None)]),
            [
                ("c".to_owned(), None, "0000000001".to_owned()),
                ("d".to_owned(), text(two), "0000000001".to_owned())
            ]
        );
    }
}
