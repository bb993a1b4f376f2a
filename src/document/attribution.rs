//! One quotation with its speaker, as a view into the document.

use std::fmt;
use std::iter::{Enumerate, FusedIterator};
use std::slice;

use super::data::Document;
use crate::attribution::{AttributionData, AttributionId, Reason};
use crate::kinds::{AttributionKind, Modality, ReportMode};
use crate::parts::{Cue, Mention, Speaker, SpeakerId};
use crate::quote::{Quote, QuoteId};
use crate::span::Span;

/// A quotation, with all that the text tells about who said it.
///
/// A light view into a [`Document`], freely copied. Two of them are equal if what they tell is.
///
/// Direct speech that the text gives to nobody is an attribution too, one whose
/// [`source`](Attribution::source) and [`speaker`](Attribution::speaker) are `None`.
///
/// ```
/// # let detector = quotation::QuoteDetector::new();
/// let document = detector.detect("“It holds,” said Ines Okoro.");
/// let attribution = document.attributions().next().unwrap();
/// assert_eq!(attribution.speaker().unwrap().name(), "Ines Okoro");
/// ```
#[derive(Clone, Copy)]
pub struct Attribution<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) data: &'d AttributionData,
    pub(super) id: AttributionId,
}

impl<'d> Attribution<'d> {
    /// The attribution's position among the [attributions](Document::attributions) of its document, by which
    /// [`Document::attribution`] finds it again.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(document.attribution(attribution.id()), Some(attribution));
    /// ```
    #[must_use]
    pub fn id(self) -> AttributionId {
        self.id
    }

    /// Whether the words are given directly, in part, or indirectly.
    ///
    /// ```
    /// use quotation::AttributionKind;
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(attribution.kind(), AttributionKind::Direct);
    /// ```
    #[must_use]
    pub fn kind(self) -> AttributionKind {
        self.data.kind
    }

    /// Whether they were spoken, written, thought or intended; `None` if the text does not tell.
    ///
    /// ```
    /// use quotation::ReportMode;
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” wrote Ines Okoro.");
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(attribution.mode(), Some(ReportMode::Writing));
    /// ```
    #[must_use]
    pub fn mode(self) -> Option<ReportMode> {
        self.data.mode
    }

    /// Whether the text says that this was *not* said: “never said”, “would not say whether”, “refused to
    /// say”, “nobody said”. Somebody who denies something does say that; the denial is in the content.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("Tom Bright never said “it leaks”. Ines Okoro said so.");
    /// let attribution = document.attributions().next().unwrap();
    /// assert!(attribution.is_negated());
    /// ```
    #[must_use]
    pub fn is_negated(self) -> bool {
        self.data.negated
    }

    /// Whether this could be or will be said rather than was; `None` where the text simply says that it was.
    ///
    /// ```
    /// # use quotation::{Modality, QuoteDetector};
    /// let document = QuoteDetector::new().detect("Ines Okoro could have said that the wall leaked.");
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(attribution.modality(), Some(Modality::Possible));
    /// ```
    #[must_use]
    pub fn modality(self) -> Option<Modality> {
        self.data.modality
    }

    /// The content, in text order, one span a piece: “…,” he said, “…” has two.
    ///
    /// There is at least one. Spans of quoted words take in their quotation marks.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let text = "“The dam,” said Ines Okoro, “will hold.”";
    /// let document = detector.detect(text);
    /// let spans = document.attributions().next().unwrap().spans();
    /// assert_eq!((&text[spans[0]], &text[spans[1]]), ("“The dam,”", "“will hold.”"));
    /// ```
    #[must_use]
    pub fn spans(self) -> &'d [Span] {
        &self.data.spans
    }

    /// The pairs of marks that the content consists of or holds, in text order; quotes nested in
    /// these are not repeated. None for indirect speech.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("Ines Okoro called the wall “a riddle”.");
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(attribution.quotes().next(), Some(&document.quotes()[0]));
    /// ```
    #[must_use]
    pub fn quotes(self) -> AttributionQuotes<'d> {
        AttributionQuotes {
            quotes: &self.document.quotes,
            ids: self.data.quotes.iter(),
        }
    }

    /// The attribution within whose words this one is quoted: “He said ‘no’ to me,” she said. `None` if it is quoted
    /// by the text itself.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“Tom told me, ‘It leaks,’ and left,” said Ines Okoro.");
    /// let mut attributions = document.attributions();
    /// let (outer, inner) = (attributions.next().unwrap(), attributions.next().unwrap());
    /// assert_eq!(inner.text(), "‘It leaks,’");
    /// assert_eq!(inner.within(), Some(outer));
    /// assert_eq!(outer.within(), None);
    /// ```
    #[must_use]
    pub fn within(self) -> Option<Attribution<'d>> {
        let first = self.quotes().next()?;
        let parent = |quote: &QuoteId| self.document.quote(*quote)?.parent();
        let owners = self.document.owners();
        std::iter::successors(first.parent(), parent)
            .filter_map(|outer| owners[outer.index()])
            .find(|&outer| outer != self.id)
            .and_then(|outer| self.document.attribution(outer))
    }

    /// The words that tell that something is quoted, such as “said”; `None` if there are none, as
    /// in the middle of a dialogue.
    ///
    /// ```
    /// use quotation::CueKind;
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(attribution.cue().unwrap().kind(), CueKind::Verb);
    /// ```
    #[must_use]
    pub fn cue(self) -> Option<&'d Cue> {
        self.data.cue.as_ref()
    }

    /// Where the text names who speaks here: “he”, “Mr Rutte”.
    ///
    /// ```
    /// use quotation::MentionKind;
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” she said.");
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(attribution.source().unwrap().kind(), MentionKind::Pronoun);
    /// ```
    #[must_use]
    pub fn source(self) -> Option<&'d Mention> {
        self.data.source.as_ref()
    }

    /// The person or organisation that speaks; `None` if the text does not tell.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(attribution.speaker().unwrap().name(), "Ines Okoro");
    /// ```
    #[must_use]
    pub fn speaker(self) -> Option<&'d Speaker> {
        self.data.speaker.and_then(|id| self.document.speaker(id))
    }

    /// Whom the words are spoken to, where a name in them or beside them tells: “No, Tom,” she said.
    ///
    /// ```
    /// use quotation::{Genre, QuoteDetector};
    /// let detector = QuoteDetector::builder().genre(Genre::Novel).build()?;
    /// let document = detector.detect("“No, Tom,” said Marta Quill to Tom Peel.");
    /// let addressee = document.attributions().next().unwrap().addressee();
    /// assert_eq!(addressee.unwrap().name(), "Tom Peel");
    /// # Ok::<(), quotation::Error>(())
    /// ```
    #[must_use]
    pub fn addressee(self) -> Option<&'d Speaker> {
        self.data.addressee.and_then(|id| self.document.speaker(id))
    }

    /// How sure the answer is, from 0 to 1: the share of answers with this figure that were right
    /// on annotated text.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let attribution = document.attributions().next().unwrap();
    /// assert!(attribution.confidence() > 0.9);
    /// ```
    #[must_use]
    pub fn confidence(self) -> f32 {
        self.data.confidence
    }

    /// How probable it is, from 0 to 1, that the [speaker](Attribution::speaker) is whom the source means, if
    /// the words are the source's; `None` where no speaker is known.
    ///
    /// In news, that is how often names were right that were found in the same way: by a full name, by a
    /// pronoun, by a description. For a line of a novel it is how probable the speaker is in all.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro. “It leaks,” said a man.");
    /// let sure: Vec<f32> = document.attributions().filter_map(|one| one.speaker_confidence()).collect();
    /// assert!(sure[0] > 0.9 && sure[1] < 0.9);
    /// ```
    #[must_use]
    pub fn speaker_confidence(self) -> Option<f32> {
        self.data.speaker_confidence
    }

    /// What spoke for this speaker, and what against them, the strongest first.
    ///
    /// ```
    /// use quotation::ReasonKind;
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let attribution = document.attributions().next().unwrap();
    /// assert_eq!(attribution.reasons()[0].kind(), ReasonKind::Cue);
    /// ```
    #[must_use]
    pub fn reasons(self) -> &'d [Reason] {
        &self.data.reasons
    }
}

impl PartialEq for Attribution<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.data == other.data
            && self.speaker() == other.speaker()
            && self.quotes().eq(other.quotes())
    }
}

impl fmt::Debug for Attribution<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attribution")
            .field("kind", &self.kind())
            .field("mode", &self.mode())
            .field("is_negated", &self.is_negated())
            .field("modality", &self.modality())
            .field("spans", &self.spans())
            .field("cue", &self.cue())
            .field("source", &self.source())
            .field("speaker", &self.speaker().map(Speaker::name))
            .field("addressee", &self.addressee().map(Speaker::name))
            .field("confidence", &self.confidence())
            .field("speaker_confidence", &self.speaker_confidence())
            .field("reasons", &self.reasons())
            .finish_non_exhaustive()
    }
}

impl Document<'_> {
    /// Every quotation with what is known of its speaker, in text order.
    ///
    /// Direct speech that the text gives to nobody is among them, without a source and a speaker.
    /// Words in marks that quote nobody, such as titles of works and words as words, are in
    /// [`quotes`](Document::quotes) alone.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// assert_eq!(document.attributions().next().unwrap().text(), "“It holds,”");
    /// ```
    pub fn attributions(&self) -> Attributions<'_> {
        Attributions::new(self)
    }

    /// The attribution of that number, `None` if the number is another document's and too large here.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let ids: Vec<_> = document.attributions().map(|one| one.id()).collect();
    /// assert_eq!(document.attribution(ids[0]).unwrap().text(), "“It holds,”");
    /// ```
    #[must_use]
    pub fn attribution(&self, id: AttributionId) -> Option<Attribution<'_>> {
        self.attributions().nth(id.index())
    }

    /// What a speaker says, in text order.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro. “It leaks,” said Tom Bright. She laughed.");
    /// let okoro = &document.speakers()[0];
    /// let said: Vec<_> = document.attributions_of(okoro.id()).map(|one| one.text()).collect();
    /// assert_eq!(said, ["“It holds,”"]);
    /// ```
    pub fn attributions_of(&self, speaker: SpeakerId) -> impl Iterator<Item = Attribution<'_>> {
        let is_own = move |one: &Attribution<'_>| one.data.speaker == Some(speaker);
        self.attributions().filter(is_own)
    }

    /// The first attribution of which each quote is a part, indexed by `QuoteId`.
    pub(super) fn owners(&self) -> &[Option<AttributionId>] {
        self.views.owners.get_or_init(|| {
            let mut owners = vec![None; self.quotes.len()];
            for attribution in self.attributions() {
                for quote in &attribution.data.quotes {
                    owners[quote.index()].get_or_insert(attribution.id());
                }
            }
            owners
        })
    }
}

/// Its attributions, in text order.
impl<'d> IntoIterator for &'d Document<'_> {
    type Item = Attribution<'d>;
    type IntoIter = Attributions<'d>;

    fn into_iter(self) -> Attributions<'d> {
        self.attributions()
    }
}

/// The attributions of a document in text order, from [`Document::attributions`].
///
/// ```
/// # let detector = quotation::QuoteDetector::new();
/// let document = detector.detect("“It holds,” said Ines Okoro.");
/// assert_eq!(document.attributions().len(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Attributions<'d> {
    document: &'d Document<'d>,
    data: Enumerate<slice::Iter<'d, AttributionData>>,
}

impl<'d> Attributions<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Attributions<'d> {
        Attributions {
            document,
            data: document.attributions.iter().enumerate(),
        }
    }

    fn view(&self, (number, data): (usize, &'d AttributionData)) -> Attribution<'d> {
        Attribution {
            document: self.document,
            data,
            id: AttributionId::new(number),
        }
    }
}

impl<'d> Iterator for Attributions<'d> {
    type Item = Attribution<'d>;

    fn next(&mut self) -> Option<Attribution<'d>> {
        self.data.next().map(|data| self.view(data))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.data.size_hint()
    }

    fn nth(&mut self, n: usize) -> Option<Attribution<'d>> {
        self.data.nth(n).map(|data| self.view(data))
    }
}

impl DoubleEndedIterator for Attributions<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.data.next_back().map(|data| self.view(data))
    }
}

impl ExactSizeIterator for Attributions<'_> {}
impl FusedIterator for Attributions<'_> {}

/// The quotes of an attribution in text order, from [`Attribution::quotes`].
///
/// ```
/// # let detector = quotation::QuoteDetector::new();
/// let document = detector.detect("“It holds,” said Ines Okoro.");
/// let attribution = document.attributions().next().unwrap();
/// assert_eq!(attribution.quotes().len(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct AttributionQuotes<'d> {
    quotes: &'d [Quote],
    ids: slice::Iter<'d, QuoteId>,
}

impl<'d> Iterator for AttributionQuotes<'d> {
    type Item = &'d Quote;

    fn next(&mut self) -> Option<&'d Quote> {
        self.ids.next().map(|id| &self.quotes[id.index()])
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.ids.size_hint()
    }
}

impl ExactSizeIterator for AttributionQuotes<'_> {}
impl FusedIterator for AttributionQuotes<'_> {}
