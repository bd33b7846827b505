//! What a text says that can be held against itself: numbers and their parts, shares, what is listed and how many. Each reader
//! takes a text and gives bytes of it; the rules put words to what they give.

pub mod capital;
pub mod change;
pub mod contact;
pub mod doer;
mod label;
pub mod listed;
pub mod meeting;
pub mod page;
pub mod phone;
pub mod product;
pub mod ratio;
mod record;
pub mod shape;
pub mod share;
pub mod table;
pub mod totals;
