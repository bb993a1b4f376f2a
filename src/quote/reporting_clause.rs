//! The reporting clause beside speech that no mark sets off: `, he said quietly.`
//!
//! It is looked for where a quotation mark was lost, and in dialogue that dashes open.

use crate::language::{Class, Classes, Facts, Frame, Frames, Lexicon};
use crate::span::floor;

/// How many words after a mark of punctuation a reporting verb is looked for.
const MOST_WORDS: usize = 4;

/// Forms that stand in a clause of their own.
const FINITE: Classes = Classes::of(&[Class::VerbPast, Class::VerbS]);

/// What verbs take that report although no mark is beside them: not "began" or "went on".
const AFTER_SPEECH: Frames = Frames::of(&[Frame::After]);
const ONLY_BESIDE_MARKS: Frames = Frames::of(&[Frame::Weak, Frame::Phrasal]);

/// What the subject of a verb begins with, if not with a name.
const SUBJECT: Classes =
    Classes::of(&[Class::SubjectPronoun, Class::Determiner, Class::Possessive]);

/// Words that name nobody, although a capital may begin them.
const NO_NAME: Classes = Classes::of(&[
    Class::Coordinator,
    Class::Subordinator,
    Class::Preposition,
    Class::Adverb,
    Class::Wh,
]);

/// A reporting clause between or after spoken words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ReportingClause {
    /// Where it starts.
    pub(super) from: usize,
    /// Where speech goes on after it, or the end of what was read.
    pub(super) to: usize,
}

/// A text that is searched for reporting clauses.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReportingClauses<'t> {
    pub(super) text: &'t str,
    pub(super) lexicon: &'t Lexicon,
}

impl<'t> ReportingClauses<'t> {
    /// The first clause in `text[start..end]`. It stands after a mark of punctuation.
    pub(super) fn first(self, start: usize, end: usize) -> Option<ReportingClause> {
        let content = &self.text[start..end];
        for stop_end in stop_ends(content) {
            let rest = &content[stop_end..];
            let clause = rest.trim_start();
            if clause.len() < rest.len()
                && let Some(length) = self.length(clause)
            {
                let from = end - clause.len();
                return Some(ReportingClause {
                    from,
                    to: from + length,
                });
            }
        }
        None
    }

    /// Whether a clause ends at `end`, the end of a paragraph: `“It floats, said Ada.`
    pub(super) fn is_at_end(self, end: usize) -> bool {
        const LONGEST: usize = 60;
        let start = floor(self.text, end.saturating_sub(LONGEST));
        self.first(start, end)
            .is_some_and(|clause| clause.to == end)
    }

    /// Where speech begins in `text[start..end]` after a clause: `Ada said, It floats.”`
    pub(super) fn lead_in(self, start: usize, end: usize) -> Option<usize> {
        let content = &self.text[start..end];
        content.match_indices([',', ':']).find_map(|(at, mark)| {
            let verb = content[..at].rsplit(char::is_whitespace).next()?;
            let speech = content[at + mark.len()..].trim_start();
            let begins = self.is_verb(verb) && speech.starts_with(char::is_uppercase);
            begins.then_some(end - speech.len())
        })
    }

    /// Whether a line ends with a reporting verb and a colon, or with its agent: `On Monday, Ada Berg wrote:`,
    /// `Posted by Ada Berg:`
    pub(super) fn introduces(self, line: &str) -> bool {
        let Some(line) = line.strip_suffix(':') else {
            return false;
        };
        let words = || line.trim_end().rsplit(char::is_whitespace);
        let is_report = |verb: &str| {
            let facts = self.lexicon.look_up(verb);
            facts.is_any(FINITE) && facts.is(Class::Report)
        };
        let is_agent = |word: &str| self.lexicon.look_up(word).is(Class::Agent);
        let before_agent = words()
            .take(MOST_WORDS)
            .position(is_agent)
            .and_then(|by| words().nth(by + 1));
        words().next().is_some_and(is_report) || before_agent.is_some_and(is_report)
    }

    /// The length of the clause at the start of a text, up to where speech goes on.
    fn length(self, text: &str) -> Option<usize> {
        let mut words = text.split_whitespace().take(MOST_WORDS + 1);
        let first = words.next()?;
        let verb = if self.is_verb(first) {
            // A hyphen joins the verb and a pronoun in French: dit-il.
            let subject =
                first.contains('-') || words.next().is_some_and(|word| self.is_subject(word));
            subject.then_some(first)?
        } else if self.is_subject(first) && !ends_clause(first) {
            let mut names = words.take(MOST_WORDS - 1);
            loop {
                let word = names.next()?;
                if self.is_verb(word) {
                    break word;
                }
                let goes_on = word.starts_with(char::is_uppercase) || self.is_adverb(word);
                if !goes_on || ends_clause(word) {
                    return None;
                }
            }
        } else {
            return None;
        };
        let after_verb = verb.as_ptr() as usize - text.as_ptr() as usize + verb.len();
        Some(self.end(text, after_verb))
    }

    /// Where a clause ends: after its sentence, or after a comma that directly follows the verb and
    /// its subject.
    fn end(self, text: &str, after_verb: usize) -> usize {
        let mut stops = text.char_indices().filter(|&(at, c)| {
            let goes_on = text[at + c.len_utf8()..].starts_with(char::is_whitespace);
            matches!(c, '.' | '?' | '!' | ':' | ',') && goes_on && at + 1 >= after_verb
        });
        let end = match stops.next() {
            // `said Ada, come in`, but `said Ada, coming in.`
            Some((at, ',')) if is_short(&text[..at]) && !self.is_participle(&text[at + 1..]) => {
                Some((at, ','))
            }
            Some((_, ',')) => stops.find(|&(_, c)| c != ','),
            stop => stop,
        };
        end.map_or(text.len(), |(at, c)| at + c.len_utf8())
    }

    fn is_verb(self, word: &str) -> bool {
        let word = without_stop(word);
        let verb = word.split_once('-').map_or(word, |(verb, _)| verb);
        if !verb.starts_with(char::is_lowercase) {
            return false;
        }
        let facts = self.lexicon.look_up(verb);
        facts.is_any(FINITE)
            && facts.frames.any(AFTER_SPEECH)
            && facts.takes(Frame::Speech)
            && !facts.frames.any(ONLY_BESIDE_MARKS)
    }

    /// Whether a word can be, or begin, the subject of a reporting verb: a pronoun, an article, a
    /// name.
    fn is_subject(self, word: &str) -> bool {
        let facts = self.lexicon.look_up(without_stop(word));
        facts.is_any(SUBJECT) || word.starts_with(char::is_uppercase) && !facts.is_any(NO_NAME)
    }

    /// Whether a word tells how somebody speaks: "drily".
    fn is_adverb(self, word: &str) -> bool {
        self.facts(word).is(Class::Adverb)
    }

    /// Whether a text starts with a participle.
    fn is_participle(self, text: &str) -> bool {
        let word = text.split_whitespace().next().map(without_stop);
        word.is_some_and(|word| self.facts(word).is(Class::VerbIng))
    }

    /// What the lists, or else the parts of a word tell of it.
    fn facts(self, word: &str) -> Facts {
        let facts = self.lexicon.look_up(word);
        if facts.is_known() {
            return facts;
        }
        self.lexicon.analyse(word).0
    }
}

/// Where the marks of punctuation end after which a clause can stand.
fn stop_ends(content: &str) -> impl Iterator<Item = usize> {
    let bytes = content.as_bytes();
    (0..bytes.len()).filter_map(move |at| match bytes[at..] {
        [b',' | b'.' | b'?' | b'!', ..] => Some(at + 1),
        // … and —
        [0xE2, 0x80, 0xA6 | 0x94, ..] => Some(at + 3),
        _ => None,
    })
}

fn is_short(clause: &str) -> bool {
    clause.split_whitespace().take(MOST_WORDS).count() < MOST_WORDS
}

/// Punctuation that a word of a clause may have after it.
const STOPS: [char; 7] = [',', '.', '?', '!', ':', ';', '…'];

fn ends_clause(word: &str) -> bool {
    word.ends_with(STOPS)
}

fn without_stop(word: &str) -> &str {
    word.trim_end_matches(STOPS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Inflection, Language, WordLists, Words};
    use crate::quote::QuoteFinder;

    /// The clause in a text, with what it says of it.
    fn clause(text: &str) -> Option<&str> {
        let lexicon = Lexicon::english();
        let found = ReportingClauses { text, lexicon }.first(0, text.len())?;
        Some(&text[found.from..found.to])
    }

    #[test]
    fn a_clause_has_a_verb_and_its_subject() {
        for (text, expected) in [
            ("It floats, said Ada.", Some("said Ada.")),
            (
                "It floats, she said quietly. Get in.",
                Some("she said quietly."),
            ),
            ("It floats, the old man muttered, get in.", None),
            ("It floats, said Ada, get in.", Some("said Ada,")),
            (
                "It floats, said Ada, coming in. Get in.",
                Some("said Ada, coming in."),
            ),
            (
                "It floats, Ada Berg drily said.",
                Some("Ada Berg drily said."),
            ),
            (
                "It floats! Captain Ada Berg shouted.",
                Some("Captain Ada Berg shouted."),
            ),
            ("It floats, and who said that?", None),
            ("It floats, And said no more.", None),
            ("It floats, he began.", None),
            ("It floats said Ada.", None),
        ] {
            assert_eq!(clause(text), expected, "{text}");
        }
    }

    #[test]
    fn the_words_are_those_of_the_language() {
        let lists = WordLists {
            named: &[],
            verbs: &["demander demanda : after speech\ndire dit : after speech"],
            words: &[],
        };
        let words = Words::of(&lists, Inflection::NONE).unwrap();
        let french: &'static Language = Box::leak(Box::new(Language {
            words,
            ..Language::BARE
        }));
        let text = "— Il flotte ? demanda Anne.\n\n— Assez, dit-il. Monte.";
        let quotes = |finder: QuoteFinder| -> Vec<&str> {
            let quotes = finder.quotes(text);
            quotes.iter().map(|quote| &text[quote.span()]).collect()
        };
        assert_eq!(
            quotes(QuoteFinder::of(french)),
            ["— Il flotte ?", "— Assez,", "Monte."]
        );
        assert_eq!(
            quotes(QuoteFinder::new()),
            ["— Il flotte ? demanda Anne.", "— Assez, dit-il. Monte."]
        );
    }
}
