//! The annotated texts as JSON lines: a document a line, offsets in bytes of UTF-8.

use serde_json::{Value, json};

use crate::text::{Expected, Text, Told};

/// A document with its quotations, each with spans, kind, cue, source, the speaker's names and how
/// the text tells who that is, and with the people that it names as the cast.
pub(crate) fn line(text: &Text) -> String {
    let quotations = text.attributions.iter();
    let people = text.people.iter();
    let cast = people.map(
        |person| json!({"name": person.name, "aliases": person.aliases, "gender": person.gender}),
    );
    let document = json!({
        "id": format!("gate/{}/{}", text.sort, text.name),
        "domain": if text.is_story() { "fiction" } else { "news" },
        "text": text.text,
        "quotations": quotations.map(|one| quotation(one, &text.text)).collect::<Vec<_>>(),
        "cast": cast.collect::<Vec<_>>(),
        "chains": {},
    });
    format!("{document}\n")
}

fn quotation(one: &Expected, text: &str) -> Value {
    let how = match one.told(text) {
        Told::ByName => "explicit",
        Told::ByPronoun | Told::ByDescription => "anaphoric",
        Told::NotBeside => "implicit",
    };
    let kind = match (one.is_quoted(text), one.is_wholly_quoted(text)) {
        (_, true) => "direct",
        (true, false) => "mixed",
        (false, false) => "indirect",
    };
    let spans = |spans: &[std::ops::Range<usize>]| -> Vec<[usize; 2]> {
        spans.iter().map(|span| [span.start, span.end]).collect()
    };
    json!({
        "spans": spans(&one.contents),
        "kind": kind,
        "cue": spans(&one.cue),
        "source": spans(&one.source),
        "speaker": one.names,
        "how": how,
    })
}
