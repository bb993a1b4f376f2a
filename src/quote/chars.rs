//! What every step asks about characters.

/// Whether a character is a letter or a number. The same as [`char::is_alphanumeric`], without a
/// search through Unicode's tables for quotation marks and dashes.
pub(super) fn is_alphanumeric(c: char) -> bool {
    match c {
        '\u{2000}'..='\u{206f}' => false,
        _ => c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn general_punctuation_has_no_letter_or_number() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
