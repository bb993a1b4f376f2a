//! Words whose part of speech is the same in every place: most of those in lower case.

use super::Tag;
use super::sets::NOUNS;
use crate::language::{Class, Classes, Facts, WordId, named};

/// The tag that a class gives to a word in lower case if no class before it gives one, and the
/// classes beside which the place has a say.
type Rule = (Tag, Classes);

/// By the place of the class in their order; the last one is for a word without any.
static RULES: [Rule; 65] = {
    use Class::*;
    const NOUN_OR_ADJECTIVE: Classes = Classes::of(&[Noun, Adjective]);
    const PARTICIPLE: Classes = Classes::of(&[VerbParticiple]);
    const MORE_THAN_VERB: Classes = NOUNS.with(Classes::of(&[Adjective, Adverb]));
    let rules: &[(Class, Tag, Classes)] = &[
        (Particle, Tag::Other, Classes::of(&[Particle])),
        (Be, Tag::Be, Classes::NONE),
        (Have, Tag::Have, Classes::NONE),
        (Do, Tag::Do, Classes::NONE),
        (Negation, Tag::Negation, Classes::of(&[Determiner, Modal])),
        (Modal, Tag::Modal, NOUNS),
        (Possessive, Tag::Possessive, Classes::of(&[ObjectPronoun])),
        (Wh, Tag::Wh, Classes::NONE),
        (Quantifier, Tag::Quantifier, Classes::NONE),
        (Determiner, Tag::Determiner, Classes::NONE),
        (SubjectPronoun, Tag::Pronoun, Classes::NONE),
        (ObjectPronoun, Tag::Pronoun, Classes::NONE),
        (Coordinator, Tag::Coordinator, Classes::NONE),
        (Numeral, Tag::Number, Classes::NONE),
        (Preposition, Tag::Preposition, NOUN_OR_ADJECTIVE),
        (Subordinator, Tag::Subordinator, Classes::NONE),
        (Time, Tag::Time, Classes::of(&[Adverb])),
        (VerbIng, Tag::Ing, Classes::of(&[VerbIng])),
        (VerbPast, Tag::Verb, Classes::of(&[VerbPast])),
        (VerbParticiple, Tag::Participle, PARTICIPLE),
        (Verb, Tag::Verb, MORE_THAN_VERB),
        (VerbS, Tag::Verb, MORE_THAN_VERB),
        (Adverb, Tag::Adverb, NOUNS.with(Classes::of(&[Adjective]))),
        (Adjective, Tag::Adjective, NOUNS),
    ];
    let mut table = [(Tag::Noun, Classes::NONE); 65];
    let mut rule = 0;
    while rule < rules.len() {
        let (class, tag, unless) = rules[rule];
        assert!(class as usize == rule, "a rule is out of order");
        table[rule] = (tag, unless);
        rule += 1;
    }
    table
};

/// Words that have rules of their own.
const SINGLE: [WordId; 3] = [named::LIKE, named::THAT, named::TO];

/// The tag of a word in lower case, if it is the same in every place. All others are for
/// [`word_tag`](super::word_tag), which gives these the same.
#[inline]
pub(in crate::analysis) fn constant(facts: Facts) -> Option<Tag> {
    let (tag, unless) = RULES[facts.classes.first()];
    (!facts.is_any(unless) && !SINGLE.contains(&facts.word)).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::capitals::Common;
    use crate::analysis::{Shape, tag, word};
    use crate::ids::TokenId;
    use crate::language::Lexicon;
    use crate::token::{Token, TokenRange, Tokenizer};
    use std::collections::HashSet;

    /// What stands beside the words that are tried.
    const BESIDE: &[&str] = &[
        "the", "her", "he", "to", "of", "was", "will", "and", "very", "old", "men", "claims",
        "said", "one", "who", "van", "Berg", "Mr.", "5", ",", "(", "\u{201c}",
    ];

    /// A word of each set of classes that the lists have.
    fn kinds_of_words() -> Vec<&'static str> {
        let lists = [
            include_str!("../../language/english/words/function-words.txt"),
            include_str!("../../language/english/words/reporting-verbs.txt"),
            include_str!("../../language/english/words/verbs.txt"),
            include_str!("../../language/english/words/nouns.txt"),
            include_str!("../../language/english/words/adjectives.txt"),
            include_str!("../../language/english/words/adverbs.txt"),
        ];
        let words = lists.iter().flat_map(|list| list.split_ascii_whitespace());
        let mut seen = HashSet::new();
        words
            .filter(|word| seen.insert(Lexicon::english().look_up(word).classes))
            .chain(["like", "that", "to"])
            .collect()
    }

    #[test]
    fn a_constant_tag_is_what_its_place_would_give() {
        let mut constants = 0;
        for word in kinds_of_words() {
            let pairs = BESIDE
                .iter()
                .flat_map(|a| BESIDE.iter().map(move |b| (a, b)));
            let text: String = pairs.map(|(a, b)| format!("{a} {word} {b} . ")).collect();
            let tokens: Vec<Token> = Tokenizer::new().tokens(&text).collect();
            let (mut words, mut open) = (Vec::new(), Vec::new());
            let lexicon = Lexicon::english();
            word::words(
                &text,
                lexicon,
                &tokens,
                &mut words,
                &mut open,
                &mut Common::new(),
            );
            let all = TokenRange::from(0..tokens.len());
            let every: Vec<TokenId> = TokenId::all(tokens.len())
                .filter(|at| words[at.index()].shape.has(Shape::WORD))
                .collect();
            tag::tag(&text, &tokens, &mut words, &[all], &every);
            for word in words.iter().filter(|word| word.shape == Shape::WORD) {
                if let Some(tag) = constant(word.facts) {
                    assert_eq!(word.tag, tag, "{:?}", word.facts);
                    constants += 1;
                }
            }
        }
        assert!(constants > 100_000, "{constants}");
    }
}
