//! The typesetter, where it is built in, and why it could not print something.

use std::path::Path;

use super::ERRORS;
#[cfg(not(feature = "pdf"))]
use super::USAGE;
use super::out::Out;
use crate::export::print::{Press, PrintError, Role};
use crate::lang::Msg;

/// A typesetter with the fonts of a folder, or of the machine; says which fonts stand in for others.
#[cfg(feature = "pdf")]
pub fn press(folder: Option<&Path>, out: &Out) -> Result<Box<dyn Press>, u8> {
    let fonts = crate::disk::find_fonts(folder).map_err(|e| out.disk(&e))?;
    let press = crate::export::pdf::Typesetter::new(fonts);
    warn(&press.stand_ins(), out);
    Ok(Box::new(press))
}

#[cfg(feature = "pdf")]
fn warn(all: &[(Role, &'static str)], out: &Out) {
    let one = |(role, family): &(Role, &str)| {
        out.text(&Msg::new("print-stand-in-one").with("role", name(*role, out)).with("family", *family))
    };
    let all: Vec<String> = all.iter().map(one).collect();
    if !all.is_empty() {
        let message = Msg::new("print-stand-in").list("fonts", all.iter().map(String::as_str));
        out.warn(&message, Some(&Msg::new("print-stand-in-hint")));
    }
}

/// There is none in this program.
#[cfg(not(feature = "pdf"))]
pub fn press(_: Option<&Path>, out: &Out) -> Result<Box<dyn Press>, u8> {
    Err(absent(out))
}

/// Says that the typesetter is not built in.
#[cfg(not(feature = "pdf"))]
pub fn absent(out: &Out) -> u8 {
    out.fail(&Msg::new("print-not-built"), Some(&Msg::new("print-not-built-hint")), USAGE)
}

/// Says why the notice of a slug could not be printed.
pub fn refused(slug: &str, error: &PrintError, out: &Out) -> u8 {
    let at = |place: &str| format!("notices/{slug}: {place}");
    let (message, hint) = match error {
        PrintError::Absent => (Msg::new("print-not-built"), "print-not-built-hint"),
        PrintError::NoFont(roles) => return no_font(roles, out),
        PrintError::NoGlyph(all) => {
            let one = |(c, place): &(char, String)| out.text(&character(*c).with("place", at(place)));
            let all: Vec<String> = all.iter().map(one).collect();
            let message = Msg::new("print-no-glyph").list("characters", all.iter().map(String::as_str));
            (message, "print-no-glyph-hint")
        }
        PrintError::Private(c, place) => {
            let one = out.text(&character(*c).with("place", at(place)));
            (Msg::new("print-private").with("character", one), "print-private-hint")
        }
        PrintError::Overfull => (Msg::new("print-overfull").with("slug", slug), "print-overfull-hint"),
        PrintError::Typesetter(error) => {
            let message = Msg::new("print-typesetter").with("slug", slug).with("error", error);
            return out.fail(&message, None, ERRORS);
        }
    };
    out.fail(&message, Some(&Msg::new(hint)), ERRORS)
}

/// Says for which roles there is no font.
pub fn no_font(roles: &[Role], out: &Out) -> u8 {
    let names: Vec<String> = roles.iter().map(|role| name(*role, out)).collect();
    let message = Msg::new("print-no-font").list("roles", names.iter().map(String::as_str));
    out.fail(&message, Some(&Msg::new("print-no-font-hint")), ERRORS)
}

fn character(c: char) -> Msg {
    // A control character would do to the terminal what it means.
    let shown = if c.is_control() { String::new() } else { c.to_string() };
    Msg::new("print-character").with("character", shown).with("code", format!("U+{:04X}", u32::from(c)))
}

/// What a role is called.
pub fn name(role: Role, out: &Out) -> String {
    out.word(match role {
        Role::Title => "print-role-title",
        Role::Heading => "print-role-heading",
        Role::Section => "print-role-section",
        Role::Text => "print-role-text",
        Role::Number => "print-role-number",
    })
}
