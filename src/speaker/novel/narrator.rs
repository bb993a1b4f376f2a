//! Who tells the story, where somebody in it does.

use super::cast::Cast;
use super::{Person, Persons, is_called};
use crate::kind::MentionKind;
use crate::lexicon::named;
use crate::mention::Actors;
use crate::reading::{Reading, Tag};

/// Of so many pronouns and names in narration one must be "I".
const SHARE: u32 = 12;
/// How often others must call the narrator by name.
const CALLED: u32 = 3;

/// Finds the narrator: the one whom the cast names, else who says "my name is" in narration, else the
/// one whom others call by name right beside what "I" say, else somebody without a name.
pub(super) fn find(reading: &Reading<'_>, actors: &Actors, cast: &Cast, persons: &mut Persons) {
    let told = cast.members.iter().position(|member| member.is_narrator);
    let mut me = 0;
    let mut others = 0;
    for actor in actors
        .all
        .iter()
        .filter(|actor| reading.level[actor.unit as usize] == 0)
    {
        if actor.kind == MentionKind::Pronoun && reading.word(actor.head).is_word(named::I) {
            me += 1;
        } else {
            others += 1;
        }
    }
    if told.is_none() && (me < 5 || me * SHARE < others) {
        return;
    }
    let narrator = told
        .map(|member| member as u32)
        .or_else(|| introduced(reading, actors, persons))
        .or_else(|| called(reading, actors, persons));
    let narrator = narrator.unwrap_or_else(|| {
        persons.all.push(Person {
            name: "I".to_owned(),
            aliases: Vec::new(),
            gender: None,
            is_named: false,
            is_kin: false,
            owner: None,
            is_plural: false,
            is_person: true,
            mentions: me,
        });
        persons.all.len() as u32 - 1
    });
    persons.narrator = Some(narrator);
    for (number, actor) in actors.all.iter().enumerate() {
        let narrated = reading.level[actor.unit as usize] == 0;
        if narrated
            && actor.kind == MentionKind::Pronoun
            && (reading.word(actor.head).is_one_of(&[named::I, named::ME]))
        {
            persons.of_actor[number] = Some(narrator);
        }
    }
}

/// Whose name narration gives as "my name".
fn introduced(reading: &Reading<'_>, actors: &Actors, persons: &Persons) -> Option<u32> {
    let mut mentions = actors.all.iter().zip(&persons.of_actor);
    mentions.find_map(|(actor, &person)| {
        let person = person.filter(|&person| persons.get(person).is_named)?;
        let verb = reading.previous_on_level(actor.unit)?;
        let noun = reading.unit(reading.previous_on_level(verb)?);
        let narrated = reading.level[actor.unit as usize] == 0;
        let is = reading.word(reading.unit(verb).head).tag == Tag::Be;
        let my_name = reading.word(noun.first).is_word(named::MY)
            && reading.word(noun.head).is_word(named::NAME);
        (narrated && is && my_name).then_some(person)
    })
}

/// The person whom others call in the paragraphs beside those in which "I" speak, and of whom
/// narration says little: a narrator is not spoken of by name in his own narration.
fn called(reading: &Reading<'_>, actors: &Actors, persons: &Persons) -> Option<u32> {
    let paragraph = |unit: u32| reading.paragraph_of[reading.sentence_of[unit as usize] as usize];
    let mut mine = vec![false; reading.paragraphs.len() + 2];
    let mut spoken_of = vec![0u32; persons.all.len()];
    for (number, actor) in actors.all.iter().enumerate() {
        if reading.level[actor.unit as usize] == 0 {
            if actor.kind == MentionKind::Pronoun && reading.word(actor.head).is_word(named::I) {
                mine[paragraph(actor.unit) as usize] = true;
            } else if let Some(person) = persons.of_actor[number] {
                spoken_of[person as usize] += 1;
            }
        }
    }
    let mut votes = vec![0u32; persons.all.len()];
    for (number, actor) in actors.all.iter().enumerate() {
        if let Some(person) = persons.of_actor[number]
            && persons.get(person).is_named
            && is_called(reading, actor)
        {
            let here = paragraph(actor.unit) as usize;
            let beside = mine[here + 1] || here > 0 && mine[here - 1];
            votes[person as usize] += u32::from(beside && !mine[here]);
        }
    }
    (0..persons.all.len() as u32)
        .filter(|&person| {
            votes[person as usize] >= CALLED
                && spoken_of[person as usize] < 2 * votes[person as usize]
        })
        .max_by_key(|&person| (votes[person as usize], std::cmp::Reverse(person)))
}
