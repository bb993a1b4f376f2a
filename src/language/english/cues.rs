//! English words that report beside verbs.

use super::named;
use crate::language::supply::{CuePhrase, Cues};

pub(super) const CUES: Cues = Cues {
    phrases: &[
        CuePhrase {
            words: &[named::ACCORDING, named::TO],
            behind_comma: false,
        },
        CuePhrase {
            words: &[named::IN, named::WORDS, named::OF],
            behind_comma: false,
        },
        CuePhrase {
            words: &[named::PER],
            behind_comma: true,
        },
    ],
    before_infinitive: &[named::ON],
    before_gerund: &[named::AS],
    denying: &[named::WITHOUT],
    bringing: &[named::CAME],
};
