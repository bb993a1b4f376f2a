//! What holds for the quotes of every text, and of every text that keeps to a convention.

use std::ops::Range;

use proptest::prelude::*;
use quotation::{Quote, QuoteFinder, Span};

fn quotes(text: &str) -> Vec<Quote> {
    QuoteFinder::new().quotes(text)
}

/// Texts of pieces that matter to quotes, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\"", "'", "“", "”", "‘", "’", "''", "``", "`", "„", "‚", "‟", "«", "»", "‹", "›", "「",
        "」", "『", "』", "″", "′", "&quot;", "&#8220;", ",,", "\u{93}", "＂", "—", "–", "--", "-",
        " — ", "\n— ", "\n—", "…", ",", ".", "?", "!", ":", " ", " ", " ", "\n", "\n\n", "\n\n  ",
        "\r\n\r\n", "\u{c}", "\u{a0}", "\t", "_", "*", "(", ")", "[", "]", "said", "he said",
        "Ada", "don't", "'em", "girls'", "6'2\"", "90s", "A: ", "Q: ", "ADA: ", "\nBEN: ", "é",
        "日本", "🦀", "\u{0}", "word ", "Word ",
    ]);
    prop_oneof![
        4 => prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn quotes_are_sound(text in any_text()) {
        let quotes = quotes(&text);
        prop_assert!(quotes.is_sorted_by_key(|quote| quote.span().start()));
        for (i, quote) in quotes.iter().enumerate() {
            let slice = |span: Span| text.get(Range::from(span));
            prop_assert!(slice(quote.span()).is_some_and(|slice| !slice.is_empty()));
            prop_assert!(quote.is_opened() || quote.is_closed());
            let pieces = quote.pieces();
            prop_assert!(pieces.iter().all(|&piece| slice(piece).is_some()));
            prop_assert!(pieces.is_sorted_by(|a, b| a.end() <= b.start()));
            prop_assert_eq!(pieces[0].start(), quote.span().start());
            prop_assert_eq!(pieces[pieces.len() - 1].end(), quote.span().end());
            match quote.parent() {
                Some(parent) => {
                    prop_assert!(parent.index() < i);
                    let parent = &quotes[parent.index()];
                    prop_assert!(parent.span().contains(quote.span()));
                    prop_assert_eq!(parent.depth() + 1, quote.depth());
                }
                None => prop_assert_eq!(quote.depth(), 0),
            }
            // Two quotes stand apart, or one in the other.
            for other in &quotes[i + 1..] {
                let apart = !quote.span().overlaps(other.span());
                prop_assert!(apart || quote.span().contains(other.span()), "{quote:?} {other:?}");
            }
        }
    }

    #[test]
    fn white_space_at_the_end_changes_nothing(text in any_text(), space in "[ \n\t]{0,6}") {
        prop_assert_eq!(quotes(text.trim_end()), quotes(&(text.trim_end().to_owned() + &space)));
    }

    #[test]
    fn a_text_that_keeps_to_a_convention_is_read_exactly(sample in sample()) {
        let (text, expected) = sample.write();
        let found: Vec<Span> = quotes(&text).iter().map(Quote::span).collect();
        prop_assert_eq!(found, expected, "{}", text);
    }

    #[test]
    fn one_lost_mark_costs_one_quotation(
        sample in sample(),
        at in any::<prop::sample::Index>(),
        opening in any::<bool>(),
    ) {
        let (text, expected) = sample.write();
        let is_outermost =
            |span: &&Span| !expected.iter().any(|other| other != *span && other.contains(**span));
        let outermost: Vec<Span> = expected.iter().filter(is_outermost).copied().collect();
        prop_assume!(!outermost.is_empty());
        let hurt = outermost[at.index(outermost.len())];
        let (open, close) = sample.marks();
        // Of marks that are two of the inner ones, what is left may be one of those.
        let (_, (inner, _)) = CONVENTIONS[sample.convention];
        prop_assume!(open != inner.repeat(2));
        let lost = match opening {
            true => hurt.start()..hurt.start() + open.len(),
            false => hurt.end() - close.len()..hurt.end(),
        };
        let mut damaged = text.clone();
        damaged.replace_range(lost.clone(), "");
        let moved = |offset: usize| if offset > lost.start { offset - lost.len() } else { offset };
        let found: Vec<Span> = quotes(&damaged).iter().map(Quote::span).collect();
        // What is not closed may go on in the next paragraph, if a mark opens that.
        let paragraph = |offset: usize| text[..offset].matches("\n\n").count();
        let last = paragraph(hurt.end()) + usize::from(!opening);
        let here = paragraph(hurt.start())..=last;
        for span in expected {
            let is_near =
                here.contains(&paragraph(span.start())) || here.contains(&paragraph(span.end()));
            let kept = Span::new(moved(span.start()), moved(span.end())).unwrap();
            let words = &text[Range::from(span)];
            prop_assert!(is_near || found.contains(&kept), "{words} is lost: {damaged}");
        }
    }
}

/// The marks of a convention: outer and inner.
type Marks = ((&'static str, &'static str), (&'static str, &'static str));

const CONVENTIONS: &[Marks] = &[
    (("“", "”"), ("‘", "’")),
    (("‘", "’"), ("“", "”")),
    (("\"", "\""), ("'", "'")),
    (("'", "'"), ("\"", "\"")),
    (("''", "''"), ("'", "'")),
    (("``", "''"), ("`", "'")),
    (("«", "»"), ("“", "”")),
    (("«\u{a0}", "\u{a0}»"), ("“", "”")),
    (("»", "«"), ("›", "‹")),
    (("„", "“"), ("‚", "‘")),
    (("„", "”"), ("«", "»")),
    (("”", "”"), ("’", "’")),
    (("「", "」"), ("『", "』")),
];

/// A sentence of speech or narration, with its end.
const PHRASES: &[&str] = &[
    "I don't know the ferry's name",
    "The girls' boat and James' dog were late",
    "We're goin' home an' that's that",
    "Nobody came in the '90s",
    "It was 'is boat, 'twas 'ers before",
    "Rock 'n' roll all night",
    "Take 'em to the O'Neills at six o'clock",
    "The river rose",
    "Come back when it's dry",
];

#[derive(Clone, Debug)]
enum Paragraph {
    Narration(usize),
    /// “…,” said Ada.
    Before(usize),
    /// Ada said, “…”
    After(usize),
    /// “…,” said Ada, “…”
    Around(usize, usize),
    /// “… ‘…’ …”
    Nested(usize, usize),
    /// Two paragraphs, the second opened anew.
    Long(usize, usize),
}

#[derive(Clone, Debug)]
struct Sample {
    convention: usize,
    paragraphs: Vec<Paragraph>,
}

fn sample() -> impl Strategy<Value = Sample> {
    let phrase = || 0..PHRASES.len();
    let paragraph = prop_oneof![
        2 => phrase().prop_map(Paragraph::Narration),
        3 => phrase().prop_map(Paragraph::Before),
        2 => phrase().prop_map(Paragraph::After),
        2 => (phrase(), phrase()).prop_map(|(a, b)| Paragraph::Around(a, b)),
        1 => (phrase(), phrase()).prop_map(|(a, b)| Paragraph::Nested(a, b)),
        1 => (phrase(), phrase()).prop_map(|(a, b)| Paragraph::Long(a, b)),
    ];
    (
        0..CONVENTIONS.len(),
        prop::collection::vec(paragraph, 1..10),
    )
        .prop_map(|(convention, paragraphs)| Sample {
            convention,
            paragraphs,
        })
}

impl Sample {
    fn marks(&self) -> (&'static str, &'static str) {
        CONVENTIONS[self.convention].0
    }

    /// The text, and its quotes in order.
    fn write(&self) -> (String, Vec<Span>) {
        let ((open, close), (inner_open, inner_close)) = CONVENTIONS[self.convention];
        let mut text = String::new();
        let mut spans = Vec::new();
        let mut quote = |text: &mut String, content: &str| {
            let start = text.len();
            *text += open;
            *text += content;
            *text += close;
            spans.push(Span::new(start, text.len()).unwrap());
            start
        };
        let mut inner = Vec::new();
        for (i, paragraph) in self.paragraphs.iter().enumerate() {
            if i > 0 {
                text += "\n\n";
            }
            match *paragraph {
                Paragraph::Narration(a) => text += &format!("{}.", PHRASES[a]),
                Paragraph::Before(a) => {
                    quote(&mut text, &format!("{},", PHRASES[a]));
                    text += " said Ada.";
                }
                Paragraph::After(a) => {
                    text += "Ada said, ";
                    quote(&mut text, &format!("{}.", PHRASES[a]));
                }
                Paragraph::Around(a, b) => {
                    quote(&mut text, &format!("{},", PHRASES[a]));
                    text += " said Ada, ";
                    quote(&mut text, &format!("and {}.", PHRASES[b]));
                }
                Paragraph::Nested(a, b) => {
                    let before = format!("{}. He said, ", PHRASES[a]);
                    let nested = format!("{inner_open}{}!{inner_close}", PHRASES[b]);
                    let start = quote(&mut text, &format!("{before}{nested} and left."));
                    let at = start + open.len() + before.len();
                    inner.push(Span::new(at, at + nested.len()).unwrap());
                }
                Paragraph::Long(a, b) => {
                    let content = format!("{}.\n\n{open}{}.", PHRASES[a], PHRASES[b]);
                    quote(&mut text, &content);
                }
            }
        }
        spans.extend(inner);
        spans.sort();
        (text, spans)
    }
}

/// Each of them would have a piece in every paragraph after it.
#[test]
fn quotes_nested_without_end_end_with_their_paragraph() {
    let text = "`[\u{200b}``[A: a\n".repeat(300);
    let quotes = quotes(&text);
    let pieces: usize = quotes.iter().map(|quote| quote.pieces().len()).sum();
    assert!(pieces < 4 * quotes.len(), "{pieces} of {}", quotes.len());
}
