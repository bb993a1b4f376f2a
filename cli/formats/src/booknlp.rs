//! The files of BookNLP: `.tokens`, `.quotes` and `.entities`, with its columns.
//!
//! What this program does not tell, such as lemmas and syntax, is empty in `.tokens`. As in BookNLP, the
//! last token of a range is part of it, `byte_onset` and `byte_offset` count characters, and `char_id` in
//! `.quotes` is `COREF` in `.entities`, -1 if nobody is known.

use std::collections::HashMap;
use std::io::{self, Write};

use quotation::{
    Attribution, AttributionKind, MentionKind, Offsets, Span, Speaker, SpeakerKind, TokenKind,
};

use crate::item::Item;
use crate::tokens::{TokenInText, range_of, tokens};

/// The tokens of a document, for writing its files.
#[derive(Debug)]
pub struct Book<'i, 'd> {
    item: &'i Item<'d>,
    tokens: Vec<TokenInText>,
}

impl<'i, 'd> Book<'i, 'd> {
    /// Prepares a document.
    #[must_use]
    pub fn new(item: &'i Item<'d>) -> Book<'i, 'd> {
        Book {
            item,
            tokens: tokens(item.document.text()),
        }
    }

    /// Writes the file `.tokens`.
    ///
    /// # Errors
    ///
    /// Whatever error the output gives.
    pub fn write_tokens(&self, output: &mut impl Write) -> io::Result<()> {
        let text = self.item.document.text();
        let offsets = Offsets::new(text);
        writeln!(
            output,
            "paragraph_ID\tsentence_ID\ttoken_ID_within_sentence\ttoken_ID_within_document\tword\t\
             lemma\tbyte_onset\tbyte_offset\tPOS_tag\tfine_POS_tag\tdependency_relation\t\
             syntactic_head_ID\tevent"
        )?;
        let mut within = 0;
        for (number, token) in self.tokens.iter().enumerate() {
            let before = number.checked_sub(1).map(|before| self.tokens[before]);
            within = match before {
                Some(before) if before.sentence == token.sentence => within + 1,
                _ => 0,
            };
            let range = offsets.chars(token.span).unwrap_or_default();
            let tag = match token.kind {
                TokenKind::Word | TokenKind::Abbreviation => "X",
                TokenKind::Number => "NUM",
                TokenKind::Symbol => "SYM",
                _ => "PUNCT",
            };
            writeln!(
                output,
                "{}\t{}\t{within}\t{number}\t{}\t\t{}\t{}\t{tag}\t\t\t\tO",
                token.paragraph, token.sentence, &text[token.span], range.start, range.end
            )?;
        }
        output.flush()
    }

    /// Writes the file `.quotes`: direct speech, a line a quotation.
    ///
    /// # Errors
    ///
    /// Whatever error the output gives.
    pub fn write_quotes(&self, output: &mut impl Write) -> io::Result<()> {
        writeln!(
            output,
            "quote_start\tquote_end\tmention_start\tmention_end\tmention_phrase\tchar_id\tquote"
        )?;
        let quotations = self
            .item
            .attributions()
            .filter(|one| one.kind() == AttributionKind::Direct);
        for attribution in quotations {
            // A piece of a quotation is a quotation of its own there.
            for &span in attribution.spans() {
                self.write_quote(attribution, span, output)?;
            }
        }
        output.flush()
    }

    fn write_quote(
        &self,
        attribution: Attribution<'_>,
        span: Span,
        output: &mut impl Write,
    ) -> io::Result<()> {
        let Some((start, end)) = self.range(span) else {
            return Ok(());
        };
        let source = attribution.source().map(|source| source.span());
        let mention = source.and_then(|span| Some((self.range(span)?, self.words(span))));
        let ((from, to), phrase) = match mention {
            Some(((from, to), phrase)) => ((from.to_string(), to.to_string()), phrase),
            None => Default::default(),
        };
        let speaker = attribution.speaker();
        let id = speaker.map_or(-1, |speaker| speaker.id().index() as i64);
        let words = self.words(span);
        writeln!(
            output,
            "{start}\t{end}\t{from}\t{to}\t{phrase}\t{id}\t{words}"
        )
    }

    /// Writes the file `.entities`: where each speaker is mentioned.
    ///
    /// # Errors
    ///
    /// Whatever error the output gives.
    pub fn write_entities(&self, output: &mut impl Write) -> io::Result<()> {
        writeln!(output, "COREF\tstart_token\tend_token\tprop\tcat\ttext")?;
        let sources = self
            .item
            .document
            .attributions()
            .filter_map(Attribution::source);
        let kinds: HashMap<Span, MentionKind> = sources
            .map(|source| (source.span(), source.kind()))
            .collect();
        let mut mentions: Vec<(Span, &Speaker)> = Vec::new();
        for speaker in self.item.document.speakers() {
            mentions.extend(speaker.mentions().iter().map(|&span| (span, speaker)));
        }
        mentions.sort_by_key(|(span, speaker)| (*span, speaker.id()));
        for (span, speaker) in mentions {
            let Some((start, end)) = self.range(span) else {
                continue;
            };
            let category = match speaker.kind() {
                SpeakerKind::Organisation => "ORG",
                _ => "PER",
            };
            let kind = kinds.get(&span).copied();
            let proper = proper(kind, &self.item.document.text()[span], speaker);
            let (id, words) = (speaker.id().index(), self.words(span));
            writeln!(
                output,
                "{id}\t{start}\t{end}\t{proper}\t{category}\t{words}"
            )?;
        }
        output.flush()
    }

    fn range(&self, span: Span) -> Option<(usize, usize)> {
        let range = range_of(&self.tokens, span);
        Some((
            range.start,
            range.end.checked_sub(1).filter(|&end| end >= range.start)?,
        ))
    }

    /// The tokens of a span with single spaces between.
    fn words(&self, span: Span) -> String {
        let text = self.item.document.text();
        let tokens = &self.tokens[range_of(&self.tokens, span)];
        let words: Vec<&str> = tokens.iter().map(|token| &text[token.span]).collect();
        words.join(" ")
    }
}

/// Whether a mention is a name, a description or a pronoun: by its kind where it is a source, or else by
/// how it is written.
fn proper(kind: Option<MentionKind>, words: &str, speaker: &Speaker) -> &'static str {
    match kind {
        Some(MentionKind::Pronoun) => "PRON",
        Some(MentionKind::NounPhrase | MentionKind::Group) => "NOM",
        Some(_) => "PROP",
        None if speaker.name() == words => "PROP",
        None if !words.contains(' ') && words.chars().all(char::is_lowercase) => "PRON",
        None if words.starts_with(char::is_lowercase) => "NOM",
        None => "PROP",
    }
}
