//! Markdown to text: paragraphs, headings and lists; code is left out.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::extract::Extract;
use super::origin::Origin;

pub(crate) fn read(source: &str) -> (String, Origin) {
    let mut extract = Extract::default();
    let mut is_code = false;
    for (event, range) in Parser::new(source).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(words) if !is_code => extract.push(&words, range.start, range.len()),
            Event::Code(words) => extract.push(&words, range.start, range.len()),
            Event::SoftBreak => extract.push(" ", range.start, 1),
            Event::HardBreak => extract.end_line(),
            Event::Start(tag) if is_block(&tag.to_end()) => extract.end_paragraph(),
            Event::End(tag) if is_block(&tag) => extract.end_paragraph(),
            Event::Rule => extract.end_paragraph(),
            _ => {}
        }
    }
    extract.finish(Vec::new())
}

fn is_block(tag: &TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

#[cfg(test)]
mod tests {
    use quotation::Span;

    use super::super::origin::Units;
    use super::*;

    #[test]
    fn places_lead_back() {
        let source = "# A dam\n\n> “It *will* hold,” said\n> Ines&nbsp;Okoro.\n\n```\ncode\n```\n";
        let (text, origin) = read(source);
        let origin = origin.behind(Units::Utf8 { mark: 0 });
        assert_eq!(text, "A dam\n\n“It will hold,” said Ines\u{a0}Okoro.");
        let place = |words: &str| {
            let at = text.find(words).unwrap();
            let place = origin
                .place(Span::new(at, at + words.len()).unwrap())
                .unwrap();
            &source[place.start..place.end]
        };
        assert_eq!(place("“It will hold,”"), "“It *will* hold,”");
        assert_eq!(place("Okoro"), "Okoro");
        assert_eq!(place("Ines\u{a0}"), "Ines&nbsp;");
    }
}
