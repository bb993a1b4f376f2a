//! Which elements of a page do what.

/// Elements that stand apart from the text around them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Elements whose text nobody sees.
pub(super) const HIDDEN: &[&str] = &[
    "head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title",
];
/// Elements without an end.
pub(super) const EMPTY: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that need no end tag, since the next of their sort ends them.
const ENDED_BY_THE_NEXT: &[&str] = &[
    "dd", "dt", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead",
    "tr",
];
/// Elements whose own syntax is that of XML.
const FOREIGN: &[&str] = &["math", "svg"];

/// How deep elements nest, at least about: those that need no end tag are not counted.
#[derive(Debug, Default)]
pub(super) struct Depth {
    open: usize,
    foreign: usize,
    pub(super) deepest: usize,
}

impl Depth {
    pub(super) fn start(&mut self, name: &str, self_closing: bool) {
        if !nests(name) || self_closing && self.foreign > 0 {
            return;
        }
        self.open += 1;
        self.foreign += usize::from(FOREIGN.contains(&name));
        self.deepest = self.deepest.max(self.open);
    }

    pub(super) fn end(&mut self, name: &str) {
        if nests(name) {
            self.open = self.open.saturating_sub(1);
            self.foreign = self
                .foreign
                .saturating_sub(usize::from(FOREIGN.contains(&name)));
        }
    }
}

fn nests(name: &str) -> bool {
    !EMPTY.contains(&name) && !ENDED_BY_THE_NEXT.contains(&name)
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn blocks_are_sorted() {
        assert!(super::BLOCKS.is_sorted());
    }
}
