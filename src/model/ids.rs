//! Identifiers: ASCII, stable for ever, since addresses and editions hang on them.

/// Longest identifier; with the longest fixed part of an address it stays under 180 characters.
pub const MAX_LEN: usize = 64;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(/** An issue within its notice. */ IssueId);
id!(/** A measure within its issue. */ MeasureId);
id!(/** A unit within the site. */ UnitId);
id!(/** A heading of the outline within its notice. */ NodeId);

/// Whether a text can be an identifier: lower-case ASCII letters, digits and hyphens, beginning with a letter or
/// digit, at most [`MAX_LEN`] characters, and no name that Windows reserves for a device.
pub fn is_valid(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    (1..=MAX_LEN).contains(&text.len())
        && text.bytes().all(|b| plain(b) || b == b'-')
        && text.bytes().next().is_some_and(plain)
        && !text.ends_with('-')
        && !is_reserved(text)
}

/// Names that Windows keeps for devices.
pub fn is_reserved(text: &str) -> bool {
    let numbered = |stem: &str| {
        text.strip_prefix(stem).is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit())
    };
    matches!(text, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}
