//! The reporting clause beside speech that no mark sets off: `, he said quietly.`

use super::chars::floor;
use crate::token::{WordList, word_list};

/// Verbs that report speech beyond doubt.
static VERBS: WordList<()> = word_list!(include_str!("reporting-verbs.txt"));

/// Words that the subject of a reporting verb begins with.
static SUBJECTS: WordList<()> = word_list!(include_str!("subjects.txt"));

/// Words that name nobody, although a capital may begin them.
static CONJUNCTIONS: WordList<()> = word_list!(include_str!("conjunctions.txt"));

/// How many words after a mark of punctuation a reporting verb is looked for.
const WORDS: usize = 4;

/// A reporting clause between or after spoken words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Inquit {
    /// Where the clause starts.
    pub(super) from: usize,
    /// Where speech goes on after it, or the end of the line.
    pub(super) to: usize,
}

/// The first reporting clause in `text[start..end]`. It stands after a mark of punctuation.
pub(super) fn first(text: &str, start: usize, end: usize) -> Option<Inquit> {
    let content = &text[start..end];
    for (at, mark) in content.match_indices([',', '.', '?', '!', '…', '—']) {
        let rest = &content[at + mark.len()..];
        let clause = rest.trim_start();
        if clause.len() < rest.len()
            && let Some(length) = clause_length(clause)
        {
            let from = end - clause.len();
            return Some(Inquit {
                from,
                to: from + length,
            });
        }
    }
    None
}

/// Whether a paragraph ends with a reporting clause: `“It floats, said Ada.`
pub(super) fn ends(text: &str, end: usize) -> bool {
    const LONGEST: usize = 60;
    let start = floor(text, end.saturating_sub(LONGEST));
    first(text, start, end).is_some_and(|clause| clause.to == end)
}

/// Where speech begins in `text[start..end]` after a reporting clause: `Ada said, It floats.”`
pub(super) fn leads_in(text: &str, start: usize, end: usize) -> Option<usize> {
    let content = &text[start..end];
    content.match_indices([',', ':']).find_map(|(at, mark)| {
        let verb = content[..at].rsplit(char::is_whitespace).next()?;
        let speech = content[at + mark.len()..].trim_start();
        let begins = is_verb(verb) && speech.starts_with(char::is_uppercase);
        begins.then_some(end - speech.len())
    })
}

/// The length of the reporting clause at the start of a text, up to where speech goes on.
fn clause_length(text: &str) -> Option<usize> {
    let mut words = text.split_whitespace().take(WORDS + 1);
    let first = words.next()?;
    let verb = if is_verb(first) {
        let subject = first.contains('-') || words.next().is_some_and(is_subject);
        subject.then_some(first)?
    } else if is_subject(first) && !ends_clause(first) {
        let mut verb = words.next()?;
        let mut left = WORDS - 2;
        while !is_verb(verb) {
            if left == 0 || !verb.starts_with(char::is_uppercase) || ends_clause(verb) {
                return None;
            }
            verb = words.next()?;
            left -= 1;
        }
        verb
    } else {
        return None;
    };
    let after_verb = verb.as_ptr() as usize - text.as_ptr() as usize + verb.len();
    Some(end_of_clause(text, after_verb))
}

/// Where a reporting clause ends: after its sentence, or after a comma that directly follows the
/// verb and its subject.
fn end_of_clause(text: &str, after_verb: usize) -> usize {
    let mut stops = text.char_indices().filter(|&(at, c)| {
        let goes_on = text[at + c.len_utf8()..].starts_with(char::is_whitespace);
        matches!(c, '.' | '?' | '!' | ':' | ',') && goes_on && at + 1 >= after_verb
    });
    let end = match stops.next() {
        // `said Ada, come in`, but `said Ada, coming in.`
        Some((at, ',')) if is_short(&text[..at]) && !is_participle(&text[at + 1..]) => {
            Some((at, ','))
        }
        Some((_, ',')) => stops.find(|&(_, c)| c != ','),
        stop => stop,
    };
    end.map_or(text.len(), |(at, c)| at + c.len_utf8())
}

fn is_short(clause: &str) -> bool {
    clause.split_whitespace().take(WORDS).count() < WORDS
}

fn is_participle(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(|word| word.ends_with("ing"))
}

fn ends_clause(word: &str) -> bool {
    word.ends_with([',', '.', '?', '!', ':', ';', '…'])
}

fn is_verb(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.', '?', '!', ':', ';', '…']);
    let verb = word.split_once('-').map_or(word, |(verb, _)| verb);
    verb.starts_with(char::is_lowercase) && VERBS.has_lowercase(verb)
}

/// Whether a word can be, or begin, the subject of a reporting verb: a pronoun, an article, a name.
fn is_subject(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.', '?', '!', ':', ';', '…']);
    SUBJECTS.has_lowercase(word)
        || word.starts_with(char::is_uppercase) && !CONJUNCTIONS.has_lowercase(word)
}
