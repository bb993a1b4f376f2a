//! Stories speak of "he" and "she" in the past, news of officials in the present.

use super::named;
use crate::language::facts::WordId;
use crate::language::supply::{GenreSigns, Sign};

pub(super) const GENRE: GenreSigns = GenreSigns { of_words: &SIGNS };

/// By the number of the word.
static SIGNS: [Sign; named::COUNT] = {
    use named::*;
    let mut signs = [Sign::None; COUNT];
    let groups: [(&[WordId], Sign); 4] = [
        (
            &[HE, SHE, HIM, HER, HIS, I, ME, MY, YOU, YOUR],
            Sign::Person,
        ),
        (&[WAS, HAD, WERE], Sign::Past),
        (&[IS, HAS, HAVE, SAYS], Sign::Present),
        (
            &[
                PERCENT,
                PRESIDENT,
                COMPANY,
                GOVERNMENT,
                ACCORDING,
                OFFICIALS,
                SPOKESMAN,
                SPOKESWOMAN,
            ],
            Sign::Report,
        ),
    ];
    let mut group = 0;
    while group < groups.len() {
        let (words, sign) = groups[group];
        let mut word = 0;
        while word < words.len() {
            signs[words[word].index()] = sign;
            word += 1;
        }
        group += 1;
    }
    signs
};
