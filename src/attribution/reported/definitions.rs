//! What gives the weights their meaning.

use super::category::Category;
use super::complement::Complement;
use super::decision::Decision;
use super::features::{BUCKETS, PLACEMENT_BUCKETS, Template};
use super::placement_features::Opening;
use crate::analysis::{Tag, VerbForm};
use crate::attribution::features::QuotationFeature;
use crate::kinds::CueKind;
use crate::language::Frame;
use crate::model::Definitions;

/// The definitions of all features, and the words that they name.
pub(in crate::attribution) const fn definitions(words: &str) -> Definitions {
    let mut all = QuotationFeature::DEFINITIONS
        .and_number(BUCKETS as u32)
        .and_number(PLACEMENT_BUCKETS as u32)
        .and(words);
    let mut at = 0;
    while at < Template::NAMES.len() {
        all = all.and(Template::NAMES[at]);
        at += 1;
    }
    at = 0;
    while at < Decision::ALL.len() {
        all = all.and(Decision::ALL[at].name());
        at += 1;
    }
    at = 0;
    while at < NUMBERS.len() {
        all = all.and_number(NUMBERS[at]);
        at += 1;
    }
    all
}

/// Lists the numbers of the variants of enums. A variant that is left out does not compile.
macro_rules! numbers {
    ($($kind:ident: $($name:ident)+;)+) => {
        /// The numbers that values of features are made of.
        const NUMBERS: &[u32] = &[$($($kind::$name as u32,)+)+];

        $(const _: fn($kind) = |kind| match kind { $($kind::$name)|+ => {} };)+
    };
}

numbers! {
    Category: Edge Pronoun Name Noun Time Quantity Finite Infinitive Ing Participle Be Modal
        Preposition Dative Agent Genitive Wh Subordinator Complementizer Coordinator Adverb
        Adjective Comma Colon Semicolon Dash Stop Aside Quote Other Report Speaker ReportNoun;
    Tag: Determiner Possessive Pronoun Preposition To Coordinator Subordinator Wh Be Have Do Modal
        Negation Adverb Number Quantifier Time Noun Name Title Adjective Verb Participle Ing Comma
        Colon Semicolon Open Close Stop Dash Mark Other;
    VerbForm: Finite Infinitive Ing Participle;
    CueKind: Verb Phrase Noun Colon;
    Frame: After Before That Question To ObjectTo Gerund Object As ObjectComplement Of For About
        Addressee ToAddressee Speech Writing Thought Intent Strong Weak Phrasal Work;
    Complement: Nothing That Question Subordinate Infinitive Quote Verb Ing Participle Comma Colon
        Joined End Pronoun Speaker Noun Time Phrase Of To Adjective Other;
    Opening: ThatClause That Subordinate Quote Infinitive Phrase Clause Verb Other;
}
