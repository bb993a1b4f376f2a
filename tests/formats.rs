//! Documents in every format that serde knows: self-describing ones and those that know fields by
//! their positions. And what becomes of a document that somebody changed.
#![cfg(feature = "serde")]

use proptest::prelude::*;
use quotation::{AttributionKind, CastMember, Document, Gender, Genre, QuoteDetector};
use serde_json::Value;

/// Documents of every kind: news, a novel, an interview, several speakers, a cast, damaged marks,
/// nothing at all.
fn documents() -> Vec<Document<'static>> {
    let detector = QuoteDetector::new();
    let novel = QuoteDetector::builder().genre(Genre::Novel);
    let cast = QuoteDetector::builder().cast([CastMember::new("Ines Okoro")
        .alias("the engineer")
        .gender(Gender::Female)]);
    let (novel, cast) = (novel.build().unwrap(), cast.build().unwrap());
    let read = |detector: &QuoteDetector, text: &str| detector.detect(text).into_owned();
    vec![
        read(&detector, ""),
        read(&detector, "No word of it."),
        read(&detector, include_str!("../examples/article.txt")),
        read(&novel, include_str!("../benches/texts/novel.txt")),
        read(
            &novel,
            "“No, Tom,” said Marta Quill to Jonas Peel.\n\n“Why?”\n\n— Because, he said.",
        ),
        read(
            &detector,
            "“It leaks,” said Ines Okoro. “It has\n\n“for a year. He called it ‘a riddle’.”\n\nQ: Why?\nA: “Rain",
        ),
        read(&cast, "“It holds,” said the engineer and Tomas Lindqvist."),
    ]
}

fn as_json(document: &Document<'_>) -> Value {
    serde_json::to_value(document).unwrap()
}

#[test]
fn json() {
    for document in documents() {
        let written = serde_json::to_string(&document).unwrap();
        assert_eq!(
            serde_json::from_str::<Document<'_>>(&written).unwrap(),
            document
        );
    }
}

#[test]
fn json_follows_its_schema() {
    let schema = serde_json::from_str(include_str!("../docs/document.schema.json")).unwrap();
    let schema = jsonschema::draft202012::new(&schema).unwrap();
    for document in documents() {
        let written = as_json(&document);
        let problems: Vec<String> = schema
            .iter_errors(&written)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(problems.is_empty(), "{problems:#?}");
    }
    // What is missing, added or misspelt is no such document.
    for (pointer, value) in [
        ("/attributions/0/addressee", None),
        ("/attributions/0/more", Some(Value::Null)),
        ("/attributions/0/kind", Some(Value::from("quoted"))),
        ("/quotes/0/span", Some(serde_json::json!([4]))),
    ] {
        let mut changed = as_json(&documents()[2]);
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        let parent = changed
            .pointer_mut(parent)
            .unwrap()
            .as_object_mut()
            .unwrap();
        match value {
            Some(value) => drop(parent.insert(field.to_owned(), value)),
            None => drop(parent.remove(field)),
        }
        assert!(!schema.is_valid(&changed), "{pointer}");
    }
}

#[test]
fn the_schema_has_all_names() {
    let schema = include_str!("../docs/document.schema.json");
    let names = [
        names(quotation::AttributionKind::ALL, |one| one.as_str()),
        names(quotation::CueKind::ALL, |one| one.as_str()),
        names(quotation::DescriptionKind::ALL, |one| one.as_str()),
        names(quotation::Gender::ALL, |one| one.as_str()),
        names(quotation::Genre::ALL, |one| one.as_str()),
        names(quotation::GrammaticalNumber::ALL, |one| one.as_str()),
        names(quotation::MentionKind::ALL, |one| one.as_str()),
        names(quotation::Modality::ALL, |one| one.as_str()),
        names(quotation::QuoteKind::ALL, |one| one.as_str()),
        names(quotation::QuoteStyle::ALL, |one| one.as_str()),
        names(quotation::ReasonKind::ALL, |one| one.as_str()),
        names(quotation::ReportMode::ALL, |one| one.as_str()),
        names(quotation::SpeakerKind::ALL, |one| one.as_str()),
        names(quotation::TextPart::ALL, |one| one.as_str()),
    ];
    for name in names.concat() {
        assert!(schema.contains(&format!("\"{name}\"")), "{name}");
    }
}

fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|&one| name(one)).collect()
}

#[test]
fn bincode() {
    let config = bincode::config::standard();
    for document in documents() {
        let written = bincode::serde::encode_to_vec(&document, config).unwrap();
        let (read, length): (Document<'_>, usize) =
            bincode::serde::decode_from_slice(&written, config).unwrap();
        assert_eq!((read, length), (document, written.len()));
    }
}

#[test]
fn postcard() {
    for document in documents() {
        let written = postcard::to_stdvec(&document).unwrap();
        assert_eq!(
            postcard::from_bytes::<Document<'_>>(&written).unwrap(),
            document
        );
    }
}

#[test]
fn message_pack() {
    for document in documents() {
        let compact = rmp_serde::to_vec(&document).unwrap();
        assert_eq!(
            rmp_serde::from_slice::<Document<'_>>(&compact).unwrap(),
            document
        );
        let named = rmp_serde::to_vec_named(&document).unwrap();
        assert_eq!(
            rmp_serde::from_slice::<Document<'_>>(&named).unwrap(),
            document
        );
    }
}

#[test]
fn cbor() {
    for document in documents() {
        let mut written = Vec::new();
        ciborium::into_writer(&document, &mut written).unwrap();
        let read: Document<'_> = ciborium::from_reader(&written[..]).unwrap();
        assert_eq!(read, document);
    }
}

#[test]
fn the_documents_have_something_of_everything() {
    let documents = documents();
    let all: Vec<_> = documents.iter().flat_map(Document::attributions).collect();
    for kind in [
        AttributionKind::Direct,
        AttributionKind::Mixed,
        AttributionKind::Indirect,
    ] {
        assert!(all.iter().any(|one| one.kind() == kind), "{kind:?}");
    }
    assert!(all.iter().any(|one| one.addressee().is_some()));
    assert!(all.iter().any(|one| one.speaker().is_none()));
    let quotes: Vec<_> = documents.iter().flat_map(|one| one.quotes()).collect();
    assert!(quotes.iter().any(|quote| quote.pieces().len() > 1));
    assert!(quotes.iter().any(|quote| quote.depth() > 0));
    assert!(quotes.iter().any(|quote| !quote.is_closed()));
}

/// A change of one value of a document.
#[derive(Clone, Debug)]
enum Mutation {
    Replace(Value),
    Remove,
    /// Enters a list's item, or the last field of an object, once more.
    Repeat,
    /// Exchanges the value with the one before it in its list.
    Swap,
}

fn mutations() -> impl Strategy<Value = Mutation> {
    let values = prop_oneof![
        Just(Value::Null),
        Just(Value::from("")),
        Just(Value::from(1e39)),
        Just(Value::from(true)),
        (0u32..400).prop_map(Value::from),
        (0u32..60, 0u32..60).prop_map(|(a, b)| Value::from(vec![a, b])),
        Just(Value::Array(Vec::new())),
        Just(serde_json::json!([[0, 2]])),
        Just(serde_json::json!({"more": 1})),
    ];
    prop_oneof![
        4 => values.prop_map(Mutation::Replace),
        1 => Just(Mutation::Remove),
        1 => Just(Mutation::Repeat),
        1 => Just(Mutation::Swap),
    ]
}

/// The paths to all values within one.
fn paths(value: &Value, path: &str, all: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.map(|(i, item)| (i.to_string(), item)).collect()
        }
        Value::Object(fields) => fields
            .iter()
            .map(|(key, item)| (key.clone(), item))
            .collect(),
        _ => Vec::new(),
    };
    for (key, child) in children {
        let path = format!("{path}/{key}");
        all.push(path.clone());
        paths(child, &path, all);
    }
}

fn mutate(value: &mut Value, path: &str, mutation: Mutation) {
    let (parent, key) = path.rsplit_once('/').unwrap();
    let parent = value.pointer_mut(parent).unwrap();
    match (mutation, parent) {
        (Mutation::Replace(new), parent) => *parent.pointer_mut(&format!("/{key}")).unwrap() = new,
        (Mutation::Remove, Value::Array(items)) => {
            items.remove(key.parse().unwrap());
        }
        (Mutation::Remove, Value::Object(fields)) => {
            fields.remove(key);
        }
        (Mutation::Repeat, Value::Array(items)) => {
            let at: usize = key.parse().unwrap();
            items.insert(at, items[at].clone());
        }
        (Mutation::Repeat, Value::Object(fields)) => {
            let value = fields[key].clone();
            fields.insert(format!("{key}-more"), value);
        }
        (Mutation::Swap, Value::Array(items)) => {
            let at: usize = key.parse().unwrap();
            items.swap(at, at.saturating_sub(1));
        }
        (Mutation::Swap | Mutation::Remove | Mutation::Repeat, _) => {}
    }
}

/// What must hold of whatever can be read.
fn check_laws(document: &Document<'_>) {
    let text = document.text();
    let joined: String = document.passages().map(|passage| passage.text()).collect();
    assert_eq!(joined, text);
    let mut passages = document.passages();
    while passages.next().is_some() {}
    assert!(passages.next().is_none());
    for attribution in document.attributions() {
        assert!(!attribution.spans().is_empty());
        assert!(
            attribution
                .spans()
                .iter()
                .all(|&span| !text[span].is_empty())
        );
        assert!((0.0..=1.0).contains(&attribution.confidence()));
        assert!(attribution.inner_text().len() <= attribution.text().len());
        let whole = attribution.enclosing_span();
        assert!(attribution.sentence().overlaps(whole) && attribution.paragraph().overlaps(whole));
        assert_ne!(attribution.within(), Some(attribution));
        let _ = (
            attribution.part(),
            attribution.sentence_before(),
            attribution.sentence_after(),
        );
        let quotes = attribution.quotes().map(|quote| quote.span().len());
        assert!(quotes.sum::<usize>() > 0 || attribution.quotes().count() == 0);
    }
    for quote in document.quotes() {
        let outer = quote
            .parent()
            .map(|parent| &document.quotes()[parent.index()]);
        assert!(outer.is_none_or(|outer| outer.span().contains(quote.span())));
        assert!(
            quote
                .pieces()
                .iter()
                .all(|&piece| quote.span().contains(piece))
        );
    }
    for speaker in document.speakers() {
        assert_eq!(document.speaker(speaker.id()), Some(speaker));
        assert!(!speaker.name().is_empty());
        let described = document.descriptions(speaker.id());
        assert!(described.iter().all(|one| !text[one.span()].is_empty()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_changed_document_is_refused_or_whole(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), mutations()), 1..4),
    ) {
        thread_local! {
            static WRITTEN: Vec<Value> = documents().iter().map(as_json).collect();
        }
        let mut changed = WRITTEN.with(|all| all[which.index(all.len())].clone());
        for (which, mutation) in changes {
            let mut all = Vec::new();
            paths(&changed, "", &mut all);
            if !all.is_empty() {
                mutate(&mut changed, &all[which.index(all.len())], mutation);
            }
        }
        if let Ok(document) = serde_json::from_str::<Document<'_>>(&changed.to_string()) {
            let written = serde_json::to_string(&document).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Document<'_>>(&written).unwrap(), &document);
            check_laws(&document);
        }
    }
}
