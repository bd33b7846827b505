//! A part as a tree of elements by their local names, so that it does not matter which prefix a program chose.

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use super::IntakeError;

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name without prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// What it holds.
    pub children: Vec<Node>,
}

/// What an element holds.
#[derive(Debug)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

/// Elements, attributes and texts that a part may have, and how deep elements may stand.
const NODES: usize = 500_000;
const DEPTH: usize = 200;

impl Element {
    /// An element that holds nothing yet.
    pub fn new(name: String, attributes: Vec<(String, String)>) -> Self {
        Self { name, attributes, children: Vec::new() }
    }

    /// Elements within.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of a name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|e| e.name == name)
    }

    /// An attribute by its local name.
    pub fn attr(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Whether an attribute says yes; `None` where it is not there or is no truth value (xsd:boolean, and `on` and `off` of ECMA-376).
    pub fn truth(&self, name: &str) -> Option<bool> {
        truth(self.attr(name)?)
    }

    /// `val` of a child, as OOXML has it everywhere.
    pub fn val(&self, child: &str) -> Option<&str> {
        self.child(child)?.attr("val")
    }

    /// The text directly within.
    pub fn text(&self) -> String {
        let text = self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        text.collect()
    }
}

/// A truth value as programs write it: `1` or `true`, `0` or `false`, or `on` and `off`.
pub fn truth(text: &str) -> Option<bool> {
    match text.trim() {
        "1" | "true" | "on" => Some(true),
        "0" | "false" | "off" => Some(false),
        _ => None,
    }
}

/// Reads a whole part.
pub fn read(text: &str, part: &str) -> Result<Element, IntakeError> {
    let broken = |why: &dyn std::fmt::Display| IntakeError::Broken(part.to_owned(), why.to_string());
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    let mut left = NODES;
    while left > 0 {
        left -= 1;
        let event = reader.read_event().map_err(|e| broken(&e))?;
        let done = match event {
            Event::Start(tag) => {
                open.push(element(&tag, &mut left).map_err(|e| broken(&e))?);
                None
            }
            Event::Empty(tag) => Some(Node::Element(element(&tag, &mut left).map_err(|e| broken(&e))?)),
            Event::End(_) => open.pop().map(Node::Element),
            Event::Text(text) => Some(Node::Text(text.xml10_content().into_owned())),
            Event::CData(text) => Some(Node::Text(text.xml10_content().into_owned())),
            Event::GeneralRef(entity) => {
                let found = entity.resolve_char_ref().map_err(|e| broken(&e))?.map(String::from);
                let found = found.or_else(|| resolve_predefined_entity(&entity).map(str::to_owned));
                Some(Node::Text(found.ok_or_else(|| broken(&format!("&{};", &*entity)))?))
            }
            Event::DocType(_) => return Err(IntakeError::Doctype(part.to_owned())),
            Event::Eof => return root(open).ok_or_else(|| broken(&"…</")),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => None,
        };
        if open.len() > DEPTH {
            break;
        }
        let Some(within) = open.last_mut() else { return Err(broken(&"…</")) };
        within.children.extend(done);
    }
    Err(IntakeError::TooLarge(part.to_owned()))
}

/// The one element of a part that has come to its end.
fn root(mut open: Vec<Element>) -> Option<Element> {
    let top = open.pop().filter(|_| open.is_empty())?;
    top.children.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    })
}

/// An element without what it holds; its attributes count as well.
fn element(tag: &BytesStart<'_>, left: &mut usize) -> Result<Element, quick_xml::Error> {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute?;
        let name: &str = attribute.key.local_name().into_inner();
        *left = left.saturating_sub(1);
        attributes.push((name.to_owned(), unescape(&attribute.value)?.into_owned()));
    }
    let name: &str = tag.local_name().into_inner();
    Ok(Element::new(name.to_owned(), attributes))
}
