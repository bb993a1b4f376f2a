//! The page: all of the text, marked, and nothing of it read as markup.

use quotation::QuoteDetector;
use quotation_formats::Item;
use quotation_formats::html::Page;

fn page(text: &str) -> String {
    let document = QuoteDetector::new().detect(text);
    let mut page = Page::new();
    page.add(&Item::new("folder/a & b.txt", &document));
    let mut html = Vec::new();
    page.write(&mut html).unwrap();
    String::from_utf8(html).unwrap()
}

/// What the page shows of the text, without tags.
fn shown(html: &str) -> String {
    let (_, after) = html.split_once("<article>").unwrap();
    let (marked, _) = after.split_once("</article>").unwrap();
    let mut text = String::new();
    let mut is_tag = false;
    for c in marked.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            c if !is_tag => text.push(c),
            _ => {}
        }
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#13;", "\r")
        .replace("&amp;", "&")
}

#[test]
fn no_text_is_lost() {
    for text in [
        "",
        "\n\n\nNo quotation here.\n",
        "“One,” said Ann. “Two ‘and a half’ & <b>three</b>,” said Ann.\r\n\r\n\n\n“Four.”",
        "“One line,” said Ann, “and the next\nof a text that was wrapped by hand,\nwith all its ends.”\n\nEnd.\n",
        "Ann said that Bob said “no” and that he meant “no”.\n\n\n\nBob called it “a\n\nb”.",
    ] {
        assert_eq!(shown(&page(text)), text);
    }
}

#[test]
fn text_is_no_markup() {
    let html = page("“</script><script>alert(1)</script>,” said <Ann> & Bob Vos.");
    assert!(!html.contains("<script>alert"));
    assert!(html.contains("<title>Who said what: a &amp; b.txt</title>"));
    assert!(!html.contains("http://") && !html.contains("https://"));
}
