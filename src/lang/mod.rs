//! Messages: an id and its arguments into a sentence of the reader's language (Fluent files under `locales/`).

mod catalog;
mod msg;

pub use catalog::{Catalog, Lang};
pub use msg::{Arg, Msg};
