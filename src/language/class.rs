//! The facts about words: classes, and what a reporting word takes.

use std::iter;
use std::ops::{BitAnd, BitOr, BitOrAssign};

macro_rules! set {
    ($(#[$doc:meta])* $set:ident of $item:ident : $bits:ty { $($(#[$item_doc:meta])* $name:ident = $label:literal,)+ }) => {
        #[doc = concat!("One of the facts in [`", stringify!($set), "`].")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $item { $($(#[$item_doc])* $name,)+ }

        impl $item {
            /// The fact that the word lists call `label`.
            #[allow(dead_code, reason = "only the build script reads labels")]
            pub(crate) fn named(label: &str) -> Option<$item> {
                match label { $($label => Some($item::$name),)+ _ => None }
            }
        }

        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct $set(pub(super) $bits);

        impl $set {
            pub const NONE: $set = $set(0);

            pub const fn of(items: &[$item]) -> $set {
                let mut bits = 0;
                let mut i = 0;
                while i < items.len() {
                    bits |= 1 << items[i] as u8;
                    i += 1;
                }
                $set(bits)
            }

            pub const fn has(self, item: $item) -> bool {
                self.0 & (1 << item as u8) != 0
            }

            /// The facts of both sets.
            pub(crate) const fn with(self, other: $set) -> $set {
                $set(self.0 | other.0)
            }

            /// The facts of this set that are not in another.
            #[allow(dead_code, reason = "the build script takes nothing away")]
            pub(crate) const fn without(self, other: $set) -> $set {
                $set(self.0 & !other.0)
            }

            /// Whether the two sets share a fact.
            pub(crate) const fn any(self, other: $set) -> bool {
                self.0 & other.0 != 0
            }

            pub(crate) const fn is_empty(self) -> bool {
                self.0 == 0
            }
        }

        impl BitAnd for $set {
            type Output = $set;
            fn bitand(self, other: $set) -> $set { $set(self.0 & other.0) }
        }

        impl BitOr for $set {
            type Output = $set;
            fn bitor(self, other: $set) -> $set { self.with(other) }
        }

        impl BitOrAssign for $set {
            fn bitor_assign(&mut self, other: $set) { self.0 |= other.0 }
        }
    };
}

set! {
    /// What a word form can be. A form has every class that it can have in some sentence.
    ///
    /// The first ones stand in the order in which they tell the part of speech of a form that has
    /// several: "is" is a form of "be" before it is a verb.
    Classes of Class: u64 {
        /// van, de, von, bin, al: stands within a name
        Particle = "particle",
        /// be, is, are, was, were, been, being
        Be = "be",
        /// have, has, had, having
        Have = "have",
        /// do, does, did
        Do = "do",
        /// not, never, n't forms
        Negation = "neg",
        /// will, would, can, could, may, might, must, shall, should
        Modal = "modal",
        /// my, his, their, whose
        Possessive = "poss",
        /// who, which, what, where, when, why, how
        Wh = "wh",
        /// some, many, most, several, few, all, both, others
        Quantifier = "quant",
        /// the, a, this, every, no, another
        Determiner = "det",
        /// I, he, she, we, they, who, it, you
        SubjectPronoun = "subj",
        /// me, him, her, us, them, himself, whom
        ObjectPronoun = "obj",
        /// and, or, but, nor, yet
        Coordinator = "coord",
        /// one, two, hundred, dozen
        Numeral = "num",
        /// in, of, at, according, despite
        Preposition = "prep",
        /// that, because, although, if, whether, as
        Subordinator = "sub",
        /// today, morning, week, year, ago
        Time = "time",
        /// saying
        VerbIng = "ing",
        /// said (finite past)
        VerbPast = "past",
        /// spoken, said
        VerbParticiple = "part",
        /// the base form: say
        Verb = "verb",
        /// says
        VerbS = "verbs",
        /// also, later, repeatedly, once
        Adverb = "adv",
        Adjective = "adj",
        /// Monday
        Weekday = "day",
        /// January, Jan
        Month = "month",
        /// common noun, singular
        Noun = "noun",
        /// common noun, plural
        NounPlural = "nouns",
        /// a form of a reporting verb; its frames tell what it takes
        Report = "report",
        /// statement, claim, interview, tweet, speech
        ReportNoun = "reportnoun",
        /// study, report, poll, letter, law: written things that "say"
        Document = "doc",
        /// Mr, Sen., President, Dr: stands before a name
        Title = "title",
        /// Jr, Sr, III, PhD: stands after a name
        Suffix = "suffix",
        /// spokesman, minister, woman, lawyer: a person
        Person = "person",
        /// police, officials, critics, team: speaks as a group
        Group = "group",
        Male = "male",
        Female = "female",
        /// a given name
        GivenName = "given",
        /// a common family name
        Surname = "surname",
        /// ministry, company, committee, university: head of an organisation's name or description
        OrganisationNoun = "orgnoun",
        /// NATO, Congress, Kremlin, Google: a name of an organisation
        Organisation = "org",
        /// France, London, Texas
        Place = "place",
        /// French, American, Texan
        Demonym = "demonym",
        /// Republican, Democrat, Catholic, Muslim: names of adherents, also adjectives
        Adherent = "adherent",
        /// Inc, Corp, Ltd: closes a company's name
        Company = "company",
        /// book, film, song, show, newspaper, magazine: what a title in marks names
        Work = "work",
        /// called, dubbed, nicknamed, so-called, titled, word, phrase, term: words that present a term
        Naming = "naming",
        /// bread, coat, ladder: what one can touch and nobody says
        Thing = "thing",
        /// Any form of a body or face noun or expressive verb used in beats: nodded, smiled, shrugged
        Beat = "beat",
        /// the president, the spokesman, the man: hardly anybody whom the text has named before
        Apart = "apart",
        /// in, on, out, up, back: makes a phrase with the verb before it (went on, put in)
        VerbParticle = "prt",
        /// I, me, my, we, our: who speaks
        FirstPerson = "first",
        /// you, your: who is spoken to
        SecondPerson = "second",
        /// they, we, them, us: a pronoun for several
        Plural = "plur",
        /// it, its: a pronoun for a thing
        Neuter = "neut",
        /// who: begins a clause about the one before
        Relative = "rel",
        /// the: what follows is known
        Definite = "def",
        /// of: the words after it tell whose
        Genitive = "gen",
        /// by: the words after it tell who does it
        Agent = "agent",
        /// to: the words after it tell to whom; also before an infinitive
        Dative = "dat",
        /// that: begins a clause that is said
        Complementizer = "comp",
        /// and: joins, where "or" and "but" part
        Additive = "and",
        /// yes, no, well, oh: opens an answer
        Answer = "ans",
    }
}

set! {
    /// What a reporting word takes, and what it reports.
    Frames of Frame: u32 {
        /// "…," X said / said X: stands after or within the quotation
        After = "after",
        /// X said: "…" / X said, "…"
        Before = "before",
        /// X said that …
        That = "that",
        /// X asked whether / how …
        Question = "wh",
        /// X promised to do
        To = "to",
        /// X urged Y to do
        ObjectTo = "objto",
        /// X denied doing
        Gerund = "gerund",
        /// X rejected the idea, demanded an answer: the noun phrase is the content
        Object = "object",
        /// X described Y as Z
        As = "as",
        /// X called Y Z
        ObjectComplement = "call",
        /// X accused Y of
        Of = "of",
        /// X praised / thanked Y for
        For = "for",
        /// X warned against / spoke about / of
        About = "about",
        /// the addressee may stand bare before the content: told reporters that
        Addressee = "addressee",
        /// the addressee stands after "to": said to reporters
        ToAddressee = "toaddressee",
        Speech = "speech",
        Writing = "writing",
        Thought = "thought",
        Intent = "intent",
        /// beside a quotation nearly always its cue: said, told, added
        Strong = "strong",
        /// reports only beside a quotation: smiled, laughed, began
        Weak = "weak",
        /// reports only with a particle after it: put in, went on, pointed out
        Phrasal = "phrasal",
        /// makes or performs a work: sang “Yesterday”, read “Emma”
        Work = "work",
    }
}

impl Classes {
    /// Nouns that name a body of people which speaks as one: "commission", "board".
    pub(crate) const BODIES: Classes = Classes::of(&[Class::OrganisationNoun, Class::Group]);

    /// Names of those who belong to a nation, a party or a faith.
    pub(crate) const MEMBERS: Classes = Classes::of(&[Class::Demonym, Class::Adherent]);

    /// The position of the first class in the order of [`Class`]; 64 if there is none.
    #[inline]
    pub(crate) const fn first(self) -> usize {
        self.0.trailing_zeros() as usize
    }
}

impl Frames {
    /// Where the frames of the set stand in the order of [`Frame`].
    pub(crate) fn positions(self) -> impl Iterator<Item = u32> {
        let rest = |bits: &u32| Some(bits & (bits - 1)).filter(|&bits| bits != 0);
        let all = iter::successors((!self.is_empty()).then_some(self.0), rest);
        all.map(u32::trailing_zeros)
    }

    /// The class of a verb that takes any of these.
    pub(super) const fn classes(self) -> Classes {
        if self.is_empty() {
            Classes::NONE
        } else {
            Classes::of(&[Class::Report])
        }
    }
}
