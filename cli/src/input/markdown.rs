//! Markdown to text: paragraphs, headings, lists and tables; code, what describes a picture and what
//! stands above the text for programs are left out.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::extract::Extract;
use super::html::{self, Syntax};
use super::origin::Origin;

/// What others than the standard write, too.
const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS)
    .union(Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS);

pub(crate) fn read(source: &str) -> (String, Origin) {
    let mut extract = Extract::default();
    // How many elements around are left out.
    let mut hidden = 0;
    for (event, range) in Parser::new_ext(source, EXTENSIONS).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if is_block(&tag.to_end()) {
                    extract.end_paragraph();
                }
                if tag == Tag::HtmlBlock {
                    html::add(source, range, Syntax::Html, &mut extract);
                } else if is_hidden(&tag.to_end()) {
                    hidden += 1;
                }
            }
            Event::End(tag) => {
                if is_block(&tag) {
                    extract.end_paragraph();
                }
                if is_hidden(&tag) {
                    hidden -= 1;
                }
            }
            _ if hidden > 0 => {}
            Event::Text(words) | Event::Code(words) => {
                extract.push(&words, range.start, range.len());
            }
            Event::InlineHtml(tag) if tag.starts_with("<br") => extract.end_line(),
            Event::SoftBreak => extract.push(" ", range.start, 1),
            Event::HardBreak => extract.end_line(),
            Event::Rule => extract.end_paragraph(),
            _ => {}
        }
    }
    extract.finish(Vec::new())
}

fn is_hidden(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::CodeBlock | TagEnd::Image | TagEnd::MetadataBlock(_)
    )
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
    fn locations_lead_back() {
        let source = "# A dam\n\n> “It *will* hold,” said\n> Ines&nbsp;Okoro.\n\n```\ncode\n```\n";
        let (text, origin) = read(source);
        let origin = origin.decoded_by(Units::Utf8 { mark: 0 });
        assert_eq!(text, "A dam\n\n“It will hold,” said Ines\u{a0}Okoro.");
        let source_of = |words: &str| {
            let at = text.find(words).unwrap();
            let location = origin
                .location(Span::new(at, at + words.len()).unwrap())
                .unwrap();
            &source[location.start..location.end]
        };
        assert_eq!(source_of("“It will hold,”"), "“It *will* hold,”");
        assert_eq!(source_of("Okoro"), "Okoro");
        assert_eq!(source_of("Ines\u{a0}"), "Ines&nbsp;");
    }

    #[test]
    fn what_is_no_text_is_left_out() {
        let source = "---\ntitle: “A dam,” it says\n---\n\nOne[^1] ![two](a.png) ~~three~~<br>four\n\n\
            | a | b |\n|---|---|\n| five | six |\n\n<div>se<b>ven</b></div>\n\n[^1]: eight\n";
        assert_eq!(
            read(source).0,
            "One three\nfour\n\na\n\nb\n\nfive\n\nsix\n\nseven\n\neight"
        );
    }
}
