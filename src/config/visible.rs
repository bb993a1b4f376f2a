//! Whether a text can be seen at all.

/// Whether a text has a character that shows.
pub(crate) fn is_visible(text: &str) -> bool {
    text.chars()
        .any(|c| !c.is_whitespace() && !c.is_control() && !is_ignorable(c))
}

/// Whether Unicode has a character shown as nothing (`Default_Ignorable_Code_Point`): soft hyphens,
/// joiners, marks of direction, variation selectors.
fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::is_visible;

    #[test]
    fn zero_width_and_control_characters_do_not_show() {
        for text in [
            "",
            " ",
            "\0",
            "\u{200b}",
            "\u{feff}\u{2060} \u{ad}",
            "\u{202e}\t",
        ] {
            assert!(!is_visible(text), "{text:?}");
        }
        for text in ["a", "\u{200b}a", "李", "?", "…", "🙂"] {
            assert!(is_visible(text), "{text:?}");
        }
    }
}
