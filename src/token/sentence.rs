//! Where sentences end.

use super::abbreviation::Abbreviation;
use super::kind::{Token, TokenKind};
use super::mark;
use super::mark::MarkSide;
use super::orthography::Orthography;
use super::range::{TokenRange, Tokenized};
use crate::ids::TokenId;

/// Adds the sentences of a paragraph, which is not empty. All of its tokens that [can
/// stop](can_stop) are among those at `positions`.
///
/// Linear: each token is read once as part of a sentence, and at most [`OPENERS`] more after a
/// sentence's possible end.
pub(super) fn split(
    source: Tokenized<'_>,
    paragraph: TokenRange,
    positions: &[TokenId],
    sentences: &mut Vec<TokenRange>,
) {
    let tokens = source.tokens;
    let reader = SentenceReader {
        text: source.text,
        tokens: &tokens[..paragraph.end.index()],
        orthography: source.orthography,
    };
    let mut start = paragraph.start;
    if let Some(end) = reader.dateline_end(start) {
        sentences.push(TokenRange { start, end });
        start = end;
    }
    let mut after = start;
    for &at in positions {
        if at < after {
            continue;
        }
        let Some(first) = reader.stop(at) else {
            continue;
        };
        let (stop, end) = reader.stops_end(first, at);
        after = end;
        let is_item = at == start.next()
            && stop.kind == StopKind::FullStop
            && reader.token(start).kind() == TokenKind::Number;
        if !is_item && reader.ends(stop, end) {
            sentences.push(TokenRange { start, end });
            start = reader.skip_line_breaks(end);
        }
    }
    if start < paragraph.end {
        let end = paragraph.end;
        sentences.push(TokenRange { start, end });
    }
}

/// Whether a sentence can end with a token of the kind.
pub(super) fn can_stop(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Punctuation | TokenKind::Ellipsis | TokenKind::Abbreviation
    )
}

/// Whether the token is a word that goes on with a sentence: in small letters, but not "iPhone".
fn is_lowercase(text: &str, token: Token) -> bool {
    let word = token.text(text);
    match word.as_bytes() {
        [b'a'..=b'z', b'a'..=b'z', ..] => return true,
        [b'A'..=b'Z', ..] => return false,
        _ => {}
    }
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_lowercase)
        && !letters.next().is_some_and(char::is_uppercase)
}

/// What may end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum StopKind {
    /// The full stop of an abbreviation that something must follow: "Mr."
    Title,
    /// The full stop of any other abbreviation: "Inc.", "U.S.", "J."
    Abbreviation,
    Ellipsis,
    FullStop,
    /// `?` or `!`.
    Asking,
}

#[derive(Clone, Copy, Debug)]
struct Stop {
    kind: StopKind,
    /// Whether a quotation ends with it.
    closed: bool,
}

/// The fewest letters of the first word of a dateline, and the most words of its first place.
const SHORTEST_PLACE: usize = 3;
const LONGEST_PLACE: usize = 3;
/// How many tokens a dateline has at most after its first place.
const LONGEST_DATELINE: usize = 16;

/// How many opening marks and brackets are looked through to the word after them.
const OPENERS: usize = 4;

struct SentenceReader<'a> {
    text: &'a str,
    /// The tokens up to the end of the paragraph.
    tokens: &'a [Token],
    orthography: &'a Orthography,
}

impl SentenceReader<'_> {
    fn token(&self, at: TokenId) -> Token {
        self.tokens[at.index()]
    }

    fn get(&self, at: TokenId) -> Option<Token> {
        self.tokens.get(at.index()).copied()
    }

    /// The end of the paragraph.
    fn end(&self) -> TokenId {
        TokenId::new(self.tokens.len())
    }

    fn stop(&self, at: TokenId) -> Option<StopKind> {
        let token = self.token(at);
        match token.kind() {
            TokenKind::Punctuation => match self.text.as_bytes()[token.span().start()] {
                b'.' => Some(StopKind::FullStop),
                b'?' | b'!' => Some(StopKind::Asking),
                0..0x80 => None,
                _ => match token.text(self.text) {
                    "。" | "．" | "।" | "۔" => Some(StopKind::FullStop),
                    "？" | "！" | "؟" | "‽" | "⁇" | "⁈" | "⁉" => Some(StopKind::Asking),
                    _ => None,
                },
            },
            TokenKind::Ellipsis => Some(StopKind::Ellipsis),
            TokenKind::Abbreviation => {
                let used = self.orthography.abbreviations.used(token.text(self.text));
                Some(match used {
                    Abbreviation::Title | Abbreviation::Number => StopKind::Title,
                    Abbreviation::Anywhere => StopKind::Abbreviation,
                })
            }
            _ => None,
        }
    }

    /// Reads on after a first stop over further ones and over what closes with them.
    fn stops_end(&self, first: StopKind, at: TokenId) -> (Stop, TokenId) {
        let mut stop = Stop {
            kind: first,
            closed: false,
        };
        let mut at = at.next();
        while at < self.end() {
            if self.is_adjacent(at)
                && let Some(kind @ (StopKind::Ellipsis | StopKind::FullStop | StopKind::Asking)) =
                    self.stop(at)
            {
                stop.kind = stop.kind.max(kind);
            } else if self.closes_quotation(at) {
                stop.closed = true;
            } else if !(self.is_adjacent(at) && self.is(at, ")]}_*")) {
                break;
            }
            at = at.next();
        }
        (stop, at)
    }

    /// Where a report begins after the place and the date of its writing: "KESTLE, Feb. 6 – |The dam holds." Datelines of
    /// other forms, "KESTLE:", end no sentence; `entity::salience` knows names in all of them.
    fn dateline_end(&self, start: TokenId) -> Option<TokenId> {
        let is_capital = |at: TokenId| {
            let word = self.get(at).filter(|token| token.kind() == TokenKind::Word);
            word.is_some_and(|word| {
                let mut letters = word.text(self.text).chars();
                letters
                    .by_ref()
                    .take(SHORTEST_PLACE)
                    .all(char::is_uppercase)
                    && letters.all(|letter| !letter.is_lowercase())
            })
        };
        let mut comma = start;
        while comma < start.plus(LONGEST_PLACE) && is_capital(comma) {
            comma = comma.next();
        }
        if comma == start || comma >= self.end() || !self.is(comma, ",") {
            return None;
        }
        let mut end = None;
        for at in comma.up_to(self.end().min(comma.plus(LONGEST_DATELINE))) {
            let token = self.token(at);
            match token.kind() {
                TokenKind::Dash if !self.is_adjacent(at) && !self.is_adjacent(at.next()) => {
                    end = Some(at.next());
                }
                TokenKind::Word if is_lowercase(self.text, token) && !is_capital(at.next()) => {
                    break;
                }
                TokenKind::Word | TokenKind::Number | TokenKind::Abbreviation => {}
                TokenKind::Punctuation if self.is(at, ",.()/") => {}
                _ => break,
            }
        }
        end.filter(|&end| end < self.end() && !is_lowercase(self.text, self.token(end)))
    }

    fn closes_quotation(&self, at: TokenId) -> bool {
        let token = self.token(at);
        match token.kind() {
            // A space stands before these marks in French.
            TokenKind::Mark(MarkSide::Closing) => {
                self.is_adjacent(at) || mark::can_close_after_space(token.text(self.text))
            }
            TokenKind::Mark(MarkSide::Either) => {
                self.is_adjacent(at) && !self.is_adjacent(at.next())
            }
            _ => false,
        }
    }

    /// Whether the sentence ends after the stops that end before token `at`.
    fn ends(&self, stop: Stop, at: TokenId) -> bool {
        let next = self.skip_line_breaks(at);
        let Some(token) = self.get(next) else {
            return true;
        };
        if self.is_adjacent(at) && !self.starts_without_space(stop, at) {
            return false;
        }
        let opens = match token.kind() {
            TokenKind::Mark(MarkSide::Closing) | TokenKind::Ellipsis => return false,
            TokenKind::Mark(_) => true,
            TokenKind::Punctuation if !self.is(next, "([{¿¡_*") => return false,
            _ => false,
        };
        let Some(word) = self.skip_openers(next) else {
            return stop.kind > StopKind::Ellipsis;
        };
        let lowercase = is_lowercase(self.text, self.token(word));
        match stop.kind {
            StopKind::FullStop | StopKind::Asking => opens || !lowercase,
            StopKind::Ellipsis => {
                !lowercase && (stop.closed || opens || !self.is_capital_pronoun(word))
            }
            StopKind::Abbreviation if self.is_nickname(next) => false,
            StopKind::Abbreviation => !lowercase && (stop.closed || opens || self.is_starter(word)),
            StopKind::Title => false,
        }
    }

    /// Whether one word in marks stands before a further name at token `at`: Robert C. “Bob” Berg.
    fn is_nickname(&self, at: TokenId) -> bool {
        let kind = |at: TokenId| self.get(at).map(Token::kind);
        let is_mark = |at| matches!(kind(at), Some(TokenKind::Mark(_)));
        let is_name = |at: TokenId| {
            kind(at) == Some(TokenKind::Word) && !is_lowercase(self.text, self.token(at))
        };
        is_mark(at) && is_name(at.next()) && is_mark(at.plus(2)) && is_name(at.plus(3))
    }

    /// Whether a sentence starts at token `at` though no white space stands before it: a space is
    /// missing, unless a name such as "Node.js" or an amount such as "No.5" goes on.
    fn starts_without_space(&self, stop: Stop, at: TokenId) -> bool {
        match self.token(at).kind() {
            TokenKind::Mark(side) => side == MarkSide::Opening,
            TokenKind::Word => {
                stop.kind != StopKind::FullStop
                    || stop.closed
                    || at
                        .minus(2)
                        .is_some_and(|word| is_lowercase(self.text, self.token(word)))
            }
            TokenKind::Dash => true,
            _ => false,
        }
    }

    fn is_capital_pronoun(&self, at: TokenId) -> bool {
        let word = self.token(at).text(self.text);
        let pronoun = self.orthography.capital_pronoun;
        let rest = pronoun.and_then(|pronoun| word.strip_prefix(pronoun));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(mark::is_apostrophe))
    }

    fn is_starter(&self, at: TokenId) -> bool {
        let word = self.token(at).text(self.text).trim_end_matches('.');
        self.orthography.sentence_starters.contains(word)
    }

    /// The first token from `at` on that is not a line break.
    fn skip_line_breaks(&self, at: TokenId) -> TokenId {
        let rest = &self.tokens[at.index()..];
        let breaks = rest
            .iter()
            .position(|token| token.kind() != TokenKind::LineBreak);
        breaks.map_or(self.end(), |breaks| at.plus(breaks))
    }

    /// The first token from `at` on that is no opening mark, bracket or dash, if it is near.
    fn skip_openers(&self, at: TokenId) -> Option<TokenId> {
        let mut near = at.up_to(self.end().min(at.plus(OPENERS)));
        near.find(|&at| match self.token(at).kind() {
            TokenKind::Mark(_) | TokenKind::Dash | TokenKind::LineBreak => false,
            _ => !self.is(at, "([{¿¡_*"),
        })
    }

    /// Whether token `at` is there and stands beside the one before it.
    fn is_adjacent(&self, at: TokenId) -> bool {
        self.get(at).is_some_and(|token| {
            token.kind() != TokenKind::LineBreak
                && self.tokens[at.index() - 1].span().end() == token.span().start()
        })
    }

    /// Whether the token is one of these signs.
    fn is(&self, at: TokenId, signs: &str) -> bool {
        self.token(at).kind() == TokenKind::Punctuation
            && signs.contains(self.token(at).text(self.text))
    }
}

#[cfg(test)]
mod tests {
    use crate::token::Tokenizer;

    /// Each line is a paragraph; a bar parts its sentences.
    #[test]
    fn sentences() {
        let cases = "\
            One. | Two! | Three?
            Mr. Wu met Dr. O'Brien at 9 a.m. on Monday. | They talked.
            It was made in the U.S. by Smith Inc. last year. | So it was.
            The U.S. Army left the U.S. | It came back. | J. K. Rowling wrote.
            “Stop!” he said. | He went on.
            “Is it true?” asked Anna. | “Yes.” | “No.”
            \"Stop!\" he said. | \"Why?\" | \"Because.\" | He left.
            'Stop!' he said. | 'Why?'
            He said: “Stop. | I mean it.” | She stopped.
            (He left.) | She stayed (why?) and slept.
            Wait... what? | Well… so. | So… I think… I do.
            He paid $1.50. | 10% was lost. | “No. 5 won.”
            “I will.” | — “You will not!” — cried he. | — Good.
            1. Mix well. | 2. Bake.
            Node.js is not slow. | Nobody says so. | iPhone sales rose. | eBay fell.
            « Vraiment ? » | « Oui. » | Il part.
            Yahoo!, he said, is old. | Bill Smith Jr. was born on Jan. 5. | She was not.
            KESTLE, Feb. 6 – | The dam holds. | It leaks – a little.
            KESTLE, Ohio and RUHN, Iowa – 4 March 2025 – | Dams hold. | KESTLE, he said – Not I – was late.
            The first was vs. The second. | It ended etc. | The rest (Inc.) stayed.";
        for line in cases.lines().map(str::trim) {
            let text = &*line.replace(" | ", " ");
            let found: Vec<&str> = Tokenizer::new()
                .sentences(text)
                .map(|span| &text[span])
                .collect();
            assert_eq!(found.join(" | "), line);
        }
    }

    #[test]
    fn a_line_may_end_after_a_sentence() {
        let text =
            "“Must I really go\nso soon? And\nwhere?\nMust you?” He\nsaid \"No.\"\nShe stayed.";
        let sentences = Tokenizer::new().sentences(text).map(|span| &text[span]);
        assert_eq!(
            sentences.collect::<Vec<_>>().join(" | "),
            "“Must I really go\nso soon? | And\nwhere? | Must you?” | He\nsaid \"No.\" | She stayed."
        );
    }

    #[test]
    fn a_space_may_be_missing() {
        let text = "He left.She stayed. Ask example.Com or No.5.";
        let found: Vec<&str> = Tokenizer::new()
            .sentences(text)
            .map(|span| &text[span])
            .collect();
        assert_eq!(
            found,
            ["He left.", "She stayed.", "Ask example.", "Com or No.5."]
        );
    }
}
