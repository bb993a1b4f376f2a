//! English, until a caller says otherwise.

use super::english::ENGLISH;
use super::lexicon::Lexicon;
use super::supply::Language;

impl Default for &Language {
    fn default() -> Self {
        &ENGLISH
    }
}

impl Default for &Lexicon {
    fn default() -> Self {
        Lexicon::english()
    }
}
