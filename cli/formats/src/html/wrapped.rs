//! Texts whose lines were wrapped by hand or by a program, as plain-text books are.

/// The longest line of such a text, in characters.
const LONGEST: usize = 100;
/// How many in a hundred line ends must be where the next word did not fit.
const MOST: usize = 90;
/// What sentences end with.
const ENDS: [char; 8] = ['.', '!', '?', ':', '”', '"', '’', '\''];

/// Whether lines end where the next word would have made them longer than the longest one, and mostly
/// within sentences. A page may show such ends as spaces.
pub(super) fn is_wrapped(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let len = |line: &str| line.chars().count();
    let longest = lines.iter().map(|line| len(line)).max().unwrap_or(0);
    let (mut full, mut within, mut ends) = (0, 0, 0);
    for pair in lines.windows(2) {
        let next = pair[1].split_whitespace().next();
        if let (false, Some(next)) = (pair[0].is_empty(), next) {
            ends += 1;
            within += usize::from(!pair[0].ends_with(ENDS));
            full += usize::from(len(pair[0]) + 1 + len(next) > longest);
        }
    }
    ends > 0 && longest <= LONGEST && full * 100 >= ends * MOST && within * 2 > ends
}

#[cfg(test)]
mod tests {
    use super::is_wrapped;

    #[test]
    fn wrapped_lines_are_told_from_others() {
        let wrapped = "It was the voice of the engineer,\nwho came upon them so quickly\n\
                       that nobody heard her.\n\n“Good evening,” she said.\n";
        assert!(is_wrapped(wrapped));
        assert!(is_wrapped(&wrapped.replace('\n', "\r\n")));
        for other in [
            "",
            "One line.",
            "“Two lines are two paragraphs,” said Ines Okoro.\nNobody answered.",
            "A verse,\nand another line of it,\nand one,\nand the last line of it.",
            "A paragraph a line.\nThey differ in length, as paragraphs do, and this is longer.\nShort.\nEnd.",
            &"“Long enough to be a paragraph,” said Ines Okoro, “as many of the others are as well.”\n".repeat(5),
        ] {
            assert!(!is_wrapped(other), "{other}");
        }
    }
}
