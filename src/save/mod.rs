//! The model into content files that load as the same model.

mod issue;
mod notice;
mod site;
pub mod yaml;

pub use issue::{update_block, update_flow};
pub use notice::notice_files;
pub use site::{Proposed, site_file};
