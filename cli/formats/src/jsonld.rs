//! JSON-LD: quotations as schema.org has them, with selectors as Web Annotations have them.
//!
//! A `@graph` with, for each document, the text as a `CreativeWork` with its `genre`, each speaker as a `Person` or
//! `Organization`, each quotation as a `Quotation` with its `creator` (or, in a novel,
//! `spokenByCharacter`), and an `Annotation` whose targets have a `TextPositionSelector`, in characters,
//! and a `TextQuoteSelector`. The context is written out, so that no reader needs a network.

use std::io::{self, Write};

use quotation::{Attribution, Gender, Genre, Offsets, Span, Speaker, SpeakerKind};
use serde_json::{Map, Value, json};

use crate::facts::{joined, rounded};
use crate::item::Item;

/// How many characters before and after tell a match from others with the same words.
const CONTEXT: usize = 32;

/// Writes documents as one graph.
#[derive(Debug)]
pub struct Writer<W> {
    output: W,
    documents: usize,
    is_empty: bool,
}

impl<W: Write> Writer<W> {
    /// A writer to this output.
    ///
    /// # Errors
    ///
    /// Whatever error the output gives.
    pub fn new(mut output: W) -> io::Result<Writer<W>> {
        let context = serde_json::to_string_pretty(&context())?;
        write!(output, "{{\n\"@context\": {context},\n\"@graph\": [")?;
        Ok(Writer {
            output,
            documents: 0,
            is_empty: true,
        })
    }

    /// Adds a document.
    ///
    /// # Errors
    ///
    /// Whatever error the output gives.
    pub fn write(&mut self, item: &Item<'_>) -> io::Result<()> {
        self.documents += 1;
        let ids = Ids {
            document: self.documents,
        };
        let text = item.document.text();
        let genre = item.document.genre();
        self.node(&json!({
            "id": ids.text(),
            "type": "CreativeWork",
            "name": item.name,
            "genre": genre.as_str(),
            "text": text,
        }))?;
        for speaker in item.document.speakers() {
            self.node(&ids.speaker_node(speaker))?;
        }
        let role = match genre {
            Genre::Novel => "spokenByCharacter",
            _ => "creator",
        };
        let offsets = Offsets::new(text);
        for (number, attribution) in item.attributions().enumerate() {
            self.node(&ids.quotation_node(number, attribution, text, role))?;
            let targets: Vec<Value> = attribution
                .spans()
                .iter()
                .map(|&span| ids.target(span, text, &offsets))
                .collect();
            self.node(&json!({
                "id": format!("{}-annotation", ids.quotation(number)),
                "type": "Annotation",
                "motivation": "identifying",
                "body": ids.quotation(number),
                "target": targets,
            }))?;
        }
        Ok(())
    }

    fn node(&mut self, node: &Value) -> io::Result<()> {
        let gap = if self.is_empty { "\n" } else { ",\n" };
        self.is_empty = false;
        write!(self.output, "{gap}{node}")
    }

    /// Ends the graph.
    ///
    /// # Errors
    ///
    /// Whatever error the output gives.
    pub fn finish(mut self) -> io::Result<()> {
        write!(self.output, "\n]\n}}\n")?;
        self.output.flush()
    }
}

/// The terms of both vocabularies, as their own contexts define them, and two of this program's own.
fn context() -> Value {
    let mut terms = Map::new();
    terms.insert("schema".into(), json!("https://schema.org/"));
    terms.insert("oa".into(), json!("http://www.w3.org/ns/oa#"));
    terms.insert("xsd".into(), json!("http://www.w3.org/2001/XMLSchema#"));
    terms.insert(
        "rdf".into(),
        json!("http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    );
    terms.insert("id".into(), json!("@id"));
    terms.insert("type".into(), json!("@type"));
    for term in [
        "CreativeWork",
        "Person",
        "Organization",
        "Quotation",
        "name",
        "alternateName",
        "text",
        "gender",
        "genre",
    ] {
        terms.insert(term.into(), json!(format!("schema:{term}")));
    }
    for term in ["creator", "spokenByCharacter", "isPartOf"] {
        terms.insert(
            term.into(),
            json!({"@id": format!("schema:{term}"), "@type": "@id"}),
        );
    }
    terms.insert("kind".into(), json!("urn:quotation:kind"));
    for term in [
        "Annotation",
        "SpecificResource",
        "TextPositionSelector",
        "TextQuoteSelector",
        "identifying",
        "exact",
        "prefix",
        "suffix",
    ] {
        terms.insert(term.into(), json!(format!("oa:{term}")));
    }
    for (term, iri, kind) in [
        ("motivation", "oa:motivatedBy", "@vocab"),
        ("body", "oa:hasBody", "@id"),
        ("target", "oa:hasTarget", "@id"),
        ("source", "oa:hasSource", "@id"),
        ("selector", "oa:hasSelector", "@id"),
        ("start", "oa:start", "xsd:nonNegativeInteger"),
        ("end", "oa:end", "xsd:nonNegativeInteger"),
    ] {
        terms.insert(term.into(), json!({"@id": iri, "@type": kind}));
    }
    terms.insert(
        "confidence".into(),
        json!({"@id": "urn:quotation:confidence", "@type": "xsd:double"}),
    );
    Value::Object(terms)
}

/// The names of the nodes of one document.
struct Ids {
    document: usize,
}

impl Ids {
    fn text(&self) -> String {
        format!("#text-{}", self.document)
    }

    fn speaker(&self, speaker: &Speaker) -> String {
        format!("#speaker-{}-{}", self.document, speaker.id().index())
    }

    fn quotation(&self, number: usize) -> String {
        format!("#quotation-{}-{number}", self.document)
    }

    fn speaker_node(&self, speaker: &Speaker) -> Value {
        let kind = match speaker.kind() {
            SpeakerKind::Organisation => "Organization",
            _ => "Person",
        };
        let mut node = json!({"id": self.speaker(speaker), "type": kind, "name": speaker.name()});
        if !speaker.aliases().is_empty() {
            node["alternateName"] = json!(speaker.aliases());
        }
        match speaker.gender() {
            Some(Gender::Female) if kind == "Person" => node["gender"] = json!("Female"),
            Some(Gender::Male) if kind == "Person" => node["gender"] = json!("Male"),
            _ => {}
        }
        node
    }

    fn quotation_node(
        &self,
        number: usize,
        attribution: Attribution<'_>,
        text: &str,
        role: &str,
    ) -> Value {
        let mut node = json!({
            "id": self.quotation(number),
            "type": "Quotation",
            "kind": attribution.kind(),
            "text": joined(text, attribution.spans()),
            "isPartOf": self.text(),
            "confidence": rounded(attribution.confidence()),
        });
        if let Some(speaker) = attribution.speaker() {
            node[role] = json!(self.speaker(speaker));
        }
        node
    }

    fn target(&self, span: Span, text: &str, offsets: &Offsets<'_>) -> Value {
        let before = text[..span.start()].char_indices().rev().nth(CONTEXT - 1);
        let before = before.map_or(0, |(at, _)| at);
        let after = text[span.end()..].char_indices().nth(CONTEXT);
        let after = after.map_or(text.len(), |(at, _)| span.end() + at);
        // Spans of a document lie on characters.
        let range = offsets.chars(span).unwrap_or_default();
        json!({
            "type": "SpecificResource",
            "source": self.text(),
            "selector": [
                {"type": "TextPositionSelector", "start": range.start, "end": range.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": &text[span],
                    "prefix": &text[before..span.start()],
                    "suffix": &text[span.end()..after],
                },
            ],
        })
    }
}
