//! The forms of verbs and nouns.

use crate::language::class::Class;
use crate::language::inflection::{Inflection, Verb};

/// The regular forms of nouns and verbs.
pub(in crate::language) const INFLECTION: Inflection = Inflection {
    plural,
    verb: forms,
};

/// All forms of a verb, each with its class. Two classes may share a form, and a class may have two
/// forms: "signalled" and "signaled".
fn forms(verb: &Verb<'_>) -> Vec<(String, Class)> {
    let lemma = verb.lemma;
    let mut forms = Vec::with_capacity(8);
    forms.push((lemma.to_owned(), Class::Verb));
    forms.push((plural(lemma), Class::VerbS));
    let stems = match verb.past {
        Some(past) => vec![stem_of_past(lemma, past)],
        None => stems(lemma),
    };
    for (listed, class) in [
        (verb.past, Class::VerbPast),
        (verb.participle, Class::VerbParticiple),
    ] {
        match listed {
            Some(listed) => {
                forms.extend(listed.split('/').map(|form| (form.to_owned(), class)));
            }
            None => forms.extend(stems.iter().map(|stem| (with_ed(stem), class))),
        }
    }
    match verb.ing {
        Some(ing) => forms.push((ing.to_owned(), Class::VerbIng)),
        None => forms.extend(stems.iter().map(|stem| (with_ing(stem), Class::VerbIng))),
    }
    forms
}

/// The regular plural of a noun, which is also the form of a verb with -s.
fn plural(word: &str) -> String {
    if let Some(stem) = before_consonant_y(word) {
        return [stem, "ies"].concat();
    }
    if word.ends_with('z') && has_short_end(word) {
        return [word, "zes"].concat();
    }
    let hisses = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| word.ends_with(end));
    let ends_in_o = word
        .strip_suffix('o')
        .is_some_and(|stem| !stem.ends_with(is_vowel));
    let ending = if hisses || ends_in_o { "es" } else { "s" };
    [word, ending].concat()
}

fn with_ed(stem: &str) -> String {
    if stem.ends_with('e') {
        [stem, "d"].concat()
    } else if let Some(stem) = before_consonant_y(stem) {
        [stem, "ied"].concat()
    } else {
        [stem, "ed"].concat()
    }
}

fn with_ing(stem: &str) -> String {
    if let Some(stem) = stem.strip_suffix("ie") {
        return [stem, "ying"].concat();
    }
    let sounded = ["ee", "oe", "ye"].iter().any(|end| stem.ends_with(end));
    match stem.strip_suffix('e') {
        Some(stem) if !sounded => [stem, "ing"].concat(),
        _ => [stem, "ing"].concat(),
    }
}

/// The stem before -ing, which is that of a regular past: admit, admitt-ed, admitt-ing.
fn stem_of_past(lemma: &str, past: &str) -> String {
    match past.strip_suffix("ed") {
        Some(stem) if stem.starts_with(lemma) => stem.to_owned(),
        _ => stems(lemma).swap_remove(0),
    }
}

/// The stems before -ed and -ing. A last consonant after one short vowel is doubled in a word of one
/// syllable; a last l of a longer word is doubled in British spelling only.
fn stems(lemma: &str) -> Vec<String> {
    let doubled = || {
        let mut stem = lemma.to_owned();
        stem.extend(lemma.chars().next_back());
        stem
    };
    if !has_short_end(lemma) {
        vec![lemma.to_owned()]
    } else if syllables(lemma) == 1 {
        vec![doubled()]
    } else if lemma.ends_with('l') {
        vec![lemma.to_owned(), doubled()]
    } else {
        vec![lemma.to_owned()]
    }
}

fn before_consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y')
        .filter(|stem| !stem.ends_with(is_vowel))
}

/// Whether a word ends in one vowel and one consonant that can be doubled: "beg", "quip", "signal".
fn has_short_end(word: &str) -> bool {
    let mut letters = word.chars().rev();
    let mut next = || letters.next().unwrap_or('-');
    let (last, vowel, before, before_that) = (next(), next(), next(), next());
    let after_qu = before == 'u' && before_that == 'q';
    !is_vowel(last)
        && !matches!(last, 'w' | 'x' | 'y' | 'h')
        && is_vowel(vowel)
        && (!is_vowel(before) || after_qu)
}

fn syllables(word: &str) -> usize {
    let mut count = 0;
    let mut in_vowel = false;
    for c in word.strip_prefix("qu").unwrap_or(word).chars() {
        let vowel = is_vowel(c) || c == 'y';
        count += usize::from(vowel && !in_vowel);
        in_vowel = vowel;
    }
    count
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::list::VerbEntry;

    #[test]
    fn verbs_have_their_forms() {
        for (line, expected) in [
            ("say said", "say says said said saying"),
            ("go went gone", "go goes went gone going"),
            ("deny", "deny denies denied denied denying"),
            ("stay", "stay stays stayed stayed staying"),
            ("agree", "agree agrees agreed agreed agreeing"),
            ("declare", "declare declares declared declared declaring"),
            ("lie", "lie lies lied lied lying"),
            ("beg", "beg begs begged begged begging"),
            ("quip", "quip quips quipped quipped quipping"),
            ("quiz", "quiz quizzes quizzed quizzed quizzing"),
            ("report", "report reports reported reported reporting"),
            ("shout", "shout shouts shouted shouted shouting"),
            ("admit admitted", "admit admits admitted admitted admitting"),
            ("panic panicked", "panic panics panicked panicked panicking"),
            (
                "begin began begun beginning",
                "begin begins began begun beginning",
            ),
            (
                "learn learned/learnt",
                "learn learns learned learnt learned learnt learning",
            ),
            ("put put", "put puts put put putting"),
            ("answer", "answer answers answered answered answering"),
            ("veto", "veto vetoes vetoed vetoed vetoing"),
            ("preach", "preach preaches preached preached preaching"),
            (
                "signal",
                "signal signals signaled signalled signaled signalled signaling signalling",
            ),
        ] {
            let verb = VerbEntry::parse(line).unwrap().verb;
            let made: Vec<String> = forms(&verb).into_iter().map(|(form, _)| form).collect();
            assert_eq!(made.join(" "), expected);
        }
    }

    #[test]
    fn nouns_have_their_plural() {
        for (noun, plural_form) in [
            ("lawyer", "lawyers"),
            ("agency", "agencies"),
            ("boy", "boys"),
            ("church", "churches"),
            ("boss", "bosses"),
            ("video", "videos"),
            ("hero", "heroes"),
        ] {
            assert_eq!(plural(noun), plural_form);
        }
    }
}
