//! What stands behind a cue, as far as it tells whose words they can be.

use super::category::Category;
use super::chunk_table::ChunkTable;
use super::cues::CueFeatures;

/// How many chunks behind a cue its complement is looked for.
const LONGEST: usize = 10;
/// How many bits the number of a sort takes.
const BITS: u32 = 5;

/// What a chunk is to a complement. The fitted weights know each by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
enum Sort {
    Nothing = 0,
    That = 1,
    Question = 2,
    Subordinate = 3,
    Infinitive = 4,
    Quote = 5,
    Verb = 6,
    Ing = 7,
    Participle = 8,
    Comma = 9,
    Colon = 10,
    Joined = 11,
    End = 12,
    // What is beyond these tells as well.
    Pronoun = 13,
    Speaker = 14,
    Noun = 15,
    Time = 16,
    Phrase = 17,
    Of = 18,
    To = 19,
    Adjective = 20,
    Other = 21,
}

/// The value of a feature that is the sort of what stands behind a cue, of a noun or a phrase with what is
/// beyond all such: of "told reporters on Monday that" a noun and "that".
pub(super) fn complement(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> u32 {
    let ahead = table.onwards(table.next(cue.group.last_chunk));
    let categories = ahead.take(LONGEST).map(|chunk| table.category(chunk));
    let mut sorts = categories
        .filter(|category| !matches!(category, Category::Adverb | Category::Aside))
        .map(sort);
    let own = sorts.next().unwrap_or(Sort::Nothing);
    let beyond = match own >= Sort::Pronoun {
        true => sorts.find(|&sort| sort < Sort::Pronoun),
        false => None,
    };
    (own as u32) << BITS | beyond.unwrap_or(Sort::Nothing) as u32
}

fn sort(category: Category) -> Sort {
    use Category as C;
    match category {
        C::Complementizer => Sort::That,
        C::Wh => Sort::Question,
        C::Subordinator => Sort::Subordinate,
        C::Infinitive => Sort::Infinitive,
        C::Quote => Sort::Quote,
        C::Finite | C::Be | C::Modal | C::Report => Sort::Verb,
        C::Ing => Sort::Ing,
        C::Participle => Sort::Participle,
        C::Comma => Sort::Comma,
        C::Colon => Sort::Colon,
        C::Coordinator => Sort::Joined,
        C::Edge | C::Stop | C::Semicolon | C::Dash => Sort::End,
        C::Pronoun => Sort::Pronoun,
        C::Name | C::Speaker => Sort::Speaker,
        C::Noun | C::ReportNoun | C::Quantity => Sort::Noun,
        C::Time => Sort::Time,
        C::Preposition | C::Agent => Sort::Phrase,
        C::Genitive => Sort::Of,
        C::Dative => Sort::To,
        C::Adjective => Sort::Adjective,
        C::Adverb | C::Aside | C::Other => Sort::Other,
    }
}
