//! gongkai turns the record of an inspection's issues and their rectification into the public notice and a site.
//!
//! A build, step by step:
//! 1. [`text`] decodes every file and keeps places;
//! 2. [`load`] reads each into a spanned tree, and decoders turn trees into the [`model`], collecting every mistake;
//! 3. [`history`] says what held on the as-of date, and [`check`] that nothing published was altered;
//! 4. [`plan`] lists every page as a small value with its address;
//! 5. [`theme`] holds templates, strings and assets; [`render`] fills a view for each page and runs its template over it;
//! 6. [`site`] does so for all pages in parallel and hands the bytes to a sink;
//! 7. [`disk`] stages what differs and commits it in one go.
//!
//! ```
//! use gongkai::{export::txt, load::load, text::RawFile};
//!
//! let file = |path: &str, text: &str| RawFile { path: path.into(), bytes: text.into() };
//! let site = load(vec![
//!     file("site.yaml", "format: 1\ntitle: 某县公开网\n"),
//!     file("notices/2025-slj/notice.yaml", "title: 关于整改的通报\nissuer: 县水利局\ndate: 2025-12-26\n"),
//! ]);
//! let site = site.site.expect("these files hold no mistake");
//! assert_eq!(txt::export(&site.notices[0]), "关于整改的通报\n县水利局\n2025年12月26日\n");
//! ```
pub mod audit;
pub mod check;
pub mod cli;
pub mod diag;
pub mod disk;
pub mod export;
pub mod history;
pub mod import;
pub mod intake;
pub mod lang;
pub mod load;
pub mod md;
pub mod model;
pub mod plan;
pub mod render;
pub mod save;
pub mod search;
pub mod serve;
pub mod site;
pub mod text;
pub mod theme;
pub mod zh;
