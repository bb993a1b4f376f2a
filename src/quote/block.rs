//! Lines after `>`, as e-mail, forums and Markdown set the words of others.
//!
//! A block is no quotation by itself: its speaker must be named before it, “Ada wrote:”, or sign it, “— Ada”.

use super::reporting_clause::ReportingClauses;
use crate::language::{Class, Lexicon};
use crate::span::Span;
use crate::token::Lines;

/// The sign, and what may stand beside it.
const SIGN: char = '>';

/// A signature is no longer than this, in bytes.
const LONGEST_SIGNATURE: usize = 80;

/// The lines of a block, without their signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    lines: Vec<Span>,
    /// The line before it, and the one after.
    before: Span,
    after: Span,
}

/// The blocks of a text.
pub(super) fn blocks(text: &str, lines: &Lines) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    let mut before = Span::default();
    for line in lines.iter() {
        match text[line.span].strip_prefix(SIGN) {
            Some(rest) => {
                let block = open.get_or_insert_with(|| Block {
                    before,
                    ..Block::default()
                });
                // What others quote is theirs.
                let words = rest.trim_start();
                if !words.is_empty() && !words.starts_with(SIGN) {
                    let end = line.span.end();
                    block
                        .lines
                        .push(Span::between((end - words.len()) as u32, end as u32));
                }
            }
            None => {
                blocks.extend(open.take().map(|block| Block {
                    after: line.span,
                    ..block
                }));
                before = line.span;
            }
        }
    }
    blocks.extend(open);
    blocks
}

/// The pieces of each block whose speaker stands beside it.
pub(super) fn speeches(clauses: ReportingClauses<'_>, blocks: Vec<Block>) -> Vec<Vec<Span>> {
    let text = clauses.text;
    let speech = |mut block: Block| {
        let last = block.lines.last().copied().unwrap_or_default();
        let is_finished = |line: &Span| text[*line].ends_with(['.', '?', '!', '…', '"', '”', '’']);
        let before_last = block.lines.len().checked_sub(2).map(|at| &block.lines[at]);
        let is_signed_within = is_signature(&text[last])
            || before_last.is_some_and(is_finished) && is_full_name(clauses.lexicon, &text[last]);
        if is_signed_within {
            block.lines.pop();
        }
        let has_speaker = is_signed_within
            || is_signature(&text[block.after])
            || clauses.introduces(&text[block.before]);
        (has_speaker && !block.lines.is_empty()).then_some(block.lines)
    };
    blocks.into_iter().filter_map(speech).collect()
}

/// The most names that somebody bears.
const MOST_NAMES: usize = 4;

/// Whether a line is a given name and further names, and nothing else.
fn is_full_name(lexicon: &Lexicon, line: &str) -> bool {
    let line = line.trim_matches(['*', '_']);
    let mut words = line.split(' ');
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !word.ends_with(',');
    (2..=MOST_NAMES).contains(&words.clone().count())
        && lexicon
            .look_up(words.clone().next().unwrap_or_default())
            .is(Class::GivenName)
        && words.all(is_name)
        && line.ends_with(char::is_alphabetic)
}

/// Whether a line is a dash and a name.
fn is_signature(line: &str) -> bool {
    let name = line.trim_start_matches(['—', '–', '―', '-', ' ']);
    name.len() < line.len()
        && line.len() <= LONGEST_SIGNATURE
        && name
            .trim_start_matches(['*', '_'])
            .starts_with(char::is_uppercase)
        && !name.ends_with(['.', '?', '!'])
}

#[cfg(test)]
mod tests {
    use crate::quote::QuoteFinder;

    #[test]
    fn a_block_is_speech_where_its_speaker_stands_beside_it() {
        let found = |text: &str| -> Vec<String> {
            let quotes = QuoteFinder::new().quotes(text);
            quotes
                .iter()
                .map(|quote| text[quote.span()].to_owned())
                .collect()
        };
        for (text, expected) in [
            (
                "Ada wrote:\n\n> The dam holds.\n\nIt does.",
                Some("The dam holds."),
            ),
            (
                "> The dam holds.\n>\n> — Ada Berg, engineer",
                Some("The dam holds."),
            ),
            ("> The dam holds.\n\n— Ada Berg", Some("The dam holds.")),
            (
                "On Monday, Ada Berg wrote:\n> It holds.\n> It does.\n>> It leaks.\nFine.",
                Some("It holds.\n> It does."),
            ),
            (
                "Posted by ada_b:\n> The dam holds.\n\nIt does.",
                Some("The dam holds."),
            ),
            ("> The dam holds.\n\nIt does.", None),
            ("The list:\n\n> The dam holds.", None),
            ("Water > air\n> — Is it?", None),
        ] {
            assert_eq!(found(text), Vec::from_iter(expected), "{text}");
        }
    }
}
