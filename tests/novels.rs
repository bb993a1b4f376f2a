//! Stories: whose turn it is, who is called, and what an audiobook is made of.

use quotation::{Document, Genre, QuoteDetector, SpeakerKind};

#[path = "common/story.rs"]
mod story;

use story::{novel, speakers};

const FERRY: &str = "\
“You are late,” said Marta Quill.

Jonas Peel put down his bag. “The ferry was.”

“Was it full?”

“Of sheep.”

“And the letter?”

“I have it here, Marta.”

“Then read it,” said Marta.
";

#[test]
fn lines_between_known_ones_take_turns() {
    let document = novel().detect(FERRY);
    let (marta, jonas) = ("Marta Quill", "Jonas Peel");
    let all = [marta, jonas, marta, jonas, marta, jonas, marta];
    assert_eq!(speakers(&document), all);
}

#[test]
fn a_name_in_a_line_tells_to_whom_it_is_spoken() {
    let document = novel().detect(FERRY);
    let addressees: Vec<Option<&str>> = document
        .attributions()
        .map(|attribution| attribution.addressee().map(|who| who.name()))
        .collect();
    assert_eq!(addressees[5], Some("Marta Quill"));
    assert_eq!(addressees[0], None);
}

#[test]
fn who_acts_in_the_paragraph_of_a_line_speaks_it() {
    let text = "“Where is the key?” said Ida Holm.\n\n“On the nail,” said Oskar Lund.\n\n\
        “It was on the nail at noon,” said Ida.\n\nBruno Falk shrugged. “It fell.”\n\n\
        “Then who has it?” said Ida.";
    let speakers = speakers(&novel().detect(text)).join(", ");
    assert_eq!(
        speakers,
        "Ida Holm, Oskar Lund, Ida Holm, Bruno Falk, Ida Holm"
    );
}

#[test]
fn two_who_are_named_late_speak_from_the_start() {
    let text = "He had waited at the pump for an hour when she came up the lane.\n\n\
        “You're late,” he said.\n\n“The bridge was up.”\n\n“It's always up.”\n\n\
        “Then you should have come to me.”\n\nShe put down the basket, and he looked into it.\n\n\
        “Mrs. Varga sends you those,” she said.\n\n“All of them?”\n\n\
        “She counts them. Eat slowly.”\n\n“I shall.” Tibor took an apple.\n\n\
        “They want me at the mill,” Lena said.";
    let (lena, tibor) = ("Lena", "Tibor");
    let all = [tibor, lena, tibor, lena, lena, tibor, lena, tibor, lena];
    assert_eq!(speakers(&novel().detect(text)), all);
}

#[test]
fn any_verb_beside_a_mark_reports() {
    for verb in ["growled", "wheezed", "volunteered", "sang out", "broke in"] {
        let text = format!("“Nobody asked the goat,” {verb} Jonas Peel, and shut the gate.");
        assert_eq!(speakers(&novel().detect(&text)), ["Jonas Peel"], "{verb}");
    }
}

#[test]
fn who_acts_between_dashes_speaks() {
    let text = "“Is the goat fed?” said Marta Quill.\n\n\
                “It has eaten the”—Jonas Peel looked for the word—“ledger.”\n\n\
                “It knew,” said Marta.";
    let document = novel().detect(text);
    let (marta, jonas) = ("Marta Quill", "Jonas Peel");
    assert_eq!(speakers(&document), [marta, jonas, jonas, marta]);
    assert_eq!(document.attributions().count(), 3);
}

#[test]
fn a_line_is_somebodys_answer() {
    for tail in [
        "was Jonas Peel’s answer.",
        "was the answer of Jonas Peel.",
        "came the reply from Jonas Peel.",
    ] {
        let text = format!("“Is the goat fed?” said Marta Quill.\n\n“Twice,” {tail}");
        let document = novel().detect(&text);
        assert_eq!(speakers(&document), ["Marta Quill", "Jonas Peel"], "{tail}");
    }
}

#[test]
fn the_other_is_not_the_one_who_spoke() {
    let text = "“Lend me the boat,” said Marta Quill to Jonas Peel.\n\n“It leaks,” said the other.";
    assert_eq!(
        speakers(&novel().detect(text)),
        ["Marta Quill", "Jonas Peel"]
    );
}

#[test]
fn pet_names_mean_the_bearer_of_the_name() {
    let text = "Elizabeth Quill rowed. Elizabeth Quill had always rowed, and Elizabeth Quill would \
                row tomorrow.\n\n“Pull,” said Jonas Peel.\n\n“I am pulling,” said Lizzy.";
    assert_eq!(
        speakers(&novel().detect(text)),
        ["Jonas Peel", "Elizabeth Quill"]
    );
}

#[test]
fn pronouns_tell_who_a_title_does_not_suit() {
    let text = "Merrow Quill had lost his hat. Merrow Quill said he would buy another, for he \
                was vain. Merrow Quill took his stick, and he went out.\n\n\
                “Your hat!” said Miss Quill.";
    assert_eq!(speakers(&novel().detect(text)), ["Miss Quill"]);
}

#[test]
fn kin_named_once_are_known_by_their_noun() {
    let text = "“Is it far?” said Marta’s nephew.\n\n“Two days,” said Jonas Peel.\n\n\
                “Then I stay,” said the nephew.";
    let document = novel().detect(text);
    let all: Vec<_> = document
        .attributions()
        .map(|one| one.speaker().unwrap().id())
        .collect();
    assert_eq!(all[0], all[2]);
    assert_ne!(all[0], all[1]);
}

#[test]
fn houses_and_families_do_not_speak() {
    let text = "Marta Quill had lived in Overmere, and she meant to stay at Overmere. The Peels lived in \
                Overmere too.\n\nJonas Peel came in from the yard.\n\n“Is it far?”\n\n“Two days,” said \
                Marta Quill.";
    assert_eq!(
        speakers(&novel().detect(text)),
        ["Jonas Peel", "Marta Quill"]
    );
}

#[test]
fn a_tag_holds_for_the_next_line_of_its_paragraph() {
    let text = "“We are out of salt,” said Marta Quill.\n\n“Then borrow some,” said Jonas Peel.\n\n\
                The gate banged. “Have you eaten?” her aunt called over the hedge. “There is soup.”";
    let speakers = speakers(&novel().detect(text)).join(", ");
    assert_eq!(speakers, "Marta Quill, Jonas Peel, her aunt, her aunt");
}

#[test]
fn the_only_woman_is_not_her_own_aunt() {
    let text = "“We are out of salt,” said Marta Quill.\n\n“Then borrow some,” said Jonas Peel.\n\n\
                Her aunt put down the kettle.\n\n“There is soup,” her aunt said.";
    let speakers = speakers(&novel().detect(text)).join(", ");
    assert_eq!(speakers, "Marta Quill, Jonas Peel, Her aunt");
}

#[test]
fn who_is_called_before_narration_names_him_is_known() {
    let text = "“That was our exit,” she said.\n\n“It was a farm road,” he said.\n\n“Bruno.”\n\n\
                “It had a cow on it,” he admitted.\n\n“So has the exit,” she said.\n\n“Not that cow.”\n\n\
                “You know them by now?”\n\nBruno turned the car. Ida folded the map and laughed.\n\n\
                “Drive,” said Ida.";
    let speakers = speakers(&novel().detect(text)).join(", ");
    assert_eq!(speakers, "Ida, Bruno, Ida, Bruno, Ida, Bruno, Ida, Ida");
}

#[test]
fn a_wife_is_not_the_officer_of_her_name() {
    let text = "“Cast off,” said Captain Quill.\n\n“Not yet,” said Mrs. Quill.";
    assert_eq!(
        speakers(&novel().detect(text)),
        ["Captain Quill", "Mrs. Quill"]
    );
}

#[test]
fn a_voice_is_its_owners() {
    let text = "Mr. Peel and Mrs. Quill went down to the water.\n\n\
                Mr. Peel's voice shook. “It has sunk.”\n\nMrs. Quill's did not. “It will rise.”";
    assert_eq!(speakers(&novel().detect(text)), ["Mr. Peel", "Mrs. Quill"]);
}

#[test]
fn a_beat_tells_who_speaks() {
    let text = "Marta Quill shook her head. “No.”\n\nJonas Peel turned away. “As you wish.”";
    assert_eq!(
        speakers(&novel().detect(text)),
        ["Marta Quill", "Jonas Peel"]
    );
}

#[test]
fn pronouns_agree_with_those_on_the_stage() {
    let text = "Mrs. Quill and Mr. Peel stood at the rail.\n\n“It is cold,” he said.\n\n\
                “It is winter,” she answered.";
    assert_eq!(speakers(&novel().detect(text)), ["Mr. Peel", "Mrs. Quill"]);
}

#[test]
fn names_go_on_over_the_end_of_a_line() {
    let text = "The rain had come early that year, and the ferry lay at the pier until noon. Mrs.\n\
                Quill had paid twice for the crossing, and she was not the woman to pay for it a\n\
                third time.\n\n“We shall sink before the first buoy, as they did the year before,” said Mrs.\n\
                Quill. “I shall say so to the purser.”\n\n“Let the woman have her way, and give her a seat by the door,” said the old\n\
                man.\n";
    assert_eq!(
        speakers(&novel().detect(text)),
        ["Mrs. Quill", "Mrs. Quill", "the old man"]
    );
}

#[test]
fn one_speaker_goes_on_over_paragraphs() {
    let text = "“First the boat went,” said Marta Quill. “Then the oars.\n\n“Then the dog.”\n\n\
                “Poor dog,” said Jonas Peel.";
    let document = novel().detect(text);
    assert_eq!(
        speakers(&document),
        ["Marta Quill", "Marta Quill", "Jonas Peel"]
    );
}

#[test]
fn the_unnamed_have_one_name_throughout() {
    let text = "“Tickets,” said the old man.\n\n“We have none,” said Marta Quill.\n\n\
                “Then you walk,” said the old man.";
    let document = novel().detect(text);
    let all: Vec<_> = document
        .attributions()
        .map(|one| one.speaker().unwrap().id())
        .collect();
    assert_eq!(all[0], all[2]);
    assert_ne!(all[0], all[1]);
}

#[test]
fn stories_and_reports_are_told_apart() {
    let story = "“I never asked you,” said Marta, and he laughed at her. “You did,” he said. She had \
                 forgotten it. He had not. “Was it long ago?” she said, and took his hand in hers.\n\n"
        .repeat(12);
    let before_last = |document: &Document<'_>| {
        let speakers = document.speakers().len();
        let nobody = document
            .attributions()
            .filter(|one| one.speaker().is_none())
            .count();
        (speakers, nobody)
    };
    // What the text tells is what a caller would say.
    assert_eq!(
        before_last(&QuoteDetector::new().detect(&story)),
        before_last(&novel().detect(&story))
    );
    let report =
        "“The dam will hold,” Ines Okoro, a spokeswoman for the Water Board, said on Monday. \
                  The company has spent 12 million dollars since 2019.\n\n"
            .repeat(12);
    let news = QuoteDetector::builder().genre(Genre::News).build().unwrap();
    let (told, given) = (QuoteDetector::new().detect(&report), news.detect(&report));
    assert!(told.attributions().eq(given.attributions()));
    assert!(told.genre_confidence().unwrap() > 0.9 && given.genre_confidence().is_none());
}

#[test]
fn a_short_scene_is_told_from_news() {
    let scene = "“You might have lit a lamp,” Hester Vane said.\n\n\
        “I might.” Edmund Vane did not look up. “There is a letter on the table.”\n\n\
        “From whom?”\n\n“Guess.”\n\n\
        She crossed to the table. The envelope was grey, and the hand was one she knew.\n\n\
        “Read it aloud,” Edmund said. “I never could make out the second page.”\n\n\
        “By the time this reaches you,” she read, “I shall be in Lisbon, and the house will be sold.”\n\n\
        “No such luck,” Edmund said.\n\n“Then what do we do now?”\n\n\
        “We go to Lisbon,” Hester said, “and we sell the clock to pay for the two tickets.”";
    let document = QuoteDetector::new().detect(scene);
    let voice = |line: &str| {
        let mut passages = document.passages();
        let passage = passages.find(|passage| passage.text().trim() == line);
        passage?.speaker().map(|speaker| speaker.name())
    };
    assert_eq!(voice("“From whom?”"), Some("Hester Vane"));
    assert_eq!(voice("“Guess.”"), Some("Edmund Vane"));
}

#[test]
fn a_narrator_has_the_name_that_he_gives_himself() {
    let story = "My name is Tobias Reed, and I was twelve when we came to the island.\n\n\
        “Hold the rope,” I said.\n\n“I am holding it,” said Father Brandt.\n\n“Then pull!” I cried.\n\n\
        He pulled, and I felt the boat turn under us. I looked back at the shore.\n\n\
        “Is she angry?” I asked.\n\n“She is afraid,” said Brandt.";
    let document = novel().detect(story);
    let said = [
        "Tobias Reed",
        "Father Brandt",
        "Tobias Reed",
        "Tobias Reed",
        "Father Brandt",
    ];
    assert_eq!(speakers(&document), said);
}

#[test]
fn whom_a_tag_turns_to_is_addressed() {
    let text = "“It is late,” said Marta Quill, turning to Tom Hale.\n\n\
        Then Marta asked Tom, “Will you stay?”\n\n“I will.”";
    let document = novel().detect(text);
    let addressees: Vec<_> = document
        .attributions()
        .map(|attribution| attribution.addressee().map(|who| who.name()))
        .collect();
    assert_eq!(addressees[..2], [Some("Tom Hale"); 2]);
}

const BREAKDOWN: &str = "\
They have been on the shoulder for an hour. He has the hood up.

“Call again,” he says.

“I called again.”

“What did they say?”

She takes out the bag of nuts that was meant for the party, and tears it with her teeth.

“Those are for the party,” he says.

“There isn't going to be a party.” She holds out the bag.

He takes three, and she looks at the fence.
";

#[test]
fn whom_a_story_never_names_speak_all_the_same() {
    let document = novel().detect(BREAKDOWN);
    let all = ["the man", "the woman", "the man", "the man", "the woman"];
    assert_eq!(speakers(&document), all);
    let all = document.speakers().iter();
    let mut unnamed = all.filter(|speaker| speaker.kind() == SpeakerKind::Unnamed);
    assert!(unnamed.any(|speaker| speaker.name() == "the woman"));
}

#[test]
fn protagonists_get_the_name_that_the_other_calls_them_by() {
    let text = BREAKDOWN.replace("There isn't", "Nathan, there isn't");
    let document = novel().detect(&text);
    let all = ["Nathan", "the woman", "Nathan", "Nathan", "the woman"];
    assert_eq!(speakers(&document), all);
    let text = BREAKDOWN.replace("I called", "I'm Ida Moss. I called");
    let document = novel().detect(&text);
    let all = ["the man", "the woman", "the man", "the man", "the woman"];
    assert_eq!(speakers(&document), all);
}

#[test]
fn a_line_that_nobody_known_can_speak_leaves_the_lines_after_it_open() {
    let text = "They lay in the ditch. It was dark.\n\n“Are you there?”\n\n“Where else?”\n\nThe sailor sat up.\n\n\
        “How old are you?” asked the sailor.\n\n“Nineteen.”\n\n“Good,” said the sailor.";
    let document = novel().detect(text);
    assert_eq!(speakers(&document)[2], "the sailor");
}

#[test]
fn a_parent_of_the_narrator_is_nobody_with_a_name() {
    let text = "My mother has brought her own tape measure. I stand by the door.\n\n“Which of you is the bride?” asks \
        Gwen Hall.\n\n“She is,” says my mother.\n\n“Hello,” I say.\n\n“And when is the day?” asks Gwen.\n\n“In May,” \
        says my mother.\n\n“In June,” I say. I look at my mother. I sit down.";
    let document = novel().detect(text);
    let spoken = speakers(&document);
    assert_eq!([spoken[1], spoken[4]], ["My mother", "My mother"]);
}

#[test]
fn a_trade_that_nobody_with_a_name_has_is_somebody_else() {
    let text = "Hattie Moss shut the flap, and Arthur Lunt sat down. The vicar had come in with the scissors, and stood \
        beside them.\n\n“The marrow has been drilled,” said Arthur.\n\n“Drilled?” said the vicar.\n\n“With a \
        drill,” said Arthur. The vicar looked at it.\n\n“Dear me,” said the vicar.";
    let document = novel().detect(text);
    let all = ["Arthur Lunt", "The vicar", "Arthur Lunt", "The vicar"];
    assert_eq!(speakers(&document), all);
    let text = text.replace("Arthur Lunt sat", "the Rev. Arthur Lunt, the vicar, sat");
    let document = novel().detect(&text);
    assert!(!speakers(&document).contains(&"The vicar"));
}

#[test]
fn a_beast_that_speaks_is_nobody_with_a_name() {
    let text = "Bodkin wiped his boots, and Tibbs held the lamp. The dragon came out of the cave.\n\n“Who comes?” roared \
        the dragon.\n\n“Bodkin,” said Bodkin. “From the Rates.”\n\n“I ate the last one.”\n\n“You did, sir,” said \
        Bodkin.\n\n“It was knights,” said the dragon. “They wake me.”\n\n“I am sorry to hear it,” said Bodkin.";
    let document = novel().detect(text);
    let spoken = speakers(&document);
    for line in [0, 5, 6] {
        assert_eq!(spoken[line], "the dragon");
    }
}

#[test]
fn who_of_a_family_has_a_title_is_told_by_the_others() {
    for (narration, line, speaker) in [
        // A wife is called by the name of her husband.
        (
            "Mrs. John Quill rang the bell, and John Quill came down.",
            "“Dinner,” said John.",
            "John Quill",
        ),
        (
            "Captain Harrow went aboard with his wife, Lady Harrow.",
            "“Cast off,” said Captain Harrow.",
            "Captain Harrow",
        ),
        // The only one of the family keeps the title without the given name.
        (
            "Miss Ada Thorne kept the school. Miss Thorne kept bees. Miss Thorne kept Miss Thorne’s own counsel.",
            "“Slates,” said Miss Ada Thorne.",
            "Miss Thorne",
        ),
        (
            "Young Ned Pell came in, and old Mr. Pell after Mr. Ned Pell.",
            "“Shut the door,” said Mr. Pell.",
            "Mr. Pell",
        ),
        (
            "Elizabeth Marsh was out. Elizabeth was always out. Elizabeth had a bicycle, and Elizabeth used it.",
            "“Back already,” said Miss Lizzy.",
            "Elizabeth Marsh",
        ),
        // Of several with a title, the last one is meant by the title alone.
        (
            "Captain Arden called. Then Captain Lorne called, and sat down.",
            "“Tea,” said the captain.",
            "Captain Lorne",
        ),
        (
            "My teacher’s name is Ada Moss. I sat down. I had a pen. I had no paper. I never had.",
            "“Paper,” said my teacher.",
            "Ada Moss",
        ),
        // A hotel is called after somebody else.
        (
            "They stayed at the Hotel Brandt.",
            "“Two nights,” said Brandt.",
            "Brandt",
        ),
    ] {
        let text = format!("{narration}\n\n{line}");
        assert_eq!(speakers(&novel().detect(&text)), [speaker], "{text}");
    }
}
