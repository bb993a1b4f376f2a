//! Documents as JSON: written, read back, refused.
#![cfg(feature = "serde")]

use quotation::{
    AttributionKind, DescriptionKind, Document, MentionKind, ReasonKind, Span, TextPart,
};
use serde_json::{Value, json};

/// A document as the crate's documentation shows it.
fn sample() -> Value {
    json!({
        "version": 1,
        "unit": "bytes",
        "text": "“It holds,” Ines Okoro said.",
        "genre": "news",
        "genre_confidence": null,
        "quotes": [{
            "text": "“It holds,”",
            "inner_text": "It holds,",
            "span": [0, 15],
            "pieces": [],
            "parent": null,
            "depth": 0,
            "opened": true,
            "closed": true,
            "kind": "speech",
            "style": "double"
        }],
        "attributions": [{
            "text": "“It holds,”",
            "inner_text": "It holds,",
            "source_text": "Ines Okoro",
            "cue_text": "said",
            "part": "body",
            "within": null,
            "kind": "direct",
            "mode": "speech",
            "negated": false,
            "modality": null,
            "spans": [[0, 15]],
            "quotes": [0],
            "cue": {"kind": "verb", "spans": [[27, 31]]},
            "source": {"kind": "name", "span": [16, 26]},
            "speaker": 0,
            "addressee": null,
            "confidence": 0.99,
            "speaker_confidence": 0.5,
            "reasons": [{"kind": "cue", "weight": 2.5}]
        }],
        "speakers": [{
            "mention_texts": ["Ines Okoro"],
            "descriptions": [],
            "id": 0,
            "kind": "person",
            "name": "Ines Okoro",
            "aliases": ["Okoro"],
            "gender": "female",
            "number": "singular",
            "mentions": [[16, 26]]
        }]
    })
}

fn read(value: &Value) -> Result<Document<'static>, String> {
    serde_json::from_str(&value.to_string()).map_err(|error| error.to_string())
}

#[test]
fn what_is_read_is_what_stands_there() {
    let document = read(&sample()).unwrap();
    let attribution = document.attributions().next().unwrap();
    let text = |span: Span| &document.text()[span];
    assert_eq!(attribution.kind(), AttributionKind::Direct);
    assert_eq!(text(attribution.spans()[0]), "“It holds,”");
    assert_eq!(
        text(attribution.quotes().next().unwrap().span()),
        "“It holds,”"
    );
    assert_eq!(text(attribution.cue().unwrap().spans()[0]), "said");
    let source = attribution.source().unwrap();
    assert_eq!(
        (source.kind(), text(source.span())),
        (MentionKind::Name, "Ines Okoro")
    );
    let speaker = attribution.speaker().unwrap();
    assert_eq!(speaker.name(), "Ines Okoro");
    assert_eq!(speaker.aliases(), ["Okoro"]);
    assert_eq!(document.speaker(speaker.id()), Some(speaker));
    assert_eq!(attribution.reasons()[0].kind(), ReasonKind::Cue);
}

#[test]
fn written_and_read_back_it_is_the_same() {
    let document = read(&sample()).unwrap();
    let written = serde_json::to_string(&document).unwrap();
    assert_eq!(
        read(&serde_json::from_str(&written).unwrap()).unwrap(),
        document
    );

    let mut bare = sample();
    for part in [
        "mode",
        "cue",
        "cue_text",
        "source",
        "source_text",
        "speaker",
        "speaker_confidence",
    ] {
        bare["attributions"][0][part] = Value::Null;
    }
    let document = read(&bare).unwrap();
    let attribution = document.attributions().next().unwrap();
    assert!(attribution.cue().is_none() && attribution.speaker().is_none());
    let written = serde_json::to_value(&document).unwrap();
    assert_eq!(written["attributions"][0]["speaker"], Value::Null);
    assert_eq!(read(&written).unwrap(), document);
}

#[test]
fn the_written_form_is_the_documented_one() {
    let written = serde_json::to_value(read(&sample()).unwrap()).unwrap();
    let mut expected = sample();
    // A confidence and a weight are written as the nearest 32-bit numbers.
    let confidence = &written["attributions"][0]["confidence"];
    assert!((confidence.as_f64().unwrap() - 0.99).abs() < 1e-6);
    expected["attributions"][0]["confidence"] = confidence.clone();
    assert_eq!(written, expected);
}

/// The error for a sample in which the value at `pointer` is replaced.
fn refusal(pointer: &str, value: Value) -> String {
    let mut changed = sample();
    *changed.pointer_mut(pointer).unwrap() = value;
    let error = read(&changed).unwrap_err();
    error.split(" at line").next().unwrap().to_owned()
}

#[test]
fn refuses_spans_that_do_not_fit_the_text() {
    assert_eq!(
        refusal("/attributions/0/spans/0", json!([9, 4])),
        "span [9, 4] ends before it starts"
    );
    assert_eq!(
        refusal("/attributions/0/spans/0", json!([0, 99])),
        "attributions[0].spans[0]: span [0, 99] lies beyond the text, which has 32 bytes"
    );
    assert_eq!(
        refusal("/quotes/0/span", json!([1, 15])),
        "quotes[0]: span [1, 15] cuts a character"
    );
    assert_eq!(
        refusal("/attributions/0/cue/spans", json!([[27, 31], [16, 26]])),
        "attributions[0].cue.spans[1]: span [16, 26] is out of order"
    );
    assert_eq!(
        refusal("/attributions/0/source/span", json!([16, 33])),
        "attributions[0].source.span: span [16, 33] lies beyond the text, which has 32 bytes"
    );
    assert_eq!(
        refusal("/speakers/0/mentions", json!([[16, 26], [15, 26]])),
        "speakers[0].mentions[1]: span [15, 26] is out of order"
    );
    assert!(refusal("/quotes/0/span", json!([-1, 15])).contains("-1"));
    assert!(refusal("/quotes/0/span", json!([0, 5_000_000_000_u64])).contains("5000000000"));
}

#[test]
fn refuses_what_points_nowhere() {
    assert_eq!(
        refusal("/attributions/0/speaker", json!(3)),
        "attributions[0].speaker: there is no speaker 3 among 1"
    );
    assert_eq!(
        refusal("/attributions/0/quotes", json!([0, 1])),
        "attributions[0].quotes[1]: there is no quote 1 among 1"
    );
    assert_eq!(
        refusal("/attributions/0/quotes", json!([0, 0])),
        "attributions[0].quotes[1]: quote 0 is out of order"
    );
    assert_eq!(
        refusal("/speakers/0/id", json!(1)),
        "speakers[0].id: expected 0, found 1"
    );
}

/// The error for a sample with two quotes of these spans, the second with that parent and depth.
fn refusal_of_quotes(spans: [Value; 2], parent: Value, depth: u32) -> String {
    let mut changed = sample();
    let mut second = changed["quotes"][0].clone();
    second["span"] = spans[1].clone();
    second["parent"] = parent;
    second["depth"] = json!(depth);
    changed["quotes"][0]["span"] = spans[0].clone();
    changed["quotes"].as_array_mut().unwrap().push(second);
    let error = read(&changed).unwrap_err();
    error.split(" at line").next().unwrap().to_owned()
}

#[test]
fn refuses_quotes_that_do_not_nest() {
    assert_eq!(
        refusal_of_quotes([json!([0, 15]), json!([0, 15])], json!(0), 1),
        "quotes[1]: span [0, 15] comes twice"
    );
    assert_eq!(
        refusal_of_quotes([json!([3, 15]), json!([0, 12])], Value::Null, 0),
        "quotes[1]: span [0, 12] is out of order"
    );
    assert_eq!(
        refusal_of_quotes([json!([0, 15]), json!([12, 26])], Value::Null, 0),
        "quotes[1]: it crosses the end of quote 0"
    );
    assert_eq!(
        refusal_of_quotes([json!([0, 15]), json!([3, 12])], Value::Null, 0),
        "quotes[1]: expected parent 0, found none"
    );
    assert_eq!(
        refusal_of_quotes([json!([0, 15]), json!([16, 26])], json!(0), 1),
        "quotes[1]: expected parent none, found 0"
    );
    assert_eq!(
        refusal_of_quotes([json!([0, 15]), json!([3, 12])], json!(0), 2),
        "quotes[1]: expected depth 1, found 2"
    );
    let mut stray = sample();
    stray["quotes"][0]["opened"] = json!(false);
    stray["quotes"][0]["closed"] = json!(false);
    assert!(
        read(&stray)
            .unwrap_err()
            .starts_with("quotes[0]: it is neither opened nor closed")
    );
    assert_eq!(
        refusal("/quotes/0/pieces", json!([[0, 3], [4, 12]])),
        "quotes[0]: its pieces begin or end elsewhere than its span"
    );
}

#[test]
fn refuses_what_comes_twice() {
    let mut changed = sample();
    let attribution = changed["attributions"][0].clone();
    changed["attributions"]
        .as_array_mut()
        .unwrap()
        .push(attribution);
    assert!(
        read(&changed)
            .unwrap_err()
            .starts_with("attributions[1].spans: the same attribution stands before it")
    );
    assert_eq!(
        refusal("/speakers/0/mentions", json!([[16, 26], [16, 26]])),
        "speakers[0].mentions[1]: span [16, 26] comes twice"
    );
}

#[test]
fn refuses_what_it_does_not_know() {
    let mut changed = sample();
    changed["attributions"][0]["mood"] = json!("good");
    assert!(
        read(&changed)
            .unwrap_err()
            .starts_with("unknown field `mood`")
    );
    let mut changed = sample();
    changed["attributions"][0]
        .as_object_mut()
        .unwrap()
        .remove("confidence");
    let error = read(&changed).unwrap_err();
    assert!(error.starts_with("missing field `confidence`"), "{error}");
}

#[test]
fn refuses_what_no_document_holds() {
    assert_eq!(
        refusal("/quotes/0/span", json!([3, 3])),
        "quotes[0]: span [3, 3] is empty"
    );
    assert_eq!(
        refusal("/speakers/0/name", json!("")),
        "speakers[0].name: expected one, found none"
    );
    assert_eq!(
        refusal("/attributions/0/spans", json!([])),
        "attributions[0].spans: expected at least one, found none"
    );
    assert_eq!(
        refusal("/attributions/0/confidence", json!(1.5)),
        "attributions[0].confidence: expected one between 0 and 1, found 1.5"
    );
    assert!(refusal("/attributions/0/kind", json!("loud")).starts_with("unknown variant `loud`"));
    assert!(refusal("/text", Value::Null).starts_with("invalid type: null"));
}

#[test]
fn refuses_other_versions_and_units() {
    assert_eq!(
        refusal("/version", json!(2)),
        "version: expected 1, found 2"
    );
    assert!(refusal("/unit", json!("utf-16")).contains("expected `bytes`"));
}

#[test]
fn refuses_words_that_are_not_there() {
    for (field, wrong, problem) in [
        (
            "attributions/0/cue_text",
            json!("says"),
            "expected the words of its spans, \"said\"",
        ),
        (
            "attributions/0/inner_text",
            json!("It holds"),
            "expected the words of its spans, \"It holds,\"",
        ),
        (
            "quotes/0/text",
            json!("It holds,"),
            "expected the words of its spans, \"“It holds,”\"",
        ),
        (
            "speakers/0/mention_texts",
            json!(["Ines Okoro", "Okoro"]),
            "expected one for each of 1 mentions, found 2",
        ),
        (
            "attributions/0/within",
            json!(0),
            "there is no other attribution 0 among 1",
        ),
    ] {
        let path = field.replace("/0/", "[0].");
        let error = refusal(&format!("/{field}"), wrong);
        assert_eq!(error, format!("{path}: {problem}"));
    }
    assert_eq!(
        refusal("/speakers/0/mention_texts/0", json!("Okoro")),
        "speakers[0].mention_texts[0]: expected the words of its spans, \"Ines Okoro\""
    );
    for (description, problem) in [
        (
            json!({"kind": "role", "span": [16, 99]}),
            "span [16, 99] lies beyond the text, which has 32 bytes",
        ),
        (
            json!({"kind": "role", "span": [16, 20], "text": "Mary"}),
            "expected the words of its spans, \"Ines\"",
        ),
    ] {
        assert_eq!(
            refusal("/speakers/0/descriptions", json!([description])),
            format!("speakers[0].descriptions[0]: {problem}")
        );
    }
}

#[test]
fn what_stands_beside_the_offsets_may_be_missing() {
    let mut without = sample();
    for (list, fields) in [
        ("quotes", &["text", "inner_text"][..]),
        (
            "attributions",
            &[
                "text",
                "inner_text",
                "source_text",
                "cue_text",
                "part",
                "within",
            ],
        ),
        ("speakers", &["mention_texts", "descriptions"]),
    ] {
        let object = without[list][0].as_object_mut().unwrap();
        for field in fields {
            object.remove(*field).unwrap();
        }
    }
    let (read, whole) = (read(&without).unwrap(), read(&sample()).unwrap());
    assert_eq!(read, whole);
    let written = |document| serde_json::to_value(document).unwrap();
    assert_eq!(written(&read), written(&whole));
}

#[test]
fn parts_and_descriptions_stay_as_they_were_written() {
    let mut changed = sample();
    changed["attributions"][0]["part"] = json!("caption");
    changed["speakers"][0]["descriptions"] =
        json!([{"kind": "role", "span": [16, 20], "text": "Ines"}]);
    let document = read(&changed).unwrap();
    let attribution = document.attributions().next().unwrap();
    assert_eq!(attribution.part(), TextPart::Caption);
    let described = document.descriptions(document.speakers()[0].id());
    assert_eq!(described[0].kind(), DescriptionKind::Role);
    let written = serde_json::to_value(&document).unwrap();
    assert_eq!(written["speakers"], changed["speakers"]);
}

#[test]
fn a_quotation_in_a_quotation_has_its_words_and_names_the_one_around() {
    let text = "“Tom told me, ‘It leaks,’ and left,” said Ines Okoro, the engineer.";
    let document = quotation::QuoteDetector::new().detect(text);
    let written = serde_json::to_value(&document).unwrap();
    assert_eq!(written["quotes"][1]["text"], "‘It leaks,’");
    assert_eq!(written["quotes"][1]["inner_text"], "It leaks,");
    assert_eq!(written["attributions"][0]["within"], Value::Null);
    assert_eq!(written["attributions"][1]["within"], 0);
    let described = &written["speakers"].as_array().unwrap().last().unwrap()["descriptions"];
    assert_eq!(
        described,
        &json!([{"text": "the engineer", "kind": "role", "span": [62, 74]}])
    );
}

#[test]
fn words_are_not_written_once_for_each_of_many_levels() {
    let detector = quotation::QuoteDetector::new();
    let written = |times: usize| {
        let text = "“I said ‘Aye,’ said Tom. ".repeat(times);
        serde_json::to_string(&detector.detect(&text))
            .unwrap()
            .len()
    };
    assert!(written(400) < 5 * written(100));
}

#[test]
fn the_documentation_shows_the_form_as_it_is() {
    let source = include_str!("../src/document/data.rs");
    let (_, shown) = source.split_once("/// ```json\n").unwrap();
    let (shown, _) = shown.split_once("/// ```\n").unwrap();
    let shown: Value = serde_json::from_str(&shown.replace("///", "")).unwrap();
    let document = read(&shown).unwrap();
    let mut written = serde_json::to_value(&document).unwrap();
    for field in ["confidence", "speaker_confidence"] {
        written["attributions"][0][field] = shown["attributions"][0][field].clone();
    }
    assert_eq!(written, shown);
    let found = quotation::QuoteDetector::new().detect(document.text());
    let found = serde_json::to_value(&found).unwrap();
    assert_eq!(found["speakers"], shown["speakers"]);
}
