//! A text to its analysis, step by step.

use super::capitals::{self, Common};
use super::{Analysis, chunker, labels, tags, words, wrap};
use crate::language::Lexicon;
use crate::quote::Quote;
use crate::stage::{Stage, Watch};
use crate::token::{Structure, Token};

/// A text with all that was made of it before.
#[derive(Debug)]
pub(crate) struct Input<'t> {
    pub(crate) text: &'t str,
    pub(crate) lexicon: &'t Lexicon,
    pub(crate) tokens: &'t mut Vec<Token>,
    pub(crate) structure: &'t mut Structure,
    pub(crate) quotes: &'t [Quote],
}

/// Analyses a text, in arrays that were used for another.
pub(crate) fn read<'t>(
    input: Input<'t>,
    used: Analysis<'static>,
    watch: &mut impl Watch,
) -> Analysis<'t> {
    wrap::unwrap(input.tokens, input.structure);
    let mut analysis = Analysis {
        text: input.text,
        language: input.lexicon.language,
        lexicon: input.lexicon,
        tokens: input.tokens,
        sentences: &input.structure.sentences,
        paragraphs: &input.structure.paragraphs,
        quotes: input.quotes,
        ..used
    };
    let mut common = Common::new();
    words::read(&mut analysis, &mut common);
    watch.ended(Stage::Words);
    capitals::settle(&mut analysis, &common);
    tags::tag(&mut analysis);
    labels::tag(&mut analysis);
    watch.ended(Stage::Tags);
    chunker::read(&mut analysis);
    watch.ended(Stage::Chunks);
    analysis
}
