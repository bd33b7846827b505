//! Who has to sign before a notice is published.
//!
//! What it does: every role in `sign_off` of `site.yaml` has to stand in the notice's own `sign_off`, for the digest of just
//! this text; roles whose names begin with `review` are reviews, and no two reviews may be by one post.
//! Why: three reviews by one person are one review; a signature under other words is none.

use crate::lang::Msg;
use crate::model::{Notice, SignOff};

/// What is missing; nothing where no role is asked for.
pub fn missing(roles: &[String], notice: &Notice, digest: &str) -> Vec<Msg> {
    let Some(sign_off) = &notice.sign_off else {
        return roles.iter().map(|role| Msg::new("check-unsigned").with("role", role)).collect();
    };
    let mut out = Vec::new();
    if !roles.is_empty() && sign_off.digest.as_deref() != Some(digest) {
        out.push(Msg::new("check-signature-lapsed"));
    }
    let unsigned = roles.iter().filter(|role| !sign_off.by.iter().any(|s| s.role == **role));
    out.extend(unsigned.map(|role| Msg::new("check-unsigned").with("role", role)));
    out.extend(twice(sign_off));
    out
}

fn twice(sign_off: &SignOff) -> Vec<Msg> {
    let reviews: Vec<_> = sign_off.by.iter().filter(|s| s.role.starts_with("review")).collect();
    let later =
        reviews.iter().enumerate().flat_map(|(at, a)| reviews[at + 1..].iter().map(move |b| (*a, *b)));
    later
        .filter(|(a, b)| a.post == b.post)
        .map(|(a, b)| {
            Msg::new("check-two-reviews").with("post", &a.post).with("one", &a.role).with("other", &b.role)
        })
        .collect()
}
