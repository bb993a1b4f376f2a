//! Claims with what they match and their verdicts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use super::claim::{Claim, Pattern};
use super::claim_match::{ClaimMatch, describe};
use super::name;
use super::near::nearest;
use super::overlap::Overlaps;
use super::search::{SegmentMatch, exact};
use super::words::{Stream, TextWords};
use crate::document::{Attribution, Document};
use crate::error::named;
use crate::kinds::{Gender, MentionKind, SpeakerKind};
use crate::parts::Speaker;
use crate::span::Span;

/// A speaker whom no words beside a quotation name supports a claim if this sure at least: more
/// likely than not.
const SUPPORTS: f32 = 0.5;

/// Claims of who said what, held against a document.
///
/// ```
/// use quotation::{Audit, Claim, QuoteDetector, Verdict};
///
/// let text = "“The dam will hold,” Ines Okoro said. “Buy sandbags,” said Tomas Lindqvist.";
/// let document = QuoteDetector::new().detect(text);
/// let audit = Audit::new(
///     &document,
///     &[
///         Claim::new("the dam will hold").speaker("Ines Okoro"),
///         Claim::new("The dam will hold").speaker("Tomas Lindqvist"),
///         Claim::new("The dam has burst").speaker("Tomas Lindqvist"),
///     ],
/// );
/// let verdicts: Vec<Verdict> = audit.findings().iter().map(|one| one.verdict()).collect();
/// assert_eq!(verdicts, [Verdict::Supported, Verdict::Contradicted, Verdict::NotInText]);
///
/// let named = audit.findings()[1].attribution().unwrap().speaker().unwrap();
/// assert_eq!(named.name(), "Ines Okoro");
/// assert_eq!(&text[audit.uncovered()[0].spans()[0]], "“Buy sandbags,”");
/// ```
#[derive(Clone, Debug)]
pub struct Audit<'d> {
    findings: Vec<Finding<'d>>,
    uncovered: Vec<Attribution<'d>>,
}

/// What a text says to a claim.
///
/// ```
/// use quotation::{Audit, Claim, QuoteDetector, Verdict};
///
/// let document = QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
/// let audit = Audit::new(&document, &[Claim::new("it holds").speaker("Okoro")]);
/// let finding = &audit.findings()[0];
/// assert_eq!(finding.verdict(), Verdict::Supported);
/// ```
#[derive(Clone, Debug)]
pub struct Finding<'d> {
    found: Option<ClaimMatch>,
    attribution: Option<Attribution<'d>>,
    verdict: Verdict,
}

named! {
    /// Whether a text gives words to a claimed speaker.
    #[non_exhaustive]
    pub enum Verdict {
        /// The words are not in the text.
        NotInText = "not-in-text",
        /// Words beside the quotation name somebody else.
        Contradicted = "contradicted",
        /// Nothing beside it tells, or the claim names nobody or describes whom it means.
        Open = "open",
        /// The text gives the words to this speaker.
        Supported = "supported",
    }
}

impl<'d> Audit<'d> {
    /// Holds claims against a document, each for itself.
    ///
    /// ```
    /// use quotation::{Audit, Claim, QuoteDetector, Verdict};
    ///
    /// let document = QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
    /// let audit = Audit::new(&document, &[Claim::new("it holds").speaker("Okoro")]);
    /// assert_eq!(audit.findings()[0].verdict(), Verdict::Supported);
    /// ```
    #[must_use]
    pub fn new(document: &'d Document<'d>, claims: &[Claim]) -> Audit<'d> {
        let text = Text {
            document,
            words: TextWords::new(document),
            attributions: Overlaps::new(
                document
                    .attributions()
                    .enumerate()
                    .flat_map(|(number, one)| one.spans().iter().map(move |&span| (span, number)))
                    .collect(),
            ),
        };
        let mut taken = HashSet::new();
        let findings: Vec<Finding<'d>> = claims
            .iter()
            .map(|claim| text.find(claim, &mut taken))
            .collect();
        let found = findings.iter().flat_map(Finding::found);
        let claimed = found.flat_map(|found| found.spans.iter().map(|&span| (span, ())));
        let claimed = Overlaps::new(claimed.collect());
        let is_covered = |attribution: &Attribution<'_>| {
            let mut spans = attribution.spans().iter();
            spans.any(|&span| claimed.of(span).next().is_some())
        };
        let uncovered = document
            .attributions()
            .filter(|attribution| !is_covered(attribution))
            .collect();
        Audit {
            findings,
            uncovered,
        }
    }

    /// What the text says to each claim, in the order of the claims.
    ///
    /// ```
    /// use quotation::{Audit, Claim, QuoteDetector};
    ///
    /// let document = QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
    /// let audit = Audit::new(&document, &[Claim::new("it holds").speaker("Okoro")]);
    /// assert_eq!(audit.findings().len(), 1);
    /// ```
    #[must_use]
    pub fn findings(&self) -> &[Finding<'d>] {
        &self.findings
    }

    /// The quotations of the text that no claim has words of, in text order.
    ///
    /// ```
    /// use quotation::{Audit, Claim, QuoteDetector};
    ///
    /// let document = QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
    /// let audit = Audit::new(&document, &[Claim::new("it holds").speaker("Okoro")]);
    /// assert!(audit.uncovered().is_empty());
    /// ```
    #[must_use]
    pub fn uncovered(&self) -> &[Attribution<'d>] {
        &self.uncovered
    }
}

impl<'d> Finding<'d> {
    /// The words of the text, with where they stand; of several that the claim matches, those that say most for it.
    ///
    /// ```
    /// use quotation::{Audit, Claim, QuoteDetector};
    ///
    /// let document = QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
    /// let audit = Audit::new(&document, &[Claim::new("it holds").speaker("Okoro")]);
    /// assert!(!audit.findings()[0].found().unwrap().is_exact());
    /// ```
    #[must_use]
    pub fn found(&self) -> Option<&ClaimMatch> {
        self.found.as_ref()
    }

    /// The quotation that has the words, with whom the text gives it to; there is none where they
    /// stand in narration.
    ///
    /// ```
    /// use quotation::{Audit, Claim, QuoteDetector};
    ///
    /// let document = QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
    /// let audit = Audit::new(&document, &[Claim::new("it holds").speaker("Okoro")]);
    /// assert_eq!(audit.findings()[0].attribution(), document.attributions().next());
    /// ```
    #[must_use]
    pub fn attribution(&self) -> Option<Attribution<'d>> {
        self.attribution
    }

    /// Whether the text gives the words to the claimed speaker.
    ///
    /// ```
    /// use quotation::{Audit, Claim, QuoteDetector, Verdict};
    ///
    /// let document = QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
    /// let audit = Audit::new(&document, &[Claim::new("it holds").speaker("Okoro")]);
    /// assert_eq!(audit.findings()[0].verdict(), Verdict::Supported);
    /// ```
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }
}

/// A document with what is needed to look up claims.
struct Text<'d> {
    document: &'d Document<'d>,
    words: TextWords<'d>,
    /// The numbers of the attributions.
    attributions: Overlaps<usize>,
}

impl<'d> Text<'d> {
    /// Of the matches of a claim, the first that says most for it; of those that say as much, one that
    /// no claim before has, since lines that come again are claimed again.
    fn find(&self, claim: &Claim, taken: &mut HashSet<Span>) -> Finding<'d> {
        let judged = self.matches(claim).into_iter().map(|found| {
            let attribution = self.attribution_of(&found);
            let verdict = verdict(claim.speaker.as_deref(), attribution, self.document);
            let is_free = found
                .spans
                .first()
                .is_some_and(|span| !taken.contains(span));
            let finding = Finding {
                found: Some(found),
                attribution,
                verdict,
            };
            ((verdict, is_free), finding)
        });
        let best = judged.reduce(|best, next| match next.0 > best.0 {
            true => next,
            false => best,
        });
        let Some((_, finding)) = best else {
            return Finding {
                found: None,
                attribution: None,
                verdict: Verdict::NotInText,
            };
        };
        taken.extend(
            finding
                .found
                .iter()
                .filter_map(|found| found.spans.first())
                .copied(),
        );
        finding
    }

    /// What a claim matches: everything word for word, or else what it nearly matches.
    fn matches(&self, claim: &Claim) -> Vec<ClaimMatch> {
        let pattern = Pattern::new(&claim.quotation, &self.words);
        let described = |found: &SegmentMatch, stream: &Stream| {
            describe(&claim.quotation, &pattern, found, stream, &self.words)
        };
        let streams = [&self.words.whole, &self.words.joined];
        let mut matches: Vec<ClaimMatch> = Vec::new();
        for stream in streams {
            if matches.is_empty() {
                let found = exact(&pattern.segments, stream);
                matches = found.iter().map(|found| described(found, stream)).collect();
            }
        }
        if matches.is_empty() {
            let near = streams.map(|stream| nearest(&pattern, stream).map(|found| (found, stream)));
            let near = near.into_iter().flatten();
            let nearest = near.min_by_key(|(found, _)| found.edits);
            matches.extend(nearest.map(|(found, stream)| described(&found, stream)));
        }
        if let Some(near) = claim.near {
            let distance = |found: &ClaimMatch| {
                let start = found.spans.first().map_or(0, |span| span.start());
                start.abs_diff(near)
            };
            matches.sort_by_key(distance);
            matches.truncate(1);
        }
        matches
    }

    /// The attribution that has most of a match, the shorter one of two that have as much.
    fn attribution_of(&self, found: &ClaimMatch) -> Option<Attribution<'d>> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for &span in &found.spans {
            for (other, number) in self.attributions.of(span) {
                let bytes = span.end().min(other.end()) - span.start().max(other.start());
                *shared.entry(number).or_default() += bytes;
            }
        }
        let attribution = |number| self.document.attributions().nth(number);
        let len = |number| {
            let spans = attribution(number).map_or(&[][..], Attribution::spans);
            spans.iter().map(|span| span.len()).sum::<usize>()
        };
        let (&number, _) = shared
            .iter()
            .max_by_key(|&(&number, &bytes)| (bytes, Reverse(len(number))))?;
        attribution(number)
    }
}

fn verdict(
    claimed: Option<&str>,
    attribution: Option<Attribution<'_>>,
    document: &Document<'_>,
) -> Verdict {
    let (Some(claimed), Some(attribution)) = (claimed, attribution) else {
        return Verdict::Open;
    };
    let text = document.text();
    let source = attribution.source();
    if source.is_some_and(|source| name::agree(document.lexicon(), claimed, &text[source.span()])) {
        return Verdict::Supported;
    }
    let Some(speaker) = attribution.speaker() else {
        return Verdict::Open;
    };
    let is_pronoun = source.is_some_and(|source| source.kind() == MentionKind::Pronoun);
    if is_called(document, speaker, claimed) {
        let named = source.is_some() && !is_pronoun;
        return match named || attribution.confidence() >= SUPPORTS {
            true => Verdict::Supported,
            false => Verdict::Open,
        };
    }
    let contradicts = match source {
        None => false,
        Some(_) if is_pronoun => genders_differ(claimed, speaker, document),
        Some(_) => {
            speaker.kind() != SpeakerKind::Unnamed
                && !name::only_describes(document.lexicon(), claimed)
        }
    };
    match contradicts {
        true => Verdict::Contradicted,
        false => Verdict::Open,
    }
}

fn is_called(document: &Document<'_>, speaker: &Speaker, name: &str) -> bool {
    let agrees = |known| name::agree(document.lexicon(), name, known);
    let mut aliases = speaker.aliases().iter();
    agrees(speaker.name()) || aliases.any(|alias| agrees(alias))
}

/// Whether "he" or "she" rules out whom the claim names, as far as the text tells of both.
fn genders_differ(claimed: &str, speaker: &Speaker, document: &Document<'_>) -> bool {
    let known = document
        .speakers()
        .iter()
        .find(|one| is_called(document, one, claimed));
    let genders = known.and_then(Speaker::gender).zip(speaker.gender());
    genders.is_some_and(|(claimed, found)| {
        claimed != found && claimed != Gender::Neutral && found != Gender::Neutral
    })
}
