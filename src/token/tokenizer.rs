//! Text to tokens, sentences and paragraphs.

use super::kind::Token;
use super::orthography::Orthography;
use super::structure::{Paragraphs, Sentences, Structure};
use super::tokens::Tokens;
use crate::span::within_reach;

/// Splits text into tokens, sentences and paragraphs.
///
/// ```
/// use quotation::{TokenKind, Tokenizer};
///
/// let text = "“It's 10% of $1,000.50,” said Dr. O'Brien.";
/// let tokens: Vec<&str> = Tokenizer::new().tokens(text).map(|token| token.text(text)).collect();
/// assert_eq!(
///     tokens,
///     ["“", "It's", "10%", "of", "$1,000.50", ",", "”", "said", "Dr.", "O'Brien", "."]
/// );
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Tokenizer {
    pub(super) orthography: &'static Orthography,
}

impl Tokenizer {
    /// A tokenizer for a language that is spelled in this way.
    #[doc(hidden)]
    #[must_use]
    pub const fn of(orthography: &'static Orthography) -> Tokenizer {
        Tokenizer { orthography }
    }

    /// The tokens of the text, in its order, read as they are asked for.
    ///
    /// The texts of the tokens, with the white space between them, join to the input: no token is
    /// empty or overlaps another, and what no token holds is white space. Line and paragraph breaks
    /// are tokens, but not those at the start and the end of the text.
    ///
    /// The time is linear in the length of the text, whatever it holds. Of a text beyond 4 GiB, the
    /// first 4 GiB are read.
    ///
    /// ```
    /// let text = "It holds.";
    /// let tokens: Vec<&str> = quotation::Tokenizer::new().tokens(text).map(|token| token.text(text)).collect();
    /// assert_eq!(tokens, ["It", "holds", "."]);
    /// ```
    #[must_use]
    pub fn tokens(self, text: &str) -> Tokens<'_> {
        let text = within_reach(text).trim_end();
        let at = text.len() - text.trim_start().len();
        Tokens::new(text, self.orthography, at)
    }

    /// The sentences of the text, in its order.
    ///
    /// A sentence takes the closing marks and brackets after its last full stop along, and a
    /// quotation together with the words that report it is one: `"Stop!" he said.`
    ///
    /// ```
    /// # use quotation::Tokenizer;
    /// let text = "Mr. Wu lives in the U.S. now. “Is that so?” asked Ada.";
    /// let mut sentences = Tokenizer::new().sentences(text).map(|span| &text[span]);
    /// assert_eq!(sentences.next(), Some("Mr. Wu lives in the U.S. now."));
    /// ```
    #[must_use]
    pub fn sentences(self, text: &str) -> Sentences {
        let (structure, tokens) = self.structure(text);
        Sentences::of(&structure, &tokens)
    }

    /// The paragraphs of the text, in its order.
    ///
    /// Blank lines part paragraphs. Whether single line ends do, or are only where a line was full,
    /// is told from all lines of the text together.
    ///
    /// ```
    /// # use quotation::Tokenizer;
    /// let text = "A first paragraph.\n\nA second one.";
    /// let mut paragraphs = Tokenizer::new().paragraphs(text).map(|span| &text[span]);
    /// assert_eq!(paragraphs.nth(1), Some("A second one."));
    /// ```
    #[must_use]
    pub fn paragraphs(self, text: &str) -> Paragraphs {
        let (structure, tokens) = self.structure(text);
        Paragraphs::of(&structure, &tokens)
    }

    /// Reads the structure of a text, which has all these tokens, into buffers that another may have
    /// used.
    pub(crate) fn read_structure(self, text: &str, tokens: &[Token], structure: &mut Structure) {
        structure.read(text, self.orthography, tokens);
    }

    fn structure(self, text: &str) -> (Structure, Vec<Token>) {
        let text = within_reach(text);
        // News has a token for five bytes.
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
        tokens.extend(self.tokens(text));
        let mut structure = Structure::default();
        self.read_structure(text, &tokens, &mut structure);
        (structure, tokens)
    }
}
