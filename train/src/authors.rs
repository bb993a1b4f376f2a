//! The authors of novels: what is fitted to an author is not measured on them.

use std::collections::BTreeMap;

use crate::gold::Document;

/// The authors of the novels of PDNC, by the names of their folders.
const AUTHORS: &[(&str, &str)] = &[
    ("AHandfulOfDust", "Waugh"),
    ("ARoomWithAView", "Forster"),
    ("AlicesAdventuresInWonderland", "Carroll"),
    ("AnneOfGreenGables", "Montgomery"),
    ("DaisyMiller", "James"),
    ("Emma", "Austen"),
    ("HowardsEnd", "Forster"),
    ("NightAndDay", "Woolf"),
    ("NorthangerAbbey", "Austen"),
    ("Persuasion", "Austen"),
    ("PrideAndPrejudice", "Austen"),
    ("SenseAndSensibility", "Austen"),
    ("TheAgeOfInnocence", "Wharton"),
    ("TheAwakening", "Chopin"),
    ("TheGambler", "Dostoevsky"),
    ("TheInvisibleMan", "Wells"),
    ("TheManWhoWasThursday", "Chesterton"),
    ("TheMysteriousAffairAtStyles", "Christie"),
    ("ThePictureOfDorianGray", "Wilde"),
    ("TheSignOfTheFour", "Doyle"),
    ("TheSportOfTheGods", "Dunbar"),
    ("TheSunAlsoRises", "Hemingway"),
];

/// The number of the part that each novel is put into, of `count` parts. All novels of an author are in one;
/// the author with the most lines is put first, each into the part that has the fewest so far.
pub(crate) fn parts(novels: &[&Document], count: usize) -> Vec<usize> {
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for novel in novels {
        *lines.entry(author(novel)).or_default() += novel.quotations.len();
    }
    let mut authors: Vec<(&str, usize)> = lines.into_iter().collect();
    authors.sort_by_key(|&(_, lines)| std::cmp::Reverse(lines));
    let mut sums = vec![0; count];
    let mut parts: BTreeMap<&str, usize> = BTreeMap::new();
    for (author, lines) in authors {
        let part = (0..count).min_by_key(|&part| sums[part]).unwrap_or(0);
        sums[part] += lines;
        parts.insert(author, part);
    }
    novels.iter().map(|novel| parts[author(novel)]).collect()
}

/// The author of a novel; one that is not known is taken to be an author's only one.
fn author(novel: &Document) -> &str {
    let name = novel.id.rsplit('/').next().unwrap_or_default();
    let known = AUTHORS.iter().find(|(own, _)| *own == name);
    known.map_or(name, |(_, author)| author)
}
