//! The fields that the text has shown its people and organisations to work in: who was called a footballer can be "the
//! striker".

use std::borrow::Cow;
use std::collections::VecDeque;

use super::role::spelt_out;
use crate::analysis::Analysis;
use crate::ids::{EntityId, TokenId};
use crate::language::{Class, Classes, Word, WordId};

/// For how many words the answer is remembered.
const ASKED: usize = 32;

/// How many nations, parties and faiths are remembered.
const GROUPS: usize = 32;

/// For how many entities there is room from the start.
const INITIAL_CAPACITY: usize = 64;

/// How many nouns of fields are remembered of one entity.
const REMEMBERED: usize = 3;

/// How much likelier a noun of a known field means somebody, and one of another field, than a noun does of whom no field is
/// known.
const SHARED: f32 = 3.0;
const OTHER: f32 = 0.3;

/// The fields of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trade(&'static str);

/// Whether a token is a noun for what people do.
pub(crate) fn is_trade(analysis: &Analysis<'_>, token: TokenId) -> bool {
    let trade = Trade::of(analysis, token);
    let ages = analysis.language.descriptions.ages;
    trade.is_some_and(|trade| !trade.fields().any(|field| ages.contains(&field)))
}

/// A noun without its ending and in lower case, by which it is known who has that trade.
pub(crate) fn trade_noun(analysis: &Analysis<'_>, noun: TokenId) -> String {
    let text = analysis.token_text(noun);
    text[..analysis.word(noun).base as usize].to_lowercase()
}

impl Trade {
    /// The fields of the noun that a token is, if it is known for any.
    fn of(analysis: &Analysis<'_>, token: TokenId) -> Option<Trade> {
        const NOUNS: Classes = Classes::of(&[
            Class::Person,
            Class::Group,
            Class::OrganisationNoun,
            Class::Title,
        ]);
        const GENDERS: Classes = Classes::of(&[Class::Male, Class::Female]);
        let word = analysis.word(token);
        // "Ms." tells of no field.
        let is_address = word.is_any(GENDERS) && !word.is(Class::Person);
        if !word.is_any(NOUNS) || is_address {
            return None;
        }
        let text = analysis.token_text(token);
        let is_small = text.bytes().all(|byte| byte.is_ascii_lowercase());
        let noun = match is_small && !word.is(Class::Title) {
            true => Cow::Borrowed(text),
            false => spelt_out(analysis.language, text),
        };
        analysis.language.descriptions.trades.get(&noun).map(Trade)
    }

    /// Whether organisations are called so too.
    pub(super) fn is_of_organisations(self) -> bool {
        self.fields().any(|field| field.starts_with('+'))
    }

    /// Whether people are called so too.
    pub(super) fn is_of_people(self) -> bool {
        self.fields().any(|field| !field.starts_with('+'))
    }

    /// Whether somebody called so can belong to any field: "the widow".
    fn is_of_any_field(self) -> bool {
        self.fields().all(|field| field.starts_with('~'))
    }

    /// Whether a noun belongs to this field alone or to parts of it.
    pub(super) fn is_only_of(self, field: &str) -> bool {
        self.fields().all(|own| holds(field, own))
    }

    fn fields(self) -> impl Iterator<Item = &'static str> {
        self.0.split(' ')
    }

    /// Whether a field of one is that of the other or a part of it.
    fn shares(self, other: Trade) -> bool {
        let mut own = self.fields();
        own.any(|own| {
            other
                .fields()
                .any(|other| holds(own, other) || holds(other, own))
        })
    }
}

/// A nation, or a party or faith, by the word for who belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Group {
    word: WordId,
    is_nation: bool,
}

impl Group {
    /// The group that a word tells of, if it can name a member alone as well as stand beside another noun.
    fn of(word: &Word) -> Option<Group> {
        let is_nation = word.is(Class::Demonym);
        let tells = (is_nation || word.is(Class::Adherent))
            && word.is(Class::Noun)
            && word.facts.word != WordId::UNKNOWN;
        tells.then_some(Group {
            word: word.facts.word,
            is_nation,
        })
    }
}

/// Whether a field is another, or the other is a part of it: "sport" holds "sport.football".
fn holds(whole: &str, part: &str) -> bool {
    let rest = part.strip_prefix(whole);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The nouns of fields that entities were called by.
#[derive(Debug, Default)]
pub(super) struct Trades {
    /// By the position of the entity.
    known: Vec<[Option<Trade>; REMEMBERED]>,
    /// The fields of words that were lately asked for, by the numbers of the words.
    asked: [Option<(WordId, Option<Trade>)>; ASKED],
    /// Nations, parties and faiths, the last ones last.
    groups: VecDeque<(EntityId, Group)>,
}

impl Trades {
    pub(super) fn new() -> Trades {
        Trades {
            known: Vec::with_capacity(INITIAL_CAPACITY),
            ..Trades::default()
        }
    }

    /// The fields of the noun that a token is, if it is known for any.
    pub(super) fn of(&mut self, analysis: &Analysis<'_>, token: TokenId) -> Option<Trade> {
        let word = analysis.word(token).whole();
        if word == WordId::UNKNOWN {
            return Trade::of(analysis, token);
        }
        let asked = &mut self.asked[word.index() % ASKED];
        match *asked {
            Some((known, trade)) if known == word => trade,
            _ => {
                let trade = Trade::of(analysis, token);
                *asked = Some((word, trade));
                trade
            }
        }
    }

    pub(super) fn learn(&mut self, trade: Trade, entity: EntityId) {
        if self.known.len() <= entity.index() {
            self.known.resize(entity.index() + 1, [None; REMEMBERED]);
        }
        let known = &mut self.known[entity.index()];
        if known.contains(&Some(trade)) {
            return;
        }
        if let Some(position) = known.iter_mut().find(|position| position.is_none()) {
            *position = Some(trade);
        }
    }

    /// Remembers a token that tells the nation, the party or the faith of somebody: "the Norwegian".
    pub(super) fn learn_group(&mut self, word: &Word, entity: EntityId) {
        let Some(group) = Group::of(word) else {
            return;
        };
        if self.groups.contains(&(entity, group)) {
            return;
        }
        if self.groups.len() == GROUPS {
            self.groups.pop_front();
        }
        self.groups.push_back((entity, group));
    }

    /// Whether the text called somebody by another nation, party or faith, and not by this one.
    pub(super) fn is_of_other_group(&self, word: &Word, entity: EntityId) -> bool {
        let Some(group) = Group::of(word) else {
            return false;
        };
        let of_kind =
            |&&(one, own): &&(EntityId, Group)| one == entity && own.is_nation == group.is_nation;
        let mut own = self.groups.iter().filter(of_kind).peekable();
        own.peek().is_some() && own.all(|&(_, own)| own != group)
    }

    /// Whether somebody was called by a noun of the same field; nothing where no field is known.
    pub(super) fn shares(&self, trade: Trade, entity: EntityId) -> Option<bool> {
        let known = || {
            let known = self.known.get(entity.index()).into_iter();
            known.flatten().flatten()
        };
        if known().any(|known| known.shares(trade)) {
            return Some(true);
        }
        let is_told = !trade.is_of_any_field() && known().any(|known| !known.is_of_any_field());
        is_told.then_some(false)
    }

    /// Whether anything is known of the field of somebody.
    pub(super) fn is_known(&self, entity: EntityId) -> bool {
        let known = self.known.get(entity.index());
        known.is_some_and(|known| known[0].is_some())
    }

    /// How much likelier or unlikelier a noun means somebody for what is known of the field of both.
    pub(super) fn likelihood(&self, trade: Option<Trade>, entity: EntityId) -> f32 {
        match trade.and_then(|trade| self.shares(trade, entity)) {
            Some(true) => SHARED,
            Some(false) => OTHER,
            None => 1.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EntityId, Trade, Trades};

    #[test]
    fn nouns_of_one_field_can_mean_one_and_others_hardly() {
        let trades = |fields: &[&'static str]| {
            let mut trades = Trades::default();
            for &fields in fields {
                trades.learn(Trade(fields), EntityId::new(1));
            }
            trades
        };
        for (known, asked, shares) in [
            (&["sport"][..], "sport.football", Some(true)),
            (&["sport.football.attack"], "sport.football", Some(true)),
            (&["sport.football"], "sport.foot", Some(false)),
            (
                &["sport.football.attack"],
                "sport.football.goal",
                Some(false),
            ),
            (&["land", "politics"], "politics.local", Some(true)),
            (&["land"], "~widow", None),
            (&["~widow"], "land", None),
            (&["~widow"], "~widow", Some(true)),
            (&[], "land", None),
        ] {
            let trades = trades(known);
            assert_eq!(
                trades.shares(Trade(asked), EntityId::new(1)),
                shares,
                "{asked}"
            );
            assert_eq!(trades.is_known(EntityId::new(1)), !known.is_empty());
        }
    }

    #[test]
    fn builders_are_people_and_organisations() {
        let builder = Trade("craft +company");
        assert!(builder.is_of_people() && builder.is_of_organisations());
        assert!(!Trade("craft").is_of_organisations() && !Trade("+company").is_of_people());
    }
}
