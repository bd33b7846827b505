//! The model into content files that load as the same model.

pub mod edit;
mod edition;
pub mod field;
mod issue;
mod notice;
mod place;
pub mod redact;
mod site;
pub mod yaml;

pub use edition::{Draft, edition_file};
pub use issue::{file as issue_file, update_block, update_flow};
pub use notice::notice_files;
pub use site::{Proposed, site_file};
