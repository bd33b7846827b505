//! Rules over the finished site: which files it has, and whether a page says what was signed. Bytes in, findings out.

pub mod article;
pub mod changes;
pub mod manifest;
pub mod proof;
