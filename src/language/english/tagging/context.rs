//! What the rules ask of a word and of its neighbours.

use super::sets::{AFTER_VERB, CLOSED, DATES, NAMES, NOMINAL, NOUN_LEADERS, NOUNS, VERB_LEADERS};
use crate::language::class::{Class, Classes, Frame};
use crate::language::english::named;
use crate::language::english::transcripts::TRANSCRIPTS;
use crate::language::facts::WordId;
use crate::language::supply::TaggingContext;
use crate::language::tag::Tag;
use crate::language::word::{Shape, Word};
use crate::token::{MarkSide, Token, TokenKind};

/// Of how many words and commas at most the subject between a quotation and its verb is.
const SUBJECT: usize = 8;
/// The fewest letters of a word that shows its ending: "being" and "reply" do not. Set by hand.
const SHORTEST_WITH_ENDING: usize = 6;
/// The most digits of an age.
const LONGEST_AGE: usize = 2;
/// How many words before the end of a noun phrase it may begin, to be seen to be singular.
const PHRASE: usize = 5;

impl TaggingContext<'_> {
    /// Whether the whole word is this one.
    pub(super) fn is(&self, word: WordId) -> bool {
        self.word.is_word(word)
    }

    /// The word before, mark or not.
    fn word_before(&self) -> Option<&Word> {
        self.at.checked_sub(1).map(|before| &self.words[before])
    }

    /// Whether a noun phrase may go on with a noun after the word before.
    pub(super) fn follows_noun_leader(&self) -> bool {
        // "everyone" needs no noun.
        NOUN_LEADERS.has(self.before)
            && !(self.before == Tag::Quantifier
                && self
                    .word_before()
                    .is_some_and(|word| word.is(Class::Person)))
    }

    /// Whether a verb is due after the word before.
    pub(super) fn follows_verb_leader(&self) -> bool {
        VERB_LEADERS.has(self.before)
    }

    /// Whether an unlisted word ends as participles and adverbs do: "Injecting", "Stunningly".
    pub(super) fn has_ending_of_verb_or_adverb(&self) -> bool {
        let text = &self.text[self.tokens[self.at].span()];
        self.word.facts.classes.is_empty()
            && text.len() >= SHORTEST_WITH_ENDING
            && ["ing", "ly"].iter().any(|ending| text.ends_with(ending))
    }

    /// Whether the word is "AM" or "PM".
    pub(super) fn is_half_of_day(&self) -> bool {
        TRANSCRIPTS
            .halves_of_day
            .contains(&&self.text[self.tokens[self.at].span()])
    }

    pub(super) fn is_after(&self, word: WordId) -> bool {
        self.word_before()
            .is_some_and(|before| before.is_word(word))
    }

    /// Whether the word before has the ending of a possessive: "Anna's", "her parents'".
    pub(super) fn after_possessive(&self) -> bool {
        let Some(before) = self.at.checked_sub(1) else {
            return false;
        };
        self.words[before].shape.has(Shape::POSSESSIVE)
            || matches!(
                self.tokens[before].kind(),
                TokenKind::Mark(MarkSide::Apostrophe | MarkSide::Either)
            ) && self.before == Tag::Noun
    }

    pub(super) fn next_is(&self, word: WordId) -> bool {
        self.next()
            .is_some_and(|next| self.words[next].is_word(word))
    }

    /// Whether a word comes next that has a capital for no reason but that it is a name, and no given one.
    pub(super) fn next_is_surname(&self) -> bool {
        self.next().is_some_and(|next| {
            let word = &self.words[next];
            let owed =
                word.shape.has(Shape::POSITIONAL) || word.is_any(CLOSED) || word.is(Class::Title);
            word.shape.has(Shape::CAPITAL) && !owed
        })
    }

    /// Whether a word stands between a mark and a colon, as names do in a transcript: “COOK: Never.”
    pub(super) fn labels_quote(&self) -> bool {
        let mark = |before: usize| matches!(self.tokens[before].kind(), TokenKind::Mark(_));
        let colon = |next: usize| &self.text[self.tokens[next].span()] == ":";
        self.at.checked_sub(1).is_some_and(mark) && self.next().is_some_and(colon)
    }

    /// Whether a colon comes next and then a mark, as in a headline: Brown: ‘We will win’
    pub(super) fn leads_in_quote(&self) -> bool {
        let colon = self.tokens[..self.end].get(self.at + 1);
        let mark = self.tokens[..self.end].get(self.at + 2);
        colon.is_some_and(|colon| &self.text[colon.span()] == ":")
            && mark.is_some_and(|mark| matches!(mark.kind(), TokenKind::Mark(_)))
    }

    pub(super) fn next_is_word(&self) -> bool {
        self.next().is_some_and(|next| {
            let short = || matches!(self.tokens[next].kind(), TokenKind::Abbreviation);
            self.words[next].shape.has(Shape::WORD) || short()
        })
    }

    /// Whether an adjective comes next that has its own complement, and so stands after its noun:
    /// "familiar" in "an official familiar with the matter".
    pub(super) fn next_is_complement(&self) -> bool {
        let Some(next) = self.next() else {
            return false;
        };
        let is_preposition = |word: &Word| word.is(Class::Preposition);
        self.words[next].is(Class::Adjective)
            && !self.words[next].is_any(NOUNS)
            && self.words[..self.end]
                .get(next + 1)
                .is_some_and(is_preposition)
    }

    /// Whether a token can stand after a verb and not after an adjective: "noted" is a verb in
    /// "the official noted on Monday".
    fn follows_verb(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return true;
        };
        let may_not = matches!(
            token.kind(),
            TokenKind::Word | TokenKind::Abbreviation | TokenKind::Number
        );
        !may_not || self.words[at].is_any(AFTER_VERB)
    }

    /// Whether a token goes on a noun phrase that begins with a word like "a" or "one", so that no plural
    /// can end it: "official" in "a senior official claims that".
    pub(super) fn is_in_singular_phrase(&self, at: usize) -> bool {
        const SINGULAR: &[WordId] = &[
            named::A,
            named::AN,
            named::ANOTHER,
            named::EACH,
            named::EVERY,
            named::ONE,
        ];
        let before = self.words[at.saturating_sub(PHRASE)..at].iter().rev();
        before
            .take_while(|word| word.shape.has(Shape::WORD) && !word.shape.has(Shape::POSSESSIVE))
            .find(|word| word.is_any(CLOSED))
            .is_some_and(|word| word.is_one_of(SINGULAR))
    }

    /// Whether a token goes on the noun phrase after "according to", which is no subject: "documents" of
    /// "according to court documents".
    pub(super) fn is_after_according(&self) -> bool {
        let leads = Classes::of(&[Class::Determiner, Class::Possessive]);
        let in_phrase = |word: &&Word| {
            word.shape.has(Shape::WORD) && (!word.is_any(CLOSED) || word.is_any(leads))
        };
        let before = &self.words[self.at.saturating_sub(PHRASE + 2)..self.at];
        let mut before = before.iter().rev().skip_while(in_phrase);
        let mut is_next = |word| before.next().is_some_and(|before| before.is_word(word));
        is_next(named::TO) && is_next(named::ACCORDING)
    }

    /// Whether a verb in the present that reports stands at the position where quotations have theirs:
    /// “…,” recalls Anna; “…,” one resident recalls; one resident recalls: “…”
    pub(super) fn reports_beside_quotation(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.is(Class::VerbS)
            && word.facts.takes(Frame::After)
            && (self.leads_in(at + 1) || self.closes_quotation(at) || self.ends_report(at))
    }

    /// Whether a finite verb of speech comes next, so that a noun without an article before it is a name.
    pub(super) fn next_reports_speech(&self) -> bool {
        self.next().is_some_and(|next| self.reports_speech(next))
    }

    /// Whether the next word but one is a form of a verb of speech that a name before it can be the subject of.
    pub(super) fn next_but_one_reports_speech(&self) -> bool {
        self.at + 2 < self.end && self.reports_speech(self.at + 2)
    }

    fn reports_speech(&self, at: usize) -> bool {
        let word = &self.words[at];
        let is_past = word.is(Class::VerbPast);
        word.is(Class::Report)
            && word.facts.takes(Frame::Speech)
            && word.facts.takes(Frame::After)
            && (is_past || word.is(Class::VerbS))
            && (is_past && !word.is(Class::Adjective) || self.follows_verb(at + 1))
    }

    /// Whether a verb of speech in capitals comes next that is nothing else, as in a headline: "MAYOR SAYS NO".
    pub(super) fn next_is_verb_of_headline(&self) -> bool {
        self.next().is_some_and(|next| {
            let word = &self.words[next];
            word.shape.has(Shape::ALL_CAPITALS)
                && word.is(Class::Report)
                && word.is(Class::VerbS)
                && !word.is_any(NOUNS.with(NAMES))
        })
    }

    /// Whether the word before is the verb right after a quotation, and no number of a date follows.
    pub(super) fn is_after_report_of_quotation(&self) -> bool {
        let Some(verb) = self.at.checked_sub(1) else {
            return false;
        };
        let word = &self.words[verb];
        let is_number = |next: usize| matches!(self.tokens[next].kind(), TokenKind::Number);
        word.is(Class::Report)
            && word.is(Class::VerbPast)
            && self.closes_quotation(verb)
            && !self.next().is_some_and(is_number)
    }

    /// Whether a word ends a name: a word before has a capital and no number of a date follows, as in
    /// "Anna March said".
    pub(super) fn ends_with_name(&self) -> bool {
        let is_number = |next: usize| matches!(self.tokens[next].kind(), TokenKind::Number);
        let is_given = |before: &Word| before.is(Class::GivenName);
        self.word_before().is_some_and(is_given) && !self.next().is_some_and(is_number)
    }

    /// Whether a family name comes next, as far as that can be told without the word before: "van" of "van der
    /// Berg"; "Okoro" of "Okoro said" and of "Okoro, 43,", but not "Mirror".
    pub(super) fn next_is_family_name(&self) -> bool {
        self.next().is_some_and(|next| {
            let word = &self.words[next];
            let is_name = word.shape.has(Shape::CAPITAL)
                && (word.is(Class::Surname) || word.facts.classes.is_empty());
            word.is(Class::Particle) || is_name && self.next_but_one_is_past_or_comma()
        })
    }

    /// Whether after the next word stands what no modal leads to: a past form or a comma.
    pub(super) fn next_but_one_is_past_or_comma(&self) -> bool {
        let after = self.words[..self.end].get(self.at + 2);
        let is_past = after.is_some_and(|word| word.is(Class::VerbPast) && !word.is(Class::Verb));
        is_past
            || self.tokens[..self.end]
                .get(self.at + 2)
                .is_some_and(|token| &self.text[token.span()] == ",")
    }

    /// Whether punctuation or nothing stands where the next word but one could.
    pub(super) fn next_but_one_is_no_word(&self) -> bool {
        self.tokens[..self.end]
            .get(self.at + 2)
            .is_none_or(|token| matches!(token.kind(), TokenKind::Punctuation))
    }

    /// Whether a past form comes next, with what stands after a verb: "English missed the bus".
    pub(super) fn next_is_past_of_clause(&self) -> bool {
        self.next_is_in_clause(Class::VerbPast)
    }

    /// Whether a verb form of a class comes next, with what stands after a verb: "English runs it".
    pub(super) fn next_is_in_clause(&self, form: Class) -> bool {
        self.next()
            .is_some_and(|next| self.words[next].is(form) && self.follows_verb(next + 1))
    }

    /// Whether a participle comes next and what only "has" leads to: "told me", "said that", but not "told that" or
    /// "called a farce".
    pub(super) fn next_is_participle_with_object(&self) -> bool {
        const OBJECT: Classes = Classes::of(&[
            Class::Determiner,
            Class::Possessive,
            Class::ObjectPronoun,
            Class::Complementizer,
        ]);
        let participle = self
            .next()
            .map(|next| self.words[next])
            .filter(|word| word.is(Class::VerbParticiple) && !word.is(Class::Adjective));
        let object = self.words[..self.end].get(self.at + 2);
        participle.zip(object).is_some_and(|(participle, object)| {
            let only_clause = participle.facts.takes(Frame::Addressee);
            object.is_any(OBJECT)
                && !participle.facts.takes(Frame::ObjectComplement)
                && !(only_clause && object.is(Class::Complementizer))
        })
    }

    /// Whether a comma comes next and then what begins an apposition: ", a baker".
    pub(super) fn next_is_apposition(&self) -> bool {
        let is_comma = |token: &Token| &self.text[token.span()] == ",";
        let comma = self.tokens[..self.end].get(self.at + 1);
        let after = self.words[..self.end].get(self.at + 2);
        comma.is_some_and(is_comma)
            && after.is_some_and(|word| {
                word.is_any(Classes::of(&[
                    Class::Determiner,
                    Class::Possessive,
                    Class::Relative,
                ]))
            })
    }

    /// Whether a comma comes next and then "who".
    pub(super) fn next_is_relative(&self) -> bool {
        let is_comma = |token: &Token| &self.text[token.span()] == ",";
        let who = Classes::of(&[Class::Relative]);
        let after = self.words[..self.end].get(self.at + 2);
        self.tokens[..self.end]
            .get(self.at + 1)
            .is_some_and(is_comma)
            && after.is_some_and(|word| word.is_any(who) && word.is(Class::SubjectPronoun))
    }

    /// Whether a given name with a capital comes next, after a comma or "and": ", Anna", "and Anna".
    pub(super) fn next_is_listed_given_name(&self) -> bool {
        let link = self.tokens[..self.end].get(self.at + 1);
        let name = self.words[..self.end].get(self.at + 2);
        let links = |token: &Token| {
            &self.text[token.span()] == "," || self.words[self.at + 1].is_whole(Class::Additive)
        };
        link.is_some_and(links)
            && name.is_some_and(|name| {
                name.shape.has(Shape::CAPITAL) && name.is(Class::GivenName) && !name.is_any(DATES)
            })
    }

    /// Whether an age comes next, between commas: ", 43,".
    pub(super) fn next_is_age(&self) -> bool {
        let text = |at: usize| {
            self.tokens[..self.end]
                .get(at)
                .map(|token| &self.text[token.span()])
        };
        let is_number =
            |age: &str| age.len() <= LONGEST_AGE && age.bytes().all(|byte| byte.is_ascii_digit());
        text(self.at + 1) == Some(",")
            && text(self.at + 2).is_some_and(is_number)
            && text(self.at + 3) == Some(",")
    }

    /// Whether a comma or a colon and a quotation begin at a token.
    fn leads_in(&self, at: usize) -> bool {
        matches!(
            (self.tag(at), self.tag(at + 1)),
            (Some(Tag::Colon | Tag::Comma), Some(Tag::Mark))
        )
    }

    /// Whether a quotation that goes on with a comma, or ends like a sentence, stands right before a
    /// token.
    fn closes_quotation(&self, at: usize) -> bool {
        let before = |steps: usize| self.tag(at.checked_sub(steps)?);
        matches!(
            (before(2), before(1)),
            (Some(Tag::Comma | Tag::Stop), Some(Tag::Mark)) | (Some(Tag::Mark), Some(Tag::Comma))
        )
    }

    /// The tag of a token up to the end of the sentence.
    fn tag(&self, at: usize) -> Option<Tag> {
        self.words[..self.end].get(at).map(|word| word.tag)
    }

    /// Whether the report of a quotation before it ends with a token, which its subject precedes.
    fn ends_report(&self, at: usize) -> bool {
        let ends = self.words[..self.end].get(at + 1).is_none_or(|next| {
            matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Colon) || next.is_any(AFTER_VERB)
        });
        let subject = |&before: &usize| {
            let word = &self.words[before];
            word.shape.has(Shape::WORD) || word.tag == Tag::Comma
        };
        let first = at.saturating_sub(SUBJECT);
        ends && (first..at)
            .rev()
            .take_while(subject)
            .any(|start| self.closes_quotation(start))
    }

    /// Whether a noun, or what leads to one, comes next and nothing that must follow a whole phrase.
    pub(super) fn next_is_nominal(&self) -> bool {
        self.next().is_some_and(|next| {
            let word = &self.words[next];
            let is_verb = word.is(Class::Report) && word.is(Class::VerbPast)
                || word.is(Class::VerbS) && self.is_in_singular_phrase(self.at);
            if is_verb && self.follows_verb(next + 1) || self.reports_beside_quotation(next) {
                return false;
            }
            matches!(self.tokens[next].kind(), TokenKind::Number)
                || word.is_any(NOMINAL) && !word.is_any(CLOSED)
                || word.is_any(NAMES) && word.shape.has(Shape::CAPITAL) && !word.is_any(CLOSED)
                || word.facts.classes.is_empty() && self.next_is_word()
        })
    }
}
