//! Text within HTML: the five characters that mean something there, written as references.

use std::borrow::Cow;
use std::fmt;

/// Escapes text for HTML.
pub fn escape(text: &str) -> Cow<'_, str> {
    if plain_len(text.as_bytes()) == text.len() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    // A String takes everything.
    let _never = escape_into(&mut out, text);
    Cow::Owned(out)
}

/// Writes text escaped for HTML.
pub fn escape_into(out: &mut impl fmt::Write, text: &str) -> fmt::Result {
    let mut rest = text;
    loop {
        let at = plain_len(rest.as_bytes());
        out.write_str(&rest[..at])?;
        let Some(special) = rest.as_bytes().get(at) else { return Ok(()) };
        out.write_str(reference(*special))?;
        rest = &rest[at + 1..];
    }
}

/// How many bytes stand before the first that has to be escaped. Nearly every byte of every page is asked, so a stretch of
/// them is asked at once, in a form that compilers turn into a few instructions.
fn plain_len(bytes: &[u8]) -> usize {
    let (stretches, _) = bytes.as_chunks::<16>();
    let is_plain = |stretch: &&[u8; 16]| !stretch.iter().fold(false, |found, byte| found | is_special(*byte));
    let at = 16 * stretches.iter().take_while(is_plain).count();
    bytes[at..].iter().position(|byte| is_special(*byte)).map_or(bytes.len(), |more| at + more)
}

fn is_special(byte: u8) -> bool {
    (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == b'\'')
}

fn reference(byte: u8) -> &'static str {
    match byte {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        _ => "&#39;",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_html_is_a_reference_wherever_it_stands() {
        for before in 0..40 {
            let words = "查".repeat(before / 3) + &"a".repeat(before % 3);
            assert_eq!(escape(&words), words);
            let odd = format!("{words}<b title=\"x\" a='y'>&");
            let whole = format!("{words}&lt;b title=&quot;x&quot; a=&#39;y&#39;&gt;&amp;");
            assert_eq!(escape(&odd), whole);
        }
    }
}
