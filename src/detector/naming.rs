//! Which of a speaker's names is the one that results give.

use std::cmp::Reverse;
use std::mem;

use crate::config::Config;
use crate::kinds::{Naming, SpeakerKind};
use crate::language::{Class, Lexicon};
use crate::parts::Speaker;

/// Gives speakers the names that the caller wants, of those that the text has. A cast's names stay.
pub(super) fn apply(text: &str, config: &Config, lexicon: &Lexicon, speakers: &mut [Speaker]) {
    let Some(naming) = config.naming else {
        return;
    };
    let named = speakers.iter_mut().filter(|speaker| {
        matches!(
            speaker.kind,
            SpeakerKind::Person | SpeakerKind::Organisation
        ) && !config.cast_names.contains(&speaker.name)
    });
    for speaker in named {
        let rank = |name: &str| match naming {
            Naming::Fullest => (length(lexicon, name), 0),
            Naming::MostUsed => (uses(text, speaker, name), length(lexicon, name)),
        };
        // Of several that are as good, the name before the aliases.
        let best = (0..speaker.aliases.len())
            .map(|alias| (rank(&speaker.aliases[alias]), Reverse(alias)))
            .max();
        if let Some((best, Reverse(alias))) = best
            && best > rank(&speaker.name)
        {
            let Speaker { name, aliases, .. } = speaker;
            mem::swap(name, &mut aliases[alias]);
        }
    }
}

/// How many words a proper name has, titles aside; none of a description.
fn length(lexicon: &Lexicon, name: &str) -> usize {
    if name.starts_with(char::is_lowercase) {
        return 0;
    }
    let words = name.split(' ');
    let own = words.filter(|word| !lexicon.look_up(word.trim_end_matches('.')).is(Class::Title));
    own.count()
}

/// How often a text calls somebody by a name.
fn uses(text: &str, speaker: &Speaker, name: &str) -> usize {
    let mentions = speaker.mentions.iter();
    mentions
        .filter(|&&mention| text[mention].split_whitespace().eq(name.split(' ')))
        .count()
}
