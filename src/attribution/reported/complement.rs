//! What stands after a cue, as far as it tells whose words they can be.

use super::category::Category;
use super::chunk_table::ChunkTable;
use super::cues::CueFeatures;

/// How many chunks after a cue its complement is looked for.
const LONGEST: usize = 10;
/// How many bits the number of a sort takes.
const BITS: u32 = 5;

/// What a chunk is to a complement. The fitted weights know each by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Complement {
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

/// The value of a feature that is the sort of what stands after a cue, of a noun or a phrase with what is
/// beyond all such: of "told reporters on Monday that" a noun and "that".
pub(super) fn complement(table: &ChunkTable<'_>, cue: &CueFeatures<'_>) -> u32 {
    let ahead = table.onwards(table.next(cue.candidate.last_chunk));
    let categories = ahead.take(LONGEST).map(|chunk| table.category(chunk));
    let mut sorts = categories
        .filter(|category| !matches!(category, Category::Adverb | Category::Aside))
        .map(sort);
    let own = sorts.next().unwrap_or(Complement::Nothing);
    let beyond = match own >= Complement::Pronoun {
        true => sorts.find(|&sort| sort < Complement::Pronoun),
        false => None,
    };
    (own as u32) << BITS | beyond.unwrap_or(Complement::Nothing) as u32
}

fn sort(category: Category) -> Complement {
    use Category as C;
    match category {
        C::Complementizer => Complement::That,
        C::Wh => Complement::Question,
        C::Subordinator => Complement::Subordinate,
        C::Infinitive => Complement::Infinitive,
        C::Quote => Complement::Quote,
        C::Finite | C::Be | C::Modal | C::Report => Complement::Verb,
        C::Ing => Complement::Ing,
        C::Participle => Complement::Participle,
        C::Comma => Complement::Comma,
        C::Colon => Complement::Colon,
        C::Coordinator => Complement::Joined,
        C::Edge | C::Stop | C::Semicolon | C::Dash => Complement::End,
        C::Pronoun => Complement::Pronoun,
        C::Name | C::Speaker => Complement::Speaker,
        C::Noun | C::ReportNoun | C::Quantity => Complement::Noun,
        C::Time => Complement::Time,
        C::Preposition | C::Agent => Complement::Phrase,
        C::Genitive => Complement::Of,
        C::Dative => Complement::To,
        C::Adjective => Complement::Adjective,
        C::Adverb | C::Aside | C::Other => Complement::Other,
    }
}
