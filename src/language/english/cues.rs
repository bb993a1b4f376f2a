//! English words that report beside verbs.

use super::named;
use crate::language::supply::{CuePhrase, CuePosition, Cues};

pub(super) const CUES: Cues = Cues {
    phrases: &[
        CuePhrase {
            words: &[named::ACCORDING, named::TO],
            position: CuePosition::Anywhere,
        },
        CuePhrase {
            words: &[named::IN, named::WORDS, named::OF],
            position: CuePosition::Anywhere,
        },
        CuePhrase {
            words: &[named::IN, named::WORDS],
            position: CuePosition::Owned,
        },
        CuePhrase {
            words: &[named::PER],
            position: CuePosition::Apart,
        },
        CuePhrase {
            words: &[named::FOR],
            position: CuePosition::LeadingToMarks,
        },
    ],
    quoting: &[
        named::BORROW,
        named::CITE,
        named::ECHO,
        named::PARAPHRASE,
        named::QUOTE,
    ],
    quoting_others: &[named::QUOTED, named::QUOTES],
    nothing: &[named::LITTLE, named::NOTHING],
    contrasting: &[named::WHILE],
    before_infinitive: &[named::ON],
    before_gerund: &[named::AS],
    accompanying: &[named::WITH],
    supposing: &[named::IF, named::UNLESS],
    denying: &[named::WITHOUT],
    of_way: &[
        named::ACROSS,
        named::ALONG,
        named::INTO,
        named::ONTO,
        named::THROUGH,
        named::TOWARD,
        named::TOWARDS,
    ],
    of_aim: &[named::AT],
    bringing: &[named::CAME],
    giving_names: &[
        named::CHRISTENED,
        named::ENTITLED,
        named::NAMED,
        named::TITLED,
    ],
    before_addressee: &[named::TO],
    questioning: &[named::ASK, named::ASKED, named::ASKING, named::ASKS],
};
