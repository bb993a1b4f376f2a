//! What English titles tell, and those of other languages in English texts.

use crate::language::supply::Titles;

pub(super) const TITLES: Titles = Titles {
    of_wives: &[
        "mrs", "madame", "mme", "frau", "signora", "senora", "missis",
    ],
    of_unmarried: &[
        "miss",
        "mademoiselle",
        "mlle",
        "fraulein",
        "fräulein",
        "signorina",
        "senorita",
    ],
    of_gentlemen: &[
        "mr", "mister", "monsieur", "herr", "signor", "senor", "señor",
    ],
    of_mothers: &["mrs", "lady", "madame"],
    before_family_names: &["mr", "mister", "mrs"],
};
