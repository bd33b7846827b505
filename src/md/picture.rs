//! A picture with its size, so that a page does not jump while it loads, and loaded when it is about to be seen.

use super::escape::escape;

/// A picture whose words are being read.
pub struct Picture {
    /// The address as a link from the page.
    pub src: String,
    /// What stands in quotes behind the address.
    pub title: String,
    /// Width and height in pixels, where they are known.
    pub pixels: Option<(u32, u32)>,
    /// The words so far.
    pub words: String,
}

impl Picture {
    /// The finished element.
    pub fn html(&self) -> String {
        let mut out = format!("<img src=\"{}\" alt=\"{}\"", escape(&self.src), escape(&self.words));
        if let Some((width, height)) = self.pixels {
            out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        if !self.title.is_empty() {
            out.push_str(&format!(" title=\"{}\"", escape(&self.title)));
        }
        out.push_str(" loading=\"lazy\">");
        out
    }
}
