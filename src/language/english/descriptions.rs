//! The words of English descriptions.

use super::named;
use crate::language::pairs::pairs;
use crate::language::supply::{Descriptions, Tie};

pub(super) const DESCRIPTIONS: Descriptions = Descriptions {
    indefinite: &[named::A, named::AN],
    pointing: &[named::THIS, named::THAT],
    becoming: &[named::BECAME, named::BECOMES, named::BECOME],
    comparing: &[named::AS, named::LIKE],
    naming: &[named::CALLED, named::NAMED],
    own_name: &[named::NAME, named::HIMSELF, named::HERSELF],
    identifying: &[named::IDENTIFIED],
    anonymous: &[named::ANONYMITY, named::ANONYMOUSLY],
    belonging: &[named::OF, named::FOR, named::AT, named::FROM, named::WITH],
    origin: &[named::FROM],
    by_age: &[named::ELDER, named::OLDER, named::YOUNGER],
    generations: &[
        named::OLD,
        named::YOUNG,
        named::ELDER,
        named::OLDER,
        named::YOUNGER,
    ],
    changing: &[named::OTHER, named::LATTER, named::FORMER],
    past: &[named::FORMER, named::RETIRED],
    age: "-year-old",
    things: &[
        "arm-chair",
        "armchair",
        "chair",
        "fan",
        "figure",
        "green",
        "head",
        "page",
    ],
    trades: pairs!(include_str!("words/trades.txt")),
    company: "+company",
    kin: pairs!(include_str!("words/kin.txt")),
    equals: &["partner", "sibling"],
    elders: &["parent", "grandparent"],
    ties: &[
        tie("partner", true, true),
        tie("parent", false, true),
        tie("child", true, false),
        tie("sibling", false, false),
    ],
    ages: &["~child", "~elder", "~grandparent", "~parent"],
};

const fn tie(relation: &'static str, is_of_head: bool, is_to_head: bool) -> Tie {
    Tie {
        relation,
        is_of_head,
        is_to_head,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_in_lower_case() {
        for pairs in [DESCRIPTIONS.trades, DESCRIPTIONS.kin] {
            assert!(pairs.0.is_sorted_by(|a, b| a.word < b.word));
            for pair in pairs.0 {
                assert_eq!(pair.word.to_lowercase(), pair.word);
                assert_eq!(pair.meaning.to_lowercase(), pair.meaning);
            }
        }
    }

    #[test]
    fn what_kin_are_called_in_turn_is_called_so_too() {
        let calls: Vec<_> = DESCRIPTIONS
            .kin
            .0
            .iter()
            .map(|pair| pair.meaning.split_once(' ').unwrap())
            .collect();
        for (own, other) in &calls {
            assert!(
                calls.iter().any(|(one, back)| one == other && back == own),
                "{own} {other}"
            );
        }
    }
}
