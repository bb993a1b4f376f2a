//! Plain paragraphs need no search: with and without one, the decisions are the same.

use super::*;
use crate::language::Lexicon;
use crate::quote::events::events;
use crate::quote::marks::Marks;
use crate::span::Span;
use crate::token::Lines;
use crate::token::mark::Mark;

/// The decisions about a text's marks, with and without the search of plain paragraphs, and how
/// many paragraphs are plain.
fn decisions(text: &str) -> (Vec<MarkDecision>, Vec<MarkDecision>, usize) {
    let lines = Lines::of(text, Lexicon::english().language.orthography);
    let breaks: Vec<Span> = lines.paragraph_breaks().collect();
    let apostrophes = &Lexicon::english().language.orthography.apostrophes;
    let marks: Vec<Mark> = Marks::new(text, apostrophes).collect();
    let convention = Convention::of(marks.iter());
    let events = events(text, &marks, &breaks, apostrophes, &convention);
    let clauses = ReportingClauses {
        text,
        lexicon: Lexicon::english(),
    };
    let mut search = PairSearch::new(clauses, &convention, events.len());
    events.iter().for_each(|event| search.read(event));
    let plain = events
        .chunk_by(|_, next| next.breaks == 0)
        .filter(|paragraph| plain::style(paragraph, &convention).is_some());
    let count = plain.count();
    let (decided, _) = decide(clauses, &events, &convention);
    (decided, search.finish().0, count)
}

/// A generator of numbers below a limit: Marsaglia's xorshift.
fn random(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |limit| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % limit
    }
}

#[test]
fn plain_paragraphs_are_read_as_the_search_reads_them() {
    const PLAIN: [&str; 8] = [
        "“We sail at noon,” said the mate. “Be there.”",
        "The mate said that the ship would be “late”, and that the tide “was no friend of ours.”",
        "Nobody came. The sailors’ boots stood on the quay. “Strange,” she said.",
        "“Strange,” she said, “and the girls’ coats too.” The masts’ ropes sang.",
        "\"We sail at noon,\" said the mate. \"Be there.\"",
        "He called it \"late\". \"Why?\" she asked.",
        "‘We sail at noon,’ said the mate. ‘Be there.’",
        "«We sail at noon», said the mate.",
    ];
    const OTHER: [&str; 16] = [
        "No mark at all.",
        "“We sail at noon, said the mate.",
        "We sail at noon,” said the mate.",
        "“And there is more. It goes on.",
        "“And he told me: ‘Go on.’ So I did.”",
        "“And he told me: ‘Go on. So I did.",
        "’Tis late. The goin’ was ’ard for ’em.",
        "It was 6’2” tall, and 28\" wide.",
        "\"",
        "' '",
        "“”",
        "”’ “",
        "``No,'' he said. ''Yes.''",
        "“ Lost ” in space",
        "« Oui » “ou «non»”",
        "’“Yes,” ‘no’",
    ];
    let mut random = random(7);
    let (mut skipped, mut searched) = (0, 0);
    for _ in 0..6_000 {
        let others = random(6);
        let kind = random(PLAIN.len());
        let paragraphs: Vec<&str> = (0..1 + random(9))
            .map(|_| match random(6) < others {
                true => OTHER[random(OTHER.len())],
                false => PLAIN[(kind + random(2)) % PLAIN.len()],
            })
            .collect();
        let mut text = paragraphs.join(["\n\n", "\n", "\n\n\n"][random(3)]);
        if random(3) == 0 {
            let mut at = random(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            text.insert_str(at, ["“", "”", "’", "\"", "\n\n"][random(5)]);
        }
        let (decided, by_search, plain) = decisions(&text);
        assert_eq!(decided, by_search, "{text:?}");
        match plain {
            0 => searched += 1,
            _ => skipped += 1,
        }
    }
    assert!(skipped > 1_000 && searched > 100, "{skipped} {searched}");
}
