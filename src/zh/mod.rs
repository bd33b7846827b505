//! Chinese as documents write it: numerals, dates, characters, and the wording of a status.

mod around;
pub mod capital;
pub mod date;
pub mod date_form;
pub mod feedback;
pub mod forms;
pub mod identity;
pub mod marks;
pub mod mention;
pub mod near;
pub mod numeral;
pub mod party;
pub mod person;
pub mod place;
pub mod quantity;
pub mod sentence;
pub mod spelling;
pub mod status;
pub mod term;
pub mod wordlist;
pub mod words;

/// Whether a character belongs to Chinese text: an ideograph, or a full-width mark. Between two of them a line break is
/// no space (CLREQ).
pub fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{303F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}'
        | '“' | '”' | '‘' | '’' | '…' | '—')
}
