//! The words that rules ask for one by one, each by its number.

use crate::language::facts::WordId;

macro_rules! named {
    ($($name:ident = $word:literal,)+) => {
        /// They have the first numbers, in this order.
        pub(in crate::language) const ALL: &[&str] = &[$($word,)+];

        #[expect(clippy::upper_case_acronyms, reason = "constants are named after them")]
        enum Number { $($name,)+ }

        $(pub(crate) const $name: WordId = WordId(Number::$name as u16 + 1);)+
    };
}

named! {
    A = "a",
    ACCORDING = "according",
    ACROSS = "across",
    ENTIRELY = "all",
    ALONG = "along",
    AN = "an",
    ANONYMITY = "anonymity",
    ANONYMOUSLY = "anonymously",
    ANOTHER = "another",
    ARE = "are",
    AS = "as",
    ASK = "ask",
    ASKED = "asked",
    ASKING = "asking",
    ASKS = "asks",
    AT = "at",
    BECAME = "became",
    BECOME = "become",
    BECOMES = "becomes",
    BORROW = "borrow",
    BY = "by",
    CALLED = "called",
    CAME = "came",
    CHRISTENED = "christened",
    CITE = "cite",
    COMPANY = "company",
    COULD = "could",
    COUPLE = "couple",
    DECLINE = "decline",
    DO = "do",
    DOES = "does",
    DUO = "duo",
    EACH = "each",
    ECHO = "echo",
    ELDER = "elder",
    ELSE = "else",
    ENTITLED = "entitled",
    EVERY = "every",
    FAIL = "fail",
    FOR = "for",
    FORGET = "forget",
    FORMER = "former",
    FROM = "from",
    GO = "go",
    GOES = "goes",
    GOVERNMENT = "government",
    HAD = "had",
    HAS = "has",
    HAVE = "have",
    HE = "he",
    HER = "her",
    HERSELF = "herself",
    HIM = "him",
    HIMSELF = "himself",
    HIS = "his",
    I = "i",
    IDENTIFIED = "identified",
    IF = "if",
    IN = "in",
    INTO = "into",
    IS = "is",
    LATTER = "latter",
    LIKE = "like",
    LITTLE = "little",
    MAY = "may",
    ME = "me",
    MIGHT = "might",
    MY = "my",
    NAME = "name",
    NAMED = "named",
    NOTHING = "nothing",
    OF = "of",
    OFFICIALS = "officials",
    OLD = "old",
    OLDER = "older",
    ON = "on",
    ONE = "one",
    ONLY = "only",
    ONTO = "onto",
    OTHER = "other",
    OUGHT = "ought",
    PAIR = "pair",
    PARAPHRASE = "paraphrase",
    PER = "per",
    PERCENT = "percent",
    PRESIDENT = "president",
    QUOTE = "quote",
    QUOTED = "quoted",
    QUOTES = "quotes",
    REFUSE = "refuse",
    RETIRED = "retired",
    SAYS = "says",
    SECOND = "second",
    SHALL = "shall",
    SHE = "she",
    SHOULD = "should",
    SPOKESMAN = "spokesman",
    SPOKESWOMAN = "spokeswoman",
    THAT = "that",
    THIRD = "third",
    THIS = "this",
    THREE = "three",
    THROUGH = "through",
    TITLED = "titled",
    TO = "to",
    TOWARD = "toward",
    TOWARDS = "towards",
    TRIO = "trio",
    TWO = "two",
    UNLESS = "unless",
    WAS = "was",
    WENT = "went",
    WERE = "were",
    WHETHER = "whether",
    WHILE = "while",
    WILL = "will",
    WITH = "with",
    WITHOUT = "without",
    WORDS = "words",
    WOULD = "would",
    WOULDVE = "would've",
    YOU = "you",
    YOUNG = "young",
    YOUNGER = "younger",
    YOUR = "your",
}

/// One more than the greatest of their numbers.
pub(crate) const COUNT: usize = ALL.len() + 1;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Lexicon;

    #[test]
    fn named_words_are_listed_and_have_the_first_numbers() {
        for (position, word) in ALL.iter().enumerate() {
            let facts = Lexicon::english().look_up(word);
            assert_eq!(
                (facts.is_known(), facts.word.index()),
                (true, position + 1),
                "{word}"
            );
        }
        assert_eq!(Lexicon::english().look_up("that").word, THAT);
    }
}
