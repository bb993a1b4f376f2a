//! Files of fitted weights.
//!
//! Each begins with a line such as `quotation-weights 1 news 0b1e5f176c98f123`: what it is, the version
//! of this form, the model, and a hash of the definitions of the features that were fitted. A file of
//! other features is refused when the library is built. What follows the line, text or bytes, is the
//! model's own matter.

/// What a file begins with, version and all.
const MAGIC: &str = "quotation-weights 1 ";
/// How many digits the hash has.
const DIGITS: usize = 16;

/// A hash of definitions of features: their names, and what else gives them their meaning.
///
/// This is FNV-1a (Fowler, Noll and Vo), which can be computed when the library is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Definitions(u64);

impl Definitions {
    pub(crate) const NONE: Definitions = Definitions(0xCBF2_9CE4_8422_2325);

    /// With a text, which ends where the next begins.
    pub(crate) const fn and(self, text: &str) -> Definitions {
        /// No text has this byte.
        const END: u8 = 0xFF;
        let bytes = text.as_bytes();
        let mut hash = self;
        let mut at = 0;
        while at < bytes.len() {
            hash = hash.byte(bytes[at]);
            at += 1;
        }
        hash.byte(END)
    }

    /// With a number.
    pub(crate) const fn and_number(self, number: u32) -> Definitions {
        let [a, b, c, d] = number.to_le_bytes();
        self.byte(a).byte(b).byte(c).byte(d)
    }

    const fn byte(self, byte: u8) -> Definitions {
        Definitions((self.0 ^ byte as u64).wrapping_mul(0x0000_0100_0000_01B3))
    }

    /// The digit of the hash at a position, as a file has it.
    const fn digit(self, position: usize) -> u8 {
        b"0123456789abcdef"[(self.0 >> (4 * (DIGITS - 1 - position))) as usize & 0xF]
    }
}

/// Whether a file has the weights of this model, fitted to these definitions.
#[cfg(any(test, not(feature = "fit")))]
pub(crate) const fn fits(file: &[u8], model: &str, definitions: Definitions) -> bool {
    let name_end = MAGIC.len() + model.len();
    if file.len() < name_end + 1 + DIGITS + 1
        || !has(file, 0, MAGIC.as_bytes())
        || !has(file, MAGIC.len(), model.as_bytes())
        || file[name_end] != b' '
    {
        return false;
    }
    let mut position = 0;
    while position < DIGITS {
        if file[name_end + 1 + position] != definitions.digit(position) {
            return false;
        }
        position += 1;
    }
    file[name_end + 1 + DIGITS] == b'\n'
}

#[cfg(any(test, not(feature = "fit")))]
const fn has(file: &[u8], from: usize, part: &[u8]) -> bool {
    let mut at = 0;
    while at < part.len() {
        if file[from + at] != part[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// What follows the first line.
pub(crate) fn body(file: &[u8]) -> &[u8] {
    let line = file.iter().position(|&byte| byte == b'\n');
    line.map_or(&[], |line| &file[line + 1..])
}

/// What follows the first line, where that is text.
pub(crate) fn text(file: &str) -> &str {
    file.split_once('\n').map_or("", |(_, text)| text)
}

/// The first line of a file of this model, fitted to these definitions.
#[cfg(any(test, feature = "fit"))]
pub(crate) fn head(model: &str, definitions: Definitions) -> String {
    let digits: String = (0..DIGITS)
        .map(|position| char::from(definitions.digit(position)))
        .collect();
    format!("{MAGIC}{model} {digits}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFINITIONS: Definitions = Definitions::NONE
        .and("subject")
        .and("object")
        .and_number(18);

    #[test]
    fn a_file_fits_the_definitions_that_it_was_fitted_to() {
        let file = head("news", DEFINITIONS) + "subject 1.25\n";
        assert!(fits(file.as_bytes(), "news", DEFINITIONS));
        assert_eq!(text(&file), "subject 1.25\n");
        assert_eq!(body(file.as_bytes()), b"subject 1.25\n");
    }

    #[test]
    fn a_file_of_others_does_not() {
        let file = head("news", DEFINITIONS);
        let others = [
            Definitions::NONE
                .and("object")
                .and("subject")
                .and_number(18),
            Definitions::NONE.and("subjectobject").and_number(18),
            DEFINITIONS.and_number(1),
        ];
        for other in others {
            assert!(!fits(file.as_bytes(), "news", other));
        }
        assert!(!fits(file.as_bytes(), "new", DEFINITIONS));
        assert!(!fits(file.as_bytes(), "novel", DEFINITIONS));
        for cut in 0..file.len() {
            assert!(!fits(&file.as_bytes()[..cut], "news", DEFINITIONS));
        }
    }
}
