//! Annotated tokens laid on the text that they were cut from.
//!
//! Tokens differ from their text by white space, by the form of marks and dashes, and here and there by
//! a character.

/// So many characters in a row tell where tokens and text meet again after a difference.
const PROBE: usize = 8;
/// How far ahead they are looked for.
const REACH: usize = 400;
/// So many characters in a row without a counterpart mean that the tokens are of another text.
const LOST: usize = 40;

/// The position in the text of each character of the tokens, both in characters; nothing if they do not
/// belong together.
pub(super) fn align(tokens: &[char], text: &[char]) -> Option<Vec<usize>> {
    let tokens: Vec<char> = tokens.iter().copied().map(plain).collect();
    let text: Vec<char> = text.iter().copied().map(plain).collect();
    let mut positions = Vec::with_capacity(tokens.len());
    // The next position in the text, and how many characters have had none since the last that had one.
    let (mut next, mut lost) = (0, 0);
    for (number, &token) in tokens.iter().enumerate() {
        let at = next
            + text[next..]
                .iter()
                .take_while(|&&c| is_passed(c, token))
                .count();
        let found = if text.get(at) == Some(&token) {
            Some(at)
        } else {
            let probe = &tokens[number..tokens.len().min(number + PROBE)];
            meet(probe, &text, at)
        };
        match found {
            Some(found) => {
                positions.push(found);
                (next, lost) = (found + 1, 1);
            }
            None => {
                lost += 1;
                if lost >= LOST && positions.len() >= LOST {
                    return None;
                }
                positions.push(next.min(text.len().saturating_sub(1)));
            }
        }
    }
    Some(positions)
}

/// One form for marks and dashes that come in several.
fn plain(c: char) -> char {
    match c {
        '‘' | '’' | '`' => '\'',
        '“' | '”' => '"',
        '—' | '–' => '-',
        c => c,
    }
}

/// White space, and marks of emphasis and notes, stand in the text alone.
fn is_passed(c: char, token: char) -> bool {
    c.is_whitespace() || c != token && matches!(c, '_' | '*' | '[' | ']')
}

/// Where the text goes on as the tokens do.
fn meet(probe: &[char], text: &[char], from: usize) -> Option<usize> {
    let is_solid = |c: &&char| !c.is_whitespace() && !matches!(c, '_' | '*');
    let starts = from..text.len().min(from + REACH);
    let mut meeting = starts.filter(|&start| {
        let rest = text[start..].iter().filter(is_solid);
        rest.take(probe.len()).eq(probe)
    });
    let start = meeting.next()?;
    Some(
        start
            + text[start..]
                .iter()
                .take_while(|c| c.is_whitespace())
                .count(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn tokens_are_laid_on_their_text() {
        let text = chars("“It _holds_,”\nshe said.");
        let tokens = chars("\"Itholds,\"shesaid.");
        let positions = align(&tokens, &text).unwrap();
        let laid: String = positions.iter().map(|&at| text[at]).collect();
        assert_eq!(laid, "“Itholds,”shesaid.");
    }

    #[test]
    fn a_difference_is_passed() {
        let text = chars("The dam (he thought) will hold for a year");
        let tokens = chars("Thedam--willholdforayear");
        let positions = align(&tokens, &text).unwrap();
        assert_eq!(positions[8], 21);
    }

    #[test]
    fn another_text_is_refused() {
        let text = chars(&"It holds. ".repeat(20));
        let tokens = chars(&"zz".repeat(60));
        assert_eq!(align(&tokens, &text), None);
    }
}
