//! Noun phrases that describe somebody without a name.

use crate::language::facts::WordId;
use crate::language::pairs::Pairs;

/// The words of descriptions and those around them.
#[derive(Clone, Copy, Debug)]
pub struct Descriptions {
    /// Articles of what is not known yet: "a", "an".
    pub indefinite: &'static [WordId],
    /// What makes a description mean somebody known, besides "the": "this", "that".
    pub pointing: &'static [WordId],
    /// Verbs besides "be" after which stands what the subject is: "became mayor".
    pub becoming: &'static [WordId],
    /// What joins a description to what is only like it: "like a king", "as a child".
    pub comparing: &'static [WordId],
    /// Participles after which stands the name: "a man named Mark Rutte".
    pub naming: &'static [WordId],
    /// What somebody gives who introduces himself or herself: "gave her name as Ada", "identified herself as Ada".
    pub own_name: &'static [WordId],
    /// Other participles of telling who somebody is: "who asked not to be identified".
    pub identifying: &'static [WordId],
    /// What tells that a name is withheld: "on condition of anonymity".
    pub anonymous: &'static [WordId],
    /// What joins a description to where it belongs: "a spokeswoman for the ministry".
    pub belonging: &'static [WordId],
    /// What stands before whence somebody comes: "the lawmaker from Lyon".
    pub origin: &'static [WordId],
    /// What tells one of two who share a name from the other: "the elder Berg", "the younger Berg".
    pub by_age: &'static [WordId],
    /// What tells father from son before a title: "old Mr. Berg", "young Mr. Berg".
    pub generations: &'static [WordId],
    /// Heads that mean another person from place to place: "the other", "the latter".
    pub changing: &'static [WordId],
    /// Adjectives that tell what somebody was before: "the former striker".
    pub past: &'static [WordId],
    /// How adjectives of age end: "-year-old".
    pub age: &'static str,
    /// Nouns for people that a story has for things: "page".
    pub things: &'static [&'static str],
    /// Nouns for people and organisations in lower case, each with the fields that it belongs to, parted by spaces:
    /// "striker" and "sport.football", a part of sport. Those of organisations stand after a plus, "builder" and
    /// "craft +company", those that leave open what else somebody is after a tilde, "widow" and "~widow".
    pub trades: Pairs,
    /// The field of what can be nothing but a company, of those of `trades`.
    pub company: &'static str,
    /// Nouns for kin in lower case, each with what it calls its bearer and what that one calls the owner in turn:
    /// "daughter" and "child parent".
    pub kin: Pairs,
    /// Of what is called by kin: those who are it to each other, and those whom the young hardly call by name.
    pub equals: &'static [&'static str],
    pub elders: &'static [&'static str],
    /// Of what is called by kin: what those of one family name are to each other.
    pub ties: &'static [Tie],
    /// Fields of nouns that tell an age or kinship, not what somebody does: that of "lad".
    pub ages: &'static [&'static str],
}

impl Descriptions {
    /// Descriptions stand alone.
    pub const NONE: Descriptions = Descriptions {
        indefinite: &[],
        pointing: &[],
        becoming: &[],
        comparing: &[],
        naming: &[],
        own_name: &[],
        identifying: &[],
        anonymous: &[],
        belonging: &[],
        origin: &[],
        by_age: &[],
        generations: &[],
        changing: &[],
        past: &[],
        age: "",
        things: &[],
        trades: Pairs(&[]),
        company: "",
        kin: Pairs(&[]),
        equals: &[],
        elders: &[],
        ages: &[],
        ties: &[],
    };
}

/// What somebody of a family is to another of it: a parent is a head of the family to a child, who is none.
#[derive(Clone, Copy, Debug)]
pub struct Tie {
    pub relation: &'static str,
    pub is_of_head: bool,
    pub is_to_head: bool,
}
