//! Laws of tokens, sentences and paragraphs that hold for every text.

use proptest::prelude::*;
use quotation::{Span, Token, TokenKind, Tokenizer};

/// Text of the characters and pieces that the tokenizer treats in some way of its own, in any
/// order.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z]{1,12}",
        2 => "[0-9]{1,4}",
        2 => Just(" ".to_owned()),
        2 => "[-.,'\"’“”?!:/@#$%&+_()*`=\t\n\r]",
        1 => "\\PC",
        1 => any::<char>().prop_map(String::from),
        1 => prop::sample::select(vec![
            "http://", "www.", "Mr.", "U.S", "J. K.", "No. 1", ". . .", "...", "--", "—", "…", "''", "``", "\r\n",
            "\n\n", "\u{2028}", "\u{2029}", "\u{a0}", "e\u{301}", "👍🏽", "«", "»", "‘", "&quot;", ",,", "@b.co", "½",
            "£", "\u{feff}", "\u{85}", "\x0c", "中文。", "’’", "\0",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn tokens(text: &str) -> Vec<Token> {
    Tokenizer::new().tokens(text).collect()
}

/// That the spans are in order, in bounds, on character boundaries, and not empty.
fn are_parts(spans: impl Iterator<Item = Span>, text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for span in spans {
        prop_assert!(end <= span.start() && span.start() < span.end());
        prop_assert!(text.get(span.range()).is_some(), "{span:?}");
        end = span.end();
    }
    Ok(())
}

fn is_break(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::LineBreak | TokenKind::ParagraphBreak)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn tokens_and_white_space_join_to_the_text(text in text()) {
        let tokens = tokens(&text);
        let (least, most) = Tokenizer::new().tokens(&text).size_hint();
        prop_assert!(least <= tokens.len() && tokens.len() <= most.unwrap());
        are_parts(tokens.iter().map(|token| token.span()), &text)?;
        let mut joined = String::new();
        for token in tokens {
            let between = &text[joined.len()..token.span().start()];
            prop_assert!(between.chars().all(char::is_whitespace), "{between:?}");
            joined.push_str(between);
            joined.push_str(token.text(&text));
            let white = token.text(&text).chars().all(char::is_whitespace);
            prop_assert_eq!(white, is_break(token.kind()));
        }
        let between = &text[joined.len()..];
        prop_assert!(between.chars().all(char::is_whitespace), "{between:?}");
    }

    #[test]
    fn white_space_around_the_text_changes_nothing(text in text()) {
        let padded = format!(" \n\n{text}\r\n \n");
        let moved: Vec<(usize, usize, TokenKind)> = tokens(&padded)
            .iter()
            .map(|token| (token.span().start() - 3, token.span().end() - 3, token.kind()))
            .collect();
        let plain: Vec<(usize, usize, TokenKind)> = tokens(&text)
            .iter()
            .map(|token| (token.span().start(), token.span().end(), token.kind()))
            .collect();
        prop_assert_eq!(moved, plain);
    }

    #[test]
    fn paragraphs_are_read_by_themselves(texts in prop::collection::vec(text(), 2..5)) {
        let texts: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|t| !t.is_empty()).collect();
        let alone: usize = texts.iter().map(|text| tokens(text).len() + 1).sum();
        prop_assert_eq!(tokens(&texts.join("\n\n")).len(), alone.saturating_sub(1));
    }

    #[test]
    fn each_token_is_in_one_sentence_of_one_paragraph(text in text()) {
        let sentences: Vec<Span> = Tokenizer::new().sentences(&text).collect();
        let paragraphs: Vec<Span> = Tokenizer::new().paragraphs(&text).collect();
        are_parts(sentences.iter().copied(), &text)?;
        are_parts(paragraphs.iter().copied(), &text)?;
        for token in tokens(&text).iter().filter(|token| !is_break(token.kind())) {
            let around = |spans: &[Span]| spans.iter().filter(|s| s.contains(token.span())).count();
            prop_assert_eq!(around(&sentences), 1);
            prop_assert_eq!(around(&paragraphs), 1);
        }
        for sentence in sentences {
            prop_assert_eq!(paragraphs.iter().filter(|p| p.contains(sentence)).count(), 1);
        }
    }
}

/// Texts that a reader without bounds would read again and again: twice the text has twice the
/// tokens, and 128 KiB of it are read at once.
#[test]
fn long_runs_of_anything_are_read() {
    let units = [
        ". ",
        ".",
        "@",
        "a@",
        "1",
        "-",
        "'",
        "’",
        "a.",
        "ab.",
        "a.b@",
        "http://",
        "http://a'",
        "www.a.",
        "\n",
        " \n",
        " ",
        "\u{a0}",
        "$",
        "#",
        "#1",
        "a'",
        "a-",
        "1,",
        "1,000",
        "&",
        "a&",
        "&quot",
        "\"",
        "''",
        "``",
        ",",
        "I. ",
        "J. ",
        "Mr. ",
        "(",
        "\u{301}",
        "e\u{301}",
        "…",
        "—",
        "\"?",
        "?\" ",
        ". \"",
        ".)",
        "a+",
        "%",
        "1%",
        "a. (((((",
        "\u{200d}",
        "中",
        "\r",
        "\u{2028}",
    ];
    for unit in units {
        let text = unit.repeat((1 << 17) / unit.len());
        let whole = tokens(&text).len();
        let half = tokens(&unit.repeat((1 << 17) / unit.len() / 2)).len();
        assert!(
            whole.abs_diff(2 * half) <= 4,
            "{unit:?}: {half} and {whole} tokens"
        );
        let sentences = Tokenizer::new().sentences(&text).count();
        assert!(sentences <= whole);
    }
}
