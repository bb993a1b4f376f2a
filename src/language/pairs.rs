//! Lists of words that stand for others.

/// Words in lower case, each with what it stands for, sorted by the word.
#[derive(Clone, Copy, Debug)]
pub struct Pairs(pub &'static [Pair]);

/// A word with what it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The first bytes of the word. Most words differ in them, and they are compared faster.
    beginning: u32,
    pub(super) word: &'static str,
    pub(super) meaning: &'static str,
}

impl Pair {
    pub const fn new(word: &'static str, meaning: &'static str) -> Pair {
        Pair {
            beginning: beginning(word),
            word,
            meaning,
        }
    }
}

impl Pairs {
    /// What a word stands for.
    pub(crate) fn get(self, word: &str) -> Option<&'static str> {
        let own = beginning(word);
        let first = self.0.partition_point(|known| known.beginning < own);
        let alike = self.0[first..]
            .iter()
            .take_while(|known| known.beginning == own);
        let mut alike = alike.filter(|known| known.word == word);
        alike.next().map(|known| known.meaning)
    }
}

/// The first bytes of a word as a number that sorts as they do.
const fn beginning(word: &str) -> u32 {
    let bytes = word.as_bytes();
    if let Some(first) = bytes.first_chunk() {
        return u32::from_be_bytes(*first);
    }
    let mut number = 0;
    let mut at = 0;
    while at < size_of::<u32>() {
        let byte = if at < bytes.len() { bytes[at] } else { 0 };
        number = number << u8::BITS | byte as u32;
        at += 1;
    }
    number
}

/// The [`Pairs`] of a file's text, read while the crate is compiled: on each line a word, a space, and
/// what it stands for. Lines that begin with `#` are comments.
macro_rules! pairs {
    ($text:expr) => {
        $crate::language::pairs::Pairs(
            &const {
                const TEXT: &str = $text;
                $crate::language::pairs::read::<{ $crate::language::pairs::count(TEXT) }>(TEXT)
            },
        )
    };
}
pub(super) use pairs;

/// How many lines hold a pair.
pub(super) const fn count(text: &str) -> usize {
    let mut count = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = split_before(rest, b'\n');
        count += is_pair(line) as usize;
        rest = after;
    }
    count
}

/// Reads that many pairs.
pub(super) const fn read<const COUNT: usize>(text: &'static str) -> [Pair; COUNT] {
    let mut pairs = [Pair::new("", ""); COUNT];
    let mut at = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = split_before(rest, b'\n');
        if is_pair(line) {
            let (word, meaning) = split_before(line, b' ');
            pairs[at] = Pair::new(word, meaning);
            at += 1;
        }
        rest = after;
    }
    pairs
}

const fn is_pair(line: &str) -> bool {
    !line.is_empty() && line.as_bytes()[0] != b'#'
}

/// What stands before and after the first ASCII character of a kind.
const fn split_before(text: &str, sign: u8) -> (&str, &str) {
    let mut at = 0;
    while at < text.len() && text.as_bytes()[at] != sign {
        at += 1;
    }
    let (before, rest) = text.split_at(at);
    match rest.split_at_checked(1) {
        Some((_, after)) => (before, after),
        None => (before, ""),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_of_a_list_is_found_and_no_other() {
        let list = pairs!("# b none\nab x\nb y z\n\nbc z");
        assert_eq!(list.get("ab"), Some("x"));
        assert_eq!(list.get("b"), Some("y z"));
        assert_eq!(list.get("bc"), Some("z"));
        for word in ["", "#", "a", "ac", "bb", "c", "é"] {
            assert_eq!(list.get(word), None, "{word}");
        }
    }
}
