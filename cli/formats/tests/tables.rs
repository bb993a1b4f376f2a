//! brat, CoNLL-U, BookNLP and JSON-LD: what their readers rely on.

use quotation::{Document, QuoteDetector};
use quotation_formats::{Item, booknlp, brat, conll, jsonld};

const TEXT: &str = "  Über “Köln”: “It\nholds,” said Ines Okoro. “It — was built\n\n“for worse.”\n\n\
    She added that Bob Vos called it “a riddle”.\tIt rained.\n";

fn written(write: impl FnOnce(&Item<'_>, &mut Vec<u8>)) -> String {
    let document: Document<'_> = QuoteDetector::new().detect(TEXT);
    assert!(document.attributions().len() >= 2);
    let mut output = Vec::new();
    write(&Item::new("a.txt", &document), &mut output);
    String::from_utf8(output).unwrap()
}

fn chars(from: usize, to: usize) -> String {
    TEXT.chars().skip(from).take(to - from).collect()
}

#[test]
fn brat_has_the_words_at_its_offsets() {
    let annotations = written(|item, output| brat::write(item, output).unwrap());
    let mut known = Vec::new();
    for line in annotations.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match line.chars().next().unwrap() {
            'T' => {
                let (_, ranges) = fields[1].split_once(' ').unwrap();
                let words: Vec<String> = ranges
                    .split(';')
                    .map(|range| {
                        let (from, to) = range.split_once(' ').unwrap();
                        chars(from.parse().unwrap(), to.parse().unwrap())
                    })
                    .collect();
                assert_eq!(words.join(" "), fields[2]);
                assert!(words.iter().all(|words| !words.contains('\n')), "{line}");
                known.push(fields[0].to_owned());
            }
            'R' => {
                for argument in fields[1].split(' ').skip(1) {
                    let (_, target) = argument.split_once(':').unwrap();
                    assert!(known.iter().any(|one| one == target), "{line}");
                }
            }
            '#' => assert!(fields[1].starts_with("AnnotatorNotes T")),
            other => panic!("{other}"),
        }
    }
    assert!(annotations.contains("\tInes Okoro · "));
}

#[test]
fn conll_gives_the_text_back() {
    let lines = written(|item, output| conll::write(item, output).unwrap());
    let mut text = String::new();
    let unescaped = |spaces: &str| {
        spaces
            .replace("\\s", " ")
            .replace("\\n", "\n")
            .replace("\\t", "\t")
            .replace("\\r", "\r")
    };
    let mut number = 0;
    for line in lines.lines() {
        if line.is_empty() || line.starts_with("# sent_id") {
            number = 0;
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        assert_eq!(fields.len(), 10, "{line}");
        number += 1;
        assert_eq!(fields[0], number.to_string());
        let mut after = " ".to_owned();
        let mut keys = Vec::new();
        for (key, value) in fields[9].split('|').filter_map(|one| one.split_once('=')) {
            assert!(!keys.contains(&key), "{line}");
            keys.push(key);
            match key {
                "SpaceAfter" => after.clear(),
                "SpacesAfter" => after = unescaped(value),
                "SpacesBefore" => text += &unescaped(value),
                _ => {}
            }
        }
        text += fields[1];
        text += &after;
    }
    assert_eq!(text, TEXT);
    assert!(
        lines.contains("Quote=B-direct:") && lines.contains("Speaker=Ines Okoro"),
        "{lines}"
    );
}

fn rows(table: &str) -> Vec<Vec<&str>> {
    let rows: Vec<Vec<&str>> = table
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{table}");
    rows
}

#[test]
fn booknlp_counts_in_its_own_tokens() {
    let tokens = written(|item, output| booknlp::Book::new(item).write_tokens(output).unwrap());
    let quotes = written(|item, output| booknlp::Book::new(item).write_quotes(output).unwrap());
    let entities = written(|item, output| booknlp::Book::new(item).write_entities(output).unwrap());
    let (tokens, quotes, entities) = (rows(&tokens), rows(&quotes), rows(&entities));
    for (number, row) in tokens[1..].iter().enumerate() {
        assert_eq!(row[3], number.to_string());
        assert_eq!(
            chars(row[6].parse().unwrap(), row[7].parse().unwrap()),
            row[4]
        );
    }
    let words = |from: &str, to: &str| {
        let range = from.parse::<usize>().unwrap() + 1..=to.parse::<usize>().unwrap() + 1;
        tokens[range]
            .iter()
            .map(|row| row[4])
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        quotes[0],
        [
            "quote_start",
            "quote_end",
            "mention_start",
            "mention_end",
            "mention_phrase",
            "char_id",
            "quote"
        ]
    );
    for row in &quotes[1..] {
        assert_eq!(words(row[0], row[1]), row[6]);
        if !row[2].is_empty() {
            assert_eq!(words(row[2], row[3]), row[4]);
        }
        assert!(row[5] == "-1" || entities.iter().any(|entity| entity[0] == row[5]));
    }
    assert_eq!(
        entities[0],
        ["COREF", "start_token", "end_token", "prop", "cat", "text"]
    );
    for row in &entities[1..] {
        assert_eq!(words(row[1], row[2]), row[5]);
    }
    assert!(
        entities
            .iter()
            .any(|row| row[3] == "PRON" && row[5] == "She")
    );
}

#[test]
fn json_ld_selects_words_twice() {
    let graph = written(|item, output| {
        let mut writer = jsonld::Writer::new(output).unwrap();
        writer.write(item).unwrap();
        writer.finish().unwrap();
    });
    let graph: serde_json::Value = serde_json::from_str(&graph).unwrap();
    let nodes = graph["@graph"].as_array().unwrap();
    assert_eq!(nodes[0]["text"], TEXT);
    assert_eq!(nodes[0]["genre"], "news");
    let mut annotations = 0;
    for node in nodes.iter().filter(|node| node["type"] == "Annotation") {
        annotations += 1;
        assert!(nodes.iter().any(|other| other["id"] == node["body"]));
        for target in node["target"].as_array().unwrap() {
            let [position, quote] = &target["selector"].as_array().unwrap()[..] else {
                panic!("{target}");
            };
            let offset = |key: &str| position[key].as_u64().unwrap() as usize;
            assert_eq!(
                chars(offset("start"), offset("end")),
                quote["exact"].as_str().unwrap()
            );
            let prefix = quote["prefix"].as_str().unwrap();
            let before = offset("start") - prefix.chars().count();
            assert_eq!(chars(before, offset("start")), prefix);
        }
    }
    let quotations = nodes.iter().filter(|node| node["type"] == "Quotation");
    assert!(quotations.clone().any(|node| node["creator"].is_string()));
    assert_eq!(quotations.count(), annotations);
}
