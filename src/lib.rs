//! gongkai.
pub mod diag;
pub mod lang;
pub mod text;
