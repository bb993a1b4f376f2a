//! CoNLL-U: a line a token, with what it is to a quotation in the last column.
//!
//! The columns for lemmas, parts of speech and syntax are empty. `MISC` has, where they apply,
//! `Quote=B-direct:3` (the quotation's number after its kind; `I` within), `Cue=B:3`, `Source=B:3`,
//! `Speaker=Ines Okoro`, and `SpaceAfter=No` or `SpacesAfter=…` as UDPipe writes white space that is not
//! one space, so that no text is lost.

use std::io::{self, Write};

use quotation::Span;

use crate::item::Item;
use crate::tokens::{TokenInText, range_of, tokens};

/// Writes a document.
///
/// # Errors
///
/// Whatever error the output gives.
pub fn write(item: &Item<'_>, output: &mut impl Write) -> io::Result<()> {
    let text = item.document.text();
    let tokens = tokens(text);
    let labels = labels(item, &tokens);
    writeln!(
        output,
        "# newdoc id = {}",
        item.name.replace(['\n', '\r'], " ")
    )?;
    let mut number = 0;
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| tokens[before]);
        if before.is_none_or(|before| before.sentence != token.sentence) {
            number = 0;
            if at > 0 {
                writeln!(output)?;
            }
            if before.is_none_or(|before| before.paragraph != token.paragraph) {
                writeln!(output, "# newpar id = {}", token.paragraph + 1)?;
            }
            let rest = &tokens[at..];
            let len = rest.partition_point(|one| one.sentence == token.sentence);
            let sentence = &text[token.span.start()..rest[len - 1].span.end()];
            let sentence: Vec<&str> = sentence.split_whitespace().collect();
            writeln!(output, "# sent_id = {}", token.sentence + 1)?;
            writeln!(output, "# text = {}", sentence.join(" "))?;
        }
        number += 1;
        let mut misc = labels[at].clone();
        if at == 0 && token.span.start() > 0 {
            misc.push(format!(
                "SpacesBefore={}",
                spaces(&text[..token.span.start()])
            ));
        }
        let next = tokens
            .get(at + 1)
            .map_or(text.len(), |next| next.span.start());
        match &text[token.span.end()..next] {
            " " => {}
            "" => misc.push("SpaceAfter=No".to_owned()),
            white => misc.push(format!("SpacesAfter={}", spaces(white))),
        }
        let misc = if misc.is_empty() {
            "_".to_owned()
        } else {
            misc.join("|")
        };
        let form = &text[token.span];
        writeln!(output, "{number}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}")?;
    }
    // An empty line ends a sentence.
    writeln!(output)?;
    output.flush()
}

/// What each token is to the quotations.
fn labels(item: &Item<'_>, tokens: &[TokenInText]) -> Vec<Vec<String>> {
    let mut labels: Vec<Vec<String>> = vec![Vec::new(); tokens.len()];
    let mut add = |span: Span, label: &dyn Fn(bool) -> String| {
        let range = range_of(tokens, span);
        for at in range.clone() {
            labels[at].push(label(at == range.start));
        }
    };
    let begin = |is_first| if is_first { 'B' } else { 'I' };
    for (number, attribution) in item.attributions().enumerate() {
        let number = number + 1;
        let kind = attribution.kind();
        // The numbers of one key stand in one value.
        for &span in attribution.spans() {
            add(span, &|first| {
                format!("Quote={}-{kind}:{number}", begin(first))
            });
            if let Some(speaker) = attribution.speaker() {
                let name = speaker.name().replace(['|', '=', '\t', '\n'], " ");
                add(span, &|_| format!("Speaker={name}"));
            }
        }
        for &span in attribution.cue().map_or(&[][..], |cue| cue.spans()) {
            add(span, &|first| format!("Cue={}:{number}", begin(first)));
        }
        if let Some(source) = attribution.source() {
            add(source.span(), &|first| {
                format!("Source={}:{number}", begin(first))
            });
        }
    }
    labels.into_iter().map(merged).collect()
}

/// Joins the values of one key, which comes once: `Quote=I-direct:3,B-direct:4`.
fn merged(labels: Vec<String>) -> Vec<String> {
    let mut merged: Vec<(String, String)> = Vec::new();
    for label in labels {
        let (key, value) = label.split_once('=').unwrap_or((&label, ""));
        match merged.iter_mut().find(|(known, _)| known == key) {
            Some((_, values)) => {
                values.push(',');
                values.push_str(value);
            }
            None => merged.push((key.to_owned(), value.to_owned())),
        }
    }
    merged
        .into_iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect()
}

/// White space as UDPipe writes it.
fn spaces(white: &str) -> String {
    let mut written = String::new();
    for c in white.chars() {
        match c {
            ' ' => written.push_str("\\s"),
            '\t' => written.push_str("\\t"),
            '\r' => written.push_str("\\r"),
            '\n' => written.push_str("\\n"),
            '|' => written.push_str("\\p"),
            '\\' => written.push_str("\\\\"),
            c => written.push(c),
        }
    }
    written
}
