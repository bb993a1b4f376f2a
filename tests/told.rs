//! Descriptions and names in stories that mean somebody whom the text has named: "his wife", "the engineer", "Mr. Edgar".

#[path = "common/story.rs"]
mod story;

use story::{novel, speakers};

#[test]
fn kin_are_told_by_the_titles_of_their_family_name() {
    let text = "Mr. Holm put down his paper. Mrs. Lund, who had come to tea, said nothing.\n\n\
        “It will rain,” he said.\n\n“It will do nothing of the sort,” said his wife.\n\n\
        Mrs. Holm went to the window. Miss Holm was in the garden, with a book, and Miss Holm was wet.\n\n\
        “Come in,” called her mother.\n\n“I am coming,” said Miss Holm.";
    let speakers = speakers(&novel().detect(text)).join(", ");
    assert_eq!(speakers, "Mr. Holm, Mrs. Holm, Mrs. Holm, Miss Holm");
}

#[test]
fn kin_are_those_whom_the_text_names_beside_the_word() {
    let text = "Ida Holm had asked for a boat. Her brother, Tom Falk, had one.\n\n\
        “It leaks,” said Tom.\n\n“I can swim,” said Ida.\n\nShe looked at it once more.\n\n\
        “It leaks at both ends,” said her brother.";
    let speakers = speakers(&novel().detect(text)).join(", ");
    assert_eq!(speakers, "Tom Falk, Ida Holm, Tom Falk");
}

#[test]
fn somebody_is_called_by_what_the_text_told_that_they_do() {
    let text = "Oskar Lund, an engineer from Harl, looked at the bridge. Ida Holm held the lamp.\n\n\
        “Well?” asked Ida.\n\n“It will hold,” said the engineer.\n\n“For how long?” said Ida.\n\n\
        “A week,” said Oskar.";
    let speakers = speakers(&novel().detect(text)).join(", ");
    assert_eq!(speakers, "Ida Holm, Oskar Lund, Ida Holm, Oskar Lund");
}

#[test]
fn what_somebody_is_like_is_nobody_else() {
    let text = "Ida Holm had once been a teacher. She sat like a queen at the end of the table, and Oskar Lund \
        stood before her like a schoolboy.\n\n“I lost it.”\n\n“Where?” said Ida.\n\n“On the ferry.”";
    let speakers = speakers(&novel().detect(text)).join(", ");
    assert_eq!(speakers, "Oskar Lund, Ida Holm, Oskar Lund");
}

#[test]
fn a_given_name_means_the_one_of_whom_it_and_a_title_are_used() {
    let text = "Clara Berg was late. Miss Berg was never late. Clara ran. Miss Berg hardly ever ran, nor had \
        Miss Berg been seen to, and Miss Berg was out of breath. “Here comes Cousin Clara,” said Ida Holm.\n\n\
        “The clock was slow,” said Miss Berg.\n\n“All of them?” said Ida.\n\n“Mine was,” said Clara.";
    let document = novel().detect(text);
    let speakers = speakers(&document);
    assert_eq!(speakers[1], speakers[3]);
    assert_eq!(speakers[0], "Ida Holm");
}

#[test]
fn mister_stands_before_given_names_too() {
    let text = "Edgar Lund had a key. The cook did not trust it.\n\n“Is that you, Mr. Edgar?” said Ida Holm.\n\n\
        “It is,” said Mr. Edgar.\n\n“Then come in,” said Ida.\n\n“Thank you,” said Edgar.";
    let document = novel().detect(text);
    let speakers = speakers(&document);
    assert_eq!(speakers[1], speakers[3]);
}
