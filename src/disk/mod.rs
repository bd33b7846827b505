//! The only module that touches the file system: content in, a finished site out, and a person's files changed whole or
//! not at all.

mod error;
mod files;
#[cfg(feature = "pdf")]
mod fonts;
mod journal;
mod kept;
mod merge;
mod names;
mod new;
mod owned;
mod pages;
mod pieces;
mod place;
mod plan;
mod read;
mod room;
mod scratch;
mod sink;
mod survey;
mod swap;
mod target;
mod walk;

pub use error::DiskError;
#[cfg(feature = "pdf")]
pub use fonts::{find_fonts, place_of};
pub use kept::{Changed, Step, all_steps, change_files, forget_step, forget_steps, last_step, put_back};
pub use new::{renew_files, replace_file, write_new_files};
pub use place::{is_a_folder, lies_in, real};
pub use read::{read_content, read_file, read_theme, told};
pub use scratch::Scratch;
pub use sink::{Committed, DiskSink, Put};
pub use survey::{digest_file, survey};
pub use swap::replace_files;
pub use target::Target;
pub use walk::Content;
