//! E-books to text, chapter by chapter in the order of reading.

use std::io::Cursor;

use rbook::Epub;

use super::extract::Extract;
use super::html::{self, Syntax};
use super::origin::Origin;

pub(crate) fn read(bytes: &[u8]) -> Result<(String, Origin), Box<dyn std::error::Error>> {
    let book = Epub::options()
        .skip_toc(true)
        .read(Cursor::new(bytes.to_vec()))?;
    let mut extract = Extract::default();
    let mut parts = Vec::new();
    for entry in book.spine().iter() {
        let Some(chapter) = entry.manifest_entry() else {
            continue;
        };
        if chapter.properties().has_property("nav") {
            continue;
        }
        let content = chapter.read_str()?;
        extract.begin_part(parts.len());
        parts.push(chapter.href().as_str().trim_start_matches('/').to_owned());
        html::add(&content, 0..content.len(), Syntax::Xhtml, &mut extract);
    }
    if parts.is_empty() {
        return Err("it has no chapters".into());
    }
    Ok(extract.finish(parts))
}
