//! English words that report beside verbs.

use super::named;
use crate::language::supply::{CuePhrase, CuePlace, Cues};

pub(super) const CUES: Cues = Cues {
    phrases: &[
        CuePhrase {
            words: &[named::ACCORDING, named::TO],
            place: CuePlace::Anywhere,
        },
        CuePhrase {
            words: &[named::IN, named::WORDS, named::OF],
            place: CuePlace::Anywhere,
        },
        CuePhrase {
            words: &[named::IN, named::WORDS],
            place: CuePlace::Owned,
        },
        CuePhrase {
            words: &[named::PER],
            place: CuePlace::Apart,
        },
        CuePhrase {
            words: &[named::FOR],
            place: CuePlace::LeadingToMarks,
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
};
