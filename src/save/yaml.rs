//! YAML (1.2.2) written for people: plain where that is safe, quoted where it is not, long text as a block.

/// A scalar for a line of its own or a flow mapping.
pub fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// `key: value`, the text as a block where it can be one; `indent` spaces stand before the key.
pub fn block(out: &mut String, indent: usize, key: &str, text: &str) {
    let pad = " ".repeat(indent);
    if !fits_block(text) {
        out.push_str(&format!("{pad}{key}: {}\n", quoted(text)));
        return;
    }
    out.push_str(&format!("{pad}{key}: |\n"));
    for line in text.split('\n') {
        out.push_str(&format!("{pad}  {line}\n"));
    }
}

/// A double-quoted scalar.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_strange(c) => out.push_str(&escape(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn escape(c: char) -> String {
    match u32::from(c) {
        n @ 0..=0xFF => format!("\\x{n:02X}"),
        n @ 0x100..=0xFFFF => format!("\\u{n:04X}"),
        n => format!("\\U{n:08X}"),
    }
}

/// Characters that YAML does not let stand, or that it takes for a line end.
fn is_strange(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t'
        || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

fn fits_block(text: &str) -> bool {
    let lines_fit =
        text.split('\n').all(|l| !l.is_empty() && !l.starts_with([' ', '\t']) && !l.ends_with([' ', '\t']));
    lines_fit && !text.chars().any(|c| is_strange(c) || c == '\t')
}

fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    !first.is_whitespace()
        && !text.ends_with(char::is_whitespace)
        && !"-?:,[]{}#&*!|>'\"%@`=~".contains(first)
        && !text.contains([',', '[', ']', '{', '}', '\n', '\t', '"'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.chars().any(is_strange)
        && !is_other_type(text)
}

/// Words and numbers that other readers of YAML take for something else than text.
fn is_other_type(text: &str) -> bool {
    let word = text.to_ascii_lowercase();
    ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(&word.as_str())
        || text.parse::<f64>().is_ok()
        || text.starts_with(|c: char| c.is_ascii_digit())
            && text.bytes().all(|b| b.is_ascii_digit() || b"-:._xob+".contains(&b))
        || text.starts_with('.')
        || text == "---"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_yaml_would_read_otherwise_is_quoted() {
        for text in
            ["", " 前", "no", "12", "a: b", "a #b", "- 项", "甲,乙", "问题:", "\u{85}", "2025-01-01", "~"]
        {
            assert!(scalar(text).starts_with('"'), "{text:?}");
        }
        assert_eq!(scalar("落实责任不够有力。"), "落实责任不够有力。");
        let mut out = String::new();
        block(&mut out, 4, "text", "甲\n乙");
        assert_eq!(out, "    text: |\n      甲\n      乙\n");
    }
}
