//! What a style says of the paragraphs that have it.

use std::collections::HashMap;

use super::numbers::Place;
use crate::intake::xml::Element;

/// The styles of a document by id.
#[derive(Debug, Default)]
pub struct Styles(HashMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    centred: Option<bool>,
    numbered: Option<Place>,
}

/// How many styles may stand on each other.
const CHAIN: usize = 16;

/// Reads the part `word/styles.xml`.
pub fn read(part: Option<&Element>) -> Styles {
    let styles = part.into_iter().flat_map(Element::elements).filter(|e| e.name == "style");
    let one = |e: &Element| {
        let properties = e.child("pPr");
        let style = Style {
            based_on: e.val("basedOn").map(str::to_owned),
            centred: properties.and_then(|p| p.val("jc")).map(|v| v == "center"),
            numbered: properties.and_then(Place::of),
        };
        Some((e.attr("styleId")?.to_owned(), style))
    };
    Styles(styles.filter_map(one).collect())
}

impl Styles {
    /// Whether paragraphs of a style are centred.
    pub fn centred(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|s| s.centred).unwrap_or(false)
    }

    /// The list that paragraphs of a style stand in.
    pub fn numbered(&self, id: Option<&str>) -> Option<Place> {
        self.chain(id).find_map(|s| s.numbered.clone())
    }

    fn chain<'s>(&'s self, id: Option<&str>) -> impl Iterator<Item = &'s Style> {
        let first = id.and_then(|id| self.0.get(id));
        std::iter::successors(first, |s| self.0.get(s.based_on.as_ref()?)).take(CHAIN)
    }
}
