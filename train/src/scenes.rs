//! Scenes cut out of novels: like short fiction, they know nobody from chapters before.

use std::collections::BTreeMap;

use crate::gold::{Document, Extent, Quotation};
use crate::names::{bare, fold};

/// How many words the scenes of a novel have at least, in turn.
const WORDS: [usize; 5] = [300, 1500, 600, 400, 900];
/// A scene with fewer annotated lines is left out.
const FEWEST: usize = 4;
/// By what name a narrator is given whom a scene does not name.
const NARRATOR: &str = "I";
/// Who says this many lines with “I” beside them narrates.
const OFTEN: usize = 10;

/// A novel cut between paragraphs into scenes.
pub(crate) fn cut(novel: &Document) -> Vec<Document> {
    let narrator = narrator(novel);
    let mut scenes = Vec::new();
    let mut sizes = WORDS.into_iter().cycle();
    let mut wanted = WORDS[WORDS.len() - 1];
    let (mut start, mut words, mut end) = (0, 0, 0);
    for paragraph in novel.text.split_inclusive("\n\n") {
        end += paragraph.len();
        words += paragraph.split_whitespace().count();
        if words >= wanted {
            scenes.extend(scene(novel, Extent::new(start, end), narrator));
            (start, words) = (end, 0);
            wanted = sizes.next().unwrap_or(wanted);
        }
    }
    scenes.extend(scene(novel, Extent::new(start, end), narrator));
    scenes
}

/// The scenes without the lines of those whom they do not name.
pub(crate) fn cut_known(novel: &Document) -> Vec<Document> {
    let mut scenes = cut(novel);
    for scene in &mut scenes {
        let text = words(&scene.text);
        let is_there = |name: &str| text.contains(&words(name));
        scene.quotations.retain(|one| {
            let mut names = one.speaker.iter();
            names.any(|name| name == NARRATOR || is_there(&fold(name)) || is_there(&bare(name)))
        });
    }
    scenes
}

/// The words of a text with a space before and after each.
fn words(text: &str) -> String {
    let parted = text.replace(|c: char| !c.is_alphanumeric(), " ");
    let words: Vec<String> = parted.split_whitespace().map(fold).collect();
    format!(" {} ", words.join(" "))
}

/// A stretch of a novel as a document of its own, if it has lines enough.
fn scene(novel: &Document, extent: Extent, narrator: Option<&str>) -> Option<Document> {
    let within = |span: &Extent| span.start >= extent.start && span.end <= extent.end;
    let moved = |spans: &[Extent]| -> Vec<Extent> {
        let spans = spans.iter();
        spans
            .map(|span| Extent::new(span.start - extent.start, span.end - extent.start))
            .collect()
    };
    let own = novel.quotations.iter().filter(|one| {
        let mut spans = one.spans.iter().chain(&one.cue).chain(&one.source);
        spans.all(within)
    });
    let own = own.map(|one| {
        let narrates = narrator.is_some() && one.speaker.first().map(String::as_str) == narrator;
        let unnamed = narrates.then(|| NARRATOR.to_owned());
        Quotation {
            spans: moved(&one.spans),
            cue: moved(&one.cue),
            source: moved(&one.source),
            speaker: one.speaker.iter().cloned().chain(unnamed).collect(),
            ..one.clone()
        }
    });
    let quotations: Vec<Quotation> = own.collect();
    (quotations.len() >= FEWEST).then(|| Document {
        id: format!("{}/{}", novel.id, extent.start),
        domain: novel.domain,
        text: novel.text[extent.start..extent.end].to_owned(),
        quotations,
        cast: Vec::new(),
        chains: BTreeMap::new(),
    })
}

/// Who says “I” beside lines, if anybody does often.
fn narrator(novel: &Document) -> Option<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &novel.quotations {
        let beside = one.cue_text.as_deref().unwrap_or_default();
        let mut words = beside.split(|c: char| !c.is_alphanumeric());
        if let Some(name) = one.speaker.first()
            && words.any(|word| word == NARRATOR)
        {
            *counts.entry(name).or_default() += 1;
        }
    }
    let most = counts.into_iter().max_by_key(|&(_, count)| count);
    most.filter(|&(_, count)| count >= OFTEN)
        .map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::{Domain, How, Kind};

    /// A line of a speaker after some narration, and where it stands.
    fn novel(paragraphs: &[(&str, &str, &str)]) -> Document {
        let mut text = String::new();
        let mut quotations = Vec::new();
        for (speaker, line, narration) in paragraphs {
            let start = text.len();
            text.push_str(line);
            quotations.push(Quotation {
                spans: vec![Extent::new(start, text.len())],
                kind: Kind::Direct,
                cue: Vec::new(),
                source: Vec::new(),
                speaker: vec![(*speaker).to_owned()],
                speaker_sort: None,
                how: Some(How::Implicit),
                cue_text: Some((*narration).to_owned()),
                chain: None,
                nested: None,
            });
            text.push_str(&format!(" {narration}\n\n"));
        }
        Document {
            id: "novels/one".to_owned(),
            domain: Domain::Fiction,
            text,
            quotations,
            cast: Vec::new(),
            chains: BTreeMap::new(),
        }
    }

    #[test]
    fn scenes_have_the_lines_that_stand_in_them() {
        let paragraph = (
            "Ines Okoro",
            "“No.”",
            "She went on counting the wet planks.",
        );
        let novel = novel(&[paragraph; 400]);
        let scenes = cut(&novel);
        assert!(scenes.len() > 3, "{}", scenes.len());
        let text: String = scenes.iter().map(|scene| &*scene.text).collect();
        assert_eq!(text, novel.text);
        let mut lines = scenes.iter().flat_map(|scene| {
            let spans = scene.quotations.iter().flat_map(|one| &one.spans);
            spans.map(|span| &scene.text[span.start..span.end])
        });
        assert!(lines.clone().count() == 400 && lines.all(|line| line == "“No.”"));
    }

    #[test]
    fn only_lines_of_the_named_and_of_the_narrator_are_known() {
        let named = ("Tomas Lind", "“Yes, Ines.”", "Tomas Lind nodded.");
        let unnamed = ("Ruth Adeyemi", "“When?”", "She waited.");
        let narrator = ("Ines Okoro", "“Now.”", "I said.");
        let mut paragraphs = [narrator; 12];
        (paragraphs[2], paragraphs[3]) = (named, unnamed);
        let scenes = cut_known(&novel(&paragraphs));
        let speakers = |scene: &Document| -> Vec<String> {
            scene
                .quotations
                .iter()
                .flat_map(|one| one.speaker.clone())
                .collect()
        };
        let speakers: Vec<String> = scenes.iter().flat_map(speakers).collect();
        assert!(speakers.contains(&"Tomas Lind".to_owned()) && speakers.contains(&"I".to_owned()));
        assert!(!speakers.contains(&"Ruth Adeyemi".to_owned()));
    }
}
