//! The label of a speaker at the start of a line: `Q:`, `NAME: …`, `Name (aside): …`, `NAME. …`.

use crate::language::Transcripts;
use crate::token::mark::is_apostrophe;

/// The longest label, and the longest stage direction after it, in bytes. Chosen by hand: “Chief Constable Margaret
/// Oyelaran-Whitby” is as long as a label may be.
pub(super) const LONGEST_LABEL: usize = 40;
pub(super) const LONGEST_DIRECTION: usize = 80;

/// How many bytes before a label are looked through: a time, signs of emphasis.
const LONGEST_LEAD: usize = 20;

/// How many signs stand on each side of what Markdown sets in bold: `**Ada**`.
const LONGEST_EMPHASIS: usize = 2;

/// The most words of a label.
const MOST_WORDS: usize = 4;

/// How a label is written. Each is judged on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LabelLayout {
    /// `Q:`, `A.`
    QuestionAndAnswer,
    /// `NAME:`
    Capitals,
    /// `Name:`
    Name,
    /// `NAME.`
    CapitalsAndStop,
    /// `Mr. Name.`
    TitleAndStop,
    /// `name:`: as people call themselves in a chat.
    Handle,
    /// `<name>`, `<name|away>`, `name>`
    Nick,
    /// `@name:`, `Name (@name):`
    Account,
    /// `NAME` on the line above, as screenplays have it.
    Above,
    /// `**Name**` on the line above.
    EmphasisedAbove,
    /// `name  10:42 AM` on the line above, as chats are copied.
    BesideTime,
}

impl LabelLayout {
    pub(super) const ALL: [LabelLayout; 11] = [
        LabelLayout::QuestionAndAnswer,
        LabelLayout::Capitals,
        LabelLayout::Name,
        LabelLayout::CapitalsAndStop,
        LabelLayout::TitleAndStop,
        LabelLayout::Handle,
        LabelLayout::Nick,
        LabelLayout::Account,
        LabelLayout::Above,
        LabelLayout::EmphasisedAbove,
        LabelLayout::BesideTime,
    ];

    /// Whether the label stands on the line above.
    pub(super) fn is_above(self) -> bool {
        matches!(
            self,
            LabelLayout::Above | LabelLayout::EmphasisedAbove | LabelLayout::BesideTime
        )
    }
}

/// A label, and where the words after it start, from the label's own start.
#[derive(Clone, Copy, Debug)]
pub(super) struct SpeakerLabel<'t> {
    pub(super) layout: LabelLayout,
    pub(super) name: &'t str,
    pub(super) speech: usize,
    /// Whether the time at which it was said stands before it.
    pub(super) has_time: bool,
}

/// The label at the start of a line.
pub(super) fn label(line: &str, transcripts: Transcripts) -> Option<SpeakerLabel<'_>> {
    if !could_have_label(line.as_bytes()) {
        return None;
    }
    let item = line.strip_prefix("- ").unwrap_or(line);
    let mut rest = item.trim_start_matches(['*', '_']);
    for tag in ["<b>", "<strong>"] {
        rest = rest.strip_prefix(tag).unwrap_or(rest);
    }
    let timed = after_time(rest, transcripts.halves_of_day);
    let has_time = timed.len() < rest.len();
    rest = timed;
    for repost in transcripts.reposts {
        rest = rest.strip_prefix(repost).unwrap_or(rest);
    }
    if let Some((name, speech)) = handle(rest) {
        return Some(SpeakerLabel {
            layout: match (
                rest.as_bytes()[0],
                rest[..rest.len() - speech.len()].trim_end(),
            ) {
                (b'@', _) => LabelLayout::Account,
                (_, name) if name.ends_with('>') => LabelLayout::Nick,
                _ => LabelLayout::Handle,
            },
            name,
            speech: line.len() - speech.len(),
            has_time,
        });
    }
    let (name, layout) = match question(rest, transcripts) {
        Some(name) => (name, LabelLayout::QuestionAndAnswer),
        None => name(rest)?,
    };
    if transcripts
        .no_speakers
        .iter()
        .any(|word| name.eq_ignore_ascii_case(word))
    {
        return None;
    }
    rest = rest[name.len()..].trim_start_matches(' ');
    if layout == LabelLayout::Capitals {
        rest = after_role(rest).unwrap_or(rest);
    }
    let has_account = rest.starts_with("(@");
    rest = after_direction(rest).unwrap_or(rest);
    rest = rest.trim_start_matches(['*', '_']);
    let is_stop = rest.starts_with('.');
    let layout = match layout {
        LabelLayout::Capitals if is_stop => LabelLayout::CapitalsAndStop,
        LabelLayout::Name if is_stop && name.contains(". ") => LabelLayout::TitleAndStop,
        LabelLayout::Name if is_stop => return None,
        _ if has_account => LabelLayout::Account,
        layout => layout,
    };
    rest = rest.strip_prefix([':', '.'])?;
    for tag in ["</b>", "</strong>"] {
        rest = rest.strip_prefix(tag).unwrap_or(rest);
    }
    rest = rest.trim_start_matches(['*', '_']);
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    rest = rest.trim_start();
    rest = after_direction(rest).unwrap_or(rest);
    Some(SpeakerLabel {
        layout,
        name,
        speech: line.len() - rest.len(),
        has_time,
    })
}

/// Whether a line's first words have capitals up to a colon, a full stop or a bracket: a quick look
/// that most lines do not pass.
fn could_have_label(line: &[u8]) -> bool {
    let mut last = 0;
    let (mut has_small, mut has_stop) = (false, false);
    for &byte in line.iter().take(LONGEST_LABEL + LONGEST_LEAD) {
        match byte {
            b':' | b'(' | b'[' | b'<' | b'>' => return true,
            // A full stop ends capitals only; elsewhere in a name it abbreviates.
            b'.' if has_small => has_stop = true,
            b'.' => return true,
            b',' if !has_small => {}
            b',' | b';' | b'?' | b'!' | b'"' => return has_stop,
            b'a'..=b'z' if last == b' ' => return has_stop,
            b'a'..=b'z' => has_small = true,
            _ => {}
        }
        last = byte;
    }
    has_stop
}

/// A name on a line of its own above what it says, as screenplays have it: `MAGDA (O.S.)`, `**Magda**`.
pub(super) fn label_above(line: &str) -> Option<(&str, LabelLayout)> {
    let inner = line.trim_matches(['*', '_']);
    if inner.len() + 2 * LONGEST_EMPHASIS == line.len() {
        let is_name = name(inner).is_some_and(|(name, _)| name == inner);
        return is_name.then_some((inner, LabelLayout::EmphasisedAbove));
    }
    let mut before_direction = line.bytes().take_while(|byte| !b"([".contains(byte));
    if before_direction.any(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let (name, layout) = name(line)?;
    let rest = line[name.len()..].trim_start_matches(' ');
    let rest = after_direction(rest).unwrap_or(rest);
    (layout == LabelLayout::Capitals && rest.is_empty()).then_some((name, LabelLayout::Above))
}

/// A name with the time after it on a line of their own: `marta  10:42 AM`, `Ada Berg [10:42]`, `piet — Today at 10:42`.
pub(super) fn label_beside_time(line: &str, transcripts: Transcripts) -> Option<&str> {
    const PARTING: [char; 7] = [' ', '\t', '[', ',', '—', '–', '•'];
    let mut rest = line.strip_suffix(']').unwrap_or(line);
    for half in transcripts.halves_of_day {
        rest = rest.strip_suffix(half).unwrap_or(rest);
    }
    let before_time = rest.trim_end_matches(is_sign_of_time);
    let time = rest[before_time.len()..].trim_start_matches(['-', ' ', ',']);
    if !time.contains(':') || !time.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut before = before_time;
    for day in transcripts.days_before_time {
        before = before.strip_suffix(day).unwrap_or(before);
    }
    let name = before.trim_end_matches(PARTING);
    // "Yoga 10:00" is no label.
    let is_apart = line[name.len()..].starts_with("  ")
        || line[name.len()..].trim_start().starts_with(&PARTING[1..]);
    let is_name = name.starts_with(char::is_alphabetic)
        && name.len() <= LONGEST_LABEL
        && name.split(' ').count() <= MOST_WORDS
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | '\'' | '’'));
    (is_apart && is_name).then_some(name)
}

/// A name as chats write it, and what follows: `<marta|away> Hello`, `marta> Hello`, `@marta: Hello`, `marta: Hello`.
fn handle(text: &str) -> Option<(&str, &str)> {
    let is_nick = text.starts_with('<');
    let is_inner = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '_' | '-' | '.')
            || is_nick && matches!(c, '|' | '[' | ']' | '^' | '`' | '+' | '~' | '@')
    };
    let (start, closes): (_, &[char]) = match text.chars().next()? {
        '<' => (1, &['>']),
        '@' => (1, &[':']),
        c if c.is_lowercase() => (0, &[':', '>']),
        c if c.is_uppercase() => (0, &['>']),
        _ => return None,
    };
    let end = start + text[start..].find(|c: char| !is_inner(c))?;
    let rest = text[end..].strip_prefix(closes)?;
    let is_name = end > start && end - start <= LONGEST_LABEL;
    (is_name && rest.starts_with(' ')).then(|| (&text[start..end], rest.trim_start()))
}

/// The text after a role in capitals after a name: `, MAYOR OF DAYTON`.
fn after_role(text: &str) -> Option<&str> {
    let role = text.strip_prefix(',')?;
    let end = role
        .find(|c: char| !(c.is_uppercase() || matches!(c, ' ' | '-' | ',') || is_apostrophe(c)))?;
    (end <= LONGEST_LABEL).then(|| &role[end..])
}

/// The most digits of the number of a question: an interview has fewer than a thousand.
const MOST_DIGITS: usize = 3;

/// `Q`, `A`, `Q12` at the start of a text.
fn question(text: &str, transcripts: Transcripts) -> Option<&str> {
    let rest = text.strip_prefix(transcripts.questions_and_answers)?;
    let digits = rest
        .bytes()
        .take(MOST_DIGITS)
        .take_while(u8::is_ascii_digit)
        .count();
    let rest = &rest[digits..];
    rest.starts_with([':', '.'])
        .then_some(&text[..text.len() - rest.len()])
}

/// The text after a time such as `[00:12:03]`, `00:12` or `12/03/2024, 6:02 PM -`, or the same text.
fn after_time<'t>(text: &'t str, halves_of_day: &[&str]) -> &'t str {
    let inner = text.strip_prefix(['[', '(']).unwrap_or(text);
    let mut rest = inner.trim_start_matches(is_sign_of_time);
    for half in halves_of_day {
        if let Some(after) = rest.strip_prefix(half)
            && !after.starts_with(char::is_alphanumeric)
        {
            rest = after.trim_start_matches(is_sign_of_time);
        }
    }
    let time = &inner[..inner.len() - rest.len()];
    let after = match inner.len() < text.len() {
        true => rest.strip_prefix([']', ')']).map(str::trim_start),
        false => (time.ends_with(' ') && time.contains(':')).then_some(rest),
    };
    let is_time = time.starts_with(|c: char| c.is_ascii_digit());
    after.filter(|_| is_time).unwrap_or(text)
}

fn is_sign_of_time(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ':' | '.' | '/' | '-' | ',' | ' ' | '\u{202f}')
}

/// A name at the start of a text, and how it is written.
fn name(text: &str) -> Option<(&str, LabelLayout)> {
    let end = text
        .char_indices()
        .take_while(|&(at, c)| {
            at <= LONGEST_LABEL
                && (c.is_alphanumeric() || matches!(c, ' ' | '-' | '#') || is_apostrophe(c))
                || c == '.' && is_inner_stop(text, at)
        })
        .map(|(at, c)| at + c.len_utf8())
        .last()?;
    let name = text[..end].trim_end();
    let mut words = name.split(' ');
    let is_name = name.len() <= LONGEST_LABEL
        && words.clone().count() <= MOST_WORDS
        && words
            .all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || c == '#'));
    let layout = match name.contains(char::is_lowercase) {
        true => LabelLayout::Name,
        false => LabelLayout::Capitals,
    };
    (is_name && name.contains(char::is_alphabetic)).then_some((name, layout))
}

/// The most letters of a title or an initial before its full stop.
const LONGEST_TITLE: usize = 3;

/// Whether a full stop belongs to a name: `Mr. Berg`, `J. Berg`, `MRS. BERG`.
fn is_inner_stop(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(' ').next().unwrap_or_default();
    // "Juror No. 4"
    let is_before_number = text[at + 1..]
        .strip_prefix(' ')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if is_before_number && (2..=LONGEST_TITLE).contains(&word.len()) && word.len() < at {
        return true;
    }
    // "Ms. Orr. I did."
    if word.len() < at && word.chars().nth(1).is_some() {
        return false;
    }
    let goes_on = text[at + 1..]
        .trim_start_matches(' ')
        .starts_with(char::is_uppercase);
    let is_lower = text[at + 1..]
        .trim_start_matches(' ')
        .chars()
        .nth(1)
        .is_some_and(char::is_lowercase);
    let is_capitals = !word.contains(char::is_lowercase);
    goes_on && word.chars().count() <= LONGEST_TITLE && !(is_capitals && is_lower && word.len() > 1)
}

/// The text after a stage direction in brackets at the start.
pub(super) fn after_direction(text: &str) -> Option<&str> {
    let (open, close) = match text.chars().next()? {
        '(' => ('(', ')'),
        '[' => ('[', ']'),
        _ => return None,
    };
    let end = text
        .char_indices()
        .skip(1)
        .take_while(|&(at, c)| at < LONGEST_DIRECTION && c != open)
        .find(|&(_, c)| c == close)?;
    Some(text[end.0 + 1..].trim_start_matches(' '))
}
