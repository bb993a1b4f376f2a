//! Making the table of a set of words. See [`Table`](super::table::Table).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::facts::{Facts, WordId};
use super::key::Key;
use super::table::{GROUPS, TableEntry, group, slot};

/// The pilot of each group.
type Pilots = Vec<[u8; 2]>;

/// The pilots and the entries of the table of `words`.
///
/// # Errors
///
/// If a group of words finds no slot.
pub(super) fn table(words: &BTreeMap<Key, Facts>) -> Result<(Pilots, Vec<TableEntry>), String> {
    let (pilots, slots) = slots(words)?;
    let entry = |(slot, key): (usize, Option<Key>)| {
        let mut entry = TableEntry::default();
        if let Some(key) = key {
            let (first, second) = entry.split_at_mut(size_of::<u128>());
            first.copy_from_slice(&key.0.to_le_bytes());
            second.copy_from_slice(&bits(words[&key], slot).to_le_bytes());
        }
        entry
    };
    Ok((pilots, slots.into_iter().enumerate().map(entry).collect()))
}

/// The keys of `words`, each with the slot of its entry.
///
/// # Errors
///
/// If a group of words finds no slot.
pub(super) fn order(
    words: &BTreeMap<Key, Facts>,
) -> Result<impl Iterator<Item = (usize, Key)> + use<>, String> {
    let (_, slots) = slots(words)?;
    let slots = slots.into_iter().enumerate();
    Ok(slots.filter_map(|(slot, key)| Some((slot, key?))))
}

/// The pilots of all groups, and the key at each slot. No word stands at the slot of its own number, for that
/// would be stored as that it has none.
fn slots(words: &BTreeMap<Key, Facts>) -> Result<(Pilots, Vec<Option<Key>>), String> {
    let mut groups = vec![Vec::new(); GROUPS];
    for &key in words.keys() {
        groups[group(key.hash())].push(key);
    }
    // The more words a group has, the earlier it is put, while there is room.
    let mut order: Vec<usize> = (0..GROUPS).collect();
    order.sort_by_key(|&group| Reverse(groups[group].len()));

    let mut pilots = vec![[0; 2]; GROUPS];
    let mut keys = vec![None; words.len() + words.len() / 32 + 1];
    let mut taken = vec![false; keys.len()];
    for at in order {
        let slots = |pilot| {
            let slot = |key: &Key| slot(key.hash(), pilot, keys.len());
            groups[at].iter().map(slot).collect::<Vec<usize>>()
        };
        let can_be_stored = |slots: &[usize]| {
            let mut numbered = groups[at].iter().zip(slots);
            numbered.all(|(key, &slot)| can_stand(words[key].word, slot))
        };
        let mut fits = |pilot| {
            let slots = slots(pilot);
            can_be_stored(&slots) && take(&mut taken, &slots)
        };
        let pilot = (0..=u16::MAX)
            .find(|&pilot| fits(pilot))
            .ok_or("a group of words finds no slot in the table")?;
        pilots[at] = pilot.to_le_bytes();
        for (slot, &key) in slots(pilot).into_iter().zip(&groups[at]) {
            keys[slot] = Some(key);
        }
    }
    Ok((pilots, keys))
}

/// Whether a word of this number can be stored at a slot.
fn can_stand(word: WordId, slot: usize) -> bool {
    word == WordId::UNKNOWN || word.0 != slot as u16
}

/// Takes all of `slots`, or none if they are not free or two of them are one.
fn take(taken: &mut [bool], slots: &[usize]) -> bool {
    for (count, &slot) in slots.iter().enumerate() {
        if taken[slot] {
            slots[..count].iter().for_each(|&slot| taken[slot] = false);
            return false;
        }
        taken[slot] = true;
    }
    true
}

/// What [`Facts::of_bits`] reads.
fn bits(facts: Facts, slot: usize) -> u128 {
    let greater = match facts.word {
        WordId::UNKNOWN => 0,
        WordId(number) => number.wrapping_sub(slot as u16),
    };
    u128::from(facts.classes.0)
        | u128::from(facts.frames.0) << 64
        | u128::from(greater) << 96
        | u128::from(facts.lemma.0) << 112
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::class::{Class, Classes, Frame, Frames};
    use crate::language::table::Table;

    #[test]
    fn every_word_has_its_facts_and_no_other_has_any() {
        let key = |number: u16| Key::of(&format!("w{number}")).unwrap();
        let facts = |number: u16| Facts {
            classes: Classes(number.into()),
            word: WordId(number / 2),
            ..Facts::default()
        };
        for count in [0, 1, 2, 50_000] {
            let words = (1..=count).map(|number| (key(number), facts(number)));
            let (pilots, entries) = table(&words.collect()).unwrap();
            let table = Table {
                pilots: pilots.as_slice().try_into().unwrap(),
                entries: &entries,
            };
            for number in 0..=u16::MAX {
                let expected = if (1..=count).contains(&number) {
                    number
                } else {
                    0
                };
                assert_eq!(table.get(key(number)), facts(expected), "{number}");
            }
            assert_eq!(table.get(Key::default()), Facts::default());
        }
    }

    #[test]
    fn facts_are_what_their_bits_say() {
        let facts = Facts {
            classes: Classes::of(&[Class::Determiner, Class::Report, Class::Surname]),
            frames: Frames::of(&[Frame::After, Frame::Phrasal]),
            word: WordId(0x1234),
            lemma: WordId(0xfedc),
        };
        for slot in [0, 1, 0x1233, 0xffff, 0x1_0000, 0x1_ffff] {
            assert_eq!(Facts::of_bits(bits(facts, slot), slot), facts);
            assert_eq!(Facts::of_bits(0, slot), Facts::default());
        }
    }
}
