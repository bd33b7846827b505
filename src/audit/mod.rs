//! Rules over the finished site: which files it has, whether a page says what was signed, and whether each says whose it is. Bytes in, findings out.

pub mod article;
pub mod changes;
pub mod manifest;
pub mod proof;
pub mod site_code;
