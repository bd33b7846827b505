//! The model into content files that load as the same model.

mod edition;
mod notice;
mod site;
pub mod yaml;

pub use edition::{Draft, edition_file};
pub use notice::notice_files;
pub use site::{Proposed, site_file};
