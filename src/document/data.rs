//! A document, and what it tells by itself.

use std::borrow::Cow;

use super::views::DocumentViews;
use crate::attribution::AttributionData;
use crate::kinds::Genre;
use crate::language::Lexicon;
use crate::parts::{Speaker, SpeakerId};
use crate::quote::{Quote, QuoteId};

/// A text with all that the detector found in it.
///
/// Borrows the text it was made from; [`into_owned`](Document::into_owned) gives one that does not.
/// Every span in it lies within [`text`](Document::text) and on character boundaries.
///
/// # JSON
///
/// With the feature `serde`, a document is read and written in this form, where an offset counts
/// bytes, a number in an attribution's `quotes` or in `parent` is a position in the document's `quotes`, and `speaker` one in its
/// `speakers`:
///
/// ```json
/// {
///   "version": 1,
///   "unit": "bytes",
///   "text": "“It holds,” Dr. Ines Okoro said.",
///   "genre": "news",
///   "genre_confidence": null,
///   "quotes": [{
///     "text": "“It holds,”",
///     "inner_text": "It holds,",
///     "span": [0, 15],
///     "pieces": [],
///     "parent": null,
///     "depth": 0,
///     "opened": true,
///     "closed": true,
///     "kind": "speech",
///     "style": "double"
///   }],
///   "attributions": [{
///     "text": "“It holds,”",
///     "inner_text": "It holds,",
///     "source_text": "Dr. Ines Okoro",
///     "cue_text": "said",
///     "part": "body",
///     "within": null,
///     "kind": "direct",
///     "mode": "speech",
///     "negated": false,
///     "modality": null,
///     "spans": [[0, 15]],
///     "quotes": [0],
///     "cue": {"kind": "verb", "spans": [[31, 35]]},
///     "source": {"kind": "titled-name", "span": [16, 30]},
///     "speaker": 0,
///     "addressee": null,
///     "confidence": 0.99,
///     "speaker_confidence": 0.99,
///     "reasons": [{"kind": "cue", "weight": 2.5}]
///   }],
///   "speakers": [{
///     "mention_texts": ["Dr. Ines Okoro"],
///     "descriptions": [{"text": "Dr.", "kind": "title", "span": [16, 19]}],
///     "id": 0,
///     "kind": "person",
///     "name": "Ines Okoro",
///     "aliases": [],
///     "gender": "female",
///     "number": "singular",
///     "mentions": [[16, 30]]
///   }]
/// }
/// ```
///
/// This is version 1 of the form; `docs/document.schema.json` in the repository is its JSON Schema. A field may be
/// added to it, and a name to an enum; for whatever a reader could take for something else, the version goes up,
/// and a document of another version is refused.
///
/// The words (`text`, `inner_text`, `source_text`, `cue_text`, `mention_texts`) are there for people and for languages
/// that do not count bytes; `part`, `within` (a position in `attributions`) and `descriptions` are what
/// [`part`](crate::Attribution::part), [`within`](crate::Attribution::within) and [`Document::descriptions`] tell. Who reads may do without all of
/// them. Formats for programs have none, and there the last three are told anew. Quotes that stand in eight others
/// have no words of their own (`null`), nor have attributions that consist of such: the text around them has.
///
/// What is unknown is `null`, and may be left out where it is read. `pieces` has the parts of a quote that
/// runs over paragraphs, else nothing. Formats that know a field by its position (bincode, postcard, compact
/// MessagePack) work as well.
///
/// A document that is read must be one that could have been written:
///
/// * spans are not empty, lie within the text and cut no character;
/// * quotes, attributions and mentions stand in the order of the text, each once;
/// * quotes nest and do not cross, `parent` is the innermost one around, and `depth` counts them;
/// * pieces cover their quote from its start to its end;
/// * a quote in marks is opened or closed, a speaker has a name;
/// * a number names a quote or a speaker that there is;
/// * words, where they are given, are those of the offsets beside them;
/// * descriptions stand in the order of the text; `within` names another attribution;
/// * a confidence lies between 0 and 1, and a weight is finite;
/// * there are no other fields.
///
/// The error names the position and says what is wrong there:
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use quotation::{Document, QuoteDetector};
///
/// let document = QuoteDetector::new().detect("“It holds,” Dr. Ines Okoro said.");
/// let json = serde_json::to_string(&document).unwrap();
/// assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
///
/// let damaged = json.replace(r#""spans":[[0,15]]"#, r#""spans":[[0,99]]"#);
/// assert_eq!(
///     serde_json::from_str::<Document>(&damaged).unwrap_err().to_string(),
///     "attributions[0].spans[0]: span [0, 99] lies beyond the text, which has 36 bytes"
/// );
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Document<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) genre: Genre,
    /// None where the text did not decide.
    pub(crate) genre_confidence: Option<f32>,
    /// By start, the outer before the inner.
    pub(crate) quotes: Vec<Quote>,
    /// By the start of their first span.
    pub(crate) attributions: Vec<AttributionData>,
    /// By first mention; the position in the list is the id.
    pub(crate) speakers: Vec<Speaker>,
    pub(crate) views: DocumentViews,
}

impl<'t> Document<'t> {
    /// The text that all spans refer to.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// assert_eq!(document.text(), "“It holds,” said Ines Okoro.");
    /// ```
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What sort of text it was read as.
    ///
    /// ```
    /// # use quotation::{Genre, QuoteDetector};
    /// let document = QuoteDetector::new().detect("“It holds,” said Ines Okoro.");
    /// assert_eq!(document.genre(), Genre::News);
    /// ```
    #[must_use]
    pub fn genre(&self) -> Genre {
        self.genre
    }

    /// How probable the [genre](Document::genre) is, from 0 to 1, if the text decided it. Nothing decides
    /// where the caller set the genre, or the text has fewer than a hundred words.
    ///
    /// ```
    /// # use quotation::QuoteDetector;
    /// let article = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/article.txt"));
    /// assert!(QuoteDetector::new().detect(article).genre_confidence().unwrap() > 0.5);
    /// assert_eq!(QuoteDetector::new().detect("“It holds,” said Ines Okoro.").genre_confidence(), None);
    /// ```
    #[must_use]
    pub fn genre_confidence(&self) -> Option<f32> {
        self.genre_confidence
    }

    /// Every pair of quotation marks, attributed or not, by its start; nested ones follow the one
    /// that holds them.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("The “Anna” said “no” to nobody.");
    /// assert_eq!(document.quotes().len(), 2);
    /// ```
    #[must_use]
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// Everybody whom the text names or quotes, by first mention.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// assert_eq!(document.speakers()[0].name(), "Ines Okoro");
    /// ```
    #[must_use]
    pub fn speakers(&self) -> &[Speaker] {
        &self.speakers
    }

    /// The speaker of that number, `None` if the number is another document's and too large here.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“It holds,” said Ines Okoro.");
    /// let id = document.speakers()[0].id();
    /// assert_eq!(document.speaker(id).unwrap().name(), "Ines Okoro");
    /// ```
    #[must_use]
    pub fn speaker(&self, id: SpeakerId) -> Option<&Speaker> {
        self.speakers.get(id.index())
    }

    /// The quote of that number, `None` if the number is another document's and too large here.
    ///
    /// ```
    /// # let detector = quotation::QuoteDetector::new();
    /// let document = detector.detect("“He said ‘no’ to me,” said Ines Okoro.");
    /// let parent = document.quotes()[1].parent().unwrap();
    /// assert_eq!(document.quote(parent), Some(&document.quotes()[0]));
    /// ```
    #[must_use]
    pub fn quote(&self, id: QuoteId) -> Option<&Quote> {
        self.quotes.get(id.index())
    }

    /// The same document with a text of its own, which outlives the one it was made from.
    ///
    /// ```
    /// let document = {
    ///     let text = String::from("“It holds,” said Ines Okoro.");
    ///     quotation::QuoteDetector::new().detect(&text).into_owned()
    /// };
    /// assert_eq!(document.text(), "“It holds,” said Ines Okoro.");
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Document<'static> {
        Document {
            text: Cow::Owned(self.text.into_owned()),
            genre: self.genre,
            genre_confidence: self.genre_confidence,
            quotes: self.quotes,
            attributions: self.attributions,
            speakers: self.speakers,
            views: self.views,
        }
    }

    /// The words with which the text was read; those of English as it is listed if the document was read from
    /// its JSON.
    pub(crate) fn lexicon(&self) -> &Lexicon {
        self.views.lexicon()
    }
}
