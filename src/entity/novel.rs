//! The people of a novel: which names are one person, which descriptions, and who says "I".
//!
//! All names are gathered first. Pronouns are left to the choice of who speaks a line, which knows who
//! talks with whom.

use super::address::is_called;
use super::cast::{KnownNames, Present};
use super::description::{self, is_definite, is_description, is_nobody, is_part};
use super::entities::Entities;
use super::family::Families;
use super::form::{NameFormId, NameForms};
use super::gender;
use super::index::NameIndex;
use super::latest::LastNamed;
use super::linker::Linker;
use super::narrator;
use super::protagonist;
use super::record::Entity;
use super::resolution::{Margin, Resolution};
use super::text::{single_spaced, text_of};
use super::title::is_among;
use super::told::Told;
use super::usage;
use crate::analysis::Analysis;
use crate::analysis::mention::{Mentions, Nature};
use crate::hash::WordMap;
use crate::ids::{EntityId, MentionId};
use crate::language::Language;

/// Finds the people of a novel.
pub(crate) fn find<'t>(
    analysis: &Analysis<'t>,
    mentions: &Mentions,
    known: &'t KnownNames,
) -> Entities<'t> {
    let mut index = NameIndex::new(&analysis.language.names);
    let mut forms = NameForms::default();
    let of_mention = mentions.all.iter().map(|mention| {
        let is_name = mention.is_named() && !known.ignores(analysis, mention);
        is_name.then(|| forms.read(analysis, mention, &mut index))
    });
    let of_mention: Vec<Option<NameFormId>> = of_mention.collect();
    let usages = usage::count(analysis, mentions, &of_mention, forms.all.len());
    gender::learn_forms(analysis, mentions, &mut forms, &of_mention);
    let cast = Present::of(known, analysis, mentions);
    let mut entities = Entities::of_mentions(mentions.all.len());
    let linked = (&mut forms, &usages[..]);
    Linker::new(analysis.language, &cast, linked, &mut index, &mut entities).link();
    resolve_names(
        (&forms, &of_mention),
        &index,
        analysis.language,
        &mut entities,
    );
    let families = Families::of((&forms, &usages), &index, analysis.language, &entities);
    let told = Told::new(&index, families);
    describe((analysis, mentions), &cast, told, &mut entities);
    gender::learn(analysis, mentions, &mut entities);
    if cast.is_empty() {
        protagonist::find(analysis, mentions, &mut entities);
    }
    narrator::find(analysis, mentions, &cast, &mut entities);
    entities
}

/// Lets each name mean whose form it is.
fn resolve_names(
    names: (&NameForms<'_>, &[Option<NameFormId>]),
    index: &NameIndex<'_>,
    language: &Language,
    entities: &mut Entities<'_>,
) {
    let (forms, of_mention) = names;
    let mut last_named = LastNamed::default();
    for (mention, form) in MentionId::all(of_mention.len()).zip(of_mention) {
        let Some(form) = *form else { continue };
        let Some(person) = forms.get(form).entity else {
            continue;
        };
        // "Mr." alone is but half of "Mr. and Mrs. Berg".
        let is_of_cast = matches!(forms.get(form).resolution, Resolution::Cast);
        let by_title = forms.title_alone(form).filter(|&title| {
            !is_of_cast && !is_among(language.titles.before_family_names, index.text(title))
        });
        let by_title = by_title.and_then(|title| last_named.with_title(title, index, entities));
        let person = by_title.unwrap_or(person);
        last_named.add(person, mention);
        entities.resolve(mention, person, forms.get(form).resolution);
    }
}

/// Gives descriptions to the person whom the text or the cast calls so: "the old man".
fn describe<'t>(
    text: (&Analysis<'t>, &Mentions),
    cast: &Present<'_>,
    mut told: Told<'_, 't>,
    entities: &mut Entities<'t>,
) {
    let (analysis, mentions) = text;
    let mut known: WordMap<String, EntityId> = WordMap::default();
    let mut key = String::new();
    // The last one of each noun who was somebody's: "the nephew" after "Anna's nephew" is the same.
    let mut kin: WordMap<&str, EntityId> = WordMap::default();
    let with_name = owners_of_names(analysis, mentions, entities);
    let by_role = |person: EntityId| (person, Resolution::Role(Margin::ALONE));
    for (id, mention) in MentionId::all(mentions.all.len()).zip(&mentions.all) {
        if let Some(named) = entities.of_mention(id) {
            told.read_name(text, entities, id, named);
            continue;
        }
        if !is_description(analysis, mention) || is_part(analysis, mentions, mention) {
            continue;
        }
        description::write_key(analysis, mention, &mut key);
        let noun = analysis.token_text(mention.head);
        let is_other = analysis
            .word(mention.head)
            .is_one_of(analysis.language.descriptions.changing);
        if is_other && key.len() == noun.len() || is_nobody(analysis, mention) {
            continue;
        }
        let beside = told.read_description(text, entities, mention);
        let mut members = cast.named(&key);
        let named = match (members.next(), members.next()) {
            (Some(one), None) => Some((one, Resolution::Cast)),
            _ if with_name.contains_key(&id) => {
                let one = with_name[&id];
                known.insert(key.clone(), one);
                Some((one, Resolution::BesideName))
            }
            _ if is_called(analysis, mention) => continue,
            _ => beside
                .map(|one| (one, Resolution::BesideName))
                .or_else(|| told.meant(text, entities, mention, &key).map(by_role)),
        };
        let of_kin = || {
            let by_noun = key == noun && is_definite(analysis, mention);
            by_noun.then(|| kin.get(noun).copied()).flatten()
        };
        let known_by_words = |known: &WordMap<String, EntityId>| known.get(&key).copied();
        let person = named
            .or_else(|| of_kin().map(by_role))
            .or_else(|| known_by_words(&known).map(by_role));
        let (person, how) = person.unwrap_or_else(|| {
            let person = add_described(analysis, mentions, id, entities);
            known.insert(key.clone(), person);
            (person, Resolution::Described)
        });
        if entities.get(person).is_kin {
            kin.insert(noun, person);
        }
        entities.get_mut(person).mentions += 1;
        entities.resolve(id, person, how);
    }
}

/// Whose name the text tells by the name of whom it describes: Ada Moss of "My teacher's name is Ada Moss".
fn owners_of_names(
    analysis: &Analysis<'_>,
    mentions: &Mentions,
    entities: &Entities<'_>,
) -> WordMap<MentionId, EntityId> {
    let named = mentions.all.iter().zip(entities.referents());
    let told = named.filter_map(|(mention, person)| {
        let noun = usage::name_told(analysis, mention)?;
        Some((mentions.possessor_of(noun)?, person?))
    });
    told.collect()
}

/// Adds somebody or something that a mention describes and that is none of those known.
pub(crate) fn add_described<'t>(
    analysis: &Analysis<'t>,
    mentions: &Mentions,
    id: MentionId,
    entities: &mut Entities<'t>,
) -> EntityId {
    let mention = &mentions.all[id.index()];
    let end = mention.end_with_head();
    let owner = mentions.possessor_of(mention.chunk);
    let entity = Entity {
        mention: Some(id),
        owner: owner.and_then(|owner| entities.of_mention(owner)),
        gender: mention.gender,
        is_kin: analysis.is_owned(mention.first, mention.head),
        is_plural: mention.plural || mention.nature == Nature::Group,
        ..Entity::of_nature(description::nature(analysis, mention))
    };
    let text = single_spaced(text_of(analysis, mention.first, end));
    entities.add_named(entity, std::iter::once(text))
}
